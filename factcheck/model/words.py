"""The words of the desk: what things are called, and what kinds of them there are."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, NewType

if TYPE_CHECKING:
    from collections.abc import Mapping


ArticleId = NewType("ArticleId", int)
"""The number of an article on the desk."""


ClaimId = NewType("ClaimId", int)
"""The number of a claim on the desk; it never changes and is never given again."""


class Section(StrEnum):
    """Where in the story a claim stands."""

    HEADLINE = "headline"
    DEK = "dek"
    BODY = "body"
    CAPTION = "caption"


class Role(StrEnum):
    """What a block is for. Only those with a section bear claims; the rest is page furniture."""

    HEADLINE = "headline"
    DEK = "dek"
    BYLINE = "byline"
    DATELINE = "dateline"
    CROSSHEAD = "crosshead"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    SLUG = "slug"
    FURNITURE = "furniture"

    @property
    def section(self) -> Section | None:
        """The section of the claims in such a block, None when it bears no claims."""
        return _SECTIONS.get(self)


_SECTIONS: Final[Mapping[Role, Section]] = {
    Role.HEADLINE: Section.HEADLINE,
    Role.DEK: Section.DEK,
    Role.BODY: Section.BODY,
    Role.CAPTION: Section.CAPTION,
}


class FactKind(StrEnum):
    """The kinds of atoms inside a claim."""

    NAME = "name"
    AGE = "age"
    DATE = "date"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    QUOTE = "quote"
    TITLE = "title"
    PLACE = "place"
    SUPERLATIVE = "superlative"


CLAIM_KINDS: Final = (*(kind.value for kind in FactKind), "cause", "relation", "paraphrase")
"""What a claim may assert: the kinds of its facts, then what it says besides, in the order in which it tells them."""


class Verdict(StrEnum):
    """What the checker found. No verdict yet (None) is *unchecked*."""

    VERIFIED = "verified"
    DISPUTED = "disputed"
    UNSOURCED = "unsourced"


ANSWERED: Final = "answered"
"""The word for a query whose answer is there; its resolution stays the query's until something is decided."""
UNCHECKED: Final = "unchecked"
"""The word for a claim without a verdict."""


SIGN_OFF: Final = "sign-off"
"""The event's word when an article is signed off."""


IMPORTED: Final = "imported"
"""The word of an event that tells of an act on another desk: ``who`` did ``what``, and when (``at``)."""


NEVER_UNDONE: Final = frozenset({SIGN_OFF, "reopen", IMPORTED})
"""Acts that have an act of their own to take them back, and those that were done on another desk."""


class Resolution(StrEnum):
    """What becomes of a claim: a second axis beside the verdict."""

    OPEN = "open"
    QUERY = "query"
    CHANGED = "changed"
    STET = "stet"
    CUT = "cut"


class SourceKind(StrEnum):
    """What kind of source a verdict rests on."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    PERSON = "person"
    DOCUMENT = "document"
    OTHER = "other"


class ContactWay(StrEnum):
    """How somebody was asked."""

    PHONE = "phone"
    EMAIL = "email"
    IN_PERSON = "in person"
    OTHER = "other"


class ContactOutcome(StrEnum):
    """What came of asking somebody."""

    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    DENIED = "denied"
    NO_ANSWER = "no answer"
    PENDING = "pending"


class Relation(StrEnum):
    """How an earlier claim bears on this one."""

    SAME = "same"
    CONFLICT = "conflict"
    NEAR = "near"


class Severity(StrEnum):
    """How much a finding matters."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Carried(StrEnum):
    """What became of a claim when an edited draft was taken in."""

    CARRIED = "carried"
    """Its words and its place are as they were."""
    MOVED = "moved"
    """Its words are as they were, in another place."""
    RECHECK = "recheck"
    """Its words were changed: its verdict is a former one."""
    CUT = "cut"
    """Its words are gone."""
    ORPHANED = "orphaned"
    """Several places are as good as each other, or none is good enough: the checker decides."""


class State(StrEnum):
    """Where an article is in its life on the desk."""

    CHECKING = "checking"
    SIGNED_OFF = "signed-off"
    ARCHIVE = "archive"


class AnnotationKind(StrEnum):
    """How somebody wrote something beside the text of a draft."""

    COMMENT = "comment"
    FOOTNOTE = "footnote"
    LINK = "link"
    """Its text is the address that the words lead to."""

"""The words of the desk as frozen data, shared by every layer; no input or output happens here.

Offsets are code points into the draft's text, half-open: ``text[start:end]``. Everything is immutable, so a value may
cross a thread or be kept in a cache; a changed claim is a new value with a higher ``revision``.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final, NewType, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

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


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the draft's text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether both share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like stretch of a draft, with the role it plays on the page."""

    start: int
    end: int
    role: Role
    reason: str = ""
    """Why it has this role, in words for the checker, who may overrule it."""


class AnnotationKind(StrEnum):
    """How somebody wrote something beside the text of a draft."""

    COMMENT = "comment"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Annotation:
    """What stands beside some words of a draft and is no part of the text: a writer's source, a remark.

    Of a footnote, whose mark is a point, the words are those of the sentence up to it.
    """

    start: int
    end: int
    kind: AnnotationKind
    text: str
    author: str = ""
    """As the file names them; empty when it does not."""


@dataclass(frozen=True)
class Draft:
    """One exact text of an article."""

    text: str
    blocks: tuple[Block, ...]
    """In text order, not overlapping; what lies between them is white space."""
    number: int = 1
    annotations: tuple[Annotation, ...] = ()
    """In text order."""
    pages: tuple[int, ...] = ()
    """Where each page of a paged file begins, as offsets into the text; empty when it has none."""

    def beside(self, span: Span) -> tuple[Annotation, ...]:
        """What was written beside some words of it."""
        return tuple(one for one in self.annotations if one.start < span.end and span.start < one.end)

    @cached_property
    def sha256(self) -> str:
        """Hex digest of the text in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def words(self) -> int:
        """Number of words, as a word count in an editor gives it."""
        return len(self.text.split())

    def page_of(self, offset: int) -> int | None:
        """The page that an offset lies on, from 1; None when the draft has no pages."""
        return bisect_right(self.pages, offset) or None


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes that a draft was read from, kept beside its text."""

    data: bytes
    media_type: str
    """As in ``text/html``."""
    url: str = ""
    """Where a page came from in the end, after all redirects; empty for a file."""

    @property
    def sha256(self) -> str:
        """Hex digest of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Article:
    """A story as it was read: its metadata are suggestions that the checker can correct."""

    title: str
    draft: Draft
    source: str
    """The path or URL that it was read from; ``-`` for standard input."""
    dek: str | None = None
    byline: str | None = None
    published: date | None = None
    warnings: tuple[str, ...] = ()
    """What the reader should know about how the text was had, one sentence each."""
    original: Original | None = None
    """What it was read from, where that is more than the text; the desk keeps it and does not hand it out with this."""


FactValue = int | float | str | None
"""A normalised value: a number; for a date ISO 8601 cut to its own precision (``2023-07``, ``2023``, ``1990s``);
for words the folded text; None where it cannot be had."""


@dataclass(frozen=True, slots=True)
class Fact:
    """An atom inside a claim."""

    kind: FactKind
    start: int
    end: int
    text: str
    value: FactValue = None
    unit: str | None = None
    """Of a number: what is counted or measured (``mile``, ``goal``); of money the currency code; else None."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says a claim."""

    speaker: str
    """The words as they stand in the text: "he", "the insider"."""
    start: int
    end: int
    person: str | None = None
    """Whom the speaker's words mean, where that is plain."""
    cue: str | None = None
    named: bool = False
    """False for an anonymous source; institutions and documents count as named."""
    quote: bool = False
    """Whether the claim's words stand inside quotation marks."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its marks, and who says it. Offsets of the speaker are None when nobody is named."""

    start: int
    end: int
    text: str
    speaker: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    person: str | None = None
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the article names, with every place where it does."""

    name: str
    """The fullest form in the text."""
    mentions: tuple[Span, ...]
    probable: bool = False
    """True where it is a guess that this is a person."""
    titles: tuple[str, ...] = ()
    """Titles before the name, as they stand."""
    roles: tuple[str, ...] = ()
    """What the article says that the person is, as it stands behind the name."""
    ages: tuple[int, ...] = ()
    """In years; more than one where the article gives more than one."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A span of a draft that can be verified or disputed on its own."""

    id: str
    """``c1``, ``c2``… in story order within one extraction."""
    start: int
    end: int
    text: str
    section: Section
    kinds: tuple[str, ...] = ()
    """The kinds of its facts and what else it asserts, in a fixed order."""
    checkable: bool = True
    """False for opinion, prediction and taste."""
    priority: float = 0.0
    """Check-worthiness, 0…1; .5 is the line. It orders claims and never drops one."""
    attribution: Attribution | None = None
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something inside the article that does not agree with itself."""

    kind: str
    message: str
    severity: Severity
    spans: tuple[Span, ...]
    """Both sides of it, in text order."""
    claims: tuple[str, ...] = ()
    """Ids of the claims that the spans lie in, within the same extraction."""
    dismissed: str = ""
    """Why a checker dismissed it; empty while it is to be looked at."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was pulled out of one draft."""

    article: Article
    claims: tuple[Claim, ...]
    quotes: tuple[Quote, ...] = ()
    people: tuple[Person, ...] = ()
    findings: tuple[Finding, ...] = ()


LEAD: Final = "lead from"
"""How the note of a source begins that was taken over from an earlier claim and not looked at again."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a verdict rests on."""

    kind: SourceKind
    name: str
    locator: str = ""
    """URL, file and page, phone, or timestamp."""
    note: str = ""
    accessed: date | None = None
    """The day on which it was looked at for this claim."""
    sha256: str = ""
    """Hex digest of the local file that the locator names, as it was then; empty when it names none."""
    id: int | None = None
    """Its number on the desk, None before it is stored."""

    @property
    def is_lead(self) -> bool:
        """Whether it was only taken over from an earlier claim: it says where to look, not what was found."""
        return self.note.startswith(LEAD)


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody who was asked about a claim."""

    who: str
    how: ContactWay
    when: str
    """By the checker's clock, in ISO 8601 cut to its own precision: a day, or ``2026-03-12 14:30``."""
    outcome: ContactOutcome
    note: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """One atom on which a claim and an earlier one differ."""

    kind: str
    """A FactKind's word, or ``negation`` or ``order``."""
    here: str
    there: str
    """Empty on the side that lacks the atom."""


@dataclass(frozen=True, slots=True)
class Match:
    """An earlier claim that bears on this one. Its verdict is a lead, never a verdict here."""

    claim_id: ClaimId
    article_id: ArticleId
    article: str
    """Title of the earlier article."""
    date: date | None
    text: str
    score: float
    """Likeness of the wording, 0…100; the relation is decided by the facts, not by this."""
    relation: Relation
    differences: tuple[Difference, ...] = ()
    verdict: Verdict | None = None
    checker: str | None = None
    checked_at: datetime | None = None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """What a checker says of a claim where the extraction said something else; it holds in later drafts, too."""

    speaker: str | None = None
    """Who says the claim, empty for the paper itself; None: as the extraction has it."""
    named: bool = False
    """Whether that speaker is named; of no account without one."""
    kinds: tuple[str, ...] | None = None
    """What it asserts; None: as the extraction has it."""


AS_EXTRACTED: Final = Correction()
"""Nothing is corrected."""


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """A claim on the desk, with all that the checkers recorded about it."""

    id: ClaimId
    number: int
    """Its place in story order, from 1; an article's claims are called by it."""
    claim: Claim
    """The claim as it stands; its ``id`` is ``c`` and the number."""
    verdict: Verdict | None = None
    resolution: Resolution = Resolution.OPEN
    note: str = ""
    query: str = ""
    """What the writer is asked; empty when nothing is."""
    answer: str = ""
    """What came back."""
    replacement: str = ""
    """How the claim's words should read; empty when no change is suggested."""
    legal: bool = False
    """A lawyer has to see it."""
    sources: tuple[Source, ...] = ()
    contacts: tuple[Contact, ...] = ()
    """Who was asked about it, in the order in which that was written down."""
    checker: str | None = None
    """Who gave the present verdict."""
    checked_at: datetime | None = None
    revision: int = 0
    """Rises with every change; a writer who saw an older one is told."""
    removed: bool = False
    """The checker said that this is not a claim; it can be restored."""
    manual: bool = False
    """The checker added it."""
    former: Verdict | None = None
    """The verdict that it had on other words; it counts for nothing once there is a new one."""
    as_written: str = ""
    """Its words in the last draft in which they were others; empty when they always were these."""
    second: Verdict | None = None
    """What a second reader found."""
    second_reader: str | None = None
    """Who that was; never the one who gave the verdict."""
    second_at: datetime | None = None
    assignee: str = ""
    """Who is to check it; empty when nobody in particular is."""
    correction: Correction = AS_EXTRACTED
    """What a checker corrected; ``claim`` has it already."""
    lost: Carried | None = None
    """That it was cut or orphaned in a later draft; None while it stands in the present one."""

    @property
    def became(self) -> str:
        """The word of its resolution; of a query to which the answer is there, that it is answered."""
        return ANSWERED if self.resolution is Resolution.QUERY and self.answer else self.resolution.value

    @property
    def disagrees(self) -> bool:
        """Whether the second reader found something else."""
        return self.second is not None and self.verdict is not None and self.second is not self.verdict

    @property
    def wants_recheck(self) -> bool:
        """Whether it had a verdict on other words, and has none on these."""
        return self.is_open and self.former is not None

    @property
    def span(self) -> Span:
        """Where the claim stands in the draft."""
        return Span(self.claim.start, self.claim.end)

    @property
    def is_open(self) -> bool:
        """Whether it still wants a verdict: unchecked, checkable and not removed."""
        return self.verdict is None and self.claim.checkable and not self.removed

    @property
    def lacks_source(self) -> bool:
        """Whether it is verified and nothing but leads stands under it."""
        return self.verdict is Verdict.VERIFIED and all(source.is_lead for source in self.sources)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the checking of an article is, in claims; removed claims do not count.

    Whoever tells it says *checked* for `done`, *of* `wanted`, and *open* for the rest; opinion without a verdict holds
    nothing up, so it is told beside them.
    """

    claims: int
    verified: int
    disputed: int
    unsourced: int
    unchecked: int
    recheck: int = 0
    opinion: int = 0
    """Of the unchecked ones, those that are not checkable and so do not hold up the article."""

    @property
    def done(self) -> int:
        """Claims with a verdict."""
        return self.verified + self.disputed + self.unsourced

    @property
    def wanted(self) -> int:
        """Claims that want a verdict or have one."""
        return self.claims - self.opinion

    @property
    def open(self) -> int:
        """Claims that still want a verdict."""
        return self.unchecked - self.opinion

    @classmethod
    def of(cls, claims: Iterable[ClaimRecord]) -> Self:
        """How far the checking of these claims is."""
        listed = [record for record in claims if not record.removed]
        verdicts = [record.verdict for record in listed]
        return cls(
            claims=len(listed),
            verified=verdicts.count(Verdict.VERIFIED),
            disputed=verdicts.count(Verdict.DISPUTED),
            unsourced=verdicts.count(Verdict.UNSOURCED),
            unchecked=verdicts.count(None),
            recheck=sum(record.wants_recheck for record in listed),
            opinion=sum(record.verdict is None and not record.claim.checkable for record in listed),
        )


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article on the desk without its text: a line of the desk screen."""

    id: ArticleId
    slug: str
    title: str
    draft: int
    state: State
    progress: Progress
    worked_on: datetime | None = None
    """When somebody last changed something in it."""
    worked_by: str | None = None
    deadline: str = ""
    """When it has to be checked, as in ``ArticleRecord``."""
    last_event: int = 0
    """The last line of the log about it; 0 when nothing was done yet."""


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article on the desk with its present draft."""

    id: ArticleId
    slug: str
    article: Article
    state: State
    draft_id: int
    extracted: bool
    """Whether extraction of this draft ran to its end."""
    deadline: str = ""
    """When it has to be checked: by the desk's clock, ``2026-03-12`` or ``2026-03-12 18:00``; empty for no deadline."""


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the log: what somebody did. Events are only appended; each carries the hash of the one before."""

    id: int
    at: datetime
    who: str
    what: str
    """The act, in kebab case: ``mark``, ``note``, ``source-add``, ``undo``…"""
    article_id: ArticleId | None
    claim_id: ClaimId | None
    before: Mapping[str, object] | None = field(hash=False)
    after: Mapping[str, object] | None = field(hash=False)
    act: int
    """The first event of the act that this one is part of; undo takes back a whole act."""
    of: int | None
    """For undo and redo: the act that was taken back or done again."""
    hash: str


@dataclass(frozen=True, slots=True)
class CarriedClaim:
    """What became of one claim when an edited draft was taken in."""

    id: ClaimId
    state: Carried
    verdict: Verdict | None
    """The one that holds from then on."""
    before: Claim
    """As it stood in the former draft."""
    after: Claim | None
    """As it stands in the new one; None when it has no place there."""
    went_in: bool = False
    """The change that was suggested is what it reads now."""


@dataclass(frozen=True, slots=True)
class Rebased:
    """How the claims of an article came from one draft to the next."""

    former: int
    """Number of the draft before."""
    draft: int
    """Number of the new one."""
    claims: tuple[CarriedClaim, ...]
    """The former claims, in story order."""
    new: tuple[ClaimRecord, ...]
    """The claims that only the new draft has."""


@dataclass(frozen=True, slots=True)
class ImportChange:
    """One thing that a row changes."""

    claim: ClaimId
    number: int
    what: str
    """A column's name."""
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ImportQuestion:
    """Why a row is left."""

    place: str
    """Where it stands in the file."""
    claim: int | None
    """As the file says."""
    number: int | None
    """Of the claim on the desk; None when there is none."""
    text: str
    can_take: bool
    """Whether consent is enough; else the file wants to be mended."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What came, or would come, of a file."""

    changes: tuple[ImportChange, ...]
    questions: tuple[ImportQuestion, ...]
    same: int
    """Rows that say what the desk has."""
    restored: bool = False
    """The article was not on the desk, and is there now with all that the file tells of it."""

    @property
    def claims(self) -> int:
        """How many claims are changed."""
        return len({change.claim for change in self.changes})


@dataclass(frozen=True, slots=True)
class AsideClaim:
    """A claim that is on no list: its number is not given to another, and the log tells of it."""

    record: ClaimRecord
    here: bool
    """Its offsets are those of the present draft, not of a former one."""
    hidden: bool
    """It stands in a block that bears no claims at present."""
    withdrawn: bool
    """A checker added it and took that back."""
    placed: bool
    """It was orphaned, and lives on in the claim that a checker said it to be."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes an article, and where, for the reviews that others' programs read."""

    organisation: str = ""
    url: str = ""
    """The organisation's own page."""
    articles: str = ""
    """The address below which articles stand, each under its slug."""
    rating_verified: str = "Verified"
    """The rating of a verified claim, as readers see it."""
    rating_disputed: str = "Disputed"
    page: str = ""
    """Where the one article stands that is exported; empty when that is below ``articles``."""

    def page_of(self, slug: str) -> str:
        """Where an article stands."""
        joined = self.articles if self.articles.endswith(("/", "=")) else f"{self.articles}/"
        return self.page or f"{joined}{slug}"


NO_PUBLISHER: Final = Publisher()
"""Nobody is said to publish anything."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """What leaves the desk: one article with every claim, in story order, and what was recorded about it."""

    article: ArticleRecord
    claims: tuple[ClaimRecord, ...]
    """The removed ones too; what is written for people leaves those out."""
    findings: tuple[Finding, ...]
    history: tuple[Event, ...]
    made_by: str
    made_at: datetime
    progress: Progress
    lost: tuple[ClaimRecord, ...] = ()
    """The claims of former drafts that an edited draft lost; each has the offsets that it had there."""
    aside: tuple[AsideClaim, ...] = ()
    """The claims on no list, in the order in which they came to the desk."""
    people: tuple[Person, ...] = ()
    """Whom the article names."""
    only: str = ""
    """Which claims these are, and how many of how many; empty when they are all."""
    whole: Checklist | None = None
    """The one with all claims, of which this is a part; None when it is none."""
    publisher: Publisher = NO_PUBLISHER
    """Who publishes it; the formats for the desk itself do not tell."""

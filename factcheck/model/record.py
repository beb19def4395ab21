"""What the desk knows of claims and articles, and what was done to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Self

from factcheck.model.words import ANSWERED, Resolution, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from factcheck.model.article import Article
    from factcheck.model.extraction import Claim
    from factcheck.model.span import Span
    from factcheck.model.words import (
        ArticleId,
        Carried,
        ClaimId,
        ContactOutcome,
        ContactWay,
        Relation,
        SourceKind,
        State,
    )


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
        return self.claim.span

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

"""What is pulled out of a story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model.span import Span

if TYPE_CHECKING:
    from factcheck.model.article import Article
    from factcheck.model.words import FactKind, Section, Severity


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

    @property
    def span(self) -> Span:
        """Where it stands in the draft that it was found in."""
        return Span(self.start, self.end)


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

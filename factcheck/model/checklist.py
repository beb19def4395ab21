"""What leaves the desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model.publisher import NO_PUBLISHER

if TYPE_CHECKING:
    from datetime import datetime

    from factcheck.model.extraction import Finding, Person
    from factcheck.model.publisher import Publisher
    from factcheck.model.record import ArticleRecord, ClaimRecord, Event, Progress


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

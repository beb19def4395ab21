"""Whose read it is, and how that reader sees the claims."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

from factcheck.model import Resolution, State
from factcheck.state import second_reads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcheck.config import Config
    from factcheck.model import ArticleId, ArticleRecord, ArticleSummary, ClaimId, ClaimRecord


class Reading(Enum):
    """Whose verdict the keys give."""

    FIRST = "first read"
    SECOND = "second read"
    BLIND = "blind second read"


def read_blindly(config: Config, articles: Iterable[ArticleRecord | ArticleSummary]) -> frozenset[ArticleId]:
    """Of which articles this checker has begun a blind read; of what is signed off all verdicts may be told."""
    checking = [one for one in articles if one.state is State.CHECKING]
    begun = second_reads(config, [one.slug for one in checking])
    return frozenset(one.id for one in checking if begun[one.slug] == Reading.BLIND.value)


def is_read_blindly(config: Config, article: ArticleRecord | ArticleSummary) -> bool:
    """Whether it is one of those."""
    return bool(read_blindly(config, (article,)))


class Versions:
    """Another version of each claim, made anew only when the claim has changed: each key asks for thousands.

    Args:
        make: Makes it.
    """

    def __init__(self, make: Callable[[ClaimRecord], ClaimRecord]) -> None:
        self._make = make
        self._known: dict[ClaimId, tuple[ClaimRecord, ClaimRecord]] = {}

    def of(self, record: ClaimRecord) -> ClaimRecord:
        """The other version of this claim."""
        known = self._known.get(record.id)
        if known is None or known[0] is not record:
            self._known[record.id] = known = record, self._make(record)
        return known[1]


def blank(record: ClaimRecord) -> ClaimRecord:
    """A claim as a blind reader sees it: without what the first one left that tells the verdict or its reason."""
    unjudged = replace(record, verdict=None, checker=None, checked_at=None, former=None, note="")
    return replace(unjudged, replacement="", resolution=Resolution.OPEN)


def as_second(record: ClaimRecord) -> ClaimRecord:
    """A claim with the second reader's verdict in the first one's place."""
    return replace(record, verdict=record.second)

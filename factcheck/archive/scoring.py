"""How like two wordings are, 0 to 100. Likeness finds and ranks; whether two claims agree is decided by their facts.

Numbers, months and weekdays are left out, since a changed figure should not make a claim look different. Half of the
score is the likeness of the words as they stand or sorted, whichever is better (a passive turns them round); the other
half is how much of what both tell, weighed by rarity, they share.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import lgamma, log
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from factcheck.archive.frames import frame
from factcheck.archive.words import CALENDAR
from factcheck.desk.terms import is_number, terms

if TYPE_CHECKING:
    from collections.abc import Mapping

ALIKE: Final = 75.0
"""From this likeness on, two claims say the same unless their facts differ."""

CLOSE: Final = 60.0
"""From this likeness on, two claims are about one thing, so that differing facts contradict each other."""

_SIMILAR: Final = 70.0
"""From this likeness on, even boilerplate is worth a look."""

_VERBATIM: Final = 95.0
"""From this likeness on, even boilerplate says the same."""

_CONTAINED: Final = 0.8
"""Share of what one claim tells that the other must tell too, for the one to be part of the other."""

_DISTINCT: Final = 3.2
_FEW: Final = 2.7
"""How much two claims must tell in common for their words to point to one statement, in logarithms of the archive's
size beyond ``_FEW``: in a small archive few claims are alike by accident, in a large one revenue rises every day."""

_RARE: Final = 0.8
"""How rare one word must be for that alone, as a share of the rarest there can be."""

_TOPIC: Final = 8.5
"""Words of one topic come together: the larger the archive, the more of them two unrelated claims share. Measured on
held-out sentences against archives of 400 and 10,000 claims."""

_LEAST: Final = -2.5
"""What must be shared in the smallest archive."""


class Closeness(StrEnum):
    """What may be concluded from two wordings alone."""

    ALIKE = "alike"
    """They say the same, unless facts differ."""
    CLOSE = "close"
    """They are about one thing: differing facts contradict each other."""
    LOOSE = "loose"
    """They share more than chance explains: worth a look."""
    APART = "apart"
    """They do not bear on each other."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A claim's words, made ready for scoring."""

    ordered: str
    """Normalised, without numbers, months and weekdays."""
    sorted: str
    """The same words in alphabetical order."""
    terms: frozenset[str]
    """Stems of all its content words, and its numbers."""
    words: frozenset[str]
    """Stems of the words in ``ordered``."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two wordings are."""

    score: float
    """0 (nothing in common) to 100 (the same but for numbers)."""
    surprise: float
    """By how much what they share is rarer than chance would have it in an archive of this size, as a logarithm."""
    closeness: Closeness
    common: bool
    """Whether the words are such that many claims have them all: boilerplate, in which other figures are no news."""


def wording(normalised: str) -> Wording:
    """Make a normalised text ready for scoring."""
    start, end = frame(normalised)
    tokens = normalised[start:end].split()
    words = [token for token in tokens if not (is_number(token) or token in CALENDAR)]
    figures = [token for token in tokens if token in CALENDAR or is_number(token)]
    ordered = " ".join(words)
    stems = frozenset(terms(words))
    return Wording(ordered, " ".join(sorted(words)), stems.union(terms(figures)), stems)


def likeness(here: Wording, there: Wording, weights: Mapping[str, float], size: int) -> Likeness:
    """Score two wordings.

    Args:
        here: The claim's.
        there: The earlier claim's.
        weights: How much each stem of both tells (idf).
        size: How many claims the archive has.
    """
    letters = max(fuzz.ratio(here.ordered, there.ordered), fuzz.ratio(here.sorted, there.sorted))
    mine, theirs, both = (_sum(words, weights) for words in (here.words, there.words, here.words & there.words))
    score = 0.5 * letters + (50.0 if here.words == there.words else 100.0 * both / (mine + theirs))
    shared = here.terms & there.terms
    # The words of a claim can be shared in many ways; each is a chance for chance.
    surprise = _sum(shared, weights) - _log_ways(len(here.terms), len(shared)) - log(size + 1)
    contained = surprise > 0 and both >= _CONTAINED * min(mine, theirs)
    common = _sum(shared, weights) < _DISTINCT * (log(size + 1) - _FEW) and not _has_rare(shared, weights, size)
    bears = both > 0 and surprise >= max(_LEAST, log(size + 1) - _TOPIC)
    return Likeness(score, surprise, _closeness(score, contained=contained, common=common, bears=bears), common)


def _has_rare(words: frozenset[str], weights: Mapping[str, float], size: int) -> bool:
    """Whether one word alone tells a claim from nearly all others."""
    return any(weights[word] >= _RARE * log(2 * size + 3) for word in words)


def _closeness(score: float, *, contained: bool, common: bool, bears: bool) -> Closeness:
    if score >= (_VERBATIM if common else ALIKE):
        return Closeness.ALIKE
    if score >= (ALIKE if common else CLOSE) or contained:
        return Closeness.CLOSE
    return Closeness.LOOSE if bears or score >= _SIMILAR else Closeness.APART


def _sum(words: frozenset[str], weights: Mapping[str, float]) -> float:
    return sum(weights[word] for word in words)


def _log_ways(count: int, chosen: int) -> float:
    """Logarithm of the number of ways to choose some of a number of words."""
    return lgamma(count + 1) - lgamma(chosen + 1) - lgamma(count - chosen + 1)

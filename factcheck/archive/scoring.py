"""How like two wordings are, 0 to 100. Likeness finds and ranks; whether two claims agree is decided by their facts.

Numbers are left out, since a changed number should not make a claim look different. Half of the score is the likeness
of the words as they stand or sorted, whichever is better (a passive turns them round); the other half is how much of
what both tell, weighed by rarity, they share.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from factcheck.archive.frames import frame
from factcheck.desk.index import is_number
from factcheck.desk.terms import terms

if TYPE_CHECKING:
    from collections.abc import Mapping

MATCH: Final = 40.0
"""Below this two claims do not bear on each other, whatever they share."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A claim's words, made ready for scoring."""

    ordered: str
    """Normalised, without numbers."""
    sorted: str
    """The same words in alphabetical order."""
    terms: frozenset[str]
    """Stems of its content words, without numbers."""


def wording(normalised: str) -> Wording:
    """Make a normalised text ready for scoring."""
    start, end = frame(normalised)
    words = [word for word in normalised[start:end].split() if not is_number(word)]
    ordered = " ".join(words)
    return Wording(ordered, " ".join(sorted(words)), frozenset(terms(ordered)))


def likeness(here: Wording, there: Wording, weights: Mapping[str, float]) -> float:
    """Score two wordings.

    Args:
        here: The one.
        there: The other; the score is the same when they change places.
        weights: How much each stem of both tells (idf).

    Returns:
        0 (nothing in common) to 100 (the same but for numbers).
    """
    letters = max(fuzz.ratio(here.ordered, there.ordered), fuzz.ratio(here.sorted, there.sorted))
    if here.terms == there.terms:
        return 0.5 * letters + 50.0
    total = sum(weights[word] for word in here.terms) + sum(weights[word] for word in there.terms)
    shared = sum(weights[word] for word in here.terms & there.terms)
    return 0.5 * letters + 100.0 * shared / total

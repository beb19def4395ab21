"""A sentence that is told again word for word, but with another word in one place: one of the two was copied wrongly.

What the word means need not be known for that. "It was shut in May" and "it was shut in Kent" may both be true; of a
long sentence nobody writes a second one that has all its words but the month.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.archive.alignment import one_word
from factcheck.archive.words import CALENDAR, TITLES
from factcheck.model import Difference
from factcheck.normalise import normalised

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONG: Final = 10
"""Words from which on a sentence is not written twice by chance."""

_MARKS: Final = ".,;:!?\"'“”‘’()[]…–—-"


def other_word(here: str, there: str) -> Difference | None:
    """Find the one figure or name in which two sentences differ that are else the same.

    Args:
        here: A claim as it stands.
        there: An earlier one.

    Returns:
        None when they are short, when they differ in more, or in the form or a slip of a letter, or in a word that is
        neither a figure nor a name on both sides (in a headline in title case none is known for a name); and for two
        days or months, since what is said of them may be said again.
    """
    mine, theirs = here.split(), there.split()
    if len(mine) != len(theirs) or len(mine) < _LONG:
        return None
    differing = [place for place, (one, other) in enumerate(zip(mine, theirs, strict=True)) if one != other]
    differing = [place for place in differing if normalised(mine[place]) != normalised(theirs[place])]
    if len(differing) != 1:
        return None
    (place,) = differing
    ours, other = mine[place].strip(_MARKS), theirs[place].strip(_MARKS)
    digits = _digits(ours), _digits(other)
    if all(digits):
        # "20" and "20-odd" are compared as figures, where they can be.
        return Difference("number", ours, other) if digits[0] != digits[1] else None
    names = place > 0 and ours[:1].isupper() and other[:1].isupper() and _names_tell(mine)
    plain = normalised(ours), normalised(other)
    if not names or CALENDAR.issuperset(plain) or not TITLES.isdisjoint(plain) or one_word(*plain):
        return None
    return Difference("name", ours, other)


def _names_tell(words: Sequence[str]) -> bool:
    """Whether capitals mark names, since most words have none."""
    return 2 * sum(word[:1].islower() for word in words) > len(words)


def _digits(word: str) -> str:
    return "".join(filter(str.isdigit, word))

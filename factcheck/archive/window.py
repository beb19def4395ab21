"""Where two wordings differ: most earlier claims that bear on a claim repeat it but for a few words.

Taking a claim apart costs a fraction of a millisecond, which is much for an article of a hundred claims; what both say
in the same words at the beginning and at the end need not be compared again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from factcheck.archive.words import CALENDAR
from factcheck.model import Span

_WORD = re.compile(r"\S+")
_FIGURE = re.compile(r"[0-9]")
_LEANING = re.compile(
    r"\b(?:this|last|next|past|previous|coming|same|ago|earlier|later|today|tonight|yesterday|tomorrow"
    rf"|spring|summer|autumn|fall|winter|{'|'.join(sorted(CALENDAR))})\b",
    re.IGNORECASE,
)
"""Words that may mean another day in another paper."""
_MARGIN: Final = 4
"""Words around a difference that may tell what it means: a unit, a hedge, a weekday before a date, a negation."""


@dataclass(frozen=True, slots=True)
class Window:
    """The stretches of two texts within which they differ, with some words around."""

    here: Span
    there: Span
    figures: int
    """How many words with digits lie outside; they are the same in both."""


def window(here: str, there: str, *, one_day: bool) -> Window:
    """Find where two texts differ.

    Args:
        here: A claim.
        there: An earlier one.
        one_day: Whether "last year" means the same in both.

    Returns:
        Stretches on word boundaries; both whole texts when these begin and end with other words, or have none that
        differ.
    """
    if here == there or not (one_day or _LEANING.search(here) is None):
        return Window(Span(0, len(here)), Span(0, len(there)), 0)
    mine, theirs = here.split(), there.split()
    shorter = min(len(mine), len(theirs))
    before = next((i for i in range(shorter) if mine[i] != theirs[i]), shorter)
    after = next((i for i in range(1, shorter - before + 1) if mine[-i] != theirs[-i]), shorter - before + 1) - 1
    before, after = max(0, before - _MARGIN), max(0, after - _MARGIN)
    outside = [*mine[:before], *mine[len(mine) - after :]]
    return Window(
        _stretch(here, before, after),
        _stretch(there, before, after),
        sum(_FIGURE.search(word) is not None for word in outside),
    )


def _stretch(text: str, before: int, after: int) -> Span:
    """What is left of a text without so many words at its beginning and its end."""
    start = len(text) - len(text.split(maxsplit=before)[-1]) if before else 0
    end = len(text.rsplit(maxsplit=after)[0]) if after else len(text)
    return Span(start, end)

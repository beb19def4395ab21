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
    mine, theirs = list(_WORD.finditer(here)), list(_WORD.finditer(there))
    shorter = min(len(mine), len(theirs))
    before = next((i for i in range(shorter) if mine[i][0] != theirs[i][0]), shorter)
    after = next((i for i in range(shorter - before) if mine[-1 - i][0] != theirs[-1 - i][0]), shorter - before)
    before, after = max(0, before - _MARGIN), max(0, after - _MARGIN)
    outside = [*mine[:before], *mine[len(mine) - after :]]
    return Window(
        _stretch(mine, before, after, len(here)),
        _stretch(theirs, before, after, len(there)),
        sum(_FIGURE.search(word[0]) is not None for word in outside),
    )


def _stretch(words: list[re.Match[str]], before: int, after: int, length: int) -> Span:
    start = words[before].start() if before else 0
    return Span(start, words[-1 - after].end() if after else length)

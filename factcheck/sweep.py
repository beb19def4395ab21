"""Cuts a text at claim boundaries, so that overlapping claims become plain data for whatever shows them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Span


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text on which the same claims lie from end to end."""

    start: int
    end: int
    claims: tuple[int, ...]
    """Indices of the claims on it, ascending; empty where none lies."""


class Sweep:
    """All runs of one text: they follow one another without gap or overlap, from its start to its end.

    Args:
        spans: Where the claims stand; what reaches out of the text is cut off.
        length: Of the text, in code points.
    """

    def __init__(self, spans: Sequence[Span], length: int) -> None:
        self.runs = _cut(spans, length)
        """In text order."""
        self._starts = [run.start for run in self.runs]

    def between(self, start: int, end: int) -> tuple[Run, ...]:
        """The runs of one line of text, cut to it."""
        if start >= end:
            return ()
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_left(self._starts, end)
        return tuple(Run(max(run.start, start), min(run.end, end), run.claims) for run in self.runs[first:last])

    def at(self, offset: int) -> tuple[int, ...]:
        """Indices of the claims that lie on this code point, ascending."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.runs[index].end:
            return ()
        return self.runs[index].claims


def _cut(spans: Sequence[Span], length: int) -> tuple[Run, ...]:
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for index, span in enumerate(spans):
        start, end = max(0, span.start), min(length, span.end)
        if start < end:
            opening.setdefault(start, []).append(index)
            closing.setdefault(end, []).append(index)
    cuts = sorted({0, length, *opening, *closing})
    runs: list[Run] = []
    here: set[int] = set()
    for start, end in pairwise(cuts):
        here.difference_update(closing.get(start, ()))
        here.update(opening.get(start, ()))
        runs.append(Run(start, end, tuple(sorted(here))))
    return tuple(runs)

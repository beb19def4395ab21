"""How long what is open may still take: an estimate by the checker's own pace, or none while that is not known."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

MARKS: Final = 50
"""How many of the last marks tell the pace: a morning's work, so that another kind of story soon shows."""
_LEAST: Final = 5
"""Fewer times between marks tell nothing."""
_BREAK: Final = 900
"""Seconds: who marks nothing for longer has done something else."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a checker marks."""

    seconds: float
    """A claim, the median; looking things up and writing them down is in it."""
    marks: int
    """How many times between two marks it was told by."""

    def left(self, open_claims: int) -> float:
        """Seconds that so many claims may take."""
        return self.seconds * open_claims


def pace(marked: Sequence[datetime]) -> Pace | None:
    """The pace of a checker, None when too little is known.

    Args:
        marked: When the checker gave verdicts, oldest first.
    """
    times = [(after - before).total_seconds() for before, after in pairwise(marked[-MARKS - 1 :])]
    # A clock that was set back, and the acts that gave several verdicts at once, tell no time.
    worked = [time for time in times if 0 < time <= _BREAK]
    return Pace(median(worked), len(worked)) if len(worked) >= _LEAST else None


def roughly(seconds: float) -> str:
    """A time as people say it of what they do not know exactly."""
    if seconds < 10:
        return f"{max(1, round(seconds))} s"
    if seconds < 90:
        return f"{round(seconds / 10) * 10} s" if seconds < 55 else "1 minute"
    minutes = seconds / 60
    if minutes < 55:
        return f"{round(minutes) if minutes < 10 else round(minutes / 5) * 5} minutes"
    halves = round(minutes / 30)
    whole, half = divmod(halves, 2)
    return f"{whole}{'½' if half else ''} hour{'' if halves == 2 else 's'}"

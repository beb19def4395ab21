"""How the panes of the review screen lie, as the checker chose it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Self

_STEP: Final = 5
_LEAST: Final = 30
_MOST: Final = 80
_MIDDLE: Final = 55
"""Percent that the article has before anybody has moved the split, near enough at each width."""


class Shown(StrEnum):
    """Which panes are shown, in the order in which one key goes through them."""

    BOTH = "both"
    ARTICLE = "article"
    CLAIMS = "claims"
    """With the panel."""


class Place(StrEnum):
    """Where the panel lies when the window is wide enough for either."""

    RIGHT = "right"
    """In the column of the claims."""
    BELOW = "below"
    """Below article and claims."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Which panes there are, and how they share the screen."""

    shown: Shown = Shown.BOTH
    place: Place = Place.RIGHT
    split: int = 0
    """Percent of the width that the article has beside the claims; 0: what suits the window."""

    @classmethod
    def read(cls, kept: str) -> Self:
        """What `__str__` wrote; the usual one when it is anything else."""
        try:
            shown, place, split = kept.split()
            found = cls(Shown(shown), Place(place), int(split))
        except ValueError:
            return cls()
        return found if not found.split or _LEAST <= found.split <= _MOST else cls()

    def __str__(self) -> str:
        """One line to keep it by."""
        return f"{self.shown} {self.place} {self.split}"

    def next(self) -> Self:
        """With the next choice of panes."""
        order = list(Shown)
        return replace(self, shown=order[(order.index(self.shown) + 1) % len(order)])

    def placed(self) -> Self:
        """With the panel in the other place."""
        return replace(self, place=Place.BELOW if self.place is Place.RIGHT else Place.RIGHT)

    def moved(self, steps: int) -> Self:
        """With the split so many steps further to the right, as far as both panes stay readable."""
        return replace(self, split=max(_LEAST, min(_MOST, (self.split or _MIDDLE) + steps * _STEP)))

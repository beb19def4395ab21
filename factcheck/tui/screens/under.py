"""What lies under the article that the app begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable


class Under(Screen[None]):
    """Has the list of articles shown when the article is left: at the start nobody waits for it to be laid out.

    Args:
        uncovered: Shows it.
    """

    def __init__(self, uncovered: Callable[[], object]) -> None:
        super().__init__()
        self._uncovered = uncovered
        self._is_covered = False

    def on_screen_suspend(self) -> None:
        """The article lies over it."""
        self._is_covered = True

    def on_screen_resume(self) -> None:
        """The article was left, or at the start is still to come."""
        if self._is_covered:
            self._uncovered()

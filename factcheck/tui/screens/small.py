"""What shows while the terminal is too small to work in."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.tui.keymap import binding

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.geometry import Size

LEAST_WIDTH = 40
LEAST_HEIGHT = 10
"""Cells. Below that a claim cannot be read where it stands, and what cannot be read must not be marked."""


def is_too_small(size: Size) -> bool:
    """Whether nobody can work in a terminal of this size."""
    return size.width < LEAST_WIDTH or size.height < LEAST_HEIGHT


class TooSmall(ModalScreen[None]):
    """Keeps the keys from what cannot be seen; the app takes it away when there is room again."""

    BINDINGS: ClassVar[list[BindingType]] = [binding("quit", "app.quit")]

    def compose(self) -> ComposeResult:
        """One short sentence."""
        yield Static(f"Too small: {LEAST_WIDTH} by {LEAST_HEIGHT} is the least. Nothing is lost.", markup=False)

"""Where to break a claim in two."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from factcheck.tui.screens.dialog import Dialog
from factcheck.tui.wrap import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

_SIGN = "╎"


class BreakDialog(Dialog[int]):
    """The claim with a sign between two of its words, which moves.

    Args:
        title: The claim.
        text: Its words.
        places: Offsets of the words before which it can be broken, one at least.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h,k,up", "step(-1)", show=False),
        Binding("right,l,j,down", "step(1)", show=False),
        Binding("enter,b", "take", show=False),
    ]

    def __init__(self, title: str, text: str, places: Sequence[int]) -> None:
        super().__init__(title, "← → choose the place · enter breaks it there · esc leaves it")
        self._text = text
        self._places = places
        self._at = len(places) // 2

    def content(self) -> Iterable[Widget]:
        """The words."""
        yield Static(id="words", markup=False)

    def on_mount(self) -> None:
        """Show the sign in the middle."""
        self._show()

    def action_step(self, by: int) -> None:
        """Go on by a word."""
        self._at = max(0, min(len(self._places) - 1, self._at + by))
        self._show()

    def action_take(self) -> None:
        """Break it there."""
        self.dismiss(self._places[self._at])

    def _show(self) -> None:
        at = self._places[self._at]
        before, after = (" ".join(part.split()) for part in (self._text[:at], self._text[at:]))
        self.query_one("#words", Static).update(Content.assemble(shown(before), (f" {_SIGN} ", "bold"), shown(after)))

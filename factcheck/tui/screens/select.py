"""Marking words of the article from the keyboard."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.model import Span
from factcheck.tui import sheets
from factcheck.tui.screens.dialog import hint
from factcheck.tui.wrap import words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from factcheck.tui.widgets.article import ArticlePane


class SelectScreen(ModalScreen[Span]):
    """Goes through the article word by word. The article stays where it is, below; only the last line is covered.

    Args:
        pane: The article.
        text: Its text.
        start: Offset at which to begin.
    """

    CSS_PATH = sheets.OTHERS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "step(-1)", show=False),
        Binding("right,l", "step(1)", show=False),
        Binding("up,k", "line(-1)", show=False),
        Binding("down,j", "line(1)", show=False),
        Binding("shift+left,H", "stretch(-1)", show=False),
        Binding("shift+right,L", "stretch(1)", show=False),
        Binding("shift+up,K", "stretch_line(-1)", show=False),
        Binding("shift+down,J", "stretch_line(1)", show=False),
        Binding("space", "anchor", show=False),
        Binding("enter", "take", show=False),
        Binding("escape", "leave", show=False),
    ]

    def __init__(self, pane: ArticlePane, text: str, start: int) -> None:
        super().__init__()
        self._pane = pane
        self._words = words(text)
        self._starts = [word[0] for word in self._words]
        self._at = min(bisect_left(self._starts, start), len(self._words) - 1)
        self._anchor: int | None = None

    def compose(self) -> ComposeResult:
        """What the keys do."""
        yield Static(
            Content.assemble(
                ("Add a claim ", "bold"),
                hint(self.app, " ← → ↑ ↓ move · space or shift marks · enter adds · esc leaves"),
            ),
            markup=False,
        )

    def on_mount(self) -> None:
        """Show where it begins."""
        self._show()

    def action_step(self, by: int) -> None:
        """Go so many words on."""
        self._at = max(0, min(len(self._words) - 1, self._at + by))
        self._show()

    def action_line(self, by: int) -> None:
        """Go so many lines down."""
        at = bisect_right(self._starts, self._pane.word_beside(Span(*self._words[self._at]), by)) - 1
        self._at = max(0, at)
        self._show()

    def action_stretch(self, by: int) -> None:
        """Mark from here, going on."""
        self._anchor = self._at if self._anchor is None else self._anchor
        self.action_step(by)

    def action_stretch_line(self, by: int) -> None:
        """Mark from here, going on by a line."""
        self._anchor = self._at if self._anchor is None else self._anchor
        self.action_line(by)

    def action_anchor(self) -> None:
        """Begin the mark here, or begin anew."""
        self._anchor = self._at if self._anchor is None else None
        self._show()

    def action_take(self) -> None:
        """Hand over the marked words, or the one word."""
        self._pane.select(None)
        self.dismiss(self._span())

    def action_leave(self) -> None:
        """Close without a mark."""
        self._pane.select(None)
        self.dismiss(None)

    def _span(self) -> Span:
        first, last = sorted((self._at, self._at if self._anchor is None else self._anchor))
        return Span(self._words[first][0], self._words[last][1])

    def _show(self) -> None:
        self._pane.select(None if self._anchor is None else self._span(), Span(*self._words[self._at]))

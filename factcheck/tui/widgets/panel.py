"""The panel with all that is known about the current claim."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Size

from factcheck.tui.commands import Scope
from factcheck.tui.flow import Paragraph, Piece, flow
from factcheck.tui.keymap import bindings
from factcheck.tui.widgets.lines import LineView

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LABEL = 9
"""Width of the label column, in cells."""


class ClaimPanel(LineView):
    """Labelled paragraphs, the labels in a column of their own. It scrolls when there is more than room for."""

    BINDINGS = bindings(Scope.PANEL)
    HELP = (
        "What is known about the claim: verdict, findings, earlier claims, note, sources, contacts, speaker, facts. "
        "In the comparison with an earlier claim, [-struck-] words stood only there, {+added+} ones stand only here."
    )

    def __init__(self, id: str = "panel") -> None:  # noqa: A002  # Textual's name for it
        super().__init__(id)
        self._paragraphs: Sequence[Paragraph] = ()
        self._lines: list[tuple[Piece, ...]] = []

    def show(self, paragraphs: Sequence[Paragraph], *, again: bool = False) -> None:
        """Show these paragraphs from the top, or from where they are scrolled to when it is the same claim again."""
        self._paragraphs = paragraphs
        before = self._lines
        self.virtual_size = Size(self._laid_width, self.lay_out(self._laid_width))
        self.scroll_to(y=self.scroll_offset.y if again else 0, animate=False, immediate=True)
        # Claims have much in common: only the lines that read differently are painted.
        both = zip_longest(before, self._lines)
        self.redraw([line for line, (old, new) in enumerate(both) if old != new])

    def lay_out(self, width: int) -> int:
        """Wrap the paragraphs beside their labels."""
        self._lines = flow(self._paragraphs, max(1, width - 1), _LABEL)
        return len(self._lines)

    def draw(self, line: int) -> Iterable[Segment]:
        """A line of it."""
        yield Segment(" ", self.base)
        for piece in self._lines[line]:
            yield Segment(piece.text, self.style(f"panel--{piece.style}" if piece.style else ""))

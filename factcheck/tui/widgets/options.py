"""Rows of words of which one, or several, are chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from factcheck.tui.wrap import cells, shown

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from textual.binding import BindingType
    from textual.events import Click
    from textual.geometry import Size


class OptionRow(Widget, can_focus=True):
    """All the words side by side, the chosen one in brackets; left and right choose.

    Args:
        words: What can be chosen, one at least.
        chosen: Index of the one that is.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "step(-1)", show=False),
        Binding("right,l,space", "step(1)", show=False),
    ]

    @dataclass
    class Changed(Message):
        """Another word was chosen."""

        row: OptionRow

    chosen: reactive[int] = reactive(0)
    """Index of the chosen word."""

    def __init__(self, words: Sequence[str], chosen: int = 0, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._words = tuple(words)
        self.set_reactive(OptionRow.chosen, chosen)

    @property
    def word(self) -> str:
        """The chosen word."""
        return self._words[self.chosen]

    @property
    def taken(self) -> Collection[int]:
        """Indexes of what stands in brackets."""
        return (self.chosen,)

    def offer(self, words: Sequence[str]) -> None:
        """Give other words to choose from; the chosen one stays where it is still there, else it is the first."""
        chosen = self.word
        self._words = tuple(words)
        self.set_reactive(OptionRow.chosen, self._words.index(chosen) if chosen in self._words else 0)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's
        """As many lines as the words need."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The words in a row; one that has no room begins the next line, as a broken one would look like two."""
        lines = self._lines(self.content_size.width)
        return Content("\n").join(Content.assemble(*map(self._part, line)) for line in lines)

    def _part(self, index: int) -> tuple[str, str]:
        word = shown(self._words[index])
        return f"[{word}]" if index in self.taken else f" {word} ", self._style(index)

    def _lines(self, width: int) -> list[list[int]]:
        """The words by lines of a width in cells."""
        lines: list[list[int]] = []
        room = 0
        for index, word in enumerate(self._words):
            wide = cells(word) + 2
            if not lines or wide > room:
                lines.append([])
                room = width
            lines[-1].append(index)
            room -= wide
        return lines

    def _style(self, index: int) -> str:
        return "bold" if index in self.taken else ""

    def action_step(self, by: int) -> None:
        """Choose a neighbour; the ends meet."""
        self.chosen = (self.chosen + by) % len(self._words)

    def watch_chosen(self) -> None:
        """Tell the dialog."""
        self.post_message(self.Changed(self))

    def on_click(self, event: Click) -> None:
        """Choose the word under the mouse."""
        at = event.get_content_offset(self)
        lines = self._lines(self.content_size.width)
        if at is None or at.y >= len(lines):
            return
        edge = 0
        for index in lines[at.y]:
            edge += cells(self._words[index]) + 2
            if at.x < edge:
                self.chosen = index
                return


class SeveralRow(OptionRow):
    """A row in which space keeps words: left and right then only go to others, and space there keeps them too.

    As long as none is kept, it is a row of which one is chosen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "keep", show=False)]

    kept: reactive[frozenset[int]] = reactive(frozenset())
    """Indexes of the words that are kept."""

    @property
    def taken(self) -> Collection[int]:
        """Indexes of the words that are kept, from left to right, else of the chosen one."""
        return sorted(self.kept) or super().taken

    def offer(self, words: Sequence[str]) -> None:
        """Give other words to choose from; those that are kept stay so where they are still there."""
        kept = {self._words[index] for index in self.kept}
        super().offer(words)
        self.set_reactive(SeveralRow.kept, frozenset(index for index, word in enumerate(words) if word in kept))

    def action_keep(self) -> None:
        """Keep the word under the cursor, or no longer."""
        self.kept ^= {self.chosen}

    def watch_kept(self) -> None:
        """Tell the dialog."""
        self.post_message(self.Changed(self))

    def _style(self, index: int) -> str:
        cursor = "underline" if self.kept and index == self.chosen else ""
        return f"{super()._style(index)} {cursor}".strip()

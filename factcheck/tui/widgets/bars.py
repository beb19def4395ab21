"""The lines above and below the panes: title, progress, keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widgets import Static

from factcheck.tui.commands import Scope, commands_in
from factcheck.tui.signs import SIGNS, Look
from factcheck.tui.wrap import cells, clipped

if TYPE_CHECKING:
    from collections.abc import Collection

    from factcheck.model import Progress
    from factcheck.tui.keymap import Keymap


def bar(done: int, total: int, width: int) -> str:
    """A progress bar in cells; it is full only when all is done."""
    filled = width if total and done >= total else min(width - 1, width * done // max(1, total))
    return "━" * filled + "╌" * (width - filled)


def counts(progress: Progress) -> str:
    """How many claims have which verdict, in one short line."""
    found = (
        (Look.VERIFIED, progress.verified),
        (Look.DISPUTED, progress.disputed),
        (Look.UNSOURCED, progress.unsourced),
    )
    return " ".join(f"{SIGNS[look]}{count}" for look, count in found)


class OneLine(Static):
    """A line with something at its left end and something at its right; the left gives way when there is no room."""

    # Its size comes from the screen, which need not be laid out again when it has got one.
    virtual_size = Reactive(Size(0, 0))

    def __init__(self, id: str) -> None:  # noqa: A002  # Textual's name for it
        super().__init__(id=id, markup=False)
        self._left = ""
        self._right = ""
        self._style = ""
        self._more = ""
        self._line = Content()

    def show(self, left: str, right: str = "", style: str = "", *, more: str = "") -> None:
        """Show these; ``style`` is for the left, and ``more`` stands before the right as long as all has room."""
        if (left, right, style, more) != (self._left, self._right, self._style, self._more):
            self._left, self._right, self._style, self._more = left, right, style, more
            self._draw()

    def on_resize(self) -> None:
        """Fill the new width."""
        self._draw()

    def _draw(self) -> None:
        width = self.content_size.width
        whole = f"{self._more}{self._right}"
        right = whole if cells(self._left) + 2 + cells(whole) <= width else clipped(self._right, width)
        left = clipped(self._left, max(0, width - cells(right) - 2))
        gap = " " * (width - cells(left) - cells(right))
        self._line = Content.assemble((left, self._style), gap, right)
        self.update(self._line, layout=False)

    def render_line(self, y: int) -> Strip:
        """Draw the line as it is.

        Textual would wrap it, align it and look for links in it, at each mark: as much work as for the panes.
        """
        if y or self.text_selection is not None:
            return super().render_line(y)
        drawn = self._line.render(self.visual_style, "", self._get_style)
        return Strip([Segment(text, style.rich_style) for text, style in drawn], self.content_size.width)


class KeysLine(Static):
    """The keys that matter here, as many as there is room for.

    Args:
        keymap: The effective keys.
        scope: The screen's commands.
    """

    def __init__(self, keymap: Keymap, scope: Scope) -> None:
        super().__init__(id="keys", markup=False)
        self._keymap = keymap
        self._scope = scope
        self._first = ["help"]
        self._only: Collection[str] | None = None

    def lead_with_tour(self, new: bool) -> None:
        """Put the tour where everybody sees it, for who is new here."""
        self._first = ["help", "tour"] if new else ["help"]
        self.on_resize()

    def show_only(self, ids: Collection[str]) -> None:
        """Of the screen's own commands show only these from now on."""
        self._only = ids
        self.on_resize()

    def on_resize(self) -> None:
        """Fill the new width."""
        room = self.content_size.width
        commands = [command for command in commands_in(self._scope, Scope.EVERYWHERE) if command.footer]
        if self._only is not None:
            commands = [one for one in commands if one.scope is Scope.EVERYWHERE or one.id in self._only]
        # Help first of all: it leads to all the others.
        commands.sort(key=lambda command: command.id not in self._first)
        parts: list[str | tuple[str, str]] = []
        for command in commands:
            key = self._keymap.shown(command.id)
            size = cells(key) + 1 + cells(command.footer) + 2
            if size > room + 2:
                break
            room -= size
            parts += [(key, "bold"), f" {command.footer}  "]
        self.update(Content.assemble(*parts), layout=False)

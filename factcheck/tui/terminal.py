"""What the terminal is told: of each line only the cells that are other than those that stand there, in few bytes.

Textual writes every line that was touched from end to end, and each piece of it with all its colours: 5 kB for a step
from one claim to the next, where 1.5 kB will do. Over a slow line that is what one waits for.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rich.console import COLOR_SYSTEMS
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.color import ColorSystem
    from rich.console import Console
    from textual.strip import Strip

_BRIDGED: Final = 6
"""Cells that stay as they are between two that change: to pass over more of them costs less than to write them."""

_PLAIN: Final = re.compile(
    r"[ -~\xa0-\xac\xae-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2bff]*"
)
"""Text of which every terminal thinks alike how many cells it takes, together with what Textual thinks."""

_NONE: Final = Style.null()

_Cells = tuple[str, list[Style]]
"""Characters and their styles, one a cell."""


class Terminal:
    """What stands on a terminal, as far as it was told by us."""

    def __init__(self) -> None:
        self._lines: dict[int, tuple[tuple[int, ...], dict[int, tuple[Strip, _Cells | None]]]] = {}

    def forget(self) -> None:
        """Somebody else wrote on it, or it has another size."""
        self._lines.clear()

    def telling(self, update: CompositorUpdate) -> CompositorUpdate:
        """The same update, told in fewer bytes when it comes to that."""
        return _Telling(self, update)

    def tell(self, update: CompositorUpdate, console: Console) -> str:
        """Say what to write for an update; from then on that is taken to stand there.

        Args:
            update: What Textual wants to be seen.
            console: Knows how many colours the terminal has.
        """
        pen = _Pen(COLOR_SYSTEMS[console.color_system or "truecolor"])
        if isinstance(update, ChopsUpdate):
            for y, x1, x2 in update.spans:
                pieces = update.chops[y]
                wanted = zip(pieces.items(), update.chop_ends[y], strict=False)
                here = {x: strip for (x, strip), end in wanted if strip is not None and x < x2 and end > x1}
                self._tell_line(pen, y, tuple(pieces), here)
        elif isinstance(update, LayoutUpdate):
            self.forget()
            for y, strips in enumerate(update.strips, update.region.y):
                line, x = {}, update.region.x
                for strip in strips:
                    line[x] = strip
                    x += strip.cell_length
                self._tell_line(pen, y, tuple(line), line)
        else:
            self.forget()
            return update.render_segments(console)
        return pen.told()

    def _tell_line(self, pen: _Pen, y: int, cuts: tuple[int, ...], strips: dict[int, Strip]) -> None:
        known = self._lines.get(y)
        if known is None or known[0] != cuts:
            known = self._lines[y] = cuts, {}
        for x, strip in strips.items():
            before, there = known[1].get(x, (None, None))
            if strip is before:
                continue
            cells = _cells_of(strip)
            known[1][x] = strip, cells
            if cells is None or there is None or len(there[0]) != len(cells[0]):
                pen.write(y, x, strip)
                continue
            for start, end in _changed(there, cells):
                pen.write_cells(y, x + start, cells[0][start:end], cells[1][start:end])


class _Telling(CompositorUpdate):
    def __init__(self, terminal: Terminal, update: CompositorUpdate) -> None:
        self._terminal = terminal
        self._update = update

    def render_segments(self, console: Console) -> str:
        """Say what to write."""
        return self._terminal.tell(self._update, console)


class _Pen:
    """Puts what is to be written together; it says of a style only in what it differs from the one before."""

    def __init__(self, colours: ColorSystem) -> None:
        self._colours = colours
        self._parts: list[str] = []
        self._style = _NONE

    def write(self, y: int, x: int, strip: Strip) -> None:
        """Write a whole piece of a line."""
        self._parts.append(f"\x1b[{y + 1};{x + 1}H")
        for text, style, _ in strip:
            if style is not None and style.link:
                self._take(_NONE)
                self._parts.append(style.render(text, color_system=self._colours))
            else:
                self._take(style or _NONE)
                self._parts.append(text)

    def write_cells(self, y: int, x: int, text: str, styles: list[Style]) -> None:
        """Write some cells of a line."""
        self._parts.append(f"\x1b[{y + 1};{x + 1}H")
        begun = 0
        for at in range(1, len(text) + 1):
            if at == len(text) or styles[at] is not styles[begun]:
                self._take(styles[begun])
                self._parts.append(text[begun:at])
                begun = at

    def _take(self, style: Style) -> None:
        if style is not self._style:
            self._parts.append(_turn(self._style, style, self._colours))
            self._style = style

    def told(self) -> str:
        """All of it; the terminal is left in no style."""
        self._take(_NONE)
        return "".join(self._parts)


@lru_cache(maxsize=4096)
def _turn(old: Style, new: Style, colours: ColorSystem) -> str:
    """What makes of one style another."""
    if old == new:
        return ""
    whole = _codes(new, colours)
    if old == _NONE:
        return whole
    if not whole or _codes(old.without_color, colours) != _codes(new.without_color, colours):
        return f"\x1b[0;{whole[2:]}" if whole else "\x1b[0m"
    codes: list[str] = []
    if old.color != new.color:
        codes += new.color.downgrade(colours).get_ansi_codes() if new.color else ["39"]
    if old.bgcolor != new.bgcolor:
        codes += new.bgcolor.downgrade(colours).get_ansi_codes(foreground=False) if new.bgcolor else ["49"]
    return f"\x1b[{';'.join(codes)}m" if codes else ""


def _codes(style: Style, colours: ColorSystem) -> str:
    """What takes a style on a terminal that has none."""
    return style.render("|", color_system=colours).partition("|")[0]


def _cells_of(strip: Strip) -> _Cells | None:
    """The cells of a piece of a line, None where terminals may not agree which they are."""
    text = strip.text
    if len(text) != strip.cell_length or not _PLAIN.fullmatch(text):
        return None
    styles: list[Style] = []
    for part, style, _ in strip:
        if style is not None and style.link:
            return None
        styles += [style or _NONE] * len(part)
    return text, styles


def _changed(old: _Cells, new: _Cells) -> Iterator[tuple[int, int]]:
    """Where cells differ: start and end of each stretch."""
    begun = last = -1
    for at, (was, now, was_so, now_so) in enumerate(zip(old[0], new[0], old[1], new[1], strict=True)):
        if was == now and (was_so is now_so or was_so == now_so):
            continue
        if begun < 0:
            begun = at
        elif at - last > _BRIDGED:
            yield begun, last + 1
            begun = at
        last = at
    if begun >= 0:
        yield begun, last + 1

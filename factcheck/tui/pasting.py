"""What is pasted is text, whatever is in it: nothing of it becomes a key."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.driver import Driver
    from textual.message import Message

MOST_PASTED: Final = 20_000
"""Characters that one paste brings in: ten pages. An input of a megabyte would be drawn for minutes at each key."""

_NO_TEXT: Final = {code: None for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n\r"}
"""Control characters but for tabs and ends of lines."""


class PasteParser(XTermParser):
    """Reads what a terminal sends as Textual does, but takes a paste as text up to its end.

    Textual takes what follows an ESC in a paste for keys: coloured words that somebody copied from a terminal would
    mark claims, and a return among them would save a form.

    Args:
        debug: As Textual's.
    """

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._is_pasting = False
        self._last = ""
        """The end of what came, in which a mark may have begun."""

    def feed(self, data: str) -> Iterable[Message]:
        """Parse what came."""
        if not data:
            yield from super().feed(data)
            return
        for part in self._parts(data):
            yield from super().feed(part)

    def _parts(self, data: str) -> Iterator[str]:
        """The same in parts, those that are pasted without control characters."""
        while data:
            if not self._is_pasting:
                # What may be the begin of a mark goes on at once: it may be the Escape key, too.
                before = self._last
                place = (before + data).find(BRACKETED_PASTE_START)
                end = len(data) if place < 0 else place + len(BRACKETED_PASTE_START) - len(before)
                self._last = (before + data[:end])[1 - len(BRACKETED_PASTE_START) :]
                yield data[:end]
                data = data[end:]
                if place >= 0:
                    self._is_pasting, self._last = True, ""
                continue
            data = self._last + data
            text, mark, rest = data.partition(BRACKETED_PASTE_END)
            # What may be the begin of the mark is kept back.
            kept = 0 if mark else next((n for n in range(5, 0, -1) if text.endswith(BRACKETED_PASTE_END[:n])), 0)
            self._last = text[len(text) - kept :] if kept else ""
            yield from filter(None, (text[: len(text) - kept].translate(_NO_TEXT), mark))
            self._is_pasting = not mark
            data = rest


def in_one_line(text: str) -> str:
    """What a field of one line has of a paste: Textual's would take its first line and drop the others."""
    lines = text.splitlines()
    return " ".join(filter(None, map(str.strip, lines))) if len(lines) > 1 else text


def with_pastes(driver: type[Driver]) -> type[Driver]:
    """Let a driver of Textual's read pastes so; which parser it takes is no option of it."""
    for base in driver.__mro__:
        module = sys.modules[base.__module__]
        if hasattr(module, "XTermParser"):
            setattr(module, "XTermParser", PasteParser)  # noqa: B010  # not for mypy
    return driver

"""What a terminal takes: no control characters from anywhere, and ASCII where it takes nothing else."""

from __future__ import annotations

import os
import sys
from functools import cache
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.segment import Segment
from textual.filter import LineFilter

from factcheck.tui.wrap import KEPT_BACK

if TYPE_CHECKING:
    from textual.color import Color

_SIGNS: Final = (
    '✓v ✗x ·. ↻@ ≠/ ≈& …> •* –- —- ‐- ‑- −- ×x ⌫< ←< →> ↑^ ↓v ‹< ›> «" »" ‘\' ’\' ‚\' “" ”" „" ½/ ┊: ╌- ━= ─- ═=',
    "│| ┃| ║| ▏| ▎| ▍| ▌| ▐| ▕| █# ▉# ▊# ▋# ▁_ ▂_ ▃_ ▄_ ▅# ▆# ▇# ▔- ▀#",
    "┌+ ┐+ └+ ┘+ ╭+ ╮+ ╰+ ╯+ ├+ ┤+ ┬+ ┴+ ┼+ ╒+ ╕+ ╘+ ╛+ ╔+ ╗+ ╚+ ╝+ ┏+ ┓+ ┗+ ┛+",
)
"""Each sign with the one that stands for it; all are one cell wide."""


_NO_UNICODE: Final = ("C", "POSIX")
_COERCED: Final = ("C.UTF-8", "C.utf8", "UTF-8")
"""What Python puts in their place."""


class Harmless(LineFilter):
    """Keeps back what a terminal would obey, whatever widget has it, cell for cell.

    The panes and dialogs show no such character; a field shows what it is filled with, such as words of the article.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  # LineFilter's
        """The same segments without such characters."""
        return [
            segment if segment.text.isprintable() else Segment(segment.text.translate(_harmless()), *segment[1:])
            for segment in segments
        ]


@cache
def _harmless() -> dict[int, str]:
    """What each such character becomes; made when the first one comes, as that takes 8 ms."""
    return {code: " " * cell_len(chr(code)) for code in KEPT_BACK}


class _Table(dict[int, str]):
    """What each character becomes; those not met before are judged when they come."""

    def __init__(self, encoding: str) -> None:
        super().__init__((ord(pair[0]), pair[1]) for signs in _SIGNS for pair in signs.split())
        self._encoding = encoding

    def __missing__(self, code: int) -> str:
        character = chr(code)
        try:
            character.encode(self._encoding)
            shown = character
        except UnicodeEncodeError:
            shown = "?" * cell_len(character)
        self[code] = shown
        return shown


class Plain(LineFilter):
    """Brings every line of the screen to what an encoding can write, cell for cell.

    Args:
        encoding: The terminal's, such as ``ascii`` or ``latin-1``.
    """

    def __init__(self, encoding: str = "ascii") -> None:
        super().__init__()
        self._table = _Table(encoding)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  # LineFilter's
        """The same segments in other letters."""
        return [
            segment if segment.text.isascii() else Segment(segment.text.translate(self._table), *segment[1:])
            for segment in segments
        ]


def terminal_encoding() -> str | None:
    """The encoding of the terminal where that is not Unicode; None where all can be written.

    Textual writes to the process's own standard error, in which Python writes UTF-8 also where the locale is C: what
    counts is the locale that was asked for. The console of Linux has 256 signs, whatever its encoding.
    """
    asked = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_CTYPE", "LANG"))), "")
    # Where only LANG says C, Python itself has set LC_CTYPE by now.
    if asked in _NO_UNICODE or os.environ.get("TERM") == "linux" or _is_coerced():
        return "ascii"
    encoding = getattr(sys.__stderr__, "encoding", None) or "utf-8"
    return None if encoding.lower().replace("-", "").startswith("utf") else str(encoding)


def _is_coerced() -> bool:
    """Whether Python has put UTF-8 in the place of a locale that somebody chose."""
    return os.environ.get("LANG") in _NO_UNICODE and os.environ.get("LC_CTYPE") in _COERCED

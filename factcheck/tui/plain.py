"""Signs, lines and letters in ASCII, for terminals that take nothing else."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.segment import Segment
from textual.filter import LineFilter

if TYPE_CHECKING:
    from textual.color import Color

_SIGNS: Final = (
    '✓v ✗x ·. ↻@ ≠/ ≈~ …~ •* –- —- ‐- ‑- −- ×x ⌫< ←< →> ↑^ ↓v ‹< ›> «" »" ‘\' ’\' ‚\' “" ”" „" ½/ ┊: ╌- ━= ─- ═=',
    "│| ┃| ║| ▏| ▎| ▍| ▌| ▐| ▕| █# ▉# ▊# ▋# ▁_ ▂_ ▃_ ▄_ ▅# ▆# ▇# ▔- ▀#",
    "┌+ ┐+ └+ ┘+ ╭+ ╮+ ╰+ ╯+ ├+ ┤+ ┬+ ┴+ ┼+ ╒+ ╕+ ╘+ ╛+ ╔+ ╗+ ╚+ ╝+ ┏+ ┓+ ┗+ ┛+",
)
"""Each sign with the one that stands for it; all are one cell wide."""


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

    Textual writes to the process's own standard error.
    """
    encoding = getattr(sys.__stderr__, "encoding", None) or "utf-8"
    return None if encoding.lower().replace("-", "").startswith("utf") else str(encoding)

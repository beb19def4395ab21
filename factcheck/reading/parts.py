"""Text that comes in parts, as every format with markup gives it, put together with what the markup says of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.reading.cutting import Hint, cut, goes_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.reading.cutting import Piece

_NEAR: Final = 500
"""Code points of a line that tell whether its sentence goes on."""
JOINT: Final = "\n\n"
"""What stands between two parts in the text."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some readable text, and what the markup says of it."""

    text: str
    hint: Hint = Hint.NONE


def put_together(parts: Sequence[Part]) -> tuple[str, list[Piece]]:
    """Join parts to a text, and cut that into pieces with the hints of the parts that they lie in."""
    text = JOINT.join(part.text for part in parts)
    pieces: list[Piece] = []
    at, end = 0, len(parts[0].text) if parts else 0
    within = False
    for piece in cut(text):
        while piece.end > end:
            at, within = at + 1, False
            end += len(JOINT) + len(parts[at].text)
        if within and _are_one(text, pieces[-1], piece):
            pieces[-1].end = piece.end
            continue
        piece.hint, piece.broken = parts[at].hint, within
        if within:
            pieces[-1].broken = True
        pieces.append(piece)
        within = True
    return text, pieces


def _are_one(text: str, piece: Piece, after: Piece) -> bool:
    """Whether two lines of one part are of one sentence."""
    line = text[max(piece.start, piece.end - _NEAR) : piece.end].rsplit("\n", 1)[-1]
    return goes_on(line, text[after.start : min(after.end, after.start + _NEAR)])

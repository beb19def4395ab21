"""Text that comes in parts, as every format with markup gives it, put together with what the markup says of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.reading.cutting import Hint, cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.reading.cutting import Piece

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
    pieces = cut(text)
    at, end = 0, len(parts[0].text) if parts else 0
    for piece in pieces:
        while piece.end > end:
            at += 1
            end += len(JOINT) + len(parts[at].text)
        piece.hint = parts[at].hint
    return text, pieces

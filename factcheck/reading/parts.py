"""A story in parts, as formats with markup have it: each some readable text, and what the markup says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.reading.cutting import Hint, cut
from factcheck.reading.roles import assign

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Block


@dataclass(frozen=True, slots=True)
class Part:
    """Some readable text, and what the markup says of it."""

    text: str
    hint: Hint = Hint.NONE


def laid_out(parts: Sequence[Part]) -> tuple[str, tuple[Block, ...]]:
    """The text of all parts, an empty line between them, and its blocks with their roles."""
    text = "\n\n".join(part.text for part in parts)
    pieces = cut(text)
    ends: list[int] = []
    for part in parts:
        ends.append((ends[-1] + 2 if ends else 0) + len(part.text))
    at = 0
    for piece in pieces:
        while piece.end > ends[at]:
            at += 1
        piece.hint = parts[at].hint
    return text, assign(text, pieces)

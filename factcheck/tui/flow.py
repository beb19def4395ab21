"""Lays out labelled paragraphs of styled pieces in lines: what the claim panel and the dialogs show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.tui.wrap import cells, lines_of, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text in one style."""

    text: str
    style: str = ""
    """Last part of a component class, empty for plain text."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A label and what it says."""

    pieces: tuple[Piece, ...]
    label: str = ""
    """Stands left of the first line; the lines align behind it."""


def flow(paragraphs: Sequence[Paragraph], width: int, label: int) -> list[tuple[Piece, ...]]:
    """Lay out paragraphs.

    Args:
        paragraphs: From top to bottom.
        width: Of the whole, in cells.
        label: Width of the label column, in cells; 0 when there is none.

    Returns:
        The lines; none is wider than ``width``, unless that is too narrow for a single character.
    """
    return [line for paragraph in paragraphs for line in _laid(paragraph, max(1, width - label), label)]


def _laid(paragraph: Paragraph, width: int, label: int) -> Iterator[tuple[Piece, ...]]:
    # Wrapped as one text: a word may go through several pieces.
    text = shown("".join(piece.text for piece in paragraph.pieces))
    name = paragraph.label[: max(0, label - 1)]
    margin = Piece(name + " " * (label - cells(name)), "label")
    for start, end in lines_of(text, 0, len(text), width) if text.strip() else [(0, 0)]:
        yield (margin, *_cut(paragraph.pieces, start, end)) if label else tuple(_cut(paragraph.pieces, start, end))
        margin = Piece(" " * label, "label")


def _cut(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    at = 0
    for piece in pieces:
        text = shown(piece.text)
        if part := text[max(0, start - at) : max(0, end - at)]:
            yield Piece(part, piece.style)
        at += len(text)

"""Wraps a text to a width in cells and keeps the way back to offsets.

Offsets are code points into the text as it is; what is shown differs from it only by `shown`, which maps every code
point for itself, so that a stretch of text and what is shown of it always belong together.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len, split_graphemes

from factcheck.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Block

_TAB: Final = " " * 4

_SHOWN: Final[dict[int, str]] = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], ""),
    **dict.fromkeys([0x0A, 0x0D, 0x85, 0x2028, 0x2029], " "),
    0x09: _TAB,
    # Invisible, and each terminal has its own idea of their width.
    **dict.fromkeys([0xAD, 0x200B, 0x2060, 0xFEFF], ""),
    # Marks that turn the direction of all that follows, beyond the line that they stand in.
    **dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], ""),
    # Half a character, which no terminal can be sent.
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    # Language tags: invisible letters.
    **dict.fromkeys(range(0xE0000, 0xE0080), ""),
}

KEPT_BACK: Final = frozenset(_SHOWN)
"""The characters that no terminal is sent as they are."""

_WORD: Final = re.compile(r"\S+")
_HANGS: Final = re.compile(
    r"(?:[-–—*•·▪◦‣●○]|\(?(?:\d{1,3}|[a-z])\)|\d{1,3}\.)[ \t]+(?=\S)|(?:>[ \t]?)+(?=\S)|[“„«‘\"](?=\S)"
)
"""What begins an entry of a list or a quotation: the lines below stand beside it, not under it."""
_HANG: Final = 8
"""So many cells at most; and a third of the line."""
_BARE_WORD: Final = re.compile(r"[$€£¥]?\w+(?:[’'.,/-]\w+)*%?")


def shown(text: str) -> str:
    """The text as a terminal may have it: one line, without control characters, tabs as spaces."""
    return text if text.isascii() and text.isprintable() else text.translate(_SHOWN)


def cells(text: str) -> int:
    """How many cells the text takes as it is shown."""
    return len(text) if text.isascii() and text.isprintable() else cell_len(text.translate(_SHOWN))


def clipped(text: str, width: int) -> str:
    """The text as it is shown, in one line of at most ``width`` cells; an ellipsis says that more follows."""
    text = shown(text)
    if cell_len(text) <= width:
        return text
    if width <= 0:
        return ""
    kept = used = 0
    for _, end, size in split_graphemes(text)[0]:
        if used + size > width - 1:
            break
        kept, used = end, used + size
    return f"{text[:kept].rstrip()}…"


def lines_of(text: str, start: int, end: int, width: int, hang: int = 0) -> Iterator[tuple[int, int]]:
    """Break a stretch of text into lines.

    Args:
        text: The text that the offsets are of.
        start: Of the stretch.
        end: Of the stretch.
        width: In cells, 1 at least.
        hang: By so many cells the lines after the first are narrower: those of the mark that the first begins with.

    Yields:
        Start and end of each line: both at words, so that white space hangs between the lines. A word that is wider
        than a line is cut between graphemes, and begins on the line of its mark; a grapheme wider than the line stands
        alone and sticks out.
    """
    stretch = text[start:end]
    if stretch.isascii() and stretch.isprintable():
        for a, b in _plain_lines(stretch, width, hang):
            yield start + a, start + b
        return
    first = last = -1  # the line so far
    used, room = 0, width
    for word in _WORD.finditer(text, start, end):
        a, b = word.span()
        size = cells(word.group())
        gap = cells(text[last:a]) if first >= 0 else 0
        if first >= 0 and used + gap + size <= room:
            last, used = b, used + gap + size
            continue
        if hang and room == width and used + gap == hang:
            *whole, (a, b) = _chopped(text, a, b, width - hang)
            if whole:  # its first piece stands beside the mark
                yield first, whole[0][1]
                yield from whole[1:]
                first = -1
                room = width - hang
                size = cells(text[a:b])
        if first >= 0:
            yield first, last
            room = width - hang
        if size > room:
            room = width - hang
            *whole, (a, b) = _chopped(text, a, b, room)
            yield from whole
            size = cells(text[a:b])
        first, last, used = a, b, size
    if first >= 0:
        yield first, last


def _plain_lines(text: str, width: int, hang: int) -> Iterator[tuple[int, int]]:
    """The same for text in which each character takes a cell, and nothing but spaces is white: line by line."""
    at, room = _word_from(text, 0), width
    while at < len(text):
        stop = at + room
        if stop < len(text) and text[stop] != " ":
            stop = text.rfind(" ", at, stop)
            if hang and room == width and _word_from(text, stop) == at + hang:
                stop = at + width  # the word is wider than a line, and begins beside the mark
        if stop < 0:  # a word that is wider than a line
            room = width - hang
            yield at, at + room
            at += room
            continue
        stop = at + len(text[at:stop].rstrip(" "))
        yield at, stop
        at, room = _word_from(text, stop), width - hang


def _word_from(text: str, at: int) -> int:
    """Where the next word begins."""
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def _chopped(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    """Cut one long word into pieces that fit."""
    word = text[start:end]
    if word.isascii() and word.isprintable():
        return [(at, min(at + width, end)) for at in range(start, end, width)]
    pieces: list[tuple[int, int]] = []
    begun, used = start, 0
    # Graphemes are found in the raw word: what is shown of it may have fewer code points.
    for a, b, _ in split_graphemes(word)[0]:
        size = cells(word[a:b])
        if used + size > width and start + a > begun:
            pieces.append((begun, start + a))
            begun, used = start + a, 0
        used += size
    pieces.append((begun, end))
    return pieces


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a pane."""

    start: int
    end: int
    """Where its last word ends; the white space after it hangs and is not shown."""
    block: int | None
    """Index of the block that it belongs to, None for a line of spacing."""
    indent: int = 0
    """Empty cells before its first word."""


class Layout:
    """A draft wrapped to one width.

    Args:
        text: The draft's text.
        blocks: Its blocks in text order.
        width: Of a line, in cells.
        read: Up to this offset it was read: behind the line on which that ends a line is left empty for a rule.
    """

    def __init__(self, text: str, blocks: Sequence[Block], width: int, read: int = 0) -> None:
        lines = list(_laid(text, blocks, max(1, width)))
        self.text = text
        """What the offsets are of."""
        self._starts = [line.start for line in lines]
        self.rule: int | None = None
        """The line that is left empty for the rule; None when nothing was read, or all."""
        at = bisect_left(self._starts, read)
        if 0 < at < len(lines):
            self.rule = at
            if lines[at].block is not None:
                lines.insert(at, Line(lines[at].start, lines[at].start, None))
                self._starts.insert(at, lines[at].start)
        self.lines = tuple(lines)
        """From top to bottom."""

    def line_of(self, offset: int) -> int:
        """The line on which a code point stands or, between two lines, the one before it."""
        index = max(0, bisect_right(self._starts, offset) - 1)
        while index and self.lines[index].block is None:
            index -= 1  # spacing begins where the line above it ends
        return index

    def line_after(self, offset: int) -> int:
        """The first line all of which stands after a stretch of text that ends there."""
        index = bisect_left(self._starts, offset)
        while index < len(self.lines) and self.lines[index].block is None:
            index += 1
        return index

    def span_of_lines(self, start: int, end: int) -> range:
        """The lines that a stretch of text touches."""
        return range(self.line_of(start), self.line_of(max(start, end - 1)) + 1) if self.lines else range(0)

    def offset_at(self, line: int, cell: int) -> int:
        """The code point under a cell; left or right of the line's words the first or the end of the last."""
        there = self.lines[line]
        at = there.indent
        for a, b, _ in split_graphemes(self.text[there.start : there.end])[0]:
            at += cells(self.text[there.start + a : there.start + b])
            if cell < at:
                return there.start + a
        return there.end

    def cell_of(self, offset: int) -> int:
        """How many cells of its line stand before a code point, the indent too."""
        line = self.lines[self.line_of(offset)]
        return line.indent + cells(self.text[line.start : min(offset, line.end)])


def _laid(text: str, blocks: Sequence[Block], width: int) -> Iterator[Line]:
    above: Block | None = None
    for index, block in enumerate(blocks):
        hang = _hang(text, block, width)
        lines = list(lines_of(text, block.start, block.end, width, hang))
        if not lines:
            continue
        if above is not None and not (is_furniture(above.role) and is_furniture(block.role)):
            yield Line(lines[0][0], lines[0][0], None)
        above = block
        for row, (start, end) in enumerate(lines):
            yield Line(start, end, index, hang if row else 0)


def _hang(text: str, block: Block, width: int) -> int:
    """By how many cells the lines of a block after its first one are indented."""
    found = _HANGS.match(text, block.start, block.end)
    taken = cells(found[0]) if found else 0
    return taken if taken <= min(_HANG, width // 3) else 0


def is_furniture(role: Role) -> bool:
    """Whether what has this role is dimmed: it bears no claims, and is no heading of the story."""
    return role.section is None and role is not Role.CROSSHEAD


def words(text: str) -> list[tuple[int, int]]:
    """Start and end of every word, without the punctuation around it, for going through the text word by word."""
    return [found.span() for found in _BARE_WORD.finditer(text)]

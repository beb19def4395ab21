"""The lines of a PDF as they stand on its pages, and those that are on every page and so no part of the story."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from factcheck.reading import pdf_letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BREAKS: Final = frozenset({0x02, 0xAD})
"""What the library gives for a hyphen at which a word goes on in the next line, and the soft hyphen."""
_ENDS: Final = frozenset({0x0A, 0x0D})
_LETTERS: Final = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\xa0": " "}
    | dict.fromkeys(map(chr, (*range(0x20), 0x7F)), "")
)
"""Ligatures are the letters that they join; control characters are nothing."""
_MARK: Final = re.compile(r"\A[\ue000-\uf8ff](?=\s)")
"""Of an item of a list: a letter of a font of symbols, which has no other meaning."""
_EDGE: Final = 2
"""Rows at the top and at the bottom of a page among which a running head or foot is looked for."""
_NUMBER: Final = re.compile(r"\W*(?:page\s|p\.\s?)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_PRINTED: Final = re.compile(
    r"(?:https?|file)://\S+(?:\s+\d{1,4}/\d{1,4})?|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},\s+\d{1,2}:\d\d\b.*", re.IGNORECASE
)
"""What a browser writes above and below a page that it prints: day, time and title, address and number."""
_AGAIN: Final = 3
"""Pages at whose edge a line stands that is no text: a chapter has its own head. Of a short file two are enough."""
_SHORT: Final = 6
"""Pages below which a file is short."""
_COUNT: Final = re.compile(r"(?<![\d.,])\d{1,4}(?![\d.,]*\d)")
"""What may be the number of a page; a part of 12,400 is none."""
_ROW: Final = 0.3
"""Of a letter's size: lines whose letters stand less apart in height stand side by side."""
_APART: Final = 1.2
"""A head or foot stands further from the text than the paragraphs from each other, by this share."""
_PARAGRAPH: Final = 0.9
"""Of the distances of rows so many are at most as large as that of two paragraphs; what is above a heading is more."""
_LEADINGS: Final = 2
"""The same in distances of lines, for a file that does not tell how far paragraphs are from each other."""
_OTHER_SIZE: Final = 0.1
_SHORT_LINE: Final = 0.7
"""Of the longest line of a file: what is longer may well be a line of the text."""
_STOPPED: Final = re.compile(r"[.!?…:;,][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line on a page; lengths are in points, with the origin in the page's lower left corner."""

    text: str
    left: float
    right: float
    base: float
    """Where its letters stand."""
    size: float
    """Of its font; comparable within one file only."""
    hyphen: bool = False
    """Whether a hyphen stood at its end, which is not in the text."""


def lines_of(page: Any, raw: Any) -> Iterator[Line]:
    """The lines of a page in reading order.

    Args:
        page: A text page of pypdfium2.
        raw: The library's own functions.
    """
    letters: list[tuple[int, str]] = []
    count, page = page.count_chars(), page.raw
    codes = [raw.FPDFText_GetUnicode(page, at) for at in range(count)]
    replaced = pdf_letters.settled(page, raw, codes)
    for at, code in enumerate(codes):
        if at in replaced:
            letters += [(at, replaced[at])] if replaced[at] else []
        elif code in _ENDS or code in _BREAKS:
            yield from _line(page, raw, letters, hyphen=code in _BREAKS)
            letters = []
        else:
            letters.append((at, chr(code) if code else "\ufffd"))
    yield from _line(page, raw, letters, hyphen=False)


def _line(page: Any, raw: Any, letters: list[tuple[int, str]], *, hyphen: bool) -> Iterator[Line]:
    """The line that these letters of a page make, with their indexes; none where there is nothing to be seen.

    A hyphen at its end is cut off where a letter or digit stands before it.
    """
    seen = [at for at, letter in letters if not letter.isspace() and letter.isprintable()]
    if not seen:
        return
    left, right, bottom, top, x, base = (ctypes.c_double() for _ in range(6))
    raw.FPDFText_GetCharBox(page, seen[-1], left, right, bottom, top)
    end = right.value
    raw.FPDFText_GetCharBox(page, seen[0], left, right, bottom, top)
    raw.FPDFText_GetCharOrigin(page, seen[0], x, base)
    size = raw.FPDFText_GetFontSize(page, seen[len(seen) // 2])  # of the middle: a bullet may have its own
    text = "".join(letter for _, letter in letters).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = _MARK.sub("•", text.translate(_LETTERS).strip())
    if not hyphen and text.endswith(("-", "\u2010")) and text[-2:-1].isalnum():
        text, hyphen = text[:-1], True
    if text:
        yield Line(text, left.value, end, base.value, size, hyphen)


def without_furniture(pages: Sequence[Sequence[Line]], body: float) -> tuple[list[list[Line]], tuple[str, ...]]:
    """Take out running heads, running feet and page numbers.

    A table, a list or results have lines at the edges of pages, too, that differ in nothing but a number. What is taken
    out stands at the edge of several pages in the same words, but for a number that counts with the pages; and it is
    set off from the text, or else it is the outermost row of most pages, and a page number or a short line without a
    stop that is word for word the same. What a browser prints there tells itself, on a single page, too.

    Args:
        pages: The lines of each page.
        body: Size of the body's font.

    Returns:
        The lines that are left on each page, and what was taken out, each kind of line once, as it stood first.
    """
    apart = _apart(pages)
    edges = [list(_edge(lines, page, apart, body)) for page, lines in enumerate(pages)]
    pages_with = Counter(key for edge in edges for key in {key for line in edge for key in line.keys})
    needed = _AGAIN if len(pages) >= _SHORT else 2
    short = _SHORT_LINE * max((line.right - line.left for lines in pages for line in lines), default=0.0)

    def is_furniture(at_edge: _AtEdge, key: _Key) -> bool:
        number = at_edge.is_number and key.first is not None
        if at_edge.outermost and at_edge.set_off and _PRINTED.fullmatch(at_edge.line.text):
            return True
        if len(pages) == 1:
            return number and key.first == 1 and at_edge.set_off
        count = pages_with[key]
        if at_edge.set_off:
            return count >= needed
        line = at_edge.line
        same = key.first is None and line.right - line.left < short and not _STOPPED.search(line.text)
        return at_edge.outermost and count >= _AGAIN and 2 * count > len(pages) and (number or same)

    left: list[list[Line]] = []
    taken: dict[_Key, str] = {}
    for lines, edge in zip(pages, edges, strict=True):
        out = set()
        for at_edge in edge:
            key = next((key for key in at_edge.keys if is_furniture(at_edge, key)), None)
            if key:
                out.add(at_edge.index)
                taken.setdefault(key, at_edge.line.text)
        left.append([line for index, line in enumerate(lines) if index not in out])
    return left, tuple(taken.values())


@dataclass(frozen=True, slots=True)
class _Key:
    """What a line has in common with one on another page."""

    place: str
    words: str
    """Case-folded, without the number of the page."""
    first: int | None = None
    """The number of the file's first page, by this line's number; None when no number counts in it."""


@dataclass(frozen=True, slots=True)
class _AtEdge:
    """A line at the top or bottom of a page."""

    index: int
    line: Line
    keys: tuple[_Key, ...]
    set_off: bool
    """Whether it stands apart from the text or in another size."""
    outermost: bool
    is_number: bool
    """Whether it is a page number and nothing else."""


def _edge(lines: Sequence[Line], page: int, apart: float, body: float) -> Iterator[_AtEdge]:
    """The lines at the top and bottom of a page.

    Args:
        lines: All of the page.
        page: Its index.
        apart: How far from the text a row stands at least that is set off, in points.
        body: Size of the body's font.
    """
    rows = _rows(lines)
    half = (len(rows) + 1) // 2
    for place, ordered in (("top", rows[: half + 1]), ("bottom", rows[::-1][: half + 1])):
        distances = [abs(_base(lines, one) - _base(lines, other)) for one, other in pairwise(ordered)]
        for rank, row in enumerate(ordered[: min(_EDGE, half)]):
            gap = max(distances[rank:_EDGE], default=0.0)
            # A row is of the head or of the text, whichever is nearer.
            far = gap > apart and gap >= max(distances[:rank], default=0.0)
            for index in row:
                line = lines[index]
                text = " ".join(line.text.casefold().split())
                counted = (
                    _Key(place, f"{text[: found.start()]}#{text[found.end() :]}", int(found[0]) - page)
                    for found in _COUNT.finditer(text)
                )
                other_size = abs(line.size - body) > _OTHER_SIZE * body
                is_number = _NUMBER.fullmatch(text) is not None
                yield _AtEdge(index, line, (_Key(place, text), *counted), far or other_size, rank == 0, is_number)


def _apart(pages: Sequence[Sequence[Line]]) -> float:
    """How far from its neighbour a row stands at least that belongs to no text, in points."""
    inner: list[float] = []
    every: list[float] = []
    for lines in pages:
        bases = [_base(lines, row) for row in _rows(lines)]
        distances = [above - below for above, below in pairwise(bases)]
        every += distances
        inner += distances[_EDGE:-_EDGE]
    if inner:
        return _APART * sorted(inner)[int(_PARAGRAPH * (len(inner) - 1))]
    # Pages of a few rows: nothing tells what is between two paragraphs but the lines, where there are several.
    closest, furthest = min(every, default=0.0), max(every, default=0.0)
    return _LEADINGS * closest if furthest > _LEADINGS * closest else 0.0


def _rows(lines: Sequence[Line]) -> list[list[int]]:
    """Indexes of the lines that stand side by side, from the top of a page."""
    rows: list[list[int]] = []
    for index in sorted(range(len(lines)), key=lambda index: -lines[index].base):
        line = lines[index]
        if rows and _base(lines, rows[-1]) - line.base < _ROW * line.size:
            rows[-1].append(index)
        else:
            rows.append([index])
    return rows


def _base(lines: Sequence[Line], row: Sequence[int]) -> float:
    return lines[row[0]].base

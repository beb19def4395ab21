"""The lines of a PDF as they stand on its pages, and those that are on every page and so no part of the story."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

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
_EDGE: Final = 2
"""Lines at the top and at the bottom of a page among which a running head or foot is looked for."""
_NUMBER: Final = re.compile(r"\W*(?:page\s|p\.\s?)?(?P<number>\d{1,4})(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_AGAIN: Final = 3
"""Pages at whose edge a line stands that is no text: a chapter has its own head. Of a short file two are enough."""
_SHORT: Final = 6
"""Pages below which a file is short."""
_DIGITS: Final = re.compile(r"\d+")


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
    for at in range(count):
        code = raw.FPDFText_GetUnicode(page, at)
        if code in _ENDS or code in _BREAKS:
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
    text = text.translate(_LETTERS).strip()
    if not hyphen and text.endswith(("-", "\u2010")) and text[-2:-1].isalnum():
        text, hyphen = text[:-1], True
    if text:
        yield Line(text, left.value, end, base.value, size, hyphen)


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page without running heads, running feet and page numbers."""
    edges = [_edge(lines, at) for at, lines in enumerate(pages)]
    pages_with = Counter(key for edge in edges for key in set(edge.values()))
    needed = _AGAIN if len(pages) >= _SHORT else 2
    furniture = {key for key, count in pages_with.items() if count >= needed}
    if len(pages) == 1:
        furniture = {("bottom", _numbered(1)), ("top", _numbered(1))}
    return [
        [line for index, line in enumerate(lines) if edge.get(index) not in furniture]
        for lines, edge in zip(pages, edges, strict=True)
    ]


def _edge(lines: Sequence[Line], page: int) -> dict[int, tuple[str, str]]:
    """The lines at the top and bottom of a page, by their indexes, as what they have in common with other pages."""
    ranked = sorted(range(len(lines)), key=lambda index: -lines[index].base)
    found: dict[int, tuple[str, str]] = {}
    for place, indexes in (("bottom", ranked[-_EDGE:]), ("top", ranked[:_EDGE])):
        for index in indexes:
            number = _NUMBER.fullmatch(lines[index].text)
            form = _DIGITS.sub("#", lines[index].text.casefold())
            found[index] = (place, _numbered(int(number["number"]) - page) if number else form)
    return found


def _numbered(first: int) -> str:
    """What the page numbers of a file have in common: the number of its first page."""
    return f"page {first}"

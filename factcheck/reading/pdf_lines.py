"""The lines of a PDF as they stand on its pages, and those that are on every page and so no part of the story."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BROKEN: Final = 2
"""What the library gives for a hyphen at which a word goes on in the next line."""
_SHY: Final = 0xAD
_ENDS: Final = frozenset({0x0A, 0x0D})
_LIGATURES: Final = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\xa0": " "}
)
_EDGE: Final = 2
"""Lines at the top and at the bottom of a page among which a running head or foot is looked for."""
_NUMBER: Final = re.compile(r"\W*(?:page\s|p\.\s?)?(?P<number>\d{1,4})(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_SHARE: Final = 0.4
"""Of the pages: a book has one running head on the left pages and another on the right ones."""
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
    box = [ctypes.c_double() for _ in range(4)]
    left, right, _, _ = box
    x, y = ctypes.c_double(), ctypes.c_double()
    letters: list[str] = []
    start = (0.0, 0.0, 0.0)
    for at in range(page.count_chars()):
        code = raw.FPDFText_GetUnicode(page, at)
        if code in _ENDS or code in {_BROKEN, _SHY}:
            if letters:
                yield from _line(letters, start, right.value, hyphen=code not in _ENDS)
            letters = []
            continue
        letter = chr(code) if code else "\ufffd"
        if not letters:
            if letter.isspace():
                continue
            raw.FPDFText_GetCharOrigin(page, at, x, y)
            start = (0.0, y.value, raw.FPDFText_GetFontSize(page, at))
        if not letter.isspace():
            raw.FPDFText_GetCharBox(page, at, left, right, box[2], box[3])
            if not letters:
                start = (left.value, *start[1:])
        if letter.isprintable() or letter.isspace() or code >= 0x80:
            letters.append(letter)
    if letters:
        yield from _line(letters, start, right.value, hyphen=False)


def _line(letters: Sequence[str], start: tuple[float, float, float], right: float, *, hyphen: bool) -> Iterator[Line]:
    """Put a line together; its hyphen is cut off where a letter or digit stands before it."""
    text = "".join(letters).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = text.translate(_LIGATURES).rstrip()
    if not hyphen and text.endswith(("-", "\u2010")) and text[-2:-1].isalnum():
        text, hyphen = text[:-1], True
    if text:
        yield Line(text, *start[:1], right, *start[1:], hyphen)


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page without running heads, running feet and page numbers."""
    edges = [_edge(lines, at) for at, lines in enumerate(pages)]
    pages_with = Counter(key for edge in edges for key in set(edge.values()))
    needed = max(2, _SHARE * sum(1 for lines in pages if lines))
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

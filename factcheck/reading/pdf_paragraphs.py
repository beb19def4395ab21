"""From the lines of pages to paragraphs: by spacing, indents and how full a line is; broken words are mended."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from factcheck.reading.cutting import BULLET

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.reading.pdf_lines import Line

_GAP: Final = 1.35
"""Lines further apart than this share of the usual distance are two paragraphs."""
_TIGHT: Final = 0.2
"""Of the distances of lines so many are smaller than the usual one; in an interview most lines are paragraphs."""
_SAME_SIZE: Final = 0.1
_DISPLAY: Final = 1.15
"""Letters larger than those of the body by this share are a headline's or a heading's."""
_INDENT: Final = (0.4, 5.0)
"""In distances of lines: what counts as a paragraph's first line being indented."""
_NEARLY: Final = 0.9
"""Of the lines of a column so many end left of its margin, which single long lines jut out of."""
_LONG: Final = 0.7
"""Of a column: a line that is longer is no heading, and goes on behind a page's end."""
_STOPPED: Final = re.compile(r"[.!?…:][\"'”’)\]]*$")
_WORD: Final = re.compile(r"\w+(?:[-\u2010\u2011]\w+)*")
_LAST: Final = re.compile(r"[\w\u2010\u2011-]*$")
_FIRST: Final = re.compile(r"[\w\u2010\u2011-]*")
_PREFIXES: Final = frozenset({"self", "well", "ex", "all", "half", "cross", "so", "then", "vice"})
"""What is hardly ever written together with the word that follows."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, and which pages begin in it."""

    text: str
    size: float
    """Of its font, as `Line.size`."""
    pages: tuple[tuple[int, int], ...]
    """Index of a page, and where it begins in the text."""


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is usual in a file."""

    leading: float
    """Distance of two lines of the body."""
    size: float
    """Of the body's font."""

    def is_indented(self, distance: float) -> bool:
        """Whether a line that begins so far to the right of others is indented."""
        return _INDENT[0] * self.leading < distance < _INDENT[1] * self.leading


@dataclass(frozen=True, slots=True)
class _Column:
    """Lines below each other."""

    left: float
    margin: float
    """Where nearly all of its lines end at the latest."""


def body_size(pages: Iterable[Sequence[Line]]) -> float:
    """The size of the font that most letters are in; 0 without lines."""
    letters: dict[float, int] = {}
    for line in (line for lines in pages for line in lines):
        size = round(line.size, 1)
        letters[size] = letters.get(size, 0) + len(line.text)
    return max(letters, key=lambda size: letters[size], default=0.0)


def is_display(size: float, body: float) -> bool:
    """Whether letters are so large that they are a headline's or a heading's."""
    return size >= _DISPLAY * body > 0


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """Join the lines of all pages."""
    mender = _Mender(pages)
    gaps = sorted(gap for lines in pages for a, b in pairwise(lines) if (gap := a.base - b.base) > 0)
    measure = _Measure(gaps[int(_TIGHT * len(gaps))] if gaps else 0.0, body_size(pages))
    return [_joined(group, mender) for group in _groups(pages, measure)]


def _groups(pages: Sequence[Sequence[Line]], measure: _Measure) -> list[list[tuple[int | None, Line]]]:
    """The lines of each paragraph; the first of a page has its index."""
    groups: list[list[tuple[int | None, Line]]] = []
    before: Line | None = None
    column = _Column(0.0, 0.0)
    for page, lines in enumerate(pages):
        columns = _columns(lines, measure)
        for index, line in enumerate(lines):
            if before is None or not _goes_on(groups[-1][0][1], before, line, column, measure, turned=index == 0):
                groups.append([])
            groups[-1].append((page if index == 0 else None, line))
            before, column = line, columns[index]
    return groups


def _joined(group: Sequence[tuple[int | None, Line]], mender: _Mender) -> Paragraph:
    pieces: list[str] = []
    pages: list[tuple[int, int]] = []
    length = 0
    before: Line | None = None
    for page, line in group:
        joint = mender.joint(before, line) if before else ""
        if page is not None:
            pages.append((page, length + len(joint)))
        pieces += (joint, line.text)
        length += len(joint) + len(line.text)
        before = line
    hyphen = "-" if before and before.hyphen else ""
    return Paragraph("".join(pieces) + hyphen, group[0][1].size, tuple(pages))


def _columns(lines: Sequence[Line], measure: _Measure) -> list[_Column]:
    """The column that each line stands in."""
    columns: list[_Column] = []
    below: list[Line] = []
    for line in (*lines, None):
        if below and (line is None or not _is_below(below[-1], line, measure)):
            rights = sorted(one.right for one in below)
            column = _Column(min(one.left for one in below), rights[int(_NEARLY * (len(rights) - 1))])
            columns += [column] * len(below)
            below = []
        if line is not None:
            below.append(line)
    return columns


def _is_below(line: Line, after: Line, measure: _Measure) -> bool:
    """Whether a line follows another one in the same column and the same letters."""
    overlap = min(line.right, after.right) - max(line.left, after.left)
    near = abs(line.left - after.left) < _INDENT[1] * measure.leading
    return after.base < line.base and (overlap > 0 or near) and _alike(line, after)


def _alike(line: Line, after: Line) -> bool:
    return abs(line.size - after.size) <= _SAME_SIZE * max(line.size, after.size)


def _goes_on(first: Line, line: Line, after: Line, column: _Column, measure: _Measure, *, turned: bool) -> bool:
    """Whether a line goes on with the paragraph of the line before.

    Args:
        first: The first line of that paragraph.
        line: The line before.
        after: The line.
        column: In which the line before stands.
        measure: What is usual in the file.
        turned: Whether a page begins in between.
    """
    if not _alike(line, after):
        return False
    if abs(line.base - after.base) < 0.3 * measure.leading and after.left >= line.right and not turned:
        return True  # a gap in one and the same line
    stopped = not line.hyphen and bool(_STOPPED.search(line.text))
    flows = line.hyphen or (not stopped and after.text[:1].islower())
    full = flows or _is_full(line, after, column.margin, stopped=stopped)
    if turned or after.base >= line.base:
        return not stopped and (full or line.right - column.left > _LONG * (column.margin - column.left))
    scale = max(1.0, line.size / measure.size) if measure.size else 1.0
    if line.base - after.base > _GAP * measure.leading * scale:
        return False
    if is_display(line.size, measure.size):
        return not stopped
    item = bool(BULLET.match(after.text))
    if BULLET.match(first.text) and (item or measure.is_indented(after.left - first.left)):
        return not item  # the items of a list hang
    begins = item or measure.is_indented(after.left - column.left)
    return full and not (begins and stopped)


def _is_full(line: Line, after: Line, margin: float, *, stopped: bool) -> bool:
    """Whether the first word of the next line had no room left on this one; its width is estimated."""
    letter = (after.right - after.left) / max(1, len(after.text))
    word = after.text.split(maxsplit=1)[0]
    return line.right + letter * (len(word) + (1.5 if stopped else 2.5)) > margin


class _Mender:
    """Knows all words of a file, and so what becomes of a hyphen at the end of a line."""

    def __init__(self, pages: Sequence[Sequence[Line]]) -> None:
        self._words: set[str] = set()
        for line in (line for lines in pages for line in lines):
            words = _WORD.findall(line.text.casefold())
            self._words.update(words[: -1 if line.hyphen else None])

    def joint(self, line: Line, after: Line) -> str:
        """What stands between two lines once they are joined."""
        if not line.hyphen:
            return " "
        left = _LAST.search(line.text)
        right = _FIRST.match(after.text)
        head, tail = left[0] if left else "", right[0] if right else ""
        if not tail:
            return "- "
        whole, hyphenated = f"{head}{tail}".casefold(), f"{head}-{tail}".casefold()
        if not head[-1:].islower() or not tail[0].islower() or head.casefold() in _PREFIXES:
            return "-"
        adverb = len(head) > 6 and head.endswith("ly") and tail.endswith(("ed", "ing", "en"))  # a poorly-lit hall
        if hyphenated in self._words or adverb or "-" in head or "-" in tail:
            return "" if whole in self._words else "-"
        return ""

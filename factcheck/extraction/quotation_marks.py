"""Quotation marks: which pairs of them hold somebody's words. No grammar here, only characters.

Double and single marks, straight and curly, are paired paragraph by paragraph. A paragraph that leaves its quotation
open hands it on to the next one when that begins with an opening mark again, as newspapers do.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from unicodedata import category

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Block, Draft

_TWICE: Final = ("''", "’’", "‘‘", "``")
"""A double mark that was typed as two single ones, as news agencies' machines do."""
_MARK: Final = re.compile(f"(?<=\\S)'(?=''(?!'))|{'|'.join(_TWICE)}|[\"“”„‟«»'‘’‚]")
"""Of three apostrophes behind a word the first closes what the other two enclose."""
_DOUBLE_OPEN: Final = frozenset("“„‟«")
_DOUBLE_CLOSE: Final = frozenset("”»")
_DOUBLE_EITHER: Final = frozenset({'"', *_TWICE})
_BEFORE_OPEN: Final = frozenset("([{—–-/…\"“‘'«:")
_NESTED: Final = re.compile(r"['’]\s$")
"""What an agency sets between the end of a quotation within a quotation and that of the outer one: *'Go home,' "*."""
_ELISION: Final = re.compile(r"['’‘](?:\d\ds?|em|til|tis|twas|cause|bout|round|n)\b", re.IGNORECASE)
_DOUBLE_REACH: Final = 20_000
"""Code points that a quotation has at most; beyond that its marks do not belong together."""
_NESTED_MOST: Final = 30
"""Closing marks that are looked at to find the one of a quotation with quotations within it."""
_SINGLE_REACH: Final = 1500
"""Code points within which a single mark must close; beyond that an apostrophe is likelier."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A quoted stretch of the draft with its marks."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    """Where the words within the marks begin and end."""
    continued: bool = False
    """It goes on with the quotation that the paragraph before left open."""
    open: bool = False
    """It has no closing mark and runs to the paragraph's end."""


def segments(
    text: str,
    start: int,
    end: int,
    *,
    continuing: bool = False,
    followed: bool = False,
    followed_single: bool = False,
) -> tuple[Segment, ...]:
    """Pair the quotation marks of one paragraph, the outermost pairs only.

    Args:
        text: The draft.
        start: Where the paragraph begins, in code points.
        end: Where it ends.
        continuing: Whether the paragraph before left a quotation open.
        followed: Whether the paragraph after begins with an opening mark, as one does that goes on with a quotation.
        followed_single: Whether it begins with a single one.
    """
    marks = [match.start() for match in _MARK.finditer(text, start, end)]
    if not marks:
        return ()
    double = [at for at in marks if _closes_double(text, at, end)]
    low = [at for at in marks if text[at] in "“”"]  # what closes „
    single = [at for at in marks if _closes_single(text, at, end)]
    found: list[Segment] = []
    free = start
    if continuing and double and not any(_opens_double(text, at, start, end) for at in marks if at < double[0]):
        # the paragraph goes on with the quotation without a mark of its own
        free = double[0] + len(_mark(text, double[0]))
        found.append(Segment(start, free, start, double[0], continued=True))
    for at in marks:
        if at < free:
            continue
        inner = at + len(_mark(text, at))
        if _opens_double(text, at, start, end):
            if text[at] == "„":
                close = _next(low, at)
            else:
                close = _straight_close(text, marks, at, start, end) or _double_close(text, double, at, start, end)
            if close is None or close - at > _DOUBLE_REACH:
                # a mark that never closes is a quotation only where a sentence could begin
                if end - at > _DOUBLE_REACH or not (followed or _leaves_open(text, at, start)):
                    continue
                segment = Segment(at, end, inner, end, continuing and at == start, open=True)
            else:
                segment = Segment(at, close + len(_mark(text, close)), inner, close, continuing and at == start)
        elif _opens_single(text, at, start, end):
            close = _single_close(text, single, at, end)
            if close is not None:
                segment = Segment(at, close + 1, inner, close, continuing and at == start)
            elif followed_single and end - at <= _SINGLE_REACH and _leaves_open(text, at, start):
                segment = Segment(at, end, inner, end, continuing and at == start, open=True)
            else:
                continue
        else:
            continue
        if any(char.isalnum() for char in text[segment.inner_start : segment.inner_end]):
            found.append(segment)
            free = segment.end
    return tuple(found)


def by_block(draft: Draft) -> Iterator[tuple[Block, tuple[Segment, ...]]]:
    """The blocks of a draft that bear claims, in order, each with its quoted stretches."""
    left_open = False
    bearing = [block for block in draft.blocks if block.role.section is not None and block.start < block.end]
    for index, block in enumerate(bearing):
        after = bearing[index + 1] if index + 1 < len(bearing) else None
        followed = after is not None and _begins_open(draft.text, after.start)
        single = after is not None and _begins_single(draft.text, after.start, after.end)
        found = segments(
            draft.text, block.start, block.end, continuing=left_open, followed=followed, followed_single=single
        )
        left_open = bool(found) and found[-1].open
        yield block, found


def _begins_open(text: str, start: int) -> bool:
    """Whether a paragraph begins with an opening double mark."""
    return text[start : start + 1] in ("“", "„", "«", '"') or text[start : start + 2] in _TWICE


def _begins_single(text: str, start: int, end: int) -> bool:
    """Whether a paragraph begins with an opening single mark and a sentence behind it."""
    return _opens_single(text, start, start, end) and _leaves_open(text, start, start)


def _mark(text: str, at: int) -> str:
    """The whole mark that begins at a place."""
    match = _MARK.match(text, at)
    return text[at] if match is None else match.group()


def _is_turned(text: str, at: int) -> bool:
    """Whether an opening mark stands where only a closing one can: *“Hardly,“ she said*, *a “full review“ of it*."""
    before = text[at - 1 : at]
    return (before in tuple(",.!?") or before.isalnum()) and not text[at + 1 : at + 2].strip()


def _begins(text: str, at: int, start: int) -> bool:
    """Whether nothing that shows stands right before a mark: a page may leave a mark of direction there."""
    return at == start or text[at - 1].isspace() or category(text[at - 1]) == "Cf"


def _opens_double(text: str, at: int, start: int, end: int) -> bool:
    mark = _mark(text, at)
    if mark in _DOUBLE_OPEN:
        return not _is_turned(text, at)
    behind = at + len(mark)
    if behind >= end or text[behind].isspace():
        return False
    if mark == "”":
        return text[behind].isalnum() and _begins(text, at, start)  # *”We won,” she said*
    return mark in _DOUBLE_EITHER and (_begins(text, at, start) or text[at - 1] in _BEFORE_OPEN)


def _closes_double(text: str, at: int, end: int) -> bool:
    mark = _mark(text, at)
    if mark in _DOUBLE_CLOSE or (mark == "“" and _is_turned(text, at)):
        return True
    behind = at + len(mark)
    if mark not in _DOUBLE_EITHER or (text[at - 1 : at].isspace() and not _NESTED.search(text, max(0, at - 2), at)):
        return False
    return behind >= end or not text[behind].isalnum()


def _double_close(text: str, closers: Sequence[int], at: int, start: int, end: int) -> int | None:
    """Find the mark that closes a quotation, not one that closes a quotation of the other kind of marks within it."""
    index = bisect_right(closers, at)
    inner = at + 1
    if text[at] == '"' and not _leaves_open(text, at, start) and index < len(closers):
        nested = text.find('"', inner, closers[index])
        if nested >= 0 and _opens_double(text, nested, start, end):
            return None  # a mark too many: *the "ship sank in the "old" bay*
    for close in closers[index : index + _NESTED_MOST]:
        opening = "“" if text[close] == "”" else '"' if text[close] == '"' else ""
        nested = -1 if not opening or opening == text[at] else text.find(opening, inner, close)
        if nested < 0 or not _opens_double(text, nested, start, end):
            return close
        inner = close + 1
    return None


def _straight_close(text: str, marks: Sequence[int], at: int, start: int, end: int) -> int | None:
    """The straight mark that closes one with others within: *"He told me "no" and left," she said*; None for none."""
    if text[at] != '"':
        return None
    depth, index = 1, bisect_right(marks, at)
    for mark in marks[index : index + _NESTED_MOST]:
        if text[mark] != '"':
            continue
        if _closes_double(text, mark, end):
            depth -= 1
        elif _opens_double(text, mark, start, end):
            depth += 1
        if depth == 0:
            return mark
    return None


def _opens_single(text: str, at: int, start: int, end: int) -> bool:
    if _mark(text, at) not in "'‘‚" or at + 1 >= end:
        return False
    before_ok = _begins(text, at, start) or text[at - 1] in _BEFORE_OPEN
    return before_ok and not text[at + 1].isspace() and not _ELISION.match(text, at)


def _closes_single(text: str, at: int, end: int) -> bool:
    if _mark(text, at) not in "'’" or text[at - 1 : at].isspace():
        return False
    return at + 1 >= end or not text[at + 1].isalnum()


def _next(places: Sequence[int], after: int) -> int | None:
    index = bisect_right(places, after)
    return places[index] if index < len(places) else None


def _single_close(text: str, closers: Sequence[int], at: int, end: int) -> int | None:
    """Find the mark that closes a single quotation: no plural possessive's apostrophe where a better one follows."""
    index = bisect_right(closers, at)
    first = None
    while index < len(closers) and closers[index] - at <= _SINGLE_REACH:
        close = closers[index]
        possessive = text[close - 1] in "sS" and close + 1 < end and text[close + 1] == " "
        if first is not None and any(text[i] in "'‘" and text[i - 1].isspace() for i in range(first + 1, close)):
            return first  # another quotation opens in between
        if not possessive:
            return close if first is None or "\n" not in text[first:close] else first
        if first is None:
            first = close
        index += 1
    return first


def _leaves_open(text: str, at: int, start: int) -> bool:
    before = text[max(start, at - 10) : at].rstrip()
    sentence = not before or before[-1] in ".!?:,…"
    return sentence and text[at + 1 : at + 2].isupper()

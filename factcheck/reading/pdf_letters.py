"""Letters of a PDF that are no line of their own, though the library takes them for one: what is raised, and drop caps.

Read as plain text *10⁶ tonnes* would be 106 of them, and *in 1878* with its first footnote the year 18781.
"""

from __future__ import annotations

import ctypes
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from factcheck.reading import superscripts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.reading.pdf_lines import Line

_SMALLER: Final = (0.35, 0.9)
"""Of the size of the letters beside it, what is raised has; a drop cap makes whole lines smaller by more."""
_HIGHER: Final = (0.12, 0.9)
"""In sizes of the letters beside it, how much higher it stands."""
_NEAR: Final = 1.5
"""In the same sizes, how far from the letter before it begins at most."""
_SAME_ROW: Final = 0.1
_SPACE: Final = 0.15
_BEFORE: Final = 20
"""Letters that tell what is raised beside them."""
_CAPITAL: Final = re.compile(r"[\"'“‘]?[A-ZÀ-ÖØ-Þ]")
_LARGE: Final = 1.6
"""In sizes of the letters beside it, how large a first letter is at least that reaches over several lines."""
_MOST: Final = 20
"""On a page; where there are more they are something else, such as the labels of a drawing."""
_UNSEEN: Final = frozenset({*range(0x21), 0xA0, 0xAD})


def settled(page: Any, raw: Any, codes: Sequence[int]) -> dict[int, str]:
    """What stands in the text for letters that are raised and for the line ends around them, by their indexes.

    Args:
        page: A text page, as the library's own functions want it.
        raw: These functions.
        codes: The code points of the page.
    """
    found: dict[int, str] = {}
    beside, size = -1, 0.0
    raised: list[int] = []
    for at, code in enumerate(codes):
        if code in _UNSEEN:
            continue
        own = raw.FPDFText_GetFontSize(page, at)
        smaller = _SMALLER[0] * size < own < _SMALLER[1] * size
        if smaller and _is_raised(page, raw, at, beside, raised[-1] if raised else beside, size):
            raised.append(at)
            continue
        if raised:
            found |= _replaced(page, raw, codes, beside, raised, at)
            raised = []
        beside, size = at, own
    if raised:
        found |= _replaced(page, raw, codes, beside, raised, None)
    return found


def _is_raised(page: Any, raw: Any, at: int, beside: int, before: int, size: float) -> bool:
    """Whether a letter stands higher than one of the line and right behind another."""
    x, y = _origin(page, raw, at)
    higher = y - _origin(page, raw, beside)[1]
    return _HIGHER[0] * size < higher < _HIGHER[1] * size and 0 < x - _origin(page, raw, before)[0] < _NEAR * size


def _replaced(
    page: Any, raw: Any, codes: Sequence[int], beside: int, raised: Sequence[int], after: int | None
) -> dict[int, str]:
    """What stands for one run of raised letters between a letter of the line and the next one."""
    first, last = raised[0], raised[-1]
    if last - first > superscripts.LONGEST:
        return {}
    size = raw.FPDFText_GetFontSize(page, beside)
    goes_on = False
    if after is not None:
        x, y = _origin(page, raw, after)
        goes_on = abs(y - _origin(page, raw, beside)[1]) < _SAME_ROW * size and x > _origin(page, raw, last)[0]
    own = "".join(chr(codes[at]) for at in range(first, last + 1) if codes[at] >= 0x20)
    before = "".join(map(chr, codes[max(0, beside - _BEFORE) : beside + 1])).split("\n")[-1]
    behind = chr(codes[after]) if after is not None and goes_on else ""
    found = dict.fromkeys(range(beside + 1, last + 1), "")
    found[first] = superscripts.settled(own, before, behind)
    if after is not None and goes_on:
        found |= dict.fromkeys(range(last + 1, after), "")
        if x - _right(page, raw, last) > _SPACE * size:
            found[after - 1] = f"{found[after - 1]} "
    return found


def _origin(page: Any, raw: Any, at: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(page, at, x, y)
    return x.value, y.value


def _right(page: Any, raw: Any, at: int) -> float:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(page, at, left, right, bottom, top)
    return right.value


def with_capitals(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, each first letter that reaches over several of them put before its word."""
    found = list(lines)
    capitals = [line for line in lines if _CAPITAL.fullmatch(line.text)]
    for capital in capitals if len(capitals) <= _MOST else ():
        beside = [line for line in found if _is_beside(capital, line)]
        if len(beside) > 1:
            first = max(beside, key=lambda line: line.base)
            # They are indented by the letter alone.
            for line in beside:
                text = capital.text + line.text if line is first else line.text
                found[found.index(line)] = replace(line, text=text, left=capital.left)
            found.remove(capital)
    return found


def _is_beside(capital: Line, line: Line) -> bool:
    apart, higher = line.left - capital.right, line.base - capital.base
    near = -_SPACE * line.size < apart < 2 * line.size and -_SPACE * line.size < higher < capital.size
    return near and capital.size > _LARGE * line.size

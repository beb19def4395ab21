"""Where sentences end by their look alone: enough to count them and to find the last one, with no model at hand."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_END: Final = re.compile(r"(?P<word>\S{0,30}?)[.!?…][\"'”’)\]]*\s+(?P<next>[\"'“‘(\[]?[A-ZÀ-ÖØ-Þ0-9])")
_ABBREVIATIONS: Final = (
    "mr mrs ms dr prof gov sen rep gen col lt sgt capt st ave no vs jr sr rev hon jan feb mar apr jun jul aug sep "
    "sept oct nov dec inc corp co ltd"
)
_NO_STOP: Final = frozenset(_ABBREVIATIONS.split())


def starts(text: str) -> Iterator[int]:
    """Where each sentence but the first begins."""
    for match in _END.finditer(text):
        word = match["word"].lower().strip("(\"'“‘")
        if word not in _NO_STOP and len(word) > 1 and "." not in word:
            yield match.start("next")


def up_to(paragraph: str, mark: int, begins: Sequence[int] | None = None) -> tuple[int, int] | None:
    """The words from the beginning of the sentence up to a mark, which may stand behind its full stop.

    Args:
        paragraph: What the mark stands in.
        mark: Where it stands there.
        begins: Where sentences begin there, where that is known.
    """
    end = len(paragraph[:mark].rstrip())
    if not end:
        return None
    begins = list(starts(paragraph[:end])) if begins is None else begins
    at = bisect_left(begins, end)
    return begins[at - 1] if at else len(paragraph) - len(paragraph.lstrip()), end

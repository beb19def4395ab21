"""What goes on without the end of a sentence for longer than anybody speaks: only its beginning is read for claims.

Of a text without full stops a grammar tells little, and it costs as much as an article of that length.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

END: Final = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]?[^\W_a-z])|\n")
"""Where a sentence ends, by its look."""
MOST: Final = 100_000
"""Code points without one that are read: two hours of speech as a machine writes it down, without a stop."""


def unread(text: str, start: int, end: int) -> Iterator[Span]:
    """The rests of stretches without the end of a sentence, from where these have become too long."""
    if end - start <= MOST:
        return
    for found in END.finditer(text, start, end):
        if found.start() - start > MOST:
            yield Span(start + MOST, found.end())
        start = found.end()
    if end - start > MOST:
        yield Span(start + MOST, end)


def read(text: str, start: int, end: int) -> Iterator[Span]:
    """What is left of a stretch without those rests."""
    for rest in unread(text, start, end):
        yield Span(start, rest.start)
        start = rest.end
    if start < end:
        yield Span(start, end)

"""Where a claim begins and ends when it grows or shrinks by a word, and where it can be broken in two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.model import Span

if TYPE_CHECKING:
    from factcheck.model import Block, Draft

_WORD = re.compile(r"(?:[$£€¥₹]|(?<!\w)[-−](?=[0-9$£€]))*[^\W_]+(?:[-'’.,&/][^\W_]+)*[%°]?")
"""A word or a figure with its sign, without the marks around it."""


def moved(draft: Draft, span: Span, *, left: bool, out: bool) -> Span:
    """Move one edge of a claim by a word, within its paragraph.

    Args:
        draft: What it stands in.
        span: The claim.
        left: Whether its left edge moves, else the right one.
        out: Whether it grows, else it shrinks.

    Raises:
        UsageError: when there is no further word.
    """
    block = _block(draft, span)
    words = [(found.start(), found.end()) for found in _WORD.finditer(draft.text, block.start, block.end)]
    if left:
        starts = [start for start, _ in words if (start < span.start if out else span.start < start < span.end)]
        edge = (starts[-1] if out else starts[0]) if starts else None
        new = None if edge is None else Span(edge, span.end)
    else:
        ends = [end for _, end in words if (end > span.end if out else span.start < end < span.end)]
        edge = (ends[0] if out else ends[-1]) if ends else None
        new = None if edge is None else Span(span.start, edge)
    if new is None:
        end = f"the paragraph {'begins' if left else 'ends'} here"
        raise UsageError(end if out else "a claim wants a word", "move the other edge")
    return new


def breaks(draft: Draft, span: Span) -> tuple[int, ...]:
    """Offsets of the words of a claim before which it can be broken in two: all but the first."""
    return tuple(found.start() for found in _WORD.finditer(draft.text, span.start, span.end))[1:]


def halves(draft: Draft, span: Span, at: int) -> tuple[Span, Span]:
    """The two parts of a claim that is broken before a word, without the marks between them.

    Raises:
        UsageError: when that would leave one without a word.
    """
    before = [found.end() for found in _WORD.finditer(draft.text, span.start, at)]
    after = [found.start() for found in _WORD.finditer(draft.text, at, span.end)]
    if not before or not after:
        raise UsageError("a claim cannot be broken there", "name a place between two of its words")
    return Span(span.start, before[-1]), Span(after[0], span.end)


def joined(draft: Draft, one: Span, other: Span) -> Span:
    """The stretch from the beginning of the first to the end of the second of two claims.

    Raises:
        UsageError: when they stand in different paragraphs.
    """
    if _block(draft, one) != _block(draft, other):
        raise UsageError("these claims stand in different paragraphs", "merge claims of one paragraph")
    return Span(min(one.start, other.start), max(one.end, other.end))


def _block(draft: Draft, span: Span) -> Block:
    for block in draft.blocks:
        if block.start <= span.start < block.end:
            return block
    raise UsageError("this claim stands in no paragraph", "add it anew")

"""Whether a draft reads as somebody suggested that a claim should, word for word."""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from factcheck.checklist.entry import sentence_span
from factcheck.model import Span
from factcheck.tokens import same_words, tokens, words

if TYPE_CHECKING:
    from collections.abc import Collection

    from factcheck.model import Draft

_NO_WORDS: Final = re.compile(r"[\s.,;:…\"'“”„‘’‚«»()\[\]]*")
"""What may stand between words and an edge without making them others; a question mark or a percent sign does."""
_CLOSING: Final = frozenset(".,\"')")
"""Marks behind the last word of a sentence, whose order is each house's own: *.”* is *”.* elsewhere."""


def has_gone_in(suggestion: str, span: Span, draft: Draft, claims: Collection[Span]) -> bool:
    """Whether a suggestion is what stands in a draft where a claim is.

    What was suggested of one claim may make two, or begin before it: the suggestion's words may reach out of the claim,
    to where its sentence or another claim begins or ends. They never take in a part of it only, nor end where the
    sentence goes on: *abstained* is not *abstained from the second vote*.

    Args:
        suggestion: How the claim's words should read.
        span: Where the claim stands in the draft.
        draft: The draft.
        claims: Where all of its claims stand.
    """
    if not suggestion:
        return False
    if same_words(suggestion, draft.text[span.start : span.end]):
        return True
    said = words(suggestion)
    closing = [*takewhile(_CLOSING.__contains__, reversed(said))]
    said = said[: len(said) - len(closing)]
    if "." in closing:
        # The full stop at the end counts for nothing.
        closing.remove(".")
    block = next((block for block in draft.blocks if block.start <= span.start < block.end), None)
    if block is None or not said:
        return False
    found = tokens(draft.text, block.start, max(block.end, span.end))
    starts, ends = {one.start for one in claims}, {one.end for one in claims}
    for at in range(len(found) - len(said) + 1):
        run = found[at : at + len(said)]
        if tuple(token.word for token in run) != said:
            continue
        behind = takewhile(_CLOSING.__contains__, (token.word for token in found[at + len(said) :]))
        if Counter(closing) - Counter(behind):
            continue
        place = Span(run[0].start, run[-1].end)
        if not (place.start < span.end and span.start < place.end):
            continue
        covers = all(
            one >= other or _is_bare(draft.text, one, other)
            for one, other in ((span.start, place.start), (place.end, span.end))
        )
        around = sentence_span(draft, place)
        begins = any(_is_bare(draft.text, start, place.start) for start in (around.start, *starts))
        ends_there = any(_is_bare(draft.text, place.end, end) for end in (around.end, *ends))
        if covers and begins and ends_there:
            return True
    return False


def _is_bare(text: str, one: int, other: int) -> bool:
    """Whether no word stands between two offsets, in whichever order they come."""
    return _NO_WORDS.fullmatch(text, min(one, other), max(one, other)) is not None

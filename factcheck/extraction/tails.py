"""Where a claim is cut by its words, not by the parse: before a change or another share, and at a semicolon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.extraction.grammar import TENSED, is_finite
from factcheck.extraction.subjects import is_share, ratio
from factcheck.extraction.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span

_LINKING: Final = words("is are was were be been remain remains remained become becomes became")
"""Verbs that tell nothing without what stands behind them."""
_CHANGE: Final = words("increase decrease drop rise gain decline fall jump surge dip growth")


def halves(sentence: Span) -> list[tuple[int, int]]:
    """A sentence whose verbs were all read as participles, cut at its semicolon: *It sold out; a second followed*."""
    cut = next((token.i for token in sentence if token.text == ";"), None)
    if cut is not None:
        parts = [(sentence.start, cut), (cut + 1, sentence.end)]
        if all(any(word.tag_ in ("VBN", "VBD") for word in sentence.doc[start:end]) for start, end in parts):
            return parts
    return [(sentence.start, sentence.end)]


def tails(doc: Doc, start: int, end: int, head: int) -> Iterator[tuple[int, int]]:
    """Cut off a change that is told behind the figure: *…, up 4 percent from 2017*, *…, an increase of a third*.

    And what another share says, *one in three said it leaks and one in four said it holds*, read as one said by both.
    """
    # *Sales grew: Britain, up 4 percent; Egypt, up 2 percent*
    listed = any(token.text == ";" for token in doc[head:end])
    for at in range(head + 1, end - 2):
        if doc[at].text in (",", "—", "–", "-") and not listed and _parts(doc, at, end, head):
            yield start, at
            yield at + 1, end
            return
        if doc[at].dep_ == "cc" and (length := _share(doc[at + 1 : end])):
            yield start, at
            yield from tails(doc, at + 1, end, at + 1 + length)
            return
    yield start, end


def _parts(doc: Doc, at: int, end: int, head: int) -> bool:
    """Whether the mark at ``at`` parts a change that is told behind it from a whole claim, whose verb is ``head``."""
    if doc[at].text == "-" and not doc[at].whitespace_:
        return False  # *a match-up*
    if doc[at - 1].lower_ in _LINKING or not _tells_change(doc[at + 1 : end]):
        return False  # *it was, and remains, the largest*
    # what *it was, she said, the worst flood* tells is no change behind it
    return doc[head + 1].text != "," or doc[at + 1 : end].root.head.i != head


def _share(words: Span) -> int:
    """How many words tell another share before what it did, *one in four said*, *two-thirds said*; 0 where none do."""
    parted = len(words) > 3 and words[1].text == "-" and is_share(words[2])
    length = 3 if parted else ratio(words)
    return length if 0 < length < len(words) and words[length].tag_ in TENSED else 0


def _tells_change(tail: Span) -> bool:
    head = tail[0]
    if head.lower_ in ("up", "down"):
        return any(token.like_num for token in tail)
    if head.tag_ != "DT":
        return False
    near = tail[:6]
    if any(token.lower_ in _CHANGE for token in near):
        figure = next((at for at, token in enumerate(tail) if token.like_num), 0)
        return figure > 0 and not any(token.dep_ == "cc" for token in tail[:figure])  # *the long jump and the 200*
    return any(token.tag_ == "JJS" for token in near) and not any(
        token.text == "," or is_finite(token) for token in tail
    )

"""A draft cut into sentences, to be laid over the sentences of the next draft.

No parser: what is cut too finely is cut so in both drafts, and a draft is taken in without loading a model.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.model import Span
from factcheck.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Block, Draft
    from factcheck.tokens import Token

_END: Final = re.compile(r"(?P<last>[\w'’]*)[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]*[^\W_a-z])")
"""Where a sentence ends: a stop with what closes behind it, before white space and no small letter."""
_ABBREVIATED: Final = frozenset(
    "mr mrs ms dr prof sen rep gov gen col lt sgt st no vs jan feb mar apr jun jul aug sep sept oct nov dec".split()  # noqa: SIM905  # a list
)
_OPENS: Final = re.compile(r"\s+[\"“‘'(\[]*(?:The|It|He|She|They|We|I|You|This|That|These|Those|There|But)\b(?!\.)")
"""What begins a sentence and no name or figure: an abbreviation before it ends one."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a paragraph without any stop."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    """What its tokens say, to be compared."""
    first: bool
    """Whether its paragraph begins with it."""
    last: bool
    """Whether its paragraph ends with it."""


def sentences(draft: Draft) -> tuple[Sentence, ...]:
    """The sentences of all blocks of a draft, in order."""
    return tuple(sentence for block in draft.blocks for sentence in _of(draft.text, block))


def standing(sentence: Sentence, words: Sequence[str]) -> list[Span]:
    """Where words stand in a sentence, in their order and without others between them."""
    size, wanted = len(words), tuple(words)
    return [
        Span(sentence.tokens[at].start, sentence.tokens[at + size - 1].end)
        for at in range(len(sentence.words) - size + 1)
        if sentence.words[at : at + size] == wanted
    ]


def _of(text: str, block: Block) -> Iterator[Sentence]:
    parts = [own for start, end in _cuts(text, block) if (own := tokens(text, start, end))]
    for at, own in enumerate(parts):
        words = tuple(token.word for token in own)
        yield Sentence(own[0].start, own[-1].end, own, words, first=at == 0, last=at == len(parts) - 1)


def _cuts(text: str, block: Block) -> Iterator[tuple[int, int]]:
    start = block.start
    for found in _END.finditer(text, block.start, block.end):
        last = found["last"]
        abbreviated = last.lower() in _ABBREVIATED and not _OPENS.match(text, found.end(), block.end)
        if (len(last) == 1 and last.isupper()) or abbreviated:
            continue
        yield start, found.end()
        start = found.end()
    yield start, block.end

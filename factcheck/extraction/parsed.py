"""A parsed unit: the model's tokens with the way back to the draft."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from factcheck.extraction.masking import NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

    from factcheck.extraction.paragraphs import Unit
    from factcheck.extraction.quotation_marks import Segment


_STOPPED: Final = re.compile(r"\W?\d[\d.,]*[^\W\d_]{0,3}¢?\.|[\w-]*[a-z][A-Z]\.")
"""*200m.*, *5¢.*, *SpaceX.*: a figure with its unit, or a name with a capital at its end, and the end of the sentence,
which stand in one token, or in two."""


@dataclass(frozen=True)
class Parsed:
    """A unit and what the model made of it."""

    unit: Unit
    doc: Doc

    @cached_property
    def sources(self) -> tuple[int, ...]:
        """Where each token comes from in the draft."""
        return tuple(self.unit.shown.source(token.idx) for token in self.doc)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the draft that the tokens ``start`` to ``end`` stand for."""
        words = self.doc[start:end]
        return self.unit.shown.span(words.start_char, words.end_char)

    def closed(self, start: int, end: int) -> tuple[int, int]:
        """The same with an age or a bracket that ends it, and without a full stop that the model left at its end."""
        words = self.doc[start:end]
        figure = words[-1].text if len(words) < 2 or words[-2].whitespace_ else words[-2].text + words[-1].text
        return self.unit.shown.closed(words.start_char, words.end_char - (_STOPPED.fullmatch(figure) is not None))

    def stand_ins(self) -> Iterator[tuple[tuple[int, int], Segment]]:
        """The tokens that stand for a quotation, and the quotation."""
        for start, end, segment in self.unit.shown.stand_ins:
            span = self.doc.char_span(start, end, alignment_mode="expand")
            if span is not None:
                yield (span.start, span.end), segment

    def within(self, start: int, end: int) -> list[Token]:
        """The tokens that stand for a stretch of the draft, none when it lies elsewhere."""
        return [self.doc[at] for at, source in enumerate(self.sources) if start <= source < end]

    def names(self) -> Iterator[Span]:
        """What the model takes for names and figures, but for what stands for a slogan."""
        for entity in self.doc.ents:
            start, end = self.span(entity.start, entity.end)
            if not (NAME in entity.text and end - start > len(entity.text)):
                yield entity

    def entities(self) -> Iterator[tuple[int, int, str]]:
        """Start and end in the draft, and the model's label."""
        for entity in self.names():
            if not entity.text.isspace():
                yield (*self.span(entity.start, entity.end), entity.label_)

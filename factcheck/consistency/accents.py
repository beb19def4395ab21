"""Accents that are characters of their own, as text pasted from a PDF has them: *e* and U+0301 for *é*.

The model, and the patterns that look for words, know composed letters only. So an article is read with each such letter
in one character, and what is found is set back to where it stands in the draft, whose text stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from factcheck.model import Draft, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.extraction import Progressed
    from factcheck.model import Article, Attribution, Claim, Extraction, Fact, Finding, Person, Quote

_APART: Final = re.compile(r"[^\W\d_][\u0300-\u036f]+")


def has_accents_apart(article: Article) -> bool:
    """Whether an article has letters whose accents are characters of their own."""
    return _APART.search(article.draft.text) is not None


class Composed:
    """An article with its accents composed, and the way back to the draft."""

    def __init__(self, original: Article) -> None:
        self._original = original
        self._at = [0]
        """Where each run of unchanged text begins in the composed text."""
        self._origin = [0]
        """Where it begins in the draft."""
        text = original.draft.text
        pieces: list[str] = []
        length = 0
        for found in _APART.finditer(text):
            pieces += (text[self._origin[-1] : found.start()], unicodedata.normalize("NFC", found[0]))
            length += len(pieces[-2]) + len(pieces[-1])
            self._at.append(length)
            self._origin.append(found.end())
        pieces.append(text[self._origin[-1] :])
        blocks = (replace(one, start=self._there(one.start), end=self._there(one.end)) for one in original.draft.blocks)
        self.article = replace(original, draft=Draft("".join(pieces), tuple(blocks), original.draft.number))
        """As it is to be read."""

    def _there(self, offset: int) -> int:
        run = bisect_right(self._origin, offset) - 1
        return min([self._at[run] + offset - self._origin[run], *self._at[run + 1 : run + 2]])

    def _back(self, offset: int) -> int:
        run = bisect_right(self._at, offset) - 1
        return self._origin[run] + offset - self._at[run]

    def _words(self, start: int, end: int) -> str:
        return self._original.draft.text[self._back(start) : self._back(end)]

    def progress(self, report: Callable[[Progressed], None] | None) -> Callable[[Progressed], None] | None:
        """What is told of the composed article as it is read, told of the draft."""
        if report is None:
            return None
        return lambda now: report(replace(now, claims=tuple(map(self._claim, now.claims))))

    def extraction(self, found: Extraction) -> Extraction:
        """What was found in the composed article, as it stands in the draft."""
        return replace(
            found,
            article=self._original,
            claims=tuple(map(self._claim, found.claims)),
            quotes=tuple(map(self._quote, found.quotes)),
            people=tuple(map(self._person, found.people)),
            findings=tuple(map(self._finding, found.findings)),
        )

    def _claim(self, found: Claim) -> Claim:
        return replace(
            found,
            start=self._back(found.start),
            end=self._back(found.end),
            text=self._words(found.start, found.end),
            attribution=None if found.attribution is None else self._attribution(found.attribution),
            facts=tuple(map(self._fact, found.facts)),
        )

    def _attribution(self, found: Attribution) -> Attribution:
        return replace(
            found,
            start=self._back(found.start),
            end=self._back(found.end),
            speaker=self._words(found.start, found.end),
        )

    def _fact(self, found: Fact) -> Fact:
        words = self._words(found.start, found.end)
        return replace(found, start=self._back(found.start), end=self._back(found.end), text=words)

    def _quote(self, found: Quote) -> Quote:
        words = self._words(found.start, found.end)
        told = replace(found, start=self._back(found.start), end=self._back(found.end), text=words)
        if found.speaker_start is None or found.speaker_end is None:
            return told
        begin, stop = self._back(found.speaker_start), self._back(found.speaker_end)
        speaker = self._words(found.speaker_start, found.speaker_end)
        return replace(told, speaker=speaker, speaker_start=begin, speaker_end=stop)

    def _person(self, found: Person) -> Person:
        return replace(found, mentions=tuple(map(self._span, found.mentions)))

    def _finding(self, found: Finding) -> Finding:
        return replace(found, spans=tuple(map(self._span, found.spans)))

    def _span(self, found: Span) -> Span:
        return Span(self._back(found.start), self._back(found.end))

"""Blocks to units for the parser: the paper's own words, each quotation, each insertion."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.extraction import masking, quotation_marks
from factcheck.extraction.asides import asides
from factcheck.model import Role, Section
from factcheck.reading import endless

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.extraction.masking import Masked
    from factcheck.extraction.quotation_marks import Segment
    from factcheck.model import Block, Draft

PIECE: Final = 5000
"""Code points that are parsed at once at most; longer text is cut between sentences."""
_WINDOW: Final = 1250
"""The same where no sentence ends: all of it would be read as one, which costs memory and tells nothing."""
_CAPITALISED: Final = re.compile(r"[^\W\d_a-z][\w’'-]*")
_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*")
_LABEL: Final = re.compile(r"(?:(?:Q|A|Question|Answer) ?[:.]|\d{1,2}[.)]) +(?=\S)")
"""What an interview sets before who speaks, and a list before an item; it would throw the parser off the sentence."""
_CELL: Final = 6
"""Words that a cell of a table has at most; a longer one is read as a sentence."""
_TITLE_CASE: Final = 0.6
"""Share of capitalised words from which a headline is written in title case."""

_SIDE: Final = r"[^\W\d_a-z][\w.’'&-]*+(?: (?:(?:of|and|de|da|la|the) )?[^\W\d_a-z][\w.’'&-]*+){0,4}"
_RESULT: Final = re.compile(
    r"(?:[^\W\d_][^.!?\n\d–—:]{0,40}(?::| [–—-]) )?"
    rf"{_SIDE} (?:(?:\d{{1,2}} ?[–—-] ?\d{{1,2}}|\d{{2,3}} ?[–—-] ?\d{{2,3}}) {_SIDE}|\d{{1,3}},? {_SIDE} \d{{1,3}})"
    r"(?: \([^()\n]{1,40}\))?\.?\s*"
)
"""The result of a game: *Group B — Brazil 1 – 2 Uruguay*, *Final: Leeds 3, Hull 0*."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is parsed in one go."""

    shown: Masked
    segment: Segment | None = None
    """The quotation whose words these are."""
    aside: bool = False
    """The words of an insertion."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block with its quotations and what is to be parsed of it."""

    start: int
    end: int
    section: Section
    segments: tuple[Segment, ...]
    direct: tuple[bool, ...]
    units: tuple[Unit, ...]
    row: bool = False
    """It is a row of a table or a result, which is no sentence."""


def paragraphs(draft: Draft) -> Iterator[Paragraph]:
    """The blocks of a draft that bear claims, in order; an overlong one comes in pieces."""
    casing = _Casing(draft)
    for block, segments in quotation_marks.by_block(draft):
        section = block.role.section
        if section is None:  # for the type checker: there is none among them
            continue
        direct = masking.direct(draft.text, block.start, block.end, segments)
        text = casing.lowered(block) if block.role is Role.HEADLINE else draft.text
        todo = deque(zip(segments, direct, strict=True))
        label = _LABEL.match(text, block.start, block.end)
        for start, end in _pieces(text, label.end() if label else block.start, block.end, segments):
            here: list[tuple[Segment, bool]] = []
            while todo and todo[0][0].start < start:
                todo.popleft()
            while todo and todo[0][0].start < end:
                here.append(todo.popleft())
            yield _paragraph(text, start, end, section, here)


def _paragraph(text: str, start: int, end: int, section: Section, here: list[tuple[Segment, bool]]) -> Paragraph:
    segments = tuple(segment for segment, _ in here)
    direct = tuple(whole for _, whole in here)
    units = (*_unit(text, start, end, segments, direct), *_quoted(text, segments, direct))
    return Paragraph(
        start, end, section, segments, direct, units, section is Section.BODY and _is_row(text, start, end)
    )


def _quoted(text: str, segments: Sequence[Segment], direct: Sequence[bool]) -> Iterator[Unit]:
    for segment, whole in zip(segments, direct, strict=True):
        if whole:
            for start, end in _pieces(text, segment.inner_start, segment.inner_end):
                yield from _unit(text, start, end, (), (), segment)


def _unit(
    text: str, start: int, end: int, found: Sequence[Segment], direct: Sequence[bool], segment: Segment | None = None
) -> Iterator[Unit]:
    if not _is_prose(text, start, end):
        return
    left_out = list(asides(text, start, end, [(quotation.start, quotation.end) for quotation in found]))
    yield Unit(masking.masked(text, start, end, found, direct, left_out), segment)
    for aside in left_out:
        if aside.inner_end > aside.inner_start:
            yield Unit(masking.masked(text, aside.inner_start, aside.inner_end, (), (), ()), segment, aside=True)


def _pieces(text: str, start: int, end: int, segments: Sequence[Segment] = ()) -> Iterator[tuple[int, int]]:
    """Cut a stretch into pieces of bounded size, between sentences or words where there are some, in no quotation."""
    starts = [segment.start for segment in segments]
    for stretch in endless.read(text, start, end):
        start = stretch.start
        while stretch.end - start > PIECE:
            cut = _cut(text, start)
            before = bisect_left(starts, cut) - 1
            if before >= 0 and segments[before].end > cut:
                cut = min(stretch.end, segments[before].end)
            yield start, cut
            start = cut
        if start < stretch.end:
            yield start, stretch.end


def _cut(text: str, start: int) -> int:
    """Where a piece that begins here and is not the last one ends."""
    *_, last = 0, *(end.end() for end in endless.END.finditer(text, start + _WINDOW // 2, start + PIECE))
    if last:
        return last
    space = text.rfind(" ", start + _WINDOW // 2, start + _WINDOW)
    return start + _WINDOW if space < 0 else space + 1


def _is_row(text: str, start: int, end: int) -> bool:
    """Whether a stretch is cells of a table, as they are read, or a result: *Steel | 1,010 tons*, *Leeds 3-0 Hull*."""
    if _RESULT.fullmatch(text, start, end):
        return True
    cells = text[start:end].split(" | ")
    return len(cells) > 1 and all(len(cell.split()) <= _CELL for cell in cells)


def _is_prose(text: str, start: int, end: int) -> bool:
    """Whether a stretch holds words at all: rows of signs cost the parser time and tell nothing."""
    letters = sum(char.isalpha() for char in text[start:end])
    return letters * 10 > end - start


class _Casing:
    """How the body writes its words, so that a headline in title case can be read as a sentence."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._words: Counter[str] | None = None

    def lowered(self, block: Block) -> str:
        """The draft's text, with the headline's words as the body writes them; every offset stays."""
        text = self._draft.text
        words = [match for match in _WORD.finditer(text, block.start, block.end) if len(match.group()) > 3]
        if not words or sum(match.group()[0].isupper() for match in words) < _TITLE_CASE * len(words):
            return text
        if self._words is None:
            self._words = Counter(
                match.group()
                for other in self._draft.blocks
                if other.role is Role.BODY
                for match in _WORD.finditer(text, other.start, other.end)
            )
        known = self._words

        def lower(match: re.Match[str]) -> str:
            word = match.group()
            plain = word.lower()
            name = known[word] > known[plain] or (not known[plain] and not word.isupper() and known[word])
            return word if name or match.start() == 0 or len(plain) != len(word) or word.isupper() else plain

        headline = text[block.start : block.end]
        return text[: block.start] + _CAPITALISED.sub(lower, headline) + text[block.end :]

"""Quotations that are not the same in two places, and paraphrases that leave out a word of what was said."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from factcheck.consistency.story import Doubt, Word, both, clipped, place, words
from factcheck.model import Section, Span
from factcheck.normalise import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.consistency.story import Story
    from factcheck.model import Quote

_FEWEST_WORDS: Final = 4
"""A shorter quotation is a fragment that many sentences share."""
_FEWEST_WORDS_IN_BODY: Final = 6
_LIKELY: Final = 60.0
"""Partial ratio from which two short wordings are of one utterance."""
_FEW: Final = 50
"""Words of a short wording. More of them are alike enough when a few differ, and a ratio of characters takes time."""
_MOST_WORDS: Final = 300
"""A longer quotation is a speech, and to lay two of them side by side takes time by the product of their lengths."""
_MOST_CHANGES: Final = 3
_MOST_CANDIDATES: Final = 50
_MOST_PLACES: Final = 200
"""A word that stands in more quotations does not tell one from another."""
_SHARED: Final = 0.6
_SHARED_IN_BODY: Final = 0.75
"""Share of a quotation's words that must stand in the other one too, for both to be the same utterance."""
_EDITED: Final = re.compile(r"…|\.\.\.|\[")
"""What says that a quotation was cut or filled in, so that it need not be word for word."""
_REACH: Final = 8
"""Words before and after a verbatim quotation that a paraphrase is looked for in."""


@dataclass(frozen=True)
class _Passage:
    """A quotation, or what stands in one, as words."""

    words: tuple[Word, ...]
    section: Section
    block: int
    """Where its block starts."""
    speaker: str
    """The words for who says it, empty where nobody is named."""

    @cached_property
    def folded(self) -> str:
        return " ".join(word.form for word in self.words)

    @cached_property
    def lines(self) -> str:
        return _lines(self.words)

    @cached_property
    def forms(self) -> list[str]:
        return [word.form for word in self.words]

    @cached_property
    def content(self) -> frozenset[str]:
        return frozenset(word.form for word in self.words if word.form not in STOP_WORDS)

    @property
    def span(self) -> Span:
        return Span(self.words[0].start, self.words[-1].end)


@dataclass(frozen=True, slots=True)
class _Alignment:
    """How the words of one passage stand in another."""

    window: tuple[Word, ...]
    """The words of the other passage that stand where the first one's do."""
    shared: int
    dropped: tuple[Word, ...]
    """Words that the first passage has and the window lacks."""
    added: tuple[Word, ...]
    """Words that the window has and the first passage lacks."""

    @property
    def changes(self) -> int:
        return max(len(self.dropped), len(self.added))


def _lines(run: Iterable[Word]) -> str:
    """A word a line, which no word has within it, so that one run can be looked for in another."""
    return "".join(("\n", *(f"{word.form}\n" for word in run)))


def _passage(story: Story, quote: Quote) -> _Passage | None:
    if _EDITED.search(quote.text):
        return None
    sentence = story.sentence(quote.start)
    inside = tuple(words(story.text, quote.start, quote.end))
    if sentence is None or not 0 < len(inside) <= _MOST_WORDS:
        return None
    return _Passage(inside, sentence.section, sentence.block, quote.person or quote.speaker or "")


def _align(here: Sequence[Word], there: Sequence[Word], *, tight: bool = False) -> _Alignment | None:
    """Lay the words of one passage on those of another; None when they share nothing.

    Args:
        here: The words that are looked for.
        there: The words in which they are looked for.
        tight: Whether the window begins and ends with a shared word; else it takes in what stands in the place of the
            words that the first passage begins or ends with.
    """
    matcher = SequenceMatcher(None, [word.form for word in here], [word.form for word in there], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    first, last = blocks[0], blocks[-1]
    before, after = (0, 0) if tight else (first.a, len(here) - last.a - last.size)
    start, stop = max(0, first.b - before), min(len(there), last.b + last.size + after)
    in_here = {i for block in blocks for i in range(block.a, block.a + block.size)}
    in_there = {i for block in blocks for i in range(block.b, block.b + block.size)}
    return _Alignment(
        tuple(there[start:stop]),
        len(in_here),
        tuple(word for i, word in enumerate(here) if i not in in_here),
        tuple(there[i] for i in range(start, stop) if i not in in_there),
    )


def _stands_in(here: _Passage, there: _Passage) -> int | None:
    """Behind how many words of one passage all of another follow in one piece, None where they do not."""
    before, found, _ = there.lines.partition(here.lines)
    return before.count("\n") if found else None


def quote_mismatch(story: Story) -> Iterator[Doubt]:
    """A quotation in headline, dek or caption that the body words otherwise, or two of one utterance in the body."""
    passages = [passage for quote in story.extraction.quotes if (passage := _passage(story, quote))]
    body = [passage for passage in passages if passage.section is Section.BODY]
    whole_body = _lines(
        word
        for sentence in story.sentences
        if sentence.section is Section.BODY
        for word in words(story.text, sentence.start, sentence.end)
    )
    alike = _Alike(body)
    for passage in passages:
        if passage.section is Section.BODY or len(passage.words) < _FEWEST_WORDS:
            continue
        if passage.lines not in whole_body:
            yield from _nearest(story, passage, alike.to(passage), _SHARED)
    for index, passage in enumerate(body):
        if len(passage.words) >= _FEWEST_WORDS_IN_BODY:
            # one who says nearly the same twice in a breath says two things
            breath = passage.block, passage.speaker
            apart = [other for other in alike.to(passage, before=index) if (other.block, other.speaker) != breath]
            yield from _nearest(story, passage, apart, _SHARED_IN_BODY)


class _Alike:
    """Finds the passages that share words with another, so that not every pair has to be laid side by side."""

    def __init__(self, passages: Sequence[_Passage]) -> None:
        self._passages = passages
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)
        for index, passage in enumerate(passages):
            for form in passage.content:
                self._by_word[form].append(index)

    def to(self, passage: _Passage, *, before: int | None = None) -> list[_Passage]:
        """The passages that share half of what this one says; only those before an index, when one is given."""
        telling = [form for form in passage.content if len(self._by_word[form]) <= _MOST_PLACES]
        shared = Counter(index for form in telling for index in self._by_word[form])
        least = max(1, len(telling) // 2)
        return [
            self._passages[index]
            for index, count in shared.most_common(_MOST_CANDIDATES)
            if count >= least and (before is None or index < before)
        ]


def _nearest(story: Story, passage: _Passage, others: Sequence[_Passage], least: float) -> Iterator[Doubt]:
    """The likeliest of the other passages, when the words differ by little."""
    best: tuple[int, _Alignment] | None = None
    for other in others:
        if LCSseq.similarity(passage.forms, other.forms) < len(passage.forms) - _MOST_CHANGES:
            continue  # whatever is laid on whatever, more words than that have no counterpart in order
        aligned = _align(passage.words, other.words)
        if aligned is None or aligned.shared < max(_FEWEST_WORDS - 1, least * len(passage.words)):
            continue
        if len(aligned.window) > len(passage.words) + _MOST_CHANGES:
            continue
        if len(passage.words) <= _FEW and fuzz.partial_ratio(passage.folded, other.folded) < _LIKELY:
            continue
        if best is None or aligned.changes < best[0]:
            best = aligned.changes, aligned
    if best is None or not 1 <= best[0] <= _MOST_CHANGES:
        return
    aligned = best[1]
    there = aligned.window
    yield Doubt(
        f"{place(passage.section).capitalize()} quotes “{_shown(story, passage.words)}”, "
        f"{_where(story, passage, there)} “{_shown(story, there)}”: {_difference(story, aligned)}",
        both(passage.span, Span(there[0].start, there[-1].end)),
    )


def _where(story: Story, passage: _Passage, there: Sequence[Word]) -> str:
    section = story.section(there[0].start)
    return "elsewhere" if passage.section is section else place(section)


def _shown(story: Story, run: Sequence[Word]) -> str:
    return clipped(story.text[run[0].start : run[-1].end])


def _listed(story: Story, run: Sequence[Word]) -> str:
    return " ".join(story.text[word.start : word.end] for word in run)


def _difference(story: Story, aligned: _Alignment) -> str:
    dropped, added = _listed(story, aligned.dropped), _listed(story, aligned.added)
    if dropped and added:
        return f"“{dropped}” v. “{added}”"
    return f"only the first has “{dropped}”" if dropped else f"the first lacks “{added}”"


def paraphrase(story: Story) -> Iterator[Doubt]:
    """The words around a verbatim quotation in headline, dek or caption that change what was said with it."""
    passages = [passage for quote in story.extraction.quotes if (passage := _passage(story, quote))]
    body = [passage for passage in passages if passage.section is Section.BODY]
    for passage in passages:
        sentence = story.sentence(passage.span.start)
        if passage.section is Section.BODY or sentence is None or len(passage.words) < _FEWEST_WORDS:
            continue
        before = words(story.text, sentence.start, passage.span.start)[-_REACH:]
        for other in body:
            at = _stands_in(passage, other)
            if at is None:
                continue
            said = other.words[max(0, at - _REACH) : at]
            aligned = _align(before, said, tight=True)
            if aligned is None or aligned.shared < _FEWEST_WORDS or aligned.window[-1] != said[-1]:
                continue
            inside = _inside(before, aligned)
            left_out = _content(aligned.added, but=inside)
            put_in = _content(inside, but=aligned.added)
            if not 1 <= len(left_out) + len(put_in) <= 2:
                continue
            here = [*_from_first_shared(before, aligned), *passage.words]
            there = [*aligned.window, *other.words[at : at + len(passage.words)]]
            change = (
                f"“{_listed(story, left_out)}” is left out" if left_out else f"“{_listed(story, put_in)}” is put in"
            )
            yield Doubt(
                f"{place(passage.section).capitalize()} has “{_shown(story, here)}”, "
                f"{place(other.section)} “{_shown(story, there)}”: {change}",
                both(Span(here[0].start, here[-1].end), Span(there[0].start, there[-1].end)),
            )
            break


def _content(run: Sequence[Word], *, but: Sequence[Word]) -> list[Word]:
    """Words that say something and did not only change their place."""
    moved = {word.form for word in but}
    return [word for word in run if word.form not in STOP_WORDS and word.form not in moved]


def _from_first_shared(run: Sequence[Word], aligned: _Alignment) -> Sequence[Word]:
    for index, word in enumerate(run):
        if word not in aligned.dropped:
            return run[index:]
    return run


def _inside(run: Sequence[Word], aligned: _Alignment) -> list[Word]:
    """The words that only the paraphrase has, after the first one that both have."""
    return [word for word in _from_first_shared(run, aligned) if word in aligned.dropped]

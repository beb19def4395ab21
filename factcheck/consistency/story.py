"""What the checks look at: an extraction laid out by section and sentence, with every fact in the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from factcheck.extraction import facts_of
from factcheck.model import FactKind, Section, Span
from factcheck.normalise import STOP_WORDS, fold, normalised

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from factcheck.model import Block, Claim, Extraction, Fact

    Figure = tuple[Fact, float]
    """A fact with the number that it gives."""

TOLERANCE: Final = 0.06
"""Share by which two numbers may differ and still be the same one; a story rounds."""

YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
"""A year in figures of which news tells."""

_END: Final = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n")
_ABBREVIATION: Final = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Sgt|Lt|Col|Gen|Gov|Sen|Rep|Prof|Rev|Hon|Jr|Sr|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct"
    r"|Nov|Dec|[ap]\.m|Inc|Corp|Co|Ltd)\.\s*$"
)
_LETTERS: Final = r"(?:[^\W_][\u0300-\u036f]*)+"
"""Letters and digits, with accents that are characters of their own."""
_WORD: Final = re.compile(rf"[0-9]+(?:[.,][0-9]+)*|{_LETTERS}(?:['’]{_LETTERS})*")


_LONGEST_SENTENCE: Final = 2000
"""Code points; the checks compare within a sentence, so that a text without stops must not be one."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a check raises; the table of checks says of which kind it is and how much it matters."""

    message: str
    """What does not agree, in plain words that quote both sides."""
    spans: tuple[Span, ...]
    """Both sides, in text order."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block that bears claims."""

    start: int
    end: int
    section: Section
    block: int
    """Where its block starts."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word with the form in which it is compared."""

    form: str
    start: int
    end: int


def words(text: str, start: int, end: int) -> list[Word]:
    """The words of a stretch of text; marks, case, accents and the way a number is written make no difference."""
    return [Word(_form(found[0]), *found.span()) for found in _WORD.finditer(text, start, end)]


@lru_cache(maxsize=10_000)
def _form(word: str) -> str:
    """The form in which a word is compared; a story has few words that it does not have again."""
    return normalised(word) or fold(word)


class Story:
    """One extraction, seen as the checks need it; what costs time is computed when first asked for."""

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction
        self.text: str = extraction.article.draft.text
        self.published: date | None = extraction.article.published

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that can bear claims, in text order."""
        found: list[Sentence] = []
        for block in self.extraction.article.draft.blocks:
            section = block.role.section
            if section is None:
                continue
            begin = block.start
            for stop in self._stops(block):
                found.append(Sentence(begin, stop, section, block.start))
                begin = stop
        return tuple(sentence for sentence in found if self.text[sentence.start : sentence.end].strip())

    def _stops(self, block: Block) -> Iterator[int]:
        """Where the sentences of a block end; what has no end for too long is cut."""
        last = block.start
        for end in _END.finditer(self.text, block.start, block.end):
            if end[0] != "\n" and _ABBREVIATION.search(self.text, max(last, end.start() - 6), end.end()):
                continue
            yield from range(last + _LONGEST_SENTENCE, end.end(), _LONGEST_SENTENCE)
            yield (last := end.end())
        yield from range(last + _LONGEST_SENTENCE, block.end, _LONGEST_SENTENCE)
        yield block.end

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(sentence.start for sentence in self.sentences)

    def sentence(self, at: int) -> Sentence | None:
        """The sentence that an offset lies in, None for page furniture."""
        index = bisect_right(self._starts, at) - 1
        if index < 0 or at >= self.sentences[index].end:
            return None
        return self.sentences[index]

    def section(self, at: int) -> Section | None:
        """The section that an offset lies in, None for page furniture."""
        sentence = self.sentence(at)
        return sentence.section if sentence else None

    def people_in(self, sentence: Sentence) -> frozenset[str]:
        """The people of whom a sentence tells, each by the fullest form of the name; not those who say so."""
        return frozenset(self._people.get(sentence.start, ()))

    @cached_property
    def _people(self) -> Mapping[int, set[str]]:
        people: defaultdict[int, set[str]] = defaultdict(set)
        said = [claim.attribution for claim in self.extraction.claims if claim.attribution is not None]
        speakers = {at for by in said for at in range(by.start, by.end)}
        for person in self.extraction.people:
            for mention in person.mentions:
                sentence = self.sentence(mention.start)
                if sentence is not None and mention.start not in speakers:
                    people[sentence.start].add(person.name)
        return people

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that rules find in what can bear claims, in text order."""
        found = facts_of(self.text, self.published)
        return tuple(fact for fact in found if self.section(fact.start) is not None)

    @cached_property
    def _fact_starts(self) -> tuple[int, ...]:
        return tuple(fact.start for fact in self.facts)

    def facts_in(self, span: Span | Sentence) -> Sequence[Fact]:
        """The facts that begin in a stretch."""
        return self.facts[bisect_left(self._fact_starts, span.start) : bisect_left(self._fact_starts, span.end)]

    def figures(self, span: Span | Sentence) -> Sequence[Figure]:
        """The facts in a stretch that are numbers, each with its value; ordinals are none."""
        found = ((fact, number_of(fact)) for fact in self.facts_in(span))
        return [(fact, value) for fact, value in found if value is not None]

    def content(self, span: Span | Sentence | Claim) -> frozenset[str]:
        """The words of a stretch that say what it is about: no stop words, no numbers, plural endings cut."""
        forms = (word.form for word in words(self.text, span.start, span.end))
        return frozenset(
            form[:-1] if form.endswith("s") and len(form) > 4 else form
            for form in forms
            if form not in STOP_WORDS and not form[:1].isdigit()
        )

    def quoted(self, span: Span | Fact | Claim) -> str:
        """A stretch of the text as a message quotes it: on one line, in curly marks, cut when it is long.

        A claim has no mark at its end; where it closes what the claim quotes, a message without it would look torn.
        """
        return f"“{clipped(self.text[span.start : span.end + self._closes(span.start, span.end)])}”"

    def _closes(self, start: int, end: int) -> bool:
        """Whether a mark follows that closes what was opened within."""
        closing, words = self.text[end : end + 1], self.text[start:end]
        opened = re.findall(rf"(?<!\w){_OPENING[closing]}(?=\w)", words) if closing in _OPENING else []
        return bool(opened) and len(opened) > len(re.findall(rf"(?<=\w){closing}(?!\w)", words))


_OPENING: Final = {"'": "'", "’": "‘"}
"""Marks at the end of what a headline quotes, with those that open it."""
_LONGEST: Final = 140
"""Code points of the story that a message quotes on one side."""


def clipped(text: str) -> str:
    """A text on one line, its middle left out when it is long."""
    line = " ".join(text.split()).strip('"“”')
    if len(line) <= _LONGEST:
        return line
    half = _LONGEST // 2
    return f"{line[:half].rsplit(' ', 1)[0]} … {line[-half:].split(' ', 1)[-1]}"


_NAMES: Final = {
    Section.HEADLINE: "headline", Section.DEK: "dek", Section.CAPTION: "caption", Section.BODY: "body",
}  # fmt: skip


def place(section: Section | None) -> str:
    """How a message calls a section."""
    return f"the {_NAMES.get(section or Section.BODY, 'body')}"


def number_of(fact: Fact) -> float | None:
    """The number that a fact gives, None for an ordinal, a date, an age or a vague amount."""
    counts = fact.kind in {FactKind.NUMBER, FactKind.MONEY, FactKind.PERCENT} and fact.unit != "ordinal"
    return fact.value if counts and isinstance(fact.value, int | float) else None


def clash(message: str, *facts: Fact) -> Doubt:
    """A doubt about facts that do not go together."""
    return Doubt(message, tuple(sorted(Span(fact.start, fact.end) for fact in facts)))


def told_twice(story: Story, one: Fact, two: Fact, why: str) -> Doubt:
    """A doubt about two facts that stand for one thing: each as it stands and where, and why they are taken for one."""
    first, second = sorted((one, two), key=lambda fact: fact.start)
    here, there = (place(story.section(fact.start)) for fact in (first, second))
    elsewhere = "elsewhere" if here == there else f"in {there}"
    return clash(f"{story.quoted(first)} in {here}, {story.quoted(second)} {elsewhere}: {why}", first, second)


def both(first: Span, second: Span) -> tuple[Span, ...]:
    """Two spans in text order."""
    return tuple(sorted((first, second)))

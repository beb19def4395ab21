"""Interviews set as questions and answers, without the name of whoever answers before each answer.

Only where a story says that it is one, and its headline, or what says so, names one person.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from factcheck.extraction.people import straight
from factcheck.model import Role, Section

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.extraction.paragraphs import Paragraph
    from factcheck.extraction.people import Register
    from factcheck.model import Block, Draft

_INTERVIEW: Final = re.compile(
    r"\binterview(?:s|ed)?\b|\bspoke (?:to|with)\b|\btalk(?:s|ed) (?:to|with)\b|\bsat down with\b|\bQ ?& ?A\b",
    re.IGNORECASE,
)
_QUESTION: Final = re.compile(r"(?:Q ?[:.] .+|[^\"“”]+\?(?: \[[^\]]{0,80}\])?)", re.DOTALL)
_YOU: Final = re.compile(r"\b[Yy](?:ou|our|ours|ourself)\b")
_SELF: Final = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|us)\b")
_NAME: Final = re.compile(r"\b[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){1,4}")
_WORD: Final = re.compile(r"\b[^\W\d_a-z][\w-]+")
_INTERVIEWED: Final = re.compile(
    r"\b[Ii]nterview(?:s|ed| [Ww]ith)? (?P<name>[^\W\d_a-z][\w’'-]+(?: [A-Z]\.)? [^\W\d_a-z][\w’'-]+)"
    r"(?=,|:| (?:on|about|at|in|after|over)\b|\n|$)"
)
_NEAR: Final = 80
"""Code points behind *interviewed* within which it is said who was."""
_STOP: Final = re.compile(r"[.!?]\s|\n")
_LEAST: Final = 3
"""Questions, and answers right behind one, that an interview has."""
_FAR: Final = 5000
"""Code points before the first question in which a story says that it is an interview, and of whom."""


@dataclass(frozen=True, slots=True)
class Interview:
    """The answers of a story, and where it may name who gives them; all in code points."""

    answers: tuple[tuple[int, int], ...]
    headline: tuple[tuple[int, int], ...]
    told: tuple[tuple[int, int], ...]
    """What stands right behind each *interviewed* or *spoke with* before the first question."""

    def holds(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is an answer."""
        if paragraph.section is not Section.BODY:
            return False
        at = bisect_right(self.answers, paragraph.start, key=itemgetter(0)) - 1
        return at >= 0 and paragraph.start < self.answers[at][1]

    def answering(self, text: str, register: Register) -> tuple[int, int] | None:
        """Where the one person who answers is named; None where nobody is, or several are."""
        for named in (_in_full, _by_surname, _right_behind):
            for stretches in (self.headline, self.told):
                places: dict[str, tuple[int, int]] = {}
                for person, start, end in (found for stretch in stretches for found in named(text, *stretch, register)):
                    places.setdefault(person, (start, end))
                if places:
                    return next(iter(places.values())) if len(places) == 1 else None
        return None


def _in_full(text: str, start: int, end: int, register: Register) -> Iterator[tuple[str, int, int]]:
    """The full names in a stretch, with where each stands."""
    for match in _NAME.finditer(text, start, end):
        if (name := register.inside(match.group())) is not None:
            at = match.start() + straight(match.group()).index(name)
            yield name, at, at + len(name)


def _by_surname(text: str, start: int, end: int, register: Register) -> Iterator[tuple[str, int, int]]:
    """Whom single names in a stretch mean, *Hillary on the last 300 feet*, with where each stands."""
    for match in _WORD.finditer(text, start, end):
        if (person := register.person(match.group())) is not None and person != match.group():
            yield person, *match.span()


def _right_behind(text: str, start: int, end: int, _register: Register) -> Iterator[tuple[str, int, int]]:
    """A name that stands nowhere else, right behind *interviews* or *an interview with*."""
    for match in _INTERVIEWED.finditer(text, start, end):
        yield match["name"], *match.span("name")


def interview(draft: Draft) -> Interview | None:
    """The interview that a draft is; None where it is none, or does not say so before its first question."""
    text = draft.text
    body = [block for block in draft.blocks if block.role is Role.BODY]
    asked = [_is_question(text, block) for block in body]
    to_somebody = any(question and _tells_of_hearer(text, block) for block, question in zip(body, asked, strict=True))
    if sum(asked) < _LEAST or not to_somebody:
        return None
    opens = body[asked.index(True)].start
    begins = max(0, opens - _FAR)
    told = [(word.end(), min(opens, word.end() + _NEAR)) for word in _INTERVIEW.finditer(text, begins, opens)]
    if not told:
        return None
    told = [(start, _stop(text, start, end)) for start, end in told]
    answers = list(_answers(text, body, asked))
    first = [block for at, block in enumerate(body) if at and asked[at - 1] and not asked[at]]
    if len(first) < _LEAST or 2 * sum(_tells_of_self(text, block) for block in first) < len(first):
        return None
    headlines = [(block.start, block.end) for block in draft.blocks if block.role is Role.HEADLINE]
    return Interview(tuple((block.start, block.end) for block in answers), tuple(headlines), tuple(told))


def _stop(text: str, start: int, end: int) -> int:
    """Where a sentence ends within a stretch."""
    stop = _STOP.search(text, start, end)
    return end if stop is None else stop.start()


def _answers(text: str, body: Sequence[Block], asked: Sequence[bool]) -> Iterator[Block]:
    """What stands behind a question; behind the last one only as long as somebody tells of themselves."""
    last = max(at for at, question in enumerate(asked) if question)
    for at in range(asked.index(True), len(body)):
        if at > last + 1 and not _tells_of_self(text, body[at]):
            return
        if not asked[at]:
            yield body[at]


def _is_question(text: str, block: Block) -> bool:
    """Whether a paragraph asks somebody; an answer may end in a question, too: *We stayed. Who would go?*."""
    asks = _QUESTION.fullmatch(text[block.start : block.end].strip()) is not None
    return asks and (_tells_of_hearer(text, block) or not _tells_of_self(text, block))


def _tells_of_hearer(text: str, block: Block) -> bool:
    return _YOU.search(text, block.start, block.end) is not None


def _tells_of_self(text: str, block: Block) -> bool:
    return _SELF.search(text, block.start, block.end) is not None

"""Whom *he*, *she* and *who* mean where they say something: a person whom the article was about before."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from factcheck.extraction.given_names import is_given, may_be
from factcheck.extraction.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.extraction.paragraphs import Paragraph
    from factcheck.extraction.people import Register
    from factcheck.extraction.voice import Voice

_SINGULAR: Final = words("he she him her his who")
_HIM: Final = re.compile(r"\b(?:he|him|his)\b", re.IGNORECASE)
_HER: Final = re.compile(r"\b(?:she|her|hers)\b", re.IGNORECASE)
_ME: Final = re.compile(r"\b(?:I|me|my|we|us|our)\b")
_STOP: Final = re.compile(r"(?<!\b[A-Z])[.!?…][\"”’']?\s")
_CAPITALISED: Final = re.compile(
    r"[^\W\d_a-z][\w’'-]*(?: (?!(?:He|She|His|Her|They|Who|Him|Them|It|I|We)\b)[^\W\d_a-z][\w’'.-]*)*"
)
"""Words that may be a name; a pronoun behind the stop of one begins the next sentence."""
_NEAR: Final = 800
"""Code points before a paragraph in which a pronoun may find its person."""
_FAR: Final = 400
"""Code points of a sentence within which what a pronoun says is looked for."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """Where a paragraph names somebody."""

    end: int
    person: str
    owns: bool
    """Whether it is *Lee's*."""


@dataclass(frozen=True, slots=True)
class _Mentions:
    """All of a paragraph, in order."""

    start: int
    people: Sequence[_Mention]
    given: int
    """Where the first words with a first name among them end, beyond the text where there are none."""


class Pronouns:
    """What pronouns mean in one article, asked in reading order."""

    def __init__(self, text: str, register: Register) -> None:
        self._text = text
        self._register = register
        self._acting: list[Voice] = []
        self._here: _Mentions | None = None
        """Whom the paragraph names that was asked about last."""

    def note(self, actor: Voice) -> None:
        """Take note of whom the paper's next sentence is about."""
        self._acting.append(actor)

    def meant(self, pronoun: str, paragraph: Paragraph, start: int, last: Voice | None) -> tuple[str | None, bool]:
        """Whom a pronoun means, and whether that is somebody with a name.

        Args:
            pronoun: In lower case.
            paragraph: Where it stands.
            start: Its place in the draft.
            last: Who spoke last.
        """
        if pronoun not in _SINGULAR:
            # what speaks as *it* is a body, and a body has a name
            return None, pronoun == "it" or (pronoun == "they" and last is not None and last.named)
        said = _said_by(self._text, paragraph, start)

        def fits(person: str) -> bool:
            return may_be(person, pronoun) and not said.names(person) and not said.answers(person)

        actor = self._actor(paragraph, start, last, fits)
        topic = None if actor is None else actor.person
        if topic is not None and fits(topic) and not said.is_about(pronoun):
            return topic, True
        person, named = self._by_place(pronoun, paragraph, start, last, lambda one: one != topic and fits(one))
        if actor is not None and topic is None and (person is None or actor.speaker not in person):
            return None, actor.named  # *Lee*, of whom there are two, or *a friend*
        return person, named

    def _actor(self, paragraph: Paragraph, start: int, last: Voice | None, fits: Callable[[str], bool]) -> Voice | None:
        """Whom the sentence before is about, unless somebody spoke after that.

        One of another paragraph makes way for whoever is named in this one, and not only as *Lee’s*.
        """
        at = bisect_left(self._acting, start, key=lambda actor: actor.start) - 1
        if at < 0 or self._acting[at].start < paragraph.start - _NEAR:
            return None
        found = self._acting[at]
        if last is not None and found.start < last.start < start:
            return None
        here = self._named_before(paragraph, start, owners=False) if found.start < paragraph.start else []
        return None if any(map(fits, here)) else found

    def _by_place(
        self, pronoun: str, paragraph: Paragraph, start: int, last: Voice | None, fits: Callable[[str], bool]
    ) -> tuple[str | None, bool]:
        """Whom a pronoun means by who spoke, and who is named near it."""
        here = list(filter(fits, self._named_before(paragraph, start)))
        if here:
            spoke = last is not None and last.person in here
            return (last.person if spoke and last else here[0] if len(here) == 1 else None), True
        if (last is None or last.start < paragraph.start) and self._mentions(paragraph).given <= start:
            return None, True  # a first name whose owner is not known: *Albert, Duke of York, …*
        if last is not None and (may_be(last.person, pronoun) if last.person else last.one):
            return last.person, last.named
        near = _CAPITALISED.finditer(self._text, max(0, paragraph.start - _NEAR), paragraph.start)
        earlier = [person for match in near if (person := self._register.person(match.group())) is not None]
        person = next(filter(fits, reversed(earlier)), None)
        return person, person is not None

    def _named_before(self, paragraph: Paragraph, end: int, *, owners: bool = True) -> list[str]:
        """The people whom the paper itself has named in a paragraph so far; a quotation speaks of others."""
        named = takewhile(lambda one: one.end <= end, self._mentions(paragraph).people)
        return list(dict.fromkeys(one.person for one in named if owners or not one.owns))

    def _mentions(self, paragraph: Paragraph) -> _Mentions:
        """Whom a paragraph names outside of its quotations, looked up once for all that speak in it."""
        if self._here is None or self._here.start != paragraph.start:
            found = [match for span in _own(paragraph) for match in _CAPITALISED.finditer(self._text, *span)]
            people = [
                _Mention(match.end(), person, match.group().endswith(("'s", "’s")))
                for match in found
                if (person := self._register.person(match.group())) is not None
            ]
            given = (match.end() for match in found if any(map(is_given, match.group().split())))
            self._here = _Mentions(paragraph.start, people, next(given, len(self._text) + 1))
        return self._here


def _own(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """The stretches of a paragraph that stand in no quotation."""
    here = paragraph.start
    for segment in paragraph.segments:
        yield here, segment.start
        here = segment.end
    yield here, paragraph.end


@dataclass(frozen=True, slots=True)
class _Said:
    """The words that a pronoun says."""

    sentence: str
    """The rest of its own sentence."""
    quoted: str
    """The quotations next to it."""
    before: str
    """What stands before it in its sentence."""

    def names(self, person: str) -> bool:
        """Whether they name a person, who then is not likely to say them."""
        name = re.escape(person.rsplit(maxsplit=1)[-1])
        return re.search(rf"\b{name}\b", f"{self.sentence} {self.quoted}") is not None

    def answers(self, person: str) -> bool:
        """Whether a person has asked what the pronoun answers: *Asked by Ann Lee who owns it, she replied*."""
        name = re.escape(person.rsplit(maxsplit=1)[-1])
        return re.search(rf"\b[Aa]sked (?:[\w’'-]+ ){{0,4}}?by (?:[\w.’'-]+ ){{0,6}}{name}\b", self.before) is not None

    def is_about(self, pronoun: str) -> bool:
        """Whether they quote somebody who says *he* and not *I* where he is told to say it: *“He won,” he said*."""
        other = _HIM if pronoun in ("he", "him", "his") else _HER
        return other.search(self.quoted) is not None and _ME.search(self.quoted) is None


def _said_by(text: str, paragraph: Paragraph, start: int) -> _Said:
    """What a pronoun says that stands at ``start``."""
    far = min(paragraph.end, start + _FAR)
    stop = _STOP.search(text, start, far)
    at = bisect_left(paragraph.segments, start, key=lambda segment: segment.start)
    quoted = []
    for segment in paragraph.segments[max(0, at - 1) : at + 1]:
        between = (segment.end, start) if segment.end <= start else (start, segment.start)
        if between[1] - between[0] < _FAR and _STOP.search(text, *between) is None:
            quoted.append(text[segment.start : segment.end])
    before = _STOP.split(text[max(paragraph.start, start - _FAR) : start])[-1]
    return _Said(text[start : far if stop is None else stop.end()], " ".join(quoted), before)

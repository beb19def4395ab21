"""A number that stands twice for one thing, where one of the copies has a wrong digit.

Two numbers that differ in one digit are two things, or one that was mistyped. No single sign tells which, so that the
signs are weighed together: the noun, the words close by, the other figures of the sentence, headline against body.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.consistency.story import told_twice, words
from factcheck.extraction.facts.calendar import MONTHS, WEEKDAYS
from factcheck.model import FactKind, Section
from factcheck.normalise import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.consistency.story import Doubt, Sentence, Story
    from factcheck.model import Fact

_ENOUGH: Final = 2.0
"""Points from which two numbers are taken for copies of one."""
_NEAR: Final = 6
"""Telling words on each side of a number that say what it is."""
_OFTEN: Final = 4
"""A word that stands in more sentences of a story tells little about one of them."""
_MOST_ALIKE: Final = 40
"""Numbers alike but for one digit with which a later one is compared, the nearest ones: more of them are a table."""
_MOST_IN_SENTENCE: Final = 20
"""Figures of one sentence that are looked at: more of them are a table."""
_SURE: Final = 3
"""Significant digits beyond which two numbers that differ in one are hardly alike by chance."""
_LARGEST: Final = 1e15
"""Beyond it a float does not hold each digit."""


@dataclass(frozen=True, slots=True)
class _Copy:
    """A number with what says of what it is the number."""

    fact: Fact
    digits: str
    sentence: Sentence
    led: str
    """The stem of the last telling word before it, often its verb."""
    near: frozenset[str]
    """The stems of the telling words close to it."""
    about: frozenset[str]
    """The stems of the telling words of its sentence."""
    company: frozenset[tuple[FactKind, float]]
    """The other figures of its sentence, but for those below ten."""
    parts: frozenset[float]
    """The other figures of its sentence that may be of its own noun."""
    next: str
    """The stem of the word right after it, where that is a telling one."""
    hedged: bool
    """Whether it is "about" or "more than" so many."""
    floor: bool
    """Whether it is "more than" or "at least" so many."""
    compared: bool
    """Whether it is set against another one, as "the smaller share of" so many."""
    way: str
    """``from`` or ``to`` before it, as before the two ends of a change; empty for neither."""
    places: frozenset[str]
    """The names behind the prepositions of its sentence: where, and of whom, it tells."""
    people: frozenset[str]
    """The people whom its sentence names."""
    earlier: bool
    """Whether its sentence speaks of what was before."""
    foreseen: bool
    """Whether its sentence speaks of what was expected."""

    @property
    def value(self) -> tuple[FactKind, str]:
        """What two copies have in common when they agree."""
        return self.fact.kind, self.digits

    @property
    def significant(self) -> int:
        """Digits without the zeros at both ends."""
        return len(self.digits.replace(".", "").strip("0"))


def slips(story: Story) -> Iterator[Doubt]:
    """A number that differs in one digit from another one which, by the words around both, stands for the same."""
    copies = list(_copies(story))
    context = _Context.of(story, copies)
    weighed = [(context.points(one, two), one, two) for one, two in _alike(copies) if context.may_be_one(one, two)]
    told: set[int] = set()
    for points, one, two in sorted(weighed, key=lambda pair: (-pair[0], pair[1].fact.start, pair[2].fact.start)):
        if points < _ENOUGH:
            break
        rarer = min((two, one), key=lambda copy: context.counts[copy.value])
        if rarer.fact.start not in told:
            told |= {copy.fact.start for copy in (one, two) if context.counts[copy.value] == 1}
            yield told_twice(story, one.fact, two.fact, "one digit differs, the words around them are alike")


_HEDGES: Final = frozenset(
    "about around some nearly almost over more than least most up approximately roughly just only total".split()  # noqa: SIM905  # reads best as text
)
_PARTS: Final = frozenset(("dozen", "hundred", "thousand", "million", "billion", "trillion", "lakh", "crore", "rs"))
"""Words in a number or a sum, which do not say of what it is one."""
_NOT_TELLING: Final = STOP_WORDS | _HEDGES | _PARTS
_HEDGE: Final = re.compile(rf"(?i)\b(?:{'|'.join(sorted(_HEDGES))})[ \u00a0]$")
_FLOOR: Final = re.compile(r"(?i)\b(?:more than|over|at least|upwards of)[ \u00a0]$")
_COMPARED: Final = re.compile(
    r"(?i)\b(?:the|an?) (?:(?:much|far|still|even) )?"
    r"(?:(?:more|less) (?!than\b)\w+|smaller|larger|bigger|lower|higher|narrower|wider|slimmer)\b[^.,;:()]*$"
)
_NAME: Final = re.compile(r"(?:(?!(?:These|Those|The|All|Only|Some|About|Over)\b)[^\W\d_a-z][\w’'-]* |#|\bNo\. ?)$")
"""What makes a short number a part of a name, as in "Apollo 11"; the next number is the name of another one."""


def _copies(story: Story) -> Iterator[_Copy]:
    for sentence in story.sentences:
        figures = [(fact, value) for fact, value in story.figures(sentence) if 0 < value < _LARGEST]
        if not figures:
            continue
        run = words(story.text, sentence.start, sentence.end)
        telling = [
            (word, _stem(word.form)) for word in run if word.form not in _NOT_TELLING and not word.form[:1].isdigit()
        ]
        about = frozenset(stem for _, stem in telling)
        company = {(fact.kind, value) for fact, value in figures if value >= 10 or value != int(value)}
        places = frozenset(_PLACE.findall(story.text, sentence.start, sentence.end)) - _CALENDAR
        earlier = _BEFORE.search(story.text, sentence.start, sentence.end) is not None
        foreseen = _FORESEEN.search(story.text, sentence.start, sentence.end) is not None
        for fact, value in figures[:_MOST_IN_SENTENCE]:
            if value < 1 and "." not in fact.text:
                continue  # *4 in 10* has other digits than its value
            if fact.unit is None and value < 100 and _NAME.search(story.text, max(0, fact.start - 20), fact.start):
                continue
            before = [stem for word, stem in telling if word.start < fact.start]
            after = [stem for word, stem in telling if word.start >= fact.start]
            yield _Copy(
                fact,
                str(int(value)) if value == int(value) else repr(value),
                sentence,
                before[-1] if before else "",
                frozenset(before[-_NEAR:] + after[:_NEAR]),
                about,
                frozenset(company - {(fact.kind, value)}),
                frozenset(
                    part
                    for other, part in figures
                    if other is not fact and (other.unit == fact.unit or None in {other.unit, fact.unit})
                ),
                _next(story, fact),
                _HEDGE.search(story.text, max(0, fact.start - 20), fact.start) is not None,
                _FLOOR.search(story.text, max(0, fact.start - 20), fact.start) is not None,
                _COMPARED.search(story.text, max(sentence.start, fact.start - 80), fact.start) is not None,
                _way(story.text, fact.start),
                places,
                story.people_in(sentence),
                earlier,
                foreseen,
            )


_CALENDAR: Final = frozenset((*MONTHS, *WEEKDAYS))
_PLACE: Final = re.compile(
    r"\b(?:in|at|near|of|for|from|over|off) (?:the )?"
    r"(?:(?:(?:north|south|east|west|northeast|northwest|southeast|southwest)(?:ern)?|central|upper|lower) )?"
    r"([^\W\d_a-z][\w’-]+)"
)
_WAY: Final = re.compile(rf"(?i)\b(from|to)[ \u00a0](?:(?:{'|'.join(sorted(_HEDGES))})[ \u00a0])?$")
_BEFORE: Final = re.compile(
    r"(?i)\b(?:previous(?:ly)?|earlier|formerly|compared (?:with|to)|years? (?:ago|before)|instead)\b"
)
_FORESEEN: Final = re.compile(
    r"(?i)\b(?:expect(?:s|ed|ing|ations?)?|forecasts?|estimates?|predict(?:s|ed|ions?)?|project(?:ed|ions?)|anticipated"
    r"|consensus|guidance|analysts|targets?|budgeted|hoped)\b"
)
_FOLLOWING: Final = re.compile(r"[ \u00a0-](\w+)")


def _next(story: Story, fact: Fact) -> str:
    found = _FOLLOWING.match(story.text, fact.end)
    word = found[1].lower() if found else ""
    return "" if word in STOP_WORDS or len(word) < 3 else _stem(word)


def _way(text: str, start: int) -> str:
    found = _WAY.search(text, max(0, start - 30), start)
    return found[1].lower() if found else ""


def _same_noun(one: _Copy, two: _Copy) -> bool:
    """Whether two numbers may count one thing; where a noun is not known as such, the next word stands for it."""
    if one.fact.unit and two.fact.unit:
        return one.fact.unit == two.fact.unit
    return all(
        there.fact.unit is not None or not there.next or there.next in here.near
        for here, there in ((one, two), (two, one))
    )


_ONE_OUTCOME: Final = {
    stem: group[0]
    for group in (
        ("kill", "dead", "death", "died", "die", "dies", "dying", "fatal", "fatalitie", "slain", "perish", "toll"),
        ("injur", "hurt", "wound", "casualtie"),
        ("arrest", "detain", "custody"),
        ("people", "person", "man", "men", "woman", "women", "victim"),
        ("carry", "carri", "aboard", "board", "onboard"),
    )
    for stem in group
}
"""Words with which news tells one outcome, by their stems."""
_ENDING: Final = re.compile(r"(?<=\w{3})(?:ing|ed|es|e|s|ly)$")


def _stem(form: str) -> str:
    """A word without its ending; words for one outcome are one."""
    stem = _ENDING.sub("", form)
    return _ONE_OUTCOME.get(form) or _ONE_OUTCOME.get(stem, stem)


def _alike(copies: list[_Copy]) -> Iterator[tuple[_Copy, _Copy]]:
    """Pairs of numbers that differ in one digit, in text order."""
    seen: defaultdict[tuple[FactKind, str], deque[_Copy]] = defaultdict(lambda: deque(maxlen=_MOST_ALIKE))
    for copy in copies:
        for at, digit in enumerate(copy.digits):
            if digit == ".":
                continue
            known = seen[copy.fact.kind, f"{copy.digits[:at]}_{copy.digits[at + 1 :]}"]
            yield from ((other, copy) for other in known if other.digits != copy.digits)
            known.append(copy)


def _of_two_places(one: _Copy, two: _Copy) -> bool:
    """Whether two sentences of the body tell of unlike places or bodies."""
    sections = {one.sentence.section, two.sentence.section}
    return sections == {Section.BODY} and bool(one.places) and bool(two.places) and not one.places & two.places


def _of_two_people(one: _Copy, two: _Copy) -> bool:
    """Whether two sentences of the body name people, none of them both: what the one has is not what the other has.

    A figure that both give makes them tell of one thing all the same.
    """
    sections = {one.sentence.section, two.sentence.section}
    named = bool(one.people) and bool(two.people) and not one.people & two.people
    return sections == {Section.BODY} and named and not one.company & two.company


def _of_two_polls(one: _Copy, two: _Copy) -> bool:
    """Whether two shares stand among shares of their own: those of one thing would have most of them in common."""
    fewer, more = sorted((one.company, two.company), key=len)
    return one.fact.kind is FactKind.PERCENT and len(fewer) > 0 and 2 * len(fewer & more) <= len(fewer)


def _rounded(one: _Copy, two: _Copy) -> bool:
    """Whether one of two numbers is given as the other one in round, in a headline or as "about" so many."""
    rough, exact = sorted((one, two), key=lambda copy: copy.significant)
    step = 10.0 ** (len(rough.digits) - rough.significant)
    return (
        rough.significant < exact.significant
        and (rough.hedged or rough.sentence.section is not Section.BODY)
        and not exact.hedged
        and "." not in rough.digits + exact.digits
        and abs(float(rough.digits) - float(exact.digits)) <= step / 2
    )


def _reaches(one: _Copy, two: _Copy) -> bool:
    """Whether one of two numbers is given as "more than" so many hundred, and the other one is between it and the next.

    "At least 106" agrees with "more than 100", too.
    """
    rough, exact = sorted((one, two), key=lambda copy: copy.significant)
    step = 10.0 ** (len(rough.digits) - rough.significant)
    beyond = float(exact.digits) - float(rough.digits)
    return rough.floor and rough.significant < exact.significant and 0 < beyond < step


def _adds_up(whole: _Copy, part: _Copy) -> bool:
    """Whether a number is the sum of another and one beside that."""
    rest = float(whole.digits) - float(part.digits)
    return any(abs(rest - value) < 0.01 * value for value in part.parts - whole.parts)


_MEASURES: Final = frozenset(
    "time year month week day hour minute second point mile kilometer meter foot percentage".split()  # noqa: SIM905  # reads best as text
)
"""Nouns of which one story gives many unlike numbers."""
_MANY: Final = 5


@dataclass(frozen=True, slots=True)
class _Context:
    """What the whole story says about two numbers in it."""

    counts: Counter[tuple[FactKind, str]]
    """How often each number stands."""
    together: Mapping[tuple[FactKind, str], set[int]]
    """The sentences in which each number stands."""
    values: Mapping[tuple[FactKind, str | None], set[str]]
    """The numbers of each noun."""
    sentences: Counter[str]
    """In how many sentences the stems stand."""

    @classmethod
    def of(cls, story: Story, copies: list[_Copy]) -> _Context:
        together: defaultdict[tuple[FactKind, str], set[int]] = defaultdict(set)
        values: defaultdict[tuple[FactKind, str | None], set[str]] = defaultdict(set)
        for copy in copies:
            together[copy.value].add(copy.sentence.start)
            values[copy.fact.kind, copy.fact.unit].add(copy.digits)
        sentences: Counter[str] = Counter()
        for sentence in story.sentences:
            sentences.update({_stem(word.form) for word in words(story.text, sentence.start, sentence.end)})
        return cls(Counter(copy.value for copy in copies), together, values, sentences)

    def may_be_one(self, one: _Copy, two: _Copy) -> bool:
        """Whether nothing speaks against it: numbers that the story sets side by side, or gives twice each, are two."""
        return (
            _same_noun(one, two)
            and any(letter.isdigit() for letter in one.fact.text + two.fact.text)
            and min(self.counts[one.value], self.counts[two.value]) == 1
            and not self.together[one.value] & self.together[two.value]
            and one.earlier == two.earlier
            and one.foreseen == two.foreseen
            and not _of_two_places(one, two)
            and not _of_two_people(one, two)
            and not _of_two_polls(one, two)
            and not _rounded(one, two)
            and not _reaches(one, two)
            and not one.compared
            and not two.compared
            and {one.way, two.way} != {"from", "to"}
            and not _adds_up(one, two)
            and not _adds_up(two, one)
        )

    def points(self, one: _Copy, two: _Copy) -> float:
        """How much speaks for two numbers being one."""
        unit = one.fact.unit if one.fact.unit == two.fact.unit else None
        noun = {_stem(unit)} if unit else set()
        near = (one.near & two.near) - noun
        far = (one.about & two.about) - near - noun
        total = sum(map(self._weight, near)) + sum(map(self._weight, far)) / 2
        total += 1.5 * min(2, len(one.company & two.company))
        total += (one.led == two.led != "") + (one.sentence.section is not two.sentence.section)
        total += self._of_noun(one.fact.kind, unit, {one.digits, two.digits})
        significant = min(one.significant, two.significant)
        if not near and not far and significant <= _SURE:
            total -= 1.0  # by the noun alone many numbers are alike
        return total + {1: -1.0, 2: 0.0, _SURE: 1.5}.get(significant, 2.0)

    def _weight(self, stem: str) -> float:
        return 1.0 if self.sentences[stem] <= _OFTEN else 0.5

    def _of_noun(self, kind: FactKind, unit: str | None, digits: set[str]) -> float:
        """How much one noun speaks for one number: little where the story gives it many, or it is a share."""
        if unit is None:
            return 0.0
        known = self.values[kind, unit]
        others = len(known) - len(known & digits)  # without a copy of all, of which a table has thousands
        alone = {0: 1.0, 1: 0.5}.get(others, 0.0 if others < _MANY else -0.5)
        if kind is FactKind.PERCENT:
            return alone
        return alone + (1.0 if unit in _MEASURES or kind is FactKind.MONEY else 1.5)

"""Ages of one person that differ, and names that are spelled in two ways."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import combinations, takewhile
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA, Levenshtein

from factcheck.consistency.story import Doubt, both, place
from factcheck.extraction import find_facts
from factcheck.extraction.cues import TITLES
from factcheck.model import FactKind, Section, Span
from factcheck.normalise import STOP_WORDS, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from factcheck.consistency.story import Story
    from factcheck.model import Fact

_NAME: Final = r"[^\W\d_a-z][\w’'-]*(?:[ ][^\W\d_a-z][\w.’'-]*){0,3}"
_BEFORE_AGE: Final = re.compile(rf"({_NAME})(?:,? |, who (?:is|turned) | is (?:now )?| \()$")
_AFTER_AGE: Final = re.compile(rf" (?:[\w-]+ ){{0,2}}({_NAME})")
_OTHER_TIME: Final = re.compile(
    r"\b(?:then|at the time|when|was|were|had been|until|since|before|after|turned|turns|will|would)\b"
)
_A_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_AGO: Final = re.compile(r"(?i)\b(?:ago|then|when|at the time|back in|years later)\b")
_BORN: Final = re.compile(rf"(?<![\w’'-])({_NAME}),? (?:who )?(?:was|is) born (?:[\w ]{{0,30}}?)?(?:on|in) ")
_LIFE: Final = re.compile(
    r"\bborn (?:on |in )[^.;\n]{0,40}?\b(1[5-9]\d\d|20\d\d)\b[^.\n]{0,60}?\b(?:died|dead|death)\b[^.\n]{0,40}?"
    r"\b(1[5-9]\d\d|20\d\d)\b,? (?:aged|at the age of|at) (\d{1,3})\b"
)


def _whose(story: Story, fact: Fact) -> str | None:
    """The person whose age it is, where the words next to it say so."""
    before = story.text[max(0, fact.start - 60) : fact.start]
    found = _BEFORE_AGE.search(before)
    if found is None and fact.text.lower().endswith("old"):
        found = _AFTER_AGE.match(story.text, fact.end)
    if found is None:
        return None
    name = found[1]
    for person in story.extraction.people:
        if person.name == name or person.name in name:
            return person.name
    owners = {person.name for person in story.extraction.people if set(name.split()) <= set(person.name.split())}
    if len(owners) > 1:
        return None
    return owners.pop() if owners else name


def ages(story: Story) -> Iterator[Doubt]:
    """Two ages of one person, both given for the day of publication."""
    known: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in story.facts:
        if fact.kind is not FactKind.AGE or not isinstance(fact.value, int) or fact.unit is not None:
            continue
        name = None if _is_of_another_time(story, fact) else _whose(story, fact)
        if name is None:
            continue
        for other in known[name]:
            if other.value != fact.value:
                yield Doubt(
                    f"{name} is {other.value} in one place and {fact.value} in another",
                    both(Span(other.start, other.end), Span(fact.start, fact.end)),
                )
                break
        known[name].append(fact)
    yield from _births(story, known)


def _is_of_another_time(story: Story, fact: Fact) -> bool:
    """Whether an age is not the one at publication.

    Between commas right behind a name, *Ann Lee, 48, …*, it is, unless the sentence tells of another year.
    """
    before = story.text[max(0, fact.start - 25) : fact.start]
    behind = story.text[fact.end : fact.end + 1]
    if before.endswith(", ") and behind in {",", "."} and before[:-2][-1:].isalnum():
        sentence = story.sentence(fact.start)
        told = story.text[sentence.start : sentence.end] if sentence else ""
        now = str(story.published.year) if story.published else None
        return any(year != now for year in _A_YEAR.findall(told)) or _AGO.search(told) is not None
    return _OTHER_TIME.search(before + story.text[fact.end : fact.end + 15]) is not None


def _births(story: Story, known: dict[str, list[Fact]]) -> Iterator[Doubt]:
    """An age that the day of birth does not allow at publication."""
    if story.published is None:
        return
    for found in _BORN.finditer(story.text):
        born = next(iter(find_facts(story.text, found.end(), found.end() + 40)), None)
        if born is None or born.kind is not FactKind.DATE or born.start != found.end():
            continue
        if not isinstance(born.value, str) or not born.value.replace("-", "").isdigit():
            continue
        for name, facts in known.items():
            if set(found[1].split()) <= set(name.split()) or set(name.split()) <= set(found[1].split()):
                for fact in facts:
                    if fact.value not in _possible_ages(born.value, story.published):
                        yield Doubt(
                            f"{name} is {fact.value}, but was born in {born.value}",
                            both(Span(fact.start, fact.end), Span(found.start(), born.end)),
                        )


def _possible_ages(born: str, at: date) -> range:
    """The ages on a day of somebody who was born on a day, in a month or in a year."""
    year, *rest = (int(part) for part in born.split("-"))
    months = rest or [1, 12]
    earliest = (months[0], rest[1] if len(rest) > 1 else 1)
    latest = (months[-1] if len(rest) < 2 else months[0], rest[1] if len(rest) > 1 else 31)
    oldest = at.year - year - (earliest > (at.month, at.day))
    youngest = at.year - year - (latest > (at.month, at.day))
    return range(youngest, oldest + 1)


def lifetimes(story: Story) -> Iterator[Doubt]:
    """Birth, death and age at death, told in one sentence, that do not go together."""
    for found in _LIFE.finditer(story.text):
        born, died, age = (int(group) for group in found.groups())
        if age not in {died - born, died - born - 1}:
            yield Doubt(
                f"Who was born in {born} and died in {died} was {died - born - 1} or {died - born}, not {age}",
                (Span(found.start(1), found.end(1)), Span(found.start(3), found.end(3))),
            )


_DEATH: Final = re.compile(
    r"\b(?:dies|died|dead|death)\b[^.;\n]{0,80}?\b(?:at the age of|at age|aged|at)\s(\d{1,3})\b(?![.,:]\d|\s?[%ap])"
)


def deaths(story: Story) -> Iterator[Doubt]:
    """The age at death in headline or dek, and another one where the body tells of the first death."""
    told: dict[bool, re.Match[str]] = {}
    for sentence in story.sentences:
        found = _DEATH.search(story.text, sentence.start, sentence.end)
        if found is not None:
            told.setdefault(sentence.section in {Section.HEADLINE, Section.DEK}, found)
    if len(told) < 2 or told[True][1] == told[False][1]:
        return
    above, below = told[True], told[False]
    names = set(re.findall(r"[A-Z]\w+", story.text[: above.start()].rsplit("\n", 1)[-1]))
    there = story.sentence(below.start())
    if there is not None and names & set(re.findall(r"[A-Z]\w+", story.text[there.start : there.end])):
        yield Doubt(
            f"The age at death is {above[1]} in {place(story.section(above.start()))} and {below[1]} in the body",
            both(Span(*above.span(1)), Span(*below.span(1))),
        )


_CAPITALISED: Final = re.compile(r"(?<![\w’'])[^\W\d_a-z][\w’'-]{3,}")
_SHORTEST: Final = 5
_LONG: Final = 8
"""From this length on, two letters may differ."""
_PARTICLES: Final = r"(?:(?:bin|bint|ibn|al|de|del|della|da|dos|di|du|van|von|der|den|la|le|ten|ter|y) )*"
"""Small words within a name."""
_CAPITALS: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
"""An ending that makes another name of a word, as in "SpaceX"."""
_INFLECTIONS: Final = ("s", "es", "n", "an", "ian", "i", "er", "ed", "ly", "y", "ish", "ese")


def spelling(story: Story) -> Iterator[Doubt]:
    """A name of somebody in the story that stands in another spelling elsewhere in it."""
    places: defaultdict[str, list[Span]] = defaultdict(list)
    lower: set[str] = set()
    for sentence in story.sentences:
        for found in _CAPITALISED.finditer(story.text, sentence.start, sentence.end):
            word = re.sub(r"['’]s?$", "", found[0])
            places[word].append(Span(found.start(), found.start() + len(word)))
        lower.update(re.findall(r"(?<!\w)[a-z]{5,}", story.text[sentence.start : sentence.end]))
    full: defaultdict[str, set[str]] = defaultdict(set)
    for person in story.extraction.people:
        for part in person.name.split():
            full[part].add(person.name)
    counts = Counter({word: len(spans) for word, spans in places.items() if len(word) >= _SHORTEST})
    by_initial: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(counts):
        by_initial[word[0]].append(word)
    told: set[frozenset[str]] = set()
    for known in sorted(full, key=lambda word: (-counts[word], word)):
        for other in by_initial[known[0]] if counts[known] else ():
            pair = frozenset((known, other))
            if pair in told or {known.lower(), other.lower()} & lower or not _twins(known, other):
                continue
            told.add(pair)
            if _one_person(full[known], full.get(other, set())) and _in_one_company(story, places, known, other):
                common, rare = sorted(pair, key=lambda word: (-counts[word], word))
                yield Doubt(
                    f"The name is spelled “{common}” ({_times(counts[common])}) and “{rare}” ({_times(counts[rare])})",
                    both(places[common][0], places[rare][0]),
                )


_TWO_WORDS: Final = re.compile(r"(?<![\w’'-])([^\W\d_a-z][\w’-]{2,})(?= ([^\W\d_a-z][\w’-]{2,})(?![\w-]))")

_MOST_OF_A_WORD: Final = 100
"""Names with one word in common, and the initial of the other, that are compared in pairs: more of them are a list."""


def bodies(story: Story) -> Iterator[Doubt]:
    """A name of two words, of a body or a place, of which one word stands in another spelling: "Untied Nations"."""
    places: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
    for sentence in story.sentences:
        if sentence.section in {Section.BODY, Section.CAPTION}:
            for found in _TWO_WORDS.finditer(story.text, sentence.start, sentence.end):
                if found[1].lower() in STOP_WORDS or found[2].lower() in STOP_WORDS:
                    continue
                places[found[1], found[2]].append(Span(found.start(), found.end(2)))
    people = {part for person in story.extraction.people for part in person.name.split()}
    by_word: defaultdict[tuple[int, str, str], list[str]] = defaultdict(list)
    for pair in places:
        for at in (0, 1):
            if pair[1 - at] not in people and len(pair[at]) >= _SHORTEST and pair[at] not in people:
                by_word[at, pair[1 - at], pair[at][0]].append(pair[at])
    for (at, shared, _), words in by_word.items():
        for one, other in combinations(words[:_MOST_OF_A_WORD], 2):
            if _twins(one, other):
                pairs = [(word, shared) if at == 0 else (shared, word) for word in (one, other)]
                common, rare = sorted(pairs, key=lambda pair: (-len(places[pair]), pair))
                told = [f"“{' '.join(pair)}” ({_times(len(places[pair]))})" for pair in (common, rare)]
                yield Doubt(f"The name is spelled {' and '.join(told)}", both(places[common][0], places[rare][0]))


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _twins(one: str, two: str) -> bool:
    """Whether two words look like spellings of one name; what differs only in an ending is another word."""
    if one == two or abs(len(one) - len(two)) > 2:
        return False
    folded = fold(one), fold(two)
    if folded[0] == folded[1]:
        return one.casefold().replace("’", "'") != two.casefold().replace("’", "'")
    if "-" in one and "-" in two:
        parts = [pair for pair in zip(one.split("-"), two.split("-"), strict=False) if pair[0] != pair[1]]
        return len(parts) == 1 and min(map(len, parts[0])) >= _SHORTEST and _twins(*parts[0])
    short, long = sorted(folded, key=len)
    if any(long == short + ending for ending in _INFLECTIONS) or {one[len(two) :], two[len(one) :]} & _CAPITALS:
        return False
    distance = Levenshtein.distance(*folded, score_cutoff=2)
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(*folded, strict=False)))
    return OSA.distance(*folded, score_cutoff=1) == 1 or (
        distance == 2 and len(short) >= _LONG and alike < len(short) - 2
    )


def _one_person(known: set[str], other: set[str]) -> bool:
    """Whether the full names that two spellings are part of may be one: they share a part, or one has no other."""
    parted = any(set(name.split()) & set(twin.split()) for name in known for twin in other)
    alone = [all(" " not in name for name in names) for names in (known, other)]
    return not other or parted or alone[0] != alone[1]


def _in_one_company(story: Story, places: dict[str, list[Span]], one: str, two: str) -> bool:
    """Whether one of two names stands alone, or both beside the same other name."""
    first, second = _companions(story, places[one]), _companions(story, places[two])
    return not first or not second or bool(first & second)


def _companions(story: Story, spans: Iterable[Span]) -> set[str]:
    """The capitalised words that stand directly beside a name, but for titles, which many people bear."""
    found: set[str] = set()
    for span in spans:
        before = re.search(rf"([^\W\d_a-z][\w’-]*) {_PARTICLES}$", story.text[max(0, span.start - 30) : span.start])
        after = re.match(rf" {_PARTICLES}([^\W\d_a-z][\w-]*)", story.text[span.end : span.end + 30])
        found.update(match[1] for match in (before, after) if match and match[1].lower() not in TITLES)
    return found

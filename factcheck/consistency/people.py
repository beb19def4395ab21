"""Ages of one person that differ."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from factcheck.consistency.story import YEAR, Doubt, both, clash, place
from factcheck.extraction import find_facts
from factcheck.extraction.cues import TITLES
from factcheck.model import FactKind, Section, Span
from factcheck.normalise import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from factcheck.consistency.story import Story
    from factcheck.model import Fact

_NAME: Final = r"[^\W\d_a-z][\w’'-]*(?:[ ][^\W\d_a-z][\w.’'-]*){0,3}"
_BEFORE_AGE: Final = re.compile(
    rf"({_NAME})(?:,? |,? (?:who )?turned |,? (?:who )?is (?:now )?(?:only |just )?| \("
    r"|,? (?:who is |is )?(?:now )?in h(?:is|er) )$"
)
_TITLE: Final = re.compile(rf"^(?:.* )?(?:{'|'.join(sorted(map(re.escape, TITLES)))})\.? ", re.IGNORECASE)
"""What stands before a name, up to its last title."""
_JUST_TURNED: Final = re.compile(r"\bturned $")
_LATELY: Final = re.compile(r" (?:this|yesterday|today|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_AFTER_AGE: Final = re.compile(rf" (?:[\w-]+ ){{0,2}}({_NAME})")
_OTHER_TIME: Final = re.compile(
    r"\b(?:then|at the time|when|was|were|had been|until|since|before|after|turned|turns|will|would)\b"
)
_CLAUSE: Final = 60
"""Code points behind an age in which a year still tells of when it was."""
_QUOTED: Final = re.compile(r"[\"“”]")
_AGO: Final = re.compile(r"(?i)\b(?:ago|at the time|back in|years later)\b")
_BORN: Final = re.compile(rf"(?<![\w’'-])({_NAME}),? (?:(?:who )?(?:was|is) )?born (?:[\w ]{{0,30}}?)?(?:on|in) ")
_LIFE: Final = re.compile(
    r"\bborn (?:on |in )[^.;\n]{0,40}?\b(1[5-9]\d\d|20\d\d)\b[^.\n]{0,60}?\b(?:died|dead|death)\b[^.\n]{0,40}?"
    r"\b(1[5-9]\d\d|20\d\d)\b,? (?:aged|at the age of|at) (\d{1,3})\b"
)


def _whose(story: Story, fact: Fact) -> str | None:
    """The person whose age it is, where the words next to it say so."""
    found = _AFTER_AGE.match(story.text, fact.end) if fact.text.lower().endswith("old") else None
    found = found or _BEFORE_AGE.search(story.text[max(0, fact.start - 60) : fact.start])
    if found is None:
        return None
    return _person(story, found[1])


def _person(story: Story, words: str) -> str | None:
    """Whom capitalised words name, in full where the story does; None where it may be one of several people."""
    name = _TITLE.sub("", words)
    first, _, rest = name.partition(" ")
    if first.lower() in STOP_WORDS and first not in _parts(story):
        name = rest  # "As Lee, who is 48, told the court"; "The 48-year-old" names nobody
    if not name:
        return None
    for person in story.extraction.people:
        if person.name == name or person.name in name:
            return person.name
    owners = {person.name for person in story.extraction.people if set(name.split()) <= set(person.name.split())}
    if len(owners) > 1:
        return None
    return owners.pop() if owners else name


def _parts(story: Story) -> set[str]:
    """The words that make up the names of the story's people."""
    return {part for person in story.extraction.people for part in person.name.split()}


def ages(story: Story) -> Iterator[Doubt]:
    """Two ages of one person, both given for the day of publication."""
    known: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in story.facts:
        if fact.kind is not FactKind.AGE or fact.value is None or fact.unit is not None:
            continue
        name = None if _is_of_another_time(story, fact) else _whose(story, fact)
        if name is None:
            continue
        for other in known[name]:
            if not _agree(other, fact):
                yield clash(f"{name} is {other.value} in one place and {fact.value} in another", other, fact)
                break
        if all(other.value != fact.value for other in known[name]):
            known[name].append(fact)
    yield from _births(story, known)


def _agree(one: Fact, two: Fact) -> bool:
    """Whether two ages may be one; a decade of life, "in her 40s", holds every age in it."""
    if isinstance(one.value, str) or isinstance(two.value, str):
        return str(one.value).removesuffix("s")[:-1] == str(two.value).removesuffix("s")[:-1]
    return one.value == two.value


def _is_of_another_time(story: Story, fact: Fact) -> bool:
    """Whether an age is not the one at publication.

    Between commas right behind a name, *Ann Lee, 48, …*, it is, unless the sentence tells of another year.
    """
    before = story.text[max(0, fact.start - 25) : fact.start]
    behind = story.text[fact.end : fact.end + 15]
    if before.endswith(", ") and behind[:1] in {",", "."} and before[:-2][-1:].isalnum():
        sentence = story.sentence(fact.start)
        start, end = (sentence.start, min(sentence.end, fact.end + _CLAUSE)) if sentence else (fact.start, fact.end)
        told = story.text[start : fact.end] + _QUOTED.split(story.text[fact.end : end])[0]
        now = str(story.published.year) if story.published else None
        return any(year != now for year in YEAR.findall(told)) or _AGO.search(told) is not None
    if _JUST_TURNED.search(before):
        return _LATELY.match(behind) is None
    if fact.text.lower().endswith("old"):
        behind = ""  # "the 48-year-old was seen": the verb is of what is told, not of the age
    return _OTHER_TIME.search(before + behind) is not None


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
        name = _person(story, found[1])
        for fact in known.get(name or "", ()):
            if isinstance(fact.value, int) and fact.value not in _possible_ages(born.value, story.published):
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

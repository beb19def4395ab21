"""Days that do not fall on their weekday, and things told as past that lie after publication."""

from __future__ import annotations

import re
from calendar import day_name
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from factcheck.consistency.story import YEAR, clash, told_twice
from factcheck.extraction.cues import TITLES
from factcheck.extraction.facts.calendar import MONTHS, SEASONS, WEEKDAYS
from factcheck.model import FactKind, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.consistency.story import Doubt, Story
    from factcheck.model import Fact

_WEEKDAY: Final = re.compile(r"\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")
_NEAR: Final = timedelta(days=120)
"""How far from publication a date without a year still means the year of publication."""
_REFORMED: Final = date(1752, 9, 14)
"""When Britain and its colonies left the Julian calendar; an earlier day may be told in either."""


def _day(fact: Fact) -> date | None:
    if fact.kind is not FactKind.DATE or not isinstance(fact.value, str) or len(fact.value) != 10:
        return None
    return date.fromisoformat(fact.value) if fact.value[4] == "-" and fact.value[5] != "W" else None


def weekdays(story: Story) -> Iterator[Doubt]:
    """A day with a weekday on which it does not fall, and one day with two weekdays."""
    named: dict[date, tuple[str, Fact]] = {}
    for fact in story.facts:
        day, weekday = _day(fact), _WEEKDAY.search(fact.text)
        if day is None or weekday is None or fact.text == weekday[0] or not re.search(r"\d", fact.text):
            continue
        dated = YEAR.search(fact.text) is not None
        other = named.setdefault(day, (weekday[0], fact))
        if other[0] != weekday[0]:
            told = f"{day.day} {day:%B} is a {other[0]} in one place and a {weekday[0]} in another"
            yield clash(told, other[1], fact)
        elif weekday[0] not in _fell_on(day) and (dated or _is_near(story, day)):
            fell = " and in the Julian calendar a ".join(_fell_on(day))
            yield clash(f"{day.day} {day:%B} {day.year} was a {fell}, not a {weekday[0]}", fact)


def _fell_on(day: date) -> tuple[str, ...]:
    """The weekday of a date; of one that may be Julian, its weekday there, too: ten days later about 1600."""
    if day >= _REFORMED:
        return (f"{day:%A}",)
    century = (day.year - (day.month < 3)) // 100
    return f"{day:%A}", day_name[(day.weekday() + century - century // 4 - 2) % 7]


def _is_near(story: Story, day: date) -> bool:
    return story.published is not None and abs(day - story.published) <= _NEAR


_AHEAD: Final = re.compile(
    r"(?i)\b(?:will|would|shall|may|might|could|should|can|must|to|by|until|till|through|next|from|for|due|set|scheduled"
    r"|plan(?:s|ned)?|expect(?:s|ed)?|if|when|whether|ahead|upcoming|before|since|target|goal|deadline|is|are|ends?"
    r"|starts?|begins?|opens?|returns?|expires?|promised|announced|proposed|delayed|postponed|booked)\b|['’]ll\b"
)
_PAST: Final = re.compile(
    r"\b(?:was|were|had|did|\w{2,}ed|died|won|lost|took|came|went|left|fell|rose|met|began|broke|made)\b"
)


def after_publication(story: Story) -> Iterator[Doubt]:
    """A date with its year that lies after publication, in a sentence that tells it as past."""
    if story.published is None:
        return
    today = story.published.isoformat()
    for fact in story.facts:
        value = fact.value
        if fact.kind is not FactKind.DATE or not isinstance(value, str) or not YEAR.search(fact.text):
            continue
        sentence = story.sentence(fact.start)
        if sentence is None or not re.fullmatch(r"\d{4}(?:-\d\d){0,2}", value) or value <= today[: len(value)]:
            continue
        told = story.text[sentence.start : sentence.end]
        if _PAST.search(told) and not _AHEAD.search(told):
            yield clash(f"{story.quoted(fact)} lies after publication on {today}, but is told as past", fact)


_UNTIL: Final = re.compile(r" (?:to|until|till|through) (?:about )?| ?[–-] ?")
_FROM: Final = re.compile(r"(?i)\bfrom (?:about )?$")
_BETWEEN: Final = re.compile(r"(?i)\bbetween $")
_ACTS: Final = tuple(
    (re.compile(rf"(?i)\b(?:{first})\b[^.;]{{0,60}}$"), re.compile(rf"(?i)\b(?:{then})\b"))
    for first, then in (
        ("born", "died|was killed|married|wed|graduated"),
        ("married|wed|tied the knot", "divorced|separated|split"),
        (
            "founded|opened|began|started|launched|introduced|built",
            "closed|ended|finished|shut|folded|abolished|demolished",
        ),
        ("elected|took office|appointed|sworn in|hired|joined", "resigned|retired|stepped down|left|was fired"),
        ("arrested|charged", "convicted|sentenced|acquitted|executed"),
    )
)
"""Acts of which the second cannot come before the first."""


def backwards(story: Story) -> Iterator[Doubt]:
    """A span of time that ends before it begins, and a later act dated before the earlier one."""
    for sentence in story.sentences:
        dated = [fact for fact in story.facts_in(sentence) if (YEAR.search(fact.text) and _span(fact))]
        for one, two in pairwise(dated):
            (earliest, _), (_, latest) = _span(one) or ("", ""), _span(two) or ("", "")
            if earliest <= latest:
                continue
            between = story.text[one.end : two.start]
            before = story.text[max(sentence.start, one.start - 80) : one.start]
            ranged = (_FROM.search(before) and _UNTIL.fullmatch(between)) or (
                _BETWEEN.search(before) and between == " and "
            )
            acts = any(first.search(before) and then.search(between) for first, then in _ACTS)
            if ranged or (acts and not _AFTER.search(between)):
                yield clash(f"{story.quoted(one)} comes after {story.quoted(two)}: told the other way round", one, two)


_AFTER: Final = re.compile(r"(?i)\b(?:after|since|who|whose|which|that|had|having|when)\b")
"""What takes a sentence back in time."""


def _span(fact: Fact) -> tuple[str, str] | None:
    """The first and the last day that a date can mean, None when it is no plain year, month or day."""
    value = fact.value
    if fact.kind is not FactKind.DATE or not isinstance(value, str) or not _PLAIN_DATE.fullmatch(value):
        return None
    first, last = {4: ("-01-01", "-12-31"), 7: ("-01", "-31"), 10: ("", "")}[len(value)]
    return value + first, value + last


_PLAIN_DATE: Final = re.compile(r"\d{4}(?:-\d\d){0,2}")

_OF_WHAT: Final = re.compile(r"\b([^\W\d_]{4,}) of (?:the year )?$")
_THE: Final = re.compile(r"(?i)(?:\b(?:the|an?|this|its|his|her|their)|['’]s) $")
_WHAT: Final = re.compile(r" ([a-z]{4,})\b")
_PARTS_OF_TIME: Final = frozenset((*SEASONS, "fall", "year", "beginning", "middle", "start"))


def swapped_years(story: Story) -> Iterator[Doubt]:
    """Two years of one noun with digits that have changed places: *the storm of 1703*, *the 1730 storm*."""
    seen: dict[tuple[str, str], Fact] = {}
    for fact in story.facts:
        if fact.kind is not FactKind.DATE or YEAR.fullmatch(fact.text) is None:
            continue
        before = story.text[max(0, fact.start - 40) : fact.start]
        what = _OF_WHAT.search(before) or (_WHAT.match(story.text, fact.end) if _THE.search(before) else None)
        if what is None or what[1].lower() in _PARTS_OF_TIME:
            continue
        noun = what[1].lower()
        other = seen.setdefault((noun, "".join(sorted(fact.text))), fact)
        if sum(one != two for one, two in zip(other.text, fact.text, strict=True)) == 2:
            yield told_twice(story, other, fact, f"both of “{noun}”, two digits have changed places")


_LEAST_SHARED: Final = 3
"""Words that two sentences share from which they tell of the same thing."""
_UNTELLING: Final = TITLES | {name.lower() for name in (*MONTHS, *WEEKDAYS)}
"""Words that do not count: a title stands for its name once more, and months and days are what is held together."""


def sections(story: Story) -> Iterator[Doubt]:
    """A day in headline, dek or caption, and another day of the same month in the body, with like words around them."""
    days = [
        (fact, day, sentence)
        for fact in story.facts
        if (day := _day(fact)) and (sentence := story.sentence(fact.start))
    ]
    body = [entry for entry in days if entry[2].section is Section.BODY]
    for fact, day, sentence in days:
        if sentence.section is Section.BODY or any(day == other for _, other, _ in body):
            continue
        about = story.content(sentence) - _UNTELLING
        for other, there, near in body:
            if (day.year, day.month) == (there.year, there.month) and len(about & story.content(near)) >= _LEAST_SHARED:
                yield told_twice(story, fact, other, "the words around them are alike")
                break

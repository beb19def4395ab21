"""Ages of people, in the ways that news writes them."""

from __future__ import annotations

import re
from typing import Final

from factcheck.extraction.facts.patterns import (
    DASH,
    DIGITS,
    GAP,
    HYPHEN,
    LOOSE,
    NUMERALS,
    TENS,
    Reader,
    is_list_mark,
    rule,
    span,
    tens,
    words,
)
from factcheck.model import Fact, FactKind
from factcheck.normalise import NUMBER, number

_YEARS: Final = r"(?P<age>1[01][0-9]|[1-9][0-9]?)"
_COUNT: Final = rf"(?P<age>{NUMBER})"
_DECADES: Final = TENS | {"teens"}
_DECADE: Final = (
    rf"(?P<decade>[2-9]0(?=['’]?s\b)|10(?=0s\b)|{words('|'.join(sorted(_DECADES)))})"
    r"(?:['’]?s)?"
)
_CALENDAR: Final = words(
    "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August"
    "|September|October|November|December|Chapter|Section|Article|Page|No|Route|Highway|Flight|District"
)
_GOING_ON: Final = "so|but|because|as|that|which|at|with|by|and|his|her|their|the|in"
"""What a sentence may go on with behind an age: *when she was six so that …*, and not *when she was six feet tall*."""

_PEOPLE: Final = words(
    "people|persons|those|anyone|everyone|adults|children|kids|boys|girls|men|women|voters|drivers|workers|patients"
    "|residents|players|students|viewers|Americans|Britons|citizens|pensioners"
)
_TURNS: Final = (
    "died", "dies", "die", "dead", "married", "marry", "retired", "retire", "graduated", "left school", "left home",
    "orphaned", "widowed",
)  # fmt: skip
"""What happens at an age; *began at 9* is an hour."""
_TURN: Final = words("|".join(_TURNS))
_TURN_SIGNALS: Final = frozenset(turn.split()[0] for turn in _TURNS)
_TURNED: Final = rf"(?=[.,;:)](?![0-9])|{GAP}{words('in|from|of|after|when|and|on|with')}\b|\n|$)"
_ON_PEOPLE: Final = (
    "who|and|in|are|were|is|was|with|to|have|had|has|will|can|could|may|must|from|at|on|by|living|get|got"
)
"""What a sentence goes on with behind the age of people: *children under 5 are ill*, and not *under 5 feet tall*."""

_SPAN: Final = r"(?:year|month|week|day)s?"
_RANGED: Final = rf"\b(?:rang(?:e[sd]?|ing)|var(?:y|ies|ied|ying)){GAP}in{GAP}age{GAP}(?:from|between){GAP}"
_BOUND: Final = rf"(?P<fact>{_COUNT}(?:{GAP}(?P<unit>year|month|week|day)s?)?)"
_SMALL: Final = frozenset((
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
))  # fmt: skip

_RULES: Final = (
    rule(("old", "olds"), rf"{_COUNT}{LOOSE}(?P<unit>year|month|week|day)s?{LOOSE}olds?\b", also=NUMERALS),
    rule(("old", "age"), rf"{_COUNT}{GAP}(?P<unit>year|month|week|day)s?{GAP}(?:old|of{GAP}age)\b"),
    rule(
        ("old", "age"),
        rf"{_BOUND}{GAP}(?:and|to|or){GAP}{NUMBER}{GAP}(?P<shared>{_SPAN}){GAP}(?:old|of{GAP}age)\b",
        also=NUMERALS,
    ),
    rule(("age",), rf"{_RANGED}{_BOUND}(?:{GAP}old)?{GAP}(?:and|to){GAP}{NUMBER}\b"),
    rule(("age",), rf"{_RANGED}{NUMBER}(?:{GAP}{_SPAN}(?:{GAP}old)?)?{GAP}(?:and|to){GAP}{_BOUND}\b"),
    rule(
        ("aged", "age", "ages"),
        rf"\b(?:aged|age|ages)(?:{GAP}of)?{GAP}(?:between{GAP})?{_COUNT}(?!{GAP}?%|\.[0-9])(?:{GAP}(?P<unit>month|week|day)s\b)?",
    ),
    rule(
        DIGITS,
        rf"\b(?!{_CALENDAR}\b)[^\W\d_][\w.’'-]{{0,40}},{GAP}(?P<fact>{_YEARS})"
        rf"(?=[,.](?![0-9])|[);:\n]|[ ]?[–—]|{GAP}and\b|\Z)",
        0,
        also=",",
        hint=f",{GAP}[1-9]",
    ),
    rule(
        DIGITS,
        rf"\b(?!{_CALENDAR}\b)[A-Z][\w’'-]{{0,40}},{GAP}(?:then|now){GAP}(?P<fact>{_YEARS})(?=,{GAP}(?!or\b|and\b))",
        0,
        also=("then", "now"),
    ),
    rule(
        DIGITS,
        rf"(?<![^\s\"“”'‘’(])(?:[Nn]ow|[Tt]hen){GAP}(?P<fact>{_YEARS}),{GAP}(?:he|she|[A-Z][a-z’'-]{{1,40}}{GAP}[a-z])",
        0,
        also=("now", "then", "Now", "Then"),
    ),
    rule(DIGITS, rf"\b(?:[Aa]t|[Aa]ged){GAP}(?P<fact>{_YEARS}),{GAP}(?:he|she)\b", 0, also=("he", "she")),
    # Up to 12 it may be an hour there.
    rule(DIGITS, rf"\bAt{GAP}(?P<fact>(?P<age>1[3-9]|[2-9][0-9])){GAP}(?:he|she)\b", 0, also=("he", "she")),
    rule(DIGITS, rf"\b[A-Z][\w’'-]{{0,40}}{GAP}\((?P<fact>{_YEARS})\)", 0, also="("),
    rule(
        ("turned", "turns", "turning"),
        rf"\b(?:turned|turns|turning){GAP}(?P<fact>{_COUNT})(?=[.,;:!?]|{GAP}{words('in|on|last|this|next|and|when|earlier')}\b)",
    ),
    rule(
        NUMERALS,
        rf"\b{words('he|she|who|I|they')}(?:{GAP}{words('is|was|are|were|am|turned')}|['’](?:s|m|re)){GAP}"
        rf"(?:(?:only|just|about|now){GAP})?(?P<fact>{_COUNT})(?=[.,;]|{GAP}{words('when|at the time|and|now')}\b)",
        also=("he", "she", "who", "i", "they"),
    ),
    rule(
        NUMERALS,
        rf"\b{words('when|until|till|since|before|after|once')}{GAP}{words('he|she|who|I')}{GAP}{words('is|was|am|turned')}"
        rf"{GAP}(?:(?:only|just|about|barely){GAP})?(?P<fact>{_COUNT})(?={GAP}{words(_GOING_ON)}\b)",
        also=("he", "she", "who", "i"),
    ),
    rule(
        DIGITS,
        rf"\b{words('boy|girl|man|woman|child|son|daughter|youth')}{GAP}of{GAP}(?P<fact>{_YEARS})"
        rf"(?=[.,;:)]|{GAP}{words('who|and|when|was|is|had|has|from|in')}\b)",
        also=("boy", "girl", "man", "woman", "child", "son", "daughter", "youth"),
    ),
    rule(
        ("older", "younger"),
        rf"(?<![\w.,$£€])(?P<fact>{_YEARS}(?:{GAP}years)?){GAP}(?:and|or){GAP}(?:older|younger)\b",
        also=DIGITS,
    ),
    rule(
        ("over", "under"),
        rf"(?<![\w.,$£€])(?P<fact>{_YEARS}){GAP}and{GAP}(?:over|under)\b",
        also=DIGITS,
    ),
    rule(
        ("over", "under", "up", "above", "below"),
        rf"\b{_PEOPLE}{GAP}(?P<fact>{_YEARS}){GAP}(?:and|or){GAP}{words('over|under|up|above|below')}\b",
        also=DIGITS,
    ),
    rule(
        ("over", "under"),
        rf"\b(?:over|under){HYPHEN}{_YEARS}s?(?![\w%]|[.,][0-9]|{HYPHEN}[0-9])(?!{GAP}{words('win|victory|seconds?|minutes?')}\b)",
        also=DIGITS,
    ),
    rule(
        ("over", "under", "above", "below", "older", "younger"),
        rf"\b{_PEOPLE}{GAP}{words('over|under|above|below|older than|younger than')}{GAP}(?:the{GAP}age{GAP}of{GAP})?"
        rf"(?P<fact>{_YEARS})(?=[.,;:)](?![0-9])|{GAP}{words(_ON_PEOPLE)}\b|$)",
        also=DIGITS,
    ),
    rule(
        _TURN_SIGNALS,
        rf"\b{_TURN}{GAP}at{GAP}(?P<fact>{_YEARS}){_TURNED}",
        also=DIGITS,
    ),
    rule(
        _TURN_SIGNALS,
        # Up to 12 it may be an hour there.
        rf"\b{_TURN}{GAP}(?:[^\W\d_]+{GAP}){{1,4}}at{GAP}(?P<fact>(?P<age>10[0-9]|1[3-9]|[2-9][0-9])){_TURNED}",
        also=DIGITS,
    ),
    rule(
        ("when", "time"),
        rf"\b[A-Z][\w’'-]+{GAP}(?:is|was){GAP}(?:only{GAP}|just{GAP})?(?P<fact>{_YEARS})"
        rf"(?={GAP}(?:at{GAP}the{GAP}time|when{GAP}(?:he|she))\b)",
        0,
        also=DIGITS,
    ),
    rule(DIGITS, rf"\b(?:at|until|by){GAP}(?P<fact>{_YEARS})(?=,{GAP}(?:he|she)\b)", 0, also=("he", "she")),
    rule(
        DIGITS | _DECADES,
        rf"\b(?:in|into){GAP}(?:his|her|their|my|your|our|its){GAP}(?P<fact>(?:{words('early|mid|late')}{LOOSE})?{_DECADE})\b",
        also=("his", "her", "their", "my", "your", "our", "its"),
    ),
)
_SPELLED: Final = rule(
    _SMALL,
    rf"(?<!\bin )(?<!\bat )(?<!\bfrom )\b(?!{_CALENDAR}\b)[A-Z][\w’'-]{{0,40}},{GAP}"
    rf"(?P<fact>(?P<age>{words('|'.join(sorted(_SMALL)))}))(?=[,.;)]|{GAP}and\b|$)",
    0,
    also=",",
)
_FAMILY = re.compile(
    r"\b(?:(?:grand|step|god)?(?:child(?:ren)?|sons?|daughters?|brothers?|sisters?)|siblings?|boys?|girls?|kids?"
    r"|twins?|triplets|bab(?:y|ies)|infants?|toddlers?|nieces?|nephews?|cousins?|youngsters?|pupils?|family"
    r"|(?:grand|step)?(?:mother|father|parent)s?|mum|mom|dad)\b|\b[A-Z][\w’'-]*, [1-9][0-9]?(?:,| and )"
)
"""What tells that a small number in words behind a name is the age of a child: a relation, or an age before it."""
_STOP = re.compile(r"[.!?]\s+(?=[A-Z])|\n\s*\n")
_SENTENCE: Final = 200
"""Code points before such a number in which that may stand, in its sentence."""
_RANGE = re.compile(
    rf"(?:,{GAP}[1-9][0-9]?(?=,{GAP}[1-9]|{GAP}and{GAP}[1-9]))*+(?:{DASH}|{GAP}(?:to|and){GAP})"
    rf"(?:(?:1[01][0-9]|[1-9][0-9]?)(?![\w%]|[.,][0-9])(?:{GAP}years?(?:{GAP}old)?\b)?"
    rf"|{words('|'.join(sorted(_SMALL)))}(?=[,.;)]|$))"
)
OLDEST: Final = 125
"""Years; more of them are nobody's age."""


def _fact(found: re.Match[str]) -> Fact | None:
    begin, end = span(found)
    groups = found.groupdict()
    if decade := groups.get("decade"):
        if not decade.isdigit():
            decade = "10" if decade.lower() == "teens" else str(tens(decade))
        return Fact(FactKind.AGE, begin, end, found.string[begin:end], f"{decade}s")
    value = number(found["age"])
    if value is None or not 0 <= value <= OLDEST or found["age"].lower() in {"a", "an"}:
        return None
    if is_list_mark(found.string, begin, end):
        return None
    if found[0][:4].lower() in {"aged", "ages", "age "} and (more := _RANGE.match(found.string, end)):
        end = more.end()
    unit = (groups.get("unit") or groups.get("shared") or "year").lower().removesuffix("s")
    return Fact(FactKind.AGE, begin, end, found.string[begin:end], value, None if unit == "year" else unit)


def _child(found: re.Match[str]) -> Fact | None:
    before = _STOP.split(found.string[max(0, found.start() - _SENTENCE) : found.start()])[-1]
    return _fact(found) if _FAMILY.search(before) else None


READERS: Final = (*(Reader(rule, _fact) for rule in _RULES), Reader(_SPELLED, _child))
"""Ages; the value is in years, or in the unit that is given (``month``), or a decade of life (``40s``)."""

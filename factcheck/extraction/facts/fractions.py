"""Parts of a whole: two-thirds, half of them, one in three, 3½ hours, a quarter of a million, half a mile."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from fractions import Fraction
from typing import Final

from factcheck.extraction.facts.counted import counted, unit_of
from factcheck.extraction.facts.money import MONEY_WORD, currency
from factcheck.extraction.facts.patterns import (
    DIGITS,
    GAP,
    HYPHEN,
    LOOSE,
    NUMERALS,
    PER_CENT,
    SCALE,
    Reader,
    rule,
    words,
)
from factcheck.extraction.facts.units import UNIT, UNIT_SIGNALS, UNITS, unit_named
from factcheck.model import Fact, FactKind
from factcheck.normalise import number

_PARTS: Final = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10,
    "hundredth": 100, "thousandth": 10**3, "millionth": 10**6, "billionth": 10**9,
}  # fmt: skip
_PART_WORDS: Final = frozenset(part + plural for part in _PARTS for plural in ("", "s")) | {"halves"}
_SCALES: Final = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7,
    "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
_PLURAL: Final = "(?:(?<=thirds)|(?<=quarters)|(?<=fifths)|(?<=eighths)|(?<=tenths))"
"""What needs no *of* behind it; *halves*, *fourths* and *sixths* may be other things."""
_SIGNS: Final = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"

_IN_WORDS = rule(
    _PART_WORDS,
    rf"\b(?!six{LOOSE}quarters)(?P<top>an?|one|two|three|four|five|six|seven|nine){LOOSE}"
    rf"(?P<part>half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?"
    r"|hundredths?|thousandths?|millionths?|billionths?)\b"
    rf"(?:{GAP}of{GAP}an?{GAP}(?:(?P<scale>{SCALE})\b(?:{GAP}(?P<money>{MONEY_WORD})\b)?|(?P<unit>{UNIT})(?!\w))"
    rf"|(?={GAP}of\b|{LOOSE}point\b|{GAP}percentage\b|{LOOSE}majority\b)(?:{LOOSE}point\b)?"
    rf"|{_PLURAL})",
)
_BY_A_PART = rule(
    ("third", "quarter", "fifth", "tenth"),
    rf"\b{words('by|up|down|rose|rises|fell|falls|grew|shrank|jumped|dropped|climbed|about|around|almost|nearly|roughly')}"
    rf"{GAP}(?P<fact>a{GAP}(?P<part>third|quarter|fifth|tenth))"
    rf"(?=[.,;:)]|$|{GAP}(?:from|since|in|over|this|last|on|after|compared|and|said)\b|{GAP}?[–—])",
)
"""*Up a third from 1910*: without *of*, elsewhere, it is one more."""
_HALF_A_SCALE = rule(("half",), rf"\bhalf{HYPHEN}(?P<scale>{SCALE})\b")
_OF_A_UNIT = rule(
    ("half", "quarter"),
    rf"(?<![\w-])(?P<fact>(?:half(?:{GAP}of)?{LOOSE}an?{LOOSE}|half{HYPHEN}|(?P<quarter>quarter){HYPHEN})(?P<unit>{UNIT}))\b"
    rf"(?!{GAP}(?:ago|later|earlier)\b)",
    also=UNIT_SIGNALS,
)
_OF_ONE_UNIT = rule(
    ("half", "quarter"),
    rf"\b(?:an?|another|each|every|final|first|last|next|one|past|the){GAP}"
    rf"(?P<fact>(?:half|(?P<quarter>quarter)(?!{GAP}(?:day|night|week|fortnight|month|year))){GAP}(?P<unit>{UNIT}))\b"
    rf"(?<!s)(?!{GAP}(?:ago|later|earlier)\b)",
    also=UNIT_SIGNALS,
)
"""*A quarter century*, *the first half hour*; not *in the quarter days passed*, and *one and a half hours* is more."""
_NO_PERIOD: Final = "".join(
    rf"(?<!{which}{GAP})" for which in ("first", "second", "latter", "former", "opening", "closing")
)
_HALF = rule(
    ("half",),
    rf"\b(?:{words('more than|less than|nearly|almost|about|over|under|roughly|by|around|in')}{GAP}(?P<fact>half)\b"
    rf"|{_NO_PERIOD}"
    rf"(?P<fact_>half)(?={GAP}of\b|{GAP}(?:the|its|their|his|her|a|an){GAP}))(?!{GAP}(?:hour|time|day)|-)",
)
"""A share; *the second half of the game* is a part of it in time."""
_OPENERS: Final = words(
    "About|Almost|And|Another|Approximately|Around|As|But|Even|For|If|In|Just|Nearly|Now|Only|Or|Over|Roughly|Since|So"
    "|Some|Still|Than|That|The|Though|Under|Where|While|With|Yet|Find|Finds|Say|Says|Show|Shows"
)
"""What may stand before a share with a capital: the first word of a sentence, or a verb in a headline."""
_NUMBERED: Final = words(
    "article|channel|chapter|episode|grade|highway|no\\.|page|part|phase|round|route|rule|section|step|title|version"
    "|volume"
)
_TOP: Final = "one|two|three|four|five|six|seven|eight|nine"
_OF_MANY = rule(
    ("in", "out"),
    rf"(?<![\w.,:/$£€–-])(?P<top>{_TOP}|[0-9]{{1,2}}){GAP}(?:in|out{GAP}of)(?:{GAP}every)?{GAP}"
    rf"(?P<all>{_TOP}|ten|twenty|[0-9]{{1,3}}(?:,000)?)\b(?![.,-][\w]|{GAP}(?:{SCALE}|percent|per)\b|%)",
    also=NUMERALS,
)
"""*One in three*, *six out of 10*; a longer figure without a comma is a year."""
_NAMED = re.compile(rf"(?:\b(?!{_OPENERS}\b)[A-Z][\w'’-]*|\b[A-Z][a-z]{{0,3}}\.|\b{_NUMBERED}){GAP}$")
"""What a figure right behind it numbers or dates: *Apollo 11 in 20 languages*, *Dec. 7 in 12 cities*."""
_NEAR: Final = 30
"""Code points before a share within which the one word that is looked for lies."""
_RUNS: Final = frozenset((
    *UNITS.values(), "game", "match", "race", "start", "attempt", "set", "series", "season", "inning",
    "tournament", "session", "outing", "appearance", "round", "lap", "hole", "bout",
))  # fmt: skip
"""What something is done in, and no whole of which that is a part: *two in three days*, *three out of five sets*."""
_TALLIED = re.compile(rf"\b(?P<verb>ranked|won|scored|lost|hit){GAP}$", re.IGNORECASE)
"""Behind these stands a tally or a place, *scored five in six for Santos*; but behind *won*, parts of what is counted,
*won four in 10 votes*.
"""
_IN_FIGURES = rule(
    (*_SIGNS, "/"),
    rf"(?<![\w.,:/$£€])(?:(?P<whole>[0-9]{{1,3}}){GAP}?(?P<sign>[{_SIGNS}])|(?P<alone>[{_SIGNS}])"
    rf"|(?P<before>[0-9]{{1,3}}){LOOSE}(?P<slashed>[1-7]/[2-8]|[1-9][0-9]?/(?:16|32|64)))(?![\w/]|[.,-][0-9])"
    rf"(?:{GAP}?%|{LOOSE}(?P<percent>{PER_CENT})\b|{LOOSE}?(?P<unit>{UNIT})(?!\w)|{LOOSE}(?P<scale>{SCALE})\b)?",
    also=DIGITS.union(_SIGNS),
)
"""A sign beside a figure or alone; figures with a stroke between them only behind a whole one, as *9/11* is a day, and
*6-3/6-4* is a tally."""


def _shown(value: Fraction, scale: str | None) -> float:
    """A value in wholes, or in the magnitude that follows."""
    exact = value * _SCALES[scale.lower()] if scale else value
    return int(exact) if exact.denominator == 1 else round(float(exact), 4) or float(exact)


def _valued(found: re.Match[str], value: Fraction) -> Fact:
    shown, unit = _shown(value, found["scale"]), counted(found.string, found.end())
    return Fact(FactKind.NUMBER, *found.span(), found[0], shown, unit)


def _in_words(found: re.Match[str]) -> Fact:
    part = found["part"].lower().replace("halves", "half").removesuffix("s")
    fact = _valued(found, Fraction(int(number(found["top"]) or 1), _PARTS[part]))
    if found["unit"]:
        return replace(fact, unit=unit_named(found["unit"]))
    return replace(fact, kind=FactKind.MONEY, unit=currency(found["money"])) if found["money"] else fact


def _by_a_part(found: re.Match[str]) -> Fact:
    value = _shown(Fraction(1, _PARTS[found["part"].lower()]), None)
    return Fact(FactKind.NUMBER, *found.span("fact"), found["fact"], value)


def _half_a_scale(found: re.Match[str]) -> Fact:
    return _valued(found, Fraction(1, 2))


def _of_a_unit(found: re.Match[str]) -> Fact:
    value = 0.25 if found["quarter"] else 0.5
    return Fact(FactKind.NUMBER, *found.span("fact"), found["fact"], value, unit_named(found["unit"]))


def _in_figures(found: re.Match[str]) -> Fact:
    sign = found["sign"] or found["alone"]
    part = Fraction(unicodedata.numeric(sign)).limit_denominator(8) if sign else Fraction(found["slashed"])
    value = _shown(int(found["whole"] or found["before"] or 0) + part, found["scale"])
    if found["percent"] or found[0].endswith("%"):
        return Fact(FactKind.PERCENT, *found.span(), found[0], value, "percent")
    return Fact(FactKind.NUMBER, *found.span(), found[0], value, unit_of(found))


def _of_many(found: re.Match[str]) -> Fact | None:
    top, whole = number(found["top"]) or 0, number(found["all"]) or 0
    if not 0 < top < whole:
        return None
    near, unit = (max(0, found.start() - _NEAR), found.start()), counted(found.string, found.end())
    tallied = _TALLIED.search(found.string, *near)
    if unit in _RUNS or (tallied and (unit is None or tallied["verb"].lower() == "ranked")):
        return None
    if found["top"].isdigit() and _NAMED.search(found.string, *near):
        return None
    share = float(f"{top / whole:.4g}")  # four places would make one in 12,000 of one in 15,000
    return Fact(FactKind.NUMBER, *found.span(), found[0], share)


def _half(found: re.Match[str]) -> Fact:
    place = found.span("fact") if found["fact"] else found.span("fact_")
    return Fact(FactKind.NUMBER, *place, found.string[slice(*place)], 0.5)


READERS: Final = (
    Reader(_OF_A_UNIT, _of_a_unit),
    Reader(_OF_ONE_UNIT, _of_a_unit),
    Reader(_IN_WORDS, _in_words),
    Reader(_BY_A_PART, _by_a_part),
    Reader(_HALF_A_SCALE, _half_a_scale),
    Reader(_IN_FIGURES, _in_figures),
    Reader(_HALF, _half),
    Reader(_OF_MANY, _of_many),
)

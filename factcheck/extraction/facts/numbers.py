"""Numbers with what they count, per cent, scores, ranges and ordinals."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Final

from factcheck.extraction.facts import ranges
from factcheck.extraction.facts.counted import counted, singular, unit_of
from factcheck.extraction.facts.money import MONEY_WORD, currency
from factcheck.extraction.facts.patterns import (
    DASH,
    DASHES,
    DIGITS,
    END,
    FIGURES,
    GAP,
    HYPHEN,
    HYPHENS,
    LOOSE,
    MAGNITUDE,
    NUMERALS,
    PER_CENT,
    SCALE,
    STREET,
    Reader,
    is_list_mark,
    rule,
    words,
)
from factcheck.extraction.facts.units import UNIT, UNIT_SIGNALS, unit_named
from factcheck.model import Fact, FactKind
from factcheck.normalise import HIGH, NUMBER, ORDINAL, ORDINALS, STOP_WORDS, number, ordinal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import FactValue


_SCALES_IN_PLURAL: Final = frozenset({"hundreds", "thousands", "millions", "billions", "dozens"})
_SCALES: Final = _SCALES_IN_PLURAL | {"hundred", "thousand", "million", "billion", "dozen"}

_PERCENT = rule(
    ("%", "percent", "per", "pct", "percentage"),
    rf"(?<!\w)(?:(?<![.,])(?P<least>{FIGURES}){DASH})?(?P<number>{NUMBER})"
    rf"(?:(?:{GAP}?%|{LOOSE}{PER_CENT}{END})(?:{GAP}points?{END})?|{LOOSE}percentage{LOOSE}points?{END})",
    also=NUMERALS,
    at_numbers=True,
)
_MEASURE = rule(
    NUMERALS,
    rf"(?<![\w$£€])(?:(?<![.,])(?P<least>{FIGURES}){DASH})?(?P<number>{NUMBER})(?:{LOOSE}?(?P<unit>{UNIT})(?!\w)"
    # "Forty-seven people" must not be read as forty of something called seven.
    rf"|{HYPHEN}(?!{NUMBER}|{SCALE}\b)(?P<noun>(?!on\b|to\b|and\b|by\b|of\b|way\b|up\b|off\b|in\b|out\b|plus\b|year)[a-z]{{3,}})(?![\w’'-]))",
    also=UNIT_SIGNALS.union(HYPHEN[1:-1]),
    at_numbers=True,
)
_BETWEEN: Final = rf"(?<![\w.,:/{DASH[1:-1]}]){FIGURES}{DASH}{FIGURES}(?:{MAGNITUDE})?(?![\w/]|{DASH}|[.,:][0-9])"
_RANGE = rule(
    DIGITS,
    rf"{_BETWEEN}|(?<![\w.,:/$£€])[0-9]{{1,2}} [–—] [0-9]{{1,2}}(?![\w%]|[.,:][0-9])",
    0,
    also=DASHES,
    hint=rf"[0-9](?:{DASH}| [–—] )[0-9]",
)
_PHONE = rule(
    DIGITS,
    rf"(?<![\w.,:/$£€+-])(?:\+?1(?:{HYPHEN}|[. ]))?"
    rf"(?:\([2-9][0-9]{{2}}\)(?:{HYPHEN}| )?|[2-9][0-9]{{2}}(?:{HYPHEN}|[.]))"
    rf"[0-9]{{3}}(?:{HYPHEN}|[.])[0-9]{{4}}(?![\w-]|[.,][0-9])",
    0,
    also=HYPHENS | {"."},
    hint=rf"[0-9]{{3}}(?:{HYPHEN}|[.])[0-9]{{4}}",
)
"""A telephone number of North America, with the number of its area: *(217) 555-0134*, *1-800-555-0134*."""
_SCORE = rule(DIGITS, r"(?<![\w.,-])[0-9]{1,3}(?:-of-|-for-)[0-9]{1,3}(?![\w-])", 0, also="-", hint="[0-9]-(?:of|for)-")
"""So many of so many tries: *20-of-24*."""
_RAISED: Final = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻−", "0123456789+--", strict=True))
_EXPONENT: Final = r"(?:\^[-−+]?[0-9]{1,3}(?![.,]?[0-9])|[⁺⁻]?[⁰¹²³⁴-⁹]{1,3})"
_POWER = rule(
    ("^", *_RAISED),
    rf"(?<![\w.,^])(?:(?P<times>{FIGURES}){GAP}?[×x*·⋅]{GAP}?)?(?P<base>[0-9]{{1,2}})(?P<exponent>{_EXPONENT})"
    rf"(?:{GAP}(?P<unit>{UNIT})(?!\w))?",
    also=DIGITS,
)
"""*3 × 10⁶ tonnes*, also where the exponent stands behind a ``^``."""
_BELOW_ZERO = rule(
    ("minus", "−"),
    rf"(?:(?<![0-9%] )(?<!\bplus or )(?<!\bplus-or-)\bminus{GAP}|(?<![\w.,)\]])−)(?P<number>{FIGURES})"
    rf"(?:(?P<percent>{GAP}?%|{LOOSE}{PER_CENT}{END})|{LOOSE}?(?P<unit>{UNIT})(?!\w)|(?!\w))",
    also=DIGITS,
)
_CELSIUS = rule(
    ("c", "f"),
    rf"(?<![\w.,–—])(?P<number>(?:[-−]|[Mm]inus{GAP})?{FIGURES}){GAP}?[CF](?![\w'’-]|\.\w)",
    0,
    also=DIGITS,
)
_HEIGHT = rule(
    ("ft", "foot", "feet"),
    rf"(?<![\w.,])(?P<feet>[0-9]{{1,3}})(?:{LOOSE}?(?:ft|foot|feet),?{LOOSE}?(?P<inches>1[01]|[0-9]){LOOSE}?(?:ins?|inch(?:es)?)"
    rf"|{HYPHEN}(?:ft|foot){HYPHEN}(?P<bare>1[01]|[0-9]))(?!\w)",
    also=DIGITS,
)
"""Feet and inches are one length, told in inches."""
_HOURS, _MINUTES, _SECONDS = (
    rf"(?P<{unit}s>{NUMBER}){LOOSE}(?:{unit}s?|{short}s?)(?!\w)"
    for unit, short in (("hour", "hr"), ("minute", "min"), ("second", "sec"))
)
_POUNDS, _OUNCES = (
    rf"(?P<{unit}s>{NUMBER}){LOOSE}(?:{unit}s?|{short})(?!\w)" for unit, short in (("pound", "lbs?"), ("ounce", "oz"))
)
_AND: Final = rf",?{GAP}(?:and{GAP})?"
_LASTING = rule(
    ("minute", "minutes", "min", "mins"),
    rf"(?<![\w.,$£€])(?:{_HOURS}{_AND}{_MINUTES}(?:{_AND}{_SECONDS})?"
    rf"|{_MINUTES.replace('minutes>', 'only>')}{_AND}{_SECONDS.replace('seconds>', 'rest>')})",
    also=("hour", "hours", "hr", "hrs", "second", "seconds", "sec", "secs"),
    at_numbers=True,
)
"""*3 minutes 59.4 seconds*, *two hours and 11 minutes*: one time, told in seconds or minutes."""
_WEIGHT = rule(
    ("pound", "pounds", "lb", "lbs"),
    rf"(?<![\w.,$£€]){_POUNDS}{_AND}{_OUNCES}",
    also=("ounce", "ounces", "oz"),
    at_numbers=True,
)
"""*6 pounds 4 ounces*: one weight, told in ounces."""
_FOLD = rule(("x",), r"(?<![\w.,])(?P<number>[0-9]+(?:\.[0-9]+)?)x(?!\w)", 0)
_NO_MODEL: Final = "".join(f"(?<![A-Za-z]{figures}-)" for figures in ("", "[0-9]", "[0-9]{2}", "[0-9]{3}"))
"""Not behind *A-* and *A320-*: what stands there names a kind of thing."""
_CLOCK = rule((":",), r"(?<![\w.,:/])[0-9]{1,3}:[0-5][0-9](?:\.[0-9]+)?(?![\w:/])", 0, also=DIGITS)
_PLAIN = rule(NUMERALS, rf"{_NO_MODEL}(?:{NUMBER}){END}(?![/°]|(?<=[0-9])[{HIGH}]|[.:][0-9])", at_numbers=True)
_VAGUE = rule(
    _SCALES,
    rf"\b(?:(?:{words('several|a few|many|some|tens of|hundreds of')}{GAP})?"
    rf"(?:hundreds|thousands|millions|billions|dozens)"
    rf"|{words('several|a few|a couple of')}{GAP}(?:hundred|thousand|million|billion|dozen))\b",
    also=_SCALES_IN_PLURAL | {"several", "few", "couple"},
)
_ONE_SCALE = rule(
    ("dozen", "hundred", "thousand", "million", "billion", "trillion"),
    rf"\b(?:another|an?{GAP}{words('extra|additional|further|good|full|whole|round')}"
    rf"|(?:(?:the|his|her|its|their|our|my){GAP})?{words('first|last|next|past|other')}|the){GAP}"
    rf"(?P<fact>(?P<scale>(?-i:hundred{GAP}and{GAP})(?![0-9]){NUMBER}|(?-i:{SCALE}))(?:{GAP}(?P<money>{MONEY_WORD}))?)\b"
    rf"(?!{HYPHEN}|{GAP}{SCALE}\b)",
)
"""*Another dozen men*, *an extra million dollars*: a word for a number without *a* right before it."""
_TIMES = rule(
    ("twice", "thrice", "once"), rf"\b(?:twice|thrice|(?:{words('just|only|at least|more than')}{GAP})(?P<fact>once))\b"
)
_ABOUT_ONE = rule(
    ("than", "nearly", "almost", "barely", "least", "over", "under"),
    rf"\b(?:{words('more than|less than|nearly|almost|barely|at least|well over|just over|just under')}{GAP}an?{GAP}"
    rf"(?!second)(?P<unit>{UNIT})|over{GAP}an?{GAP}(?P<time>hour|week|month|year|decade|century))\b"
    rf"(?!-|{GAP}(?:ago|later|earlier|before|after|old)\b)",
    also=UNIT_SIGNALS,
)
"""*More than a decade*, *nearly a mile*: a number that is not quite one."""
_AND_HALF = rule(
    ("half",),
    rf"(?<![\w.,$£€-])(?P<number>{NUMBER}|an?){GAP}(?P<unit>{UNIT}){GAP}and{GAP}a{GAP}half\b"
    rf"(?!{GAP}(?:ago|later|earlier|before|after|old)\b|{LOOSE}(?:{SCALE}|{UNIT})\b)",
    also=UNIT_SIGNALS,
)
"""*A mile and a half*, *two hours and a half*, but not *a mile and a half-hour walk*."""
_SET_PHRASE: Final = (
    rf"(?:{GAP}of{GAP}all|{GAP}and{GAP}foremost|(?<=\bin the first){GAP}place|{LOOSE}come,?{LOOSE}first{LOOSE}served?"
    rf"|(?:{GAP}|{HYPHEN})(?:aid|lady|names?|thoughts?|part(?:y|ies)|hand|class|degree|responders?|nature(?!{GAP}(?:reserve|park|trail))))\b"
)
_PLACE_OR_TITLE: Final = words(
    "Avenue|Ave|Street|St|Road|Lady|Minister|Amendment|Circuit|District|Army|Division|Fleet|Battalion|Regiment|World"
)
_ORDINAL = rule(
    ("st", "nd", "rd", "th", *ORDINALS),
    rf"(?=[0-9efhnst])(?<!\bat )(?<!\bper )(?<!\w-)(?<!\bfirst.come )(?<!\bfirst.come, )(?:{ORDINAL})"
    rf"(?!{_SET_PHRASE})(?-i:(?!{GAP}{_PLACE_OR_TITLE}\b))",
)
_FRACTION_OF: Final = rf"(?!{GAP}of\b)"
_NTH = rule(
    ("thousandth", "millionth", "billionth"),
    rf"(?<![\w.,$£€-])(?:(?P<number>{FIGURES}|(?!an?\b|one\b){NUMBER})|(?<=\bthe )|(?<=\bits )|(?<=\bhis )|(?<=\bher ))"
    rf"{LOOSE}?(?P<scale>thousand|million|billion)th\b{_FRACTION_OF}",
)
"""*The 15 millionth car*, *its millionth visitor*; *a millionth*, *one millionth of a gram* are fractions."""
_NOT_COUNTED: Final = STOP_WORDS | {
    "day", "thing", "another", "another's", "way", "o'clock", "else", "big", "by", "to",
    "possible", "likely", "obvious", "explanation", "reason",
}  # fmt: skip
_ONE_BEFORE = re.compile(
    r"(?:\b(?:no|any|every|each|some|this|that|the|which|another|his|her|my)[ -]|-)$", re.IGNORECASE
)
_IN_MIDDLE = re.compile(r"[a-z] $")
_OTHER_ONE = re.compile(
    r"\b(?:the|this|that|an?|his|her|its|their|our|my) (?!(?:number|nearly|almost|about|over|only|page) )[a-z]+ $",
    re.IGNORECASE,
)
"""*The old one*, *the first one*: something told of before."""
_TO_COME = re.compile(
    r"(?:\b(?:will|would|could|may|might|can|shall|should|must)|['’](?:ll|d)"
    r"|\b(?:hop|want|dream|plan|intend|vow|aim)\w* (?:to|of|that))(?: not| never)? $"
)
_NAME_BEFORE = re.compile(r"[a-z][ -][A-Z][\w’'-]+ $")
_NUMBERED = re.compile(
    r"\b(?:Flight|Highway|Route|Interstate|Freeway|Autobahn|Pier|Room|Suite|Apartment|Ward|Channel|Building|Gate"
    r"|Terminal|Platform|Exit|Precinct|Studio|Boeing|Airbus) $"
)
"""What has a number for a name."""
_ADDRESS = re.compile(
    rf" (?:[NSEW]\. |North |South |East |West )?(?:[A-Z][\w’'-]* ){{1,3}}{words(STREET)}(?!\w)"
    r"(?! (?!(?:was|is|has|as|houses|hosts|becomes|remains|stands)\b)[a-z]+s\b)"
)
"""The street behind the number of a house."""
_NAME_FOR_NUMBER = re.compile(
    r"(?<![\w’'&-])(?:(?<=[a-z] )(?P<abbreviation>[A-Z](?:&?[A-Z]){1,4})"
    r"|(?P<name>(?:[A-Z]|[a-z]{1,3}[A-Z])[a-z][\w’'-]*)) $"
)
_NEAR: Final = 5000
"""Code points around a number in which its name is looked for again."""
_MOST: Final = 20
"""Places there at which it is; to look at all, for each of them, takes seconds where a long list repeats one."""
_MOST_ZEROS: Final = 30
"""Of a power of ten that is written out as a value."""


def _ranged(found: re.Match[str]) -> FactValue:
    return ranges.told(found["least"], found["number"]) if found["least"] else number(found["number"])


def _share(told: str) -> str:
    """The unit of a share, by the words that tell it."""
    return "percentage point" if told.lower().rstrip("s").endswith("point") else "percent"


def _percent(found: re.Match[str]) -> Fact:
    """A share in per cent, or percentage points (told by the unit)."""
    return Fact(FactKind.PERCENT, *found.span(), found[0], _ranged(found), _share(found[0]))


def _ordinal(found: re.Match[str]) -> Fact:
    """First, 10th: a number with the unit ``ordinal``."""
    return Fact(FactKind.NUMBER, *found.span(), found[0], ordinal(found[0]), "ordinal")


def _nth(found: re.Match[str]) -> Fact:
    value = number(f"{found['number'] or 'one'} {found['scale']}")
    return Fact(FactKind.NUMBER, *found.span(), found[0], value, "ordinal")


def _measure(found: re.Match[str]) -> Fact | None:
    if found[0].lower() == "one day" and _is_some_day(found):
        return None
    name = (found["unit"] or found["noun"]).lower()
    unit = unit_named(name) or singular(name) or name
    return Fact(FactKind.NUMBER, *found.span(), found[0], _ranged(found), unit)


def _is_some_day(found: re.Match[str]) -> bool:
    """*It may one day burst*, *she hopes to one day return*, *One day, it burst*: no length of time."""
    text, start, end = found.string, *found.span()
    opens = found[0][0].isupper() and text[end : end + 1] == ","
    return opens or _TO_COME.search(text, max(0, start - 20), start) is not None


def _below_zero(found: re.Match[str]) -> Fact:
    value = number(found["number"])
    below = None if value is None else -value
    if found["percent"]:
        return Fact(FactKind.PERCENT, *found.span(), found[0], below, "percent")
    return Fact(FactKind.NUMBER, *found.span(), found[0], below, unit_of(found))


def _celsius(found: re.Match[str]) -> Fact | None:
    """A temperature with a bare letter; *Gate 12C* is none."""
    if _NAME_FOR_NUMBER.search(found.string, max(0, found.start() - 25), found.start()):
        return None
    value = number(re.sub(rf"−|[Mm]inus{GAP}", "-", found["number"]))
    return Fact(FactKind.NUMBER, *found.span(), found[0], value, "degree")


def _height(found: re.Match[str]) -> Fact:
    return Fact(
        FactKind.NUMBER,
        *found.span(),
        found[0],
        12 * int(found["feet"]) + int(found["inches"] or found["bare"]),
        "inch",
    )


def _lasting(found: re.Match[str]) -> Fact | None:
    """A time that is told in hours, minutes and seconds."""
    told = [number(part) for part in found.group("hours", "minutes", "seconds", "only", "rest") if part]
    return _sum(found, told, 60, "second" if found["seconds"] or found["rest"] else "minute")


def _weight(found: re.Match[str]) -> Fact | None:
    return _sum(found, [number(found["pounds"]), number(found["ounces"])], 16, "ounce")


def _sum(found: re.Match[str], parts: Iterable[float | None], each: int, unit: str) -> Fact | None:
    """One measure that is told in units, of each of which so many of the next one make one."""
    value: float = 0
    for part in parts:
        if part is None:
            return None
        value = each * value + part
    return Fact(FactKind.NUMBER, *found.span(), found[0], round(value, 3), unit)


def _range(found: re.Match[str]) -> Fact:
    """Two figures with a dash between them; their value is text, with the zeros of a telephone number."""
    if re.fullmatch(r"[0-9]{3}-0[0-9]{3}", found[0]):
        return _as_it_stands(found)
    value = ranges.told(*re.split(f" ?{DASH} ?", found[0], maxsplit=1))
    return Fact(FactKind.NUMBER, *found.span(), found[0], value, counted(found.string, found.end()))


def _as_it_stands(found: re.Match[str]) -> Fact:
    return Fact(FactKind.NUMBER, *found.span(), found[0], found[0])


def _power(found: re.Match[str]) -> Fact:
    """A number that is raised to a power: of ten it has a value, with others the figure may be a footnote's mark."""
    exponent = int("".join(_RAISED.get(character, character) for character in found["exponent"].removeprefix("^")))
    value = None
    if exponent == 1 or (found["base"] == "10" and abs(exponent) <= _MOST_ZEROS):
        exact = Decimal((found["times"] or "1").replace(",", "")) * Decimal(found["base"]) ** exponent
        value = int(exact) if exact == exact.to_integral_value() else float(exact)
    return Fact(FactKind.NUMBER, *found.span(), found[0], value, unit_of(found))


def _times(found: re.Match[str]) -> Fact:
    return Fact(FactKind.NUMBER, *found.span(), found[0], number(found["number"]), "time")


def _plain(found: re.Match[str]) -> Fact | None:
    """A count or a bare number."""
    text, value = found.string, number(found[0])
    second = ranges.second_of(text, *found.span())
    if second is not None and (first := _first_of_two(found, second)):
        return first
    noun = counted(text, found.end(), one=value == 1) or (unit_of(second) if second else None)
    if found[0].isalpha() and _is_pronoun(text, *found.span(), value, noun):
        return None
    if found[0].isdigit() and is_list_mark(text, *found.span()):
        return None
    if found[0].isdigit() and _is_in_name(text, *found.span(), noun):
        return None
    return Fact(FactKind.NUMBER, *found.span(), found[0], value, noun)


def _first_of_two(found: re.Match[str], second: re.Match[str]) -> Fact | None:
    """The first of two figures, where the second tells more about it than what is counted."""
    value, kind = ranges.first_value(found[0], second["second"]), ranges.kind_of(second)
    if kind is None:
        scaled = value != number(found[0])
        return Fact(FactKind.NUMBER, *found.span(), found[0], value, unit_of(second)) if scaled else None
    return Fact(kind, *found.span(), found[0], value, None if kind is FactKind.AGE else _share(second["kind"]))


def _vague(found: re.Match[str]) -> Fact:
    """Hundreds, several thousand: a number without a value."""
    return Fact(FactKind.NUMBER, *found.span(), found[0], None, counted(found.string, found.end()))


def _one_scale(found: re.Match[str]) -> Fact:
    value, (_, end) = number(f"a {found['scale']}"), found.span("fact")
    if found["money"]:
        return Fact(FactKind.MONEY, *found.span("fact"), found["fact"], value, currency(found["money"]))
    return Fact(FactKind.NUMBER, *found.span("fact"), found["fact"], value, counted(found.string, end))


def _about_one(found: re.Match[str]) -> Fact:
    return Fact(FactKind.NUMBER, *found.span(), found[0], None, unit_named(found["unit"] or found["time"]))


def _and_half(found: re.Match[str]) -> Fact:
    whole = 1 if found["number"].lower() in ("a", "an") else number(found["number"])
    value = None if whole is None else whole + 0.5
    return Fact(FactKind.NUMBER, *found.span(), found[0], value, unit_named(found["unit"]))


def _times_in_words(found: re.Match[str]) -> Fact:
    place = found.span("fact") if found["fact"] else found.span()
    word = found.string[slice(*place)]
    return Fact(FactKind.NUMBER, *place, word, {"once": 1, "twice": 2, "thrice": 3}[word.lower()], "time")


def _is_pronoun(text: str, start: int, end: int, value: float | None, unit: str | None) -> bool:
    """Whether a number word stands for people or things, as in "no one", "one of them", "these two"."""
    before, after = text[max(0, start - 9) : start], text[end : end + 4]
    if after.startswith(("-on-", "-to-")) or before.lower().endswith(("-on-", "-to-")):
        return True
    if text[start].isupper() and _NAME_BEFORE.search(text[max(0, start - 25) : start]):
        return True  # a part of a name, as in "the Big Ten"
    if value == 1 and text[start].isupper() and _IN_MIDDLE.search(before) and text[end + 1 : end + 2].isupper():
        return True  # the first word of a name, as in "our One Harbour plan"
    if value == 1:
        other = _ONE_BEFORE.search(before) or _OTHER_ONE.search(text, max(0, start - 25), start)
        return unit is None or unit in _NOT_COUNTED or after.startswith("-") or other is not None
    return unit is None and before.lower().endswith(("these ", "those "))


def _is_in_name(text: str, start: int, end: int, noun: str | None) -> bool:
    """Whether a number belongs to a name, *Apollo 11*: it comes back with it, or stands behind an abbreviation.

    So do those of flights, roads and houses, *Flight 19*, *10 Downing Street*.

    What it seems to count is a verb where the name comes back and counts nothing: *Flight 19 remains lost*, *Flight 19
    fell*.
    """
    if _NUMBERED.search(text, max(0, start - 25), start) or _ADDRESS.match(text, end):
        return True
    before = _NAME_FOR_NUMBER.search(text, max(0, start - 25), start)
    if before is None:
        return False
    if before["abbreviation"]:
        return noun is None
    name = text[before.start("name") : end]
    near = max(0, start - _NEAR), end + _NEAR
    # To count it first saves nearly always to make a pattern, which takes as long as to find all facts of a claim.
    return text.count(name, *near) > 1 and any(
        again.start() != before.start("name") and (noun is None or counted(text, again.end()) is None)
        for again in islice(re.compile(rf"\b{re.escape(name)}(?![\w.,]\w)").finditer(text, *near), _MOST)
    )


READERS: Final = (
    Reader(_PERCENT, _percent),
    Reader(_ORDINAL, _ordinal),
    Reader(_NTH, _nth),
    Reader(_LASTING, _lasting),
    Reader(_WEIGHT, _weight),
    Reader(_MEASURE, _measure),
    Reader(_PHONE, _as_it_stands),
    Reader(_RANGE, _range),
    Reader(_SCORE, _as_it_stands),
    Reader(_POWER, _power),
    Reader(_BELOW_ZERO, _below_zero),
    Reader(_CELSIUS, _celsius),
    Reader(_HEIGHT, _height),
    Reader(_FOLD, _times),
    Reader(_CLOCK, _as_it_stands),
    Reader(_PLAIN, _plain),
    Reader(_VAGUE, _vague),
    Reader(_ONE_SCALE, _one_scale),
    Reader(_ABOUT_ONE, _about_one),
    Reader(_AND_HALF, _and_half),
    Reader(_TIMES, _times_in_words),
)
"""Of two that find the same words the first one's fact is kept."""

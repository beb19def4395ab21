"""Numbers with what they count, money, per cent, fractions, scores, ranges and ordinals."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from factcheck.extraction.facts.patterns import (
    DASH,
    DASHES,
    DIGITS,
    GAP,
    HYPHEN,
    LOOSE,
    NUMERALS,
    Reader,
    is_list_mark,
    longest,
    rule,
    words,
)
from factcheck.model import Fact, FactKind
from factcheck.normalise import CURRENCY, HIGH, NUMBER, ORDINAL, ORDINALS, STOP_WORDS, number, ordinal

_ALIASES: Final = {
    "second": "sec", "minute": "min mins", "hour": "hr hrs", "day": "", "night": "", "week": "", "fortnight": "",
    "month": "", "year": "yr yrs", "decade": "", "century": "centuries",
    "mile": "", "kilometer": "km kms kilometre kilometres", "meter": "metre metres",
    "centimeter": "cm centimetre centimetres",
    "millimeter": "mm millimetre millimetres", "foot": "feet ft", "inch": "inches", "yard": "",
    "gram": "gramme grammes", "kilogram": "kg kgs kilo kilos", "pound": "lb lbs", "ounce": "oz", "ton": "",
    "tonne": "metric ton metric tons", "nautical mile": "",
    "acre": "", "hectare": "ha", "degree": "°C °F °", "liter": "litre litres", "gallon": "", "barrel": "",
    "mph": "", "kph": "km/h kmh", "knot": "", "watt": "", "kilowatt": "kW", "megawatt": "MW", "gigawatt": "GW",
    "square mile": "", "square kilometer": "square kilometre square kilometres sq km km²",
    "square foot": "square feet sq ft ft²", "square meter": "square metre square metres m²", "light-year": "",
    "cubic meter": "cubic metre cubic metres m³", "cubic kilometer": "cubic kilometre cubic kilometres km³",
}  # fmt: skip
"""Units of measure and their other names; each also takes a plural s."""

_SPACED: Final = ("square ", "sq ", "cubic ", "metric ")


def _unit_names() -> dict[str, str]:
    """Every name of a unit in lower case, and the unit."""
    names: dict[str, str] = {}
    for unit, aliases in _ALIASES.items():
        for prefix in _SPACED:
            aliases = aliases.replace(prefix, prefix[:-1] + "_")  # noqa: PLW2901  # an alias may be of two words
        for name in (unit, f"{unit}s", *aliases.split()):
            names[name.replace("_", " ").lower()] = unit
    return names


_UNITS: Final = _unit_names()
_UNIT: Final = longest(_UNITS)
_UNIT_SIGNALS: Final = frozenset(re.split("[^a-z°]", name.removeprefix("°") or name)[0] for name in _UNITS) | {"°"}

_SIGNS: Final = {
    "$": "USD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD", "NZ$": "NZD",
    "S$": "SGD", "R$": "BRL", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY",
}  # fmt: skip
_MONIES: Final = {
    "dollar": "USD", "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "australian dollar": "AUD",
    "canadian dollar": "CAD", "hong kong dollar": "HKD", "euro": "EUR", "pound sterling": "GBP", "yen": "JPY",
    "yuan": "CNY", "rupee": "INR", "ruble": "RUB", "rouble": "RUB", "swiss franc": "CHF", "peso": "", "krona": "",
    "kroner": "", "kronor": "", "rand": "ZAR", "rupiah": "IDR", "shekel": "ILS", "cent": "", "pence": "GBP",
    "usd": "USD", "eur": "EUR", "gbp": "GBP", "chf": "CHF",
}  # fmt: skip
_MONEY_WORD: Final = words("|".join(f"{re.escape(name).replace(chr(92) + ' ', ' ')}s?" for name in _MONIES))
_END: Final = rf"(?![^\W{HIGH}])"
_MAGNITUDE: Final = rf"(?:{LOOSE}?(?:thousand|million|billion|trillion){_END}|{GAP}?(?:bn|mn|tn|[kmb]){_END})"
_SCALE: Final = words("dozen|hundred|thousand|million|billion|trillion")
_FIGURES: Final = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?(?![0-9])"

_MONEY_SIGNALS: Final = (
    frozenset("$£€¥₹₩₽₺")
    | {form for name in (*_MONIES, "pound") for form in (name.split()[-1], f"{name.split()[-1]}s")}
    | {"chf", "rs"}
)
_PART_WORDS: Final = frozenset(
    part + plural
    for part in ("half", "third", "quarter", "fourth", "fifth", "sixth", "eighth", "tenth")
    for plural in ("", "s")
) | {"halves"}
_SCALES_IN_PLURAL: Final = frozenset({"hundreds", "thousands", "millions", "billions", "dozens"})
_SCALES: Final = _SCALES_IN_PLURAL | {"hundred", "thousand", "million", "billion", "dozen"}

_MONEY = rule(
    _MONEY_SIGNALS,
    rf"(?<!\w)(?:(?P<sign>{CURRENCY}){GAP}?(?P<amount>{_FIGURES}{_MAGNITUDE}?)"
    rf"(?:{DASH}(?:{CURRENCY})?{_FIGURES}{_MAGNITUDE}?)?"
    rf"|(?P<named>{NUMBER}){LOOSE}(?P<money>{_MONEY_WORD})\b"
    rf"|(?P<code>USD|EUR|GBP|CHF|Rs\.?){GAP}?(?P<coded>{_FIGURES}{_MAGNITUDE}?)"
    rf"|(?P<pounds>{NUMBER})(?<=illion){GAP}pounds\b)",
    also=NUMERALS,
)
_PERCENT = rule(
    ("%", "percent", "per", "pct", "percentage"),
    rf"(?<!\w)(?:(?<![.,]){_FIGURES}{DASH})?(?P<number>{NUMBER})"
    rf"(?:(?:{GAP}?%|{LOOSE}(?:per{GAP}?cent|pct){_END})(?:{GAP}points?{_END})?|{LOOSE}percentage{LOOSE}points?{_END})",
    also=NUMERALS,
    at_numbers=True,
)
_MEASURE = rule(
    NUMERALS,
    rf"(?<!\w)(?:(?<![.,]){_FIGURES}{DASH})?(?P<number>{NUMBER})(?:{LOOSE}?(?P<unit>{_UNIT})(?!\w)"
    # "Forty-seven people" must not be read as forty of something called seven.
    rf"|{HYPHEN}(?!{NUMBER}|{_SCALE}\b)(?P<noun>(?!on\b|to\b|and\b|by\b|of\b|way\b|up\b|off\b|in\b|out\b|year)[a-z]{{3,}})(?![\w’'-]))",
    also=_UNIT_SIGNALS.union(HYPHEN[1:-1]),
    at_numbers=True,
)
_BETWEEN: Final = rf"(?<![\w.,:/{DASH[1:-1]}]){_FIGURES}{DASH}{_FIGURES}(?:{_MAGNITUDE})?(?![\w/]|{DASH}|[.,:][0-9])"
_RANGE = rule(
    DIGITS,
    rf"{_BETWEEN}|(?<![\w.,:/$£€])[0-9]{{1,2}} [–—] [0-9]{{1,2}}(?![\w%]|[.,:][0-9])",
    0,
    also=DASHES,
    hint=rf"[0-9](?:{DASH}| [–—] )[0-9]",
)
_SCORE = rule(DIGITS, r"(?<![\w.,-])[0-9]{1,3}(?:-of-|-for-)[0-9]{1,3}(?![\w-])", 0, also="-", hint="[0-9]-(?:of|for)-")
"""So many of so many tries: *20-of-24*."""
_RAISED: Final = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻−", "0123456789+--", strict=True))
_EXPONENT: Final = r"(?:\^[-−+]?[0-9]{1,3}(?![.,]?[0-9])|[⁺⁻]?[⁰¹²³⁴-⁹]{1,3})"
_POWER = rule(
    ("^", *_RAISED),
    rf"(?<![\w.,^])(?:(?P<times>{_FIGURES}){GAP}?[×x*·⋅]{GAP}?)?(?P<base>[0-9]{{1,2}})(?P<exponent>{_EXPONENT})"
    rf"(?:{GAP}(?P<unit>{_UNIT})(?!\w))?",
    also=DIGITS,
)
"""*3 × 10⁶ tonnes*, also where the exponent stands behind a ``^``."""
_FOLD = rule(("x",), r"(?<![\w.,])(?P<number>[0-9]+(?:\.[0-9]+)?)x(?!\w)", 0)
_CLOCK = rule((":",), r"(?<![\w.,:/])[0-9]{1,3}:[0-5][0-9](?:\.[0-9]+)?(?![\w:/])", 0, also=DIGITS)
_PLAIN = rule(NUMERALS, rf"(?<![A-Za-z]-)(?:{NUMBER}){_END}(?![/°]|(?<=[0-9])[{HIGH}]|[.:][0-9])", at_numbers=True)
_FRACTION = rule(
    _PART_WORDS,
    rf"\b(?:an?|one|two|three|four|five|six|seven|nine){LOOSE}"
    r"(?:half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)\b"
    rf"(?={GAP}of\b|{LOOSE}point\b|{GAP}percentage\b|{LOOSE}majority\b)(?:{LOOSE}point\b)?"
    rf"|\b(?:two|three|four|five|seven|nine){LOOSE}(?:thirds|quarters|fifths|eighths|tenths)\b",
)
_HALF = rule(
    ("half",),
    rf"\b(?:{words('more than|less than|nearly|almost|about|over|under|roughly|by|around|in')}{GAP}(?P<fact>half)\b"
    rf"|(?P<fact_>half)(?={GAP}of\b|{GAP}(?:the|its|their|his|her|a|an){GAP}))(?!{GAP}(?:hour|time|day)|-)",
)
_VAGUE = rule(
    _SCALES,
    rf"\b(?:(?:{words('several|a few|many|some|tens of|hundreds of')}{GAP})?"
    rf"(?:hundreds|thousands|millions|billions|dozens)"
    rf"|{words('several|a few|a couple of')}{GAP}(?:hundred|thousand|million|billion|dozen))\b",
    also=_SCALES_IN_PLURAL | {"several", "few", "couple"},
)
_TIMES = rule(
    ("twice", "thrice", "once"), rf"\b(?:twice|thrice|(?:{words('just|only|at least|more than')}{GAP})(?P<fact>once))\b"
)
_SET_PHRASE: Final = rf"(?:{GAP}(?:of{GAP}all|aid|lady|names?|thoughts?|part(?:y|ies)|hand|class|degree)\b|-hand)"
_PLACE_OR_TITLE: Final = words(
    "Avenue|Ave|Street|St|Road|Lady|Minister|Amendment|Circuit|District|Army|Division|Fleet|Battalion|Regiment|World"
)
_ORDINAL = rule(
    ("st", "nd", "rd", "th", *ORDINALS),
    rf"(?=[0-9efhnst])(?<!\bat )(?<!\w-)(?:{ORDINAL})(?!{_SET_PHRASE})(?-i:(?!{GAP}{_PLACE_OR_TITLE}\b))",
)
_PARTS: Final = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10,
}  # fmt: skip

_NOT_COUNTED: Final = STOP_WORDS | {"day", "thing", "another", "another's", "way", "o'clock", "else", "big", "by", "to"}
_ONE_BEFORE = re.compile(
    r"(?:\b(?:no|any|every|each|some|this|that|the|which|another|his|her|my)[ -]|-)$", re.IGNORECASE
)
_NAME_BEFORE = re.compile(r"[a-z] [A-Z][\w’'-]+ $")
_NAME_FOR_NUMBER = re.compile(r"(?<![\w’'-])(?:(?<=[a-z] )(?P<abbreviation>[A-Z]{2,5})|(?P<name>[A-Z][a-z][\w’'-]*)) $")
_NEAR: Final = 5000
"""Code points around a number in which its name is looked for again."""
_FOLLOWING = re.compile(r"[ \t\n\xa0-]([^\W\d_]+(?:-[^\W\d_]+)*)")
_IRREGULAR: Final = {
    "people": "person", "children": "child", "men": "man", "women": "woman", "lives": "life", "wives": "wife",
    "feet": "foot", "police": "police", "series": "series", "knives": "knife",
}  # fmt: skip
_MOST_ZEROS: Final = 30
"""Of a power of ten that is written out as a value."""
_REACH: Final = 4
"""Words after a number among which the thing counted is looked for."""


def singular(noun: str) -> str | None:
    """The singular of a regular English plural in lower case, None when the word is no plural."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if len(noun) < 4 or not noun.endswith("s") or noun.endswith(("ss", "us", "is")):
        return None
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    if noun.endswith(("ches", "shes", "xes", "sses", "zes")):
        return noun[:-2]
    return noun[:-1]


def counted(text: str, end: int, *, one: bool = False) -> str | None:
    """What a number counts: the first plural among the words that follow it, in the singular.

    Args:
        text: The text.
        end: Where the number ends.
        one: Whether the number is one, so that the next word is what it counts.
    """
    for _ in range(_REACH):
        following = _FOLLOWING.match(text, end)
        if following is None:
            return None
        noun = following[1].lower()
        if noun in STOP_WORDS:
            return None
        if one:
            return noun
        if base := singular(noun):
            return base
        end = following.end()
    return None


def _money(found: re.Match[str]) -> Fact:
    """An amount of money; the unit is the currency code, the value the amount in whole currency units."""
    code: str | None = "GBP"
    if found["sign"]:
        amount, code = found["sign"] + found["amount"], _SIGNS.get(re.sub(r"\s", "", found["sign"].upper()))
    elif found["money"]:
        name = re.sub(r"\s+", " ", found["money"].lower())
        amount, code = found["named"], _MONIES.get(name) or _MONIES.get(name.removesuffix("s"))
    elif found["code"]:
        amount, code = f"${found['coded']}", "INR" if found["code"][0] in "Rr" else found["code"].upper()
    else:
        amount = found["pounds"]
    value = money_value(amount)
    if value is not None and (found["money"] or "").lower() in {"cent", "cents", "pence"}:
        value = value / 100
    return Fact(FactKind.MONEY, *found.span(), found[0], value, code or None)


def money_value(amount: str) -> int | float | None:
    """The value of an amount with or without its currency sign; ``m`` and ``b`` are magnitudes here."""
    return number(re.sub(rf"^{CURRENCY}{GAP}?", "$", amount, flags=re.IGNORECASE))


def _percent(found: re.Match[str]) -> Fact:
    """A share in per cent, or percentage points (told by the unit)."""
    points = found[0].lower().rstrip("s").endswith("point")
    value = number(found["number"])
    return Fact(FactKind.PERCENT, *found.span(), found[0], value, "percentage point" if points else "percent")


def _ordinal(found: re.Match[str]) -> Fact:
    """First, 10th: a number with the unit ``ordinal``."""
    return Fact(FactKind.NUMBER, *found.span(), found[0], ordinal(found[0]), "ordinal")


def _fraction(found: re.Match[str]) -> Fact:
    top, part = re.split(r"[^a-z]+", found[0].lower())[:2]
    value = round((number(top) or 1) / _PARTS[part.replace("halves", "half").removesuffix("s")], 4)
    return Fact(FactKind.NUMBER, *found.span(), found[0], value)


def _measure(found: re.Match[str]) -> Fact:
    name = re.sub(r"\s", " ", (found["unit"] or found["noun"]).lower())
    unit = _UNITS.get(name) or singular(name) or name
    return Fact(FactKind.NUMBER, *found.span(), found[0], number(found["number"]), unit)


def _range(found: re.Match[str]) -> Fact:
    """Two figures with a dash between them; their value is text."""
    value = re.sub(f" ?{DASH} ?", "-", found[0])
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
    named = (found["unit"] or "").lower()
    unit = _UNITS.get(named) or counted(found.string, found.end())
    return Fact(FactKind.NUMBER, *found.span(), found[0], value, unit)


def _times(found: re.Match[str]) -> Fact:
    return Fact(FactKind.NUMBER, *found.span(), found[0], number(found["number"]), "time")


def _plain(found: re.Match[str]) -> Fact | None:
    """A count or a bare number."""
    text, value = found.string, number(found[0])
    noun = counted(text, found.end(), one=value == 1)
    if found[0].isalpha() and _is_pronoun(text, *found.span(), value, noun):
        return None
    if found[0].isdigit() and is_list_mark(text, *found.span()):
        return None
    if found[0].isdigit() and noun is None and _is_in_name(text, *found.span()):
        return None
    return Fact(FactKind.NUMBER, *found.span(), found[0], value, noun)


def _half(found: re.Match[str]) -> Fact:
    place = found.span("fact") if found["fact"] else found.span("fact_")
    return Fact(FactKind.NUMBER, *place, found.string[slice(*place)], 0.5)


def _vague(found: re.Match[str]) -> Fact:
    """Hundreds, several thousand: a number without a value."""
    return Fact(FactKind.NUMBER, *found.span(), found[0], None, counted(found.string, found.end()))


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
    if value == 1:
        return unit is None or unit in _NOT_COUNTED or after.startswith("-") or bool(_ONE_BEFORE.search(before))
    return unit is None and before.lower().endswith(("these ", "those "))


def _is_in_name(text: str, start: int, end: int) -> bool:
    """Whether a number belongs to a name, *Apollo 11*: it comes back with it, or stands behind an abbreviation."""
    before = _NAME_FOR_NUMBER.search(text, max(0, start - 25), start)
    if before is None:
        return False
    if before["abbreviation"]:
        return True
    name = text[before.start("name") : end]
    near = max(0, start - _NEAR), end + _NEAR
    # To count it first saves nearly always to make a pattern, which takes as long as to find all facts of a claim.
    return text.count(name, *near) > 1 and any(
        again.start() != before.start("name")
        for again in re.compile(rf"\b{re.escape(name)}(?![\w.,]\w)").finditer(text, *near)
    )


READERS: Final = (
    Reader(_PERCENT, _percent),
    Reader(_MONEY, _money),
    Reader(_ORDINAL, _ordinal),
    Reader(_FRACTION, _fraction),
    Reader(_MEASURE, _measure),
    Reader(_RANGE, _range),
    Reader(_SCORE, _as_it_stands),
    Reader(_POWER, _power),
    Reader(_FOLD, _times),
    Reader(_CLOCK, _as_it_stands),
    Reader(_PLAIN, _plain),
    Reader(_HALF, _half),
    Reader(_VAGUE, _vague),
    Reader(_TIMES, _times_in_words),
)
"""Of two that find the same words the first one's fact is kept."""

"""One form for words and numbers that mean the same, so that two wordings can be compared.

Nothing here knows offsets: what comes out is for comparing, indexing and scoring, never for showing. The exception is
``NUMBER``, a pattern for use on a text as it stands.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARKS: Final = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ′`´", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        # NFKD leaves these letters whole.
        "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "ħ": "h", "ı": "i",
        "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th", "ß": "ss",
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", None),
    }
)  # fmt: skip


HIGH: Final = "⁰¹²³⁴-⁹"
"""Figures that are raised, for use within the brackets of a pattern: a power, or the mark of a footnote."""
_RAISED = re.compile(f"(?<=[0-9])(?=[{HIGH}⁺⁻])")
"""Between a figure and what is raised behind it: NFKD would make one number of the two."""


def fold(text: str) -> str:
    """Fold marks, accents, case and white space; the words stay the same.

    Args:
        text: Any text.

    Returns:
        Straight quotes and hyphens, base letters, lower case, single spaces, no space at the ends.
    """
    if not text.isascii():
        text = _RAISED.sub("^", text)
        decomposed = unicodedata.normalize("NFKD", text.translate(_MARKS))
        text = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_MARKS)
    return " ".join(text.casefold().split())


_UNITS: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_TEENS: Final = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES: Final = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7, "lakh crore": 10**12, "lakh crores": 10**12,
}  # fmt: skip
_SHORT: Final = {"k": 10**3, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12, "cr": 10**7}
_SMALL: Final = _UNITS | _TEENS | _TENS
ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    **{f"{word}th": value for word, value in _TEENS.items() if word != "twelve"},
    "twelfth": 12,
    **{f"{word[:-1]}ieth": value for word, value in _TENS.items()},
    "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
"""Ordinal numbers in words."""


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_END: Final = rf"(?![^\W{HIGH}])"
"""The end of a word, which the mark of a footnote is no part of."""
_GAP: Final = "[ \t\n\xa0\u202f]"
_JOIN: Final = "[- \t\n\xa0\u202f‐‑]"
_LITERAL: Final = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,2}(?:,[0-9]{2}){1,6},[0-9]{3}(?![0-9])|[0-9]+)(?:\.[0-9]+)?(?![0-9])"
)
_LONG_SCALE: Final = _any(_SCALES).replace(" ", _JOIN)
_BELOW_100: Final = rf"(?:{_any(_TENS)}(?:{_JOIN}{_any(_UNITS)})?|{_any(_TEENS | _UNITS)})"
_BELOW_1000: Final = rf"(?:(?:{_BELOW_100}|an?){_JOIN}hundred(?:{_GAP}(?:and{_GAP})?{_BELOW_100})?|{_BELOW_100})"
_HALF: Final = rf"{_JOIN}and{_JOIN}a{_JOIN}half"
_SPELLED: Final = (
    rf"(?:half{_JOIN}an?{_JOIN}{_any({'hundred', 'dozen'} | _SCALES.keys())}"
    rf"|(?:an?|{_BELOW_100}(?:{_HALF})?){_JOIN}dozen"
    rf"|an?{_GAP}{_LONG_SCALE}(?:{_GAP}and{_GAP}a{_GAP}half)?"
    rf"|{_BELOW_1000}(?:{_HALF})?(?:{_JOIN}{_LONG_SCALE}(?:,?{_GAP}(?:and{_GAP})?{_BELOW_1000})?){{0,3}})"
)

CURRENCY: Final = rf"(?:(?:(?:US|AU|CA|HK|NZ){_GAP}?|[ACSR])?\$|[£€¥₹₩₽₺])"
"""Pattern of a currency sign, as it stands before an amount."""

_BEGINS: Final = rf"(?=[-0-9aefhnost])(?=[-0-9]|an?{_JOIN}|{_any({word[:3] for word in (*_SMALL, *ORDINALS, 'half')})})"
NUMBER_BEGINNING: Final = rf"(?<!\w){_BEGINS}"
"""Pattern of where a number may begin, in figures or words; to look for these places first saves most of the time."""

NUMBER: Final = (
    rf"{NUMBER_BEGINNING}(?<![0-9][.,/])(?:(?<![.,])-)?"
    rf"(?:{_LITERAL}(?!(?:s|st|nd|rd|th)\b)(?:{_JOIN}?{_LONG_SCALE}{_END}|{_GAP}?(?:bn|mn|tn){_END}|[kK]{_END})?|{_SPELLED}{_END})"
)
"""Pattern of a number in figures or words, with its magnitude; to be compiled with ``re.IGNORECASE``. It runs in linear
time and matches what ``number`` reads."""

_AMOUNT: Final = rf"{CURRENCY}{_GAP}?{_LITERAL}(?:{_JOIN}?{_LONG_SCALE}\b|{_GAP}?(?:bn|mn|tn|cr|[kmb])\b)?"
_ORDINAL_WORDS: Final = _any(ORDINALS)

ORDINAL: Final = (
    r"\b(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}th|[0-9]{1,4}(?:st|nd|rd|th)"
    rf"|(?:{_any(_TENS)}{_JOIN})?{_ORDINAL_WORDS})\b"
)
"""Pattern of an ordinal number in figures or words; to be compiled with ``re.IGNORECASE``."""

_MOST_DIGITS: Final = 24
"""No fact has more; int() of thousands of digits is slow, and from 4,300 on refused."""

_NUMBER_PARTS = re.compile(rf"(-?)({_LITERAL})[^a-z]*(lakh[^a-z]crores?|[a-z]*)", re.IGNORECASE)
_LETTERS = re.compile("[a-z]+")


def number(text: str) -> int | float | None:
    """Read a number as ``NUMBER`` or an amount of money finds it.

    Args:
        text: ``47,000``, ``17.3 million``, ``$1.5bn``, ``forty-seven thousand``, ``two and a half million``.

    Returns:
        An int where it is whole, else a float; None when it is no number, or one of more digits than means anything.
    """
    if text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS:
        return int(text)
    value = _decimal(text.casefold())
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def ordinal(text: str) -> int | None:
    """Read an ordinal number (``21st``, ``twenty-first``) as ``ORDINAL`` finds it; None when it is none."""
    words = _LETTERS.findall(text.casefold())
    digits = text[: -len(words[0])].replace(",", "") if words else ""
    if digits.isascii() and digits.isdigit():
        return int(digits)
    return sum(_SMALL.get(word, 0) + ORDINALS.get(word, 0) for word in words) or None


def _decimal(text: str) -> Decimal | None:
    """The value of a number in lower case, exact."""
    figures = _NUMBER_PARTS.search(text)
    if figures is None:
        return _spelled(text)
    sign, literal, suffix = figures.groups()
    if len(literal) > _MOST_DIGITS:
        return None
    scale = " ".join(_LETTERS.findall(suffix))
    value = Decimal(literal.replace(",", "")) * (_SCALES.get(scale) or _SHORT.get(scale, 1))
    return -value if sign else value


def _spelled(text: str) -> Decimal | None:
    """The value of a number in words."""
    total, current, seen = Decimal(0), Decimal(0), False
    for word in _LETTERS.findall(text):
        if word in _SMALL:
            current += _SMALL[word]
        elif word == "half":
            # "a million and a half" adds to the scale before it, "two and a half million" to the one that follows.
            current, total = (
                (current, total * Decimal("1.5")) if total and not current else (current + Decimal("0.5"), total)
            )
        elif word in {"hundred", "dozen"}:
            current = (current or Decimal(1)) * (100 if word == "hundred" else 12)
        elif word in _SCALES:
            if total and not current:
                total *= _SCALES[word]  # *one thousand million*
            else:
                total, current = total + (current or 1) * _SCALES[word], Decimal(0)
        else:
            continue
        seen = True
    return total + current if seen else None


def _plain(value: Decimal) -> str:
    """A decimal without exponent and trailing zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


@cache
def _numbers() -> re.Pattern[str]:
    """Finds amounts, numbers and ordinals in a folded text; to compile it takes longer than all else in this module."""
    return re.compile(rf"(?:(?=[$£€¥₹₩₽₺])|(?<![a-z]){_BEGINS})(?:({ORDINAL})|({_AMOUNT}|{NUMBER}))")


NUMBER_WORDS: Final = frozenset({*_SMALL, *ORDINALS, "hundred", "dozen", *_SCALES})
"""Words without which, and without digits, a text tells no number."""

_DIGIT = re.compile("[0-9]")
_TOKEN = re.compile(r"(?<!\w)-?[0-9]+(?:\.[0-9]+)?(?!\w)|[^\W_]+")
_MARKED = re.compile("[-.](?=[0-9])")
"""Where a mark may belong to a number."""
_BLANKED: Final = {code: " " for code in range(128) if not chr(code).isalnum()}
_INITIAL = re.compile(r"\.[a-z]\.")
_INITIALS = re.compile(r"(?<!\w)(?:[a-z]\.){2,}(?=\W|$)")
_NOT = re.compile(r"\b(?:(ca|wo|sha)n't|(\w+)n't|cannot)\b")
_CLITICS: Final = {"re": " are", "ve": " have", "ll": " will", "m": " am", "s": "", "d": ""}
# Begins with a sign and not with what stands before it, since that is looked for much faster.
_CLITIC = re.compile(r"'(?<=\w')(?:(re|ve|ll|m|s|d)?(?!\w)|(?=\w))")
_WHOLE: Final = {"ca": "can", "wo": "will", "sha": "shall"}


def _in_one_form(found: re.Match[str]) -> str:
    if found[1]:
        return f" {_ordinal_form(ordinal(found[1]) or 0)} "
    shown = found[2]
    if shown.isdecimal() and len(shown) <= _MOST_DIGITS:
        return f" {shown.lstrip('0') or '0'} "
    value = _decimal(shown)
    return shown if value is None else f" {_plain(value)} "


def _ordinal_form(value: int) -> str:
    suffix = "th" if value % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{suffix}"


def tokens(text: str) -> tuple[str, ...]:
    """Cut a text into folded words, each number in one form.

    Possessive endings are dropped, negation is a word of its own (``didn't`` gives ``did not``), initials lose their
    stops (``U.S.`` gives ``us``), ordinals are ``3rd``, per cent signs and ``pct`` are ``percent``. A currency sign is
    dropped.

    Args:
        text: Any text.

    Returns:
        Words and numbers, the latter as plain decimal strings: ``47,000``, ``47 thousand`` and ``forty-seven
        thousand`` all give ``47000``.
    """
    folded = fold(text)
    if "'" in folded:
        if "n't" in folded or "cannot" in folded:
            folded = _NOT.sub(lambda found: f"{_WHOLE.get(found[1]) or found[2] or 'can'} not", folded)
        folded = _CLITIC.sub(lambda found: _CLITICS.get(found[1] or "", ""), folded)
    elif "cannot" in folded:
        folded = _NOT.sub("can not", folded)
    if "." in folded and _INITIAL.search(folded):
        folded = _INITIALS.sub(lambda found: found[0].replace(".", ""), folded)
    figures = _DIGIT.search(folded) is not None
    found = [] if figures else _cut(folded)
    if figures or not NUMBER_WORDS.isdisjoint(found):
        folded = (
            _numbers()
            .sub(_in_one_form, folded.replace("us$", "$"))
            .replace("%", " percent")
            .replace("per cent", "percent")
            .replace(" pct", " percent")
        )
        found = _TOKEN.findall(folded) if _MARKED.search(folded) else _cut(folded)
    return tuple(found)


def _cut(folded: str) -> list[str]:
    """The words of a folded text in which no mark belongs to a number."""
    # Twice as fast as the pattern, and the same.
    return folded.translate(_BLANKED).split() if folded.isascii() else _TOKEN.findall(folded)


def normalised(text: str) -> str:
    """The text's tokens joined by single spaces."""
    return " ".join(tokens(text))


STOP_WORDS: Final = frozenset(
    """
    a about above after again against all also am among an and any are as at be became because been before being below
    between both but by can could did do does doing down during each even few for from further had has have having he
    her here hers herself him himself his how i if in into is it its itself just may me might more most must my myself
    now of off on once only or other our ours out over own per same shall she should so some such than that the their
    theirs them themselves then there these they this those through to too under until up upon us very was we were what
    when where whether which while who whom whose why will with within would you your yours
    """.split()  # noqa: SIM905  # a list of a hundred words in quotes reads badly
)
"""Folded words that say nothing about which claim it is. Negation (``no``, ``not``, ``never``) is not among them."""

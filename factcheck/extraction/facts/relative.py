"""Dates that are told from another: last year, two years ago, the next month, the end of the season."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from factcheck.extraction.facts import calendar
from factcheck.extraction.facts.calendar import phrase, unresolved
from factcheck.extraction.facts.patterns import GAP, LOOSE, PART_OF_DAY, group, words
from factcheck.extraction.words import words as word_set
from factcheck.normalise import NUMBER, number

if TYPE_CHECKING:
    from factcheck.extraction.facts.calendar import Context

_UNIT: Final = words("day|weekend|week|fortnight|month|quarter|year|decade|century|season")
_PERIOD: Final = rf"(?:{words('calendar|fiscal|financial|school|academic|tax')}{GAP})?(?P<unit>{_UNIT}|{PART_OF_DAY})\b"
_COUNT: Final = rf"(?P<count>{NUMBER}|{words('a few|few|several|a couple of|many|some|an|a|couple of')})"
_HALF: Final = rf"{GAP}and{GAP}a{GAP}half"
_COUNTED: Final = (
    rf"{_COUNT}(?:{_HALF})?{GAP}(?P<unit>{words('hour|day|week|month|year|decade')}|centur)(?:s|y|ies)?\b(?:{_HALF}\b)?"
)
"""No year is told by a *century* ago."""
_PART_OF_ONE: Final = (
    rf"(?:half{GAP}(?:of{GAP})?an?{GAP}|an?{GAP}(?:half|quarter){LOOSE}){words('hour|day|year|decade|century')}"
)
_WAYS: Final = frozenset({"past", "last", "previous", "preceding", "next", "coming", "following"})
_PASSED: Final = words("|".join(sorted(_WAYS)))
_BEFORE_LAST: Final = word_set("""
    the in over for during within throughout across of from by this these those very past
    his her its our my your their
""")
_BEHIND_ONE: Final = "|".join(rf"(?<=\b{word}\s)" for word in sorted(_BEFORE_LAST))
_OPENS: Final = "(?=[CFLNPRTcflnprt])"
"""The first letters of these words and of *the*: to look at the letter first saves half of the time."""
_NO_VERB: Final = rf"(?:(?!last\b|following\b)|(?-i:(?=Last))|{_BEHIND_ONE}|(?<=['’]s\s)|(?<=s['’]\s))"
"""*The talks will last two days*, *following two days of talks*: no days that are gone or to come."""


def _deictic(found: re.Match[str], context: Context) -> str | None:
    """This, last, next, *this past*: counted from publication; that: from the date named before."""
    unit, which = group(found, "unit"), group(found, "which").split()[-1]
    if which == "that":
        return str(context.year) if unit == "year" and context.year else None
    return None if context.published is None else _beside(context.published, calendar.STEPS[which], unit)


def _beside(moment: date, count: int, unit: str) -> str | None:
    """The day, month or decade of a moment, or one before or after it."""
    if unit == "decade":
        return f"{moment.year // 10 * 10 + 10 * count}s"
    return calendar.shifted(moment, count, unit)


def _anaphoric(found: re.Match[str], context: Context) -> str | None:
    """The next, the same, the previous: counted from the date named before; within the next: from publication."""
    unit, which = group(found, "unit"), group(found, "which")
    if group(found, "within") and which in {"past", "last", "next", "coming"}:
        return _stretch(context, 1, unit, ahead=which in {"next", "coming"})
    if which in {"past", "last"}:
        return calendar.shifted(context.published, -1, unit) if context.published else None
    if context.year is None or unit not in {"year", "month"} or (unit == "month" and not context.month):
        return None
    return calendar.shifted(date(context.year, context.month or 1, 1), calendar.STEPS[which], unit)


def _stretch(context: Context, count: float, unit: str, *, ahead: bool) -> str | None:
    if context.published is None:
        return None
    here = calendar.shifted(context.published, 0, unit)
    there = calendar.shifted(context.published, count if ahead else -count, unit)
    if here is None or there is None:
        return None
    return f"{here}/{there}" if ahead else f"{there}/{here}"


def _count(found: re.Match[str]) -> float | None:
    folded = " ".join(group(found, "count").split())
    count = {"a": 1, "an": 1, "a couple of": 2, "couple of": 2}.get(folded) or number(folded)
    return count + 0.5 if count is not None and re.search(_HALF, found[0], re.IGNORECASE) else count


def _span(found: re.Match[str], context: Context) -> str | None:
    """The past two years, the next few weeks."""
    count = _count(found)
    if count is None:
        return None
    return _stretch(
        context, count, group(found, "unit"), ahead=group(found, "which") in {"next", "coming", "following"}
    )


def _ago(found: re.Match[str], context: Context) -> str | None:
    """Three days ago counts from publication; two years later from the date named before."""
    count, unit, way = _count(found), group(found, "unit"), group(found, "way")
    if count is None:
        return None
    if way == "ago":
        return calendar.shifted(context.published, -count, unit) if context.published else None
    if context.year is None or unit not in {"year", "decade"}:
        return None
    return calendar.shifted(date(context.year, 1, 1), count if way == "later" else -count, unit)


_DAYS: Final = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def _near(found: re.Match[str], context: Context) -> str | None:
    return calendar.shifted(context.published, _DAYS[group(found, "near")], "day") if context.published else None


def _part(found: re.Match[str], context: Context) -> str | None:
    """The end of the year, the rest of this month: the whole that it is a part of."""
    which = group(found, "which")
    if which not in {"this", "last", "next"} or context.published is None:
        return None
    return _beside(context.published, calendar.STEPS[which], group(found, "unit"))


_NAMES_OF_PERIODS: Final = (
    "day", "weekend", "week", "fortnight", "month", "quarter", "year", "decade", "century", "season", "hour",
    "morning", "afternoon", "evening", "night", "lunchtime",
)  # fmt: skip
_PERIODS: Final = frozenset(name + plural for name in _NAMES_OF_PERIODS for plural in ("", "s")) | {"centuries"}

_UNITS: Final = frozenset(
    name + plural for name in ("hour", "day", "week", "month", "year", "decade") for plural in ("", "s")
) | {"century", "centuries"}
_BESIDE: Final = frozenset({"ago", "earlier", "later", "before", "after"})
_SEVERAL: Final = frozenset({"hours", "days", "weeks", "months", "years", "decades", "centuries"})

RULES: Final = tuple(
    phrase(resolve, needs, *pieces, also=also, flags=re.IGNORECASE)
    for resolve, needs, also, *pieces in (
        (
            _deictic,
            frozenset({"this", "last", "next", "that"}),
            _PERIODS,
            rf"\b(?=[elnt])(?:(?:early|earlier|late|later){GAP})?(?P<which>this(?:{GAP}(?:past|coming))?|last|next|that){GAP}{_PERIOD}",
        ),
        (
            _anaphoric,
            _WAYS | {"same", "prior"},
            _PERIODS,
            r"\b(?P<within>(?:over|in|within|during|for)",
            rf"{GAP})?(?P<fact>the{GAP}(?P<which>same|{_PASSED}|prior){GAP}{_PERIOD})",
        ),
        (_span, _WAYS, _UNITS, rf"\b{_OPENS}(?:the{GAP})?{_NO_VERB}(?P<which>{_PASSED}){GAP}{_COUNTED}"),
        (
            _ago,
            frozenset({"ago", "earlier", "later", "previously"}),
            _UNITS,
            rf"{_COUNTED}{GAP}(?P<way>ago|earlier|later|previously)\b",
        ),
        (
            unresolved,
            _WAYS,
            _UNITS,
            rf"\b(?:the{GAP})?{_PASSED}{GAP}{words('day|week|month|year|decade|century')}{_HALF}\b",
        ),
        (
            unresolved,
            frozenset({"ago", "earlier", "later"}),
            frozenset({"half", "quarter"}),
            rf"\b{_PART_OF_ONE}{GAP}(?:ago|earlier|later)\b",
        ),
        (
            unresolved,
            _SEVERAL,
            frozenset({"coming", "following", "past", "last", "next", "previous", "preceding", "recent"}),
            rf"\b{_OPENS}(?:the{GAP})?{_NO_VERB}{words('coming|following|past|last|next|previous|preceding|recent')}{GAP}",
            rf"{words('hours|days|weeks|months|years|decades|centuries')}\b",
        ),
        (
            unresolved,
            _SEVERAL,
            frozenset({"ago", "earlier", "later"}),
            rf"\b{words('decades|years|months|weeks|days|hours')}{GAP}(?:ago|earlier|later)\b",
        ),
        (
            unresolved,
            _PERIODS,
            _BESIDE,
            rf"\bthe{GAP}{words('day|night|week|month|year|decade')}{GAP}{words('before|earlier|later|after')}\b",
        ),
        (
            unresolved,
            frozenset({"weekend"}),
            frozenset(),
            rf"\b{words('over|at|on|during|throughout|for|of|by|before|after|since|until|spend|spends|spent|spending')}{GAP}",
            rf"(?P<fact>the{GAP}weekend)\b",
        ),
        (
            _near,
            frozenset(_DAYS),
            frozenset(),
            rf"(?<!USA )\b(?P<near>today|tonight|yesterday|tomorrow)\b(?:{GAP}{PART_OF_DAY}\b)?",
        ),
        (unresolved, _PERIODS, _BESIDE, rf"\bthe{GAP}day{GAP}(?:before{GAP}yesterday|after{GAP}tomorrow)\b"),
        (
            _part,
            frozenset({"end", "start", "beginning", "middle", "rest", "remainder", "close", "half", "quarter"}),
            _PERIODS,
            rf"\b(?:the{GAP})?(?:very{GAP})?(?:{words('end|start|beginning|middle|rest|remainder|close')}",
            rf"|{words('(?:first|second|latter) half|(?:first|second|third|fourth) quarter')})",
            rf"{GAP}of{GAP}(?P<which>the|this|last|next|that){GAP}(?:(?:same|previous|following){GAP})?{_PERIOD}",
            r"(?!(?<=\bat the end of the day),)",  # *at the end of the day, it is a game*: after all
        ),
    )
)
"""The phrases; which of two that overlap holds is decided by their length."""

"""Whether two phrases of time can mean the same moment, each with its own precision."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from factcheck.extraction.facts.calendar import MONTHS, month_number
from factcheck.normalise import fold, normalised, ordinal

_MONTH = re.compile(r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b")
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\b")
_YEAR = re.compile(r"\b(?:1[0-9]|20)[0-9]{2}\b(?!s)")
_DECADE = re.compile(r"\b(?:1[0-9]|20)?[0-9]0'?s\b")
_TIME = re.compile(r"\b([0-9]{1,2})(?:[:.]([0-9]{2}))? ?([ap])\.?m\b|\b([0-9]{1,2}):([0-9]{2})\b")
_DAY = re.compile(
    r"(?<![0-9:.])(?:[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?\b(?![:.0-9])"
    r"|\b(?:twenty-|thirty-)?(?:first|second|third|[a-z]+(?:th|ieth))\b"
)
_YEARS = re.compile(r"\b((?:1[0-9]|20))([0-9]{2})[/-]([0-9]{2})\b(?![-/0-9])")
_LASTING = re.compile(r"\b([0-9.]+) (hour|day|week|month|year|decade)s?\b")
_ISO = re.compile(r"\b([0-9]{4})-([0-9]{2})-([0-9]{2})\b")
_SEASON = re.compile(
    r"\b(?:(spring|summer|autumn|fall|winter)"
    r"|(first|second|third|fourth|final|last)[ -](quarter|half|days?|weeks?|months)|q([1-4]))\b"
)
_QUARTERS = {"first": "q1", "second": "q2", "third": "q3", "fourth": "q4", "final": "q4", "last": "q4"}


class Agreement(StrEnum):
    """How two values of one kind stand to each other."""

    SAME = "same"
    COMPATIBLE = "compatible"
    """One says more, or each says something else about it."""
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class When:
    """What a phrase of time says in so many words, and the moment that was made of it where that could be had."""

    years: frozenset[str] = frozenset()
    months: frozenset[int] = frozenset()
    days: frozenset[int] = frozenset()
    weekdays: frozenset[str] = frozenset()
    times: frozenset[tuple[int, int]] = frozenset()
    seasons: frozenset[str] = frozenset()
    lasting: frozenset[tuple[str, str]] = frozenset()
    """Number and unit of what is counted: the past 12 months."""
    moment: str | None = None
    """ISO 8601 cut to its precision."""
    words: str = ""
    """The folded phrase, for those that only make sense at their time: "last year"."""

    def against(self, other: When) -> Agreement:
        """Compare field by field what both say; only where they share none, the moments."""
        fields = ("years", "months", "days", "weekdays", "times", "seasons", "lasting")
        pairs = [(getattr(self, name), getattr(other, name)) for name in fields]
        both = [(here, there) for here, there in pairs if here and there]
        if any(not here <= there and not there <= here for here, there in both):
            return Agreement.CONFLICT
        if both:
            return Agreement.SAME if all(here == there for here, there in pairs) else Agreement.COMPATIBLE
        if self.words == other.words:
            # "Last year" in two years is another year each, but neither claim says which.
            return Agreement.COMPATIBLE if _moments_differ(self.moment, other.moment) else Agreement.SAME
        if self.moment and self.moment == other.moment:
            return Agreement.SAME
        return Agreement.CONFLICT if _moments_differ(self.moment, other.moment) else Agreement.COMPATIBLE


def _moments_differ(here: str | None, there: str | None) -> bool:
    """Whether two moments exclude each other; one of less precision, a week or a time of day excludes nothing."""
    if not here or not there or here.startswith(there) or there.startswith(here):
        return False
    plain = re.compile("-?[0-9]{4}(?:-[0-9]{2})*$")
    return plain.match(here) is not None and plain.match(there) is not None


@lru_cache(maxsize=4_096)
def read_when(text: str, moment: str | None) -> When:
    """Read a phrase of time.

    Args:
        text: As it stands in a claim.
        moment: What extraction made of it.
    """
    rest = _ISO.sub(lambda iso: f"{int(iso[3])} {MONTHS[(int(iso[2]) - 1) % 12].lower()} {iso[1]}", fold(text))
    rest = _LASTING.sub(" ", rest)
    rest = _YEARS.sub(r"\1\2 \1\3", rest)
    times, rest = _taken(_TIME, rest)
    years, rest = _taken(_DECADE, rest)
    plain, rest = _taken(_YEAR, rest)
    months, rest = _taken(_MONTH, rest)
    weekdays, rest = _taken(_WEEKDAY, rest)
    seasons, rest = _taken(_SEASON, rest)
    days, _ = _taken(_DAY, rest) if months or not (years or plain) else ([], rest)
    return When(
        years=frozenset([*(found[0].replace("'", "")[-3:] for found in years), *(found[0] for found in plain)]),
        months=frozenset(month_number(found[1]) for found in months),
        days=frozenset(value for found in days if (value := ordinal(found[0]) or _digits(found[0]))),
        weekdays=frozenset(found[1] for found in weekdays),
        times=frozenset(_time(found) for found in times),
        seasons=frozenset(map(_season, seasons)),
        lasting=frozenset((found[1], found[2]) for found in _LASTING.finditer(normalised(text))),
        moment=moment,
        words=fold(text),
    )


def _taken(pattern: re.Pattern[str], text: str) -> tuple[list[re.Match[str]], str]:
    """What a pattern finds, and the text without it."""
    found = list(pattern.finditer(text))
    return found, pattern.sub(" ", text) if found else text


def _digits(text: str) -> int | None:
    return int(text) if text.isdigit() else None


def _season(found: re.Match[str]) -> str:
    """One name for a part of a year, however it is told."""
    if found[1]:
        return "autumn" if found[1] == "fall" else found[1]
    if found[4]:
        return f"q{found[4]}"
    return _QUARTERS[found[2]] if found[3] == "quarter" else f"{found[2]} {found[3]}"


def _time(found: re.Match[str]) -> tuple[int, int]:
    if found[4]:
        return int(found[4]), int(found[5])
    return int(found[1]) % 12 + (12 if found[3] == "p" else 0), int(found[2] or 0)

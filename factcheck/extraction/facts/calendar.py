"""What a phrase of time means: ISO 8601 cut to the precision that the words have.

``2023-07-14`` a day, ``2023-W28`` a week, ``2023-07`` a month, ``2023`` a year, ``1990s`` a decade, ``2023-summer`` a
season, ``2021/2023`` from one to the other, ``16:30`` a time of day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from factcheck.extraction.facts.patterns import Rule, rule

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS: Final = {"winter": 1, "spring": 3, "summer": 6, "autumn": 9}
"""Each with the month that it begins in, roughly; news does not mean the equinox."""

STEPS: Final = {
    "this": 0, "that": 0, "same": 0, "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1,
    "next": 1, "coming": 1, "following": 1,
}  # fmt: skip
"""How many units on from its anchor a word points."""

_SHORT_MONTH: Final = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_SHORT_DAY: Final = {name[:3].lower(): number for number, name in enumerate(WEEKDAYS)}


@dataclass(slots=True)
class Context:
    """What a phrase leans on: the day of publication, and the latest date that the text named before it."""

    published: date | None = None
    year: int | None = None
    month: int | None = None
    at: int = 0
    """Where that date stands in the text, in code points."""

    def note(self, value: str | None, at: int) -> None:
        """Remember a date that the text named at some place, for "that July" and "the next year"."""
        if value is None or not value[:4].isdigit() or value[4:5] not in {"", "-"}:
            return
        self.at = at
        self.year = int(value[:4])
        self.month = int(value[5:7]) if value[5:7].isdigit() else None


def unresolved(_found: re.Match[str], _context: Context) -> str | None:
    """What a phrase means of which nobody can say so: which day Easter was, how many *recent years* are."""
    return None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A way of telling a date."""

    rule: Rule
    resolve: Callable[[re.Match[str], Context], str | None]
    """What the words mean, given what the text said before them; None where that is not plain."""
    unless: Callable[[re.Match[str]], bool] | None = None
    """Whether the words tell something else than a date in this text; None where they cannot."""


def phrase(
    resolve: Callable[[re.Match[str], Context], str | None],
    needs: frozenset[str],
    *pieces: str,
    also: frozenset[str] = frozenset(),
    hint: str | None = None,
    flags: int = 0,
    unless: Callable[[re.Match[str]], bool] | None = None,
) -> Phrase:
    """A way of telling a date, its pattern given in pieces, with what it waits for as ``rule`` takes it."""
    return Phrase(rule(needs, "".join(pieces), flags, also=also, hint=hint), resolve, unless)


def month_number(name: str) -> int:
    """The number of a month by its English name or its short form."""
    return _SHORT_MONTH[name[:3].lower()]


def weekday_number(name: str) -> int:
    """The number of a weekday by its English name or its short form, Monday is 0."""
    return _SHORT_DAY[name[:3].lower()]


def day(year: int, month: int, number: int) -> str | None:
    """A day, None when the calendar has no such day."""
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def week(moment: date) -> str:
    """The week that a day lies in."""
    year, number, _ = moment.isocalendar()
    return f"{year}-W{number:02}"


def shifted(moment: date, count: float, unit: str) -> str | None:
    """What lies some units before or after a day, with the precision of the unit.

    Args:
        moment: From where to count.
        count: How many; negative for the past.
        unit: ``day``, ``week``, ``month``, ``year`` or ``decade``.

    Returns:
        The cut date; None for another unit or when it leaves the calendar.
    """
    try:
        if unit in {"day", "morning", "afternoon", "evening", "night"}:
            return (moment + timedelta(days=count)).isoformat()
        if unit == "week":
            return week(moment + timedelta(weeks=count))
        if unit == "month":
            months = moment.year * 12 + moment.month - 1 + int(count)
            return f"{months // 12:04}-{months % 12 + 1:02}" if 12 <= months < 120_000 else None
        if unit in {"year", "decade"}:
            year = moment.year + int(moment.month - 1 + count * (120 if unit == "decade" else 12)) // 12
            return f"{year:04}" if 1 <= year <= 9999 else None
    except (OverflowError, ValueError):
        return None
    return None


_SOON_MONTHS: Final = 2
_SOON_DAYS: Final = 100
"""How far ahead a date without a year still means the one to come, when nothing says so; news mostly looks back."""


def near_month(month: int, published: date, way: int) -> str:
    """The month of that number that the words point to: the next one, or the latest unless another is near.

    Args:
        month: 1 to 12.
        published: From where to look.
        way: 1 where the words speak of what is to come, -1 where they look back, 0 where they do not say.
    """
    away = (month - published.month) % 12
    year = published.year + (month < published.month)
    ahead = way > 0 or away <= (_SOON_MONTHS if way == 0 else 0)
    return f"{year if ahead else year - 1}-{month:02}"


def near_day(month: int, number: int, published: date, way: int) -> str | None:
    """The day of that date that the words point to, as with ``near_month``."""
    try:
        this_year = date(published.year, month, number)
    except ValueError:
        return None
    if this_year < published:
        following = day(published.year + 1, month, number)
        latest: str | None = this_year.isoformat()
    else:
        following = this_year.isoformat()
        latest = following if this_year == published else day(published.year - 1, month, number)
    if following is None or latest is None:
        return following or latest
    soon = date.fromisoformat(following) - published <= timedelta(days=_SOON_DAYS)
    past_soon = published - date.fromisoformat(latest) <= timedelta(days=_SOON_DAYS)
    return following if way > 0 or (way == 0 and soon and not past_soon) else latest


def near_weekday(number: int, published: date, *, ahead: bool) -> str:
    """The latest such weekday up to publication, or the next one after it."""
    back = (published.weekday() - number) % 7
    return (published + timedelta(days=7 - back if ahead else -back)).isoformat()


def near_season(name: str, published: date, way: int) -> str:
    """Last, this or next season, counted from publication: ``way`` is -1, 0 or 1."""
    begins, year = SEASONS["autumn" if name == "fall" else name], published.year
    if way < 0:
        year -= begins + 2 >= published.month
    elif way > 0:
        year += begins <= published.month
    return season(name, year)


def season(name: str, year: int) -> str:
    """A season of a year."""
    return f"{year}-{'autumn' if name == 'fall' else name}"

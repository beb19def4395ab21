"""What checkers type, as values of the desk."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable


def written(moment: datetime) -> str:
    """A moment as a checker writes it, to the minute."""
    return moment.isoformat(" ", "minutes")[:16]


_FORMS: Final[tuple[tuple[str, Callable[[datetime], str]], ...]] = (
    ("%Y-%m-%d", lambda moment: moment.date().isoformat()),
    ("%Y-%m-%d %H:%M", written),
)


def parse_when(text: str) -> str:
    """Read when something was, by the checker's clock: a day, or one with hour and minute.

    Raises:
        UsageError: when it is neither.
    """
    words = " ".join(text.replace("T", " ").split())
    for form, write in _FORMS:
        try:
            return write(datetime.strptime(words, form))  # noqa: DTZ007  # by the clock on the wall
        except ValueError:
            continue
    raise UsageError(f"{text!r} is no day", "write it as 2026-03-12 or 2026-03-12 14:30")


def parse_day(text: str) -> date | None:
    """Read a day; None for an empty text.

    Raises:
        UsageError: when it is none.
    """
    return date.fromisoformat(parse_when(text)[:10]) if text.strip() else None

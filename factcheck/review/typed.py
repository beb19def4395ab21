"""What checkers type, as values of the desk."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.model import ClaimId, ClaimRecord


_RANGE: Final = re.compile(r"#?([0-9]{1,9})(?:\s*[-–]\s*#?([0-9]{1,9}))?")
"""One number, or the first and the last of some."""


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


def claims_named(text: str, claims: Sequence[ClaimRecord]) -> tuple[ClaimId, ...]:
    """The claims that a list of numbers names, such as ``3, 5-9``; ``all`` names all of them, an empty text none.

    Args:
        text: The list. A range passes over numbers that no claim has.
        claims: Those that may be meant.

    Raises:
        UsageError: when it is no such list, or names a claim that is not there.
    """
    if text.strip().casefold() == "all":
        return tuple(record.id for record in claims)
    found: dict[ClaimId, None] = {}
    for numbers in numbers_named(text):
        named = {record.id: None for record in claims if record.number in numbers}
        if not named:
            last = "" if len(numbers) == 1 else f"-{numbers.stop - 1}"
            raise UsageError(f"there is no claim #{numbers.start}{last} on the list", "write numbers such as 3, 5-9")
        found |= named
    return tuple(found)


def numbers_named(text: str) -> tuple[range, ...]:
    """The numbers that a list such as ``3, 5-9`` names.

    Raises:
        UsageError: when it is no such list.
    """
    return tuple(_numbers(part.strip()) for part in text.split(",") if part.strip())


def _numbers(part: str) -> range:
    read = _RANGE.fullmatch(part)
    if read is None:
        raise UsageError(f"{part!r} names no claims", "write numbers such as 3, 5-9")
    return range(int(read[1]), int(read[2] or read[1]) + 1)

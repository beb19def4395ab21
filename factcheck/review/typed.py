"""What checkers type, as values of the desk."""

from __future__ import annotations

import difflib
import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from factcheck.errors import UsageError
from factcheck.model import CLAIM_KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

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


def kinds_named(said: Iterable[str], own: Iterable[str]) -> tuple[str, ...]:
    """The kinds of a claim that somebody typed.

    Args:
        said: The words.
        own: Kinds that it has: they may stay, also where another version had a word more.

    Raises:
        UsageError: when one is none; the nearest is suggested.
    """
    known = list(dict.fromkeys((*CLAIM_KINDS, *own)))
    return tuple(dict.fromkeys(known_word("kind of claim", kind, known) for kind in said))


def known_word(what: str, said: str, known: Sequence[str]) -> str:
    """A word that is known, in whatever case.

    Raises:
        UsageError: when it is not; the nearest one is suggested.
    """
    word = " ".join(said.casefold().split())
    if word in known:
        return str(word)
    near = difflib.get_close_matches(word, known, n=1)
    todo = f"did you mean {near[0]}?" if near else f"it is one of {', '.join(known)}"
    raise UsageError(f"{said.strip()!r} is no {what}" if word else f"the {what} is empty", todo)


def _numbers(part: str) -> range:
    read = _RANGE.fullmatch(part)
    if read is None:
        raise UsageError(f"{part!r} names no claims", "write numbers such as 3, 5-9")
    return range(int(read[1]), int(read[2] or read[1]) + 1)

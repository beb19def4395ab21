"""What an article says of a person beside the name: titles, roles and ages, read off the words around each mention."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.extraction.cues import SAYING, TITLES
from factcheck.extraction.facts.ages import OLDEST
from factcheck.extraction.words import words as word_set

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Span

_BEFORE: Final = 60
_AFTER: Final = 140
"""Code points before and after a name that are looked at."""
_YEARS_BEFORE: Final = re.compile(r"\b(\d{1,3})-year-old (?:[\w’'-]+ ){0,3}$")
_YEARS_BEHIND: Final = re.compile(
    r"(?:(?:, (?:aged? |who is (?:now )?|who turned )?| aged? )(\d{1,3})(?: years old)?(?=[;)]|[,.](?!\d)|$)"
    r"| \((\d{1,3})\))"
)
"""A number without a comma before it is a score, and one that goes on behind a point or comma is no age."""
_ROLE: Final = re.compile(
    r"(?:,? (?:aged? )?\d{1,3}| \(\d{1,3}\))?, "
    r"(?P<role>(?:(?:an?|the|its|his|her|their|our|[A-Z][\w’'.-]*['’]s?) )?[^,.;:()\n“”\"]{3,90})(?=[,.;]|\n|$)"
)
_OPENS: Final = re.compile(r"(?:an?|the|its|his|her|their|our|[A-Z][\w’'.-]*['’]s?) ")
_NO_ROLE: Final = SAYING | word_set(
    "is was are were has had have will would can could did does do but who which that when while if not"
)
"""Words that a role does not hold, so that what is taken for one is a clause of its own."""


def profile(text: str, mentions: Iterable[Span]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...]]:
    """Titles, roles and ages of somebody, each once, in the order of the text.

    Args:
        text: The draft.
        mentions: Where the person is named.
    """
    titles: dict[str, None] = {}
    roles: dict[str, None] = {}
    ages: dict[int, None] = {}
    for span in mentions:
        before = text[max(0, span.start - _BEFORE) : span.start]
        behind = text[span.end : span.end + _AFTER]
        if title := _title(before):
            titles[title] = None
        if role := _role(behind):
            roles[role] = None
        years = _YEARS_BEFORE.search(before) or _YEARS_BEHIND.match(behind)
        if years is not None and int(years[years.lastindex or 1]) <= OLDEST:
            ages[int(years[years.lastindex or 1])] = None
    return tuple(titles), tuple(roles), tuple(ages)


def _title(before: str) -> str:
    """The titles right before a name, as they stand."""
    found: list[str] = []
    for word in reversed(before.rsplit("\n", 1)[-1].split(" ")[:-1]):
        if word.lower().rstrip(".") not in TITLES:
            break
        found.insert(0, word)
    return " ".join(found)


def _role(behind: str) -> str:
    """What stands between commas behind a name, where it says what somebody is."""
    match = _ROLE.match(behind)
    if match is None:
        return ""
    role = match["role"].strip()
    words = [word.lower().strip(".’'") for word in role.split()]
    if not words:
        return ""
    tells = _OPENS.match(role) is not None or words[0] in TITLES
    return role if tells and len(words) > 1 and not _NO_ROLE & set(words) else ""

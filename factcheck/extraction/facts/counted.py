"""What a number counts: the noun behind it, in the singular."""

from __future__ import annotations

import re
from typing import Final

from factcheck.extraction.facts.units import unit_named
from factcheck.normalise import STOP_WORDS

_FOLLOWING = re.compile(r"[ \t\n\xa0-]([^\W\d_]+(?:-[^\W\d_]+)*)")
_IRREGULAR: Final = {
    "people": "person", "children": "child", "schoolchildren": "schoolchild",
    "men": "man", "women": "woman", "lives": "life", "wives": "wife",
    "feet": "foot", "police": "police", "series": "series", "knives": "knife",
}  # fmt: skip
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


def unit_of(found: re.Match[str]) -> str | None:
    """The unit of measure that a pattern has in its group ``unit``; where there is none, what is counted behind it."""
    return unit_named(found["unit"]) if found["unit"] else counted(found.string, found.end())

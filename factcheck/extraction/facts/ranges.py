"""Two figures of one thing, *3 to 4 million people*: what stands behind the second holds for the first one, too."""

from __future__ import annotations

import re
from typing import Final

from factcheck.extraction.facts.patterns import GAP, HYPHEN, LOOSE, MAGNITUDE, PER_CENT
from factcheck.extraction.facts.units import UNIT
from factcheck.model import FactKind
from factcheck.normalise import CURRENCY, NUMBER, number

_SCALE = re.compile(rf"{MAGNITUDE}$", re.IGNORECASE)
_LEAST: Final = 0.01
_MOST: Final = 10
"""How many times the second figure the first one may be in its magnitude: *from 12 to 9 million* are both millions,
*from 500 to 2 million* are not."""

_SECOND = re.compile(
    rf"(?:{HYPHEN}?{GAP}|{HYPHEN})(?P<join>to|or|and|&){LOOSE}(?:{CURRENCY}{GAP}?)?(?P<second>{NUMBER}(?:{GAP}?[kmb]\b)?)"
    rf"(?:(?P<kind>{LOOSE}percentage{LOOSE}points?\b|{GAP}?%|{LOOSE}{PER_CENT}\b|{LOOSE}years?{LOOSE}olds?\b)"
    rf"|{LOOSE}?(?P<unit>{UNIT})(?!\w))?",
    re.IGNORECASE,
)
"""The second figure, from the end of the first one on."""
_BETWEEN = re.compile(rf"\bbetween{GAP}$", re.IGNORECASE)


def second_of(text: str, start: int, end: int) -> re.Match[str] | None:
    """The second figure of two, of which the first stands here; None where there is none."""
    found = _SECOND.match(text, end)
    if found is None or (found["join"].lower() in {"and", "&"} and not _BETWEEN.search(text, max(0, start - 9), start)):
        return None
    return found


def kind_of(second: re.Match[str]) -> FactKind | None:
    """What the first of two figures is where the words behind the second tell it: an age, a share in per cent."""
    kind = (second["kind"] or "").lower()
    return (FactKind.AGE if "old" in kind else FactKind.PERCENT) if kind else None


def amount_value(amount: str) -> int | float | None:
    """The value of an amount; ``m`` and ``b`` are magnitudes, as they are behind a currency sign."""
    return number(f"${amount}")


def first_value(first: str, second: str) -> int | float | None:
    """The value of the first of two figures, in the magnitude of the second where that is meant.

    Args:
        first: As it stands, without a currency sign.
        second: As it stands, without one.
    """
    value, other, scale = number(first), amount_value(second), _SCALE.search(second)
    if value is None or not other or scale is None or _SCALE.search(first):
        return value
    scaled = amount_value(first + scale[0])
    return scaled if scaled is not None and _LEAST <= scaled / other <= _MOST else value


def told(first: str, second: str) -> str:
    """A range as text, each of its ends a plain number: *10-15 million* is ``10000000-15000000``."""
    low, high = first_value(first, second), amount_value(second)
    return f"{first if low is None else low}-{second if high is None else high}"

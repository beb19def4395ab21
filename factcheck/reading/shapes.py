"""What a line is by its own shape alone, whatever stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from factcheck.model import Role
from factcheck.reading import stamps
from factcheck.reading.bylines import is_byline
from factcheck.reading.credits import picture_credit, staff_credit
from factcheck.reading.furniture import furniture

_MAX_WORDS: Final = 60
_MAX_LENGTH: Final = 500


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of line."""

    role: Role
    reason: str
    photo: bool = False
    """A credit that belongs to a picture, so that a caption is near."""


def fold(text: str) -> str:
    """Put a piece on one line with single spaces; of a very long one only the beginning, for no shape is that long."""
    return " ".join(text[:2000].split())


@lru_cache(maxsize=512)
def shape(line: str) -> Shape | None:
    """Tell what a folded line is by itself, or None where it may be part of the story."""
    words = line.count(" ") + 1
    if words > _MAX_WORDS or len(line) > _MAX_LENGTH:
        # Only the reporters of many bureaus make so long a line.
        return Shape(Role.CREDIT, reason) if (reason := staff_credit(line)) else None
    if stamps.is_stamp(line):
        return Shape(Role.DATELINE, "is a date or a time of day")
    if is_byline(line):
        return Shape(Role.BYLINE, "says by whom it is" if words > 1 else "is a byline without a name")
    if words <= 20 and (stamps.ends_in_stamp(line) or stamps.begins_as_stamp(line)):
        return Shape(Role.DATELINE, "says when the page was published")
    if reason := staff_credit(line):
        return Shape(Role.CREDIT, reason)
    if reason := picture_credit(line):
        return Shape(Role.CREDIT, reason, photo=True)
    if reason := furniture(line):
        return Shape(Role.FURNITURE, reason)
    return None


def stands_alone(line: str) -> bool:
    """Whether a line of a run is a block by itself, whatever stands above and below."""
    return shape(fold(line)) is not None

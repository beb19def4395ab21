"""Slugs: short names for articles that can be typed in a command."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Callable

_LENGTH: Final = 60
_WORD: Final = re.compile("[a-z0-9]+")


def slug(title: str, taken: Callable[[str], bool]) -> str:
    """Make a slug of a title.

    Args:
        title: Any text.
        taken: Says whether a slug is in use.

    Returns:
        ASCII words joined by hyphens, not all figures (that would be an id), cut at a word, numbered when taken.
    """
    words = _WORD.findall(fold(title).replace("'", ""))
    base = words[0][:_LENGTH] if words else "article"
    for word in words[1:]:
        if len(base) + 1 + len(word) > _LENGTH:
            break
        base = f"{base}-{word}"
    if base.isdigit():
        base = f"article-{base}"
    if not taken(base):
        return base
    # Thousands of articles may share a title: double the number until it is free, then close in on the first free one.
    low, high = 1, 2
    while taken(f"{base}-{high}"):
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if taken(f"{base}-{middle}") else (low, middle)
    return f"{base}-{high}"

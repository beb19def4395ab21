"""Raised figures: a power stays one, the mark of a footnote leaves the sentence, and neither runs into a figure.

Read as plain text *10⁶ tonnes* would be 106 of them, and *in 2019* with its first footnote the year 20191.
"""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 30
"""Code points of what is raised; what is longer is text that somebody set small."""

_NEAR: Final = 20
"""Code points before what is raised that tell what it is."""

_RAISED: Final = dict(zip("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ", strict=True))
"""Not all that can be raised has a character of its own."""
_ONE_MARK: Final = r"(?:\d{1,3}|[a-z]|[*†‡§¶#]+)"
_MARK: Final = re.compile(rf"[\[(]?{_ONE_MARK}(?:(?:\s?[,–-]\s?|\s){_ONE_MARK})*[\])]?")
"""What a footnote is marked with."""
_BRACKETED: Final = re.compile(r"(?:\[[^\[\]]+\])+")
_FIGURES: Final = re.compile(r"[+−-]?\d+(?:\.\d+)?|n")
_MARKS: Final = re.compile(r"\d{1,3}(?:\s?[,–]\s?\d{1,3})+")
_LETTER: Final = re.compile("[a-rt-z]")
"""Not *s*, as in *the 1960s* with a small letter."""

_BASE: Final = re.compile(r"(?<![\d.,$£€¥])\d{1,2}\Z")
"""What is raised to a power: no year, no amount of money, nothing that is exact to a digit."""
_UNIT: Final = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]{1,2}|met(?:er|re)s?|feet|foot|inch(?:es)?|yards?|miles?)\Z")
"""A unit, or a letter that stands for a number."""
_TOLD: Final = re.compile(r"[^\W\d_]{3}\Z|\d{4}\Z|[.,;:!?%”\"’]\Z")
"""Behind a word, a year or a stop no letter is raised but for a mark."""


def settled(raised: str, before: str, after: str = "", *, is_note: bool = False) -> str:
    """What stands in the text for something that is raised.

    Args:
        raised: The words or figures.
        before: The end of what stands before them.
        after: The beginning of what stands behind them.
        is_note: Whether the file says that it leads to a note.
    """
    own, before = raised.strip(), before[-_NEAR:].rstrip()
    if (is_note and _MARK.fullmatch(own)) or (_BRACKETED.fullmatch(own) and (is_note or _MARK.fullmatch(own))):
        return ""
    if after.startswith(("/", "⁄")) and own.isdigit():
        return f" {own}" if before[-1:].isdigit() else own  # the top of a fraction
    if _FIGURES.fullmatch(own):
        signed = not own.isdigit()
        power = own != "1" and (before.endswith(")") or _BASE.search(before) or _UNIT.search(before))
        return _high(own) if not before or signed or power else ""
    if before and (_MARKS.fullmatch(own) or (_LETTER.fullmatch(own) and _TOLD.search(before))):
        return ""
    return raised


def _high(text: str) -> str:
    if all(character in _RAISED for character in text):
        return "".join(_RAISED[character] for character in text)
    return f"^{text}"

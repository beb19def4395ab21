"""Pieces that the patterns of several kinds of facts are put together from.

Gaps are one character wide, never a blank line, and no piece repeats without a bound: each pattern runs in linear time
on whatever it is given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.normalise import NUMBER_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

GAP: Final = "[ \t\n\xa0\u202f]"
"""What may stand between two words of one fact."""

HYPHEN: Final = "[-‐‑]"
DASH: Final = "[-‐‑‒–—−]"
"""A hyphen, or a dash as it stands between the ends of a range."""

LOOSE: Final = f"(?:{GAP}|{HYPHEN})"
"""A gap or a hyphen: ``8-year-old`` and ``8 year old``."""

FACT: Final = "fact"
"""The group of a pattern that is the fact, where the pattern looks at more than that."""


DIGITS: Final = frozenset("0123456789")

NUMERALS: Final = DIGITS | NUMBER_WORDS
"""Without one of these there is no number."""

FOUR_DIGITS: Final = frozenset({"####"})
"""Without this there is no year in figures."""

_SIGNALS = re.compile(r"[a-z]+|[0-9]+|[^\sa-z0-9]")


def signals(text: str) -> frozenset[str]:
    """What patterns may wait for: a text's words in lower case, its signs, its digits, and whether four stand together.

    A claim has few of the words without which some sixty patterns find nothing: to know that saves most of their time.
    """
    found = set(_SIGNALS.findall(text.lower()))
    for run in [run for run in found if run.isdigit()]:
        found.add(run[0])
        if len(run) == 4:
            found.add("####")
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with what it waits for."""

    needs: frozenset[str]
    """Signals without one of which it finds nothing."""
    pattern: re.Pattern[str]

    def finditer(self, text: str, start: int, end: int, seen: frozenset[str]) -> Iterator[re.Match[str]]:
        """Look for the pattern, unless the signals say that it is in vain."""
        return iter(()) if self.needs.isdisjoint(seen) else self.pattern.finditer(text, start, end)


def rule(needs: Iterable[str], pattern: str, flags: int = re.IGNORECASE) -> Rule:
    """A pattern with what it waits for."""
    return Rule(frozenset(needs), re.compile(pattern, flags))


def words(options: str) -> str:
    """A group that matches any of the options, given with ``|`` between them; a space in one is a gap in the text."""
    return f"(?:{options.replace(' ', GAP)})"


def span(found: re.Match[str]) -> tuple[int, int]:
    """Where the fact stands that a pattern found."""
    return found.span(FACT) if FACT in found.re.groupindex else found.span()


def group(found: re.Match[str], name: str) -> str:
    """A group's text in lower case, empty where the pattern has no such group or the group matched nothing."""
    return (found[name] or "").lower() if name in found.re.groupindex else ""


def is_list_mark(text: str, start: int, end: int) -> bool:
    """Whether a number only counts the items of a list: *1) …*, or *1. …* at the beginning of a line."""
    if text[end : end + 2] == ") ":
        line = text[max(text.rfind("\n", 0, start) + 1, start - 200) : start]
        return line.count("(") <= line.count(")") and (not line or line[-1].isspace())
    return text[end : end + 2] == ". " and (start == 0 or text[start - 1] == "\n")

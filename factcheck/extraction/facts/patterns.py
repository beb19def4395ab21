"""Pieces that the patterns of several kinds of facts are put together from.

Gaps are one character wide, never a blank line, and no piece repeats without a bound: each pattern runs in linear time
on whatever it is given.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar

from factcheck.normalise import HIGH, NUMBER_BEGINNING, NUMBER_WORDS, number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factcheck.model import Fact

T = TypeVar("T")

GAP: Final = "[ \t\n\xa0\u202f]"
"""What may stand between two words of one fact."""

HYPHEN: Final = "[-‐‑]"
DASH: Final = "[-‐‑‒–—−]"
"""A hyphen, or a dash as it stands between the ends of a range."""

LOOSE: Final = f"(?:{GAP}|{HYPHEN})"
"""A gap or a hyphen: ``8-year-old`` and ``8 year old``."""

PER_CENT: Final = f"(?:per{LOOSE}?cent|pct)"

END: Final = rf"(?![^\W{HIGH}])"
"""The end of a word, which the mark of a footnote is no part of."""
FIGURES: Final = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,2}(?:,[0-9]{2}){1,6},[0-9]{3}(?![0-9])|[0-9]+)(?:\.[0-9]+)?(?![0-9])"
)
"""A number in figures; 1,25,000 is how India writes it."""
MAGNITUDE: Final = (
    rf"(?:{LOOSE}?(?:thousand|million|billion|trillion|(?:lakh{LOOSE})?crores?|lakhs?){END}"
    rf"|{GAP}?(?:bn|mn|tn|cr|[kmb]){END})"
)
"""What stands behind figures, in words or letters: 3 million, $3m."""

FACT: Final = "fact"
"""The group of a pattern that is the fact, where the pattern looks at more than that."""


DIGITS: Final = frozenset({"0"})
"""Without this there is no figure: it stands for any digit."""

NUMERALS: Final = DIGITS | NUMBER_WORDS
"""Without one of these there is no number."""

DASHES: Final = frozenset(DASH[1:-1])
"""Without one of these there is no range."""

HYPHENS: Final = frozenset(HYPHEN[1:-1])
"""Without one of these nothing is hyphenated."""

FOUR_DIGITS: Final = frozenset({"####"})
"""Without this there is no year in figures."""

_MOST_HEARD: Final = 5_000
"""Sets of signals for which is remembered what waits for them: some 5 MB."""

_SIGNALS = re.compile(r"[a-z]+|[0-9]+|[^\sa-z0-9]")
_BEGINNING = re.compile(NUMBER_BEGINNING, re.IGNORECASE)


class Signals(NamedTuple):
    """What patterns may wait for in a text."""

    seen: frozenset[str]
    """Its words in lower case, its signs, whether it has digits, and whether four stand together."""
    numbers: tuple[int, ...]
    """Where numbers may begin."""


def signals(text: str, start: int, end: int) -> Signals:
    """What patterns may wait for in a stretch of a text.

    A claim has few of the words without which some sixty patterns find nothing: to know that saves most of their time.
    """
    found = set(_SIGNALS.findall(text[start:end].lower()))
    figures = list(filter(str.isdigit, found))
    if figures:
        found |= DIGITS
        if 4 in map(len, figures):
            found |= FOUR_DIGITS
    numbers = () if NUMERALS.isdisjoint(found) else tuple(at.start() for at in _BEGINNING.finditer(text, start, end))
    return Signals(frozenset(found), numbers)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with what it waits for."""

    needs: frozenset[str]
    """Signals without one of which it finds nothing."""
    also: frozenset[str]
    """Further signals without one of which it finds nothing; none when the first ones are enough."""
    pattern: re.Pattern[str]
    hint: re.Pattern[str] | None
    """What stands in all that it finds, and is looked for faster; None where nothing is."""
    at_numbers: bool
    """Whether it begins with a number, and so is looked for only where one may stand."""

    def finditer(self, text: str, start: int, end: int, numbers: Iterable[int]) -> Iterable[re.Match[str]]:
        """Look for the pattern in a stretch of a text in which numbers may begin at some places."""
        if self.hint is not None and self.hint.search(text, start, end) is None:
            return ()
        return self._at(numbers, text, start, end) if self.at_numbers else self.pattern.finditer(text, start, end)

    def _at(self, places: Iterable[int], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        for place in places:
            found = self.pattern.match(text, place, end) if place >= start else None
            if found:
                yield found
                start = found.end()


def rule(
    needs: Iterable[str],
    pattern: str,
    flags: int = re.IGNORECASE,
    *,
    also: Iterable[str] = (),
    hint: str | None = None,
    at_numbers: bool = False,
) -> Rule:
    """A pattern with what it waits for; its hint, too, is in either case where it is."""
    faster = None if hint is None else re.compile(hint, flags)
    return Rule(frozenset(needs), frozenset(also), re.compile(pattern, flags), faster, at_numbers)


class Reader(NamedTuple):
    """A pattern, and how what it finds becomes a fact."""

    rule: Rule
    read: Callable[[re.Match[str]], Fact | None]
    """Gives None for what looks like such a fact and is none."""


class Rules(Generic[T]):
    """Many patterns, of which a claim has the signals of a few: only these are looked at.

    Args:
        rows: The patterns in order, each with what is made of what it finds.
    """

    def __init__(self, rows: Iterable[tuple[Rule, T]]) -> None:
        self._rows = tuple(rows)
        self._signals = frozenset[str]().union(*(rule.needs | rule.also for rule, _ in self._rows))
        self._waiting: dict[str, list[int]] = defaultdict(list)
        for place, (rule, _) in enumerate(self._rows):
            for signal in rule.needs:
                self._waiting[signal].append(place)
        self._heard: dict[frozenset[str], tuple[tuple[Rule, T], ...]] = {}

    def finditer(self, text: str, start: int, end: int, signals: Signals) -> Iterator[tuple[re.Match[str], T]]:
        """Look for all patterns, one after the other; gives what is found with what is made of it."""
        for rule, what in self._waiting_for(self._signals & signals.seen):
            for found in rule.finditer(text, start, end, signals.numbers):
                yield found, what

    def _waiting_for(self, seen: frozenset[str]) -> tuple[tuple[Rule, T], ...]:
        """The patterns that some signals are enough for; claims have the same few of these again and again."""
        heard = self._heard.get(seen)
        if heard is None:
            if len(self._heard) >= _MOST_HEARD:
                self._heard.clear()
            needed = (self._waiting[signal] for signal in self._waiting.keys() & seen)
            rows = [self._rows[place] for place in sorted(set().union(*needed))]
            heard = tuple(row for row in rows if not row[0].also or not row[0].also.isdisjoint(seen))
            self._heard[seen] = heard
        return heard


def words(options: str) -> str:
    """A group that matches any of the options, given with ``|`` between them; a space in one is a gap in the text."""
    return f"(?:{options.replace(' ', GAP)})"


SCALE: Final = words("dozen|hundred|thousand|lakh|million|crore|billion|trillion")
"""What words for numbers are counted in."""


STREET: Final = "Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Terrace|Crescent"
"""What the name of a street ends with, that hardly any other name does."""

PART_OF_DAY: Final = words("morning|afternoon|evening|night|lunchtime")

TENS: Final = frozenset(("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"))
"""The decades of a life or a century in words."""


def tens(decade: str) -> int:
    """The number that one of ``TENS`` begins with, in whatever case: 20, 30."""
    return int(number(decade.lower().removesuffix("ies") + "y") or 0)


def longest(names: Iterable[str]) -> str:
    """A group that matches the longest of many names, a space in one being a gap in the text.

    They are sorted by their first letters, since ``re`` tries one alternative after the other.
    """
    ordered = sorted(names, key=lambda name: (name[0], -len(name), name))
    by_first = [(first, list(own)) for first, own in groupby(ordered, key=itemgetter(0))]
    options = (f"{re.escape(first)}(?:{'|'.join(re.escape(name[1:]) for name in own)})" for first, own in by_first)
    return words("|".join(options).replace("\\ ", " "))


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

"""Parts and their whole, told in one place, that do not go together: sums, shares, fractions, conversions."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from factcheck.consistency.story import Doubt, both, clash, number_of
from factcheck.model import FactKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.consistency.story import Story
    from factcheck.model import Fact


_TOTAL: Final = re.compile(r"^[\w ]{0,20}\b(?:in all|in total|altogether|all told|combined)\b|^ in all\b")

_PART: Final = re.compile(r"\b(?:including|among (?:them|those)|of (?:which|whom|them|those))\s+$")
"""What makes a number one of the parts, whatever stands behind it."""


def sums(story: Story) -> Iterator[Doubt]:
    """Parts that are named one after the other, and the total that follows: "40 men and 31 women, 81 in all"."""
    for sentence in story.sentences:
        figures = [(fact, value) for fact, value in story.figures(sentence) if fact.kind is not FactKind.PERCENT]
        for index, (total, said) in enumerate(figures):
            if index < 2 or not _TOTAL.match(story.text[total.end : total.end + 35]):
                continue
            if _PART.search(story.text[max(0, total.start - 20) : total.start]):
                continue
            parts = figures[:index]
            joined = story.text[parts[-2][0].end : parts[-1][0].start]
            if not re.fullmatch(r"[\w -]{1,30} and (?:another )?", joined):
                continue
            possible = {sum(value for _, value in parts[first:]) for first in range(len(parts) - 1)}
            if not any(abs(said - right) < 0.5 for right in possible):
                (one, first), (two, second) = parts[-2:]
                yield clash(
                    f"{one.text} and {two.text} make {first + second:,g}, not “{total.text}”",
                    one,
                    two,
                    total,
                )


_OF_WHICH: Final = re.compile(r"[\w ]{0,20}, of (?:which|whom) [\w ]{0,30}")


def portions(story: Story) -> Iterator[Doubt]:
    """Parts of a whole that are more than the whole: "$48,000, of which the city pays $30,000 and donors $20,000"."""
    for sentence in story.sentences:
        figures = story.figures(sentence)
        for index, (whole, most) in enumerate(figures[:-2]):
            parts = [pair for pair in figures[index + 1 : index + 3] if pair[0].kind is whole.kind]
            if whole.kind is FactKind.PERCENT or len(parts) < 2:
                continue
            (one, first), (two, second) = parts
            if not _OF_WHICH.fullmatch(story.text[whole.end : one.start]) or first + second <= most:
                continue
            if re.fullmatch(r"[\w ]{0,20} and [\w ]{0,30}", story.text[one.end : two.start]):
                yield clash(
                    f"{one.text} and {two.text} are more than the whole, “{whole.text}”",
                    whole,
                    one,
                    two,
                )


_MAJORITY: Final = re.compile(r"(?i)\b(majority|minority) (?:share|stake|owner|shareholder|holding)\b|\bmajority\b")


def majorities(story: Story) -> Iterator[Doubt]:
    """A share of a company below a half that is called a majority, or one above it that is called a minority."""
    for sentence in story.sentences:
        shares = [fact for fact in story.facts_in(sentence) if fact.kind is FactKind.PERCENT]
        found = _MAJORITY.search(story.text, sentence.start, sentence.end)
        if len(shares) != 1 or found is None or not found[1]:
            continue
        value = number_of(shares[0])
        if value is None or not re.match(r" (?:share|stake|holding|interest)\b", story.text[shares[0].end :][:12]):
            continue
        word = found[1].lower()
        if (value < 50) if word == "majority" else (value > 50):
            spans = both(Span(shares[0].start, shares[0].end), Span(*found.span()))
            yield Doubt(f"{shares[0].text} are no {word}", spans)


_MOST_SHARES: Final = 8
_REST: Final = re.compile(r"\b(?:the|and) (?:other|remaining|rest)[\w ]{0,10}$|\bremaining $")


def remainders(story: Story) -> Iterator[Doubt]:
    """Shares of which the last is called the rest: together they are a hundred."""
    shares: list[Fact] = []
    last = -1
    for sentence in story.sentences:
        if sentence.block != last:
            shares, last = [], sentence.block
        for fact in story.facts_in(sentence):
            if fact.kind is not FactKind.PERCENT or fact.unit != "percent" or number_of(fact) is None:
                continue
            shares = [*shares[-_MOST_SHARES:], fact]
            if not _REST.search(story.text[max(0, fact.start - 25) : fact.start]) or len(shares) < 2:
                continue
            values = [number_of(share) or 0.0 for share in shares]
            if not any(abs(sum(values[first:]) - 100) <= 1.5 for first in range(len(values) - 1)):
                near = shares[-3:]
                told = " and ".join(share.text for share in near)
                total = sum(number_of(share) or 0.0 for share in near)
                yield clash(f"{told} make {total:g} per cent, not 100", *near)


_METRIC: Final = {
    "mile": ("m", 1609.344), "kilometer": ("m", 1000.0), "meter": ("m", 1.0), "centimeter": ("m", 0.01),
    "millimeter": ("m", 0.001), "foot": ("m", 0.3048), "inch": ("m", 0.0254), "yard": ("m", 0.9144),
    "gram": ("g", 1.0), "kilogram": ("g", 1000.0), "pound": ("g", 453.592), "ounce": ("g", 28.3495),
    "acre": ("m2", 4046.86), "hectare": ("m2", 10000.0), "square mile": ("m2", 2.59e6),
    "square kilometer": ("m2", 1e6), "square foot": ("m2", 0.092903), "square meter": ("m2", 1.0),
    "mph": ("m/s", 0.44704), "kph": ("m/s", 0.277778), "knot": ("m/s", 0.514444),
    "liter": ("l", 1.0), "gallon": ("l", 3.78541),
}  # fmt: skip
_CONVERTED: Final = 0.12
"""Relative; conversions in a story are rounded, and a gallon or a ton is not the same everywhere."""


def conversions(story: Story) -> Iterator[Doubt]:
    """A measure and, in brackets after it, the same in other units."""
    for sentence in story.sentences:
        figures = story.figures(sentence)
        for (one, first), (two, second) in pairwise(figures):
            if story.text[one.end : two.start] not in {" (", "\u00a0("} or one.unit == two.unit:
                continue
            here, there = _METRIC.get(one.unit or ""), _METRIC.get(two.unit or "")
            if here is None or there is None or here[0] != there[0] or not first or not second:
                continue
            ratio = (first * here[1]) / (second * there[1])
            if not 1 - 2 * _CONVERTED < ratio < 1 + 2 * _CONVERTED:
                right = first * here[1] / there[1]
                yield clash(f"{one.text} are {right:.3g} {two.unit}s, not “{two.text}”", one, two)


_LINK: Final = re.compile(r"[\w ]{0,30}(?:, or | \(|, that is )(?:about |some |nearly |around |almost )?")


def fractions(story: Story) -> Iterator[Doubt]:
    """A fraction and, right after it, the same in per cent."""
    for sentence in story.sentences:
        figures = story.figures(sentence)
        for (part, value), (share, said) in pairwise(figures):
            if not 0 < value < 1 or part.kind is not FactKind.NUMBER or share.kind is not FactKind.PERCENT:
                continue
            if _LINK.fullmatch(story.text[part.end : share.start]) and abs(said - value * 100) > 4:
                yield clash(f"“{part.text}” are {value * 100:.3g} per cent, not “{share.text}”", part, share)

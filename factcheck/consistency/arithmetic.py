"""Sums, shares and changes that do not work out, told in one place so that no guess is needed what belongs together."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from factcheck.consistency.story import both
from factcheck.model import FactKind, Finding, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.consistency.story import Sentence, Story
    from factcheck.model import Fact

_TOLERANCE: Final = 0.06
"""Relative; figures in a story are rounded."""
_COUNTED: Final = frozenset({FactKind.NUMBER, FactKind.MONEY, FactKind.PERCENT})


def _number(fact: Fact) -> float | None:
    return fact.value if isinstance(fact.value, int | float) and fact.unit != "ordinal" else None


def _figures(story: Story, sentence: Sentence) -> list[tuple[Fact, float]]:
    found = ((fact, _number(fact)) for fact in story.facts_in(sentence) if fact.kind in _COUNTED)
    return [(fact, value) for fact, value in found if value is not None]


def _finding(kind: str, message: str, *facts: Fact) -> Finding:
    spans = sorted(Span(fact.start, fact.end) for fact in facts)
    return Finding(kind, message, Severity.HIGH, tuple(spans))


def _differs(said: float, right: float, *, least: float = 0.0) -> bool:
    return abs(said - right) > max(least, _TOLERANCE * abs(right))


def changes(story: Story) -> Iterator[Finding]:
    """From A to B, and by how much in per cent: the three have to go together."""
    for sentence in story.sentences:
        figures = _figures(story, sentence)
        shares = [(fact, value) for fact, value in figures if fact.kind is FactKind.PERCENT]
        for (low, start), (high, stop) in pairwise(figures):
            if not _from_to(story, low, high) or start <= 0:
                continue
            for share, said in shares:
                if share in (low, high) or not _beside(story, low, high, share):
                    continue
                right = abs(stop - start) / start * 100
                if low.kind is FactKind.PERCENT:
                    if share.unit == "percent" and said == round(abs(stop - start), 2) and _differs(said, right):
                        yield _finding(
                            "percent",
                            f"From {low.text} to {high.text} are {said:g} percentage points, or {right:.3g} per cent, "
                            f"not “{share.text}”",
                            low, high, share,
                        )  # fmt: skip
                elif _differs(said, right, least=0.6):
                    yield _finding(
                        "percent",
                        f"From {low.text} to {high.text} are {right:.3g} per cent, not “{share.text}”",
                        low, high, share,
                    )  # fmt: skip


def _from_to(story: Story, low: Fact, high: Fact) -> bool:
    """Whether two facts of one kind stand in "from A to B"."""
    if low.kind is not high.kind or (low.unit != high.unit and low.unit is not None):
        return False
    before = story.text[max(0, low.start - 12) : low.start].lower()
    between = story.text[low.end : high.start]
    return re.search(r"\bfrom (?:about |some |around |nearly |just )?$", before) is not None and (
        re.fullmatch(r"[\w ]{0,25}? to (?:about |some |around |nearly |just )?", between) is not None
    )


def _beside(story: Story, low: Fact, high: Fact, share: Fact) -> bool:
    """Whether a share tells the change: "rose 5 percent from A to B", "from A to B, a rise of 5 percent"."""
    if share.end <= low.start:
        between = story.text[share.end : low.start]
        return re.fullmatch(r",? (?:[\w]+ ){0,2}from (?:about |some |around |nearly |just )?", between) is not None
    between = story.text[high.end : share.start].lower()
    linked = re.fullmatch(
        r"[\w ]{0,20}(?:, | \(| - | – |—)(?:up|down|or|by|an?)? ?"
        r"(?:(?:rise|loss|gain|drop|fall|increase|decrease|decline|jump|growth|cut|reduction) of )?"
        r"(?:about |some |around |nearly |just |more than |over |almost )?",
        between,
    )
    return linked is not None


_TOTAL: Final = re.compile(r"^[\w ]{0,20}\b(?:in all|in total|altogether|all told|combined)\b|^ in all\b")


def sums(story: Story) -> Iterator[Finding]:
    """Parts that are named one after the other, and the total that follows: "40 men and 31 women, 81 in all"."""
    for sentence in story.sentences:
        figures = [(fact, value) for fact, value in _figures(story, sentence) if fact.kind is not FactKind.PERCENT]
        for index, (total, said) in enumerate(figures):
            if index < 2 or not _TOTAL.match(story.text[total.end : total.end + 35]):
                continue
            parts = figures[:index]
            joined = story.text[parts[-2][0].end : parts[-1][0].start]
            if not re.fullmatch(r"[\w -]{1,30} and (?:another )?", joined):
                continue
            possible = {sum(value for _, value in parts[first:]) for first in range(len(parts) - 1)}
            if not any(abs(said - right) < 0.5 for right in possible):
                (one, first), (two, second) = parts[-2:]
                yield _finding(
                    "sum",
                    f"{one.text} and {two.text} make {first + second:,g}, not “{total.text}”",
                    one, two, total,
                )  # fmt: skip


_REST: Final = re.compile(r"\b(?:the|and) (?:other|remaining|rest)[\w ]{0,10}$|\bremaining $")


def remainders(story: Story) -> Iterator[Finding]:
    """Shares of which the last is called the rest: together they are a hundred."""
    shares: list[Fact] = []
    last = -1
    for sentence in story.sentences:
        if sentence.block != last:
            shares, last = [], sentence.block
        for fact in story.facts_in(sentence):
            if fact.kind is not FactKind.PERCENT or fact.unit != "percent" or _number(fact) is None:
                continue
            shares.append(fact)
            if not _REST.search(story.text[max(0, fact.start - 25) : fact.start]) or len(shares) < 2:
                continue
            values = [_number(share) or 0.0 for share in shares]
            if not any(abs(sum(values[first:]) - 100) <= 1.5 for first in range(len(values) - 1)):
                near = shares[-3:]
                told = " and ".join(share.text for share in near)
                total = sum(_number(share) or 0.0 for share in near)
                yield _finding("sum", f"{told} make {total:g} per cent, not 100", *near)


_TIMES: Final = re.compile(r"(?i)(?:,| or| -| –|—)? ?(?:some |about |nearly |almost )?$")
_MULTIPLES: Final = {"twice": 2.0, "double": 2.0, "triple": 3.0}
_AS_MUCH: Final = re.compile(
    r" (?:times )?(?:as (?:much|many|large|high|big|long|fast|far)|the (?:size|number|amount))\b"
)


def multiples(story: Story) -> Iterator[Finding]:
    """A figure and how many times another one it is: "4 per cent … 40 per cent, four times as much"."""
    for sentence in story.sentences:
        figures = _figures(story, sentence)
        for index, (fact, said) in enumerate(figures):
            if fact.unit != "time" or index < 2 or not _AS_MUCH.match(story.text[fact.end : fact.end + 30]):
                continue
            (low, start), (high, stop) = figures[index - 2 : index]
            joined = story.text[high.end : fact.start]
            if (low.kind, low.unit) != (high.kind, high.unit) or not re.fullmatch(r"(?:,| or)? (?:or )?", joined):
                continue
            if min(start, stop) > 0 and _differs(said, max(start, stop) / min(start, stop), least=0.5):
                ratio = max(start, stop) / min(start, stop)
                yield _finding(
                    "arithmetic",
                    f"From {low.text} to {high.text} it is {ratio:.3g} times, not “{fact.text}”",
                    low, high, fact,
                )  # fmt: skip
        yield from _verbs(story, figures)


_CHANGE_VERB: Final = re.compile(r"\b(doubled|tripled|trebled|quadrupled|halved)\b[\w ]{0,30}\bfrom $")
_FACTORS: Final = {"doubled": 2.0, "tripled": 3.0, "trebled": 3.0, "quadrupled": 4.0, "halved": 0.5}


def _verbs(story: Story, figures: list[tuple[Fact, float]]) -> Iterator[Finding]:
    for (low, start), (high, stop) in pairwise(figures):
        found = _CHANGE_VERB.search(story.text[max(0, low.start - 50) : low.start])
        if found is None or not _from_to(story, low, high) or start <= 0:
            continue
        ratio = stop / start
        factor = _FACTORS[found[1]]
        more = re.search(r"\bmore than $", story.text[max(0, low.start - 80) : low.start - 50 + found.start()])
        if abs(ratio - factor) > 0.25 * factor and not (more and (ratio > factor if factor > 1 else ratio < factor)):
            yield _finding(
                "arithmetic", f"From {low.text} to {high.text} is {ratio:.3g} times: not “{found[1]}”", low, high
            )


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


def conversions(story: Story) -> Iterator[Finding]:
    """A measure and, in brackets after it, the same in other units."""
    for sentence in story.sentences:
        figures = _figures(story, sentence)
        for (one, first), (two, second) in pairwise(figures):
            if story.text[one.end : two.start] not in {" (", "\u00a0("} or one.unit == two.unit:
                continue
            here, there = _METRIC.get(one.unit or ""), _METRIC.get(two.unit or "")
            if here is None or there is None or here[0] != there[0] or not first or not second:
                continue
            ratio = (first * here[1]) / (second * there[1])
            if not 1 - 2 * _CONVERTED < ratio < 1 + 2 * _CONVERTED:
                right = first * here[1] / there[1]
                yield _finding("conversion", f"{one.text} are {right:.3g} {two.unit}s, not “{two.text}”", one, two)


_LINK: Final = re.compile(r"[\w ]{0,30}(?:, or | \(|, that is )(?:about |some |nearly |around |almost )?")


def fractions(story: Story) -> Iterator[Finding]:
    """A fraction and, right after it, the same in per cent."""
    for sentence in story.sentences:
        figures = _figures(story, sentence)
        for (part, value), (share, said) in pairwise(figures):
            if not 0 < value < 1 or part.kind is not FactKind.NUMBER or share.kind is not FactKind.PERCENT:
                continue
            if _LINK.fullmatch(story.text[part.end : share.start]) and abs(said - value * 100) > 4:
                yield _finding(
                    "percent", f"“{part.text}” are {value * 100:.3g} per cent, not “{share.text}”", part, share
                )


def elapsed(story: Story) -> Iterator[Finding]:
    """Two dates and the years between them: "in 1954, 35 years later"."""
    by_block: list[Fact] = []
    for fact in story.facts:
        if fact.kind is not FactKind.DATE:
            continue
        found = re.fullmatch(r"(?i)([\w-]+) years (?:later|earlier|before|after)", fact.text)
        years = [date for date in by_block if fact.start - date.end < 400]
        if found is None or not years or story.text[years[-1].end : fact.start].strip(" ,–—(") != "":
            if isinstance(fact.value, str) and fact.value[:4].isdigit() and fact.value[4:5] in {"", "-"}:
                by_block.append(fact)
            continue
        here = int(str(years[-1].value)[:4])
        gaps = {abs(here - int(str(date.value)[:4])) for date in years[:-1]}
        said = next((n for n in (_years(found[1]),) if n is not None), None)
        if said is None or not gaps or any(abs(said - gap) <= 1 for gap in gaps):
            continue
        near = years[-2]
        yield Finding(
            "arithmetic",
            f"From {near.text} to {years[-1].text} are {abs(here - int(str(near.value)[:4]))} years, not “{fact.text}”",
            Severity.HIGH,
            both(Span(near.start, near.end), Span(years[-1].start, fact.end)),
        )


def _years(words: str) -> int | None:
    from factcheck.normalise import number

    value = number(words)
    return int(value) if value is not None else None

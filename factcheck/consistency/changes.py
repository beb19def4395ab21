"""Changes that do not work out: from A to B and by how much, how many times, how many years."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from factcheck.consistency.story import TOLERANCE, Doubt, both, clash
from factcheck.model import FactKind, Span
from factcheck.normalise import number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.consistency.story import Figure, Story
    from factcheck.model import Fact

_ABOUT: Final = "(?:about |some |around |nearly |just )?"
"""What may stand before a figure that is told in round."""
_FROM: Final = re.compile(rf"\bfrom {_ABOUT}$")
_TO: Final = re.compile(rf"[\w ]{{0,25}}? to {_ABOUT}")
_CHANGED_FROM: Final = re.compile(rf",? (?:[\w]+ ){{0,2}}from {_ABOUT}")
"""What stands between a change and what it began with: *rose 5 percent in May from 40*."""
_CHANGED_BY: Final = re.compile(
    r"[\w ]{0,20}(?:, | \(| - | – |—)(?:up|down|or|by|an?)? ?"
    r"(?:(?:rise|loss|gain|drop|fall|increase|decrease|decline|jump|growth|cut|reduction) of )?"
    r"(?:about |some |around |nearly |just |more than |over |almost )?"
)
"""What stands between what it ended with and the change: *to 42, a rise of about 5 percent*."""


def _differs(said: float, right: float, *, least: float = 0.0) -> bool:
    return abs(said - right) > max(least, TOLERANCE * abs(right))


def changes(story: Story) -> Iterator[Doubt]:
    """From A to B, and by how much in per cent: the three have to go together."""
    for sentence in story.sentences:
        figures = story.figures(sentence)
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
                        told = f"From {low.text} to {high.text} are {said:g} percentage points, or {right:.3g} per cent"
                        yield clash(f"{told}, not “{share.text}”", low, high, share)
                elif _differs(said, right, least=0.6):
                    yield clash(
                        f"From {low.text} to {high.text} are {right:.3g} per cent, not “{share.text}”",
                        low,
                        high,
                        share,
                    )


def _from_to(story: Story, low: Fact, high: Fact) -> bool:
    """Whether two facts of one kind stand in "from A to B"."""
    if low.kind is not high.kind or (low.unit != high.unit and low.unit is not None):
        return False
    before = story.text[max(0, low.start - 12) : low.start].lower()
    between = story.text[low.end : high.start]
    return _FROM.search(before) is not None and _TO.fullmatch(between) is not None


def _beside(story: Story, low: Fact, high: Fact, share: Fact) -> bool:
    """Whether a share tells the change: "rose 5 percent from A to B", "from A to B, a rise of 5 percent"."""
    if share.end <= low.start:
        return _CHANGED_FROM.fullmatch(story.text, share.end, low.start) is not None
    return _CHANGED_BY.fullmatch(story.text[high.end : share.start].lower()) is not None


_AS_MUCH: Final = re.compile(
    r" (?:times )?(?:as (?:much|many|large|high|big|long|fast|far)|the (?:size|number|amount))\b"
)


def multiples(story: Story) -> Iterator[Doubt]:
    """A figure and how many times another one it is: "4 per cent … 40 per cent, four times as much"."""
    figures: list[Figure] = []
    last = -1
    for sentence in story.sentences:
        # The first of the two figures often stands in the sentence before.
        before = figures[-2:] if sentence.block == last else []
        figures, last = list(story.figures(sentence)), sentence.block
        yield from _verbs(story, figures)
        figures = before + figures
        for index, (fact, said) in enumerate(figures):
            if (
                index < len(before)
                or fact.unit != "time"
                or index < 2
                or not _AS_MUCH.match(story.text[fact.end : fact.end + 30])
            ):
                continue
            (low, start), (high, stop) = figures[index - 2 : index]
            joined = story.text[high.end : fact.start]
            if (low.kind, low.unit) != (high.kind, high.unit) or not re.fullmatch(r"(?:,| or)? (?:or )?", joined):
                continue
            if min(start, stop) > 0 and _differs(said, max(start, stop) / min(start, stop), least=0.5):
                ratio = max(start, stop) / min(start, stop)
                yield clash(
                    f"From {low.text} to {high.text} it is {ratio:.3g} times, not “{fact.text} times”",
                    low,
                    high,
                    fact,
                )


_ROUGHLY: Final = 0.25
"""Share by which what is said to have doubled may miss it."""
_CHANGE_VERB: Final = re.compile(
    rf"\b(more than )?(doubled|tripled|trebled|quadrupled|halved)\b[\w ]{{0,30}}\bfrom {_ABOUT}$"
)
_FACTORS: Final = {"doubled": 2.0, "tripled": 3.0, "trebled": 3.0, "quadrupled": 4.0, "halved": 0.5}


def _verbs(story: Story, figures: Sequence[Figure]) -> Iterator[Doubt]:
    for (low, start), (high, stop) in pairwise(figures):
        found = _CHANGE_VERB.search(story.text[max(0, low.start - 80) : low.start])
        if found is None or not _from_to(story, low, high) or start <= 0:
            continue
        ratio, factor = stop / start, _FACTORS[found[2]]
        beyond = found[1] and (ratio > factor if factor > 1 else ratio < factor)
        if abs(ratio - factor) > _ROUGHLY * factor and not beyond:
            yield clash(f"From {low.text} to {high.text} is {ratio:.3g} times: not “{found[2]}”", low, high)


_LATER: Final = re.compile(r"(?i)(.+) years (?:later|earlier|before|after)")
_MOST_DATES: Final = 20
_REACH: Final = 400
"""Code points back from a date within which the one that it is counted from is looked for."""


def elapsed(story: Story) -> Iterator[Doubt]:
    """Two dates and the years between them: "on May 1, 1950 … in 1954, five years later"."""
    dated: list[tuple[Fact, int]] = []
    for fact in story.facts:
        if fact.kind is not FactKind.DATE:
            continue
        count = _LATER.fullmatch(fact.text)
        if count is None:
            year = re.match(r"(\d{4})(?:-\d\d)*$", str(fact.value))
            if year is not None:
                dated.append((fact, int(year[1])))
            continue
        said = number(count[1])
        near = [(date, year) for date, year in dated[-_MOST_DATES:] if fact.start - date.end < _REACH]
        if said is None or len(near) < 2 or story.text[near[-1][0].end : fact.start].strip(" ,–—("):
            continue
        (first, began), (there, ended) = near[-2:]
        if any(abs(abs(ended - other) - said) <= 1 for _, other in near[:-1]):
            continue
        yield Doubt(
            f"From {first.text} to {there.text} are {abs(ended - began)} years, not “{fact.text}”",
            both(Span(first.start, first.end), Span(there.start, fact.end)),
        )

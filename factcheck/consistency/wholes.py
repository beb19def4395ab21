"""A whole and, after it, the list of its parts, which do not add up to it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from factcheck.consistency.story import clash, number_of
from factcheck.model import FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.consistency.story import Doubt, Figure, Story
    from factcheck.model import Fact

_STRONG: Final = re.compile(r"[\w ’'-]{0,40}(?:: ?| [—–-] | ?[—–] ?| \()(?:[a-z]+ ){0,2}")
"""What leads from a whole to the list of all its parts."""
_WEAK: Final = re.compile(r"[\w ’'-]{0,40}, (?:[a-z]+ ){0,2}")
_ALL: Final = re.compile(r"(?i)\b(?:total of|totall?ing|in all,|altogether,?) $")
_OUT_OF: Final = re.compile(r"(?i)\bof (?:the|its|his|her|their|all|those|these) $")
_NEXT: Final = re.compile(r"[^\d.;:()]{1,45}?(?:, and |, | and )(?:[a-z]+ ){0,2}")
_LAST: Final = re.compile(r"[^\d.;:()]{1,45}? and (?:[a-z]+ ){0,2}")
_PARTIAL: Final = re.compile(
    r"(?i)\b(?:include[sd]?|including|among|such as|than|rose|fell|grew|compared|after|before|between|about|around"
    r"|roughly|nearly|almost|some|more|least|over|another|per|each|plus|every|up|down|to|followed|with)\b"
)
"""What says that the parts are not all, not exact, or no parts."""
_PEOPLE: Final = frozenset(
    "person people man woman child passenger worker employee student member victim seat vote house home".split()  # noqa: SIM905  # reads best as text
)
_FAR: Final = 0.75
_NEAR: Final = 0.25
"""How far a sum may be off, as a share of the whole, for a list that is surely, or likely, that of its parts."""
_MEASURED: Final = frozenset(
    {"time", "hour", "minute", "second", "day", "week", "month", "year", "mile", "kilometer", "point"}
)


def wholes(story: Story) -> Iterator[Doubt]:
    """A whole and, after it, the list of its parts: "81 people were hurt: 40 men and 31 women"."""
    for sentence in story.sentences:
        figures = [pair for pair in story.figures(sentence) if pair[0].kind is not FactKind.PERCENT]
        for index, (whole, said) in enumerate(figures[:-2]):
            parts = _listed(story, figures[index + 1 :])
            if len(parts) < 2 or not _may_be_parts(whole, parts):
                continue
            lead = story.text[whole.end : parts[0][0].start]
            before = story.text[max(sentence.start, whole.start - 20) : whole.start]
            if _PARTIAL.search(story.text[whole.start : parts[-1][0].start]) or _PARTIAL.search(before):
                continue
            total = sum(value for _, value in parts)
            if abs(total - said) >= 0.5 and abs(total - said) <= said * _may_be_off(whole, lead, before, total > said):
                told = " and ".join(part.text for part, _ in parts)
                yield clash(f"{told} make {total:,g}, not “{whole.text}”", whole, *(part for part, _ in parts))


def _may_be_off(whole: Fact, lead: str, before: str, above: bool) -> float:
    """How far a sum may be off, as a share of the whole, for the list still to be that of all its parts."""
    if _STRONG.fullmatch(lead) or (_ALL.search(before) and "," in lead):
        return _FAR
    if not _WEAK.fullmatch(lead):
        return 0.0
    if _OUT_OF.search(before):
        return _FAR if above else _NEAR  # "of the 9, 5 stayed and 3 left" may leave some out
    return _NEAR if whole.unit in _PEOPLE else 0.0  # a bare comma may only list one thing after another


def _listed(story: Story, figures: Sequence[Figure]) -> list[Figure]:
    """The figures that follow one another in a list which ends with *and*."""
    run = [figures[0]]
    closed = 0
    for here, following in pairwise(figures):
        gap = story.text[here[0].end : following[0].start]
        if not _NEXT.fullmatch(gap):
            break
        run.append(following)
        if _LAST.fullmatch(gap):
            closed = len(run)
            break
    return run[:closed]


def _may_be_parts(whole: Fact, parts: Sequence[Figure]) -> bool:
    """Whether figures can be parts of a whole by what they count."""
    most = number_of(whole) or 0.0
    units = {part.unit for part, _ in parts}
    if whole.unit in _MEASURED or units & _MEASURED or any(part.kind is not whole.kind for part, _ in parts):
        return False
    return most >= 3 and all(0 < value < most * (1 + _FAR) and value == int(value) for _, value in parts)

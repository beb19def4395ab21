"""Which sentence of an edited draft is which of the one before.

Equal sentences come first: those that stand once in both drafts, then those that their neighbours tell apart. What is
left is paired by likeness, the place counting too. Where two places are as good as each other nothing is decided: a
checker's mark must never move to a look-alike. Near linear, as long as most sentences stay; what does not is compared
in RapidFuzz's C (Indel similarity: Levenshtein without replacing).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import accumulate
from math import inf
from typing import TYPE_CHECKING, Final

from factcheck.review.sentences import standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.review.sentences import Sentence

_SHORT: Final = 4
"""Tokens under which a sentence says too little to be known again without a neighbour."""
_LIKE: Final = 60
"""Likeness (0…100) from which a sentence is an edited form of another, its place counted in."""
_PLACE: Final = 15
"""What it counts that a sentence stands between the neighbours of the other."""
_MARGIN: Final = 4
"""By so much the best place has to be better than the second."""
_RIVAL: Final = 75
"""Likeness from which an edited sentence in the old place makes an equal one elsewhere doubtful."""
_PASSES: Final = 50
_MOST_PAIRS: Final = 4_000_000
"""More changed sentences than this many pairs are compared within their gaps only."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """How the sentences of two drafts belong together, by their places in the order of each."""

    equal: Mapping[int, int]
    """Former sentences that stand word for word in the new draft."""
    edited: Mapping[int, int]
    """Former sentences that were changed."""
    doubtful: Mapping[int, tuple[int, ...]]
    """Former sentences with several places that are equally good."""
    moved: frozenset[int]
    """Those of the former sentences found again that stand before or behind others than they did."""

    def place(self, former: int) -> int | None:
        """Where a former sentence stands now."""
        return self.equal.get(former, self.edited.get(former))

    def around(self, former: int) -> tuple[float, float]:
        """The places of the nearest sentences before and behind one that are found again."""
        placed = sorted({*self.equal, *self.edited})
        at = bisect_left(placed, former)
        before = self.place(placed[at - 1]) if at else None
        behind = next((self.place(one) for one in placed[at:] if one > former), None)
        return (-inf if before is None else before), (inf if behind is None else behind)


def align(former: Sequence[Sentence], new: Sequence[Sentence]) -> Alignment:
    """Pair the sentences of two drafts, one to one."""
    equal, doubtful = _equal(former, new)
    _tell_by_neighbours(former, new, equal, {}, doubtful, sides=2)
    _drop_taken(doubtful, equal)
    _doubt_rivals(former, new, equal, doubtful)
    edited: dict[int, int] = {}
    _pair_edited(former, new, equal, edited, doubtful)
    _tell_by_paragraphs(former, new, equal, edited, doubtful)
    _tell_by_neighbours(former, new, equal, edited, doubtful, sides=1)
    _tell_by_gaps(former, new, equal, edited, doubtful)
    # What was in doubt between places that others have by now may have been edited, too.
    _drop_taken(doubtful, equal)
    _pair_edited(former, new, equal, edited, doubtful)
    found = sorted({**equal, **edited}.items())
    settled = _longest_run([at for _, at in found])
    moved = frozenset(one for position, (one, _) in enumerate(found) if position not in settled)
    return Alignment(equal, edited, doubtful, moved)


Words = tuple[str, ...]


def _equal(former: Sequence[Sentence], new: Sequence[Sentence]) -> tuple[dict[int, int], dict[int, tuple[int, ...]]]:
    """Pair what stands once in both drafts; gives, too, what stands in several places, to be told apart."""
    here, there = _places(former), _places(new)
    pairs = {
        own[0]: there[words][0]
        for words, own in here.items()
        if len(own) == 1 == len(there.get(words, ())) and len(words) >= _SHORT
    }
    doubtful = {one: tuple(there[words]) for words, own in here.items() if words in there for one in own}
    return pairs, {one: places for one, places in doubtful.items() if one not in pairs}


def _tell_by_neighbours(
    former: Sequence[Sentence],
    new: Sequence[Sentence],
    equal: dict[int, int],
    edited: Mapping[int, int],
    doubtful: dict[int, tuple[int, ...]],
    *,
    sides: int,
) -> None:
    """Decide for equal places next to where the neighbours of a sentence stand now, in runs from both their ends.

    Args:
        former: The sentences before.
        new: The sentences now.
        equal: What is paired word for word; grows.
        edited: What was edited; counts as a neighbour.
        doubtful: What is not decided; shrinks.
        sides: How many neighbours have to agree; with one of them, the other must not say otherwise.
    """
    # The ends of the drafts are neighbours too.
    pairs = {**equal, **edited, -1: -1, len(former): len(new)}
    for _ in range(_PASSES):
        taken = set(pairs.values())
        told = {
            one: at
            for one, places in doubtful.items()
            if (at := _told(one, pairs, former, new, [at for at in places if at not in taken], sides)) is not None
        }
        wanted = Counter(told.values())
        sure = {one: at for one, at in told.items() if wanted[at] == 1}
        if not sure:
            return
        pairs.update(sure)
        equal.update(sure)
        for one in sure:
            del doubtful[one]


def _drop_taken(doubtful: dict[int, tuple[int, ...]], equal: Mapping[int, int]) -> None:
    """Leave only places that no other sentence has."""
    taken = set(equal.values())
    for one, places in list(doubtful.items()):
        free = tuple(at for at in places if at not in taken)
        if free:
            doubtful[one] = free
        else:
            del doubtful[one]


def _told(
    one: int,
    pairs: Mapping[int, int],
    former: Sequence[Sentence],
    new: Sequence[Sentence],
    free: Sequence[int],
    sides: int,
) -> int | None:
    """The place that the neighbours of a sentence tell, if they tell one and no other suits it better."""
    behind = pairs[one - 1] + 1 if one - 1 in pairs else None
    before = pairs[one + 1] - 1 if one + 1 in pairs else None
    told = [at for at in free if at in {behind, before} and former[one].words == new[at].words]
    if len(told) != 1:
        return None
    if behind == before:
        return told[0]
    suits = _shape(former[one], new[told[0]]) == max(_shape(former[one], new[at]) for at in free)
    return told[0] if sides == 1 and suits else None


def _places(draft: Sequence[Sentence]) -> Mapping[Words, list[int]]:
    places: dict[Words, list[int]] = defaultdict(list)
    for at, sentence in enumerate(draft):
        places[sentence.words].append(at)
    return places


def _doubt_rivals(
    former: Sequence[Sentence], new: Sequence[Sentence], equal: dict[int, int], doubtful: dict[int, tuple[int, ...]]
) -> None:
    """Doubt an equal sentence far from its neighbours, when there is a changed one where it stood."""
    from rapidfuzz.distance import Indel

    taken = set(equal.values())
    for one, at in list(equal.items()):
        before, behind = equal.get(one - 1), equal.get(one + 1)
        if before == at - 1 or behind == at + 1 or before is None or behind is None:
            continue
        for rival in range(before + 1, min(behind, before + 4)):
            likeness = Indel.normalized_similarity(former[one].words, new[rival].words) * 100
            if rival not in taken and (likeness >= _RIVAL or standing(new[rival], former[one].words)):
                doubtful[one] = (at, rival)
                equal.pop(one, None)


def _tell_by_paragraphs(
    former: Sequence[Sentence],
    new: Sequence[Sentence],
    equal: dict[int, int],
    edited: Mapping[int, int],
    doubtful: dict[int, tuple[int, ...]],
) -> None:
    """Decide for the only equal place in a paragraph where others of the sentence's own paragraph stand."""
    pairs = {**equal, **edited}
    taken = set(pairs.values())
    here, there = _paragraphs(former), _paragraphs(new)
    homes: dict[int, set[int]] = defaultdict(set)
    for one, at in pairs.items():
        homes[here[one]].add(there[at])
    told = {}
    for one, places in doubtful.items():
        inside = [at for at in places if at not in taken and there[at] in homes[here[one]]]
        if len(inside) == 1 and former[one].words == new[inside[0]].words:
            told[one] = inside[0]
    wanted = Counter(told.values())
    for one, at in told.items():
        if wanted[at] == 1:
            equal[one] = at
            del doubtful[one]


def _paragraphs(sentences: Sequence[Sentence]) -> list[int]:
    """The number of the paragraph of each sentence."""
    return list(accumulate(sentence.first for sentence in sentences))


def _tell_by_gaps(
    former: Sequence[Sentence],
    new: Sequence[Sentence],
    equal: dict[int, int],
    edited: Mapping[int, int],
    doubtful: dict[int, tuple[int, ...]],
) -> None:
    """Decide for the only equal place between the neighbours of a sentence, those that were edited counting too."""
    pairs = {**equal, **edited}
    taken = set(pairs.values())
    gaps = _gaps(len(former), len(new), pairs)
    told = {
        one: inside[0]
        for one, places in doubtful.items()
        if len(inside := [at for at in places if gaps[one][0] < at < gaps[one][1] and at not in taken]) == 1
        and former[one].words == new[inside[0]].words
        and _shape(former[one], new[inside[0]]) == max(_shape(former[one], new[at]) for at in places)
    }
    wanted = Counter(told.values())
    for one, at in told.items():
        if wanted[at] == 1:
            equal[one] = at
            del doubtful[one]


def _shape(one: Sentence, other: Sentence) -> int:
    """In how much two sentences have the same place in their paragraphs."""
    return (one.first == other.first) + (one.last == other.last)


def _pair_edited(
    former: Sequence[Sentence],
    new: Sequence[Sentence],
    equal: Mapping[int, int],
    edited: dict[int, int],
    doubtful: dict[int, tuple[int, ...]],
) -> None:
    """Pair what was changed by likeness, the most alike first; what has two good places is put among the doubtful."""
    spoken_for = {*equal.values(), *edited.values(), *(at for places in doubtful.values() for at in places)}
    changed = [one for one in range(len(former)) if not (one in equal or one in edited or one in doubtful)]
    free = [at for at in range(len(new)) if at not in spoken_for]
    gaps = _gaps(len(former), len(new), equal)
    likeness: dict[int, dict[int, float]] = defaultdict(dict)
    for one, at, score in _alike(former, new, changed, free, gaps):
        whole = score + (_PLACE if gaps[one][0] < at < gaps[one][1] else 0)
        if whole >= _LIKE:
            likeness[one][at] = whole
    taken: set[int] = set()
    for score, one, at in sorted(
        ((score, one, at) for one, places in likeness.items() for at, score in places.items()),
        key=lambda entry: (-entry[0], entry[1], entry[2]),
    ):
        if one in edited or one in doubtful or at in taken:
            continue
        others = [
            other for other, second in likeness[one].items() if other not in taken | {at} and score - second < _MARGIN
        ]
        if others:
            doubtful[one] = (at, *sorted(others))
            continue
        edited[one] = at
        taken.add(at)


def _alike(
    former: Sequence[Sentence],
    new: Sequence[Sentence],
    changed: Sequence[int],
    free: Sequence[int],
    gaps: Sequence[tuple[int, int]],
) -> Iterator[tuple[int, int, float]]:
    """How alike changed sentences are, in the order of their words or sorted, for those that are alike at all."""
    from rapidfuzz import fuzz, process

    if not changed or not free:
        return
    texts = {at: " ".join(new[at].words) for at in free}
    everywhere = len(changed) * len(free) <= _MOST_PAIRS
    for one in changed:
        told = " ".join(former[one].words)
        first, last = gaps[one]
        places = texts if everywhere else {at: texts[at] for at in free[bisect_left(free, first) :] if at < last}
        best: dict[int, float] = {}
        for scorer in (fuzz.ratio, fuzz.token_sort_ratio):
            for _, score, at in process.extract(told, places, scorer=scorer, score_cutoff=_LIKE - _PLACE, limit=None):
                best[at] = max(score, best.get(at, 0))
        for at, score in best.items():
            yield one, at, score


def _gaps(former: int, new: int, equal: Mapping[int, int]) -> list[tuple[int, int]]:
    """For each former sentence the places, exclusive, of its nearest neighbours that stand as they did."""
    before, behind = [-1] * former, [new] * former
    for one in range(1, former):
        before[one] = equal.get(one - 1, before[one - 1])
    for one in range(former - 2, -1, -1):
        behind[one] = equal.get(one + 1, behind[one + 1])
    return list(zip(before, behind, strict=True))


def _longest_run(places: Sequence[int]) -> set[int]:
    """The positions of a longest rising subsequence: what keeps its order (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for position, place in enumerate(places):
        pile = bisect_left(tops, place)
        previous.append(ends[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(place)
            ends.append(position)
        else:
            tops[pile], ends[pile] = place, position
    run: set[int] = set()
    position = ends[-1] if ends else -1
    while position >= 0:
        run.add(position)
        position = previous[position]
    return run

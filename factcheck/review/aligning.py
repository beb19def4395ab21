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
from typing import TYPE_CHECKING, Final, NamedTuple

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
_WIDE: Final = 12
"""When these are so many sentences apart at most."""
_MARGIN: Final = 4
"""By so much the best place has to be better than the second."""
_RIVAL: Final = 75
"""Likeness from which an edited sentence in the old place makes an equal one elsewhere doubtful."""
_NEAR: Final = 3
"""So many sentences away a sentence has neighbours."""
_MANY: Final = 20
"""Places from which on a sentence is a line that comes again and again: only both its neighbours tell it."""
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
    pairing = _Pairing(former, new)
    pairing.tell_by_neighbours(sides=2)
    pairing.doubt_rivals()
    pairing.pair_edited()
    pairing.tell_by_company(settled=True)
    pairing.tell_by_neighbours(sides=1)
    pairing.tell_by_gaps()
    pairing.tell_by_company(settled=False)
    # What was in doubt between places that others have by now may have been edited, too.
    pairing.pair_edited()
    return pairing.alignment()


Words = tuple[str, ...]


class _Suit(NamedTuple):
    """How well a place suits a sentence by what stands beside it in its paragraph, the gravest first."""

    among_own: bool
    """Whether others of the sentence's own paragraph stand there."""
    in_order: int
    """How many of these stand before or behind it as they did."""
    apart: int
    """2 where nothing of another paragraph stands, 1 where only what was edited does, which may be taken for it."""


class _Company:
    """What stands in each paragraph of the new draft.

    Args:
        former: The paragraph of each former sentence.
        new: The paragraph of each new one.
    """

    def __init__(self, former: Sequence[int], new: Sequence[int]) -> None:
        self._former, self._new = former, new
        self._own: dict[tuple[int, int], dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._equal: dict[int, set[int]] = defaultdict(set)
        self._edited: dict[int, set[int]] = defaultdict(set)

    def add_equal(self, one: int, at: int) -> None:
        """Count a former sentence that stands in a place word for word."""
        self.add_doubtful(one, at)
        self._equal[self._new[at]].add(self._former[one])

    def add_edited(self, one: int, at: int) -> None:
        """Count a former sentence that stands in a place with other words."""
        self.add_doubtful(one, at)
        self._edited[self._new[at]].add(self._former[one])

    def add_doubtful(self, one: int, at: int) -> None:
        """Count a former sentence in a place that it may have."""
        self._own[self._former[one], self._new[at]][one].append(at)

    def suit(self, one: int, at: int) -> _Suit:
        """How well a place suits a former sentence."""
        own, here = self._former[one], self._new[at]
        beside = {other: set(places) - {at} for other, places in self._own[own, here].items() if other != one}
        in_order = sum(any((other < one) == (place < at) for place in places) for other, places in beside.items())
        apart = (self._equal[here] <= {own}) * (1 + (self._edited[here] <= {own}))
        return _Suit(any(beside.values()), in_order, apart)


class _Pairing:
    """The pairs so far; each step decides what it can and leaves the rest in doubt."""

    def __init__(self, former: Sequence[Sentence], new: Sequence[Sentence]) -> None:
        self._former, self._new = former, new
        self._paragraphs = _paragraphs(former), _paragraphs(new)
        here, there = _places(former), _places(new)
        self._once = {own[0] for own in here.values() if len(own) == 1}
        self._equal = {
            own[0]: there[words][0]
            for words, own in here.items()
            if len(own) == 1 == len(there.get(words, ()))
            and (len(words) >= _SHORT or self._reads_on(own[0], there[words][0]))
        }
        self._edited: dict[int, int] = {}
        several = ((one, there[words]) for words, own in here.items() if words in there for one in own)
        self._doubtful = {one: tuple(places) for one, places in several if one not in self._equal}

    def _reads_on(self, one: int, at: int) -> bool:
        """Whether the sentence before or behind a former one reads like that beside a place."""
        beside = ((one + step, at + step) for step in (-1, 1))
        return any(
            0 <= here < len(self._former)
            and 0 <= there < len(self._new)
            and self._former[here].words == self._new[there].words
            for here, there in beside
        )

    def alignment(self) -> Alignment:
        """What was decided, and what was not."""
        found = sorted(self._pairs().items())
        settled = _longest_run([at for _, at in found])
        moved = frozenset(one for position, (one, _) in enumerate(found) if position not in settled)
        return Alignment(self._equal, self._edited, self._doubtful, moved)

    def _pairs(self) -> dict[int, int]:
        return {**self._equal, **self._edited}

    def _free(self) -> Iterator[tuple[int, list[int]]]:
        """What is in doubt, each with the places that no other sentence has."""
        taken = set(self._pairs().values())
        for one, places in self._doubtful.items():
            yield one, [at for at in places if at not in taken]

    def _settle(self, told: Mapping[int, int]) -> bool:
        """Pair what was told, but for places that several are told or with other words; gives whether anything was."""
        wanted = Counter(told.values())
        words = ((one, at) for one, at in told.items() if self._former[one].words == self._new[at].words)
        sure = {one: at for one, at in words if wanted[at] == 1}
        self._equal.update(sure)
        for one in sure:
            del self._doubtful[one]
        return bool(sure)

    def tell_by_neighbours(self, *, sides: int) -> None:
        """Decide for equal places next to where the neighbours of a sentence stand now, in runs from both their ends.

        Args:
            sides: How many neighbours have to agree; with one of them, the other must not say otherwise.
        """
        for _ in range(_PASSES):
            pairs, company = self._pairs(), self._company()
            told = {
                one: at
                for one, free in self._free()
                if (at := self._told(one, pairs, free, sides, company)) is not None
            }
            if not self._settle(told):
                return

    def _told(
        self, one: int, pairs: Mapping[int, int], free: Sequence[int], sides: int, company: _Company
    ) -> int | None:
        """The place that the neighbours of a sentence tell, if they tell one and no other suits it better."""
        # The ends of the drafts are neighbours too, but each only beside another one.
        ends = {-1: -1, len(self._former): len(self._new)} if sides == 2 else {}
        pairs = {**pairs, **ends}
        behind, before = _next_to(one, pairs)
        if sides == 1 and behind is not None and behind in free and self._goes_on(one, behind, free, company):
            return behind
        told = [at for at in free if at in {behind, before}]
        if len(told) != 1:
            return None
        (at,) = told
        shape, now, only = self._former[one], self._new[at], len(free) == 1
        # Of several places a neighbour tells one when a paragraph begins between the two as before, or none does.
        after = at == behind and (only or shape.first == now.first)
        ahead = at == before and (only or shape.last == now.last)
        if after + ahead < sides:
            return None
        if after + ahead == 2 or only:
            return at
        # One neighbour has to be of its own paragraph, or the sentence a paragraph by itself. With a copy in the same
        # paragraph only one of its own tells, and only when the other is known, too, and stands at neither.
        own, alone = (after and not shape.first) or (ahead and not shape.last), shape.first and shape.last
        paragraph = self._paragraphs[1]
        if any(paragraph[other] == paragraph[at] for other in free if other != at):
            alone, own = False, own and behind is not None and before is not None
        return at if (own or alone) and self._suits_best(one, at, free, company) else None

    def _goes_on(self, one: int, at: int, places: Sequence[int], company: _Company) -> bool:
        """Whether a sentence that ended a paragraph goes on in a place with what it stood behind there.

        Its copies are in the same paragraph, and their place at the end of it, or before what follows the paragraph,
        tells nothing against that: it is where whatever is put in last stands. Of copies side by side nobody can tell.
        """
        shape, paragraph = self._former[one], self._paragraphs[1]
        if shape.first or not shape.last or self._new[at].first or at + 1 in places:
            return False
        together = all(paragraph[other] == paragraph[at] for other in places)
        return together and self._suits_as_well(one, at, places, company)

    def _company(self, *, settled: bool = True) -> _Company:
        company = _Company(*self._paragraphs)
        for one, at in self._equal.items():
            company.add_equal(one, at)
        for one, at in self._edited.items():
            company.add_edited(one, at)
        if not settled:
            for one, free in self._free():
                for at in free if len(free) <= _MANY else ():
                    company.add_doubtful(one, at)
        return company

    def _suits_best(self, one: int, at: int, places: Sequence[int], company: _Company) -> bool:
        """Whether no other of some places, if not many, is more like the former one in its paragraph."""
        if not self._suits_as_well(one, at, places, company):
            return False
        suits = {place: (company.suit(one, place), _shape(self._former[one], self._new[place])) for place in places}
        return suits[at] == max(suits.values())

    def _suits_as_well(self, one: int, at: int, places: Sequence[int], company: _Company) -> bool:
        """Whether no other of some places, if not many, has what stood in the former one's paragraph beside it."""
        return len(places) <= _MANY and company.suit(one, at) == max(company.suit(one, place) for place in places)

    def tell_by_company(self, *, settled: bool) -> None:
        """Decide for the place where others of a sentence's own paragraph stand before and behind it as they did.

        Where none of them does, for the only one that is not among the sentences of another paragraph, if the sentence
        stood once: others stand there as copies.

        Args:
            settled: Whether only sentences that have their place tell, or those in doubt in all of theirs, too.
        """
        pairs, company, told = self._pairs(), self._company(settled=settled), {}
        for one, free in self._free():
            suits = {at: company.suit(one, at) for at in free} if len(free) <= _MANY else {}
            best = max(suits.values(), default=None)
            places = [at for at, suit in suits.items() if suit == best]
            if (
                best is not None
                and len(places) == 1
                and (best.among_own or self._is_apart(one, places[0], suits, pairs))
            ):
                told[one] = places[0]
        self._settle(told)

    def _is_apart(self, one: int, at: int, suits: Mapping[int, _Suit], pairs: Mapping[int, int]) -> bool:
        """Whether a place has nothing of another paragraph, and all others are in such and there as copies only.

        In one paragraph with a neighbour that it had a sentence may stand since the paragraphs were joined.
        """
        others = suits.keys() - {at}
        behind, before = _next_to(one, pairs)
        joined = (
            (place == behind and not self._new[place].first) or (place == before and not self._new[place].last)
            for place in others
        )
        if one not in self._once or not others or any(joined):
            return False
        return suits[at].apart == 2 and not any(suits[other].apart for other in others)

    def tell_by_gaps(self) -> None:
        """Decide for the only equal place between the neighbours of a sentence, those that were edited counting too.

        It must not lie between those of its twin as well. Whole paragraphs change places: where no other sentence of
        its own is placed, the order tells nothing, unless it is a paragraph in itself and still begins one.
        """
        pairs, paragraphs = self._pairs(), self._paragraphs[0]
        gaps, company = _gaps(len(self._former), len(self._new), pairs), self._company()
        placed = {paragraphs[one] for one in pairs}
        inside = {one: [at for at in free if gaps[one][0] < at < gaps[one][1]] for one, free in self._free()}
        wanted = Counter(at for places in inside.values() for at in places)
        told = {}
        for one, places in inside.items():
            if len(places) != 1 or wanted[places[0]] != 1:
                continue
            if self._suits_best(one, places[0], self._doubtful[one], company):
                shape = self._former[one]
                if paragraphs[one] in placed or (shape.first and shape.last and self._new[places[0]].first):
                    told[one] = places[0]
        self._settle(told)

    def doubt_rivals(self) -> None:
        """Doubt an equal sentence away from its neighbours when another beside these may be it, or may have been."""
        equal = dict(self._equal)
        back = {at: one for one, at in equal.items()}
        for one, at in equal.items():
            if any(equal.get(one + step) == at + step for step in range(-_NEAR, _NEAR + 1) if step):
                continue
            places = _beside(one, equal, len(self._new))
            words = self._former[one].words
            rivals = [place for place in places if place not in back and self._may_be(self._new[place], words)]
            others = [
                other
                for other in _beside(at, back, len(self._former))
                if other not in equal and self._may_be(self._former[other], words)
            ]
            if rivals or others:
                del self._equal[one]
                self._doubtful[one] = (at, *sorted(rivals))
            for other in others:
                if equal.get(other - 1) == at - 1 and equal.get(other + 1) == at + 1:
                    # Both neighbours are as they were: it is this one, edited until it reads like that.
                    self._edited[other] = at
                else:
                    self._doubtful[other] = (at,)

    def _may_be(self, sentence: Sentence, words: Words) -> bool:
        """Whether a sentence may be another form of one with these words, or hold it whole."""
        from rapidfuzz.distance import Indel

        return Indel.normalized_similarity(words, sentence.words) * 100 >= _RIVAL or bool(standing(sentence, words))

    def pair_edited(self) -> None:
        """Pair what was changed by likeness, the most alike first; two that are as good as each other are a doubt."""
        self._leave_taken()
        doubted = (at for places in self._doubtful.values() for at in places)
        spoken_for = {*self._pairs().values(), *doubted}
        known = {*self._pairs(), *self._doubtful}
        changed = [one for one in range(len(self._former)) if one not in known]
        free = [at for at in range(len(self._new)) if at not in spoken_for]
        gaps = _gaps(len(self._former), len(self._new), self._equal)
        likeness: dict[int, dict[int, float]] = defaultdict(dict)
        for one, at, score in self._alike(changed, free, gaps):
            first, last = gaps[one]
            # Between both ends of the drafts, or neighbours far apart, is anywhere: it tells nothing.
            told = (first >= 0 or last < len(self._new)) and last - first <= _WIDE
            whole = score + (_PLACE if told and first < at < last else 0)
            if whole >= _LIKE:
                likeness[one][at] = whole
        same: dict[Words, list[int]] = defaultdict(list)
        for one in likeness:
            same[self._former[one].words].append(one)
        taken: set[int] = set()
        for score, one, at in sorted(
            ((score, one, at) for one, places in likeness.items() for at, score in places.items()),
            key=lambda entry: (-entry[0], entry[1], entry[2]),
        ):
            if one in self._edited or one in self._doubtful or at in taken:
                continue
            near = [other for other, second in likeness[one].items() if score - second < _MARGIN]
            others = [other for other in near if other not in taken | {at}]
            twins = [
                twin
                for twin in same[self._former[one].words]
                if twin not in {one, *self._edited, *self._doubtful} and score - likeness[twin].get(at, 0) < _MARGIN
            ]
            if others:
                self._doubtful[one] = (at, *sorted(others))
            elif twins:
                # The sentence stood twice: one was edited and one was cut, and the place does not tell which.
                self._doubtful.update((twin, (at,)) for twin in (one, *twins))
                taken.add(at)
            else:
                self._edited[one] = at
                taken.add(at)

    def _leave_taken(self) -> None:
        """Of what is in doubt leave only places that no equal sentence has."""
        taken = set(self._equal.values())
        left = ((one, tuple(at for at in places if at not in taken)) for one, places in self._doubtful.items())
        self._doubtful = {one: places for one, places in left if places}

    def _alike(
        self, changed: Sequence[int], free: Sequence[int], gaps: Sequence[tuple[int, int]]
    ) -> Iterator[tuple[int, int, float]]:
        """How alike changed sentences are, in the order of their words or sorted, for those that are alike at all."""
        from rapidfuzz import fuzz, process

        if not changed or not free:
            return
        texts = {at: " ".join(self._new[at].words) for at in free}
        everywhere = len(changed) * len(free) <= _MOST_PAIRS
        for one in changed:
            told = " ".join(self._former[one].words)
            first, last = gaps[one]
            places = texts if everywhere else {at: texts[at] for at in free[bisect_left(free, first) :] if at < last}
            best: dict[int, float] = {}
            for scorer in (fuzz.ratio, fuzz.token_sort_ratio):
                for _, score, at in process.extract(
                    told, places, scorer=scorer, score_cutoff=_LIKE - _PLACE, limit=None
                ):
                    best[at] = max(score, best.get(at, 0))
            for at, score in best.items():
                yield one, at, score


def _places(draft: Sequence[Sentence]) -> Mapping[Words, list[int]]:
    places: dict[Words, list[int]] = defaultdict(list)
    for at, sentence in enumerate(draft):
        places[sentence.words].append(at)
    return places


def _paragraphs(sentences: Sequence[Sentence]) -> list[int]:
    """The number of the paragraph of each sentence."""
    return list(accumulate(sentence.first for sentence in sentences))


def _next_to(one: int, pairs: Mapping[int, int]) -> tuple[int | None, int | None]:
    """The places behind where the former neighbour before a sentence stands, and before where that behind it does."""
    before, behind = pairs.get(one - 1), pairs.get(one + 1)
    return None if before is None else before + 1, None if behind is None else behind - 1


def _shape(one: Sentence, other: Sentence) -> int:
    """In how much two sentences have the same place in their paragraphs."""
    return (one.first == other.first) + (one.last == other.last)


def _beside(one: int, pairs: Mapping[int, int], size: int) -> set[int]:
    """The places next to where the neighbours of a sentence stand, those inside a draft of some sentences."""
    near = range(1, _NEAR + 1)
    behind = {pairs[one - step] + at for step in near if one - step in pairs for at in near}
    before = {pairs[one + step] - at for step in near if one + step in pairs for at in near}
    return {at for at in behind | before if 0 <= at < size}


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

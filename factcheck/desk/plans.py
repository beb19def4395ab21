"""Which keys are read for a claim, the rarest first, and what others share of them: for a whole article at once."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, pairwise
from math import log
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from factcheck.desk.keys import laid_out
from factcheck.desk.packing import claims_of, first_of_each, keys_of, postings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

LONGEST: Final = 500
"""Postings of one key that are read; what has more is no rare one."""

WIDE: Final = 60_000
"""The same where few claims are asked for and each may take a tenth of a second, and what all keys of one may have."""

_BUDGET: Final = 1_200
"""Postings that one claim may read; the rarest keys are read first."""

_TOGETHER: Final = 8.0
"""How much more often than by chance two words stand side by side, as a guess of how many postings a pair has."""

_SEVERAL: Final = 20
"""Claims that hold a word, from which on pairs of it are worth reading besides itself."""


def idf(frequencies: Mapping[str, int], size: int) -> dict[str, float]:
    """What each stem tells about which of so many claims it is."""
    return {stem: log((size + 1) / (count + 0.5) + 1) for stem, count in frequencies.items()}


@dataclass(frozen=True, slots=True)
class Plan:
    """The keys that are read for each of some claims, row by row."""

    asking: NDArray[np.int64]
    """The claim's place."""
    keys: NDArray[np.uint64]
    weights: NDArray[np.float64]
    """What sharing the key tells; 0 when its postings tell how rare it is."""

    @classmethod
    def of(
        cls,
        stems: Sequence[Sequence[str]],
        frequencies: Mapping[str, int],
        weights: Mapping[str, float],
        size: int,
        *,
        wide: bool,
    ) -> Plan:
        """For each claim the keys with the fewest postings, as many as the budget pays for, and the rarest in any case.

        Args:
            stems: What ``terms`` makes of each claim.
            frequencies: In how many claims each stem stands.
            weights: What each tells.
            size: How many claims are indexed.
            wide: Whether to read much, and words alone.
        """
        own = laid_out(stems)
        held = np.fromiter(map(frequencies.__getitem__, chain.from_iterable(stems)), np.float64, own.keys.size)
        told = np.fromiter(map(weights.__getitem__, chain.from_iterable(stems)), np.float64, own.keys.size)
        asking, keys, costs = own.of, own.keys, held
        if not wide:
            one, other = held[own.first], held[own.second]
            rarer = np.minimum(one, other)
            together = np.minimum(np.minimum(rarer, LONGEST), 1 + _TOGETHER * one * other / max(1, size))
            asking, keys = np.append(asking, own.of[own.first]), np.append(keys, own.pairs())
            costs = np.append(costs, np.where(rarer >= _SEVERAL, together, 0))
            told = np.append(told, np.zeros(rarer.size))
        order = np.lexsort((keys, costs, asking))
        order = order[costs[order] > 0]
        asking, keys, told = asking[order], keys[order], told[order]
        spent = np.cumsum(costs[order])
        first = np.searchsorted(asking, asking)
        before = np.append(0, spent)[first]
        paid = (spent - before <= (WIDE if wide else _BUDGET)) | (first == np.arange(first.size))
        return cls(asking[paid], keys[paid], told[paid])


class Shared(NamedTuple):
    """What others share with some claims, row by row."""

    asking: NDArray[np.int64]
    """The claim's place."""
    others: NDArray[np.uint64]
    told: NDArray[np.float64]
    """What sharing it tells."""


class Found:
    """What was found under keys.

    Args:
        keys: In ascending order, each once.
        held: How many claims hold each.
        places: The places of keys, one for each claim that was read.
        claims: These.
    """

    def __init__(
        self,
        keys: NDArray[np.uint64],
        held: NDArray[np.int64],
        places: NDArray[np.int64],
        claims: NDArray[np.uint64],
    ) -> None:
        order = np.argsort(places, kind="stable")
        self._keys = keys
        self._held = held
        self._claims = claims[order]
        self._bounds = np.searchsorted(places[order], np.arange(keys.size + 1))

    def under(self, key: int) -> NDArray[np.uint64]:
        """The claims that were found under a key that was looked for."""
        place = int(np.searchsorted(self._keys, np.uint64(key)))
        return self._claims[self._bounds[place] : self._bounds[place + 1]]

    def sums(
        self, plan: Plan, size: int, least: Sequence[float], limit: int, beside: Shared | None = None
    ) -> Iterator[list[tuple[int, float]]]:
        """For each claim what others share with it, the heaviest first.

        Args:
            plan: The keys that were read for the claims.
            size: How many claims are indexed.
            least: For each claim what another one must share to be wanted.
            limit: How many of the others are wanted.
            beside: What they share besides keys.
        """
        places = np.searchsorted(self._keys, plan.keys)
        told = np.where(plan.weights > 0, plan.weights, np.log(size / (self._held[places] + 1) + 1))
        begins = self._bounds[places]
        counts = self._bounds[places + 1] - begins
        before = np.cumsum(counts) - counts
        others = self._claims[np.repeat(begins - before, counts) + np.arange(int(counts.sum()))]
        shared = Shared(np.repeat(plan.asking, counts), others, np.repeat(told, counts))
        if beside is not None:
            shared = Shared(*(np.concatenate(both) for both in zip(shared, beside, strict=True)))
        sharing = postings(shared.asking.astype(np.uint64), shared.others)
        order = np.argsort(sharing)
        sharing = sharing[order]
        firsts = np.flatnonzero(first_of_each(sharing))
        sums = np.add.reduceat(np.append(shared.told[order], 0.0), firsts)
        asking, others = keys_of(sharing[firsts]).astype(np.int64), claims_of(sharing[firsts])
        wanted = np.flatnonzero(sums >= np.array(least)[asking])
        wanted = wanted[np.lexsort((-others[wanted].astype(np.int64), -sums[wanted], asking[wanted]))]
        bounds = np.searchsorted(asking[wanted], np.arange(len(least) + 1)).tolist()
        for begin, end in pairwise(bounds):
            few = wanted[begin : min(end, begin + limit)]
            yield list(zip(others[few].tolist(), sums[few].tolist(), strict=True))

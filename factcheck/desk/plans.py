"""Which keys are read for a claim, the rarest first, and what others share of them: for a whole article at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from math import log
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from factcheck.desk.keys import laid_out
from factcheck.desk.packing import among, claims_of, first_of_each, keys_of, postings, stretches

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from factcheck.desk.postings import Listed

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

_PLACES: Final = 9
"""Decimal places of a sum of weights that tell; what lies beyond depends on the order in which it was added up."""


def idf(frequencies: Mapping[str, int], size: int) -> dict[str, float]:
    """What each stem tells about which of so many claims it is."""
    return {stem: log((size + 1) / (count + 0.5) + 1) for stem, count in frequencies.items()}


@dataclass(frozen=True, slots=True)
class Plan:
    """The keys that are read for each of some claims, row by row."""

    asking: NDArray[np.uint64]
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
        return cls(asking[paid].astype(np.uint64), keys[paid], told[paid])


class Shared(NamedTuple):
    """What others share with some claims, row by row."""

    sharing: NDArray[np.uint64]
    """The claim's place in the upper half, who shares something with it in the lower."""
    told: NDArray[np.float64]
    """What sharing it tells."""


class Found:
    """What was found under keys.

    Args:
        keys: In ascending order, each once.
        held: How many claims hold each.
        listed: Those that were read.
        hidden: Claims that are passed over, in order.
    """

    def __init__(
        self,
        keys: NDArray[np.uint64],
        held: NDArray[np.int64],
        listed: Sequence[Listed],
        hidden: NDArray[np.uint64],
    ) -> None:
        self._keys = keys
        self._held = held
        self._listed = listed
        self._hidden = hidden

    @cached_property
    def _places(self) -> Mapping[int, int]:
        return {key: place for place, key in enumerate(self._keys.tolist())}

    def under(self, key: int) -> NDArray[np.uint64]:
        """The claims that were found under a key that was looked for."""
        place = self._places[key]
        if not self._held[place]:
            return np.empty(0, np.uint64)
        parts = [claims[bounds[place] : bounds[place + 1]] for bounds, claims in self._listed]
        found = np.concatenate(parts, dtype=np.uint64) if parts else np.empty(0, np.uint64)
        return found[~among(found, self._hidden)]

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
        if not self._listed:
            yield from ([] for _ in least)
            return
        places = np.searchsorted(self._keys, plan.keys)
        weights = np.where(plan.weights > 0, plan.weights, np.log(size / (self._held[places] + 1) + 1))
        shared = [] if beside is None else [beside]
        for bounds, claims in self._listed:
            begins = bounds[places]
            counts = bounds[places + 1] - begins
            sharing = postings(np.repeat(plan.asking, counts), claims[stretches(begins, counts)])
            shared.append(Shared(sharing, np.repeat(weights, counts)))
        sharing, told = shared[0] if len(shared) == 1 else map(np.concatenate, zip(*shared, strict=True))
        order = np.argsort(sharing)
        sharing = sharing[order]
        firsts = np.flatnonzero(first_of_each(sharing))
        sums, sharing = np.add.reduceat(told[order], firsts), sharing[firsts]
        wanted = np.flatnonzero(sums >= np.array(least)[keys_of(sharing).astype(np.int64)])
        wanted = wanted[~among(claims_of(sharing[wanted]), self._hidden)]
        asking, others = keys_of(sharing[wanted]), claims_of(sharing[wanted])
        # Rounded: of two claims that share the same words the later comes first, not the one that was added up in luck.
        sums = sums[wanted].round(_PLACES)
        heaviest = np.lexsort((-others.astype(np.int64), -sums, asking))
        bounds = np.searchsorted(asking[heaviest], np.arange(len(least) + 1, dtype=np.uint64)).tolist()
        for begin, end in pairwise(bounds):
            few = heaviest[begin : min(end, begin + limit)]
            yield list(zip(others[few].tolist(), sums[few].tolist(), strict=True))

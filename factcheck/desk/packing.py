"""Postings as bytes: lists of claims under keys, cut into buckets, each of which is a row of the desk file.

A posting is one number, a key of 32 bits in its upper and a claim's id in its lower half; sorted, those of a key stand
together. In a row each key stands once, with how many claims hold it and who they are: four bytes a posting on average,
which numpy reads for a thousand rows at once. All numbers are little-endian.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

KEY_BITS: Final = 32
"""Bits of a key."""

_SHORT: Final = 16
"""Bits of a bucket's number from which on the lower two bytes of a key tell it."""

_MOST_COUNTED: Final = 255
"""Claims that are counted in one byte; a key of more stands several times."""

Row = tuple[int, bytes | memoryview, bytes | memoryview, bytes | memoryview]
"""The number of a bucket, the lower bits of which are the first bits of its keys; these; how many claims hold each; the
ids of these."""


def distinct(some: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Numbers in ascending order, each once; ``np.unique`` takes a hundred times as long."""
    ordered = np.sort(some)
    return ordered[first_of_each(ordered)]


def first_of_each(ordered: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which numbers, of some in order, differ from the one before."""
    first = np.ones(ordered.size, np.bool_)
    first[1:] = ordered[1:] != ordered[:-1]
    return first


def among(some: NDArray[np.unsignedinteger], others: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which numbers are among others, which are in ascending order."""
    held = np.searchsorted(others, some, "right") > np.searchsorted(others, some, "left")
    return np.asarray(held, np.bool_)


def postings(keys: NDArray[np.uint64], claims: NDArray[np.unsignedinteger]) -> NDArray[np.uint64]:
    """Make postings, of the first key and the first claim and so on."""
    return (keys << np.uint64(KEY_BITS)) | claims


def keys_of(some: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The keys of postings."""
    return some >> np.uint64(KEY_BITS)


def claims_of(some: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The claims of postings."""
    return some & np.uint64(0xFFFF_FFFF)


def sums_of(some: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Two sums over postings, in any order, that agree only for the same ones: how many there are, and their hashes."""
    mixed = (some ^ (some >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9)
    return np.array([some.size, (mixed ^ (mixed >> np.uint64(32))).sum(dtype=np.uint64)], np.uint64)


def width(last: int) -> int:
    """Bytes that tell ids up to this one."""
    return 3 if last < 1 << 24 else 4


def stretches(begins: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """The places of some stretches, one after the other: of so many places each."""
    places = np.arange(int(counts.sum()))
    places += np.repeat(begins - (np.cumsum(counts) - counts), counts)
    return places


def pack(some: NDArray[np.uint64], bits: int, width: int) -> Iterator[Row]:
    """Cut postings into rows.

    Args:
        some: In ascending order, each once.
        bits: Of a key that tell its bucket.
        width: Bytes of a claim's id.
    """
    if not some.size:
        return
    keys = keys_of(some)
    at = np.arange(some.size)
    within = at - np.maximum.accumulate(np.where(first_of_each(keys), at, 0))
    starts = np.flatnonzero(within % _MOST_COUNTED == 0)
    listed = keys[starts]
    counts = np.diff(starts, append=some.size).astype(np.uint8)
    buckets = listed >> np.uint64(KEY_BITS - bits)
    rows = np.flatnonzero(first_of_each(buckets))
    size = 4 if bits < _SHORT else 2
    told = memoryview(listed.astype(f"<u{size}").tobytes())
    held = memoryview(counts.tobytes())
    ids = memoryview(some.astype("<u8").view(np.uint8).reshape(-1, 8)[:, :width].tobytes())
    bounds = pairwise([*zip(rows.tolist(), starts[rows].tolist(), strict=True), (starts.size, some.size)])
    for bucket, ((key, claim), (key_end, claim_end)) in zip(buckets[rows].tolist(), bounds, strict=True):
        yield bucket, told[key * size : key_end * size], held[key:key_end], ids[claim * width : claim_end * width]


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of many rows, laid out for all at once."""

    keys: NDArray[np.uint32]
    """In ascending order; that of a long list stands several times."""
    counts: NDArray[np.uint8]
    """How many claims stand under each."""
    ids: NDArray[np.uint8]
    """Their ids, one after the other, some bytes each."""

    @classmethod
    def unpack(cls, rows: Sequence[Row], bits: int, width: int) -> Lists:
        """Lay out rows that stand in the order of their numbers."""
        told = b"".join([row[1] for row in rows])
        counts = np.frombuffer(b"".join([row[2] for row in rows]), np.uint8)
        ids = np.frombuffer(b"".join([row[3] for row in rows]), np.uint8).reshape(-1, width)
        if bits < _SHORT:
            return cls(np.frombuffer(told, "<u4"), counts, ids)
        buckets = np.fromiter([row[0] for row in rows], np.uint64, len(rows))
        upper = (buckets << np.uint64(KEY_BITS - bits) & np.uint64(0xFFFF_0000)).astype(np.uint32)
        of_each = np.fromiter([len(row[2]) for row in rows], np.int64, len(rows))
        return cls(np.repeat(upper, of_each) | np.frombuffer(told, "<u2"), counts, ids)

    def postings(self) -> NDArray[np.uint64]:
        """All of them, in ascending order."""
        return postings(np.repeat(self.keys, self.counts).astype(np.uint64), _read(self.ids))

    def find(self, keys: NDArray[np.uint64], most: int) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
        """How many claims stand under each of some keys, and the first ``most`` of them, key by key."""
        places = np.concatenate(([0], np.cumsum(self.counts, dtype=np.int64)))
        wanted = keys.astype(np.uint32)
        begin = places[np.searchsorted(self.keys, wanted, "left")]
        held = places[np.searchsorted(self.keys, wanted, "right")] - begin
        return held, _read(self.ids.take(stretches(begin, np.minimum(held, most)), axis=0))


def _read(ids: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """Ids, of which each row has the bytes."""
    whole = np.zeros((len(ids), 4), np.uint8)
    whole[:, : ids.shape[1]] = ids
    return whole.view("<u4")[:, 0]

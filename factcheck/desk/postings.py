"""Which claims stand under which keys: kept in the desk file in a few large pieces, read for many keys at once.

Each lot of claims that is put in makes a piece of its own, and many pieces of like size become one now and then: to put
in an article costs the same in an archive of any size, and to look for a key is to read one row of each piece.

Nothing here knows what a key means. Statements run in the transaction that is open on the connection.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from factcheck.desk.packing import KEY_BITS, Lists, among, claims_of, distinct, keys_of, pack, postings, width

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from factcheck.desk.packing import Row

SCHEMA: Final = (
    """
    CREATE TABLE match_pieces (
        id INTEGER PRIMARY KEY,
        bits INTEGER NOT NULL,
        postings INTEGER NOT NULL,
        first_claim INTEGER NOT NULL,
        last_claim INTEGER NOT NULL,
        gone BLOB NOT NULL DEFAULT x''
    )
    """,
    # A place is the id of a piece, and in its lower 32 bits the number of a bucket.
    """
    CREATE TABLE match_postings (
        place INTEGER PRIMARY KEY,
        keys BLOB NOT NULL,
        counts BLOB NOT NULL,
        claims BLOB NOT NULL
    )
    """,
)
"""The statements that make the tables. ``gone`` are claims that count no more in a piece, four bytes each, in order."""

_BUCKET: Final = 128
"""Postings of a row, on average, so that several rows fit on a page."""

_SMALL: Final = 4_096
_SEVERAL: Final = 4
"""Pieces of so many postings, which are those of an article, count as of one size, those of up to four times as many as
of another, and so on; four of one size become one."""

_LONG: Final = 1 << 22
"""Postings that are merged while somebody waits, which takes half a second; more wait for ``settle``."""

_MOST_GONE: Final = 20_000
"""Claims that may be gone from a piece before it is written anew without them."""

_AT_ONCE: Final = 1 << 17
"""Postings that are merged together, which takes some ten megabytes; more than those of a row."""


class Listed(NamedTuple):
    """The claims that stand under some keys in one place."""

    bounds: NDArray[np.int64]
    """Where those of each key begin, and at last where those of the last one end."""
    claims: NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class _Piece:
    id: int
    bits: int
    """Of a key that tell its bucket."""
    size: int
    """Postings in it."""
    first: int
    last: int
    """Between these are the ids of its claims."""
    gone: bytes = b""

    def listed(self, counts: NDArray[np.int64], claims: NDArray[np.uint32]) -> Listed:
        """Those of some claims that still count, so many of which stand under each key."""
        bounds = np.concatenate(([0], np.cumsum(counts)))
        if not self.gone:
            return Listed(bounds, claims)
        counting = self.without_gone(claims)
        return Listed(np.concatenate(([0], np.cumsum(counting)))[bounds], claims[counting])

    def without_gone(self, some: NDArray[np.unsignedinteger]) -> NDArray[np.bool_]:
        """Which of some claims still count."""
        return ~among(some, np.frombuffer(self.gone, "<u4").astype(np.uint64))

    def places(self, keys: NDArray[np.uint64]) -> NDArray[np.uint64]:
        """The places of the rows where keys stand."""
        return (keys >> np.uint64(KEY_BITS - self.bits)) + np.uint64(self.id << KEY_BITS)

    def lists(self, rows: Sequence[Row]) -> Lists:
        """What stands in some of its rows."""
        return Lists.unpack(rows, self.bits, width(self.last))


class Postings:
    """The postings of one desk.

    Args:
        connection: The desk's connection.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, keys: NDArray[np.uint64], claims: NDArray[np.uint64]) -> None:
        """File claims under keys, the first under the first and so on."""
        if keys.size:
            first, last = int(claims.min()), int(claims.max())
            some = distinct(postings(keys, claims))
            self._write([some], some.size, first, last)
            self._merge_small()

    def remove(self, claims: NDArray[np.uint64]) -> None:
        """Let claims count no more, whatever they stand under; they are taken out when their piece is merged.

        A claim stands in the longest of lists, and to write these anew would take longer than to find it.
        """
        for piece in self._pieces():
            inside = claims[(claims >= piece.first) & (claims <= piece.last)]
            if inside.size:
                gone = distinct(np.append(np.frombuffer(piece.gone, "<u4").astype(np.uint64), inside))
                left = replace(piece, gone=gone.astype("<u4").tobytes())
                self._connection.execute("UPDATE match_pieces SET gone = ? WHERE id = ?", (left.gone, left.id))
                if gone.size > _MOST_GONE:
                    self._merge([left])

    def read(self, keys: NDArray[np.uint64], most: int) -> tuple[NDArray[np.int64], list[Listed]]:
        """Look under many keys.

        Args:
            keys: In ascending order, each once.
            most: How many claims of one key are read from a piece.

        Returns:
            How many claims stand under each key, about; and those that were read, of each piece.
        """
        held = np.zeros(keys.size, np.int64)
        listed = []
        pieces = self._pieces()
        wanted = [distinct(piece.places(keys)) for piece in pieces]
        rows: dict[int, list[Row]] = defaultdict(list)
        for row in self._rows(np.concatenate(wanted)) if wanted else ():
            rows[row[0] >> KEY_BITS].append(row)
        for piece in pieces:
            counts, found = piece.lists(rows[piece.id]).find(keys, most)
            held += counts
            listed.append(piece.listed(np.minimum(counts, most), found))
        return held, listed

    def all(self) -> Iterator[NDArray[np.uint64]]:
        """All postings in ascending order, some at a time."""
        return self._merged(self._pieces())

    def settle(self) -> None:
        """Merge what a large backlog left in many pieces, so that each key is read from one row."""
        pieces = self._pieces()
        if len(pieces) > 1 or any(piece.gone for piece in pieces):
            self._merge(pieces)

    def clear(self) -> None:
        """Forget everything."""
        self._connection.execute("DELETE FROM match_postings")
        self._connection.execute("DELETE FROM match_pieces")

    def _pieces(self) -> list[_Piece]:
        sql = "SELECT id, bits, postings, first_claim, last_claim, gone FROM match_pieces ORDER BY id"
        return [_Piece(*row) for row in self._connection.execute(sql)]

    def _rows(self, places: NDArray[np.uint64]) -> list[Row]:
        """The rows at places, in the order of these."""
        sql = "SELECT place, keys, counts, claims FROM json_each(?) JOIN match_postings ON place = value"
        return self._connection.execute(sql, (json.dumps(places.tolist()),)).fetchall()

    def _merge_small(self) -> None:
        """Make one of pieces of a size, where there are many."""
        of_size: dict[int, list[_Piece]] = defaultdict(list)
        for piece in self._pieces():
            of_size[_rank(piece.size)].append(piece)
        for rank in range(_rank(_LONG)):
            pieces = of_size[rank]
            if len(pieces) >= _SEVERAL:
                merged = self._merge(pieces)
                of_size[_rank(merged.size)].append(merged)

    def _merge(self, pieces: Sequence[_Piece]) -> _Piece:
        size = sum(piece.size for piece in pieces)
        first, last = min(piece.first for piece in pieces), max(piece.last for piece in pieces)
        merged = self._write(self._merged(pieces, taking=True), size, first, last)
        self._connection.executemany("DELETE FROM match_pieces WHERE id = ?", [(piece.id,) for piece in pieces])
        self._connection.execute("DELETE FROM match_pieces WHERE postings = 0")
        return merged

    def _merged(self, pieces: Sequence[_Piece], *, taking: bool = False) -> Iterator[NDArray[np.uint64]]:
        """The postings of pieces, in parts that have all of a bucket in any of them or in what they become.

        When they are taken out, what is made of them goes where they were, and the file hardly grows.
        """
        step = 1 << (KEY_BITS - _bits(sum(piece.size for piece in pieces), _AT_ONCE))
        for low in range(0, 1 << KEY_BITS, step):
            found = [self._between(piece, low, low + step) for piece in pieces]
            for piece in pieces if taking else ():
                bounds = piece.id << KEY_BITS, *piece.places(np.array([low + step], np.uint64)).tolist()
                self._connection.execute("DELETE FROM match_postings WHERE place >= ? AND place < ?", bounds)
            yield np.sort(np.concatenate(found)) if found else np.empty(0, np.uint64)

    def _between(self, piece: _Piece, low: int, high: int) -> NDArray[np.uint64]:
        """Postings whose keys lie within bounds, the upper one not among them."""
        first, last = piece.places(np.array([low, high - 1], np.uint64)).tolist()
        sql = "SELECT place, keys, counts, claims FROM match_postings WHERE place BETWEEN ? AND ? ORDER BY place"
        held = piece.lists(self._connection.execute(sql, (first, last)).fetchall()).postings()
        held = held[piece.without_gone(claims_of(held))]
        keys = keys_of(held)
        return held[np.searchsorted(keys, np.uint64(low)) : np.searchsorted(keys, np.uint64(high))]

    def _write(self, parts: Iterable[NDArray[np.uint64]], size: int, first: int, last: int) -> _Piece:
        """Make a piece of so many postings or fewer, which come in parts."""
        bits = _bits(size, _BUCKET)
        sql = "INSERT INTO match_pieces (bits, postings, first_claim, last_claim) VALUES (?, ?, ?, ?)"
        id_ = self._connection.execute(sql, (bits, size, first, last)).lastrowid or 0
        piece = _Piece(id_, bits, size, first, last)
        left = sum(self._put_rows(piece, part) for part in parts)
        self._connection.execute("UPDATE match_pieces SET postings = ? WHERE id = ?", (left, id_))
        return replace(piece, size=left)

    def _put_rows(self, piece: _Piece, some: NDArray[np.uint64]) -> int:
        """Put postings into a piece; gives how many."""
        low = piece.id << KEY_BITS
        self._connection.executemany(
            "INSERT INTO match_postings (place, keys, counts, claims) VALUES (?, ?, ?, ?)",
            ((low | number, *row) for number, *row in pack(some, piece.bits, width(piece.last))),
        )
        return some.size


def _bits(size: int, each: int) -> int:
    """Bits that tell apart parts of a size, of which there are a power of two."""
    return max(0, (size - 1) // each).bit_length()


def _rank(size: int) -> int:
    """How many times larger than a small one a piece is, as a power of ``_SEVERAL``."""
    rank = 0
    while size > _SMALL:
        size //= _SEVERAL
        rank += 1
    return rank

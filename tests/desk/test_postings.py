"""That every list of claims comes back as it was put in, however it is packed, cut into pieces and merged."""

from __future__ import annotations

import random
import sqlite3
from collections import defaultdict
from contextlib import closing
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest

from factcheck.desk import postings as module
from factcheck.desk.packing import Lists, distinct, pack, sums_of
from factcheck.desk.packing import postings as made
from factcheck.desk.postings import SCHEMA, Postings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray


def numbers(some: list[int]) -> NDArray[np.uint64]:
    return np.array(some, np.uint64)


@pytest.fixture
def base() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in SCHEMA:
            connection.execute(statement)
        yield connection


def read(lists: Postings, keys: list[int], most: int = 10_000) -> list[list[int]]:
    wanted = sorted(set(keys))
    held, pieces = lists.read(numbers(wanted), most)
    found: dict[int, list[int]] = defaultdict(list)
    for bounds, claims in pieces:
        for key, (begin, end) in zip(wanted, pairwise(bounds.tolist()), strict=True):
            found[key] += claims[begin:end].tolist()
    assert all(count >= len(found[key]) for key, count in zip(wanted, held.tolist(), strict=True))
    return [sorted(found[key]) for key in keys]


@pytest.mark.parametrize("bits", [0, 5, 16, 20])
@pytest.mark.parametrize("width", [3, 4])
def test_packed_postings_come_back(bits: int, width: int) -> None:
    chance = random.Random(bits)
    keys = [0, 2**32 - 1, *(chance.randrange(2**32) for _ in range(200)), *[7] * 700]
    claims = [chance.randrange(1, 256**width) for _ in keys]
    some = distinct(made(numbers(keys), numbers(claims)))
    rows = [(number, bytes(told), bytes(counts), bytes(ids)) for number, told, counts, ids in pack(some, bits, width)]
    assert len(rows) == len({key >> (32 - bits) for key in keys})
    lists = Lists.unpack(rows, bits, width)
    assert lists.postings().tolist() == some.tolist()
    counts, found = lists.find(numbers([7, 8, 2**32 - 1]), 300)
    assert counts.tolist() == [700, 0, 1]
    assert found.tolist() == [*(some[some >> np.uint64(32) == 7] & np.uint64(2**32 - 1)).tolist()[:300], claims[1]]


def test_lots_are_read_together_and_become_few_pieces(base: sqlite3.Connection) -> None:
    chance = random.Random(3)
    lists = Postings(base)
    expected: dict[int, set[int]] = defaultdict(set)
    for lot in range(70):
        keys = [chance.randrange(400) << 22 for _ in range(600)]
        claims = [lot * 100 + chance.randrange(100) + (1 << 24) * (lot > 60) for _ in keys]
        lists.add(numbers(keys), numbers(claims))
        for key, claim in zip(keys, claims, strict=True):
            expected[key].add(claim)
    keys = [*expected, 5]
    assert read(lists, keys) == [sorted(expected[key]) for key in keys]
    assert base.execute("SELECT count(*) FROM match_pieces").fetchone()[0] < 10
    lists.settle()
    assert read(lists, keys) == [sorted(expected[key]) for key in keys]
    assert base.execute("SELECT count(*), sum(postings) FROM match_pieces").fetchone() == (
        1,
        sum(map(len, expected.values())),
    )


def test_what_is_taken_out_is_not_found_and_goes_with_the_next_merge(base: sqlite3.Connection) -> None:
    lists = Postings(base)
    lists.add(numbers([1, 1, 2]), numbers([10, 11, 10]))
    lists.add(numbers([1, 3]), numbers([12, 12]))
    lists.remove(numbers([10, 99]))
    assert read(lists, [1, 2, 3]) == [[11, 12], [], [12]]
    lists.add(numbers([4]), numbers([10]))
    assert read(lists, [1, 2, 4]) == [[11, 12], [], [10]]
    assert sum(part.size for part in lists.all()) == 4
    lists.settle()
    assert base.execute("SELECT postings, gone FROM match_pieces").fetchall() == [(4, b"")]
    assert read(lists, [1, 2, 4]) == [[11, 12], [], [10]]


def test_a_piece_from_which_much_is_gone_is_written_anew(
    base: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MOST_GONE", 2)
    lists = Postings(base)
    lists.add(numbers([1, 2, 3, 4]), numbers([10, 11, 12, 13]))
    lists.remove(numbers([10, 11, 12]))
    assert base.execute("SELECT postings, gone FROM match_pieces").fetchall() == [(1, b"")]
    lists.remove(numbers([13]))
    assert read(lists, [1, 2, 3, 4]) == [[], [], [], []]


def test_a_large_merge_is_done_in_parts(base: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_AT_ONCE", 500)
    lists = Postings(base)
    keys = [key << 20 for key in range(1_000)]
    for claim in range(4):
        lists.add(numbers(keys), numbers([claim + 1] * len(keys)))
    assert base.execute("SELECT count(*) FROM match_pieces").fetchone() == (1,)
    assert base.execute("SELECT count(DISTINCT place >> 32) FROM match_postings").fetchone() == (1,)
    parts = list(lists.all())
    assert len(parts) == 8
    assert sum(part.size for part in parts) == 4_000
    assert read(lists, keys[::100]) == [[1, 2, 3, 4]] * 10


def test_sums_tell_postings_apart() -> None:
    some = made(numbers([1, 2, 3]), numbers([4, 5, 6]))
    other = made(numbers([1, 2, 3]), numbers([4, 6, 5]))
    assert sums_of(some).tolist() == (sums_of(some[:1]) + sums_of(some[1:])).tolist()
    assert sums_of(some).tolist() != sums_of(other).tolist()

"""What it costs to meet the claims of an article with an archive, against the two naive ways, on the same claims.

    python tests/bench/matching.py [--claims N] [--json]

The archive is made up: sentences put together from a few hundred words, with names and figures. The queries are claims
of it with one figure changed. Each way is timed in CPU seconds for 100 claims and asked for the claim that a query was
made from: ``process.extract`` with WRatio looks at every claim, FTS5 ranks by bm25 with all words of the query. CPU
times depend on the machine and its load: trust the ratio and the recall.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sqlite3
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from factcheck.archive import Query, add, match
from factcheck.desk import connect

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.desk import Desk

QUERIES = 100
SLOW_QUERIES = 10
"""The naive ways are timed on so many, and the time is scaled."""


def make_words(chance: random.Random, count: int) -> list[str]:
    """Words that can be said, the first of them the most frequent."""
    return [
        "".join(chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(chance.randint(2, 4)))
        for _ in range(count)
    ]


def make_archive(chance: random.Random, count: int) -> list[str]:
    """Claims of 8 to 20 words, common ones and rare ones, a name, and one or two figures."""
    words = make_words(chance, 8_000)
    weights = [1 / (rank + 5) for rank in range(len(words))]
    claims = []
    for _ in range(count):
        body = chance.choices(words, weights, k=chance.randint(8, 20))
        body[chance.randrange(len(body))] = str(chance.randint(2, 9_999))
        claims.append(f"{chance.choice(words).title()} {' '.join(body)} in {chance.randint(1950, 2025)}.")
    return claims


def cost(
    find: Callable[[Sequence[str]], list[str]], queries: Sequence[str], targets: Sequence[str]
) -> tuple[float, float]:
    """CPU seconds for 100 claims, and the share of the targets that came first."""
    start = time.process_time()
    found = find(queries)
    seconds = (time.process_time() - start) * QUERIES / len(queries)
    return seconds, sum(one == target for one, target in zip(found, targets, strict=True)) / len(targets)


def ours(desk: Desk) -> Callable[[Sequence[str]], list[str]]:
    """The matching of this project."""

    def find(queries: Sequence[str]) -> list[str]:
        found = match([Query("", query) for query in queries], desk)
        return [matches[0].text if matches else "" for matches in found]

    return find


def wratio(claims: Sequence[str]) -> Callable[[Sequence[str]], list[str]]:
    """RapidFuzz over all claims."""
    return lambda queries: [process.extract(query, claims, scorer=fuzz.WRatio, limit=5)[0][0] for query in queries]


def bm25(claims: Sequence[str]) -> Callable[[Sequence[str]], list[str]]:
    """FTS5 with all words of the query."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE claims USING fts5(text)")
    connection.executemany("INSERT INTO claims VALUES (?)", [(claim,) for claim in claims])

    def find(queries: Sequence[str]) -> list[str]:
        sql = "SELECT text FROM claims WHERE claims MATCH ? ORDER BY rank LIMIT 5"
        asked = (" OR ".join(f'"{word}"' for word in re.findall(r"\w+", query)) for query in queries)
        return [connection.execute(sql, (words,)).fetchone()[0] for words in asked]

    return find


def main() -> None:
    """Make an archive, ask it in three ways, print what that costs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=10_000, help="size of the archive (default 10000)")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    chance = random.Random(7)
    claims = make_archive(chance, options.claims)
    targets = chance.sample(claims, QUERIES)
    queries = [re.sub(r"\d+", lambda figure: str(int(figure[0]) + 1), target, count=1) for target in targets]
    with tempfile.TemporaryDirectory() as folder, connect(Path(folder) / "desk.db") as desk:
        path = Path(folder) / "archive.jsonl"
        rows = ({"text": claim, "article": f"Story {number // 40}"} for number, claim in enumerate(claims))
        path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
        start = time.process_time()
        add([path], desk)
        adding = time.process_time() - start
        slow = SLOW_QUERIES
        costs = {
            "factcheck": cost(ours(desk), queries, targets),
            "process.extract with WRatio": cost(wratio(claims), queries[:slow], targets[:slow]),
            "FTS5 bm25 with all words": cost(bm25(claims), queries[:slow], targets[:slow]),
        }
    base = costs["factcheck"][0]
    report = {
        way: {"cpu_seconds": round(seconds, 3), "ratio": round(seconds / base, 1), "first": round(recall, 3)}
        for way, (seconds, recall) in costs.items()
    }
    if options.json:
        print(json.dumps({"claims": options.claims, "adding_cpu_seconds": round(adding, 2), "per_100_claims": report}))
        return
    print(f"archive of {options.claims:,} claims, added in {adding:.1f} s CPU; for 100 claims:")
    print(f"{'':30}{'CPU s':>10}{'ratio':>10}{'first':>10}")
    for way, row in report.items():
        print(f"{way:30}{row['cpu_seconds']:>10}{row['ratio']:>10}{row['first']:>10}")


if __name__ == "__main__":
    main()

"""An archive of a newsroom's size: what it costs to make, to keep, and to meet an article's claims with; what is found.

    uv run python tests/bench/archive.py MAKER [--sizes 10000 100000 1000000] [--seed N] [--json]

MAKER is a script that is called as ``MAKER N --out FILE --queries FILE --seed S`` and writes N ready claims, JSONL for
``factcheck add``, and labelled queries: ``{"id", "class", "text", "target": id of a claim or null, "relation"}``. Each
article is 100 of these queries, drawn anew. At the size of ``--compare-at`` the same claims are put to what one would
write at first: ``rapidfuzz.process.extract`` with two scorers over all texts, and FTS5 with all words and bm25.

"Together" is what the app and ``factcheck match ARTICLE`` ask: the claims of one article, with the facts found
in it, so that earlier articles on its event count, too. Else it is ``factcheck match --claims``: each claim for itself.

CPU seconds depend on the machine and what else it does: trust the ratios, and how the figures grow.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from rapidfuzz import fuzz, process

from factcheck.archive import Query, add, match
from factcheck.desk import connect
from factcheck.extraction.facts import find_facts
from factcheck.model import Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.model import Match

T = TypeVar("T")

ARTICLE = 100
"""Claims of an article."""
ARTICLES = 15
FIRST = 5
"""Matches among which the labelled claim has to be."""
SLOW = {"WRatio": 5, "token_set_ratio": 10, "FTS5 bm25": 20}
"""Queries that the naive ways are timed on; what they take is scaled to an article."""


@dataclass(frozen=True)
class Asked:
    """A labelled query."""

    name: str
    kind: str
    text: str
    target: int | None
    relation: str | None


def read_rows(path: Path) -> Iterator[dict[str, object]]:
    """The objects of a JSONL file."""
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def peak() -> int:
    """The most memory that this process has taken, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def alone(do: Callable[..., T], *arguments: object) -> T:
    """Do something in a process of its own, so that its peak of memory is its own too."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(do, *arguments).result()


def cpu(do: Callable[[], object]) -> float:
    """CPU seconds that something takes."""
    began = time.process_time()
    do()
    return time.process_time() - began


def percentile(values: Sequence[float], share: float) -> float:
    """The value that such a share of the others does not exceed."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def judge(asked: Sequence[Asked], found: dict[str, tuple[Match, ...]], texts: dict[int, str]) -> dict[str, object]:
    """Recall and relation by class, and how often a query without an earlier claim is told of one all the same."""
    recall: dict[str, list[bool]] = defaultdict(list)
    right: dict[str, list[bool]] = defaultdict(list)
    false = []
    for one in asked:
        matches = found[one.name][:FIRST]
        if one.target is None:
            false.append(any(match.relation is not Relation.NEAR for match in matches))
            continue
        hit = next((match for match in matches if match.text.strip() == texts[one.target].strip()), None)
        recall[one.kind].append(hit is not None)
        right[one.kind].append(hit is not None and hit.relation.value == one.relation)
    told: dict[str, object] = {f"recall {kind}": share(hits) for kind, hits in recall.items()}
    told |= {f"relation {kind}": share(hits) for kind, hits in right.items()}
    return told | {"held out, with same or conflict": share(false)}


def share(hits: Sequence[bool]) -> float:
    """How many of them are true."""
    return round(sum(hits) / max(1, len(hits)), 3)


def index_bytes(path: Path) -> dict[str, int]:
    """Bytes of the index and of the normalised texts that the scorer compares."""
    with sqlite3.connect(path) as plain:
        sizes = {
            table: plain.execute(sql).fetchone()[0] or 0
            for table, sql in {
                "keys": "SELECT sum(length(keys) + length(counts) + length(claims) + 12) FROM match_postings",
                "titles": "SELECT sum(length(block)) FROM match_titles_data",
                "stems": "SELECT sum(length(stem) + 4) FROM match_stems",
                "texts": "SELECT sum(length(CAST(normalised AS BLOB)) + 6) FROM match_texts",
            }.items()
        }
    return {"index": sizes["keys"] + sizes["titles"] + sizes["stems"], "texts": sizes["texts"]}


def take_in(backlog: Path, path: Path, asked: Sequence[Asked], size: int) -> dict[str, object]:
    """Take the archive in, and single articles besides."""
    with connect(path) as desk:
        taking = cpu(lambda: add([backlog], desk))
        told: dict[str, object] = {
            "CPU s to take in, per million": round(taking / size * 1e6, 1),
            "peak MB while taking in": peak(),
        }
        costs = []
        for number in range(9):
            article = path.with_name("more.jsonl")
            rows = [{"text": f"{one.text} ({number})", "article": f"Article {number}"} for one in asked[:ARTICLE]]
            article.write_text("\n".join(map(json.dumps, rows)), "utf-8")
            costs.append(cpu(lambda: add([article], desk)))  # noqa: B023  # at once
            desk.articles.remove(desk.articles.find(f"article-{number}").id)
    return told | {"ms CPU to take in an article": round(1_000 * percentile(costs, 0.5), 1)}


def drawn(asked: Sequence[Asked], seed: int) -> list[list[Asked]]:
    """Articles made of the queries."""
    order = list(asked)
    random.Random(seed).shuffle(order)
    return [order[start : start + ARTICLE] for start in range(0, len(order), ARTICLE)][:ARTICLES]


def meet_together(path: Path, asked: Sequence[Asked], seed: int) -> dict[str, object]:
    """Meet articles with an archive as the app does."""
    articles = [[Query(one.name, one.text, facts=find_facts(one.text)) for one in part] for part in drawn(asked, seed)]
    with connect(path) as desk:
        match(articles[-1], desk, limit=FIRST, together=True)
        costs = [cpu(lambda: match(article, desk, limit=FIRST, together=True)) for article in articles]  # noqa: B023  # at once
    return {
        "ms CPU together, p50": round(1_000 * percentile(costs, 0.5), 1),
        "ms CPU together, p95": round(1_000 * percentile(costs, 0.95), 1),
    }


def meet(path: Path, asked: Sequence[Asked], seed: int) -> tuple[dict[str, object], dict[str, tuple[Match, ...]]]:
    """Meet the queries with an archive, an article at a time, and one article with a desk that was just opened."""
    articles = drawn(asked, seed)
    found: dict[str, tuple[Match, ...]] = {}

    def ask(article: Sequence[Asked]) -> None:
        queries = [Query(one.name, one.text) for one in article]
        found.update(zip((one.name for one in article), match(queries, desk, limit=FIRST), strict=True))

    with connect(path) as desk:
        first = cpu(lambda: ask(articles[0]))
    with connect(path) as desk:
        ask(articles[-1])
        costs = [cpu(lambda: ask(article)) for article in articles]  # noqa: B023  # at once
    told: dict[str, object] = {
        "ms CPU an article, p50": round(1_000 * percentile(costs, 0.5), 1),
        "ms CPU an article, p95": round(1_000 * percentile(costs, 0.95), 1),
        "ms CPU, first after opening": round(1_000 * first, 1),
        "peak MB while matching": peak(),
    }
    return told, found


def naive(texts: Sequence[str], asked: Sequence[Asked]) -> dict[str, float]:
    """CPU seconds for 100 claims in the ways that one would write at first."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE claims USING fts5(text)")
    base.executemany("INSERT INTO claims (text) VALUES (?)", [(text,) for text in texts])

    def by_bm25(text: str) -> None:
        words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", text))
        base.execute("SELECT rowid FROM claims WHERE claims MATCH ? ORDER BY bm25(claims) LIMIT 5", (words,)).fetchall()

    ways: dict[str, Callable[[str], object]] = {
        "WRatio": lambda text: process.extract(text, texts, scorer=fuzz.WRatio, limit=FIRST),
        "token_set_ratio": lambda text: process.extract(text, texts, scorer=fuzz.token_set_ratio, limit=FIRST),
        "FTS5 bm25": by_bm25,
    }
    return {
        name: cpu(lambda: [way(one.text) for one in asked[: SLOW[name]]]) * ARTICLE / SLOW[name]  # noqa: B023  # at once
        for name, way in ways.items()
    }


def measure(size: int, maker: Path, seed: int, folder: Path, *, compare: bool) -> dict[str, object]:
    """Make an archive of a size and measure it."""
    backlog, labels, path = folder / "backlog.jsonl", folder / "queries.jsonl", folder / "desk.db"
    command = [sys.executable, maker, size, "--out", backlog, "--queries", labels, "--seed", seed]
    subprocess.run([str(part) for part in command], check=True)
    asked = [
        Asked(row["id"], row["class"], row["text"], row["target"], row["relation"])  # type: ignore[arg-type]  # as made
        for row in read_rows(labels)
    ]
    targets = {one.target for one in asked}
    texts = {int(str(row["id"])): str(row["text"]) for row in read_rows(backlog) if compare or row["id"] in targets}
    told = alone(take_in, backlog, path, asked, size)
    sizes = index_bytes(path)
    told |= {
        "bytes a claim, index": round(sizes["index"] / size, 1),
        "bytes a claim, normalised text": round(sizes["texts"] / size, 1),
        "bytes a claim, whole desk": round(path.stat().st_size / size, 1),
    }
    figures, found = alone(meet, path, asked, seed)
    told |= figures | alone(meet_together, path, asked, seed)
    told |= judge([one for one in asked if one.name in found], found, texts)
    if compare:
        ours = float(str(figures["ms CPU an article, p50"])) / 1_000
        for name, seconds in naive(list(texts.values()), asked).items():
            told[f"{name}: CPU s an article"] = round(seconds, 2)
            told[f"{name}: times ours"] = round(seconds / ours)
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("maker", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--compare-at", type=int, default=100_000, help="the size at which the naive ways are tried")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    table = {}
    for size in arguments.sizes:
        with tempfile.TemporaryDirectory() as folder:
            table[size] = measure(
                size, arguments.maker, arguments.seed, Path(folder), compare=size == arguments.compare_at
            )
    if arguments.json:
        print(json.dumps(table))
        return
    names = list(dict.fromkeys(name for figures in table.values() for name in figures))
    print(f"{'':34}" + "".join(f"{size:>12,}" for size in table))
    for name in names:
        print(f"{name:<34}" + "".join(f"{figures.get(name, '')!s:>12}" for figures in table.values()))


if __name__ == "__main__":
    main()

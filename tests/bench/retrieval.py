"""How well a search by free text finds the fact-check that is about it, beside SQLite's own BM25 on the same queries.

    uv run python tests/bench/retrieval.py DIR [--learn] [--json]

``DIR`` has CheckThat!'s retrieval data: ``politifact_claims.jsonl.gz`` and ``debates_train.*`` (2021, task 2B),
``snopes_claims.jsonl.gz``, ``tweets_train_dev.queries.tsv``, ``tweets_train.qrels``, ``tweets_dev.qrels`` (2022, 2A).
Fact-checks become earlier claims, each the article that it was published as.

``--learn`` learns the weights of ``factcheck.archive.reworded`` from the training queries of both: the measures of a
relevant candidate less those of others are to be positive, by logistic regression without an intercept. It prints MAP@5
on the debates by cross-validation in five parts, since no other queries on them are at hand; of the tweets the dev
queries are held out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sqlite3
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

import factcheck.archive
from factcheck.archive import Query, add, search
from factcheck.archive.reworded import MEASURES, POOL, Pool, read, spoken
from factcheck.desk import connect
from factcheck.normalise import normalised

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.desk import Desk

Claims = list[tuple[str, str, str]]
"""Id, claim, headline."""
Floats = npt.NDArray[np.float64]
Measured = dict[str, tuple[list[str], Floats]]
"""For each query its candidates and their measures, a row each."""

PARTS = 5
OTHERS = 30
"""Irrelevant candidates that a relevant one is compared with."""
PULL = 0.01
"""Inverse strength of the ridge."""

TASKS = {
    "debates, training queries": ("politifact_claims.jsonl.gz", "debates_train.queries.tsv", "debates_train.qrels"),
    "tweets, dev queries": ("snopes_claims.jsonl.gz", "tweets_train_dev.queries.tsv", "tweets_dev.qrels"),
}


def read_claims(path: Path) -> Claims:
    """The fact-checks of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return [(row["vclaim_id"], row["vclaim"], row.get("title") or "") for row in rows]


def read_queries(path: Path) -> dict[str, str]:
    """Texts by id."""
    lines = path.read_text("utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines)


def read_relevant(path: Path) -> dict[str, set[str]]:
    """The fact-checks that are about each query."""
    relevant: dict[str, set[str]] = defaultdict(set)
    for line in path.read_text("utf-8").splitlines():
        query, _, claim, value = line.split()
        if int(value) > 0:
            relevant[query].add(claim)
    return dict(relevant)


def make_desk(folder: Path, name: str, claims: Claims) -> tuple[Desk, Mapping[tuple[str, str], str]]:
    """Take fact-checks into a new desk.

    Returns:
        The desk, to be closed by the caller, and the id of each claim by its text and headline.
    """
    file = folder / f"{name}.jsonl"
    rows = [{"text": text or title, "article": title or text} for _, text, title in claims]
    file.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    desk = connect(folder / f"{name}.db")
    add([file], desk)
    known: dict[tuple[str, str], str] = {}
    for (claim, _, _), row in zip(claims, rows, strict=True):
        known.setdefault((row["text"].strip(), row["article"].strip()), claim)
    return desk, known


def score(run: Mapping[str, list[str]], relevant: Mapping[str, set[str]]) -> tuple[float, float]:
    """MAP@5 and R@100."""
    precision = recall = 0.0
    for query, wanted in relevant.items():
        got = run.get(query, [])
        hits = [place for place, claim in enumerate(got[:5]) if claim in wanted]
        precision += sum((n + 1) / (place + 1) for n, place in enumerate(hits)) / min(5, len(wanted))
        recall += len(wanted.intersection(got[:100])) / len(wanted)
    return precision / len(relevant), recall / len(relevant)


def plain_bm25(claims: Claims, queries: Mapping[str, str]) -> dict[str, list[str]]:
    """FTS5 with the Porter stemmer over claim and headline, as one would write it."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE claims USING fts5(claim, title, tokenize = 'porter unicode61')")
    base.executemany("INSERT INTO claims (claim, title) VALUES (?, ?)", [(claim, title) for _, claim, title in claims])
    run = {}
    for name, text in queries.items():
        words = " OR ".join(f'"{word}"' for word in dict.fromkeys(re.findall(r"\w+", text.lower())))
        rows = base.execute("SELECT rowid FROM claims WHERE claims MATCH ? ORDER BY bm25(claims) LIMIT 100", (words,))
        run[name] = [claims[row - 1][0] for (row,) in rows]
    return run


def measure(desk: Desk, known: Mapping[tuple[str, str], str], queries: Mapping[str, str]) -> Measured:
    """Look up the candidates of each query and measure them."""
    found = {}
    for name, asked in queries.items():
        text = spoken(asked)
        with desk.reading():
            ids = [id_ for id_, _ in desk.index.candidates([normalised(text)], limit=POOL, wide=True)[0]]
            earlier = desk.index.earlier(ids)
            claims = [(read(earlier[id_].text), read(earlier[id_].article)) for id_ in ids]
            weights = desk.index.weights(read(text).terms.union(*(part.terms for pair in claims for part in pair)))
        pool = Pool(claims, weights)
        rows = pool.measures(read(text))
        names = [known.get((earlier[id_].text, earlier[id_].article), "") for id_ in ids]
        found[name] = names, np.array(rows, float).reshape(len(ids), len(MEASURES))
    return found


def differences(measured: Measured, relevant: Mapping[str, set[str]]) -> Floats:
    """What the relevant have more of than others, a row for each pair."""
    rows = []
    for query, wanted in relevant.items():
        names, values = measured[query]
        best = np.argsort(-values[:, 0])
        others = [place for place in best if names[place] not in wanted][:OTHERS]
        rows += [values[place] - values[other] for place in best if names[place] in wanted for other in others]
    return np.array(rows)


def learn(rows: Floats) -> Floats:
    """The weights for which most differences are positive."""
    both = np.vstack([rows, -rows])
    labels = np.repeat([1, 0], len(rows))
    model = LogisticRegression(fit_intercept=False, C=PULL, max_iter=1_000).fit(both, labels)
    return np.asarray(model.coef_[0], float)


def ranked(measured: Measured, queries: Iterable[str], weights: Floats) -> dict[str, list[str]]:
    """The candidates of each query by their weighted measures."""
    run = {}
    for query in queries:
        names, values = measured[query]
        run[query] = [names[place] for place in np.argsort(-(values @ weights), kind="stable")]
    return run


def learn_all(data: Path) -> None:
    """Learn the weights, print what they are good for, and write them down."""
    with tempfile.TemporaryDirectory() as folder:
        desk, known = make_desk(Path(folder), "politifact", read_claims(data / "politifact_claims.jsonl.gz"))
        debates = read_relevant(data / "debates_train.qrels")
        asked = read_queries(data / "debates_train.queries.tsv")
        with desk:
            of_debates = measure(desk, known, {query: asked[query] for query in debates})
        desk, known = make_desk(Path(folder), "snopes", read_claims(data / "snopes_claims.jsonl.gz"))
        tweets = read_relevant(data / "tweets_train.qrels")
        asked = read_queries(data / "tweets_train_dev.queries.tsv")
        with desk:
            of_tweets = measure(desk, known, {query: asked[query] for query in tweets})
    of_all_tweets = differences(of_tweets, tweets)
    held_out: dict[str, list[str]] = {}
    names = sorted(debates)
    for part in range(PARTS):
        learned_on = {name: debates[name] for place, name in enumerate(names) if place % PARTS != part}
        weights = learn(np.vstack([differences(of_debates, learned_on), of_all_tweets]))
        held_out |= ranked(of_debates, names[part::PARTS], weights)
    words_alone = np.eye(len(MEASURES))[0]
    print(
        "debates, BM25 over claim and headline: MAP@5 {:.3f}, R@100 {:.3f}".format(
            *score(ranked(of_debates, names, words_alone), debates)
        )
    )
    print("debates, by cross-validation: MAP@5 {:.3f}, R@100 {:.3f}".format(*score(held_out, debates)))
    weights = learn(np.vstack([differences(of_debates, debates), of_all_tweets]))
    target = Path(factcheck.archive.__file__).with_name("reworded.json")
    told = {name: round(float(weight), 3) for name, weight in zip(MEASURES, weights, strict=True)}
    target.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    print(f"{target}: {told}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--learn", action="store_true", help="learn the weights anew first")
    arguments = parser.parse_args()
    if arguments.learn:
        learn_all(arguments.data)
    told = {}
    for task, (claims_file, queries_file, relevant_file) in TASKS.items():
        claims = read_claims(arguments.data / claims_file)
        relevant = read_relevant(arguments.data / relevant_file)
        queries = {name: text for name, text in read_queries(arguments.data / queries_file).items() if name in relevant}
        with tempfile.TemporaryDirectory() as folder:
            desk, known = make_desk(Path(folder), "archive", claims)
            with desk:
                began = time.process_time()
                found = search([Query(name, text) for name, text in queries.items()], desk, limit=100)
                took = (time.process_time() - began) / len(queries)
        ours = {
            name: [known.get((match.text, match.article), "") for match in matches]
            for name, matches in zip(queries, found, strict=True)
        }
        began = time.process_time()
        plain = plain_bm25(claims, queries)
        told[task] = {
            "queries": len(queries),
            "MAP@5": round(score(ours, relevant)[0], 3),
            "R@100": round(score(ours, relevant)[1], 3),
            "MAP@5 of bm25": round(score(plain, relevant)[0], 3),
            "R@100 of bm25": round(score(plain, relevant)[1], 3),
            "ms CPU a query": round(1_000 * took, 1),
        }
    if arguments.json:
        print(json.dumps(told))
        return
    for task, figures in told.items():
        print(task)
        for name, figure in figures.items():
            print(f"  {name:<16} {figure}")


if __name__ == "__main__":
    main()

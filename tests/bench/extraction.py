"""What the whole extraction costs over bare ``nlp(text)`` of the same pipeline, on the same texts.

    python tests/bench/extraction.py [FILE…] [--json]

Without files the stories of ``fixtures/`` are taken. Each way is run once to warm up and then timed in CPU seconds, by
turns, and the least of three is kept; so is taking the same files into an archive. Then a story of growing length is
made of the same paragraphs, to show that the cost of a word does not grow. CPU times depend on the machine and its
load: trust the ratios.
"""

from __future__ import annotations

import argparse
import importlib
import json
import resource
import tempfile
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.archive import add
from factcheck.desk import connect
from factcheck.extraction import extract
from factcheck.extraction.pipeline import DEFAULT
from factcheck.reading import read, read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.model import Article

STORIES = Path(__file__).parents[2] / "fixtures"
ROUNDS = 3
LENGTHS = (500, 2_000, 5_000, 20_000)
"""Words of the stories that show how the cost grows."""


def cpu(run: Callable[[], object]) -> float:
    """CPU seconds of one run."""
    start = time.process_time()
    run()
    return time.process_time() - start


def words(articles: Sequence[Article]) -> int:
    return sum(len(article.draft.text.split()) for article in articles)


def story(articles: Sequence[Article], count: int) -> Article:
    """A story of about so many words, from the paragraphs of others in turn."""
    paragraphs = [part for article in articles for part in article.draft.text.split("\n\n") if len(part.split()) > 12]
    taken, length = ["A story of many paragraphs"], 0
    while length < count:
        taken.append(paragraphs[(len(taken) - 1) % len(paragraphs)])
        length += len(taken[-1].split())
    return read_bytes("\n\n".join(taken).encode(), "story.txt")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    files = options.files or sorted(STORIES.glob("*.txt"))
    articles = [replace(read(path), source=path.name) for path in files]
    texts = [article.draft.text for article in articles]
    plain = importlib.import_module(DEFAULT).load()  # not ``pipeline.load``, which leaves parts out

    def bare() -> None:
        for text in texts:
            plain(text)

    def whole() -> None:
        for article in articles:
            extract(article)

    def taken_in() -> None:
        with tempfile.TemporaryDirectory() as folder, connect(Path(folder, "desk.db")) as desk:
            add(files, desk)

    bare()
    whole()
    rounds = [(cpu(bare), cpu(whole), cpu(taken_in)) for _ in range(ROUNDS)]
    bare_cost, whole_cost, backlog_cost = (min(costs) for costs in zip(*rounds, strict=True))
    growth = {}
    for length in LENGTHS:
        made = story(articles, length)
        growth[length] = words([made]) / cpu(partial(extract, made))
    report = {
        "words": words(articles),
        "bare_cpu_seconds": round(bare_cost, 2),
        "extraction_cpu_seconds": round(whole_cost, 2),
        "ratio": round(whole_cost / bare_cost, 2),
        "backlog_ratio": round(backlog_cost / bare_cost, 2),
        "words_per_cpu_second": round(words(articles) / whole_cost),
        "words_per_cpu_second_by_length": {length: round(rate) for length, rate in growth.items()},
        "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    if options.json:
        print(json.dumps(report))
        return
    print(f"{len(articles)} stories, {report['words']:,} words; CPU s")
    print(f"{'bare nlp(text)':24}{bare_cost:>10.2f}")
    print(f"{'whole extraction':24}{whole_cost:>10.2f}   {report['ratio']} of bare")
    print(f"{'taken into an archive':24}{backlog_cost:>10.2f}   {report['backlog_ratio']} of bare")
    print(f"{'words in the story':24}{'words per CPU s':>18}")
    for length, rate in growth.items():
        print(f"{length:<24,}{rate:>18,.0f}")
    print(f"peak memory {report['peak_memory_mb']} MB")


if __name__ == "__main__":
    main()

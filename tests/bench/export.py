"""What it costs to write what leaves the desk: 1,000 claims in 10,000 words, in each format of each kind.

    python tests/bench/export.py [--json]

Every claim has a verdict, a source, a note and two lines of log; every third one overlaps with the one before, every
fifth one has a suggested change.

* CPU: milliseconds for one file, the best of three
* to Markdown: the same, over the Markdown of the same kind (of the checklist, for the drafts)
* memory: by how many MB the process grew at its highest, in a process of its own
* growth: CPU a claim with 2,000 claims over that with 250; 1 where the time grows with the text alone
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import sys
import time
from datetime import UTC, date, datetime
from itertools import cycle

from factcheck.checklist import KINDS, render
from factcheck.model import (
    Article,
    ArticleId,
    ArticleRecord,
    Block,
    Checklist,
    Claim,
    ClaimId,
    ClaimRecord,
    Draft,
    Event,
    Progress,
    Publisher,
    Role,
    Section,
    Source,
    SourceKind,
    State,
    Verdict,
)

CLAIMS = 1000
SIZES = (250, 500, CLAIMS, 2000)
WHEN = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
_PARAGRAPH = 5
"""Sentences in one."""


def checklist(claims: int) -> Checklist:
    """A checklist with a claim a sentence of ten words."""
    text = ""
    blocks: list[Block] = []
    records: list[ClaimRecord] = []
    history: list[Event] = []
    start = before = 0
    for number, verdict in zip(range(1, claims + 1), cycle(Verdict), strict=False):
        begin = number % _PARAGRAPH == 1
        if begin:
            start = len(text) + 2 if text else 0
        text += ("\n\n" if text else "") if begin else " "
        at = len(text)
        text += f"In the year {1000 + number} they paid {number * 7} for the bridge."
        if number % _PARAGRAPH == 0 or number == claims:
            blocks.append(Block(start, len(text), Role.BODY))
        first = before if number % 3 == 0 and not begin else at
        before = at + 12
        words = text[first : len(text) - 1]
        records.append(
            ClaimRecord(
                ClaimId(number),
                number,
                Claim(f"c{number}", first, len(text) - 1, words, Section.BODY, ("date", "money")),
                verdict=verdict,
                sources=(Source(SourceKind.PRIMARY, "The book", f"page {number}", "", date(2026, 3, 11), "c0" * 32),),
                note="Seen in the book of the bridge.",
                replacement=words.replace("paid", "borrowed") if number % 5 == 0 else "",
                checker="Ada",
                checked_at=WHEN,
            )
        )
        for what in ("mark", "note"):
            change = ({"verdict": None}, {"verdict": verdict.value})
            history.append(
                Event(
                    len(history) + 1, WHEN, "Ada", what, ArticleId(1), ClaimId(number), *change, number, None, "ab" * 32
                )
            )
    article = Article("The price of a bridge", Draft(text, tuple(blocks)), "bridge.txt")
    record = ArticleRecord(ArticleId(1), "bridge", article, State.SIGNED_OFF, 1, extracted=True)
    third = claims // 3
    progress = Progress(claims, claims - 2 * third, third, third, 0)
    publisher = Publisher("The Bridge Post", "https://bridge.example", "https://bridge.example/stories/")
    return Checklist(record, tuple(records), (), tuple(history), "Ada", WHEN, progress, publisher=publisher)


def measured(what: str, form: str, claims: int) -> tuple[float, float, int]:
    """CPU seconds, growth of the process in MB, and the length of the file in bytes."""
    made = checklist(claims)
    render(checklist(1), form, what)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    data = render(made, form, what)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    times = []
    for _ in range(3):
        start = time.process_time()
        render(made, form, what)
        times.append(time.process_time() - start)
    # macOS counts bytes, Linux kilobytes.
    return min(times), grown / (1 << 20 if sys.platform == "darwin" else 1 << 10), len(data)


def main() -> None:
    """Measure every file, print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="one object")
    arguments = parser.parse_args()
    rows = []
    plain: dict[str, float] = {}
    for what, kind in KINDS.items():
        for form in kind.formats:
            found = {}
            for size in SIZES:
                # A process grows once: each file is written in a new one.
                with multiprocessing.get_context("spawn").Pool(1) as pool:
                    found[size] = pool.apply(measured, (what, form, size))
            seconds, memory, length = found[CLAIMS]
            plain.setdefault(what, seconds if form == "md" else plain.get("checklist", seconds))
            rows.append(
                {
                    "kind": what,
                    "format": form,
                    "cpu_ms": round(1000 * seconds, 1),
                    "to_markdown": round(seconds / plain[what], 2),
                    "memory_mb": round(memory, 1),
                    "file_kb": round(length / 1024),
                    "growth": round(found[SIZES[-1]][0] / SIZES[-1] / (found[SIZES[0]][0] / SIZES[0]), 2),
                    "cpu_ms_by_claims": {size: round(1000 * one[0], 1) for size, one in found.items()},
                }
            )
    if arguments.json:
        print(json.dumps({"claims": CLAIMS, "words": checklist(CLAIMS).article.article.draft.words, "files": rows}))
        return
    print(f"{'kind':10} {'format':6} {'CPU ms':>8} {'to Markdown':>12} {'memory MB':>10} {'file kB':>8} {'growth':>7}")
    for row in rows:
        told = "{kind:10} {format:6} {cpu_ms:8} {to_markdown:12} {memory_mb:10} {file_kb:8} {growth:7}"
        print(told.format(**row))


if __name__ == "__main__":
    main()

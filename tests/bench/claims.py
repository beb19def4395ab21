"""How well the claims that are found agree with those that careful readers marked.

    python tests/bench/claims.py FOLDER [--json]

``marks/`` holds what readers marked in news stories of Wikinews, as the UD English GUM corpus has them (CC BY 2.5):
start, end and checkability of each claim, in code points, made without a look at what factcheck finds. FOLDER holds the
stories themselves. A claim is found when intersection over union of the spans, without outer marks, reaches the limit,
one to one. A checkable claim is covered when nine tenths of its letters lie in claims that were found.
"""

from __future__ import annotations

import argparse
import json
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.extraction import extract
from factcheck.reading import read

if TYPE_CHECKING:
    from collections.abc import Sequence

MARKS = Path(__file__).with_name("marks")
LIMITS = (0.5, 0.8)
OUTER = " \t\n\"'“”‘’«».,;:!?–—-()[]"
COVERED = 0.9

Range = tuple[int, int]


def trimmed(text: str, start: int, end: int) -> Range:
    while start < end and text[start] in OUTER:
        start += 1
    while end > start and text[end - 1] in OUTER:
        end -= 1
    return start, end


def overlap(one: Range, two: Range) -> float:
    """Intersection over union."""
    both = max(0, min(one[1], two[1]) - max(one[0], two[0]))
    return both / (one[1] - one[0] + two[1] - two[0] - both) if both else 0.0


def pairs(marked: Sequence[Range], found: Sequence[Range], limit: float) -> int:
    """How many are found, the best agreement first."""
    ranked = sorted(
        ((overlap(one, two), i, j) for i, one in enumerate(marked) for j, two in enumerate(found)), reverse=True
    )
    left, right = set(range(len(marked))), set(range(len(found)))
    for share, i, j in ranked:
        if share >= limit and i in left and j in right:
            left.remove(i)
            right.remove(j)
    return len(marked) - len(left)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    marked_count = found_count = wanted = covered = 0
    hits = dict.fromkeys(LIMITS, 0)
    for path in sorted(MARKS.glob("*.json")):
        marks = json.loads(path.read_text("utf-8"))
        article = read(options.folder / marks["file"])
        text = article.draft.text
        if sha256(text.encode()).hexdigest() != marks["sha256"]:
            parser.error(f"{marks['file']} is not the text that was marked")
        marked = [trimmed(text, start, end) for start, end, _ in marks["claims"]]
        found = [trimmed(text, claim.start, claim.end) for claim in extract(article).claims]
        inside = {at for start, end in found for at in range(start, end)}
        for (start, end), (*_, checkable) in zip(marked, marks["claims"], strict=True):
            letters = [at for at in range(start, end) if text[at].isalnum()]
            wanted += checkable
            covered += checkable and sum(at in inside for at in letters) >= COVERED * len(letters)
        marked_count += len(marked)
        found_count += len(found)
        for limit in LIMITS:
            hits[limit] += pairs(marked, found, limit)
    report = {f"F at {limit}": round(2 * hit / (marked_count + found_count), 3) for limit, hit in hits.items()}
    report["covered"] = round(covered / wanted, 3)
    if options.json:
        print(json.dumps({"marked": marked_count, "found": found_count, **report}))
        return
    print(f"{marked_count} claims marked, {found_count} found")
    for name, value in report.items():
        print(f"{name:12}{value:>8}")


if __name__ == "__main__":
    main()

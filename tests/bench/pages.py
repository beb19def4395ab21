"""How much of what a file says is read, and how little else, against texts that people or others' readers took from it.

    uv run python tests/bench/pages.py FOLDER [--format html] [--worked-on | --kept] [--json]

FOLDER holds one folder for each format. Precision and recall count the runs of four words that text and gold share, as
in article-extraction-benchmark; F is of each file, and the mean of those is told. What a page's headline, dek, byline,
date, captions and credits are stands apart and is not counted, as it is not in the gold. A title is right when it
shares four fifths of its words with the given one, since a page prints one headline and gives others another; a date
when it is the day. Of the files of a format every second one by name was looked at while the reader was made; the
others were kept.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

from factcheck.model import Role
from factcheck.reading import AS_IS, FORMATS
from factcheck.reading.stamps import find_date, is_stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from factcheck.model import Article

GRAM = 4
LIKE = 0.8


@dataclass(frozen=True)
class Case:
    """A file, and what should come out of it."""

    path: Path
    gold: str
    title: str | None = None
    published: date | None = None
    story_only: bool = False
    """Whether only the running text is in the gold."""


@dataclass(frozen=True)
class Score:
    """What came out of it; shares 0 to 1, None where nothing is known."""

    name: str
    format: str
    precision: float
    recall: float
    f: float
    title: float | None
    """Likeness."""
    date: bool | None
    seconds: float
    """CPU time, without the start of the process that reads it."""


def html(folder: Path) -> Iterator[Case]:
    """Pages with the body that readers, or Readability.js, took from them."""
    for entry in json.loads((folder / "manifest.json").read_text("utf-8")):
        meta_path = folder / f"{entry['id']}.meta.json"
        meta = json.loads(meta_path.read_text("utf-8")) if meta_path.exists() else {}
        yield Case(
            folder / entry["file"],
            (folder / entry["gold"]).read_text("utf-8"),
            meta.get("title"),
            find_date(meta.get("publishedTime") or meta.get("publish_date") or ""),
            story_only=True,
        )


READERS: dict[str, Callable[[Path], Iterator[Case]]] = {"html": html}
"""The cases of each format, from the folder of its name."""


def story(article: Article) -> str:
    """The running text, with the datelines that stand in it."""
    text = article.draft.text
    parts = ((block.role, text[block.start : block.end]) for block in article.draft.blocks)
    told = {Role.BODY, Role.CROSSHEAD}
    return "\n".join(part for role, part in parts if role in told or (role is Role.DATELINE and not is_stamp(part)))


def grams(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + GRAM]) for at in range(max(1, len(words) - GRAM + 1)))


def likeness(one: str, other: str) -> float:
    first, second = (Counter(re.findall(r"\w+", text.casefold())) for text in (one, other))
    return 2 * (first & second).total() / max(1, first.total() + second.total())


def score(case: Case, kind: str) -> Score:
    data = case.path.read_bytes()
    began = time.process_time()
    article = FORMATS[case.path.suffix].read(data, case.path.name, AS_IS)
    seconds = time.process_time() - began
    found, gold = grams(story(article) if case.story_only else article.draft.text), grams(case.gold)
    both = (found & gold).total()
    precision, recall = both / max(1, found.total()), both / max(1, gold.total())
    return Score(
        case.path.stem,
        kind,
        precision,
        recall,
        2 * precision * recall / (precision + recall) if both else 0.0,
        likeness(article.title, case.title) if case.title else None,
        article.published == case.published if case.published else None,
        seconds,
    )


def summary(scores: Sequence[Score]) -> dict[str, float | int]:
    titles = [one.title >= LIKE for one in scores if one.title is not None]
    dates = [one.date for one in scores if one.date is not None]
    return {
        "files": len(scores),
        "precision": mean(one.precision for one in scores),
        "recall": mean(one.recall for one in scores),
        "f": mean(one.f for one in scores),
        "titles": mean(titles) if titles else 1.0,
        "of_titles": len(titles),
        "dates": mean(dates) if dates else 1.0,
        "of_dates": len(dates),
        "seconds": sum(one.seconds for one in scores),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--format", choices=[*READERS], action="append")
    half = parser.add_mutually_exclusive_group()
    half.add_argument("--worked-on", action="store_true", help="only every second file, from the first")
    half.add_argument("--kept", action="store_true", help="only the others")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    told = {}
    for kind in arguments.format or READERS:
        cases = sorted(READERS[kind](arguments.folder / kind), key=lambda case: case.path)
        chosen = cases[0::2] if arguments.worked_on else cases[1::2] if arguments.kept else cases
        told[kind] = [score(case, kind) for case in chosen]
    if arguments.json:
        print(json.dumps({kind: {"all": summary(all_), "files": [*map(asdict, all_)]} for kind, all_ in told.items()}))
        return
    for scores in told.values():
        print(f"{'':44} precision recall     F  title  date")
        for one in scores:
            title = "" if one.title is None else f"{one.title:.2f}"
            right = {None: "", True: "yes", False: "no"}[one.date]
            print(f"{one.name:44} {one.precision:9.3f} {one.recall:6.3f} {one.f:5.3f} {title:>6} {right:>5}")
        print(
            "{files} files: precision {precision:.3f}, recall {recall:.3f}, F {f:.3f},"
            " title {titles:.2f} of {of_titles}, date {dates:.2f} of {of_dates}, {seconds:.1f} s\n".format(
                **summary(scores)
            )
        )


if __name__ == "__main__":
    main()

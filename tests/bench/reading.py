"""How much of a document's text is recovered, and what reading costs.

    python tests/bench/reading.py [FOLDER] [--json]

FOLDER has a folder a format (``docx``, ``pdf``, …) with documents and the text that should come out; without it only
the cost is measured. Text is compared by runs of four words, a shorter text by the run of all of its words:

* recall: runs of the wanted text that came out
* precision: runs of what came out that are wanted
* low: documents with either below .97

The text that should come out of Word files is pandoc's plain one, which is not what a reader sees in three ways. It
leaves out the title, authors, date and abstract of a document, which are ours to keep: what stands at the head of a
story and nowhere in that text is not counted (*headed*). It leaves out text boxes: a document of which it has nothing
is not compared (*unknown*). It draws the cells of a table beside each other, so that their lines alternate: they are
read one cell after the other here.

The cost is CPU time of reading a Word file of 10,000 words, in this process: of getting its text (*text*) and of all of
it with the roles of its blocks (*whole*), over that of unpacking and parsing the same parts and joining the text of the
runs (*bare*), and over that of reading the same words from a plain text (*plain*).
"""

from __future__ import annotations

import argparse
import io
import json
import re
import time
import zipfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docx import Document
from lxml import etree

from factcheck.errors import FactcheckError
from factcheck.model import Role
from factcheck.reading import read, read_bytes, word
from factcheck.reading.package import Package
from factcheck.reading.word_styles import Styles
from factcheck.reading.word_walk import Walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from factcheck.model import Draft

RUN = 4
LOW = 0.97
ROUNDS = 15
_WORD = re.compile(r"\w+")
_RULE = re.compile(r"\+(?:[-=:]+\+)+")
"""Between the rows of a table that is drawn with cells in boxes."""
_HEAD = frozenset({Role.HEADLINE, Role.DEK, Role.BYLINE, Role.DATELINE})
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Case:
    """A document and the text that should come out."""

    document: Path
    wanted: Path


def word_files(folder: Path) -> Iterator[Case]:
    """Each Word file has its text beside it."""
    for path in sorted((folder / "docx").glob("*.docx")):
        yield Case(path, path.with_name(f"{path.name}.pandoc.txt"))


def pdf_files(folder: Path) -> Iterator[Case]:
    """PDFs are prints of pages, whose text lies with the pages."""
    for path in sorted((folder / "pdf").glob("*.pdf")):
        wanted = folder / "html" / f"{path.name.split('.')[0]}.gold.txt"
        if wanted.exists():
            yield Case(path, wanted)


CASES: Mapping[str, Callable[[Path], Iterator[Case]]] = {"docx": word_files, "pdf": pdf_files}
"""Where the documents of each format are."""


def words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text) if word.strip("_")]


def runs(found: Sequence[str]) -> Counter[tuple[str, ...]]:
    """The runs of words in a text, with how often each occurs."""
    size = min(RUN, len(found))
    return Counter(tuple(found[at : at + size]) for at in range(len(found) - size + 1)) if found else Counter()


def unboxed(text: str) -> str:
    """A plain text with the cells of its drawn tables one after the other."""
    out: list[str] = []
    row: list[str] = []
    for line in text.splitlines():
        if row and line.startswith("|"):
            row.append(line)
        elif _RULE.fullmatch(line):
            out += (cell.strip() for cells in zip(*(one.split("|") for one in row[1:]), strict=False) for cell in cells)
            row = [line]
        else:
            row = []
            out.append(line)
    return "\n".join(out)


def without_head(draft: Draft, wanted: Sequence[str]) -> str:
    """The text without what stands at its head and nowhere in the wanted one."""
    known = f" {' '.join(wanted)} "
    parts = ((block.role, draft.text[block.start : block.end]) for block in draft.blocks)
    return "\n".join(part for role, part in parts if role not in _HEAD or f" {' '.join(words(part))} " in known)


def recovered(cases: Iterable[Case]) -> dict[str, Any]:
    """Recall and precision over all documents of a format."""
    hits = wanted = found = count = 0
    low, headed, unknown = [], [], []
    for case in cases:
        want = words(unboxed(case.wanted.read_text("utf-8")))
        if not want:
            unknown.append(case.document.name)
            continue
        count += 1
        try:
            draft = read(case.document).draft
        except FactcheckError as error:
            low.append(f"{case.document.name}: {error}")
            wanted += runs(want).total()
            continue
        came = words(without_head(draft, want))
        if came != words(draft.text):
            headed.append(case.document.name)
        both = (runs(came) & runs(want)).total()
        hits, wanted, found = hits + both, wanted + runs(want).total(), found + runs(came).total()
        share = both / max(1, runs(want).total()), both / max(1, runs(came).total())
        if min(share) < LOW:
            low.append(f"{case.document.name}: {share[0]:.3f} / {share[1]:.3f}")
    ratios = {"recall": round(hits / max(1, wanted), 3), "precision": round(hits / max(1, found), 3)}
    return {"documents": count, **ratios, "low": low, "headed": headed, "unknown": unknown}


def long_file(words: int = 10_000) -> bytes:
    """A Word file of so many words, in paragraphs of four sentences, a run each."""
    sentence = "The bridge of {} took {} tonnes of steel, and the men who built it were paid on the last day of May. "
    document = Document()
    document.add_heading("Bridges", 0)
    done = 0
    while done < words:
        paragraph = document.add_paragraph()
        for _ in range(4):
            run = paragraph.add_run(sentence.format(1800 + done % 200, done))
            run.italic = done % 3 == 0 or None
            done += len(sentence.split())
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def cost() -> dict[str, float]:
    """What reading a long Word file costs over parsing it."""
    data = long_file()
    needed = ("_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml", "docProps/core.xml")

    def bare() -> str:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in needed:
                etree.fromstring(archive.read(part))
            root = etree.fromstring(archive.read("word/document.xml"))
        return "\n\n".join("".join(t.text or "" for t in p.iter(f"{_W}t")) for p in root.iter(f"{_W}p"))

    def text() -> str:
        package = Package(data, "long.docx")
        related = package.related(package.related("")["officeDocument"])
        root, styles = package.xml("word/document.xml"), package.xml(related["styles"])
        assert root is not None
        package.xml("docProps/core.xml")
        walk = Walk(root, Styles(styles))
        return "\n\n".join("".join(one.pieces) for one in walk.paragraphs if one.seen)

    def whole() -> str:
        return word.read(data, "long.docx").draft.text

    text_alone = whole()
    assert text_alone == bare() == text()

    def plain() -> str:
        return read_bytes(text_alone.encode(), "long.txt").draft.text

    seconds = {one.__name__: _seconds(one) for one in (bare, text, whole, plain)}
    return {
        "text over bare": seconds["text"] / seconds["bare"],
        "whole over bare": seconds["whole"] / seconds["bare"],
        "whole over plain": seconds["whole"] / seconds["plain"],
        "whole ms": 1000 * seconds["whole"],
    }


def _seconds(work: Callable[[], object]) -> float:
    """CPU seconds of the best of several rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    report: dict[str, Any] = (
        {} if options.folder is None else {name: recovered(cases(options.folder)) for name, cases in CASES.items()}
    )
    report["cost"] = {name: round(value, 2) for name, value in cost().items()}
    if options.json:
        print(json.dumps(report))
        return
    for name, values in report.items():
        print(name)
        for key, value in values.items():
            for one in value if isinstance(value, list) else [value]:
                print(f"  {key:18}{one}")


if __name__ == "__main__":
    main()

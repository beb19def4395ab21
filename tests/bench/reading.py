"""How much of a document's text is recovered, and what reading costs.

    python tests/bench/reading.py [FOLDER] [--json]

FOLDER has a folder a format (``docx``, ``pdf``, …) with documents and the text that should come out; without it only
the cost is measured. Text is compared by runs of four words, a shorter text by the run of all of its words:

* recall: runs of the wanted text that came out
* precision: runs of what came out that are wanted
* low: documents with either below .97

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
from factcheck.reading import read, read_bytes, word
from factcheck.reading.package import Package
from factcheck.reading.word_styles import Styles
from factcheck.reading.word_walk import Walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

RUN = 4
LOW = 0.97
ROUNDS = 15
_WORD = re.compile(r"\w+")
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


def runs(text: str) -> Counter[tuple[str, ...]]:
    """The runs of words in a text, with how often each occurs."""
    words = [word.casefold() for word in _WORD.findall(text) if word.strip("_")]
    size = min(RUN, len(words))
    return Counter(tuple(words[at : at + size]) for at in range(len(words) - size + 1)) if words else Counter()


def recovered(cases: Iterable[Case]) -> dict[str, Any]:
    """Recall and precision over all documents of a format."""
    hits = wanted = found = count = 0
    low = []
    for case in cases:
        count += 1
        try:
            came = runs(read(case.document).draft.text)
        except FactcheckError as error:
            low.append(f"{case.document.name}: {error}")
            came = Counter()
        want = runs(case.wanted.read_text("utf-8"))
        both = (came & want).total()
        hits, wanted, found = hits + both, wanted + want.total(), found + came.total()
        share = both / max(1, want.total()), both / max(1, came.total())
        if min(share) < LOW and want:
            low.append(f"{case.document.name}: {share[0]:.3f} / {share[1]:.3f}")
    ratios = {"recall": round(hits / max(1, wanted), 3), "precision": round(hits / max(1, found), 3)}
    return {"documents": count, **ratios, "low": low}


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

    words = whole()
    assert words == bare() == text()

    def plain() -> str:
        return read_bytes(words.encode(), "long.txt").draft.text

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

"""The checks on whole stories: how many planted errors they find, and that they raise nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from factcheck.consistency import examine
from factcheck.model import Severity
from factcheck.reading import read
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Extraction

FIXTURES = ROOT / "fixtures"
STORIES = sorted(path for path in FIXTURES.iterdir() if path.with_suffix(".errors.json").exists())


@pytest.fixture(scope="module")
def examined() -> dict[Path, Extraction]:
    return {path: examine(read(path)) for path in STORIES}


def planted(path: Path) -> list[list[str]]:
    """The words that show each planted error; those that show only beside another story are left out."""
    errors = json.loads(path.with_suffix(".errors.json").read_text("utf-8"))
    return [error["spans"] for error in errors if error["kind"] != "fact"]


def touches(text: str, words: str, spans: list[tuple[int, int]]) -> bool:
    start = text.find(words)
    while start >= 0:
        if any(start < end and begin < start + len(words) for begin, end in spans):
            return True
        start = text.find(words, start + 1)
    return False


def test_most_planted_errors_are_found(examined: dict[Path, Extraction]) -> None:
    found, total = 0, 0
    for path, extraction in examined.items():
        raised = [[(span.start, span.end) for span in finding.spans] for finding in extraction.findings]
        for sides in planted(path):
            total += 1
            text = extraction.article.draft.text
            found += any(sum(touches(text, words, spans) for words in sides) >= min(2, len(sides)) for spans in raised)
    assert total >= 40
    assert found >= 0.6 * total


def test_nothing_but_planted_errors_is_raised(examined: dict[Path, Extraction]) -> None:
    for path, extraction in examined.items():
        text = extraction.article.draft.text
        for finding in extraction.findings:
            spans = [(span.start, span.end) for span in finding.spans]
            known = any(touches(text, words, spans) for sides in planted(path) for words in sides)
            assert known or finding.severity is Severity.LOW, (path.name, finding.message)

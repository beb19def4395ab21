"""The formats are a public interface: a change in their bytes is meant, or it is a mistake."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.checklist import FORMATS, KINDS, render
from tests.checklist.word_read import parts

if TYPE_CHECKING:
    from factcheck.model import Checklist

GOLDEN = Path(__file__).parent / "golden"


FILES = [(what, name) for what in KINDS for name in KINDS[what].formats]


@pytest.mark.parametrize(("what", "name"), [one for one in FILES if one[1] != "docx"])
def test_the_bytes_are_those_agreed_on(
    checklist: Checklist, published: Checklist, tmp_path: Path, what: str, name: str
) -> None:
    chosen = published if name == "claimreview" else checklist
    _compare(render(chosen, name, what), tmp_path / f"{what}{FORMATS[name]}")


@pytest.mark.parametrize(
    ("what", "part"),
    [
        (what, part)
        for what, name in FILES
        for part in (("document", "comments") if what in {"draft", "tracked"} else ("document",))
        if name == "docx"
    ],
)
def test_the_parts_of_a_word_file_are_those_agreed_on(
    checklist: Checklist, tmp_path: Path, what: str, part: str
) -> None:
    found = parts(render(checklist, "docx", what))[f"word/{part}.xml"]
    # A paragraph a line, so that a difference can be read.
    _compare(found.replace(b"</w:p>", b"</w:p>\n"), tmp_path / f"{what}.{part}.xml")


def _compare(data: bytes, now: Path) -> None:
    agreed = GOLDEN / now.name
    now.write_bytes(data)
    assert data == agreed.read_bytes(), f"if the change is meant: cp {now} {agreed}"

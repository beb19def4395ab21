from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.reading import read_bytes
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

GERMAN = (
    "Berlin feiert die Oper\n\nAm Montag sagte die Intendantin, dass im Jahr 1912 rund 47.000 Menschen kamen. "
    "Die Oper wurde nach dem Brand wieder aufgebaut und steht seitdem auf der Liste, wie das Amt erklärte. "
    "Der Architekt lebte damals in einem kleinen Dorf bei Potsdam."
)


def test_a_story_in_another_language_is_told() -> None:
    (warning,) = read_bytes(GERMAN.encode(), "oper.txt").warnings
    assert "English" in warning


@pytest.mark.parametrize("path", sorted((ROOT / "fixtures").glob("*.txt")), ids=lambda path: path.stem)
def test_english_is_english_also_in_capitals(path: Path) -> None:
    data = path.read_bytes()
    assert read_bytes(data, path.name).warnings == ()
    assert read_bytes(data.decode().upper().encode(), path.name).warnings == ()


def test_what_is_too_little_to_tell_is_left_alone() -> None:
    table = "Ergebnisse\n\n" + "\n".join(f"Mannschaft {number} {number / 7:.2f}" for number in range(200))
    assert read_bytes(table.encode(), "table.txt").warnings == ()

"""A desk with earlier claims on it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from factcheck.archive import add
from factcheck.desk import Desk, connect

if TYPE_CHECKING:
    from pathlib import Path

Archive = Callable[..., Desk]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with connect(tmp_path / "desk.db") as opened:
        yield opened


@pytest.fixture
def archive(desk: Desk, tmp_path: Path) -> Archive:
    """Puts ready claims into the archive, as an article of its own each time."""

    def put(*texts: str, article: str = "An earlier story", **more: str) -> Desk:
        lines = [json.dumps({"text": text, "article": article, **more}) for text in texts]
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.jsonl"
        path.write_text("\n".join(lines), "utf-8")
        report = add([path], desk)
        assert not report.problems
        return desk

    return put


CROWD = (
    "The museum opened its new wing on a rainy Sunday.",
    "Ferries to the island stop running in the last week of October.",
    "A swimmer from Leeds crossed the channel in eleven hours.",
    "Bakers in the old town asked for lower rents.",
    "The orchestra will tour four countries next spring.",
    "Two bridges over the river were closed for repairs.",
)
"""Claims about other things, so that rare words are rare."""

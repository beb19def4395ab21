"""What several packages' tests share."""

from __future__ import annotations

import os
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from factcheck.desk import Desk, connect

if TYPE_CHECKING:
    from collections.abc import Iterator

# A landing must not fail by chance; at a desk the examples are new each time, and one that fails is kept.
settings.register_profile("ci", derandomize=True, database=None)
if os.environ.get("CI"):
    settings.load_profile("ci")

ROOT = Path(__file__).parent.parent

HOSTILE = "[b] [/] [@click=app.quit] 東京 👩‍👩‍👧‍👦 e\u0301 שלום " + "x" * 300
"""Text that is not ours: markup, wide and joined characters, a combining accent, right to left, one long word."""


class Clock:
    """A clock that moves on by a second each time it is read, so that order shows."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
        self.step = timedelta(seconds=1)

    def __call__(self) -> datetime:
        self.now += self.step
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.db"


@pytest.fixture
def desk(path: Path, clock: Clock) -> Iterator[Desk]:
    with connect(path, who="Ada", clock=clock, wait=0.2) as desk:
        yield desk


@pytest.fixture
def fixtures() -> Path:
    """The stories that factcheck's authors wrote for its tests."""
    return ROOT / "fixtures"


@contextmanager
def as_nobody(*folders: Path) -> Iterator[None]:
    """Act as a user who is not the superuser, whom no permission stops."""
    if os.geteuid() != 0:
        yield
        return
    above = {parent for folder in folders for parent in (folder, *folder.parents) if parent.stat().st_mode & 5 != 5}
    modes = {folder: folder.stat().st_mode for folder in above}
    for folder, mode in modes.items():
        folder.chmod(mode | 0o055)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
        for folder, mode in modes.items():
            folder.chmod(mode)

"""What several packages' tests share."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

HOSTILE = "[b] [/] [@click=app.quit] 東京 👩‍👩‍👧‍👦 e\u0301 שלום " + "x" * 300
"""Text that is not ours: markup, wide and joined characters, a combining accent, right to left, one long word."""


class Clock:
    """A clock that moves on by a second each time it is read, so that order shows."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def fixtures() -> Path:
    """The stories that factcheck's authors wrote for its tests."""
    return ROOT / "fixtures"

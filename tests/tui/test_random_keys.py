"""Keys pressed at random over all screens: nothing crashes, and the desk holds what the log tells, no more, no less.

``FACTCHECK_RANDOM_KEYS=20000 uv run pytest tests/tui/test_random_keys.py`` presses as many as that.
"""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

import pytest

from factcheck.desk import connect
from factcheck.model import ArticleId, State
from factcheck.review import Review
from factcheck.tui.commands import COMMANDS
from tests.tui.conftest import text_of
from tests.tui.test_hostile import hostile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.tui.conftest import Stage

__all__ = ["hostile"]

KEYS = int(os.environ.get("FACTCHECK_RANDOM_KEYS", "500"))

_LEAVE = {"q", "ctrl+q", "ctrl+c", "ctrl+z"}
_COMMANDS = sorted({key for command in COMMANDS for key in command.keys} - _LEAVE)
_INSIDE = (
    "enter",
    *["escape"] * 3,
    "tab",
    "shift+tab",
    "up",
    "down",
    "left",
    "right",
    "space",
    "backspace",
    "delete",
    "x",
)
"""Esc more often than the others: else most keys fall into dialogs that keep them from the claims."""
_LETTERS = (*"aeiou357 []/=,-", "ctrl+s", "ctrl+u")
_ROUND = 250
_SIZES = (*[(80, 24), (160, 50)] * 4, (60, 16), (60, 16), (41, 11), (20, 5))
"""Mostly those in which a key does something; in the last one none does."""


def pressed(chance: random.Random) -> str:
    """Mostly the keys of commands; in between those of dialogs and letters, so that forms are filled and left."""
    keys: Sequence[str] = chance.choice((_COMMANDS, _COMMANDS, _INSIDE, _LETTERS))
    return chance.choice(keys)


def by_the_log(stage: Stage) -> dict[int, object]:
    """The verdict of each claim as its last event has it; only acts of keys are in the log."""
    told: dict[int, object] = {}
    with connect(stage.config.desk, read_only=True) as desk:
        for event in desk.events.of(ArticleId(1)):
            if event.claim_id is not None and "verdict" in (event.after or {}):
                told[event.claim_id] = (event.after or {})["verdict"]
    return told


@pytest.mark.parametrize("seed", [1, 2])
async def test_random_keys_crash_nothing_and_the_desk_is_what_the_log_tells(hostile: Stage, seed: int) -> None:
    chance = random.Random(seed)
    ours = 0
    for _ in range(max(1, KEYS // 2 // _ROUND)):
        # Sooner or later chance signs the article off, or takes its few claims off the list: nothing could be done.
        with connect(hostile.config.desk, who="Ann", clock=hostile.clock) as desk:
            before = len(desk.events.of(ArticleId(1)))
            review = Review(desk, ArticleId(1))
            if desk.articles.get(ArticleId(1)).state is not State.CHECKING:
                review.reopen()
            for record in review.removed:
                review.restore(record.id)
            ours += len(desk.events.of(ArticleId(1))) - before
        async with hostile.open() as (pilot, _):
            for number in range(_ROUND):
                await pilot.press(pressed(chance))
                if number % 50 == 49:
                    await pilot.resize_terminal(*chance.choice(_SIZES))
                    text_of(pilot)
                assert pilot.app.return_value is None
            await pilot.resize_terminal(80, 24)
            text_of(pilot)
    told = by_the_log(hostile)
    with connect(hostile.config.desk, read_only=True) as desk:
        assert list(desk.problems()) == []
        claims = desk.claims.of(ArticleId(1), removed=True)
        acts = len(desk.events.of(ArticleId(1))) - ours
    assert acts > KEYS // 100, "the keys did something"
    for claim in claims:
        assert (claim.verdict.value if claim.verdict else None) == told.get(claim.id), claim.number

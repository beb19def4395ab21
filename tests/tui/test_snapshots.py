"""How the screens look. A changed picture is to be looked at before it is accepted: ``pytest --snapshot-update``."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from factcheck.tui.screens.review import ReviewScreen
from tests.tui.conftest import Stage, some_matches, text_of, until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.pilot import Pilot

pytestmark = pytest.mark.skipif(
    sys.version_info[:2] != (3, 11),
    reason="pictures are compared on one Python only, since SVG text may differ in others",
)


@pytest.fixture(autouse=True)
def _utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


async def _worked(pilot: Pilot[None]) -> None:
    """A little way into the review: three verdicts, a note, the cursor on a claim with a conflict."""
    screen = pilot.app.screen
    assert isinstance(screen, ReviewScreen)
    await until(lambda: screen.is_matched, pilot)
    await pilot.press("v", "k", "D", "j", "j", "U", "n", "o", "k", "enter", "k")
    await pilot.pause()


@pytest.mark.parametrize(
    ("size", "theme"),
    [
        ((80, 24), "factcheck-dark"),
        ((160, 50), "factcheck-dark"),
        ((80, 24), "factcheck-light"),
        ((60, 16), "factcheck-dark"),
    ],
    ids=["80x24", "160x50", "light", "60x16"],
)
def test_review(stage: Stage, snap_compare: Callable[..., Any], size: tuple[int, int], theme: str) -> None:
    stage.put()
    stage.matcher = some_matches
    stage.config = replace(stage.config, theme=theme)
    assert snap_compare(stage.app(), terminal_size=size, run_before=_worked)


@pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=["80x24", "160x50"])
@pytest.mark.parametrize("keys", [("W",), ("vertical_line", "vertical_line")], ids=["reading", "claims"])
def test_layouts(stage: Stage, snap_compare: Callable[..., Any], size: tuple[int, int], keys: tuple[str, ...]) -> None:
    stage.put()
    stage.matcher = some_matches

    async def arranged(pilot: Pilot[None]) -> None:
        await _worked(pilot)
        await pilot.press(*keys)
        await pilot.pause()

    assert snap_compare(stage.app(), terminal_size=size, run_before=arranged)


def test_desk(stage: Stage, snap_compare: Callable[..., Any]) -> None:
    stage.put()
    stage.put_earlier()

    async def listed(pilot: Pilot[None]) -> None:
        await until(lambda: "under check" in text_of(pilot) and "in conflict" in text_of(pilot), pilot)

    stage.matcher = some_matches
    assert snap_compare(stage.app(None), terminal_size=(80, 24), run_before=listed)

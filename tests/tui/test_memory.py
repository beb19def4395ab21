"""What is opened and closed again leaves nothing behind: checkers sit in the app for hours."""

from __future__ import annotations

import gc
from collections import Counter
from typing import TYPE_CHECKING

from textual.dom import DOMNode
from textual.widgets import TextArea

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tests.tui.conftest import Stage

_DIALOGS = (*"swrnPEbfmpHCI@!ST", "question_mark", "f1", "ctrl+p", "slash")
"""Keys that open something."""
_ACTS = (*"vduxz", "j", "k", "G", "g", "|", "|", "|", "W", "W")


async def _round(pilot: Pilot[None], opened: Counter[str]) -> None:
    review = pilot.app.screen
    for key in _DIALOGS:
        await pilot.press(key)
        await pilot.pause()
        opened[type(pilot.app.screen).__name__] += 1
        while pilot.app.screen is not review:
            await pilot.press("escape")
            await pilot.pause()
    await pilot.press(*_ACTS)
    await pilot.pause()


def _alive() -> Counter[str]:
    """How many nodes of the screen there are of each kind, shown or not."""
    for _ in range(3):
        gc.collect()
    return Counter(type(one).__name__ for one in gc.get_objects() if isinstance(one, DOMNode))


async def test_what_is_opened_and_closed_leaves_no_widget_behind(stage: Stage) -> None:
    stage.put()
    opened: Counter[str] = Counter()
    async with stage.open() as (pilot, _):
        for _ in range(2):
            await _round(pilot, opened)
        before = _alive()
        for _ in range(4):
            await _round(pilot, opened)
        assert _alive() - before == Counter()
    assert len(opened) > 12


async def test_a_field_of_several_lines_follows_the_colours_that_are_chosen(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("n", *"Asked.")
        area = pilot.app.screen.query_one(TextArea)
        before = {segment.style for segment in area.render_line(0)}
        pilot.app.theme = "factcheck-light"
        await pilot.pause()
        await pilot.pause()
        assert before.isdisjoint(segment.style for segment in area.render_line(0))
        assert area.text == "Asked."

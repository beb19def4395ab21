"""The tour for who is new here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.screens.tour import TourDialog
from tests.tui.conftest import on_top, text_of

if TYPE_CHECKING:
    from tests.tui.conftest import Stage


async def test_who_has_never_marked_is_told_of_the_tour_and_others_are_not(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        assert "? keys  f1 tour  v verified" in text_of(pilot).splitlines()[-1]
        await pilot.press("v")
    async with stage.open() as (pilot, _):
        assert "? keys  v verified" in text_of(pilot).splitlines()[-1]


async def test_the_tour_shows_the_keys_as_they_are_and_changes_nothing(stage: Stage) -> None:
    stage.put()
    stage.config = replace(stage.config, keymap="prodigy", keys={"claim-query": "f9"})
    async with stage.open(size=(60, 16)) as (pilot, _):
        await pilot.press("f1")
        seen = ""
        for page in range(1, 6):
            assert on_top(pilot) is TourDialog
            text = text_of(pilot)
            assert f"({page} of 5)" in text
            assert "esc closes" in text, "it fits where there is little room"
            seen += " ".join(text.replace("│", " ").split())
            assert "{" not in text
            await pilot.press("enter")
        assert on_top(pilot) is ReviewScreen
        assert "a marks it ✓ verified, x ✗ disputed, space ? unsourced" in seen
        assert "f9 asks the writer" in seen
        assert stage.verdicts() == "......."
        await pilot.press("f1", "right", "left", "left")
        assert "(1 of 5)" in text_of(pilot)
        await pilot.press("escape")
        assert on_top(pilot) is ReviewScreen

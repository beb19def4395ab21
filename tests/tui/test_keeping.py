"""The desk file is copied and checked from the list of articles."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from textual.widgets import Input

from factcheck.desk import connect
from factcheck.tui.screens.desk import DeskScreen
from factcheck.tui.screens.dialog import ConfirmDialog, ErrorDialog
from factcheck.tui.screens.doctor import DoctorDialog
from tests.tui.conftest import on_top, text_of, until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from tests.tui.conftest import Stage


def told(pilot: Pilot[None]) -> str:
    return " ".join(text_of(pilot).replace("│", "").replace("▌", "").split())


async def copy_to(pilot: Pilot[None], path: Path) -> None:
    await pilot.press("B")
    pilot.app.screen.query_one(Input).value = str(path)
    await pilot.press("enter")


async def test_a_copy_of_the_desk_is_a_desk_and_none_is_replaced_unasked(stage: Stage) -> None:
    stage.put()
    copy = stage.folder / "copy.db"
    async with stage.app(None).run_test(size=(80, 24), notifications=True) as pilot:
        await until(lambda: "under check" in text_of(pilot), pilot)
        await pilot.press("B")
        assert pilot.app.screen.query_one(Input).value == str(stage.folder / "desk-2026-03-12.db")
        await pilot.press("escape")
        await copy_to(pilot, copy)
        await until(lambda: "Desk copied" in told(pilot), pilot)
        with connect(copy, who="Ann", clock=stage.clock) as desk:
            assert len(desk.articles.summaries()) == 1
        copy.write_text("mine", "utf-8")
        await copy_to(pilot, copy)
        await until(lambda: on_top(pilot) is ConfirmDialog, pilot)
        await pilot.press("escape")
        assert copy.read_text("utf-8") == "mine"
        await copy_to(pilot, copy)
        await until(lambda: on_top(pilot) is ConfirmDialog, pilot)
        await pilot.press("enter")
        await until(lambda: copy.read_bytes().startswith(b"SQLite"), pilot)
        await copy_to(pilot, stage.folder / "nowhere" / "copy.db")
        await until(lambda: on_top(pilot) is ErrorDialog, pilot)
        assert "there is no folder" in told(pilot)


async def test_a_changed_line_of_the_log_is_told(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("v")
    async with stage.app(None).run_test(size=(80, 24), notifications=True) as pilot:
        await until(lambda: "under check" in text_of(pilot), pilot)
        await pilot.press("C")
        await until(lambda: on_top(pilot) is DoctorDialog, pilot)
        assert "The desk is sound" in told(pilot)
        await pilot.press("escape")
        with sqlite3.connect(stage.config.desk) as raw:
            for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                raw.execute(f"DROP TRIGGER {name}")
            raw.execute("UPDATE events SET who = 'Eve'")
        raw.close()
        await pilot.press("C")
        await until(lambda: on_top(pilot) is DoctorDialog, pilot)
        assert "1 thing is wrong with the desk" in told(pilot)
        assert "event 1 is not as it was written" in told(pilot)


async def test_the_match_index_can_be_made_anew(stage: Stage) -> None:
    stage.put()
    with sqlite3.connect(stage.config.desk) as raw:
        raw.execute("DELETE FROM match_texts")
    raw.close()
    async with stage.app(None).run_test(size=(80, 24), notifications=True) as pilot:
        await until(lambda: "under check" in text_of(pilot), pilot)
        await pilot.press("C")
        await until(lambda: on_top(pilot) is DoctorDialog, pilot)
        assert "7 claims are missing from the match index" in told(pilot)
        await pilot.press("r")
        await until(lambda: on_top(pilot) is DeskScreen and "Match index made anew 7 claims" in told(pilot), pilot)
        await pilot.press("C")
        await until(lambda: on_top(pilot) is DoctorDialog, pilot)
        assert "The desk is sound" in told(pilot)

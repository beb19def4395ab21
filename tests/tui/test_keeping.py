"""The desk file is copied and checked from the list of articles."""

from __future__ import annotations

import os
import sqlite3
import threading
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from factcheck.desk import Desk, connect
from factcheck.errors import DeskError
from factcheck.tui.screens.desk import DeskScreen
from factcheck.tui.screens.dialog import ConfirmDialog, ErrorDialog
from factcheck.tui.screens.doctor import DoctorDialog
from factcheck.tui.screens.review import ReviewScreen
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


async def test_a_name_that_no_file_can_have_is_told_in_words(stage: Stage) -> None:
    stage.put()
    too_long = "cannot be written (File name too long)"
    async with stage.app(None).run_test(size=(80, 24), notifications=True) as pilot:
        await until(lambda: "under check" in text_of(pilot), pilot)
        for name, text in (("a" * 300, too_long), ("a" * 248, too_long), ("a\0b", "is not a file name")):
            await copy_to(pilot, stage.folder / name)
            await until(lambda: on_top(pilot) is ErrorDialog, pilot)
            assert text in told(pilot)
            assert "Traceback" not in told(pilot)
            await pilot.press("escape")


async def test_a_copy_that_fails_while_the_desk_is_checked_is_told(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.put()
    go_on = threading.Event()

    def fail(*_: object, **__: object) -> None:
        go_on.wait(10)
        raise DeskError("the disk is full", "make room")

    monkeypatch.setattr(Desk, "back_up", fail)
    async with stage.app(None).run_test(size=(80, 24), notifications=True) as pilot:
        await until(lambda: "under check" in text_of(pilot), pilot)
        await copy_to(pilot, stage.folder / "copy.db")
        await pilot.press("C")
        await until(lambda: on_top(pilot) is DoctorDialog, pilot)
        go_on.set()
        await until(lambda: on_top(pilot) is ErrorDialog, pilot)
        assert "the disk is full" in told(pilot)


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


@pytest.mark.parametrize("way", ["taken away", "replaced"])
async def test_nothing_is_written_into_another_file_than_was_opened(stage: Stage, way: str) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("v")
        kept = stage.config.desk.rename(stage.folder / "kept.db")
        if way == "replaced":
            stage.config.desk.write_bytes(b"")
        await pilot.press("d")
        await until(lambda: on_top(pilot) is ErrorDialog, pilot)
        assert "was taken away, or another was put in its place" in told(pilot)
        assert stage.config.desk.exists() is (way == "replaced")
        kept.rename(stage.config.desk)
        await pilot.press("escape", "d")
        await until(lambda: stage.verdicts() == "vd.....", pilot)


async def test_a_desk_that_cannot_be_written_is_read(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.put()
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    async with stage.app(None).run_test(size=(80, 24), notifications=True) as pilot:
        await until(lambda: "1 article under check · read-only" in text_of(pilot), pilot)
        await pilot.press("enter")
        await until(lambda: on_top(pilot) is ReviewScreen and "0 of 6" in text_of(pilot), pilot)
        assert "read-only · Ann" in text_of(pilot)
        await pilot.press("v")
        await until(lambda: on_top(pilot) is ErrorDialog, pilot)
        assert "cannot be written" in told(pilot)
    assert stage.verdicts() == "......."

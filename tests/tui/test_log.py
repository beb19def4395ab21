"""The log of an article in the app."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.widgets import Input, OptionList

from factcheck.desk import connect
from factcheck.model import ArticleId, Verdict
from factcheck.review import Review
from factcheck.tui.screens import log
from factcheck.tui.screens.log import LogDialog
from factcheck.tui.screens.review import ReviewScreen
from tests.conftest import HOSTILE
from tests.tui.conftest import on_top, text_of, until

if TYPE_CHECKING:
    from datetime import datetime

    import pytest
    from textual.pilot import Pilot

    from tests.tui.conftest import Stage


def lines(pilot: Pilot[None]) -> list[str]:
    """The lines of the log, who and what."""
    options = pilot.app.screen.query_one(OptionList)
    return [str(option.prompt).split("  ", 1)[1] for option in options.options]


async def open_log(pilot: Pilot[None]) -> None:
    await pilot.press("l")
    await until(lambda: on_top(pilot) is LogDialog, pilot)


async def test_the_last_act_stands_first_and_enter_goes_to_its_claim(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("v", "d", "z")
        await open_log(pilot)
        assert lines(pilot) == ["Ann  undo: #2 disputed", "Ann  #2 disputed", "Ann  #1 verified"]
        assert ": 3 lines" in text_of(pilot)
        await pilot.press("end", "enter")
        assert on_top(pilot) is ReviewScreen
        assert screen.current is not None
        assert screen.current.number == 1


async def test_words_leave_the_lines_that_have_them(stage: Stage) -> None:
    stage.put()
    with connect(stage.config.desk, who="Bo", clock=stage.clock) as desk:
        review = Review(desk, ArticleId(1))
        review.mark(review.claims[0].id, Verdict.UNSOURCED)
    async with stage.open() as (pilot, _):
        await pilot.press("v", "u", "d")
        await open_log(pilot)
        await pilot.press("slash", *"uns")
        took_over = "Ann  #1 verified, was unsourced by Bo"
        assert lines(pilot) == ["Ann  #2 unsourced", took_over, "Bo   #1 unsourced"]
        await pilot.press(*" BO")
        assert lines(pilot) == [took_over, "Bo   #1 unsourced"]
        pilot.app.screen.query_one(Input).value = "#1"
        await pilot.pause()
        assert lines(pilot) == [took_over, "Bo   #1 unsourced"]
        pilot.app.screen.query_one(Input).value = "nowhere"
        await pilot.pause()
        assert "no line has these words" in text_of(pilot)
        await pilot.press("enter", "down", "escape")
        assert on_top(pilot) is ReviewScreen


async def test_quoted_words_are_found_by_their_first(stage: Stage) -> None:
    stage.put()
    with connect(stage.config.desk, who="Bo", clock=stage.clock) as desk:
        review = Review(desk, ArticleId(1))
        review.note(review.claims[0].id, "asked the archive")
        review.note(review.claims[1].id, "nothing yet")
    async with stage.open() as (pilot, _):
        await open_log(pilot)
        await pilot.press("slash", *"noted asked")
        assert lines(pilot) == ["Bo  #1 noted: “asked the archive”"]
        pilot.app.screen.query_one(Input).value = "“asked the archive”"
        await pilot.pause()
        assert lines(pilot) == ["Bo  #1 noted: “asked the archive”"]


async def test_a_long_log_lists_its_last_lines_and_finds_the_others(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "_MOST", 2)
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("v", "d", "u")
        await open_log(pilot)
        assert len(lines(pilot)) == 2
        assert "3 lines, the last 2 of which are listed" in " ".join(text_of(pilot).replace("│", "").split())
        await pilot.press("slash", *"verified")
        assert lines(pilot) == ["Ann  #1 verified"]


async def test_no_key_waits_for_the_lines_of_a_log(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.put()
    threads: set[threading.Thread] = set()

    def told(at: datetime) -> str:
        threads.add(threading.current_thread())
        return at.isoformat()

    monkeypatch.setattr(log, "moment", told)
    async with stage.open() as (pilot, _):
        await pilot.press("v")
        await open_log(pilot)
        assert len(threads) == 1
        assert threading.current_thread() not in threads


async def test_the_list_of_articles_shows_the_log_of_the_one_under_the_cursor(stage: Stage) -> None:
    stage.put()
    app = stage.app(None)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(lambda: "under check" in text_of(pilot), pilot)
        await open_log(pilot)
        assert "nothing was done yet" in text_of(pilot)
        await pilot.press("enter")
        assert on_top(pilot) is LogDialog
        await pilot.press("escape")


async def test_what_is_not_ours_stays_data(stage: Stage) -> None:
    stage.put()
    with connect(stage.config.desk, who=HOSTILE, clock=stage.clock) as desk:
        review = Review(desk, ArticleId(1))
        review.assign([review.claims[0].id], HOSTILE)
    async with stage.open() as (pilot, _):
        await open_log(pilot)
        assert len(lines(pilot)) == 1
        assert "\x1b" not in text_of(pilot)


async def test_a_long_name_is_cut_in_log_and_headers_and_found_whole(stage: Stage) -> None:
    stage.put()
    who = f"{'Maria ' * 100}Lund"
    with connect(stage.config.desk, who=who, clock=stage.clock) as desk:
        review = Review(desk, ArticleId(1))
        review.mark(review.claims[0].id, Verdict.UNSOURCED)
    stage.config = replace(stage.config, checker=who)
    cut = "Maria Maria Maria M…"
    async with stage.open() as (pilot, screen):
        header = text_of(pilot).splitlines()[0]
        assert header.rstrip().endswith(cut)
        assert screen.title is not None
        assert screen.title in header
        await open_log(pilot)
        assert lines(pilot) == [f"{cut}  #1 unsourced"]
        await pilot.press("slash", *"lund")
        assert lines(pilot) == [f"{cut}  #1 unsourced"], "the whole name is looked through"
        await pilot.press("escape", "escape", "escape")
    async with stage.app(None).run_test(size=(80, 24)) as pilot:
        await until(lambda: "under check" in text_of(pilot), pilot)
        assert cut in text_of(pilot).splitlines()[0]

"""Terminals that are small, or take no Unicode."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from factcheck.tui.plain import Plain
from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.screens.small import TooSmall
from factcheck.tui.screens.writing import WritingDialog
from factcheck.tui.tools import Tools
from tests.conftest import HOSTILE
from tests.tui.conftest import on_top, text_of, until

if TYPE_CHECKING:
    from tests.tui.conftest import Stage


async def test_where_nothing_can_be_read_nothing_can_be_marked(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("v")
        await pilot.resize_terminal(20, 5)
        assert on_top(pilot) is TooSmall
        assert "Too small: 40 by 10" in " ".join(text_of(pilot).split())
        await pilot.press("v", "d", "x", "enter", "escape")
        assert stage.verdicts() == "v......"
        await pilot.resize_terminal(80, 24)
        assert on_top(pilot) is ReviewScreen
        await pilot.press("d")
        assert stage.verdicts() == "vd....."


async def test_what_was_being_typed_is_there_again_when_there_is_room(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("n", "t", "o")
        await pilot.resize_terminal(39, 24)
        await pilot.resize_terminal(30, 9)
        await pilot.press("c")
        await pilot.resize_terminal(60, 16)
        assert on_top(pilot) is WritingDialog
        await pilot.press("p", "enter")
        assert stage.review().claims[0].note == "top"


async def test_a_terminal_that_begins_small_opens_the_article_all_the_same(stage: Stage) -> None:
    stage.put()
    app = stage.app()
    async with app.run_test(size=(20, 5)) as pilot:
        await until(lambda: isinstance(app.screen, TooSmall), pilot)
        await pilot.resize_terminal(80, 24)
        await until(lambda: isinstance(app.screen, ReviewScreen), pilot)
        assert "Bridge that cost" in text_of(pilot)


@pytest.mark.parametrize(
    ("keys", "title", "hint"),
    [
        (("T", "end"), "Theme", "enter picks"),
        (("f", "shift+tab"), "Which claims to show", "enter shows them"),
        (("t", "end"), "What is this paragraph for?", "enter takes the role"),
        (("p",), "Progress", "esc closes"),
    ],
)
async def test_title_and_keys_of_a_dialog_stay_where_there_is_little_room(
    stage: Stage, keys: tuple[str, ...], title: str, hint: str
) -> None:
    stage.put()
    async with stage.open(size=(60, 16)) as (pilot, _):
        await pilot.press(*keys)
        await pilot.pause()
        assert title in text_of(pilot)
        assert hint in text_of(pilot)


async def test_bars_fit_beside_their_numbers(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(60, 16)) as (pilot, _):
        await pilot.press("v", "p")
        await until(lambda: "█" in text_of(pilot), pilot)
        (line,) = (line for line in text_of(pilot).splitlines() if "✓ verified" in line)
        assert line.rstrip(" │▁▂▃▄▅▆▇█").endswith("1  17 %")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437"])
def test_what_the_terminal_cannot_write_has_a_sign_of_the_same_width(encoding: str) -> None:
    for text in (HOSTILE, "✓ verified ✗ · ≠ ≈ ↻ │ ╭──╮ … “café” ━━╌╌", "東京 \u200b", "plain"):
        (shown,) = Plain(encoding).apply([Segment(text)], Color(0, 0, 0))
        shown.text.encode(encoding)
        assert sum(map(cell_len, shown.text)) == sum(map(cell_len, text))
    (shown,) = Plain("latin-1").apply([Segment("✓ café “so”")], Color(0, 0, 0))
    assert shown.text == 'v café "so"'


async def test_every_screen_is_in_ascii_where_that_is_wanted(stage: Stage) -> None:
    stage.put()
    stage.put_earlier()
    app = stage.app()
    app = type(app)(
        Tools(stage.config, examine=stage.examiner, clock=stage.clock, ascii_encoding="ascii"),
        "1",
    )
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        await until(lambda: screen.review is not None and screen.is_matched, pilot)
        await pilot.press("v", "d", "u")
        for key in ("p", "m", "C", "s", "f", "question_mark", "e"):
            await pilot.press(key)
            written = "".join(
                segment.text
                for strip in app.screen._compositor.render_strips(app.size)
                for segment in strip.apply_filter(app._written[-1], Color(0, 0, 0))
            )
            assert written.isascii()
            await pilot.press("escape")
        assert app.get_line_filters()[-1] is app._written[-1]

"""The progress of an article as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.review.pace import Pace
from factcheck.tui.screens.progress import ProgressDialog, chart_bar, percent, time_left
from tests.tui.conftest import on_top, said, text_of

if TYPE_CHECKING:
    from tests.tui.conftest import Stage


@pytest.mark.parametrize(
    ("count", "most", "bar"),
    [(0, 5, ""), (5, 5, "████"), (1, 8, "▌"), (1, 1000, "▏"), (3, 8, "█▌"), (999, 1000, "████")],
)
def test_a_bar_shows_whatever_is_there(count: int, most: int, bar: str) -> None:
    assert chart_bar(count, most, 4).rstrip() == bar
    assert len(chart_bar(count, most, 4)) == 4


@pytest.mark.parametrize(
    ("count", "of", "told"), [(0, 0, "0"), (0, 9, "0"), (2, 9581, "1"), (1, 3, "33"), (9576, 9581, "99"), (7, 7, "100")]
)
def test_a_share_is_all_or_nothing_only_where_it_is(count: int, of: int, told: str) -> None:
    assert percent(count, of) == told


def test_the_time_left_is_told_only_where_it_is_known() -> None:
    assert time_left(0, Pace(10, 9)) == "no claim is open"
    assert "can be told when a few more are marked" in time_left(3, None)
    assert time_left(30, Pace(40, 9)) == (
        "30 claims are open: about 20 minutes at your pace (40 s a claim, the median of the last 9)"
    )


async def test_progress_is_shown_of_what_is_listed(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("v", "d", "k", "a", "j", "enter")
        assert "Query on #2" in text_of(pilot), "there is no query without a question"
        await pilot.press(*"Why", "enter", "p")
        assert on_top(pilot) is ProgressDialog
        shown = text_of(pilot)
        for words in ("✓ verified   █", "✗ disputed   █", "? unsourced", "· unchecked", "~ opinion", "1 query"):
            assert words in shown
        assert "Checked 2 of 6 · 4 open · 1 opinion" in shown
        assert "· 4 open" in said(pilot), "it is counted as in the line below the panes"
        assert "checked by section: headline 1 of 1 · body 1 of 5" in shown
        assert "4 claims are open; how long" in shown
        await pilot.press("escape", "f", "tab", "tab", "right", "enter")
        assert "query" in text_of(pilot), "the chip says what is shown"
        await pilot.press("p")
        assert "Progress, of query" in text_of(pilot)
        assert "body 1 of 1" in text_of(pilot)

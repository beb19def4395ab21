"""What verdicts rest on, by keys: sources, contacts, and what the desk demands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.rules import Rules, parse_rule
from tests.tui.conftest import text_of

if TYPE_CHECKING:
    from tests.tui.conftest import Stage


async def test_a_verdict_without_a_source_says_so_in_list_and_panel(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("V")
        assert text_of(pilot).count("no source") == 2
        await pilot.press("s", "m", "e", "enter")
        assert "no source" not in text_of(pilot)
        await pilot.press("0")
        assert "no source" not in text_of(pilot)


async def test_sign_off_lists_what_the_rules_of_the_desk_want(stage: Stage) -> None:
    stage.put()
    stage.config = replace(stage.config, rules=Rules(parse_rule("1 primary")))
    async with stage.open() as (pilot, _):
        await pilot.press("V", "S")
        assert "#1 is verified without a source; the desk wants 1 primary" in text_of(pilot)

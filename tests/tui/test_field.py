"""A line to type in tells where more stands than is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.app import App

from factcheck.tui.widgets.field import Field

if TYPE_CHECKING:
    from textual.app import ComposeResult

WORDS = "A road of 47 dark miles"


class Alone(App[None]):
    CSS = "Field { width: 10; }"

    def __init__(self, value: str, placeholder: str = "") -> None:
        super().__init__()
        self._value, self._placeholder = value, placeholder

    def compose(self) -> ComposeResult:
        yield Field(self._value, placeholder=self._placeholder, compact=True, select_on_focus=False)

    @property
    def seen(self) -> str:
        field = self.query_one(Field)
        return field.render_line(0).crop(0, field.size.width).text


@pytest.mark.parametrize(
    ("keys", "seen"),
    [
        (["home", "end"], "…rk miles "),
        (["home"], "A road of…"),
        (["home", *["right"] * 9], "A road of "),
        (["home", *["right"] * 10], "…road of 4"),
    ],
)
async def test_it_says_at_its_ends_where_more_stands_but_never_over_the_cursor(keys: list[str], seen: str) -> None:
    app = Alone(WORDS)
    async with app.run_test(size=(40, 5)) as pilot:
        await pilot.press(*keys)
        assert app.seen == seen


async def test_what_has_room_has_no_sign_and_a_hint_that_has_none_has_one() -> None:
    for value, placeholder, seen in (("A bridge", "", "A bridge  "), ("", WORDS, "A road of…"), ("", "", " ")):
        app = Alone(value, placeholder)
        async with app.run_test(size=(40, 5)) as pilot:
            await pilot.pause()
            assert app.seen == seen


async def test_wide_letters_are_not_cut_in_two() -> None:
    app = Alone("東京" * 8)
    async with app.run_test(size=(40, 5)) as pilot:
        await pilot.press("home")
        assert app.seen == "東京東京 …"
        await pilot.press("end")
        assert app.seen.startswith("…")

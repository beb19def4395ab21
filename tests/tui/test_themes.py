"""Every word can be read in every theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from factcheck.tui.themes import GROUNDS, OWN, READABLE, TEXTS, contrast, readable

if TYPE_CHECKING:
    from tests.tui.conftest import Stage

THEMES = [*(theme.name for theme in OWN), *(name for name, theme in BUILTIN_THEMES.items() if not theme.ansi)]


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(Color.parse("black"), Color.parse("white")) == pytest.approx(21)
    assert contrast(Color.parse("#777777"), Color.parse("white")) == pytest.approx(4.48, abs=0.01)


def test_a_colour_is_changed_no_further_than_is_needed() -> None:
    black = Color.parse("#101010")
    assert readable(Color.parse("#80ff80"), [black]) == Color.parse("#80ff80")
    dim = readable(Color.parse("#ba3c5b"), [black])
    assert READABLE <= contrast(dim, black) < READABLE + 1


@pytest.mark.parametrize("name", THEMES)
async def test_words_stand_out_from_what_they_stand_on(stage: Stage, name: str) -> None:
    app = stage.app(None)
    async with app.run_test():
        app.theme = name
        variables = app.get_css_variables()
        colours = {key: Color.parse(variables[key]) for key in (*TEXTS, *GROUNDS, "background", "panel", "foreground")}
        low = [
            f"{text} on {ground}: {contrast(colours[text], colours[ground]):.2f}"
            for text in TEXTS
            for ground in (*GROUNDS, "background")
            if contrast(colours[text], colours[ground]) < READABLE
        ]
        pairs = [("claim-quiet", "surface"), ("claim-open", "panel"), ("claim-open", "surface")]
        if name.startswith("factcheck-"):
            # How a foreign theme writes in dialogs is its own choice.
            pairs += [("foreground", ground) for ground in ("panel", "surface", "block-cursor-background")]
        low += [
            f"{text} on {ground}"
            for text, ground in pairs
            if contrast(Color.parse(variables[text]), Color.parse(variables[ground])) < READABLE
        ]
        assert low == []


def test_the_contrast_themes_have_more_of_it() -> None:
    for theme in OWN:
        if "contrast" in theme.name:
            background = Color.parse(theme.background or "")
            assert all(contrast(Color.parse(theme.variables[text]), background) >= 7 for text in TEXTS), theme.name

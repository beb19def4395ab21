"""What a key paints: only what has changed, and together with what stood there the same as if all were painted anew."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from rich.cells import split_graphemes
from textual._compositor import CompositorUpdate
from textual.css.stylesheet import Stylesheet
from textual.widget import Widget

from factcheck.model import Role, Section, Verdict
from factcheck.review.navigate import Filter
from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.widgets.article import ArticlePane
from factcheck.tui.widgets.lines import LineView
from factcheck.tui.widgets.panel import ClaimPanel
from tests.tui.conftest import make_article, make_extraction, until

if TYPE_CHECKING:
    from textual.dom import DOMNode
    from textual.geometry import Region
    from textual.pilot import Pilot
    from textual.screen import Screen
    from textual.strip import Strip

    from factcheck.tui.app import FactcheckApp
    from tests.tui.conftest import Stage

_SEQUENCE = re.compile(r"\x1b\[(\d+);(\d+)H|(\x1b\[[\d;]*m)|(\n)|([^\x1b\n]+)")
_KEYS = (*"jjjjkGgvduzZ", *"f?:mp", "tab", "down", "pagedown", "enter", "escape", "escape", "a")


class Paper:
    """What stands on a terminal that was told this and that: in each cell a character and its style."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], tuple[str, str]] = {}

    def write(self, told: str) -> None:
        """Be told something: go there, write so, write this."""
        y = x = 0
        style = ""
        for row, column, look, line, text in _SEQUENCE.findall(told):
            if row:
                y, x = int(row) - 1, int(column) - 1
            elif look:
                style = looks(style, look)
            elif line:
                y, x = y + 1, 0
            for start, end, width in split_graphemes(text)[0]:
                for beside in range(width):
                    self.cells[y, x + beside] = "" if beside else text[start:end], style
                x += width


def looks(before: str, turn: str) -> str:
    """The style after a turn: attributes, colour, ground."""
    attributes, colour, ground = before.split("|") if before else ("", "", "")
    codes = turn[2:-1].split(";")
    while codes:
        code = int(codes.pop(0) or 0)
        if code == 0:
            attributes = colour = ground = ""
        elif code in {38, 48}:
            value = ";".join(codes[: (length := 4 if codes[0] == "2" else 2)])
            del codes[:length]
            colour, ground = (value, ground) if code == 38 else (colour, value)
        elif code < 30:
            attributes += f"{code} "
        elif 30 <= code < 40 or 90 <= code < 100:
            colour = "" if code == 39 else str(code)
        else:
            ground = "" if code == 49 else str(code)
    return f"{attributes}|{colour}|{ground}"


def on_paper(app: FactcheckApp) -> Paper:
    """Write down what the terminal of an app is told from now on."""
    paper, shown = Paper(), app._display

    def display(screen: Screen[None], update: Any) -> None:
        shown(screen, update)
        if isinstance(update, CompositorUpdate):
            paper.write(app.terminal.tell(update, app.console))

    app._display = display  # type: ignore[method-assign,assignment]  # a test's terminal
    return paper


def painted_anew(pilot: Pilot[None]) -> Paper:
    """What would stand there if all were painted now, by Textual's own way."""
    paper = Paper()
    chops = pilot.app.screen._compositor._render_chops(pilot.app.size.region, lambda _: True)
    for y, line in enumerate(chops):
        for x, strip in line.items():
            paper.write(f"\x1b[{y + 1};{x + 1}H{strip.render(pilot.app.console)}")
    return paper


@pytest.fixture
def long(stage: Stage) -> Stage:
    """More than there is room for, with wide characters that no edge of a dialog should cut in two."""
    facts = [f"The canal of {1800 + n} cost {n + 3} million and led past 東京 to Łódź" for n in range(60)]
    paragraphs = ((Role.HEADLINE, "Canals"), *((Role.BODY, f"{fact}. Nobody had asked café owners.") for fact in facts))
    stage.extraction = make_extraction(make_article(paragraphs), tuple((fact, Section.BODY) for fact in facts))
    stage.put()
    return stage


@pytest.mark.parametrize(("seed", "size"), [(1, (80, 24)), (2, (160, 50)), (3, (60, 16))])
async def test_what_is_painted_bit_by_bit_is_what_would_be_painted_at_once(
    long: Stage, seed: int, size: tuple[int, int]
) -> None:
    chance = random.Random(seed)
    app = long.app()
    paper = on_paper(app)
    async with app.run_test(size=size, notifications=True) as pilot:
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        await until(lambda: screen.review is not None and not screen.is_extracting and screen.is_matched, pilot)
        for number in range(80):
            key = chance.choice(_KEYS)
            await pilot.press(key)
            pilot.app.screen._on_timer_update()
            assert paper.cells == painted_anew(pilot).cells, f"after key {number}, {key}"
        await pilot.resize_terminal(120, 40)
        await pilot.resize_terminal(*size)
        await pilot.press("j")
        pilot.app.screen._on_timer_update()
        there = {at: cell for at, cell in paper.cells.items() if at[0] < size[1] and at[1] < size[0]}
        assert there == painted_anew(pilot).cells


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Which lines of which pane were drawn."""
    found: list[tuple[str, int]] = []
    draw = LineView.segments

    def counted(view: LineView, line: int) -> object:
        found.append((view.id or "", line))
        return draw(view, line)

    monkeypatch.setattr(LineView, "segments", counted)
    return found


async def test_a_step_draws_the_lines_of_two_claims_and_a_mark_those_of_one(
    stage: Stage, drawn: list[tuple[str, int]]
) -> None:
    stage.put()
    async with stage.open(size=(160, 50)) as (pilot, screen):
        await pilot.press("j", "k")
        drawn.clear()
        await pilot.press("j")
        assert [line for pane, line in drawn if pane == "claims"] == [0, 1, 2, 3]
        assert len([line for pane, line in drawn if pane == "article"]) <= 4
        drawn.clear()
        await pilot.press("V")
        assert screen.current is not None
        assert screen.current.verdict is Verdict.VERIFIED
        assert [line for pane, line in drawn if pane == "claims"] == [2, 3]
        assert [line for pane, line in drawn if pane == "article"] == [4]


async def test_what_was_drawn_once_is_not_drawn_again_when_it_is_scrolled_back_to(
    long: Stage, drawn: list[tuple[str, int]]
) -> None:
    async with long.open(size=(80, 24)) as (pilot, _):
        await pilot.press("tab", "G", "g", "G", "g")
        drawn.clear()
        await pilot.press("G", "g")
        of_cursor = {("claims", line) for pane, line in drawn if pane == "claims"}
        assert len(of_cursor) == 4
        assert len([line for pane, line in drawn if pane == "claims"]) <= 8


async def test_a_bar_of_a_pane_in_which_all_fits_is_never_painted_again(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(160, 50)) as (pilot, screen):
        await pilot.press("j")
        bar = screen.query_one(ClaimPanel).vertical_scrollbar
        painted = []
        render = bar.render
        bar.render = lambda: painted.append(1) or render()  # type: ignore[method-assign,func-returns-value]  # counted
        await pilot.press("j", "j", "v", "k")
        assert painted == []


async def test_a_step_asks_nothing_of_what_has_not_changed(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    render = Widget.render_lines

    def counted(widget: Widget, crop: Region) -> list[Strip]:
        asked.append(widget.id or "")
        return render(widget, crop)

    stage.put()
    async with stage.open(size=(160, 50)) as (pilot, screen):
        await pilot.press("j", "k")
        monkeypatch.setattr(Widget, "render_lines", counted)
        await pilot.press("j")
        screen._on_timer_update()
        assert {"title", "progress", "keys", "panes"}.isdisjoint(asked)


async def test_a_style_is_worked_out_when_a_line_wants_it(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    worked_out: list[str] = []
    apply = Stylesheet.apply

    def noted(sheet: Stylesheet, node: DOMNode, **options: Any) -> None:
        worked_out.extend(node.classes)
        apply(sheet, node, **options)

    monkeypatch.setattr(Stylesheet, "apply", noted)
    stage.put()
    async with stage.open() as (pilot, _):
        assert "article--unchecked" in worked_out
        assert "article--hit" not in worked_out
        worked_out.clear()
        await pilot.press("tab", "shift+tab")
        assert "panel--claim" in worked_out
        assert "panel--there" not in worked_out
        assert "article--disputed" not in worked_out
        await pilot.press("d")
        assert "article--disputed" in worked_out


@pytest.mark.parametrize("theme", ["factcheck-light", "ansi-dark", "textual-light"])
async def test_in_another_theme_all_is_painted_as_if_it_had_always_been_so(stage: Stage, theme: str) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("j", "v")
        pilot.app.theme = theme
        await pilot.pause()
        await pilot.press("j", "k")
        switched = painted_anew(pilot).cells
    stage.config = replace(stage.config, theme=theme)
    async with stage.open() as (pilot, _):
        await pilot.press("j", "k")
        begun = painted_anew(pilot).cells
    assert {at: cell for at, cell in switched.items() if at[0] < 22} == {
        at: cell for at, cell in begun.items() if at[0] < 22
    }


async def test_a_filter_lays_the_screen_out_once(stage: Stage) -> None:
    stage.put()
    laid: list[Screen[Any]] = []
    async with stage.open(size=(120, 30)) as (pilot, screen):
        await pilot.press("j")
        screen.screen_layout_refresh_signal.subscribe(screen, laid.append, immediate=True)
        for wanted, shown in ((Filter(open=True), True), (Filter(), False)):
            laid.clear()
            screen._filter(wanted)
            await pilot.pause(0.1)
            assert screen.query_one("#chips").display is shown
            assert len(laid) == 1
            pane = screen.query_one(ArticlePane)
            assert pane.vertical_scrollbar.size.height == pane.size.height

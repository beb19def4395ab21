"""How the panes lie: which are shown, where, and what stays when that changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rich.segment import Segment
from textual.color import Color

from factcheck.desk import connect
from factcheck.model import ArticleId, Role, Section, Span
from factcheck.review import Review
from factcheck.state import export_folder, layout, remember_export, remember_layout
from factcheck.tui.arrangement import Arrangement, Place, Shown
from factcheck.tui.plain import Plain
from factcheck.tui.widgets.article import ArticlePane
from tests.tui.conftest import make_article, make_extraction, said, text_of, until

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from factcheck.tui.screens.review import ReviewScreen
    from tests.tui.conftest import Stage

_PANES = ("article", "claims", "panel")


def _shown(screen: ReviewScreen) -> list[str]:
    return [pane for pane in _PANES if screen.query_one(f"#{pane}").display]


def _width(screen: ReviewScreen, pane: str) -> int:
    return screen.query_one(f"#{pane}").outer_size.width


def _number(screen: ReviewScreen) -> int:
    assert screen.current is not None
    return screen.current.number


def _article_lines(pilot: Pilot[None]) -> list[str]:
    """What stands between title and progress."""
    return text_of(pilot).splitlines()[1:-2]


def _long(stage: Stage) -> None:
    """An article of many screens, with a claim at its beginning."""
    body = "The bridge is long and it is wide and it was dear to build. " * 7
    article = make_article(((Role.BODY, "It opened on Monday."), *[(Role.BODY, body)] * 14))
    stage.extraction = make_extraction(article, (("It opened on Monday", Section.BODY),))
    stage.put()


async def test_one_key_goes_through_the_layouts(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("j", "vertical_line")
        assert _shown(screen) == ["article"]
        assert _width(screen, "article") == 80
        assert "the article alone · | goes on" in said(pilot)
        assert screen.focused is screen.query_one("#article")
        await pilot.press("v", "vertical_line")
        assert stage.verdicts() == ".v.....", "a claim that is marked in the article can be checked there"
        assert _shown(screen) == ["claims", "panel"]
        assert _width(screen, "claims") == 80
        assert screen.focused is screen.query_one("#claims")
        assert _number(screen) == 3
        await pilot.press("d", "vertical_line")
        assert stage.verdicts() == ".vd...."
        assert _shown(screen) == list(_PANES)
        assert _number(screen) == 5


async def test_the_article_stays_at_its_place(stage: Stage) -> None:
    _long(stage)
    async with stage.open(size=(100, 24)) as (pilot, screen):
        pane = screen.query_one(ArticlePane)
        pane.focus()
        await pilot.press("pagedown", "pagedown", "pagedown")
        top, cursor = pane.top_offset(), screen.cursor
        assert top > 1000
        for key in ("W", "W", "vertical_line", "vertical_line", "vertical_line") * 4:
            await pilot.press(key)
            await pilot.pause()
            assert screen.cursor == cursor
            if _shown(screen) == list(_PANES):
                assert pane.top_offset() == top, "it does not creep"
            elif pane.display:
                assert pane.top_offset() <= top < pane.top_offset() + pane.size.width
        for key in ("left_curly_bracket",) * 6 + ("right_curly_bracket",) * 9:
            await pilot.press(key)
            await pilot.pause()
            assert pane.top_offset() <= top < pane.top_offset() + pane.size.width


async def test_a_resize_while_the_article_is_hidden_keeps_its_place(stage: Stage) -> None:
    _long(stage)
    async with stage.open(size=(100, 24)) as (pilot, screen):
        pane = screen.query_one(ArticlePane)
        pane.focus()
        await pilot.press("pagedown", "pagedown", "vertical_line", "vertical_line")
        top = pane.top_offset()
        await pilot.resize_terminal(140, 40)
        await pilot.press("vertical_line")
        await until(lambda: pane.size.width == 80, pilot)
        assert pane.top_offset() <= top < pane.top_offset() + 80


def _claims_far_apart(stage: Stage) -> None:
    """An article of many screens, with a claim at the beginning of each of its paragraphs."""
    names = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth")
    body = "the bridge is long and it is wide and it was dear to build. " * 7
    article = make_article(tuple((Role.BODY, f"{name} of all it opened, and {body}") for name in names))
    stage.extraction = make_extraction(
        article, tuple((f"{name} of all it opened", Section.BODY) for name in names), findings=False
    )
    stage.put()


def _row(screen: ReviewScreen) -> int:
    """How many lines of the article stand above the current claim in the view."""
    pane, record = screen.query_one(ArticlePane), screen.current
    assert record is not None
    return pane.line_of_place(record.claim.start) - pane.scroll_offset.y


_SIZES = ((80, 24), (120, 40), (60, 16), (80, 40), (80, 16), (60, 16))


async def test_a_resize_keeps_the_current_claim_in_sight_at_its_height(stage: Stage) -> None:
    _claims_far_apart(stage)
    async with stage.open(size=(60, 16)) as (pilot, screen):
        pane = screen.query_one(ArticlePane)
        for key in ("G", "k", "k", "g", "j"):
            await pilot.press(key)
            record, row = screen.current, _row(screen)
            assert record is not None
            for size in _SIZES:
                await pilot.resize_terminal(*size)
                await until(lambda size=size: pilot.app.screen.size == size, pilot)  # type: ignore[misc]
                assert pane.shows(record.span)
                assert abs(_row(screen) - row) <= 1 or pane.scroll_offset.y in {0, pane.max_scroll_y}
            assert _row(screen) == row, "back at the first size it stands where it stood"


async def test_a_claim_low_in_the_view_stays_in_sight_in_a_lower_one(stage: Stage) -> None:
    _claims_far_apart(stage)
    async with stage.open(size=(80, 40)) as (pilot, screen):
        pane = screen.query_one(ArticlePane)
        await pilot.press("j")
        pane.scroll_to(y=0, animate=False, immediate=True)
        assert screen.current is not None
        assert _row(screen) > 10
        await pilot.resize_terminal(80, 16)
        await until(lambda: pilot.app.screen.size == (80, 16), pilot)
        assert pane.shows(screen.current.span)
        await pilot.resize_terminal(80, 40)
        await until(lambda: pilot.app.screen.size == (80, 40), pilot)
        assert pane.scroll_offset.y == 0


async def test_a_resize_keeps_what_is_read_away_from_the_claim(stage: Stage) -> None:
    _claims_far_apart(stage)
    async with stage.open(size=(60, 16)) as (pilot, screen):
        pane = screen.query_one(ArticlePane)
        pane.focus()
        await pilot.press("G", "g", "pagedown", "pagedown", "pagedown")
        top = pane.top_offset()
        for size in _SIZES:
            await pilot.resize_terminal(*size)
            await until(lambda size=size: pilot.app.screen.size == size, pilot)  # type: ignore[misc]
            assert pane.top_offset() <= top < pane.top_offset() + size[0]
        assert pane.top_offset() == top


async def test_what_was_gone_to_while_the_article_was_hidden_is_in_view_when_it_is_back(stage: Stage) -> None:
    filler = [(Role.BODY, "The bridge is long and it is wide and it was dear to build. " * 7)] * 9
    article = make_article(((Role.BODY, "It opened on Monday."), *filler, (Role.BODY, "Tolls ended in 1932."), *filler))
    claims = (("It opened on Monday", Section.BODY), ("Tolls ended in 1932", Section.BODY))
    stage.extraction = make_extraction(article, claims)
    stage.put()
    async with stage.open() as (pilot, screen):
        pane = screen.query_one(ArticlePane)
        await pilot.press("vertical_line", "vertical_line")
        height = pane.virtual_size.height
        await pilot.press("j", "x", "z")
        assert pane.virtual_size.height == height, "it is not laid out for no width at all"
        await pilot.press("vertical_line")
        await until(lambda: pane.shows(screen.reviewing.claims[1].span), pilot)
        await pilot.press("g", "vertical_line", "vertical_line", "slash", *"tolls", "enter")
        await until(lambda: pane.shows(screen.reviewing.claims[1].span), pilot)


async def test_the_first_read_shows_no_mark_and_takes_none(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("j", "c", "W")
        assert _shown(screen) == ["article"]
        lines = _article_lines(pilot)
        assert lines[0].startswith("      Bridge that cost")
        assert not any(sign in line[:6] for line in lines for sign in "·~▌▏+0123456789")
        assert "W ends it" in said(pilot)
        assert "verified" not in text_of(pilot).splitlines()[-1]
        cursor = screen.cursor
        for key in ("v", "d", "u", "V", "0", "o", "x", "n", "s", "L", "z", "A", "M", "b", "J", "c", "m", "f", "S"):
            await pilot.press(key)
            assert f"{key} does nothing in a first read" in said(pilot)
            assert pilot.app.screen is screen
        await pilot.click(offset=(20, 5))
        await pilot.press("y", "1", "2", "3", "vertical_line")
        assert (stage.verdicts(), stage.copied, screen.cursor) == (".......", [], cursor)
        await pilot.press("escape")
        assert _shown(screen) == list(_PANES)
        assert "open" in said(pilot)
        await pilot.press("v")
        assert stage.verdicts().count("v") == 1
        await pilot.press("W", "W")
        assert _shown(screen) == list(_PANES)
        assert "✓1" in said(pilot)


async def test_the_keys_list_nothing_that_cannot_be_done_while_reading(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(120, 50)) as (pilot, _):
        await pilot.press("W", "question_mark")
        await until(lambda: "Read the article alone" in text_of(pilot), pilot)
        assert "Search the article" in text_of(pilot)
        assert "Mark verified" not in text_of(pilot)
        await pilot.press("escape", "W", "question_mark")
        await until(lambda: "Mark verified" in text_of(pilot), pilot)


async def test_a_line_to_read_is_never_too_long(stage: Stage) -> None:
    _long(stage)
    async with stage.open(size=(160, 50)) as (pilot, screen):
        await pilot.press("W")
        widths = [len(line.strip()) for line in _article_lines(pilot)]
        assert 70 <= max(widths) <= 80
        left = _article_lines(pilot)[0].index("It opened")
        assert 30 < left < 60, "it stands in the middle"
        await pilot.click(screen.query_one(ArticlePane), offset=(10, 0))
        await pilot.resize_terminal(80, 24)
        await until(lambda: _width(screen, "article") == 80, pilot)


async def test_while_reading_the_keys_of_moving_scroll(stage: Stage) -> None:
    _long(stage)
    async with stage.open() as (pilot, screen):
        pane = screen.query_one(ArticlePane)
        await pilot.press("W", "j", "j", "down", "k")
        assert pane.scroll_offset.y == 2
        await pilot.press("G")
        last = pane.scroll_offset.y
        await pilot.press("pagedown")
        assert pane.scroll_offset.y == last > 50
        await pilot.press("g")
        assert pane.scroll_offset.y == 0


_RULE = "read so far"


def _remembered(stage: Stage) -> None:
    stage.config = replace(stage.config, state=stage.folder / "state.json")


async def test_a_first_read_goes_on_where_it_was_interrupted(stage: Stage) -> None:
    _long(stage)
    _remembered(stage)
    async with stage.open() as (pilot, screen):
        pane = screen.query_one(ArticlePane)
        await pilot.press("W")
        await until(lambda: pane.size.height == 21, pilot)
        assert _RULE not in text_of(pilot), "nothing was read yet"
        await pilot.press("space", "space")
        before, read = pane.top_offset(), pane.read_to
        assert before < read < len(stage.extraction.article.draft.text)
    async with stage.open() as (pilot, screen):
        pane = screen.query_one(ArticlePane)
        assert _RULE not in text_of(pilot), "it is further down"
        await pilot.press("W")
        await until(lambda: pane.size.height == 21 and _RULE in text_of(pilot), pilot)
        assert before < pane.top_offset() < read
        row = next(row for row, line in enumerate(text_of(pilot).splitlines()) if f"╌╌ {_RULE} ╌" in line)
        assert 0 < row < 12
        assert pane.read_to > read, "and what stands below is read now"
        await pilot.press("W")
        await until(lambda: pane.size.height < 21, pilot)
        for _ in range(40):
            await pilot.press("W", "space")
            await pilot.pause()
            await pilot.press("W")
            if pane.read_to >= len(stage.extraction.article.draft.text):
                break
        assert pane._layout.rule is None, "all is read"
    assert stage.config.state is not None
    async with stage.open() as (pilot, screen):
        assert screen.query_one(ArticlePane)._layout.rule is None


async def test_who_only_looks_at_the_end_has_not_read_up_to_it(stage: Stage) -> None:
    _long(stage)
    async with stage.open() as (pilot, screen):
        pane = screen.query_one(ArticlePane)
        await pilot.press("W")
        await until(lambda: pane.size.height == 21, pilot)
        read = pane.read_to
        await pilot.press("G")
        assert pane.read_to == read > 0
        await pilot.press("g", "space")
        assert pane.read_to > read


async def test_the_walk_through_the_claims_is_read_up_to_where_none_was_passed_over(stage: Stage) -> None:
    _claims_far_apart(stage)
    _remembered(stage)
    async with stage.open() as (pilot, screen):
        pane = screen.query_one(ArticlePane)
        await pilot.press("j", "v", "j")
        assert _number(screen) == 4
        assert pane.read_to == screen.listed[3].claim.end
        await pilot.press("G", "k", "k")
        assert pane.read_to == screen.listed[3].claim.end
    async with stage.open() as (pilot, screen):
        pane = screen.query_one(ArticlePane)
        await pilot.press("colon", "4", "enter")
        assert _number(screen) == 4
        lines = text_of(pilot).splitlines()
        row = next(row for row, line in enumerate(lines) if _RULE in line)
        assert "Fourth of all it opened" in lines[row - 1]
        await pilot.press(*"jjjj")
        assert _number(screen) == 8
    async with stage.open() as (pilot, screen):
        assert screen.query_one(ArticlePane)._layout.rule is None, "the last claim is all there is to read"


@pytest.mark.parametrize("other", ["draft", "checker"])
async def test_how_far_one_has_read_is_told_of_no_other_draft_or_checker(stage: Stage, other: str) -> None:
    _claims_far_apart(stage)
    _remembered(stage)
    async with stage.open() as (pilot, screen):
        await pilot.press("j", "j")
        assert screen.query_one(ArticlePane).read_to
    if other == "checker":
        stage.config = replace(stage.config, checker="Bo")
    else:
        edited = [
            (Role.BODY, paragraph.replace("long", "wide"))
            for paragraph in stage.extraction.article.draft.text.split("\n\n")
        ]
        claims = tuple((record.claim.text, Section.BODY) for record in stage.review().claims)
        with connect(stage.config.desk, who="Ann", clock=stage.clock) as desk:
            Review(desk, ArticleId(1)).rebase(make_extraction(make_article(tuple(edited)), claims, findings=False))
    async with stage.open() as (pilot, screen):
        pane = screen.query_one(ArticlePane)
        assert pane._layout.rule is None
        assert pane.read_to == 0


async def test_nothing_is_written_at_a_key(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    _long(stage)
    _remembered(stage)
    written: list[int] = []
    monkeypatch.setattr(
        "factcheck.tui.screens.reviewing.remember_read_so_far", lambda *given: written.append(given[-1])
    )
    async with stage.open() as (pilot, screen):
        await pilot.press("W")
        first = len(written)
        await pilot.press("space", "space", "j", "j")
        assert len(written) <= first + 1, "at most what has come to rest"
        await pilot.press("W")
        assert written[-1] == screen.query_one(ArticlePane).read_to


async def test_the_rule_can_be_read_in_ascii(stage: Stage) -> None:
    _claims_far_apart(stage)
    _remembered(stage)
    async with stage.open() as (pilot, _):
        await pilot.press("j")
    async with stage.open() as (pilot, _):
        await until(lambda: any("read so far" in line for line in text_of(pilot).splitlines()), pilot)
        written = [Plain("ascii").apply([Segment(line)], Color(0, 0, 0)) for line in text_of(pilot).splitlines()]
        assert any("-- read so far --" in segments[0].text for segments in written)


async def test_a_search_is_read_and_left_before_the_reading(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("W", "slash", *"doubled", "enter")
        assert "“doubled” 1 of 1" in text_of(pilot)
        assert _number(screen) == 1, "the claim there is not shown"
        await pilot.press("escape")
        assert screen.unmarked
        await pilot.press("escape")
        assert not screen.unmarked


async def test_claims_that_come_while_reading_are_not_shown(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("W")
        screen.reload()
        await pilot.pause()
        assert not any("·" in line[:6] for line in _article_lines(pilot))
        await pilot.press("W")
        assert any("1·" in line[:6] for line in _article_lines(pilot))


async def test_the_palette_offers_nothing_that_cannot_be_done_while_reading(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("W", "ctrl+p", *"verified", "enter")
        await pilot.pause(0.3)
        await pilot.press("escape", "escape")
        assert stage.verdicts() == "......."


@pytest.mark.parametrize("keys", [("slash", *"doubled", "enter"), ("A",), ("c",)], ids=["search", "add", "finding"])
async def test_what_is_to_be_seen_in_the_article_brings_it_back(stage: Stage, keys: tuple[str, ...]) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("vertical_line", "vertical_line", *keys)
        assert _shown(screen) == list(_PANES)


async def test_words_that_are_hidden_are_selected_no_more(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("vertical_line")
        screen.query_one(ArticlePane).select(Span(0, 6))
        await pilot.press("vertical_line", "A", "escape")
        assert len(stage.review().claims) == 7


async def test_the_panel_lies_right_or_below_where_there_is_room(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(130, 30)) as (pilot, screen):
        assert _width(screen, "panel") < 60
        await pilot.press("backslash")
        assert _width(screen, "panel") == 130
        assert "the panel lies below" in said(pilot)
        await pilot.press("vertical_line", "backslash")
        assert "the panel is not shown · | shows it" in said(pilot)
        await pilot.press("vertical_line")
        assert _width(screen, "panel") == 130
        await pilot.press("backslash")
        assert _width(screen, "panel") == 65
        await pilot.press("vertical_line")
        assert _width(screen, "panel") < 60
    async with stage.open(size=(100, 30)) as (pilot, screen):
        await pilot.press("backslash")
        assert "too narrow" in said(pilot)
        assert _width(screen, "panel") == 100
        assert screen.arrangement == Arrangement()


async def test_the_split_moves_as_far_as_both_can_be_read(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(160, 30)) as (pilot, screen):
        await pilot.press("right_curly_bracket")
        assert _width(screen, "article") == 96
        assert "the article has 60 % of the width" in said(pilot)
        await pilot.press(*["right_curly_bracket"] * 7)
        assert _width(screen, "article") == 128
        await pilot.resize_terminal(80, 24)
        await until(lambda: _width(screen, "article") == 64, pilot)
        assert _width(screen, "claims") == 16
        assert all(len(line) == 80 for line in text_of(pilot).splitlines())
        await pilot.press(*["left_curly_bracket"] * 15)
        assert _width(screen, "article") == 24
        await pilot.resize_terminal(60, 24)
        await until(lambda: _width(screen, "article") == 60, pilot)
        assert _width(screen, "claims") == 60
        await pilot.press("right_curly_bracket")
        assert "nothing lies side by side here" in said(pilot)
        assert screen.arrangement.split == 30


async def test_it_is_kept_for_the_next_article(stage: Stage) -> None:
    state = stage.folder / "new" / "state.json"
    stage.config = replace(stage.config, state=state)
    stage.put()
    async with stage.open(size=(160, 30)) as (pilot, _):
        await pilot.press("backslash", *["left_curly_bracket"] * 2, "vertical_line", "vertical_line", "W")
    async with stage.open(size=(160, 30)) as (pilot, screen):
        assert screen.arrangement == Arrangement(Shown.CLAIMS, Place.BELOW, 45)
        assert _shown(screen) == ["claims", "panel"], "a first read is over when the article is closed"
        assert screen.focused is screen.query_one("#claims")
        await pilot.press("vertical_line")
        assert (_width(screen, "article"), _width(screen, "panel")) == (72, 160)
        await pilot.press("vertical_line")
    async with stage.open(size=(160, 30)) as (pilot, screen):
        assert _shown(screen) == ["article"]
        await until(lambda: screen.focused is screen.query_one("#article"), pilot)


def test_the_folder_of_exports_and_the_layout_are_kept_beside_each_other(stage: Stage) -> None:
    config = replace(stage.config, state=stage.folder / "state.json")
    remember_layout(config, "claims below 40")
    (stage.folder / "out").mkdir()
    remember_export(config, stage.folder / "out", "memo", ["md"])
    assert layout(config) == "claims below 40"
    remember_layout(config, "both right 0")
    assert (layout(config), export_folder(config)) == ("both right 0", stage.folder / "out")


@pytest.mark.parametrize("spoilt", ["", "{", "[1]", '{"layout": 3}', '{"layout": "\\u0000"}', "[" * 100_000, "\ufeff"])
async def test_a_damaged_state_is_passed_over(stage: Stage, spoilt: str) -> None:
    stage.config = replace(stage.config, state=stage.folder / "state.json")
    assert stage.config.state is not None
    stage.config.state.write_text(spoilt, "utf-8")
    stage.put()
    async with stage.open() as (pilot, screen):
        assert screen.arrangement == Arrangement()
        await pilot.press("vertical_line")
    assert layout(stage.config) == "article right 0"


@pytest.mark.parametrize(
    "kept",
    [
        *("", "1 2 3", "both", "both right", "both right 0 1", "all right 0", "both left 0"),
        *("both right x", "both right -5", "both right 29", "both right 81", f"both right {'9' * 5000}"),
    ],
)
def test_a_layout_of_another_version_is_the_usual_one(kept: str) -> None:
    assert Arrangement.read(kept) == Arrangement()


@pytest.mark.parametrize("one", [Arrangement(), Arrangement(Shown.CLAIMS, Place.BELOW, 80)])
def test_a_layout_is_read_as_it_was_written(one: Arrangement) -> None:
    assert Arrangement.read(str(one)) == one

"""The list of articles."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input, OptionList

from factcheck.desk import connect
from factcheck.model import ArticleId, ArticleSummary, Extraction, Progress, Role, Section, State, Verdict
from factcheck.review import Review
from factcheck.tui.screens.desk import DeskScreen, _row
from factcheck.tui.screens.earlier import EarlierScreen
from factcheck.tui.screens.export import ExportDialog
from factcheck.tui.screens.file import typed
from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.tools import match
from factcheck.tui.wrap import cells
from tests.tui.conftest import Stage, make_article, make_extraction, text_of, until

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.pilot import Pilot

    from factcheck.desk import Desk
    from factcheck.model import Article, Claim, Match


async def test_an_empty_desk_says_what_to_do(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(stage.folder)
    app = stage.app(None)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(lambda: "Press o to open a story" in text_of(pilot), pilot)
        assert "factcheck demo" in text_of(pilot)
        assert "v d u   verified, disputed, unsourced" in text_of(pilot)
        assert "?       all keys" in text_of(pilot)
        await pilot.press("enter", "down")
        await pilot.press("o")
        path = stage.folder / "bridge.txt"
        path.write_text(stage.extraction.article.draft.text, "utf-8")
        await pilot.press(*"brid")
        await pilot.pause(0.1)
        await pilot.press("right", "enter")
        await until(lambda: isinstance(app.screen, ReviewScreen) and len(app.screen.listed) == 7, pilot)


@pytest.mark.parametrize("size", [(60, 16), (80, 24)])
async def test_all_that_an_empty_desk_says_can_be_read(stage: Stage, size: tuple[int, int]) -> None:
    app = stage.app(None)
    async with app.run_test(size=size, notifications=True) as pilot:
        await until(lambda: "Press o to open a story" in text_of(pilot), pilot)
        assert "?       all keys" in text_of(pilot)
        empty = app.screen.query_one("#empty")
        assert empty.max_scroll_y == 0
        await pilot.resize_terminal(60, 16)
        await until(lambda: app.screen.size.height == 16 and "?       all keys" in text_of(pilot), pilot)
        assert empty.max_scroll_y == 0


@pytest.mark.parametrize(("size", "taught"), [((60, 16), False), ((80, 24), True)])
async def test_beside_earlier_articles_nothing_is_cut_off(stage: Stage, size: tuple[int, int], taught: bool) -> None:
    stage.put_earlier()
    app = stage.app(None)
    async with app.run_test(size=size, notifications=True) as pilot:
        await until(lambda: "Press o to open a story" in text_of(pilot), pilot)
        assert "Elmside bridge in figures" in text_of(pilot)
        assert "factcheck add FOLDER" in text_of(pilot)
        assert ("?       all keys" in text_of(pilot)) is taught
        assert app.screen.query_one("#empty").max_scroll_y == 0


async def test_the_title_of_an_earlier_article_is_cut_with_a_sign_and_its_date_is_whole(stage: Stage) -> None:
    title = "The bridge over the river at Elmside, which took nine years and three governments, is open at last"
    stage.extraction = replace(
        stage.extraction, article=replace(stage.extraction.article, title=title, published=date(1936, 5, 6))
    )
    stage.put(state=State.ARCHIVE)
    app = stage.app(None)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(lambda: "Earlier articles: 1" in text_of(pilot), pilot)
        await pilot.press("enter")
        await until(lambda: isinstance(app.screen, EarlierScreen) and "1936" in text_of(pilot), pilot)
        line = text_of(pilot).splitlines()[0]
        assert line.startswith(" Earlier article: The bridge over the river at Elmside, which too…")
        assert line.endswith("  06 May 1936 ")


async def test_a_home_folder_that_nobody_has_is_told(stage: Stage) -> None:
    app = stage.app(None)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(lambda: "Press o" in text_of(pilot), pilot)
        await pilot.press("o", *"~nobody-here/x.txt", "enter")
        await until(lambda: "~nobody-here/x.txt" in text_of(pilot) and "there is no file" in text_of(pilot), pilot)
        assert app.is_running


async def test_articles_are_listed_with_their_progress_and_opened(stage: Stage) -> None:
    stage.put()
    stage.put_earlier()
    async with stage.open() as (pilot, _):
        await pilot.press("v", "d")
        await pilot.press("escape", "escape")
        await until(lambda: isinstance(pilot.app.screen, DeskScreen) and "under check" in text_of(pilot), pilot)
        shown = text_of(pilot)
        assert "1 article under check" in shown
        assert "✓1 ✗1 ?0 · 4 open" in shown
        assert "Earlier articles: 1" in shown
        assert "Ann" in shown
        await pilot.press("enter")
        screen = pilot.app.screen
        assert isinstance(screen, ReviewScreen)
        await until(lambda: screen.review is not None, pilot)
        assert screen.current is not None
        assert screen.current.number == 3


async def test_an_earlier_article_that_is_asked_for_opens_to_read(stage: Stage) -> None:
    stage.put(state=State.ARCHIVE)
    app = stage.app("1")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(lambda: isinstance(app.screen, EarlierScreen) and "Bridge that cost" in text_of(pilot), pilot)
        await pilot.press("v", "j", "escape")
        await until(lambda: isinstance(app.screen, DeskScreen) and "Earlier articles: 1" in text_of(pilot), pilot)
    assert stage.verdicts() == "......."
    assert app.failure is None


async def test_the_list_follows_what_others_do(stage: Stage) -> None:
    stage.put()
    app = stage.app(None)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(lambda: "7 open" in text_of(pilot) or "6 open" in text_of(pilot), pilot)
        with connect(stage.config.desk, who="Bo") as desk:
            other = Review(desk, ArticleId(1))
            other.mark(other.claims[1].id, Verdict.DISPUTED)
        await until(lambda: "✗1" in text_of(pilot), pilot)
        assert "disputed" not in text_of(pilot)  # the list counts, it does not tell of single claims


async def test_an_earlier_article_is_opened_to_read(stage: Stage) -> None:
    stage.put()
    stage.put_earlier()
    app = stage.app(None)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(lambda: app.screen.query_one(OptionList).option_count == 3, pilot)
        await pilot.press("j", "enter")
        await until(lambda: isinstance(app.screen, EarlierScreen), pilot)
        await pilot.press("v", "escape")
        assert isinstance(app.screen, DeskScreen)
        assert stage.verdicts() == "......."


async def test_a_signed_off_article_is_reopened_from_the_list_and_from_where_it_is_read(stage: Stage) -> None:
    article = stage.put(state=State.SIGNED_OFF)
    app = stage.app(None)
    async with app.run_test(size=(100, 24), notifications=True) as pilot:
        await until(lambda: "Earlier articles: 1" in text_of(pilot), pilot)
        await pilot.press("enter")
        await until(lambda: isinstance(app.screen, EarlierScreen), pilot)
        assert "Signed off" in text_of(pilot)
        assert "S reopens it" in text_of(pilot)
        await pilot.press("S", "escape")
        assert isinstance(app.screen, EarlierScreen)
        await pilot.press("S", "enter")
        await until(lambda: isinstance(app.screen, ReviewScreen) and len(app.screen.listed) == 7, pilot)
        await pilot.press("v", "escape", "escape")
        await until(lambda: "1 article under check" in text_of(pilot), pilot)
        with connect(stage.config.desk, who="Bo", clock=stage.clock) as desk:
            desk.articles.set_state(article, State.SIGNED_OFF)
        await until(lambda: "Earlier articles: 1" in text_of(pilot), pilot)
        await pilot.press("S")
        assert "Reopen?" in text_of(pilot)
        await pilot.press("enter")
        await until(lambda: isinstance(app.screen, ReviewScreen) and len(app.screen.listed) == 7, pilot)
        await pilot.press("d")
    assert stage.verdicts() == "vd....."
    with connect(stage.config.desk) as desk:
        assert [event.who for event in desk.events.of(article) if event.what == "reopen"] == ["Ann", "Ann"]


async def test_a_signed_off_article_is_sent_out_from_where_it_is_read(stage: Stage) -> None:
    stage.put(state=State.SIGNED_OFF)
    app = stage.app(None)
    async with app.run_test(size=(100, 24), notifications=True) as pilot:
        await until(lambda: "Earlier articles: 1" in text_of(pilot), pilot)
        await pilot.press("enter")
        await until(lambda: isinstance(app.screen, EarlierScreen), pilot)
        assert "e exports" in text_of(pilot)
        await pilot.press("e")
        await until(lambda: isinstance(app.screen, ExportDialog), pilot)
        assert "all 7 claims" in text_of(pilot)
        await pilot.press("escape")
        assert isinstance(app.screen, DeskScreen)


async def test_the_list_goes_to_its_ends(stage: Stage) -> None:
    stage.put()
    stage.put_earlier()
    async with stage.app(None).run_test(size=(80, 24)) as pilot:
        await until(lambda: "Earlier articles: 1" in text_of(pilot), pilot)
        listed = pilot.app.screen.query_one(OptionList)
        places = []
        for key in ("G", "g", "j"):
            await pilot.press(key)
            places.append(listed.highlighted)
        assert places == [2, 0, 2], "the heading between them is none of them"


async def test_what_came_in_as_a_backlog_cannot_be_reopened(stage: Stage) -> None:
    stage.put(state=State.ARCHIVE)
    app = stage.app(None)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(lambda: "Earlier articles: 1" in text_of(pilot), pilot)
        await pilot.press("S")
        await until(lambda: "it is an earlier article: only what is signed off" in text_of(pilot), pilot)
        await pilot.press("enter", "S")
        assert isinstance(app.screen, EarlierScreen)
        assert "reopens" not in text_of(pilot)


async def test_what_cannot_be_opened_from_the_list_is_told_in_a_dialog(stage: Stage) -> None:
    app = stage.app(None)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(lambda: "Press o" in text_of(pilot), pilot)
        await pilot.press(
            "o", "left_square_bracket", "slash", "right_square_bracket", "full_stop", "t", "x", "t", "enter"
        )
        await until(lambda: "That did not work" in text_of(pilot), pilot)
        assert "[/].txt" in text_of(pilot)
        await pilot.press("escape")
        assert isinstance(app.screen, DeskScreen)
        await pilot.press("q")
    assert app.return_code == 0


async def test_of_a_large_archive_the_newest_are_listed(stage: Stage) -> None:
    with connect(stage.config.desk, who="Bo") as desk, desk.writing():
        for number in range(230):
            desk.articles.put(make_article(((Role.BODY, f"Bridge {number}"),), f"Story {number}"), state=State.ARCHIVE)
    app = stage.app(None)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(lambda: "Earlier articles: 230, the newest 200 of which are" in text_of(pilot), pilot)
        assert "Story 229" in text_of(pilot)
        assert app.screen.query_one(OptionList).option_count == 201


def test_a_deadline_is_not_cut_off_for_what_can_be_told_by_its_beginning() -> None:
    progress = Progress(claims=13, verified=3, disputed=0, unsourced=0, unchecked=10, recheck=4)
    worked_on = datetime(2026, 11, 28, 0, 6, tzinfo=UTC)
    one = ArticleSummary(
        ArticleId(1), "storm", "The storm", 4, State.CHECKING, progress, worked_on, "Ada", "2026-11-20 18:00"
    )
    row = _row(one, False, 1, 78, worked_on).plain.splitlines()[1]
    assert " open · overdue since 2026-11-20 18:00 · 4 to re-che" in row
    assert cells(row) <= 78


async def test_articles_are_sorted_filtered_and_have_deadlines(stage: Stage) -> None:
    stage.put()
    other = make_article(((Role.BODY, "A storm sank nine ships in 1703."),), "Aground: the storm of 1703")
    with connect(stage.config.desk, who="Bo", clock=stage.clock) as desk:
        desk.articles.store(desk.articles.put(other).id, Extraction(other, ()), complete=True)
    app = stage.app(None)

    def titles(pilot: Pilot[None]) -> list[str]:
        return [line.strip() for line in text_of(pilot).splitlines() if "Bridge that" in line or "Aground" in line]

    async with app.run_test(size=(100, 24), notifications=True) as pilot:
        await until(lambda: len(titles(pilot)) == 2, pilot)
        assert titles(pilot)[0].startswith("Aground")
        await pilot.press("j", "D", *"2020-01-02", "enter")
        await until(lambda: "overdue since 2020-01-02" in text_of(pilot), pilot)
        await pilot.press("D", *"soon", "enter")
        assert "is no day" in text_of(pilot)
        field = pilot.app.screen.query_one(Input)
        assert field.value == "soon", "the line stays, to be mended"
        field.value = ""
        await pilot.press(*"2020-01-03", "enter")
        await until(lambda: "overdue since 2020-01-03" in text_of(pilot), pilot)
        await pilot.press("s")
        assert "by deadline" in text_of(pilot)
        assert titles(pilot)[0].startswith("Bridge")
        await pilot.press("s", "s")
        assert titles(pilot)[0].startswith("Aground")
        await pilot.press("slash", *"storm", "enter")
        assert [line[:7] for line in titles(pilot)] == ["Aground"]
        await pilot.press("S")
        assert "it is under check: only what is signed off is reopened" in text_of(pilot)
        await pilot.press("slash", *"[b", "enter")
        assert titles(pilot) == []
        assert "No article has “[b”" in text_of(pilot)
        assert "? keys" in text_of(pilot).splitlines()[-1], "the keys stay below"
        await pilot.press("slash", *["backspace"] * 2, "enter")
        assert "No article has" not in text_of(pilot)
        assert len(titles(pilot)) == 2


async def test_the_list_counts_conflicts_until_a_note_answers_them(stage: Stage) -> None:
    stage.put()
    stage.put_earlier()
    looked: list[str] = []

    def match_(desk: Desk, article: Article, claims: Sequence[Claim]) -> tuple[tuple[Match, ...], ...]:
        looked.append(article.title)
        return match(desk, article, claims)

    stage.matcher = match_
    app = stage.app(None)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(lambda: "in conflict" in text_of(pilot), pilot)
        shown = next(line for line in text_of(pilot).splitlines() if "in conflict" in line)
        clashing = int(shown.partition(" in conflict")[0].split()[-1])
        with connect(stage.config.desk, who="Bo") as desk:
            other = Review(desk, ArticleId(1))
            other.earlier = dict(
                zip(
                    (record.id for record in other.claims),
                    match(desk, other.article.article, [one.claim for one in other.claims]),
                    strict=True,
                )
            )
            asked = [item.claim for item in other.open_items if "contradicts" in item.text]
            assert len(asked) == clashing
            for claim in asked:
                assert claim is not None
                other.note(claim, "the budget was raised since")
        await until(lambda: "in conflict" not in text_of(pilot), pilot)
        assert len(looked) == 1, "an answer is no reason to look everything up again"
        with connect(stage.config.desk, who="Bo") as desk:
            Review(desk, ArticleId(1)).note(asked[0] or other.claims[0].id, "")
        await until(lambda: "1 in conflict" in text_of(pilot), pilot)
        assert len(looked) == 1
        later = make_article(
            ((Role.BODY, "Traffic doubled in the first week, from 900 to 1,900 cars a day."),), "Later"
        )
        claims = (("Traffic doubled in the first week, from 900 to 1,900 cars a day", Section.BODY),)
        with connect(stage.config.desk, who="Bo") as desk:
            record = desk.articles.put(later, state=State.ARCHIVE)
            desk.articles.store(record.id, make_extraction(later, claims), complete=True)
        await until(lambda: "2 in conflict" in text_of(pilot), pilot)
        assert len(looked) == 2


def test_an_address_that_is_typed_stays_as_it_is_and_a_path_finds_home() -> None:
    assert typed("https://paper.example//a/../b") == "https://paper.example//a/../b"
    assert typed("~/story.txt") == str(Path("~/story.txt").expanduser())

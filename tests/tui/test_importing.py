"""A filled-in checklist comes back through the app: shown first, consented to row by row."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.widgets import Input, OptionList

from factcheck import checklist
from factcheck.desk import connect
from factcheck.model import ArticleId, ClaimId, ImportChange, Imported, ImportQuestion, Role, Section, State, Verdict
from factcheck.review import Review
from factcheck.tui.screens.desk import DeskScreen
from factcheck.tui.screens.dialog import ConfirmDialog, ErrorDialog
from factcheck.tui.screens.log import LogDialog
from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.screens.sheet import Offered, SheetDialog
from tests.tui.conftest import make_article, make_extraction, on_top, said, text_of, until

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot

    from tests.tui.conftest import Stage


def exported(stage: Stage, name: str = "filled.csv", format_: str = "csv") -> Path:
    path = stage.folder / name
    with connect(stage.config.desk, who="Ann", clock=stage.clock) as desk:
        path.write_bytes(checklist.render(Review(desk, ArticleId(1)).checklist(), format_))
    return path


def filled(path: Path, changes: dict[int, dict[str, str]]) -> Path:
    """Fill in rows of a checklist, counted from 1."""
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))
    for number, columns in changes.items():
        rows[number - 1] |= columns
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


async def name_file(pilot: Pilot[None], path: Path) -> None:
    """Ask for a file to come back."""
    await pilot.press("F")
    pilot.app.screen.query_one(Input).value = str(path)
    await pilot.press("enter")


async def show_sheet(pilot: Pilot[None], path: Path) -> None:
    await name_file(pilot, path)
    await until(lambda: on_top(pilot) is SheetDialog, pilot)


async def test_nothing_is_written_before_it_was_shown(stage: Stage) -> None:
    stage.put()
    path = filled(exported(stage), {1: {"verdict": "verified", "note": "by phone"}, 3: {"verdict": "disputed"}})
    async with stage.open() as (pilot, _):
        await show_sheet(pilot, path)
        assert "2 changed, 5 as they were, 0 left" in text_of(pilot)
        assert "#1 verdict: unchecked → verified" in text_of(pilot)
        assert "#1 note: – → by phone" in text_of(pilot)
        await pilot.press("escape")
        assert stage.verdicts() == "......."
        await pilot.press("F")
        assert pilot.app.screen.query_one(Input).value == str(path), "what was asked for last stands there"
        await pilot.press("enter")
        await until(lambda: on_top(pilot) is SheetDialog, pilot)
        await pilot.press("enter")
        await until(lambda: "taken in" in said(pilot), pilot)
        assert "2 changed, 5 as they were, 0 left · z undoes it" in said(pilot)
        assert stage.verdicts() == "v.d...."
        await pilot.press("z")
        assert stage.verdicts() == ".......", "all of a file is one act"


async def test_cells_that_do_not_come_back_are_told_before_anything_is_written(stage: Stage) -> None:
    stage.put()
    path = filled(exported(stage), {1: {"verdict": "verified"}, 2: {"speaker": "[b]Ann"}, 3: {"speaker": "Bo"}})
    async with stage.open() as (pilot, _):
        await show_sheet(pilot, path)
        assert "1 changed, 6 as they were, 0 left, 2 cells not taken" in text_of(pilot)
        lines = " ".join(text_of(pilot).replace("│", "").split())
        assert "not taken speaker of #2, #3: 'factcheck correct' corrects it" in lines
        await pilot.press("end", "space", "enter")
        await until(lambda: "taken in" in said(pilot), pilot)
    assert stage.verdicts() == "v......"


async def test_what_was_changed_since_wants_consent_row_by_row(stage: Stage) -> None:
    stage.put()
    path = filled(exported(stage), {number: {"verdict": "verified"} for number in (1, 2, 3)} | {4: {"verdict": "okay"}})
    path = filled(path, {1: {"speaker": "Bo"}})
    async with stage.open() as (pilot, _):
        await pilot.press("d", "d")
        await show_sheet(pilot, path)
        assert "1 changed, 3 as they were, 3 left" in text_of(pilot)
        assert "disputed → verified · the claim was changed since" in " ".join(text_of(pilot).replace("│", "").split())
        # On what is changed anyway, and on what the file has to be mended for, there is nothing to consent to.
        await pilot.press("space", "end", "space")
        assert "1 changed, 3 as they were, 3 left" in text_of(pilot)
        await pilot.press("home", "down", "space")
        assert "2 changed, 3 as they were, 2 left, 1 cell not taken" in text_of(pilot)
        assert "not taken  speaker of #1" in text_of(pilot)
        await pilot.press("down", "space", "space", "enter")
        await until(lambda: "taken in" in said(pilot), pilot)
    assert stage.verdicts() == "vdv....", "the second was taken and left again"


async def test_consent_changes_one_row_of_a_long_list(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.put()
    numbers = range(1, 301)
    since = "the claim was changed since: revision 1 on the desk, 0 in the file"
    left = [ImportQuestion(f"row {at}", at, at, text, can_take=True) for at in numbers for text in (since, "it moved")]
    changes = [
        ImportChange(ClaimId(at), at, what, "", after)
        for at in numbers
        for what, after in (("verdict", "disputed"), ("note", "seen"), ("query", "who?"))
    ]
    offered = Offered(Imported((), tuple(left), 0), Imported(tuple(changes), (), 0))
    async with stage.open() as (pilot, _):
        dialog = SheetDialog("filled.csv", offered)
        pilot.app.push_screen(dialog)
        await pilot.pause()
        options = dialog.query_one(OptionList)
        assert options.option_count == 300, "what is taken at once stands as one"
        before = [*options.options]
        measured: list[Content] = []
        wrap = Content._wrap_and_format

        def counted(content: Content, *more: Any, **how: Any) -> Any:
            measured.append(content)
            return wrap(content, *more, **how)

        monkeypatch.setattr(Content, "_wrap_and_format", counted)
        await pilot.press("down", "space")
        await pilot.pause()
        assert "1 changed, 0 as they were, 299 left" in text_of(pilot)
        assert "#2 query: – → who?  all the same" in text_of(pilot)
        assert [*options.options] == before
        assert len(measured) < 60, "the others are not laid out again"
        await pilot.press("space")
        assert "0 changed, 0 as they were, 300 left" in text_of(pilot)
        assert "left  #2 (row 2): " in text_of(pilot)


async def test_consent_is_to_what_was_shown(stage: Stage) -> None:
    stage.put()
    path = filled(exported(stage), {1: {"verdict": "verified"}})
    async with stage.open() as (pilot, _):
        await show_sheet(pilot, path)
        with connect(stage.config.desk, who="Bo", clock=stage.clock) as desk:
            review = Review(desk, ArticleId(1))
            review.mark(review.claims[0].id, Verdict.DISPUTED)
        await pilot.press("enter")
        await until(lambda: "the desk has changed meanwhile" in text_of(pilot), pilot)
        assert stage.verdicts() == "d......"
        assert "0 changed, 6 as they were, 1 left" in text_of(pilot)
        await pilot.press("enter")
        assert on_top(pilot) is SheetDialog, "nothing is to be written"
        await pilot.press("space", "enter")
        await until(lambda: "taken in" in said(pilot), pilot)
    assert stage.verdicts() == "v......"


async def test_a_file_of_another_article_is_refused_in_a_review(stage: Stage) -> None:
    stage.put()
    path = exported(stage, "whole.json", "json")
    words = "A mill burned in Elmside in 1950"
    other = make_article(((Role.HEADLINE, words),))
    with connect(stage.config.desk, who="Ann", clock=stage.clock) as desk:
        record = desk.articles.put(other)
        desk.articles.store(record.id, make_extraction(other, ((words, Section.HEADLINE),)), complete=True)
    async with stage.open(str(record.id)) as (pilot, _):
        await name_file(pilot, path)
        await until(lambda: on_top(pilot) is ErrorDialog, pilot)
        assert "import it there, or from the list of articles" in " ".join(text_of(pilot).split())


async def test_what_is_no_checklist_is_said(stage: Stage) -> None:
    stage.put()
    path = stage.folder / "notes.txt"
    path.write_text("just words", "utf-8")
    async with stage.open() as (pilot, screen):
        for one in (path, stage.folder / "nowhere.csv"):
            await name_file(pilot, one)
            await until(lambda: "What to do" in text_of(pilot), pilot)
            await pilot.press("escape")
        assert not screen.busy


async def test_the_list_takes_a_file_of_any_article_and_restores_one(stage: Stage) -> None:
    stage.put()
    whole = exported(stage, "whole.json", "json")
    path = filled(exported(stage), {1: {"verdict": "verified"}})
    app = stage.app(None)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(lambda: "under check" in text_of(pilot), pilot)
        await show_sheet(pilot, path)
        await pilot.press("enter")
        await until(lambda: "1 changed, 6 as they were, 0 left" in text_of(pilot), pilot)
        await until(lambda: "✓1" in text_of(pilot), pilot)
    assert stage.verdicts() == "v......"
    stage.config.desk.unlink()
    app = stage.app(None)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(lambda: "no article" in text_of(pilot), pilot)
        await name_file(pilot, path)
        await until(lambda: on_top(pilot) is ErrorDialog, pilot)
        assert "only JSON restores" in " ".join(text_of(pilot).replace("│", "").split())
        await pilot.press("escape")
        await name_file(pilot, whole)
        await until(lambda: on_top(pilot) is ConfirmDialog, pilot)
        assert "7 claims, as whole.json has them" in text_of(pilot)
        await pilot.press("enter")
        await until(lambda: on_top(pilot) is DeskScreen and "1 article under check" in text_of(pilot), pilot)


async def test_nothing_comes_back_to_what_is_signed_off_or_read_blindly(stage: Stage) -> None:
    article = stage.put()
    path = filled(exported(stage), {1: {"verdict": "verified"}})
    with connect(stage.config.desk, who="Bo", clock=stage.clock) as desk:
        review = Review(desk, ArticleId(1))
        review.mark(review.claims[0].id, Verdict.DISPUTED)
    async with stage.open() as (pilot, _):
        await pilot.press("S")
        listed = pilot.app.screen.query_one(OptionList)
        listed.highlighted = 1
        await pilot.press("enter")
        await until(lambda: on_top(pilot) is ReviewScreen and "blind" in text_of(pilot), pilot)
        for key in ("F", "l", "e"):
            await pilot.press(key)
            assert on_top(pilot) is ReviewScreen
            assert "that would tell first verdicts" in said(pilot)
    with connect(stage.config.desk, who="Ann", clock=stage.clock) as desk:
        desk.articles.set_state(article, State.SIGNED_OFF)
    app = stage.app(None)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(lambda: "signed-off" in text_of(pilot), pilot)
        await name_file(pilot, path)
        await until(
            lambda: "only an article under check" in " ".join(text_of(pilot).replace("│", "").replace("▌", "").split()),
            pilot,
        )


async def test_a_blind_read_that_was_begun_goes_on_and_is_told_nothing_in_the_list_either(stage: Stage) -> None:
    stage.config = replace(stage.config, state=stage.folder / "state.json")
    stage.put()
    path = filled(exported(stage), {1: {"verdict": "verified"}})
    with connect(stage.config.desk, who="Bo", clock=stage.clock) as desk:
        review = Review(desk, ArticleId(1))
        review.mark(review.claims[0].id, Verdict.DISPUTED)
    async with stage.open() as (pilot, _):
        await pilot.press("S")
        pilot.app.screen.query_one(OptionList).highlighted = 1
        await pilot.press("enter")
        await until(lambda: "blind" in text_of(pilot), pilot)
    async with stage.open() as (pilot, _):
        assert "blind second read" in text_of(pilot)
        assert "✗1" not in text_of(pilot), "no verdict was given yet, and none is shown"
    async with stage.app(None).run_test(size=(80, 24), notifications=True) as pilot:
        await until(lambda: "under check" in text_of(pilot), pilot)
        assert "✗1" not in text_of(pilot)
        assert "blind second read · 5 open" in text_of(pilot)
        for key in ("l", "e"):
            await pilot.press(key)
            await until(lambda: "that would tell first verdicts" in text_of(pilot), pilot)
            pilot.app.clear_notifications()
            assert on_top(pilot) is DeskScreen
        await name_file(pilot, path)
        await until(lambda: "end your blind read" in " ".join(text_of(pilot).replace("│", "").split()), pilot)
        assert "disputed" not in text_of(pilot)
    async with stage.open() as (pilot, _):
        await pilot.press("S")
        pilot.app.screen.query_one(OptionList).highlighted = 0
        await pilot.press("enter")
        await until(lambda: "✗1" in text_of(pilot), pilot)
    async with stage.open() as (pilot, _):
        assert "blind" not in text_of(pilot), "it was ended"


async def test_what_is_signed_off_tells_all_also_who_read_it_blindly(stage: Stage) -> None:
    stage.config = replace(stage.config, state=stage.folder / "state.json")
    article = stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("S")
        pilot.app.screen.query_one(OptionList).highlighted = 1
        await pilot.press("enter")
        await until(lambda: "blind" in text_of(pilot), pilot)
    with connect(stage.config.desk, who="Bo", clock=stage.clock) as desk:
        desk.articles.set_state(article, State.SIGNED_OFF)
    async with stage.app(None).run_test(size=(80, 24), notifications=True) as pilot:
        await until(lambda: "signed-off" in text_of(pilot), pilot)
        await pilot.press("l")
        await until(lambda: on_top(pilot) is LogDialog, pilot)

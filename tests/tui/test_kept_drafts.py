"""What was begun to be written is there again when the program is, however it ended."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Input, TextArea

from factcheck.desk import connect
from factcheck.model import ArticleId, ClaimId, Contact, ContactOutcome, ContactWay, Correction, Source, SourceKind
from factcheck.review import Review
from factcheck.state import replace_file
from factcheck.tui import drafts, screens
from factcheck.tui.drafts import Drafts, Kind
from factcheck.tui.screens import forms
from factcheck.tui.screens.dialog import ConfirmDialog
from tests.conftest import HOSTILE
from tests.tui.conftest import on_top, said, text_of, until

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tests.tui.conftest import Stage

SOURCE = Source(SourceKind.DOCUMENT, HOSTILE, "page 3", "a note", date(2026, 3, 12))
CONTACT = Contact("Maria Lund", ContactWay.EMAIL, "2026-03-12 14:30", ContactOutcome.PENDING)
GIVEN: list[tuple[Kind[Any], object]] = [
    (drafts.NOTE, HOSTILE),
    (drafts.SOURCE, screens.SourceGiven(SOURCE, accessed="2026", also="3-5")),
    (drafts.SOURCE, screens.SourceGiven(replace(SOURCE, accessed=None))),
    (drafts.CONTACT, screens.ContactGiven(CONTACT, instead=replace(CONTACT, who="Bo"))),
    (drafts.QUERY, screens.Query("Who says so?", "")),
    (drafts.CORRECTION, Correction("Ann Lee", True, ("number", "date"))),
    (drafts.REPLACEMENT, "in other\nwords"),
    (drafts.ABOUT, screens.About("A title", "", "", "1890")),
]


BEFORE: dict[Kind[Any], Any] = {
    drafts.QUERY: screens.Query("", ""),
    drafts.CORRECTION: Correction("", True, ()),
    drafts.ABOUT: screens.About("T", "", "", ""),
}
"""What stands in a form at first."""


@pytest.fixture
def kept(stage: Stage) -> Stage:
    stage.config = replace(stage.config, state=stage.folder / "state" / "state.json")
    return stage


@pytest.mark.parametrize(("kind", "value"), GIVEN)
def test_each_draft_comes_back_as_it_was(kept: Stage, kind: Kind[Any], value: object) -> None:
    claim = None if kind is drafts.ABOUT else ClaimId(7)
    first = Drafts(kept.config, "story")
    assert first.keep(kind, claim, value, BEFORE.get(kind, "nothing"))
    assert first.are_safe
    again = Drafts(kept.config, "story")
    assert again.of(kind, claim, "nothing") == value
    assert not Drafts(kept.config, "another").told([ClaimId(7)])
    assert not Drafts(replace(kept.config, checker="Bo"), "story").told([ClaimId(7)])
    again.drop(kind, claim)
    assert not list((kept.folder / "state" / "drafts").iterdir())


def test_others_cannot_read_them(kept: Stage) -> None:
    Drafts(kept.config, "story").keep(drafts.NOTE, ClaimId(1), "secret", "")
    folder = kept.folder / "state" / "drafts"
    assert [path.stat().st_mode & 0o077 for path in (folder, *folder.iterdir())] == [0, 0]


@pytest.mark.parametrize(
    "text", ["", "[1]", "{", '{"note 1": 3, "source 1": {"value": {"name": "x"}}, "query": [], "odd": 1}']
)
def test_what_cannot_be_read_is_left_out(kept: Stage, text: str) -> None:
    Drafts(kept.config, "story").keep(drafts.NOTE, ClaimId(1), "mine", "")
    (path,) = (kept.folder / "state" / "drafts").iterdir()
    path.write_text(text, "utf-8")
    found = Drafts(kept.config, "story")
    assert not [key for key in found.told([ClaimId(1)]) if key[0] != "note"]
    assert found.keep(drafts.NOTE, ClaimId(1), "mine", "")
    assert Drafts(kept.config, "story").of(drafts.NOTE, ClaimId(1), "") == "mine"


def test_what_cannot_be_written_is_not_said_to_be_safe(kept: Stage) -> None:
    (kept.folder / "state").write_text("no folder", "utf-8")
    found = Drafts(kept.config, "story")
    assert found.keep(drafts.NOTE, ClaimId(1), "mine", "")
    assert not found.are_safe
    assert found.cannot_write
    found.drop(drafts.NOTE, ClaimId(1))
    assert found.are_safe


def test_what_could_not_be_written_is_written_as_soon_as_it_can_be(kept: Stage) -> None:
    folder = kept.folder / "state"
    folder.write_text("no folder", "utf-8")
    found = Drafts(kept.config, "story")
    found.keep(drafts.NOTE, ClaimId(1), "mine", "")
    folder.unlink()
    found.keep(drafts.NOTE, ClaimId(1), "mine", "")
    assert found.are_safe
    assert Drafts(kept.config, "story").of(drafts.NOTE, ClaimId(1), "") == "mine"


def test_a_window_that_tidies_up_at_the_same_time_makes_no_draft_unsafe(
    kept: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    glob = Path.glob
    monkeypatch.setattr(Path, "glob", lambda folder, pattern: [*glob(folder, pattern), folder / "gone.json"])
    found = Drafts(kept.config, "story")
    found.keep(drafts.NOTE, ClaimId(1), "mine", "")
    assert found.are_safe


def test_two_windows_keep_each_other_s_drafts(kept: Stage) -> None:
    one, other = Drafts(kept.config, "story"), Drafts(kept.config, "story")
    one.keep(drafts.NOTE, ClaimId(1), "first", "")
    other.keep(drafts.NOTE, ClaimId(2), "second", "")
    one.keep(drafts.QUERY, ClaimId(1), screens.Query("third", ""), screens.Query("", ""))
    found = Drafts(kept.config, "story").told([ClaimId(1), ClaimId(2)])
    assert sorted(found, key=str) == [("note", 1), ("note", 2), ("query", 1)]


def test_two_windows_that_write_at_the_same_moment_lose_nothing(kept: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = Drafts(kept.config, "story"), Drafts(kept.config, "story")
    other.keep(drafts.NOTE, ClaimId(4), "fourth", "")

    def meanwhile(path: Path, text: str) -> None:
        monkeypatch.setattr("factcheck.tui.drafts.replace_file", replace_file)
        other.keep(drafts.NOTE, ClaimId(2), "second", "")
        other.drop(drafts.NOTE, ClaimId(4))
        replace_file(path, text)

    monkeypatch.setattr("factcheck.tui.drafts.replace_file", meanwhile)
    one.keep(drafts.NOTE, ClaimId(1), "first", "")
    found = Drafts(kept.config, "story").told([ClaimId(at) for at in (1, 2, 4)])
    assert sorted(found, key=str) == [("note", 1), ("note", 2)]


def test_what_was_begun_long_ago_is_forgotten(kept: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "_LATEST", 2)
    found = Drafts(kept.config, "story")
    found.keep(drafts.NOTE, ClaimId(1), "first", "")
    (path,) = (kept.folder / "state" / "drafts").iterdir()
    os.utime(path, (0, 0))
    found.keep(drafts.NOTE, ClaimId(2), "second", "")
    Drafts(kept.config, "another").keep(drafts.NOTE, ClaimId(3), "third", "")
    assert [*Drafts(kept.config, "story").told([ClaimId(1), ClaimId(2)])] == [("note", 2)]


async def assert_theirs_is_shown_before_mine_is_noted(pilot: Pilot[None], kept: Stage) -> None:
    await pilot.press("n", "enter")
    assert on_top(pilot) is ConfirmDialog
    assert "There now: theirs" in text_of(pilot)
    await pilot.press("escape")
    assert kept.review().claims[0].note == "theirs"
    await pilot.press("n", "enter")
    assert kept.review().claims[0].note == "mine", "theirs was seen"


async def test_what_somebody_wrote_meanwhile_is_not_replaced_unseen(kept: Stage) -> None:
    kept.put()
    async with kept.open() as (pilot, _):
        await pilot.press("n", *"mine", "escape")
    with connect(kept.config.desk, who="Bo", clock=kept.clock) as desk:
        review = Review(desk, ArticleId(1))
        review.note(review.claims[0].id, "theirs")
    async with kept.open() as (pilot, _):
        await assert_theirs_is_shown_before_mine_is_noted(pilot, kept)
        await pilot.press("n", *" too", "enter")
        assert kept.review().claims[0].note == "mine too"


async def test_what_somebody_wrote_while_the_draft_lay_in_this_session_is_not_replaced_unseen(kept: Stage) -> None:
    kept.put()
    async with kept.open() as (pilot, screen):
        await pilot.press("n", *"mine", "escape", "j")
        with connect(kept.config.desk, who="Bo", clock=kept.clock) as desk:
            review = Review(desk, ArticleId(1))
            review.note(review.claims[0].id, "theirs")
        await until(lambda: screen.reviewing.claims[0].note == "theirs", pilot)
        await pilot.press("k")
        await assert_theirs_is_shown_before_mine_is_noted(pilot, kept)


@pytest.mark.parametrize("begun_before", [True, False])
async def test_what_others_corrected_about_the_article_stays_where_one_corrects_something_else(
    kept: Stage, begun_before: bool
) -> None:
    kept.put()
    title = kept.extraction.article.title
    async with kept.open() as (pilot, _):
        await pilot.press("I", "end", *" at last")
        if begun_before:
            await pilot.press("escape")
        with connect(kept.config.desk, who="Bo", clock=kept.clock) as desk:
            Review(desk, ArticleId(1)).set_meta(byline="By Bo Lund")
        if not begun_before:
            await pilot.press("enter")
    if begun_before:
        async with kept.open() as (pilot, _):
            await pilot.press("I")
            assert "By Bo Lund" in text_of(pilot)
            await pilot.press("enter")
    article = kept.review().article.article
    assert (article.title, article.byline) == (f"{title} at last", "By Bo Lund")


async def test_what_others_corrected_about_the_article_is_not_replaced_unseen(kept: Stage) -> None:
    kept.put()
    title = kept.extraction.article.title
    async with kept.open() as (pilot, _):
        await pilot.press("I", "end", *" at last", "escape")
    with connect(kept.config.desk, who="Bo", clock=kept.clock) as desk:
        Review(desk, ArticleId(1)).set_meta(title="Bo's title")
    async with kept.open() as (pilot, screen):
        await pilot.press("I", "enter")
        assert on_top(pilot) is ConfirmDialog
        assert "There now: Bo's title" in text_of(pilot)
        await pilot.press("escape")
        assert kept.review().article.article.title == "Bo's title"
        assert screen.begun(), "what was typed is a draft still"
        await pilot.press("I", "enter", "enter")
        assert kept.review().article.article.title == f"{title} at last"
        assert not screen.begun()
        await pilot.press("z")
        assert kept.review().article.article.title == "Bo's title"


async def test_a_form_that_is_closing_is_kept_no_more(kept: Stage) -> None:
    kept.put()
    async with kept.open() as (pilot, screen):
        await pilot.press("I")
        keep_open = screen._keep_open
        assert keep_open is not None
        await pilot.press("escape")
        assert not pilot.app.screen.query("#about-title")
        keep_open()  # as its timer may while the fields go


async def test_a_draft_is_there_when_the_article_is_opened_again(kept: Stage) -> None:
    kept.put()
    async with kept.open() as (pilot, _):
        await pilot.press("j", "n", *"half a", "escape")
        assert "draft    note, begun and not saved" in text_of(pilot)
        await pilot.press("escape", "escape")
        assert not pilot.app.is_running or "Leave" not in said(pilot), "nothing is lost, so nothing is asked"
    async with kept.open() as (pilot, screen):
        assert "A note on #2 was begun and not saved." in screen.begun()
        assert "draft    note, begun and not saved" in text_of(pilot)
        await pilot.press("n", *" note", "enter")
        assert "begun and not saved" not in text_of(pilot)
        assert kept.review().claims[1].note == "half a note"
    async with kept.open() as (_, screen):
        assert not screen.begun()


async def test_what_is_being_typed_is_kept_before_it_is_left(kept: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "_KEPT_SECONDS", 0.01)
    kept.put()
    path = kept.folder / "state" / "drafts"
    async with kept.open() as (pilot, screen):
        await pilot.press("n", *"torn")
        await until(lambda: "torn" in "".join(file.read_text("utf-8") for file in path.glob("*.json")), pilot)
        pilot.app.exit()
    async with kept.open() as (pilot, screen):
        await pilot.press("n")
        assert pilot.app.screen.query_one(TextArea).text == "torn"
        await pilot.press("ctrl+a", "backspace", "escape")
        assert not screen.begun()
        await pilot.press("I", *" more", "escape")
    async with kept.open() as (pilot, screen):
        assert "A correction of the article's data was begun and not saved." in screen.begun()
        await pilot.press("I")
        assert pilot.app.screen.query_one(Input).value.endswith("more")


async def test_no_form_is_read_while_the_app_closes(kept: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.put()
    stood: list[bool] = []
    async with kept.open() as (pilot, _):
        await pilot.press("I")
        form = pilot.app.screen
        assert isinstance(form, screens.AboutDialog)
        assert form.stands
        monkeypatch.setattr(Input, "on_unmount", lambda _: stood.append(form.stands), raising=False)
    assert stood
    assert not any(stood)

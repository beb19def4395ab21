"""The export dialog: what, which claims, in which form, where to; and what comes of it."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.widgets import Input

from factcheck import checklist
from factcheck.desk import connect
from factcheck.errors import ExportError
from factcheck.model import ArticleId, Publisher, State
from factcheck.state import export_folder, remember_export
from factcheck.tui.screens.dialog import ConfirmDialog, ErrorDialog
from factcheck.tui.screens.export import ExportDialog
from factcheck.tui.screens.review import ReviewScreen
from tests.conftest import HOSTILE
from tests.tui.conftest import on_top, said, text_of, until

if TYPE_CHECKING:
    import pytest
    from textual.pilot import Pilot

    from tests.tui.conftest import Stage


def field(pilot: Pilot[None], name: str) -> Input:
    return pilot.app.screen.query_one(f"#{name}", Input)


def told(pilot: Pilot[None]) -> str:
    """What stands in the dialog, without white space, as it may be wrapped anywhere."""
    return "".join("".join(line.split("│")[1].split()) for line in text_of(pilot).splitlines() if line.count("│") == 2)


async def written(pilot: Pilot[None]) -> None:
    """Wait until the dialog is closed and the files are there."""
    await until(lambda: on_top(pilot) is ReviewScreen and "ritten" in text_of(pilot), pilot)


async def test_export_writes_asks_and_replaces(stage: Stage) -> None:
    stage.put()
    slug = stage.review().article.slug
    async with stage.open() as (pilot, _):
        await pilot.press("v", "e", "enter")
        await written(pilot)
        markdown = stage.folder / f"{slug}.md"
        assert "Bridge that cost" in markdown.read_text("utf-8")
        markdown.write_text("mine", "utf-8")
        await pilot.press("e", "enter")
        await until(lambda: on_top(pilot) is ConfirmDialog, pilot)
        await pilot.press("escape")
        assert markdown.read_text("utf-8") == "mine"
        await pilot.press("e", "enter", "enter")
        await until(lambda: markdown.read_text("utf-8") != "mine", pilot)
        await pilot.press("e", "right", "right")
        await pilot.pause()
        assert field(pilot, "path").value == str(stage.folder / f"{slug}.json")
        await pilot.press("enter")
        sheet = stage.folder / f"{slug}.json"
        await until(sheet.is_file, pilot)
        assert json.loads(sheet.read_text("utf-8"))["claims"][0]["verdict"] == "verified"


async def test_each_kind_offers_its_formats(stage: Stage) -> None:
    stage.put()
    slug = stage.review().article.slug
    async with stage.open() as (pilot, _):
        await pilot.press("d", "e")
        assert "ClaimReview" in text_of(pilot)
        await pilot.press("left")
        await pilot.pause()
        assert field(pilot, "path").value.endswith(f"{slug}.jsonld")
        await pilot.press("shift+tab", "right")
        await pilot.pause()
        assert "ClaimReview" not in text_of(pilot), "a memo is nothing for search engines"
        assert field(pilot, "path").value == str(stage.folder / f"{slug}-memo.md")
        await pilot.press("enter")
        await written(pilot)
        assert (stage.folder / f"{slug}-memo.md").read_text("utf-8").startswith("# Change memo: ")
        await pilot.press("e", "right", "shift+tab", "right", "right")
        await pilot.pause()
        assert field(pilot, "path").value == str(stage.folder / f"{slug}-calls.csv"), "the format stays where it can"


async def test_everything_is_written_at_once(stage: Stage) -> None:
    stage.put()
    slug = stage.review().article.slug
    names = [
        f"{slug}{'' if what == 'checklist' else f'-{what}'}.{'md' if 'md' in kind.formats else 'docx'}"
        for what, kind in checklist.KINDS.items()
    ]
    async with stage.open() as (pilot, _):
        await pilot.press("e", "shift+tab", "left")
        await pilot.pause()
        assert f"claims{stage.folder}/{''.join(names)}" in told(pilot), "each place is told before it is written"
        await pilot.press("enter")
        await written(pilot)
        assert f"{len(names)} files written" in text_of(pilot)
    assert {path.name for path in stage.folder.glob(f"{slug}*")} == set(names), "a draft is Word whatever else is"


async def test_several_formats_are_written_at_once(stage: Stage) -> None:
    stage.put()
    names = [f"{stage.review().article.slug}{ending}" for ending in (".csv", ".docx")]
    async with stage.open() as (pilot, _):
        await pilot.press("e", *["right"] * 4)
        await pilot.pause()
        assert "HTML [Word]" in text_of(pilot)
        await pilot.press("space", *["left"] * 3)
        await pilot.pause()
        assert " CSV  JSON  HTML [Word]" in text_of(pilot), "once one is kept, the arrows only go to others"
        await pilot.press("space")
        await pilot.pause()
        assert "[CSV] JSON  HTML [Word]" in text_of(pilot)
        assert f"claims{stage.folder}/{''.join(names)}" in told(pilot)
        await pilot.press("enter")
        await written(pilot)
        assert "2 files written" in text_of(pilot)
        assert {path.name for path in stage.folder.glob("bridge*") if path.suffix in (".csv", ".docx")} == set(names)
        (stage.folder / names[1]).write_text("mine", "utf-8")
        await pilot.press("e", "right", "space", *["right"] * 3, "space", "enter")
        await until(lambda: on_top(pilot) is ConfirmDialog, pilot)
        assert f"already{stage.folder}/{''.join(names)}" in told(pilot)
        await pilot.press("escape")
    assert (stage.folder / names[1]).read_text("utf-8") == "mine"


async def test_a_format_that_is_kept_can_be_let_go(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("e", "space", "right", "space", "left", "space", *["right"] * 3)
        await pilot.pause()
        assert "Markdown [CSV] JSON  HTML  Word" in text_of(pilot)
        assert field(pilot, "path").value.endswith(".csv")
        await pilot.press(*["left"] * 2, "space", "right")
        await pilot.pause()
        assert "CSV [JSON]" in text_of(pilot), "when none is kept, one is chosen as before"


async def test_formats_that_are_kept_stay_where_they_can(stage: Stage) -> None:
    stage.put()
    slug = stage.review().article.slug
    async with stage.open() as (pilot, _):
        await pilot.press("e", "left", "space", "right", "right", "space", "shift+tab", "right")
        await pilot.pause()
        assert "[CSV] JSON  HTML  Word" in text_of(pilot), "no ClaimReview of a memo"
        assert field(pilot, "path").value == str(stage.folder / f"{slug}-memo.csv")
        await pilot.press("right", "right")
        await pilot.pause()
        assert "[Word]" in text_of(pilot)
        assert field(pilot, "path").value == str(stage.folder / f"{slug}-draft.docx")


async def test_everything_is_written_in_several_formats(stage: Stage) -> None:
    stage.put()
    slug = stage.review().article.slug
    both = [f"{slug}{what}{ending}" for what in ("", "-memo", "-calls") for ending in (".md", ".csv")]
    async with stage.open() as (pilot, _):
        await pilot.press("e", "space", "right", "space", "shift+tab", "left", "enter")
        await written(pilot)
    found = {path.name for path in stage.folder.glob(f"{slug}*")}
    assert found == {*both, f"{slug}-draft.docx", f"{slug}-tracked.docx"}


async def test_a_name_of_ones_own_is_that_of_all_formats(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("e", "space", "right", "space")
        field(pilot, "path").value = str(stage.folder / "mine v2.docx")
        await pilot.press("enter")
        await written(pilot)
    assert {path.name for path in stage.folder.glob("mine*")} == {"mine v2.md", "mine v2.csv"}


async def test_in_a_folder_files_get_names_of_their_own(stage: Stage) -> None:
    stage.put()
    slug = stage.review().article.slug
    out = stage.folder / "out"
    out.mkdir()
    async with stage.open(size=(160, 30)) as (pilot, _):
        await pilot.press("e")
        for place in (f"{out}/", f"{out}"):
            field(pilot, "path").value = place
            await pilot.pause()
            assert f"{out}/{slug}.md" in told(pilot)
        await pilot.press("space", "right", "space")
        await pilot.pause()
        assert f"{out}/{slug}.md{slug}.csv" in told(pilot)
        await pilot.press("enter")
        await written(pilot)
    assert {path.name for path in out.iterdir()} == {f"{slug}.md", f"{slug}.csv"}
    assert not [*stage.folder.glob("out.*")]


async def test_a_list_that_is_longer_than_the_window_is_scrolled(stage: Stage) -> None:
    stage.put()
    last = f"{stage.review().article.slug}-tracked.docx"
    async with stage.open(size=(60, 16)) as (pilot, _):
        await pilot.press("e", "space", "right", "space", "shift+tab", "left")
        await pilot.pause()
        assert last not in told(pilot)
        await pilot.press("pagedown", "pagedown")
        await until(lambda: last in told(pilot), pilot)


async def test_where_it_went_is_told_whole_in_a_narrow_window(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(60, 16)) as (pilot, _):
        await pilot.press("e", "shift+tab", "left", "left", "enter")
        await written(pilot)
        lines = [line.partition("▌")[2].strip(" ▅─") for line in text_of(pilot).splitlines()]
        shown = "".join(lines)
        assert f"Written{stage.folder}/{stage.review().article.slug}-tracked.docx" in shown


async def test_only_some_claims_are_sent(stage: Stage) -> None:
    stage.put()
    slug = stage.review().article.slug
    async with stage.open() as (pilot, _):
        await pilot.press("D", "e", "right", "right", "tab")
        assert "all 7 claims" in text_of(pilot)
        await pilot.press("ctrl+u", *"disp", "right")
        await pilot.pause()
        assert field(pilot, "which").value == "disputed", "words are completed"
        assert "disputed claims, 1 of 7" in text_of(pilot)
        await pilot.press("enter")
        await written(pilot)
    document = json.loads((stage.folder / f"{slug}.json").read_text("utf-8"))
    assert document["only"] == "disputed claims, 1 of 7"
    assert [claim["number"] for claim in document["claims"]] == [1]


async def test_the_listed_claims_are_those_of_the_filter(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("V")
        screen._filter(replace(screen.wanted, open=True))
        await pilot.press("e", "tab", "ctrl+u", *"listed")
        await pilot.pause()
        assert 0 < len(screen.listed) < 7
        assert f"claims that were listed, {len(screen.listed)} of 7" in text_of(pilot)


async def test_claims_that_are_not_there_keep_the_dialog(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("e", "tab", "ctrl+u", *"99", "enter")
        await pilot.pause()
        assert on_top(pilot) is ExportDialog
        assert field(pilot, "which").has_focus
        assert "there is no claim #99 on the list" in text_of(pilot)
        await pilot.press("tab", "ctrl+u", "shift+tab", "ctrl+u", *"all", "enter")
        await pilot.pause()
        assert "the file wants a name" in text_of(pilot)
    assert not list(stage.folder.glob("*.md"))


async def test_a_name_of_ones_own_stays(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("e")
        field(pilot, "path").value = str(stage.folder / "mine.md")
        await pilot.press("right")
        await pilot.pause()
        assert field(pilot, "path").value == str(stage.folder / "mine.csv")


async def test_a_long_path_is_told_whole(stage: Stage) -> None:
    folder = stage.folder / ("a long name of a folder " * 4).strip() / "[b]deep[/]"
    folder.mkdir(parents=True)
    stage.config = replace(stage.config, export_dir=folder)
    stage.put()
    slug = stage.review().article.slug
    async with stage.open() as (pilot, _):
        await pilot.press("e")
        await pilot.pause()
        assert "".join(f"{folder}/{slug}.md".split()) in told(pilot)


async def test_the_folder_is_remembered(stage: Stage) -> None:
    other = stage.folder / "other"
    other.mkdir()
    state = stage.folder / "new" / "state.json"
    stage.config = replace(stage.config, state=state)
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("e")
        field(pilot, "path").value = str(other / "x.md")
        await pilot.press("enter")
        await written(pilot)
    async with stage.open() as (pilot, _):
        await pilot.press("e")
        assert field(pilot, "path").value.startswith(str(other))
    assert export_folder(replace(stage.config, export_dir=state.parent)) == state.parent, "it was changed since"
    assert export_folder(replace(stage.config, state=None)) == stage.folder
    for spoilt in ("{", "[1]", '{"export_folder": 3}', '{"export_folder": "\\u0000"}'):
        state.write_text(spoilt, "utf-8")
        assert export_folder(stage.config) == stage.folder


async def test_kind_and_formats_are_remembered(stage: Stage) -> None:
    stage.config = replace(stage.config, state=stage.folder / "new" / "state.json")
    stage.put()
    slug = stage.review().article.slug
    async with stage.open() as (pilot, _):
        await pilot.press("e", "right", "space", "right", "space", "shift+tab", "right", "enter")
        await written(pilot)
        assert {path.name for path in stage.folder.glob(f"{slug}*")} == {f"{slug}-memo.csv", f"{slug}-memo.json"}
        await pilot.press("e")
        await pilot.pause()
        assert "[Change memo]" in text_of(pilot)
    async with stage.open() as (pilot, _):
        await pilot.press("e")
        await pilot.pause()
        assert "[Change memo]" in text_of(pilot)
        assert "[CSV][JSON]" in text_of(pilot)
        assert field(pilot, "path").value == str(stage.folder / f"{slug}-memo.csv")
        await pilot.press("escape")
    remember_export(stage.config, stage.folder, "poster", ["wax", "claimreview"])
    async with stage.open() as (pilot, _):
        await pilot.press("e")
        await pilot.pause()
        assert "[Checklist]" in text_of(pilot), "what there is no more is forgotten"
        assert field(pilot, "path").value == str(stage.folder / f"{slug}.jsonld")


async def test_a_place_where_nothing_can_be_written_keeps_the_dialog(stage: Stage) -> None:
    stage.put()
    nowhere = stage.folder / "[b]nowhere[/]"
    async with stage.open(size=(160, 30)) as (pilot, _):
        await pilot.press("e", "right", "tab", "ctrl+u", *"1-3")
        taken = stage.folder / f"{stage.review().article.slug}.csv"
        taken.mkdir()
        for place, told in ((nowhere / "x.csv", "make it first"), (stage.folder, "name a file in it")):
            field(pilot, "path").value = str(place)
            await pilot.press("enter")
            await pilot.pause()
            assert on_top(pilot) is ExportDialog
            assert field(pilot, "path").has_focus
            lines = " ".join(
                text_of(pilot).replace("▌", " ").split()
            )  # where they break depends on the folder's length
            assert told in lines
            assert (field(pilot, "which").value, field(pilot, "path").value) == ("1-3", str(place))
        nowhere.mkdir(parents=True)
        field(pilot, "path").value = str(nowhere / "x.csv")
        await pilot.press("enter")
        await written(pilot)
    assert (nowhere / "x.csv").is_file()


async def test_an_export_that_fails_says_what_to_do(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise ExportError("the disk is full of [b]ridges[/]", "make room")

    stage.put()
    monkeypatch.setattr(checklist, "write", full)
    async with stage.open(size=(160, 30)) as (pilot, screen):
        await pilot.press("e", "enter")
        await until(lambda: on_top(pilot) is ErrorDialog, pilot)
        assert "What to do: make room" in text_of(pilot)
        await pilot.press("y")
        assert "[b]ridges[/]" in pilot.app.clipboard
        await pilot.press("escape")
        assert pilot.app.screen is screen
        assert screen.busy == ""


async def test_what_is_refused_leaves_nothing_behind(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.put()
    render = checklist.render

    def refuse(whole: object, name: str, what: str) -> bytes:
        if what == "calls":
            raise ExportError(HOSTILE[:20])
        return render(whole, name, what)  # type: ignore[arg-type]  # handed on

    monkeypatch.setattr(checklist, "render", refuse)
    async with stage.open() as (pilot, _):
        await pilot.press("e", "shift+tab", "left", "enter")
        await until(lambda: on_top(pilot) is ErrorDialog, pilot)
        assert HOSTILE[:20] in text_of(pilot)
    assert not list(stage.folder.glob("*.md"))


async def test_keys_go_on_while_a_long_one_is_written(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.put()
    go, render = threading.Event(), checklist.render

    def slow(whole: object, name: str, what: str) -> bytes:
        go.wait(10)
        return render(whole, name, what)  # type: ignore[arg-type]  # handed on

    monkeypatch.setattr(checklist, "render", slow)
    async with stage.open() as (pilot, _):
        await pilot.press("e", "enter")
        await until(lambda: "Writing a file" in said(pilot), pilot)
        await pilot.press("v", "d")
        assert stage.verdicts() == "vd....."
        assert not list(stage.folder.glob("*.md"))
        go.set()
        await written(pilot)
        assert "Writing" not in said(pilot)


async def test_a_signed_off_article_is_published_from_the_desk(stage: Stage) -> None:
    publisher = Publisher("The Desk", "https://desk.example", "https://desk.example/checks/")
    stage.config = replace(stage.config, publisher=publisher)
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("v", "e", "left", "enter")
        await until(lambda: on_top(pilot) is ErrorDialog, pilot)
        assert "is not signed off" in text_of(pilot)
        assert "sign it off with S" in text_of(pilot)
    with connect(stage.config.desk, who="Ann", clock=stage.clock) as desk:
        desk.articles.set_state(ArticleId(1), State.SIGNED_OFF)
    app = stage.app(None)
    async with app.run_test(notifications=True) as pilot:
        await until(lambda: "Elmside" in text_of(pilot), pilot)
        await pilot.press("j", "e", "left")
        assert "all 7 claims" in text_of(pilot)
        await pilot.press("enter")
        path = stage.folder / f"{stage.review().article.slug}.jsonld"
        await until(path.is_file, pilot)
        await until(lambda: "Written" in text_of(pilot), pilot)
    [review] = json.loads(path.read_text("utf-8"))["@graph"]
    assert review["url"] == "https://desk.example/checks/bridge-that-cost-45-million-opens-in-elmside"


async def test_a_path_is_gone_on_with_at_its_end(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("e", "right", "tab", "tab", "backspace", "x")
        path = pilot.app.screen.query_one("#path", Input)
        assert path.value.endswith("elmside.csx")
        await pilot.press("ctrl+u")
        assert path.value == ""

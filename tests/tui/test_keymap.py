from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input, OptionList

from factcheck.config import KEYMAPS
from factcheck.tui.commands import BY_ID, COMMANDS, IN_LISTS, Scope
from factcheck.tui.keymap import Keymap, parse, shown_key
from factcheck.tui.presets import PRESETS
from factcheck.tui.screens.dialog import ConfirmDialog, ErrorDialog, PickDialog
from factcheck.tui.screens.earlier import EarlierScreen, MatchesDialog
from factcheck.tui.screens.findings import FindingsDialog
from factcheck.tui.screens.help import HelpDialog
from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.widgets.article import ArticlePane
from tests.tui.conftest import on_top, said, text_of, until

if TYPE_CHECKING:
    from tests.tui.conftest import Stage


def test_the_keys_of_the_daily_path_are_the_defaults() -> None:
    keymap = Keymap()
    wanted = [
        "j",
        "k",
        "J",
        "K",
        "g",
        "G",
        ":",
        "v",
        "d",
        "u",
        "V",
        "D",
        "U",
        "0",
        "o",
        "n",
        "s",
        "m",
        "c",
        "/",
        ".",
        ",",
        "f",
        "x",
        "A",
        "z",
        "Z",
        "e",
        "?",
        "q",
        "tab",
        "ctrl+p",
        "t",
        "y",
        "w",
        "r",
        "a",
        "!",
        "+",
        "-",
        "<",
        ">",
        "b",
        "M",
        "p",
    ]
    given = {key for command in COMMANDS for key in keymap.all_shown(command).split()}
    assert set(wanted) <= given
    assert {"1", "2", "3", "↓", "↑"} <= given


def test_ids_are_unique_and_every_command_has_a_key() -> None:
    assert len(BY_ID) == len(COMMANDS)
    assert all(command.keys for command in COMMANDS)
    assert all(not command.help.endswith(".") for command in COMMANDS)


def test_the_defaults_do_not_clash() -> None:
    taken: dict[tuple[Scope, str], str] = {}
    for command in COMMANDS:
        for key in command.keys:
            assert (command.scope, key) not in taken, (command.id, taken.get((command.scope, key)))
            assert (Scope.EVERYWHERE, key) not in taken or command.scope is Scope.EVERYWHERE
            taken[command.scope, key] = command.id


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_has_keys_that_are_known_and_do_not_clash(preset: str) -> None:
    assert tuple(PRESETS) == KEYMAPS
    assert PRESETS[preset].keys() <= BY_ID.keys()
    assert not [entry for entry in PRESETS[preset].values() if parse(entry)[1]]
    taken: dict[tuple[Scope, str], str] = {}
    for name, keys in Keymap(preset=preset).keys.items():
        scope = BY_ID[name].scope
        # A dialog hides the keys of what lies below it, but for those that move in its list.
        scopes = [*Scope] if scope in {Scope.EVERYWHERE, Scope.PANE} else [scope]
        if scope is not Scope.DIALOG:
            scopes = [one for one in scopes if one is not Scope.DIALOG]
        if name in IN_LISTS:
            scopes.append(Scope.DIALOG)
        for key in keys:
            for one in scopes:
                assert taken.setdefault((one, key), name) in {name, *_PANEL}, (key, name, taken[one, key])


_PANEL = {"claim-next", "claim-previous", "scroll-down", "scroll-up"}
"""Only the panel's arrows are meant to hide those of the screen."""


def test_own_keys_are_laid_over_a_preset() -> None:
    keymap = Keymap({"claim-verify": "f2"}, "prodigy")
    assert (keymap.keys["claim-verify"], keymap.keys["claim-dispute"]) == (("f2",), ("x", "d", "2"))
    assert (keymap.shown("undo"), keymap.problems) == ("backspace", ())
    clash = Keymap({"claim-note": "a"}, "prodigy")
    assert clash.problems == (("claim-note", "a is the key of claim-verify already"),)
    assert clash.keys["claim-note"] == ("n",)


@pytest.mark.parametrize(
    ("preset", "pressed", "verdicts"),
    [("prodigy", ("a", "x", "space", "backspace"), "vd....."), ("vim", ("v", "d", "l", "u"), "vd.....")],
)
async def test_a_preset_holds_in_the_app(stage: Stage, preset: str, pressed: tuple[str, ...], verdicts: str) -> None:
    stage.put()
    stage.config = replace(stage.config, keymap=preset)
    async with stage.open() as (pilot, _):
        await pilot.press(*pressed[:3])
        assert stage.verdicts() == "vdu...."
        await pilot.press(pressed[3])
        assert stage.verdicts() == verdicts
        await pilot.press("i" if preset == "vim" else "n", *"ax vlu", "escape")
        assert "the draft of the note is kept" in said(pilot)
        assert stage.verdicts() == verdicts, "letters in a note are letters"


def test_an_override_takes_the_place_of_all_default_keys() -> None:
    keymap = Keymap({"claim-verify": "f2 space+"})
    assert keymap.problems
    keymap = Keymap({"claim-verify": "ctrl+v, f2"})
    assert (keymap.keys["claim-verify"], keymap.problems) == (("ctrl+v", "f2"), ())
    assert keymap.overrides == {"claim-verify": "ctrl+v,f2"}


def test_two_commands_may_swap_their_keys() -> None:
    keymap = Keymap({"claim-verify": "d", "claim-dispute": "v"})
    assert keymap.problems == ()
    assert keymap.shown("claim-verify") == "d"


@pytest.mark.parametrize(
    ("overrides", "name", "words"),
    [
        ({"claim-verfy": "x"}, "claim-verfy", "no command 'claim-verfy'"),
        ({"claim-verify": "blah"}, "claim-verify", "'blah' is no key"),
        ({"claim-verify": "d"}, "claim-verify", "d is the key of claim-dispute already"),
        ({"claim-verify": "ctrl+q"}, "claim-verify", "quits, also where letters are typed"),
        ({"text-copy": "r"}, "text-copy", "r is the key of index-rebuild already"),
        ({"match-take-over": "j"}, "match-take-over", "j is the key of claim-next already"),
        ({"claim-next": "delete"}, "claim-next", "delete is the key of entry-drop already"),
        ({"entry-drop": "esc"}, "entry-drop", "esc cannot be its key: it closes dialogs"),
        ({"list-search": "down"}, "list-search", "it moves in dialogs"),
        ({"claim-next": "enter"}, "claim-next", "it takes what is chosen in dialogs"),
        ({"claim-verify": " "}, "claim-verify", "a key is missing"),
        ({"claim-verify": "?"}, "claim-verify", "? is the key of help already"),
        ({"claim-verify": "space"}, "claim-verify", "space is the key of page-down already"),
        ({"help": "v"}, "help", "v is the key of claim-verify already"),
    ],
)
def test_an_entry_that_cannot_be_used_is_told_and_the_default_stays(
    overrides: dict[str, str], name: str, words: str
) -> None:
    keymap = Keymap(overrides)
    assert [(one, words in problem) for one, problem in keymap.problems] == [(name, True)]
    assert keymap.overrides == {}
    assert keymap.keys == Keymap().keys


def test_a_dialog_and_what_lies_below_it_may_have_the_same_keys() -> None:
    keymap = Keymap({"text-copy": "v", "match-take-over": "q", "entry-drop": "?", "list-search": "pgdn"})
    assert keymap.problems == ()


def test_the_same_key_in_two_entries_is_told() -> None:
    keymap = Keymap({"claim-verify": "i", "claim-dispute": "i"})
    assert len(keymap.problems) == 1
    assert len(keymap.overrides) == 1


@pytest.mark.parametrize(
    ("entry", "keys"),
    [
        (",", ("comma",)),
        (", .", ("comma", "full_stop")),
        ("a,b", ("a", "b")),
        ("+", ("plus",)),
        ("Esc", ("escape",)),
        ("F2", ("f2",)),
        ("shift+Tab", ("shift+tab",)),
        ("é", ("é",)),
        ("x x", ("x",)),
    ],
)
def test_keys_are_read_as_people_write_them(entry: str, keys: tuple[str, ...]) -> None:
    assert parse(entry) == (keys, "")


def test_keys_are_shown_as_people_read_them() -> None:
    assert [shown_key(key) for key in ("question_mark", "ctrl+p", "down", "enter", "J")] == [
        "?",
        "ctrl+p",
        "↓",
        "enter",
        "J",
    ]


async def test_overrides_hold_in_the_app_and_in_what_it_says(stage: Stage) -> None:
    stage.put()
    stage.config = replace(
        stage.config,
        keys={"claim-verify": "d i", "claim-dispute": "v", "undo": "f5", "claim-next": "n", "claim-note": "j"},
    )
    async with stage.open() as (pilot, screen):
        await pilot.press("d", "v", "i")
        assert stage.verdicts() == "vdv...."
        assert "f5 undoes it" in said(pilot)
        await pilot.press("1", "down", "z", "2")
        assert stage.verdicts() == "vdv....", "the default keys are free now"
        await pilot.press("f5", "g", "n")
        assert stage.verdicts() == "vd....."
        assert screen.current is not None
        assert screen.current.number == 2
        assert "d verified" in text_of(pilot).splitlines()[-1]


async def test_a_bad_keymap_says_which_line_is_wrong(stage: Stage) -> None:
    from tests.tui.conftest import text_of

    stage.put()
    stage.config.path.write_text('theme = "x"\n[keys]\nclaim-verify = "[/]"\n', "utf-8")
    stage.config = replace(stage.config, keys={"claim-verify": "[/]"})
    async with stage.open(size=(160, 30)) as (pilot, _):
        await pilot.pause()
        assert "line 3: claim-verify: '[/]' is no key" in " ".join(text_of(pilot).split())


_OTHERS = {
    "claim-next": "n",
    "claim-previous": "p",
    "claim-note": "f2",
    "article-progress": "f3",
    "list-search": "F",
    "match-take-over": "O",
    "entry-drop": "delete",
    "text-copy": "f5",
    "page-down": "ctrl+d",
    "help": "h",
    "theme": "H",
    "calls": "f4",
    "quit": "Q",
}


async def test_the_keys_of_the_claims_move_in_lists_and_arrows_stay(stage: Stage) -> None:
    stage.put()
    stage.config = replace(stage.config, keys=_OTHERS)
    async with stage.open() as (pilot, _):
        await pilot.press("a", "n", "n", "p", "j", "k", "j")
        options = pilot.app.screen.query_one(OptionList)
        assert options.highlighted == 1
        await pilot.press("down", "down", "up")
        assert options.highlighted == 2


async def test_an_earlier_article_has_the_effective_keys_and_tells_them(stage: Stage) -> None:
    stage.put()
    stage.put_earlier()
    stage.config = replace(stage.config, keys=_OTHERS)
    async with stage.open() as (pilot, _):
        await pilot.press("m")
        await until(lambda: "compared" in text_of(pilot), pilot)
        assert "O takes its sources over" in text_of(pilot)
        assert "F searches" in text_of(pilot)
        await pilot.press("enter")
        assert on_top(pilot) is EarlierScreen
        await until(lambda: "County budget" in text_of(pilot), pilot)
        assert text_of(pilot).splitlines()[-1].strip() == "h keys · esc back · n p claims · ctrl+d scrolls"
        pane = pilot.app.screen.query_one(ArticlePane)
        begin = pane._cursor
        await pilot.press("j", "k", "j")
        assert pane._cursor == begin
        for key, moved in (("n", True), ("p", False), ("G", True), ("g", False), ("down", True), ("up", False)):
            await pilot.press(key)
            assert (pane._cursor != begin) is moved, key
        await pilot.press("h")
        assert on_top(pilot) is HelpDialog
        assert "Mark verified" not in text_of(pilot)
        assert "Go to the next claim" in text_of(pilot)
        await pilot.press("h", "H")
        assert on_top(pilot) is PickDialog
        await pilot.press("escape", "q")
        assert on_top(pilot) is EarlierScreen
        await pilot.press("Q")
        assert on_top(pilot) is MatchesDialog


async def test_dialogs_have_the_effective_keys_and_letters_stay_letters(stage: Stage) -> None:
    stage.put()
    stage.put_earlier()
    stage.config = replace(stage.config, keys=_OTHERS)
    async with stage.open() as (pilot, _):
        await pilot.press("m")
        await until(lambda: "compared" in text_of(pilot), pilot)
        await pilot.press("slash", "t")
        field = pilot.app.screen.query_one(Input)
        assert (on_top(pilot), field.has_focus) == (MatchesDialog, False)
        await pilot.press("F", *"FOnp")
        assert (field.has_focus, field.value) == (True, "FOnp")
        await pilot.press("escape", "m", "O")
        await until(lambda: on_top(pilot) is ReviewScreen, pilot)
        assert any(source.is_lead for record in stage.review().claims for source in record.sources)
        await pilot.press("C", "x")
        assert on_top(pilot) is FindingsDialog
        assert "delete dismisses" in text_of(pilot)
        await pilot.press("delete")
        assert on_top(pilot) is not FindingsDialog
        await pilot.press("escape")


async def test_what_only_tells_something_is_closed_by_the_key_that_quits(stage: Stage) -> None:
    stage.put()
    stage.config = replace(stage.config, keys=_OTHERS)
    async with stage.open() as (pilot, screen):
        for key in ("f1", "h"):
            await pilot.press(key, "q")
            assert pilot.app.screen is not screen
            await pilot.press("Q")
            assert pilot.app.screen is screen
        pilot.app.push_screen(ErrorDialog("Failed", "words"))
        await pilot.pause()
        assert "f5 copies the text" in text_of(pilot)
        await pilot.press("y", "f5")
        assert pilot.app.clipboard == "words"
        await pilot.press("Q")
        assert pilot.app.screen is screen


async def test_neither_help_nor_palette_offer_what_only_dialogs_have(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(100, 200)) as (pilot, screen):
        assert Scope.DIALOG not in {command.scope for command in screen.offered(screen.SCOPE, Scope.EVERYWHERE)}
        await pilot.press("question_mark")
        told = text_of(pilot)
        assert not [one.help for one in COMMANDS if one.scope is Scope.DIALOG and one.help in told]


async def test_ctrl_q_does_as_the_page_of_keys_says(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("n", *"wait", "ctrl+q")
        assert "esc closes this first" in text_of(pilot)
        await pilot.press("escape", "slash", "ctrl+q")
        assert on_top(pilot) is ConfirmDialog
        await pilot.press("enter")
    assert pilot.app.return_code == 0

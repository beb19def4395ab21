"""The daily path: move, mark, undo, resume. What counts is what stands on the desk."""

from __future__ import annotations

import pytest

from factcheck.desk import connect
from factcheck.model import ArticleId, Extraction, Verdict
from factcheck.review import Review
from factcheck.tui.screens.review import ReviewScreen
from tests.tui.conftest import Examiner, Stage, on_top, said, text_of, until


async def test_the_cursor_moves_both_panes(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("j", "j")
        assert screen.current is not None
        assert screen.current.number == 3
        await pilot.press("down", "k", "up")
        assert screen.current.number == 2
        await pilot.press("G")
        assert screen.current.number == 7
        await pilot.press("j")
        assert screen.current.number == 7, "there is nothing after the last one"
        assert "#7 is the last claim here" in said(pilot)
        await pilot.press("g")
        assert screen.current.number == 1
        await pilot.press("k")
        assert screen.current.number == 1
        assert "#1 is the first claim here" in said(pilot)


async def test_an_article_that_nobody_has_checked_yet_says_what_there_is_to_see(stage: Stage) -> None:
    stage.put()
    stage.put_earlier()
    async with stage.open() as (pilot, _):
        assert "7 claims · ≠2 =1 met before (m) · !1 finding (c)" in said(pilot)
        await pilot.press("v")
    async with stage.open() as (pilot, _):
        assert "Checked" in said(pilot)


async def test_a_mark_goes_on_to_the_next_open_claim(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("v", "2", "u")
        assert stage.verdicts() == "vdu...."
        assert screen.current is not None
        assert screen.current.number == 5, "the opinion at 4 wants no verdict"
        assert "#3 unsourced · z undoes it" in said(pilot)


async def test_capital_letters_mark_and_stay(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("V", "D", "U")
        assert stage.verdicts() == "u......"
        await pilot.press("0")
        assert stage.verdicts() == "......."
        assert screen.current is not None
        assert screen.current.number == 1


async def test_advance_can_be_switched_off(stage: Stage) -> None:
    from dataclasses import replace

    stage.put()
    stage.config = replace(stage.config, advance=False)
    async with stage.open() as (pilot, screen):
        await pilot.press("v")
        assert screen.current is not None
        assert screen.current.number == 1


async def test_next_open_goes_round(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("G", "J")
        assert screen.current is not None
        assert screen.current.number == 1
        assert "nothing is open further down · round to #1" in said(pilot)
        await pilot.press("K")
        assert screen.current.number == 7
        assert "nothing is open further up · round to #7" in said(pilot)
        await pilot.press("g", "v", "v", "v", "v", "v", "v")
        assert stage.verdicts() == "vvv.vvv"
        assert "#7 verified · z undoes it · no claim is open" in said(pilot)


@pytest.mark.parametrize("key", ["J", "K"])
async def test_the_only_open_claim_is_told_as_such(stage: Stage, key: str) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("v", "v", "v", "v", "v", key)
        assert screen.current is not None
        assert screen.current.number == 7
        assert "#7 is the only open claim here" in said(pilot)
        await pilot.press("v", key)
        assert "no claim is open here" in said(pilot)


async def test_where_there_is_no_claim_the_keys_of_moving_say_so(stage: Stage) -> None:
    stage.extraction = Extraction(stage.extraction.article, ())
    stage.examiner = Examiner(stage.extraction)
    stage.put()
    async with stage.open() as (pilot, _):
        for key, why in (
            ("j", "there is no claim to go to"),
            ("J", "no claim is open here"),
            ("c", "the article agrees with itself"),
            ("full_stop", "nothing is searched for"),
        ):
            await pilot.press(key)
            assert why in said(pilot)


async def test_undo_and_redo_go_to_the_claim(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("v", "d", "G", "z")
        assert stage.verdicts() == "v......"
        assert screen.current is not None
        assert screen.current.number == 2
        assert "Z does it again" in said(pilot)
        await pilot.press("z", "z")
        assert stage.verdicts() == "......."
        assert "nothing is left to undo" in said(pilot)
        await pilot.press("Z", "Z")
        assert stage.verdicts() == "vd....."


async def test_it_resumes_where_the_checker_stopped(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("v", "j", "j")
    async with stage.open() as (_, screen):
        assert screen.current is not None
        assert screen.current.number == 4


async def test_a_change_of_somebody_else_is_not_overwritten(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        with connect(stage.config.desk, who="Bo") as desk:
            other = Review(desk, ArticleId(1))
            other.mark(other.claims[0].id, Verdict.DISPUTED)
        await pilot.press("V")
        assert stage.verdicts() == "d......"
        assert screen.current is not None
        assert screen.current.verdict is Verdict.DISPUTED, "the screen shows what the other did"
        shown = text_of(pilot)
        assert "#1 was changed by Bo since you saw it" in shown
        assert "There now: ✗ disputed · Bo" in shown
        assert "Yours: ✓ verified" in shown
        await pilot.press("escape")
        assert stage.verdicts() == "d......"
        await pilot.press("V")
        assert stage.verdicts() == "v......", "both were seen, so this is a choice"


async def test_who_writes_a_note_upon_another_sees_both(stage: Stage) -> None:
    article = stage.put()
    async with stage.open(size=(120, 40)) as (pilot, _):
        await pilot.press("n", *"mine", "ctrl+j", *"two")
        with connect(stage.config.desk, who="Bo", clock=stage.clock) as desk:
            other = Review(desk, article)
            other.note(other.claims[0].id, "his [b]")
        await pilot.press("enter")
        shown = text_of(pilot)
        assert "note: his [b]" in shown
        assert "Yours: note: mine" in shown
        await pilot.press("enter")
        assert stage.review().claims[0].note == "mine\ntwo"
        await pilot.press("s", *"Lund", "tab", *"desk")
        with connect(stage.config.desk, who="Bo", clock=stage.clock) as desk:
            other = Review(desk, article)
            other.mark(other.claims[0].id, Verdict.DISPUTED)
        await pilot.press("enter")
        assert "Yours: source: Lund · desk" in text_of(pilot)


async def test_the_second_of_two_chooses_and_goes_on(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        with connect(stage.config.desk, who="Bo") as desk:
            other = Review(desk, ArticleId(1))
            other.mark(other.claims[0].id, Verdict.DISPUTED)
        # Bo's verdict is on the screen by now, but the key was meant for what stood there before.
        await until(lambda: "✗1" in said(pilot), pilot)
        await pilot.press("v", "enter")
        assert stage.verdicts() == "v......"
        assert screen.current is not None
        assert screen.current.number == 2


async def test_a_note_that_came_too_late_is_kept_and_asked_about(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("n", "h", "i")
        with connect(stage.config.desk, who="Bo") as desk:
            other = Review(desk, ArticleId(1))
            other.note(other.claims[0].id, "theirs")
        await pilot.press("ctrl+s")
        assert "note: theirs" in text_of(pilot)
        await pilot.press("escape", "n")
        assert "hi" in text_of(pilot), "what was typed is there as a draft"
        await pilot.press("ctrl+s")
        assert stage.review().claims[0].note == "hi"


async def test_what_somebody_else_did_appears_without_a_key(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        with connect(stage.config.desk, who="Bo") as desk:
            other = Review(desk, ArticleId(1))
            other.mark(other.claims[1].id, Verdict.DISPUTED)
        await until(lambda: "✗1" in said(pilot), pilot)
        assert "changed elsewhere: #2 disputed" in said(pilot)
        await pilot.press("j", "V")
        assert stage.verdicts() == ".v.....", "what was shown may be changed"
        await pilot.press("z")
        assert screen.current is not None
        assert screen.current.verdict is Verdict.DISPUTED


async def test_the_screen_says_it_only_when_it_is_on_the_desk(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        assert screen.review is not None

        def fail(*_: object, **__: object) -> None:
            from factcheck.errors import DeskError

            raise DeskError("the disk is full [/]", "make room")

        monkeypatch.setattr(screen.review, "mark", fail)
        await pilot.press("v")
        await pilot.pause()
        assert stage.verdicts() == "......."
        assert screen.current is not None
        assert screen.current.number == 1
        assert "disk is full [/]" in text_of(pilot)


async def test_opinion_and_removing_are_undone(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("o")
        assert not stage.review().claims[0].claim.checkable
        await pilot.press("z", "x")
        assert [record.number for record in stage.review().claims] == [2, 3, 4, 5, 6, 7]
        assert screen.current is not None
        assert screen.current.number == 2
        await pilot.press("X", "enter")
        assert len(stage.review().claims) == 7
        assert screen.current.number == 1


async def test_every_state_has_its_sign_and_word(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(120, 40)) as (pilot, _):
        await pilot.press("v", "d", "u")
        shown = text_of(pilot)
        for sign, word in (
            ("✓", "verified"),
            ("✗", "disputed"),
            ("?", "unsourced"),
            ("~", "opinion"),
            ("·", "unchecked"),
        ):
            assert sign in shown
            assert word in shown


async def test_it_works_at_the_smallest_size(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(60, 16)) as (pilot, screen):
        await pilot.press("j", "v")
        assert stage.verdicts() == ".v....."
        for pane in ("#article", "#claims", "#panel"):
            assert screen.query_one(pane).size.height >= 2, pane
            assert screen.query_one(pane).size.width >= 50, pane


async def test_a_resize_keeps_the_text_at_the_top(stage: Stage) -> None:
    from factcheck.model import Role
    from factcheck.tui.widgets.article import ArticlePane
    from tests.tui.conftest import make_article, make_extraction

    body = "The bridge is long and it is wide and it was dear to build. " * 6
    article = make_article(((Role.BODY, "It opened on Monday."), *[(Role.BODY, body)] * 12))
    stage.extraction = make_extraction(article, (("It opened on Monday", stage.extraction.claims[0].section),))
    stage.put()
    async with stage.open(size=(100, 24)) as (pilot, screen):
        pane = screen.query_one(ArticlePane)
        pane.focus()
        await pilot.press("pagedown", "pagedown")
        top = pane.top_offset()
        assert top > 100
        await pilot.resize_terminal(82, 24)
        await until(lambda: pane.size.width < 50, pilot)
        assert pane.top_offset() <= top < pane.top_offset() + 60


async def test_a_resize_keeps_the_claim_in_the_list(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(100, 40)) as (pilot, screen):
        await pilot.press("G")
        await pilot.resize_terminal(60, 16)
        await until(lambda: "▌ 7" in text_of(pilot), pilot)
        assert screen.current is not None
        assert screen.current.number == 7


async def test_a_click_selects_and_clicking_again_walks_through_what_overlaps(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        lines = text_of(pilot).splitlines()
        y = next(index for index, line in enumerate(lines) if "which cost 47" in line[:44])
        x = lines[y].index("which cost")
        await pilot.click(offset=(x + 2, y))
        assert screen.current is not None
        first = screen.current.number
        await pilot.click(offset=(x + 2, y))
        assert {first, screen.current.number} == {2, 3}
        y = next(index for index, line in enumerate(lines) if "It is the longest" in line[44:])
        await pilot.click(offset=(50, y))
        assert screen.current.number == 4


async def test_a_key_without_a_command_says_so(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("h")
        assert "h does nothing here · ? shows the keys" in said(pilot)
        await pilot.press("j")
        await pilot.press("space", "1")
        assert "does nothing" not in said(pilot)
        assert "#2 verified" in said(pilot)
        await pilot.press("n", "h")
        await pilot.press("escape")
        assert "does nothing" not in said(pilot)


async def test_a_desk_that_has_become_read_only_says_so_at_each_act_and_goes_on_when_it_may(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("v")
        screen.desk._file.db.execute("PRAGMA query_only=1")
        for keys in (["d"], ["z"], ["x"], ["o"], ["exclamation_mark"], ["plus"], ["n", *"lit", "enter"]):
            await pilot.press(*keys)
            await until(lambda: "cannot be written" in " ".join(text_of(pilot).split()), pilot)
            await pilot.press("escape")
            await until(lambda: on_top(pilot) is ReviewScreen, pilot)
        await pilot.press("j", "k")
        await until(lambda: "your place is not kept" in said(pilot), pilot)
        assert on_top(pilot) is ReviewScreen
        assert stage.verdicts() == "v......"
        screen.desk._file.db.execute("PRAGMA query_only=0")
        await pilot.press("d", "k", "n")
        await until(lambda: "lit" in text_of(pilot), pilot)
        await pilot.press("enter")
        assert stage.verdicts() == "vd....."
        assert stage.review().claims[1].note == "lit"


async def test_where_nothing_was_done_no_key_is_said_to_undo_it(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("V")
        assert "z undoes it" in said(pilot)
        await pilot.press("V")
        assert "verified already" in said(pilot)
        assert "undoes it" not in said(pilot)

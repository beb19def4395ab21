"""Notes, sources, claims added and taken off, roles: by keys, and told by the desk."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.events import Paste
from textual.widgets import Input, OptionList, TextArea

from factcheck.desk import connect
from factcheck.model import ArticleId, Resolution, Role, Section, SourceKind, Span, State, Verdict
from factcheck.review import Review
from factcheck.tui import reads
from factcheck.tui.reads import Reading
from factcheck.tui.screens.about import AboutDialog
from factcheck.tui.screens.breaking import BreakDialog
from factcheck.tui.screens.dialog import DraftForm
from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.screens.source import SourceDialog
from factcheck.tui.screens.writing import WritingDialog
from factcheck.tui.tools import match
from factcheck.tui.widgets.article import ArticlePane
from factcheck.tui.widgets.options import OptionRow
from tests.tui.conftest import CLAIMS, PARAGRAPHS, Stage, make_article, make_extraction, on_top, said, text_of, until

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.pilot import Pilot

    from factcheck.desk import Desk
    from factcheck.model import Article, Claim, ClaimRecord, Match


async def type_(pilot: Pilot[None], text: str) -> None:
    """Type a text, letter by letter."""
    names = {" ": "space", ":": "colon", "#": "number_sign", "/": "slash", ".": "full_stop", "-": "minus"}
    await pilot.press(*[names.get(letter, letter) for letter in text])


async def test_a_note_is_written_and_undone(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("n")
        await type_(pilot, "vdu zq[/]")
        await pilot.press("ctrl+j")
        await type_(pilot, "two")
        await pilot.press("enter")
        assert stage.review().claims[0].note == "vdu zq[/]\ntwo", "no letter acted while it was typed"
        assert stage.verdicts() == "......."
        assert "#1 noted · z undoes it" in said(pilot)
        assert "vdu zq[/]" in text_of(pilot)
        await pilot.press("z")
        assert stage.review().claims[0].note == ""


async def test_every_form_saves_with_ctrl_s(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("n", "h", "i", "ctrl+s")
        assert stage.review().claims[0].note == "hi"
        await pilot.press("s", "m", "e", "ctrl+s")
        assert [source.name for source in stage.review().claims[0].sources] == ["me"]
        await pilot.press("colon", "3", "ctrl+s")
        assert screen.current is not None
        assert screen.current.number == 3
        await pilot.press("f", "right", "ctrl+s")
        assert screen.wanted.open
        await pilot.press("e", "ctrl+s")
        assert [path.suffix for path in stage.folder.glob(f"{stage.review().article.slug}.*")] == [".md"]
        assert pilot.app.screen is screen


async def test_enter_saves_a_source_from_the_row_of_kinds(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("s", "m", "e", "tab", "tab", "tab", "right", "enter")
        assert [source.kind for source in stage.review().claims[0].sources] == [SourceKind.SECONDARY]
        assert pilot.app.screen is screen


async def test_a_draft_of_a_note_is_kept(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("n")
        await type_(pilot, "half a thou")
        await pilot.press("escape")
        assert stage.review().claims[0].note == ""
        assert "draft of the note is kept" in said(pilot)
        await pilot.press("j", "n")
        assert pilot.app.screen.query_one(TextArea).text == "", "each claim has its own"
        await pilot.press("escape", "k", "n")
        assert on_top(pilot) is WritingDialog
        await type_(pilot, "ght")
        await pilot.press("enter")
        assert stage.review().claims[0].note == "half a thought"


async def test_leaving_asks_about_a_draft(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("n", "a", "ctrl+q")
        assert on_top(pilot) is WritingDialog, "what is being typed is not lost"
        await pilot.press("escape", "q")
        assert "A note on #1 was begun and not saved." in text_of(pilot)
        await pilot.press("escape", "escape")
        assert "esc again leaves" in said(pilot)
        await pilot.press("escape")
        assert "A note on #1 was begun and not saved." in text_of(pilot)
        await pilot.press("escape")
        assert pilot.app.screen is screen
        await pilot.press("q", "enter")
    assert pilot.app.return_code == 0


async def test_a_source_is_added_completed_and_taken_off(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("s")
        await type_(pilot, "Town hall")
        await pilot.press("tab")
        await type_(pilot, "budget.pdf p. 3")
        await pilot.press("tab", "tab", "right", "right", "shift+tab", "enter")
        (source,) = stage.review().claims[0].sources
        assert (source.kind, source.name, source.locator) == (SourceKind.PERSON, "Town hall", "budget.pdf p. 3")
        await pilot.press("j", "s")
        await type_(pilot, "tow")
        await pilot.press("right", "tab")
        await pilot.pause()
        assert pilot.app.screen.query_one("#name", Input).value == "Town hall"
        assert pilot.app.screen.query_one("#locator", Input).value == "budget.pdf p. 3"
        await pilot.press("enter")
        assert [one.name for one in stage.review().claims[1].sources] == ["Town hall"]
        await pilot.press("s", "shift+tab", "delete")
        assert stage.review().claims[1].sources == ()
        assert len(stage.review().claims[0].sources) == 1, "other claims keep it"
        await pilot.press("z")
        assert len(stage.review().claims[1].sources) == 1


async def test_a_source_without_a_name_stays_in_the_dialog(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("s", "tab")
        await type_(pilot, "page 4")
        await pilot.press("enter")
        assert on_top(pilot) is SourceDialog
        await pilot.press("escape", "s")
        assert pilot.app.screen.query_one("#locator", Input).value == "page 4", "what was typed is kept"
        await pilot.press("escape")
        assert pilot.app.screen is screen


async def test_a_claim_is_added_from_the_keyboard(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("j", "j", "j", "j", "A")
        await pilot.press("left", "left", "space", "left", "left")
        assert "Add a claim" in text_of(pilot)
        await pilot.press("v")
        await pilot.press("enter")
        added = next(record for record in stage.review().claims if record.manual)
        assert added.claim.text == "Maria Lund, 52"
        assert screen.current is not None
        assert screen.current.id == added.id
        await until(lambda: screen.is_matched, pilot)
        await pilot.press("z")
        assert not any(record.manual for record in stage.review().claims)
        assert stage.verdicts() == "......."


async def test_leaving_the_selection_adds_nothing(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("A", "shift+right", "down", "L", "escape")
        assert pilot.app.screen is screen
        assert len(stage.review().claims) == 7


async def test_words_dragged_over_with_the_mouse_become_a_claim_or_are_copied(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(120, 40)) as (pilot, _):
        lines = text_of(pilot).splitlines()
        y = next(index for index, line in enumerate(lines) if "Maria Lund" in line[:60])
        x = lines[y].index("Maria")
        await pilot.mouse_down(offset=(x, y))
        await pilot._post_mouse_events([__import__("textual.events").events.MouseMove], offset=(x + 10, y), button=1)
        await pilot.mouse_up(offset=(x + 10, y))
        await pilot.pause()
        assert "y copies it" in said(pilot)
        await pilot.press("y")
        assert stage.copied == ["Maria Lund"]
        await pilot.press("A")
        assert any(record.claim.text == "Maria Lund" for record in stage.review().claims)


@pytest.mark.parametrize("key", ["escape", "j"])
async def test_selected_words_are_left_with_escape_and_by_walking_on(stage: Stage, key: str) -> None:
    """Else the next `A` makes a claim of words that are out of sight, and `y` copies them."""
    stage.put()
    async with stage.open() as (pilot, screen):
        article = screen.query_one(ArticlePane)
        article.select(Span(0, 4))
        await pilot.press(key, "y")
        assert article.selection is None
        assert screen.current is not None
        assert stage.copied == [screen.current.claim.text]
        assert pilot.app.screen is screen


async def test_several_lines_pasted_in_a_field_of_one_are_all_there(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("s")
        pilot.app.post_message(Paste("Minutes of the\r\n  town council\n"))
        await pilot.press("enter")
        assert [source.name for source in stage.review().claims[0].sources] == ["Minutes of the town council"]


async def test_the_claim_is_copied_in_one_line(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("j", "y")
        assert stage.copied == ["The bridge, which cost 47 million, opened on Monday"]
        assert "copied with testclip" in said(pilot)


async def test_a_paragraph_gets_another_role(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("G", "t")
        roles = list(Role)
        steps = roles.index(Role.FURNITURE) - roles.index(Role.BODY)
        await pilot.press(*["down"] * steps, "enter")
        assert len(stage.review().claims) == 6, "furniture bears no claims"
        assert screen.current is not None
        await pilot.press("z")
        assert len(stage.review().claims) == 7
        assert stage.review().article.article.draft.blocks[-1].role is Role.BODY


async def test_a_paragraph_that_was_furniture_is_extracted_again(stage: Stage) -> None:
    stage.put()
    article = stage.extraction.article
    claims = (*CLAIMS, ("Photo: Elmside Gazette", Section.CAPTION))
    stage.examiner.extraction = make_extraction(article, claims)
    async with stage.open() as (pilot, screen):
        await pilot.press("G", "t", "left")
        assert "Photo: Elmside Gazette" in text_of(pilot)
        assert "5 of 6: credit, as it stands so in the test" in text_of(pilot)
        await pilot.press("j", "k", "k", "enter")
        await until(lambda: len(screen.listed) == 8 and not screen.is_extracting, pilot)
        assert stage.examiner.calls == 1
        assert stage.review().article.article.draft.blocks[4].role is Role.CAPTION


async def test_the_writer_is_asked_and_answers(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(120, 40)) as (pilot, screen):
        await pilot.press("w")
        await type_(pilot, "Says who")
        await pilot.press("enter")
        assert "#1: writer asked · z undoes it" in said(pilot)
        assert "Says who — no answer yet" in text_of(pilot)
        assert "query" in text_of(pilot)
        await pilot.press("w")
        await type_(pilot, "The county")
        await pilot.press("ctrl+s")
        assert screen.current is not None
        assert (screen.current.query, screen.current.answer) == ("Says who", "The county")
        await pilot.press("w", "shift+tab", "ctrl+a")
        await type_(pilot, "Who says")
        await pilot.press("enter")
        assert screen.current.query == "Who says", "a line is typed over like a text"
        await pilot.press("z")
        assert "Says who — The county" in text_of(pilot)
        assert "headline · answered" in text_of(pilot)
        await pilot.press("f", "tab", "tab", "right", "right", "enter")
        assert "Only 1 of 7: answered" in text_of(pilot)
        await pilot.press("f", "tab", "tab", "left", "enter")
        assert "Only 0 of 7: query" in text_of(pilot), "a query is one that is not answered"
        await pilot.press("escape", "p")
        assert "what became of them: 1 answered" in text_of(pilot)
        await pilot.press("escape", "z", "z")
        assert screen.current.query == ""
        assert stage.verdicts() == "......."


async def test_a_query_that_is_left_is_kept_as_a_draft(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("w")
        await type_(pilot, "vdx")
        await pilot.press("escape")
        assert "the draft of the query is kept · w goes on with it" in said(pilot)
        assert "A query on #1 was begun" in " ".join(screen.begun())
        await pilot.press("w", "end")
        await type_(pilot, "?")
        await pilot.press("enter")
        assert screen.current is not None
        assert screen.current.query == "vdx?"
        assert not screen.begun()


async def test_a_change_is_suggested_word_by_word(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(120, 40)) as (pilot, screen):
        assert screen.current is not None
        words = screen.current.claim.text
        await pilot.press("r", "end")
        await type_(pilot, " indeed")
        await pilot.press("enter")
        assert screen.current.replacement == f"{words} indeed"
        assert "{+indeed+}" in text_of(pilot)
        await pilot.press("r", "end", "x", "escape")
        assert "the draft of the suggested change is kept" in said(pilot)
        await pilot.press("a", "j", "j", "enter")
        assert "#1 changed · z undoes it" in said(pilot)
        await pilot.press("exclamation_mark")
        assert "unchecked · lawyer" in text_of(pilot), "the list says so, too"
        assert "for the lawyer" in text_of(pilot)
        await pilot.press("exclamation_mark")
        assert not screen.current.legal


async def test_a_claim_grows_shrinks_is_broken_and_merged(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(120, 40)) as (pilot, screen):
        await pilot.press("j")
        assert screen.current is not None
        number, words = screen.current.number, screen.current.claim.text
        await pilot.press("minus")
        assert screen.current.claim.text == words.rsplit(" ", 1)[0]
        assert f"#{number} has other words · z undoes it" in said(pilot)
        await pilot.press("plus", "greater_than_sign", "less_than_sign")
        assert screen.current.claim.text == words
        count = len(screen.listed)
        await pilot.press("b")
        assert on_top(pilot) is BreakDialog
        assert "╎" in text_of(pilot)
        await pilot.press(*["left"] * 20, "right", "enter")
        assert len(screen.listed) == count + 1
        assert screen.current.claim.text == " ".join(words.split()[:2]).rstrip(",")
        await pilot.press("M")
        assert (screen.current.claim.text, len(screen.listed)) == ("The bridge, which cost 47 million", count)
        await pilot.press(*["z"] * 6)
        assert (screen.current.claim.text, len(screen.listed)) == (words, count)
        assert stage.verdicts() == "......."


async def test_what_cannot_be_edited_is_said(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(120, 40)) as (pilot, screen):
        await pilot.press("G", "M")
        assert "no claim follows #7" in said(pilot)
        await pilot.press("g", "less_than_sign")
        assert "the paragraph begins here" in text_of(pilot)
        await pilot.press("plus")
        assert "the paragraph ends here" in text_of(pilot)
        await pilot.press("L")
        assert "#1 has no verdict yet" in text_of(pilot)
        await pilot.press("G", "k", "L")
        assert "#6 is told nowhere else without a verdict" in text_of(pilot)
        await pilot.press("b", "escape")
        assert screen.listed[0].claim.text == CLAIMS[0][0]


@pytest.mark.parametrize("key", ["minus", "greater_than_sign"])
async def test_a_claim_of_one_word_says_why_it_does_not_shrink(stage: Stage, key: str) -> None:
    stage.extraction = make_extraction(claims=(("Traffic", Section.BODY),))
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press(key)
        assert "a claim wants a word" in text_of(pilot)
        assert screen.listed[0].claim.text == "Traffic"


async def test_signing_off_lists_what_is_open_and_then_makes_it_archive(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(120, 40)) as (pilot, screen):
        await pilot.press("S")
        assert "#2 is unchecked" in text_of(pilot)
        await pilot.press("j", "enter")
        assert screen.current is not None
        assert screen.current.number == 2
        for record in screen.reviewing.claims:
            screen.reviewing.mark(record.id, Verdict.VERIFIED)
        for finding in screen.reviewing.findings:
            screen.reviewing.dismiss(finding, "it is right")
        screen.reload()
        await pilot.press("S")
        assert "Nothing is open" in text_of(pilot)
        await pilot.press("enter")
        assert "Sign off?" in text_of(pilot)
        await pilot.press("escape", "S", "enter", "enter")
        await until(lambda: pilot.app.screen is not screen, pilot)
        with connect(stage.config.desk) as desk:
            assert desk.articles.get(ArticleId(1)).state is State.SIGNED_OFF


async def test_an_article_that_somebody_else_signs_off_is_only_read_from_then_on_until_it_is_reopened(
    stage: Stage,
) -> None:
    article = stage.put()
    async with stage.open(size=(120, 40)) as (pilot, screen):
        await pilot.press("v")
        with connect(stage.config.desk, who="Bo", clock=stage.clock) as desk:
            other = Review(desk, article)
            for record in other.claims:
                other.mark(record.id, Verdict.VERIFIED)
            for finding in other.findings:
                other.dismiss(finding, "it is right")
            other.sign_off()
        await until(lambda: "the article is signed off by Bo · S reopens it" in said(pilot), pilot)
        assert "signed-off · Ann" in text_of(pilot).splitlines()[0]
        assert "disputed" not in text_of(pilot).splitlines()[-1], "the keys that are left"
        screen.hush()
        await pilot.press("D", "n", "z", "x", "R", "t", "plus")
        assert pilot.app.screen is screen
        assert "signed off by Bo · S reopens it" in said(pilot), "a key that does nothing says why"
        assert stage.verdicts() == "vvvvvvv"
        await pilot.press("question_mark")
        await until(lambda: "Go to the next claim" in text_of(pilot), pilot)
        assert "Mark verified" not in text_of(pilot), "nor do the keys list what cannot be done"
        await pilot.press("escape", "j", "slash", "escape", "S")
        assert "Reopen?" in text_of(pilot)
        await pilot.press("enter")
        assert "the article is reopened by Ann" in said(pilot)
        assert "signed-off" not in text_of(pilot).splitlines()[0]
        assert "disputed" in text_of(pilot).splitlines()[-1], "the keys are back"
        await pilot.press("D")
        assert "d" in stage.verdicts()


async def test_what_was_being_written_when_somebody_signed_off_is_refused_and_kept(stage: Stage) -> None:
    article = stage.put()
    async with stage.open(size=(120, 40)) as (pilot, screen):
        await pilot.press("n", *"late")
        with connect(stage.config.desk, who="Bo", clock=stage.clock) as desk:
            desk.articles.set_state(article, State.SIGNED_OFF)
        await pilot.press("enter")
        await until(lambda: "is signed off" in " ".join(text_of(pilot).split()), pilot)
        assert stage.review().claims[0].note == ""
        await until(lambda: screen.is_read_only, pilot)
        await pilot.press("S", "enter", "n", "enter")
        assert stage.review().claims[0].note == "late"


async def test_what_others_reopen_can_be_worked_on_again(stage: Stage) -> None:
    article = stage.put()
    async with stage.open(size=(120, 40)) as (pilot, _):
        for state, told in ((State.SIGNED_OFF, "signed off"), (State.CHECKING, "reopened")):
            with connect(stage.config.desk, who="Bo", clock=stage.clock) as desk:
                desk.articles.set_state(article, state)
            await until(lambda told=told: f"the article is {told}" in said(pilot), pilot)  # type: ignore[misc]  # bound
        await pilot.press("v")
        assert stage.verdicts() == "v......"


async def test_a_blind_second_read_shows_the_first_verdict_when_the_second_is_given(stage: Stage) -> None:
    article = stage.put()
    with connect(stage.config.desk, who="Bo", clock=stage.clock) as desk:
        review = Review(desk, article)
        for record in review.claims[:3]:
            review.mark(record.id, Verdict.VERIFIED, note="by phone")
    async with stage.open(size=(120, 40)) as (pilot, screen):
        await pilot.press("S", "home", "down", "enter")
        assert "blind second read" in text_of(pilot)
        assert "✓ verified" not in text_of(pilot)
        assert "by phone" not in text_of(pilot)
        await pilot.press("d")
        assert screen.current is not None
        assert screen.current.number == 2
        await pilot.press("v")
        await pilot.press("g")
        shown = text_of(pilot)
        assert "✓ verified · no source · Bo" in shown
        assert "second read: ✗" in shown
        assert stage.verdicts() == "vvv....", "the first verdicts stay"
        assert [record.second for record in stage.review().claims[:3]] == [Verdict.DISPUTED, Verdict.VERIFIED, None]
        await pilot.press("S")
        assert "the readers disagree" in text_of(pilot)
        await pilot.press("escape", "z", "z")
        assert not any(record.second for record in stage.review().claims)


async def test_a_blind_reader_is_not_told_the_first_verdict_by_what_others_do(stage: Stage) -> None:
    stage.put()
    with connect(stage.config.desk, who="Bo", clock=stage.clock) as desk:
        other = Review(desk, ArticleId(1))
        async with stage.open(size=(120, 40)) as (pilot, _):
            await pilot.press("S", "home", "down", "enter")
            other.mark(other.claims[0].id, Verdict.VERIFIED)
            await pilot.press("d")
            shown = text_of(pilot)
            assert "#1 was changed by Bo since you saw it" in shown
            assert "There now: · unchecked" in shown
            assert "Yours: blind second read: ✗ disputed" in shown
            assert "There now: · unchecked · Yours" not in " ".join(shown.split()), "each in a line of its own"
            await pilot.press("enter")
            other.mark(other.claims[1].id, Verdict.VERIFIED)
            await until(lambda: "changed elsewhere: #2" in said(pilot), pilot)
            assert "verified" not in said(pilot)


async def test_a_second_read_by_somebody_else_is_told_as_one(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(120, 40)) as (pilot, _):
        await pilot.press("V")
        with connect(stage.config.desk, who="Bo", clock=stage.clock) as desk:
            other = Review(desk, ArticleId(1))
            other.second_read(other.claims[0].id, Verdict.DISPUTED)
        await until(lambda: "changed elsewhere" in said(pilot), pilot)
        assert "changed elsewhere: #1, second read: disputed" in said(pilot)


async def test_the_reads_stand_above_what_is_open_and_the_cursor_below_them(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("G", "S")
        assert "give it a blind second read" in text_of(pilot)
        await pilot.press("enter")
        assert screen.current is not None
        assert screen.current.number == 1


@pytest.mark.parametrize(("height", "lines"), [(16, 12), (24, 12), (50, 25), (80, 40)])
async def test_a_list_in_a_dialog_grows_with_the_window(stage: Stage, height: int, lines: int) -> None:
    body = [(Role.BODY, f"The toll was {number} shillings in that year.") for number in range(101, 151)]
    article = make_article(tuple(body))
    claims = tuple((f"The toll was {number} shillings", Section.BODY) for number in range(101, 151))
    stage.extraction = make_extraction(article, claims, findings=False)
    stage.put()
    async with stage.open(size=(160, height)) as (pilot, _):
        await pilot.press("S")
        assert pilot.app.screen.query_one(OptionList).size.height == lines


async def test_a_blind_reader_neither_writes_over_a_note_nor_sees_a_verdict_that_changes(stage: Stage) -> None:
    article = stage.put()
    with connect(stage.config.desk, who="Bo", clock=stage.clock) as desk:
        review = Review(desk, article)
        for record in review.claims[:3]:
            review.mark(record.id, Verdict.VERIFIED, note="by phone")
        async with stage.open(size=(120, 40)) as (pilot, _):
            await pilot.press("S", "home", "down", "enter", "n")
            assert "there is a note" in said(pilot)
            assert "by phone" not in text_of(pilot)
            review.mark(review.claims[0].id, Verdict.UNSOURCED)
            await until(lambda: "changed elsewhere: #1" in said(pilot), pilot)
            assert "changed elsewhere: #1 unsourced" not in said(pilot)
            await pilot.press("v")
            assert "Yours: blind second read: ✓ verified" in text_of(pilot)
            assert "? unsourced" not in text_of(pilot)
            await pilot.press("enter", "k", "n", "end", "!", "ctrl+s")
            assert stage.review().claims[0].note == "by phone!"


async def test_a_blind_reader_neither_sees_nor_replaces_what_would_become_of_a_claim(stage: Stage) -> None:
    article = stage.put()
    with connect(stage.config.desk, who="Bo", clock=stage.clock) as desk:
        review = Review(desk, article)
        for record in review.claims[:2]:
            review.mark(record.id, Verdict.DISPUTED)
            review.suggest(record.id, "In other words")
            review.resolve(record.id, Resolution.STET)
    async with stage.open(size=(120, 40)) as (pilot, _):
        await pilot.press("S", "home", "down", "enter")
        assert "other" not in text_of(pilot)
        assert "stet" not in text_of(pilot)
        for key in "ra":
            await pilot.press(key)
            assert on_top(pilot) is ReviewScreen
            assert "when your verdict is given" in said(pilot)
        await pilot.press("v", "enter", "k")
        assert "other" in text_of(pilot)
        await pilot.press("r", "end", "!", "ctrl+s")
        assert stage.review().claims[0].replacement == "In other words!"


async def test_who_gave_the_verdict_gives_no_second_read(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(120, 40)) as (pilot, _):
        await pilot.press("S")
        assert "give it a blind second read  nobody else has given a verdict yet" in text_of(pilot)
        await pilot.press("escape", "V", "S", "home", "enter", "d")
        assert "you gave this claim its verdict" in text_of(pilot)
        assert stage.verdicts() == "v......"


async def test_a_second_reader_passes_over_what_they_read_first(stage: Stage) -> None:
    article = stage.put()
    with connect(stage.config.desk, who="Bo", clock=stage.clock) as desk:
        review = Review(desk, article)
        for record in (review.claims[0], *review.claims[2:4]):
            review.mark(record.id, Verdict.VERIFIED)
    async with stage.open(size=(120, 40)) as (pilot, screen):
        await pilot.press("j", "V", "g", "S", "home", "enter", "v")
        assert screen.current is not None
        assert screen.current.number == 3, "the second is one's own"
        await pilot.press("K")
        assert screen.current.number == 3, "opinion, and what is read, wants no second verdict"


async def test_a_blind_reader_is_told_no_totals_of_the_first_read(stage: Stage) -> None:
    article = stage.put()
    with connect(stage.config.desk, who="Bo", clock=stage.clock) as desk:
        review = Review(desk, article)
        for record in review.claims[4:]:
            review.mark(record.id, Verdict.DISPUTED)
    async with stage.open(size=(120, 40)) as (pilot, screen):
        assert "✓0 ✗3 ?0 · 3 open" in said(pilot)
        await pilot.press("S", "home", "down", "enter")
        screen.hush()
        await pilot.pause()
        assert "Second read" in said(pilot)
        assert "0 of 3" in said(pilot)
        assert "✓0 ✗0 ?0 · 3 open" in said(pilot)
        await pilot.press("J", "v")
        assert "✓1 ✗0 ?0 · 2 open" in said(pilot)
        await pilot.press("p")
        assert "Progress, of the second read" in text_of(pilot)
        assert "Checked 1 of 3 · 2 open" in text_of(pilot)
        await pilot.press("escape", "S")
        assert "Blind second read: 2 claims are to be read" in text_of(pilot)
        assert not re.search("[0-9] disputed|unchecked:|sign it off", text_of(pilot))
        await pilot.press("escape", "v", "d", "S")
        assert "the readers disagree" in text_of(pilot), "when all are read it is told what is open"


async def test_a_broken_claim_says_what_its_first_part_keeps(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(120, 40)) as (pilot, _):
        await pilot.press("j", "b", "enter")
        assert "keeps" not in said(pilot), "nothing is recorded"
        await pilot.press("z", "n", "x", "enter", "s", *"Bo", "enter", "b", "enter")
        assert "z undoes it · the first part keeps note and sources" in said(pilot)
        first, second = stage.review().claims[1:3]
        assert (first.note, len(first.sources), second.note, second.sources) == ("x", 1, "", ())


async def test_a_text_is_gone_to_its_ends_and_selected_whole(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(120, 40)) as (pilot, _):
        await pilot.press("n", *"one", "ctrl+j", *"two", "ctrl+home", *"0", "ctrl+end", *"3", "enter")
        assert stage.review().claims[0].note == "0one\ntwo3"
        await pilot.press("r")
        assert "ctrl+a selects all" in text_of(pilot)
        await pilot.press("ctrl+a", *"new", "enter")
        assert stage.review().claims[0].replacement == "new"


async def test_claims_are_assigned_and_filtered(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(120, 40)) as (pilot, screen):
        await pilot.press("at")
        assert "the headline 1 claim " in " ".join(text_of(pilot).split())
        await pilot.press("escape", "j", "at", "j", "enter", "enter")
        assert [record.assignee for record in stage.review().claims] == ["", *["Ann"] * 6]
        assert "for Ann" in text_of(pilot)
        await pilot.press("f", "tab", "right", "enter")
        assert len(screen.listed) == 6
        await pilot.press("escape", "z")
        assert not any(record.assignee for record in stage.review().claims)


async def test_nothing_typed_is_lost_when_a_source_is_taken_off(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(120, 40)) as (pilot, screen):
        await pilot.press("s", "B", "o", "enter", "s", "A", "n")
        dialog = pilot.app.screen
        dialog.query_one(OptionList).focus()
        await pilot.press("x")
        assert screen.current is not None
        assert len(screen.current.sources) == 0
        await pilot.press("s")
        assert pilot.app.screen.query_one("#name", Input).value == "An"
        await pilot.press("escape")
        assert "A source on #1 was begun" in " ".join(screen.begun())


async def test_a_draft_that_is_emptied_is_gone(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        for key in ("n", "w"):
            await pilot.press(key, "x", "escape")
            assert screen.begun()
            await pilot.press(key, "backspace", "escape")
            assert not screen.begun()


async def test_no_dialog_with_a_draft_is_left_by_quitting(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        for key in ("n", "s", "w", "r"):
            await pilot.press(key, "x")
            await pilot.app.run_action("quit")
            assert pilot.app.is_running
            assert isinstance(pilot.app.screen, DraftForm)
            await pilot.press("escape")


async def test_many_keys_on_an_edge_look_up_earlier_claims_once(stage: Stage) -> None:
    stage.put()
    asked: list[int] = []

    def counting(desk: Desk, article: Article, claims: Sequence[Claim]) -> tuple[tuple[Match, ...], ...]:
        asked.append(len(claims))
        return match(desk, article, claims)

    stage.matcher = counting
    async with stage.open(size=(120, 40)) as (pilot, screen):
        await until(lambda: screen.is_matched, pilot)
        await pilot.press("j", *["minus", "plus"] * 5, "minus")
        assert asked == [7], "no key waits for it"
        await until(lambda: len(asked) == 2, pilot)
        await pilot.press("v", "K", "o")
        await pilot.pause(1.0)
        assert asked == [7, 7], "a verdict changes no words"
        await pilot.press("z", "z", "z")
        await until(lambda: len(asked) == 3, pilot)


async def test_copies_of_a_fact_are_marked_with_one_key(stage: Stage) -> None:
    article = make_article(
        (*PARAGRAPHS, (Role.CAPTION, "Traffic doubled in the first week, from 900 to 1,700 cars a day."))
    )
    text = article.draft.text
    again = text.rindex("Traffic doubled")
    extraction = make_extraction(article)
    first = next(claim for claim in extraction.claims if "Traffic" in claim.text)
    copy = replace(first, id="c8", start=again, end=again + len(first.text), section=Section.CAPTION, facts=())
    stage.extraction = replace(extraction, claims=(*(replace(one, facts=()) for one in extraction.claims), copy))
    stage.put()
    async with stage.open(size=(120, 40)) as (pilot, _):
        await pilot.press("G", "k", "L")
        assert "#7 has no verdict yet: mark it first" in text_of(pilot)
        await pilot.press("V")
        assert "also at  #8 · unchecked" in text_of(pilot)
        await pilot.press("L")
        assert stage.verdicts() == "......vv"
        assert "#8 verified · z undoes it" in said(pilot)
        await pilot.press("z")
        assert stage.verdicts() == "......v."
        await pilot.press("g", "L")
        assert "#1 is told nowhere else without a verdict" in text_of(pilot)


async def test_the_speaker_of_a_claim_is_corrected(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(120, 40)) as (pilot, _):
        await pilot.press("E")
        await type_(pilot, "Maria Lund")
        await pilot.press("enter")
        said_by = stage.review().claims[0].claim.attribution
        assert said_by is not None
        assert (said_by.speaker, said_by.named) == ("Maria Lund", True)
        assert "Maria Lund" in text_of(pilot)
        await pilot.press("z")
        assert stage.review().claims[0].claim.attribution is None


async def test_a_kind_that_there_is_not_is_told_in_the_dialog(stage: Stage) -> None:
    stage.put()
    before = stage.review().claims[0].claim.kinds
    async with stage.open(size=(80, 24)) as (pilot, screen):
        await pilot.press("E")
        assert "cause, relation, paraphrase" in text_of(pilot), "which there are"
        await pilot.press("tab", "tab")
        await type_(pilot, ", causse")
        await pilot.press("enter")
        assert "did you mean cause?" in text_of(pilot)
        assert stage.review().claims[0].claim.kinds == before
        await pilot.press("backspace", "backspace", "e", "enter")
        assert stage.review().claims[0].claim.kinds == (*before, "cause")
        assert pilot.app.screen is screen
        assert "did you mean" not in text_of(pilot), "what was mended stands over nothing"


async def test_the_list_says_first_what_a_verdict_depends_on(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(80, 24)) as (pilot, _):
        await pilot.press("s", "A", "n", "n", "enter", "V", "at", "enter", "enter")
        assert "verified · source ·" in text_of(pilot), "the section comes last"
        await pilot.press("j", "w", "H", "o", "w", "enter")
        assert "unchecked · query" in text_of(pilot)
        await pilot.press("j", "r", "x", "enter")
        assert "unchecked · change" in text_of(pilot)


async def test_a_word_in_the_second_line_of_a_row_is_whole_and_clicked(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(80, 24)) as (pilot, screen):
        await pilot.press("e")
        lines = [line.strip(" │") for line in text_of(pilot).splitlines()]
        assert any(line.startswith("Draft with tracked changes") for line in lines), "it is one word of the row"
        await pilot.press("escape", "f")
        row = pilot.app.screen.query_one("#show", OptionRow)
        assert row.size.height == 2
        await pilot.click(row, offset=(3, 1))
        assert row.word == "to the writer"
        await pilot.click(row, offset=(9, 0))
        assert row.word == "open"
        await pilot.press("enter")
        assert screen.wanted.open


async def test_what_went_to_the_writer_is_filtered(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("w", "H", "o", "w", "enter", "j", "r", "x", "enter", "f", "left", "enter")
        assert [record.number for record in screen.listed] == [1, 2]
        assert "Only 2 of 7: to the writer" in text_of(pilot)


async def test_who_began_a_second_read_goes_on_with_it(stage: Stage) -> None:
    article = stage.put()
    with connect(stage.config.desk, who="Bo", clock=stage.clock) as desk:
        review = Review(desk, article)
        for record in review.claims[:2]:
            review.mark(record.id, Verdict.VERIFIED)
    with connect(stage.config.desk, who="Ann", clock=stage.clock) as desk:
        Review(desk, article).second_read(review.claims[0].id, Verdict.VERIFIED)
    async with stage.open(size=(120, 40)) as (pilot, _):
        assert "blind second read" in text_of(pilot)
        await pilot.press("j", "d")
        assert stage.verdicts() == "vv....."
        assert stage.review().claims[1].second is Verdict.DISPUTED


async def test_a_mark_of_a_second_reader_makes_no_claim_anew_but_its_own(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = stage.put()
    with connect(stage.config.desk, who="Bo", clock=stage.clock) as desk:
        review = Review(desk, article)
        for record in review.claims:
            review.mark(record.id, Verdict.VERIFIED)
    made: list[int] = []

    def counted(record: ClaimRecord, **changes: object) -> ClaimRecord:
        made.append(record.number)
        return replace(record, **changes)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(reads, "replace", counted)
    async with stage.open(size=(120, 40)) as (pilot, screen):
        screen.read_as(Reading.BLIND)
        await pilot.press("v")
        assert "✓1 ✗0" in said(pilot), "one's own read is counted"
        made.clear()
        await pilot.press("d", "v")
        assert set(made) == {2, 3}
        assert "✓2 ✗1" in said(pilot)


async def test_what_is_said_about_the_article_is_corrected(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("I", "ctrl+u", "enter")
        assert on_top(pilot) is AboutDialog, "an article wants a title"
        await type_(pilot, "Bridge [b]")
        await pilot.press("escape")
        assert "the draft is kept · I goes on with it" in said(pilot)
        assert "article's data was begun" in " ".join(screen.begun())
        await pilot.press("I", "tab", "tab", "tab")
        await type_(pilot, "May")
        await pilot.press("enter")
        assert "'May' is no day" in text_of(pilot)
        await pilot.press("ctrl+u")
        await type_(pilot, "1890-03-04")
        calls = stage.examiner.calls
        await pilot.press("enter")
        await until(lambda: not screen.is_extracting and stage.examiner.calls > calls, pilot)
        article = stage.review().article.article
        assert (article.title, article.published) == ("Bridge [b]", date(1890, 3, 4))
        assert "Bridge [b]" in text_of(pilot).splitlines()[0]
        assert not screen.begun()
        await pilot.press("z")
        assert stage.review().article.article.published is None


async def test_fields_and_explanations_stand_in_a_column(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("I")
        assert len({field.region.x for field in pilot.app.screen.query(Input)}) == 1
        await pilot.press("escape", "a")
        words = ("nothing has been decided", "the writer was asked", "the words were changed")
        lines = text_of(pilot).splitlines()
        assert len({line.index(one) for one in words for line in lines if one in line}) == 1


async def test_what_is_asked_is_said_in_plain_words(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("R")
        assert "enter takes it in" in text_of(pilot)
        await pilot.press("escape", "at")
        assert "Assign which claims?" in text_of(pilot)
        await pilot.press("enter")
        assert "Who is to check it?" in text_of(pilot)
        await pilot.press("escape", "at", "down", "down", "enter")
        assert "Who is to check them?" in text_of(pilot)

"""What verdicts rest on, by keys: sources, contacts, and what the desk demands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from textual.events import Key
from textual.widgets import Input

from factcheck.desk import connect
from factcheck.model import Annotation, AnnotationKind, Contact, ContactOutcome, ContactWay, Section, Source, SourceKind
from factcheck.review import Review
from factcheck.rules import Rules, parse_rule
from factcheck.tui.screens.contact import ContactDialog
from factcheck.tui.screens.source import SourceDialog
from tests.tui.conftest import on_top, said, text_of
from tests.tui.test_editing import type_

if TYPE_CHECKING:
    from tests.tui.conftest import Stage


async def test_a_verdict_without_a_source_says_so_in_list_and_panel(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("V")
        assert text_of(pilot).count("no source") == 2
        await pilot.press("s", "m", "e", "enter")
        assert "no source" not in text_of(pilot)
        await pilot.press("0")
        assert "no source" not in text_of(pilot)


async def test_what_is_typed_right_behind_a_tab_stands_in_the_next_field(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("s")
        for key in ("m", "e", "tab", "p", "tab", "n", "shift+tab", "7"):  # which is typed over what stands there
            pilot.app.post_message(Key(key, key if len(key) == 1 else None))
        await pilot.press("enter")
        (source,) = stage.review().claims[0].sources
        assert (source.name, source.locator, source.note) == ("me", "7", "n")


async def test_sign_off_lists_what_the_rules_of_the_desk_want(stage: Stage) -> None:
    stage.put()
    stage.config = replace(stage.config, rules=Rules(parse_rule("1 primary")))
    async with stage.open() as (pilot, _):
        await pilot.press("V", "S")
        assert "#1 is verified without a source; the desk wants 1 primary" in text_of(pilot)


async def test_a_contact_is_recorded_changed_and_taken_off(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("P", "enter")
        assert on_top(pilot) is ContactDialog, "a contact wants a name"
        await type_(pilot, "Ann [b]")
        day = pilot.app.screen.query_one("#when", Input).value
        await pilot.press("tab", "x", "enter", "y", "enter")
        assert on_top(pilot) is ContactDialog, "and a day"
        assert "'xy' is no day" in text_of(pilot), "what stood there is typed over"
        assert "'x' is no day" not in text_of(pilot), "what was said before is gone"
        await pilot.press("ctrl+u")
        await type_(pilot, day)
        await pilot.press("tab")
        await type_(pilot, "left word")
        await pilot.press("tab", "right", "enter")
        (contact,) = stage.review().claims[0].contacts
        assert replace(contact, when="") == Contact(
            "Ann [b]", ContactWay.EMAIL, "", ContactOutcome.PENDING, "left word"
        )
        assert "#1: Ann [b] asked, pending · z undoes it" in said(pilot)
        assert "email: Ann [b] · pending" in text_of(pilot)
        await pilot.press("P", "shift+tab", "down", "enter", "right", "enter")
        (changed,) = stage.review().claims[0].contacts
        assert changed == replace(contact, outcome=ContactOutcome.CONFIRMED)
        await pilot.press("P", "shift+tab", "down", "x")
        assert stage.review().claims[0].contacts == ()
        await pilot.press("z")
        assert stage.review().claims[0].contacts == (changed,)


async def test_a_draft_of_a_contact_is_kept(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("P", "escape")
        assert "draft" not in said(pilot)
        await pilot.press("P", "A", "n", "escape")
        assert "the draft of the contact is kept · P goes on with it" in said(pilot)
        await pilot.press("P", "n", "enter")
        assert [contact.who for contact in stage.review().claims[0].contacts] == ["Ann"]
        await pilot.press("j", "P", "a", "right", "enter")
        assert [contact.who for contact in stage.review().claims[1].contacts] == ["Ann"], "names are completed"


async def test_a_source_was_looked_at_today_unless_another_day_is_told(stage: Stage) -> None:
    stage.put()
    today = stage.clock().astimezone().date()
    async with stage.open() as (pilot, _):
        await pilot.press("s", "escape")
        assert "draft" not in said(pilot), "today's date is no draft"
        await pilot.press("s", "A", "n", "n", "enter")
        assert [source.accessed for source in stage.review().claims[0].sources] == [today]
        assert f"accessed {today:%d %b %Y}" in " ".join(text_of(pilot).split())
        await pilot.press("j", "s", "B", "tab", "tab", "tab", "tab", "x", "enter")
        assert on_top(pilot) is SourceDialog, "an x makes no day"
        await pilot.press("ctrl+u")
        await type_(pilot, "2026-03-01")
        await pilot.press("enter")
        assert [source.accessed for source in stage.review().claims[1].sources] == [date(2026, 3, 1)]
        await pilot.press("s", "C", "tab", "tab", "tab", "tab", "ctrl+u", "enter")
        assert stage.review().claims[1].sources[1].accessed is None


async def test_a_slip_in_a_path_is_said_whole_beside_what_was_done(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(80, 24)) as (pilot, _):
        await pilot.press("s", "A", "n", "n", "tab")
        await type_(pilot, "/nowhere/at all/[b]minutes.pdf")
        await pilot.press("enter")
        (source,) = stage.review().claims[0].sources
        assert source.locator == "/nowhere/at all/[b]minutes.pdf"
        assert "#1: source added, Ann · z undoes it" in said(pilot)
        remark = "there is no file /nowhere/at all/[b]minutes.pdf here: how it is now is not kept"
        (toast,) = pilot.app._notifications
        assert (toast.message, toast.severity, toast.markup) == (remark, "warning", False)


async def test_a_source_is_put_under_other_claims_too(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("s", "A", "n", "n", "tab", "tab", "tab", "tab", "tab", "9", "enter")
        assert on_top(pilot) is SourceDialog, "there is no claim 9"
        await pilot.press("backspace")
        await type_(pilot, "3-4")
        await pilot.press("enter")
        assert [len(record.sources) for record in stage.review().claims] == [1, 0, 1, 1, 0, 0, 0]
        assert "and 2 more: source added" in said(pilot)
        assert [len(record.sources) for record in screen.listed] == [1, 0, 1, 1, 0, 0, 0]
        await pilot.press("z")
        assert not any(record.sources for record in stage.review().claims)
        screen.wanted = replace(screen.wanted, section=Section.HEADLINE)
        screen.update_claims()
        await pilot.press("s", "A", "tab", "tab", "tab", "tab", "tab")
        await type_(pilot, "all")
        await pilot.press("enter")
        assert [len(record.sources) for record in stage.review().claims] == [1, 0, 0, 0, 0, 0, 0]


async def test_many_sources_are_reached_in_a_small_window(stage: Stage) -> None:
    claim = stage.put()
    review = stage.review()
    with connect(stage.config.desk, who="Ann") as desk:
        for number in range(9):
            Review(desk, claim).add_source(review.claims[0].id, Source(SourceKind.OTHER, f"Paper {number}"))
    async with stage.open(size=(60, 16)) as (pilot, _):
        await pilot.press("s")
        assert "Paper 8" not in text_of(pilot)
        await pilot.press("shift+tab", "end")
        await pilot.pause()
        assert "Paper 8" in text_of(pilot)
        await pilot.press("delete")
        assert [source.name for source in stage.review().claims[0].sources] == [f"Paper {n}" for n in range(8)]


async def test_what_the_writer_named_is_shown_and_taken_with_one_key_and_enter(stage: Stage) -> None:
    article = stage.extraction.article
    claim = stage.extraction.claims[0]
    note = Annotation(claim.start, claim.end, AnnotationKind.FOOTNOTE, "County budget [/], p. 12", "A. Writer")
    article = replace(article, draft=replace(article.draft, annotations=(note,)))
    stage.extraction = replace(stage.extraction, article=article)
    stage.put()
    async with stage.open() as (pilot, _):
        assert "footnote by A. Writer: County budget [/], p. 12" in text_of(pilot)
        await pilot.press("s", "escape")
        assert "draft" not in said(pilot), "what the writer named is no draft of the checker"
        assert stage.review().claims[0].sources == ()
        await pilot.press("s", "enter")
        (source,) = stage.review().claims[0].sources
        assert (source.name, source.locator) == ("County budget [/]", "p. 12")
        assert source.accessed is None, "nobody has looked at it yet"
        await pilot.press("s")
        assert pilot.app.screen.query_one("#name", Input).value == "", "it is taken"


async def test_a_link_on_whoever_says_it_is_shown_and_taken(stage: Stage) -> None:
    article, claims = stage.extraction.article, stage.extraction.claims
    first = claims[0]
    cut = replace(first, end=first.end - 8, text=first.text[:-8])
    link = Annotation(first.end - 7, first.end, AnnotationKind.LINK, "https://example.org/budget")
    article = replace(article, draft=replace(article.draft, annotations=(link,)))
    stage.extraction = replace(stage.extraction, article=article, claims=(cut, *claims[1:]), findings=())
    stage.put()
    async with stage.open() as (pilot, _):
        assert "https://example.org/budget" in text_of(pilot)
        await pilot.press("s", "enter")
        (source,) = stage.review().claims[0].sources
        assert (source.name, source.locator) == ("example.org", link.text)


async def test_a_name_that_is_completed_brings_the_whole_source(stage: Stage) -> None:
    article, ledger = stage.put(), Source(SourceKind.SECONDARY, "The Knoll ledger", "shelf 4, p. 9", "a copy")
    with connect(stage.config.desk, who="Ann", clock=stage.clock) as desk:
        review = Review(desk, article)
        review.add_source(review.claims[6].id, replace(ledger, locator="shelf 1"))
        review.add_source(review.claims[6].id, ledger)
    async with stage.open() as (pilot, _):
        await pilot.press("s")
        await type_(pilot, "The Kn")
        await pilot.press("right")
        assert "shelf 4, p. 9" in text_of(pilot), "it is seen before it is saved"
        await pilot.press("enter")
        await pilot.press("j", "s")
        await type_(pilot, "the knoll ledger")
        await pilot.press("enter")
        await pilot.press("j", "s")
        await type_(pilot, "The Knoll ledger")
        await pilot.press("tab", "ctrl+u", *"shelf", "enter")
        claims = stage.review().claims
        used = claims[6].sources[1]
        assert replace(used, id=None) == ledger
        assert [one.id for one in claims[0].sources] == [used.id], "no second source beside it"
        assert [one.id for one in claims[1].sources] == [used.id], "whatever letters were typed"
        assert [one.locator for one in claims[2].sources] == ["shelf"], "what is put in its place stays"

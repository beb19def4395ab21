"""An edited draft comes in by keys, and what became of the claims is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.widgets import Input, OptionList

from factcheck.checklist import render
from factcheck.desk import connect
from factcheck.model import ArticleId, Carried, Original, Role, Section, Verdict
from factcheck.reading import read
from factcheck.review import Review, intake
from factcheck.tui.screens.dialog import ConfirmDialog, PickDialog
from factcheck.tui.screens.review import ReviewScreen
from tests.tui.conftest import (
    CLAIMS,
    PARAGRAPHS,
    Stage,
    make_article,
    make_extraction,
    on_top,
    said,
    text_of,
    until,
)
from tests.tui.test_editing import type_

if TYPE_CHECKING:
    import pytest
    from textual.pilot import Pilot

    from factcheck.model import Extraction


def draft(stage: Stage, change: str, to: str) -> tuple[str, Extraction]:
    """An edited draft in a file, with what an extraction finds in it."""
    paragraphs = tuple((role, words.replace(change, to)) for role, words in PARAGRAPHS)
    claims = tuple((words.replace(change, to), section) for words, section in CLAIMS)
    article = make_article(paragraphs)
    path = stage.folder / "draft-2.txt"
    path.write_text(article.draft.text, "utf-8")
    return str(path), make_extraction(article, claims)


async def take(pilot: Pilot[None], stage: Stage, change: str, to: str) -> None:
    """Take in an edited draft."""
    path, extraction = draft(stage, change, to)
    stage.examiner.extraction = extraction
    await pilot.press("R")
    await type_(pilot, path)
    await pilot.press("enter")


async def test_a_claim_whose_words_stand_is_to_re_check_for_what_stands_around_it(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(120, 40)) as (pilot, _):
        path, extraction = draft(stage, "Traffic doubled", "It is not true that Traffic doubled")
        stage.examiner.extraction = replace(
            extraction, claims=tuple(one for one in extraction.claims if "true" not in one.text)
        )
        await pilot.press("R")
        await type_(pilot, path)
        await pilot.press("enter")
        await until(lambda: on_top(pilot) is PickDialog, pilot)
        assert "· its words stand, what is said around them changed" in text_of(pilot)


async def test_a_draft_is_taken_in_and_its_report_leads_to_the_claims(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("v", "v", "v", "v", "v", "v")
        assert stage.verdicts() == "vvv.vvv"
        await take(pilot, stage, "Traffic doubled in the first week", "Traffic trebled in the first week")
        await until(lambda: on_top(pilot) is PickDialog, pilot)
        assert "Draft 2: 6 carried, 1 to re-check" in text_of(pilot)
        assert stage.verdicts() == "vvv.vv."
        await pilot.press("enter")
        assert screen.current is not None
        assert screen.current.number == 7
        await pilot.press("R")
        assert "what draft 2 changed" in text_of(pilot)
        await pilot.press("enter")
        assert "Draft 2: 6 carried, 1 to re-check" in text_of(pilot), "there may be more to see to"
        assert "to re-check #7: Traffic trebled" in text_of(pilot)
        await pilot.press("enter")
        shown = text_of(pilot)
        assert "↻ re-check" in shown
        await pilot.press("f", "right", "right", "enter")
        assert [record.number for record in screen.listed] == [7]
        await pilot.press("escape")
        assert "was verified" in shown
        assert "[-doubled-] {+trebled+}" in shown
        assert "trebled" in "".join(shown.split("Claim")[0])
        await pilot.press("z")
        assert stage.verdicts() == "vvv.vvv"
        assert "Traffic doubled" in text_of(pilot)
        assert "undone: draft 2 taken in" in said(pilot)
        await pilot.press("R")
        assert "what draft 2 changed" not in text_of(pilot)
        await pilot.press("escape", "Z")
        assert stage.verdicts() == "vvv.vv."


async def test_the_answers_that_came_with_a_draft_are_told(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.put()
    with connect(stage.config.desk, who="Ann", clock=stage.clock) as desk:
        review = Review(desk, ArticleId(1))
        review.ask(review.claims[5].id, "Which source?")
        review.ask(review.claims[6].id, "Who counted?", "the county")
        path = stage.folder / "marked.docx"
        path.write_bytes(render(review.checklist(), "docx", "draft"))
    article = read(path)
    (remark,) = (one for one in article.draft.annotations if "Which source?" in one.text)
    reply = replace(remark, text="The owner\nherself.", author="Cy")
    article = replace(article, draft=replace(article.draft, annotations=(*article.draft.annotations, reply)))
    monkeypatch.setattr(intake, "read_draft", lambda *_: article)
    stage.examiner.extraction = make_extraction(article, CLAIMS)
    async with stage.open() as (pilot, screen):
        await pilot.press("R", "x", "enter")
        await until(lambda: "answered #6: the café would close  · Cy: The owner herself." in text_of(pilot), pilot)
        assert text_of(pilot).count("answered #") == 1, "the other was known"
        await pilot.press("enter")
        assert screen.current is not None
        assert screen.current.number == 6


async def test_another_article_is_asked_about(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        other = stage.folder / "other.txt"
        other.write_text("Storm\n\nNine ships sank in the storm of 1703.\n", "utf-8")
        article = make_article((PARAGRAPHS[0],), "x")
        stage.examiner.extraction = make_extraction(article, CLAIMS[:1], findings=False)
        await pilot.press("R")
        await type_(pilot, str(other))
        await pilot.press("enter")
        await until(lambda: on_top(pilot) is ConfirmDialog, pilot)
        assert "looks like another article" in text_of(pilot)
        await pilot.press("escape")
        assert on_top(pilot) is ReviewScreen
        assert stage.review().article.article.draft.number == 1


async def test_a_missing_file_is_told_and_nothing_changes(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("R", "x", "enter")
        await until(lambda: on_top(pilot) is not ReviewScreen, pilot)
        await pilot.press("escape")
        await until(lambda: not screen.is_extracting, pilot)
        await pilot.press("R")
        assert pilot.app.screen.query_one(Input).value == "x", "to be mended"
        await pilot.press("escape", "v")
        assert stage.verdicts() == "v......"


async def test_an_orphaned_claim_is_placed_by_keys(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("G", "V")
        words = PARAGRAPHS[-1][1]
        await take(pilot, stage, words, f"{words} {words}")
        await until(lambda: on_top(pilot) is PickDialog, pilot)
        assert "1 orphaned" in text_of(pilot)
        await pilot.press("enter")
        assert "Where is: Traffic doubled" in text_of(pilot)
        assert len(pilot.app.screen.query_one(OptionList).options) == 3
        await pilot.press("j", "enter")
        assert screen.review is not None
        assert f"#{screen.review.claims[-1].number} is the orphaned claim" in said(pilot)
        assert [one.verdict for one in screen.review.claims if "Traffic" in one.claim.text][-1] is Verdict.VERIFIED
        await pilot.press("z", "S")
        number = next(at for at, item in enumerate(screen.review.open_items) if "orphaned" in item.text)
        await pilot.press(*["down"] * number, "enter")
        assert "Where is: Traffic doubled" in text_of(pilot)
        await pilot.press("escape", "R")
        assert "orphaned: Traffic doubled" in text_of(pilot)
        await pilot.press("enter", "G", "end", "enter")
        assert [one.lost for one in screen.review.lost] == [Carried.CUT]


async def test_an_orphan_is_offered_no_place_that_would_be_refused(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(100, 30)) as (pilot, screen):
        await pilot.press("G", "V")
        words = PARAGRAPHS[-1][1]
        await take(pilot, stage, words, f"{words} {words}")
        await until(lambda: on_top(pilot) is PickDialog, pilot)
        await pilot.press("escape", "G", "D", "R", "enter")
        last = stage.review().claims[-1].number
        assert f"not #{last}, where something is recorded already" in text_of(pilot)
        assert len(pilot.app.screen.query_one(OptionList).options) == 2, "the other place, and that it was cut"
        await pilot.press("enter")
        assert screen.review is not None
        assert not screen.review.lost
        assert [one.verdict for one in screen.review.claims][-2:] == [Verdict.DISPUTED, Verdict.VERIFIED]


async def test_an_orphaned_claim_goes_to_the_claim_that_begins_its_sentence_now(stage: Stage) -> None:
    body, claims = "Elmside grew, and the traffic doubled that July.", ("the traffic doubled that July",)
    stage.extraction = make_extraction(make_article((*PARAGRAPHS[:2], (Role.BODY, body))), _claims(claims), False)
    stage.put()
    now = "Elmside grew. The traffic doubled that July. The shops closed. The traffic doubled that July."
    article = make_article((*PARAGRAPHS[:2], (Role.BODY, now)))
    (stage.folder / "draft-2.txt").write_text(article.draft.text, "utf-8")
    found = ("Elmside grew", "The traffic doubled that July", "The shops closed")
    stage.examiner.extraction = make_extraction(article, _claims(found), False)
    async with stage.open() as (pilot, screen):
        await pilot.press("V", "R")
        await type_(pilot, str(stage.folder / "draft-2.txt"))
        await pilot.press("enter")
        await until(lambda: on_top(pilot) is PickDialog, pilot)
        assert "1 orphaned" in text_of(pilot)
        await pilot.press("enter", "enter")
        assert screen.review is not None
        assert [one.claim.text for one in screen.review.claims] == list(found), "no claim with a full stop beside it"
        assert [one.former for one in screen.review.claims] == [None, Verdict.VERIFIED, None]
        assert screen.current is not None
        assert screen.current.claim.text == found[1]


def _claims(words: tuple[str, ...]) -> tuple[tuple[str, Section], ...]:
    return tuple((one, Section.BODY) for one in words)


async def test_a_draft_that_somebody_else_took_in_is_shown(stage: Stage) -> None:
    article = stage.put()
    async with stage.open() as (pilot, screen):
        _, extraction = draft(stage, "47 million", "48 million")
        with connect(stage.config.desk, who="Bo", clock=stage.clock) as desk:
            Review(desk, article).rebase(extraction)
        await until(lambda: "48 million" in text_of(pilot), pilot)
        assert screen.review is not None
        assert screen.review.article.article.draft.number == 2
        assert "changed elsewhere: it is draft 2 now" in said(pilot)
        await pilot.press("j", "v")
        assert stage.verdicts().count("v") == 1


async def test_a_claim_that_was_cut_leads_to_where_it_stood(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        paragraphs = tuple((role, words.replace(" It is the longest in the county.", "")) for role, words in PARAGRAPHS)
        article = make_article(paragraphs)
        path = stage.folder / "draft-2.txt"
        path.write_text(article.draft.text, "utf-8")
        stage.examiner.extraction = make_extraction(article, tuple(one for one in CLAIMS if "longest" not in one[0]))
        await pilot.press("R")
        await type_(pilot, str(path))
        await pilot.press("enter")
        await until(lambda: on_top(pilot) is PickDialog and "cut: It is the longest" in text_of(pilot), pilot)
        await pilot.press("enter")
        assert screen.current is not None
        assert screen.current.claim.text == "which cost 47 million"
        assert "cut behind #3: “It is the longest in the county”" in said(pilot)


async def test_a_refusal_is_there_until_the_next_key(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("L")
        await until(lambda: "mark it first" in " ".join(text_of(pilot).split()), pilot)
        await pilot.press("j")
        await until(lambda: "mark it first" not in " ".join(text_of(pilot).split()), pilot)


async def test_the_same_draft_again_promises_no_undo(stage: Stage) -> None:
    stage.put()
    same = stage.folder / "same.txt"
    same.write_text(stage.extraction.article.draft.text, "utf-8")
    async with stage.open(size=(120, 30)) as (pilot, screen):
        await pilot.press("exclamation_mark", "R", "ctrl+u")
        await type_(pilot, str(same))
        await pilot.press("enter")
        await until(lambda: "on the desk already" in text_of(pilot), pilot)
        assert "undoes" not in said(pilot), "z would take back what was done before"
        assert screen.current is not None
        assert screen.current.legal


async def test_the_filter_says_how_many_claims_it_lets_through_now(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("f", "right", "enter")
        assert "Only 6 of 7: open" in text_of(pilot)
        await pilot.press("v")
        assert "Only 5 of 7: open" in text_of(pilot)


async def test_of_a_page_that_gave_too_little_all_can_be_taken(stage: Stage) -> None:
    story = "<article><h1>Bridge opens</h1><p>It cost 47 million.</p></article>"
    html = f"<title>Bridge</title>{story}<div>Toll: 3 pounds.</div>"
    page = Original(html.encode(), "text/html")
    found = replace(
        stage.extraction.article, warnings=("It may be too little; --whole-page takes all.",), original=page
    )
    stage.extraction = replace(stage.extraction, article=found)
    stage.put()
    async with stage.open() as (pilot, screen):
        stage.examiner.extraction = replace(stage.extraction, claims=(), findings=())
        await pilot.press("R", "home")
        assert "take all that the page shows" in text_of(pilot)
        await pilot.press("enter")
        await until(lambda: "Draft 2" in text_of(pilot), pilot)
        await pilot.press("escape")
        assert "Toll: 3 pounds." in screen.reviewing.article.article.draft.text
        await pilot.press("z")
        assert screen.reviewing.article.article.draft.number == 1
        await pilot.press("R")
        assert "take in another draft" in text_of(pilot)

"""The same fact in two places is one fact: marked together, and never edited in one place only."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.desk import connect
from factcheck.errors import UsageError
from factcheck.extraction import find_facts
from factcheck.model import Extraction, Resolution, Source, SourceKind, Verdict
from factcheck.review import Review
from tests.review.test_rebase import extraction

if TYPE_CHECKING:
    from factcheck.desk import Desk
    from factcheck.model import ClaimRecord

STORY = (
    "Crystal Palace fire costs 2 million pounds",
    "The fire of 1936 burned 12 hours. The damage was put at £2m, and 89 fire engines came.",
    "The palace had stood for 82 years. In all 89 fire engines came.",
    "The south tower stayed up. The south tower stayed up. Nobody was hurt.",
)


def told(*paragraphs: str) -> Extraction:
    """An extraction with facts found by rule."""
    found = extraction(*paragraphs)
    text = found.article.draft.text
    claims = tuple(replace(one, facts=find_facts(text, one.start, one.end)) for one in found.claims)
    return replace(found, claims=claims)


@pytest.fixture
def review(desk: Desk) -> Review:
    found = told(*STORY)
    record = desk.articles.put(found.article)
    desk.articles.store(record.id, found, complete=True)
    return Review(desk, record.id)


def claim(review: Review, words: str, at: int = 0) -> ClaimRecord:
    return [one for one in review.claims if words in one.claim.text][at]


def copies(review: Review, record: ClaimRecord) -> list[str]:
    return [review.claim(one).claim.text for one in review.links_of(record.id).same]


def test_the_same_words_are_one_fact(review: Review) -> None:
    assert copies(review, claim(review, "south tower")) == ["The south tower stayed up"]
    assert copies(review, claim(review, "Nobody was hurt")) == []


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        ("The damage was put at £2m", "Damage of 2 million pounds was reported", True),
        ("The damage was put at £2m", "Damage of 3 million pounds was reported", False),
        ("The bridge cost 47 million dollars", "The tunnel took 47 million tons of rock", False),
        ("In all 89 fire engines came", "Crews brought 89 engines to the fire", True),
        ("He was 48", "She was 48", False),
        ("The fire of 1936 hurt 12 men", "The fire of 1936 did not hurt 12 men", False),
        ("The price went up 5 percent", "The price went down 5 percent", False),
    ],
)
def test_which_claims_tell_one_fact(desk: Desk, one: str, other: str, linked: bool) -> None:
    found = told("A day in the news", f"{one}. {other}.")
    record = desk.articles.put(found.article)
    desk.articles.store(record.id, found, complete=True)
    review = Review(desk, record.id)
    assert bool(copies(review, claim(review, one))) is linked


def test_copies_are_marked_with_one_act(review: Review) -> None:
    first, second = claim(review, "south tower"), claim(review, "south tower", 1)
    with pytest.raises(UsageError, match="no verdict yet"):
        review.mark_copies(first.id)
    review.mark(first.id, Verdict.VERIFIED, sources=[Source(SourceKind.DOCUMENT, "Brigade log")])
    review.mark_copies(first.id)
    now = review.claim(second.id)
    assert (now.verdict, now.checker, [one.name for one in now.sources]) == (Verdict.VERIFIED, "Ada", ["Brigade log"])
    with pytest.raises(UsageError, match="nowhere else"):
        review.mark_copies(first.id)
    review.undo()
    assert (review.claim(second.id).verdict, review.claim(second.id).sources) == (None, ())
    assert review.claim(first.id).verdict is Verdict.VERIFIED


def test_who_marks_copies_is_not_their_second_reader_too(review: Review, desk: Desk) -> None:
    first, second = claim(review, "south tower"), claim(review, "south tower", 1)
    for one in (first, second):
        review.mark(one.id, Verdict.VERIFIED)
    desk.events._who = desk.who = "Ben"
    review.second_read(second.id, Verdict.VERIFIED)
    desk.events._who = desk.who = "Ada"
    review.mark(second.id, None)
    desk.events._who = desk.who = "Ben"
    review.mark_copies(first.id)
    now = review.claim(second.id)
    assert (now.verdict, now.checker, now.second, now.second_reader) == (Verdict.VERIFIED, "Ben", None, None)
    review.undo()
    assert review.claim(second.id).second_reader == "Ben"


def test_an_edit_of_one_copy_raises_an_alarm_at_both(review: Review) -> None:
    first, second = claim(review, "south tower"), claim(review, "south tower", 1)
    assert review.links_of(first.id).parted == ()
    edited = (*STORY[:3], STORY[3].replace("The south tower stayed up.", "The north tower stayed up.", 1))
    review.rebase(told(*edited))
    assert review.links_of(first.id).same == ()
    assert review.links_of(first.id).parted == (second.id,)
    assert review.links_of(second.id).parted == (first.id,)


def test_an_edit_of_one_copy_keeps_the_gate_shut_until_it_is_answered(review: Review) -> None:
    first, second = claim(review, "south tower"), claim(review, "south tower", 1)
    edited = (*STORY[:3], STORY[3].replace("The south tower stayed up.", "The north tower stayed up.", 1))
    review.rebase(told(*edited))
    for one in review.claims:
        review.mark(one.id, Verdict.VERIFIED)
    (item,) = review.open_items
    pair = f"#{review.claim(first.id).number} and #{review.claim(second.id).number}"
    assert item.text == f"{pair} told the same until one was edited: The north tower stayed up"
    with pytest.raises(UsageError, match="1 thing is open"):
        review.sign_off()
    review.note(second.id, "It is another tower.")
    assert review.open_items == ()
    review.sign_off()


def test_one_fact_has_one_verdict(review: Review) -> None:
    for one in review.claims:
        review.mark(one.id, Verdict.VERIFIED)
    second = claim(review, "south tower", 1)
    review.mark(second.id, Verdict.DISPUTED)
    (item,) = review.open_items
    assert "tell the same fact and are verified and disputed: " in item.text
    review.resolve(second.id, Resolution.STET)
    assert review.open_items == ()


def test_copies_that_were_edited_in_two_ways_raise_an_alarm(desk: Desk) -> None:
    story = (
        STORY[0],
        f"{STORY[1]} The south tower stayed up.",
        STORY[2],
        "The south tower stayed up. Nobody was hurt.",
    )
    found = told(*story)
    record = desk.articles.put(found.article)
    desk.articles.store(record.id, found, complete=True)
    review = Review(desk, record.id)
    first, second = claim(review, "south tower"), claim(review, "south tower", 1)
    north, west = (story[1].replace("south", "north"), story[3].replace("south", "west"))
    review.rebase(told(story[0], north, story[2], west))
    assert review.claim(first.id).claim.text == "The north tower stayed up"
    assert review.claim(second.id).claim.text == "The west tower stayed up"
    assert review.links_of(first.id).parted == (second.id,)
    review.rebase(told(story[0], north, story[2], west.replace("west", "north")))
    assert (review.links_of(first.id).same, review.links_of(first.id).parted) == ((second.id,), ())


def edited(one: str, other: str) -> tuple[str, ...]:
    """The story with a sentence told in two of its paragraphs, in one wording and in another."""
    return STORY[0], f"{STORY[1]} {one}", STORY[2], f"{other} Nobody was hurt."


SOUTH, NORTH, WEST = (f"The {side} tower stayed up." for side in ("south", "north", "west"))


def twice(desk: Desk) -> tuple[Review, ClaimRecord, ClaimRecord]:
    found = told(*edited(SOUTH, SOUTH))
    record = desk.articles.put(found.article)
    desk.articles.store(record.id, found, complete=True)
    review = Review(desk, record.id)
    return review, claim(review, "south tower"), claim(review, "south tower", 1)


def test_an_edit_after_another_raises_the_alarm_still(desk: Desk) -> None:
    review, first, second = twice(desk)
    review.rebase(told(*edited(NORTH, SOUTH)))
    review.rebase(told(*edited(WEST, SOUTH)))
    assert review.links_of(second.id).parted == (first.id,)


def test_copies_that_parted_in_two_drafts_raise_the_alarm(desk: Desk) -> None:
    review, first, second = twice(desk)
    late = SOUTH.replace("The south", "That south")
    review.rebase(told(*edited(SOUTH, late)))
    review.rebase(told(*edited(NORTH, late)))
    assert review.links_of(first.id).parted == (second.id,)


def test_a_draft_that_was_taken_back_is_no_earlier_one(desk: Desk) -> None:
    review, first, second = twice(desk)
    review.rebase(told(*edited(NORTH, SOUTH)))
    review.undo()
    review.rebase(told(*edited(SOUTH, NORTH)))
    assert review.claim(first.id).as_written == ""
    assert review.claim(second.id).as_written == "The south tower stayed up"
    assert review.links_of(first.id).parted == (second.id,)
    review.undo()
    review.redo()
    assert review.claim(second.id).as_written == "The south tower stayed up"
    assert review.links_of(first.id).parted == (second.id,)


def test_a_desk_of_an_earlier_version_knows_which_drafts_were_taken_back(desk: Desk) -> None:
    review, first, second = twice(desk)
    review.rebase(told(*edited(NORTH, SOUTH)))
    review.undo()
    review.rebase(told(*edited(SOUTH, NORTH)))
    path = desk._file.path
    desk.close()
    with sqlite3.connect(path) as old:
        old.execute("ALTER TABLE drafts DROP COLUMN undone")
        old.execute("DELETE FROM _sqlite_migrations WHERE name = 'm017_undone'")
    old.close()
    with connect(path, who="Ada") as again:
        assert again.claims.get(first.id).as_written == ""
        assert again.claims.get(second.id).as_written == "The south tower stayed up"

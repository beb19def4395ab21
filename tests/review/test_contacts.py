"""Who was asked about a claim: kept with it, told in the log, undone, and never without a name or a day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.desk import connect
from factcheck.errors import UsageError
from factcheck.model import Carried, Contact, ContactOutcome, ContactWay, Draft, Source, SourceKind, Verdict
from factcheck.review import Review
from factcheck.review.typed import parse_when
from tests.conftest import HOSTILE
from tests.desk.sample import extraction, story

if TYPE_CHECKING:
    from factcheck.desk import Desk

LEFT_WORD = Contact("Ann Lee", ContactWay.PHONE, "2026-03-12 14:30", ContactOutcome.PENDING, "left word")
REACHED = replace(LEFT_WORD, when="2026-03-13", outcome=ContactOutcome.DENIED, note=HOSTILE)


@pytest.fixture
def review(desk: Desk) -> Review:
    record = desk.articles.put(story())
    desk.articles.store(record.id, extraction(story()), complete=True)
    return Review(desk, record.id)


def test_contacts_are_kept_in_the_order_given(review: Review, desk: Desk) -> None:
    claim = review.claims[1].id
    assert review.add_contact(claim, LEFT_WORD).message == "#2: Ann Lee asked, pending"
    review.add_contact(claim, replace(REACHED, who="  Ann Lee "))
    assert review.claim(claim).contacts == (LEFT_WORD, REACHED)
    assert desk.claims.of(review.article.id)[1].contacts == (LEFT_WORD, REACHED)
    assert review.claims[0].contacts == ()
    assert review.known_contacts() == ("Ann Lee",)
    assert review.checklist().claims[1].contacts == (LEFT_WORD, REACHED)


def test_an_outcome_is_written_down_later_and_undone(review: Review) -> None:
    claim = review.claims[0].id
    review.add_contact(claim, LEFT_WORD)
    assert review.add_contact(claim, REACHED, instead=LEFT_WORD).message == "#1: Ann Lee asked, denied"
    assert review.claim(claim).contacts == (REACHED,)
    assert review.drop_contact(claim, REACHED).message == "#1: contact taken off, Ann Lee"
    assert review.claim(claim).contacts == ()
    with pytest.raises(UsageError, match="this contact is not there"):
        review.drop_contact(claim, REACHED)
    with pytest.raises(UsageError, match="this contact is not there"):
        review.add_contact(claim, LEFT_WORD, instead=REACHED)
    seen = []
    while outcome := review.undo():
        seen.append((outcome.message, review.claim(claim).contacts))
    assert seen == [
        ("undone: #1: contact taken off, Ann Lee", (REACHED,)),
        ("undone: #1: Ann Lee asked, denied", (LEFT_WORD,)),
        ("undone: #1: Ann Lee asked, pending", ()),
    ]


def test_a_contact_has_a_name_and_a_day(review: Review) -> None:
    claim = review.claims[0]
    for bad in (replace(LEFT_WORD, who=" "), replace(LEFT_WORD, when=""), replace(LEFT_WORD, when="2026-02-30")):
        with pytest.raises(UsageError, match=r"wants a name|is no day: write it as"):
            review.add_contact(claim.id, bad)
    review.refresh()
    assert review.claim(claim.id) == claim


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2026-03-12", "2026-03-12"),
        (" 2026-3-2  9:05 ", "2026-03-02 09:05"),
        ("2026-03-12T14:30", "2026-03-12 14:30"),
        ("0999-12-31", "0999-12-31"),
    ],
)
def test_a_day_is_kept_in_one_form(text: str, when: str) -> None:
    assert parse_when(text) == when
    assert parse_when(when) == when


@pytest.mark.parametrize("text", ["", "yesterday", "12/03/2026", "2026-03-12 25:00", "2026-03-12 14:30:01Z", HOSTILE])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_when(text)


def test_contacts_go_along_to_the_place_of_an_orphaned_claim(review: Review) -> None:
    tower = next(record for record in review.claims if "31 metres" in record.claim.text)
    review.mark(tower.id, Verdict.VERIFIED)
    review.add_contact(tower.id, LEFT_WORD)
    words = "The tower is 31 metres high."
    text = review.article.article.draft.text.replace(words, f"{words} So it was. {words}")
    article = story()
    at = text.index("The tower")
    blocks = tuple(
        replace(block, start=block.start + (block.start > at) * (len(text) - len(article.draft.text)),
                end=block.end + (block.end > at) * (len(text) - len(article.draft.text)))
        for block in article.draft.blocks
    )  # fmt: skip
    _, report = review.rebase(extraction(replace(article, draft=Draft(text, blocks))))
    (orphan,) = [one for one in report.claims if one.state is Carried.ORPHANED]
    place = review.places_for(orphan.id)[1]
    outcome = review.place(orphan.id, place.start, place.end)
    assert outcome.claim is not None
    assert review.claim(outcome.claim).contacts == (LEFT_WORD,)


def test_what_no_encoding_takes_is_known_again_when_it_comes_once_more(review: Review, desk: Desk) -> None:
    """A name in bytes that are no UTF-8 comes from the command line as lone surrogates."""
    claim = review.claims[0].id
    source = Source(SourceKind.OTHER, "N \udcff", "L \udcff", "n \udcff")
    contact = Contact("W \udcff", ContactWay.OTHER, "2026-03-12", ContactOutcome.DENIED, "n \udcff")
    for _ in range(2):
        review.add_source(claim, source)
        review.assign([claim], "A \udcff")
        review.note(claim, "n \udcff")
    review.add_contact(claim, contact)
    assert [event.what for event in review.checklist().history] == ["source-add", "assign", "note", "contact"]
    review.drop_source(claim, source)
    review.drop_contact(claim, contact)
    assert (review.claim(claim).sources, review.claim(claim).contacts) == ((), ())
    with connect(desk.path, who="Ada \udcff") as other:
        same = Review(other, review.article.id)
        same.mark(claim, Verdict.VERIFIED)
        with pytest.raises(UsageError, match="you gave this claim its verdict"):
            same.second_read(claim, Verdict.VERIFIED)

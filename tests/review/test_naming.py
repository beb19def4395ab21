"""What the log calls a claim: never by a number that another has now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.model import Role, Verdict
from factcheck.review import Review
from factcheck.review.naming import told_log
from tests.review.test_rebase import STORY, claim, edited, extraction

if TYPE_CHECKING:
    from factcheck.desk import Desk

SEATS = "“The house had 1,730 seats”"


@pytest.fixture
def review(desk: Desk) -> Review:
    """The story, nothing checked yet."""
    found = extraction(*STORY)
    record = desk.articles.put(found.article)
    desk.articles.store(record.id, found, complete=True)
    return Review(desk, record.id)


def log(review: Review, desk: Desk) -> list[str]:
    with desk.reading():
        return [words for _, words in told_log(desk, review.article.id, desk.events.of(review.article.id))]


def test_a_claim_is_named_by_its_number_while_that_is_its_own(review: Review, desk: Desk) -> None:
    seats = claim(review, "1,730")
    review.mark(claim(review, "Fire").id, Verdict.VERIFIED)
    review.mark(seats.id, Verdict.DISPUTED)
    assert log(review, desk) == ["#1 verified", f"#{seats.number} disputed"]
    review.rebase(extraction(*STORY[:2], "A paragraph was put in here by the desk.", *STORY[2:]))
    told = log(review, desk)
    assert told[:3] == ["#1 verified", f"{SEATS} disputed", "draft 2 taken in: 7 carried"]
    assert len(told) == 3, "what merely went along has no line"


def test_a_cut_claim_is_named_by_its_words(review: Review, desk: Desk) -> None:
    review.mark(claim(review, "1,730").id, Verdict.DISPUTED)
    review.rebase(extraction(*STORY[:3]))
    assert log(review, desk)[0] == f"{SEATS} disputed"
    assert f"{SEATS} cut" in log(review, desk)


def test_a_changed_claim_is_named_by_the_words_that_it_had(review: Review, desk: Desk) -> None:
    review.mark(claim(review, "84 people").id, Verdict.VERIFIED)
    review.rebase(extraction(STORY[0], "Nobody thought of rain.", *edited("84 people", "384 people")[1:]))
    told = log(review, desk)
    assert told[0] == "“The fire of 12 March 1881 killed 84 people” verified"
    assert f"#{claim(review, '384').number} to re-check" in told


def test_a_rebase_that_is_taken_back_is_one_line(review: Review, desk: Desk) -> None:
    seats = claim(review, "1,730")
    review.mark(seats.id, Verdict.DISPUTED)
    review.rebase(extraction(*STORY[:3]))
    review.undo()
    assert log(review, desk)[-1] == "undo: draft 2 taken in"
    review.redo()
    told = log(review, desk)
    assert told[-2:] == ["undo: draft 2 taken in", "redo: draft 2 taken in"]
    review.undo()
    assert log(review, desk)[0] == f"#{seats.number} disputed"


def test_claims_that_come_and_go_give_no_line_another_number(review: Review, desk: Desk) -> None:
    seats = claim(review, "1,730")
    review.mark(seats.id, Verdict.DISPUTED)
    fire = claim(review, "84 people")
    review.split(fire.id, fire.claim.start + fire.claim.text.index("killed"))
    second = claim(review, "killed 84")
    assert log(review, desk) == [f"{SEATS} disputed", f"#{fire.number} broken in two", f"#{second.number} added"]
    review.undo()
    assert log(review, desk) == [
        f"#{seats.number} disputed",
        f"#{fire.number} broken in two",
        "“killed 84 people” added",
        f"undo: #{fire.number} broken in two",
    ]


def test_no_number_is_told_of_before_a_block_got_another_role(review: Review, desk: Desk) -> None:
    seats = claim(review, "1,730")
    review.mark(seats.id, Verdict.DISPUTED)
    review.set_role(0, Role.DEK)
    review.mark(seats.id, Verdict.VERIFIED)
    assert log(review, desk) == [
        f"{SEATS} disputed",
        "block is dek now",
        f"#{seats.number} verified, was disputed by Ada",
    ]

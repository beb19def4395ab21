"""The disk is full in the middle of an act: it says so, nothing of the act stays, and it goes on when there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.errors import DeskError
from factcheck.model import Contact, ContactOutcome, ContactWay, Correction, Source, SourceKind, Verdict
from factcheck.review import Review
from tests.review.test_rebase import STORY, extraction

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.desk import Desk
    from factcheck.model import ClaimId

LONG = "what the archive has on it " * 4_000
"""More than fits on the pages that the file has."""

ACTS: dict[str, Callable[[Review, ClaimId], object]] = {
    "mark": lambda review, claim: review.mark(claim, Verdict.DISPUTED, note=LONG),
    "note": lambda review, claim: review.note(claim, LONG),
    "source": lambda review, claim: review.add_source(claim, Source(SourceKind.OTHER, LONG)),
    "query": lambda review, claim: review.ask(claim, LONG),
    "suggest": lambda review, claim: review.suggest(claim, LONG),
    "assign": lambda review, claim: review.assign([claim], LONG),
    "correct": lambda review, claim: review.correct(claim, Correction(LONG)),
    "contact": lambda review, claim: review.add_contact(
        claim, Contact(LONG, ContactWay.PHONE, "2026-03-12", ContactOutcome.PENDING)
    ),
    "rebase": lambda review, _: review.rebase(extraction(*STORY, LONG.capitalize())),
}


@pytest.mark.parametrize("act", ACTS)
def test_nothing_of_an_act_stays_and_it_goes_on_when_there_is_room(desk: Desk, act: str) -> None:
    found = extraction(*STORY)
    record = desk.articles.put(found.article)
    desk.articles.store(record.id, found, complete=True)
    review = Review(desk, record.id)
    claim = review.claims[1].id
    review.mark(claim, Verdict.VERIFIED)

    def limit(pages: int) -> None:
        desk._file.db.execute(f"PRAGMA max_page_count={pages}").fetchall()

    def everything() -> object:
        review.refresh()
        return review.article, review.claims, review.removed, review.lost, desk.events.of(record.id)

    before = everything()
    limit(desk._file.rows("PRAGMA page_count")[0][0])
    with pytest.raises(DeskError, match="disk is full: make room"):
        ACTS[act](review, claim)
    assert everything() == before
    limit(1_000_000)
    ACTS[act](review, claim)
    assert everything() != before
    review.undo()
    assert review.claim(claim).verdict is Verdict.VERIFIED
    assert list(desk.problems()) == []

"""One source under many claims: one act, and one undo takes it off all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.errors import DeskError, StaleError
from factcheck.model import ClaimId, Source, SourceKind
from factcheck.review import Review
from tests.desk.sample import extraction, story

if TYPE_CHECKING:
    from factcheck.desk import Desk

BOOK = Source(SourceKind.DOCUMENT, "Harbour log [/]", "p. 3")


@pytest.fixture
def review(desk: Desk) -> Review:
    record = desk.articles.put(story())
    desk.articles.store(record.id, extraction(story()), complete=True)
    return Review(desk, record.id)


def names(review: Review) -> list[list[str]]:
    return [[source.name for source in record.sources] for record in review.claims]


def test_one_act_and_one_undo(review: Review, desk: Desk) -> None:
    ids = [record.id for record in review.claims]
    review.add_source(ids[2], BOOK)
    before = names(review)
    outcome = review.add_source(ids[0], BOOK, also=[ids[1], ids[2], ids[0], ids[1]], seen=0)
    assert outcome.message == "#1 and 1 more: source added, Harbour log [/]", "one had it already"
    assert names(review)[:4] == [[BOOK.name], [BOOK.name], [BOOK.name], []]
    assert names(review) == names(Review(desk, review.article.id)), "what is shown is what the desk has"
    undone = review.undo()
    assert undone is not None
    assert undone.message == "undone: #1 and 1 more: source added, Harbour log [/]"
    assert names(review) == before
    review.redo()
    assert names(review)[:3] == [[BOOK.name]] * 3
    assert len(desk._file.rows("SELECT id FROM sources")) == 1


def test_all_or_nothing(review: Review, desk: Desk) -> None:
    first = review.claims[0].id
    with pytest.raises(DeskError):
        review.add_source(first, BOOK, also=[ClaimId(999)])
    review.note(first, "seen")
    with pytest.raises(StaleError):
        review.add_source(first, BOOK, also=[review.claims[1].id], seen=0)
    review.refresh()
    assert not any(names(review))
    assert [event.what for event in desk.events.of(review.article.id)] == ["note"]

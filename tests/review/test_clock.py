"""The clock of the computer is set back in the middle of the work: what was done later still comes later."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from factcheck.model import Source, SourceKind, State, Verdict
from factcheck.review import Review
from factcheck.tui.screens.desk import _due
from tests.desk.sample import extraction, story

if TYPE_CHECKING:
    from factcheck.desk import Desk
    from tests.conftest import Clock


def test_acts_stay_in_the_order_in_which_they_were_done(desk: Desk, clock: Clock) -> None:
    record = desk.articles.put(story())
    desk.articles.store(record.id, extraction(story()), complete=True)
    review = Review(desk, record.id)
    first, second = (one.id for one in review.claims[:2])
    review.mark(first, Verdict.VERIFIED, sources=[Source(SourceKind.DOCUMENT, "Log of the light")])
    clock.now -= timedelta(days=400)
    review.mark(first, Verdict.DISPUTED)
    review.add_source(second, Source(SourceKind.DOCUMENT, "Harbour book"))
    assert [event.what for event in desk.events.of(record.id)] == ["mark", "source-add", "mark", "source-add"]
    at = [event.at for event in desk.events.of(record.id)]
    assert at[2] < at[0], "the log tells the time that the clock told"
    assert review.known_sources()[0].name == "Harbour book"
    assert [outcome.message for _ in range(2) if (outcome := review.undo())]
    assert review.claim(first).verdict is Verdict.VERIFIED
    review.redo()
    assert review.claim(first).verdict is Verdict.DISPUTED
    assert list(desk.problems()) == []


def test_a_rebase_and_a_sign_off_take_no_notice(desk: Desk, clock: Clock) -> None:
    record = desk.articles.put(story())
    desk.articles.store(record.id, extraction(story()), complete=True)
    review = Review(desk, record.id)
    for one in review.claims:
        review.mark(one.id, Verdict.VERIFIED)
    for finding in review.findings:
        review.dismiss(finding, "it is right")
    clock.now -= timedelta(days=400)
    review.sign_off()
    assert desk.articles.get(record.id).state is State.SIGNED_OFF
    clock.now -= timedelta(days=400)
    review.reopen()
    assert desk.articles.get(record.id).state is State.CHECKING
    assert list(desk.problems()) == []


def test_a_deadline_stands_and_is_overdue_by_the_clock_of_the_moment(desk: Desk, clock: Clock) -> None:
    record = desk.articles.put(story())
    Review(desk, record.id).set_deadline("2026-03-12 18:00")
    clock.now += timedelta(days=1)
    late = desk.articles.summary(record.id)
    assert "overdue since 2026-03-12 18:00" in _due(late, clock())[0]
    clock.now -= timedelta(days=2)
    Review(desk, record.id).set_deadline("2026-03-12 17:00")
    summary = desk.articles.summary(record.id)
    assert " · due 2026-03-12 17:00" in _due(summary, clock())[0]
    assert summary.worked_on is not None
    assert summary.worked_on < clock()

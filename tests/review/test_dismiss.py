"""Findings are dismissed with a reason, brought back, and stay dismissed while their words stand."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.desk import connect
from factcheck.desk.dismissals import Dismissals
from factcheck.errors import StaleError, UsageError
from factcheck.model import Finding, Severity, Span
from factcheck.review import Review
from factcheck.review.acts import Act
from tests.desk.sample import extraction, story

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcheck.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with connect(tmp_path / "desk.db", who="Ada") as desk:
        yield desk


@pytest.fixture
def review(desk: Desk) -> Review:
    record = desk.articles.put(story())
    desk.articles.store(record.id, extraction(story()), complete=True)
    return Review(desk, record.id)


def test_a_dismissed_finding_keeps_its_reason_and_comes_back_with_undo(review: Review) -> None:
    (finding,) = review.findings
    outcome = review.dismiss(finding, " the caption is older [b] ")
    assert outcome.message == "finding dismissed, the caption is older [b]"
    assert [one.dismissed for one in review.findings] == ["the caption is older [b]"]
    undone = review.undo()
    assert undone is not None
    assert "finding dismissed" in undone.message
    assert review.findings == (finding,)
    assert review.redo() is not None
    assert review.findings[0].dismissed
    review.restore_finding(review.findings[0])
    assert review.findings == (finding,)
    assert [event.what for event in review.checklist().history] == [
        "finding-dismiss", "undo", "redo", "finding-restore",
    ]  # fmt: skip


def test_a_reason_is_wanted(review: Review) -> None:
    with pytest.raises(UsageError, match="with a reason"):
        review.dismiss(review.findings[0], "  ")
    assert not review.findings[0].dismissed


def test_a_finding_that_is_gone_is_not_dismissed(review: Review) -> None:
    gone = replace(review.findings[0], message="something else")
    with pytest.raises(StaleError, match="not as you saw it"):
        review.dismiss(gone, "why")


def test_what_others_judged_unseen_is_not_overwritten(review: Review, desk: Desk) -> None:
    with connect(desk.path, who="Bob") as other:
        theirs = Review(other, review.article.id)
        theirs.dismiss(theirs.findings[0], "theirs")
        with pytest.raises(StaleError, match="not as you saw it"):
            review.dismiss(review.findings[0], "mine")
        assert [finding.dismissed for finding in review.findings] == ["theirs"], "it was brought up to date"
        theirs.restore_finding(theirs.findings[0])
        theirs.dismiss(theirs.findings[0], "anew")
        with pytest.raises(StaleError, match="not as you saw it"):
            review.restore_finding(review.findings[0])
    assert [finding.dismissed for finding in review.findings] == ["anew"]


def test_a_finding_that_left_the_desk_unseen_is_not_dismissed(review: Review, desk: Desk) -> None:
    desk.articles.store(review.article.id, replace(extraction(story()), findings=()), complete=True)
    with pytest.raises(StaleError, match="not as you saw it"):
        review.dismiss(review.findings[0], "gone")
    assert desk.dismissals.of(review.article.id) == {}


def test_others_dismissal_is_not_undone(review: Review, desk: Desk) -> None:
    review.dismiss(review.findings[0], "mine")
    with connect(desk.path, who="Bob") as other:
        theirs = Review(other, review.article.id)
        theirs.restore_finding(theirs.findings[0])
    with pytest.raises(StaleError, match="judged the finding anew"):
        review.undo()


def test_others_dismissal_with_the_same_reason_is_not_undone(review: Review, desk: Desk) -> None:
    review.dismiss(review.findings[0], "same")
    with connect(desk.path, who="Bob") as other:
        theirs = Review(other, review.article.id)
        theirs.restore_finding(theirs.findings[0])
        theirs.dismiss(theirs.findings[0], "same")
        with pytest.raises(StaleError, match="judged the finding anew"):
            review.undo()
        assert review.findings[0].dismissed == "same"
        assert theirs.undo()
        assert theirs.undo()
    assert review.undo()
    assert review.findings[0].dismissed == ""


def test_a_reason_that_the_desk_keeps_in_other_characters_is_one_act(review: Review) -> None:
    review.dismiss(review.findings[0], "odd \ud800")
    outcome = review.dismiss(review.findings[0], "odd \ud800")
    assert outcome.message == "finding stays as it was"
    assert [event.what for event in review.checklist().history] == ["finding-dismiss"]
    assert review.undo()
    assert review.findings[0].dismissed == ""
    assert review.undo() is None


def test_it_stays_dismissed_when_the_findings_are_made_anew(review: Review, desk: Desk) -> None:
    review.dismiss(review.findings[0], "seen")
    again = extraction(story())
    new = Finding("age", "another", Severity.LOW, (Span(0, 4),))
    desk.articles.store(review.article.id, replace(again, findings=(new, *again.findings)), complete=True)
    review.refresh()
    assert [finding.dismissed for finding in review.findings] == ["", "seen"]


def test_names_hold_in_another_place_and_not_for_other_words() -> None:
    text = "It cost 5. It cost 5. It cost 6."
    five, again, six = (Finding("n", "two costs", Severity.LOW, (Span(at, at + 1),)) for at in (8, 19, 30))
    assert len({*Dismissals.names((five, again, six), text)}) == 3
    (name,) = Dismissals.names((five,), text)
    moved = replace(five, spans=(Span(14, 15),))
    assert Dismissals.names((moved,), f"Well. {text}") == [name]
    assert Dismissals.names((moved,), f"Since {text}") != [name]


def test_a_finding_is_the_same_when_it_counts_one_more_mention(review: Review, desk: Desk) -> None:
    review.dismiss(review.findings[0], "seen")
    again = extraction(story())
    counted = replace(again.findings[0], message="14 years in the headline (2 times), 12 in the body [/]")
    desk.articles.store(review.article.id, replace(again, findings=(counted,)), complete=True)
    review.refresh()
    assert [finding.dismissed for finding in review.findings] == ["seen"]


@pytest.mark.parametrize("sentences", ["The dam cost 5 million. The bridge cost 5 million.", 2 * "It cost 5 million. "])
def test_a_dismissal_does_not_move_to_a_finding_in_the_same_words(desk: Desk, sentences: str) -> None:
    article = story(more=sentences)
    places = [found.span() for found in re.finditer("5 million", article.draft.text)]
    first, second = (Finding("n", "two costs", Severity.LOW, (Span(*place),)) for place in places)
    made = replace(extraction(article), findings=(first, second))
    record = desk.articles.put(article)
    desk.articles.store(record.id, made, complete=True)
    review = Review(desk, record.id)
    review.dismiss(review.findings[0], "old")
    assert [finding.dismissed for finding in review.findings] == ["old", ""]
    desk.articles.store(record.id, replace(made, findings=(second,)), complete=True)
    review.refresh()
    assert [finding.dismissed for finding in review.findings] == [""]


def test_a_dismissal_under_a_former_name_holds_and_is_undone(review: Review, desk: Desk) -> None:
    (finding,) = review.findings
    (former,) = Dismissals.former_names(review.findings, review.article.article.draft.text)
    with desk.writing():
        act = Act(desk, review.article.id)
        act.set_dismissal("finding-dismiss", {"finding": former, "message": finding.message, "dismissed": "old"})
    review.refresh()
    assert [one.dismissed for one in review.findings] == ["old"]
    review.restore_finding(review.findings[0])
    assert review.findings == (finding,)
    assert review.undo()
    assert [one.dismissed for one in review.findings] == ["old"]
    assert review.undo()
    assert review.findings == (finding,)


def test_a_finding_is_about_the_claim_that_stands_where_it_was_found(review: Review) -> None:
    def about() -> list[str]:
        (finding,) = review.findings
        return [one.claim.text for one in review.claims if f"c{one.number}" in finding.claims]

    whole, other = about()
    first = review.claims[0]
    review.split(first.id, first.span.start + whole.index("after"))
    assert about() == ["Lighthouse reopens", "after 14 years", other]
    review.undo()
    assert about() == [whole, other]
    review.add_claim(first.span.start, first.span.start + len("Lighthouse reopens"))
    assert about() == ["Lighthouse reopens", whole, other]

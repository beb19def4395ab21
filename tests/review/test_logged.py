"""The log tells what stands there now, and what stood there before."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from factcheck.model import Role, Verdict
from factcheck.review import Review
from factcheck.review.naming import told_log
from factcheck.review.wording import quoted
from tests.desk import sample
from tests.review.test_importing import working_as
from tests.review.test_rebase import STORY, claim, edited, extraction

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.desk import Desk
    from factcheck.model import ClaimId

    Do = Callable[[Review, ClaimId], object]


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


@pytest.mark.parametrize(
    ("acts", "told"),
    [
        (
            [lambda on, one: on.note(one, "the first"), lambda on, one: on.note(one, "the\nsecond")],
            ["#1 noted: “the first”", "#1 noted: “the first” → “the second”"],
        ),
        ([lambda on, one: on.note(one, "x" * 60)], [f"#1 noted: “{'x' * 47}…”"]),
        (
            [lambda on, one: on.note(one, "[b]seen[/]"), lambda on, one: on.note(one, "")],
            ["#1 noted: “[b]seen[/]”", "#1: note taken off: “[b]seen[/]”"],
        ),
        (
            [
                lambda on, one: on.ask(one, "Which year?"),
                lambda on, one: on.ask(one, "Which year?", "1881"),
                lambda on, one: on.ask(one, "Which day?"),
                lambda on, one: on.ask(one, "Which day?", ""),
                lambda on, one: on.ask(one, "Which hour?", "noon"),
                lambda on, one: on.ask(one, ""),
            ],
            [
                "#1: writer asked: “Which year?”",
                "#1: answer noted: “1881”",
                "#1: writer asked: “Which year?” → “Which day?”",
                "#1: answer taken off: “1881”",
                "#1: writer asked: “Which day?” → “Which hour?”, answer noted: “noon”",
                "#1: query dropped: “Which hour?”",
            ],
        ),
        (
            [
                lambda on, one: on.suggest(one, "Fire damages"),
                lambda on, one: on.suggest(one, "Fire harms"),
                lambda on, one: on.suggest(one, on.claim(one).claim.text),
            ],
            [
                "#1: change suggested: “Fire damages”",
                "#1: change suggested: “Fire damages” → “Fire harms”",
                "#1: suggestion taken back: “Fire harms”",
            ],
        ),
        (
            [lambda on, one, who=who: on.assign([one], who) for who in ("Cy", "Cyrus the Great of Anshan", "")],
            [
                "#1 is for Cy",
                "#1 is for Cyrus the Great of…, was for Cy",
                "#1 is for nobody in particular, was for Cyrus the Great of…",
            ],
        ),
        (
            [
                lambda on, _: on.set_meta(title="The fire", byline="A. Writer", published=date(1881, 3, 13)),
                lambda on, _: on.set_meta(title="The great fire", byline=None),
            ],
            [
                (
                    "byline corrected: “A. Writer”, published corrected: “1881-03-13”, "
                    "title corrected: “Fire destroys the old Opera” → “The fire”"
                ),
                "byline taken off: “A. Writer”, title corrected: “The fire” → “The great fire”",
            ],
        ),
        (
            [lambda on, _, day=day: on.set_deadline(day) for day in ("2026-04-01", "2026-04-02", "")],
            ["deadline 2026-04-01", "deadline 2026-04-02, was 2026-04-01", "deadline taken off, was 2026-04-02"],
        ),
        (
            [lambda on, one: on.mark(one, Verdict.VERIFIED), lambda on, one: on.mark(one, None)],
            ["#1 verified", "#1 back to unchecked, was verified by Ada"],
        ),
        (
            [lambda on, one: on.note(one, "a"), lambda on, one: on.note(one, "b"), lambda on, _: on.undo()],
            ["#1 noted: “a”", "#1 noted: “a” → “b”", "undo: #1 noted"],
        ),
    ],
)
def test_a_line_has_the_words_of_before_and_after(review: Review, desk: Desk, acts: list[Do], told: list[str]) -> None:
    first = review.claims[0].id
    for do in acts:
        do(review, first)
    assert log(review, desk) == told


def test_a_verdict_says_whose_it_took_the_place_of(review: Review, desk: Desk) -> None:
    first = review.claims[0].id
    review.mark(first, Verdict.VERIFIED)
    with working_as(desk, "Ben"):
        review.second_read(first, Verdict.UNSOURCED)
        review.second_read(first, Verdict.DISPUTED)
        review.mark(first, Verdict.DISPUTED)
    assert log(review, desk) == [
        "#1 verified",
        "#1, second read: unsourced",
        "#1, second read: disputed, was unsourced by Ben",
        "#1 disputed, was verified by Ada",
    ]


def test_a_judged_finding_is_named(desk: Desk) -> None:
    record = desk.articles.put(sample.story())
    desk.articles.store(record.id, sample.extraction(sample.story()), complete=True)
    review = Review(desk, record.id)
    (finding,) = review.findings
    review.dismiss(finding, "the caption is older")
    review.restore_finding(review.findings[0])
    assert log(review, desk) == [
        f"finding dismissed, the caption is older: {quoted(finding.message)}",
        f"finding is to be looked at again: {quoted(finding.message)}",
    ]


def test_of_a_draft_the_log_counts_what_went_along_and_tells_the_rest(review: Review, desk: Desk) -> None:
    off, seats = claim(review, "Fire"), claim(review, "1,730")
    review.remove(off.id)
    _, report = review.rebase(extraction(*edited("84 people", "384 people")[:3]))
    first, *others = log(review, desk)[1:]
    carried = sum(one.state == "carried" for one in report.claims)
    assert off.id not in {one.id for one in report.claims}
    assert first == f"draft 2 taken in: {carried} carried, 1 to re-check, 2 cut"
    assert sorted(others) == [
        f"#{claim(review, '384').number} to re-check",
        "“It was rebuilt in 1895” cut",
        "“The house had 1,730 seats” cut",
    ]
    review.undo()
    assert seats.id in {one.id for one in review.claims}
    assert log(review, desk)[1] == first, "what was taken back is told as it was"


def test_hidden_claims_are_in_no_count(review: Review, desk: Desk) -> None:
    review.set_role(review.article.article.draft.blocks[-1].start, Role.FURNITURE)
    _, report = review.rebase(extraction(*edited("84 people", "384 people")))
    carried = sum(one.state == "carried" for one in report.claims)
    assert log(review, desk)[1].startswith(f"draft 2 taken in: {carried} carried, ")

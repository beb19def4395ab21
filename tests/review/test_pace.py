"""How long the rest may take."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from factcheck.desk import connect
from factcheck.model import Verdict
from factcheck.review import Review
from factcheck.review.pace import pace, roughly
from tests.desk.sample import extraction, story

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factcheck.desk import Desk
    from tests.conftest import Clock

START = datetime(2026, 3, 12, 9, tzinfo=UTC)


def moments(gaps: Sequence[float]) -> list[datetime]:
    found = [START]
    for gap in gaps:
        found.append(found[-1] + timedelta(seconds=gap))
    return found


def test_a_pace_is_the_median_of_the_last_times_without_breaks() -> None:
    known = pace(moments([40, 60, 50, 7200, 55, 45]))
    assert known is not None
    assert (known.seconds, known.marks) == (50, 5)
    assert known.left(12) == 600
    lately = pace(moments([500] * 60 + [20] * 50))
    assert lately is not None
    assert (lately.seconds, lately.marks) == (20, 50)


@pytest.mark.parametrize("gaps", [[], [40] * 4, [0] * 20, [-30] * 20, [4000] * 20])
def test_where_little_is_known_nothing_is_told(gaps: list[float]) -> None:
    assert pace(moments(gaps)) is None


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0.4, "1 s"),
        (3, "3 s"),
        (14, "10 s"),
        (44, "40 s"),
        (61, "1 minute"),
        (125, "2 minutes"),
        (1380, "25 minutes"),
        (3500, "1 hour"),
        (5400, "1½ hours"),
        (14300, "4 hours"),
    ],
)
def test_a_time_is_told_as_roughly_as_it_is_known(seconds: float, told: str) -> None:
    assert roughly(seconds) == told


def test_verdicts_of_one_checker_are_told_one_for_each_act(desk: Desk, path: Path, clock: Clock) -> None:
    record = desk.articles.put(story())
    desk.articles.store(record.id, extraction(record.article), complete=True)
    review = Review(desk, record.id)
    for claim in review.claims[:3]:
        review.mark(claim.id, Verdict.VERIFIED)
    with connect(path, who="Bo", clock=clock) as other:
        Review(other, record.id).mark(review.claims[3].id, Verdict.DISPUTED)
    mine = desk.events.marked("Ada", 10)
    assert len(mine) == 3
    assert list(mine) == sorted(mine)
    assert desk.events.marked("Ada", 2) == mine[1:]
    assert desk.events.marked("Nobody", 2) == ()

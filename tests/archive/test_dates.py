from __future__ import annotations

import pytest

from factcheck.archive.dates import Agreement, read_when

SAME, COMPATIBLE, CONFLICT = Agreement.SAME, Agreement.COMPATIBLE, Agreement.CONFLICT


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("2017", "2017", SAME),
        ("2017", "May 2017", COMPATIBLE),
        ("2017", "2018", CONFLICT),
        ("May 2017", "June 2017", CONFLICT),
        ("May 2017", "May 2018", CONFLICT),
        ("May", "June", CONFLICT),
        ("Nov. 18", "18 November", SAME),
        ("Nov. 18", "the 18th of November", SAME),
        ("Nov. 18", "Nov. 8", CONFLICT),
        ("November 18, 2019", "2019-11-18", SAME),
        ("November 18, 2019", "November 2019", COMPATIBLE),
        ("Monday", "Tuesday", CONFLICT),
        ("Monday", "Nov. 18", COMPATIBLE),
        ("Monday, Nov. 18", "Nov. 18", COMPATIBLE),
        ("Monday, Nov. 18", "Tuesday, Nov. 18", CONFLICT),
        ("6:38 p.m.", "18:38", SAME),
        ("6:38 p.m.", "6:38 a.m.", CONFLICT),
        ("the 1990s", "the 1980s", CONFLICT),
        ("the 1990s", "the '90s", SAME),
        ("summer 2022", "winter 2022", CONFLICT),
        ("fall 2022", "autumn 2022", SAME),
        ("last year", "last year", SAME),
        ("last year", "three weeks ago", COMPATIBLE),
        ("the past 12 months", "the past 36 months", CONFLICT),
        ("the past 12 months", "the last twelve months", SAME),
        ("two years ago", "30 months ago", CONFLICT),
        ("1986/87", "1986/97", CONFLICT),
        ("1986/87", "1986", COMPATIBLE),
        ("from May 2016 to June 2017", "May 2016", COMPATIBLE),
    ],
)
def test_phrases_of_time_agree_as_far_as_both_speak(here: str, there: str, expected: Agreement) -> None:
    mine, theirs = read_when(here, None), read_when(there, None)
    assert mine.against(theirs) is expected
    assert theirs.against(mine) is expected


def test_where_words_share_nothing_the_moments_decide() -> None:
    assert read_when("last Thursday", "2019-11-14").against(read_when("a week ago", "2019-11-14")) is SAME
    assert read_when("yesterday", "2019-11-14").against(read_when("today", "2019-11-13")) is CONFLICT
    assert read_when("yesterday", "2019-11-14").against(read_when("this month", "2019-11")) is COMPATIBLE
    assert read_when("yesterday", "2019-11-14").against(read_when("last week", "2019-W45")) is COMPATIBLE


def test_last_year_of_another_year_is_not_a_contradiction() -> None:
    assert read_when("last year", "2018").against(read_when("last year", "2014")) is COMPATIBLE

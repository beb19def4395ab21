from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Role
from tests.consistency.build import body, extraction, findings, sides

PUBLISHED = date(2024, 5, 15)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It opened on Tuesday, May 12, 1949.", "12 May 1949 was a Thursday, not a Tuesday"),
        (
            "The fire began on Monday, 2 September 1666.",
            "2 September 1666 was a Thursday and in the Julian calendar a Sunday, not a Monday",
        ),
        ("It opened on Tuesday, 15 September 1752.", "15 September 1752 was a Friday, not a Tuesday"),
        ("It opened on Monday, 6 May. On Friday, 6 May, it shut.", "6 May is a Monday in one place and a Friday"),
    ],
)
def test_weekdays(text: str, told: str) -> None:
    (finding,) = findings("weekday", body(text, published=PUBLISHED))
    assert finding.message.startswith(told)


@pytest.mark.parametrize(
    "text",
    [
        "It opened on Monday, 10 December.",
        "It opened on Sunday, 5 May.",
        "The fire began on Sunday, 2 September 1666.",
        "The king was beheaded on Tuesday, 30 January 1649.",
        "Galileo died on Wednesday, 8 January 1642.",
    ],
)
def test_right_weekdays_and_dates_that_are_far_off_are_left_alone(text: str) -> None:
    assert findings("weekday", body(text, published=PUBLISHED)) == []


def test_a_day_in_a_caption_against_the_body() -> None:
    made = extraction(
        (Role.HEADLINE, "Canal"),
        (Role.BODY, "On 17 June 1869 the royal yacht led the fleet into the canal."),
        (Role.CAPTION, "The royal yacht enters the canal on 16 June 1869."),
    )
    (finding,) = findings("date", made)
    assert sides(made, finding) == ["17 June 1869", "16 June 1869"]


def test_who_is_told_of_with_title_and_name_does_not_make_two_days_one() -> None:
    made = extraction(
        (Role.HEADLINE, "Peace"),
        (Role.BODY, "On 17 June 1919 President Wilson had a telegram from the army of the Rhine."),
        (Role.CAPTION, "President Wilson and an army chaplain at the palace on 16 June 1919."),
    )
    assert findings("date", made) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The bridge fell on 3 June 2025.", True),
        ("The bridge fell on 3 June 2023.", False),
        ("The bridge will fall on 3 June 2025.", False),
        ("The lease was extended until June 2025.", False),
        ("The bridge fell in 2024.", False),
    ],
)
def test_the_past_after_publication(text: str, found: bool) -> None:
    assert bool(findings("date", body(text, published=PUBLISHED))) is found
    assert findings("date", body(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "She was mayor from 1998 to 1989.",
        "It rained between March 1912 and May 1911.",
        "He was born on 3 May 1920 in Hull and died on 4 May 1912.",
        "They married in 2012 and divorced in 2009.",
        "The mill opened in 1970 and closed in 1907.",
    ],
)
def test_what_runs_backwards(text: str) -> None:
    (finding,) = findings("date-order", body(text))
    assert len(finding.spans) == 2


@pytest.mark.parametrize(
    "text",
    [
        "She was mayor from 1989 to 1998.",
        "They married in May 2012 and divorced in 2012.",
        "The mill opened in 1970, after the old one had closed in 1907.",
        "The mill, built in 1970, replaced one that was closed in 1907.",
        "Records of 1998 and 1989 were lost.",
    ],
)
def test_what_runs_forwards_or_tells_of_earlier_things(text: str) -> None:
    assert findings("date-order", body(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The great storm of 1703 sank the fleet. Nobody forgot the storm of 1730.",
        "The great storm of 1703 sank the fleet. The 1730 storm was in all papers.",
        "Its 1703 charter was lost. A charter of 1730 names the harbour.",
    ],
)
def test_two_years_of_one_noun_with_swapped_digits(text: str) -> None:
    (finding,) = findings("date", body(text))
    assert "changed places" in finding.message
    assert len(finding.spans) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The storm of 1703 sank the fleet. The storm of 1709 did not.",
        "The summer of 1935 was dry. The summer of 1953 was wet.",
        "A storm in 1703 broke the dam. The fleet sailed in 1730.",
        "The flood of 1703 broke the dam. The storm of 1730 did not.",
    ],
)
def test_two_years_that_are_two(text: str) -> None:
    assert findings("date", body(text)) == []

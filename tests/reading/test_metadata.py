from __future__ import annotations

from datetime import date

import pytest

from factcheck.reading import read_bytes
from factcheck.reading.bylines import byline_names
from factcheck.reading.stamps import find_date, is_stamp

LONG = "The old bridge at Millport fell into the river on Monday night. Nobody was on it when it gave way."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-01-19", date(2025, 1, 19)),
        ("2025-01-19T08:00:00Z", date(2025, 1, 19)),
        ("2025/01/19", date(2025, 1, 19)),
        ("Jan. 19 2025, Published 8:00 a.m. ET", date(2025, 1, 19)),
        ("January 19, 2025", date(2025, 1, 19)),
        ("Sept. 3, 2024", date(2024, 9, 3)),
        ("19 January 2025", date(2025, 1, 19)),
        ("19th of January, 2025", date(2025, 1, 19)),
        ("Tuesday, June 19, 2018", date(2018, 6, 19)),
        ("19 Jan 2025 10:15 GMT", date(2025, 1, 19)),
        ("19.01.2025", date(2025, 1, 19)),
        ("19/01/2025", date(2025, 1, 19)),
        ("01/19/2025", date(2025, 1, 19)),
        ("Updated 3 May 2024, first published 1 May 2024", date(2024, 5, 3)),
        ("05/06/2024", None),
        ("May 2024", None),
        ("May 5", None),
        ("31 February 2024", None),
        ("99999-99-99", None),
        ("3 hours ago", None),
        ("", None),
    ],
)
def test_a_day_is_found_only_where_it_is_told_in_full(text: str, day: date | None) -> None:
    assert find_date(text) == day


@pytest.mark.parametrize("text", ["May", "Monday", "2016", "In May 2016 it fell", "March on London", "first", "a p m"])
def test_words_that_dates_are_made_of_are_no_stamp(text: str) -> None:
    assert not is_stamp(text)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jo Bloggs", "Jo Bloggs"),
        ("By: Jo Bloggs and Ann Other", "Jo Bloggs and Ann Other"),
        ("-- By Jo Bloggs Follow @jobloggs", "Jo Bloggs"),
        ("By Jo Bloggs | 12 March 2024", "Jo Bloggs"),
        ("Jo Bloggs March 18 at 3:57 PM", "Jo Bloggs"),
        ("Posted by Jo Bloggs on 9/10/1900", "Jo Bloggs"),
        ("By Jo Bloggs on 12 March 2024", "Jo Bloggs"),
        ("By Jo Bloggs jo.bloggs@example.org(509) 555-0100", "Jo Bloggs"),
        ("By Jo Bloggs (jo@example.org)", "Jo Bloggs"),
        ("Ruth Appleby", "Ruth Appleby"),
        ("Jo Bloggs (now) and Ann Other (earlier)", "Jo Bloggs and Ann Other"),
        ("By Jo Bloggs , Ann Other", "Jo Bloggs, Ann Other"),
        ("Author: Jo Bloggs", "Jo Bloggs"),
        ("From our court reporter", "our court reporter"),
        ("Interview: the weekend team", "the weekend team"),
        ("By:", None),
    ],
)
def test_a_byline_gives_its_names(line: str, names: str | None) -> None:
    assert byline_names(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Posted on May 5, 2024 by Jo Bloggs", "Jo Bloggs"),
        ("Updated 5 May 2024 by Jo Bloggs and Ann Other", "Jo Bloggs and Ann Other"),
        ("Updated 5 May 2024, 3:15 p.m.", None),
        ("By Jo Bloggs | Posted May 5, 2024", "Jo Bloggs"),
        ("By Jo Bloggs, Millport Press | May 5, 2024 | 6:30 p.m.", "Jo Bloggs, Millport Press"),
        ("By Jo Bloggs, Millport Press | May 5, 2024 | 6:30 P.M.", "Jo Bloggs, Millport Press"),
    ],
)
def test_who_wrote_it_stands_before_or_behind_the_date(line: str, names: str | None) -> None:
    story = read_bytes(f"Bridge falls at Millport\n\n{line}\n\n{LONG}\n\n{LONG}".encode(), "a.txt")
    assert (story.byline, story.published) == (names, date(2024, 5, 5))
    assert [block.role.section for block in story.draft.blocks].count(None) == 1


def test_metadata_come_from_the_blocks() -> None:
    story = read_bytes(
        f"Bridge  falls at\tMillport\n\nIt was old.\n\nBy Jo Bloggs\n\n5 May 2024\n\n{LONG}\n\n{LONG}".encode(),
        "a.txt",
    )
    assert story.title == "Bridge falls at Millport"
    assert (story.byline, story.published, story.source) == ("Jo Bloggs", date(2024, 5, 5), "a.txt")
    story = read_bytes(f"Bridge falls\n\nIt was very old.\n\nBy Jo Bloggs\n\n{LONG}".encode(), "a.txt")
    assert story.dek == "It was very old."


def test_names_below_a_byline_are_of_it_but_houses_and_jobs_are_not() -> None:
    story = read_bytes(f"Bridge falls\n\nBy Jo Bloggs\n\nAnn Other\n\n5 May 2024\n\n{LONG}\n\n{LONG}".encode(), "a.txt")
    assert story.byline == "Jo Bloggs, Ann Other"
    for below in ("By our court reporter", "Millport Press"):
        story = read_bytes(f"Bridge falls\n\nBy Jo Bloggs\n\n{below}\n\n{LONG}\n\n{LONG}".encode(), "a.txt")
        assert story.byline == "Jo Bloggs"


def test_a_day_that_the_story_tells_is_not_when_it_was_published() -> None:
    story = read_bytes(
        f"Bridge falls\n\n{LONG}\n\nIt was built in 1911.\n\n{LONG}\n\n5 May 1911\n\n— Jo (@jo) May 6, 2020".encode(),
        "a.txt",
    )
    assert story.published is None


def test_a_stamp_that_says_published_wins_wherever_it_stands() -> None:
    story = read_bytes(
        f"Bridge falls\n\nUpdated 7 May 2024\n\n{LONG}\n\n{LONG}\n\nFirst published 5 May 2024".encode(), "a.txt"
    )
    assert story.published == date(2024, 5, 5)


def test_without_a_headline_the_title_is_the_first_words() -> None:
    story = read_bytes(f"{LONG}\n\n{LONG}".encode(), "a.txt")
    assert story.title == "The old bridge at Millport fell into the river on Monday night. Nobody was on…"
    assert read_bytes(b"Advertisement", "a.txt").title == "Advertisement"
    assert read_bytes("橋".encode() * 100, "a.txt").title == "橋" * 100

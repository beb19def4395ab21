"""A long sentence that is told again with one other word was copied wrongly, whatever the word means."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.archive import Query, match
from factcheck.archive.copied import other_word
from factcheck.model import Difference, Relation
from tests.archive.conftest import CROWD, Archive

TITANIC = "The liner left Southampton in April 1912 with 2,224 people and 20 lifeboats on board, bound for New York"


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("April", "Ireland", "name"),
        ("Southampton", "Monday", "name"),
        ("New", "Old", "name"),
        ("1912", "1921", "number"),
        ("2,224", "2,242", "number"),
        ("20", "3.0.1", "number"),
    ],
)
def test_one_other_figure_or_name_is_found(before: str, after: str, kind: str) -> None:
    other = TITANIC.replace(before, after, 1)
    assert other_word(TITANIC, other) == Difference(kind, before, after)
    assert other_word(other, TITANIC) == Difference(kind, after, before)


@pytest.mark.parametrize(
    "other",
    [
        TITANIC,
        TITANIC.upper(),
        TITANIC.replace(",", ""),
        TITANIC.replace("Southampton", "“Southampton”"),
        TITANIC.replace("Southampton", "Southapmton"),
        TITANIC.replace("Southampton", "Southampton's"),
        TITANIC.replace("Southampton", "Dr"),
        TITANIC.replace("20", "20-odd"),
        TITANIC.replace("April", "May"),
        TITANIC.replace("bound", "headed"),
        TITANIC.replace("The liner", "A liner"),
        TITANIC.replace("April 1912", "Ireland 1913"),
        TITANIC + " City",
        "",
    ],
)
def test_what_may_be_told_again_is_not(other: str) -> None:
    assert other_word(TITANIC, other) is None
    assert other_word(other, TITANIC) is None


def test_the_form_of_a_name_is_no_other_word() -> None:
    text = "The liner was to be met by ships of the U.S. off Sandy Hook at the end of that week"
    assert other_word(text, text.replace("U.S.", "US")) is None
    assert other_word(text, text.replace("U.S.", "UK")) == Difference("name", "U.S", "UK")


def test_capitals_tell_no_name_in_title_case() -> None:
    headline = "Liner Titanic Sinks Off Newfoundland After Striking An Iceberg With Many Hundreds Dead"
    assert other_word(headline, headline.replace("Dead", "Lost")) is None
    assert other_word(f"{headline} 1912", f"{headline} 1921") == Difference("number", "1912", "1921")


def test_what_was_compared_and_may_be_true_is_no_wrong_copy(archive: Archive) -> None:
    text = (
        "Violet Jessop, 24, who had been a stewardess on board the liner when it sank off Newfoundland, wrote it down"
    )
    desk = archive(text, *CROWD, date="1912-05-01")
    later = Query("q", text.replace("24", "26"), published=date(1914, 5, 1))
    ((found,),) = match([later], desk)
    assert found.relation is not Relation.CONFLICT


def test_a_short_sentence_may_be_written_twice() -> None:
    assert other_word("The mill in Leeds closed in March", "The mill in Leeds closed in Spain") is None


@pytest.mark.parametrize(("before", "after"), [("April", "Ireland"), ("3.0.1", "3.0.2")])
def test_it_is_a_conflict(archive: Archive, before: str, after: str) -> None:
    text = f"{TITANIC}, as the papers of that day, in release 3.0.1 of the archive, report"
    desk = archive(text, *CROWD)
    ((found,),) = match([Query("q", text.replace(before, after))], desk)
    assert (found.relation, [(one.here, one.there) for one in found.differences]) == (
        Relation.CONFLICT,
        [(after, before)],
    )

"""Suggested changes as edits of single words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.checklist.rewriting import edits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.checklist.rewriting import Edit


def made(before: str, changes: Iterable[Edit]) -> str:
    """What edits make of a text."""
    text, at = "", 0
    for edit in changes:
        text += before[at : edit.start] + edit.text
        at = edit.end
    return text + before[at:]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("It cost $1,200, he said", "It cost $1,250, he said", [("1,200", "1,250")]),
        ("on 4 June 1988", "on 5 May 1988", [("4 June", "5 May")]),
        ("It's the first bridge", "It's among the first bridges", [("", "among "), ("bridge", "bridges")]),
        ("the very first bridge", "the first bridge", [("very ", "")]),
        ("won by twenty-one votes", "won by twenty-two votes", [("twenty-one", "twenty-two")]),
        ("He left at 9:30", "He left at 9:45", [("9:30", "9:45")]),
        ("He left", "“He left”", [("", "“"), ("", "”")]),
        ("He left in May.", "He left in May", [(".", "")]),
        ("as it is", "as it is", []),
        ("all of it", "nothing", [("all of it", "nothing")]),
    ],
)
def test_only_what_differs_goes_and_comes(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    found = edits(before, after)
    assert [(before[edit.start : edit.end], edit.text) for edit in found] == expected
    assert made(before, found) == after


@given(st.text("ab .,\n1", max_size=20), st.text("ab .,\n1", max_size=20))
def test_edits_make_one_of_the_other_whatever_they_are(before: str, after: str) -> None:
    found = edits(before, after)
    assert made(before, found) == after
    bounds = [place for edit in found for place in (edit.start, edit.end)]
    assert bounds == sorted(bounds)
    assert all(before[edit.start : edit.end] != edit.text for edit in found)
    assert all(before[one.end : other.start].strip() for one, other in pairwise(found))


def test_what_comes_before_the_first_word_is_known() -> None:
    assert [edit.first for edit in edits("Steel is dear", "Now Steel is very dear")] == [True, False]
    assert [edit.first for edit in edits("Steel is dear", "Iron is dear")] == [False]

"""What checkers type: lists of claims."""

from __future__ import annotations

import pytest

from factcheck.errors import UsageError
from factcheck.model import ClaimId, ClaimRecord
from factcheck.review.typed import claims_named
from tests.conftest import HOSTILE
from tests.desk.sample import extraction, story

CLAIMS = tuple(
    ClaimRecord(ClaimId(10 + at), at, claim) for at, claim in enumerate(extraction(story()).claims, 1) if at != 4
)
"""Numbers 1, 2, 3, 5 and 6: one is off the list."""


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", []),
        (" , ", []),
        ("3", [13]),
        ("#3, 1", [13, 11]),
        ("1-3,2", [11, 12, 13]),
        ("3 – 99", [13, 15, 16]),
        ("all", [11, 12, 13, 15, 16]),
        ("ALL ", [11, 12, 13, 15, 16]),
    ],
)
def test_claims_are_named_by_number(text: str, named: list[int]) -> None:
    assert [*claims_named(text, CLAIMS)] == named


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("4", "there is no claim #4 on the list"),
        ("1, 7-9", "there is no claim #7-9 on the list"),
        ("3-1", "there is no claim #3-1"),
        ("0", "there is no claim #0"),
        ("two", "'two' names no claims: write numbers such as 3, 5-9"),
        ("1-", "'1-' names no claims"),
        ("9" * 5000, "names no claims"),
        ("²", "names no claims"),
        (HOSTILE, "names no claims"),
    ],
)
def test_what_names_no_claims_is_told(text: str, says: str) -> None:
    with pytest.raises(UsageError) as caught:
        claims_named(text, CLAIMS)
    assert says in str(caught.value)

"""A checklist of some claims only: it says so, and keeps numbers and totals."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from factcheck.checklist import KINDS, render
from factcheck.checklist.narrowing import narrowed
from factcheck.checklist.reading import parse
from factcheck.checklist.restoring import restored
from factcheck.errors import SheetError, UsageError
from factcheck.model import ClaimId
from factcheck.review.choosing import chosen
from tests.checklist.test_json import validator

if TYPE_CHECKING:
    from factcheck.model import Checklist

TOLD = "disputed claims, 1 of 4"


def numbers(checklist: Checklist) -> list[int]:
    return [record.number for record in checklist.claims]


def test_claims_keep_their_numbers_and_the_totals_are_of_all(checklist: Checklist) -> None:
    part = narrowed(checklist, {ClaimId(102), ClaimId(105)}, "two claims")
    assert (numbers(part), part.only, part.lost, part.aside) == ([2, 5], "two claims, 2 of 4", (), ())
    assert [event.claim_id for event in part.history] == [None]
    document, whole = (json.loads(render(one, "json")) for one in (part, checklist))
    assert document["sign_off"] == whole["sign_off"]
    assert [claim["number"] for claim in document["claims"]] == [2, 5]
    validator().validate(document)


def test_findings_of_other_claims_stay_behind(checklist: Checklist) -> None:
    assert len(narrowed(checklist, {ClaimId(105)}, "one").findings) == 1
    assert narrowed(checklist, {ClaimId(101)}, "one").findings == ()


@pytest.mark.parametrize(
    ("what", "name"),
    [(what, name) for what in KINDS for name in ("md", "csv", "json", "html") if name in KINDS[what].formats],
)
def test_every_file_says_which_claims_these_are(checklist: Checklist, what: str, name: str) -> None:
    data = render(chosen(checklist, "disputed"), name, what)
    assert TOLD.encode() in data
    assert TOLD.encode() not in render(checklist, name, what)


def test_each_row_of_a_table_says_it(checklist: Checklist) -> None:
    text = render(chosen(checklist, "2-4"), "csv").decode("utf-8-sig")
    assert [row["only"] for row in csv.DictReader(io.StringIO(text, newline=""))] == ["claims 2-4, 2 of 4"] * 2


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("all", [1, 2, 3, 4, 5]),
        ("Open", [5]),
        ("verified", [1]),
        ("unsourced", []),
        ("unchecked", [4, 5]),
        ("re-check", [5]),
        ("query", []),
        ("answered", [2]),
        ("changes", [2]),
        ("legal", [2]),
        ("mine", []),
        ("1, 4-5", [1, 4, 5]),
    ],
)
def test_claims_are_chosen_by_a_word_or_by_number(checklist: Checklist, words: str, found: list[int]) -> None:
    assert numbers(chosen(checklist, words)) == found


@pytest.mark.parametrize("words", ["", "dispute", "3", "9-12", "1-"])
def test_what_chooses_nothing_is_told(checklist: Checklist, words: str) -> None:
    with pytest.raises(UsageError) as told:
        chosen(checklist, words)
    assert told.value.todo


def test_a_part_is_not_restored_as_if_it_were_all(checklist: Checklist) -> None:
    sheet = parse(render(chosen(checklist, "disputed"), "json"), "part.json")
    with pytest.raises(SheetError, match="only some claims of an article that is not on this desk: disputed claims, 1"):
        restored(sheet)

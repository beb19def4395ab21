from __future__ import annotations

import csv
import dataclasses
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.checklist import render
from factcheck.checklist.as_csv import defuse, undefuse
from tests.conftest import HOSTILE

if TYPE_CHECKING:
    from factcheck.model import Checklist


def rows(checklist: Checklist) -> list[dict[str, str]]:
    text = render(checklist, "csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_is_utf8_with_a_mark_and_crlf_rows(checklist: Checklist) -> None:
    data = render(checklist, "csv")
    assert data.startswith(b"\xef\xbb\xbfnumber,claim_id,text,")
    assert data.endswith(b"\r\n")
    assert data.count(b"\xef\xbb\xbf") == 1


def test_a_row_a_claim_in_story_order_without_the_removed(checklist: Checklist) -> None:
    shuffled = dataclasses.replace(checklist, claims=checklist.claims[::-1])
    assert [row["number"] for row in rows(shuffled)] == ["1", "2", "4", "5", "", ""]


def test_all_that_was_recorded_of_a_claim(checklist: Checklist) -> None:
    first, second, *_ = rows(checklist)
    assert first["text"] == "Mr. Vane paid $1,200 for the dust"
    assert first["sentence"] == "Mr. Vane paid $1,200 for the dust."
    assert first["verdict"] == "verified"
    assert first["note"] == "Seen by me\n# not a heading"
    assert first["checker"] == "Ana [b]"
    assert first["checked_at"] == "2026-03-12 09:05:07 UTC"
    assert first["source_kind"].split("\n") == ["primary", "person"]
    assert first["source_name"].split("\n") == ["Auction book", "The dealer"]
    assert first["source_locator"].split("\n") == ["https://example.org/a_b?x=`1`", "+44 20 7946 0000"]
    assert first["source_note"].split("\n") == ["page 3", ""]
    assert first["source_accessed"].split("\n") == ["2026-03-11", ""]
    assert first["source_sha256"].split("\n") == ["c0" * 32, ""]
    assert first["history"] == "2026-03-12 09:05:07 UTC Ana [b]: mark verdict: – → verified"
    assert first["priority"] == "0.91"
    assert first["kinds"] == "name, money"
    assert (second["speaker"], second["named"], second["quoted"]) == ("the dealer", "anonymous", "yes")
    assert (second["verdict"], second["resolution"]) == ("disputed", "query")
    assert second["contact_who"].split("\n") == ["The dealer", "=Ann [b]"]
    assert second["contact_how"].split("\n") == ["phone", "in person"]
    assert second["contact_when"].split("\n") == ["2026-03-12 08:55", "2026-03-12"]
    assert second["contact_outcome"].split("\n") == ["no answer", "corrected"]
    assert undefuse(second["contact_note"]).split("\n") == ["", "<1970>"]
    assert second["findings"].split("\n") == [
        "high: Two years for one event: 1969 and <b>1970</b>",
        "low: Nobody else (dismissed: =the auction book *says* so)",
    ]


def test_a_verdict_without_a_source_says_so(checklist: Checklist) -> None:
    bare = tuple(dataclasses.replace(record, sources=()) for record in checklist.claims)
    assert [row["warning"] for row in rows(checklist)] == [""] * 6
    told = rows(dataclasses.replace(checklist, claims=bare))
    assert [row["warning"] for row in told] == ["verified without a source", *[""] * 5]


def test_an_unchecked_opinion_says_so(checklist: Checklist) -> None:
    opinion = rows(checklist)[2]
    assert (opinion["verdict"], opinion["checkable"]) == ("unchecked", "no")


def test_a_claim_to_re_check_says_what_it_was(checklist: Checklist) -> None:
    row = rows(checklist)[3]
    assert (row["verdict"], row["former_verdict"]) == ("re-check", "disputed")
    assert row["as_written"] == "The dust came back in 1968 [b]"


def test_what_an_edited_draft_lost_is_there(checklist: Checklist) -> None:
    *_, orphaned, cut = rows(checklist)
    assert (orphaned["lost"], orphaned["claim_id"], orphaned["verdict"]) == ("orphaned", "106", "re-check")
    assert (cut["lost"], cut["verdict"], cut["note"]) == ("cut", "disputed", "The scales said two [b]")


def test_every_row_says_which_draft_and_who(checklist: Checklist) -> None:
    for row in rows(checklist):
        assert row["draft_sha256"] == checklist.article.article.draft.sha256
        assert (
            row["totals"]
            == "4 claims: 1 verified, 1 disputed, 0 unsourced, 2 unchecked (1 of them opinion), 1 to re-check"
        )
        assert row["resolutions"] == "3 open, 1 query (1 of them answered), 0 changed, 0 stet, 0 cut"
        assert row["exported_by"] == "Ana [b]"


def test_a_formula_is_defused_and_comes_back(checklist: Checklist) -> None:
    cell = rows(checklist)[2]["text"]
    assert cell.startswith("'=SUM")
    assert undefuse(cell) == f"=SUM(A1) {HOSTILE}"


@pytest.mark.parametrize("start", list("=+-@\t\r\n＝＋－＠'"))
def test_each_dangerous_start_is_defused(start: str) -> None:
    assert defuse(f"{start}1") == f"'{start}1"


@given(st.text())
def test_defusing_can_always_be_taken_back(text: str) -> None:
    assert undefuse(defuse(text)) == text


@given(st.text("a;'‘’=+-@\t\n\" ＝"))
def test_defusing_what_is_split_can_always_be_taken_back(text: str) -> None:
    assert undefuse(defuse(text)) == text


@pytest.mark.parametrize("start", list("=+-@\t＝＋－＠"))
def test_a_spreadsheet_that_splits_at_semicolons_computes_no_part(checklist: Checklist, start: str) -> None:
    note = f"a;{start}1+1;b"
    first = dataclasses.replace(checklist.claims[0], note=note)
    part = dataclasses.replace(checklist, claims=(first,), lost=())
    data = render(part, "csv").decode("utf-8-sig")
    assert f',"a;\'{start}1+1;b",' in data
    cells = [cell for row in csv.reader(io.StringIO(data, newline=""), delimiter=";") for cell in row]
    (computed,) = (cell for cell in cells if cell.endswith("1+1"))
    assert computed == f"'{start}1+1"
    assert undefuse(rows(part)[0]["note"]) == note


def test_no_control_character_reaches_a_terminal(checklist: Checklist) -> None:
    first = dataclasses.replace(checklist.claims[0], note="\x1b[31m\x00\x9b2J\x7f\ud800")
    text = render(dataclasses.replace(checklist, claims=(first,)), "csv").decode("utf-8-sig")
    assert "␛[31m␀\ufffd2J␡?" in text

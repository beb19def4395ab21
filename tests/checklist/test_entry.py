from __future__ import annotations

from datetime import UTC, datetime

import pytest

from factcheck.checklist.entry import changes, sentence
from factcheck.model import Block, Draft, Event, Role, Span


def find(text: str, words: str, *blocks: Block) -> str:
    start = text.index(words)
    return sentence(Draft(text, blocks), Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("One came. Two went. Three stayed.", "Two", "Two went."),
        ("Dr. Ames met J. B. Hale on Oct. 3. They ate.", "met", "Dr. Ames met J. B. Hale on Oct. 3."),
        ("“We won!” She left. He stayed.", "She left", "She left."),
        ("The U.S. Navy came. It went.", "Navy", "The U.S. Navy came."),
        ("It rose 2.5 per cent. It fell.", "2.5", "It rose 2.5 per cent."),
        ("One came. Two went. Three stayed.", "came. Two", "One came. Two went."),
        ("東京 is big. שלום is a word! Yes.", "is a word", "שלום is a word!"),
        ("no stop at all", "stop", "no stop at all"),
    ],
)
def test_a_claim_is_shown_in_its_sentence(text: str, words: str, expected: str) -> None:
    assert find(text, words) == expected


def test_the_sentence_stays_in_its_block() -> None:
    text = "A headline\n\nThe body has it\n\nMore"
    assert find(text, "body", Block(0, 10, Role.HEADLINE), Block(12, 27, Role.BODY)) == "The body has it"


def test_an_abbreviation_may_open_a_block() -> None:
    text = "A headline\n\nMr. Vane came"
    assert find(text, "Vane", Block(0, 10, Role.HEADLINE), Block(12, 25, Role.BODY)) == "Mr. Vane came"


def test_a_line_without_a_stop_is_shown_in_part() -> None:
    text = "x " * 50_000 + "found" + " y" * 50_000
    assert len(find(text, "found")) < 5000


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"verdict": None, "note": "same"}, {"verdict": "verified", "note": "same"}, "verdict: – → verified"),
        ({"checker": None, "checked_at": None}, {"checker": "Ana", "checked_at": "2026-03-12"}, ""),
        (
            {"checker": "Ben", "verdict": "disputed"},
            {"checker": "Ana", "verdict": "disputed"},
            "verdict: disputed → disputed",
        ),
        ({"checkable": True}, {"checkable": False}, "checkable: yes → no"),
        ({"note": "old"}, {"note": ""}, "note: old → –"),
        (
            {"sources": []},
            {
                "sources": [
                    {"kind": "primary", "name": "Book", "locator": "", "note": ""},
                    {"kind": "person", "name": "A"},
                ]
            },
            "sources: – → primary Book + person A",
        ),
        (None, {"start": 3, "end": 9}, "end: – → 9, start: – → 3"),
        (None, None, ""),
    ],
)
def test_what_an_event_changed(
    before: dict[str, object] | None, after: dict[str, object] | None, expected: str
) -> None:
    event = Event(1, datetime(2026, 3, 12, tzinfo=UTC), "Ana", "x", None, None, before, after, 1, None, "")
    assert changes(event) == expected

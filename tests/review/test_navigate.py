from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import (
    ClaimId,
    ClaimRecord,
    Finding,
    Resolution,
    Section,
    Severity,
    Source,
    SourceKind,
    Span,
    Verdict,
)
from factcheck.review.navigate import Filter, apply, by_gravity, next_open, search
from tests.conftest import HOSTILE
from tests.desk.sample import extraction, story

if TYPE_CHECKING:
    from collections.abc import Sequence

EXTRACTION = extraction(story())
CLAIMS = tuple(ClaimRecord(ClaimId(10 + at), at, claim) for at, claim in enumerate(EXTRACTION.claims, 1))
OPINION = next(record.id for record in CLAIMS if not record.claim.checkable)


def marked(*numbers: int) -> tuple[ClaimRecord, ...]:
    return tuple(replace(record, verdict=Verdict.VERIFIED) if record.number in numbers else record for record in CLAIMS)


@pytest.mark.parametrize(
    ("claims", "after", "backwards", "wanted"),
    [
        (CLAIMS, None, False, 11),
        (CLAIMS, None, True, 16),
        (CLAIMS, 11, False, 12),
        (CLAIMS, 11, True, 16),
        (CLAIMS, 16, False, 11),
        (CLAIMS, 14, False, 16),
        (CLAIMS, 99, False, 11),
        (marked(2, 3, 4), 11, False, 16),
        (marked(2, 3, 4, 6), 11, False, 11),
        (marked(2, 3, 4, 6), 16, True, 11),
        (marked(1, 2, 3, 4, 6), 11, False, None),
        ((), None, False, None),
    ],
)
def test_next_open(claims: Sequence[ClaimRecord], after: ClaimId | None, backwards: bool, wanted: int | None) -> None:
    assert OPINION == 15
    assert next_open(claims, after, backwards=backwards) == wanted


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (Filter(), [1, 2, 3, 4, 5, 6]),
        (Filter(open=True), [1, 3, 4, 6]),
        (Filter(verdict=Verdict.VERIFIED), [2]),
        (Filter(verdict=Verdict.DISPUTED), []),
        (Filter(section=Section.CAPTION), [6]),
        (Filter(kind="number"), [1, 2, 3, 4, 6]),
        (Filter(kind="number", section=Section.HEADLINE), [1]),
        (Filter(speaker="KEEPER"), [3]),
        (Filter(finding=True), [1, 3]),
        (Filter(match=True), [4]),
        (Filter(text="skarvík"), [2]),
        (Filter(text="harbour LOG"), [2]),
        (Filter(text="équipe"), [5]),
        (Filter(text="harbuor light"), [2]),
        (Filter(text="harbuor festival"), []),
        (Filter(speaker="keepr"), []),
        (Filter(speaker="the keepr"), [3]),
        (Filter(source="Harbor log"), [2]),
        (Filter(source="lampe"), []),
        (Filter(resolution=Resolution.STET), [4]),
        (Filter(legal=True), [5]),
        (Filter(text="[/]"), [2, 3]),
        (Filter(finding=True, open=True, text="dark"), [3]),
    ],
)
def test_filter(wanted: Filter, numbers: list[int]) -> None:
    book = Source(SourceKind.DOCUMENT, "Harbour log [/]")
    claims = [replace(record, sources=(book,)) if record.number == 2 else record for record in marked(2)]
    claims[3] = replace(claims[3], resolution=Resolution.STET)
    claims[4] = replace(claims[4], legal=True)
    found = apply(wanted, claims, findings=EXTRACTION.findings, matched={ClaimId(14)})
    assert [record.number for record in found] == numbers
    assert wanted.is_set == (wanted != Filter())


@pytest.mark.parametrize(
    ("text", "query", "wanted"),
    [
        ("The Café and the cafe\u0301s", "CAFE", ["Café", "cafe\u0301"]),
        ("“It’s” — it's", '"it\'s"', ["“It’s”"]),
        ("one\n\n  two one two", "one two", ["one\n\n  two", "one two"]),
        ("ſtraße STRASSE", "strasse", ["ſtraße", "STRASSE"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("東京 and 東京", "東京", ["東京", "東京"]),
        ("👩‍👩‍👧‍👦 x", "👩‍👩‍👧‍👦", ["👩‍👩‍👧‍👦"]),
        ("[b] [/]", "[/]", ["[/]"]),
        ("nothing", "  ", []),
        ("nothing", "\u200b", []),
        ("", "x", []),
        (".*", ".*", [".*"]),
        ("zero\u200bwidth", "zerowidth", ["zero\u200bwidth"]),
    ],
)
def test_search(text: str, query: str, wanted: list[str]) -> None:
    assert [text[span.start : span.end] for span in search(text, query)] == wanted


@given(st.text(max_size=30), st.integers(0, 30), st.integers(1, 8))
def test_what_stands_in_a_text_is_found(text: str, start: int, length: int) -> None:
    text = f"{HOSTILE} {text}"
    query = text[start : start + length]
    spans = search(text, query)
    assert list(spans) == sorted(spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    if any(c.isalnum() and c.isascii() for c in query):
        assert any(span.overlaps(replace(span, start=start, end=start + length)) for span in spans)


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(),
        Filter(open=True, assignee=""),
        Filter(verdict=Verdict.DISPUTED, resolution=Resolution.STET, section=Section.CAPTION, legal=True),
        Filter(kind="number", speaker="Lund", source="registry", party="nobody named", assignee="Ann"),
        *(Filter(text=text) for text in HOSTILE),
    ],
)
def test_a_filter_is_read_as_it_was_written(wanted: Filter) -> None:
    assert Filter.read(str(wanted)) == wanted
    assert bool(str(wanted)) == wanted.is_set


def test_findings_are_told_by_gravity_and_a_dismissal_moves_none() -> None:
    low, high = (
        Finding("name", "one", Severity.LOW, (Span(0, 3),)),
        Finding("sum", "two", Severity.HIGH, (Span(9, 12),)),
    )
    early, medium = replace(high, spans=(Span(5, 7),)), replace(low, severity=Severity.MEDIUM)
    assert by_gravity([low, high, medium, early]) == (early, high, medium, low)
    gone = replace(early, dismissed="so it is")
    assert by_gravity([low, high, medium, gone]) == (gone, high, medium, low)


@pytest.mark.parametrize(
    "kept",
    [
        *("", "{", "[1]", "3", "null", "[" * 100_000, '{"of another version": true}'),
        *('{"verdict": "maybe"}', '{"section": 3}', '{"text": "\\ud800"}'),
    ],
)
def test_a_filter_of_another_version_is_none(kept: str) -> None:
    assert Filter.read(kept) == Filter()

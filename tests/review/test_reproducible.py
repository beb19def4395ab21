"""The same desk gives the same bytes, also a second later, when the time of the export is said."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.checklist import KINDS, render
from factcheck.errors import UsageError
from factcheck.model import ArticleId, Publisher, Source, SourceKind, State, Verdict
from factcheck.review import Review
from factcheck.review.reproducible import VARIABLE
from tests.desk.sample import extraction, story

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.desk import Desk

PUBLISHER = Publisher("The Desk", "https://desk.example", "https://desk.example/checks")


@pytest.fixture
def article(desk: Desk) -> ArticleId:
    record = desk.articles.put(story())
    desk.articles.store(record.id, extraction(story()), complete=True)
    review = Review(desk, record.id)
    claim = review.claims[0]
    review.mark(claim.id, Verdict.VERIFIED)
    review.add_source(claim.id, Source(SourceKind.PRIMARY, "The minutes", "https://example.org/minutes"))
    review.suggest(claim.id, f"{claim.claim.text} then")
    return record.id


def exported(desk: Desk, article: ArticleId) -> Mapping[tuple[str, ...], bytes]:
    """Each file that there is, of a Word file its parts."""
    checklist = Review(desk, article).checklist()
    checklist = replace(checklist, publisher=PUBLISHER, article=replace(checklist.article, state=State.SIGNED_OFF))
    found: dict[tuple[str, ...], bytes] = {}
    for what, kind in KINDS.items():
        for name in kind.formats:
            data = render(checklist, name, what)
            found[what, name] = data
            if name == "docx":
                with zipfile.ZipFile(io.BytesIO(data)) as archive:
                    found |= {(what, name, part): archive.read(part) for part in archive.namelist()}
    return found


def test_two_exports_are_the_same_bytes_when_the_time_is_said(
    desk: Desk, article: ArticleId, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = exported(desk, article), exported(desk, article)
    differ = {file[:2] for file in first if first[file] != second[file]}
    assert ("checklist", "md") in differ, "the clock goes on, and each tells when it was made"
    monkeypatch.setenv(VARIABLE, "1773306000")
    first, second = exported(desk, article), exported(desk, article)
    assert first.keys() == second.keys()
    assert [file for file in first if first[file] != second[file]] == []
    assert b"2026-03-12 09:00:00 UTC" in first["checklist", "md"]
    assert b"2026-03-12T09:00:00+00:00" in first["checklist", "json"]
    assert b"2026-03-12 09:00:00 UTC" in first["checklist", "csv"]
    assert b"2026-03-12" in first["tracked", "docx", "docProps/core.xml"]


@pytest.mark.parametrize("said", ["yesterday", "1.5", "9" * 30, "\u0661\u0662x"])
def test_what_is_no_time_is_told(desk: Desk, article: ArticleId, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv(VARIABLE, said)
    with pytest.raises(UsageError, match=r"SOURCE_DATE_EPOCH .* is no time: give it as whole seconds since 1970"):
        Review(desk, article).checklist()


def test_nothing_said_is_now(desk: Desk, article: ArticleId, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "")
    assert Review(desk, article).checklist().made_at.year == 2026

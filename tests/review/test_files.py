"""The local files that sources name: found with or without a place in them, their hash kept, a change told."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.model import ArticleId, ClaimId, Match, Relation, Source, SourceKind, Verdict
from factcheck.review import Review, files
from factcheck.review.files import changed_files, file_of, sha256_of
from tests.conftest import HOSTILE
from tests.desk.sample import extraction, story

if TYPE_CHECKING:
    from factcheck.desk import Desk

TODAY = date(2026, 3, 12)


@pytest.fixture
def review(desk: Desk) -> Review:
    record = desk.articles.put(story())
    desk.articles.store(record.id, extraction(story()), complete=True)
    return Review(desk, record.id)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "notes").mkdir()
    for name in ("notes/plan.pdf", "notes/log", "big plan, final.pdf", "README", "big"):
        (tmp_path / name).write_bytes(name.encode())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("locator", "name"),
    [
        ("notes/plan.pdf", "notes/plan.pdf"),
        (" notes/plan.pdf p. 3", "notes/plan.pdf"),
        ("notes/plan.pdf:12", "notes/plan.pdf"),
        ("notes/plan.pdf, page 3, paragraph 2", "notes/plan.pdf"),
        ("notes/plan.pdf#page=3", "notes/plan.pdf"),
        ("notes/plan.pdf (annex 東京)", "notes/plan.pdf"),
        ("notes/log 12:30", "notes/log"),
        ("big plan, final.pdf p. 3", "big plan, final.pdf"),
    ],
)
def test_the_file_of_a_locator_is_found(folder: Path, locator: str, name: str) -> None:
    assert file_of(locator) == Path(name)
    assert file_of(str(folder / locator.strip())) == folder / name


@pytest.mark.parametrize(
    "locator",
    ["", " ", "README", "README p. 3", "big plan", "notes", "notes p. 3", "none.pdf p. 3", "+44 20 7946 0000",
     "https://example.org/notes/plan.pdf", "a\0b.pdf", "~nobody-here/x.pdf", HOSTILE, "x, " * 9000],
)  # fmt: skip
def test_other_locators_name_no_file(folder: Path, locator: str) -> None:
    assert folder.is_dir()
    assert file_of(locator) is None


def test_the_hash_of_a_file_is_kept_with_its_use(review: Review, folder: Path, desk: Desk) -> None:
    plan = Source(SourceKind.DOCUMENT, "Plan", "notes/plan.pdf p. 3", accessed=TODAY)
    first, second = review.claims[0].id, review.claims[1].id
    review.add_source(first, plan)
    digest = hashlib.sha256(b"notes/plan.pdf").hexdigest()
    (kept,) = review.claim(first).sources
    assert (kept.accessed, kept.sha256) == (TODAY, digest)
    assert [*changed_files(desk)] == []
    (folder / "notes/plan.pdf").write_bytes(b"new")
    later = replace(plan, accessed=date(2026, 4, 1))
    review.mark(second, Verdict.VERIFIED, sources=[later])
    (again,) = review.claim(second).sources
    assert (again.accessed, again.sha256) == (later.accessed, hashlib.sha256(b"new").hexdigest())
    assert again.id == kept.id, "it is one source, used twice"
    assert review.claim(first).sources == (kept,)
    slug = review.article.slug
    assert [*changed_files(desk)] == [f"{slug}: notes/plan.pdf p. 3 (Plan) has changed since it was given as a source"]
    (folder / "notes/plan.pdf").unlink()
    assert {*changed_files(desk)} == {f"{slug}: notes/plan.pdf p. 3 (Plan) is not there, seen from {folder}"}


def test_a_source_that_is_given_again_was_looked_at_anew(review: Review) -> None:
    claim = review.claims[0].id
    book = Source(SourceKind.DOCUMENT, "Log", accessed=TODAY)
    review.add_source(claim, book)
    assert "there already" in review.add_source(claim, book).message
    assert "there already" in review.add_source(claim, replace(book, accessed=None)).message
    review.add_source(claim, replace(book, accessed=date(2026, 4, 1)))
    assert [source.accessed for source in review.claim(claim).sources] == [date(2026, 4, 1)]
    review.undo()
    assert [source.accessed for source in review.claim(claim).sources] == [TODAY]
    review.drop_source(claim, replace(book, accessed=None))
    assert review.claim(claim).sources == ()


def test_a_file_that_is_too_large_has_no_hash(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_LARGEST", 3)
    assert sha256_of(folder / "big") == hashlib.sha256(b"big").hexdigest()
    assert sha256_of(folder / "README") == ""
    assert sha256_of(folder / "none") == ""


def test_a_lead_tells_nothing_of_when_and_of_which_file(review: Review, folder: Path) -> None:
    assert folder.is_dir()
    source = Source(SourceKind.DOCUMENT, "Plan", "notes/plan.pdf", accessed=TODAY, sha256="c0" * 32)
    match = Match(ClaimId(9), ArticleId(2), "Earlier", None, "x", 90.0, Relation.SAME, sources=(source,))
    claim = review.claims[0].id
    review.take_over(claim, match)
    (lead,) = review.claim(claim).sources
    assert lead.is_lead
    assert (lead.locator, lead.accessed, lead.sha256) == ("notes/plan.pdf", None, "")


def test_events_of_earlier_versions_are_undone_and_done_again(review: Review, desk: Desk) -> None:
    claim = review.claims[0].id
    older = {"kind": "document", "name": "Log", "locator": "p. 3", "note": ""}
    before: dict[str, object] = {"sources": []}
    with desk.writing():
        desk.claims.change(claim, 0, {"sources": [older]})
        article = review.article.id
        desk.events.append("source-add", article_id=article, claim_id=claim, before=before, after={"sources": [older]})
    review.refresh()
    (source,) = review.claim(claim).sources
    assert (source.name, source.accessed, source.sha256) == ("Log", None, "")
    review.drop_source(claim, source)
    for _ in range(2):
        assert review.undo()
    assert review.claim(claim).sources == ()
    assert review.redo()
    assert [one.name for one in review.claim(claim).sources] == ["Log"]
    assert review.redo()
    assert review.claim(claim).sources == ()


@pytest.mark.parametrize("locator", ["/nowhere/plan.pdf", "~/plan", "notes/plna.pdf p. 3", "plna.docx", "../x/log"])
@pytest.mark.usefixtures("folder")
def test_a_slip_in_a_path_is_said(review: Review, locator: str) -> None:
    claim = review.claims[0].id
    outcome = review.add_source(claim, Source(SourceKind.DOCUMENT, "Plan", locator))
    assert outcome.message == f"#{review.claim(claim).number}: source added, Plan"
    assert outcome.remark == f"there is no file {locator} here: how it is now is not kept"
    again = review.mark(claim, Verdict.VERIFIED, sources=[Source(SourceKind.DOCUMENT, "Plan", locator)])
    assert again.remark == outcome.remark
    assert review.claim(claim).sources[0].locator == locator, "it is taken as it is written all the same"


@pytest.mark.parametrize(
    "locator",
    [
        "notes/plan.pdf p. 3",
        "big plan, final.pdf",
        "https://a.example/x.pdf",
        "a.example/plan",
        "tel. 0555 12",
        "p. 12",
        "",
    ],
)
@pytest.mark.usefixtures("folder")
def test_nothing_is_said_of_other_locators(review: Review, locator: str) -> None:
    for outcome in (
        review.add_source(review.claims[0].id, Source(SourceKind.DOCUMENT, "Plan", locator)),
        review.mark(review.claims[1].id, Verdict.VERIFIED, sources=[Source(SourceKind.DOCUMENT, "Plan", locator)]),
    ):
        assert outcome.remark == ""

"""A marked-up draft goes out as a Word file, is edited there, and comes back as a new draft with its marks."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from factcheck.checklist import render
from factcheck.consistency import examine
from factcheck.desk import connect
from factcheck.model import Carried, Source, SourceKind, Verdict
from factcheck.reading import read
from factcheck.review import Review
from factcheck.review.intake import take_draft

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.desk import Desk
    from factcheck.model import ArticleRecord
    from tests.conftest import Clock

STORY = """Bridge opens after seven years

By Ada Example

The Forth Bridge was opened on 4 March 1890. It is 2,467 metres long, the company said.

The bridge cost 57 lives. It took 54,000 tonnes of steel, and the last rivet was golden.

Trains crossed it on the same day. The Prince of Wales drove in the last rivet.
"""
ANSWER = "The report has 73 lives."


@pytest.fixture
def marked(path: Path, tmp_path: Path, clock: Clock) -> ArticleRecord:
    """The story on the desk, every claim verified."""
    story = tmp_path / "bridge.txt"
    story.write_text(STORY, "utf-8")
    with connect(path, who="Ada", clock=clock) as desk:
        extraction = examine(read(story))
        record = desk.articles.put(extraction.article)
        desk.articles.store(record.id, extraction, complete=True)
        review = Review(desk, record.id)
        for claim in review.claims:
            review.mark(claim.id, Verdict.VERIFIED, sources=[Source(SourceKind.DOCUMENT, "Company report", "p. 4")])
        review.ask(next(one.id for one in review.claims if "57 lives" in one.claim.text), "Is it 57?")
        return desk.articles.get(record.id)


def exported(desk: Desk, record: ArticleRecord, folder: Path) -> Path:
    target = folder / "draft.docx"
    target.write_bytes(render(Review(desk, record.id).checklist(), "docx", "draft"))
    return target


def office(file: Path, to: str) -> Path:
    out = file.parent / f"as-{to}"
    out.mkdir()
    home = f"-env:UserInstallation=file://{file.parent}/office"
    command = ["soffice", "--headless", home, "--convert-to", to, "--outdir", str(out), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return out / f"{file.stem}.{to}"


def test_the_file_as_it_was_sent_changes_nothing(path: Path, marked: ArticleRecord, tmp_path: Path) -> None:
    with connect(path, who="Ada") as desk:
        file = exported(desk, marked, tmp_path)
        outcome, report = take_draft(desk, marked, str(file))
        now = desk.articles.get(marked.id).article
    assert {one.state for one in report.claims} <= {Carried.CARRIED}, outcome.message
    assert (now.byline, now.published) == ("Ada Example", marked.article.published)
    assert now.draft.annotations == (), "what the comments say is on the desk"
    other = read(file)
    assert len(other.draft.annotations) == len(report.claims) > 3, "to another desk they are news"
    assert (other.byline, other.published) == ("Ada Example", marked.article.published), "no checker is the writer"


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not on this machine")
def test_what_was_edited_in_a_word_processor_comes_back_as_a_draft(
    path: Path, marked: ArticleRecord, tmp_path: Path
) -> None:
    with connect(path, who="Ada") as desk:
        flat = office(exported(desk, marked, tmp_path), "fodt")
        markup = flat.read_text("utf-8")
        note = (
            "<office:annotation><dc:creator>A. Writer</dc:creator><dc:date>2026-03-12T10:00:00</dc:date>"
            f"<text:p>{ANSWER}</text:p></office:annotation>"
        )
        assert "54,000 tonnes" in markup
        markup = markup.replace("54,000 tonnes", "53,000 tonnes").replace("golden", f"golden{note}")
        flat.write_text(markup, "utf-8")
        edited = office(flat, "docx")
        _, report = take_draft(desk, marked, str(edited))
        review = Review(desk, marked.id)
        draft = review.article.article.draft
    states = {one.before.text: one.state for one in report.claims}
    changed = {text for text, state in states.items() if state is not Carried.CARRIED}
    assert changed
    assert all("54,000 tonnes" in text for text in changed), "nothing else was changed"
    assert set(states.values()) == {Carried.CARRIED, Carried.RECHECK}
    by_text = {one.claim.text: one for one in review.claims}
    assert all(one.verdict is None for text, one in by_text.items() if "53,000" in text)
    kept = [one for one in by_text.values() if one.verdict is Verdict.VERIFIED]
    assert len(kept) == len(report.claims) - len(changed)
    assert all(one.sources[0].name == "Company report" for one in kept)
    (answer,) = draft.annotations
    assert (answer.author, answer.text) == ("A. Writer", ANSWER)
    assert "golden" in draft.text[answer.start : answer.end]

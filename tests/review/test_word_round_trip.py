"""A marked-up draft goes out as a Word file, is edited there, and comes back as a new draft with its marks."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.checklist import render
from factcheck.consistency import examine
from factcheck.desk import connect
from factcheck.model import Annotation, AnnotationKind, Carried, Source, SourceKind, Verdict
from factcheck.reading import read
from factcheck.review import Review
from factcheck.review.intake import take_draft

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.desk import Desk
    from factcheck.model import ArticleRecord, Extraction
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


def replied(file: Path, *replies: Annotation) -> Extraction:
    """The marked-up draft as it comes back with more comments, each on the words of the remark that asks."""
    article = read(file)
    (asking,) = (one for one in article.draft.annotations if "Is it 57?" in one.text)
    more = [replace(one, start=asking.start, end=asking.end) for one in replies]
    draft = replace(article.draft, annotations=(*article.draft.annotations, *more))
    return examine(replace(article, draft=draft))


def reply(text: str, author: str = "A. Writer") -> Annotation:
    return Annotation(0, 0, AnnotationKind.COMMENT, text, author)


def test_a_reply_to_a_query_is_its_answer_though_no_word_was_changed(
    path: Path, marked: ArticleRecord, tmp_path: Path
) -> None:
    with connect(path, who="Ada") as desk:
        file = exported(desk, marked, tmp_path)
        review = Review(desk, marked.id)
        outcome, report = review.rebase(replied(file, reply(ANSWER), reply("See p. 9.", "Ed"), reply("Well?", "Ada")))
        asked = next(one for one in review.claims if one.query)
        assert asked.answer == f"A. Writer: {ANSWER}\nEd: See p. 9."
        assert (outcome.message, report.former, report.draft) == ("draft 2 taken in, with 1 answer to queries", 1, 2)
        assert {one.verdict for one in review.claims} == {Verdict.VERIFIED}
        (left,) = review.article.article.draft.annotations
        assert left.text == "Well?", "who asked does not answer"
        again, _ = review.rebase(replied(file, reply(ANSWER), reply("Well?", "Ada")))
        assert again.message == "this draft is on the desk already"
        assert review.undo() is not None
        assert not next(one for one in review.claims if one.query).answer


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Answer: none yet", f"Answer: {ANSWER}"),
        ("Answer: none yet", f"Answer: none yet\n{ANSWER}"),
        ("It should be 73", f"It should be 73\n{ANSWER}"),
    ],
)
def test_an_answer_that_is_written_into_our_own_comment_is_taken(
    path: Path, marked: ArticleRecord, tmp_path: Path, before: str, after: str
) -> None:
    with connect(path, who="Ada") as desk:
        review = Review(desk, marked.id)
        asked = next(one for one in review.claims if one.query)
        review.suggest(asked.id, "The bridge cost 73 lives\nIt should be 73")
        file = exported(desk, marked, tmp_path)
        sent = read(file)
        notes = (replace(one, text=one.text.replace(before, after)) for one in sent.draft.annotations)
        back = replace(sent, draft=replace(sent.draft, annotations=tuple(notes)))
        outcome, _ = review.rebase(examine(back))
        assert review.claim(asked.id).answer == ANSWER
        assert outcome.message == f"#{asked.number}: answer noted"


def test_an_answer_alone_makes_no_draft(path: Path, marked: ArticleRecord, tmp_path: Path) -> None:
    with connect(path, who="Ada") as desk:
        file = exported(desk, marked, tmp_path)
        review = Review(desk, marked.id)
        outcome, report = review.rebase(replied(file, reply(ANSWER)))
        asked = next(one for one in review.claims if one.query)
        assert asked.answer == f"A. Writer: {ANSWER}"
        assert outcome.message == f"#{asked.number}: answer noted"
        assert report.former == report.draft == 1
        assert {one.state for one in report.claims} == {Carried.CARRIED}


def test_a_query_that_was_changed_or_answered_since_takes_no_reply(
    path: Path, marked: ArticleRecord, tmp_path: Path
) -> None:
    with connect(path, who="Ada") as desk:
        file = exported(desk, marked, tmp_path)
        review = Review(desk, marked.id)
        asked = next(one for one in review.claims if one.query)
        review.ask(asked.id, "Is it 73?")
        review.rebase(replied(file, reply(ANSWER)))
        assert not review.claim(asked.id).answer
        assert [one.text for one in review.article.article.draft.annotations] == [ANSWER]
        review.undo()
        review.ask(asked.id, "Is it 57?", "no")
        review.rebase(replied(file, reply(ANSWER)))
        assert review.claim(asked.id).answer == "no"


def test_what_the_writer_noted_before_is_no_answer(path: Path, marked: ArticleRecord, tmp_path: Path) -> None:
    with connect(path, who="Ada") as desk:
        review = Review(desk, marked.id)
        asked = next(one for one in review.claims if one.query)
        note = Annotation(asked.claim.start, asked.claim.end, AnnotationKind.FOOTNOTE, "Board minutes, p. 4", "")
        draft = replace(marked.article.draft, annotations=(note,))
        review.rebase(examine(replace(marked.article, draft=draft)))
        outcome, _ = take_draft(desk, desk.articles.get(marked.id), str(exported(desk, marked, tmp_path)))
        assert outcome.message == "this draft is on the desk already"
        assert not Review(desk, marked.id).claim(asked.id).answer


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
        flat.write_text(_replied(markup, "Is it 57?", "It is 73."), "utf-8")
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
    assert [one.answer for one in review.claims if one.query] == ["A. Writer: It is 73."]


def _replied(markup: str, query: str, words: str) -> str:
    """A document with one more comment on the words of the one that asks something."""
    asking = next(part for part in markup.split("</office:annotation>") if query in part)
    name = re.findall(r'<office:annotation (office:name="\w+")', asking)[-1]
    note = (
        f'<office:annotation office:name="reply"><dc:creator>A. Writer</dc:creator>'
        f"<dc:date>2026-03-12T10:00:00</dc:date><text:p>{words}</text:p></office:annotation>"
    )
    end = f"<office:annotation-end {name}/>"
    assert end in markup
    markup = markup.replace(end, f'<office:annotation-end office:name="reply"/>{end}')
    return markup.replace(f"<office:annotation {name}", f"{note}<office:annotation {name}")

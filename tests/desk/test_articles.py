from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from factcheck.desk import connect
from factcheck.desk.slugs import slug
from factcheck.errors import ArticleError
from factcheck.model import (
    Annotation,
    AnnotationKind,
    Block,
    Draft,
    Extraction,
    Finding,
    Original,
    Person,
    Progress,
    Role,
    Section,
    Severity,
    Span,
    State,
    Verdict,
)
from tests.conftest import HOSTILE
from tests.desk.sample import extraction, story

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.desk import Desk
    from factcheck.model import Article, Claim


def test_an_article_comes_back_as_it_was(desk: Desk, path: Path) -> None:
    article = replace(story(HOSTILE), dek=HOSTILE, byline="\x1b[31m", source="https://example.org/a?b=[/]")
    record = desk.articles.put(article)
    assert record.article == article
    assert record.state is State.CHECKING
    assert not record.extracted
    with connect(path, read_only=True) as other:
        assert other.articles.get(record.id) == record


def test_what_stands_beside_the_text_comes_back_and_the_original_when_it_is_asked_for(desk: Desk) -> None:
    notes = (
        Annotation(0, 10, AnnotationKind.COMMENT, HOSTILE, "A. Writer"),
        Annotation(40, 52, AnnotationKind.FOOTNOTE, "Harbour log, p. 4"),
        Annotation(40, 52, AnnotationKind.LINK, "https://example.org/log"),
    )
    article = replace(story(), draft=replace(story().draft, annotations=notes, pages=(0, 40)))
    original = Original(b"PK\x03\x04\x00", "application/zip", "https://example.org/draft")
    record = desk.articles.put(replace(article, original=original))
    assert record.article == article
    assert desk.drafts.original(record.draft_id) == original
    earlier = desk.articles.put(replace(story(more="Earlier."), original=original), state=State.ARCHIVE)
    assert desk.drafts.original(earlier.draft_id) is None, "an archive of pages would double the desk"
    desk.articles.remove(earlier.id)
    assert list(desk.problems()) == []


def test_the_same_text_is_the_same_article(desk: Desk) -> None:
    first = desk.articles.put(story(), state=State.ARCHIVE)
    again = desk.articles.put(replace(story("Other title"), source="other.txt"))
    assert again == first
    assert desk.articles.by_text(story().draft.sha256) == first
    assert desk.articles.by_text("0" * 64) is None


@pytest.mark.parametrize("bad", ["a\ud800b", "nul\x00nul", "\ufeff", "\u202e"])
def test_odd_characters_keep_offsets(desk: Desk, bad: str) -> None:
    article = story(more=f"It cost {bad} 7 crowns. [b]")
    record = desk.articles.put(replace(article, title=bad))
    desk.articles.store(record.id, extraction(article), complete=True)
    assert len(record.article.draft.text) == len(article.draft.text)
    for claim in desk.claims.of(record.id):
        assert record.article.draft.text[claim.claim.start : claim.claim.end] == claim.claim.text
    assert desk.articles.by_text(article.draft.sha256) == desk.articles.get(record.id)


def test_found_by_id_slug_and_path(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    record = desk.articles.put(replace(story(), source=str(tmp_path / "skarvik.txt")))
    for key in ("1", "lighthouse-reopens-after-14-years", str(tmp_path / "skarvik.txt"), "skarvik.txt"):
        assert desk.articles.find(key) == record


def test_found_from_a_folder_that_has_gone(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = desk.articles.put(story())
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert desk.articles.find("skarvik.txt") == record


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("lighthouse-reopen", "there is no article 'lighthouse-reopen' on the desk: did you mean lighthouse-reopens"),
        ("Lighthouse reopens", "did you mean lighthouse-reopens-after-14-years"),
        ("zzz", "'factcheck status' lists"),
        ("2", "'factcheck status' lists"),
        ("9" * 40, "'factcheck status' lists"),
        ("\ud800\x00[/]", "'factcheck status' lists"),
    ],
)
def test_unknown_articles(desk: Desk, key: str, says: str) -> None:
    desk.articles.put(story())
    with pytest.raises(ArticleError, match=says):
        desk.articles.find(key)


def test_a_path_of_several_articles(desk: Desk) -> None:
    desk.articles.put(story())
    desk.articles.put(story("Second", more="More."))
    with pytest.raises(
        ArticleError, match=r"several articles .* 1 \(lighthouse-reopens-after-14-years\), 2 \(second\)"
    ):
        desk.articles.find("skarvik.txt")


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Ærøskøbing’s “naïve” café", "aeroskobings-naive-cafe"),
        ("東京 שלום", "article"),
        ("2024", "article-2024"),
        ("", "article"),
        ("word " * 40, "word-word-word-word-word-word-word-word-word-word-word-word"),
        ("x" * 300, "x" * 60),
    ],
)
def test_slugs(title: str, wanted: str) -> None:
    assert slug(title, lambda _: False) == wanted


@pytest.mark.parametrize("taken", [1, 2, 3, 5, 17, 1000])
def test_slugs_of_one_title_differ(taken: int) -> None:
    names = {"storm", *(f"storm-{number}" for number in range(2, taken + 1))}
    assert slug("Storm", names.__contains__) == f"storm-{taken + 1}"


def test_slugs_on_the_desk_differ(desk: Desk) -> None:
    records = [desk.articles.put(story("Storm", more=str(number))) for number in range(3)]
    assert [record.slug for record in records] == ["storm", "storm-2", "storm-3"]


def words(claims: tuple[Claim, ...]) -> list[str]:
    return [claim.text for claim in claims]


def stored(desk: Desk, article: Article) -> Extraction:
    extracted = extraction(article)
    record = desk.articles.put(article)
    desk.articles.store(record.id, extracted, complete=True)
    return extracted


def test_claims_come_back_as_they_were(desk: Desk) -> None:
    extracted = stored(desk, story())
    claims = desk.claims.of(desk.articles.find("1").id)
    assert tuple(record.claim for record in claims) == extracted.claims
    assert [record.number for record in claims] == list(range(1, len(claims) + 1))
    assert all(desk.claims.get(record.id) == record for record in claims)
    assert desk.findings.of(desk.articles.find("1").id) == extracted.findings
    assert desk.articles.find("1").extracted


def test_numbers_too_large_for_the_file(desk: Desk) -> None:
    extracted = extraction(story())
    claim = extracted.claims[0]
    facts = (replace(claim.facts[0], value=10**30), replace(claim.facts[0], value=10**400))
    record = desk.articles.put(story())
    desk.articles.store(record.id, Extraction(story(), (replace(claim, facts=facts),)), complete=True)
    assert [fact.value for fact in desk.claims.of(record.id)[0].claim.facts] == [1e30, None]


def test_claims_come_bit_by_bit(desk: Desk) -> None:
    record = desk.articles.put(story())
    extracted = extraction(story())
    for upto in range(1, len(extracted.claims)):
        part = replace(extracted, claims=extracted.claims[upto - 1 : upto], findings=())
        desk.articles.store(record.id, part, complete=False)
        assert words(tuple(row.claim for row in desk.claims.of(record.id))) == words(extracted.claims[:upto])
        assert not desk.articles.get(record.id).extracted
    desk.articles.store(record.id, extracted, complete=True)
    assert tuple(row.claim for row in desk.claims.of(record.id)) == extracted.claims


def test_marks_survive_another_extraction(desk: Desk) -> None:
    extracted = stored(desk, story())
    article_id = desk.articles.find("1").id
    first, second, third, *_ = desk.claims.of(article_id)
    desk.claims.change(first.id, 0, {"verdict": "verified"})
    desk.claims.change(third.id, 0, {"checkable": False})
    better = (
        replace(extracted.claims[1], id="c1", priority=0.1, kinds=("place",), checkable=False, facts=()),
        replace(extracted.claims[2], id="c2", priority=0.2),
        replace(extracted.claims[4], id="c3"),
    )
    sides = tuple(Span(one.start, one.end) for one in (better[0], better[2]))
    finding = Finding("x", "y", Severity.LOW, sides, ("c1", "c3"))
    desk.articles.store(article_id, Extraction(story(), better, findings=(finding,)), complete=True)
    claims = desk.claims.of(article_id)
    assert [record.id for record in claims[:3]] == [first.id, second.id, third.id]
    assert [record.claim.text for record in claims] == words((extracted.claims[0], *better))
    assert claims[0].verdict is Verdict.VERIFIED
    assert claims[1].claim == replace(better[0], id="c2")
    assert not claims[2].claim.checkable
    assert claims[2].claim.priority == 0.2
    assert desk.findings.of(article_id) == (replace(finding, claims=("c2", "c4")),)
    assert set(desk.index.normalised([record.id for record in claims])) == {record.id for record in claims}


def test_claims_of_a_hidden_block_survive_another_extraction(desk: Desk) -> None:
    stored(desk, story())
    article_id = desk.articles.find("1").id
    claims = desk.claims.of(article_id)
    body = story().draft.blocks[2]
    desk.drafts.set_role(article_id, body.start, Role.CREDIT, "set by Ada")
    assert len(desk.claims.of(article_id)) == len(claims) - 2
    without = tuple(record.claim for record in desk.claims.of(article_id))
    desk.articles.store(article_id, Extraction(story(), without), complete=True)
    desk.drafts.set_role(article_id, body.start, Role.CAPTION, "set by Ada")
    shown = desk.claims.of(article_id)
    assert [record.id for record in shown] == [record.id for record in claims]
    assert shown[1].claim.section is Section.CAPTION
    assert desk.articles.get(article_id).article.draft.blocks[2] == Block(
        body.start, body.end, Role.CAPTION, "set by Ada"
    )


def test_roles_overruled_while_an_extraction_runs_hold(desk: Desk) -> None:
    record = desk.articles.put(story())
    found = extraction(record.article)
    first, second = record.article.draft.blocks[2:4]
    desk.articles.store(record.id, replace(found, claims=found.claims[:3]), complete=False)
    desk.drafts.set_role(record.id, first.start, Role.CAPTION, "set by Ada")
    desk.drafts.set_role(record.id, second.start, Role.DEK, "set by Ada")
    desk.articles.store(record.id, found, complete=True)
    sections = [claim.claim.section for claim in desk.claims.of(record.id)]
    assert sections == [Section.HEADLINE, *[Section.CAPTION] * 2, *[Section.DEK] * 2, Section.CAPTION]


def test_no_block_begins_there(desk: Desk) -> None:
    record = desk.articles.put(story())
    with pytest.raises(ArticleError, match="no block begins at 1"):
        desk.drafts.set_role(record.id, 1, Role.BODY, "")


def test_summaries_count_what_is_on_the_list(desk: Desk) -> None:
    stored(desk, story())
    archived = desk.articles.put(story("Old", more="Old."), state=State.ARCHIVE)
    claims = desk.claims.of(desk.articles.find("1").id)
    for record, verdict in zip(claims, ("verified", "verified", "disputed", "unsourced"), strict=False):
        desk.claims.change(record.id, 0, {"verdict": verdict})
    desk.claims.change(claims[4].id, 0, {"removed": True})
    desk.events.append("mark", article_id=desk.articles.find("1").id)
    summary = desk.articles.summary(desk.articles.find("1").id)
    assert summary.progress == Progress(len(claims) - 1, 2, 1, 1, len(claims) - 5, 0, 0)
    assert summary.worked_by == "Ada"
    assert [each.id for each in desk.articles.summaries()] == [1, archived.id]
    assert [each.id for each in desk.articles.summaries([State.ARCHIVE])] == [archived.id]
    assert desk.articles.summary(archived.id).progress == Progress(0, 0, 0, 0, 0)
    assert desk.articles.summary(archived.id).worked_on is None
    with pytest.raises(ArticleError, match="no article 99"):
        desk.articles.summary(99)  # type: ignore[arg-type]  # any number may come from a command


def test_opinion_is_counted(desk: Desk) -> None:
    stored(desk, story())
    progress = desk.articles.summary(desk.articles.find("1").id).progress
    assert (progress.unchecked, progress.opinion) == (progress.claims, 1)


def test_article_data_can_be_corrected(desk: Desk) -> None:
    record = desk.articles.put(story())
    desk.articles.set_meta(record.id, title=HOSTILE, published=None, byline="Mara [/]")
    article = desk.articles.get(record.id).article
    assert (article.title, article.published, article.byline, article.dek) == (HOSTILE, None, "Mara [/]", None)
    desk.articles.set_meta(record.id, published=date(2025, 1, 2))
    assert desk.articles.get(record.id).article.published == date(2025, 1, 2)


def test_an_article_without_blocks(desk: Desk) -> None:
    article = replace(story(), draft=Draft("Seven cats.", ()))
    record = desk.articles.put(article)
    assert record.article == article
    claim = replace(extraction(story()).claims[0], start=0, end=5, text="Seven")
    desk.articles.store(record.id, Extraction(article, (claim,)), complete=True)
    assert desk.claims.of(record.id)[0].claim == claim


def test_people_come_back_as_they_were_stored(desk: Desk) -> None:
    record = desk.articles.put(story())
    ann = Person("Ann [b] Lee", (Span(0, 3), Span(9, 12)), False, ("Mayor",), ("a \x1bteacher",), (48, 47))
    bob = Person("東京 Moss", (Span(20, 24),), True)
    desk.articles.store(record.id, replace(extraction(story()), people=(ann, bob)), complete=True)
    assert desk.people.of(record.id) == (ann, bob)
    desk.articles.store(record.id, replace(extraction(story()), people=(bob,)), complete=True)
    assert desk.people.of(record.id) == (bob,)

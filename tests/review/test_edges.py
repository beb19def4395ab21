"""Claims that grow and shrink, are broken in two and merged: all can be taken back, and no other claim is touched."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.desk import Desk, connect
from factcheck.errors import StaleError, UsageError
from factcheck.model import (
    Article,
    ArticleId,
    Block,
    Claim,
    ClaimRecord,
    Draft,
    Extraction,
    Role,
    Section,
    Source,
    SourceKind,
    Span,
    Verdict,
)
from factcheck.review import Review
from factcheck.review.edges import moved
from tests.conftest import Clock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BODY = "In 1890 the bridge opened, and it cost 57 lives. The queen, aged 70, stayed at home."
HEADLINE = "A bridge opens"
TEXT = f"{HEADLINE}\n\n{BODY}"
CLAIMS = (HEADLINE, "In 1890 the bridge opened", "it cost 57 lives", "The queen, aged 70, stayed at home")


@pytest.fixture
def review(desk: Desk) -> Review:
    at = len(HEADLINE) + 2
    blocks = (Block(0, len(HEADLINE), Role.HEADLINE), Block(at, len(TEXT), Role.BODY))
    article = Article(HEADLINE, Draft(TEXT, blocks), "bridge.txt")
    record = desk.articles.put(article)
    desk.articles.store(record.id, extraction(article), complete=True)
    return Review(desk, record.id)


def extraction(article: Article) -> Extraction:
    return Extraction(
        article,
        tuple(
            Claim(f"c{number}", TEXT.index(words), TEXT.index(words) + len(words), words, Section.BODY)
            for number, words in enumerate(CLAIMS, 1)
        ),
    )


def texts(review: Review) -> list[str]:
    return [record.claim.text for record in review.claims]


def bare(records: tuple[ClaimRecord, ...]) -> list[ClaimRecord]:
    return [replace(record, revision=0) for record in records]


def test_edges_move_word_by_word_within_the_paragraph(review: Review) -> None:
    second = review.claims[1].id
    assert review.move_edge(second, left=False, out=True).message == "#2 has other words"
    assert review.claim(second).claim.text == "In 1890 the bridge opened, and"
    review.move_edge(second, left=False, out=False)
    review.move_edge(second, left=True, out=False)
    assert review.claim(second).claim.text == "1890 the bridge opened"
    review.move_edge(second, left=True, out=True)
    assert review.claim(second).claim.text == "In 1890 the bridge opened"
    with pytest.raises(UsageError, match="the paragraph begins here"):
        review.move_edge(second, left=True, out=True)
    last = review.claims[3].id
    with pytest.raises(UsageError, match="the paragraph ends here"):
        review.move_edge(last, left=False, out=True)


def test_a_claim_keeps_a_word(review: Review) -> None:
    first = review.claims[0].id
    review.move_edge(first, left=False, out=False)
    review.move_edge(first, left=False, out=False)
    assert review.claim(first).claim.text == "A"
    with pytest.raises(UsageError, match="a claim wants a word"):
        review.move_edge(first, left=False, out=False)


def test_a_verdict_on_other_words_is_taken_off_and_comes_back_with_undo(review: Review) -> None:
    second = review.claims[1].id
    review.mark(second, Verdict.VERIFIED, sources=[Source(SourceKind.DOCUMENT, "Log")], note="seen")
    before = bare(review.claims)
    review.move_edge(second, left=False, out=True)
    record = review.claim(second)
    assert (record.verdict, record.checker, record.note, len(record.sources)) == (None, None, "seen", 1)
    outcome = review.undo()
    assert outcome is not None
    assert "undone: #2 has other words" in outcome.message
    assert bare(review.claims) == before
    review.redo()
    assert review.claim(second).claim.text == "In 1890 the bridge opened, and"
    assert review.claim(second).verdict is None


def test_facts_follow_the_words(review: Review) -> None:
    third = review.claims[2].id
    for _ in range(3):
        review.move_edge(third, left=False, out=True)
    assert review.claim(third).claim.text == "it cost 57 lives. The queen, aged"
    review.move_edge(third, left=False, out=True)
    assert "70" in " ".join(fact.text for fact in review.claim(third).claim.facts)
    review.undo()
    assert "70" not in " ".join(fact.text for fact in review.claim(third).claim.facts)


def test_a_claim_is_broken_in_two(review: Review) -> None:
    fourth = review.claims[3]
    review.mark(fourth.id, Verdict.VERIFIED, note="both")
    before = bare(review.claims)
    at = TEXT.index("stayed")
    assert review.split(fourth.id, at).message == "#4 broken in two"
    assert texts(review)[3:] == ["The queen, aged 70", "stayed at home"]
    first, second = review.claims[3:]
    assert (first.id, first.verdict, first.note) == (fourth.id, None, "both")
    assert (second.verdict, second.note, second.manual) == (None, "", True)
    assert [record.number for record in review.claims] == [1, 2, 3, 4, 5]
    review.undo()
    assert bare(review.claims) == before
    review.redo()
    assert texts(review)[3:] == ["The queen, aged 70", "stayed at home"]
    with pytest.raises(UsageError, match="cannot be broken there"):
        review.split(fourth.id, review.claim(fourth.id).claim.start)


def test_two_claims_become_one(review: Review) -> None:
    second, third = review.claims[1:3]
    review.mark(third.id, Verdict.DISPUTED, note="counted 98")
    before = bare(review.claims)
    assert review.merge(second.id, third.id).message == "#2 merged with the next"
    assert texts(review) == [HEADLINE, "In 1890 the bridge opened, and it cost 57 lives", CLAIMS[3]]
    assert (review.removed[0].id, review.removed[0].note, review.removed[0].verdict) == (
        third.id, "counted 98", Verdict.DISPUTED,
    )  # fmt: skip
    review.undo()
    assert bare(review.claims) == before
    with pytest.raises(UsageError, match="different paragraphs"):
        review.merge(review.claims[0].id, second.id)
    assert bare(review.claims) == before


def test_no_two_claims_get_the_same_words(review: Review) -> None:
    second, third = review.claims[1:3]
    with pytest.raises(UsageError, match="another claim has just these words"):
        review.set_span(second.id, third.claim.start, third.claim.end)
    review.remove(third.id)
    with pytest.raises(UsageError, match="another claim has just these words"):
        review.set_span(second.id, third.claim.start, third.claim.end)
    assert review.claim(second.id).claim.text == CLAIMS[1]


def test_who_comes_too_late_is_told(review: Review, path: Path) -> None:
    second, third = review.claims[1:3]
    with connect(path, who="Bob", clock=Clock(), wait=0.2) as desk:
        Review(desk, ArticleId(1)).note(second.id, "mine")
    late: list[Callable[[], object]] = [
        lambda: review.move_edge(second.id, left=False, out=True, seen=second.revision),
        lambda: review.split(second.id, TEXT.index("the bridge"), seen=second.revision),
        lambda: review.merge(second.id, third.id, seen=second.revision),
    ]
    for act in late:
        with pytest.raises(StaleError):
            act()
    assert texts(review) == list(CLAIMS)


def test_extraction_brings_no_former_words_back(review: Review, desk: Desk) -> None:
    second, third = review.claims[1:3]
    review.move_edge(second.id, left=False, out=True)
    review.split(third.id, TEXT.index("57"))
    before = bare(review.claims)
    article = review.article.article
    desk.articles.store(ArticleId(1), extraction(article), complete=True)
    review.refresh()
    assert bare(review.claims) == before
    assert desk.index.check() == []


def test_the_match_index_follows(review: Review, desk: Desk) -> None:
    fourth = review.claims[3].id
    review.split(fourth, TEXT.index("stayed"))
    assert desk.index.check() == []
    review.undo()
    assert desk.index.check() == []
    assert list(desk.problems()) == []


def test_a_place_that_was_broken_before_can_be_broken_again(review: Review) -> None:
    fourth, at = review.claims[3].id, TEXT.index("stayed")
    review.split(fourth, at)
    review.undo()
    review.split(fourth, at)
    assert texts(review)[3:] == ["The queen, aged 70", "stayed at home"]


def test_a_verdict_that_was_not_seen_is_not_merged_away(review: Review, path: Path) -> None:
    second, third = review.claims[1:3]
    with connect(path, who="Bob", clock=Clock(), wait=0.2) as desk:
        Review(desk, ArticleId(1)).mark(third.id, Verdict.VERIFIED)
    with pytest.raises(StaleError):
        review.merge(second.id, third.id, seen=second.revision, seen_other=third.revision)
    assert texts(review) == list(CLAIMS)


def test_a_suggestion_goes_with_the_words_that_it_was_on(review: Review) -> None:
    second = review.claims[1].id
    review.suggest(second, "In 1891 the bridge opened")
    review.move_edge(second, left=False, out=True)
    assert review.claim(second).replacement == ""
    review.undo()
    assert review.claim(second).replacement == "In 1891 the bridge opened"


@pytest.mark.parametrize(
    ("text", "grown"),
    [("It cost $5 million", "$5 million"), ("It was -5 degrees", "-5 degrees"), ("So 7% went", "7% went")],
)
def test_a_figure_keeps_its_sign(text: str, grown: str) -> None:
    start = text.index(grown.split()[1])
    draft = Draft(text, (Block(0, len(text), Role.BODY),))
    span = moved(draft, Span(start, start + len(grown.split()[1])), left=True, out=True)
    assert text[span.start : span.end] == grown

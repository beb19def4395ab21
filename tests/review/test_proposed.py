"""The sources that a writer named beside the text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.model import Annotation, AnnotationKind, Source, SourceKind
from factcheck.review import Review
from factcheck.review.proposed import noted, proposed, proposed_sources
from tests.desk.sample import extraction, story

if TYPE_CHECKING:
    from factcheck.desk import Desk


def footnote(text: str, author: str = "") -> Annotation:
    return Annotation(0, 5, AnnotationKind.FOOTNOTE, text, author)


@pytest.mark.parametrize(
    ("text", "name", "locator"),
    [
        ("Harbour log 1890, p. 4.", "Harbour log 1890", "p. 4"),
        ("Annual report (https://example.org/a_b?c=d), 1891", "Annual report, 1891", "https://example.org/a_b?c=d"),
        ("https://example.org/", "https://example.org/", ""),
        ("The keeper, +47 22 33 44 55, called twice", "The keeper, called twice", "+47 22 33 44 55"),
        ("Tape 3, 12:04:10", "Tape 3", "12:04:10"),
        ("The pages of 1890 say so", "The pages of 1890 say so", ""),
        ("Source: Harbour log 1890, p. 4", "Harbour log 1890", "p. 4"),
        ("Sources: https://example.org/", "https://example.org/", ""),
        ("Source of the tale: the keeper", "Source of the tale: the keeper", ""),
        ("Source:", "footnote", ""),
        ("Scott, Report, 1941, p. 12. See Smith.", "Scott, Report, 1941. See Smith", "p. 12"),
        ("Scott, Report; p. 12; see Smith.", "Scott, Report; see Smith", "p. 12"),
    ],
)
def test_an_address_a_page_a_number_or_a_time_is_the_locator(text: str, name: str, locator: str) -> None:
    source = proposed(footnote(text))
    assert (source.name, source.locator) == (name, locator)
    assert source.note == "the writer's footnote"


def test_a_link_is_proposed_by_the_name_of_its_host() -> None:
    source = proposed(Annotation(0, 5, AnnotationKind.LINK, "https://www.example.org/log?year=1890"))
    assert (source.name, source.locator) == ("example.org", "https://www.example.org/log?year=1890")
    assert source.note == "the writer's link"


def test_our_own_remark_on_a_marked_up_draft_is_no_source(desk: Desk) -> None:
    article = story()
    claims = extraction(article).claims
    texts = ("#1 ✓ verified: resolution open\nSource, document: Log", "The log, p. 4")
    notes = tuple(Annotation(claims[0].start, claims[0].end, AnnotationKind.COMMENT, text) for text in texts)
    record = desk.articles.put(replace(article, draft=replace(article.draft, annotations=notes)))
    desk.articles.store(record.id, extraction(record.article), complete=True)
    review = Review(desk, record.id)
    found = proposed_sources(review.article.article.draft, review.claims[0], review.claims)
    assert [(one.name, one.locator) for one in found] == [("The log", "p. 4")]


def test_a_long_one_keeps_all_its_words() -> None:
    source = proposed(footnote("word " * 60, "A. Writer"))
    assert len(source.name) < 130
    assert source.note.count("word") == 60
    assert source.note.startswith("the writer's footnote, A. Writer: ")


def test_a_claim_has_what_stands_beside_its_words_until_it_is_taken(desk: Desk) -> None:
    article = story()
    claims = extraction(article).claims
    notes = tuple(
        Annotation(claim.start, claim.end, AnnotationKind.FOOTNOTE, f"Log, p. {number}")
        for number, claim in enumerate(claims[:2], 1)
    )
    article = replace(article, draft=replace(article.draft, annotations=notes))
    record = desk.articles.put(article)
    desk.articles.store(record.id, extraction(article), complete=True)
    review = Review(desk, record.id)
    draft = review.article.article.draft
    first, second, third, *_ = review.claims
    (source,) = proposed_sources(draft, first, review.claims)
    assert (source.name, source.locator, source.kind) == ("Log", "p. 1", SourceKind.OTHER)
    assert [one.locator for one in proposed_sources(draft, second, review.claims)] == ["p. 2"]
    assert proposed_sources(draft, third, review.claims) == ()
    assert not any(claim.sources for claim in review.claims), "nobody has taken it over"
    review.add_source(first.id, Source(SourceKind.PRIMARY, "LOG", "p. 1"))
    assert proposed_sources(draft, review.claims[0], review.claims) == ()


def test_a_link_on_whoever_says_it_is_beside_each_claim_of_its_sentence(desk: Desk) -> None:
    article = story(more="It killed 75 people and cost £1m, the inquiry said. The log of 1879 says 60. So it was.")
    text = article.draft.text

    def on(words: str, kind: AnnotationKind = AnnotationKind.LINK) -> Annotation:
        return Annotation(text.index(words), text.index(words) + len(words), kind, f"https://example.org/{words[4:7]}")

    links = on("the inquiry said"), on("the inquiry", AnnotationKind.COMMENT), on("cost £1m"), on("The log of 1879")
    article = replace(article, draft=replace(article.draft, annotations=links))
    told = ("It killed 75 people", "cost £1m", "The log of 1879 says 60", "So it was")
    (like, *_) = extraction(article).claims
    claims = tuple(
        replace(like, id=f"c{at}", start=text.index(words), end=text.index(words) + len(words), text=words, facts=())
        for at, words in enumerate(told, 1)
    )
    record = desk.articles.put(article)
    desk.articles.store(record.id, replace(extraction(article), claims=claims, findings=()), complete=True)
    review = Review(desk, record.id)
    draft = review.article.article.draft
    said, _, cost, log = links
    assert [noted(draft, one, review.claims) for one in review.claims] == [(said,), (cost, said), (log,), ()]
    (source,) = proposed_sources(draft, review.claims[0], review.claims)
    assert (source.name, source.locator) == ("example.org", said.text)

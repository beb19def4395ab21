"""Searching the archive by free text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.archive import Query, search
from factcheck.archive.reworded import MEASURES, Pool, learned, read, spoken
from factcheck.model import Relation
from tests.archive.conftest import CROWD
from tests.conftest import HOSTILE

if TYPE_CHECKING:
    from factcheck.desk import Desk
    from tests.archive.conftest import Archive

BRIDGE = "The Forth Bridge carried its first train in January 1890."


def texts(desk: Desk, query: str, limit: int = 20) -> list[str]:
    return [match.text for match in search([Query("q", query)], desk, limit=limit)[0]]


def test_other_words_find_a_claim(archive: Archive) -> None:
    desk = archive(*CROWD, BRIDGE)
    assert texts(desk, "when did trains begin to cross the bridge")[0] == BRIDGE


def test_the_headline_counts(archive: Archive) -> None:
    archive(*CROWD)
    desk = archive("It took seven years and 73 lives.", article="How the Forth Bridge was built")
    assert texts(desk, "forth bridge builders")[0] == "It took seven years and 73 lives."


def test_a_claim_that_is_passed_over_is_not_found_by_its_headline(archive: Archive) -> None:
    archive(*CROWD)
    desk = archive("It took seven years and 73 lives.", article="How the Forth Bridge was built")
    (own,) = (one.id for one in desk.articles.summaries() if one.title.startswith("How"))
    assert own not in [match.article_id for match in search([Query("q", "forth bridge")], desk, exclude=[own])[0]]


def test_a_corrected_headline_counts_and_the_former_does_not(archive: Archive) -> None:
    archive(*CROWD)
    desk = archive("It took seven years.", article="How the Forth Bridge was built")
    (article,) = (one.id for one in desk.articles.summaries() if one.title.startswith("How"))
    desk.articles.set_meta(article, title="How a tunnel was dug")
    assert texts(desk, "forth") == []
    assert texts(desk, "tunnel") == ["It took seven years."]
    assert desk.index.check() == []


def test_relation_is_told_of_what_is_alike_only(archive: Archive) -> None:
    desk = archive(*CROWD, BRIDGE)
    (best, *_) = search([Query("q", "The Forth Bridge carried its first train in March 1890.")], desk)[0]
    assert best.relation is Relation.CONFLICT
    (best, *_) = search([Query("q", "trains over bridges")], desk)[0]
    assert (best.relation, best.differences) == (Relation.NEAR, ())


def test_it_fills_up_to_the_limit(archive: Archive) -> None:
    desk = archive(*CROWD, *(f"Bridge {number} is painted red" for number in range(30)))
    assert len(texts(desk, "Which bridge is red?", limit=25)) == 25


@pytest.mark.parametrize("text", ["", "of the", "47%", "NEAR(a b)", '"', HOSTILE, "word " * 5_000, "東京"])
def test_any_text_can_be_asked(archive: Archive, text: str) -> None:
    desk = archive(*CROWD, HOSTILE)
    assert isinstance(texts(desk, text), list)


def test_a_post_is_read_as_a_sentence() -> None:
    assert spoken("Fires! #AustralianFires https://t.co/x by @BBCNews pic.twitter.com/0eJt").split() == [
        "Fires!", "Australian", "Fires", "by", "BBC", "News",
    ]  # fmt: skip


def test_a_claim_is_liker_to_itself_than_to_another() -> None:
    claims = [(read(text), read("News")) for text in (BRIDGE, *CROWD)]
    pool = Pool(claims, {word: 3.0 for claim, _ in claims for word in claim.terms})
    assert [pool.ranked(read(text))[0][0] for text in (BRIDGE, *CROWD)] == list(range(len(claims)))
    assert len(learned()) == len(MEASURES) == len(pool.measures(read(BRIDGE))[0])


def test_other_words_for_the_same_are_nearer_than_words_of_another_subject() -> None:
    claims = [(read(text), read("")) for text in ("The physician cured ill infants.", "The railway sold old wagons.")]
    query = read("A doctor treated sick babies.")
    pool = Pool(claims, {word: 3.0 for text in (query, *(claim for claim, _ in claims)) for word in text.terms})
    near, far = (dict(zip(MEASURES, row, strict=True)) for row in pool.measures(query))
    assert near["words"] == far["words"] == near["phrases"] == 0
    assert near["claim meaning"] > 0.5 > far["claim meaning"] + 0.2
    assert near["headline meaning"] == 0


def test_words_of_one_root_share_pieces() -> None:
    claims = [(read(text), read("")) for text in ("Immigrants arrived.", "Emperors abdicated.", "")]
    pool = Pool(claims, {})
    of_root, of_none, of_nothing = (
        dict(zip(MEASURES, row, strict=True))["pieces"] for row in pool.measures(read("Immigration"))
    )
    assert of_root > 0.3
    assert of_none == of_nothing == 0
    assert pool.measures(read("")) == pool.measures(read("!"))


def test_what_the_best_have_in_common_beyond_the_query_tells_what_it_is_about() -> None:
    texts = [
        "The bridge fell in wind",
        "The bridge fell at Tay",
        "The span swayed in wind at Tay",
        "Gulls nested in June",
    ]
    claims = [(read(text), read("")) for text in texts]
    pool = Pool(claims, {word: 3.0 for claim, _ in claims for word in claim.terms})
    best = [dict(zip(MEASURES, row, strict=True))["best ones"] for row in pool.measures(read("A bridge fell"))]
    assert best[2] > best[3]
    assert best[2] > 0.2

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from factcheck.archive import Query, match, match_article
from factcheck.extraction import find_facts
from factcheck.model import Article, Block, Claim, ClaimId, Draft, Extraction, Relation, Role, Section, State
from tests.archive.conftest import CROWD
from tests.conftest import HOSTILE

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from factcheck.desk import Desk
    from factcheck.model import ArticleId, Match
    from tests.archive.conftest import Archive

CLAIM = "The harbour board bought three used cranes from a yard in Gdansk for $40,000."


def matches(desk: Desk, text: str) -> tuple[Match, ...]:
    return match([Query("q", text)], desk)[0]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (CLAIM, Relation.SAME),
        ("For $40,000 the harbour board bought 3 used cranes from a yard in Gdańsk", Relation.SAME),
        (CLAIM.replace("$40,000", "$70,000"), Relation.CONFLICT),
        (CLAIM.replace("Gdansk", "Odense"), Relation.CONFLICT),
        (CLAIM.replace("bought", "never bought"), Relation.CONFLICT),
        ("A yard in Gdansk once built cranes for harbours", Relation.NEAR),
    ],
)
def test_a_claim_meets_an_earlier_one(archive: Archive, text: str, relation: Relation) -> None:
    desk = archive(*CROWD, CLAIM)
    best = matches(desk, text)[0]
    assert (best.text, best.relation) == (CLAIM, relation)
    assert 0 <= best.score <= 100


@pytest.mark.parametrize("text", ["The choir sang two hymns", "", "of the and", "東京", "word " * 5_000])
def test_nothing_is_better_than_anything(archive: Archive, text: str) -> None:
    assert matches(archive(*CROWD, CLAIM), text) == ()


def test_hostile_text_matches_itself(archive: Archive) -> None:
    (found,) = matches(archive(*CROWD, HOSTILE), HOSTILE)
    assert (found.text, found.relation, found.score) == (HOSTILE, Relation.SAME, 100)


def test_a_match_tells_where_it_stood_and_what_became_of_it(archive: Archive) -> None:
    desk = archive(*CROWD)
    archive(CLAIM, article="Cranes come", verdict="verified", source="Bill of sale", date="2019-05-01", checker="Ada")
    (found,) = matches(desk, CLAIM)
    assert (found.article, found.date, found.verdict, found.checker) == (
        "Cranes come", date(2019, 5, 1), "verified", "Ada"
    )  # fmt: skip
    assert found.checked_at is not None
    assert found.checked_at.date() == date(2019, 5, 1)
    assert [source.name for source in found.sources] == ["Bill of sale"]


def test_what_agrees_or_contradicts_comes_before_what_is_near(archive: Archive) -> None:
    longer = (
        "Used cranes from Gdansk: the harbour board bought some last year, its members say, and wants yet more of them"
    )
    desk = archive(longer, CLAIM.replace("$40,000", "$70,000"), CLAIM, *CROWD)
    found = matches(desk, CLAIM)
    assert [one.relation for one in found] == [Relation.SAME, Relation.CONFLICT, Relation.NEAR]
    assert found[1].differences[0].here == "$40,000"


def test_limit_and_many_at_once(archive: Archive) -> None:
    desk = archive(*(CLAIM.replace("three", str(number)) for number in range(4, 12)), *CROWD)
    one, two, three = match([Query("a", CLAIM), Query("b", ""), Query("c", CROWD[0])], desk, limit=3)
    assert (len(one), len(two), len(three)) == (3, 0, 1)
    assert match([], desk) == ()


def test_an_article_never_meets_itself(archive: Archive) -> None:
    desk = archive(*CROWD)
    article = Article("Cranes", Draft(CLAIM, (Block(0, len(CLAIM), Role.BODY),)), "cranes.txt")
    claim = Claim("c1", 0, len(CLAIM), CLAIM, Section.BODY, facts=find_facts(CLAIM))
    record = desk.articles.put(article, state=State.ARCHIVE)
    desk.articles.store(record.id, Extraction(article, (claim,)), complete=True)
    assert match_article(desk, article, [claim]) == ((),)
    assert matches(desk, CLAIM)[0].article_id == record.id


def test_facts_of_a_claim_are_counted_from_its_own_start(archive: Archive) -> None:
    desk = archive(CLAIM, *CROWD)
    text = "Cranes came in 1901. " + CLAIM.replace("$40,000", "$70,000")
    article = Article("Cranes", Draft(text, (Block(0, len(text), Role.BODY),)), "cranes.txt")
    claim = Claim("c1", 21, len(text), text[21:], Section.BODY, facts=find_facts(text, 21))
    ((found, *_),) = match_article(desk, article, [claim])
    assert [(one.kind, one.here, one.there) for one in found.differences] == [("money", "$70,000", "$40,000")]


def test_last_year_is_told_by_the_day_of_publication(archive: Archive) -> None:
    desk = archive("The harbour board bought used cranes in Gdansk in 2018.", *CROWD)
    text = "The harbour board bought used cranes in Gdansk last year."
    for year, relation in ((2019, {Relation.SAME, Relation.NEAR}), (2021, {Relation.CONFLICT})):
        assert match([Query("q", text, date(year, 3, 1))], desk)[0][0].relation in relation


@pytest.mark.parametrize(
    ("here", "there", "relation"),
    [
        (
            "Officials said the cranes cost 3 million",
            "The cranes cost three million",
            Relation.SAME,
        ),
        ("The cranes from Gdansk cost $3m", "The cranes from Gdansk cost £3m", Relation.CONFLICT),
    ],
)
def test_the_same_words_say_the_same_unless_a_sign_differs(
    archive: Archive, here: str, there: str, relation: Relation
) -> None:
    desk = archive(there, *CROWD)
    assert match([Query("q", here)], desk)[0][0].relation is relation


class Backwards:
    """An engine that finds nothing but one claim."""

    def __init__(self, desk: Desk, only: ClaimId) -> None:
        self._desk, self._only = desk, only

    def candidates(
        self, claims: Sequence[str], *, limit: int = 24, exclude: Collection[ArticleId] = (), wide: bool = False
    ) -> list[list[tuple[ClaimId, float]]]:
        return [[(self._only, 1.0)] for _ in claims]

    def normalised(self, claims: Collection[ClaimId]) -> Mapping[ClaimId, str]:
        return self._desk.index.normalised(claims)

    def size(self) -> int:
        return self._desk.index.size()

    def weights(self, words: Collection[str]) -> Mapping[str, float]:
        return self._desk.index.weights(words)


def test_another_engine_can_look_for_candidates(archive: Archive) -> None:
    desk = archive(CLAIM, CLAIM.replace("three", "nine"), *CROWD)
    second = matches(desk, CLAIM)[1]
    (found,) = match([Query("q", CLAIM)], desk, engine=Backwards(desk, second.claim_id))[0]
    assert found == second


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (
            "They spent two hundred and forty-five million dollars on it",
            "They spent three hundred and forty-five million dollars on it",
        ),
        (
            "It drew two thousand five hundred and thirty-one people",
            "It drew three thousand five hundred and thirty-one people",
        ),
        (
            "On Monday, 4 March 1890 the old bridge by the mill was opened",
            "On Monday, 4 March 1890 the old bridge by the mill was not opened",
        ),
    ],
)
def test_a_figure_that_is_long_is_compared_whole(archive: Archive, here: str, there: str) -> None:
    desk = archive(*CROWD, there)
    for facts in (None, find_facts(here)):
        (best, *_) = match([Query("q", here, facts=facts)], desk)[0]
        assert best.relation is Relation.CONFLICT

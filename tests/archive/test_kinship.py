"""Two articles on one event tell it in other words, and in other sentences."""

from __future__ import annotations

from factcheck.archive.kinship import Told, nearest
from factcheck.archive.scoring import wording
from factcheck.normalise import normalised

OTHERS = tuple(
    f"{who} {did} {what}"
    for who in ("Stokers", "Stewards", "Cellists", "Postmen")
    for did, what in (("slept", "badly"), ("played", "whist"), ("wrote", "letters"), ("mended", "shoes"))
)
"""Claims that make the words of others rare."""


def told(*claims: str) -> list[Told]:
    return [Told(text, wording(normalised(text))) for text in claims]


def test_the_nearest_claim_shares_most_of_what_few_claims_have() -> None:
    here = told(*OTHERS, "The liner Titanic struck an iceberg off Newfoundland")
    there = told("The liner slowed", *OTHERS, "An iceberg had been seen off Newfoundland", "The Titanic was new")
    assert nearest(here, there)[len(OTHERS)] == len(OTHERS) + 1


def test_one_word_is_not_enough_nor_are_words_that_every_other_claim_has() -> None:
    here = told(*OTHERS, "An iceberg drifted south", "Stokers and cellists and letters")
    there = told(*OTHERS, "The lookout saw an iceberg")
    found = nearest(here, there)
    assert len(OTHERS) not in found
    assert len(OTHERS) + 1 not in found


def test_a_claim_that_leans_on_the_one_before_is_about_the_same_thing() -> None:
    there = told(*OTHERS, "The lifeboats of the Titanic were lowered half empty in April")
    whole = "Lifeboats hung on the boat deck of the Titanic"
    leaning = told(*OTHERS, whole, "which were lowered one by one")
    apart = told(*OTHERS, whole, "Flags were lowered one by one")
    place = len(OTHERS) + 1
    assert nearest(leaning, there)[place] == len(OTHERS)
    assert place not in nearest(apart, there)


def test_a_longer_claim_must_share_more() -> None:
    here = told(*OTHERS, "The band of the Titanic")
    long = (
        "The band of a theatre in Leeds, where a cook, a clown and a crane driver sang, knew of the Titanic from papers"
    )
    there = told(*OTHERS, long, "A hymn of the Titanic band")
    assert nearest(here, there)[len(OTHERS)] == len(OTHERS) + 1


def test_nothing_is_near_nothing() -> None:
    assert nearest([], told("The band played")) == {}
    assert nearest(told("", "of the", "[b] 東京 [/]"), told("", "👩‍👩‍👧‍👦")) == {}

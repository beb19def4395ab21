"""A checker who is shown matches that bear on nothing looks at no match any more."""

from __future__ import annotations

import pytest

from factcheck.archive import Query, match
from factcheck.archive.generic import GENERIC
from factcheck.desk.terms import stem
from factcheck.model import Relation
from tests.archive.conftest import CROWD, Archive

ELSEWHERE = (
    "A neighbour found the missing dog in the yard of the school on Monday.",
    "Working together with both unions, the railway drew up a new timetable.",
    "The survey, which takes half an hour, must be filled in by hand; nobody is recommending a shorter one.",
    "Their aim is to print a practical guide to each trade, in each language, however long it takes.",
    "At the polling station in Millbrook the doors closed at 10 p.m. with people still in line outside.",
    "It will help many young people to a career in mining.",
    *CROWD[:3],
)


@pytest.mark.parametrize(
    "text",
    [
        "Ada has made a lot of good friends at the school over the years",
        "they were working on the film together",
        "She would not be recommending films to young people without the help of her sister",
        "It took him a long time to find work in the language trade",
        "Both have been close to people outside of the company in line with their wishes",
        "He found the yard",
    ],
)
def test_common_words_make_no_match(archive: Archive, text: str) -> None:
    desk = archive(*ELSEWHERE)
    assert match([Query("q", text)], desk) == ((),)
    assert match([Query("q", text), Query("r", "Ada Byrne makes films in Cork")], desk, together=True) == ((), ())


DRAFT = (
    "Bakers in the old town of Ghent want lower rents, a petition with 214 names says",
    "The brewery Van Dorpe shut its cellars in Ghent after the flood of the Leie",
    "A cellar in the old town stood under water for days",
    "The choir sang two hymns",
)
EARLIER = (
    "Bakers in Ghent have signed a petition for lower rents.",
    "After the Leie flood, the brewery Van Dorpe could not open its cellars again.",
    "The water stood knee-deep in every cellar of the quarter.",
    "A hymn was written for the mayor's birthday.",
)


def test_claims_of_one_event_need_share_less(archive: Archive) -> None:
    desk = archive(*EARLIER)
    archive(*ELSEWHERE, article="Another story")
    alone = [found for (found,) in (match([Query("q", text)], desk) for text in DRAFT)]
    together = match([Query("q", text) for text in DRAFT], desk, together=True)
    assert [len(found) for found in alone] == [1, 1, 0, 0]
    assert [len(found) for found in together] == [1, 1, 1, 0]
    assert (together[2][0].text, together[2][0].relation) == (EARLIER[2], Relation.NEAR)


NUNS = "Two nuns who had rowed all night from Bruges handed out loaves, candles, blankets and dry straw along the quay"
REPORTER = (
    "A reporter on foot saw dead horses, torn sails, a cart of loaves in a doorway and nuns asleep by the quay in"
    " daylight"
)
WHO = ("Tailors", "Sailors", "Cooks", "Monks", "Divers", "Masons", "Grocers", "Miners")
DONE = ("ate", "sat", "drank", "woke", "swam", "dug", "hid", "sewed", "sang", "wept")


def test_in_an_article_on_the_event_a_claim_that_met_nothing_is_laid_beside_the_nearest(archive: Archive) -> None:
    desk = archive(*EARLIER, REPORTER)
    archive(*ELSEWHERE, article="Another story")
    assert match([Query("q", NUNS)], desk, together=True) == ((),)
    *_, met, nothing = match([Query("q", text) for text in (*DRAFT, NUNS, "Nobody was hurt")], desk, together=True)
    assert [(one.text, one.relation) for one in met] == [(REPORTER, Relation.NEAR)]
    assert nothing == ()


def test_an_article_that_has_but_its_background_in_common_is_not_laid_beside(archive: Archive) -> None:
    aside = REPORTER.replace(" by the quay", "")
    archive(*(f"{who} {did}" for who in WHO[:4] for did in DONE[5:]), *EARLIER[:2], aside)
    desk = archive(*ELSEWHERE, article="Another story")
    short = match([Query("q", text) for text in (*DRAFT[:2], NUNS)], desk, together=True)
    assert [len(found) for found in short] == [1, 1, 1]
    others = [f"{who} {did}" for who in WHO[4:] for did in DONE[:5]]
    long = match([Query("q", text) for text in (*others, *DRAFT[:2], NUNS)], desk, together=True)
    assert [len(found) for found in long[-3:]] == [1, 1, 0]


def test_one_shared_subject_makes_no_event(archive: Archive) -> None:
    desk = archive(EARLIER[1], *ELSEWHERE)
    together = match([Query("q", text) for text in DRAFT[1:]], desk, together=True)
    assert [len(found) for found in together] == [1, 0, 0]


def test_boilerplate_with_other_figures_is_not_shown(archive: Archive) -> None:
    desk = archive(*(f"Revenue was {number} million" for number in range(20, 60)), *CROWD)
    assert match([Query("q", "Revenue was 72 million")], desk) == ((),)
    assert [one.relation for one in match([Query("q", "Revenue was 21 million")], desk)[0]] == [Relation.SAME]


ROUTINE = tuple(
    wording.format(number)
    for wording in (
        "The port was shut for {} days",
        "They landed {} times",
        "It weighs {} tonnes",
        "For {} years it rose",
    )
    for number in range(20, 40)
)
"""Claims that use each of some words again and again, and never together."""


def test_a_sentence_that_few_have_is_no_boilerplate_though_its_words_are_common(archive: Archive) -> None:
    desk = archive(*ROUTINE, "The port landed 40 or 50 tonnes", *CROWD)
    ((found,),) = match([Query("q", "The port landed 60 or 70 tonnes")], desk)
    assert {one.there for one in found.differences} == {"40", "50 tonnes"}


def test_a_sentence_that_few_have_may_be_told_again_in_another_order(archive: Archive) -> None:
    desk = archive(*ROUTINE, "It was at the port that they landed 40 tonnes", *CROWD)
    ((found,),) = match([Query("q", "Then, all of 70 tonnes had been landed below this port")], desk)
    assert found.relation is Relation.CONFLICT


def test_the_list_of_generic_words_is_of_stems() -> None:
    assert {stem("working"), stem("together"), stem("people"), stem("found")} <= GENERIC
    assert not {"titanic", "lifeboat", "meteorit", "vaccin"} & GENERIC

"""When a relative clause or a participle is a claim of its own."""

from __future__ import annotations

import pytest

from factcheck.model import Role
from tests.extraction.build import claims


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The fairs, which were moved to May before being put off to June, have closed.",
            [
                "The fairs, which were moved to May before being put off to June, have closed",
                "which were moved to May",
                "before being put off to June",
            ],
        ),
        ("He died after being shot by a guard in Leeds.", ["He died", "after being shot by a guard in Leeds"]),
        (
            "Lee left the hall, making it clear that he would not return.",
            ["Lee left the hall", "he would not return"],
        ),
        ("Raised in Denver, Lee, in 1912, moved to Ohio.", None),
        ("The old road is dry in May, except where the wall of the upper dam is broken.", None),
        (
            (
                "Storms are driven by a form of energy called latent heat, which is released by moisture evaporated "
                "from the sea that turns to rain."
            ),
            [
                "Storms are driven by a form of energy called latent heat",
                "which is released by moisture evaporated from the sea that turns to rain",
            ],
        ),
        (
            "The rest are old boats which will be given to the town of Leeds.",
            ["The rest are old boats", "which will be given to the town of Leeds"],
        ),
        ("The mayor wants a law which will help all the boatmen.", None),
        (
            "John Roe, an aide to Ann Lee whose job has been to deal with the press, left.",
            [
                "John Roe, an aide to Ann Lee whose job has been to deal with the press, left",
                "whose job has been to deal with the press",
            ],
        ),
        ("They found no one in the yard who had not been paid by the owner since 1912.", None),
        (
            "The mayor, who was born in Leeds in 1960, opened the library.",
            ["The mayor, who was born in Leeds in 1960, opened the library", "who was born in Leeds in 1960"],
        ),
        (
            "The union pointed to loans, meaning that they owed too much.",
            ["The union pointed to loans", "meaning that they owed too much"],
        ),
        (
            "It’s an old tool, created to overload/create long lists and crash a page in Leeds.",
            ["It’s an old tool, created to overload/create long lists", "crash a page in Leeds"],
        ),
        (
            "A poll of 1,100 residents, conducted in January, found 61% favored ratification of the plan.",
            ["61% favored ratification of the plan"],
        ),
        (
            (
                "The book, published in 1859, sold out within a day; a second edition of 3,000 copies followed in "
                "January 1860."
            ),
            [
                "The book, published in 1859, sold out within a day",
                "a second edition of 3,000 copies followed in January 1860",
            ],
        ),
        (
            "The suspects face charges including conspiracy to rob, receiving stolen money, and harbouring.",
            ["The suspects face charges including conspiracy to rob, receiving stolen money, and harbouring"],
        ),
        (
            "The bank charges 5 percent a year, making it the dearest in town.",
            ["The bank charges 5 percent a year", "making it the dearest in town"],
        ),
        ("It was Ann Lee who paid the fine.", ["It was Ann Lee who paid the fine"]),
        (
            "Ann Lee, who runs the yard where her brother works and who sailed to Cork in 2019, built the boat.",
            [
                "Ann Lee, who runs the yard where her brother works and who sailed to Cork in 2019, built the boat",
                "who runs the yard",
                "where her brother works",
                "who sailed to Cork in 2019",
            ],
        ),
        (
            "The firm moved to Leeds where rents are lower.",
            ["The firm moved to Leeds", "where rents are lower"],
        ),
        (
            "The spill would fill the dock (which holds 2,500 tons), and the yard (it had 40 men) was closed.",
            [
                "The spill would fill the dock",
                "which holds 2,500 tons",
                "the yard (it had 40 men) was closed",
                "it had 40 men",
            ],
        ),
        (
            "It names the guards of the plant, who have used force to stop strikes in Ohio sparked by a cut in wages.",
            [
                "It names the guards of the plant",
                "who have used force to stop strikes in Ohio sparked by a cut in wages",
            ],
        ),
        ("This was the second winter storm where the old wall made the difference.", None),
        (
            "Four men were arrested on charges of disorderly conduct, obstructing an officer and trespass.",
            None,
        ),
        (
            "Lee and Roe were the only two members of the crew who did not compete in Leeds.",
            ["Lee and Roe were the only two members of the crew who did not compete in Leeds"],
        ),
        (
            "The ship laid 30,000 miles of cable, including the first that lasted across the sea.",
            ["The ship laid 30,000 miles of cable, including the first that lasted across the sea"],
        ),
        (
            "The man, who was not identified, was buried in May.",
            ["The man, who was not identified, was buried in May", "who was not identified"],
        ),
        (
            "Capone, 32, who ran the ring, faces up to 17 years in prison.",
            ["Capone, 32, who ran the ring, faces up to 17 years in prison", "who ran the ring"],
        ),
        (
            "Penicillin was found by Alexander Fleming, who noticed that a mold had killed the germs.",
            ["Penicillin was found by Alexander Fleming", "a mold had killed the germs"],
        ),
        (
            "Fleming found a mould which kills many kinds of bacteria in the body.",
            ["Fleming found a mould", "which kills many kinds of bacteria in the body"],
        ),
        (
            "The film was handed in by someone who had found it in Paris in 1921.",
            ["The film was handed in by someone", "who had found it in Paris in 1921"],
        ),
        (
            "By 1950, the tower would lean by either 5 degrees or by 6 degrees, depending on the soil.",
            ["By 1950, the tower would lean by either 5 degrees or by 6 degrees, depending on the soil"],
        ),
        ("There are moulds which kill many kinds of bacteria in the body.", None),
        (
            "They estimated by 1950, growing trade and changing diet would increase food needs by 50 percent.",
            ["by 1950, growing trade and changing diet would increase food needs by 50 percent"],
        ),
        ("The paper bore out that story in May, reporting:", ["The paper bore out that story in May"]),
        (
            (
                "The halls were hung with red and white flags showing the state arms, one of which was a gift from "
                "1776, albeit only for a week in May."
            ),
            [
                "The halls were hung with red and white flags showing the state arms",
                "one of which was a gift from 1776, albeit only for a week in May",
            ],
        ),
        (
            "The fire burned down the old factory, killing 146 workers, most of them young women.",
            ["The fire burned down the old factory", "killing 146 workers, most of them young women"],
        ),
        ("Even if they don’t pull on the rope, holding it needs the crew to send a man to the deck.", None),
        (
            "The flood broke the wall, leaving 2,209 people dead, many of them children.",
            ["The flood broke the wall", "leaving 2,209 people dead, many of them children"],
        ),
        (
            "A gale caused the roof to fall into the market, killing 107 or more and wounding 238.",
            ["A gale caused the roof to fall into the market", "killing 107 or more", "wounding 238"],
        ),
        (
            "He posted the plans, where he posts new prices and other things for members of his firm to ponder.",
            ["He posted the plans", "where he posts new prices and other things for members of his firm to ponder"],
        ),
        ("The journey is a duty of all Muslims who physically and financially can.", None),
        (
            "The yard sold two boats, something it had never done before.",
            ["The yard sold two boats", "something it had never done before"],
        ),
        ("Wages fell 3 percent last year, adjusted for inflation.", None),
        (
            "The leak, which began last week, was caused by strong winds and heavy rain that led the wall to fall.",
            [
                "The leak, which began last week, was caused by strong winds and heavy rain",
                "which began last week",
                "that led the wall to fall",
            ],
        ),
        (
            "A bomb exploded at the market in May, killing women and children.",
            ["A bomb exploded at the market in May", "killing women and children"],
        ),
        ("Lee was convicted of theft, resisting an officer and trespass.", None),
    ],
)
def test_a_relative_clause_with_a_fact_of_its_own_is_a_claim(sentence: str, expected: list[str] | None) -> None:
    assert claims(sentence) == ([sentence[:-1]] if expected is None else expected)


def test_two_long_offices_tell_who_somebody_is() -> None:
    who = (
        "Professor Ann Lee, Director of the National Dam Study, and Chairman of the Leeds Centre for Control of Floods"
    )
    assert claims(f"{who}, says it is closed.") == [who, "it is closed"]


def test_a_subject_with_a_past_of_its_own_keeps_its_verb() -> None:
    dek = "A page written on board hours before the collision goes on show for the first time"
    assert claims((Role.DEK, dek)) == [dek]

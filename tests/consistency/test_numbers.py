from __future__ import annotations

import time

import pytest

from factcheck.archive.uncollected import uncollected
from factcheck.extraction import extract
from factcheck.model import Role
from tests.consistency.build import body, extraction, findings, sides
from tests.extraction.build import story


def test_two_numbers_side_by_side() -> None:
    made = body("He had won only three four matches that year.")
    (finding,) = findings("two-numbers", made)
    assert sides(made, finding) == ["three four"]


@pytest.mark.parametrize(
    "text",
    [
        "They work two 12-hour shifts.",
        "It was Apollo 11 50 years ago.",
        "The first 18 games went well.",
        "In 2016 15 men left.",
    ],
)
def test_numbers_that_may_stand_side_by_side(text: str) -> None:
    assert findings("two-numbers", body(text)) == []


def test_swapped_digits() -> None:
    made = body("In all 278,114 letters came.", "The 287,114 letters lie in a shed.")
    (finding,) = findings("number", made)
    assert "two have changed places" in finding.message


@pytest.mark.parametrize(
    "texts",
    [
        ("In all 278,114 letters came.", "In all 278,114 parcels came."),
        ("In all 278,114 letters came.", "In all 287,114 euros came."),
        ("It fell to 1,201 points.", "It rose to 1,021,000 points."),
        ("The repair of the wall cost about $8 million.", "The firm earns about $5 million a season."),
        ("The repair of the wall cost about Rs 8 crore.", "The firm earns about Rs 5 crore a season."),
    ],
)
def test_digits_that_are_alike_by_chance(texts: tuple[str, ...]) -> None:
    assert findings("number", body(*texts)) == []


def test_figures_that_each_stand_twice_are_two_things() -> None:
    made = body(
        "The five yards join nine others, bringing the total number of yards to 14 firms.",
        "The 14 yards in the program can bid on ferries.",
        "The agency selected 11 yards to build ferries. These 11 can bid until spring on the ferries of the program.",
    )
    assert findings("number", made) == []


def test_one_figure_with_two_magnitudes() -> None:
    made = extraction((Role.HEADLINE, "Bridge costs $34m"), (Role.BODY, "It cost $34 billion, the town said."))
    (finding,) = findings("number", made)
    assert "the magnitude is not" in finding.message
    assert "the headline" in finding.message


def test_a_headline_number_that_the_body_does_not_have() -> None:
    made = extraction(
        (Role.HEADLINE, "Storm leaves 90 homes without power in Hollow Bay"),
        (Role.BODY, "The storm left 70 homes in Hollow Bay without power on Monday."),
    )
    (finding,) = findings("number", made)
    assert sides(made, finding) == ["90", "70"]


@pytest.mark.parametrize(
    "text",
    [
        "The storm left 91 homes in Hollow Bay without power on Monday.",
        "The storm left 70 homes in Hollow Bay and 20 homes inland without power.",
        "The council built 70 homes at the edge of town.",
    ],
)
def test_rounding_sums_and_other_things_are_no_clash(text: str) -> None:
    made = extraction((Role.HEADLINE, "Storm leaves 90 homes without power in Hollow Bay"), (Role.BODY, text))
    assert findings("number", made) == []


def test_a_headline_number_after_the_verb_of_another() -> None:
    made = extraction((Role.HEADLINE, "Baker fined $900"), (Role.BODY, "A court fined him $600. He may appeal."))
    assert "both after “fined”" in findings("number", made)[0].message
    noun = extraction(
        (Role.HEADLINE, "Bread sells in a record 16 million loaves"),
        (Role.BODY, "It beat the record 12 million loaves of May."),
    )
    assert not [one for one in findings("number", noun) if "both after" in one.message]
    both = extraction((Role.HEADLINE, "Baker fined $900"), (Role.BODY, "One fined him $600, one fined him $300."))
    assert findings("number", both) == []


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        ("change", "The index fell from 250 to 200, a loss of 30 per cent.", "From 250 to 200 are 20 per cent"),
        ("change", "Rent rose 5 percent from $400 to $480.", "are 20 per cent"),
        ("change", "The rate rose from 4 per cent to 6 per cent, up 2 per cent.", "2 percentage points"),
        ("change", "Visits doubled from 200 to 700.", "3.5 times"),
        ("change", "It held 4 per cent. Now it holds 40 per cent, four times as much.", "10 times, not “four times”"),
        ("change", "It began on 3 May 1929 and ended in May 1954, 35 years later.", "are 25 years"),
        ("sum", "The dead were 40 men and 31 women, 81 in all.", "40 and 31 make 71"),
        ("sum", "It cost $48,000, of which the city pays $30,000 and donors $20,000.", "more than the whole"),
        ("sum", "Gas was 80 per cent. Dust was 10 per cent, and ice the other 20 per cent.", "make 110 per cent"),
        ("sum", "He holds a 44 per cent stake and is the majority owner.", "44 per cent are no majority"),
        ("sum", "The mast is 100 feet (60 metres) high.", "100 feet are 30.5 meters"),
        ("sum", "Nine tenths of the harvest, or 80 per cent, was lost.", "are 90 per cent"),
    ],
)
def test_figures_that_do_not_work_out(kind: str, text: str, told: str) -> None:
    (finding,) = findings(kind, body(text))
    assert told in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "The index fell from 250 to 200, a loss of 20 per cent.",
        "The index fell from 251 to 203, a loss of 19 per cent.",
        "Rent rose 5 percent last year. Bread went from $4 to $6.",
        "The rate rose from 4 per cent to 6 per cent, up 2 percentage points.",
        "Visits more than doubled from 200 to 700.",
        "It held 4 per cent. Now it holds 16 per cent, four times as much.",
        "It began on 3 May 1929 and ended in May 1954, 25 years later.",
        "The dead were 40 men and 31 women, 71 in all.",
        "Of 9 guests 40 men and 31 women, 80 in all, stayed.",
        "The ship took seven crates and 37 bags of mail, including 22 letters in all.",
        "It cost $50,000, of which the city pays $30,000 and donors $20,000.",
        "Gas was 70 per cent. Dust was 10 per cent, and ice the other 20 per cent.",
        "He holds a 54 per cent stake and is the majority owner.",
        "The mast is 100 feet (30 metres) high.",
        "Two thirds of the harvest, or 67 per cent, was lost.",
    ],
)
def test_figures_that_work_out(text: str) -> None:
    assert findings("change", body(text)) == []
    assert findings("sum", body(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The fire destroyed 27 houses: 24 in the old town and 4 in the harbour.",
        "A total of 78 people were hurt, 58 men and 10 women.",
        "In all, 40 boats came – 12 from Hull and 29 with nets.",
        "Of the 71 passengers, 26 were rescued and 47 died.",
        "Of the 71 passengers, 26 were rescued and 43 died.",
        "The hall has 90 seats, 60 below and 20 above.",
        "They sold 19 bulls: 9 black, 4 brown and 5 white.",
    ],
)
def test_parts_that_do_not_make_the_whole(text: str) -> None:
    (finding,) = findings("sum", body(text))
    assert "not “" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "The fire destroyed 28 houses: 24 in the old town and 4 in the harbour.",
        "A total of 78 people were hurt, including 8 men and 10 women.",
        "Of the 71 passengers, 6 were rescued and 10 died.",
        "He kept 12 goats, 3 dogs and 4 cats.",
        "The club had 30 rules: 10 minutes of rest and 20 hours of work.",
        "It took 40 men: 12 days and 30 nights.",
        "They sold about 20 bulls: 9 black, 4 brown and 5 white.",
        "She won 12 races in 1911, 4 of them in May and 3 in June.",
    ],
)
def test_figures_that_are_no_parts(text: str) -> None:
    assert findings("sum", body(text)) == []


def test_one_number_that_the_body_gives_twice() -> None:
    made = body(
        "Around 12,000 voters came to the polls in the harbour district.",
        "It was a quiet day.",
        "Around 19,000 voters came to the polls in the harbour district, the clerk said.",
    )
    (finding,) = findings("number", made)
    assert sides(made, finding) == ["12,000", "19,000"]


@pytest.mark.parametrize(
    "again",
    [
        "Around 12,000 voters came to the polls in the harbour district.",
        "Around 19,000 voters came to the polls in the harbour district the previous year.",
        "Around 19,000 sheep came to the polls in the harbour district.",
        "Around 19,000 voters stayed at home.",
    ],
)
def test_another_number_for_another_thing(again: str) -> None:
    made = body("Around 12,000 voters came to the polls in the harbour district.", again)
    assert findings("number", made) == []


def test_numbers_of_two_places_are_two_numbers() -> None:
    made = body(
        "In the harbour of Whitby around 12,000 voters came to the polls.",
        "In the harbour of Scarborough around 19,000 voters came to the polls.",
    )
    assert findings("number", made) == []


def test_numbers_of_two_groups_counted_before_their_names_are_two_numbers() -> None:
    made = body(
        "Of 542 Whig voters in the harbour poll, the margin of error is 4.21 percentage points.",
        "Of 459 Tory voters in the harbour poll, the margin of error is 4.57 percentage points.",
    )
    assert findings("number", made) == []


def test_numbers_that_share_what_the_whole_story_is_about_are_two_numbers() -> None:
    throughout = [
        f"The harbour voters of Whitby {act} Chaplin." for act in ("saw", "met", "heard", "left", "fed", "hit")
    ]
    made = body(
        *throughout,
        "Forty percent of harbour voters in Whitby have a dim view of Chaplin.",
        "Sixty percent were certain to go and see Chaplin, whom the harbour voters in Whitby loved.",
    )
    assert findings("number", made) == []
    again = "Sixty percent of harbour voters in Whitby have a dim view of Chaplin."
    assert len(findings("number", body(*throughout, again.replace("Sixty", "Forty"), again))) == 1


def test_an_ordinal_in_a_name_with_another_digit() -> None:
    made = body("The 501st Legion came.", "The 591st Legion left on the 30th anniversary of its first march.")
    (finding,) = findings("number", made)
    assert sides(made, finding) == ["501st", "591st"]


def test_ordinals_of_unlike_things() -> None:
    made = body(
        "They met on 42nd Street and 43rd Street.", "The 82nd Airborne and the 101st Airborne, in the 20th hour."
    )
    assert findings("number", made) == []


def test_a_table_in_words_takes_time_by_its_length_only() -> None:
    def cost(rows: int) -> float:
        names = (f"A{chr(97 + at % 26)}{chr(97 + at // 26 % 26)}{chr(97 + at // 676)}" for at in range(rows))
        made = body(*(f"In May, {name} sold {7000 + at} old houses to rich men." for at, name in enumerate(names)))
        with uncollected():  # a collection looks at whatever tests before this one have left
            started = time.process_time()
            findings("number", made)
            return time.process_time() - started

    cost(10)
    few, many = (min(cost(rows), cost(rows)) for rows in (1000, 4000))
    assert many < 6 * few  # four times the rows; each laid beside all others would be sixteen


def test_a_figure_is_compared_over_a_table_between() -> None:
    rows = (f"Ward {at}, {at} voters, 3.2 percent." for at in range(1, 99))
    text = "Around {} voters came to the polls in the harbour district."
    found = findings("number", body(text.format("12,000"), *rows, text.format("19,000")))
    assert ["12,000" in finding.message for finding in found if "19,000" in finding.message] == [True]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The flood of 1953 killed 307 people in England.", "Relatives of the 397 dead came to the service."),
        ("The tank, 50 feet tall and 90 feet across, was new.", "Tank: 80 feet high, 90 feet in diameter."),
        ("Nearly 12,000 voters came to the polls on Monday.", "About 19,000 voters came to the polls, he said."),
        ("The index sank to 41.22 points that summer.", "From 381.17 it had fallen to 41.72."),
        ("The company paid $628,000 in settlements.", "Settlements: $428,000"),
        ("The yard had 14 sheds of tarred wood.", "Fire took all 19 sheds of the yard."),
        ("The steamer, carrying 62 people, broke in two.", "The ship left Hull with 63 people on board."),
    ],
)
def test_a_copy_of_a_number_with_another_digit(one: str, two: str) -> None:
    made = body(one, "It rained.", two)
    assert len(findings("number", made)) == 1


def test_a_headline_number_with_another_digit() -> None:
    made = extraction(
        (Role.HEADLINE, "At least 107 die in Mecca crane collapse"),
        (Role.BODY, "A crane fell into a mosque, killing 108 or more and wounding 238."),
    )
    (finding,) = findings("number", made)
    assert sides(made, finding) == ["107", "108"]
    assert finding.message == (
        "“107” in the headline, “108” in the body: one digit differs, the words around them are alike"
    )


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The flood killed 307 people in England.", "The flood killed 397 people in Flanders."),
        ("The flood killed 307 people.", "A previous flood had killed 397 people."),
        ("The flood killed 307 people.", "The flood killed 397 sheep."),
        ("About 12,000 voters came to the polls.", "Some 19,000 voters stayed at home."),
        ("The flood killed about 300 people.", "The flood killed 307 people."),
        ("The flood killed more than 300 people.", "At least 307 people were killed in the flood."),
        (
            "The party won a county that Lee had carried by 30 points.",
            "It also won a county that Lee had carried by the more modest margin of 20 points.",
        ),
        ("The flood killed 360 people that winter.", "It killed 300 people here, and 60 more in the isles."),
        ("The flood killed 307 people.", "Officials first said that 307, then that 397 people had been killed."),
        (
            "Pullman earned $4.53 a share as revenue rose in 1893.",
            "Brokers had been expecting that it earned $4.52 a share on revenue in 1893.",
        ),
        (
            "A majority want to go on with the plans of Lee, along with more than 4 in 10 voters in Leeds.",
            "It showed that nearly half of mill voters want to go on with the plans of Lee.",
        ),
        (
            "It killed all 146 on board the ship from Lisbon as it ran into a storm.",
            "A mine sank a ferry off northern Spain, killing all 196 people on board.",
        ),
        (
            "The balloon asked for leave to climb from 12,000 feet.",
            "It was then given leave to climb to 14,000 feet.",
        ),
        ("Apollo 11 flew to the moon in July.", "Apollo 17 flew to the moon in December."),
        ("It won 46 percent of the vote.", "It lost, with 41 percent against it."),
        (
            "Cox won Ohio with 48 percent of the vote, to 41 percent for Harding.",
            "Cox won Iowa with 49 percent of the vote, to 39 percent for Harding.",
        ),
    ],
)
def test_numbers_of_two_things_that_differ_in_a_digit(one: str, two: str) -> None:
    assert findings("number", body(one, two)) == []


def test_numbers_of_two_people_that_differ_in_a_digit() -> None:
    people = ["Ada Brewer", "Tom Ray"]
    apart = body(
        "Ada Brewer got nearly 66 million votes.", "It rained.", "Tom Ray got nearly 60 million votes.", people=people
    )
    assert findings("number", apart) == []
    one = body(
        "Ada Brewer got nearly 66 million votes.",
        "It rained.",
        "Ada Brewer got nearly 60 million votes.",
        people=people,
    )
    assert len(findings("number", one)) == 1
    together = body(
        "Ada Brewer read that of 428 voters 107 lived.",
        "It rained.",
        "Tom Ray read that of 428 voters 108 lived.",
        people=people,
    )
    assert len(findings("number", together)) == 1


def test_numbers_that_two_people_give_for_one_thing() -> None:
    made = extract(
        story(
            "Mayor Ada Brewer said that 112 people had died in the flood.",
            "The sheriff, Tom Ray, said that 113 people had died in the flood.",
        )
    )
    assert len(findings("number", made)) == 1


def test_a_former_office_does_not_make_a_number_one_of_earlier_days() -> None:
    one = "Members of the 112-member rules committee met at the convention in May."
    two = "Edwin Stanton, a former attorney, sat on the convention’s rules committee, a 119-member body."
    (finding,) = findings("number", made := body(one, two))
    assert sides(made, finding) == ["112-member", "119-member"]


def test_a_number_that_two_others_differ_from_is_told_once() -> None:
    text = "The flood killed {} people in England."
    made = body(text.format(307), text.format(397), text.format(307))
    assert len(findings("number", made)) == 1


def test_a_table_of_numbers_that_differ_in_a_digit_takes_time_by_its_length_only() -> None:
    made = body(*(f"Ward {at % 97} had {1000 + at} voters on that day." for at in range(3000)))
    started = time.process_time()
    findings("number", made)
    assert time.process_time() - started < 10  # 2 s on a quiet machine, most of it for the facts

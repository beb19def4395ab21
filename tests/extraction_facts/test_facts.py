from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extraction.facts import ages, dates, find_facts, fractions, money, numbers, relative, superlatives
from factcheck.extraction.facts.calendar import Phrase
from factcheck.extraction.facts.patterns import Reader, Rule, Rules, signals
from factcheck.model import Fact, FactKind, FactValue
from tests.conftest import HOSTILE

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from types import ModuleType

PUBLISHED = date(2024, 5, 15)
"""A Wednesday."""


def only(text: str, kind: FactKind) -> Fact:
    (fact,) = [fact for fact in find_facts(text, published=PUBLISHED) if fact.kind is kind]
    return fact


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("Ada Brewer, 48, keeps bees.", "48", 48, None),
        ("The keeper (Ada Brewer) and her ex, 47, met.", "47", 47, None),
        ("Police held Lee Marsh (23).", "23", 23, None),
        ("They have a son, Ivo, 7.", "7", 7, None),
        ("Amundsen, then 39, reached the pole.", "39", 39, None),
        ("Now 58, he lives in Oslo.", "58", 58, None),
        ("At 39, he reached the pole.", "39", 39, None),
        ("the 48-year-old mayor", "48-year-old", 48, None),
        ("a six year old boy", "six year old", 6, None),
        ("an eleven-month-old calf", "eleven-month-old", 11, "month"),
        ("children aged 7 to 11", "aged 7 to 11", 7, None),
        ("children aged 7–11 years", "aged 7–11 years", 7, None),
        ("at the age of four months", "age of four months", 4, "month"),
        ("and Fred Noonan, 44, took off", "44", 44, None),
        ("Ann Mayer, 44, left with them.", "44", 44, None),
        ("Her son Mayer, four, left with them.", "four", 4, None),
        ("Her daughter Augusta, five, left with them.", "five", 5, None),
        ("She was in her late forties.", "late forties", "40s", None),
        ("He turned 50 in March.", "50", 50, None),
        ("when she was 12, she left", "12", 12, None),
        ("They met a boy of 12 who kept bees.", "12", 12, None),
        ("for adults 65 and older", "65", 65, None),
        ("for adults 65 or older", "65", 65, None),
        ("Anyone 18 years or younger may enter.", "18 years", 18, None),
        ("Men 21 and up could vote.", "21", 21, None),
        ("Pupils and people 16 or under are free.", "16", 16, None),
        ("a law for under-18s", "under-18s", 18, None),
        ("Children under 5 are free.", "5", 5, None),
        ("Most people over the age of 80 voted.", "age of 80", 80, None),
        ("She died at 92 in Oslo.", "92", 92, None),
        ("Pankhurst dies at 69\n\nLONDON", "69", 69, None),
        ("At 20 she married a barrister.", "20", 20, None),
        ("Their daughters, aged six and nine, left.", "aged six and nine", 6, None),
        ("boys aged 6, 9 and 12", "aged 6, 9 and 12", 6, None),
        ("a boy aged six and two others", "aged six", 6, None),
        ("She left school at 14 and went to sea.", "14", 14, None),
        ("Bouch died ten months later at 58.", "58", 58, None),
        ("Nansen was 27 when he crossed the ice.", "27", 27, None),
        ("They moved when she was six so that she saw the sea.", "six", 6, None),
        ("She was kept there until she was eighteen and then left.", "eighteen", 18, None),
        ("They have a son, Ivo, seven.", "seven", 7, None),
        ("Her daughters are here. Her son Ivo, two, and his dog sang.", "two", 2, None),
    ],
)
def test_ages(text: str, words: str, value: FactValue, unit: str | None) -> None:
    fact = only(text, FactKind.AGE)
    assert (fact.text, fact.value, fact.unit) == (words, value, unit)


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("The crew ranged in age from 14 to 71.", [(14, None), (71, None)]),
        ("The calves were between one week and three months old.", [(1, "week"), (3, "month")]),
        ("The calves were between 2 and 5 months old.", [(2, "month"), (5, "month")]),
        ("The sailors, between 20 and 35 years of age, left.", [(20, None), (35, None)]),
        ("It cost $3 and was 12 years old. It ran 3 miles in June 1912 and 12 years of age is old.", [(12, None)] * 2),
    ],
)
def test_both_ends_of_a_range_are_ages(text: str, ages: list[tuple[FactValue, str | None]]) -> None:
    assert [(fact.value, fact.unit) for fact in find_facts(text) if fact.kind is FactKind.AGE] == ages


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("forty-seven people", "forty-seven", 47, "person"),
        ("Sixty-two people were hurt", "Sixty-two", 62, "person"),
        ("ninety‑nine red balloons", "ninety‑nine", 99, "balloon"),
        ("two-hundred people", "two-hundred", 200, "person"),
        ("two-dozen eggs", "two-dozen", 24, "egg"),
        ("forty-seven-thousand voters", "forty-seven-thousand", 47_000, "voter"),
        ("a forty-seven-storey tower", "forty-seven-storey", 47, "storey"),
        ("a five-star hotel", "five-star", 5, "star"),
    ],
)
def test_no_part_of_a_number_in_words_is_what_it_counts(text: str, words: str, value: int, unit: str) -> None:
    fact = only(text, FactKind.NUMBER)
    assert (fact.text, fact.value, fact.unit) == (words, value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "It cost 4, 5, and 6.",
        "On Friday, 12, people",
        "Chapter, 7, ends",
        "He is 300 years old",
        "when she was six feet tall",
        "when he was two goals up",
        "She died on Sunday at 9.",
        "Now 34 people work there.",
        "Now 10, 12 and 14 are lit.",
        "At 20, the clock stopped.",
        "Seats are $20 and up.",
        "Sizes 12 and up were sold.",
        "It is 30 or over in May.",
        "Lee scored three goals, and Roe, one.",
        "Her sons sang. Of the dams built by the Lee family in Kent, two, both of clay, leaked.",
        "Her sons sang. The fair had a ship, the Ivo, two, if not three, balloons.",
    ],
)
def test_no_ages(text: str) -> None:
    assert not [fact for fact in find_facts(text) if fact.kind is FactKind.AGE]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("on 12 March 1998 in Rome", "12 March 1998", "1998-03-12"),
        ("on Nov. 18", "Nov. 18", "2023-11-18"),
        ("on Sept.11, 2001", "Sept.11, 2001", "2001-09-11"),
        ("It will open on Nov. 18", "Nov. 18", "2024-11-18"),
        ("on June 3", "June 3", "2024-06-03"),
        ("since June 3", "June 3", "2023-06-03"),
        ("in June", "June", "2024-06"),
        ("last June", "last June", "2023-06"),
        ("it was sold in June", "June", "2023-06"),
        ("it sank June 3", "June 3", "2023-06-03"),
        ("it may be sold in June", "June", "2024-06"),
        ("the trial was scheduled in June", "June", "2024-06"),
        ("on Saturday, May 4", "Saturday, May 4", "2024-05-04"),
        ("the 1st of April 2020", "the 1st of April 2020", "2020-04-01"),
        ("May 2023 was wet", "May 2023", "2023-05"),
        ("in mid-March 2019", "mid-March 2019", "2019-03"),
        ("in mid-March", "mid-March", "2024-03"),
        ("in December", "December", "2023-12"),
        ("in early May last year", "early May last year", "2023-05"),
        ("in 1987", "1987", "1987"),
        ("the early 1990s", "the early 1990s", "1990s"),
        ("the '80s", "the '80s", "1980s"),
        ("the sixties", "the sixties", "1960s"),
        ("in the ‘90s", "the ‘90s", "1990s"),
        ("a late-2007 turn", "late-2007", "2007"),
        ("pre-1914 Europe", "1914", "1914"),
        ("in the first quarter of 2012", "the first quarter of 2012", "2012-01/2012-03"),
        ("it earned $3 million in the third quarter", "third quarter", None),
        ("fourth-quarter sales", "fourth-quarter", None),
        ("The mill made a net loss in the third quarter.", "third quarter", None),
        ("It told of growth of about 2 percent in the third quarter.", "third quarter", None),
        ("Sales of Mill Inc. of Leeds fell in the third quarter.", "third quarter", None),
        ("by Q3 2014", "Q3 2014", "2014-07/2014-09"),
        ("the last week of May", "the last week of May", "2024-05"),
        ("the final months of 1944", "the final months of 1944", "1944"),
        ("when it fell in AD 79.", "AD 79", "0079"),
        ("killed in 44 BC by", "44 BC", "-0044"),
        ("about 1,500 B.C.", "1,500 B.C.", "-1500"),
        ("landed in 1066 and won", "1066", "1066"),
        ("the winter of 1916-17", "the winter of 1916-17", "1916-winter"),
        ("at Christmas 1914", "Christmas 1914", "1914"),
        ("the class of ’72", "’72", "1972"),
        ("the ‘08 campaign", "‘08", "2008"),
        ("on the Fourth of July", "the Fourth of July", None),
        ("May 2 to 4, 2012", "May 2 to 4, 2012", "2012-05-02"),
        ("the 19th century", "the 19th century", "19. century"),
        ("from 2014–18", "2014–18", "2014/2018"),
        ("spring 2022", "spring 2022", "2022-spring"),
        ("last summer", "last summer", "2023-summer"),
        ("opened this past April", "this past April", "2024-04"),
        ("this past Monday", "this past Monday", "2024-05-13"),
        ("This coming Monday it", "This coming Monday", "2024-05-20"),
        ("this past summer", "this past summer", "2023-summer"),
        ("this past week", "this past week", "2024-W19"),
        ("last year", "last year", "2023"),
        ("last month", "last month", "2024-04"),
        ("built early next year", "early next year", "2025"),
        ("sold late last month", "late last month", "2024-04"),
        ("warmer this decade", "this decade", "2020s"),
        ("by the end of this decade", "the end of this decade", "2020s"),
        ("last week", "last week", "2024-W19"),
        ("in the coming weeks", "the coming weeks", None),
        ("in recent decades", "recent decades", None),
        ("a year ago", "a year ago", "2023"),
        ("ten days ago", "ten days ago", "2024-05-05"),
        ("two and a half years ago", "two and a half years ago", "2021"),
        ("the past two and a half years", "the past two and a half years", "2021/2024"),
        ("the past year and a half", "the past year and a half", None),
        ("half a century ago", "half a century ago", None),
        ("a quarter century later", "a quarter century later", None),
        ("two centuries ago", "two centuries ago", None),
        ("yesterday evening", "yesterday evening", "2024-05-14"),
        ("over the weekend", "the weekend", None),
        ("spent the weekend in Leeds", "the weekend", None),
        ("on Tuesday", "Tuesday", "2024-05-14"),
        ("next Tuesday", "next Tuesday", "2024-05-21"),
        ("The council will meet on Tuesday", "Tuesday", "2024-05-21"),
        ("on a Tuesday", "Tuesday", None),
        ("the past two years", "the past two years", "2022/2024"),
        ("For the last few months, it", "the last few months", None),
        ("in fiscal 2019 it", "fiscal 2019", "2019"),
        ("the Works' fiscal year 2018-19", "fiscal year 2018-19", "2018/2019"),
        ("over FY2020-22, it", "FY2020-22", "2020/2022"),
        ("the FY98 accounts", "FY98", "1998"),
        ("the end of 2020", "the end of 2020", "2020"),
        ("the end of the year", "the end of the year", None),
        ("left at the end of the day", "the end of the day", None),
        ("at 6:38 p.m. in town", "6:38 p.m.", "18:38"),
        ("It struck the ice at 2340 GMT.", "2340 GMT", "23:40"),
        ("It sank at 0705 local time.", "0705 local time", "07:05"),
        ("at 12 a.m. sharp", "12 a.m.", "00:00"),
        ("at 3:30 in the afternoon", "3:30 in the afternoon", "15:30"),
        ("at 12:15 at night", "12:15 at night", "00:15"),
        ("at 1:30 at night", "1:30 at night", "01:30"),
        ("at 9:30 at night", "9:30 at night", "21:30"),
        ("a year and a half ago", "a year and a half ago", "2022"),
        ("He will know when he is sentenced on May 24.", "May 24", "2024-05-24"),
        ("The ship is to sail on Sunday.", "Sunday", "2024-05-19"),
        ("when she appears in court on Friday", "Friday", "2024-05-17"),
        ("The plan is to end it: it was shut on Friday.", "Friday", "2024-05-10"),
        ("The tower is seen on Friday.", "Friday", "2024-05-10"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("31/12/2023", "31/12/2023", "2023-12-31"),
        ("03/04/2023", "03/04/2023", None),
        ("on 31 February 2020", "31 February 2020", None),
        ("in his last 10 years", "last 10 years", "2014/2024"),
        ("Last two years it ran", "Last two years", "2022/2024"),
    ],
)
def test_dates(text: str, words: str, value: FactValue) -> None:
    fact = only(text, FactKind.DATE)
    assert (fact.text, fact.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On Friday, the crew will sail.", "2015-09-25"),
        ("But on Friday the crew is expected to sail.", "2015-09-25"),
        ("“It leaked.” On Friday, the crew will sail.", "2015-09-25"),
        ("By Friday, they’ll be in Leeds.", "2015-09-25"),
        ("In May, the crew will sail.", "2016-05"),
        ("On May 3, tolls will rise.", "2016-05-03"),
        ("The crew is to sail on Friday.", "2015-09-25"),
        ("They plan to sail on Friday.", "2015-09-25"),
        ("The plan will be formally announced on Friday.", "2015-09-25"),
        ("It will sail, the mayor said, on Friday.", "2015-09-25"),
        ("The firm announced it will sail on Friday.", "2015-09-25"),
        ("Friday’s game will be the third.", "2015-09-25"),
        ("The school reopens on Friday.", "2015-09-25"),
        ("Leeds plays Hull on Friday.", "2015-09-25"),
        ("Leeds hosts Hull in the cup on Friday.", "2015-09-25"),
        ("The fair runs through Friday.", "2015-09-25"),
        ("She turns 40 on Friday.", "2015-09-25"),
        ("Tom Roe, who plays King Lear, fell ill on Friday.", "2015-09-18"),
        ("The play The Leeds Affair closed on Friday.", "2015-09-18"),
        ("The road, which runs through Leeds, was closed on Friday.", "2015-09-18"),
        ("They have until Friday to reply.", "2015-09-25"),
        ("The deadline is Friday.", "2015-09-25"),
        ("The storm may reach Leeds on Friday.", "2015-09-25"),
        ("The mayor said she would resign on Friday.", "2015-09-25"),
        ("The game will be played this Friday.", "2015-09-25"),
        ("There is a game this Friday.", "2015-09-25"),
        ("The man who may face trial was held on Friday.", "2015-09-18"),
        ("The lake that opens in the north and that leaked on Friday.", "2015-09-18"),
        ("The mayor would not comment on Friday.", "2015-09-18"),
        ("The men might have seen it on Friday.", "2015-09-18"),
        ("It leaked this Monday.", "2015-09-21"),
        ("It will sail, the mayor said on Friday.", "2015-09-18"),
        ("“It will sail,” the mayor told reporters on Friday.", "2015-09-18"),
        ("On Friday, the mayor said it will sail.", "2015-09-18"),
        ("On Friday the mayor met the men who will sail.", "2015-09-18"),
        ("On Friday the wind is to blame.", "2015-09-18"),
        ("On May 3, the mayor announced tolls will rise.", "2015-05-03"),
        ("The ship, which may be sold, docked on Friday.", "2015-09-18"),
        ("The bill, which would raise the duty on coal and on raw steel, cleared the House on Friday.", "2015-09-18"),
        ("The trial, which was due to begin now, was postponed until Friday.", "2015-09-25"),
        ("The man who may face trial surrendered on Friday.", "2015-09-18"),
        ("A plan that will see the road closed on Friday.", "2015-09-25"),
        ("The wall that is to be cleaned and painted on Friday is old.", "2015-09-25"),
        ("The fund is to help the families of those killed on Friday.", "2015-09-18"),
        ("The fair opens in Rome, where the king arrived on Friday.", "2015-09-18"),
        ("The court will hear the clerk who warned of the leak on Friday.", "2015-09-25"),
        ("The boat must be mended, the inspectors found on Friday.", "2015-09-18"),
        ("The road will be closed, according to a letter sent on Friday.", "2015-09-18"),
        ("The fire may well have started on Friday.", "2015-09-18"),
        ("He would later recall on Friday that it sank.", "2015-09-18"),
        ("The yard closes after it lost its men on Friday.", "2015-09-18"),
        ("The lake is likely to have leaked on Friday.", "2015-09-18"),
        ("She may be the first of them to have sailed on Friday.", "2015-09-18"),
        ("The must-win game on Friday was lost.", "2015-09-18"),
        ("On Friday the mayor put his name to a bill that will ban cars.", "2015-09-18"),
        ("On Friday the king, who will be crowned, fell ill.", "2015-09-18"),
        ("On Friday the mayor heard the town will be flooded.", "2015-09-18"),
        ("A bomb hit the bridge in Leeds this Friday.", "2015-09-18"),
        ("This Friday, a bomb hit the bridge.", "2015-09-18"),
    ],
)
def test_a_day_is_to_come_where_its_own_verb_says_so(text: str, value: str) -> None:
    (fact,) = (one for one in find_facts(text, published=date(2015, 9, 22)) if one.kind is FactKind.DATE)
    assert fact.value == value


def test_a_day_that_would_come_counts_from_one_before_it() -> None:
    found = find_facts("They said on Sunday that they would sail on Monday.", published=date(2015, 9, 22))
    assert [fact.value for fact in found] == ["2015-09-20", "2015-09-21"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It broke in May 2023, and they filed that July.", ["2023-05", "2023-07"]),
        ("They met in August 2016. The next year they moved.", ["2016-08", "2017"]),
        ("Sales rose last year from the previous year.", ["2023", "2022"]),
        ("He left in October 2019 and was back that March.", ["2019-10", "2019-03"]),
        ("It burned at 2010 Elm Street on March 3.", ["2024-03-03"]),
        ("In 2004 Elm Street was shut.", ["2004"]),
        ("The fair began at 2012 prices, and the 1999 Mill Street fire was told of.", ["2012", "1999"]),
        ("They raced at 1936 Olympic Way Championships.", ["1936"]),
        ("It was split off the 2019 block of grants.", ["2019"]),
        ("It is open from 3 to 5 p.m. on weekdays.", ["15:00", "17:00"]),
        ("It rained between 9:30 and 11 a.m. at sea.", ["09:30", "11:00"]),
        ("The hall is open 10-2 p.m. all week.", [None, "14:00"]),
        ("The race was moved from 3 to 1 p.m. at once.", [None, "13:00"]),
        ("She won Game 3 – 5 p.m. was too late.", ["17:00"]),
        ("He hurt 2 and left at 4 p.m. for home.", ["16:00"]),
        ("Founded in 1990, it closed two years later.", ["1990", "1992"]),
        ("It fell in AD 79. That August it burned.", ["0079", "0079-08"]),
    ],
)
def test_dates_lean_on_the_text_before_them(text: str, values: list[FactValue]) -> None:
    facts = find_facts(text, published=PUBLISHED)
    assert [fact.value for fact in facts if fact.kind is FactKind.DATE] == values


def test_without_publication_what_leans_on_it_has_no_value() -> None:
    assert [fact.value for fact in find_facts("It rained last week, in May and in 1999.")] == [None, None, "1999"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It froze in 1916. On May 3 it thawed.", ["1916", "1916-05-03"]),
        ("It froze in 1916. The paper came out today (Nov. 18).", ["1916", None, None]),
        ("It froze in 1916. " + "Nobody could cross the river. " * 20 + "On May 3 it thawed.", ["1916", None]),
        ("It is paid through 1928. They had until Nov. 1 to sail.", ["1928", None]),
        ("It froze in 1916. On Wednesday, May 3, it thawed.", ["1916", "1916-05-03"]),
        ("It froze in 1916. It opens on Saturday (May 3).", ["1916", None, None]),
    ],
)
def test_without_publication_a_day_has_the_year_of_which_the_story_tells(text: str, values: list[FactValue]) -> None:
    assert [fact.value for fact in find_facts(text) if fact.kind is FactKind.DATE] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In the election of 1920 women voted.", "1920"),
        ("In the events of 1968 students took to the streets.", "1968"),
        ("Up to 1918 women were barred from voting.", "1918"),
        ("By around 1950 women made up a third.", "1950"),
        ("Around 1900 children worked in the mills.", "1900"),
        ("Up to 1914 ships crossed freely.", "1914"),
        ("They say that up to 1939 things were calm.", "1939"),
        ("At least 1945 marks the end.", "1945"),
    ],
)
def test_a_year_is_no_count_of_those_named_behind_it(text: str, value: FactValue) -> None:
    assert only(text, FactKind.DATE).value == value


@pytest.mark.parametrize(
    "text",
    [
        "May Ling spoke",
        "They may 3 times",
        "April Jones won",
        "the March on Rome",
        "known as the March of Dimes",
        "2,019 votes",
        "1920 x 1600 dots",
        "in the 1900 block of North Elm Street",
        "the 1700 and 1800 blocks of 5th Avenue",
        "the office at 2010 Elm Ave. in Leeds",
        "It stands at 1815 N. Mill Pond Road.",
        "nearly 2000 members",
        "more than 1800 pupils of a group of 1900 women",
        "about 1900 people came",
        "it was signed by around 1900 people",
        "up to 1900 farms were flooded",
        "a town of around 1800 people",
        "At the end of the day, it is a bridge",
        "There is word that Saturday Night Live is old",
        "Monday Night Football is on",
        "The talks will last three days",
        "It could last for years",
        "Lamps that last years",
        "Following two days of talks, they left",
    ],
)
def test_no_dates(text: str) -> None:
    assert not [fact for fact in find_facts(text, published=PUBLISHED) if fact.kind is FactKind.DATE]


def test_a_month_may_be_somebody_of_whom_the_story_tells() -> None:
    text = "Robert May wrote a song. The plan of May grew, and talks between May and the store began. "
    dated = "In May it closed, and from May to July it stayed shut."
    assert not [fact for fact in find_facts(text) if fact.kind is FactKind.DATE]
    assert [fact.text for fact in find_facts(text + dated) if fact.kind is FactKind.DATE] == ["May", "May", "July"]
    assert [fact.text for fact in find_facts("Leeds May 3. By May it closed.")] == ["May 3", "May"]


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("47,000 birds", "47,000", 47000, "bird"),
        ("47 thousand birds", "47 thousand", 47000, "bird"),
        ("nearly 17.3 million new vehicles", "17.3 million", 17_300_000, "vehicle"),
        ("three prize-winning ponies", "three", 3, "pony"),
        ("one person drowned", "one", 1, "person"),
        ("40 years", "40 years", 40, "year"),
        ("a three-game streak", "three-game", 3, "game"),
        ("some 5,150 km away", "5,150 km", 5150, "kilometer"),
        ("29.4 million pounds of fish", "29.4 million pounds", 29_400_000, "pound"),
        ("about 2,095 metric tons of water", "2,095 metric tons", 2095, "tonne"),
        ("won 4-1", "4-1", "4-1", None),
        ("10–15 people came", "10–15", "10-15", "person"),
        ("more than half of them", "half", 0.5, None),
        ("two-thirds of members", "two-thirds", 0.6667, None),
        ("One in four said so.", "One in four", 0.25, None),
        ("Six out of every 10 residents left.", "Six out of every 10", 0.6, None),
        ("It kills 1 in 1,000.", "1 in 1,000", 0.001, None),
        ("One in 15,000 falls ill.", "One in 15,000", 0.00006667, None),
        ("Two in three said so.", "Two in three", 0.6667, None),
        ("scores twice", "twice", 2, "time"),
        ("several thousand teachers", "several thousand", None, "teacher"),
        ("their fourth title", "fourth", 4, "ordinal"),
        ("she ended in first place", "first", 1, "ordinal"),
        ("the first places that they saw", "first", 1, "ordinal"),
        ("the 50,000th visitor", "50,000th", 50000, "ordinal"),
        ("an error of plus or minus 4 points", "4", 4, "point"),
        ("Call 555-0100 now.", "555-0100", "555-0100", None),
        ("Call (217) 555-0134 now.", "(217) 555-0134", "(217) 555-0134", None),
        ("Call 217-555-0134 now.", "217-555-0134", "217-555-0134", None),
        ("Call 1-800-555-0134.", "1-800-555-0134", "1-800-555-0134", None),
        ("It seats 200-1000 men.", "200-1000", "200-1000", "man"),
        ("zero or minus 5 degrees", "minus 5 degrees", -5, "degree"),
        ("the second nature reserve", "second", 2, "ordinal"),
        ("38,000 acre-feet of water", "38,000 acre-feet", 38_000, "acre-foot"),
        ("the 8,200-square-foot hall", "8,200-square-foot", 8_200, "square foot"),
        ("the six-square-mile lake", "six-square-mile", 6, "square mile"),
        ("900 cubic feet per second", "900 cubic feet", 900, "cubic foot"),
        ("He came first of the team.", "first", 1, "ordinal"),
        ("the first come-back of the firm", "first", 1, "ordinal"),
        ("the 15 millionth car", "15 millionth", 15_000_000, "ordinal"),
        ("its millionth visitor", "millionth", 1_000_000, "ordinal"),
        ("a mile and a half long", "a mile and a half", 1.5, "mile"),
        ("two hours and a half of rain", "two hours and a half", 2.5, "hour"),
        ("She ran it in 3:30.", "3:30", "3:30", None),
        ("a goal at 4:15 of the period", "4:15", "4:15", None),
        ("She scored at 19:56 on a pass.", "19:56", "19:56", None),
        ("a dozen eggs", "a dozen", 12, "egg"),
        ("a half-dozen eggs", "half-dozen", 6, "egg"),
        ("a batch of half-a-dozen eggs", "half-a-dozen", 6, "egg"),
        ("a half-million people", "half-million", 500_000, "person"),
        ("a quarter of a million people", "a quarter of a million", 250_000, "person"),
        ("two quarters of growth", "two quarters", 0.5, None),
        ("a quarter of a century of work", "a quarter of a century", 0.25, "century"),
        ("for nearly a quarter-century", "quarter-century", 0.25, "century"),
        ("It closed three quarters of a century later.", "three quarters of a century", 0.75, "century"),
        ("half an hour of rain", "half an hour", 0.5, "hour"),
        ("for more than a quarter century", "quarter century", 0.25, "century"),
        ("for the final half hour", "half hour", 0.5, "hour"),
        ("for a year and a half", "a year and a half", 1.5, "year"),
        ("a half-mile walk", "half-mile", 0.5, "mile"),
        ("It is half-a-mile away.", "half-a-mile", 0.5, "mile"),
        ("a 5-1/2 year low", "5-1/2 year", 5.5, "year"),
        ("a 10-1/2-mile road", "10-1/2-mile", 10.5, "mile"),
        ("notes at 98-3/32", "98-3/32", 98.0938, None),
        ("a 100-square-kilometre zone", "100-square-kilometre", 100, "square kilometer"),
        ("5½ square\nmiles of forest", "5½ square\nmiles", 5.5, "square mile"),
        ("minus 5 square\nmiles", "minus 5 square\nmiles", -5, "square mile"),
        ("10,000 square nautical miles of sea", "10,000 square nautical miles", 10_000, "square nautical mile"),
        ("3,000-plus homes", "3,000", 3000, "home"),
        ("They worked 2000 hours.", "2000 hours", 2000, "hour"),
        ("50 lakh people", "50 lakh", 5_000_000, "person"),
        ("12 crorepatis came", "12", 12, None),
        ("2 billion cubic feet of gas", "2 billion cubic feet", 2_000_000_000, "cubic foot"),
        ("It is four light years away.", "four light years", 4, "light-year"),
        ("a 25-basis-point cut", "25-basis-point", 25, "basis point"),
        ("Sales were up a third from May.", "a third", 0.3333, None),
        ("It fell by a fifth, they said.", "a fifth", 0.2, None),
        ("She won by a third goal.", "third", 3, "ordinal"),
        ("a two-and-a-half-hour film", "two-and-a-half-hour", 2.5, "hour"),
        ("3½ hours of rain", "3½ hours", 3.5, "hour"),
        ("¼ of the land", "¼", 0.25, None),
        ("2⅓ million people", "2⅓ million", 2_333_333.3333, "person"),
        ("2 1/2 years", "2 1/2 years", 2.5, "year"),
        ("10-15 million people", "10-15 million", "10000000-15000000", "person"),
        ("5-6 km away", "5-6 km", "5-6", "kilometer"),
        ("minus 5 degrees", "minus 5 degrees", -5, "degree"),
        ("it fell to −12.5°C", "−12.5°C", -12.5, "degree"),
        ("it fell to -12C.", "-12C", -12, "degree"),
        ("a boxer of 5ft 10in", "5ft 10in", 70, "inch"),
        ("He ran it in 3 minutes 59.4 seconds.", "3 minutes 59.4 seconds", 239.4, "second"),
        ("It took two hours and 40 minutes.", "two hours and 40 minutes", 160, "minute"),
        ("It lasted 1 hr, 20 min and 4 sec.", "1 hr, 20 min and 4 sec", 4804, "second"),
        ("The boy weighed 6 pounds 4 ounces.", "6 pounds 4 ounces", 100, "ounce"),
        ("a machine with 128 kilobytes of memory", "128 kilobytes", 128, "kilobyte"),
        ("It has 16 MB of memory.", "16 MB", 16, "megabyte"),
        ("a dose of 400 mg", "400 mg", 400, "milligram"),
        ("a 5-foot-10 guard", "5-foot-10", 70, "inch"),
        ("by 25 basis points", "25 basis points", 25, "basis point"),
        ("in a tenth of a second", "a tenth of a second", 0.1, "second"),
        ("three-quarters of a mile", "three-quarters of a mile", 0.75, "mile"),
        ("a millionth of a metre", "a millionth of a metre", 1e-06, "meter"),
        ("a survey of 1709 schoolchildren", "1709", 1709, "schoolchild"),
        ("More than 1900 farms were lost.", "1900", 1900, "farm"),
        ("another dozen men", "dozen", 12, "man"),
        ("an extra hundred men", "hundred", 100, "man"),
        ("his last dozen games", "dozen", 12, "game"),
        ("the past hundred and fifty years", "hundred and fifty", 150, "year"),
        ("a dose of 400 µg", "400 µg", 400, "microgram"),
    ],
)
def test_numbers(text: str, words: str, value: FactValue, unit: str | None) -> None:
    fact = only(text, FactKind.NUMBER)
    assert (fact.text, fact.value, fact.unit) == (words, value, unit)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("from May to July 2013", ["2013-05", "2013-07"]),
        ("in January and October of 1734", ["1734-01", "1734-10"]),
        ("on June 2, 4, 6 and 13 in Paris", ["2024-06-02", "2024-06-04", "2024-06-06", "2024-06-13"]),
        ("It will hold a lecture at 8 p.m. Thursday.", ["20:00", "2024-05-16"]),
        ("By 3:30 the next day, it left; it was back at 14:05 on 7 May 2013.", [None, None, "14:05", "2013-05-07"]),
        ("from November to February 2013", ["2012-11", "2013-02"]),
        ("April 30 to May 2, 2012", ["2012-04-30", "2012-05-02"]),
        ("between 3 March and 5 June 1916", ["1916-03-03", "1916-06-05"]),
        ("in May or June", ["2024-05", "2024-06"]),
        ("the late 19th and early 20th centuries", ["19. century", "20. century"]),
        ("the eighteenth or the nineteenth century", ["18. century", "19. century"]),
    ],
)
def test_the_first_of_two_dates_has_the_year_or_the_century_of_the_second(text: str, values: list[str]) -> None:
    assert [fact.value for fact in find_facts(text, published=PUBLISHED)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It was open on March 3 and 4 in Leeds.", ["2024-03-03", "2024-03-04"]),
        ("shows set for Jan. 20 and 21, which were sold out", ["2024-01-20", "2024-01-21"]),
        ("It ran from March 3 to 14.", ["2024-03-03", "2024-03-14"]),
        ("It was open on 3 and 4 March.", ["2024-03-03", "2024-03-04"]),
        ("It ran from 12 to 15 June 1912.", ["1912-06-12", "1912-06-15"]),
        ("On March 3 and 12 men sank.", ["2024-03-03", 12]),
        ("On March 3 and 12 were hurt.", ["2024-03-03", 12]),
        ("They met on March 3, 4 of them.", ["2024-03-03", 4]),
    ],
)
def test_two_days_share_their_month(text: str, values: list[FactValue]) -> None:
    assert [fact.value for fact in find_facts(text, published=PUBLISHED)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("3 to 4 million people", [(3_000_000, "person"), (4_000_000, "person")]),
        ("between three and four million", [(3_000_000, None), (4_000_000, None)]),
        ("between eight & 12 billion francs", [(8_000_000_000, "franc"), (12_000_000_000, "franc")]),
        ("three and four million", [(3, None), (4_000_000, None)]),
        ("from 12 to 9 million birds", [(12_000_000, "bird"), (9_000_000, "bird")]),
        ("from 500 to 2 million birds", [(500, "bird"), (2_000_000, "bird")]),
        ("5 or 6 km", [(5, "kilometer"), (6, "kilometer")]),
        ("50 to 60 horses", [(50, "horse"), (60, "horse")]),
        ("$3 to $4 million", [(3_000_000, "USD"), (4_000_000, "USD")]),
        ("$3m to $4m", [(3_000_000, "USD"), (4_000_000, "USD")]),
        ("10 to 15 percent", [(10, "percent"), (15, "percent")]),
        ("one or two percentage points", [(1, "percentage point"), (2, "percentage point")]),
        ("18- to 24-year-olds", [(18, None), (24, None)]),
        ("16-to-24-year-olds", [(16, None), (24, None)]),
    ],
)
def test_the_first_of_two_figures_has_the_magnitude_and_unit_of_the_second(
    text: str, values: list[tuple[FactValue, str | None]]
) -> None:
    facts = find_facts(text)
    assert [(fact.value, fact.unit) for fact in facts] == values
    assert len({fact.kind for fact in facts}) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It opened on Dec. 7 in 12 cities.", ["Dec. 7", "12"]),
        ("It is marked on July 4 in 50 states.", ["July 4", "50"]),
        ("They won a raise of $5 in 10 states.", ["$5", "10"]),
        ("Stocks fell 2.4 in 10 sessions.", ["2.4", "10"]),
        ("It fell by 3–4 in 10 towns.", ["3–4", "10"]),
        ("They recalled 9/11 in 20 cities.", ["20"]),
        ("Films of Apollo 11 in 20 languages", ["11", "20"]),
        ("Chapter 7 in 30 pages", ["7", "30"]),
        ("They voted on rule 4 in 12 states.", ["4", "12"]),
        ("It was No. 4 in 12 countries.", ["4", "12"]),
        ("She won three out of five sets.", ["three", "five"]),
        ("They took six in seven seasons.", ["six", "seven"]),
        ("They took four out of five series.", ["four", "five"]),
        ("Pele scored five in six for Santos.", ["five", "six"]),
        ("The canal is ranked 3 out of 50 works.", ["3", "50"]),
    ],
)
def test_no_share_is_in_a_day_a_sum_what_is_numbered_or_a_tally(text: str, words: list[str]) -> None:
    assert [fact.text for fact in find_facts(text)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nearly 4 in 10 voters stayed away.", "4 in 10"),
        ("About 6 out of 10 stayed away.", "6 out of 10"),
        ("Poll Finds 1 in 5 Fear Floods", "1 in 5"),
        ("They won four in 10 votes.", "four in 10"),
        ("The flood hit one in five homes.", "one in five"),
        ("In Leeds, 3 in 10 agreed.", "3 in 10"),
        ("They all stayed away—one in three said so.", "one in three"),
        ("So says a poll in May. One in three agreed.", "One in three"),
    ],
)
def test_shares(text: str, words: str) -> None:
    assert only(text, FactKind.NUMBER).text == words


@pytest.mark.parametrize("text", ["hundreds of dollar stores closed", "thousands of euro coins were melted"])
def test_what_is_called_by_its_price_is_no_money(text: str) -> None:
    assert only(text, FactKind.NUMBER).value is None


def test_a_half_with_a_unit_of_its_own_is_no_part_of_the_number_before() -> None:
    found = find_facts("two miles and a half-hour walk")
    assert [(fact.text, fact.value) for fact in found] == [("two miles", 2), ("half-hour", 0.5)]


@pytest.mark.parametrize(
    "text",
    [
        "Gate 12C",
        "an ad of hers",
        "9/11",
        "no one came",
        "one of them",
        "longer than the old one ever took",
        "one likely reason",
        "a two-on-one",
        "5th Avenue",
        "at first",
        "why it was built in the first place",
        "the first responders",
        "first and foremost",
        "second nature",
        "water lost per second",
        "third-class passengers",
        "on a first-come, first-served basis",
        "first come, first serve",
        "the anti-Big Ten party",
        "these two agree",
        "F-16",
        "It may one day burst",
        "She hopes to one day return",
        "One day, it burst",
        "the Hundred Years' War",
        "the thousand-year reign",
        "an Airbus A320-200",
    ],
)
def test_no_numbers(text: str) -> None:
    assert find_facts(text) == ()


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("$1.5bn was spent", "$1.5bn", 1_500_000_000, "USD"),
        ("£1.2 billion", "£1.2 billion", 1_200_000_000, "GBP"),
        ("NZ $ 26 million", "NZ $ 26 million", 26_000_000, "NZD"),
        ("422,000 euros", "422,000 euros", 422_000, "EUR"),
        ("€5m", "€5m", 5_000_000, "EUR"),
        ("two million dollars", "two million dollars", 2_000_000, "USD"),
        ("3 million pounds", "3 million pounds", 3_000_000, "GBP"),
        ("$16-something a pound", "$16", 16, "USD"),
        ("3 million pounds of public money", "3 million pounds", 3_000_000, "GBP"),
        ("50 cents", "50 cents", 0.5, None),
        ("a quarter of a million dollars", "a quarter of a million dollars", 250_000, "USD"),
        ("$3-4 million", "$3-4 million", "3000000-4000000", "USD"),
        ("Rs 500 crore", "Rs 500 crore", 5_000_000_000, "INR"),
        ("₹20 lakh crore", "₹20 lakh crore", 20_000_000_000_000, "INR"),
        ("Rs. 10-15 crore", "Rs. 10-15 crore", "100000000-150000000", "INR"),
        ("two lakh rupees", "two lakh rupees", 200_000, "INR"),
        ("Rs 1,25,000", "Rs 1,25,000", 125_000, "INR"),
        ("$5.62-1/2 a bushel", "$5.62", 5.62, "USD"),
        ("a wage of $15-20/hour", "$15-20", "15-20", "USD"),
        ("£5m–£6m", "£5m–£6m", "5000000-6000000", "GBP"),
        ("It cost hundreds of thousands of dollars.", "hundreds of thousands of dollars", None, "USD"),
        ("several million euros", "several million euros", None, "EUR"),
        ("millions of pounds of public money", "millions of pounds", None, "GBP"),
        ("an extra million dollars", "million dollars", 1_000_000, "USD"),
    ],
)
def test_money(text: str, words: str, value: FactValue, unit: str | None) -> None:
    fact = only(text, FactKind.MONEY)
    assert (fact.text, fact.value, fact.unit) == (words, value, unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("2.5%", 2.5, "percent"),
        ("ten percent", 10, "percent"),
        ("45 per cent", 45, "percent"),
        ("2 percentage points", 2, "percentage point"),
        ("10-15 percent", "10-15", "percent"),
        ("4½%", 4.5, "percent"),
        ("minus 5 per cent", -5, "percent"),
        ("49-per-cent", 49, "percent"),
        ("five-per-cent", 5, "percent"),
        ("2-1/2 percent", 2.5, "percent"),
    ],
)
def test_percent(text: str, value: FactValue, unit: str) -> None:
    fact = only(text, FactKind.PERCENT)
    assert (fact.text, fact.value, fact.unit) == (text, value, unit)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the second-biggest moon", "second-biggest"),
        ("the largest crowd", "largest"),
        ("the only mayor", "only"),
        ("the most populous town", "most populous"),
        ("a record-breaking jump", "record-breaking"),
        ("The Largest Crowd of the Year", "Largest"),
        ("It was the largest British yard.", "largest"),
        ("Oldest German ship sails home after long repairs", "Oldest"),
    ],
)
def test_superlatives(text: str, words: str) -> None:
    assert only(text, FactKind.SUPERLATIVE).text == words


@pytest.mark.parametrize(
    "text",
    [
        "only three came",
        "most people left",
        "the forest and the guest",
        "at least",
        "best wishes",
        "They were seen in the film “A Most Happy Yard” that winter.",
        "It was given the Best Picture award with some others.",
    ],
)
def test_no_superlatives(text: str) -> None:
    assert not [fact for fact in find_facts(text) if fact.kind is FactKind.SUPERLATIVE]


@given(st.text(alphabet="19 ,.-/:$%MayJune the last year-old,’“”\n東e\u0301[]", max_size=80), st.integers(0, 40))
def test_facts_lie_in_their_range_in_order_and_apart(text: str, start: int) -> None:
    facts = find_facts(text, start, len(text) - 1, published=PUBLISHED)
    last = start
    for fact in facts:
        assert last <= fact.start < fact.end <= max(start, len(text) - 1)
        assert fact.text == text[fact.start : fact.end]
        last = fact.end


def test_hostile_text_has_no_facts() -> None:
    assert find_facts(HOSTILE) == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1) How to cook 5 eggs\n2) How to eat them", ["5"]),
        ("They asked 1) who paid and 2) why.", []),
        ("The words are 1) cake, 2) pie, 3) tea.", []),
        ("1. Wash 3 cups.\n2. Dry them.", ["3"]),
        ("The team (now 3) won.", ["3"]),
        ("He paid 7.", ["7"]),
        ("He hit 20-of-24 passes for the Big Ten.", ["20-of-24"]),
        ("Shares in the S&P 500 fell by 3 points.", ["3"]),
        ("They met in the hall of One Canal Street.", []),
        ("It costs 7x more than ten pies.", ["7x", "ten"]),
        ("They won 6-3/6-4.", ["6", "4"]),
        ("The crew of Apollo 11 landed. Apollo 11 was the first.", ["first"]),
        ("Sales of the iPhone 4 began. The iPhone 4 had two cameras.", ["two"]),
        ("The crew of Flight 19 remains lost. On Friday Flight 19 left.", []),
        ("Flight 19 was lost off Highway 61.", []),
        ("He lived at 10 Downing Street and at 1225 N. Main St. for 12 years.", ["12 years"]),
        ("He met 12 Wall Street bankers.", ["12"]),
        ("They closed 12 Leeds roads and Flight School 4.", ["12", "4"]),
        ("In Texas 12 people died. In all of Texas 12 people died.", ["12", "12"]),
        ("In Leeds 40 looms burned, and later in Leeds 40 mills.", ["40", "40"]),
        ("On that day the S&P 500 fell by 20 percent.", []),
        ("The crew of Apollo 11 landed. Apollo 12 was next.", ["11", "12"]),
        ("They wrote it in HTML 4, which is old.", []),
        ("It hit the EU 12 times.", ["12"]),
        ("He ran 20 yards in the third quarter.", ["20 yards", "third"]),
        ("After a loss in Dallas, the Bears led in the fourth quarter.", ["fourth"]),
        ("The loss turned on a drive in the fourth quarter.", ["fourth"]),
        ("The results were in doubt until the third quarter.", ["third"]),
        ("Ticket sales were brisk. The Bears scored in the fourth quarter.", ["fourth"]),
        ("The worst in more than a decade, it ran for nearly a mile.", ["more than a decade", "nearly a mile"]),
        ("For over a year he ran less than a second term.", ["over a year", "second"]),
        ("It closed more than a year ago.", []),
        ("It ran for one and a half hours, and in the quarter days were lost.", ["one and a half hours"]),
        ("The talks will last three days.", ["three days"]),
        ("The fair, which was cut to one day a week, could last one day.", ["one day", "one day"]),
        ("The Bears led in the second half of the game, as half of the town knew.", ["second", "half"]),
        ("The Bears led in the second\nhalf of the game.", ["second"]),
    ],
)
def test_which_figures_are_numbers(text: str, numbers: list[str]) -> None:
    assert [fact.text for fact in find_facts(text) if fact.kind in {FactKind.NUMBER, FactKind.AGE}] == numbers


@pytest.mark.parametrize("text", ["9" * 1000, "1/0/99999", "May 99999999999", "1.5.2.7", "999999999999999 years ago"])
def test_what_means_nothing_passes(text: str) -> None:
    for fact in find_facts(text, published=PUBLISHED):
        assert fact.value is None or len(str(fact.value)) < 30


@pytest.mark.parametrize(
    "piece",
    ["9", "1,000", "10,", "one hundred and ", "May 1 ", "Smith, 1, ", "$1-", "the early ", "1 ", "Flight 19 remains "],
)
def test_time_is_linear(piece: str) -> None:
    started = time.process_time()
    find_facts(piece * (100_000 // len(piece)), published=PUBLISHED)
    assert time.process_time() - started < 8


EVERY_PHRASE = """
    Since July 14, 1789, on Fri. 14 July of 1789 or by mid-July last year, that July, early May, for August, late
    Monday. In about 1789, from 1914-18 to 1914/1918, the 1920s, the '20s and the late twenties, the 18th century.
    Last spring; the summer of 1914; at 4.30 p.m. GMT and 16:30 local time, at noon, on 1944-06-06 and 6/6/1944, on
    Boxing Day. This year, in the past month, the next two weeks, three days ago, years later, the day before
    yesterday, tonight, at the end of the year. The 12-year-old king was six months old, aged 12 to 14. Louis, 38,
    and Marie (37) came; she turned 37 in May; he was 38 when she died; at 38, he fled; in his late thirties. It
    cost $3.5m, 20 million dollars, 5 per cent and 3 percentage points more. Two-thirds of 1,500 tons, 12 miles,
    3-2, 20-of-24, 3x, 4:05, twice, half of thousands, another dozen, a few hundred, the 3rd, and the second largest,
    the most famous, 3½ hours, a half-dozen, 2 1/2 years, minus 5 degrees, 30C, 5ft 10in, a 5-foot-10 guard, pre-1914,
    late-1918, the third quarter of 1929, Q3 1929, a boy of 12, 25 basis points, the only one, the first ship ever, a
    record 7, in 44 BC, the last week of May, in 1415, at Christmas 1914, the class of ’72, the best, an all-time high,
    unprecedented, one in five. Adults 18 and older, over-65s, men over 40, and one who died at 92; Louis was 5 when he
    was crowned.
"""


def test_what_a_pattern_waits_for_is_in_all_that_it_finds() -> None:
    spans = {
        each: [found.span() for found in each.pattern.finditer(EVERY_PHRASE)]
        for module in (ages, dates, fractions, money, numbers, relative, superlatives)
        for each in _rules(module)
    }
    assert sum(map(bool, spans.values())) > 50
    for each, expected in spans.items():
        assert [found.span() for found in _looked_for(each, EVERY_PHRASE)] == expected
        for start, end in expected:
            # Some words around are what a pattern may look at.
            around = EVERY_PHRASE[max(0, start - 40) : end + 40]
            assert [found[0] for found in _looked_for(each, around)] == [
                found[0] for found in each.pattern.finditer(around)
            ]


def _looked_for(rule: Rule, text: str) -> list[re.Match[str]]:
    """What a pattern finds where it is only looked for when what it waits for is there."""
    return [found for found, _ in Rules([(rule, None)]).finditer(text, 0, len(text), signals(text, 0, len(text)))]


def _rules(module: ModuleType) -> Iterator[Rule]:
    """All patterns of a module, also those in its tables."""
    for value in vars(module).values():
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Rule):
                yield each
            elif isinstance(each, Phrase | Reader):
                yield each.rule


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("It took 10⁶ tonnes of steel.", "10⁶ tonnes", 1_000_000, "tonne"),
        ("It took 10^6 tonnes of steel.", "10^6 tonnes", 1_000_000, "tonne"),
        ("It took 5.4 × 10⁴ tons.", "5.4 × 10⁴ tons", 54_000, "ton"),
        ("a share of 2×10⁻³ parts", "2×10⁻³", 0.002, "part"),
        ("a deck of 900 m² in all", "900 m²", 900, "square meter"),
        ("a county of 500 km²", "500 km²", 500, "square kilometer"),
        ("some 40¹ men", "40¹", 40, "man"),
        ("some 40² men", "40²", None, "man"),
        ("some 3 million² men", "3 million", 3_000_000, None),
        ("some three million² men", "three million", 3_000_000, None),
    ],
)
def test_a_raised_figure_is_a_power_or_no_part_of_the_number(
    text: str, words: str, value: FactValue, unit: str | None
) -> None:
    fact = only(text, FactKind.NUMBER)
    assert (fact.text, fact.value, fact.unit) == (words, value, unit)


def test_the_mark_of_a_footnote_takes_nothing_from_money_and_per_cent() -> None:
    assert only("It cost $3 million² then.", FactKind.MONEY).value == 3_000_000
    assert only("It rose 12 percent² then.", FactKind.PERCENT).value == 12

from __future__ import annotations

import time
from datetime import date
from itertools import product

import pytest

from factcheck.consistency import find
from factcheck.consistency.names import capitals
from factcheck.consistency.story import Story
from factcheck.extraction import extract
from factcheck.model import Role
from tests.consistency.build import body, extraction, findings, sides
from tests.extraction.build import story


def test_two_ages_of_one_person() -> None:
    made = body("Ada Brewer, 48, keeps bees.", "The bees know Brewer, 47, well.", people=["Ada Brewer"])
    (finding,) = findings("age", made)
    assert finding.message == "Ada Brewer is 48 in one place and 47 in another"
    assert sides(made, finding) == ["48", "47"]


def test_ages_of_children_with_one_name_each() -> None:
    made = body("They have a son, Ivo, 7, and a daughter, Una, 4.", "Ivo, 8, sings. Una, 4, does not.")
    (finding,) = findings("age", made)
    assert "Ivo" in finding.message


def test_ages_of_children_in_a_row() -> None:
    made = extract(story("They have four children, Tom, 13, Jack, 11, Zoe, 10, and Ann, nine, and keep bees."))
    assert [finding for finding in find(made) if finding.kind == "age"] == []


@pytest.mark.parametrize(
    "texts",
    [
        ("Ada Brewer, 48, keeps bees.", "Brewer, then 30, had none."),
        ("Ada Brewer, 48, keeps bees.", "When Ada was 12, she had none."),
        ("Ada Brewer, 48, keeps bees.", "Tom Brewer, 19, does not."),
        ("Ada Brewer, 48, keeps bees.", "Her hive is 8 years old."),
        ("Ada keeps bees in Leeds. The 48-year-old sings.", "Tom keeps hens in York. The 19-year-old does not."),
    ],
)
def test_ages_at_other_times_and_of_others_do_not_clash(texts: tuple[str, ...]) -> None:
    assert findings("age", body(*texts, people=["Ada Brewer", "Tom Brewer"])) == []


@pytest.mark.parametrize(("age", "clashes"), [(33, False), (34, False), (36, True)])
def test_an_age_against_the_year_of_birth(age: int, clashes: bool) -> None:
    text = f"Una Marsh, {age}, won. Una Marsh was born in 1990 in Hull."
    made = body(text, people=["Una Marsh"], published=date(2024, 5, 15))
    assert bool(findings("age", made)) is clashes


def test_an_age_against_the_day_of_birth() -> None:
    text = "Una Marsh, 34, won. Una Marsh was born on 16 May 1990 in Hull."
    assert findings("age", body(text, people=["Una Marsh"], published=date(2024, 5, 15)))
    assert not findings("age", body(text, people=["Una Marsh"], published=date(2024, 5, 16)))


@pytest.mark.parametrize(("age", "clashes"), [(72, False), (73, False), (82, True)])
def test_birth_death_and_age(age: int, clashes: bool) -> None:
    made = body(f"He was born in 1925 and died in 1998, aged {age}.")
    assert bool(findings("age", made)) is clashes


def test_the_age_at_death_in_headline_and_body() -> None:
    made = extraction(
        (Role.HEADLINE, "Una Marsh, who drew maps, dies at 81"),
        (Role.BODY, "Una Marsh died on Friday at the age of 82."),
    )
    (finding,) = findings("age", made)
    assert "81" in finding.message


@pytest.mark.parametrize(
    "again",
    [
        "Brewer (47) knows them.",
        "The 47-year-old Ada Brewer knows them.",
        "Brewer, who is 47, knows them.",
        "Mrs Brewer, aged 47, knows them.",
        "Mrs Brewer, who turned 47 on Monday, knows them.",
        "Brewer, in her 50s, knows them.",
        "Hull professor Ada Brewer, 47, knows them.",
        "As Brewer, who is 47, told the bees, spring was late.",
    ],
)
def test_a_second_age_in_any_form(again: str) -> None:
    made = body("Ada Brewer, 48, keeps bees.", again, people=["Ada Brewer"])
    (finding,) = findings("age", made)
    assert finding.message.startswith("Ada Brewer is 48 in one place and ")


@pytest.mark.parametrize(
    "again",
    [
        "Brewer, in her 40s, knows them.",
        "Brewer turned 40 in the spring of that year.",
        "In 1911 Brewer, 30, had none.",
        "Tom Brewer (47) knows them.",
    ],
)
def test_ages_that_go_together(again: str) -> None:
    assert findings("age", body("Ada Brewer, 48, keeps bees.", again, people=["Ada Brewer", "Tom Brewer"])) == []


def test_a_year_of_birth_beside_the_name() -> None:
    text = "Una Marsh, 30, won. Captain Marsh, born in 1980, sails alone."
    assert findings("age", body(text, people=["Una Marsh"], published=date(2024, 5, 15)))


def test_a_later_year_in_a_quotation_does_not_put_an_age_into_the_past() -> None:
    made = body("Ada Brewer, 48, said: “In 1911 it rained.”", "Brewer, 47, agreed.", people=["Ada Brewer"])
    assert findings("age", made)


def test_one_name_in_two_spellings() -> None:
    made = body("Gail Halloran flew first. Halloran came back.", "Halloren did not land.", people=["Gail Halloran"])
    (finding,) = findings("name", made)
    assert finding.message == "The name is spelled “Halloran” (2 times) and “Halloren” (once)"


@pytest.mark.parametrize(
    ("texts", "people"),
    [
        (("Mark Anderson spoke.", "Kate Andersen did not."), ["Mark Anderson", "Kate Andersen"]),
        (("John Simpson spoke.", "The Simpsons left."), ["John Simpson"]),
        (("Maria Austin spoke.", "An Austrian heard her."), ["Maria Austin"]),
        (("Peter Baker spoke.", "The baker left. Bakery hours are long."), ["Peter Baker"]),
        (("Jean O’Neill spoke.", "Then O'Neill left."), ["Jean O’Neill"]),
        (("Ann SpaceX spoke.", "Space is large."), ["Ann SpaceX"]),
        (("The Harrow road was shut.", "The Harrew road was not."), []),
        (("Wei Kwok-kin voted.", "Li Kwok-hing did not."), ["Wei Kwok-kin", "Li Kwok-hing"]),
        (("Erica Lind was joined by Eric Lind, her father.",), ["Erica Lind", "Eric Lind"]),
        (("Paul Lind spoke.", "Paula Lind did not."), ["Paul Lind", "Paula Lind"]),
        (("The Peter Lind Fund, of the painter Pete Lind, paid.",), ["Peter Lind", "Pete Lind"]),
        (("The United States paid.", "It was the United States’ debt."), []),
        (("Does he own all of ‘South Carolina’?", "In South Carolina nobody knew."), []),
        (("The South Koreans won.", "South Korea’s coach wept."), []),
        (("Tom Obama spoke. Obama left. Then Obama came.", "They went after Osama bin Rashid."), ["Tom Obama"]),
    ],
)
def test_names_that_only_look_alike(texts: tuple[str, ...], people: list[str]) -> None:
    assert findings("name", body(*texts, people=people)) == []


def test_a_surname_behind_one_given_name_lacks_its_last_letter() -> None:
    made = body("Captain Max Pruss flew it.", "Captain Max Prus came back.", people=["Max Pruss", "Max Prus"])
    (finding,) = findings("name", made)
    assert finding.message == "The name is spelled “Prus” (once) and “Pruss” (once)"
    assert (
        findings("name", body("Max Lind flew it.", "The Linds and Ann Linder saw Max Lind’s.", people=["Max Lind"]))
        == []
    )


def test_names_of_two_people_that_are_alike_are_no_misspelling() -> None:
    made = body("President Halder spoke of Haldor bin Salah.", people=["Haldor", "Halder"])
    assert findings("name", made) == []


def test_a_name_behind_a_title_in_another_spelling() -> None:
    made = body(
        "Professor John Burrows spoke first.",
        "The choice is free, Professor Burrsws said.",
        people=["John Burrows", "Burrsws"],
    )
    (finding,) = findings("name", made)
    assert "Burrsws" in finding.message


def test_a_body_in_two_spellings() -> None:
    made = body("The United Nations met. Nobody came.", "The Untied Nations left again, said the United Nations.")
    (finding,) = findings("name", made)
    assert finding.message == "The name is spelled “United Nations” (2 times) and “Untied Nations” (once)"


@pytest.mark.parametrize("misprint", ["Lusitnia", "Lusittania", "Luistania"])
def test_a_ship_told_often_has_a_letter_missing_doubled_or_out_of_place_once(misprint: str) -> None:
    made = body(
        "The Lusitania left in May. All knew the Lusitania.", f"It was said that {misprint} sank. The Lusitania did."
    )
    (finding,) = findings("name", made)
    assert finding.message == f"The name is spelled “Lusitania” (3 times) and “{misprint}” (once)"


@pytest.mark.parametrize(
    "other",
    [
        "All said that Lusitanian sank.",  # another word by its ending
        "All said that Lusotania sank.",  # a letter that differs may be meant
        "All said that Lusitnia Motors sank.",  # a name of its own
        "All left. Lusitnia sank.",  # any word may begin a sentence
        "All said that Lusitnia sank, and a lusitnia is a clam.",
        "All said that Lusitnia sank, as Lusitnia had to.",  # not once
    ],
)
def test_what_is_no_misprint_of_a_ship(other: str) -> None:
    made = body("The Lusitania left in May. All knew the Lusitania.", "The Lusitania sank.", other)
    assert findings("name", made) == []


def test_what_is_a_bodys_own_is_spelled_as_the_body() -> None:
    assert not findings("name", body("Wells Brothers built it. Wells Brothers’ bridge stood. Wells Brothers sold it."))


def test_two_bodies_with_unlike_names() -> None:
    made = body("South Korea and North Korea met.", "The East River and the West River rose. New York, New Yorker.")
    assert findings("name", made) == []


def test_a_name_with_a_capital_within_it_that_stands_without_elsewhere() -> None:
    made = body("The DeHavilland works built it. DeHavilland sold it.", "The Dehavilland flew in 1920.")
    (finding,) = findings("name", made)
    assert finding.message == "The name is spelled “DeHavilland” (2 times) and “Dehavilland” (once)"


@pytest.mark.parametrize(
    ("texts", "people"),
    [
        (("The DeHavilland works built it.", "DEHAVILLAND SOLD IT."), []),
        (("Ramsay MacDonald spoke.", "John Macdonald left."), ["Ramsay MacDonald", "John Macdonald"]),
        (("The DeHavilland works built it.", "Ann Lee wrote: “Dehavilland sold it.”"), []),
        (("The DeHavilland works built it.", "Write to post@Dehavilland.example or #Dehavilland."), []),
    ],
)
def test_capitals_that_are_no_spelling(texts: tuple[str, ...], people: list[str]) -> None:
    assert findings("name", body(*texts, people=people)) == []


def test_names_in_many_quotations_take_time_by_their_number_only() -> None:
    made = body(" ".join(["“It held,” Gail Trumper said."] * 8_000))
    assert len(made.quotes) == 8_000
    started = time.process_time()
    assert list(capitals(Story(made))) == []
    assert time.process_time() - started < 2  # 0.1 s on a quiet machine


def test_letters_that_changed_places() -> None:
    made = body("Gail Trumper spoke.", "Turmper left.", people=["Gail Trumper"])
    (finding,) = findings("name", made)
    assert "Turmper" in finding.message


def test_a_list_of_bodies_takes_time_by_its_length_only() -> None:
    names = ("".join(3 * letter for letter in letters) for letters in product("abcdefgh", repeat=4))
    made = body(", ".join(f"B{name} Street" for name in names))
    started = time.process_time()
    findings("name", made)
    assert time.process_time() - started < 5  # 0.3 s on a quiet machine


def test_a_run_of_capitals_takes_time_by_its_length_only() -> None:
    made = body("A" * 40_000, "A-" * 20_000, "Una Marsh, 34, won.", people=["Una Marsh"], published=date(2024, 5, 15))
    started = time.process_time()
    findings("age", made)
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("again", "wrong"),
    [
        ("Nobody believed Galloran.", "Galloran"),
        ("Halloral, a nurse, did not land.", "Halloral"),
        ("The log of Gail Palloran was found.", "Palloran"),
        ("The log of Gahl Halloran was found.", "Gahl"),
    ],
)
def test_a_wrong_letter_at_any_place(again: str, wrong: str) -> None:
    made = body("Gail Halloran flew first. Halloran came back. Halloran rested.", again, people=["Gail Halloran"])
    (finding,) = findings("name", made)
    assert f"“{wrong}” (once)" in finding.message


def test_a_first_name_that_is_one_letter_from_a_known_one() -> None:
    made = body("John Scopes taught biology.", "The judge was Johm Raulston.", people=["John Scopes"])
    (finding,) = findings("name", made)
    assert finding.message == "The name is spelled “John” (once) and “Johm” (once)"


def test_a_name_in_a_credit_or_crosshead() -> None:
    made = extraction(
        (Role.HEADLINE, "Notes"),
        (Role.BODY, "Gail Halloran flew first. Halloran came back."),
        (Role.CROSSHEAD, "Halloren at home"),
        people=["Gail Halloran"],
    )
    assert findings("name", made)


@pytest.mark.parametrize(
    ("texts", "people"),
    [
        (("Marco Polo left in 1271.", "He came back in March."), ["Marco Polo"]),
        (("Kate Boyle spoke.", "Anna Doyle did not."), ["Kate Boyle", "Anna Doyle"]),
        (("Bill Lloyd spoke.", "Jill Lloyd did not."), ["Bill Lloyd", "Jill Lloyd"]),
        (("Nora Hale spoke.", "In Hall they slept."), ["Nora Hale"]),
        (("Michele Bartoli won.", "Michelle Martin did not."), ["Michele Bartoli", "Michelle Martin"]),
    ],
)
def test_words_and_other_people_one_letter_off(texts: tuple[str, ...], people: list[str]) -> None:
    assert findings("name", body(*texts, people=people)) == []

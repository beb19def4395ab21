from __future__ import annotations

import pytest

from factcheck.extraction import extract
from factcheck.extraction.people import Register
from factcheck.model import FactKind, Role, Section, Span
from tests.extraction.build import story


def register(text: str) -> Register:
    article = story(text)
    return Register(article.draft.text, article.draft.blocks)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Lee, 43, runs it.", "Ann Lee"),
        ("It was run by Dr. Ann Lee for years.", "Ann Lee"),
        ("It leaked, Ann Lee said.", "Ann Lee"),
        ("Ludwig van der Berg, 51, runs it.", "Ludwig van der Berg"),
        ("Seán O’Neill, 51, runs it.", "Seán O’Neill"),
        ("Foreign Minister Ann Lee runs it.", "Ann Lee"),
        ("It leaked, Edsel Ford, the president, said.", "Edsel Ford"),
        ("They met Abu Simbel, a former harbour engineer who built it, and left.", "Abu Simbel"),
    ],
)
def test_something_beside_the_name_marks_a_person(text: str, name: str) -> None:
    (person,) = register(text).people()
    assert person.name == name
    assert not person.probable
    assert text[person.mentions[0].start : person.mentions[0].end] == name


@pytest.mark.parametrize(
    "text",
    [
        "The United States said so.",
        "Harrow High School said so.",
        "In May 2020, 43 left.",
        "He was a former Pinkerton Steel man.",
        "US Zeppelin Lines flew it.",
        "Crossley Motors, the leader in cars, left.",
        "Red Sox, the manager said, had lost.",
        "She left Santa Fe, the governor told the town.",
        "They came to Old Trafford, where the manager of the team stood.",
        "They met in Santa Fe, the governor of the state and the mayor.",
    ],
)
def test_what_only_looks_like_a_name_is_left_out(text: str) -> None:
    assert register(text).people() == ()


def test_a_word_that_is_written_small_is_no_name() -> None:
    made = extract(story("The halls of the fair sold chum salmon and goji berries to Theodore Roosevelt in 1904."))
    kinds = (FactKind.NAME, FactKind.PLACE)
    assert [fact.text for fact in made.claims[0].facts if fact.kind in kinds] == ["Theodore Roosevelt"]


def test_what_somebody_is_called_is_no_full_name() -> None:
    made = extract(
        story(
            "Ann Lee and her friend Rose came in 1930.",
            "Called “Gypsy Rose” on account of her shows, Rose left for Paris. Dubbed “Rosie” there, she stayed.",
        )
    )
    named = {fact.text: fact.value for claim in made.claims for fact in claim.facts if fact.kind is FactKind.NAME}
    assert named["Rose"] == "Rose"
    assert not any(person.name.startswith(("Gypsy", "Dubbed")) for person in made.people)


def test_a_child_of_the_same_name_is_somebody_else() -> None:
    text = "John Rockefeller, 60, met John Rockefeller Jr., 25. Rockefeller left. Rockefeller Jr. stayed."
    found = register(text)
    assert {person.name for person in found.people()} == {"John Rockefeller", "John Rockefeller Jr"}
    assert found.person("Rockefeller") == "John Rockefeller"
    assert found.person("Rockefeller Jr.") == "John Rockefeller Jr"
    alone = register("John Rockefeller Jr., 25, left. Rockefeller came back.")
    assert alone.person("Rockefeller") == "John Rockefeller Jr"


def test_parts_of_a_name_are_the_person() -> None:
    text = "Ann Lee, 43, and Bob Lee, 7, met. Ann left. Lee stayed."
    found = register(text)
    assert found.person("Ann") == "Ann Lee"
    assert found.person("Ann’s") == "Ann Lee"
    assert found.person("Lee") is None
    ann, bob = found.people()
    assert ann.mentions == (Span(0, 7), Span(34, 37))
    assert len(bob.mentions) == 1


def test_a_shared_surname_means_the_one_who_is_named_most() -> None:
    text = "Ann Lee, 43, spoke. Ann Lee, 43, left. Ann Lee, 43, wrote. Bob Lee, 7, slept. Lee won."
    assert register(text).person("Lee") == "Ann Lee"


def test_a_word_before_the_name_is_no_part_of_it() -> None:
    found = register("Ann Lee, 43, spoke. “No,” Rival Ann Lee said.")
    assert [person.name for person in found.people()] == ["Ann Lee"]
    assert found.person("Challenger Ann Lee") == "Ann Lee"


def test_both_apostrophes_write_one_name() -> None:
    found = register("Jim O’Neill, 51, spoke. O'Neill left.")
    (person,) = found.people()
    assert len(person.mentions) == 2


def test_a_headline_in_capitals_holds_the_name_that_the_body_tells() -> None:
    headline = "Mayor Says Seán O’Neill Has ‘Misled’ Rival Ann Lee Amid Her Campaign"
    article = story((Role.HEADLINE, headline), "Ann Lee, 43, ran against him.", "“No,” said Seán O’Neill, 51.")
    claim = next(claim for claim in extract(article).claims if claim.section is Section.HEADLINE)
    named = [(fact.text, fact.value) for fact in claim.facts if fact.kind is FactKind.NAME]
    assert ("Seán O’Neill", "Seán O’Neill") in named
    assert ("Ann Lee", "Ann Lee") in named


def test_a_surname_is_known_beside_another_capital_unless_it_is_a_word_of_the_text() -> None:
    headline = (Role.HEADLINE, "Capone Found Guilty, Brown Not")
    article = story(headline, "Al Capone, 32, and Ed Brown, 40, left. Neither Capone nor his wife saw the brown car.")
    claims = extract(article).claims
    named = {claim.text: [fact.text for fact in claim.facts if fact.kind is FactKind.NAME] for claim in claims}
    assert [names for text, names in named.items() if text.startswith("Capone Found")] == [["Capone"]]
    assert named["Neither Capone nor his wife saw the brown car"] == ["Capone"]


def test_an_address_of_e_mail_is_no_name() -> None:
    article = story("She wrote to Ann.Lee@Example.org in May.")
    (claim,) = extract(article).claims
    assert [fact.text for fact in claim.facts] == ["May"]

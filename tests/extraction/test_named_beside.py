"""Who says it where a name stands beside the words without a verb: signatures, posts, labels, pull quotes."""

from __future__ import annotations

import pytest

from factcheck.extraction import extract
from factcheck.extraction.quotations import _POSTED, _SCRIPT
from factcheck.model import Role
from tests.extraction.build import story


def test_a_post_that_the_page_shows_whole_has_the_writer_below_it() -> None:
    found = extract(
        story(
            "The town paid $4,000 for the sign: https://example.org/sign",
            (Role.FURNITURE, "— Ann B. Lee 🏳️‍🌈 (@annlee) May 3, 2019"),
            "The council met on Monday.",
        )
    ).claims
    assert [claim.attribution and claim.attribution.speaker for claim in found] == ["Ann B. Lee", None]
    assert found[0].attribution is not None
    assert not found[0].attribution.quote


def test_a_transcript_names_the_speaker_within_the_quotation() -> None:
    found = extract(story("Robert Lee, 51, asked first.", "“MOSS: The dam leaked for weeks, and nobody came.”")).quotes
    assert [quote.speaker for quote in found] == ["MOSS"]


def test_a_word_in_capitals_speaks_only_where_nobody_else_does_or_it_names_somebody() -> None:
    (quote,) = extract(story("“WARNING: The dam was built in 1920 and is not safe,” Ann Lee said.")).quotes
    assert (quote.speaker, quote.person) == ("Ann Lee", "Ann Lee")
    found = extract(story("Robert Moss, 51, spoke first.", "“MOSS: The dam leaked,” the transcript said.")).quotes
    assert [quote.speaker for quote in found] == ["MOSS"]


@pytest.mark.parametrize("quoted", ["ACGT" * 5000 + " x", "AB " * 5000 + "x"])
def test_a_run_of_capitals_is_read_once(quoted: str) -> None:
    assert _SCRIPT.match(quoted) is None


@pytest.mark.parametrize(
    ("row", "end"), [("https://a.org ", "x"), ("… https://a.org \u00a0\n", "x"), ("https://", "x")]
)
def test_a_row_of_addresses_without_a_signature_is_read_once(row: str, end: str) -> None:
    assert _POSTED.match(row * 5000 + end) is None


def test_a_post_is_signed_behind_its_addresses() -> None:
    found = _POSTED.match("\n… https://a.org/b  https://c.org\n— Ann Lee (@annlee) May 3")
    assert found is not None
    assert found["name"] == "Ann Lee"


def test_whoever_a_headline_names_before_its_colon_says_what_it_quotes() -> None:
    found = extract(story((Role.HEADLINE, "Nixon: Ervin ‘Not Fit’ To Serve"), "President Richard Nixon spoke in May."))
    assert [(quote.text, quote.person) for quote in found.quotes] == [("‘Not Fit’", "Richard Nixon")]


def test_a_pull_quote_is_the_words_of_whoever_is_named_behind_it() -> None:
    words = "The cables of the new bridge will hold six times what they bear."
    said = f"“{words} We tried them in May,” said Emily Roebling."
    found = extract(story(said, f"{words} Emily Roebling, wife of the engineer", "The bridge was opened.")).claims
    assert [(one.text, one.attribution and one.attribution.speaker) for one in found[-2:]] == [
        (words[:-1], "Emily Roebling"),
        ("The bridge was opened", None),
    ]
    found = extract(story("The bridge was opened.", f"{words} Emily Roebling, wife of the engineer")).claims
    assert [one.attribution for one in found if one.text == words[:-1]] == [None]
    found = extract(story(words, "The bridge was opened.", f"{words} Getty Images")).claims
    assert [one.attribution for one in found if one.text == words[:-1]] == [None, None]


def test_a_signature_in_the_next_line_signs_the_quotation() -> None:
    (quote,) = extract(story("“I never saw the tapes of the meeting.”", "- John Dean.")).quotes
    assert quote.speaker == "John Dean"


def test_a_signature_may_say_who_that_is_behind_a_comma() -> None:
    found = extract(story("“I never saw the tapes.” — John Dean, lawyer", "“Nor did I.”", "— Sam Ervin, Morganton."))
    assert [quote.speaker for quote in found.quotes] == ["John Dean", "Sam Ervin"]


def test_a_turn_in_a_transcript_is_the_words_of_the_person_before_the_colon() -> None:
    found = extract(
        story("Richard Nixon met John Kennedy in Chicago.", "Kennedy: The country has slept. It woke in May.")
    )
    said = [claim for claim in found.claims if claim.attribution is not None]
    assert [claim.text for claim in said] == ["The country has slept", "It woke in May"]
    assert {claim.attribution.person for claim in said if claim.attribution} == {"John Kennedy"}


def test_a_name_in_capitals_and_a_colon_speak_the_paragraph() -> None:
    article = story(
        "The dam was the talk of the town when Abraham Lincoln met Stephen Douglas.",
        "LINCOLN: The dam will break in spring. Nobody has seen to the walls.",
        "WARNING: The walls are not to be climbed by anybody.",
    )
    people = {c.text: c.attribution.person if c.attribution else None for c in extract(article).claims}
    assert people["The dam will break in spring"] == people["Nobody has seen to the walls"] == "Abraham Lincoln"
    assert "Abraham Lincoln" not in [who for text, who in people.items() if "climbed" in text]


def test_a_headline_tells_who_speaks_to_whom() -> None:
    article = story(
        (Role.HEADLINE, "Lincoln to Farmers: Dam Will Break in Spring"),
        "President Abraham Lincoln told farmers on Monday that the dam would break.",
    )
    claim = extract(article).claims[0]
    assert claim.text == "Dam Will Break in Spring"
    assert claim.attribution is not None
    assert claim.attribution.person == "Abraham Lincoln"


def test_a_name_behind_a_heading_and_a_source_before_a_colon_speak() -> None:
    found = extract(
        story(
            "Repairs cost more than the bridge - John Roebling: “We found that the cables had rusted.”",
            "The towers are sound. From the report: “The cables had rusted for years in the wet air.”",
        )
    )
    assert [quote.speaker for quote in found.quotes] == ["John Roebling", "the report"]


def test_a_name_below_a_quotation_within_its_marks_is_who_says_it() -> None:
    found = extract(story("Work went on.", "“The cables hold more than we know.", "Emily Warren, Trenton”"))
    assert [(quote.text, quote.speaker) for quote in found.quotes] == [
        ("“The cables hold more than we know.", "Emily Warren")
    ]

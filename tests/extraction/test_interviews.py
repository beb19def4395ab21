"""Who answers in an interview that does not name them before each answer."""

from __future__ import annotations

import pytest

from factcheck.extraction import extract
from factcheck.model import Role
from tests.extraction.build import story

_INTRO = "In 1883 we spoke to the engineer John Roebling about the bridge that his family built in New York."
_TURNS = (
    "How long did the work take you?",
    "We built the bridge in 13 years.",
    "Was the wire sound?",
    "My men found bad wire in 1878. The maker had sold it to us.",
    "The towers are high. How deep are they set?",
    "I saw the one at Brooklyn go down to 44 feet.",
    "The bridge was opened by President Chester Arthur in May.",
)


def speakers(*paragraphs: str | tuple[Role, str]) -> dict[str, str | None]:
    told = extract(story(*paragraphs)).claims
    return {claim.text: None if claim.attribution is None else claim.attribution.speaker for claim in told}


def test_the_answers_of_an_interview_are_said_by_whom_its_beginning_names() -> None:
    told = speakers((Role.HEADLINE, "The bridge stands"), _INTRO, *_TURNS)
    answers = {
        "We built the bridge in 13 years",
        "My men found bad wire in 1878",
        "The maker had sold it to us",
        "I saw the one at Brooklyn go down to 44 feet",
    }
    assert answers <= told.keys()
    assert {text for text, speaker in told.items() if speaker == "John Roebling"} == answers


def test_the_headline_names_who_answers_where_the_beginning_names_two() -> None:
    intro = "In May we spoke to John Roebling and Samuel Clemens about the bridge."
    told = speakers((Role.HEADLINE, "John Roebling on the bridge"), intro, *_TURNS)
    assert told["We built the bridge in 13 years"] == "John Roebling"
    assert speakers((Role.HEADLINE, "The bridge stands"), intro, *_TURNS)["We built the bridge in 13 years"] is None


def test_the_headline_names_who_answers_by_the_surname() -> None:
    intro = "John Roebling drew the bridge in 1867. We spoke to the engineer in New York about it."
    told = speakers((Role.HEADLINE, "Roebling on the bridge"), intro, *_TURNS)
    assert told["We built the bridge in 13 years"] == "Roebling"


def test_a_name_that_stands_only_behind_interviews_answers() -> None:
    headline = "The Gazette interviews Samuel Clemens on the bridge"
    told = speakers((Role.HEADLINE, headline), "It opened in May.", *_TURNS)
    assert told["We built the bridge in 13 years"] == "Samuel Clemens"
    told = speakers((Role.HEADLINE, "The Gazette interviews New York bar owner"), "It opened in May.", *_TURNS)
    assert told["We built the bridge in 13 years"] is None


@pytest.mark.parametrize(
    ("intro", "turns"),
    [
        ("In 1883 John Roebling went to see the bridge that his family built in New York.", _TURNS),
        ("We spoke to an engineer in May. John Roebling had drawn the bridge in 1867.", _TURNS),
        (_INTRO, _TURNS[:4]),
        (_INTRO, ("How long did the work take?", *_TURNS[1:])),
        (_INTRO, ("Why?", "The bridge took 13 years.", "How?", "The men hung wire.", "Where?", "It is in New York.")),
    ],
)
def test_what_only_asks_itself_questions_is_no_interview(intro: str, turns: tuple[str, ...]) -> None:
    assert set(speakers(intro, *turns).values()) == {None}


def test_an_answer_may_end_in_a_question() -> None:
    told = speakers((Role.HEADLINE, "The bridge stands"), _INTRO, *_TURNS[:-2], "I saw 44 feet of it. Who would not?")
    assert told["I saw 44 feet of it"] == "John Roebling"

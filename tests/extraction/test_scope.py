"""How much of what is told a cue reaches."""

from __future__ import annotations

import pytest

from factcheck.extraction import extract
from tests.extraction.build import story


def told(text: str) -> list[tuple[str, str | None]]:
    """The claims of a paragraph, each with who says it."""
    claims = extract(story(text)).claims
    return [(claim.text, claim.attribution.speaker if claim.attribution else None) for claim in claims]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The mill is open, but it is under pressure from imports, said the chief engineer, John Roebling.",
            "John Roebling",
        ),
        (
            "The mill was to be guarded by the army, but the council sent it away, another source said.",
            "another source",
        ),
        ("The flood began at noon, but it ended before the mayor came, The Leeds Post has learned.", "The Leeds Post"),
        ("The flood was no accident, Roebling noted; the town had opened the gates at night.", "Roebling"),
        (
            "Leeds was paid $29,715; Hull was paid $35,845; and York was paid $125, according to council records.",
            "council records",
        ),
        ("As reported by the Leeds Post, 150 farms were lost, and the mill was closed.", "the Leeds Post"),
        ("The mill is old, and the dam is older, as noted by John Roebling.", "John Roebling"),
        ("The mill was closed, and its gates were shut, the council posted on Monday.", "the council"),
        ("Roebling said that the bridge is old, and the town has to act.", "Roebling"),
        ("Roebling predicted that wages would fall, but that the higher tolls would offset any loss.", "Roebling"),
        ("The council says the toll would fall at first, but would add $84 million over 10 years.", "The council"),
        ("Roebling told a crowd that he expects to win the prize and he is doing better than ever.", "Roebling"),
    ],
)
def test_a_cue_reaches_all_clauses_of_what_is_told(text: str, speaker: str) -> None:
    claims = told(text)
    assert len(claims) > 1
    assert {who for _, who in claims} == {speaker}


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("The flood ended in May, and the mayor told a story.", "The flood ended in May"),
        ("Walking along the bridge in 1869, he barely mentioned the flood.", None),
        ("Roebling said that the bridge was old, and the council closed it.", "the council closed it"),
        ("The council met in May, and the old bridge, Roebling said, was safe.", "The council met in May"),
        ("The dam broke in May, a claim the mayor denies.", "a claim the mayor denies"),
        ("The dam broke in May, something the mayor denies.", "something the mayor denies"),
        ("The yard, which opened in 1912, is to be sold, something few expected.", "something few expected"),
        (
            "Roebling said that the bridge is sound — while his friends have left the council.",
            "his friends have left the council",
        ),
        (
            "Roebling left, alleging that the council had weakened the wall — and two of them were in town for it.",
            "two of them were in town for it",
        ),
    ],
)
def test_a_cue_reaches_no_further(text: str, own: str | None) -> None:
    claims = told(text)
    if own is None:
        assert {who for _, who in claims} == {None}
    else:
        assert (own, None) in claims


def test_a_cue_behind_what_is_told_is_no_claim() -> None:
    assert [
        text for text, _ in told("The flood began at noon, but it ended before one, The Leeds Post has learned.")
    ] == [
        "The flood began at noon",
        "it ended before one",
    ]


@pytest.mark.parametrize(
    ("text", "claim", "speaker"),
    [
        (
            (
                "The men are Gustave Eiffel and Emile Nouguier, who fled to the yard after their houses were attacked "
                "in the riot, the mason, who had seen them in the yard, told Reuters."
            ),
            "after their houses were attacked in the riot",
            "the mason",
        ),
        (
            "The bridge would be stronger than the old one “no matter what,” one engineer commented.",
            "The bridge would be stronger than the old one “no matter what",
            "one engineer",
        ),
        (
            "Those who do take on heavy debt struggle, even with a “good” job, he said.",
            "Those who do take on heavy debt struggle, even with a “good” job",
            "he",
        ),
        (
            "The bricks came from yards that may have never existed, town and county records show.",
            "The bricks came from yards that may have never existed",
            "town and county records",
        ),
    ],
)
def test_a_cue_that_ends_its_sentence_is_known_by_its_look(text: str, claim: str, speaker: str) -> None:
    assert (claim, speaker) in told(text)


@pytest.mark.parametrize(
    ("text", "claim", "speaker"),
    [
        (
            "Eighty-four percent of voters in Leeds dislike Roebling, the poll found.",
            "Eighty-four percent of voters in Leeds dislike Roebling",
            "the poll",
        ),
        (
            "Some 56 percent of voters back the dam, the city's latest survey showed.",
            "Some 56 percent of voters back the dam",
            "the city's latest survey",
        ),
        (
            "A foreman recalled in 1869 that before Leeds, the mill wasn't watched as closely by its owners.",
            "before Leeds, the mill wasn't watched as closely by its owners",
            "A foreman",
        ),
        ("John Roebling went through the plan: “It holds,” he said.", "John Roebling went through the plan", None),
        ("The dam leaked for weeks, The Leeds Post reported on Monday.", "The dam leaked for weeks", "The Leeds Post"),
        ("The dam burst in May, she said on Monday.", "The dam burst in May", "she"),
        ("What was found suggests that the dam leaked.", "What was found suggests that the dam leaked", None),
        (
            "“It holds,” said John Roebling, a co-founder of the mill.",
            "John Roebling, a co-founder of the mill",
            None,
        ),
    ],
)
def test_what_a_cue_tells_where_the_parse_errs(text: str, claim: str, speaker: str | None) -> None:
    found = dict(told(text))
    assert found[claim] == speaker
    assert len(found) == 1 + ("“" in text)


def test_whose_claim_it_is_that_others_ask_about() -> None:
    found = told(
        "A number of readers have asked questions about Lee's assertion that 95 percent of the mills were shut."
    )
    assert found[-1] == ("95 percent of the mills were shut", "Lee")


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("John Roebling said, “It holds,” The Leeds Post reported on Monday.", [("It holds", "John Roebling")]),
        ("John Roebling said it held, The Leeds Post reported on Monday.", [("it held", "John Roebling")]),
        (
            "The engineer rose at once and said, “It holds,” The Leeds Post reported.",
            [("The engineer rose at once", "The Leeds Post"), ("It holds", "The engineer")],
        ),
    ],
)
def test_who_reports_that_somebody_said_it_tells_the_rest(text: str, claims: list[tuple[str, str]]) -> None:
    assert told(text) == claims

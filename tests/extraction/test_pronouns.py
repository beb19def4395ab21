"""Whom a speaker's word means, and whether that is a name."""

from __future__ import annotations

import pytest

from factcheck.extraction import extract
from tests.extraction.build import story


def test_a_pronoun_means_the_person_who_was_named_before() -> None:
    text = "Ann Lee, 43, runs the plant. “The dam leaked for weeks,” she said."
    (quote,) = extract(story(text)).quotes
    assert (quote.speaker, quote.person) == ("she", "Ann Lee")


def test_a_short_name_means_the_person_with_the_full_one() -> None:
    found = extract(story("Ann Lee, 43, runs the plant.", "“The dam leaked for weeks,” Lee said."))
    assert found.quotes[0].person == "Ann Lee"
    (lee,) = found.people
    assert lee.name == "Ann Lee"
    assert len(lee.mentions) == 2
    assert not lee.probable


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("A source close to Mayor Ann Lee said that the dam had leaked.", "A source close to Mayor Ann Lee"),
        ("The dam leaked for 30 weeks in 1890, a source close to the mayor said.", "a source close to the mayor"),
        ("A person familiar with Ann Lee told reporters the dam had leaked.", "A person familiar with Ann Lee"),
        ("An aide to Ann Lee said that the dam had leaked.", "An aide to Ann Lee"),
    ],
)
def test_who_is_close_to_somebody_is_not_that_person(words: str, speaker: str) -> None:
    said = [claim.attribution for claim in extract(story(f"Ann Lee is the mayor. {words}")).claims]
    (by,) = (one for one in said if one is not None)
    assert (by.speaker, by.person, by.named) == (speaker, None, False)


def test_he_is_no_woman() -> None:
    found = extract(story("Susan Moss, 43, met Robert Lee, 51, at the dam. “It leaked for weeks,” he said."))
    assert found.quotes[0].person == "Robert Lee"


def test_he_is_not_who_asked_him() -> None:
    text = "Jonas Salk, 40, spoke for an hour. Asked by Edward R. Murrow who owns it, he replied, “There is no patent.”"
    (quote,) = extract(story(text)).quotes
    assert (quote.speaker, quote.person) == ("he", "Jonas Salk")


def test_he_is_no_body_that_spoke_before() -> None:
    text = "Richard Nixon left for Key Biscayne. The committee said that the tapes were gone."
    found = extract(story(text, "He said that they were his own.")).claims[-1]
    assert found.attribution is not None
    assert (found.attribution.speaker, found.attribution.person) == ("He", "Richard Nixon")


def test_he_is_not_several_people_who_spoke_before() -> None:
    text = "Richard Nixon left for Key Biscayne. Two officials said that the tapes were gone."
    found = extract(story(text, "“They were my own,” he said.")).quotes[-1]
    assert (found.speaker, found.person) == ("he", "Richard Nixon")


@pytest.mark.parametrize(
    ("text", "speaker", "named"),
    [
        ("The head of the yard said that the dam leaked.", "The head of the yard", True),
        (
            "The head of the yard, speaking on condition of anonymity, said that it leaked.",
            "The head of the yard",
            False,
        ),
        (
            "The head of the yard, who wasn’t authorized to speak to the press, said that it leaked.",
            "The head of the yard",
            False,
        ),
        ("The chairman, who asked not to be identified, said that the dam leaked.", "The chairman", False),
        ("His wife Mary said that the dam leaked.", "Mary", True),
        ("Her brother said that the dam leaked.", "Her brother", False),
    ],
)
def test_who_keeps_the_name_back_is_not_named(text: str, speaker: str, named: bool) -> None:
    by = extract(story(text)).claims[-1].attribution
    assert by is not None
    assert (by.speaker, by.named) == (speaker, named)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("A team from the University of Leeds looked at the dam. The researchers found that it had sunk.", True),
        ("A paper published in Nature told of the dam. The authors said that it had sunk.", True),
        ("The dam was closed. The researchers found that it had sunk.", False),
        ("A team from the University of Leeds looked at it. Other researchers found that it had sunk.", False),
        ("NASA scientists said that the dam had sunk.", False),
        ("Scientists said that the dam had sunk.", False),
    ],
)
def test_researchers_are_known_by_their_study(text: str, named: bool) -> None:
    found = extract(story(text)).claims[-1]
    assert found.attribution is not None
    assert found.attribution.named is named


@pytest.mark.parametrize(
    ("text", "speaker", "person", "named"),
    [
        ("Dylan met Doris Day, the drummer said. The drummer said that she was done.", "The drummer", None, True),
        ("Half of them liked Doris Day, the poll found. The poll said that she was done.", "The poll", None, True),
        ("Singer Doris Day came in May. The singer said that she was done.", "The singer", "Doris Day", True),
        ("John Dean, 34, a lawyer from Ohio, came. The lawyer said that it was lost.", "The lawyer", "John Dean", True),
        ("John Dean, 34, spoke in May. The 34-year-old said that it was lost.", "The 34-year-old", "John Dean", True),
        ("John Dean spoke in May. The 34-year-old said that it was lost.", "The 34-year-old", "John Dean", True),
        ("John Dean built it in May. The 34-year-old bank said that it leaked.", "The 34-year-old bank", None, True),
        ("A clerk was held in May. The 34-year-old said that it leaked.", "The 34-year-old", None, False),
        ("Lawyer John Dean met lawyer Carl Moss. The lawyer said that it was lost.", "The lawyer", None, False),
        ("In May the airline said that it had lost money.", "the airline", None, True),
        ("A driver said that it had lost money.", "A driver", None, False),
        ("The girl said that it had lost money.", "The girl", None, False),
    ],
)
def test_whom_an_epithet_means(text: str, speaker: str, person: str | None, named: bool) -> None:
    found = extract(story(text)).claims[-1].attribution
    assert found is not None
    assert (found.speaker, found.person, found.named) == (speaker, person, named)


def test_they_are_the_ones_who_spoke_before() -> None:
    text = "A team from the University of Leeds looked at the dam. The scientists said that it had sunk. They said"
    found = extract(story(f"{text} that it would sink again.")).claims[-1]
    assert found.attribution is not None
    assert (found.attribution.speaker, found.attribution.named) == ("They", True)


def test_a_name_within_that_of_a_paper_is_not_whom_it_means() -> None:
    text = "Ann Arbor, 43, left. The dam leaked in May, according to a report in the Gazette of Ann Arbor."
    (claim,) = [one for one in extract(story(text)).claims if one.attribution is not None]
    assert claim.attribution is not None
    assert (claim.attribution.speaker, claim.attribution.person) == ("a report in the Gazette of Ann Arbor", None)


def test_he_is_not_the_speech_in_which_he_speaks() -> None:
    text = (
        "His speech — in which he joked about Attlee’s “old friendship” with the king, cited his role in a play "
        "and led with his son — was long."
    )
    (quote,) = extract(story(text)).quotes
    assert quote.speaker == "he"


@pytest.mark.parametrize(
    ("text", "speaker", "person"),
    [
        ("They met Abraham Lincoln, who called the dam “a fine work.”", "who", "Abraham Lincoln"),
        ("They met an engineer, who called the dam “a fine work.”", "an engineer", None),
    ],
)
def test_who_is_kept_with_the_person_whom_it_means(text: str, speaker: str, person: str | None) -> None:
    (quote,) = extract(story(text)).quotes
    assert (quote.speaker, quote.person) == (speaker, person)
    assert text[quote.speaker_start : quote.speaker_end] == speaker


def test_a_body_is_not_its_member() -> None:
    text = "Ann Lee, a member of the church, went to Cairo. The church said that the dam was closed."
    (claim,) = [one for one in extract(story(text)).claims if one.text == "the dam was closed"]
    assert claim.attribution is not None
    assert claim.attribution.person is None


@pytest.mark.parametrize(
    ("paragraphs", "person"),
    [
        (["Ann Lee met Tom Roe.", "Roe's aide Max Orr wrote to Lee about the dam. “It leaks,” he said."], "Max Orr"),
        (
            ["“It holds,” said Tom Roe.", "Max Orr agreed with Roe, and visited the dam. “I saw it,” he said."],
            "Max Orr",
        ),
        (["Tom Roe opened the dam that Max Orr had built.", "“It will hold for a century,” he said."], "Tom Roe"),
        (["Tom Roe praised Max Orr. Orr built the dam. “He is a master,” he said."], "Tom Roe"),
        (["Tom Roe opened the dam. Orr's plan was dropped, Roe added. “We had to,” he said."], "Tom Roe"),
        (["“It leaks,” said Tom Roe.", "A resident called the mayor on Monday. “I was wet,” he said."], None),
        (["“It leaks,” said Tom Roe.", "Two men named Hill came. Hill looked at the dam. “I was wet,” he said."], None),
        (["“It leaks,” said Tom Roe.", "As the dam did not please Max Orr, he said it was too low."], "Max Orr"),
        (
            ["The mayor, Tom Roe, spoke of the dam.", "In a letter he dismissed Max Orr's fears. He said it holds."],
            "Tom Roe",
        ),
    ],
)
def test_he_is_whom_the_sentence_before_is_about(paragraphs: list[str], person: str | None) -> None:
    by = extract(story(*paragraphs)).claims[-1].attribution
    assert by is not None
    assert by.person == person


@pytest.mark.parametrize(
    ("who", "named"),
    [
        ("Some Democrats", False),
        ("Three senior Democrats", False),
        ("One Republican", False),
        ("Some Londoners", False),
        ("The Democrats", True),
        ("House Republicans", True),
        ("Turkish commanders", False),
        ("Senior politicians", False),
        ("Swedish newspapers", True),
        ("Boeing executives", True),
    ],
)
def test_some_of_a_party_are_not_named_though_the_party_is(who: str, named: bool) -> None:
    (claim,) = extract(story(f"{who} said the dam had leaked for years.")).claims
    assert claim.attribution is not None
    assert (claim.attribution.speaker, claim.attribution.named) == (who, named)


def test_the_name_that_somebody_was_born_with_is_no_second_person() -> None:
    made = extract(
        story("Grace Hopper has died.", "Born Grace Brewster Murray in 1906, she wrote code. “It ran,” she said.")
    )
    by = made.claims[-1].attribution
    assert by is not None
    assert by.person == "Grace Hopper"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Thatcher was branded the “Iron Lady” by Moscow.", [("“Iron Lady”", "Moscow")]),
        ("The raid was denounced as “Daylight Robbery” by Labour.", [("“Daylight Robbery”", "Labour")]),
        ("The mayor was described as “reckless” by critics.", [("“reckless”", "critics")]),
        ("Such people were called “carpetbaggers”.", []),
        ("Ann Lee named the comet Wild (pronounced “Vilt”).", []),
        ("Called “Lucky Lindy” after his flight, he left for Mexico in 1927.", []),
        ("The ship, branded “unsinkable” in 1911, sank.", []),
        ("Moscow called her “bold”.", [("“bold”", "Moscow")]),
        ("The crowd chanted in a broadcast, “Freedom!”", [("“Freedom!”", "The crowd")]),
        ("His memoir, “The Dam,” sold 4,000 copies.", []),
    ],
)
def test_what_somebody_is_called_and_by_whom(text: str, said: list[tuple[str, str]]) -> None:
    assert [(quote.text, quote.speaker) for quote in extract(story(text)).quotes] == said


def test_he_is_nobody_of_before_where_a_first_name_stands_nearer() -> None:
    made = extract(
        story(
            "John Reith said it was over.",
            "His successor, Albert, Duke of York, has a stammer. “This is terrible,” he told his cousin.",
        )
    )
    by = made.claims[-1].attribution
    assert by is not None
    assert (by.speaker, by.person) == ("he", None)


def test_a_judge_is_the_one_who_goes_on() -> None:
    made = extract(
        story(
            "Mr Justice Wills, passing sentence, told Wilde and his co-defendant Alfred Taylor that it was “the worst”."
            " “It is no use for me to address you,” he said."
        )
    )
    said = [(claim.attribution.speaker, claim.attribution.person) for claim in made.claims if claim.attribution]
    assert said == [("Wills", "Wills"), ("he", "Wills")]


def test_a_first_name_makes_a_person_whom_a_pronoun_can_mean() -> None:
    made = extract(
        story(
            "Ann Lee said it leaked.",
            "Clarence Darrow, for the defence, had asked the jurors to convict so that the case could go to the state's"
            " Supreme Court. “It leaked,” he told them.",
        )
    )
    by = made.claims[-1].attribution
    assert by is not None
    assert by.person == "Clarence Darrow"


def test_what_was_said_the_year_before_names_nobody() -> None:
    (claim,) = extract(story("The west wing, added the year before, was sold in 1931.")).claims
    assert claim.attribution is None

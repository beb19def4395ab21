from __future__ import annotations

import pytest

from factcheck.model import Role, Severity
from tests.consistency.build import body, extraction, findings, sides


def test_a_caption_with_a_word_too_many_is_found() -> None:
    made = extraction(
        (Role.HEADLINE, "Mill closes"),
        (Role.BODY, "“Both mills went under in the same wet winter,” the foreman said."),
        (Role.CAPTION, "The foreman says ‘both mills went under in the same very wet winter’."),
    )
    (finding,) = findings("quote-mismatch", made)
    assert sides(made, finding) == [
        "Both mills went under in the same wet winter",
        "both mills went under in the same very wet winter",
    ]
    assert finding.severity is Severity.HIGH
    assert "only the first has “very”" in finding.message
    assert "the caption" in finding.message.lower()
    assert finding.claims == ("c2", "c3")


@pytest.mark.parametrize(
    ("caption", "said"),
    [
        ("‘never gave up the farm’", "“She NEVER gave up the farm,” he said."),
        ("‘Mr Café’s cows weren’t his’", "“Mr Cafe's cows weren't his,” he said."),
        ("‘had 12 cows and a bull’", "“They had twelve cows and a bull,” he said."),
        ("‘had … cows and a big bull’", "“They had twelve cows and a bull,” he said."),
        ("‘a quiet life’", "“A loud life is what I had,” he said."),
        ("‘the sea was calm that day’", "“Nothing of the kind was ever said on board,” he said."),
        ("‘[the herd] grazed here all year’", "“It grazed here all year long,” he said."),
    ],
)
def test_quotations_that_agree_or_have_nothing_in_common_are_left_alone(caption: str, said: str) -> None:
    made = extraction((Role.HEADLINE, "Farm"), (Role.BODY, said), (Role.CAPTION, f"Words: {caption}."))
    assert findings("quote-mismatch", made) == []


def test_two_quotations_of_one_sentence_in_the_body() -> None:
    made = body(
        "“The tide took the pier before anyone could warn them,” she said.",
        "Her report has it otherwise: “The tide took the jetty before anyone could warn them.”",
    )
    (finding,) = findings("quote-mismatch", made)
    assert "“jetty” v. “pier”" in finding.message


def test_another_word_at_the_end_is_shown() -> None:
    made = extraction(
        (Role.HEADLINE, "Harbour"),
        (Role.BODY, "“The harbour was as still as a millpond,” he wrote."),
        (Role.CAPTION, "The harbour was ‘as still as a mirror’."),
    )
    (finding,) = findings("quote-mismatch", made)
    assert "“mirror” v. “millpond”" in finding.message
    assert sides(made, finding) == ["as still as a millpond", "as still as a mirror"]


def test_sentences_that_only_begin_alike_are_not_one_utterance() -> None:
    made = body("“We want to thank the crew,” he said.", "“We want to thank our families and all who wrote,” he said.")
    assert findings("quote-mismatch", made) == []


def test_what_is_said_twice_in_a_breath_is_two_things() -> None:
    made = body("“You do not want to be the keeper,” Lee said. “You want to watch the keeper.”")
    assert findings("quote-mismatch", made) == []
    apart = body("“You do not want to be the keeper,” Lee said.", "Roe heard: “You want to be the keeper.”")
    assert len(findings("quote-mismatch", apart)) == 1


def test_a_paraphrase_that_leaves_a_word_out() -> None:
    made = extraction(
        (Role.HEADLINE, "Twins reunited"),
        (Role.DEK, "The twins would be friends if they ‘had only lived in one street’."),
        (Role.BODY, "“I think those two would be better friends if they had only lived in one street,” an aunt said."),
    )
    (finding,) = findings("paraphrase", made)
    assert "“better” is left out" in finding.message
    assert finding.severity is Severity.MEDIUM


def test_a_faithful_paraphrase_is_left_alone() -> None:
    made = extraction(
        (Role.HEADLINE, "Twins reunited"),
        (Role.DEK, "She said the twins would be friends if they ‘had only lived in one street’."),
        (Role.BODY, "“I think those two would be friends if they had only lived in one street,” an aunt said."),
    )
    assert findings("paraphrase", made) == []


def test_markup_and_other_scripts_in_a_quotation_stay_text() -> None:
    made = extraction(
        (Role.HEADLINE, "Sign"),
        (Role.BODY, "“The sign said <b> 東京 b] e\u0301tage שלום in red letters,” he said."),
        (Role.CAPTION, "‘The sign said <b> 東京 b] étage שלום in blue letters’"),
    )
    (finding,) = findings("quote-mismatch", made)
    assert "“blue” v. “red”" in finding.message
    assert "<b> 東京 b] e\u0301tage שלום" in finding.message


def test_an_accent_in_a_character_of_its_own_makes_no_other_word() -> None:
    made = extraction(
        (Role.HEADLINE, "‘The premier étage of the tower was painted red’"),
        (Role.BODY, "“The premier e\u0301tage of the tower was painted red,” he said."),
    )
    assert findings("quote-mismatch", made) == []


def test_many_quotations_do_not_take_long() -> None:
    made = body(*(f"“Number {index} is a word that stands in quotation {index * 7}.”" for index in range(400)))
    assert findings("name", made) == []

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extraction import masking, quotation_marks
from factcheck.extraction.asides import asides


def shown(text: str) -> masking.Masked:
    found = quotation_marks.segments(text, 0, len(text))
    direct = masking.direct(text, 0, len(text), found)
    left_out = list(asides(text, 0, len(text), [(one.start, one.end) for one in found]))
    return masking.masked(text, 0, len(text), found, direct, left_out)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won the cup,” the captain said.", '"It works," the captain said.'),
        ("The captain said: “We won the cup.”", 'The captain said: "It works."'),
        ("“Did we win?” the captain asked.", '"It works," the captain asked.'),
        ("“Did we win!” Ann Lee wrote before lunch.", '"It works," Ann Lee wrote before lunch.'),
        ("‘We won’, the captain said", '"It works", the captain said'),
        ("They called it a “good day” for all.", "They called it a good day for all."),
        ("He played in “Gone With the Wind” then.", "He played in Gone With the Wind then."),
        ("He said “We won the cup today” and left.", 'He said "It works," and left.'),
        ("The “Look up. Look out.” signs cost a lot.", "The Motto signs cost a lot."),
        ("They settled on ‘Look up. Look out.’ It stayed.", "They settled on Motto. It stayed."),
        ("They won with the slogan “Keep cool with Coolidge.”", "They won with the slogan Motto."),
        ("Their motto, “Bread and roses,” and a song won.", "Their motto, Motto, and a song won."),
        ("The slogan: “Keep cool.”", 'The slogan: "It works."'),
        ("They ended the “don't ask, don't tell” policy.", "They ended the Motto policy."),
        ("They mock the ‘peace, we want it’ anti-war campaign.", "They mock the Motto anti-war campaign."),
        ("Lee said the “dam leaked, the wall fell” in May.", "Lee said the dam leaked, the wall fell in May."),
        ("Lee praised the “stand your ground” law.", "Lee praised the stand your ground law."),
        ("Ann Lee, 43, and her ex, 47, wed.", "Ann Lee and her ex wed."),
        ("Their sons, Tom, 13, Jack, 11, and Ivo, 10, sang.", "Their sons, Tom, Jack and Ivo sang."),
        ("When they met Ann Lee, 43, Roe left.", "When they met Ann Lee, Roe left."),
        ("The lake (12 km long) froze.", "The lake froze."),
        ("Two men — one from Leeds — were held.", "Two men were held."),
        ("[Ten] years ago the [old] dam bec[a]me a ruin [laughs].", "Ten years ago the old dam became a ruin."),
        ("The dam leaked [...] Nobody looked.", "The dam leaked. Nobody looked."),
        ("She was able to, I guess, see the leak.", "She was able to see the leak."),
        ("The dam leaked [...] for weeks.", "The dam leaked for weeks."),
        ("She left in May, 12 days later.", "She left in May, 12 days later."),
        ("The dam, too, had leaked, and it, too, is old, too.", "The dam too had leaked, and it too is old, too."),
        ("The dams, said Ann Lee, are old.", "The dams, Ann Lee said, are old."),
        ("The dam, added the year before, is old.", "The dam, added the year before, is old."),
    ],
)
def test_what_the_parser_sees(text: str, expected: str) -> None:
    assert shown(text).text == expected


@given(st.text(alphabet="ab.,[]'\"“”‘’ ()—-9\nA東\u0301", max_size=80))
def test_offsets_lead_back_to_the_draft(text: str) -> None:
    mask = shown(text)
    stand_ins = [range(start, end) for start, end, _ in mask.stand_ins]
    for at, char in enumerate(mask.text):
        if any(at in span for span in stand_ins):
            continue
        assert 0 <= mask.source(at) < len(text)
        if char != " " and masking.NAME not in mask.text:
            assert text[mask.source(at)].replace("’", "'") == char


def test_a_claim_takes_in_the_brackets_around_its_first_and_last_word() -> None:
    text = "[The] engineers saw [the leak]."
    mask = shown(text)
    assert text[slice(*mask.closed(0, mask.text.index(".")))] == "[The] engineers saw [the leak]"


def test_a_claim_that_ends_at_an_age_takes_it_in() -> None:
    text = "They raise Ann, 13, and Bob, 7."
    mask = shown(text)
    start, end = mask.closed(0, mask.text.index("Bob") + 3)
    assert text[start:end] == "They raise Ann, 13, and Bob, 7"


def test_what_was_turned_round_leads_back_to_the_draft() -> None:
    text = "The dams, said Ann Lee, are old."
    turned = shown(text)

    def draft(words: str) -> str:
        at = turned.text.index(words)
        start, end = turned.span(at, at + len(words))
        return text[start:end]

    assert [draft(words) for words in ("Ann Lee", "said", "are old")] == ["Ann Lee", "said", "are old"]
    assert draft("Ann Lee said") == "said Ann Lee"
    assert draft("dams, Ann Lee said, are") == "dams, said Ann Lee, are"

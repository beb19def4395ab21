from __future__ import annotations

import time

import pytest

from factcheck.extraction import extract
from factcheck.extraction.quotation_marks import segments
from tests.extraction.build import story


def quoted(text: str, **options: bool) -> list[str]:
    return [text[one.start : one.end] for one in segments(text, 0, len(text), **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said, "We won."', ['"We won."']),
        ("She said, “We won.”", ["“We won.”"]),
        ("She said, „We won.“ And left.", ["„We won.“"]),
        ("Mayor says bridge 'will reopen' in May", ["'will reopen'"]),
        ("Mayor says bridge ‘will reopen’ in May", ["‘will reopen’"]),
        ("The club's fans 'sang all night' at the players' hotel", ["'sang all night'"]),
        ("The players' wives didn't sing at the Joneses' house", []),
        ("In the '90s and '80s it wasn't so", []),
        ("Rock 'n' roll, 'tis said", []),
        ("“He told me ‘go away’ and I went,” she said.", ["“He told me ‘go away’ and I went,”"]),
        ("He is 5'10\" tall and weighs 80 kg", []),
        ("It was “great” and “good”", ["“great”", "“good”"]),
        ("“Hardly,“ she said. “We won.”", ["“Hardly,“", "“We won.”"]),
        ("A “full review“ of the “old dam” began", ["“full review“", "“old dam”"]),
        ("”We won,” she said. ”And again.” A 5” nail", ["”We won,”", "”And again.”"]),
        ('\u202a”We won,” she said. \u200b"Again."', ["”We won,”", '"Again."']),
        ("“Go home ”he said, “now.”", ["“Go home ”", "“now.”"]),
        ('"Nobody asked for “a bridge” here. Go."', ['"Nobody asked for “a bridge” here. Go."']),
        ('He said “we "must" go” and left', ['“we "must" go”']),
        ('"He told me "no" and left," she said. "We won."', ['"He told me "no" and left,"', '"We won."']),
        ('It is "a "small" one", she said', ['"a "small" one"']),
        ('The ship (known as "Wild 2) sank in the "old" bay', ['"old"']),
        ('"We won, she said. "We won again."', ['"We won, she said. "We won again."']),
        ('"They told us, \'Go home,\' " she said. "We stayed."', ["\"They told us, 'Go home,' \"", '"We stayed."']),
        ("Lee said in ‘08 that it “fell.” It was the miners’ ", ["“fell.”"]),
        ("''We won,'' she said. ''We won again.''", ["''We won,''", "''We won again.''"]),
        ("``We won,'' she said of the ''last leg.''", ["``We won,''", "''last leg.''"]),
        ("''They told us, 'Go home,''' she said.", ["''They told us, 'Go home,'''"]),
        ("«Bonjour», he said", ["«Bonjour»"]),
        ("[b] “東京 👩‍👩‍👧‍👦 [/]” e\u0301", ["“東京 👩‍👩‍👧‍👦 [/]”"]),
        ('"…"', []),
    ],
)
def test_marks_are_paired_and_apostrophes_left_alone(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_an_open_quotation_runs_to_the_end_of_its_paragraph() -> None:
    text = "She said: “We won. We shall win again."
    (one,) = segments(text, 0, len(text))
    assert one.open
    assert text[one.inner_start : one.inner_end] == "We won. We shall win again."


def test_an_open_mark_in_mid_sentence_counts_only_when_the_next_paragraph_goes_on() -> None:
    text = "She said it gave “hope for the town."
    assert segments(text, 0, len(text)) == ()
    (one,) = segments(text, 0, len(text), followed=True)
    assert one.open


def test_a_continued_quotation_is_told_apart() -> None:
    text = "“It goes on,” she said. “And on.”"
    first, second = segments(text, 0, len(text), continuing=True)
    assert first.continued
    assert not second.continued


def test_single_marks_go_on_in_the_next_paragraph() -> None:
    made = extract(
        story(
            "Ann Lee said: 'The dam had leaked since May.",
            "'They didn't mend it. It was closed in June.",
            "'It was the town's own.'",
            "The men's band played 'all night' then.",
        )
    )
    assert [(quote.text, quote.speaker) for quote in made.quotes[:3]] == [
        ("'The dam had leaked since May.", "Ann Lee"),
        ("'They didn't mend it. It was closed in June.", "Ann Lee"),
        ("'It was the town's own.'", "Ann Lee"),
    ]


def test_a_single_mark_that_no_paragraph_goes_on_with_is_an_apostrophe() -> None:
    assert extract(story("It began: 'Twas night, and the '90s were over.", "The '80s were, too.")).quotes == ()


@pytest.mark.parametrize("pattern", ['"a ', "'a ", 'a" ', "a' ", "“", "s' ", "''"])
def test_time_grows_with_the_length_only(pattern: str) -> None:
    text = pattern * 100_000
    began = time.process_time()
    segments(text, 0, len(text))
    assert time.process_time() - began < 10


def test_a_slogan_in_the_papers_own_sentence_is_nobodys_quotation() -> None:
    text = "The town’s new “Water. We save it.” signs cost $400. Its words were “how to save water in May” too."
    assert extract(story(text)).quotes == ()


def test_long_words_of_nobody_are_a_quotation_all_the_same() -> None:
    text = "The sign now reads, “Whoever waters a lawn between noon and six will be fined.”"
    assert len(extract(story(text)).quotes) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Lee spoke on the radio’s “Morning of the Dam” and said she had read the book “Water and Stone.”",
        "Lee recorded her first single, “Harbour,” which is about the dam, in May.",
        "Lee sang the ballad “Harbour” to 4,000 people.",
        "Her last track, “Harbour,” sold 4,000 copies.",
    ],
)
def test_the_name_of_a_work_is_no_quotation(text: str) -> None:
    assert extract(story(text)).quotes == ()


def test_words_behind_a_single_or_a_hit_may_be_said() -> None:
    made = extract(story("Lee said of her single, “It took us a year.” Asked about the hit, she said, “Great Fun.”"))
    assert [quote.text for quote in made.quotes] == ["“It took us a year.”", "“Great Fun.”"]


@pytest.mark.parametrize("verb", ["dismissed the plan as", "denounced", "mocked Moss as", "called it"])
def test_judging_words_have_a_speaker(verb: str) -> None:
    (quote,) = extract(story(f"Mayor Ann Lee {verb} “a costly piece of work.”")).quotes
    assert quote.speaker == "Ann Lee"

from __future__ import annotations

import re
import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.normalise import NUMBER, NUMBER_BEGINNING, ORDINAL, STOP_WORDS, fold, normalised, number, ordinal, tokens
from tests.conftest import HOSTILE


def test_fold_evens_out_marks_accents_case_and_space() -> None:
    assert fold("  “Ærø” —\n Łódź’s CAFE\u0301 ") == '"aero" - lodz\'s cafe'
    assert fold("Straße, Đorđe, Guðrún") == "strasse, dorde, gudrun"


def test_fold_makes_no_number_of_a_figure_and_what_is_raised_behind_it() -> None:
    assert fold("10⁶ tonnes on 5 m² in 2019¹") == "10^6 tonnes on 5 m2 in 2019^1"
    assert number("3 million²") == 3_000_000


def test_fold_keeps_other_scripts_and_drops_what_has_no_width() -> None:
    assert fold("東京 שלום\u200b\ufeff") == "東京 שלום"


@pytest.mark.parametrize("text", ["47,000", "47000", "47 thousand", "47k", "forty-seven thousand", "47\u00a0thousand"])
def test_one_number_has_one_form(text: str) -> None:
    assert normalised(f"some {text} people") == "some 47000 people"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2.50", "2.5"),
        ("$1.5bn", "1500000000"),
        ("1.5 crore", "15000000"),
        ("two lakh crore", "2000000000000"),
        ("one thousand million", "1000000000"),
        ("1,25,000", "125000"),
        ("US$1.5 billion", "1500000000"),
        ("£3m", "3000000"),
        ("two and a half million", "2500000"),
        ("two-and-a-half million", "2500000"),
        ("five-and-a-half points", "5.5 points"),
        ("half a million", "500000"),
        ("a million and a half", "1500000"),
        ("two dozen", "24"),
        ("two-dozen or three-hundred", "24 or 300"),
        ("twelve hundred", "1200"),
        ("one hundred and twenty-three thousand four hundred and fifty-six", "123456"),
        ("three four times", "3 4 times"),
        ("a 3rd and a third", "a 3rd and a 3rd"),
        ("the twenty-first", "the 21st"),
        ("the 1990s", "the 1990s"),
        ("45% or 45 per cent", "45 percent or 45 percent"),
        ("an 8-year-old", "an 8 year old"),
        ("won 4-1 at −5", "won 4 1 at -5"),
        ("someone often seventies", "someone often seventies"),
        ("10,2000", "10 2000"),
    ],
)
def test_numbers(text: str, expected: str) -> None:
    assert normalised(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("O’Brien’s wives’ tale", "obrien wives tale"),
        ("It’s what they’re after", "it what they are after"),
        ("didn't, can't, won't, cannot", "did not can not will not can not"),
        ("the U.S. at 5 p.m.", "the us at 5 pm"),
        ("[b]bold[/b] 👩‍👩‍👧‍👦 東京", "b bold b 東京"),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert normalised(text) == expected


def test_number_reads_values_and_refuses_what_means_nothing() -> None:
    assert number("17.3 million") == 17_300_000
    assert isinstance(number("17.3 million"), int)
    assert number("$2.75") == 2.75
    assert number("-4.5") == -4.5
    assert number("9" * 5000) is None
    assert number("words") is None
    assert ordinal("22nd") == 22
    assert ordinal("forty-second") == 42
    assert ordinal("second-hand") == 2
    assert ordinal("nothing") is None


def test_a_number_of_thousands_of_digits_stays_as_it_is() -> None:
    assert tokens("9" * 5000) == ("9" * 5000,)


@pytest.mark.parametrize("piece", ["9", "1,000", "10,", "twenty ", "one hundred and ", "n't", "a.", "'", "- ", "$ 1 "])
def test_time_is_linear(piece: str) -> None:
    started = time.process_time()
    tokens(piece * (200_000 // len(piece)))
    assert time.process_time() - started < 5


@given(st.text())
def test_tokens_are_stable(text: str) -> None:
    once = normalised(text)
    assert once == " ".join(once.split())
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    "text", ["the ship_yard's re-opening (a/b), x;y", 'so "said" Ada\tBrewer...', "a-b -c d- _e_ #f"]
)
def test_words_are_cut_alike_with_and_without_figures_or_other_scripts(text: str) -> None:
    assert tokens(f"{text} 7") == (*tokens(text), "7")
    assert tokens(f"{text} 東京") == (*tokens(text), "東京")


@pytest.mark.parametrize(
    "text",
    ["7", "-4.5", "a dozen", "half a million", "an hundred", "One", "THIRTEEN", "thirty-first", "eighty", "the tenth"],
)
def test_a_number_begins_where_it_may(text: str) -> None:
    found = re.compile(NUMBER, re.IGNORECASE).search(text) or re.compile(ORDINAL, re.IGNORECASE).search(text)
    begins = [place.start() for place in re.compile(NUMBER_BEGINNING, re.IGNORECASE).finditer(text)]
    assert found
    assert found.start() in begins


def test_hostile_text_passes() -> None:
    assert "東京" in tokens(HOSTILE)
    assert "x" * 300 in tokens(HOSTILE)


def test_negation_is_no_stop_word() -> None:
    assert {"the", "of", "is"} <= STOP_WORDS
    assert not {"no", "not", "never"} & STOP_WORDS


def test_importing_it_brings_in_nothing_heavy() -> None:
    code = "import sys, factcheck.normalise; print({'rapidfuzz','numpy','spacy','dateparser'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"

from __future__ import annotations

from collections import defaultdict

import pytest

from factcheck.archive.scoring import Closeness, Likeness, Rarity, likeness, wording
from factcheck.desk.frames import frame, words_of_claim
from factcheck.normalise import normalised


def scored(here: str, there: str, *, weight: float = 7.0, size: int = 1_000) -> Likeness:
    """Score two claims in an archive where every word is equally rare."""
    return likeness(wording(normalised(here)), wording(normalised(there)), Rarity(defaultdict(lambda: weight), size))


LONG = "The harbour board bought three used cranes from a yard in Gdansk"


def test_likeness_ignores_numbers_months_and_weekdays() -> None:
    here = "On Tuesday the board bought 3 cranes for $40,000 in May"
    assert scored(here, "On Friday the board bought 7 cranes for $90,000 in July").score == 100
    assert scored(here, here.upper()).score == 100


def test_order_and_endings_cost_little_and_other_words_much() -> None:
    turned = scored(LONG, "Three used cranes were bought from a yard in Gdansk by the harbour board")
    other = scored(LONG, "The harbour board sold three new ferries to a firm in Odense")
    assert turned.score > 85
    assert other.score < 60


def test_likeness_is_the_same_both_ways() -> None:
    there = "Cranes from Gdansk were bought by the board"
    assert scored(LONG, there).score == scored(there, LONG).score


def test_a_claim_that_is_part_of_another_is_close_to_it() -> None:
    part = "The harbour board bought three used cranes"
    more = f"{LONG}, said a report of nineteen pages that the council had ordered from a firm of auditors in Hull"
    assert scored(part, more).score < 60
    assert scored(part, more).closeness is Closeness.CLOSE


def test_what_common_words_share_is_no_match() -> None:
    assert scored("It was a good day", "It was a bad day", weight=1.0).closeness is Closeness.APART
    revenue = scored("Revenue was 35 million", "Revenue was 47 million", weight=2.0)
    assert revenue.common
    assert not scored(LONG, LONG).common


def test_one_rare_word_tells_a_claim_from_all_others() -> None:
    rare = {"revenue": 2.0, "zyzzygy": 7.4}
    weights = defaultdict(lambda: 2.0, rare)
    mine = wording(normalised("Revenue of Zyzzygy was 35 million"))
    assert not likeness(mine, mine, Rarity(weights, 1_000)).common


def test_nothing_in_common_is_apart() -> None:
    assert scored("Cranes", "Ferries").closeness is Closeness.APART
    assert scored("", "").closeness is Closeness.ALIKE
    assert scored("東京 שלום", "👩‍👩‍👧‍👦").closeness is Closeness.APART


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Officials said that the dam had burst", "the dam had burst"),
        ("The dam had burst, police said.", "The dam had burst"),
        ("It emerged on Tuesday that the dam had burst", "the dam had burst"),
        ("According to the report, the dam had burst", "the dam had burst"),
        ("The dam had burst, according to a study.", "The dam had burst"),
        ("Ada Byrne said that the dam had burst", "Ada Byrne said that the dam had burst"),
        ("He said no", "He said no"),
        ("In addition, £4 went to the dam", "£4 went to the dam"),
        ("THE DAM HAD BURST, POLICE SAID.", "THE DAM HAD BURST"),
        # A letter that becomes two in lower case.
        ("The dam above İzmir had burst, police said.", "The dam above İzmir had burst"),
    ],
)
def test_who_said_it_is_cut_off_when_nobody_is_named(text: str, claim: str) -> None:
    start, end = frame(text)
    assert text[start:end] == claim
    folded = normalised(text)
    start, end = frame(folded)
    assert words_of_claim(folded) == folded[start:end].split()
    assert folded[start:end] == normalised(claim)


def test_a_long_run_of_marks_takes_no_time() -> None:
    assert frame("." * 100_000) == (0, 100_000)
    assert frame("He said " * 500)[1] <= 4_000

"""A claim whose words stand is re-checked when its sentence says something else of it; what others say is theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.model import Block, Carried, Claim, ClaimId, ClaimRecord, Draft, Role, Section
from factcheck.review.carrying import Carrying

if TYPE_CHECKING:
    from collections.abc import Sequence


def draft(text: str) -> Draft:
    return Draft(text, (Block(0, len(text), Role.BODY),))


def claims(text: str, words: Sequence[str]) -> tuple[Claim, ...]:
    return tuple(
        Claim(f"c{at}", start, start + len(one), one, Section.BODY)
        for at, one in enumerate(words, 1)
        for start in [text.index(one)]
    )


def became(before: str, mine: Sequence[str], now: str, found: Sequence[str]) -> list[Carried]:
    """What becomes of the claims of a sentence when it is edited, and what the extraction finds in it then."""
    records = [ClaimRecord(ClaimId(at), at, claim) for at, claim in enumerate(claims(before, mine), 1)]
    carrying = Carrying(draft(before), draft(now), claims(now, found))
    return [place.state for place in carrying.places(records).values()]


@pytest.mark.parametrize(
    ("before", "mine", "now"),
    [
        # Somebody doubts it, or says it.
        ("A cost B.", "A cost B", "Some historians doubt that A cost B."),
        ("A cost B.", "A cost B", "Rumour has it that A cost B."),
        ("A cost B.", "A cost B", "If the letters are to be believed, A cost B."),
        ("A cost B.", "A cost B", "A cost B, a museum label says."),
        ("Ann said that A cost B.", "A cost B", "Ann denied that A cost B."),
        ("Ann said that A cost B.", "A cost B", "Ann jokingly said that A cost B."),
        ("Experts doubt that A cost B.", "A cost B", "A cost B."),
    ],
)
def test_what_is_said_in_another_way_is_to_be_checked_again(before: str, mine: str, now: str) -> None:
    before, mine, now = [
        words.replace("A cost B", "the bridge over the Tay cost 300,000 pounds") for words in (before, mine, now)
    ]
    assert became(before, [mine], now, [mine]) == [Carried.RECHECK]


@pytest.mark.parametrize(
    ("before", "more"),
    [
        ("He died at the age of 77", " or 78"),
        ("It took them 14 years", " and five months"),
        ("He wrote twice on the letters", " last week"),
        ("The fire killed 84 people", ", by one count"),
    ],
)
def test_what_goes_on_is_to_be_checked_again_as_a_whole(before: str, more: str) -> None:
    assert became(f"{before}.", [before], f"{before}{more}.", [before + more]) == [Carried.RECHECK]


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        # Another claim of the sentence came, went, or was changed.
        ("The bridge fell.", "The bridge fell and 75 people died.", ["The bridge fell", "75 people died"]),
        ("The bridge fell, and 75 people died.", "The bridge fell.", ["The bridge fell"]),
        (
            "The bridge fell, which cost 3 pounds.",
            "The bridge fell, which cost 4 pounds.",
            ["The bridge fell", "which cost 4 pounds"],
        ),
        # A slip was mended beside it, words changed their order, an article was put in.
        ("Ann siad The bridge fell.", "Ann said The bridge fell.", ["The bridge fell"]),
        ("The bridge fell, said Ann.", "The bridge fell, Ann said.", ["The bridge fell"]),
        ("Officials: The bridge fell.", "The officials: The bridge fell.", ["The bridge fell"]),
    ],
)
def test_what_others_say_beside_it_is_theirs(before: str, now: str, found: list[str]) -> None:
    mine = [words for words in ("The bridge fell", "75 people died", "which cost 3") if words in before]
    assert became(before, mine, now, found)[0] is Carried.CARRIED


def test_a_sentence_behind_a_line_without_a_full_stop_is_another() -> None:
    line, more = "The bridge over the Tay as it stood before the storm", " Two towers were left in 1882."
    assert became(line, [line], line + more, [line + more.rstrip(".")]) == [Carried.CARRIED]

"""Where two wordings differ, and what is compared of them."""

from __future__ import annotations

import pytest

from factcheck.archive.window import window

HERE = (
    "In 1911  a party of five led by Roald Amundsen reached the South Pole, as 1 of 2 teams that  set out that year. "
)


@pytest.mark.parametrize(
    ("there", "mine", "theirs", "figures"),
    [
        (
            HERE.replace("Amundsen", "Scott"),
            "five led by Roald Amundsen reached the South Pole,",
            "five led by Roald Scott reached the South Pole,",
            3,
        ),
        (HERE.replace("1911", "1912"), "In 1911  a party of five", "In 1912  a party of five", 2),
        (HERE.rstrip().replace("year", "spring"), "that  set out that year. ", "that  set out that spring.", 3),
        ("On foot. " + HERE, "In 1911  a party", "On foot. In 1911  a party", 2),
    ],
)
def test_a_difference_is_looked_at_with_four_words_around(there: str, mine: str, theirs: str, figures: int) -> None:
    found = window(HERE, there, one_day=True)
    assert HERE[found.here.start : found.here.end] == mine
    assert there[found.there.start : found.there.end] == theirs
    assert found.figures == figures

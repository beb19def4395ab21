"""What is raised: powers, marks of footnotes, ordinals and fractions."""

from __future__ import annotations

import pytest

from factcheck.reading.superscripts import settled


@pytest.mark.parametrize(
    ("before", "raised", "after", "text"),
    [
        ("a strain of 10", "6", " pounds", "⁶"),
        ("3 × 10", "-9", "", "⁻⁹"),
        ("3 × 10", "−9", "", "⁻⁹"),
        ("10", "6.5", "", "^6.5"),
        ("2", "n", "", "ⁿ"),
        ("a deck of 900 m", "2", " in", "²"),
        ("900 metres", "2", "", "²"),
        ("E = mc", "2", "", "²"),
        ("(a + b)", "2", "", "²"),
        ("", "1", " From the report of 1890.", "¹"),
        ("opened in 1890", "1", ", and", ""),
        ("opened in 1890", "12", "", ""),
        ("54,000", "2", " tonnes", ""),
        ("at $5", "2", "", ""),
        ("a span of 10", "1", " years", ""),
        ("the bridge", "3", " stood", ""),
        ("it fell.", "4", "", ""),
        ("“it fell”", "4", "", ""),
        ("54 per cent", "2,3", "", ""),
        ("it fell.", "[5]", "", ""),
        ("opened in 1890", "a", "", ""),
        ("the 19", "th", " century", "th"),
        ("the 1890", "s", "", "s"),
        ("Forth Ltd", "TM", "", "TM"),
        ("it fell", "*", "", "*"),
        ("for ", "1", "/2 a crown", "1"),
        ("for 1", "1", "⁄2 crowns", " 1"),
    ],
)
def test_what_is_raised_says_what_it_says_on_the_page(before: str, raised: str, after: str, text: str) -> None:
    assert settled(raised, before, after) == text


@pytest.mark.parametrize("mark", ["6", "[6]", "a", "†", "(6)", "6, 7"])
def test_what_leads_to_a_note_is_its_mark_whatever_stands_before(mark: str) -> None:
    assert settled(mark, "of 10", " tonnes", is_note=True) == ""


def test_words_that_are_raised_are_words_even_as_a_link() -> None:
    assert settled("TM", "Forth", is_note=True) == "TM"
    assert settled("[citation needed]", "it fell.", is_note=True) == ""
    assert settled("[sic]", "it felled") == "[sic]"

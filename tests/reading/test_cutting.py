from __future__ import annotations

import pytest

from factcheck.reading.cutting import cut


def pieces(text: str) -> list[str]:
    return [text[piece.start : piece.end] for piece in cut(text)]


def test_blank_lines_part_pieces_whatever_they_hold() -> None:
    assert pieces("One.\n\nTwo.\n \t\u00a0\nThree.\n\u200b\nFour.\n\n\n") == ["One.", "Two.", "Three.", "Four."]


def test_spaces_around_a_piece_belong_to_none() -> None:
    text = "\n  One. \n\n\tTwo.\u2003\n"
    assert pieces(text) == ["One.", "Two."]


def test_a_wrapped_text_keeps_its_paragraphs_together() -> None:
    first = (
        "The old bridge at Millport fell into the river on Monday night,\n"
        "the council said. Nobody was on it when it gave way, but a ferry\n"
        "with 40 passengers had passed below it minutes before. Captain\n"
        "Lena Holt heard it fall."
    )
    second = "Divers will look for the cause this week, and the council has\nasked for help."
    assert pieces(f"Bridge falls\nBy Jo Bloggs\n\n{first}\n\n{second}") == [
        "Bridge falls",
        "By Jo Bloggs",
        first,
        second,
    ]


def test_in_a_wrapped_text_a_line_that_was_not_filled_ends_its_paragraph() -> None:
    text = (
        "The bridge fell into the river on Monday night, the council\n"
        "said. Nobody was on it when it gave way.\n"
        "A ferry with 40 passengers had passed below it minutes before\n"
        "that, and its captain heard the bridge fall into the river\n"
        "behind her."
    )
    assert len(pieces(text)) == 2


def test_long_lines_without_blank_lines_are_paragraphs() -> None:
    line = "The old bridge at Millport fell into the river on Monday night, the council said. " * 3
    assert pieces(f"Bridge falls\n{line}\n{line}") == ["Bridge falls", line.strip(), line.strip()]


def test_a_line_that_breaks_off_goes_on_below() -> None:
    note = "Editor’s note: The council regularly\ninspects\nits bridges, and has done so\nsince 1911."
    assert pieces(note) == [note]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Lena Holt at the quay in Millport", "Source: WIREPIX"),
        ("lena holt at the quay in millport", "Photo: Jo Bloggs"),
        ("Bridge falls at Millport,", "• Nobody was hurt"),
        ("The council owns two bridges now", "By Jo Bloggs"),
        ("It fell.", "the captain heard it."),
    ],
)
def test_lines_that_stand_alone_are_not_joined(above: str, below: str) -> None:
    assert pieces(f"{above}\n{below}") == [above, below]


def test_a_line_directly_below_another_is_known_to_be_close() -> None:
    assert [piece.close for piece in cut("One.\nTwo.\n\nThree.")] == [False, True, False]

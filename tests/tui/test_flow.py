from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.tui.flow import Paragraph, Piece, flow
from factcheck.tui.wrap import cells
from tests.conftest import HOSTILE

_PIECES = st.lists(st.builds(Piece, st.text(max_size=30), st.sampled_from(["", "quiet"])), max_size=5).map(tuple)


@given(
    st.lists(st.builds(Paragraph, _PIECES, st.sampled_from(["", "note", "a long label"])), max_size=4),
    st.integers(14, 60),
)
def test_no_line_is_wider_than_the_room(paragraphs: list[Paragraph], width: int) -> None:
    for line in flow(paragraphs, width, 9):
        assert sum(cells(piece.text) for piece in line) <= width


def test_labels_stand_in_a_column() -> None:
    lines = flow([Paragraph((Piece("one two "), Piece("three", "quiet")), "note")], 16, 6)
    assert lines == [
        (Piece("note  ", "label"), Piece("one two")),
        (Piece("      ", "label"), Piece("three", "quiet")),
    ]


def test_hostile_text_stays_text() -> None:
    lines = flow([Paragraph((Piece(HOSTILE),), "note")], 40, 9)
    assert "[@click=app.quit]" in "".join(piece.text for line in lines for piece in line).replace(" ", "")

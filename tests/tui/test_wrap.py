from __future__ import annotations

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.model import Block, Role
from factcheck.tui.wrap import Layout, cells, clipped, lines_of, shown, words
from tests.conftest import HOSTILE

_TEXT = st.text(
    st.one_of(
        st.sampled_from("aé b\t\n\r東京👩\u200d👧\u0301ש\u202e\x1b\x00[]/-\u200b\ufe0f\ud800"),
        st.characters(codec="utf-8"),
    ),
    max_size=80,
)


@given(_TEXT, st.integers(2, 30))
def test_each_line_fits(text: str, width: int) -> None:
    for start, end in lines_of(text, 0, len(text), width):
        assert start < end
        assert cells(text[start:end]) <= width


@given(_TEXT, st.integers(1, 30))
def test_lines_hold_every_word_in_order(text: str, width: int) -> None:
    lines = list(lines_of(text, 0, len(text), width))
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(lines))
    assert "".join("".join(text[a:b].split()) for a, b in lines) == "".join(text.split())


@given(st.text("aab  ", max_size=120), st.integers(1, 30), st.integers(0, 5))
def test_plain_text_breaks_where_text_of_the_same_width_does(text: str, width: int, start: int) -> None:
    accented = text.replace("a", "á")
    for hang in (0, width // 3):
        plain = list(lines_of(text, start, len(text), width, hang))
        assert plain == list(lines_of(accented, start, len(text), width, hang))


@given(_TEXT, st.integers(4, 30))
def test_from_an_offset_to_its_line_and_back(text: str, width: int) -> None:
    layout = Layout(text, [Block(0, len(text), Role.BODY)], width)
    for index, line in enumerate(layout.lines):
        for offset in range(line.start, line.end):
            assert layout.line_of(offset) == index
            back = layout.offset_at(index, layout.cell_of(offset))
            # An offset inside a grapheme, or one that takes no room, comes back as where the grapheme begins or ends.
            assert line.start <= back <= line.end
            assert layout.cell_of(back) == layout.cell_of(offset) or abs(back - offset) <= 4


@given(_TEXT, st.integers(4, 30), st.integers(0, 90))
def test_a_rule_stands_behind_the_line_up_to_which_it_was_read(text: str, width: int, read: int) -> None:
    blocks = [Block(0, len(text) // 2, Role.BODY), Block(len(text) // 2, len(text), Role.BODY)]
    plain, layout = Layout(text, blocks, width), Layout(text, blocks, width, read)
    lines = [line for line in layout.lines if line.block is not None]
    assert lines == [line for line in plain.lines if line.block is not None]
    rule = layout.rule
    if rule is None:
        assert not read or not lines or read <= lines[0].start or all(line.start < read for line in lines)
        return
    assert layout.lines[rule].block is None
    assert layout.lines[rule - 1].start < read <= layout.lines[rule + 1].start
    assert layout.line_after(read) == rule + 1
    for index, line in enumerate(layout.lines):
        if line.block is not None:
            assert all(layout.line_of(offset) == index for offset in range(line.start, line.end))


@given(_TEXT, st.integers(8, 30), st.sampled_from(("- ", "• ", "12. ", "(a) ", "> ", "“", '"', "")))
@example("000\r\x08", 8, "12. ")
def test_lines_below_a_mark_stand_beside_it_and_fit(text: str, width: int, mark: str) -> None:
    text = f"{mark}x{text}"
    layout = Layout(text, [Block(0, len(text), Role.BODY)], width)
    first, *below = layout.lines
    hang = len(mark) if len(mark) <= width // 3 else 0
    assert first.indent == 0
    for line in below:
        assert line.indent == hang
        assert line.indent + cells(text[line.start : line.end]) <= width
        assert layout.cell_of(line.start) == hang
        # Letters that take no room are passed over.
        assert not cells(text[line.start : layout.offset_at(layout.lines.index(line), 0)])


@pytest.mark.parametrize("mark", ["- ", "12. "])
@pytest.mark.parametrize(
    "word", ["東京大阪名古屋横浜神戸京都福岡札幌", "wwwexampleorgbridgesandferries", "éééééééééééééééééééééé"]
)
def test_a_word_wider_than_a_line_begins_beside_its_mark(mark: str, word: str) -> None:
    text = f"{mark}{word} and more"
    lines = Layout(text, [Block(0, len(text), Role.BODY)], 16).lines
    assert text[lines[0].start : lines[0].end].startswith(mark + word[:3])
    assert [line.indent for line in lines] == [0, *[len(mark)] * (len(lines) - 1)]
    assert "".join(text[line.start : line.end] for line in lines).replace(" ", "") == text.replace(" ", "")
    assert all(line.indent + cells(text[line.start : line.end]) in range(1, 17) for line in lines)
    if word.isascii():
        accented = word.replace("w", "é")
        other = Layout(mark + accented + " and more", [Block(0, len(text), Role.BODY)], 16).lines
        assert other == lines


@pytest.mark.parametrize("text", ["J. Smith spoke", "1936 was hot", "-5 degrees", "a story", "No. 5", "…and so on"])
def test_what_is_no_mark_does_not_hang(text: str) -> None:
    text = f"{text} of all that was said there on that day"
    assert {line.indent for line in Layout(text, [Block(0, len(text), Role.BODY)], 18).lines} == {0}


@given(_TEXT)
def test_what_is_shown_is_one_line_without_control_characters(text: str) -> None:
    seen = shown(text)
    assert not any(letter < " " or "\x7f" <= letter < "\xa0" for letter in seen)
    assert not any(letter in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029" for letter in seen)
    seen.encode("utf-8")


@given(_TEXT, _TEXT)
def test_what_is_shown_of_two_parts_is_the_parts_shown(left: str, right: str) -> None:
    assert shown(left + right) == shown(left) + shown(right)


@given(_TEXT, st.integers(0, 30))
def test_clipped_text_fits(text: str, width: int) -> None:
    assert cell_len(clipped(text, width)) <= width


def test_hostile_text_wraps() -> None:
    lines = list(lines_of(HOSTILE, 0, len(HOSTILE), 40))
    assert len(lines) == 9, "one line of words, then 300 letters"
    assert HOSTILE[slice(*lines[-1])] == "x" * 20


@pytest.mark.parametrize("text", ["", "   \n ", "\t"])
def test_nothing_gives_no_line(text: str) -> None:
    assert list(lines_of(text, 0, len(text), 10)) == []
    assert Layout(text, [Block(0, len(text), Role.BODY)], 10).lines == ()


def test_blocks_stand_apart_and_furniture_together() -> None:
    text = "One two.\n\nBy A.\n\nApril 1\n\nThree."
    roles = (Role.BODY, Role.BYLINE, Role.DATELINE, Role.BODY)
    blocks, at = [], 0
    for part, role in zip(text.split("\n\n"), roles, strict=True):
        blocks.append(Block(at, at + len(part), role))
        at += len(part) + 2
    assert [line.block for line in Layout(text, blocks, 20).lines] == [0, None, 1, 2, None, 3]


def test_words_stand_without_their_punctuation() -> None:
    text = "“It’s $1.5 million,” she said—on 47% of 東京."
    assert [text[a:b] for a, b in words(text)] == [
        "It’s",
        "$1.5",
        "million",
        "she",
        "said",
        "on",
        "47%",
        "of",
        "東京",
    ]

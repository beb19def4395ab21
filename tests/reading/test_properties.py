"""What holds for every text and for all bytes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.reading import blocks, read_bytes
from factcheck.reading.decode import blank

LINES = st.sampled_from(
    [
        "Bridge falls at Millport - Harbour Times",
        "OSLO, Norway (AP) — The bridge fell on Monday. It was old.",
        "lena holt at the quay in millport",
        "Ferries wait at the quay. Photo: Jo Bloggs.",
        "Source: WIREPIX",
        "By Jo Bloggs",
        "5 May 2024",
        "“It fell,” she said.",
        "Read more:",
        "- one",
        "What next",
        "___",
        "[b] 東京 👩‍👩‍👧‍👦 e\u0301 שלום",
        "The council said that it would look for the cause, and that nobody was",
        "hurt. Divers were asked to help.",
        "",
        " \u00a0",
        "\u200b",
    ]
)
PAGES = st.lists(LINES, max_size=25).map("\n".join)


@settings(max_examples=150, deadline=None)
@given(PAGES | st.text(max_size=300))
def test_blocks_are_ordered_apart_and_cover_all_that_can_be_seen(text: str) -> None:
    at = 0
    for block in blocks(text):
        assert at <= block.start < block.end <= len(text)
        assert blank(text[at : block.start])
        assert not text[block.start].isspace()
        assert not text[block.end - 1].isspace()
        assert block.reason
        at = block.end
    assert blank(text[at:])


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=300) | PAGES.map(str.encode) | st.text(max_size=200).map(lambda text: text.encode("utf-16")),
    st.sampled_from([".txt", ".md"]),
)
def test_all_bytes_are_a_story_or_one_clear_line(data: bytes, suffix: str) -> None:
    error: FactcheckError | None = None
    try:
        article = read_bytes(data, "a", suffix)
    except FactcheckError as caught:
        error = caught
    if error is not None:
        assert "\n" not in str(error)
        assert error.todo
        return
    article.draft.text.encode("utf-8")
    assert article.title
    assert article.draft.blocks
    assert article.draft.blocks[-1].end <= len(article.draft.text)


@settings(max_examples=100, deadline=None)
@given(PAGES)
def test_reading_markdown_gives_blocks_apart_too(text: str) -> None:
    if blank(text):
        with pytest.raises(FactcheckError):
            read_bytes(text.encode(), "a", ".md")
        return
    draft = read_bytes(text.encode(), "a", ".md").draft
    ends = [0, *(block.end for block in draft.blocks)]
    assert all(blank(draft.text[end : block.start]) for end, block in zip(ends, draft.blocks, strict=False))

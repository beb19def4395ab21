from __future__ import annotations

from factcheck.model import Span
from factcheck.reading import read_bytes
from factcheck.reading.endless import MOST, read, unread

SPOKEN = "Then" + " the span was cast in iron and they rolled it over the firth" * (MOST // 61 - 1)
"""A little less than is read."""


def test_what_has_sentences_is_read_to_its_end() -> None:
    text = f"{SPOKEN}. {SPOKEN}.\n{SPOKEN}"
    assert list(unread(text, 0, len(text))) == []
    assert list(read(text, 0, len(text))) == [Span(0, len(text))]
    assert read_bytes(text.encode(), "talk.txt").warnings == ()


def test_the_rest_of_an_endless_sentence_is_left_out_and_told() -> None:
    text = f"{SPOKEN} {SPOKEN}. Then it fell. And {SPOKEN}"
    (rest,) = unread(text, 0, len(text))
    assert rest == Span(MOST, text.index("Then it fell"))
    assert list(read(text, 0, len(text))) == [Span(0, MOST), Span(rest.end, len(text))]
    (warning,) = read_bytes(text.encode(), "talk.txt").warnings
    assert f"{len(text[rest.start : rest.end].split()):,} words are not read for claims" in warning

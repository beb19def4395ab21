from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.archive import read_queries
from factcheck.archive.jsonl import MAX_LINE, BadLine, Line, lines_at, read_lines
from factcheck.errors import ArchiveError

if TYPE_CHECKING:
    from pathlib import Path


def read(path: Path, data: bytes) -> list[Line | BadLine]:
    path.write_bytes(data)
    return list(read_lines(path))


def test_bad_lines_are_told_by_number_and_the_others_come(tmp_path: Path) -> None:
    data = b"\n".join(
        (
            b'\xef\xbb\xbf{"text": "one"}',
            b"",
            b"[1]",
            b"{oops",
            b'{"text": "caf\xe9"}',
            b'"' + b"x" * MAX_LINE + b'"',
            b"[" * 100_000,
            b'{"text": "two\\r\\nlines \\ud800"}\r',
        )
    )
    path = tmp_path / "a.jsonl"
    first, *bad, last = read(path, data)
    assert isinstance(first, Line)
    assert isinstance(last, Line)
    assert (first.number, first.text("text")) == (1, "one")
    assert (last.number, last.text("text")) == (8, "two\nlines \ufffd")
    assert [(line.number, line.reason.split(" (")[0]) for line in bad if isinstance(line, BadLine)] == [
        (3, "is no object"),
        (4, "is not JSON"),
        (5, "is not UTF-8: save the whole file as UTF-8 first, in the program that wrote it"),
        (6, "is longer than 5 MB"),
        (7, "is nested too deeply"),
    ]
    assert list(lines_at(path, [(last.number, last.offset)])) == [last]


def test_values_of_other_types(tmp_path: Path) -> None:
    (line,) = read(tmp_path / "a.jsonl", b'{"a": 7, "b": true, "c": null, "d": [], "e": "  "}')
    assert isinstance(line, Line)
    assert [line.text(key) for key in "abcdef"] == ["7", None, None, None, None, None]


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    for lines in (read_lines(tmp_path / "none.jsonl"), lines_at(tmp_path, [(1, 0)])):
        with pytest.raises(ArchiveError, match="cannot be read") as caught:
            list(lines)
        assert caught.value.todo == "check the path and its permissions"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_a_file_in_wide_letters_is_told_once(tmp_path: Path, encoding: str) -> None:
    with pytest.raises(ArchiveError, match=r"is UTF-16 or UTF-32: save the whole file as UTF-8 first"):
        read(tmp_path / "a.jsonl", '{"text": "one"}\n{"text": "two"}\n'.encode(encoding))


def test_queries(tmp_path: Path) -> None:
    path = tmp_path / "q.jsonl"
    path.write_text('{"id": "a", "text": "one"}\n\n{"id": 7, "text": ""}\n{"text": "[b] 東京"}\n', "utf-8")
    assert [(query.id, query.text) for query in read_queries(path)] == [("a", "one"), ("7", ""), ("4", "[b] 東京")]


@pytest.mark.parametrize("line", ['{"id": 1}', '{"text": 3}', "[]", "no"])
def test_a_query_without_text_is_told_by_its_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "q.jsonl"
    path.write_text(f'{{"text": "fine"}}\n{line}\n', "utf-8")
    with pytest.raises(ArchiveError, match="line 2 "):
        read_queries(path)

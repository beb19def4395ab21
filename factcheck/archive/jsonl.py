"""Files with one JSON object a line, read one line at a time: a bad line is told and does not spoil the others."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.errors import ArchiveError, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path
    from typing import BinaryIO

MAX_LINE: Final = 5_000_000
"""Bytes; a book has about a million."""

SUFFIXES: Final = (".jsonl", ".ndjson")

_WIDE: Final = (BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_BE, b"{\0", b"\0")
"""What a file in one of these encodings begins with."""
_SAVE: Final = "save the whole file as UTF-8 first, in the program that wrote it"

_SURROGATES: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds an object."""

    number: int
    """From 1."""
    offset: int
    """Where it begins in the file, in bytes."""
    values: Mapping[str, object]

    def text(self, key: str) -> str | None:
        """The text under a key; None where there is none, or something that is no text."""
        value = self.values.get(key)
        if isinstance(value, str):
            return value.strip() or None
        return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that cannot be used."""

    number: int
    reason: str


def read_lines(path: Path) -> Iterator[Line | BadLine]:
    """Read a file line by line; empty lines are passed over.

    Raises:
        ArchiveError: when the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            number, offset = 0, 0
            while data := file.readline(MAX_LINE + 1):
                number += 1
                if number == 1 and data.startswith(_WIDE):
                    raise ArchiveError(f"{printable(str(path))} is UTF-16 or UTF-32", _SAVE)
                size = len(data)
                if size > MAX_LINE:
                    size += _skip(file, data)
                    yield BadLine(number, f"is longer than {MAX_LINE // 1_000_000} MB")
                elif data.strip(b" \t\r\n\xef\xbb\xbf"):
                    yield _parse(number, offset, data)
                offset += size
    except OSError as error:
        raise unreadable(path, error) from error


def lines_at(path: Path, places: Iterable[tuple[int, int]]) -> Iterator[Line | BadLine]:
    """Read again lines that were read before, by their numbers and offsets.

    Raises:
        ArchiveError: when the file cannot be read any more.
    """
    try:
        with path.open("rb") as file:
            for number, offset in places:
                file.seek(offset)
                yield _parse(number, offset, file.readline(MAX_LINE + 1))
    except OSError as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: OSError) -> ArchiveError:
    """What to raise when a file cannot be read."""
    reason = printable(error.strerror or str(error))
    return ArchiveError(f"{printable(str(path))} cannot be read ({reason})", "check the path and its permissions")


def _skip(file: BinaryIO, data: bytes) -> int:
    """Pass over the rest of a line that is too long; gives its bytes."""
    skipped = 0
    while data and not data.endswith(b"\n"):
        data = file.readline(MAX_LINE)
        skipped += len(data)
    return skipped


def _parse(number: int, offset: int, data: bytes) -> Line | BadLine:
    try:
        values = json.loads(data.removeprefix(BOM_UTF8).decode())
    except UnicodeDecodeError:
        return BadLine(number, f"is not UTF-8: {_SAVE}")
    except RecursionError:
        return BadLine(number, "is nested too deeply")
    except ValueError as error:
        return BadLine(number, f"is not JSON ({printable(str(error))})")
    if not isinstance(values, dict):
        return BadLine(number, "is no object")
    if b"\\" in data:
        # Only an escape can bring in what is not clean.
        values = {key: _clean(value) for key, value in values.items()}
    return Line(number, offset, values)


def _clean(value: object) -> object:
    """A text without lone surrogates, which JSON may hold and no encoding takes, and with plain line ends."""
    if not isinstance(value, str):
        return value
    return _SURROGATES.sub("\ufffd", value).replace("\r\n", "\n").replace("\r", "\n")

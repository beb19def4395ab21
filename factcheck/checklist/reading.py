"""A filled-in checklist from the bytes of a file: JSON, or CSV in whatever form a spreadsheet left it."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING, BinaryIO, Final

from factcheck.checklist import reading_csv, reading_json
from factcheck.errors import SheetError, printable

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.checklist.sheet import Sheet

MAX_BYTES: Final = 50_000_000
"""A book's checklist with a long log has about ten million."""

_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""How .xlsx and .ods files begin, and .xls files."""


def read_sheet(path: Path | None) -> Sheet:
    """Read a filled-in checklist.

    Args:
        path: The file; None for standard input.

    Raises:
        SheetError: when it cannot be read, or is no checklist; the message says why and what to do.
    """
    if path is None:
        return parse(_limited(sys.stdin.buffer, "standard input"), "standard input")
    return parse(_contents(path), printable(path.name))


def parse(data: bytes, name: str) -> Sheet:
    """Make a checklist of a file's bytes.

    Args:
        data: The whole file.
        name: What to call it in messages.

    Raises:
        SheetError: when they are no checklist.
    """
    if data.startswith(_WORKBOOKS):
        raise SheetError(f"{name} is a workbook", "save it as CSV first, and import that file")
    text = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if text.startswith((b"{", b"[")):
        return reading_json.parse(data, name)
    return reading_csv.parse(data, name)


def _contents(path: Path) -> bytes:
    name = printable(str(path))
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            if stat.S_ISREG(status.st_mode) and status.st_size > MAX_BYTES:
                raise _too_large(name)
            return _limited(file, name)
    except FileNotFoundError:
        raise SheetError(f"there is no file {name}", "check the path") from None
    except IsADirectoryError:
        raise SheetError(f"{name} is a folder", "name the file in it") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SheetError(f"{name} cannot be read ({printable(reason)})", "check the path and its permissions") from None


def _limited(file: BinaryIO, name: str) -> bytes:
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise _too_large(name)
    return data


def _too_large(name: str) -> SheetError:
    return SheetError(f"{name} is larger than {MAX_BYTES // 1_000_000} MB", "a checklist of one article is smaller")

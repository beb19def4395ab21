"""A checklist from CSV, as it was exported or as a spreadsheet saved it.

Commas, semicolons or tabs; with a byte order mark or without; columns in any order, some of them missing; any line
ends; defused cells. Which delimiter it is, is told by the header: the one that yields the most names of columns.
"""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from factcheck.checklist.sheet import FIXED, TOLD, Named, Row, Sheet
from factcheck.errors import ArticleError, SheetError
from factcheck.reading.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_DELIMITERS: Final = ",;\t"
_TEXTS: Final = (
    "text", "verdict", "resolution", "note", "query", "answer", "replacement", "legal", "checkable", "assignee",
    "checker", "checked_at",
)  # fmt: skip
"""Columns that are taken as they are."""
_NUMBERS: Final = ("claim_id", "number", "revision")
_SOURCES: Final = ("source_name", "source_kind", "source_locator", "source_note", "source_accessed")
_ABOUT: Final = ("slug", "draft_sha256", "draft", "exported_at")
"""Columns that say the same on every row."""
_ALWAYS: Final = frozenset({"claim_id", "text", "revision", "section", "priority", "totals", "state", *_ABOUT})
"""Columns that an export fills on every row, and nobody empties."""
_KNOWN: Final = frozenset({*_TEXTS, *_NUMBERS, *_SOURCES, *_ABOUT, *FIXED, *TOLD})
_OTHERS: Final = {"part": "a change memo", "call": "a call sheet"}
"""First columns of what else is exported as CSV."""

_DEFUSED: Final = re.compile("(\\A|;)['‘’](?=[-=+@\t\r\n＝＋－＠'‘’])")
"""The apostrophe that an export puts before a cell or a part of one; a spreadsheet may have curled it."""
_WHOLE: Final = re.compile(r"#?([0-9]{1,18})(?:[.,]0+)?")
"""A whole number, also as a spreadsheet may write it."""
_SEP: Final = re.compile(r'"?sep=.?"?\n', re.IGNORECASE)
"""The line in which some spreadsheets name the delimiter."""

Cells = list[str]


def parse(data: bytes, name: str) -> Sheet:
    """Make a checklist of a CSV file's bytes.

    Raises:
        SheetError: when they are none.
    """
    try:
        text, _ = decode(data, name)
    except ArticleError as error:
        raise SheetError(error.what, "save it as CSV in UTF-8, and import that file") from None
    text = _unmangled(text)
    if sep := _SEP.match(text):
        text = text[sep.end() :]
    header, lines = _table(text, name)
    if header[0] in _OTHERS:
        raise SheetError(f"{name} is {_OTHERS[header[0]]}", "only a filled-in checklist comes back")
    if "claim_id" not in header and not {"number", "text"} <= set(header):
        raise SheetError(f"{name} has no column claim_id", "import a checklist that factcheck exported as CSV or JSON")
    if twice := next((column for column in header if column in _KNOWN and header.count(column) > 1), None):
        raise SheetError(f"{name} has the column {twice} twice", "take one of them out")
    rows, about = [], dict.fromkeys(_ABOUT, "")
    cut = _cut_off(header, [cells for _, cells in lines])
    for at, (number, cells) in enumerate(lines):
        values = dict(zip(header, cells, strict=False))
        if len(cells) > len(header) and any(cell.strip() for cell in cells[len(header) :]):
            rows.append(Row(f"row {number}", problem="has more cells than the header has columns"))
            continue
        if at in cut:
            problem = f"the row is cut off: {len(cells)} of {len(header)} columns"
            rows.append(Row(f"row {number}", problem=problem))
            continue
        for column in _ABOUT:
            said = _restored(values.get(column, "")).strip()
            if said and about[column] and said != about[column]:
                raise SheetError(f"{name} is of several articles, drafts or exports", "import one checklist at a time")
            about[column] = about[column] or said
        rows.append(_row(f"row {number}", values))
    return Sheet(
        name,
        tuple(rows),
        exact=False,
        slug=about["slug"] or None,
        sha256=about["draft_sha256"].lower() or None,
        draft=_whole(about["draft"]),
        exported_at=_moment(about["exported_at"]),
    )


def _unmangled(text: str) -> str:
    """The text as it was before a program took its UTF-8 for Windows-1252 and saved that; others as they are.

    Without a byte order mark spreadsheets do so. What is Windows-1252 indeed hardly ever makes valid UTF-8.
    """
    if text.isascii() or max(text) > "\u2122":
        return text
    try:
        # The five bytes that Windows-1252 has no character for are taken for control characters.
        data = b"".join(bytes([ord(one)]) if one in "\x81\x8d\x8f\x90\x9d" else one.encode("cp1252") for one in text)
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeError:
        return text


def _table(text: str, name: str) -> tuple[Sequence[str], Sequence[tuple[int, Cells]]]:
    """Header and rows with their numbers in the spreadsheet, the header's being 1; empty rows are passed over."""
    try:
        first = {delimiter: _header(text, delimiter) for delimiter in _DELIMITERS}
        delimiter = max(first, key=lambda one: len(_KNOWN.intersection(first[one])))
        rows = list(_rows(text, delimiter))[1:]
    except csv.Error as error:
        raise SheetError(f"{name} is no CSV ({error})", "save it as CSV again") from None
    lines = [(number, row) for number, row in enumerate(rows, 2) if any(cell.strip() for cell in row)]
    return first[delimiter], lines


def _cut_off(header: Sequence[str], rows: Sequence[Cells]) -> set[int]:
    """Which rows end too early, as the last one does where a copy of the file broke off.

    Some spreadsheets drop empty cells at the end of a row. So a short row is cut off only if other rows have something
    in the columns that it lacks, and either all others are whole, or one of these columns is never empty.
    """
    short = {at for at, cells in enumerate(rows) if len(cells) < len(header)}
    filled = {column for cells in rows for column, cell in zip(header, cells, strict=False) if cell.strip()}
    if len(rows) == 1:
        # No other row tells what an export had there.
        filled |= _ALWAYS
    cut = set()
    for at in short:
        lacks = filled.intersection(header[len(rows[at]) :])
        if lacks and (len(short) == 1 or lacks & _ALWAYS):
            cut.add(at)
    return cut


def _header(text: str, delimiter: str) -> Sequence[str]:
    cells: Cells = next(_rows(text, delimiter), [])
    return [re.sub(r"[\s-]+", "_", cell.strip().lower()) for cell in cells] or [""]


def _rows(text: str, delimiter: str) -> Iterator[Cells]:
    # A history may be longer than what the module takes for a cell.
    before = csv.field_size_limit(len(text) + 1)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    finally:
        csv.field_size_limit(before)


def _row(place: str, values: Mapping[str, str]) -> Row:
    cells = {column: _restored(cell) for column, cell in values.items() if column in _KNOWN}
    said: dict[str, Any] = {column: _whole(cells.get(column, "")) for column in _NUMBERS}
    for column in ("claim_id", "revision"):
        if column in cells and said[column] is None:
            return Row(place, problem=f"has no whole number as its {column}: {cells[column][:40]!r}")
    said |= {column: cells.get(column) for column in _TEXTS}
    for name, columns in (("fixed", FIXED), ("told", TOLD)):
        said[name] = {column: cells[column] for column in columns if column in cells}
    try:
        return Row(place, sources=_sources(cells), **said)
    except ValueError as error:
        return Row(place, problem=str(error), **said)


def _sources(cells: Mapping[str, str]) -> tuple[Named, ...] | None:
    """The sources that stand line by line in some columns.

    Raises:
        ValueError: when a line belongs to no name.
    """
    if "source_name" not in cells:
        return None
    names = cells["source_name"].split("\n")
    while names and not names[-1].strip():
        names.pop()
    columns: dict[str, list[str | None]] = {}
    for column in _SOURCES[1:]:
        lines: list[str | None] = [line.strip() for line in cells[column].split("\n")] if column in cells else [None]
        if any(lines[len(names) :]):
            raise ValueError(f"has more lines in {column} than in source_name")
        columns[column.removeprefix("source_")] = lines + ["" if column in cells else None] * len(names)
    if not all(name.strip() for name in names):
        raise ValueError("has a source without a name")
    return tuple(
        Named(name.strip(), **{column: lines[at] for column, lines in columns.items()}) for at, name in enumerate(names)
    )


def _restored(cell: str) -> str:
    return _DEFUSED.sub(r"\1", cell)


def _whole(cell: str) -> int | None:
    found = _WHOLE.fullmatch(cell.strip())
    return int(found[1]) if found else None


def _moment(cell: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(cell.replace(" UTC", "+00:00"))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

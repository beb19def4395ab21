"""Claims to match, from a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.archive.jsonl import BadLine, read_lines
from factcheck.archive.matching import Query
from factcheck.errors import ArchiveError, printable

if TYPE_CHECKING:
    from pathlib import Path


def read_queries(path: Path) -> tuple[Query, ...]:
    """Read claims, ``{"id", "text"}`` a line; one without an id is called by its line.

    Raises:
        ArchiveError: when the file cannot be read, or a line holds no claim.
    """
    queries = []
    for line in read_lines(path):
        where = f"{printable(str(path))}, line {line.number}"
        if isinstance(line, BadLine):
            raise ArchiveError(f"{where} {line.reason}", 'write {"id": …, "text": …} a line')
        text = line.values.get("text")
        if not isinstance(text, str):
            raise ArchiveError(f"{where} has no text", 'write {"id": …, "text": …} a line')
        queries.append(Query(line.text("id") or str(line.number), text))
    return tuple(queries)

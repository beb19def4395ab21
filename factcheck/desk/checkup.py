"""Whether a desk file is sound: the file itself, what points to what, the log, the match index."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.desk.connection import DeskFile
    from factcheck.desk.events import Events
    from factcheck.desk.index import Index

_MOST = 10
"""Problems of one kind that are told."""


def problems(file: DeskFile, events: Events, index: Index) -> Iterator[str]:
    """Look through the whole desk; minutes for a million claims.

    Args:
        file: The desk file.
        events: Its log.
        index: Its match index.

    Yields:
        A sentence for each thing that is not as it should be.

    Raises:
        DeskError: when the file cannot be read.
    """
    with file.reading():
        for (report,) in file.rows(f"PRAGMA quick_check({_MOST})"):
            if report != "ok":
                yield f"the file is damaged: {report}"
        dangling = file.rows("PRAGMA foreign_key_check")
        for table, row, parent, _ in dangling[:_MOST]:
            yield f"row {row} of {table} points to a row of {parent} that is not there"
        yield from events.verify()[:_MOST]
        yield from index.check()

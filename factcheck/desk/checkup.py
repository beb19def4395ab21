"""Whether a desk file is sound: the file itself, what points to what, the log and what it tells, the match index."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.desk.connection import DeskFile
    from factcheck.desk.events import Events
    from factcheck.desk.index import Index

_MOST = 10
"""Problems of one kind that are told."""
_TOLD: Final = ("verdict", "note", "query", "replacement", "resolution", "legal")
"""What the log tells of a claim in the words of its row."""


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
        changed = events.verify()
        yield from changed[:_MOST]
        # What a log tells that was changed itself, is no measure.
        if not changed:
            yield from islice(_otherwise(file), _MOST)
        yield from index.check()


def _otherwise(file: DeskFile) -> Iterator[str]:
    """What is recorded about a claim otherwise than its last events tell; a claim without events is passed over."""
    last: dict[int, dict[str, object]] = {}
    for claim, after in file.db.execute(
        'SELECT claim_id, "after" FROM events WHERE claim_id IS NOT NULL AND "after" IS NOT NULL ORDER BY id'
    ):
        told = json.loads(after)
        if told.keys() & set(_TOLD):
            last.setdefault(claim, {}).update({key: told[key] for key in _TOLD if key in told})
    claims = f"SELECT id, {', '.join(_TOLD)} FROM claims WHERE id IN (SELECT claim_id FROM events)"
    for claim, *row in file.db.execute(claims):
        for key, value in zip(_TOLD, row, strict=True):
            if key in last.get(claim, {}) and last[claim][key] != value:
                yield f"claim {claim}: its {key} is not the one that the log tells"

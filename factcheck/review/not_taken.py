"""Cells of a filled-in checklist that were changed and do not come back: which, and where to change them instead."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from factcheck.checklist.as_csv import cell_of
from factcheck.model import IMPORTED, Carried, NotTaken
from factcheck.review.filled import same_day
from factcheck.tokens import same_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from factcheck.checklist.entry import Entry
    from factcheck.checklist.sheet import Row
    from factcheck.model import ClaimRecord, Event
    from factcheck.review.filled import Values

    Same = Callable[[str, str], bool]

_WORDS: Final = "suggest it in the column replacement, or take an edited draft in ('factcheck rebase')"
_SPEAKER: Final = "'factcheck correct' corrects it"
_FINDINGS: Final = "'factcheck findings' dismisses one"
_VERDICT: Final = "they come with a new verdict, as 'factcheck mark' gives one"
_FOUND: Final = "factcheck finds it out itself"
_INSTEAD: Final[Mapping[str, str]] = {
    "text": _WORDS,
    "sentence": _WORDS,
    **dict.fromkeys(("speaker", "named", "kinds"), _SPEAKER),
    "findings": _FINDINGS,
    **dict.fromkeys(("checker", "checked_at"), _VERDICT),
    **dict.fromkeys(("person", "quoted", "section", "page", "priority", "as_written", "former_verdict"), _FOUND),
}
"""What is to be done instead, by columns."""
_GOES_ALONG: Final = "goes along"
_MOVED: Final = frozenset({"span", "draft", _GOES_ALONG})
_WHO: Final = ("speaker", "person", "named", "quoted", "kinds")
_READ: Final = frozenset({*_WHO, "section", "priority", "findings"})
"""What is read in the draft anew without an event on the claim."""
_READ_ANEW: Final = frozenset({"draft", "role", "title", "dek", "byline", "published"})
"""What is changed on an article when that is so: its draft, the role of a block, what is said about it."""
_MADE_OF: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(_INSTEAD, _MOVED),
    "text": frozenset({"span", "draft"}),
    **dict.fromkeys(_WHO, _MOVED | {"own_speaker", "own_named", "own_kinds"}),
    **dict.fromkeys(("checker", "checked_at"), frozenset({"checker", "checked_at"})),
    "former_verdict": frozenset({"former"}),
}
"""What changes a column on the desk: another draft, also one into which the words go along, or a word of the log."""
_DISMISSED: Final = re.compile(r" \(dismissed: .*\)$", re.MULTILINE)
_MOST: Final = 8
"""So many claims of one column are named."""


def is_read_anew(exported: datetime | None, extracted: datetime | None, events: Iterable[Event]) -> bool:
    """Whether a draft may have been read anew since an export; where that is not known, it may.

    Args:
        exported: When the file was exported.
        extracted: When extraction of the present draft last ran to its end; None when it has not yet.
        events: All that are about the article and none of its claims.
    """
    if exported is None or extracted is None:
        return True
    exported = exported.replace(microsecond=0)
    # Who exports in the second in which an article was extracted does so after it; what has events is seen from these.
    if extracted > exported:
        return True
    since = (event for event in events if event.at >= exported)
    return any(event.what == IMPORTED or _READ_ANEW & (event.after or {}).keys() for event in since)


def not_taken(
    row: Row, entry: Entry, events: Sequence[Event], values: Values, same: Same, *, read_anew: bool
) -> Iterator[NotTaken]:
    """The cells of a row that were changed in the file, and change nothing on the desk.

    Nothing is said of a cell that may be otherwise because the desk was changed since.

    Args:
        row: The row.
        entry: The claim as it is on the desk now.
        events: All its events, oldest first.
        values: What else the row changes.
        same: Says whether two texts are.
        read_anew: Whether the draft may have been read anew since.
    """
    since = _changed_since(row, entry.record, events)
    if since is None:
        return
    # Of a claim that is in no draft any more, its words alone are as they were.
    columns = [
        column
        for column in (("text",) if entry.record.lost or "lost" in since else _INSTEAD)
        if not (since & _MADE_OF[column] or (read_anew and column in _READ))
    ]
    cells = {"text": row.text, "checker": row.checker, "checked_at": row.checked_at, **row.told}
    number = None if entry.record.lost else entry.record.number
    for column in columns:
        said = cells.get(column)
        comes_along = "verdict" in values and _INSTEAD[column] is _VERDICT
        if said is None or comes_along or (column == "text" and same_words(said, entry.record.claim.text)):
            continue
        if not _says(column, said, cell_of(entry, column), same):
            yield NotTaken(entry.record.id, number, column, said)


def _changed_since(row: Row, record: ClaimRecord, events: Sequence[Event]) -> frozenset[str] | None:
    """What was changed on the desk since a row was exported, as in ``_MADE_OF``; None when the log does not tell."""
    if row.revision is None:
        return None
    ahead = record.revision - row.revision
    if not 0 <= ahead <= len(events):
        return None
    # Each event on a claim is one more revision.
    since = events[len(events) - ahead :]
    if any(event.what == IMPORTED for event in since):
        return None
    return frozenset(key for event in since for key in _changed(event))


def _changed(event: Event) -> Iterable[str]:
    after = event.after or {}
    return (_GOES_ALONG,) if after.get("state") in {Carried.CARRIED, Carried.MOVED} else after


def told(cells: Iterable[NotTaken]) -> Iterator[str]:
    """What is not taken in words, a line for each thing that is to be done instead."""
    claims: defaultdict[str, list[str]] = defaultdict(list)
    for cell in cells:
        claims[cell.what].append(f"#{cell.number}" if cell.number else f"the lost claim {cell.claim}")
    for instead in dict.fromkeys(_INSTEAD.values()):
        columns = [column for column in _INSTEAD if column in claims and _INSTEAD[column] is instead]
        if columns:
            yield f"{'; '.join(f'{one} of {_listed(claims[one])}' for one in columns)}: {instead}"


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _MOST
    return ", ".join(names[:_MOST]) + (f" and {more} more" if more > 0 else "")


def _says(column: str, said: str, own: str, same: Same) -> bool:
    """Whether a cell says what the desk has, in whatever form a spreadsheet has put numbers and days."""
    match column:
        case "checked_at":
            return same_day(said.replace("+00:00", ""), own)
        case "priority" | "page":
            return said.strip() == own or _number(said) == _number(own) is not None
        case "findings":
            # One may have been dismissed since.
            return same(_DISMISSED.sub("", said), _DISMISSED.sub("", own))
        case _:
            return same(said, own)


def _number(cell: str) -> float | None:
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        return None

"""The checklist as CSV: a row a claim, for a spreadsheet.

UTF-8 with a byte order mark, as Excel wants, and CRLF at each row's end. A cell that a spreadsheet would take for a
formula is *defused* with an apostrophe before it; whoever reads the file with a program takes one apostrophe from the
front of each cell that begins with one (``undefuse``) and has the cell back. Where the system writes lists with
semicolons, a spreadsheet splits rows at these: what stands behind one in a cell is defused in the same way, and such a
cell is quoted.

Several sources of one claim stand one a line in the source columns, line by line side by side; so do those who were
asked about it in the contact columns. Control characters show as their pictures. Who exported which draft, and the
totals, stand on every row, so that the table stays a table.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.checklist.entry import (
    Entry,
    changes,
    dismissed,
    entries,
    lost_entries,
    outcomes_told,
    stamp,
    state_told,
    totals,
    visible,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from factcheck.model import Checklist, Contact, Source

_DANGEROUS: Final = re.compile(r"[=+\-@\t\r\n＝＋－＠']|[‘’][=+\-@\t\r\n＝＋－＠'‘’]")
"""How a cell begins that a spreadsheet computes; and one that would be read as defused with a curled apostrophe."""
_PART: Final = re.compile(f";(?={_DANGEROUS.pattern})")
"""Where a spreadsheet that splits at semicolons would find such a cell."""
_DEFUSED_PART: Final = re.compile(f";'(?={_DANGEROUS.pattern})")
_QUOTED: Final = re.compile(r"[,;\"\t\r\n]")
"""What a cell has that stands in quotation marks."""


def render(checklist: Checklist) -> bytes:
    """The checklist's claims as a table with one header row; those that an edited draft lost have no number."""
    paged = bool(checklist.article.article.draft.pages)
    columns = {name: column for name, column in _COLUMNS.items() if paged or name != "page"}
    rows = [[column(entry) for column in columns.values()] for entry in (*entries(checklist), *lost_entries(checklist))]
    return table(list(columns), rows, checklist)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], checklist: Checklist, nothing: str = "") -> bytes:
    """Rows of cells as a file; who exported which draft stands on each.

    Args:
        columns: Their names.
        rows: The cells as they are; here they are defused.
        checklist: What the file is of.
        nothing: What the one row of a file says that has no other, so that its state stands somewhere; empty for none.
    """
    draft = checklist.article.article.draft
    sign_off = (
        checklist.article.article.title,
        checklist.article.slug,
        str(draft.number),
        draft.sha256,
        state_told(checklist),
        totals(checklist.progress),
        outcomes_told(checklist),
        checklist.made_by,
        stamp(checklist.made_at),
        checklist.only,
    )
    told = [*rows] or ([(nothing, *[""] * (len(columns) - 1))] if nothing else [])
    lines = [_line((*columns, *_SIGN_OFF)), *(_line(map(visible, (*row, *sign_off))) for row in told)]
    return "".join(lines).encode("utf-8-sig", "replace")


def _line(cells: Iterable[str]) -> str:
    """A row; Python's own writer would set no quotation marks around a semicolon."""
    defused = map(defuse, cells)
    quoted = ('"' + cell.replace('"', '""') + '"' if _QUOTED.search(cell) else cell for cell in defused)
    return ",".join(quoted) + "\r\n"


def defuse(cell: str) -> str:
    """The cell as text that no spreadsheet computes, nor a part of it behind a semicolon."""
    cell = _PART.sub(";'", cell)
    return f"'{cell}" if _DANGEROUS.match(cell) else cell


def cell_of(entry: Entry, column: str) -> str:
    """What a claim has in a column, before it is defused."""
    return _COLUMNS[column](entry)


def undefuse(cell: str) -> str:
    """The cell as it was before ``defuse``."""
    return _DEFUSED_PART.sub(";", cell.removeprefix("'"))


def _lines(entry: Entry, part: Callable[[Source], str]) -> str:
    return "\n".join(" ".join(part(source).splitlines()) for source in entry.record.sources)


def _asked(entry: Entry, part: Callable[[Contact], str]) -> str:
    return "\n".join(" ".join(part(contact).splitlines()) for contact in entry.record.contacts)


def _speaker(entry: Entry) -> str:
    attribution = entry.record.claim.attribution
    return attribution.speaker if attribution else ""


def _person(entry: Entry) -> str:
    attribution = entry.record.claim.attribution
    return (attribution.person or "") if attribution else ""


def _quoted(entry: Entry) -> str:
    attribution = entry.record.claim.attribution
    return _yes(attribution.quote) if attribution else ""


def _history(entry: Entry) -> str:
    return "\n".join(
        " ".join(f"{stamp(event.at)} {event.who}: {event.what} {changes(event)}".split()) for event in entry.history
    )


def _checked_at(entry: Entry) -> str:
    return stamp(entry.record.checked_at) if entry.record.checked_at else ""


def _yes(answer: bool) -> str:
    return "yes" if answer else "no"


_COLUMNS: Final[Mapping[str, Callable[[Entry], str]]] = {
    "number": lambda entry: "" if entry.record.lost else str(entry.record.number),
    "claim_id": lambda entry: str(entry.record.id),
    "text": lambda entry: entry.record.claim.text,
    "as_written": lambda entry: entry.record.as_written,
    "sentence": lambda entry: entry.sentence,
    "page": lambda entry: str(entry.page or ""),
    "section": lambda entry: entry.record.claim.section.value,
    "kinds": lambda entry: ", ".join(entry.record.claim.kinds),
    "speaker": _speaker,
    "person": _person,
    "named": lambda entry: entry.speaker,
    "quoted": _quoted,
    "verdict": lambda entry: entry.verdict,
    "warning": lambda entry: entry.warning,
    "former_verdict": lambda entry: entry.record.former or "",
    "lost": lambda entry: entry.record.lost or "",
    "resolution": lambda entry: entry.record.resolution.value,
    "legal": lambda entry: _yes(entry.record.legal),
    "checkable": lambda entry: _yes(entry.record.claim.checkable),
    "priority": lambda entry: f"{entry.record.claim.priority:.2f}",
    "source_kind": lambda entry: _lines(entry, lambda source: source.kind.value),
    "source_name": lambda entry: _lines(entry, lambda source: source.name),
    "source_locator": lambda entry: _lines(entry, lambda source: source.locator),
    "source_note": lambda entry: _lines(entry, lambda source: source.note),
    "source_accessed": lambda entry: _lines(
        entry, lambda source: source.accessed.isoformat() if source.accessed else ""
    ),
    "source_sha256": lambda entry: _lines(entry, lambda source: source.sha256),
    "contact_who": lambda entry: _asked(entry, lambda contact: contact.who),
    "contact_how": lambda entry: _asked(entry, lambda contact: contact.how.value),
    "contact_when": lambda entry: _asked(entry, lambda contact: contact.when),
    "contact_outcome": lambda entry: _asked(entry, lambda contact: contact.outcome.value),
    "contact_note": lambda entry: _asked(entry, lambda contact: contact.note),
    "note": lambda entry: entry.record.note,
    "query": lambda entry: entry.record.query,
    "answer": lambda entry: entry.record.answer,
    "replacement": lambda entry: entry.record.replacement,
    "checker": lambda entry: entry.record.checker or "",
    "checked_at": _checked_at,
    "second_verdict": lambda entry: entry.record.second or "",
    "second_reader": lambda entry: entry.record.second_reader or "",
    "second_at": lambda entry: stamp(entry.record.second_at) if entry.record.second_at else "",
    "assignee": lambda entry: entry.record.assignee,
    "revision": lambda entry: str(entry.record.revision),
    "findings": lambda entry: "\n".join(
        f"{finding.severity.value}: {finding.message}{dismissed(finding)}" for finding in entry.findings
    ),
    "history": _history,
}
_SIGN_OFF: Final = (
    "article",
    "slug",
    "draft",
    "draft_sha256",
    "state",
    "totals",
    "resolutions",
    "exported_by",
    "exported_at",
    "only",
)

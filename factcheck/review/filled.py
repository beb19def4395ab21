"""What a filled-in row changes of a claim, when two texts are the same, and which words are known."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from factcheck.checklist.as_csv import cell_of
from factcheck.checklist.entry import RECHECK, Entry, visible
from factcheck.errors import UsageError
from factcheck.model import UNCHECKED, ImportChange, Resolution, Source, SourceKind, Verdict
from factcheck.review.acts import suggested
from factcheck.review.typed import known_word, parse_day

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from factcheck.checklist.sheet import Named, Row
    from factcheck.model import ClaimRecord

Values = dict[str, Any]
"""What is to be recorded about a claim, in the words of the log."""

_WRITTEN: Final = ("note", "query", "answer", "replacement", "assignee")
_SWITCHES: Final = ("legal", "checkable", "removed")
_YES: Final = {"yes": True, "y": True, "true": True, "1": True, "no": False, "n": False, "false": False, "0": False}
_FIXED: Final = {
    "contact": "contacts are not taken from a file: 'factcheck contact' records them",
    "second": "a second read is not taken from a file: 'factcheck mark --second' records it",
}
"""What is said when a file has other words than the desk in columns that begin so."""
_VERDICTS: Final = {**{word.value: word.value for word in Verdict}, UNCHECKED: None, RECHECK: None}
_NUMBER: Final = re.compile("[0-9]+")
_SIGNS: Final = "✓✗?·↻~ \t"
_MARKS: Final = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
        "\ufeff": None,
    }
)


def equal(said: str, own: str) -> bool:
    """Whether two texts are the same, but for white space at their ends."""
    return said.strip() == own.strip()


def same_but_for_damage(said: str, own: str) -> bool:
    """Whether a cell says what the desk has, but for what a spreadsheet does to a text.

    It changes marks, dashes, line ends, spaces and composed letters; and where it saves in Windows-1252, what that does
    not know becomes question marks.
    """
    return _undamaged(said) == _undamaged(own) or _undamaged(said) == _reduced(own)


def _undamaged(text: str) -> str:
    """One form for what a spreadsheet does to a text."""
    return " ".join(visible(unicodedata.normalize("NFC", text.translate(_MARKS))).split())


def _reduced(text: str) -> str:
    """What Windows-1252 leaves of a text; a character beyond the first 65,536 is two there."""
    wide = re.sub("[\U00010000-\U0010ffff]", "??", visible(text))
    return _undamaged(wide.encode("cp1252", "replace").decode("cp1252"))


def wanted(row: Row, record: ClaimRecord, same: Callable[[str, str], bool]) -> tuple[list[str], Values]:
    """What is wrong with a row, and what it changes of a claim.

    Args:
        row: The row.
        record: The claim.
        same: Says whether two texts are.
    """
    problems: list[str] = []
    values: Values = {}
    try:
        if row.verdict is not None:
            values["verdict"] = _verdict(row.verdict, record)
        if row.resolution is not None:
            values["resolution"] = known_word("resolution", row.resolution, list(Resolution))
        for key in _SWITCHES:
            said = getattr(row, key)
            if said is not None:
                values[key] = _YES[known_word(key, said, list(_YES))]
    except UsageError as error:
        problems.append(str(error))
    for key in _WRITTEN:
        said = getattr(row, key)
        if said is not None and not same(said, getattr(record, key)):
            values[key] = said.strip()
    if same(values.get("replacement", ""), record.claim.text):
        values["replacement"] = ""
    if row.sources is not None:
        try:
            values["sources"] = _sources(row.sources, record.sources, same)
        except UsageError as error:
            problems.append(str(error))
    if values.get("answer") and not values.get("query", record.query):
        problems.append("there is an answer without a query")
    now = _recorded(record)
    changed = {key: value for key, value in values.items() if value != now[key]}
    if "replacement" in changed:
        # A decision that the row itself says is the one.
        for key, value in suggested(record, changed["replacement"]).items():
            changed.setdefault(key, value)
    return problems, {} if problems else changed


def edited(row: Row, record: ClaimRecord, same: Callable[[str, str], bool]) -> list[str]:
    """Tell of what a row says otherwise than the desk, and a file cannot change."""
    entry = Entry(record, "", (), ())
    told = {
        column.partition("_")[0]
        for column, said in row.fixed.items()
        if not (same_day if column.endswith(("_when", "_at")) else same)(said, cell_of(entry, column))
    }
    return [text for what, text in _FIXED.items() if what in told]


def same_day(said: str, own: str) -> bool:
    """Whether days and times are the same, in whatever order and form a spreadsheet has put their numbers."""
    one, other = (sorted(int(number[-2:]) for number in _NUMBER.findall(text)) for text in (said, own))
    return one == other


def _recorded(record: ClaimRecord) -> Values:
    return {
        "verdict": record.verdict and record.verdict.value,
        "resolution": record.resolution.value,
        "legal": record.legal,
        "checkable": record.claim.checkable,
        "removed": record.removed,
        "sources": [replace(source, id=None) for source in record.sources],
        **{key: getattr(record, key) for key in _WRITTEN},
    }


def _verdict(said: str, record: ClaimRecord) -> str | None:
    word = said.lstrip(_SIGNS)
    if not word and record.verdict is None:
        return None
    if not word:
        raise UsageError("the verdict is empty", f"write {UNCHECKED} to take {record.verdict} off")
    word = known_word("verdict", word, list(_VERDICTS))
    if word == RECHECK and record.verdict is not None:
        raise UsageError(f"{RECHECK} is no verdict", f"write {UNCHECKED} to take {record.verdict} off")
    return _VERDICTS[word]


def _sources(said: Sequence[Named], own: Sequence[Source], same: Callable[[str, str], bool]) -> list[Source]:
    """The sources that a row names: those that the claim has as they are, the others new.

    Raises:
        UsageError: when a kind is not known, or a day is none.
    """
    left = [replace(source, id=None) for source in own]
    found = []
    for named in said:
        known = next((source for source in left if _means(named, source, same)), None)
        if known is not None:
            left.remove(known)
        else:
            kind = known_word("kind of source", named.kind, list(SourceKind)) if named.kind else SourceKind.OTHER
            known = Source(SourceKind(kind), named.name.strip(), (named.locator or "").strip(), named.note or "")
        known = replace(known, accessed=_day(named.accessed, known.accessed))
        if known not in found:
            found.append(known)
    as_they_are = [replace(source, id=None) for source in own]
    # Another order is no change.
    return as_they_are if len(found) == len(own) and all(source in found for source in as_they_are) else found


def _day(said: str | None, own: date | None) -> date | None:
    """When a source was looked at, as a row has it.

    Raises:
        UsageError: when that is no day.
    """
    return own if said is None or same_day(said, str(own or "")) else parse_day(said)


def _means(named: Named, source: Source, same: Callable[[str, str], bool]) -> bool:
    parts = (
        (named.name, source.name),
        (named.kind, source.kind.value),
        (named.locator, source.locator),
        (named.note, source.note),
    )
    return all(said is None or same(said, own) for said, own in parts)


def sides(record: ClaimRecord, values: Values) -> list[tuple[str, str, str]]:
    """Each thing that is changed, with what is recorded and what is to be, as people read it."""
    now = _recorded(record)
    return [(key, _shown(key, now[key]), _shown(key, value)) for key, value in values.items()]


def changes_of(record: ClaimRecord, values: Values) -> list[ImportChange]:
    """The changes of a claim, for whoever is to see them."""
    return [ImportChange(record.id, record.number, *told) for told in sides(record, values)]


def _shown(key: str, value: Any) -> str:
    if key == "verdict":
        return value or UNCHECKED
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(
            f"{source.kind}: {source.name}"
            + (f" | {source.locator}" if source.locator else "")
            + (f", {source.accessed}" if source.accessed else "")
            for source in value
        )
    return str(value)

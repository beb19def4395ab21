"""What is known already about an earlier claim: a verdict with source and date. They are leads, never verdicts here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from factcheck.model import UNCHECKED, Source, SourceKind, Verdict
from factcheck.reading.stamps import find_date

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.archive.jsonl import Line
    from factcheck.desk import Desk
    from factcheck.model import ClaimId


@dataclass(frozen=True, slots=True)
class Lead:
    """What somebody found about a claim."""

    verdict: Verdict | None
    source: str = ""
    """What it rests on, in words; empty when that was not told."""
    day: date | None = None
    checker: str = ""

    @property
    def tells(self) -> bool:
        """Whether there is anything to record."""
        return self.verdict is not None or bool(self.source)


def read_lead(line: Line) -> Lead:
    """Read a verdict with what belongs to it.

    Raises:
        ValueError: when the verdict is none of ours; the text says so.
    """
    word = (line.text("verdict") or UNCHECKED).lower()
    if word != UNCHECKED and word not in set(Verdict):
        raise ValueError(f"has the verdict {word!r}; it is one of {', '.join(Verdict)} or {UNCHECKED}")
    day, _ = read_day(line)
    return Lead(
        verdict=None if word == UNCHECKED else Verdict(word),
        source=line.text("source") or "",
        day=day,
        checker=line.text("checker") or "",
    )


def read_day(line: Line) -> tuple[date | None, str | None]:
    """Read a line's date, ISO 8601 or as a newspaper writes it.

    Returns:
        The day, None when there is none; and what is wrong with it, None when nothing is.
    """
    text = line.text("date")
    if text is None:
        return None, "has a date that is no text" if line.values.get("date") else None
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        found = find_date(text)
        return found, None if found else f"has no date in {text[:40]!r}; it went in without one"
    return day, None


def record(desk: Desk, claim_id: ClaimId, lead: Lead) -> None:
    """Write a lead to a claim, in the transaction that is open.

    Raises:
        DeskError: when the file cannot be written.
    """
    before = desk.claims.recorded(claim_id)
    values: dict[str, object] = {}
    if lead.verdict is not None:
        at = datetime.combine(lead.day, time(), UTC) if lead.day else None
        values |= {
            "verdict": lead.verdict.value,
            "checker": lead.checker or None,
            "checked_at": at.isoformat(timespec="seconds") if at else None,
        }
    if lead.source:
        source = Source(SourceKind.OTHER, lead.source)
        values["sources"] = [
            *_listed(before),
            {"kind": source.kind.value, "name": source.name, "locator": "", "note": ""},
        ]
    revision = before["revision"]
    desk.claims.change(claim_id, revision if isinstance(revision, int) else 0, values)


def _listed(recorded: Mapping[str, object]) -> list[object]:
    sources = recorded["sources"]
    return sources if isinstance(sources, list) else []

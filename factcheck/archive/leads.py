"""What is known already about an earlier claim: a verdict with source and date. They are leads, never verdicts here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from factcheck.desk.times import day_to_iso
from factcheck.model import UNCHECKED, Source, SourceKind, Verdict
from factcheck.reading.stamps import find_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.archive.jsonl import Line
    from factcheck.desk import Desk
    from factcheck.model import ClaimId, ClaimRecord


_VERDICTS: Final[Mapping[str, Verdict | None]] = {UNCHECKED: None} | {verdict.value: verdict for verdict in Verdict}


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


def read_lead(line: Line) -> tuple[Lead, str | None]:
    """Read a verdict with what belongs to it.

    Returns:
        The verdict, and what is wrong with its date, None when nothing is.

    Raises:
        ValueError: when the verdict is none of ours; the text says so.
    """
    word = _verdict_word(line)
    if word not in _VERDICTS:
        raise ValueError(verdict_flaw(line))
    day, problem = read_day(line)
    lead = Lead(
        verdict=_VERDICTS[word],
        source=line.text("source") or "",
        day=day,
        checker=line.text("checker") or "",
    )
    return lead, problem


def verdict_flaw(line: Line) -> str | None:
    """What is wrong with a line's verdict, None when nothing is."""
    word = _verdict_word(line)
    return None if word in _VERDICTS else f"has the verdict {word!r}; it is one of {', '.join(Verdict)} or {UNCHECKED}"


def _verdict_word(line: Line) -> str:
    return (line.text("verdict") or UNCHECKED).lower()


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


def carries(claim: ClaimRecord, lead: Lead) -> bool:
    """Whether an earlier claim has just what a lead tells."""
    rests = not lead.source or lead.source in {source.name for source in claim.sources}
    day = claim.checked_at.date() if claim.checked_at else None
    same = claim.verdict is lead.verdict and (claim.checker or "") == lead.checker
    return rests and same and (lead.verdict is None or day == lead.day)


def checked(lead: Lead) -> tuple[str | None, str | None, str | None]:
    """The verdict, who gave it and when, as the desk writes them down; a checker and a day without one tell nothing."""
    if lead.verdict is None:
        return None, None, None
    return lead.verdict.value, lead.checker or None, day_to_iso(lead.day) if lead.day else None


def source(lead: Lead) -> Source | None:
    """What a verdict rests on, None when that was not told."""
    return Source(SourceKind.OTHER, lead.source) if lead.source else None


def record(desk: Desk, leads: Iterable[tuple[ClaimId, Lead]]) -> None:
    """Write leads to claims, in the transaction that is open.

    Raises:
        DeskError: when the file cannot be written.
    """
    desk.claims.lead([(claim_id, *checked(lead), source(lead)) for claim_id, lead in leads if lead.tells])

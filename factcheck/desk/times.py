"""Times as the desk file holds them: ISO 8601 in UTC to the second."""

from __future__ import annotations

from datetime import UTC, date, datetime


def now_utc() -> datetime:
    """The time now."""
    return datetime.now(UTC)


def to_iso(time: datetime) -> str:
    """Write a time down."""
    return time.astimezone(UTC).isoformat(timespec="seconds")


def day_to_iso(day: date) -> str:
    """Write down the beginning of a day."""
    return f"{day.isoformat()}T00:00:00+00:00"


def from_iso(text: str) -> datetime:
    """Read a time that was written down."""
    return datetime.fromisoformat(text)

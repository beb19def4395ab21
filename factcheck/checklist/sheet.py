"""A checklist that came back: what its rows say, in the file's own words, before anything is made of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


CONTACT: Final = ("who", "how", "when", "outcome", "note")
"""What a file tells of a contact."""
FIXED: Final = (*(f"contact_{part}" for part in CONTACT), "second_verdict", "second_reader", "second_at")
"""Columns that leave the desk and do not come back: whoever asked or read a second time says so on the desk."""
TOLD: Final = (
    "sentence", "page", "section", "kinds", "speaker", "person", "named", "quoted", "former_verdict", "priority",
    "as_written", "findings",
)  # fmt: skip
"""Columns of what factcheck read in the draft; where a file has something else, it is said that it is not taken."""


@dataclass(frozen=True, slots=True)
class Named:
    """A source as a file has it; None where the file has no such column."""

    name: str
    kind: str | None = None
    locator: str | None = None
    note: str | None = None
    accessed: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """What a file says of one claim; None where it has no such column."""

    place: str
    """Where it stands in the file, as a checker finds it there: ``row 3``, ``claims[1]``."""
    claim_id: int | None = None
    number: int | None = None
    """None too for a claim that an edited draft had lost."""
    text: str | None = None
    revision: int | None = None
    verdict: str | None = None
    resolution: str | None = None
    note: str | None = None
    query: str | None = None
    answer: str | None = None
    replacement: str | None = None
    legal: str | None = None
    checkable: str | None = None
    removed: str | None = None
    assignee: str | None = None
    sources: tuple[Named, ...] | None = None
    checker: str | None = None
    checked_at: str | None = None
    fixed: Mapping[str, str] = field(default_factory=dict)
    """What it says in those of the ``FIXED`` columns that the file has."""
    told: Mapping[str, str] = field(default_factory=dict)
    """The same of the ``TOLD`` columns."""
    problem: str = ""
    """Why it cannot be read; empty when it can."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file with a checklist."""

    name: str
    """What to call it in messages."""
    rows: tuple[Row, ...]
    exact: bool
    """Whether every character is as it was exported; a spreadsheet may have changed marks, dashes and line ends."""
    slug: str | None = None
    sha256: str | None = None
    """Of the draft's text."""
    draft: int | None = None
    """The draft's number."""
    exported_at: datetime | None = None
    document: Mapping[str, Any] | None = None
    """The whole of a JSON file, from which an article can be restored."""

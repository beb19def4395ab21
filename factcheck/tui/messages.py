"""What the parts of the app tell each other: panes post upwards, workers post what they found.

What only leads to a dialog stands beside that, to be imported with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from factcheck.errors import FactcheckError
    from factcheck.model import ArticleId, ArticleRecord, ArticleSummary, ClaimId, Match, Rebased, Span
    from factcheck.review import Outcome


@dataclass
class ClaimsPressed(Message):
    """The mouse was pressed on these claims, in story order; empty beside all claims."""

    claims: tuple[ClaimId, ...]


@dataclass
class SelectionMade(Message):
    """The mouse selected some words of the article."""

    span: Span


@dataclass
class ArticleRead(Message):
    """An article was read or found, and is on the desk."""

    record: ArticleRecord


@dataclass
class ExtractionMoved(Message):
    """Claims were found and are on the desk."""

    done: int
    """Words so far."""
    total: int
    """Words in all."""

    def can_replace(self, message: Message) -> bool:
        """Tell Textual that only the latest counts."""
        return isinstance(message, ExtractionMoved)


@dataclass
class ExtractionEnded(Message):
    """All claims and findings are on the desk."""


@dataclass
class ExportMoved(Message):
    """Files of an export were made."""

    done: int
    total: int
    """Files in all."""

    def can_replace(self, message: Message) -> bool:
        """Tell Textual that only the latest counts."""
        return isinstance(message, ExportMoved)


@dataclass
class ExportWritten(Message):
    """An export is on disk."""

    paths: tuple[Path, ...]
    doubt: str
    """What whoever sends it out should know; empty for nothing."""


@dataclass
class DraftTaken(Message):
    """An edited draft was taken in."""

    report: Rebased
    outcome: Outcome
    """What was done."""


@dataclass
class DraftRefused(Message):
    """A draft looks like another article."""

    error: FactcheckError
    path: str


@dataclass
class MatchesFound(Message):
    """Earlier claims were looked up."""

    matches: Mapping[ClaimId, tuple[Match, ...]]


@dataclass
class OpenFailed(Message):
    """The article cannot be opened."""

    error: FactcheckError


@dataclass
class SummariesRead(Message):
    """The articles of the desk were listed."""

    summaries: tuple[ArticleSummary, ...]
    """Those under check, and the newest earlier ones."""
    earlier: int
    """How many earlier ones there are."""


@dataclass
class ConflictsCounted(Message):
    """Earlier claims were looked up for some of the articles under check."""

    conflicts: Mapping[ArticleId, int]
    """How many claims of each contradict an earlier one without an answer, as far as that is known."""

    def can_replace(self, message: Message) -> bool:
        """Tell Textual that only the latest counts."""
        return isinstance(message, ConflictsCounted)


@dataclass
class OpenArticle(Message):
    """The checker wants to work on an article."""

    argument: str
    """Its id on the desk, or the path of a file."""


@dataclass
class ReopenArticle(Message):
    """The checker wants to check an article again that is signed off."""

    article: ArticleId

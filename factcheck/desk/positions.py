"""Where each checker stopped in each article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.desk.times import to_iso
from factcheck.model import ArticleId, ClaimId

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from factcheck.desk.connection import DeskFile


class Positions:
    """The positions of one checker.

    Args:
        file: The desk file.
        who: The checker.
        clock: Gives the time.
    """

    def __init__(self, file: DeskFile, who: str, clock: Callable[[], datetime]) -> None:
        self._file = file
        self._who = who
        self._clock = clock

    def get(self, article_id: ArticleId) -> ClaimId | None:
        """The claim at which the checker stopped, None in an article that is new to them."""
        sql = "SELECT claim_id FROM positions WHERE article_id = ? AND who = ?"
        with self._file.reading():
            row = self._file.row(sql, (article_id, self._who))
        return ClaimId(row[0]) if row else None

    def save(self, article_id: ArticleId, claim_id: ClaimId) -> None:
        """Remember the claim at which the checker is."""
        with self._file.writing():
            self._file.run(
                "INSERT INTO positions (article_id, who, claim_id, at) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (article_id, who) DO UPDATE SET claim_id = excluded.claim_id, at = excluded.at",
                (article_id, self._who, claim_id, to_iso(self._clock())),
            )

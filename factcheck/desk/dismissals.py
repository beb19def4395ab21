"""Findings that a checker dismissed, and why.

A finding is known again by its words, so that it stays dismissed in the next draft while they stand.
"""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from factcheck.desk.connection import clean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.desk.connection import DeskFile
    from factcheck.model import ArticleId, Finding


class Dismissals:
    """The dismissed findings of one desk.

    Args:
        file: The desk file.
    """

    def __init__(self, file: DeskFile) -> None:
        self._file = file

    def of(self, article_id: ArticleId) -> Mapping[str, str]:
        """The reasons by the names of the findings, as `names` gives them."""
        sql = "SELECT finding, reason FROM dismissals WHERE article_id = ?"
        with self._file.reading():
            return dict(self._file.rows(sql, (article_id,)))

    def set(self, article_id: ArticleId, finding: str, reason: str) -> None:
        """Dismiss a finding, or with an empty reason bring it back.

        Raises:
            DeskError: when the file cannot be written.
        """
        with self._file.writing():
            self._file.run("DELETE FROM dismissals WHERE article_id = ? AND finding = ?", (article_id, finding))
            if reason:
                row = {"article_id": article_id, "finding": finding, "reason": clean(reason)}
                self._file.insert("dismissals", row)

    @staticmethod
    def names(findings: Sequence[Finding], text: str) -> list[str]:
        """Name an article's findings by what they say and the words they stand on, whatever their place in the draft.

        Args:
            findings: All findings of the draft, in text order.
            text: The draft's text.

        Returns:
            A name for each; those that agree in every word are numbered.
        """
        seen: Counter[str] = Counter()
        given = []
        for finding in findings:
            words = [finding.kind, finding.message, *(text[span.start : span.end] for span in finding.spans)]
            name = sha256(json.dumps(words).encode()).hexdigest()[:24]
            seen[name] += 1
            given.append(f"{name}-{seen[name]}")
        return given

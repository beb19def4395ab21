"""Findings: what does not agree in a draft, each with the claims that stand there now."""

from __future__ import annotations

import json
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.model import Finding, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.desk.claims import Claims
    from factcheck.desk.connection import DeskFile
    from factcheck.desk.dismissals import Dismissals
    from factcheck.model import ArticleId, ClaimRecord


class Findings:
    """The findings of one desk.

    Args:
        file: The desk file.
        claims: Its claims.
        dismissals: Which of them a checker dismissed.
    """

    def __init__(self, file: DeskFile, claims: Claims, dismissals: Dismissals) -> None:
        self._file = file
        self._claims = claims
        self._dismissals = dismissals

    def put(self, draft_id: int, findings: Sequence[Finding]) -> None:
        """Put what was found in a draft in the place of what was."""
        self._file.run("DELETE FROM findings WHERE draft_id = ?", (draft_id,))
        self._file.insert_all(
            "findings",
            ("draft_id", "kind", "severity", "message", "spans"),
            [
                (
                    draft_id,
                    finding.kind,
                    finding.severity.value,
                    finding.message,
                    json.dumps([[span.start, span.end] for span in finding.spans]),
                )
                for finding in findings
            ],
        )

    def of(self, article_id: ArticleId) -> tuple[Finding, ...]:
        """What does not agree in an article's present draft; ``claims`` name the claims by ``c`` and their number.

        Those are the claims that stand where it was found now: one that was broken is another one. Dismissed findings
        are among them, with the reason.
        """
        sql = (
            "SELECT kind, message, severity, spans FROM findings"
            " WHERE draft_id = (SELECT draft_id FROM articles WHERE id = ?) ORDER BY id"
        )
        with self._file.reading():
            rows = self._file.rows(sql, (article_id,))
            standing = _Standing(self._claims.of(article_id, removed=True) if rows else ())
            found = tuple(
                _finding(kind, message, severity, tuple(Span(*span) for span in json.loads(spans)), standing)
                for kind, message, severity, spans in rows
            )
            if not found or not self._dismissals.of(article_id):
                return found
            held = self._dismissals.held(article_id, found, self._text(article_id))
        return tuple(replace(finding, dismissed=reason) for finding, (_, reason) in zip(found, held, strict=True))

    def _text(self, article_id: ArticleId) -> str:
        sql = "SELECT text FROM drafts WHERE id = (SELECT draft_id FROM articles WHERE id = ?)"
        return str(self._file.rows(sql, (article_id,))[0][0])


class _Standing:
    """Where claims stand, to find those of a stretch without asking each: long articles have thousands."""

    def __init__(self, claims: Iterable[ClaimRecord]) -> None:
        self._claims = sorted((one.span.start, one.span.end, one.number) for one in claims)
        self._starts = [start for start, _, _ in self._claims]
        self._longest = max((end - start for start, end, _ in self._claims), default=0)

    def names(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """The names of the claims that one of the spans lies in, wholly or in part, in text order."""
        places = {
            place
            for span in spans
            for place in range(
                bisect_left(self._starts, span.start - self._longest), bisect_left(self._starts, span.end)
            )
            if self._claims[place][1] > span.start
        }
        return tuple(f"c{self._claims[place][2]}" for place in sorted(places))


def _finding(kind: str, message: str, severity: str, spans: tuple[Span, ...], standing: _Standing) -> Finding:
    return Finding(kind, message, Severity(severity), spans, standing.names(spans))

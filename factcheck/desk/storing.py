"""How the claims of an extraction are laid over those on the desk, so that what checkers recorded stays."""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.desk.claim_rows import CLAIM_COLUMNS, claim_row
from factcheck.desk.claims import IN_DRAFT
from factcheck.desk.connection import clean
from factcheck.model import ClaimId, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.desk.claims import Claims
    from factcheck.desk.connection import DeskFile
    from factcheck.desk.index import Index
    from factcheck.model import ArticleRecord, Claim, Extraction

Checked = tuple[str | None, str | None, str | None]
"""The verdict that an earlier claim comes with, who gave it and when; None for what is not known."""

Ids = dict[tuple[int, int], ClaimId]
"""The ids of a draft's claims by their spans."""


class Storing:
    """Stores extractions, inside the transaction of whoever calls.

    Args:
        file: The desk file.
        claims: Its claims.
        index: Its match index.
    """

    def __init__(self, file: DeskFile, claims: Claims, index: Index) -> None:
        self._file = file
        self._claims = claims
        self._index = index

    def store(self, record: ArticleRecord, extraction: Extraction, *, complete: bool) -> None:
        """Add new claims, refresh known ones; when it is complete, drop what is gone."""
        claims = {(claim.start, claim.end): claim for claim in extraction.claims}
        known = self._ids(record.draft_id)
        self._refresh([(known[span], claim) for span, claim in claims.items() if span in known])
        edited = self._edited_away(record)
        new = [claim for span, claim in claims.items() if span not in known and span not in edited]
        claims = {span: claim for span, claim in claims.items() if span in known or span not in edited}
        self._add(record, new)
        if complete:
            self._drop([id_ for span, id_ in known.items() if span not in claims])
        ids = self._ids(record.draft_id)
        stored = [(ids[span], claim) for span, claim in claims.items()]
        self._claims.put_facts([(id_, claim.facts) for id_, claim in stored])
        self._index.put([(id_, clean(claim.text)) for id_, claim in stored])

    def put_ready(
        self, record: ArticleRecord, claims: Sequence[Claim], checked: Sequence[Checked]
    ) -> tuple[ClaimId, ...]:
        """Add claims that came ready to a draft that has none; their facts are found when they are read."""
        self._add(record, claims, checked)
        ids = self._ids(record.draft_id)
        stored = tuple(ids[claim.start, claim.end] for claim in claims)
        self._index.put([(id_, clean(claim.text)) for id_, claim in zip(stored, claims, strict=True)])
        return stored

    def _edited_away(self, record: ArticleRecord) -> set[tuple[int, int]]:
        """Spans that claims had before a checker gave them others: the extraction finds these again, in vain."""
        rows = self._file.rows(
            'SELECT events."before" FROM events JOIN claims ON claims.id = claim_id'
            " WHERE what IN ('span', 'break', 'merge') AND events.article_id = ? AND claims.draft_id = ?"
            f" AND {IN_DRAFT}",
            (record.id, record.draft_id, record.article.draft.number),
        )
        return {tuple(json.loads(before)["span"]) for (before,) in rows}

    def _ids(self, draft_id: int) -> Ids:
        rows = self._file.rows('SELECT start, "end", id FROM claims WHERE draft_id = ?', (draft_id,))
        return {(start, end): ClaimId(id_) for start, end, id_ in rows}

    def _add(self, record: ArticleRecord, claims: Sequence[Claim], checked: Sequence[Checked] | None = None) -> None:
        """Add claims, those that come ready with what was found about them."""
        rows = self._file.rows(
            'SELECT start, "end", id, role FROM blocks WHERE draft_id = ? ORDER BY start', (record.draft_id,)
        )
        starts = [row[0] for row in rows]
        ready = checked is not None
        placed = []
        for claim, (verdict, *by) in zip(claims, checked or [(None,) * 3] * len(claims), strict=True):
            at = bisect_right(starts, claim.start) - 1
            _, end, block_id, role = rows[at] if at >= 0 else (0, 0, None, Role.BODY)
            inside = claim.start < end
            section = Role(role).section if inside else claim.section
            row = claim_row(claim if section in {None, claim.section} else replace(claim, section=section))
            place = record.id, record.draft_id, block_id if inside else None, section is None
            placed.append((*place, ready, verdict, *by, int(verdict is not None), *row))
        columns = (
            "article_id",
            "draft_id",
            "block_id",
            "hidden",
            "ready",
            "verdict",
            "checker",
            "checked_at",
            "revision",
        )
        self._file.insert_all("claims", (*columns, *CLAIM_COLUMNS), placed)

    def _refresh(self, claims: Sequence[tuple[ClaimId, Claim]]) -> None:
        """Take over what the extraction says now.

        Whether a claim is checkable stays once a checker touched it. Its section stays always: it follows its block's
        role, which may have been overruled since the extraction began.
        """
        columns = [column for column in CLAIM_COLUMNS if column not in {"checkable", "section"}]
        settings = ", ".join(f'"{column}" = ?' for column in columns)
        rows = []
        for id_, claim in claims:
            values = dict(zip(CLAIM_COLUMNS, claim_row(claim), strict=True))
            rows.append((*(values[column] for column in columns), values["checkable"], id_))
        self._file.run_many(
            f"UPDATE claims SET {settings}, withdrawn = 0, ready = 0,"
            " checkable = CASE revision WHEN 0 THEN ? ELSE checkable END WHERE id = ?",
            rows,
        )

    def _drop(self, claims: Sequence[ClaimId]) -> None:
        """Delete those of the claims that no checker has touched and that the extraction could have found."""
        sql = "SELECT id FROM claims WHERE id = ? AND revision = 0 AND NOT (manual OR hidden)"
        dropped = [row[0] for id_ in claims if (row := self._file.row(sql, (id_,)))]
        self._index.remove(dropped)
        self._file.run_many("DELETE FROM claims WHERE id = ?", [(id_,) for id_ in dropped])

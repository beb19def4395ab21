"""The drafts of an article: their texts and blocks, what was written beside them and what they were read from."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from factcheck.desk.connection import clean
from factcheck.errors import ArticleError
from factcheck.model import Original

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.desk.connection import DeskFile
    from factcheck.model import ArticleId, Draft, Role


_LAST: Final = """
    SELECT max(number) FROM (
        SELECT number FROM drafts WHERE article_id = ?1
        UNION ALL
        SELECT json_extract("after", '$.draft') FROM events WHERE article_id = ?1 AND claim_id IS NULL
    )
"""
"""An article that came back from a file has only its present draft here; of the others, its log tells the numbers."""


class Drafts:
    """The drafts of one desk.

    Args:
        file: The desk file.
    """

    def __init__(self, file: DeskFile) -> None:
        self._file = file

    def put(self, article_id: ArticleId, draft: Draft, warnings: Sequence[str], extracted_at: str | None = None) -> int:
        """Add a draft as it is to an article, which stays at the one that it is at; gives its id."""
        draft_id = self._file.insert(
            "drafts",
            {
                "article_id": article_id,
                "number": draft.number,
                "sha256": draft.sha256,
                "extracted_at": extracted_at,
                "words": draft.words,
                "warnings": json.dumps(warnings, ensure_ascii=False),
                "pages": json.dumps(draft.pages),
                "text": draft.text,
            },
        )
        self._file.insert_all(
            "blocks",
            ("draft_id", "start", "end", "role", "reason"),
            [(draft_id, block.start, block.end, block.role.value, block.reason) for block in draft.blocks],
        )
        self._file.insert_all(
            "annotations",
            ("draft_id", "start", "end", "kind", "author", "text"),
            [
                (draft_id, one.start, one.end, one.kind.value, clean(one.author), clean(one.text))
                for one in draft.annotations
            ],
        )
        return draft_id

    def add(
        self, article_id: ArticleId, draft: Draft, warnings: Sequence[str], original: Original | None = None
    ) -> tuple[int, int]:
        """Add a draft to an article, which stays at the one that it is at.

        Args:
            article_id: The article.
            draft: The draft; its number is of no account.
            warnings: What is to be known about how it was read.
            original: What it was read from.

        Returns:
            Its id, and the number that it was given: one above the highest that was ever given.

        Raises:
            DeskError: when the file cannot be written.
        """
        with self._file.writing():
            (last,) = self._file.rows(_LAST, (article_id,))[0]
            draft_id = self.put(article_id, replace(draft, number=last + 1), warnings)
            self.put_original(draft_id, original)
            return draft_id, last + 1

    def has(self, article_id: ArticleId, number: int) -> bool:
        """Whether an article has a draft of this number on the desk."""
        sql = "SELECT 1 FROM drafts WHERE article_id = ? AND number = ?"
        with self._file.reading():
            return self._file.row(sql, (article_id, number)) is not None

    def make_present(self, article_id: ArticleId, number: int) -> None:
        """Bring an article to one of its drafts; its claims are brought there on their own.

        Raises:
            ArticleError: when it has no such draft.
            DeskError: when the file cannot be written.
        """
        with self._file.writing():
            row = self._file.row("SELECT id FROM drafts WHERE article_id = ? AND number = ?", (article_id, number))
            if row is None:
                raise ArticleError(f"the article has no draft {number}", "'factcheck log' tells of its drafts")
            # One that is taken back is no earlier draft of those that come after it.
            present = "id = (SELECT draft_id FROM articles WHERE id = ?1) AND id > ?2"
            self._file.run(f"UPDATE drafts SET undone = 1 WHERE {present}", (article_id, row[0]))
            self._file.run("UPDATE drafts SET undone = 0 WHERE id = ?", (row[0],))
            self._file.run("UPDATE articles SET draft_id = ? WHERE id = ?", (row[0], article_id))

    def put_original(self, draft_id: int, original: Original | None) -> None:
        """Keep what a draft was read from, where that was more than its text."""
        if original is not None:
            row = {
                "draft_id": draft_id,
                "media_type": original.media_type,
                "url": clean(original.url),
                "sha256": original.sha256,
                "data": original.data,
            }
            self._file.insert("originals", row)

    def original(self, draft_id: int) -> Original | None:
        """What a draft was read from; None when that was its text alone."""
        with self._file.reading():
            row = self._file.row("SELECT data, media_type, url FROM originals WHERE draft_id = ?", (draft_id,))
        return None if row is None else Original(*row)

    def set_role(self, article_id: ArticleId, start: int, role: Role, reason: str) -> None:
        """Give a block of the present draft another role; its claims get the section, or are hidden when there is none.

        Args:
            article_id: The article.
            start: Where the block begins.
            role: The new role.
            reason: Why it has it, in words for the checker.

        Raises:
            ArticleError: when no block begins there.
            DeskError: when the file cannot be written.
        """
        sql = "SELECT id FROM blocks WHERE draft_id = (SELECT draft_id FROM articles WHERE id = ?) AND start = ?"
        with self._file.writing():
            block = self._file.row(sql, (article_id, start))
            if block is None:
                raise ArticleError(f"no block begins at {start}", "name a block by where it begins")
            section = role.section
            self._file.run("UPDATE blocks SET role = ?, reason = ? WHERE id = ?", (role.value, reason, block[0]))
            self._file.run(
                "UPDATE claims SET hidden = ?, section = coalesce(?, section) WHERE block_id = ?",
                (section is None, section and section.value, block[0]),
            )

"""Taking an earlier article off the desk, with all that belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import ArticleError
from factcheck.model import ClaimId, State

if TYPE_CHECKING:
    from factcheck.desk.connection import DeskFile
    from factcheck.desk.index import Index
    from factcheck.model import ArticleRecord


def remove(file: DeskFile, index: Index, record: ArticleRecord) -> None:
    """Take an article off the desk, inside the transaction of whoever calls.

    Raises:
        ArticleError: when it is none of the archive, or somebody has checked it here: what a checker did stays.
    """
    if record.state is not State.ARCHIVE or file.row("SELECT 1 FROM events WHERE article_id = ? LIMIT 1", (record.id,)):
        raise ArticleError(f"{record.slug} was checked on this desk", "only what 'factcheck add' took in can go")
    ids = [ClaimId(id_) for (id_,) in file.rows("SELECT id FROM claims WHERE article_id = ?", (record.id,))]
    index.remove(ids)
    rested_on = file.rows(
        "SELECT DISTINCT source_id FROM claim_sources JOIN claims ON claims.id = claim_id WHERE article_id = ?",
        (record.id,),
    )
    index.retitle(record.id, record.article.title, None)
    file.run("UPDATE articles SET draft_id = NULL WHERE id = ?", (record.id,))
    for table in ("positions", "dismissals", "claims"):
        file.run(f"DELETE FROM {table} WHERE article_id = ?", (record.id,))
    for table in ("findings", "people", "blocks", "annotations", "originals"):
        file.run(f"DELETE FROM {table} WHERE draft_id IN (SELECT id FROM drafts WHERE article_id = ?)", (record.id,))
    file.run_many("DELETE FROM sources WHERE id = ? AND id NOT IN (SELECT source_id FROM claim_sources)", rested_on)
    file.run("DELETE FROM drafts WHERE article_id = ?", (record.id,))
    file.run("DELETE FROM articles WHERE id = ?", (record.id,))

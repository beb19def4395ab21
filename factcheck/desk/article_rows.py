"""Rows of articles, and the articles that they mean."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from factcheck.model import Annotation, AnnotationKind, Article, ArticleId, ArticleRecord, Block, Draft, Role, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.desk.connection import DeskFile

_SELECT: Final = """
    SELECT articles.id, slug, title, dek, byline, published, source, state,
           drafts.id, number, text, warnings, extracted_at, deadline, pages
    FROM articles JOIN drafts ON drafts.id = articles.draft_id
"""


def article_row(name: str, article: Article, state: State, added_at: str) -> dict[str, object]:
    """An article's row; ``name`` is its slug."""
    return {
        "slug": name,
        "title": article.title,
        "dek": article.dek,
        "byline": article.byline,
        "published": article.published.isoformat() if article.published else None,
        "source": article.source,
        "state": state.value,
        "added_at": added_at,
    }


def read_article(file: DeskFile, where: str, values: Sequence[object]) -> ArticleRecord | None:
    """The article that some condition is true of, with its present draft; None when there is none.

    Args:
        file: The desk file.
        where: The condition, in SQL, true of one article at most.
        values: What its question marks stand for.
    """
    with file.reading():
        row = file.row(f"{_SELECT} WHERE {where}", values)
        if row is None:
            return None
        sql = 'SELECT start, "end", role, reason FROM blocks WHERE draft_id = ? ORDER BY start'
        blocks = tuple(Block(start, end, Role(role), reason) for start, end, role, reason in file.rows(sql, (row[8],)))
        sql = 'SELECT start, "end", kind, text, author FROM annotations WHERE draft_id = ? ORDER BY start, id'
        annotations = tuple(
            Annotation(start, end, AnnotationKind(kind), text, author)
            for start, end, kind, text, author in file.rows(sql, (row[8],))
        )
    return _record(row, blocks, annotations)


def _record(row: Sequence[Any], blocks: tuple[Block, ...], annotations: tuple[Annotation, ...]) -> ArticleRecord:
    id_, name, title, dek, byline, published, source, state, draft_id, number, text, *rest = row
    warnings, extracted_at, deadline, pages = rest
    return ArticleRecord(
        id=ArticleId(id_),
        slug=name,
        article=Article(
            title=title,
            draft=Draft(text, blocks, number, annotations, tuple(json.loads(pages))),
            source=source,
            dek=dek,
            byline=byline,
            published=date.fromisoformat(published) if published else None,
            warnings=tuple(json.loads(warnings)),
        ),
        state=State(state),
        draft_id=draft_id,
        extracted=extracted_at is not None,
        deadline=deadline,
    )

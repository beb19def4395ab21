"""Articles without their texts, as the list of articles shows them: how far each is, and who worked on it last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.desk.times import from_iso
from factcheck.model import ArticleId, ArticleSummary, Progress, State

if TYPE_CHECKING:
    from collections.abc import Collection

    from factcheck.desk.connection import DeskFile

_SUMMARY: Final = """
    SELECT articles.id, slug, title, drafts.number, state, deadline, events.id, events.at, events.who,
           count(claims.id), total(verdict = 'verified'), total(verdict = 'disputed'), total(verdict = 'unsourced'),
           total(verdict IS NULL AND NOT checkable), total(verdict IS NULL AND checkable AND former IS NOT NULL)
    FROM articles
    JOIN drafts ON drafts.id = articles.draft_id
    LEFT JOIN events ON events.id = (SELECT max(id) FROM events WHERE article_id = articles.id)
    LEFT JOIN claims ON claims.draft_id = drafts.id AND NOT (removed OR hidden OR withdrawn)
"""


def summaries(file: DeskFile, states: Collection[State], newest: int | None) -> tuple[ArticleSummary, ...]:
    """Those of some states, the ones that were worked on last first, then by age; so many of the newest at most."""
    values = [*(state.value for state in states), -1 if newest is None else newest]
    sql = (
        f"{_SUMMARY} WHERE articles.id IN (SELECT id FROM articles WHERE state IN ({', '.join('?' * len(states))})"
        " ORDER BY id DESC LIMIT ?)"
        " GROUP BY articles.id ORDER BY coalesce(events.at, added_at) DESC, articles.id DESC"
    )
    with file.reading():
        return tuple(_summary(*row) for row in file.rows(sql, values))


def summary(file: DeskFile, article_id: ArticleId) -> ArticleSummary | None:
    """One of them; None when there is no such article."""
    with file.reading():
        row = file.row(f"{_SUMMARY} WHERE articles.id = ? GROUP BY articles.id", (article_id,))
    return None if row is None else _summary(*row)


def _summary(
    id_: int,
    name: str,
    title: str,
    draft: int,
    state: str,
    deadline: str,
    event: int | None,
    at: str | None,
    who: str | None,
    *counts: float,
) -> ArticleSummary:
    claims, verified, disputed, unsourced, opinion, recheck = map(int, counts)
    unchecked = claims - verified - disputed - unsourced
    return ArticleSummary(
        id=ArticleId(id_),
        slug=name,
        title=title,
        draft=draft,
        state=State(state),
        progress=Progress(claims, verified, disputed, unsourced, unchecked, recheck, opinion),
        worked_on=from_iso(at) if at else None,
        worked_by=who,
        deadline=deadline,
        last_event=event or 0,
    )

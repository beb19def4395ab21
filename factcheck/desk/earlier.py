"""What is known of claims that were found in the archive, read for many at once."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from factcheck.desk.times import from_iso
from factcheck.model import ArticleId, ClaimId, Fact, FactKind, Source, SourceKind, Verdict

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Mapping


@dataclass(frozen=True, slots=True)
class Earlier:
    """A claim of an earlier article, with what was recorded about it."""

    claim_id: ClaimId
    article_id: ArticleId
    article: str
    """Title of its article."""
    date: date | None
    """When the article was published."""
    text: str
    facts: tuple[Fact, ...] | None
    """With offsets into ``text``; None for a claim that came ready, whose facts are found when they are asked for."""
    quoted: bool
    """Whether it stands inside quotation marks."""
    verdict: Verdict | None
    checker: str | None
    checked_at: datetime | None
    sources: tuple[Source, ...]


def read_earlier(connection: sqlite3.Connection, claims: Collection[ClaimId]) -> Mapping[ClaimId, Earlier]:
    """Read claims with their article, facts and sources.

    Unknown ones are left out, and those that stand only in a former draft of their article.
    """
    ids = (json.dumps(list(claims)),)
    facts: dict[int, list[Fact]] = defaultdict(list)
    for claim_id, kind, *fact in connection.execute(
        'SELECT claim_id, kind, facts.start - claims.start, facts."end" - claims.start, facts.text, facts.value, unit'
        " FROM json_each(?) AS wanted JOIN claims ON claims.id = wanted.value JOIN facts ON claim_id = claims.id"
        ' AND facts.start >= claims.start AND facts."end" <= claims."end"'
        " ORDER BY facts.id",
        ids,
    ):
        facts[claim_id].append(Fact(FactKind(kind), *fact))
    sources: dict[int, list[Source]] = defaultdict(list)
    for claim_id, kind, name, locator, note, accessed, sha256, source_id in connection.execute(
        "SELECT claim_id, kind, name, locator, note, accessed, sha256, sources.id FROM json_each(?) AS wanted"
        " JOIN claim_sources ON claim_id = wanted.value JOIN sources ON sources.id = source_id"
        " ORDER BY claim_id, position",
        ids,
    ):
        day = date.fromisoformat(accessed) if accessed else None
        sources[claim_id].append(Source(SourceKind(kind), name, locator, note, day, sha256, source_id))
    return {
        ClaimId(id_): Earlier(
            claim_id=ClaimId(id_),
            article_id=ArticleId(article_id),
            article=title,
            date=date.fromisoformat(published) if published else None,
            text=text,
            facts=None if ready else tuple(facts.get(id_, ())),
            quoted=bool(quote),
            verdict=Verdict(verdict) if verdict else None,
            checker=checker,
            checked_at=from_iso(checked_at) if checked_at else None,
            sources=tuple(sources.get(id_, ())),
        )
        for id_, article_id, title, published, text, quote, ready, verdict, checker, checked_at in connection.execute(
            "SELECT claims.id, articles.id, title, published, text, quote, ready, verdict, checker, checked_at"
            " FROM json_each(?) AS wanted JOIN claims ON claims.id = wanted.value"
            " JOIN articles ON articles.id = article_id AND articles.draft_id = claims.draft_id",
            ids,
        )
    }

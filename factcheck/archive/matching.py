"""From claims to the earlier ones that bear on them: candidates, then likeness, then the relation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from factcheck.archive.atoms import atoms
from factcheck.archive.relation import relate
from factcheck.archive.scoring import likeness, wording
from factcheck.extraction.facts import find_facts
from factcheck.model import Match, Relation
from factcheck.normalise import normalised

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from factcheck.archive.candidates import CandidateSearch
    from factcheck.desk import Desk
    from factcheck.desk.earlier import Earlier
    from factcheck.model import Article, ArticleId, Claim, ClaimId, Fact

NEAR: Final = 45.0
"""Below this likeness two claims do not bear on each other, whatever they share."""

_DISTINCT: Final = 2.5
"""How rare a claim's words are together, as a multiple of the archive's logarithm, for its words to point to one
statement; below, they are boilerplate such as "revenue rose to 3 million"."""

_RARE: Final = 0.8
"""How rare one word must be, as a share of the rarest there can be, to tell a claim from all others by itself."""

_RANK: Final = {Relation.SAME: 0, Relation.CONFLICT: 1, Relation.NEAR: 2}


@dataclass(frozen=True, slots=True)
class Query:
    """A claim for which earlier ones are wanted."""

    id: str
    text: str
    published: date | None = None
    """When its article was published, which tells what "last year" means."""
    facts: tuple[Fact, ...] | None = None
    """Its facts with offsets into ``text``; None to have them found by rules."""


def match(
    queries: Sequence[Query],
    desk: Desk,
    *,
    limit: int = 5,
    exclude: Collection[ArticleId] = (),
    search: CandidateSearch | None = None,
) -> tuple[tuple[Match, ...], ...]:
    """Find the earlier claims that bear on each of these.

    Args:
        queries: The claims; many at once cost less than one after the other.
        desk: Where the archive is: the claims of articles that are signed off or were taken in as a backlog.
        limit: How many matches to give for each claim at most.
        exclude: Articles whose claims are passed over.
        search: Finds the candidates; None for the desk's own index.

    Returns:
        For each claim its matches, the likest first.

    Raises:
        DeskError: when the desk cannot be read.
    """
    with desk.reading():
        engine = search or desk.index
        texts = [normalised(query.text) for query in queries]
        scored = _score(texts, engine, limit, exclude)
        earlier = desk.index.earlier({claim_id for best in scored for claim_id, _, _ in best})
    return tuple(
        tuple(
            sorted(
                (_match(query, earlier[claim_id], score, common) for claim_id, score, common in best),
                key=lambda found: (-round(found.score), _RANK[found.relation], -found.score),
            )
        )
        for query, best in zip(queries, scored, strict=True)
    )


def match_article(
    desk: Desk, article: Article, claims: Sequence[Claim], *, limit: int = 5
) -> tuple[tuple[Match, ...], ...]:
    """Find the earlier claims that bear on an article's claims, none of them from its own text.

    Args:
        desk: Where the archive is.
        article: The article that the claims were pulled out of.
        claims: The claims, with offsets into its draft.
        limit: How many matches to give for each claim at most.

    Raises:
        DeskError: when the desk cannot be read.
    """
    itself = desk.articles.by_text(article.draft.sha256)
    queries = [
        Query(
            claim.id,
            claim.text,
            article.published,
            tuple(replace(fact, start=fact.start - claim.start, end=fact.end - claim.start) for fact in claim.facts),
        )
        for claim in claims
    ]
    return match(queries, desk, limit=limit, exclude=() if itself is None else (itself.id,))


def _score(
    texts: Sequence[str], engine: CandidateSearch, limit: int, exclude: Collection[ArticleId]
) -> list[list[tuple[ClaimId, float, bool]]]:
    """For each text the likest claims with their likeness, and whether its words are common."""
    candidates = engine.candidates(texts, limit=max(24, 2 * limit), exclude=exclude)
    stored = engine.normalised({claim_id for found in candidates for claim_id, _ in found})
    theirs = {claim_id: wording(text) for claim_id, text in stored.items()}
    mine = [wording(text) for text in texts]
    weights = engine.weights(set().union(*(each.terms for each in (*mine, *theirs.values()))))
    rare = max(weights.values(), default=1.0)
    best = []
    for here, text, found in zip(mine, texts, candidates, strict=True):
        telling = [weights[word] for word in here.terms]
        common = sum(telling) < _DISTINCT * rare and max(telling, default=0.0) < _RARE * rare
        ranked = sorted(
            ((-likeness(here, theirs[claim_id], weights), stored[claim_id] != text, claim_id) for claim_id, _ in found),
        )
        best.append([(claim_id, -score, common) for score, _, claim_id in ranked[:limit] if -score >= NEAR])
    return best


def _match(query: Query, earlier: Earlier, score: float, common: bool) -> Match:
    facts = find_facts(query.text, published=query.published) if query.facts is None else query.facts
    relation, differences = relate(atoms(query.text, facts), atoms(earlier.text, earlier.facts), score, common=common)
    return Match(
        claim_id=earlier.claim_id,
        article_id=earlier.article_id,
        article=earlier.article,
        date=earlier.date,
        text=earlier.text,
        score=round(score, 1),
        relation=relation,
        differences=differences,
        verdict=earlier.verdict,
        checker=earlier.checker,
        checked_at=earlier.checked_at,
        sources=earlier.sources,
    )

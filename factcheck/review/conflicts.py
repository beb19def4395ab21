"""How many claims of an article contradict an earlier one and nobody has said why, counted anew only when that may be.

To look a whole article up takes a tenth of a second or more: a list of articles that is shown again after each act
cannot wait for that. So what was found stands until the words of a claim, the date of the article or the archive are
others; and the answers are read again only when something was done to the article.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import Relation
from factcheck.review.gate import is_answered

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from factcheck.desk import Desk
    from factcheck.model import Article, ArticleId, ArticleSummary, Claim, ClaimId, Match

    Matcher = Callable[[Desk, Article, Sequence[Claim]], Sequence[Sequence[Match]]]


@dataclass(frozen=True, slots=True)
class _Counted:
    stand: Hashable
    """Of the article and the archive: while it is the same, so is the count."""
    words: Hashable
    """What was looked up, and among what: while it is the same, so is what contradicts."""
    clashing: frozenset[ClaimId]
    count: int


class Conflicts:
    """Counts the unanswered conflicts of articles under check, and remembers what it found.

    Args:
        match: Finds the earlier claims that bear on an article's claims.
    """

    def __init__(self, match: Matcher) -> None:
        self._match = match
        self._counted: dict[ArticleId, _Counted] = {}

    def count(self, desk: Desk, summary: ArticleSummary) -> int:
        """How many claims of an article contradict an earlier one without a note or a decision.

        Raises:
            DeskError: when the desk cannot be read.
            ArticleError: when the article has gone.
        """
        archive = desk.articles.archive_version()
        stand = (archive, summary.last_event, summary.draft, summary.progress.claims)
        known = self._counted.get(summary.id)
        if known is None or known.stand != stand:
            known = self._counted[summary.id] = self._anew(desk, summary.id, stand, archive, known)
        return known.count

    def _anew(
        self, desk: Desk, article_id: ArticleId, stand: Hashable, archive: Hashable, known: _Counted | None
    ) -> _Counted:
        with desk.reading():
            article, records = desk.articles.get(article_id).article, desk.claims.of(article_id)
        words = (archive, article.published, tuple((record.id, record.claim.text) for record in records))
        if known is not None and known.words == words:
            clashing = known.clashing
        else:
            found = self._match(desk, article, [record.claim for record in records])
            clashing = frozenset(
                record.id for record, matches in zip(records, found, strict=True) if contradicted(matches)
            )
        count = sum(record.id in clashing and not is_answered(record) for record in records)
        return _Counted(stand, words, clashing, count)


def contradicted(matches: Sequence[Match]) -> bool:
    """Whether one of the earlier claims that bear on a claim contradicts it."""
    return any(match.relation is Relation.CONFLICT for match in matches)

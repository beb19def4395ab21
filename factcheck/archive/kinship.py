"""Earlier articles on the same event: where two articles share much, their claims need share less to be worth a look.

Whether two claims with a few words in common bear on each other can hardly be told from the two alone. An article tells
more: when one of its claims meets a claim of an earlier article in rare words, and another meets another one in other
rare words, both articles are about one event.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from math import inf, log
from typing import TYPE_CHECKING, Final

from factcheck.archive.scoring import READING, Closeness, Likeness, surprise_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.archive.scoring import Wording
    from factcheck.model import ArticleId, ClaimId

_FIRST: Final = 4.0
"""How surprising the best pair of claims of two articles on one event is, as a logarithm."""

_SECOND: Final = 0.0
"""How surprising another pair is, in words that the best one does not share."""

_CLAIMS: Final = 40
"""Claims of an article: the tries that chance has once the article is known, instead of the archive's size."""

_MOST: Final = 3.0
"""How much less surprising what two claims share may be then, at most; half of what the other pair tells."""

_WORDS: Final = 2
"""Words that two claims must share at least: articles on one event have its name in every other claim."""

_RARER: Final = 1.5
"""How much more a word may tell than how rare it is in the article itself."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim and an earlier one that may bear on it."""

    here: int
    """The claim's place among its article's."""
    claim_id: ClaimId
    article_id: ArticleId
    """The earlier claim's."""
    likeness: Likeness


def look_again(
    pairs: Sequence[Pair], here: Sequence[Wording], there: Mapping[ClaimId, Wording], size: int
) -> Mapping[tuple[int, ClaimId], Likeness]:
    """Look at pairs of claims in the light of what their articles share.

    Args:
        pairs: All claims of one article, each with its candidates.
        here: Wordings of the article's claims.
        there: Wordings of the candidates.
        size: How many claims the archive has.

    Returns:
        For the pairs that are of one event and so closer than they look, by place and candidate, how like they are.
    """
    by_article: dict[ArticleId, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_article[pair.article_id].append(pair)
    most = _most_told(here)
    closer = {}
    for its_pairs in by_article.values():
        leeway = _leeway(its_pairs, here, there, size)
        if leeway is None:
            continue
        # What the earlier article says outright need not be told in other words, too.
        met = {pair.here for pair in its_pairs if pair.likeness.closeness is Closeness.ALIKE}
        for pair in its_pairs:
            apart = pair.likeness.closeness is Closeness.APART and pair.here not in met
            if apart and len(pair.likeness.told) >= _WORDS:
                told = [min(told, most[word]) for word, told in pair.likeness.told.items()]
                sizes = len(here[pair.here].terms), len(there[pair.claim_id].terms)
                if surprise_of(told, *sizes, _CLAIMS) >= -leeway:
                    closer[pair.here, pair.claim_id] = replace(pair.likeness, closeness=Closeness.LOOSE)
    return closer


def _leeway(
    pairs: Iterable[Pair], here: Sequence[Wording], there: Mapping[ClaimId, Wording], size: int
) -> float | None:
    """How much less the claims of two articles need share, None when they are not of one event.

    They are when they meet in two pairs of claims, each in rare words of its own; the more the second tells, the surer.
    """
    telling = [pair for pair in pairs if pair.likeness.surprise >= _SECOND]
    best = max(telling, key=lambda pair: pair.likeness.surprise, default=None)
    if best is None or best.likeness.surprise < _FIRST:
        return None
    second = -inf
    for pair in telling:
        if pair.here != best.here and pair.claim_id != best.claim_id:
            told = [told for word, told in pair.likeness.told.items() if word not in best.likeness.told]
            sizes = len(here[pair.here].terms), len(there[pair.claim_id].terms)
            second = max(second, surprise_of(told, *sizes, size + READING))
    return None if second < _SECOND else min(second / 2, _MOST)


def _most_told(claims: Sequence[Wording]) -> Mapping[str, float]:
    """What sharing each word can tell at most: one that stands in every other claim is the subject of the article."""
    counts = Counter(word for claim in claims for word in claim.terms)
    return {word: log((len(claims) + 1) / count) + _RARER for word, count in counts.items()}

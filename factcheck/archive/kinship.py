"""Earlier articles on the same event: where two articles share much, their claims need share less to be worth a look.

Whether two claims with a few words in common bear on each other can hardly be told from the two alone. An article tells
more: when one of its claims meets a claim of an earlier article in rare words, and another meets another one in other
rare words, both articles are about one event.
"""

# ruff: noqa: SIM905  # a list of words reads best as text

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from math import inf, log
from typing import TYPE_CHECKING, Final

from factcheck.archive.scoring import GENERIC_SHARE, READING, Closeness, Likeness, is_generic, surprise_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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

_NEAR: Final = 2.5
"""What a claim and the nearest one of an earlier article on the event must share, as a logarithm of how rare it is."""

_LENGTH: Final = 0.3
"""How much more a claim must share that is longer, by the logarithm of its words: a long one has some word of any."""

_BEFORE: Final = 0.5
"""What a word of the claim before counts for, as a share of one of the claim's own."""

_FIRST_WORD = re.compile(r"[^\W\d_]+")
_POINTING: Final = frozenset(
    """
    he she it they we i you this that these those such his her its their our my there him them
    """.split()
)
"""Words that point back to what was said before, where a claim begins with one."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim and an earlier one that may bear on it."""

    here: int
    """The claim's place among its article's."""
    claim_id: ClaimId
    article_id: ArticleId
    """The earlier claim's."""
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as its article tells it."""

    text: str
    wording: Wording


def kindred(
    pairs: Iterable[Pair], here: Sequence[Wording], there: Mapping[ClaimId, Wording], size: int
) -> Mapping[ArticleId, float]:
    """Find the earlier articles that are about the event that an article is about.

    Args:
        pairs: All claims of the article, each with its candidates.
        here: Wordings of the article's claims.
        there: Wordings of the candidates.
        size: How many claims the archive has.

    Returns:
        For each, the surest first, how much less its claims need share with the article's.
    """
    found = {article: _leeway(its_pairs, here, there, size) for article, its_pairs in _by_article(pairs).items()}
    kin = {article: leeway for article, leeway in found.items() if leeway is not None}
    return dict(sorted(kin.items(), key=lambda pair: (-pair[1], pair[0])))


def look_again(
    pairs: Sequence[Pair], here: Sequence[Wording], there: Mapping[ClaimId, Wording], kin: Mapping[ArticleId, float]
) -> Mapping[tuple[int, ClaimId], Likeness]:
    """Look at pairs of claims in the light of what their articles share.

    Args:
        pairs: All claims of one article, each with its candidates.
        here: Wordings of the article's claims.
        there: Wordings of the candidates.
        kin: What ``kindred`` found.

    Returns:
        For the pairs that are of one event, by place and candidate, how like they are: some are closer than they look.
    """
    most = _most_told(here)
    closer = {}
    by_article = _by_article(pairs)
    for article, leeway in kin.items():
        its_pairs = by_article[article]
        # What the earlier article says outright need not be told in other words, too.
        met = {pair.here for pair in its_pairs if pair.likeness.closeness is Closeness.ALIKE}
        for pair in its_pairs:
            alike = pair.likeness._replace(one_event=True)
            apart = alike.closeness is Closeness.APART and pair.here not in met
            if apart and len(alike.told) >= _WORDS:
                told = [min(told, most[word]) for word, told in alike.told.items()]
                sizes = len(here[pair.here].terms), len(there[pair.claim_id].terms)
                if surprise_of(told, *sizes, _CLAIMS) >= -leeway:
                    alike = alike._replace(closeness=Closeness.LOOSE)
            closer[pair.here, pair.claim_id] = alike
    return closer


def _by_article(pairs: Iterable[Pair]) -> Mapping[ArticleId, Sequence[Pair]]:
    found: dict[ArticleId, list[Pair]] = defaultdict(list)
    for pair in pairs:
        found[pair.article_id].append(pair)
    return found


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


def nearest(here: Sequence[Told], there: Sequence[Told]) -> Mapping[int, int]:
    """Find for each claim of an article the one of another article on the event that shares most with it.

    Common is what many claims of the two articles have, whatever the archive says. A claim that leans on the one
    before it ("which opened in May") has a part in its words.

    Args:
        here: The article's claims, as they stand in it.
        there: The other's.

    Returns:
        The place of the nearest by the place of the claim, for those that share enough.
    """
    counts = Counter(word for told in (*here, *there) for word in told.wording.terms)
    claims = len(here) + len(there)
    tells = {
        word: log((claims + 1) / (count + 0.5)) * (GENERIC_SHARE if is_generic(word) else 1.0)
        for word, count in counts.items()
    }
    holding: dict[str, list[tuple[int, float]]] = {word: [] for word in counts}
    lengths = []
    for j, words in enumerate(_in_context(there)):
        lengths.append(len(words))
        for word, part in words.items():
            holding[word].append((j, part))
    found = {}
    for i, words in enumerate(_in_context(here)):
        shared: Counter[int] = Counter()
        sums: dict[int, float] = defaultdict(float)
        for word, part in words.items():
            for j, other in holding[word]:
                shared[j] += 1
                sums[j] += part * other * tells[word]
        near = {j: told - _LENGTH * log(len(words) * lengths[j]) for j, told in sums.items() if shared[j] >= _WORDS}
        best = max(near, key=lambda j: (near[j], -j), default=None)
        if best is not None and near[best] >= _NEAR:
            found[i] = best
    return found


def _in_context(claims: Iterable[Told]) -> Iterator[Mapping[str, float]]:
    """The words of each claim, and of those before that it leans on, with what each counts for."""
    before: Mapping[str, float] = {}
    for told in claims:
        leant = dict.fromkeys(before, _BEFORE) if _leans(told.text) else {}
        before = {**leant, **dict.fromkeys(told.wording.terms, 1.0)}
        yield before


def _leans(text: str) -> bool:
    """Whether a claim begins in the middle of a sentence, or with a word that points back."""
    first = _FIRST_WORD.search(text)
    return first is not None and (first[0][0].islower() or first[0].lower() in _POINTING)

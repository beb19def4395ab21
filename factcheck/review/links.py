"""The same fact in several places of an article: to be asked once, and never edited in one place only.

Two claims tell one fact when their figures are the same and their words are about the same thing; without figures,
when they say the same in all words that tell anything. Claims that lie over each other are one place.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from factcheck.model import FactKind
from factcheck.normalise import STOP_WORDS, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.model import ClaimId, ClaimRecord, Fact

_FIGURES: Final = frozenset({FactKind.NUMBER, FactKind.MONEY, FactKind.PERCENT, FactKind.AGE, FactKind.DATE})
_SHARED: Final = 0.5
"""Share of the words of the claim that tells less, from which two claims with the same figures are about one thing."""
_FEWEST: Final = 3
"""Words without which claims that have no figure say too little to be one."""
_MOST: Final = 40
"""Claims with the same figures that are compared, each with each; more of them are a table."""


NO_WORDINGS: Final[Mapping[ClaimId, Sequence[str]]] = MappingProxyType({})
"""No claim was edited."""

_TURNS: Final = frozenset(
    """
    not no never neither none nothing nobody nor without up down above below over under before after more less fewer
    most least off against only
    """.split()  # noqa: SIM905  # a list
)
"""Words that turn what the others say: where only one of two claims has one, they do not tell the same."""


@dataclass(frozen=True, slots=True)
class Links:
    """What belongs to a claim as the same fact elsewhere."""

    same: tuple[ClaimId, ...] = ()
    """Claims that tell the same fact."""
    parted: tuple[ClaimId, ...] = ()
    """Claims that told the same until one of the two was edited."""


@dataclass(frozen=True, slots=True)
class _Told:
    record: ClaimRecord
    figures: frozenset[tuple[str, object, str | None]]
    words: frozenset[str]
    turns: frozenset[str]

    def tells_the_same(self, other: _Told) -> bool:
        """Whether this is the same fact in another place."""
        if self.figures != other.figures or self.turns != other.turns or self.record.span.overlaps(other.record.span):
            return False
        shared, fewer = self.words & other.words, min(self.words, other.words, key=len)
        if not self.figures:
            return self.words == other.words and len(shared) >= _FEWEST
        return bool(shared) and len(shared) >= _SHARED * len(fewer)


def links(
    claims: Sequence[ClaimRecord], wordings: Mapping[ClaimId, Sequence[str]] = NO_WORDINGS
) -> Mapping[ClaimId, Links]:
    """Which claims of an article tell the same fact, or did before one of them was edited.

    Args:
        claims: Those on the list.
        wordings: What claims said in earlier drafts, where that was something else.
    """
    told = [_told(record, record.claim.text, record.claim.facts) for record in claims]
    same = _pairs(told, told)
    edited = [_told(record, text, _facts(text)) for record in claims for text in wordings.get(record.id, ())]
    known = set(same)
    # Both may have been edited, each in another draft.
    parted = [pair for pair in _pairs(edited, [*edited, *told]) if pair not in known]
    found: dict[ClaimId, tuple[list[ClaimId], list[ClaimId]]] = defaultdict(lambda: ([], []))
    for place, pairs in enumerate((same, parted)):
        for one, other in pairs:
            found[one][place].append(other)
            found[other][place].append(one)
    return {claim: Links(tuple(sorted({*alike})), tuple(sorted({*apart}))) for claim, (alike, apart) in found.items()}


def _pairs(some: Iterable[_Told], others: Iterable[_Told]) -> list[tuple[ClaimId, ClaimId]]:
    """Those of the ones and the others that tell the same, each pair once."""
    by_figures: dict[object, list[_Told]] = defaultdict(list)
    for one in others:
        by_figures[one.figures or one.words].append(one)
    return list(dict.fromkeys(_ordered(some, by_figures)))


def _ordered(some: Iterable[_Told], others: Mapping[object, Sequence[_Told]]) -> Iterator[tuple[ClaimId, ClaimId]]:
    for one in some:
        alike = others.get(one.figures or one.words, ())
        if len(alike) > _MOST:
            continue
        for other in alike:
            if one.record.id != other.record.id and one.tells_the_same(other):
                first, second = sorted((one.record.id, other.record.id))
                yield first, second


def _told(record: ClaimRecord, text: str, facts: Sequence[Fact]) -> _Told:
    figures = frozenset(
        (fact.kind.value, fact.value, fact.unit) for fact in facts if fact.kind in _FIGURES and fact.value is not None
    )
    return _Told(record, figures, *_words(text))


@lru_cache(maxsize=4_096)
def _words(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a text that tell what it is about, and those that turn it."""
    words = [word for word in tokens(text) if not word[:1].isdigit()]
    return frozenset(word for word in words if word not in STOP_WORDS), _TURNS.intersection(words)


@lru_cache(maxsize=4_096)
def _facts(text: str) -> tuple[Fact, ...]:
    # Only here: to compile the patterns takes a third of the time in which a command starts.
    from factcheck.extraction import find_facts

    return find_facts(text)

"""Earlier claims in quite other words, ranked: what a search by free text shows.

No one measure finds them. Words in common, by their rarity, look through the archive; the few hundred claims that share
most are ranked by a sum of sixteen measures. The weights, in ``reworded.json``, were learned by
``tests/bench/retrieval.py`` on the training queries of CheckThat! 2021 task 2B and 2022 task 2A: which fact-check
is about a debater's sentence, or a tweet.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain, pairwise
from math import log, sqrt
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from factcheck.archive.word_vectors import direction
from factcheck.desk.terms import ByWord, is_number, stem, terms
from factcheck.normalise import normalised

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.archive.word_vectors import Direction

POOL: Final = 300
"""Candidates that are ranked."""

_K1: Final = 1.2
_B: Final = 0.75
"""Parameters of BM25, as usual."""

_FULL: Final = 5
"""Content words of a claim from which on it tells something that it is all in a query; "he was fired" is in many."""

_BEST: Final = 10
"""Candidates with most words in common, whose other words tell what the query may be about, too (relevance feedback:
Rocchio, 1971)."""

_PIECE: Final = 4
"""Letters of a piece of a word: what stems do not tell is one word (*immigrants*, *immigration*) has most of them."""

_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S+")
_TAG = re.compile(r"[@#](\w+)")
_TAG_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")
_NAME = re.compile(r"(?<![.!?:] )(?<!^)\b[A-Z][a-zA-Z]+")


@dataclass(frozen=True, slots=True)
class Text:
    """A text made ready for ranking."""

    words: tuple[str, ...]
    """Stems of all words, in order."""
    terms: frozenset[str]
    """Those of content words, and numbers."""
    normalised: str
    names: frozenset[str]
    """Capitalised words within its sentences, folded."""


def read(text: str) -> Text:
    """Make a text ready for ranking."""
    plain = normalised(text)
    words = plain.split()
    names = frozenset(found[0].lower() for found in _NAME.finditer(text))
    return Text(tuple(map(stem, words)), frozenset(terms(words)), plain, names)


def spoken(text: str) -> str:
    """A text as a sentence: without web addresses, tags and names of accounts as words."""
    return _TAG.sub(lambda found: " ".join(_TAG_WORD.findall(found[1])), _ADDRESS.sub(" ", text))


MEASURES: Final = (
    "words", "claim share", "headline share", "shared share", "phrases", "claim set", "claim part", "headline set",
    "both set", "pieces", "claim meaning", "headline meaning", "best ones", "numbers",
    "other numbers", "names",
)  # fmt: skip
"""What two texts are compared by, as ``measures`` gives it."""


class Pool:
    """The candidates for one query, with what their words tell.

    Args:
        claims: Claim and headline of each.
        weights: How much each content stem tells in the whole archive (idf).
    """

    def __init__(self, claims: Sequence[tuple[Text, Text]], weights: Mapping[str, float]) -> None:
        self._claims = claims
        self._weights = weights
        holding = Counter(word for claim, headline in claims for word in {*claim.words, *headline.words})
        self._idf = {
            word: weights.get(word) or log(1 + (len(claims) - count + 0.5) / (count + 0.5))
            for word, count in holding.items()
        }
        """Also of stop words, which are not counted in the archive: as they are among the candidates."""
        lengths = [len(claim.words) + len(headline.words) for claim, headline in claims]
        self._length = sum(lengths) / max(1, len(lengths)) or 1.0
        self._pieces = [_pieces(f"{claim.normalised} {headline.normalised}") for claim, headline in claims]
        having = Counter(piece for pieces in self._pieces for piece in pieces)
        self._piece_tells = {
            piece: log(1 + (len(claims) - count + 0.5) / (count + 0.5)) ** 2 for piece, count in having.items()
        }

    def measures(self, query: Text) -> list[tuple[float, ...]]:
        """Compare a query with each candidate, by each of ``MEASURES``; the greater, the liker."""
        meaning = self._meaning(query)
        pieces = _pieces(query.normalised).intersection(self._piece_tells)
        words = [self._bm25(query, *pair) for pair in self._claims]
        measured = zip(self._claims, words, self._pieces, self._like_the_best(query, words), strict=True)
        return [
            (
                told / 10,
                *self._lexical(query, claim, headline),
                self._cosine(pieces, theirs),
                float(meaning @ self._meaning(claim)),
                float(meaning @ self._meaning(headline)),
                best,
                *_figures_and_names(query, claim, headline),
            )
            for (claim, headline), told, theirs, best in measured
        ]

    def _bm25(self, query: Text, claim: Text, headline: Text) -> float:
        counts = Counter((*claim.words, *headline.words))
        scale = _K1 * (1 - _B + _B * (len(claim.words) + len(headline.words)) / self._length)
        shared = counts.keys() & set(query.words)
        return sum(self._idf[word] * counts[word] * (_K1 + 1) / (counts[word] + scale) for word in shared)

    def _lexical(self, query: Text, claim: Text, headline: Text) -> Iterator[float]:
        """From ``claim share`` to ``both set``."""
        phrases = {*pairwise(claim.words), *pairwise(headline.words)} & set(pairwise(query.words))
        full = min(1.0, len(claim.terms) / _FULL)
        yield self._share(claim.terms, query.terms) * full
        yield self._share(headline.terms, query.terms) * min(1.0, len(headline.terms) / _FULL)
        yield self._share(query.terms, claim.terms | headline.terms)
        yield sum(min(self._idf[one], self._idf[other]) for one, other in phrases) / 10
        yield fuzz.token_set_ratio(query.normalised, claim.normalised) / 100
        yield fuzz.partial_ratio(query.normalised, claim.normalised) / 100 * full
        yield fuzz.token_set_ratio(query.normalised, headline.normalised) / 100
        yield fuzz.token_set_ratio(query.normalised, f"{claim.normalised} {headline.normalised}") / 100

    def _like_the_best(self, query: Text, words: Sequence[float]) -> Iterator[float]:
        """How much each candidate has of what those with most words in common have beyond the query's own words."""
        best = sorted(range(len(words)), key=lambda place: -words[place])[:_BEST]
        terms = [claim.terms | headline.terms for claim, headline in self._claims]
        having = Counter(term for place in best for term in terms[place])
        of_all = self._vector(having)
        for place, own in enumerate(terms):
            others, length = self._vector(having - Counter(own)) if place in best else of_all
            here, size = self._vector(dict.fromkeys(own, 1))
            shared = sum(others[term] * here[term] for term in others.keys() & own - query.terms)
            yield shared / (length * size or 1.0)

    def _vector(self, counts: Mapping[str, int]) -> tuple[Mapping[str, float], float]:
        """What each of some words tells together, and the length of that as a vector."""
        tells = {term: count * self._weights.get(term, 0.0) for term, count in counts.items()}
        return tells, sqrt(sum(value * value for value in tells.values()))

    def _cosine(self, here: frozenset[str], there: frozenset[str]) -> float:
        """Likeness of two texts by their pieces."""
        return self._told(here & there) / sqrt(self._told(here) * self._told(there) or 1.0)

    def _told(self, pieces: Iterable[str]) -> float:
        return sum(map(self._piece_tells.__getitem__, pieces))

    def _meaning(self, text: Text) -> Direction:
        return direction({term: self._weights.get(term, 0.0) for term in text.terms})

    def _share(self, whole: Iterable[str], other: frozenset[str]) -> float:
        """How much of what some words tell the others tell, too."""
        told = {word: self._weights.get(word, 0.0) for word in whole}
        return sum(weight for word, weight in told.items() if word in other) / (sum(told.values()) or 1.0)

    def ranked(self, query: Text) -> list[tuple[int, float]]:
        """The places of the candidates, the likest first, with a number that ranks them."""
        weights = learned()
        scored = [
            (place, sum(weight * value for weight, value in zip(weights, measures, strict=True)))
            for place, measures in enumerate(self.measures(query))
        ]
        return sorted(scored, key=lambda pair: (-pair[1], pair[0]))


def _figures_and_names(query: Text, claim: Text, headline: Text) -> tuple[float, float, float]:
    """From ``numbers`` to ``names``."""
    numbers = {term for term in query.terms if is_number(term)}
    others = {term for term in claim.terms if is_number(term)} - numbers
    shared = len(numbers & (claim.terms | headline.terms))
    return shared / 2, len(others) / 2, len(query.names & (claim.names | headline.names)) / 3


def _pieces(text: str) -> frozenset[str]:
    """The pieces of a normalised text's words, their beginnings and ends marked."""
    return frozenset(chain.from_iterable(map(_PIECES.__getitem__, text.split())))


def _cut(word: str) -> tuple[str, ...]:
    marked = f" {word} "
    return tuple(marked[i : i + _PIECE] for i in range(max(1, len(marked) - _PIECE + 1)))


_PIECES: Final = ByWord(_cut)


@cache
def learned() -> tuple[float, ...]:
    """The learned weight of each measure."""
    weights = json.loads(resources.files("factcheck.archive").joinpath("reworded.json").read_text("utf-8"))
    return tuple(float(weights[name]) for name in MEASURES)

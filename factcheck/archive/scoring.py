"""How like two wordings are, 0 to 100. Likeness finds and ranks; whether two claims agree is decided by their facts.

Numbers, months and weekdays are left out, since a changed figure should not make a claim look different. Half of the
score is the likeness of the words as they stand or sorted, whichever is better (a passive turns them round); the other
half is how much of what both tell, weighed by rarity, they share.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from itertools import filterfalse
from math import expm1, inf, lgamma, log
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz import fuzz

from factcheck.archive.generic import GENERIC
from factcheck.archive.words import CALENDAR
from factcheck.desk.frames import words_of_claim
from factcheck.desk.terms import ByWord, is_number, term_set

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

ALIKE: Final = 75.0
"""From this likeness on, two claims say the same unless their facts differ."""

CLOSE: Final = 60.0
"""From this likeness on, two claims are about one thing, so that differing facts contradict each other."""

_VERBATIM: Final = 95.0
"""From this likeness on, even boilerplate says the same."""

_CONTAINED: Final = 0.8
"""Share of what one claim tells that the other must tell too, for the one to be part of the other."""

_DISTINCT: Final = 3.2
_FEW: Final = 2.7
"""How much two claims must tell in common for their words to point to one statement, in logarithms of the archive's
size beyond ``_FEW``: in a small archive few claims are alike by accident, in a large one revenue rises every day."""

_RARE: Final = 0.8
"""How rare one word must be for that alone, as a share of the rarest there can be."""

READING: Final = 200
"""How many claims of other stories an archive is thought to hold besides its own, so that a small one does not take
each word that it uses twice for a common one, nor one that it uses once for a rare one."""

GENERIC_SHARE: Final = 0.5
"""What a word that any story may use counts for, as a share of what its rarity would tell."""

_GENERIC_RATE: Final = 0.02
"""In how many claims of other stories such a word stands."""

_UNLIKELY: Final = -2.0
"""How surprising it must be what two claims share that are worded alike but not the same."""

_LEAST: Final = 2.0
_SLOPE: Final = 2.2
_OFFSET: Final = 11.1
"""How surprising it must be what two unlike claims share, for the one to be worth a look beside the other. Words of one
topic come together, and the larger the archive, the more of its claims are on any topic. Measured on held-out sentences
against archives of 400 to 10,000 claims."""

_LETTERS: Final = 97.0
"""From this likeness as they stand on, words need not be compared sorted, too."""

_TERMS: Final = 10
"""Content words and figures of a claim, on average."""


_SMALL_OR_YEAR = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)?$|(?:1[0-9]|20)[0-9]{2}$")


class Closeness(StrEnum):
    """What may be concluded from two wordings alone."""

    ALIKE = "alike"
    """They say the same, unless facts differ."""
    CLOSE = "close"
    """They are about one thing: differing facts contradict each other."""
    LOOSE = "loose"
    """They share more than chance explains: worth a look."""
    APART = "apart"
    """They do not bear on each other."""


_ALIKE: Final = Closeness.ALIKE
_CLOSE: Final = Closeness.CLOSE
_LOOSE: Final = Closeness.LOOSE
_APART: Final = Closeness.APART
BESIDE: Final = frozenset({_LOOSE, _APART})
"""The closenesses of claims that share a subject at most."""


class Wording(NamedTuple):
    """A claim's words, made ready for scoring; a tuple, since it is made in a third of a dataclass's time."""

    ordered: str
    """Normalised, without numbers, months and weekdays."""
    terms: frozenset[str]
    """Stems of all its content words, and its numbers."""
    words: frozenset[str]
    """Stems of the words in ``ordered``."""
    proper: str
    """Normalised, without who is said to have said it."""
    length: int
    """How many words ``proper`` has, figures among them."""


class Likeness(NamedTuple):
    """How like two wordings are; a tuple, as a wording is."""

    score: float
    """0 (nothing in common) to 100 (the same but for numbers)."""
    surprise: float
    """By how much what they share is rarer than chance would have it in an archive of this size, as a logarithm: at 0,
    one claim of the archive would share as much by accident."""
    closeness: Closeness
    common: bool
    """Whether the words are such that many claims have them all: boilerplate, in which other figures are no news."""
    verbatim: bool = False
    """Whether both are the very same words and figures."""
    told: Mapping[str, float] = MappingProxyType({})
    """Stems and numbers that both have, with what sharing each tells."""
    one_event: bool = False
    """Whether both are of articles on one event, so that one subject is one thing."""


def wording(normalised: str) -> Wording:
    """Make a normalised text ready for scoring."""
    tokens = words_of_claim(normalised)
    proper = " ".join(tokens)
    words = list(filterfalse(IS_FIGURE.__getitem__, tokens))
    stems = term_set(words)
    if len(words) == len(tokens):
        return Wording(proper, stems, stems, proper, len(tokens))
    return Wording(" ".join(words), stems | term_set(filter(IS_FIGURE.__getitem__, tokens)), stems, proper, len(tokens))


def _is_figure(word: str) -> bool:
    return word in CALENDAR or is_number(word)


IS_FIGURE: Final = ByWord(_is_figure)
"""Whether a word is a number, a month or a weekday."""


class Rarity:
    """What words tell about which claim it is, in an archive of some size.

    Args:
        weights: How much each stem tells (idf).
        size: How many claims the archive has.
    """

    def __init__(self, weights: Mapping[str, float], size: int) -> None:
        self.weights = weights
        self.size = size
        self.few = _DISTINCT * (log(size + 1) - _FEW)
        """What words that are boilerplate tell together, at most."""
        self.rare = _RARE * log(2 * size + 3)
        """What a word tells that alone tells a claim from nearly all others."""
        self.least = max(_LEAST, _SLOPE * log(size + READING) - _OFFSET)
        """How surprising it must be what two unlike claims share."""
        self.told = ByWord(lambda word: _told(word, weights[word], size))
        """What sharing a word tells: how rare it is among the archive's claims and those of others, as a logarithm."""
        self._sums: dict[frozenset[str], float] = {}

    def sum(self, words: frozenset[str]) -> float:
        """What some words tell together."""
        known = self._sums.get(words)
        if known is None:
            known = self._sums[words] = sum(map(self.weights.__getitem__, words))
        return known


def _told(word: str, weight: float, size: int) -> float:
    generic = is_generic(word)
    held = (size + 1) / expm1(weight) + (_GENERIC_RATE * READING if generic else 0.0)
    return log((size + 1 + READING) / held) * (GENERIC_SHARE if generic else 1.0)


def likeness(here: Wording, there: Wording, rarity: Rarity) -> Likeness:
    """Score two wordings.

    Args:
        here: The claim's.
        there: The earlier claim's.
        rarity: What the words of both tell.
    """
    letters = fuzz.ratio(here.ordered, there.ordered)
    if letters < _LETTERS:
        letters = max(letters, fuzz.token_sort_ratio(here.ordered, there.ordered))
    mine, theirs = rarity.sum(here.words), rarity.sum(there.words)
    both = mine if here.words == there.words else sum(map(rarity.weights.__getitem__, here.words & there.words))
    score = 0.5 * letters + (50.0 if here.words == there.words else 100.0 * both / (mine + theirs))
    shared = here.terms & there.terms
    told = {word: rarity.told[word] for word in shared}
    surprise = surprise_of(told.values(), len(here.terms), len(there.terms), rarity.size + READING)
    contained = both >= _CONTAINED * min(mine, theirs)
    weights = [rarity.weights[word] for word in shared]
    common = sum(weights) < rarity.few and max(weights, default=0.0) < rarity.rare
    # One word in common is a coincidence, however rare it is.
    bears = len(told) > 1 and surprise >= rarity.least
    closeness = _closeness(score, surprise, bears=bears, contained=contained, common=common)
    return Likeness(score, surprise, closeness, common, here.proper == there.proper, told)


def surprise_of(told: Collection[float], here: int, there: int, tries: int) -> float:
    """Tell how unlikely it is that two claims share so much by chance.

    Each of the shared words was drawn with a chance of its own; but there are many ways to share so many words, more in
    long claims than in short ones, and each earlier claim is another try.

    Args:
        told: What each of the shared words tells.
        here: How many content words and figures the claim has.
        there: How many the earlier claim has.
        tries: How many earlier claims there are.

    Returns:
        Minus the logarithm of how many of them would do so; minus infinity when nothing is shared.
    """
    if not told:
        return -inf
    count = len(told)
    ways = _log_ways(here, count) + _log_ways(there, count) + lgamma(count + 1) - count * log(_TERMS)
    return sum(told) - ways - log(tries)


def is_generic(word: str) -> bool:
    """Whether any story may use a word: so it is with months, years and small numbers, too."""
    return word in GENERIC or word in CALENDAR or (is_number(word) and _SMALL_OR_YEAR.match(word) is not None)


def _closeness(score: float, surprise: float, *, bears: bool, contained: bool, common: bool) -> Closeness:
    if score >= (_VERBATIM if common else ALIKE):
        return _ALIKE
    if surprise >= _UNLIKELY and score >= (ALIKE if common else CLOSE):
        return _CLOSE
    if surprise >= _LEAST and contained:
        return _CLOSE
    return _LOOSE if bears else _APART


@lru_cache(maxsize=4_096)
def _log_ways(count: int, chosen: int) -> float:
    """Logarithm of the number of ways to choose some of a number of words."""
    return lgamma(count + 1) - lgamma(chosen + 1) - lgamma(count - chosen + 1)

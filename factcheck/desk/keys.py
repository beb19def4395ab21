"""The keys under which the match index files a claim: its stems, its pairs of stems, and all of it but for numbers.

Two neighbouring words are far rarer than each of them: a claim among a million is found by reading a few hundred
postings of pairs, where those of words would be thousands. All are hashed to 32 bits, which keeps the index small and
lets numpy handle them; that two share a hash once in a while only costs a look at a claim that does not bear.

A claim is looked for under the keys that it was filed under, and its stems are counted off when it goes: once released,
a change here, in ``frames``, in ``terms`` or in ``normalise`` needs a migration that files all claims anew.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple
from zlib import crc32

import numpy as np

from factcheck.desk.frames import words_of_claim
from factcheck.desk.terms import ByWord, is_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_DIGIT = re.compile("[0-9]")
_SKELETON: Final = "# "
_WHOLE: Final = "= "
_FIRST: Final = 0x9E3779B1
_SECOND: Final = 0x85EBCA77
"""Two odd numbers without a pattern, which tell a pair of words from the same ones turned round."""
_KEYS: Final = 1 << 32
_NUMBER: Final = 1 << 32
"""Marks the key of a number, which is part of no pair."""


class Stems(NamedTuple):
    """The stems of some claims, one after the other, and which of them make pairs: neighbours, numbers passed over."""

    keys: NDArray[np.uint64]
    of: NDArray[np.int64]
    """For each the place of its claim."""
    first: NDArray[np.int64]
    second: NDArray[np.int64]
    """Where the two of each pair stand."""

    def pairs(self) -> NDArray[np.uint64]:
        """The keys of the pairs."""
        return pair_keys(self.keys[self.first], self.keys[self.second])


def laid_out(stems: Sequence[Sequence[str]]) -> Stems:
    """Lay out the stems of some claims, as ``terms`` gives those of each."""
    marked = np.fromiter(map(_MARKED.__getitem__, chain.from_iterable(stems)), np.uint64)
    of = np.repeat(np.arange(len(stems)), np.fromiter(map(len, stems), np.int64, len(stems)))
    words = np.flatnonzero(marked < _NUMBER)
    beside = of[words[:-1]] == of[words[1:]]
    return Stems(marked % _KEYS, of, words[:-1][beside], words[1:][beside])


def keys(texts: Sequence[str], stems: Sequence[Sequence[str]]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """All keys of some claims.

    Args:
        texts: Their normalised texts.
        stems: What ``terms`` makes of each.

    Returns:
        The keys, and for each the place of the claim that it is of.
    """
    own = laid_out(stems)
    repeats = list(map(repeat_keys, texts))
    of_repeats = np.repeat(np.arange(len(texts)), np.fromiter(map(len, repeats), np.int64, len(repeats)))
    whole = np.fromiter(chain.from_iterable(repeats), np.uint64)
    return np.concatenate((own.keys, own.pairs(), whole)), np.concatenate((own.of, own.of[own.first], of_repeats))


def stem_key(stem: str) -> int:
    """The key of a stem."""
    return _MARKED[stem] % _KEYS


def pair_keys(first: NDArray[np.uint64], second: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The keys of neighbouring stems, numbers passed over, by those of the stems."""
    return (first * _FIRST + second * _SECOND) % _KEYS


def repeat_keys(normalised: str) -> tuple[int, ...]:
    """The keys that only a repeat has: first that of the same words but for numbers, then that of the very same ones.

    Where there are no numbers, these are one. Who is said to have said it counts for neither.
    """
    words = words_of_claim(normalised)
    masked = list(map(_MASKED.__getitem__, words)) if _DIGIT.search(normalised) else words
    skeleton = crc32((_SKELETON + " ".join(masked)).encode())
    return (skeleton,) if masked == words else (skeleton, crc32((_WHOLE + " ".join(words)).encode()))


def _marked(stem: str) -> int:
    """The key of a stem, with ``_NUMBER`` for a number."""
    return crc32(stem.encode()) | (_NUMBER if is_number(stem) else 0)


_MASKED: Final = ByWord(lambda word: "#" if is_number(word) else word)
_MARKED: Final = ByWord(_marked)

"""The keys under which the match index files a claim: its stems, its pairs of stems, and all of it but for numbers.

Two neighbouring words are far rarer than each of them: a claim among a million is found by reading a few hundred
postings of pairs, where those of words would be thousands. Pairs and whole wordings are hashed, which keeps the index
small; that two pairs share a hash once in a while only costs a look at a claim that does not bear.

The index forgets a claim by the keys that it was filed under: once released, a change here, in ``terms`` or in
``normalise`` needs a migration that files all claims anew.
"""

from __future__ import annotations

from hashlib import blake2b
from itertools import pairwise, starmap
from typing import TYPE_CHECKING, Final
from zlib import crc32

from factcheck.desk.frames import frame
from factcheck.desk.terms import is_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PAIR: Final = "_"
_SKELETON: Final = "#"
_WHOLE: Final = "="

_PAIR_BITS: Final = 24
"""Of the hash of a pair: at a million claims it has about as many values as there are pairs."""


def keys(normalised: str, stems: Sequence[str]) -> list[str]:
    """All keys of a claim, none of which is empty or has a blank in it.

    Args:
        normalised: Its normalised text.
        stems: What ``terms`` makes of that.
    """
    return [*stems, *starmap(pair_key, pairs(stems)), *repeat_keys(normalised)]


def pairs(stems: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pairs of neighbouring stems, numbers passed over."""
    return pairwise([stem for stem in stems if not is_number(stem)])


def pair_key(first: str, second: str) -> str:
    """The key of two neighbouring stems."""
    return f"{_PAIR}{crc32(f'{first} {second}'.encode()) >> (32 - _PAIR_BITS):x}"


def repeat_keys(normalised: str) -> tuple[str, ...]:
    """The keys that only a repeat has: first that of the same words but for numbers, then that of the very same ones.

    Where there are no numbers, these are one. Who is said to have said it counts for neither.
    """
    start, end = frame(normalised)
    claim = normalised[start:end].strip()
    masked = " ".join(["#" if is_number(token) else token for token in claim.split(" ")])
    skeleton = _SKELETON + _hash(masked)
    return (skeleton,) if masked == claim else (skeleton, _WHOLE + _hash(claim))


def _hash(text: str) -> str:
    return blake2b(text.encode(), digest_size=5).hexdigest()

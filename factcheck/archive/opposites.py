"""Words that deny each other: by a prefix (crewed, uncrewed) or by meaning (rose, fell)."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from factcheck.archive.words import OPPOSITES
from factcheck.desk.terms import stem

_PAIRS: Final = frozenset((stem(one), stem(other)) for one, other in OPPOSITES)
_OPPOSITES: Final = {
    word: frozenset(other for pair in _PAIRS if word in pair for other in pair if other != word)
    for word in {word for pair in _PAIRS for word in pair}
}
OPPOSABLE: Final = frozenset(_OPPOSITES)
"""The stems that have an opposite here."""

_PREFIXES: Final = (("un", 3), ("non", 3), ("dis", 5), ("in", 5), ("im", 5), ("ir", 5), ("il", 5))
"""With the length that the rest must have: "in" before a short word is mostly no denial (inform)."""


@lru_cache(maxsize=8_192)
def opposites(word: str) -> frozenset[str]:
    """The stems that would deny this one."""
    return (
        _OPPOSITES.get(word, frozenset())
        | undone(word)
        | {prefix + word for prefix, least in _PREFIXES if len(word) >= least}
    )


def undone(word: str) -> frozenset[str]:
    """What a stem may deny by its prefix: crewed for uncrewed."""
    return frozenset(
        word.removeprefix(prefix)
        for prefix, least in _PREFIXES
        if word.startswith(prefix) and len(word) - len(prefix) >= least
    )

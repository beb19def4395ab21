"""Words that deny each other: by a prefix (crewed, uncrewed) or by meaning (rose, fell)."""

from __future__ import annotations

from typing import Final

from factcheck.archive.words import OPPOSITES
from factcheck.desk.terms import stem

_OPPOSED: Final = frozenset(frozenset(stem(word) for word in pair) for pair in OPPOSITES)
OPPOSABLE: Final = frozenset(word for pair in _OPPOSED for word in pair)
"""The stems that have an opposite here."""

_PREFIXES: Final = (("un", 3), ("non", 3), ("dis", 5), ("in", 5), ("im", 5), ("ir", 5), ("il", 5))
"""With the length that the rest must have: "in" before a short word is mostly no denial (inform)."""


def opposed(here: str, there: str) -> bool:
    """Whether two stems mean opposite things."""
    return frozenset((here, there)) in _OPPOSED or undone(here, there) or undone(there, here)


def undone(here: str, there: str) -> bool:
    """Whether the first stem is the second with a denying prefix."""
    return any(here == prefix + there and len(there) >= least for prefix, least in _PREFIXES)

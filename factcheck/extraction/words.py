"""Word lists as text, so that they read as lists of words, and the words that a story writes small."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_SMALL: Final = re.compile(r"\b[^\W\d_A-Z]+\b")


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def verbs(text: str) -> frozenset[str]:
    """All forms of regular verbs; a capital last letter is doubled before an ending (``admiT``, ``admitted``)."""
    forms: set[str] = set()
    for entry in text.split():
        verb = entry.lower()
        stem = verb.removesuffix("e")
        if entry[-1].isupper():
            forms |= {verb, verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
        elif verb[-1] == "y" and verb[-2] not in "aeou":
            forms |= {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
        else:
            third = verb + "es" if verb.endswith(("sh", "ch", "ss")) else verb + "s"
            forms |= {verb, third, stem + "ed", stem + "ing"}
    return frozenset(forms)


@lru_cache(maxsize=1)
def small_words(text: str) -> frozenset[str]:
    """The words that a text writes small somewhere: *Brown* is no name in a headline where bread is brown."""
    return frozenset(_SMALL.findall(text))

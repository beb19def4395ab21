"""Somebody's very words, in which two claims differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from factcheck.archive.alignment import one_word
from factcheck.desk.terms import is_number
from factcheck.model import Difference
from factcheck.normalise import STOP_WORDS, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.archive.atoms import Atoms

_LEAST_QUOTE: Final = 3
_QUOTE_LIKENESS: Final = 50.0


def differing_words(here: Atoms, there: Atoms) -> Iterator[tuple[bool, Difference]]:
    """Find quotations of one saying whose words differ: another word contradicts, one more or less is a hint.

    Numbers are compared as figures, wherever they stand.

    Yields:
        Whether it is a contradiction, with the difference.
    """
    if not (here.quotes and there.quotes):
        return
    theirs = [[word for word in tokens(quote) if not is_number(word)] for quote in there.quotes]
    for quote in here.quotes:
        mine = [word for word in tokens(quote) if not is_number(word)]
        if len(mine) < _LEAST_QUOTE:
            continue
        for other in theirs:
            if mine == other or fuzz.ratio(" ".join(mine), " ".join(other)) < _QUOTE_LIKENESS:
                continue
            lost = [word for word in mine if not any(one_word(word, b) for b in other)]
            new = [word for word in other if not any(one_word(word, a) for a in mine)]
            told = [word for word in (*lost, *new) if word not in STOP_WORDS]
            if told or {*lost, *new} - {"and"}:
                yield bool(told and lost and new), Difference("quote", " ".join(lost), " ".join(new))

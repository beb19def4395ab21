"""The words, figures and marks of a text, and when two texts have the same ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_TOKEN: Final = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\S")
_FOLDED: Final = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-"}
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a figure or a mark, with its place in the text."""

    start: int
    end: int
    word: str
    """With one form for each kind of quotation mark and dash: a typesetter's change is no change of words."""


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The words, figures and marks of a stretch of a text."""
    found = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return tuple(Token(one.start(), one.end(), one[0].translate(_FOLDED)) for one in found)


def words(text: str) -> tuple[str, ...]:
    """What the tokens of a text say, to be compared."""
    return tuple(token.word for token in tokens(text))


def same_words(one: str, other: str) -> bool:
    """Whether two texts say the same, word for word and mark for mark, however they are typeset.

    The stop at the end counts for nothing: a claim ends before it, and whoever writes down a sentence sets it.
    """
    return unstopped(words(one)) == unstopped(words(other))


def unstopped(said: tuple[str, ...]) -> tuple[str, ...]:
    """Words without the stop at their end."""
    return said[:-1] if said[-1:] == (".",) else said

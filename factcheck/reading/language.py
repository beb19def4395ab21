"""Whether a text is English, by its commonest words: a rule that says so is better than claims that make no sense."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+")
_ENGLISH: Final = frozenset(
    "the of and to that was for with by from said which has had were are his this it on at as be but they who".split()  # noqa: SIM905  # reads best as text
)
"""Words that make up about a third of any English text and are rare in others."""
_ENOUGH: Final = 30
"""Different words below which nothing can be told: a table, a list, a line."""
_SAMPLE: Final = 6_000
"""Code points that are looked at: some thousand words."""
_SHARE: Final = 0.08
"""Share of the commonest words below which a text is not English."""


def is_foreign(text: str) -> bool:
    """Tell whether a text is in another language than English; a text too short to tell is not."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    return len(set(words)) >= _ENOUGH and sum(word in _ENGLISH for word in words) < _SHARE * len(words)

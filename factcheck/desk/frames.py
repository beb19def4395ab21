"""The words around a claim that tell that somebody said it, without a name: they are no part of what is claimed."""

from __future__ import annotations

import re
from typing import Final

_SOMEBODY: Final = (
    r"(?:(?:(?:the|an?) (?:\w+ )?|(?:senior|local|federal|state|government|industry|city|unnamed) )?"
    r"(?:officials?|police|researchers?|scientists?|experts?|sources?|investigators?|prosecutors?|authorities|reports?"
    r"|statement|study|company|agency|ministry|government|paper|spokes(?:man|woman|person)|documents?)"
    r"|he|she|they|it|i|we)"
)
_SAYS: Final = r"(?:said|says?|added|adds|told reporters|stated|announced|reported|reports?|wrote|noted|claimed)"
_SOURCE: Final = rf"according to {_SOMEBODY}"
_BEFORE = re.compile(
    rf"^[\s\"“]*(?:(?:{_SOMEBODY} (?:also )?{_SAYS}(?: on \w+day)?(?: that\b|,)?|{_SOURCE}\b,?"
    r"|it (?:has )?(?:emerged|was (?:reported|announced|claimed|said))(?: on \w+day| today| yesterday)? that"
    r"|in (?:short|other words|addition),?)[\s,:\"“]+)+",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?:\W+(?:{_SOMEBODY} {_SAYS}|{_SAYS} {_SOMEBODY}|{_SOURCE})(?: on \w+day| today| yesterday)?)+\W*$",
    re.IGNORECASE,
)
_HINTS: Final = (
    "said", "say", "told", "added", "adds", "stated", "announced", "report", "wrote", "noted", "claimed", "according",
    "emerged", "in short", "in other", "in addition",
)  # fmt: skip
"""Without one of these there is no frame; to look for them costs a tenth of what the patterns do."""
_LEAST_WORDS: Final = 3
_REACH: Final = 120
"""Code points from the end of a claim within which the words after it begin."""
_LONGEST: Final = 5_000
"""Code points; beyond, a text is no claim, and searching it for a frame at its end would take long."""


def frame(text: str) -> tuple[int, int]:
    """Find where the claim proper begins and ends.

    Args:
        text: A claim, as it stands or normalised.

    Returns:
        Offsets of what is left without "officials said", "it emerged on Tuesday that" and the like; of the whole text
        when next to nothing would be left.
    """
    if len(text) > _LONGEST or not _hints(text):
        return 0, len(text)
    before = _BEFORE.match(text)
    start = before.end() if before else 0
    near_end = max(start, len(text) - _REACH)
    after = _AFTER.search(text, near_end) if _hints(text[near_end:]) else None
    end = after.start() if after else len(text)
    return (start, end) if len(text[start:end].split()) >= _LEAST_WORDS else (0, len(text))


def _hints(text: str) -> bool:
    """Whether a text has a word that a frame must have."""
    return any(map(text.lower().__contains__, _HINTS))

"""Pull quotes: words of somebody that a page shows once more by themselves, without marks, the name behind them."""

from __future__ import annotations

import re
from typing import Final

from factcheck.extraction.given_names import is_given

_NAMED: Final = re.compile(
    r"(?:[—–-]{1,2} ?)?(?P<name>[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){1,3})(?:, [^!?;:\"“”\n]{1,80})?\s*"
)
"""A name of several words, with who that is behind a comma: *Ann Lee, mayor of Leeds*."""
_STOP: Final = re.compile(r"(?<=[.!?…])\s+")
_LONGEST: Final = 150
"""Code points at the end of a paragraph among which the name begins."""
_WORDS: Final = 6
"""Words that a quotation has at least, since fewer may stand twice by chance."""


def pulled_from(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the name ends a paragraph whose other words stand elsewhere, too; None where it is no pull quote.

    A name is a person's by its given name, or by a dash or a role; *Getty Images* is a credit.

    Args:
        text: The draft.
        start: Where the paragraph begins, in code points.
        end: Where it ends.
    """
    for stop in reversed(list(_STOP.finditer(text, max(start, end - _LONGEST), end))):
        named = _NAMED.fullmatch(text, stop.end(), end)
        if named is not None:
            words = text[start : stop.start()]
            someone = is_given(named["name"].split()[0]) or named["name"] != named[0].strip()
            long = someone and len(words.split()) >= _WORDS
            return named.span("name") if long and (text.find(words) < start or text.find(words, end) >= 0) else None
    return None

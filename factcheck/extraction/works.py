"""Names of works in quotation marks, which nobody says: *on CNN's “State of the Union”*, *the film “The Dam”*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.extraction.cues import CLAIMS, PHRASES, WORDS_OF
from factcheck.extraction.words import words as word_set

if TYPE_CHECKING:
    from factcheck.extraction.quotes import Segment

_REACH: Final = 30
"""Code points before a name in which it is told what it is the name of."""
_KIND: Final = re.compile(
    r"\b(?:films?|movies?|shows?|series|books?|novels?|memoirs?|autobiography|biography|albums?|songs?|plays?|poems?"
    r"|essays?|articles?|programs?|programmes?|documentary|podcasts?|sitcom|drama|comedy|musical|opera|ballet|painting"
    r"|broadcast|magazine|newspaper|column|exhibition|pseudonym|alias|username|hashtag|account)"
    r"(?:, (?:called |titled |entitled )?| (?:called |named |titled |entitled )?)$"
)
"""What a work is, right before its name."""
_NEAR: Final = re.compile(
    r"(?:\w['’]s|\b(?:on|in|of|interview with|speaking to|spoke to|told|tells|tell|telling|titled|entitled|wrote"
    r"|starred in|author of|performs?|performed|performing))\s$"
)
"""What may stand before the name of a work, and before other words."""
_BY: Final = re.compile(r",? by (?:the )?[A-Z]")
_SAID_OF: Final = re.compile(rf"\b(?:{'|'.join(sorted(WORDS_OF | CLAIMS | PHRASES))}|goals?|themes?|ideas?) of\s$")
"""What stands before words, not before the name of a work: *chants of “Peace Now”*."""
_SMALL: Final = word_set("a an the and or of in on at to for with from by is it’s it's vs &")


def is_work(text: str, segment: Segment) -> bool:
    """Whether a quoted stretch is the name of a work."""
    before = text[max(0, segment.start - _REACH) : segment.start]
    if not _is_titled(text, segment) or _SAID_OF.search(before):
        return False
    several = len(text[segment.inner_start : segment.inner_end].split()) > 1
    near = several and (_NEAR.search(before) or _BY.match(text, segment.end))
    return bool(near) or _KIND.search(before) is not None


def follows_kind(text: str, segment: Segment) -> bool:
    """Whether a name stands right behind the word for what it names: *his memoir, “The Dam.”*, stop and all."""
    return _is_titled(text, segment) and _KIND.search(text, max(0, segment.start - _REACH), segment.start) is not None


def _is_titled(text: str, segment: Segment) -> bool:
    words = [word for word in text[segment.inner_start : segment.inner_end].split() if word.lower() not in _SMALL]
    return bool(words) and all(word[:1].isupper() or word[:1].isdigit() for word in words)

"""Names of works in quotation marks, which nobody says: *on CNN's “State of the Union”*, *the film “The Dam”*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.extraction.cues import CLAIMS, PHRASES, SAYING, WORDS_OF
from factcheck.extraction.words import words as word_set

if TYPE_CHECKING:
    from factcheck.extraction.quotation_marks import Segment

_REACH: Final = 30
"""Code points before a name in which it is told what it is the name of."""
_CLAUSE: Final = 80
"""Code points before a name in which somebody may be said to speak."""
_KIND: Final = re.compile(
    r"\b(?:films?|movies?|shows?|series|books?|novels?|memoirs?|autobiography|biography|albums?|songs?|plays?|poems?"
    r"|essays?|articles?|programs?|programmes?|documentary|podcasts?|sitcom|drama|comedy|musical|opera|ballet|painting"
    r"|singles?|tracks?|hits?|ballads?|anthems?|hymns?|arias?|tunes?|duets?|mixtapes?|soundtracks?|symphony|concerto"
    r"|novellas?|anthology|trilogy|saga|sequels?|prequels?|remakes?|biopics?|thrillers?|miniseries|cartoons?|comics?"
    r"|sculptures?|murals?|portraits?|photographs?|manifesto|pamphlets?|thesis|dissertation"
    r"|(?P<place>broadcast|magazine|newspaper|column|account)|exhibition|pseudonym|alias|username|hashtag)"
    r"(?:(?P<comma>, )|,? (?:called |named |titled |entitled )?)$"
)
"""What a work is, right before its name; where one speaks, *in a broadcast, “Freedom!”*, it takes more than a comma."""
_WRITTEN: Final = word_set("write writes wrote written writing read reads recount recounts recounted relate related")
"""What one does in a work, too."""
_SPOKEN: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(SAYING - _WRITTEN))}|chant|chants|chanted|chanting)\b", re.IGNORECASE
)
_SAID_NEXT: Final = re.compile(rf",? (?:(?:the )?\w+ ){{1,3}}(?:{'|'.join(sorted(SAYING))})\b")
_NEAR: Final = re.compile(
    r"(?:\w['’]s|\b(?:on|in|of|interview with|speaking to|spoke to|told|tells|tell|telling|titled|entitled|wrote"
    r"|starred in|author of|performs?|performed|performing))\s$"
)
"""What may stand before the name of a work, and before other words."""
_BY: Final = re.compile(r",? by (?:the )?[A-Z]")
_CALLED_SO: Final = re.compile(
    r"\b(?:as|(?:re)?named|nicknamed|called|branded|dubbed|labell?ed|deemed|hailed|crowned|termed|denounced|described)"
    r"(?: as)?(?: (?:the|an?|his|her|their|its))?\s$"
)
"""What stands before what somebody is called by others, *branded the “Iron Lady” by Moscow*."""
_SAID_OF: Final = re.compile(rf"\b(?:{'|'.join(sorted(WORDS_OF | CLAIMS | PHRASES))}|goals?|themes?|ideas?) of\s$")
"""What stands before words, not before the name of a work: *chants of “Peace Now”*."""
_SMALL: Final = word_set("a an the and or of in on at to for with from by is it’s it's vs &")


def is_work(text: str, segment: Segment) -> bool:
    """Whether a quoted stretch is the name of a work."""
    before = text[max(0, segment.start - _REACH) : segment.start]
    if not _is_titled(text, segment) or _SAID_OF.search(before):
        return False
    several = len(text[segment.inner_start : segment.inner_end].split()) > 1
    authored = _BY.match(text, segment.end) and not _CALLED_SO.search(before)
    return bool(several and (_NEAR.search(before) or authored)) or _is_behind_kind(text, segment)


def follows_kind(text: str, segment: Segment) -> bool:
    """Whether a name stands right behind the word for what it names: *his memoir, “The Dam.”*, stop and all."""
    return _is_titled(text, segment) and _is_behind_kind(text, segment)


def _is_behind_kind(text: str, segment: Segment) -> bool:
    """Whether the word for what a work is stands before a name, and nothing that tells that somebody speaks."""
    found = _KIND.search(text, max(0, segment.start - _REACH), segment.start)
    if found is None or not found["comma"]:
        return found is not None
    spoken = _SPOKEN.search(text, max(0, segment.start - _CLAUSE), found.start())
    cried = text[segment.inner_start : segment.inner_end].endswith(("!", "?"))
    return not (found["place"] or spoken or cried or _SAID_NEXT.match(text, segment.end))


def _is_titled(text: str, segment: Segment) -> bool:
    words = [word for word in text[segment.inner_start : segment.inner_end].split() if word.lower() not in _SMALL]
    return bool(words) and all(word[:1].isupper() or word[:1].isdigit() for word in words)

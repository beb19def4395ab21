"""Who is not named though somebody else's name stands in the words for them: *a source close to the mayor*."""

from __future__ import annotations

import re
from typing import Final

from factcheck.extraction.cues import ANONYMOUS

_LONGEST: Final = 120
"""Code points of such words before the name in them."""
_TIE: Final = (
    r"(?:(?:very )?(?:close|closest|near|nearest|loyal|known|next)(?: to)?"
    r"|(?:familiar|acquainted|in contact|allied) with|(?:briefed|knowledgeable) (?:by|on|about)"
    r"|with (?:direct |inside )?knowledge of|inside|within|around|behind"
    r"|(?:work|works|worked|working) (?:for|with|under)|knows?|knew|in|at|from|of|to|for|with)"
)
_WORD: Final = re.compile(r"\w+")
_UNNAMED: Final = re.compile(
    r"\b(?:(?:an?|the|one|two|three|several|some|many|another|other) (?:[\w’'-]+ ){0,2})?"
    rf"(?:{'|'.join(sorted(ANONYMOUS))})"
    rf"(?:,? (?:who|that)(?: (?:is|are|was|were|has|have|had|been))*)? {_TIE}"
    r"(?: (?:the|his|her|their|its|an?) (?:office|camp|circle|team|campaign|thinking|plans|family|staff|side) of)?"
    r" (?:(?:the|an?) )?(?-i:(?:[A-Z][\w.’'-]* ){0,3})$",
    re.IGNORECASE,
)


_ASKING: Final = "speaking|talking|asking|requesting|insisting|declining|refusing"
_WITHIN: Final = r"\b[^.;:\"“”\n]{0,60}?"
_KEPT_BACK: Final = (
    r"\banonymity|(?:\bnot|n['’]t|\bdeclin(?:ed|ing)|\brefus(?:ed|ing)|\bcannot) (?:(?:wish|want)(?:ing)? )?(?:to )?"
    r"(?:be )?(?:named|identified|quoted by name)"
)
_NO_NAME: Final = re.compile(
    rf",? (?:who|on|{_ASKING}){_WITHIN}"
    rf"(?:{_KEPT_BACK}|(?:\bnot|n['’]t) authori[sz]ed to (?:speak|talk|comment|discuss))\b",
    re.IGNORECASE,
)
"""What tells right behind the words for somebody that they keep their name back."""
_ONLY_NO_NAME: Final = re.compile(
    r"(?:who (?:only )?(?=(?:asked|requested|insisted|declined|refused|wished|wanted|agreed|spoke|talked|did)\b)"
    rf"|(?={_ASKING})){_WITHIN}(?:{_KEPT_BACK})\b",
    re.IGNORECASE,
)
"""A clause that tells just that; *who was not identified* tells of somebody else than a source."""


def is_withheld(text: str, end: int) -> bool:
    """Whether somebody is told to keep the name back, *…, speaking on condition of anonymity*.

    Args:
        text: The draft's.
        end: Where the words for somebody end.
    """
    return _NO_NAME.match(text, end) is not None


def only_withholds(text: str, start: int) -> bool:
    """Whether a clause tells only on which terms a source spoke, *who asked not to be named*: nobody looks that up.

    Args:
        text: The draft's.
        start: Where the clause begins.
    """
    return _ONLY_NO_NAME.match(text, start) is not None


def unnamed_start(text: str, start: int) -> int | None:
    """Where the words for somebody begin who is tied to a name, and whom that name is not; None where it stands alone.

    Args:
        text: The draft's.
        start: Where the name begins.
    """
    first = max(0, start - _LONGEST)
    if ANONYMOUS.isdisjoint(_WORD.findall(text[first:start].lower())):
        return None  # nearly always: to look for the whole pattern costs ten times as much
    found = _UNNAMED.search(text, first, start)  # to "$", which is the name
    return found.start() if found else None


def is_unnamed(speaker: str) -> bool:
    """Whether words for a speaker are such words, whatever name they end in."""
    return any(unnamed_start(speaker, space.end()) == 0 for space in re.finditer(r"\s+", speaker))

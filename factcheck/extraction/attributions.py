"""Clauses that only tell whose the words around them are: *…, she says, …*, *as the mayor put it*."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.extraction.cues import BELIEVING, FINDING, INSTITUTIONS, SAYING, TELL
from factcheck.extraction.grammar import (
    TENSED,
    VERBAL,
    comma_after,
    comma_before,
    has_subject,
    is_finite,
    nominal_subject,
    size,
    stands_in,
)
from factcheck.extraction.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_AS_TOLD: Final = words(
    "reported noted stated explained recounted recalled told announced documented confirmed disclosed"
)
_HOW: Final = 10
"""Tokens that tell where, when or to whom something was said, between the verb and the quotation."""


def is_address(token: Token) -> bool:
    """*You see, it leaks*, *I mean, it leaks*: words to the hearer, which tell nothing."""
    words = size(token) - token.right_edge.is_punct
    return words == 2 and token.left_edge.lower_ in ("i", "you")


def hangs_loose(token: Token) -> bool:
    """Whether a clause is joined by a comma alone: *…, she says, …*, and *…, a trial finds* at the end."""
    if token.dep_ == "parataxis" or is_told_between(token):
        return True
    closes = token.dep_ == "conj" and not any(child.dep_ == "cc" for child in token.head.rights if child.i < token.i)
    return closes and has_subject(token) and not any(child.dep_ not in ("punct", "npadvmod") for child in token.rights)


def is_told_between(verb: Token) -> bool:
    """*In May, Lee told the paper, she broke it*: who was told, put in behind words that the parser hung on it."""
    who = nominal_subject(verb)
    if verb.lower_ not in TELL or verb.dep_ != "ccomp" or verb.i > verb.head.i or who is None:
        return False
    plain = all(child.dep_ in ("nsubj", "dobj", "prep", "npadvmod", "advmod", "punct") for child in verb.children)
    opened = who.left_edge.i > verb.sent.start and who.left_edge.nbor(-1).text == ","
    return plain and opened and comma_after(verb)


def is_found_between(verb: Token) -> bool:
    """*Older mice, the researchers found, lived longer*: whoever finds something so, or opens so, reports it."""
    who = nominal_subject(verb)
    if verb.lower_ not in FINDING or verb.tag_ not in TENSED or who is None:
        return False
    behind = verb.doc[verb.i + 1 : verb.i + 3]  # *she searched, she found, and she told nobody*
    alone = len(behind) == 2 and behind[0].text == "," and behind[1].tag_ != "CC"
    return alone and (comma_before(who) or who.left_edge.i == verb.sent.start)


def is_put_in(token: Token) -> bool:
    """Whether a clause that hangs loose only tells whose the one around it is: *…, she says, …*, *…, a poll finds*."""
    if not hangs_loose(token):
        return False
    finds = token.lower_ in FINDING and any(
        child.dep_ == "nsubj" and child.lower_ in INSTITUTIONS for child in token.lefts
    )
    return finds or is_found_between(token) or token.lower_ in SAYING or token.lower_ in BELIEVING


def is_as_said(child: Token) -> bool:
    """``as the mayor said`` or ``as the mayor told the council``: who says what stands around it."""
    return (
        child.dep_ == "advcl"
        and (child.lower_ in SAYING or _puts_it(child))
        and has_subject(child)
        and any(left.lower_ == "as" and left.dep_ in ("mark", "advmod") for left in child.lefts)
        and not any(
            one.dep_ in ("ccomp", "xcomp") or (one.dep_ == "dobj" and child.lower_ not in TELL and not _puts_it(child))
            for verb in (child, *(below for below in child.rights if below.dep_ == "conj"))
            for one in verb.children
        )
    )


def is_as_told(verb: Token) -> bool:
    """``as reported by the agency``: who says what stands around it, in the passive."""
    return (
        verb.lower_ in _AS_TOLD
        and verb.tag_ == "VBN"
        and any(left.lower_ == "as" for left in verb.lefts)
        and any(child.dep_ == "agent" for child in verb.rights)
    )


def _puts_it(verb: Token) -> bool:
    return verb.lower_ in ("put", "puts") and any(
        child.dep_ == "dobj" and child.lower_ == "it" for child in verb.rights
    )


def tells_where_told(token: Token) -> bool:
    """*As argued in the paper*: that tells whose it is."""
    told = token.tag_ == "VBN" and not is_finite(token) and (token.lower_ in SAYING or token.lower_ in _AS_TOLD)
    return told and any(left.lower_ == "as" for left in token.lefts)


def leading_participle(doc: Doc, end: int) -> Token | None:
    """The *saying* of *…, saying in a statement, “…”*, with no more than that before token ``end``."""
    for word in reversed(doc[max(0, end - _HOW) : end]):
        set_off = word.i > 0 and word.nbor(-1).text == ","
        if word.lower_ in SAYING and (word.tag_ == "VBG" or (set_off and word.lower_.endswith("ing"))):
            plain = word.i + 1 == end or word.nbor().pos_ == "ADP" or word.lower_ in TELL
            return word if plain else None
        if word.is_punct or word.pos_ in VERBAL or stands_in(word):
            return None
    return None


def others_saying(doc: Doc, end: int) -> Token | None:
    """The *with* of *…, with one farmer saying, “…”*, whose participle is read as a noun as often as not.

    Args:
        doc: Parsed.
        end: One past the participle.
    """
    cue = doc[end - 1] if end > 0 else None
    if cue is None or cue.lower_ not in SAYING or not cue.lower_.endswith("ing"):
        return None
    for word in reversed(doc[cue.sent.start : cue.i]):
        if word.is_punct or word.pos_ in VERBAL:
            return None
        if word.lower_ == "with":
            set_off = word.i > 0 and word.nbor(-1).text == ","
            return word if set_off and word.i + 1 < cue.i else None
    return None

"""Views that no verb of saying hands on: *the court ruled that …*, *many are afraid that …*, *her bet is that …*.

Whatever a *that* clause hangs on, it tells what somebody says, thinks or finds, where the subject can do so and the
verb does not bring about what it tells: *the valve ensures that …*.
"""

from __future__ import annotations

from itertools import dropwhile
from typing import TYPE_CHECKING, Final

from factcheck.extraction.cues import CLAIMS, RUMOURS, SAYING, WORDS_OF
from factcheck.extraction.grammar import has_subject, is_finite, is_possible
from factcheck.extraction.speaker_names import name_of
from factcheck.extraction.speakers import Speech
from factcheck.extraction.subjects import can_speak, issuer, subject
from factcheck.extraction.words import verbs, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_CAUSING: Final = verbs("ensure assure mean require arrange prove pretend demand prefer wish") | words("""
    meant made make makes see sees saw ask asks asked show shows showed shown
""")
"""Verbs whose subject brings about, or wants, what their clause tells."""
_NOBODY: Final = words("i we you it that which this")
_MINDED: Final = words("""
    adamant afraid angry aware certain clear concerned confident convinced disappointed glad grateful happy hopeful
    optimistic pleased proud sad satisfied sceptical skeptical sorry sure surprised unaware upset worried frustrated
    fearful
""")
"""Adjectives of those who have something in mind."""
_VIEWS: Final = (
    CLAIMS | WORDS_OF | words("bet point idea guess advice verdict ruling position stance line feeling phrase quip")
)
"""Nouns for a view, which *is that …*."""
_HELD: Final = words("view opinion belief mind")
"""Nouns for a view that one *is of*."""
_MAKING: Final = words("make makes made making")
_CLEAR: Final = words("clear plain known")


def held(verb: Token) -> Speech | None:
    """Who says, thinks or finds what the *that* clause of a verb tells; None where it has none."""
    if (clear := made_clear(verb)) is not None:
        who = subject(verb)
        told = verb.doc[verb.i : clear.i + 1].text
        return Speech(told, *name_of(who), who.i) if who is not None and can_speak(who) else None
    if (rumour := _rumoured(verb)) is not None:
        return _speech(rumour, verb)
    if verb.lower_ in _CAUSING or not is_finite(verb) or any(child.dep_ == "expl" for child in verb.children):
        return None
    if is_possible(verb):
        return None  # *readers can be sure that it will come*
    if verb.dep_ == "relcl" and any(above.lower_ in SAYING for above in verb.ancestors):
        return None  # *told those who had come that …*: the clause is the other verb's
    minded = next((child for child in verb.rights if child.dep_ == "acomp" and child.lower_ in _MINDED), None)
    minded = minded or _view_held(verb)
    governor = next((one for one in (verb, minded) if one is not None and _has_that_clause(one)), None)
    who = subject(verb) if governor is not None else None
    if who is None or governor is None or who.lower_ in _NOBODY:
        return None
    if verb.pos_ == "AUX" and minded is None:
        holder = issuer(who) if who.lower_ in _VIEWS else None
        return None if holder is None else _speech(holder, who)
    return _speech(who, minded or verb) if can_speak(who) else None


def _rumoured(verb: Token) -> Token | None:
    """The noun of *there is talk that it leaks*, *word on the street is that it does*, *rumour has it that it does*."""
    noun = next((one for one in verb.children if one.dep_ in ("attr", "nsubj") and one.lower_ in RUMOURS), None)
    if noun is None or any(child.lower_ in ("no", "any", "little") or child.dep_ == "poss" for child in noun.lefts):
        return None  # *her word was that it leaked* is hers
    there = any(child.dep_ == "expl" for child in verb.lefts)
    governor = noun if there and noun.dep_ == "attr" else verb
    has_it = any(child.lower_ == "it" for child in verb.rights)
    told = there or (noun.dep_ == "nsubj" and (verb.lower_ in ("is", "was") or has_it))
    return noun if told and _has_that_clause(governor) else None


def made_clear(verb: Token) -> Token | None:
    """The *clear* of *she made it very clear that it leaks*, wherever the parser hung what is told."""
    if verb.lower_ not in _MAKING or is_possible(verb):
        return None
    behind = verb.doc[verb.i + 1 : min(verb.i + 5, verb.sent.end)]
    clear = next(dropwhile(lambda word: word.pos_ == "ADV" or word.lower_ == "it", behind), None)
    if clear is None or clear.lower_ not in _CLEAR or clear.i + 1 >= verb.sent.end:
        return None
    mark = clear.nbor()
    tells = mark.lower_ == "that" and mark.dep_ == "mark" and mark.head.i > mark.i
    return clear if tells and has_subject(mark.head) and is_finite(mark.head) else None


def _view_held(verb: Token) -> Token | None:
    """The *view* of *they are of the view that it leaks*."""
    if verb.pos_ != "AUX":
        return None
    views = (one for child in verb.rights if child.lower_ == "of" for one in child.rights)
    return next((one for one in views if one.dep_ == "pobj" and one.lower_ in _HELD), None)


def _speech(who: Token, cue: Token) -> Speech:
    start, end = name_of(who)
    return Speech(cue.text, start, end, who.i)


def _has_that_clause(head: Token) -> bool:
    if any(word.lower_ in ("so", "such") for word in (head, *head.lefts)):
        return False  # *so upset that she left* tells what came of it
    return any(
        (child.dep_ == "ccomp" or (child.dep_ == "acl" and (head.lower_ in _HELD or head.lower_ in RUMOURS)))
        and child.left_edge.lower_ == "that"
        and child.left_edge.dep_ == "mark"
        and not _is_of_noun(child.left_edge)
        and has_subject(child)
        and is_finite(child)
        for child in head.rights
    )


def _is_of_noun(mark: Token) -> bool:
    """*She disputes Lee's claim that it leaks*: what is told is Lee's, wherever the parser hung it."""
    noun = mark.nbor(-1)
    return noun.lower_ in CLAIMS and any(child.dep_ == "poss" for child in noun.lefts)

"""Judgements that the paper hands on in its own sentence: *Ann Lee called the plan a gift to the town*.

Nothing is quoted and no clause reported, and yet it is she who thinks so: the claim has a speaker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.extraction.cues import DENYING, NAMING
from factcheck.extraction.grammar import comma_before, word_of
from factcheck.extraction.speakers import Speech, speech
from factcheck.extraction.subjects import can_speak, is_share, subject
from factcheck.extraction.words import verbs, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_AS: Final = verbs(
    "describe characterize characterise portray depict tout hail praise denounce dismiss condemn ridicule deride"
)
"""Verbs with an object and, behind *as*, what it is said to be."""
_CITING: Final = verbs("cite")
_FORECASTING: Final = verbs("expect forecast project predict anticipate estimate") | words("sees seeing")
"""Verbs with a figure that nobody can know yet: *analysts expected a profit of $2 a share*."""
_ADMITTING: Final = verbs("admiT confess deny")
"""Verbs with an act that somebody says to have done or not."""
_IMPERSONAL: Final = frozenset({"i", "we", "you", "it", "that", "which", "who"})


def judged(verb: Token) -> Speech | None:
    """Who passes the judgement that a verb tells of, None where it tells of none."""
    passive = verb.dep_ == "acl" or (verb.tag_ == "VBN" and not any(child.dep_ == "aux" for child in verb.children))
    if (
        verb.pos_ != "VERB"
        or passive
        or any(child.dep_ in ("nsubjpass", "auxpass", "agent", "neg") for child in verb.children)
    ):
        return None
    word = verb.lower_
    if not (
        (word in NAMING and (any(child.dep_ in ("oprd", "ccomp") for child in verb.rights) or _is_named_behind(verb)))
        or (word in _AS and any(child.dep_ == "prep" and child.lower_ == "as" for child in verb.rights))
        or (word in _CITING and any(child.dep_ == "dobj" for child in verb.rights))
        or (word in _ADMITTING and _has_act(verb))
        or (word in DENYING and any(child.dep_ == "ccomp" for child in verb.rights))
        or (word in _FORECASTING and _has_figure(verb))
    ):
        return None
    said = speech(verb)
    who = verb.doc[said.head] if said.head >= 0 else None
    return None if who is None or word_of(who) in _IMPERSONAL or is_share(who) else said


def _is_named_behind(verb: Token) -> bool:
    """*She called the ruling on the dam a gift to the town*, where the gift was read as another word for the dam."""
    things = (one for child in verb.rights if child.dep_ == "dobj" for one in child.subtree)
    return any(one.dep_ == "appos" and one.left_edge.lower_ in ("a", "an") and not comma_before(one) for one in things)


def _has_figure(verb: Token) -> bool:
    """Whether a body or a person expects an amount, a share or a sum; a city only *sees 3 million visitors*."""
    who = subject(verb)
    return (
        who is not None
        and who.ent_type_ != "GPE"
        and can_speak(who)
        and any(
            token.ent_type_ in ("MONEY", "PERCENT")
            for child in verb.rights
            if child.dep_ in ("dobj", "ccomp", "xcomp")
            for token in child.subtree
        )
    )


def _has_act(verb: Token) -> bool:
    return any(
        (child.dep_ == "xcomp" and child.tag_ == "VBG")
        or (child.dep_ == "prep" and child.lower_ == "to" and any(act.tag_ == "VBG" for act in child.rights))
        for child in verb.rights
    )

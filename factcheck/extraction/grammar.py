"""What the parse says of a word: whether a verb is finite or has a subject, and what parts its phrase off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.extraction.cues import SAYING
from factcheck.extraction.masking import STAND_IN
from factcheck.extraction.words import verbs, words

if TYPE_CHECKING:
    from spacy.tokens import Token

TENSED: Final = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of finite verbs but for *can* and its like, which tell nothing by themselves."""
FINITE: Final = TENSED | {"MD"}
"""Tags of finite verbs."""
FIGURES: Final = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
"""Labels of what can be looked up as a figure."""
NAMED: Final = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT"})
"""Labels of names."""
VERBAL: Final = frozenset({"VERB", "AUX"})
"""Parts of speech of verbs."""
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
DASHES: Final = frozenset({"-", "–", "—", "--"})
JOINING: Final = DASHES | {";"}
"""What may stand between two sentences that are one to a reader."""
_STAND_IN_VERB: Final = STAND_IN.split()[-1]
_DOING: Final = verbs("""
    avoid cite circulate collect commission compile condemn contest create criticise criticize deny describe dismiss
    dispute endorse enclose examine express file ignore issue mention obtain order prepare present produce publish quote
    raise receive reject release repeat request retract reveal share sign submiT use voice want welcome
""") | words("""
    bring brings brought build builds built buy buys bought choose chooses chose chosen draw draws drew drawn find
    finds found give gives gave given had has have hear hears heard keep keeps kept make makes made put puts read
    reads see sees saw seen seek seeks sought send sends sent take takes took taken write writes wrote written
""")
"""Verbs that tell nothing without what they are done to."""
_WITHOUT: Final = frozenset({"dobj", "ccomp", "xcomp", "auxpass", "nsubjpass"})
"""What such a verb has behind *that* where this is not what it is done to."""
_WHOSE: Final = words("these those my our your his her its their")
_POSSIBLY: Final = words("can may must should")
_OUGHT: Final = words("must ought should")
_WHOLE: Final = {"wo": "will", "'ll": "will", "’ll": "will", "ca": "can", "'d": "would", "’d": "would"}
"""Auxiliaries as the tokenizer leaves them, and whole."""


def stands_in(token: Token) -> bool:
    """Whether this is the verb of what stands for a quotation."""
    return token.text == _STAND_IN_VERB and token.i > 1 and token.nbor(-2).text == '"'


def word_of(token: Token) -> str:
    """A word in small letters, but the name *WHO*, which is not the pronoun."""
    return token.text if token.text == "WHO" else token.lower_


def has_subject(token: Token) -> bool:
    """Whether a verb has a subject of its own, or its auxiliary has."""
    return any(
        child.dep_ in SUBJECTS
        or (child.dep_ in ("aux", "auxpass") and any(below.dep_ in SUBJECTS for below in child.children))
        for child in token.children
    )


def is_noun(token: Token) -> bool:
    """Whether a word is a noun, a name among them."""
    return token.pos_ in ("NOUN", "PROPN")


def nominal_subject(verb: Token) -> Token | None:
    """The noun or pronoun before a verb that is its own subject, in the active or the passive."""
    return next((child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)


def is_finite(token: Token) -> bool:
    """Whether a verb, or its auxiliary, is finite."""
    if token.tag_ in FINITE:
        return True
    if token.tag_ == "VBN" and not any(child.dep_ in ("aux", "auxpass") for child in token.children):
        return any(child.dep_ == "nsubj" for child in token.children)  # a past tense that was misread
    if token.tag_ == "NN" and {"nsubj", "ccomp"}.issubset(child.dep_ for child in token.children):
        return True  # a present tense that was misread: *it kills mice, researchers report in the journal*
    return token.pos_ in VERBAL and any(
        child.tag_ in FINITE and child.dep_ in ("aux", "auxpass") for child in token.children
    )


def lacks_object(clause: Token) -> bool:
    """Whether *that* is what a clause tells something of: *the claim that he denied*, not *the claim that he lied*."""
    opener = clause.left_edge
    whole = any(child.dep_ in _WITHOUT and child != opener for child in clause.children)
    away = any(child.dep_ == "prt" and child.lower_ in ("in", "off", "over") for child in clause.rights)
    return opener.lower_ == "that" and clause.lower_ in _DOING and not whole and not away


def is_possible(verb: Token) -> bool:
    """Whether a verb tells only what can or should be: *readers can expect*, *voters should know*."""
    return any(child.dep_ == "aux" and child.lower_ in _POSSIBLY for child in verb.lefts)


def shared_modal(verb: Token) -> str:
    """The auxiliary that a verb shares with one before it, empty where none: *the dam must be mended and cost less*.

    What *they should mend it, saving the valley* adds at its end is no more told than the rest.
    """
    here = verb
    while here.dep_ in ("conj", "advcl") and not has_subject(here):
        adds = here.dep_ == "advcl"
        if any(child.dep_ in ("aux", "auxpass") for child in here.lefts):
            break
        if here.tag_ not in (("VBG",) if adds else ("VB", "VBN", "VBG")) or here.i < here.head.i:
            break
        here = here.head
        modal = next((child.lower_ for child in here.lefts if child.dep_ == "aux" and child.tag_ == "MD"), "")
        if modal:
            return "" if adds and modal not in _OUGHT else _WHOLE.get(modal, modal)
    return ""


def is_order(root: Token) -> bool:
    """Whether a sentence with this root is an order or a request."""
    if root.tag_ != "VB" or has_subject(root):
        return False
    if said_by_misread(root) is not None or is_announced_order(root):
        return False
    return not any(child.dep_ in ("aux", "auxpass") and child.tag_ != "VB" for child in root.children)


def is_announced_order(root: Token) -> bool:
    """*The plan was simple: build a dam*: the order tells what the plan was."""
    if root.tag_ != "VB" or has_subject(root):
        return False
    return any(
        child.dep_ in ("ccomp", "parataxis")
        and is_finite(child)
        and has_subject(child)
        and any(word.text == ":" for word in root.doc[child.right_edge.i : root.i])
        for child in root.lefts
    )


def said_by_misread(root: Token) -> Token | None:
    """The verb of saying below a name that was read as an order: *Grant adviser Ann Lee said …*."""
    if root.tag_ != "VB" or root.i != root.sent.start or root.lower_ == "let":
        return None
    return next(
        (
            child
            for child in root.children
            if child.dep_ == "ccomp" and child.lower_ in SAYING and child.tag_ in FINITE and has_subject(child)
        ),
        None,
    )


def comma_before(token: Token) -> bool:
    """Whether a comma, dash or bracket stands before the word's phrase."""
    left = token.left_edge.i
    if left <= token.sent.start:
        return False
    before = token.doc[left - 1].text
    return before in (",", "(", ";", ":") or before in DASHES


def comma_after(token: Token) -> bool:
    """Whether a comma, dash or bracket stands after the word's phrase."""
    right = token.right_edge.i + 1
    if right >= token.sent.end:
        return False
    after = token.doc[right].text
    return after in (",", ")", ";") or after in DASHES


def has_figure(token: Token) -> bool:
    """Whether something in the phrase can be looked up as a figure."""
    return any(word.ent_type_ in FIGURES and not _is_one_of_several(word) for word in token.subtree)


def _is_one_of_several(word: Token) -> bool:
    """The first word of *one of these boats*, which counts nothing; *one of the oldest* has a rank to look up."""
    behind = [near.lower_ for near in word.doc[word.i + 1 : word.i + 3]]
    return word.lower_ == "one" and len(behind) > 1 and behind[0] == "of" and behind[1] in _WHOSE


def size(token: Token) -> int:
    """Tokens from the first to the last word of the phrase."""
    return token.right_edge.i - token.left_edge.i + 1

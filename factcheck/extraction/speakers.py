"""Who says it: what has a speaker, a verb, a noun for words or *according to*, and the words for whom it has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.extraction.attributions import is_as_told
from factcheck.extraction.beginnings import source_end
from factcheck.extraction.cues import (
    BELIEVING,
    CLAIMS,
    INSTITUTIONS,
    QUOTING,
    SAYING,
    UTTERANCES,
    WORDS_OF,
)
from factcheck.extraction.grammar import FIGURES, TENSED, VERBAL, is_finite, is_noun, word_of
from factcheck.extraction.speaker_names import name_of
from factcheck.extraction.subjects import agent, can_speak, issuer, passed_on, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORDING: Final = frozenset({"words", "view", "opinion", "telling", "eyes", "estimation"})
"""What somebody says is told *in*, as in *in the words of the mayor*."""
_RECKONING: Final = frozenset({"admission", "account", "reckoning", "estimate", "estimates", "count", "telling"})
"""What something is so *by*, as in *by her own admission*."""
_REPUTED: Final = frozenset({"said", "reported", "believed", "thought", "known", "understood", "alleged", "rumoured"})
_BELONGING: Final = frozenset({"with", "from", "at", "for"})
"""What joins somebody's name to the body or the place that they are of."""
_BODIES: Final = frozenset({"ORG", "GPE", "LOC", "FAC", "DATE"})
_PRONOUNS: Final = frozenset({"he", "she", "they", "it", "who", "that", "which"})


@dataclass(frozen=True, slots=True)
class Speech:
    """A cue in a parsed text, with its speaker."""

    cue: str
    start: int
    """First token of the speaker's name; equal to ``end`` when nobody is named."""
    end: int
    head: int
    """The token that the name hangs on, -1 when nobody is named."""
    relative: int = -1
    """The *who* that stands for the name beside the cue, -1 where none does."""


def claimed(noun: Token) -> tuple[Token, Speech] | None:
    """What somebody's claim says, *Ann Lee's claim that the dam leaked*, and whose it is."""
    if noun.lower_ not in CLAIMS:
        return None
    content = next((one for one in noun.rights if one.dep_ in ("acl", "relcl", "ccomp") and _is_told(one)), None)
    if content is None and _is_followed(noun):
        content = noun.nbor().head
    who = issuer(noun) if content is not None else None
    if content is None or who is None:
        return None
    start, end = name_of(who)
    return content, Speech(noun.text, start, end, who.i)


def stated(noun: Token) -> Token | None:
    """What is told as given: *the fact that the dam leaked*."""
    if noun.lower_ != "fact":
        return None
    return next((one for one in noun.rights if one.dep_ in ("acl", "relcl", "ccomp") and _is_told(one)), None)


def _is_followed(noun: Token) -> bool:
    """*She asked about Lee's claim that the dam leaked*, wherever the parser hung what is claimed."""
    if noun.i + 1 >= noun.sent.end or not any(child.dep_ == "poss" for child in noun.lefts):
        return False
    mark = noun.nbor()
    leads = mark.lower_ == "that" and mark.dep_ == "mark" and mark.head.i > mark.i
    return leads and not mark.nbor().is_punct and _is_told(mark.head)


def _is_told(clause: Token) -> bool:
    """A whole statement behind *that*, not a relative clause in which *that* is the subject."""
    return (
        clause.left_edge.lower_ == "that"
        and is_finite(clause)
        and any(child.dep_ in ("nsubj", "nsubjpass", "expl") and child != clause.left_edge for child in clause.lefts)
    )


def uttered(noun: Token) -> Speech | None:
    """Whose words a noun for words tells of: *Lee's promise of “free college”*, *their chants of “peace”*."""
    who = issuer(noun) if noun.lower_ in CLAIMS or noun.lower_ in WORDS_OF else None
    if who is None:
        return None
    start, end = name_of(who)
    return Speech(noun.text, start, end, who.i)


def speech(verb: Token) -> Speech:
    """The cue and its speaker."""
    verb = passed_on(verb) or verb
    who = subject(verb) or _reputed(verb) or _before_cue(verb)
    if who is None or who.i >= len(verb.doc):
        return Speech(verb.text, verb.i, verb.i, -1)
    start, end = name_of(who)
    relative = next((child.i for child in verb.lefts if child.dep_ == "nsubj" and word_of(child) == "who"), -1)
    return Speech(verb.text, start, end, who.i, relative)


def _reputed(verb: Token) -> Token | None:
    """Who *is said to have asked* something: the passive tells of the speaker, not of a hearer."""
    acts = any(child.dep_ == "xcomp" and any(one.tag_ == "TO" for one in child.lefts) for child in verb.rights)
    who = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    return who if acts and verb.lower_ in _REPUTED else None


def _before_cue(verb: Token) -> Token | None:
    """The noun right before a finite verb of saying, for where the parse gives it no subject."""
    if verb.lower_ not in QUOTING or verb.tag_ not in TENSED or verb.i == verb.sent.start:
        return None
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return None
    who = verb.nbor(-1)
    closed = who.text == ","
    while who.i > verb.sent.start and (who.pos_ == "ADV" or (who.text == "," and closed)):
        who = who.nbor(-1)
    while is_noun(who) and is_noun(who.head) and who.head.i < verb.i:
        joins = who.dep_ == "compound" or (who.dep_ == "appos" and closed)
        pair = who.dep_ == "conj" and not any(word.text == "," for word in verb.doc[who.head.i : who.i])
        if not (joins or pair):
            break
        who = who.head
    if who.dep_ in ("pobj", "dobj") and closed:
        return _introduced(who)
    who = _of_body(who)
    return who if is_noun(who) and (verb.lower_ in SAYING or can_speak(who)) else None


def _introduced(word: Token) -> Token | None:
    """The name that an apposition ending in a word tells of: *Ann Lee, the head of the yard, said*.

    There is none in *Ann Lee, at the dam on the river, said*.
    """
    introduces = False
    while word.dep_ in ("pobj", "prep", "conj", "appos"):
        introduces = introduces or word.dep_ == "appos"
        word = word.head
    return word if introduces and word.pos_ == "PROPN" else None


def _of_body(name: Token) -> Token:
    """Who speaks of those that a name may belong to: *Captain Ann Lee with the Harbour Police said …*."""
    joins = name.head
    if name.dep_ != "pobj" or joins.lower_ not in _BELONGING or joins.i <= name.sent.start:
        return name
    who = joins.nbor(-1)
    return who if who.pos_ == "PROPN" and who.ent_type_ not in _BODIES else name


def according(token: Token) -> Speech | None:
    """The speaker of ``according to``, ``in the words of``, ``by her account`` or ``as reported by``, at its token."""
    word = token.lower_
    if word == "in":
        return _worded(token, _WORDING)
    if word == "by":
        return _reckoned(token)
    if word == "per":
        return _per(token)
    if is_as_told(token):
        who = agent(token)
        return None if who is None else Speech(token.text, *name_of(who), who.i)
    if word != "according":
        return None
    to = next((child for child in token.children if child.lower_ == "to"), None)
    if to is None and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        to = token.nbor()
    objects = [] if to is None else [child for child in to.children if child.dep_ in ("pobj", "pcomp", "dobj")]
    if to is None or not objects:
        return None
    who, *others = objects
    # *to curator Ann Lee*, where role and name were read as two
    who = next((one for one in others if one.ent_type_ == "PERSON" and one.left_edge.i == who.i + 1), who)
    start, end = name_of(who)
    stop = source_end(token) or end
    if start >= stop:
        start = to.i + 1  # *according to the aide, Ann Lee left*, read as the aide's name
    return Speech("according to", start, min(end, stop), who.i)


def _per(preposition: Token) -> Speech | None:
    """*Per the party's rules*, not *per hour*: what names a paper or a speaker is definite."""
    who = next((child for child in preposition.rights if child.dep_ == "pobj"), None)
    if who is None or who.ent_type_ in FIGURES:
        return None
    definite = any(child.dep_ == "poss" or child.lower_ == "the" for child in who.lefts)
    if not (who.ent_type_ in ("PERSON", "ORG") or (definite and can_speak(who))):
        return None
    start, end = name_of(who)
    return Speech(preposition.text, start, end, who.i)


def _worded(preposition: Token, nouns: frozenset[str]) -> Speech | None:
    noun = next((child for child in preposition.rights if child.dep_ == "pobj" and child.lower_ in nouns), None)
    if noun is None:
        return None
    of = next((child for child in noun.rights if child.lower_ == "of"), None)
    who = issuer(noun) if of is None else next((child for child in of.children if child.dep_ == "pobj"), None)
    if who is None:
        return None
    start, end = name_of(who)
    return Speech(noun.text, start, end, who.i)


def _reckoned(preposition: Token) -> Speech | None:
    """*By the mayor's own count*, not *by a count of 40 to 4*, and not where what is counted was hung on it."""
    noun = next((child for child in preposition.rights if child.dep_ == "pobj"), None)
    if noun is None or noun.pos_ == "PROPN" or preposition.dep_ == "agent":
        return None
    if any(word.text == "," for word in preposition.subtree):
        return None
    said = _worded(preposition, _RECKONING)
    whose = said is not None and (any(child.dep_ == "poss" for child in noun.lefts) or can_speak(noun.doc[said.head]))
    return said if whose else None


def below_according(token: Token) -> bool:
    """Whether a word belongs to what ``according to`` and its like say of the speaker."""
    heads = (above for above in token.ancestors if above.lower_ in ("according", "in", "by") or is_as_told(above))
    return any(according(head) is not None for head in heads)


def named_for(pronoun: Token) -> Token | None:
    """Who tells what a pronoun's words stand in, and is whom it may mean: *Lee said the dam, which she called “old”*.

    A clause beside what is told, *Lee spoke when she was asked*, is not in it.
    """
    here, told = pronoun.head, False
    while here.dep_ not in ("parataxis", "advcl", "ROOT"):
        told = told or here.dep_ != "conj"
        here = here.head
        who = subject(here) if here.pos_ in VERBAL else None
        if who is None or who.i >= pronoun.i or who.lower_ in _PRONOUNS:
            continue
        tells = here.lower_ in QUOTING or here.lower_ in BELIEVING
        body = who.lower_ in INSTITUTIONS or (who.ent_type_ == "ORG" and pronoun.lower_ in ("it", "they"))
        means = (
            (body or who.tag_ in ("NNS", "NNPS"))
            if pronoun.lower_ == "they"
            else body == (pronoun.lower_ == "it") and who.tag_ in ("NN", "NNP") and who.lower_ not in UTTERANCES
        )
        if means:
            return who if told and tells else None
    return None

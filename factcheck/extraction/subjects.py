"""Who does what a verb tells, and whose a statement is: what the parse says of it, and where it is known to err."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.extraction.beginnings import first, is_main_misread, subject_in_list
from factcheck.extraction.cues import (
    ANONYMOUS,
    BELIEVING,
    INSTITUTIONS,
    NAMING,
    OFFICES,
    QUOTING,
    SAYING,
    TITLES,
    UTTERANCES,
    UTTERING,
)
from factcheck.extraction.grammar import (
    FINITE,
    comma_before,
    has_subject,
    is_finite,
    is_noun,
    nominal_subject,
    stands_in,
)
from factcheck.extraction.words import verbs, words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_TELLING: Final = SAYING | BELIEVING
"""Verbs of which nobody is the subject who can neither speak nor think."""
_SUBJECTS: Final = frozenset({"nsubj", "csubj"})
_WRITING: Final = verbs("email text") | words("tell tells told write writes wrote written")
"""Verbs whose object is who hears it."""
_HEARING: Final = words("asked told questioned")
"""Participles that are said of who hears it."""
_TOLD: Final = words("told asked advised assured informed notified promised reminded warned urged")
"""Participles whose subject may be who hears it."""
_UNCHANGED: Final = words("bet burst cast cost cut hit hurt let put quit set shed shut split spread")
"""Verbs whose past tense is no other word: *it would lower the rent and cut the fee*."""
_MAKING: Final = verbs(
    "force compel oblige prompt lead cause drive persuade convince induce provoke spuR move inspire get"
) | words("led drove driven got gotten getting")
"""Verbs that with an object and an infinitive tell that somebody did it; *asked them to say so* does not."""
_NOTHING: Final = words("nothing nobody none no neither few little")
"""With what a subject begins of which nobody is made to do anything."""
_GOING: Final = verbs("go") | words("goes went gone")
_PASSING: Final = verbs("quote cite report record hear paraphrase") | words("heard")
"""Verbs with which a paper passes on what somebody else said: *quoted him as saying*."""
_BRINGING: Final = verbs("lodge submiT level prepare draft sign") | words(
    "brought brings bring levelled drew draws drawn"
)
"""Verbs of those whose charge or paper it is, beside those of uttering."""
_FEELINGS: Final = words("hope hopes fear fears doubt doubts concern concerns suspicion suspicions confidence")
_RAISING: Final = verbs("raise")
_CITING: Final = verbs("quote cite")
"""Those of them that do so without *as*, too: *quoted him saying*."""
_PERCENT: Final = words("percent % percentage")
_RATIO: Final = 4
"""Words that tell the longest ratio: *three out of four*."""
_FRACTIONS: Final = words("half third thirds quarter quarters fifth fifths tenth tenths")
_THINGS: Final = frozenset({"GPE", "LOC", "FAC", "ORG", "DATE"})
"""Labels of what is never *who*."""


def subject(verb: Token) -> Token | None:
    """The token that a verb's action is told of, through co-ordination and participles up to four heads."""
    here = verb
    shown = verb.nbor(-1) if verb.i else verb
    if verb.tag_ == "VBG" and shown.text[:1].isupper() and shown.dep_ == "pobj" and shown.head.lower_ == "of":
        whole = shown.head.head
        return whole if is_share(whole) else shown  # *footage of Ann Lee asking*, *a third of Texans asking*
    if hears(verb) or any(child.dep_ == "auxpass" and child.tag_ == "VBG" for child in verb.lefts):
        return agent(verb)  # *she talks about being called “Lady”*
    if verb.dep_ == "xcomp" and verb.tag_ == "VB" and (made := _object_of(verb)) is not None:
        return made
    if (quoted := _passing_on(verb)) is not None:
        return quoted
    for _ in range(4):
        found = [child for child in here.children if child.dep_ in _SUBJECTS and not stands_in(child.head)]
        if not found and here == verb:
            # *council records show*, read as three nouns, and *about 4 in 10 say*
            found = [child for child in here.lefts if child.dep_ in ("compound", "nummod") and child.i == here.i - 1]
            listed = subject_in_list(here, here.i) if here.dep_ == "conj" and here.left_edge == here else None
            if listed is not None and can_speak(listed):
                return listed  # *it burned the mill and the yard and police said*
        passive = [child for child in here.children if child.dep_ == "nsubjpass"]
        if passive and here == verb and not found and not is_perfect(here):
            return agent(here)
        if found or passive:
            # where the parser sees two subjects, one is a part of the other's title; *she was quoted as saying* is hers
            before = [one for one in found or passive if one.i < here.i] or found or passive
            child = next((one for one in found if one.ent_type_ == "PERSON"), before[-1])
            child = _behind_gerund(child, here) or child
            if (
                here != verb
                and (here.dep_ == "ccomp" or here.left_edge.lower_ == "that")
                and (verb.lower_ in _TELLING or verb.lower_ in NAMING)
                and not can_speak(child)
                and child.pos_ == "NOUN"
            ):
                here = here.head  # *Lee believes the dam will hold, and hopes …*, *denied that it leaked, calling it …*
                continue
            if here == verb.head and (nearer := _behind_relative(verb, child)) is not None:
                return nearer
            return _antecedent(child, here.head) if child.tag_ in ("WP", "WDT") and here.dep_ == "relcl" else child
        if is_main_misread(here):
            name = here.nbor(-2)
            return name if name.ent_type_ == "PERSON" else here.head
        if here.dep_ == "acl" and here.tag_ == "VBG":
            return _of_participle(here)
        if here.dep_ not in ("conj", "advcl", "xcomp", "pcomp", "ccomp", "prep", "dep") or here.head == here:
            return None
        teller = resumed(here) or (_adds_to(here) if here.lower_ in SAYING else None)
        here = teller or here.head
        while here.pos_ in ("NOUN", "PROPN", "ADP") and here.dep_ in ("dobj", "pobj", "prep"):
            here = here.head  # *wrote a letter without saying…*
        if here.lower_ == "far" and farthest(here.head) != here.head:
            here = here.head  # *went so far as to say*, not *did not go so far*
    return None


def passed_on(verb: Token) -> Token | None:
    """The *saying* of *the paper quoted him as saying that it leaked*, *quoted him saying so*, *he was quoted as …*."""
    if verb.lower_ not in _PASSING:
        return None
    below = (below for child in verb.rights if child.lower_ == "as" for below in child.children)
    bare = (
        child for child in verb.rights if child.tag_ == "VBG" and verb.lower_ in _CITING and not comma_before(child)
    )
    return next((one for one in (*below, *bare) if one.lower_ in SAYING), None)


def _passing_on(saying: Token) -> Token | None:
    """Whose words a paper passes on, where it tells whose."""
    verb = saying.head.head if saying.head.lower_ == "as" else saying.head
    if passed_on(verb) != saying:
        return None
    whose = next((child for child in verb.rights if child.dep_ == "dobj" and child.i < saying.i), None)
    if whose is None or whose.ent_type_ == "PERSON":
        return whose
    # *quoted the head of the yard, Ann Lee, as saying*, where the parser hung the name on the verb
    beside = (child for child in verb.rights if child.dep_ == "npadvmod" and child.ent_type_ == "PERSON")
    return next((child for child in beside if child.i < saying.i), whose)


def _behind_relative(participle: Token, who: Token) -> Token | None:
    """*The charge is in a letter that Lee wrote, claiming that it leaked*: the charge, to which it was hung, cannot."""
    end = participle.left_edge.i - 2
    adds = participle.tag_ == "VBG" and participle.dep_ == "advcl" and participle.lower_ in _TELLING
    if not adds or end < 1 or not comma_before(participle) or who.pos_ != "NOUN" or can_speak(who):
        return None
    near = participle.doc[end]
    above = (one for one in (near, *near.ancestors) if one.dep_ in ("relcl", "acl") and one.right_edge.i == end)
    clauses = (one for one in above if one.lower_ in UTTERING or one.lower_ in _BRINGING)
    teller = next((nominal_subject(one) for one in clauses), None)
    return teller if teller is not None and can_speak(teller) else None


def _behind_gerund(act: Token, verb: Token) -> Token | None:
    """*Speaking to the paper, a friend said …*: who speaks, where the speaking was read as the subject."""
    if act.dep_ != "csubj" or act.tag_ != "VBG":
        return None
    things = (word for word in act.subtree if is_noun(word) and word.right_edge.i + 1 == verb.i)
    return next((word for word in things if comma_before(word)), None)


def is_made(infinitive: Token) -> bool:
    """Whether somebody is made to do it, and so does it: *the leak forced the mayor to admit that …*.

    What *nothing led him to say* was not said.
    """
    verb = infinitive.head
    if infinitive.dep_ != "xcomp" or infinitive.tag_ != "VB" or verb.lower_ not in _MAKING:
        return False
    who = nominal_subject(verb)
    denied = any(child.dep_ == "neg" for one in (verb, infinitive) for child in one.children) or (
        who is not None and who.left_edge.lower_ in _NOTHING
    )
    return (verb.tag_ == "VBG" or is_finite(verb)) and not denied and _object_of(infinitive) is not None


def _object_of(infinitive: Token) -> Token | None:
    """Whom somebody makes say something."""
    made = next((child for child in infinitive.head.rights if child.dep_ == "dobj" and child.i < infinitive.i), None)
    if made is None:
        return None
    if infinitive.head.lower_ in _MAKING and (can_speak(made) or made.lower_ in ("him", "her", "them")):
        return made
    named = made.pos_ == "PROPN" or any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in made.rights)
    return made if named or _is_human(made) else None


def farthest(verb: Token) -> Token:
    """The *say* of *went so far as to say*, *went as far as saying*; the verb itself where nobody goes so far."""
    far = next((child for child in verb.rights if child.lower_ == "far"), None) if verb.lower_ in _GOING else None
    leads = None if far is None else next(iter(far.doc[far.i + 1 : far.i + 2]), None)
    if leads is None or leads.lower_ != "as" or any(child.dep_ == "neg" for child in verb.lefts):
        return verb
    below = [leads.head] if leads.dep_ == "mark" else leads.rights
    return next((one for one in below if one.tag_ in ("VB", "VBG")), verb)


def is_perfect(verb: Token) -> bool:
    """*Who's argued that it leaked*, read as a passive, though its subject hears nothing.

    *It's said that it leaked* is one, and says not by whom.
    """
    if verb.lower_ not in SAYING or verb.lower_ in _TOLD or any(child.lower_ == "it" for child in verb.lefts):
        return False
    short = any(child.dep_ == "auxpass" and child.lower_ == "'s" for child in verb.lefts)
    return short and any(child.dep_ in ("ccomp", "dobj") for child in verb.rights)


def hears(participle: Token) -> bool:
    """*Asked whether it leaked, the mayor said no*: the participle is passive, and whom it belongs to asks nothing."""
    return (
        participle.lower_ in _HEARING
        and participle.dep_ == "advcl"
        and participle.tag_ in ("VBN", "VBD")
        and not any(child.dep_ in ("aux", "nsubj", "dobj") for child in participle.children)
    )


def _antecedent(pronoun: Token, noun: Token) -> Token:
    """Whom *who* means: not the place or body that the parser hung it on, *an analyst at the bank, who said*."""
    while pronoun.lower_ == "who" and noun.dep_ == "pobj" and not _is_human(noun):
        above = noun.head.head
        above = above.head if above.pos_ == "ADJ" else above  # *an aide familiar with the plan, who said*
        if not is_noun(above) or not (noun.ent_type_ in _THINGS or _is_human(above)):
            break
        noun = above
    named = noun.head.pos_ == "PROPN" and noun.head.ent_type_ not in _THINGS
    if pronoun.lower_ == "who" and noun.dep_ == "appos" and named:
        return noun.head  # *Ann Lee, the head of the yard, who said …*
    return noun


def _is_human(noun: Token) -> bool:
    """Whether a noun is known to be said of people."""
    return noun.ent_type_ in ("PERSON", "NORP") or noun.lower_ in ANONYMOUS or noun.lower_ in TITLES


def can_speak(who: Token) -> bool:
    """Whether a noun or pronoun means somebody, or a body or paper, that can say something."""
    word = who.lower_
    return (
        who.ent_type_ in ("PERSON", "ORG", "NORP", "GPE")
        or word in ("he", "she", "they")
        or word in ANONYMOUS
        or word in INSTITUTIONS
        or word in OFFICES
        or word.removesuffix("s") in TITLES
        or any(child.dep_ == "appos" and child.ent_type_ == "PERSON" for child in who.rights)
    )


def _adds_to(verb: Token) -> Token | None:
    """The verb of saying that *adding that…* or *and urged that…* goes on with, when it hangs on what is said."""
    if verb.dep_ not in ("advcl", "conj"):
        return None
    above = verb.head
    aside = next((child for child in above.children if child.dep_ == "parataxis" and child.lower_ in SAYING), None)
    while aside is None and above.dep_ in ("ccomp", "xcomp", "conj", "acl", "dobj") and above.head != above:
        if above.dep_ != "conj" and above.head.lower_ in QUOTING and above.head.pos_ == "VERB":
            return above.head
        above = above.head
    return aside


def resumed(verb: Token) -> Token | None:
    """The verb of saying whose subject goes on, where the parser hung what they did on what they said.

    *The mayor told them that it was safe, and went home*: a comma parts it from what is said, or its tense does, or it
    tells of words itself and what stands before it is no speaker.
    """
    if verb.dep_ != "conj" or has_subject(verb) or not is_past(verb):
        return None
    told = verb.head
    while told.dep_ in ("conj", "ccomp", "xcomp", "acl", "advcl") and told.head != told:
        above = told.head
        if told.dep_ == "ccomp" and told.i > above.i and above.lower_ in SAYING and above.pos_ == "VERB":
            break
        told = above
    teller = told.head
    if teller == told or told.dep_ != "ccomp" or teller.lower_ not in SAYING or not is_past(teller):
        return None
    cut = first(verb)
    joins = cut > told.i and verb.nbor(cut - 1 - verb.i).dep_ == "cc"
    if not joins or not has_subject(teller) or not is_finite(told) or ends_list(verb, told):
        return None
    parted = verb.nbor(cut - 2 - verb.i).text == "," and verb.head.dep_ != "conj"
    if verb.lower_ in SAYING or verb.lower_ in QUOTING:
        return teller if parted or not _may_tell(told) else None
    if verb.lower_ in _UNCHANGED and not parted and any(child.tag_ == "MD" for child in told.lefts):
        return None
    return teller if (parted and told.left_edge.lower_ == "that") or not is_past(told) else None


def ends_list(verb: Token, told: Token) -> bool:
    """Whether the *and* before a verb is the first one in a list of what is told: *said he fell, called, and swam off*.

    *Said the mill burned, denied blame, and left* tells what who says so did: no mill denies anything.

    Args:
        verb: Co-ordinated, without a subject.
        told: The first verb of what is told.
    """
    doc, start = verb.doc, first(verb)
    between = doc[told.i + 1 : start - 1]
    if start < 2 or doc[start - 1].lower_ != "and" or doc[start - 2].text != "," or not is_past(verb):
        return False
    listed = [
        word
        for word in between
        if word.tag_ in ("VBD", "VBN")
        and word.left_edge == word
        and doc[word.i - 1].text == ","
        and (word.head == told if word.dep_ in ("conj", "advcl") else word.dep_ == "ccomp" and word.head == told.head)
        and not any(child.dep_ == "agent" for child in word.rights)
    ]
    who = nominal_subject(told)
    if who is not None and not can_speak(who) and any(word.lower_ in SAYING for word in (verb, *listed)):
        return False
    return bool(listed) and not any(word.dep_ == "cc" and word.head in (told, *listed) for word in between)


def is_past(verb: Token) -> bool:
    """*Went*, *did not go*, *had gone*: what agrees with *said*."""
    forms = [verb, *(child for child in verb.lefts if child.dep_ in ("aux", "auxpass"))]
    finite = next((form for form in sorted(forms) if form.tag_ in FINITE), None)
    return finite is not None and finite.tag_ == "VBD"


def _may_tell(verb: Token) -> bool:
    """Whether the subject of a clause is somebody other than who tells it, and may say something."""
    who = nominal_subject(verb)
    return (
        who is not None
        and who.pos_ != "PRON"
        and (_is_human(who) or who.ent_type_ == "ORG" or who.lower_ in INSTITUTIONS)
    )


def _of_participle(participle: Token) -> Token | None:
    """Who says what follows in *a statement saying* and in *winked at the crowd, saying*."""
    noun = participle.head
    if not is_noun(noun):
        return None
    carrier = noun if noun.lower_ in UTTERANCES or noun.dep_ != "pobj" else noun.head.head
    if noun.dep_ == "pobj" and carrier.pos_ == "VERB":
        # *sent an email to members saying*
        carrier = next((child for child in carrier.rights if child.dep_ == "dobj" and child.i < noun.i), carrier)
    if carrier.lower_ in UTTERANCES:
        return issuer(carrier) or carrier
    if noun.dep_ == "dobj" and noun.head.lower_ in _WRITING and participle.lower_ in SAYING:
        return subject(noun.head)  # *emailed supporters saying*
    thing = noun.dep_ == "pobj" and noun.pos_ != "PROPN" and not can_speak(noun)
    if thing or (noun.dep_ in ("pobj", "dobj") and comma_before(participle)):
        # *at one point calling her a liar*, and *left the hall, saying*
        verb = next((above for above in noun.ancestors if above.pos_ == "VERB" and above.dep_ != "pcomp"), None)
        return (subject(verb) if verb is not None else None) or noun
    return noun


def is_share(who: Token) -> bool:
    """*40 percent of the voters*, *six in ten*, *half of them*: a share, which is what their saying so tells."""
    if who.ent_type_ == "PERCENT" or who.lower_ in _PERCENT:
        return True
    if who.lower_ in _FRACTIONS:
        told = any(child.lower_ == "of" for child in who.rights) or any(child.like_num for child in who.lefts)
        return told and not any(child.dep_ == "amod" for child in who.lefts)  # *the second half of the book*
    return any(ratio(who.doc[at : at + _RATIO]) for at in range(who.left_edge.i, who.i + 1))


def ratio(words: Span) -> int:
    """How many words tell a ratio from the first one on: *six in ten*, *three out of four*; 0 where none do."""
    between = 2 if words[1:3].text.lower() == "out of" else 1
    if len(words) < between + 2 or not (words[0].like_num and words[between + 1].like_num):
        return 0
    return between + 2 if between > 1 or words[1].lower_ == "in" else 0


def issuer(noun: Token) -> Token | None:
    """Whose a statement, report or claim is: *her claim*, *a report by the firm*, *the firm issued a statement*."""
    if noun.dep_ in ("dobj", "nsubjpass") and noun.head.lower_ in UTTERING:
        return None if _is_stirred(noun) else subject(noun.head)
    if noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.lower_ in QUOTING:
        return subject(noun.head.head)
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            return next((below for below in child.children if below.dep_ == "pobj"), None)
        if child.dep_ == "acl" and child.lower_ in UTTERING and (doer := agent(child)) is not None:
            return doer
    return None


def _is_stirred(noun: Token) -> bool:
    """*The find raised hopes that it holds*: they are anybody's, not those of what raised them."""
    return noun.lower_ in _FEELINGS and noun.head.lower_ in _RAISING


def agent(verb: Token) -> Token | None:
    """By whom it is done, in the passive."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((token for token in child.children if token.dep_ == "pobj"), None)
    return None

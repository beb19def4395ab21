"""Reported speech: which verbs report, and which clauses are what they report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.extraction.attributions import hangs_loose, is_address, is_as_said, is_found_between
from factcheck.extraction.beginnings import is_change_misread, is_clause_misread
from factcheck.extraction.cues import (
    BELIEVING,
    CLAIMS,
    DENYING,
    FINDING,
    INSTITUTIONS,
    PAPERS,
    SAYING,
    TELL,
    TELLING,
    UTTERANCES,
    WORDS_OF,
)
from factcheck.extraction.grammar import (
    DASHES,
    FINITE,
    VERBAL,
    comma_before,
    has_subject,
    is_finite,
    is_noun,
    is_possible,
    lacks_object,
    nominal_subject,
    stands_in,
)
from factcheck.extraction.speakers import speech
from factcheck.extraction.subjects import agent, can_speak, farthest, is_perfect, passed_on, subject
from factcheck.extraction.views import made_clear
from factcheck.extraction.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

_HELPING: Final = words("""
    go goes went gone going continue continues continued continuing begin begins began begun proceed proceeded proceeds
    forced compelled obliged
""")
"""Verbs that with an infinitive of saying tell that it was said."""
_NOBODY: Final = words("nobody none neither few no-one")
_DEMANDED: Final = words(
    "show prove demonstrate declare certify swear attest state indicate guarantee promise ensure pledge"
)
_NEEDING: Final = words("have has had need needs needed required asked obliged ordered told forced")
_EVENT: Final = words("it this that these which")
"""What stands for an event, of which only a verb of telling makes a speaker."""
_ADDING: Final = words("add adds added adding share shares shared sharing charge charges charged charging")
"""Verbs of saying that with an object tell of another act."""
_WHOLE: Final = frozenset({"aux", "dobj", "attr", "acomp", "expl", "xcomp", "ccomp"})
"""What makes a clause whole, so that the noun before it is no part of it."""
_TELLS: Final = words(
    "warn warns warned warning remind reminds reminded reminding assure assures assured assuring inform"
)
"""Verbs whose object is who hears what they tell."""
_SAY: Final = words("say says said saying")
_SAYABLE: Final = words("""
    word words line lines name names phrase phrases sentence sentences prayer prayers grace mass rosary poem goodbye
    goodbyes farewell farewells hello hellos thanks thing things something anything everything nothing lot bit
""")
"""What is said as it is, or is no more than that something is said."""
_FEELING: Final = words("feel feels felt feeling think thinks thought")
_POINTING: Final = words("point points pointed pointing")


def is_cue(token: Token, *, quoted: bool) -> bool:
    """Whether a verb reports speech or thought. Inside a quotation the speaker's own *I think* does not."""
    word = token.lower_
    verbal = token.pos_ in VERBAL or is_cue_misread(token)
    if not verbal or (word not in SAYING and word not in BELIEVING):
        return False
    if word in _POINTING and not any(child.lower_ == "out" for child in token.rights):
        return False  # *she pointed to the dam*
    if word in BELIEVING and is_possible(token):
        return False  # *readers can expect that it ends well*
    passive = any(child.dep_ == "nsubjpass" and child.lower_ != "it" for child in token.children)
    if passive and agent(token) is None and not is_perfect(token):
        return False  # *she was told that…* has a hearer and no speaker
    told_before = any(child.dep_ == "ccomp" for child in token.lefts)
    if told_before and any(child.dep_ == "auxpass" for child in token.lefts) and not has_subject(token):
        return False  # *she left, was recalled and left again*, where the first half was read as what is said
    who = subject(token)
    if who is not None and who.left_edge.lower_ == "something":
        return False  # *it leaked, something the mayor denies*, read as one who denies
    if who is not None and who.dep_ == "csubj" and who.left_edge.lower_ == "what":
        return False  # *what they found suggests that it leaked*
    if who is not None and who.lower_ in ("i", "we", "you"):
        return False
    if who is not None and who.lower_ in _EVENT and token.lower_ not in TELLING:
        return False  # *that suggested the dam leaked* is one claim
    return not quoted


def is_cue_misread(noun: Token) -> bool:
    """*Young predicts that it will leak*, read as two nouns."""
    return (
        noun.tag_ == "NNS"
        and noun.dep_ == "ROOT"
        and any(child.dep_ == "compound" and child.i == noun.i - 1 for child in noun.lefts)
        and any(child.left_edge.lower_ == "that" and child.left_edge.dep_ == "mark" for child in noun.rights)
    )


def saying(verb: Token) -> Token:
    """The cue below a verb that only helps it: *went on to say*, *was forced to admit*, *was quoted as saying*."""
    if (far := farthest(verb)).lower_ in SAYING:
        return far
    for child in verb.rights:
        if (
            child.dep_ in ("xcomp", "advcl")
            and child.tag_ == "VB"
            and verb.lower_ in _HELPING
            and child.lower_ in SAYING
        ):
            return child
    return passed_on(verb) or verb


def is_denied(verb: Token) -> bool:
    """*Police did not say who paid*, *the firm denies that it leaked*: what was not said, or is said not to be so.

    That is a claim as a whole: its second half alone would say the contrary.
    """
    if verb.lower_ in DENYING or _is_demanded(verb):
        return True
    who = subject(verb)
    return any(child.dep_ == "neg" for child in verb.children) or (who is not None and who.lower_ in _NOBODY)


def _is_demanded(verb: Token) -> bool:
    """*Workers must show that they are sober*, *had to prove that it was theirs*: nobody says so yet."""
    if verb.lower_ not in _DEMANDED:
        return False
    needs = verb.head if verb.dep_ == "xcomp" and verb.head.lower_ in _NEEDING else None
    return needs is not None or any(child.dep_ == "aux" and child.lower_ in ("must", "should") for child in verb.lefts)


def finds(verb: Token) -> bool:
    """Whether a paper or a body finds something: *the report found "no trace of a leak"*."""
    who = subject(verb) if verb.lower_ in FINDING else None
    return who is not None and who.lower_ in INSTITUTIONS


def has_found(verb: Token) -> bool:
    """``…, the records show`` behind what they show, *the records show that …*, or *the crew found, “…”*."""
    who = subject(verb) if verb.lower_ in FINDING else None
    if who is None or not is_noun(who) or (who.lower_ not in PAPERS and _is_event(who, verb)):
        return False
    if without_that(verb) is not None or _share_found(verb) is not None:
        return True
    behind = any(
        child.dep_ == "ccomp" and child.right_edge.i < who.left_edge.i and is_finite(child) for child in verb.lefts
    )
    return behind or any(
        child.dep_ == "ccomp"
        and (
            child.left_edge.lower_ == "that"
            or ((who.lower_ in PAPERS or verb.nbor().text == ",") and has_subject(child) and is_finite(child))
        )
        for child in verb.rights
    )


def _is_event(who: Token, verb: Token) -> bool:
    """*The dam breaking shows that it was old*: no speaker, and nobody who did something before it: *it fell, and*."""
    acts = any(child.dep_ == "acl" and child.tag_ == "VBG" and child.i == who.i + 1 for child in who.rights)
    return acts or (verb.dep_ == "conj" and who.head != verb)


def is_said_aside(child: Token, quoted: bool) -> bool:
    """``…, the mayor said, …`` in mid-sentence, and ``as the mayor said``."""
    beside = hangs_loose(child) or is_as_said(child)
    reports = is_cue(child, quoted=quoted) or finds(child) or is_found_between(child)
    return beside and reports and subject(child) is not None


def is_shown_aside(word: Token) -> bool:
    """``…, records show, …`` and ``…, Lee notes, …`` in mid-sentence, where the parser reads two nouns."""
    named = word.dep_ == "appos" and word.lower_ in SAYING
    if not named and word.lower_ not in FINDING:
        return False
    start = word.left_edge.i
    if not word.i > start > word.sent.start or word.i + 1 == len(word.doc):
        return False
    if word.doc[start - 1].text != "," or word.nbor().text != ",":
        return False
    who = word.nbor(-1)
    named = named and who.dep_ == "compound" and who.pos_ == "PROPN"
    return named or (word.lower_ in FINDING and who.lower_ in PAPERS)


def shown_aside(verb: Token, asides: Iterable[Token]) -> Token | None:
    """The *show* of ``…, records show, …`` in a verb's own clause, of all those of its sentence."""
    for word in asides:
        if next((above for above in word.ancestors if above.pos_ == "VERB"), None) == verb:
            joins = word.doc[max(0, word.left_edge.i - 2)].dep_ == "cc"
            return word if verb.i > word.i or not joins else None  # *and, records show,* begins a clause
    return None


def is_told_of(verb: Token) -> bool:
    """``which officials said would hold``: the relative clause is what they say."""
    return (
        verb.dep_ == "relcl"
        and is_cue(verb, quoted=False)
        and any(
            child.dep_ == "ccomp"
            and child.i > verb.i
            and is_finite(child)
            and (not has_subject(child) or child.left_edge.tag_ in ("WDT", "WP") or child.left_edge.i < verb.i)
            for child in verb.children
        )
    )


def contents(verb: Token) -> list[Token]:
    """What a reporting verb reports: the heads of its content clauses."""
    if (clear := made_clear(verb)) is not None:
        return [clear.nbor().head]
    found = [
        child
        for child in verb.children
        if child.dep_ in ("ccomp", "parataxis")
        and is_content(child)
        and not _is_announced_by(child, verb)
        and not (child.dep_ == "parataxis" and is_found_between(child))
    ]
    if found:
        return found
    if verb.head.lower_ == "as" and passed_on(verb.head.head) == verb:
        # *it leaked, Reuters quoted Lee as saying*
        told = [child for child in verb.head.head.lefts if child.dep_ == "ccomp" and is_content(child)]
        if told:
            return told
    bare = without_that(verb) or _told_hearers(verb) or _share_found(verb)
    if bare is not None:
        return [bare]
    if verb.lower_ in _ADDING and any(child.dep_ == "dobj" for child in verb.rights):
        return []  # *he added a third to the price that they paid*
    for token in verb.subtree:
        # a "that" clause that the parser hung on the nearest noun or verb
        beside = token.dep_ in ("ccomp", "relcl", "acl") or (token.dep_ == "advcl" and token.head == verb)
        if token.i <= verb.i + 1 or not beside:
            continue
        edge = token.left_edge
        if edge.lower_ != "that" or edge.i >= token.i or not has_subject(token) or not is_finite(token):
            continue
        if any(word.lower_ in ("so", "such") for word in verb.doc[verb.i : edge.i]):
            continue  # *they fear it so much that they left* tells what came of it
        if token.head != verb and token.head.tag_ == "VBG" and comma_before(token.head) and not comma_before(token):
            continue  # *some pointed to loans, meaning that they owed too much*, not *she said, citing loans, that …*
        above = next((one for one in token.head.ancestors if one.pos_ == "VERB"), verb)
        if token.dep_ != "ccomp" and token.head.lower_ in CLAIMS and above != verb:
            continue  # *they reported it, raising hopes that it holds*
        before = edge.doc[max(0, edge.i - 1)]
        if before.lower_ in CLAIMS and any(child.dep_ == "poss" for child in before.lefts):
            continue  # *they asked about Lee's claim that it holds*
        if _tells_which(token, verb) or _is_of_act(token, verb) or (token.head != verb and lacks_object(token)):
            continue
        relates = any(child == edge and child.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") for child in token.lefts)
        if not relates and not any(other.lower_ in SAYING for other in token.ancestors if other.i > verb.i):
            return [token]
    who = subject(verb)
    if who is not None and verb.lower_ in SAYING and who.i < verb.i and comma_before(who):
        # *…, police said* behind a sentence that the parser did not understand
        left = [
            one for one in verb.lefts if is_finite(one) and one.right_edge.i < who.left_edge.i and not is_address(one)
        ]
        last = all(child.is_punct or child.dep_ in ("npadvmod", "advmod", "prep") for child in verb.rights)
        if left and last and not any(stands_in(child) for child in verb.subtree):
            return left
    if verb.lower_ in _SAY:
        # *said closing it would cost jobs*, where what is closed was read as what costs them
        acts = [child for child in verb.rights if child.dep_ == "xcomp" and child.tag_ == "VBG"]
        if acts and any(child.dep_ == "ccomp" and is_finite(child) for child in acts[0].rights):
            return acts[:1]
        return [
            child
            for child in verb.children
            if child.dep_ == "dobj" and (_past_participle_after(child) or _acts_misread(child))
        ]
    return []


def _tells_which(clause: Token, cue: Token) -> bool:
    """*He wrote the song that the choir sang*: which thing he wrote, not what he wrote to hearers or in a paper."""
    thing, opener = clause.head, clause.left_edge
    written = thing.dep_ == "dobj" and thing.head == cue and opener.i == thing.i + 1
    lacking = opener.dep_ == "dobj" and opener.head == clause
    return written and lacking and thing.lower_ not in CLAIMS | PAPERS | WORDS_OF | UTTERANCES and not can_speak(thing)


def _is_of_act(clause: Token, cue: Token) -> bool:
    """*She asked the crew to use the boat that Lee had built*: it belongs to what they are to do.

    What *she claims to know that* tells is hers.
    """
    act = next((above for above in clause.ancestors if above.head == cue), None)
    if act is None or not cue.i < act.i < clause.left_edge.i or act.dep_ not in ("xcomp", "ccomp", "advcl"):
        return False
    hearers = any(child.dep_ in ("dobj", "dative") for child in cue.rights) or has_subject(act)
    return (hearers or clause.left_edge.dep_ != "mark") and any(child.tag_ == "TO" for child in act.lefts)


def _share_found(verb: Token) -> Token | None:
    """What is favoured in *a poll found 61% favored reform*, where its verb was read as said of it."""
    if verb.lower_ not in FINDING:
        return None
    return next(
        (
            thing
            for thing in verb.rights
            for child in thing.lefts
            if thing.dep_ == "dobj" and child.dep_ == "amod" and child.tag_ in ("VBN", "VBD")
            if any(one.dep_ == "nsubj" and one.i + 1 == child.i for one in child.lefts)
        ),
        None,
    )


def without_that(verb: Token) -> Token | None:
    """The verb of *the study found the loss of ice exceeded a tenth*, read as a second half that nothing joins."""
    if verb.lower_ not in SAYING and verb.lower_ not in FINDING:
        return None
    for child in verb.rights:
        if child.dep_ == "cc":
            return None
        if child.dep_ == "conj" and is_finite(child):
            things = [thing for thing in verb.rights if thing.dep_ in ("dobj", "dative") and thing.i < child.i]
            commas = any(word.text == "," for word in verb.doc[verb.i : child.i])
            if commas and child.tag_ == "VBN" and not any(one.dep_ in ("aux", "auxpass") for one in child.lefts):
                return None  # *Man charged, woman freed in Leeds*
            told = not things if has_subject(child) else bool(things) and not commas
            return child if told else None
    return None


def _told_hearers(verb: Token) -> Token | None:
    """What hearers are told without *that*, read as telling which they are: *warned the crew the dam would break*.

    *Told the man they knew* does tell which; *told a friend he would stay* does not.
    """
    tells = verb.lower_ in _TELLS or verb.lower_ in TELL
    hearers = next((child for child in verb.rights if child.dep_ in ("dobj", "dative")), None) if tells else None
    for clause in hearers.rights if hearers is not None else ():
        own = nominal_subject(clause)
        if clause.dep_ == "relcl" and own is not None and own.tag_ not in ("WP", "WDT") and is_finite(clause):
            whole = any(child.dep_ in _WHOLE or _is_infinitive(child) for child in clause.children)
            behind = verb.doc[clause.i + 1 : verb.right_edge.i + 1]
            if not whole or any(word.lower_ == "that" and word.dep_ == "mark" for word in behind):
                return None  # *warned the men he led that it would break*
            return clause if verb.lower_ in _TELLS or own.lower_ in ("he", "she", "it", "they") else None
    return None


def _is_infinitive(word: Token) -> bool:
    return word.dep_ == "advcl" and any(child.tag_ == "TO" for child in word.lefts)


def _past_participle_after(noun: Token) -> bool:
    return any(child.dep_ == "acl" and child.tag_ == "VBN" and child.i == noun.i + 1 for child in noun.rights)


def _acts_misread(noun: Token) -> bool:
    """*Said a law letting the town sell it passed in May*: the verb, read as a part of what is told of the law."""
    if noun.lower_ in _SAYABLE or noun.lower_ in UTTERANCES | CLAIMS | WORDS_OF:
        return False
    acts = any(child.dep_ == "acl" and child.tag_ == "VBG" and child.i == noun.i + 1 for child in noun.rights)
    return acts and any(word.tag_ in ("VBN", "VBD") for word in noun.doc[noun.i + 2 : noun.right_edge.i])


def _is_announced_by(clause: Token, verb: Token) -> bool:
    """*Opinion is split: half say so*, *Lee was glad: “It works,” she said*: what the colon ends is the paper's own.

    So is what a dash ends before *only she thinks that it works*, or *and* before *a nurse said he was well*.
    """
    if clause.i > verb.i:
        return False
    leads = any(one.text == ":" and one.i < verb.i and one.nbor().is_quote for one in clause.rights)
    told = any(child.dep_ == "ccomp" and is_finite(child) and has_subject(child) for child in verb.rights)
    if told and clause.i < (start := speech(verb).start) and verb.doc[start - 1].dep_ == "cc":
        return True
    between = verb.doc[clause.right_edge.i : verb.i]
    return leads or any(word.text == ":" or (told and word.text in DASHES) for word in between)


def is_content(child: Token) -> bool:
    """Whether a clause below a cue is a statement, not a question or the cue of another one."""
    if stands_in(child) or (child.dep_ == "parataxis" and (child.lower_ in SAYING or is_address(child))):
        return False
    if is_change_misread(child):
        return False
    edge = child.left_edge
    if edge.lower_ == "for" and not is_finite(child):
        return False  # *she asked for the trial to be put off* is one claim
    if (edge.tag_ in ("WP", "WRB", "WDT") and edge.lower_ not in ("how", "that")) or edge.lower_ == "whether":
        return False  # *the mayor announced where it would stand* is one claim
    if edge.lower_ == "how" and child.lower_ in _FEELING:
        return False  # *she confessed how she feels* tells no feeling
    if edge.lower_ == "that" and edge.i < child.head.i < child.i:
        return False  # *a deal that the mayor said would hold*: the clause is no statement without its noun
    finite = child.tag_ in FINITE or any(left.tag_ in FINITE for left in child.lefts)
    return finite or has_subject(child) or is_clause_misread(child)

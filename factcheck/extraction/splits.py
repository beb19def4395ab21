"""Which words of a sentence are the heads of claims of their own: the rules, one a construction."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from factcheck.extraction.attributions import is_address, is_as_said, is_as_told, is_put_in, tells_where_told
from factcheck.extraction.beginnings import (
    behind_dash_misread,
    doer_misread,
    first,
    is_act_misread,
    is_clause_misread,
    is_headline,
    is_main_misread,
    is_plural_misread,
    opener_misread,
    subject_misread,
)
from factcheck.extraction.cues import SAYING, TELL, UTTERANCES
from factcheck.extraction.grammar import (
    DASHES,
    FIGURES,
    NAMED,
    SUBJECTS,
    VERBAL,
    comma_after,
    comma_before,
    has_figure,
    has_subject,
    is_announced_order,
    is_finite,
    is_noun,
    size,
    stands_in,
)
from factcheck.extraction.words import verbs, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_CONDITIONS: Final = words("if unless whether than lest")
_UNTIL: Final = words("until till")
_ONCE: Final = words("when once before after")
_CONTRASTS: Final = words("because while although whereas though")
_WHEN: Final = words("when after before since")
_ADVERBIAL_PREPOSITIONS: Final = words("before after since by while without despite")
_COMPARED: Final = words("twice thrice half double triple")
_HELPING: Final = words("help aid assistance support backing blessing consent permission exception")
"""What something is done with the … of: how it is done, not what else happens."""
_REPLYING: Final = words("asked responding replying referring reacting commenting")
"""Verbs that tell to what somebody answers, not what happened."""
_BEGINNING: Final = verbs("start end open close finish conclude respond react retaliate") | words("begin begins began")
"""Verbs that without an object tell nothing but that something goes on or comes back."""
_LIMITING: Final = words("especially particularly even except only save")
"""What stands before the *when* or *where* of a case that something holds in."""
_BESIDE_AUXILIARY: Final = frozenset({"neg", "punct", "cc", "conj", "advmod"})
"""What may stand behind an auxiliary that has no verb of its own."""
_DO: Final = words("do does did have has had")
_MAY: Final = words("can could may might")
_BINDING: Final = words("can may might must shall should ought")
_NEEDING: Final = words("need needs have has ought")
"""Verbs and their auxiliaries for what is to be done, or is allowed."""
_POINTING: Final = words("this that it so")
"""What stands as an object for what was told before."""
_WONDERING: Final = verbs("wonder")
_RELATING: Final = words(
    "depending regarding concerning considering barring notwithstanding owing compared adjusted adjusting excluding"
)
"""Participles that have become prepositions: *wages fell by a third, adjusted for inflation*."""
_OCCASIONS: Final = words("time day night week month year moment instant way")
"""What a clause without a word of its own to open it may stand behind: *the day they left*."""
_PLACES: Final = words("where how why")
_THERE: Final = words("when where")
_HOW: Final = words("how why what")
_ASKING: Final = frozenset({"WRB", "WP"})
"""Tags of the words that open a question, also one that is only told of."""
_ANYBODY: Final = words(
    "one ones those that anyone everyone anything everything something nothing none nobody anybody everybody somebody "
    "few people person thing time way"
)
"""Words that say nothing without the relative clause behind them."""
_CHARGES: Final = words("charge charges count counts offence offences offense offenses crime crimes")
"""Nouns behind which acts are listed, not told."""
_ACCUSING: Final = words("accused charged convicted acquitted guilty suspected")
"""Words for those to whom acts are charged, which are listed in the same way."""
_TRANSITIVE: Final = verbs(
    "arrest kill attack capture seize detain kidnap roB raid destroy damage injure recover identify locate design "
    "create produce release develop purchase repair restore wound confiscate"
) | words("found shot caught built made wrote bought sold stole struck")
"""Verbs that tell nothing without whom or what they are done to."""
_HARMING: Final = words("killing injuring wounding leaving destroying displacing damaging")
"""What a mishap leads to, told right behind it, with or without a comma."""
_SUMMING_UP: Final = words("""
    move step turn decision choice change plan deal gesture act ruling verdict figure number total sum amount level rate
    result outcome record feat milestone increase decrease rise drop loss gain fall blow claim charge accusation
    allegation statement finding conclusion development practice policy tactic strategy procedure process event
    incident disaster fact
""")
"""Nouns for all that a sentence has told so far."""
_AS: Final = 4
"""Tokens from which what happened meanwhile tells an event of its own."""
_AS_SUCH: Final = 6
"""Tokens from which a clause of time or reason with a subject of its own tells something by itself."""
_LONG: Final = 8
"""Tokens from which a clause of time tells an event of its own, even where its subject is a pronoun."""
_LEAST: Final = 3
"""Tokens below which a clause tells nothing of its own."""


def splits(token: Token, top: Token, *, frame: bool) -> bool:
    """Whether a word below the head of a claim is the head of another claim.

    Args:
        token: The word.
        top: The head of the claim that it stands in.
        frame: The claim only says that somebody says something, so that whatever stands in it stands alone.
    """
    if stands_in(token) or _is_proviso(token):
        return False
    if _depends(top) and token.i > top.i:
        return False
    if subject_misread(token) is not None or summing_up(token) is not None or _is_birth(token) or is_act_misread(token):
        return True
    if _is_asked_beside(token):
        return False
    rule = _RULES.get(token.dep_)
    return rule is not None and rule(token, top, frame)


def _is_proviso(clause: Token) -> bool:
    """*He may stay, provided that he pays*: a condition, which nobody says is so."""
    opener = clause.left_edge
    before = opener.nbor(-1) if opener.lower_ == "that" and opener.i > clause.sent.start else opener
    return before.lower_ in ("provided", "providing") and clause.lower_ not in ("provided", "providing")


def _depends(top: Token) -> bool:
    """*Even if it leaks, mending it costs little*: the condition was read as the main clause."""
    condition = any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in top.lefts)
    return condition and top.dep_ == "ROOT" and top.left_edge.i == top.sent.start


def _conjunct(token: Token, top: Token, frame: bool) -> bool:
    if is_clause_misread(token):
        return True
    if is_put_in(token):
        return False
    if token.pos_ not in VERBAL or token.head.pos_ not in VERBAL or not _continues(token, top):
        return False
    if token.left_edge.lower_ in ("whether", "than") or _has_two_auxiliaries(token):
        return False
    if (
        _is_alternative(token)
        or _is_asked_too(token)
        or (token.head.dep_ != "relcl" and token.doc[first(token)].lower_ in _PLACES)
    ):
        return False
    if has_subject(token):
        return not _follows_time(token) and not _is_purpose(token)
    if is_plural_misread(token) or _resumes(token) or _runs_on(token):
        return False
    brief = _is_listed(token) or (token.head.dep_ == "conj" and _is_listed(token.head) and _is_brief(token))
    if brief and not frame and all(_is_brief(act) for act in _acts_behind(token)):
        return False
    if token.head.dep_ == "advcl" and _own_size(token.head) == 1:
        return False  # *they were arrested, charged and released on bail*, of which the second verb is no clause
    # *ran, turned and fired two shots*: what another act follows is told by its own words
    told = _own_size(token) if any(child.dep_ == "conj" for child in token.rights) else size(token)
    if token.tag_ == "VB":
        return told > _LEAST and not _is_intended(token, top)
    if _shares_object(token) or _shares_verb(token):
        return False
    return told >= _LEAST or any(child.dep_ in ("dobj", "attr", "acomp") for child in token.children)


def _is_intended(token: Token, top: Token) -> bool:
    """*It opens a yard to build ships, train crews and take on more*: a second aim, hung on the verb that has none."""
    aims = any(word.tag_ == "TO" and word.dep_ == "aux" and word.head != token for word in token.doc[top.i : token.i])
    return aims and top.tag_ in ("VBZ", "VBD")


def _is_birth(name: Token) -> bool:
    """*Born Ann Lee in Leeds on 9 May 1906, she …*, where the participle was read as a part of the name."""
    opens = name.left_edge
    return opens.lower_ == "born" and opens.is_sent_start is True and name.pos_ == "PROPN" and size(name) > _LEAST


def _follows_time(token: Token) -> bool:
    """*It broke every time the crew left*: a clause that says which time is meant, and was read as a second half."""
    cut = first(token)
    return cut > 0 and token.doc[cut - 1].lower_ in _OCCASIONS


def _is_purpose(token: Token) -> bool:
    """*They post it for members of the firm to read*: an infinitive that was read as a second half."""
    cut = first(token)
    aims = token.tag_ == "VB" and any(child.tag_ == "TO" for child in token.lefts)
    return aims and cut > 0 and token.doc[cut - 1].lower_ == "for"


def _resumes(token: Token) -> bool:
    """*The hills, thought to be of ice, cover the moon*: the participle was read as the verb, and this as a second."""
    verb = token.head
    joined = any(child.dep_ == "cc" and child.i < token.i for child in verb.rights)
    return (
        not joined
        and token.nbor(-1).text == ","
        and verb.tag_ in ("VBD", "VBN")
        and verb.i > 1
        and verb.nbor(-1).text == ","
        and any(child.dep_ in SUBJECTS and child.i < verb.i for child in verb.lefts)
    )


def _runs_on(token: Token) -> bool:
    """*A film showing how a crew was saved was sold*: the verb of the film was read as a second one of the crew."""
    told = any(child.dep_ == "ccomp" for child in token.rights)
    return not told and not any(word.dep_ == "cc" or word.is_punct for word in token.doc[token.head.i : first(token)])


def _has_two_auxiliaries(token: Token) -> bool:
    """*The captain can, and usually does, take control*: two ways to tell one thing, of which the first has no verb."""
    before = token.head
    bare = (before.pos_ == "AUX" or before.lower_ in _DO) and all(
        child.dep_ in _BESIDE_AUXILIARY for child in before.rights
    )
    if not bare or has_subject(token) or not any(child.text == "," for child in before.rights):
        return False
    goes_on = token.doc[token.i + 1 : token.i + 2].text == ","
    return goes_on or any(child.text == "," for child in token.lefts) or token.nbor(-1).text == ","


def _is_alternative(token: Token) -> bool:
    """*It may freeze or break*, *it may freeze/break*: neither half is said to be so."""
    cut = first(token)
    return cut > 0 and token.doc[cut - 1].lower_ in ("or", "/")


def _is_asked_too(token: Token) -> bool:
    """*It depends on how high it is and when it breaks*: neither half tells anything."""
    opens = token.doc[first(token)], token.head.left_edge
    asked = token.head.dep_ in ("pcomp", "ccomp") or (token.head.dep_ == "relcl" and _is_asked(token.head))
    return asked and all(word.tag_ in _ASKING or word.lower_ == "whether" for word in opens)


def _is_asked_beside(token: Token) -> bool:
    """*It tells where it broke, when it broke, how it was mended*: one of a row of questions, wherever it was hung.

    Of a row with *when* and *where* alone the last may be what happened then and there.
    """
    opener = token.doc[first(token)]
    if opener.tag_ not in _ASKING or not _is_joined(opener) or token not in (opener.head, opener.head.head):
        return False
    before = (word for word in token.doc[token.sent.start : opener.i] if word.tag_ in _ASKING)
    if not any(word.head.dep_ in ("pcomp", "ccomp") and not _is_joined(word) for word in before):
        return False
    strong = any(word.lower_ in _HOW and _is_joined(word) for word in token.sent)
    return strong and opener.lower_ in _HOW | _THERE


def _is_joined(word: Token) -> bool:
    return word.i > 0 and (word.nbor(-1).text == "," or word.nbor(-1).dep_ == "cc")


def _shares_object(token: Token) -> bool:
    """*Proud of and thankful for the work*, *found and arrested him*: the first half has no end of its own."""
    verb, cut = token.head, token.left_edge.i
    joined = (
        first(token) == verb.i + 2 and verb.nbor().dep_ == "cc" and not any(one.dep_ == "auxpass" for one in verb.lefts)
    )
    if joined and verb.lower_ in _TRANSITIVE and any(child.dep_ == "dobj" for child in token.rights):
        return True
    words = [word for word in token.doc[max(0, cut - 2) : cut] if word.dep_ != "cc"]
    by = bool(words) and words[-1].lower_ == "by" and token.tag_ == "VBN"  # *run by and owned by the firm*
    return bool(words) and (by or words[-1].dep_ == "prep") and not any(True for _ in words[-1].children)


def _shares_verb(token: Token) -> bool:
    """*It has been third and nearly tied with Leeds*: a short participle that needs the verb *be* of the first half.

    *They have, as told, gone home* has but one half.
    """
    verb = token.head
    if token.tag_ != "VBN" or any(child.dep_ in ("aux", "auxpass") for child in token.children):
        return False
    split = verb.lower_ in ("have", "has", "had") and not any(child.dep_ == "cc" for child in verb.rights)
    return split or (size(token) <= _AS and verb.pos_ == "AUX")


def _is_listed(token: Token) -> bool:
    """An item of a list of acts, *won three, lost two and drew one*, which is one statement."""
    doc, left = token.doc, token.left_edge.i
    if left == 0 or doc[left - 1].text != "," or not _is_brief(token) or has_subject(token):
        return False
    if token.tag_ == "VBZ" and is_headline(token) and not any(word.dep_ == "cc" for word in token.sent):
        return False  # *Boat sinks, kills 12*
    comma = next((word for word in reversed(doc[token.head.i : left - 1]) if word.text == ","), None)
    return comma is None or comma.nbor(-1).dep_ != "cc"  # *sold the yard and, rich by then, moved to Leeds*


def _acts_behind(token: Token) -> Iterator[Token]:
    """What a list of acts goes on with, *lost two* and *drew one in May*, up to whoever else does something."""
    here = next((child for child in token.rights if child.dep_ == "conj" and child.pos_ in VERBAL), None)
    while here is not None and not has_subject(here):
        yield here
        here = next((child for child in here.rights if child.dep_ == "conj" and child.pos_ in VERBAL), None)


def _is_brief(token: Token) -> bool:
    return _own_size(token) <= _LEAST


def _own_size(token: Token) -> int:
    """Tokens of an act, without what is joined to it."""
    own = next((child.i for child in token.rights if child.dep_ in ("cc", "conj", "punct")), token.right_edge.i + 1)
    return own - token.left_edge.i


def _continues(token: Token, top: Token) -> bool:
    """Whether a conjunct goes on with the claim's own verb, not with an infinitive below it."""
    head = token.head
    while head.dep_ == "conj" and head != top:
        head = head.head
    if head != top and is_put_in(head) and token.i > head.i:
        head = head.head  # *it leaked, the mayor said, and flooded the valley*
    if head == top or (head.dep_ == "pcomp" and head.head == top):
        return True
    if not is_finite(token):
        return False
    if head.dep_ == "xcomp" and head.head == top and head.tag_ == "VB" and top.tag_ == token.tag_:
        return True  # *she promised to mend it and left*: a tensed verb goes on with a tensed one
    if head.dep_ == "advcl":
        marks = {child.lower_ for child in head.lefts}
        return is_finite(head) and not _CONDITIONS & marks and not _is_unsaid_to_be(head, top, marks)
    return has_subject(token)


def _is_unsaid_to_be(clause: Token, top: Token, marks: set[str]) -> bool:
    """*It may have drifted until it broke up and sank*, *it will stay until she comes and sells it*: nobody says so."""
    if not any(child.tag_ == "MD" for child in top.lefts):
        return False
    return bool(marks & _UNTIL) or (bool(marks & _ONCE) and clause.tag_ in ("VBZ", "VBP"))


def _complement(token: Token, top: Token, frame: bool) -> bool:
    if not frame and _relates(token):
        return _relative(token, top, frame)
    if token.pos_ not in VERBAL or not has_subject(token) or token.left_edge.lower_ in ("whether", "if"):
        return False
    if is_put_in(token):
        return False
    if token.head.lower_ in _REPLYING and token.left_edge.tag_ in ("WP", "WRB", "WDT"):
        return False  # *asked what it had shown, she said …*
    if not frame and token.left_edge.lower_ in _HOW and token.i > top.i and token.left_edge.head == token:
        return False  # *there is not much word of their rise, how they came to the firm*
    return frame or (token.head == top and _set_off(token, top))


def _relates(clause: Token) -> bool:
    """*It was caused by heavy rain that led the wall to fall*, where the clause was hung on the verb."""
    opener = clause.left_edge
    behind = opener.i > clause.head.i and is_noun(opener.nbor(-1))
    return behind and opener.tag_ == "WDT" and opener.head == clause and opener.dep_ in SUBJECTS


def _parataxis(token: Token, top: Token, frame: bool) -> bool:
    return not is_address(token) and _complement(token, top, frame)


def _set_off(token: Token, top: Token) -> bool:
    """An independent clause that the parser hung below its neighbour, cut off by a stop of some kind."""
    if any(child.dep_ == "mark" for child in token.lefts):
        return False
    if is_announced_order(top):
        return False
    if token.i < top.i and token.right_edge.text in (";", ":"):
        return True
    if token.i < top.i and token.right_edge.text == "," and not has_subject(top):
        return True  # *she left, was called back and left again*
    doc = token.doc
    joined = any(word.dep_ == "cc" for word in doc[token.right_edge.i : token.right_edge.i + 2])
    if token.i < top.i and joined and is_finite(token) and has_subject(top):
        return True  # *it has ten boats and two of them leak*
    near = doc[token.right_edge.i + 1 : top.i][:2] if token.i < top.i else doc[top.i + 1 : token.left_edge.i][-2:]
    return any(word.text in (";", ":", ",", "...") or word.text in DASHES for word in near)


def _relative(token: Token, _top: Token, _frame: bool) -> bool:
    if token.pos_ not in VERBAL or not is_finite(token) or size(token) < _LEAST or _is_cleft(token):
        return False
    if token.tag_ == "MD":
        return False  # *all who possibly can* only says who is meant
    if summing_up(token.head) is not None or _is_asked(token):
        return False  # the noun tells nothing without it
    if comma_before(token):
        return True
    if _tells_how_far(token):
        return True
    if token.head.lower_ in _ANYBODY or _is_of_any(token.head) or _is_ranked(token) or _is_denied_of_none(token):
        return False
    if has_figure(token) or any(word.lower_ in _COMPARED for word in token.subtree):
        return True
    introduced = any(
        word.tag_ in ("WP", "WP$", "WDT", "WRB") and token.is_ancestor(word)
        for word in token.doc[token.left_edge.i : token.i]
    )
    if introduced and token.doc[token.left_edge.i - 1].pos_ == "PROPN" and token.left_edge.lower_ != "that":
        return True  # a name needs no clause to say who is meant
    past = token.tag_ == "VBD" or any(child.tag_ == "VBD" for child in token.lefts)
    # what *which* opens adds to its noun, what *that* opens picks it out
    adds = token.left_edge.lower_ == "which" and not _is_only_thought(token)
    if adds and any(child.dep_ == "expl" for child in token.head.head.children):
        return False  # *there is a group which …* tells nothing without its second half
    return introduced and (past or adds) and size(token) > 5


def _is_only_thought(clause: Token) -> bool:
    """*A law which will help them*, *the law which might*: what is wished for, not *the boats which will be sold*."""
    modal = next((child.lower_ for child in clause.lefts if child.tag_ == "MD"), "")
    wanted = any(child.lower_ in ("a", "an") for child in clause.head.lefts)
    return bool(modal) and (modal != "will" or wanted)


def _is_of_any(noun: Token) -> bool:
    """*They found no leaks, or any cracks, that could have sunk it*: of what there may not be, nothing is told."""
    while noun.dep_ == "conj" and is_noun(noun.head):
        if any(child.dep_ == "det" for child in noun.lefts):
            break
        noun = noun.head
    return any(child.dep_ == "det" and child.lower_ in ("any", "no") for child in noun.lefts)


def _is_denied_of_none(clause: Token) -> bool:
    """*They found nothing on the wall that had not been told*: without the second half, the first would be false."""
    if not any(child.dep_ == "neg" for child in clause.lefts):
        return False
    above = clause.head
    while above.dep_ == "pobj" and above.head.dep_ == "prep":
        above = above.head.head
        if above.lower_ in ("nothing", "none", "nobody", "little", "few") or _is_of_any(above):
            return True
    return False


def _is_ranked(clause: Token) -> bool:
    """*It was the second ship that sank in May*: it was one of several, and the clause says of which.

    So it does in *the only two of the crew who lived*, hung on the crew, and in *among them the first that sank*.
    """
    noun = clause.head
    if noun.ent_type_ == "ORDINAL":
        return True
    if clause.left_edge.lower_ == "who" and noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head
    ranks = (child for child in noun.lefts if child.dep_ in ("amod", "advmod"))
    return noun.dep_ == "attr" and any(rank.ent_type_ == "ORDINAL" or rank.lower_ == "only" for rank in ranks)


def _tells_how_far(token: Token) -> bool:
    """*It shook, to the point that two walls fell*: the outcome is an event of its own."""
    noun = token.head
    return (
        noun.lower_ in ("point", "extent")
        and noun.head.lower_ == "to"
        and noun.i < token.i
        and token.left_edge.lower_ in ("that", "where")
        and is_finite(token)
        and has_subject(token)
    )


def _is_asked(clause: Token) -> bool:
    """*Asked by the mayor who had paid, she said …*, *a way of learning who paid*: a question, hung on what asks it."""
    by, act = clause.head.head, clause.head
    if clause.left_edge.lower_ in ("who", "what") and act.lower_.endswith("ing") and act.dep_ in ("pobj", "pcomp"):
        return act.pos_ != "PROPN" and not any(child.dep_ in ("det", "poss", "amod") for child in act.lefts)
    return clause.head.dep_ == "pobj" and by.lower_ == "by" and by.head.lower_ in _REPLYING and not comma_before(clause)


def summing_up(token: Token) -> Token | None:
    """The verb of what a word for the sentence led to.

    *The yard cut its prices, a move that cost it a million*, *…, something it had not done since 1912*.
    """
    nominal = token.lower_ in _SUMMING_UP and token.left_edge.lower_ in ("a", "an")
    if not (nominal or (token.lower_ == "something" and token.left_edge == token)) or not comma_before(token):
        return None
    relatives = (child for child in token.rights if child.dep_ == "relcl" and is_finite(child))
    return next((child for child in relatives if not comma_before(child)), None)


def _is_cleft(token: Token) -> bool:
    """*It was Ann who paid*: one statement in two clauses."""
    here = token.head
    for _ in range(4):
        if here.pos_ in VERBAL:
            return here.lower_ in ("is", "was", "'s", "’s", "been", "be") and any(
                child.lower_ == "it" and child.dep_ in SUBJECTS for child in here.children
            )
        here = here.head
    return False


def _participle(token: Token, top: Token, frame: bool) -> bool:
    if _relates_misread(token):
        return _relative(token, top, frame)
    if _tells_how_far(token) or doer_misread(token) is not None or behind_dash_misread(token):
        return True
    if is_main_misread(token) or tells_where_told(token):
        return False
    if _tells_harm(token) or _carries(token):
        return True
    return token.tag_ in ("VBN", "VBG") and comma_before(token) and size(token) > _LEAST and not _is_item(token)


def _carries(token: Token) -> bool:
    """*She issued a statement on Monday saying that it leaked*: that she did, and what it says.

    *A sign saying that it leaked stood there* does not end before what it says.
    """
    told = any(child.dep_ == "ccomp" and is_finite(child) and has_subject(child) for child in token.rights)
    if token.tag_ != "VBG" or token.lower_ not in SAYING or not told or has_subject(token):
        return False
    nouns = list(takewhile(lambda word: word.pos_ not in VERBAL, token.ancestors))
    verb = next((word for word in token.ancestors if word.pos_ in VERBAL), token)
    return any(one.lower_ in UTTERANCES and one.dep_ in ("dobj", "pobj") for one in (*nouns, *verb.rights))


def _relates_misread(clause: Token) -> bool:
    """*The ferry that the town ordered in May*, read as what a noun like *the fact that …* leads to."""
    opener = clause.left_edge
    opens = opener.lower_ == "that" and opener.head == clause and opener.dep_ == "dobj"
    whole = any(child.dep_ == "dobj" for child in clause.rights)  # *regret that the town gave Lee a prize*
    return opens and not whole and opener.i == clause.head.i + 1 and is_finite(clause) and has_subject(clause)


def _tells_harm(token: Token) -> bool:
    """*It broke in May killing six people*, *it broke in a storm killing six*: the toll is a fact of its own."""
    harmed = (child for child in token.rights if child.dep_ in ("dobj", "ccomp"))
    counted = any(word.like_num and word.dep_ in ("nummod", "dobj") for child in harmed for word in child.subtree)
    if token.lower_ not in _HARMING or token.left_edge != token or not counted:
        return False
    verb = token.head if token.dep_ == "advcl" else token.head.head
    while verb.dep_ == "prep":
        verb = verb.head
    told = token.dep_ == "advcl" or token.head.dep_ in ("pobj", "dobj")
    return told and verb.i < token.i and verb.tag_ == "VBD"


def _is_item(token: Token) -> bool:
    """An act among the things of a list: *charges of theft, resisting an officer and trespass*."""
    before = token.doc[max(0, token.left_edge.i - 2)]
    if token.tag_ != "VBG":
        return False
    if any(above.lower_ in _CHARGES and is_noun(above) for above in token.ancestors):
        return True
    if not any(above.lower_ in _CHARGES | _ACCUSING for above in before.ancestors):
        return False  # *a bomb went off in the market, killing women and children*
    things = [child for child in token.rights if child.dep_ == "dobj"]
    return any(
        other.dep_ == "conj" and is_noun(other) and other.left_edge == other and other.right_edge == other
        for thing in things
        for other in thing.rights
    )


def _is_only_verb(token: Token) -> bool:
    """*A page written before the crash goes on show*: what is left without the verb would be no statement."""
    inside = range(token.left_edge.i, token.right_edge.i + 1)
    return is_finite(token) and not any(is_finite(other) for other in token.sent if other.i not in inside)


def _adverbial(token: Token, top: Token, frame: bool) -> bool:
    if token.left_edge.lower_ == "with" and token.left_edge.dep_ == "mark" and has_subject(token):
        # *with the hull almost built*: it has all of a clause but the verb
        return size(token) > _LEAST and ((frame and token.head == top) or comma_before(token))
    if token.pos_ not in VERBAL or is_as_said(token) or is_as_told(token) or tells_where_told(token):
        return False
    if token.head.lower_ in _WONDERING and token.left_edge.tag_ == "WRB":
        return False  # *she wonders when it will open*
    if _likens(token) or _is_predicate(token) or _names_topic(token):
        return False
    if token.tag_ in ("VBN", "VBG") and token.lower_ in _REPLYING | _RELATING:
        return False
    if token.lower_ == "counting" and _opens_sentence(token):
        return False  # *counting those that closed, orders fell*: which ones fell
    if frame and token.head == top and is_finite(token) and has_subject(token):
        return True
    if token.head.dep_ == "acl" and _is_only_verb(token):
        return False
    if token.tag_ == "VBG" and _opens_sentence(token) and not has_subject(token.head):
        return False  # *getting there, while not easy, is done*: it is what the sentence tells of
    marks = [child.lower_ for child in token.lefts if child.tag_ in ("IN", "WRB") and child.dep_ in ("mark", "advmod")]
    # *when officers found and freed her*, where *when* was hung on the second verb
    mark = marks[0] if marks else token.left_edge.lower_ if token.left_edge.tag_ == "WRB" else ""
    if _measures(token, mark) or _is_not_told(token) or _only_limits(token):
        return False
    # *Born in Leeds, Ohio, on …*: the comma stands within it, and not the subject, as in *Raised in Leeds, Lee left*
    within = token.tag_ == "VBN" and token.right_edge.text == "," and has_subject(token.head)
    set_off = comma_before(token) or (comma_after(token) and token.i < token.head.i) or within
    if mark in _CONDITIONS:
        return False
    if _carries(token):
        return True
    if token.tag_ in ("VBG", "VBN") and not is_finite(token):
        if (
            size(token) < _LEAST
            or _is_item(token)
            or (token.i > 0 and token.nbor(-1).text == ":")
            or (mark not in _WHEN and _opens_sentence(token) and not _names_something(token))
        ):
            return False
        return set_off or _tells_harm(token) or (mark in ("while", *_WHEN) and not has_subject(token))
    if opener_misread(token) is not None:
        return True
    if not has_subject(token) and not (is_finite(token) and _has_object_misread(token)):
        return False
    if mark in _CONTRASTS:
        # *they leave because they are not paid* gives one reason; a comma or a subject of its own tells it for itself
        told = comma_before(token) or _own_subject(token)
        if mark == "while" and not told and size(token) <= _AS and token.i > token.head.i:
            return False  # *they mended it while it was there*
        return mark != "because" or (told and not _only_is(token.head) and not _is_reason(token))
    trailing = token.i > token.head.i
    if (mark == "when" and _only_is(token.head)) or (mark in _WHEN and _only_begins(token.head)):
        return False
    if (
        trailing
        and mark in _WHEN
        and not any(child.dep_ == "npadvmod" and child.i < token.i for child in token.children)
    ):
        return comma_before(token) or _tells_event(token)
    if not trailing and mark == "as" and comma_after(token) and not frame:
        return size(token) >= _AS_SUCH
    if trailing and mark == "as":
        bait = any(child.tag_ == "TO" for child in token.lefts)  # *they sell it as bait to get people in*
        return comma_before(token) or (_own_subject(token) and size(token) >= _AS and not bait)
    return trailing and comma_before(token)


def _likens(token: Token) -> bool:
    """*They left as if it were over*: what is not so, or only looks so."""
    opener = token.left_edge
    return opener.lower_ == "as" and opener.dep_ == "mark" and opener.nbor().lower_ in ("if", "though")


def _names_topic(token: Token) -> bool:
    """*They are old, especially when it comes to boats*, *when it came time to leave*: of what the rest is said.

    What names a place or a day, *when it came to Leeds*, tells how something got there.
    """
    if token.lower_ not in ("comes", "came") or not {child.lower_ for child in token.lefts} >= {"when", "it"}:
        return False
    behind = token.doc[token.i + 1 : token.i + 2].text
    idiom = token.lower_ == "comes" or not _names_something(token)
    return behind == "time" or (behind in ("to", "down") and idiom)


def _is_predicate(token: Token) -> bool:
    """*That is, in short, just what the mayor said*: what the verb *be* leads to, hung on it as an adverb is."""
    verb, start = token.head, token.left_edge.i
    opens = next((word for word in token.doc[start : token.i] if word.pos_ != "ADV"), token)
    ends = any(child.dep_ in ("attr", "acomp") for child in verb.rights)
    return verb.pos_ == "AUX" and verb.i < start and not ends and opens.tag_ == "WP"


def _measures(token: Token, mark: str) -> bool:
    """*As far as they know*, *as soon as it broke*: the second half of a phrase that begins before the clause."""
    head = token.head
    return mark == "as" and head.i < token.i and any(child.lower_ == "as" for child in head.lefts)


def _only_limits(token: Token) -> bool:
    """*It floods, especially when it rains*: of what happens time and again, not that it rains."""
    limited = any(child.tag_ == "WRB" and child.i and child.nbor(-1).lower_ in _LIMITING for child in token.lefts)
    return limited and any(verb.tag_ in ("VBZ", "VBP") for verb in (token, *token.lefts) if verb.pos_ in VERBAL)


def _is_not_told(token: Token) -> bool:
    """*He declined to state when it would open*: what is asked, where the verb before it was read as a noun."""
    told = token.head
    asked = token.left_edge.tag_ == "WRB" and token.left_edge.i == told.i + 1
    return asked and told.lower_ in TELL | SAYING and told.i > 0 and told.nbor(-1).lower_ == "to"


def _only_is(verb: Token) -> bool:
    """*That is in part because it rained*, *that was when it rained*: nothing stands in the first half."""
    if verb.lower_ not in ("is", "was", "'s", "’s"):
        return False
    return all(
        child.lower_ in ("it", "that", "this", "which") for child in verb.children if child.dep_ in SUBJECTS
    ) and not any(child.dep_ in ("attr", "acomp") for child in verb.children)


def _only_begins(verb: Token) -> bool:
    """*Trouble started when the wall broke*: the verb tells nothing without that."""
    own = [child for child in verb.children if child.dep_ not in ("advcl", "aux", "punct", *SUBJECTS)]
    return verb.lower_ in _BEGINNING and not own


def _is_reason(clause: Token) -> bool:
    """*One of the reasons why it leaks is because …*: what the verb *be* leads to."""
    between = clause.doc[clause.head.i + 1 : clause.left_edge.i]
    return clause.head.lower_ in ("is", "was", "'s", "’s") and all(word.pos_ == "ADV" for word in between)


def _opens_sentence(token: Token) -> bool:
    """*Speaking at the dam, she…*: before the subject, mere scenery unless it names something."""
    return token.left_edge.i == token.sent.start


def _names_something(token: Token) -> bool:
    return any(word.ent_type_ in FIGURES or word.ent_type_ in NAMED for word in token.subtree)


def _tells_event(token: Token) -> bool:
    """A clause of time behind its main clause that could be looked up by itself."""
    names = _names_something(token)
    return (names and _own_subject(token)) or size(token) >= (_AS_SUCH if _own_subject(token) else _LONG)


def _own_subject(token: Token) -> bool:
    return any(child.dep_ in SUBJECTS and child.pos_ != "PRON" for child in token.lefts) or _has_object_misread(token)


def _governs_clause_misread(preposition: Token) -> bool:
    """*After the leak led to a fire*, with a past tense that was read as a participle of its subject."""
    return any(
        child.dep_ == "acl" and child.tag_ == "VBD" and child.i == thing.i + 1
        for thing in preposition.rights
        if thing.dep_ == "pobj"
        for child in thing.rights
    )


def _has_object_misread(token: Token) -> bool:
    """*After the leak led to a fire*: the subject was read as what *after* governs."""
    return any(child.dep_ == "mark" and any(below.dep_ == "pobj" for below in child.rights) for child in token.lefts)


def _prepositional(token: Token, _top: Token, frame: bool) -> bool:
    pcomp = next((child for child in token.children if child.dep_ == "pcomp" and _is_gerund(child)), None)
    if token.lower_ == "with" and frame and comma_after(token) and token.i < token.head.i:
        return size(token) > _LEAST  # *With the hull almost built, the yard said …*
    if token.lower_ == "with" and comma_before(token):
        if any(child.lower_ in _HELPING and any(of.lower_ == "of" for of in child.rights) for child in token.rights):
            return False
        names = size(token) >= _LONG and _names_something(token)
        return size(token) > _LEAST and (has_figure(token) or names or (pcomp is not None and has_subject(pcomp)))
    if token.lower_ in ("after", "before") and size(token) >= _AS_SUCH and _governs_clause_misread(token):
        return True
    if token.lower_ in _WHEN and token.i > token.head.i and token.head.pos_ in VERBAL:
        # *it closed after at least one wall broke in the valley*, where *after* was read as a preposition
        told = next((child for child in token.rights if child.dep_ == "pcomp" and is_finite(child)), None)
        if told is not None and has_subject(told):
            return comma_before(token) or _tells_event(told)
    return (
        token.lower_ in _ADVERBIAL_PREPOSITIONS
        and not _says_how(token)
        and not _is_way(token)
        and not (token.lower_ == "without" and _is_only_meant(token.head))
        and not (token.lower_ in ("after", "before") and _is_no_event(token))
        and pcomp is not None
        and not has_subject(pcomp)
        and size(token) > _LEAST + 1
    )


def _is_way(token: Token) -> bool:
    """*The way to win is by being seen*: the verb *be* tells nothing without it."""
    verb = token.head
    behind = (child for child in verb.rights if child.dep_ not in ("neg", "advmod", "punct"))
    return verb.pos_ == "AUX" and next(behind, None) == token


def _is_gerund(verb: Token) -> bool:
    """*Breaking*, *being broken*, *having broken*."""
    return verb.tag_ == "VBG" or any(child.tag_ == "VBG" for child in verb.lefts if child.dep_ in ("aux", "auxpass"))


def _is_only_meant(verb: Token) -> bool:
    """*They know how to cross without wetting it*: how something is done of which nobody says that it is."""
    return verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.lefts)


def _is_no_event(token: Token) -> bool:
    """*It must dry before being sold*, *men tend to smile even after losing*: what is to be done, or is ever so.

    *It may have dried before being sold* and *she would sit for ten years before losing* tell what happened.
    """
    verb = top = token.head
    while top.dep_ == "xcomp":
        top = top.head
    bound = any(child.lower_ in _BINDING for one in (verb, top) for child in one.lefts if child.tag_ == "MD")
    if bound and not any(child.lower_ == "have" for child in verb.lefts):
        return True
    if top != verb and top.lower_ in _NEEDING:
        return True
    limited = any(child.lower_ in _LIMITING for child in token.lefts)
    return limited and top.pos_ == "VERB" and top.tag_ in ("VBZ", "VBP") and not _names_something(token)


def _says_how(token: Token) -> bool:
    """*It began by reminding them*, *they did this by melting it*: the verb tells nothing without that.

    How something *can be* done is no act of anybody, either.
    """
    verb = token.head
    if token.lower_ == "by" and any(child.lower_ in _MAY for child in verb.lefts):
        return True
    objects = [child.lower_ for child in verb.rights if child.dep_ == "dobj" and child.i < token.i]
    bare = all(thing in _POINTING for thing in objects) if objects else verb.lower_ in _BEGINNING
    return token.lower_ == "by" and bare


def _prepositional_clause(token: Token, _top: Token, frame: bool) -> bool:
    return frame and token.pos_ in VERBAL and has_subject(token)


def _apposition(token: Token, _top: Token, _frame: bool) -> bool:
    """*… a yard in Leeds, one that builds ferries*, *…, one of the largest yards of the north*."""
    ranks = size(token) > _AS and any(child.lower_ == "of" for child in token.rights)
    return (
        token.lower_ == "one"
        and comma_before(token)
        and (ranks or any(child.dep_ == "relcl" for child in token.rights))
    )


_RULES: Final = {
    "appos": _apposition,
    "conj": _conjunct,
    "ccomp": _complement,
    "parataxis": _parataxis,
    "relcl": _relative,
    "acl": _participle,
    "advcl": _adverbial,
    "prep": _prepositional,
    "pcomp": _prepositional_clause,
}
"""The rule for each relation of the dependency parse."""

"""Where a clause begins, and which words the parser misread so that a clause seems to be none, or another one."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from factcheck.extraction.grammar import DASHES, FIGURES, VERBAL, has_subject, is_finite, is_noun
from factcheck.extraction.words import verbs, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_TIME_UNITS: Final = words("""
    second seconds minute minutes hour hours day days night nights week weeks month months year years decade decades
    century centuries moment moments
""")
_OTHER_DAY: Final = words("every each that this these those next last same other another any")
"""What makes of a day one by itself: *came every day after it opened*."""
_LASTING: Final = verbs("last wait stay remain live work serve talk walk play rest") | words("""
    spend spends spent spending take takes took taken taking run runs ran running sleep sleeps slept sleeping hold holds
    held holding sit sits sat sitting stand stands stood standing
""")
"""Verbs beside which a time tells how long: *waited a year before they sailed*."""
_CHANGES: Final = words("declines drops gains increases falls rises jumps cuts surges dips")
_REPORTING: Final = verbs("report announce")
_STOPS: Final = frozenset(".!?…:;")
_IN_VERB: Final = frozenset({"aux", "auxpass", "neg", "advmod"})
"""Relations of what stands between a subject and its verb."""


def first(token: Token) -> int:
    """Where the clause of a verb begins; a co-ordinated one begins behind the verb before it, and with its subject."""
    own = subject_misread(token)
    if own is not None:
        return own.left_edge.i
    if (name := doer_misread(token)) is not None:
        return name
    if behind_dash_misread(token):
        return token.head.left_edge.i
    if is_act_misread(token):
        return token.left_edge.i
    if (parted := _subject_before_cue(token)) is not None:
        return parted.left_edge.i
    if token.dep_ != "conj":
        if (span := _time_between(token)) is not None:
            return span
        if token.dep_ == "prep" and _is_often(token):
            return token.i
        if (opener := opener_misread(token)) is not None:
            return opener.i
        return token.left_edge.i
    start = min((child.left_edge.i for child in token.lefts if child.left_edge.i > token.head.i), default=token.i)
    start = min(start, token.i)
    if start > 0 and token.doc[start - 1].lower_ == "nor":
        return start - 1  # without it the claim would say the contrary
    if not has_subject(token) and (listed := subject_in_list(token, start)) is not None:
        return listed.left_edge.i
    # *It doubled: to keep up, the yard took on ten men*, of which the purpose was read as that of what stands before
    between = token.doc[token.head.i : start]
    colon = next((word for word in between if word.text == ":" and word.nbor().tag_ == "TO"), None)
    return start if colon is None or any(is_finite(word) for word in token.doc[colon.i : start]) else colon.i + 1


def _time_between(clause: Token) -> int | None:
    """Where *a day after it opened* begins, of which the day was read as told of the verb before.

    Or the hours of *spoke to Lee hours after …* as part of the name; not those of *leaked for three weeks before …*.
    """
    mark = clause.left_edge
    if clause.dep_ != "advcl" or mark.lower_ not in ("after", "before") or mark.i < 2:
        return None
    time = mark.nbor(-1)
    if time.lower_ not in _TIME_UNITS:
        return None
    if time.nbor(-1).pos_ == "PROPN":
        return time.i
    if time.dep_ != "npadvmod" or time.head != clause.head:
        return None
    named = any(child.lower_ in _OTHER_DAY for child in time.lefts)
    return None if named or time.head.lower_ in _LASTING else time.left_edge.i


def _subject_before_cue(verb: Token) -> Token | None:
    """The dam of *the dam, the mayor said on Monday, had leaked*, read as a second one who said it."""
    cue = verb.head if verb.dep_ == "ccomp" and not has_subject(verb) else None
    both = two_subjects(cue) if cue is not None and cue.i < verb.i else None
    return None if both is None else both[0]


def two_subjects(cue: Token) -> tuple[Token, Token] | None:
    """What is told of, and who tells it, where both were read as the subject of a verb: *the dam, Lee said, leaked*."""
    match [child for child in cue.lefts if child.dep_ in ("nsubj", "nsubjpass")]:
        case [thing, who] if who.left_edge.i > 0 and cue.doc[who.left_edge.i - 1].text == ",":
            return thing, who
    return None


def subject_in_list(token: Token, start: int) -> Token | None:
    """The subject of a verb that was read as a second place or thing.

    *It ran for Leeds and Ann Lee caught two*, *the piers are of stone and the deck in the middle will be of steel*.

    Args:
        token: A co-ordinated verb.
        start: Where its clause begins but for that subject.
    """
    noun = token.nbor(start - 1 - token.i) if start > 0 else token
    if noun.is_punct:
        return None
    while noun.dep_ != "conj" and noun.head.i > token.head.i and noun.head.right_edge.i == start - 1:
        noun = noun.head
    if not is_noun(noun) or noun.dep_ != "conj" or noun.head.i <= token.head.i or noun.right_edge.i != start - 1:
        return None
    before = token.doc[noun.left_edge.i - 1]
    return noun if before.dep_ == "cc" and before.head == noun.head else None


def opener_misread(verb: Token) -> Token | None:
    """The *after* of *it closed after floods in the valley broke the wall*, read as if it governed the floods."""
    if verb.dep_ != "advcl" or verb.tag_ != "VBD" or verb.head.i > verb.i or verb.left_edge != verb:
        return None
    beside = reversed([child for child in verb.head.rights if child.i < verb.i])
    before = list(takewhile(lambda child: child.dep_ == "prep", beside))
    opens = next((child for child in before if child.lower_ in ("after", "before")), None)
    return opens if opens is not None and before[0].right_edge.i + 1 == verb.i else None


def _is_often(preposition: Token) -> bool:
    """*Sailed a lot before they sank it*, where *a lot* was read as how long before."""
    return any(child.dep_ == "npadvmod" and child.ent_type_ not in FIGURES for child in preposition.lefts)


def subject_misread(token: Token) -> Token | None:
    """The one subject of a singular verb that was given two: *saw the people and a boat was sent*.

    Two things joined by *and* would have a plural verb, so that the first of them ends the clause before.
    """
    if token.head.i >= token.i or token.n_lefts == 0:
        return None
    forms = [token, *(child for child in token.children if child.dep_ in ("aux", "auxpass"))]
    if not is_finite(token.head) or not any(_is_singular(form) for form in forms):
        return None
    for one in token.lefts:
        if one.dep_ in ("nsubj", "nsubjpass") and one.i > token.head.i and any(c.lower_ == "and" for c in one.rights):
            other = next((child for child in one.rights if child.dep_ == "conj"), None)
            behind = other is not None and not any(child.dep_ in ("conj", "cc") for child in other.rights)
            return other if behind and not any(child.dep_ == "mark" for child in token.lefts) else None
    return None


def doer_misread(verb: Token) -> int | None:
    """Where the name begins in *a county Ann Lee won by 30 points*, read as a name that the county is a title of."""
    name = verb.head
    if verb.dep_ != "acl" or verb.tag_ not in ("VBN", "VBD") or verb.i != name.i + 1 or name.ent_type_ != "PERSON":
        return None
    start = next((at + 1 for at in range(name.i, 0, -1) if verb.doc[at].ent_type_ != "PERSON"), name.i)
    thing = verb.doc[start - 1]
    led = thing.dep_ == "compound" and thing.head == name and thing.tag_ == "NN"
    return start if led and any(child.lower_ in ("a", "an") for child in name.lefts) else None


def behind_dash_misread(verb: Token) -> bool:
    """*It won as they fell — its nominee, Ann Lee, lost by five points*: the verb, read as said of its own subject."""
    noun = verb.head
    start = noun.left_edge.i
    return (
        verb.dep_ == "acl"
        and verb.tag_ in ("VBN", "VBD")
        and is_noun(noun)
        and noun.i < verb.i
        and start > 0
        and noun.doc[start - 1].text in DASHES
        and verb.nbor(-1).text == ","
        and any(word.text == "," for word in noun.doc[noun.i : verb.i - 1])
    )


def source_end(source: Token) -> int | None:
    """Where the source of *according to the Sun, Lee and Roe left* ends, of which those who left were read as a part.

    Args:
        source: The *according*.

    Returns:
        The token of the comma, None where the parse gives the verb a subject of its own.
    """
    verb, end = source.head, source.right_edge.i + 1
    if not is_finite(verb) or has_subject(verb) or source.i > verb.i or end > verb.i:
        return None
    if any(word.head != verb or word.dep_ not in _IN_VERB for word in verb.doc[end : verb.i]):
        return None
    commas = [word.i for word in source.doc[source.i + 3 : end] if word.text == ","]
    if len(commas) > 1 and source.doc[commas[0] - 1].pos_ == "NOUN":
        # *according to the coach, Ann Lee, the team and its crew left*
        name = source.doc[commas[0] + 1 : commas[1]]
        commas = commas[all(word.ent_type_ == "PERSON" for word in name) :]
    return next(iter(commas), None)


def _is_singular(form: Token) -> bool:
    return form.tag_ == "VBZ" or form.lower_ == "was"


def is_plural_misread(token: Token) -> bool:
    """A plural that was read as a verb behind its own first half: *title hopes*."""
    return (
        token.dep_ == "conj"
        and token.tag_ == "VBZ"
        and first(token) == token.left_edge.i == token.i
        and is_noun(token.nbor(-1))
    )


def is_change_misread(token: Token) -> bool:
    """*The mill reported revenue declines*: a plural that was read as the verb of its own first half."""
    before = token.nbor(-1) if token.i > 0 else token
    return (
        token.tag_ in ("VBZ", "NNS")
        and token.lower_ in _CHANGES
        and token.head.lower_ in _REPORTING
        and before.tag_ == "NN"
        and before.head == token
        and not any(child.dep_ in ("det", "poss") for child in before.lefts)
        and not any(child.dep_ in ("mark", "aux", "dobj") for child in token.children)
    )


def is_clause_misread(token: Token) -> bool:
    """A noun for its verb, which was read as a participle: *and the couple filed*, *said that the dam leaked*."""
    joined = token.dep_ == "conj" and token.head.pos_ in VERBAL
    told = token.dep_ == "ccomp" and any(child.dep_ == "mark" for child in token.lefts)
    return (joined or told) and is_noun(token) and _past_after(token)


def _past_after(noun: Token) -> bool:
    return any(
        child.dep_ == "acl" and child.tag_ in ("VBN", "VBD") and child.i == noun.i + 1 and child.i < noun.right_edge.i
        for child in noun.rights
    )


def is_main_misread(token: Token) -> bool:
    """*The head of the yard, Ann Lee, denied it*, *the dam, she said, leaked*: the verb, read as said of the noun."""
    return (
        token.dep_ == "acl"
        and token.tag_ == "VBN"
        and token.head.dep_ == "ROOT"
        and token.head.pos_ == "NOUN"
        and all(child.dep_ == "parataxis" for child in token.lefts)
        and token.i > token.head.i
        and token.nbor(-1).text == ","
        and any(word.text == "," for word in token.doc[token.head.i : token.i - 1])
    )


def is_act_misread(token: Token) -> bool:
    """*Firm cuts jobs, shuts plant*: one of the things that a headline tells, one behind the other's comma."""
    verb = token.left_edge
    if verb.i < 2 or verb.nbor(-1).text != "," or not is_headline(token):
        return False
    if token.tag_ == "VBZ":
        return token.dep_ == "dep" and verb == token
    if verb.tag_ != "NNS" or not verb.is_lower:
        return False
    if verb == token and (token.head.pos_ not in VERBAL or _is_second_object(token) or token.lower_ == "thanks"):
        return False  # *Fire destroys mill, homes in Leeds*
    doer = verb.sent.root
    if doer.i >= verb.i or doer.tag_ != "VBZ" or not has_subject(doer):
        return False
    behind = verb.doc[verb.i + 1 : verb.sent.end]
    ends = any(word.text == "," or word.dep_ == "cc" or is_finite(word) for word in behind)
    return not ends and len(behind) > 1 and behind[0].lower_ != "of"


def _is_second_object(noun: Token) -> bool:
    """*Army bombs bridges, roads near Leeds*: nothing is done to anything, and the verb before it has an object."""
    acts = any(child.dep_ == "dobj" for child in noun.rights)
    return not acts and any(child.dep_ in ("dobj", "oprd") for child in noun.head.rights)


def is_headline(token: Token) -> bool:
    """Whether a sentence ends in no stop, as headlines do."""
    return not any(word.text in _STOPS for word in token.sent[-2:])

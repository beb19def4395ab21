"""Who says it: the cue beside a quotation or over a clause, and the words that name the speaker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.extraction.cues import (
    ANONYMOUS,
    BELIEVING,
    CLAIMS,
    FINDING,
    INSTITUTIONS,
    OFFICES,
    PHRASES,
    QUOTING,
    SAYING,
    TELLING,
    TITLES,
    UTTERANCES,
    WORDS_OF,
)
from factcheck.extraction.splits import FIGURES, is_finite
from factcheck.extraction.subjects import agent, hears, is_perfect, issuer, subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

_REACH: Final = 12
"""Tokens that may lie between a quotation and its cue."""
_MARKS: Final = 3
"""Tokens, *that* and marks among them, between a noun and the words that it heads."""
_NAMED_IN: Final = 8
"""Tokens of a speaker's name and title, with the cue behind them."""
_WORDING: Final = frozenset({"words", "view", "opinion", "telling", "eyes", "estimation"})
"""What somebody says is told *in*, as in *in the words of the mayor*."""
_PRONOUNS: Final = frozenset({"he", "she", "they", "it", "who", "that", "which"})
_TURNED: Final = frozenset({"said", "says", "added", "adds", "wrote", "writes"})
"""Verbs of saying that open a sentence before their subject; *Asked about it, …* has a hearer."""
_CLAUSES: Final = frozenset({"acl", "advcl", "ccomp", "csubj"})
"""What may stand before a speaker's name without being a part of it: *Holding signs, the protesters chanted*."""
_MODIFIERS: Final = frozenset({"relcl", "appos", "punct", "cc", "conj", "advcl", "parataxis", "acl"})


@dataclass(frozen=True, slots=True)
class Speech:
    """A cue in a parsed text, with its speaker."""

    cue: str
    start: int
    """First token of the speaker's name; equal to ``end`` when nobody is named."""
    end: int
    head: int
    """The token that the name hangs on, -1 when nobody is named."""


def claimed(noun: Token) -> tuple[Token, Speech] | None:
    """What somebody's claim says, *Ann Lee's claim that the dam leaked*, and whose it is."""
    if noun.lower_ not in CLAIMS:
        return None
    content = next((one for one in noun.rights if one.dep_ in ("acl", "relcl", "ccomp") and _is_told(one)), None)
    who = issuer(noun) if content is not None else None
    if content is None or who is None:
        return None
    start, end = name_of(who)
    return content, Speech(noun.text, start, end, who.i)


def _is_told(clause: Token) -> bool:
    """A whole statement behind *that*, not a relative clause in which *that* is the subject."""
    return (
        clause.left_edge.lower_ == "that"
        and is_finite(clause)
        and any(child.dep_ in ("nsubj", "nsubjpass", "expl") and child != clause.left_edge for child in clause.lefts)
    )


def finds(verb: Token) -> bool:
    """Whether a paper or a body finds something: *the report found "no trace of a leak"*."""
    who = subject(verb) if verb.lower_ in FINDING else None
    return who is not None and who.lower_ in INSTITUTIONS


def uttered(noun: Token) -> Speech | None:
    """Whose words a noun for words tells of: *Lee's promise of “free college”*, *their chants of “peace”*."""
    who = issuer(noun) if noun.lower_ in CLAIMS or noun.lower_ in WORDS_OF else None
    if who is None:
        return None
    start, end = name_of(who)
    return Speech(noun.text, start, end, who.i)


def speech(verb: Token) -> Speech:
    """The cue and its speaker."""
    who = subject(verb) or _before_cue(verb)
    if who is None or who.i >= len(verb.doc):
        return Speech(verb.text, verb.i, verb.i, -1)
    start, end = name_of(who)
    return Speech(verb.text, start, end, who.i)


def _before_cue(verb: Token) -> Token | None:
    """The noun right before a finite verb of saying, for where the parse gives it no subject."""
    if verb.lower_ not in QUOTING or verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i == verb.sent.start:
        return None
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return None
    who = verb.nbor(-1)
    closed = who.text == ","
    while who.i > verb.sent.start and (who.pos_ == "ADV" or (who.text == "," and closed)):
        who = who.nbor(-1)
    while who.pos_ in ("NOUN", "PROPN") and who.head.pos_ in ("NOUN", "PROPN") and who.head.i < verb.i:
        joins = who.dep_ == "compound" or (who.dep_ == "appos" and closed)
        pair = who.dep_ == "conj" and not any(word.text == "," for word in verb.doc[who.head.i : who.i])
        if not (joins or pair):
            break
        who = who.head
    if who.dep_ in ("pobj", "dobj") and closed:
        return None  # *Ann Lee, at the dam on the river, said …*
    return who if who.pos_ in ("NOUN", "PROPN") and (verb.lower_ in SAYING or can_speak(who)) else None


def according(token: Token) -> Speech | None:
    """The speaker of ``according to``, ``in the words of`` or ``in Lee's view``, when the token begins it."""
    word = token.lower_
    if word == "in":
        return _worded(token)
    if word == "per":
        return _per(token)
    if word != "according":
        return None
    to = next((child for child in token.children if child.lower_ == "to"), None)
    if to is None and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        to = token.nbor()
    who = (
        None if to is None else next((child for child in to.children if child.dep_ in ("pobj", "pcomp", "dobj")), None)
    )
    if who is None:
        return None
    start, end = name_of(who)
    return Speech("according to", start, end, who.i)


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


def _worded(preposition: Token) -> Speech | None:
    noun = next((child for child in preposition.rights if child.dep_ == "pobj" and child.lower_ in _WORDING), None)
    if noun is None:
        return None
    of = next((child for child in noun.rights if child.lower_ == "of"), None)
    who = issuer(noun) if of is None else next((child for child in of.children if child.dep_ == "pobj"), None)
    if who is None:
        return None
    start, end = name_of(who)
    return Speech(noun.text, start, end, who.i)


def below_according(token: Token) -> bool:
    """Whether a word belongs to what ``according to`` and its like say of the speaker."""
    return any(above.lower_ in ("according", "in") and according(above) is not None for above in token.ancestors)


def name_of(token: Token) -> tuple[int, int]:
    """The tokens of a speaker's name as it stands: without titles, and without what is only said beside it."""
    doc = token.doc
    if token.pos_ == "NOUN":
        names = (child for child in token.rights if child.dep_ == "appos" and _names(child, token))
        token = next(names, token)
        if token.lower_ in TITLES:
            # *director, owner and founder Ann Lee*
            names = (one for one in _chain(token) if one.ent_type_ == "PERSON" and one.left_edge.i < one.i)
            token = next(names, token)
    if token.ent_type_ == "PERSON" or token.pos_ == "PROPN":
        start, end = token.i, token.i + 1
        while start > token.left_edge.i and _part_of_name(doc[start - 1]):
            start -= 1
        while (
            end <= token.right_edge.i
            and doc[end].pos_ == "PROPN"
            and doc[end].dep_ in ("compound", "flat")
            and doc[end].head.i < end
        ):
            end += 1
        title = max((word.i for word in doc[start : end - 1] if word.lower_.strip(".") in TITLES), default=-1)
        start = max(start, title + 1)
        return (start, end) if token.ent_type_ == "PERSON" else _body(doc, start, end)
    start = max((child.right_edge.i + 1 for child in token.lefts if child.dep_ in _CLAUSES), default=token.left_edge.i)
    while start < token.i and (
        doc[start].is_punct or (doc[start].dep_ in ("cc", "advmod", "predet") and doc[start].pos_ != "DET")
    ):
        start += 1
    end = token.i + 1
    for child in token.rights:
        if child.i != end or (child.dep_ in _MODIFIERS and not (child.dep_ == "acl" and child.tag_ in ("VBN", "VBG"))):
            break
        if child.dep_ in ("relcl", "punct") or (child.dep_ == "acl" and child.lower_ in QUOTING):
            break
        end = child.right_edge.i + 1
    if end - start > _REACH:
        end = token.i + 1
    while end > token.i + 1 and doc[end - 1].dep_ == "cc":
        end -= 1
    return start, max(end, start + 1)


def _names(apposition: Token, noun: Token) -> bool:
    """Whether it is the name of whom a noun tells: *the captain, Ann Lee*, *the security firm Blackwall*."""
    close = apposition.pos_ == "PROPN" and apposition.left_edge.i == noun.i + 1
    return apposition.ent_type_ == "PERSON" or close


def _chain(token: Token) -> Iterator[Token]:
    """What is co-ordinated with a word, link by link."""
    here = next((child for child in token.rights if child.dep_ == "conj"), None)
    while here is not None:
        yield here
        here = next((child for child in here.rights if child.dep_ == "conj"), None)


def _body(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The whole name of a body: *the Ministry of Works*."""
    if doc[end : end + 1].text == "of" and doc[end + 1 : end + 2].text[:1].isupper():
        end = doc[end].right_edge.i + 1
    if start > 0 and doc[start - 1].lower_ == "the":
        start -= 1
    return start, end


def _part_of_name(token: Token) -> bool:
    return (
        token.pos_ == "PROPN"
        or (
            token.ent_type_ in ("PERSON", "ORG")
            and (token.dep_ in ("compound", "nmod", "poss", "case") or token.text in ("of", "&", "for", "-"))
        )
    ) and not token.is_punct


def beside(doc: Doc, start: int, end: int) -> Speech | None:
    """The cue that belongs to the quotation that the tokens ``start`` to ``end`` stand for."""
    words = doc[start:end]
    near = _right_before(words[0])
    if near is not None:
        return near
    verb = next((token for token in words if token.text == "works"), None)
    sentence = words[0].sent
    leads = leading_on(doc, end) is not None
    if verb is not None:
        for head in (
            verb.head,
            *(child for child in verb.children if child.dep_ in ("parataxis", "ccomp") and child.i >= end),
        ):
            theirs = head.i < start or (head.i >= end and not leads)
            if head.lower_ in QUOTING and theirs and subject(head) is not None:
                return speech(head)
    if leads:
        sentence = doc[sentence.start : end]
    behind = None if leads else _following(doc, end)
    ahead = _headed(doc, start) or _preceding(doc, start, sentence)
    return behind or ahead or _by_rule(sentence, start, end) or _heard(doc, start)


def _right_before(first: Token) -> Speech | None:
    """The cue that a quotation stands behind, with a subject of its own before it: *as the crowd yelled: “…”*."""
    if first.i < 2 or first.nbor(-1).text not in (",", ":"):
        return None
    verb = first.nbor(-2)
    if first.nbor(-1).text == ":" and verb.dep_ in ("dobj", "dative") and verb.head.lower_ in QUOTING:
        verb = verb.head  # *Roebling scolded him: “…,” he said*
    who = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    told = verb.lower_ in QUOTING and verb.tag_ in ("VBD", "VBZ", "VBP") and verb.dep_ != "relcl"
    return speech(verb) if told and who is not None else None


def _headed(doc: Doc, start: int) -> Speech | None:
    """Whose words a noun right before them tells of: *her promise that, “…”*, *Ann Lee's answer: “…”*."""
    for token in reversed(doc[max(0, start - _MARKS) : start]):
        if token.text not in (",", ":", "that"):
            return uttered(token) if token.i + 1 < start else None
    return None


def leading_on(doc: Doc, end: int) -> Speech | None:
    """The cue of the sentence behind a quotation that ends one, where that has words of its own to give to somebody.

    *“…” He added, “…”*, *“…” He said that it leaked.*, and *“…” He went on:* before the next paragraph.
    """
    found = _following(doc, end) if doc[end - 2].text in ".!?" else None
    if found is None:
        return None
    for token in doc[end : end + _REACH]:
        if token.text == '"':
            return found if token.nbor(-1).text in (",", ":") else None
        tells = token.lower_ in SAYING and any(child.dep_ == "ccomp" and is_finite(child) for child in token.rights)
        if tells or (token.text == ":" and token.i + 1 == len(doc)):
            return found
        if token.text in ".!?;":
            return None
    return None


def _heard(doc: Doc, start: int) -> Speech | None:
    """Nobody, right behind a verb of which only the hearer is told: *the mayor was asked, “…”*."""
    verb = next((token for token in reversed(doc[max(0, start - 2) : start]) if not token.is_punct), None)
    if verb is None or verb.lower_ not in SAYING or not any(child.dep_ == "auxpass" for child in verb.children):
        return None
    return Speech(verb.text, verb.i, verb.i, -1)


def introducing(first: Token) -> Speech | None:
    """``X told reporters, "it leaked"``, ``X yelled "no"``: the cue right before a quoted word, or a comma or colon."""
    if first.i == 0:
        return None
    before = first.nbor(-1)
    if before.pos_ == "VERB" and (before.lower_ in SAYING or (before.lower_ == "reading" and before.dep_ == "acl")):
        found = speech(before)
        return (
            found if found.head >= 0 else _chunk_near(first.doc[first.sent.start : before.i], before, before.sent[:0])
        )
    noun = before.nbor(-1) if before.text == "," and before.i else before
    if noun.lower_ in PHRASES:
        verb = next((above for above in noun.ancestors if above.pos_ == "VERB"), None)
        used = verb is not None and not any(child.dep_ == "neg" for child in verb.lefts)
        return _acting(verb, verb.text) if verb is not None and used else None
    return _preceding(first.doc, first.i, first.sent) if before.text in (",", ":") else None


def last_cue(doc: Doc) -> Speech | None:
    """The last verb of saying in a text, with its speaker: what ends in a colon introduces what follows."""
    if len(doc) and (verb := list(doc.sents)[-1][0]).lower_ in SAYING and verb.i + 1 < len(doc):
        # *Added Ann Lee:*, read as a name of three words
        return _chunk_near(doc[verb.i : verb.i], verb, doc[verb.i + 1 : verb.i + 8])
    found = (speech(token) for token in reversed(doc) if token.lower_ in QUOTING and token.pos_ == "VERB")
    said = _announced(doc) or next((said for said in found if said.head >= 0), None)
    return said or (_acting(doc[len(doc) - 1].sent.root) if len(doc) else None)


def _announced(doc: Doc) -> Speech | None:
    """Whose words a noun announces: *made the following remark:*, *printed this statement by Ann Lee:*."""
    for noun in list(doc.sents)[-1] if len(doc) else ():
        worded = noun.lower_ in CLAIMS or noun.lower_ in WORDS_OF or noun.lower_ in UTTERANCES
        if worded and any(child.lower_ in ("this", "these", "following") for child in noun.lefts):
            by = next((word for word in doc[noun.i + 1 : noun.i + 2] if word.lower_ in ("by", "from")), None)
            # whatever the parser hung *by Ann Lee* on
            who = next((child for child in by.rights if child.dep_ == "pobj"), None) if by is not None else issuer(noun)
            if who is not None:
                return Speech(noun.text, *name_of(who), who.i)
    return None


def _acting(verb: Token, cue: str = "") -> Speech | None:
    """Who does what a verb tells, where that is somebody who can speak."""
    who = subject(verb)
    if who is None or not can_speak(who):
        return None
    start, end = name_of(who)
    return Speech(cue, start, end, who.i)


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
    )


def after(token: Token) -> Speech | None:
    """``… the same," reported the agency``: the cue right behind a quoted word."""
    for near in token.doc[token.i + 1 : token.i + 3]:
        if near.lower_ in SAYING and near.tag_ in ("VBD", "VBZ", "VBP"):
            return _chunk_near(token.doc[near.i : near.i], near, token.doc[near.i + 1 : near.i + 8])
        if not near.is_punct:
            break
    return None


def closing(last: Token) -> Speech | None:
    """``… and quite old," Ann Lee says``: the cue behind a quotation that ends in a comma, where the parse is wrong."""
    if last.text not in (",", "?", "!"):
        return None
    doc, start = last.doc, last.i + 1
    for verb in doc[start : start + _NAMED_IN]:
        if verb.lower_ in SAYING and verb.tag_ in ("VBD", "VBZ", "VBP"):
            tells = any(child.dep_ in ("ccomp", "dobj", "intj") for child in verb.rights)
            return None if tells else _chunk_near(doc[start : verb.i], verb, doc[verb.i + 1 : verb.i + 8])
        if verb.pos_ not in ("PROPN", "NOUN", "PRON", "ADJ", "DET"):
            return None
    return None


def before(doc: Doc, start: int) -> Speech | None:
    """Who speaks in the sentence before the quotation that begins at token ``start``: its cue, or whom it tells of."""
    sentence = doc[start].sent
    if sentence.start == 0:
        return None
    earlier = doc[sentence.start - 1].sent
    for token in earlier:
        if token.lower_ in QUOTING and token.pos_ == "VERB":
            found = speech(token)
            if found.head >= 0:
                return found
    who = subject(earlier.root)
    person = who is not None and (who.ent_type_ == "PERSON" or who.lower_ in ("he", "she"))
    return _acting(earlier.root) if person else None


def _following(doc: Doc, end: int) -> Speech | None:
    """``…" X said`` and ``…" said X``: words in a row, for where the parse has gone wrong."""
    stop = min(len(doc), end + _REACH)
    for token in doc[end:stop]:
        if token.text == '"' or token.text in ".!?:;":
            return None
        if (token.lower_ in SAYING or _goes_on(token)) and token.tag_ in ("VBD", "VBZ", "VBP", "VBG", "VBN"):
            found = speech(token)
            if found.head >= 0:
                return found
            return _chunk_near(doc[end : token.i], token, doc[token.i + 1 : token.i + 8])
        ends = token.i > end and token.i + 1 < len(doc) and token.nbor().text in (".", ",")
        if ends and not any(is_finite(word) for word in doc[end : token.i]):
            # *“Gone?” Ann Lee repeated.*; a cue that ends its sentence may be read as a noun, *the ad states*
            found = speech(token)
            if token.lower_ in SAYING:
                return found if found.head >= 0 else _chunk_near(doc[end : token.i], token, doc[token.i : token.i])
            if token.lower_ in QUOTING and found.head >= end and _speaks(doc[found.head]):
                return found
    return None


def _goes_on(verb: Token) -> bool:
    """A verb that with its particle tells that somebody speaks: *the mayor went on*, *Ann Lee shot back*."""
    particle = "on" if verb.lower_ in ("go", "goes", "went") else "back"
    if not any(child.lower_ == particle and child.i == verb.i + 1 for child in verb.rights):
        return False
    who = subject(verb)
    return who is not None and _speaks(who)


def _speaks(who: Token) -> bool:
    # a surname that is a word, too, may be read as a noun or a verb: *Young shot back*
    named = who.text[:1].isupper() and not who.is_sent_start and who.pos_ != "PRON"
    return named or who.pos_ == "PROPN" or can_speak(who)


def _chunk_near(words: Span, verb: Token, rest: Span) -> Speech | None:
    """The nearest noun before the cue, or after it where it begins the sentence."""
    if hears(verb) or any(child.dep_ == "auxpass" for child in verb.children):
        return None  # *she was asked* has a hearer and no speaker
    nouns = [token for token in words if token.pos_ in ("NOUN", "PROPN", "PRON")]
    after = [token for token in rest if token.pos_ in ("NOUN", "PROPN", "PRON")]
    who = nouns[-1] if nouns else after[0] if after and not len(words) else None
    if who is None:
        return None
    while who.dep_ == "compound" and who.head.i > who.i and who.head.i < who.i + 5:
        who = who.head
    start, stop = name_of(who)
    return Speech(verb.text, start, stop, who.i)


def _preceding(doc: Doc, start: int, sentence: Span) -> Speech | None:
    """``X said: "…``, ``X told Y, "…``."""
    reach = len(doc) if start and doc[start - 1].text == ":" else _REACH
    for token in reversed(doc[max(sentence.start, start - reach) : start]):
        if (token.lower_ in QUOTING or _goes_on(token)) and token.pos_ in ("VERB", "AUX"):
            found = speech(token)
            if found.head < 0 and token.lower_ in SAYING:
                found = _chunk_near(doc[sentence.start : token.i], token, doc[token.i + 1 : start]) or found
            if found.head >= 0:
                return found
        if token.text in ".!?;" or token.text == '"':
            return None
    return None


def _by_rule(sentence: Span, start: int, end: int) -> Speech | None:
    for token in sentence:
        found = according(token)
        if found is not None:
            return found
    opening, after = sentence[0], sentence.doc[sentence.start + 1 : min(start, sentence.start + 8)]
    if opening.lower_ in _TURNED and len(after) and (after[0].pos_ == "PROPN" or after[0].lower_ in TITLES):
        return _chunk_near(sentence[:0], opening, after)  # *Said Ann Lee, who knew the dam, “…”*
    root, doc = sentence.root, sentence.doc
    if root.lower_ in QUOTING and not start <= root.i < end:
        found = speech(root)
        if found.head >= 0:
            return found
    if start <= root.i < end:
        # *the mayor winced, "…"*, where what is said was read as the main clause
        acts = next((child for child in root.lefts if child.dep_ == "ccomp" and child.i < start), None)
    else:
        acts = root
    introduced = start > sentence.start and doc[start - 1].text in (",", ":", "--", "—", "–")
    followed = start == sentence.start and doc[end - 2].text == "," and root.tag_ in ("VBD", "VBZ")
    return _acting(acts, acts.text) if acts is not None and (introduced or followed) else None


def named_for(pronoun: Token) -> Token | None:
    """Who tells what a pronoun's words stand in, and is whom it may mean: *Lee said the dam, which she called “old”*.

    A clause beside what is told, *Lee spoke when she was asked*, is not in it.
    """
    here, told = pronoun.head, False
    while here.dep_ not in ("parataxis", "advcl", "ROOT"):
        told = told or here.dep_ != "conj"
        here = here.head
        who = subject(here) if here.pos_ in ("VERB", "AUX") else None
        if who is None or who.i >= pronoun.i or who.lower_ in _PRONOUNS:
            continue
        tells = here.lower_ in QUOTING or here.lower_ in BELIEVING
        body = who.lower_ in INSTITUTIONS or (who.ent_type_ == "ORG" and pronoun.lower_ in ("it", "they"))
        means = (
            (body or who.tag_ in ("NNS", "NNPS"))
            if pronoun.lower_ == "they"
            else body == (pronoun.lower_ == "it") and who.tag_ in ("NN", "NNP")
        )
        if means:
            return who if told and tells else None
    return None


def is_cue_misread(noun: Token) -> bool:
    """*Young predicts that it will leak*, read as two nouns."""
    return (
        noun.tag_ == "NNS"
        and noun.dep_ == "ROOT"
        and any(child.dep_ == "compound" and child.i == noun.i - 1 for child in noun.lefts)
        and any(child.left_edge.lower_ == "that" and child.left_edge.dep_ == "mark" for child in noun.rights)
    )


def is_cue(token: Token, *, quoted: bool) -> bool:
    """Whether a verb reports speech or thought. Inside a quotation the speaker's own *I think* does not."""
    word = token.lower_
    verbal = token.pos_ in ("VERB", "AUX") or is_cue_misread(token)
    if not verbal or (word not in SAYING and word not in BELIEVING):
        return False
    passive = any(child.dep_ == "nsubjpass" and child.lower_ != "it" for child in token.children)
    if passive and agent(token) is None and not is_perfect(token):
        return False  # *she was told that…* has a hearer and no speaker
    who = subject(token)
    if who is not None and (who.lower_ in ("i", "we", "you") or (who.lower_ == "it" and token.lower_ not in TELLING)):
        return False
    return not quoted

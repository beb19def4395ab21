"""The cue near a quotation, by where it stands: right before it, right behind it, or in the sentence before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.extraction.attributions import is_as_said, others_saying
from factcheck.extraction.cues import CLAIMS, OPENING, PHRASES, QUOTING, SAYING, TITLES, UTTERANCES, WORDS_OF
from factcheck.extraction.grammar import TENSED, VERBAL, has_subject, is_finite, is_noun
from factcheck.extraction.speaker_names import name_of
from factcheck.extraction.speakers import Speech, according, speech, uttered
from factcheck.extraction.subjects import can_speak, hears, issuer, subject
from factcheck.extraction.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_REACH: Final = 12
"""Tokens that may lie between a quotation and its cue."""
_MARKS: Final = 3
"""Tokens, *that* and marks among them, between a noun and the words that it heads."""
_NAMED_IN: Final = 8
"""Tokens of a speaker's name and title, with the cue behind them."""
_INTRODUCED_IN: Final = 30
"""Tokens of a speaker's name with all that is said beside it, and the cue behind them."""
_SENT: Final = words("blogged cabled emailed faxed messaged posted radioed texted wired")
"""Verbs that say how words were sent, where a sender stands behind them."""
_TURNED: Final = frozenset({"said", "says", "added", "adds", "wrote", "writes"})
"""Verbs of saying that open a sentence before their subject; *Asked about it, …* has a hearer."""


def beside(doc: Doc, start: int, end: int) -> Speech | None:
    """The cue that belongs to the quotation that the tokens ``start`` to ``end`` stand for."""
    words = doc[start:end]
    near = _right_before(words[0]) or _of_others(words[0]) or _opening(words[0])
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
    if verb.dep_ in ("dobj", "dative") and verb.head.lower_ in QUOTING:
        verb = verb.head  # *Roebling scolded him: “…,” he said*, *Lee told the mayor, “…,” the Gazette reported*
    joined = verb.dep_ == "conj" and not has_subject(verb)  # *Lee rose and said, “…,” the Gazette reported*
    who = subject(verb) if joined else next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    told = verb.lower_ in QUOTING and verb.tag_ in TENSED and verb.dep_ != "relcl"
    return speech(verb) if told and who is not None else None


def _of_others(first: Token) -> Speech | None:
    """Who speaks in *…, with one farmer saying, “…”*, whatever the parser makes of it."""
    end = first.i - (first.i > 0 and first.nbor(-1).text in (",", ":"))
    joins = others_saying(first.doc, end)
    if joins is None:
        return None
    who = first.doc[joins.i + 1 : end - 1]
    behind = next((word.i for word in who[1:] if word.pos_ == "ADP"), end - 1)  # *residents of Leeds*
    return Speech(first.doc[end - 1].text, who.start, who.end, behind - 1)


def _opening(first: Token) -> Speech | None:
    """The cue that opens a sentence of which it leaves only a name and a colon: *Concluded Ann Lee: “…”*."""
    if first.i < 3 or first.nbor(-1).text != ":":
        return None
    words = first.doc[first.nbor(-1).sent.start : first.i - 1]
    named = 1 < len(words) <= _NAMED_IN and all(word.pos_ == "PROPN" for word in words[1:])
    if not named or words[0].lower_ not in SAYING:
        return None
    return Speech(words[0].text, *name_of(words[-1]), words[-1].i)


def _headed(doc: Doc, start: int) -> Speech | None:
    """Whose words a noun tells of that stands right before them, or is what is told of.

    *Her promise that, “…”*, *Ann Lee's answer: “…”*, *His reply has become famous: “…”*.
    """
    if start > 1 and doc[start - 1].text == ":":
        nouns = (noun for noun in doc[doc[start - 2].sent.start : start - 1] if noun.dep_ in ("nsubj", "nsubjpass"))
        whose = (uttered(noun) for noun in nouns if any(child.dep_ == "poss" for child in noun.lefts))
        found = next((said for said in whose if said is not None), None)
        if found is not None:
            return found
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
    aside = next((speech(token) for token in list(doc.sents)[-1] if is_as_said(token)), None) if len(doc) else None
    said = aside or _announced(doc) or next((said for said in found if said.head >= 0), None)
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


def after(token: Token) -> Speech | None:
    """``… the same," reported the agency``: the cue right behind a quoted word."""
    for near in token.doc[token.i + 1 : token.i + 3]:
        if near.lower_ in SAYING and near.tag_ in TENSED:
            return _chunk_near(token.doc[near.i : near.i], near, token.doc[near.i + 1 : near.i + 8])
        if not near.is_punct:
            break
    return None


def by_behind(last: Token) -> Speech | None:
    """*Described as “reckless” by critics*: whose the words before *by* are, whatever the parser hung it on."""
    by = next((token for token in last.doc[last.i + 1 :] if not token.is_punct), None)
    verb = next((above for above in last.ancestors if above.tag_ == "VBN" and above.lower_ in QUOTING), None)
    if by is None or by.lower_ != "by" or verb is None or any(child.dep_ == "nsubj" for child in verb.lefts):
        return None  # *has declared it to be “blessed” by all*
    who = next((child for child in by.rights if child.dep_ == "pobj"), None)
    return Speech(verb.text, *name_of(who), who.i) if who is not None and _speaks(who) else None


def closing(last: Token) -> Speech | None:
    """``… and quite old," Ann Lee says``: the cue behind a quotation that ends in a comma, where the parse is wrong."""
    if last.text not in (",", "?", "!"):
        return None
    doc, start = last.doc, last.i + 1
    for verb in doc[start : start + _NAMED_IN]:
        if verb.lower_ in SAYING and verb.tag_ in TENSED:
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
    introduced = _introduced(doc, end) or _inverted(doc, end)
    if introduced is not None:
        return introduced
    stop = min(len(doc), end + _REACH)
    for token in doc[end:stop]:
        if token.text == '"' or token.text in ".!?:;":
            return None
        turned = token.i == end and token.lower_ == "read"  # *“…,” read the sign*, whatever the parser makes of it
        if (token.lower_ in SAYING or _goes_on(token)) and (
            turned or token.tag_ in ("VBD", "VBZ", "VBP", "VBG", "VBN")
        ):
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


def _introduced(doc: Doc, end: int) -> Speech | None:
    """``…" keeper Ann Lee, who runs the "old" dam, said``: the name right behind a quotation, whatever follows it."""
    name = end
    while name < len(doc) and name < end + _NAMED_IN and is_noun(doc[name]) and doc[name].ent_type_ != "PERSON":
        name += 1
    stop = name
    while stop < len(doc) and doc[stop].ent_type_ == "PERSON" and (stop == name or doc[stop].ent_iob_ == "I"):
        stop += 1
    if stop == name or doc[stop : stop + 1].text != ",":
        return None
    for verb in doc[stop + 1 : end + _INTRODUCED_IN]:
        if verb.text in (".", "!", "?", ":", ";"):
            return None
        if verb.lower_ in SAYING and verb.tag_ in ("VBD", "VBZ") and verb.nbor(-1).text == ",":
            return Speech(verb.text, *name_of(doc[stop - 1]), stop - 1)
    return None


def _inverted(doc: Doc, end: int) -> Speech | None:
    """``…," exhorted the keeper``: who is named behind a verb, whom the parser takes for the one it is said to."""
    if end + 1 >= len(doc) or doc[end - 2].text not in (",", "?", "!"):
        return None
    verb, first = doc[end], doc[end + 1]
    names = first.pos_ in ("DET", "PROPN", "ADJ", "NOUN") or first.tag_ == "PRP$"
    if verb.lower_ not in (QUOTING - OPENING) | _SENT or verb.tag_ != "VBD" or not names:
        return None
    return _chunk_near(doc[end:end], verb, doc[end + 1 : end + 1 + _NAMED_IN])


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


def _stands_alone(token: Token) -> bool:
    """*“…,” read one*, not *“…,” read one placard*."""
    return token.lower_ in ("one", "another") and token.head.i != token.i + 1


def _chunk_near(words: Span, verb: Token, rest: Span) -> Speech | None:
    """The nearest noun before the cue, or after it where it begins the sentence."""
    if hears(verb) or any(child.dep_ == "auxpass" for child in verb.children):
        return None  # *she was asked* has a hearer and no speaker
    nouns = [token for token in words if token.pos_ in ("NOUN", "PROPN", "PRON")]
    after = [token for token in rest if token.pos_ in ("NOUN", "PROPN", "PRON") or _stands_alone(token)]
    turned = all(word.is_punct for word in words)  # *“It leaked”, added Reuters*
    who = nouns[-1] if nouns else after[0] if after and turned else None
    if who is None:
        return None
    while who.dep_ in ("compound", "poss") and who.i < who.head.i < who.i + 5:
        who = who.head
    start, stop = name_of(who)
    return Speech(verb.text, start, stop, who.i)


def _preceding(doc: Doc, start: int, sentence: Span) -> Speech | None:
    """``X said: "…``, ``X told Y, "…``."""
    reach = len(doc) if start and doc[start - 1].text == ":" else _REACH
    for token in reversed(doc[max(sentence.start, start - reach) : start]):
        if (token.lower_ in QUOTING or _goes_on(token)) and token.pos_ in VERBAL:
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
    if acts is None or not (introduced or followed):
        return None
    who = subject(acts)
    # *“…,” Lee radioed*: whatever the verb is
    named = followed and who is not None and who.i + 1 == acts.i and _speaks(who)
    return speech(acts) if named else _acting(acts, acts.text)

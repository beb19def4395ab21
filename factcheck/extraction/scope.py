"""How far a cue reaches: over all that stands before it in its sentence, or on to a clause joined to what is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.extraction.attributions import is_as_told
from factcheck.extraction.beginnings import first
from factcheck.extraction.cues import FINDING, LEARNED, PAPERS, QUOTING, SAYING, TELL
from factcheck.extraction.grammar import JOINING, TENSED, has_subject, is_finite, is_noun
from factcheck.extraction.speaker_names import name_of
from factcheck.extraction.speakers import Speech, according, speech
from factcheck.extraction.subjects import ends_list, is_past, is_share
from factcheck.extraction.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

_POSTED: Final = words("posted")
"""What is said behind what is told only: elsewhere it may be a loss."""
_AGAINST: Final = words("but yet while though")
_SHIFTED: Final = words("would could might had")
"""What tells that somebody's words go on: *it leaked, the mayor said; it would break*."""
_BESIDE: Final = frozenset({"relcl", "advcl", "acl"})
"""Relations of a clause that tells something beside the cue: *…, the mayor said as she left*."""
_SHORTEST: Final = 6
_LONGEST: Final = 5
"""Tokens that a sentence has at least, and words for a paper at most, that are told apart by their look."""
_ASIDE: Final = 16
"""Tokens at most from the *who* behind a speaker to the cue."""
_NOMINAL: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "PART", "NUM"})
"""Parts of speech that the words for a speaker are made of."""
_NEEDED: Final = frozenset({"attr", "acomp", "dobj", "oprd"})
"""Relations of what a verb needs to tell anything."""
_NO_OBJECT: Final = frozenset({"punct", "cc", "advmod", "npadvmod", "prep"})
"""Relations of what may stand between a cue and a clause that goes on with what is told."""
_GOVERNED: Final = frozenset({"ccomp", "xcomp", "conj"})


@dataclass(frozen=True, slots=True)
class Reach:
    """A stretch of a parsed text that one speaker tells, by a cue behind it."""

    start: int
    """First token."""
    end: int
    """One past the last token, where the words for the speaker and the cue begin."""
    cue: int
    """The token of the cue."""
    speech: Speech


def reaches(doc: Doc) -> Iterator[Reach]:
    """What ends in its cue, however many clauses it has: *The dam leaked, and it will break, the mayor said*.

    Semicolons and dashes end no sentence here: *Lee paid $2; Roe paid $3, the records show*, and *It leaked, Lee said;
    it broke*.
    """
    start: int | None = None
    told: Reach | None = None
    for sentence in doc.sents:
        start = sentence.start if start is None else start
        found = _closing(sentence, start)
        if found is not None:
            yield found
        elif told is not None and any(child.lower_ in _SHIFTED for child in sentence.root.lefts):
            yield Reach(sentence.start, sentence.end, told.cue, told.speech)
        joined = doc[sentence.end - 1].text in JOINING
        start, told = (start, found or told) if joined else (None, None)


def _shown(sentence: Span, start: int) -> Reach | None:
    """*…, the latest poll found.*, *…, one engineer commented.*, whatever the parse makes of what stands before it."""
    doc, end = sentence.doc, sentence.end - sentence[-1].is_punct
    if end - start < _SHORTEST:
        return None
    at = end - 1
    while at > end - 1 - _LONGEST and doc[at].pos_ in ("PROPN", "DET"):
        at -= 1  # *told Reuters*, *told the Gazette*
    cue, who = doc[at], doc[at - 1]
    if cue.lower_ not in (SAYING | FINDING if at + 1 == end else TELL):
        return None
    if who.text == "," and cue.i > start + _SHORTEST:
        # *…, the engineer, who had seen it, said*
        near = reversed(doc[max(start + 2, at - _ASIDE) : at])
        opens = next((word for word in near if word.tag_ in ("WP", "WDT") and word.nbor(-1).text == ","), None)
        who = who if opens is None else opens.nbor(-2)
    paper = who.lower_ in PAPERS or who.lower_ in ("he", "she")
    named = cue.lower_ not in FINDING and cue.tag_ in TENSED and is_noun(who)
    if not paper and not named:
        return None
    for begin in range(who.i, max(start, who.i - _LONGEST), -1):
        if doc[begin].pos_ == "DET" and doc[begin - 1].pos_ in ("NOUN", "PRON"):
            break  # *it leaked, something the mayor denies*
        if doc[begin - 1].text == ",":
            whole = paper or any(_is_statement(word) for word in doc[sentence.start : begin - 1])
            name = name_of(who) if who.pos_ == "PROPN" and not paper else (begin, who.i + 1)
            return Reach(start, begin, cue.i, Speech(cue.text, *name, who.i)) if whole else None
        if doc[begin - 1].pos_ not in _NOMINAL and not (paper and doc[begin - 1].dep_ == "cc"):
            break
    return None


def _is_statement(verb: Token) -> bool:
    """A finite clause that nothing opens: *when it leaked, the mayor wrote* tells only when."""
    opened = any(child.dep_ == "mark" or child.tag_ == "WRB" for child in verb.lefts)
    return verb.dep_ in ("ROOT", "ccomp", "conj") and is_finite(verb) and has_subject(verb) and not opened


def _closing(sentence: Span, start: int) -> Reach | None:
    doc = sentence.doc
    if (shown := _shown(sentence, start)) is not None:
        return shown
    for word in reversed(sentence):
        said, begin = None, word.i
        if word.lower_ == "according" or is_as_told(word):
            said, begin = according(word), word.left_edge.i
        elif (who := _teller(word)) is not None and _is_parted(doc, start, min(word.i, who.left_edge.i)):
            said, begin = speech(word), min(word.i, who.left_edge.i)
        if said is not None:
            return Reach(start, begin, word.i, said) if begin > start and _is_last(word, sentence.end) else None
    return None


def _is_parted(doc: Doc, start: int, at: int) -> bool:
    """Whether a comma or a quotation stands before a cue; none counts behind a colon: *Lee left: “…,” she said*."""
    before = doc[at - 1].text
    return before == "," or (before == '"' and not any(word.text == ":" for word in doc[start:at]))


def _teller(verb: Token) -> Token | None:
    """Who says what stands before a verb of saying, where that governs nothing behind it."""
    learned = verb.lower_ in LEARNED
    if not (learned or verb.lower_ in SAYING | _POSTED or verb.lower_ in FINDING) or not is_finite(verb) or verb.i == 0:
        return None
    if any(child.dep_ in ("neg", "nsubjpass", "mark") for child in verb.children) or not _stands_behind(verb):
        return None
    if any(child.dep_ == "dobj" for child in verb.rights) and verb.lower_ not in TELL:
        return None  # *When it leaked, he told the truth*
    whoever = [child for child in verb.children if child.dep_ == "nsubj"]
    who = whoever[-1 if _tells_misread(verb) else 0] if whoever else None
    if who is None or is_share(who):
        return None
    if verb.lower_ in SAYING | _POSTED:
        return who
    return who if (who.ent_type_ == "ORG" if learned else who.lower_ in PAPERS) else None


def _stands_behind(verb: Token) -> bool:
    """Whether a whole statement stands before a verb as what it tells, or as what it was joined to."""
    if verb.dep_ in ("conj", "parataxis"):
        return verb.head.i < verb.i and is_finite(verb.head)
    if verb.dep_ == "ccomp" and any(child.dep_ == "ccomp" and child.i < verb.i for child in verb.head.rights):
        return True  # *Lee said it leaked, the Gazette reported*, read as a second thing that Lee said
    return _tells_misread(verb) or any(child.dep_ == "ccomp" and is_finite(child) for child in verb.lefts)


def _tells_misread(verb: Token) -> bool:
    """*The dam leaked for weeks, the Gazette reported*: a statement that was read as a subject with a participle."""
    whoever = [child for child in verb.lefts if child.dep_ == "nsubj"]
    if len(whoever) != 2 or whoever[0].right_edge.i >= whoever[1].left_edge.i - 1:
        return False
    participle = any(child.dep_ == "acl" and child.tag_ in ("VBN", "VBD") for child in whoever[0].rights)
    return participle and verb.doc[whoever[1].left_edge.i - 1].text == ","


def _is_last(cue: Token, end: int) -> bool:
    """Whether nothing is told behind a cue but where, when and by whom; *it was, he said, a gift* goes on."""
    return not any(
        token.dep_ in _GOVERNED
        or (is_finite(token) and token.dep_ not in _BESIDE)
        or (token.dep_ in _NEEDED and token.head.i < cue.i)
        for token in cue.doc[cue.i + 1 : end]
        if not any(above.dep_ in _BESIDE for above in token.ancestors if above.i > cue.i)
    )


def goes_on(clause: Token, cue: Token, content: Token) -> bool:
    """Whether a clause joined to a cue is said, too: *Lee said that it leaks, and that it will break*.

    It begins with *that*, or shares the tense of what is said and not the cue's, *Lee said it leaks, and they know*, or
    no comma parts its subject from what is said.
    """
    if clause.dep_ != "conj" or clause.i < content.i or not is_finite(clause):
        return False
    if any(child.lower_ == "that" and child.dep_ == "mark" for child in clause.lefts):
        return True
    start = first(clause)
    against = start > 1 and clause.doc[start - 1].lower_ in _AGAINST and clause.doc[start - 2].is_punct
    if against or any(child.lower_ in ("i", "we") for child in clause.lefts):
        return False  # *Officials said it will open, but work is late*
    if not has_subject(clause):
        if content.i < cue.i and start > 1 and clause.doc[start - 2].text == "," and cue.lower_ not in TELL:
            # *the mill was sold, he said, and will close*
            return all(child.dep_ in _NO_OBJECT for child in cue.rights if child.i < start)
        if start > 1 and not clause.doc[start - 2].is_punct and any(child.lower_ == "must" for child in clause.lefts):
            return True  # *said it had leaked and must be mended*
        # *says it would fall, but would rise again*, *said it fell, broke the wall, and sank*
        return (_is_modal(clause) and _is_modal(content)) or ends_list(clause, content)
    if clause.lower_ in QUOTING:
        return False
    if is_past(cue) and not is_past(clause) and not is_past(content):
        return True
    return start > 1 and cue.doc[start - 1].dep_ == "cc" and not cue.doc[start - 2].is_punct


def _is_modal(verb: Token) -> bool:
    return any(child.tag_ == "MD" for child in verb.lefts)

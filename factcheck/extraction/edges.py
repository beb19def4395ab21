"""Where a claim begins and ends: without joints, marks, answers, and what only leads to a quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.extraction.attributions import leading_participle, others_saying
from factcheck.extraction.cues import QUOTING, SAYING
from factcheck.extraction.grammar import SUBJECTS, has_subject, nominal_subject, stands_in
from factcheck.extraction.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LINKING: Final = words("however moreover furthermore additionally nevertheless nonetheless regardless also besides")
"""Adverbs that before a comma do what *and* and *but* do."""
_GOING_ON: Final = words(
    "go goes went going continue continues continued continuing proceeds proceeded keep keeps kept keeping"
)
"""Verbs that only lead on to a verb of saying."""
_MARKING: Final = words("that as because while whereas although though")
_FOR_OTHERS: Final = words("am is are was were do does did has have had")
"""Verbs that stand for any other one."""
_ALONE: Final = words("only just merely simply")
_TO_HEARER: Final = words("know mean")
_CALLS: Final = words("oh ah well okay ok hey yeah yep hello hi wow alas gosh like")
_MARKS: Final = 4
"""Tokens by which a stand-in with its marks may miss the end of a claim."""
_PREFIXES: Final = words("co ex vice then")
"""What stands with a hyphen before somebody's role, and is parsed as a word by itself."""
_OF_FIGURES: Final = ("%", "‰", "°", "$", "£", "€", "¢")
"""Signs that the tokenizer counts among the marks, and that belong to the figure beside them."""
_BESIDE: Final = frozenset({"advcl", "pcomp", "relcl", "acl"})
"""Relations of a clause that another does without."""


def trimmed(doc: Doc, start: int, end: int, *, content: bool) -> tuple[int, int]:
    """A stretch of tokens without what only joins it to its neighbours.

    Args:
        doc: The text.
        start: First token.
        end: One past the last token.
        content: It is what somebody says, which *that* or *how* may begin.
    """
    whole = doc[start:end]

    def is_loose_bracket(at: int) -> bool:
        """Whether a bracket at the edge has no other half in the whole."""
        mark = doc[at].text
        other = {"(": ")", ")": "("}.get(mark)
        return other is not None and sum((word.text == mark) - (word.text == other) for word in whole) > 0

    while start < end and (
        is_loose(doc[start])
        or is_mark(doc[start], end, content=content)
        or _is_answer(doc[start])
        or _is_to_hearer(doc[start])
        or doc[start].text == ")"
        or is_loose_bracket(start)
    ):
        start += 1
    start = _with_prefix(doc, start)
    while end > start and (
        is_loose(doc[end - 1]) or _joins_on(doc[end - 1]) or doc[end - 1].text == "(" or is_loose_bracket(end - 1)
    ):
        end -= 1
    if doc[end - 2 : end + 1].text.lower() == "as well as":
        end = max(start, end - 2)  # *It sells bread as well as offering courses*
    return start, end


def _with_prefix(doc: Doc, start: int) -> int:
    """Where a claim begins with the whole of a role, *study co-author Ann Lee*, of which the parser cut off *co*."""
    prefix = doc[max(0, start - 2)]
    cut = start > 1 and doc[start - 1].text == "-" and not (prefix.whitespace_ or doc[start - 1].whitespace_)
    return prefix.left_edge.i if cut and prefix.lower_ in _PREFIXES else start


def without_stand_ins(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Cut off quotations at the ends, where the parse did not; nothing is left of a mere *X said*."""
    begin, whole = start, end
    for word in doc[start:end]:
        if stands_in(word) and end - word.i <= _MARKS:
            end = word.i - 2
        elif stands_in(word) and word.i - start <= _MARKS:
            start = word.i + 1
    while end > start and doc[end - 1].is_punct and doc[end - 1].text not in _OF_FIGURES:
        end -= 1
    left = [word for word in doc[start:end] if not word.is_punct]
    beside = start > begin or (end < len(doc) and doc[end].text == ":")
    if beside and left and left[0].lower_ in SAYING and all(word.pos_ == "PROPN" for word in left[1:]):
        return start, start  # *“…”, added Ann Lee*, *Added Ann Lee: “…”*
    if end < whole and end > start and doc[end - 1].lower_ in QUOTING:
        return start, start
    return start, _before_lead(doc, start, max(start, end))


def _before_lead(doc: Doc, start: int, end: int) -> int:
    """Where a claim ends before what only leads to a quotation behind it: *…, when she said, “…”*, *by saying: “…”*."""
    marks = doc[end : end + 2]
    announced = marks.text == ":"  # by a paragraph that ends so
    parted = len(marks) == 2 and marks[0].text in (",", ":") and marks[1].is_quote
    if start == end or not (announced or parted or marks[:1].text == '"'):
        return end
    joins = others_saying(doc, end)
    if joins is not None:
        return max(start, joins.i)
    cue = leading_participle(doc, end)
    if cue is None and (announced or parted) and doc[end - 1].pos_ == "VERB":
        cue = doc[end - 1]
    if cue is None or cue.i < start or cue.lower_ not in SAYING or any(word.dep_ == "auxpass" for word in cue.lefts):
        return end
    if cue.dep_ == "xcomp" and cue.head.lower_ in _GOING_ON:
        cue = cue.head
    phrase = cue.head if cue.dep_ == "pcomp" else cue
    if phrase != cue and phrase.head.dep_ == "acomp" and cue.i == phrase.i + 1:
        cue = phrase = phrase.head.head  # *she is fond of saying*
    # of *a film of two men saying*, *it is about Lee saying* only the last word leads on
    others = phrase != cue and phrase.lower_ != "with" and has_subject(cue)
    if others and cue.i + 1 < end:
        return end  # *it is about men telling owners*
    lead = cue.i if cue.dep_ == "acl" or phrase.lower_ == "of" or others else phrase.left_edge.i
    return end if lead > start and cue.dep_ not in _BESIDE else max(start, lead)


def is_loose(token: Token) -> bool:
    """Whether a word is a mark or a conjunction, which no claim begins or ends with."""
    joins = token.dep_ == "cc" or (token.head.dep_ == "cc" and token.head.i < token.i)  # *but also*
    joins = (joins and token.lower_ != "nor") or _is_and_yet(token)  # *nor did it leak*
    return (token.is_punct and token.text not in ("(", ")", "[", "]", *_OF_FIGURES)) or token.is_space or joins


def _is_and_yet(token: Token) -> bool:
    """The *yet* of *and yet the dam leaks*; *and yet another dam* counts them."""
    if token.lower_ != "yet" or token.i == 0 or token.nbor(-1).dep_ != "cc":
        return False
    if token.doc[token.i + 1 : token.i + 2].text == ",":
        return True
    who = nominal_subject(token.head)
    return who is not None and who.left_edge.i == token.i + 1 and who.left_edge.lower_ not in ("another", "more")


def is_mark(token: Token, end: int, *, content: bool) -> bool:
    """Whether a word only joins the claim that it begins, and that ends before token ``end``, to what stands before."""
    if token.lower_ in LINKING and token.i + 1 < end and token.nbor().text == ",":
        return True
    if content and token.lower_ in _ALONE and token.i + 1 < end and token.nbor().dep_ == "mark":
        return token.nbor().lower_ == "that"  # *he would say only that it leaked*
    if content and (token.lower_ == "how" or (token.lower_ == "that" and token.dep_ != "det" and not _is_doer(token))):
        return True
    if token.dep_ != "mark":
        return False
    behind = token.nbor() if token.i + 1 < end else token
    if token.lower_ == "as" and (behind.lower_ in _FOR_OTHERS or behind.tag_ == "MD"):
        return False  # *it burned, as did the yard*: without it nothing is told
    if token.lower_ == "as":
        return not token.i < token.head.head.i < end  # *as it rained, they left* is one claim
    return token.lower_ in ("that", "because", "while", "whereas", "although", "though", "so")


def _is_doer(that: Token) -> bool:
    """The *that* of *the mayor said that was a mistake*: without it nobody knows what was one.

    The verb of *Lee writes that Grant exhibits signs* was read from a name.
    """
    return (
        that.dep_ in SUBJECTS
        and that.head.is_lower
        and not any(one.dep_ in SUBJECTS and one != that for one in that.head.lefts)
    )


def _joins_on(token: Token) -> bool:
    """Whether a word at the end of a claim only joins what follows to it."""
    return token.lower_ in _MARKING and (token.dep_ == "mark" or (token.dep_ == "prep" and not any(token.children)))


def _is_to_hearer(token: Token) -> bool:
    """The *you* or the *know* of *You know, it leaked*."""
    first = token.i - (token.i > 0 and token.lower_ in _TO_HEARER)
    said = token.doc[first : first + 3]
    if len(said) < 3 or said[0].lower_ not in ("you", "i"):
        return False
    return said[1].lower_ in _TO_HEARER and said[2].text == ","


def _is_answer(token: Token) -> bool:
    """The *no* of *No, it leaked*, the *yes* of *Yes it leaked*, and the *oh* of *Oh, and it leaked*."""
    if token.i + 1 >= len(token.doc):
        return False
    if token.lower_ in _CALLS and token.dep_ == "intj":
        return token.nbor().text == ","
    if token.lower_ not in ("no", "yes"):
        return False
    return token.nbor().text in (",", "!") or (token.lower_ == "yes" and token.dep_ == "intj")

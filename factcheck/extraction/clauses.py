"""Sentences to clauses that can be checked one by one, by the dependency parse.

A claim is a finite clause: the main one, each co-ordinated one, what a reporting verb introduces, and relative clauses,
participles and adverbial clauses that tell something of their own. Its span is its subtree without the claims that stand
at its ends; a clause in mid-sentence stays inside and is a second, nested claim.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.extraction.cues import BELIEVING, QUOTING, SAYING
from factcheck.extraction.speakers import Speech, according, is_cue, speech, subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

_CONDITIONS: Final = frozenset({"if", "unless", "whether", "lest", "as", "than", "though", "until", "till", "so"})
_REASONS: Final = frozenset(
    {
        "because",
        "since",
        "while",
        "although",
        "whereas",
        "after",
        "before",
        "when",
        "where",
        "though",
        "until",
        "so",
        "as",
    }
)
_HARD: Final = frozenset(
    {
        "DATE",
        "TIME",
        "MONEY",
        "PERCENT",
        "QUANTITY",
        "CARDINAL",
        "ORDINAL",
        "PERSON",
        "ORG",
        "GPE",
        "LOC",
        "FAC",
        "NORP",
    }
)
_LEADING: Final = frozenset(
    {"and", "but", "or", "nor", "yet", "so", "while", "whereas", "although", "though", "because", "that", "since"}
)
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LEAST: Final = 3
"""Tokens below which a clause tells nothing of its own."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a parsed text that asserts something."""

    start: int
    """First token."""
    end: int
    """One past the last token."""
    head: int
    """The token that it hangs on: its verb, as a rule."""
    speech: Speech | None = None


@dataclass(slots=True)
class _Head:
    token: Token
    speech: Speech | None
    frame: bool = False
    """It only says that somebody says something: its parts may be claims, it is none."""


def clauses(doc: Doc, *, quoted: bool = False, fragments: bool = False) -> list[Clause]:
    """All claims of a parsed text, in order, the outer before the inner.

    Args:
        doc: Parsed; stand-ins for quotations in it are part of no claim.
        quoted: The text stands in quotation marks, so that what is reported in it is the speaker's own claim.
        fragments: The text is a headline or a caption, which need no verb.
    """
    found = [clause for sentence in doc.sents for clause in _of_sentence(sentence, quoted, fragments)]
    return sorted(found, key=lambda clause: (clause.start, -clause.end))


def _of_sentence(sentence: Span, quoted: bool, fragments: bool) -> Iterator[Clause]:
    words = [token for token in sentence if not token.is_punct and not token.is_space]
    if not words:
        return
    if not quoted and sentence.text.rstrip("\"”’' ").endswith("?"):
        return
    heads = _heads(sentence, quoted)
    if not quoted and imperative(sentence.root):
        heads = [head for head in heads if head.token.i != sentence.root.i]
    whole = any(_finite(token) for token in words)
    if not whole and not fragments:
        if any(token.ent_type_ in _HARD for token in words) and len(words) > _LEAST:
            yield from _trimmed(sentence.doc, sentence.start, sentence.end, sentence.root.i, None)
        return
    indices = {head.token.i for head in heads}
    for head in heads:
        if head.frame:
            continue
        start, end = _extent(head.token, heads, indices)
        yield from _trimmed(sentence.doc, start, end, head.token.i, head.speech)


def _heads(sentence: Span, quoted: bool) -> list[_Head]:
    heads: list[_Head] = []
    overall = None if quoted else next((found for token in sentence if (found := according(token))), None)
    todo: list[tuple[Token, Speech | None]] = [(sentence.root, overall)]
    while todo:
        token, says = todo.pop()
        cue = (
            is_cue(token, quoted=quoted)
            or (token.lower_ in QUOTING
            and any(_stands_in(child) for child in token.children))
        )
        content = [child for child in token.children if _content(child, token)] if cue else []
        stand_in = cue and any(_stands_in(child) for child in token.subtree)
        frame = bool(content) or stand_in or _stands_in(token)
        spoken = speech(token) if frame and not _stands_in(token) else says
        heads.append(_Head(token, says, frame))
        for child in content:
            todo.append((child, spoken if spoken and spoken.head >= 0 else says))
        todo.extend(
            (child, says) for child in _inner(token, frame=frame, skip={child.i for child in content}, quoted=quoted)
        )
        for child in token.children:
            if child.dep_ == "parataxis" and is_cue(child, quoted=quoted) and not content:
                heads[-1].speech = speech(child)
    return heads


def _inner(top: Token, *, frame: bool, skip: set[int], quoted: bool) -> Iterator[Token]:
    """The claims below a head, not those below other claims."""
    todo = [child for child in top.children if child.i not in skip]
    while todo:
        token = todo.pop()
        if _splits(token, top, frame=frame, quoted=quoted):
            yield token
        else:
            todo.extend(token.children)


def _content(child: Token, verb: Token) -> bool:
    if child.dep_ not in ("ccomp", "parataxis") or _stands_in(child):
        return False
    if child.dep_ == "parataxis" and child.lower_ in SAYING:
        return False
    return (
        _has_subject(child)
        or child.tag_ in _FINITE
        or any(grand.tag_ in ("MD", "VBZ", "VBD", "VBP") for grand in child.lefts)
    )


def _splits(token: Token, top: Token, *, frame: bool, quoted: bool) -> bool:
    dep = token.dep_
    if _stands_in(token):
        return False
    verbal = token.pos_ in ("VERB", "AUX")
    if dep == "conj":
        return verbal and token.head.pos_ in ("VERB", "AUX") and _chain(token, top) and _own_weight(token)
    if dep in ("ccomp", "parataxis"):
        if not verbal or not _has_subject(token):
            return False
        if dep == "parataxis" and (token.lower_ in SAYING or token.lower_ in BELIEVING):
            return False
        return frame or (token.head is top and _set_off(token, top))
    if dep == "relcl":
        return verbal and _relative(token)
    if dep == "acl":
        return verbal and token.tag_ in ("VBN", "VBG") and _comma_before(token) and _size(token) > _LEAST
    if dep == "advcl":
        return verbal and _adverbial(token)
    if dep == "prep" and token.lower_ in ("before", "after", "by", "while", "without", "despite"):
        pcomp = next((child for child in token.children if child.dep_ == "pcomp" and child.tag_ == "VBG"), None)
        return pcomp is not None and _size(token) > _LEAST + 1
    return dep == "pcomp" and frame and verbal and _has_subject(token)


def _chain(token: Token, top: Token) -> bool:
    """Whether a conjunct hangs on the claim's own verb, not on an infinitive below it."""
    head = token.head
    while head.dep_ == "conj" and head is not top:
        head = head.head
    return head is top or (_has_subject(token) and _finite(token))


def _own_weight(token: Token) -> bool:
    if _has_subject(token):
        return True
    return (token.tag_ != "VB" and _size(token) >= _LEAST) or (token.tag_ == "VB" and _size(token) > _LEAST)


def _relative(token: Token) -> bool:
    if not _finite(token) or _size(token) < _LEAST:
        return False
    if _comma_before(token):
        return True
    if not any(child.tag_ in ("WP", "WDT", "WRB", "IN") for child in token.subtree if child.i < token.i):
        return False
    past = token.tag_ == "VBD" or any(child.tag_ == "VBD" for child in token.lefts)
    return past and (any(word.ent_type_ in _HARD for word in token.subtree) or _size(token) > 5)


def _adverbial(token: Token) -> bool:
    mark = next(
        (child.lower_ for child in token.lefts if child.dep_ in ("mark", "advmod") and child.tag_ in ("IN", "WRB")), ""
    )
    set_off = _comma_before(token) or _comma_after(token)
    if token.tag_ in ("VBG", "VBN") and not _has_subject(token) and not _finite(token):
        return set_off and _size(token) >= _LEAST
    if not _has_subject(token):
        return token.tag_ == "VB" and _comma_before(token) and _size(token) > 5 and not quoted_infinitive(token)
    if mark in ("if", "unless", "whether", "than", "lest"):
        return False
    if mark == "because":
        return True
    trailing = token.i > token.head.i
    if mark in ("while", "although", "whereas", "though"):
        return True
    return trailing and _comma_before(token)


def quoted_infinitive(token: Token) -> bool:
    """An infinitive of purpose with its *to*, which is a part of its clause."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in token.lefts)


def _set_off(token: Token, top: Token) -> bool:
    """An independent clause that the parser hung below its neighbour, cut off by a stop of some kind."""
    if any(child.dep_ == "mark" for child in token.lefts):
        return False
    between = (
        token.doc[min(token.right_edge.i + 1, top.i) : top.i]
        if token.i < top.i
        else token.doc[top.i + 1 : token.left_edge.i]
    )
    near = between[:2] if token.i < top.i else between[-2:]
    return any(word.text in (";", ":", "-", "–", "—", ",", "--", "...") for word in near)


def _extent(token: Token, heads: list[_Head], indices: set[int]) -> tuple[int, int]:
    """The tokens of a claim, without the claims, cues and stand-ins at its ends."""
    doc = token.doc
    start, end = token.left_edge.i, token.right_edge.i + 1
    below = [
        head.token
        for head in heads
        if head.token is not token and start <= head.token.i < end and _under(head.token, token)
    ]
    # a co-ordinated clause ends the one before it, whatever the parser hung behind
    for other in below:
        if other.dep_ == "conj" and other.i > token.i:
            end = min(end, other.left_edge.i)
    cuts = [(other.left_edge.i, other.right_edge.i + 1) for other in below]
    for word in doc[start:end]:
        if word.i in indices:
            continue
        if (word.lower_ == "according" and according(word)) or (
            word.dep_ == "parataxis"
            and (word.lower_ in SAYING or word.lower_ in BELIEVING)
            and subject(word) is not None
        ) or _stands_in(word):
            cuts.append((word.left_edge.i, word.right_edge.i + 1))
    changed = True
    while changed:
        changed = False
        while end > start and _loose(doc[end - 1]):
            end -= 1
        while start < end and _loose(doc[start]):
            start += 1
        for left, right in cuts:
            if left <= start < right <= token.i:
                start, changed = right, True
            elif token.i < left < end <= right:
                end, changed = left, True
    return start, end


def _under(token: Token, top: Token) -> bool:
    return top.is_ancestor(token)


def _loose(token: Token) -> bool:
    return (token.is_punct and token.text not in "()[]%$") or token.is_space or token.dep_ == "cc"


def _trimmed(doc: Doc, start: int, end: int, head: int, says: Speech | None) -> Iterator[Clause]:
    while start < end and (_loose(doc[start]) or (doc[start].lower_ in _LEADING and doc[start].dep_ in ("cc", "mark"))):
        start += 1
    while end > start and (_loose(doc[end - 1]) or doc[end - 1].dep_ == "cc"):
        end -= 1
    opened = sum(token.text == "(" for token in doc[start:end]) - sum(token.text == ")" for token in doc[start:end])
    if opened < 0 and doc[end - 1].text == ")":
        end -= 1
    elif opened > 0 and doc[start].text == "(":
        start += 1
    if any(token.is_alpha or token.like_num for token in doc[start:end]):
        yield Clause(start, end, head, says)


def _stands_in(token: Token) -> bool:
    return token.text == "works" and token.i > 1 and token.nbor(-1).text == "It" and token.nbor(-2).text == '"'


def _has_subject(token: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl") for child in token.children)


def _finite(token: Token) -> bool:
    return (
        token.tag_ in _FINITE
        or (token.pos_ in ("VERB", "AUX")
        and any(child.tag_ in _FINITE and child.dep_ in ("aux", "auxpass") for child in token.children))
    )


def imperative(root: Token) -> bool:
    """Whether a sentence with this root is an order or a request."""
    return (
        root.tag_ == "VB"
        and not _has_subject(root)
        and not any(child.dep_ in ("aux", "auxpass") and child.tag_ != "VB" for child in root.children)
    )


def _comma_before(token: Token) -> bool:
    left = token.left_edge.i
    return left > token.sent.start and token.doc[left - 1].text in (",", "-", "–", "—", "--", "(", ";", ":")


def _comma_after(token: Token) -> bool:
    right = token.right_edge.i + 1
    return right < token.sent.end and token.doc[right].text in (",", "-", "–", "—", "--", ")", ";")


def _size(token: Token) -> int:
    return token.right_edge.i - token.left_edge.i + 1

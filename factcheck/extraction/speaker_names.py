"""The words that name a speaker: without titles, and without what is only said beside the name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.extraction.cues import ANONYMOUS, INSTITUTIONS, QUOTING, TITLES
from factcheck.extraction.given_names import is_given
from factcheck.extraction.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_REACH: Final = 12
"""Tokens that a speaker's words have at most."""
_LINKS: Final = frozenset({"of", "for", "on"})
"""What joins the halves of a body's name."""
_SOME: Final = words("some many most several few other another")
_CLAUSES: Final = frozenset({"acl", "advcl", "ccomp", "csubj"})
"""What may stand before a speaker's name without being a part of it: *Holding signs, the protesters chanted*."""
_MODIFIERS: Final = frozenset({"relcl", "appos", "punct", "cc", "conj", "advcl", "parataxis", "acl"})


def name_of(token: Token) -> tuple[int, int]:
    """The tokens of a speaker's name as it stands: without titles, and without what is only said beside it."""
    token = _behind_roles(token) or token
    if token.pos_ == "NOUN" or token.ent_type_ == "NORP" or _is_office(token):
        names = (child for child in token.rights if child.dep_ == "appos" and _names(child, token))
        named = next(names, None) or _holder(token) or token
        if token.tag_ == "NNS" and (last := list(_chain(named))) and last[-1].ent_type_ == "PERSON":
            return token.left_edge.i, last[-1].i + 1  # *two engineers, Ann Lee and Tom Ray*
        token = named
        if token.lower_ in TITLES:
            # *director, owner and founder Ann Lee*
            names = (one for one in _chain(token) if one.ent_type_ == "PERSON" and one.left_edge.i < one.i)
            token = next(names, token)
    of_many = token.ent_type_ == "NORP" or token.tag_ == "NNPS"
    if of_many and any(child.lower_ in _SOME or child.dep_ == "nummod" for child in token.lefts):
        return token.left_edge.i, token.i + 1  # *some Londoners*, *three senior Democrats*
    proper = token.ent_type_ == "PERSON" or (token.pos_ == "PROPN" and token.ent_type_ != "NORP")
    start, end = _proper(token) if proper else _described(token)
    return start, _shared(token, end) or end


def _shared(body: Token, end: int) -> int | None:
    """Where *Leeds council and police officials* end, read as a body and officials: they are of both.

    So they are not in *the council and police officials*, nor in *the mayor's aide and police officers*.
    """
    people = next((child for child in body.rights if child.dep_ == "conj"), None)
    if people is None or people.tag_ != "NNS" or people.lower_ not in ANONYMOUS:
        return None
    person = body.ent_type_ == "PERSON" or body.lower_ in ANONYMOUS or body.lower_ in TITLES
    alone = any(child.dep_ in ("det", "poss") for one in (body, people) for child in one.lefts)
    if person or alone or body.tag_ not in ("NN", "NNP") or body.doc[end : people.left_edge.i].text != "and":
        return None
    return None if people.left_edge == people or people.left_edge.lower_ in _SOME else people.i + 1


def _behind_roles(noun: Token) -> Token | None:
    """The name of *American academic and professor Ann Lee*, read as two people.

    A body has no article either, *Congress and the mayor Ann Lee*, and *Nixon and adviser Ann Lee* are two.
    """
    doc, at = noun.doc, noun.i + 1
    bare = noun.tag_ in ("NN", "NNP", "JJ") and noun.ent_type_ in ("", "NORP") and noun.lower_ not in INSTITUTIONS
    if not bare or at + 2 >= len(doc) or doc[at].lower_ != "and":
        return None
    if any(child.dep_ in ("det", "poss") for child in noun.lefts):
        return None
    at += 1
    while at + 1 < len(doc) and doc[at].text.islower() and doc[at].pos_ in ("NOUN", "ADJ", "PROPN"):
        at += 1
    if doc[at - 1].pos_ not in ("NOUN", "PROPN") or doc[at].ent_type_ != "PERSON":
        return None
    while at + 1 < len(doc) and doc[at + 1].ent_type_ == "PERSON" and doc[at + 1].ent_iob_ == "I":
        at += 1
    return doc[at] if doc[at + 1 : at + 2].text != "and" else None  # *Father and son John and Tom Roebling*


def _holder(office: Token) -> Token | None:
    """The name of *ambassador to the United States Ann Lee*, read as a part of the country's."""
    if office.lower_ not in TITLES:
        return None
    things = (thing for joins in office.rights if joins.dep_ == "prep" for thing in joins.rights)
    name = next((thing for thing in things if thing.dep_ == "pobj" and thing.ent_type_ == "PERSON"), None)
    if name is None:
        return None
    start = next((word.i for word in name.doc[name.left_edge.i : name.i + 1] if word.ent_type_ == "PERSON"), name.i)
    before = name.doc[start - 1]
    return name if before.ent_type_ in ("GPE", "ORG") and before.i > name.left_edge.i else None


def _is_office(token: Token) -> bool:
    """*Ambassador to the United States Ann Lee*: a title with a capital, and who holds it behind."""
    return token.lower_ in TITLES and not token.ent_type_ and any(child.dep_ == "prep" for child in token.rights)


def _proper(token: Token) -> tuple[int, int]:
    """The name of a person or a body around its head, without titles."""
    doc = token.doc
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
    while doc[end - 1].lower_.strip(".") in TITLES and end < len(doc) and doc[end].text[:1].isupper():
        end += 1  # *Mr Justice Wills*, of which the name was read as a verb
    if end < len(doc) and doc[end].tag_ == "POS" and token.dep_ != "poss":
        end += 1  # *McDonald’s said that*
    title = max((word.i for word in doc[start : end - 1] if word.lower_.strip(".") in TITLES), default=-1)
    start = max(start, title + 1)
    if token.ent_type_ == "PERSON":
        return start, end
    first = start
    while token.ent_type_ == "ORG" and first > token.left_edge.i and doc[first].ent_iob_ == "I":
        first -= 1
    if doc[first].text[:1].isupper():
        start = first  # *the Pulp and Paper Company*
    return _body(doc, start, end)


def _described(token: Token) -> tuple[int, int]:
    """The words for a speaker without a name: *a former head of the yard*, and not *who left in May* behind them."""
    doc = token.doc
    start = max((child.right_edge.i + 1 for child in token.lefts if child.dep_ in _CLAUSES), default=token.left_edge.i)
    while start < token.i and (
        doc[start].is_punct or (doc[start].dep_ in ("cc", "advmod", "predet") and doc[start].pos_ != "DET")
    ):
        start += 1
    while (
        token.dep_ == "compound"
        and start
        and doc[start - 1].dep_ in ("det", "amod")
        and doc[start - 1].head == token.head
    ):
        start -= 1  # *the long message read:*, read as two nouns
    end = token.i + 1
    for child in token.rights:
        if child.i != end or (child.dep_ in _MODIFIERS and not (child.dep_ == "acl" and child.tag_ in ("VBN", "VBG"))):
            break
        tells = child.dep_ == "acl" and (child.lower_ in QUOTING or child.lower_ == "reading")
        if child.dep_ in ("relcl", "punct") or tells:
            break
        end = child.right_edge.i + 1
    if end - start > _REACH:
        end = _up_to_second(token)
    while end > token.i + 1 and doc[end - 1].dep_ == "cc":
        end -= 1
    return start, max(end, start + 1)


def _up_to_second(noun: Token) -> int:
    """Where a long name ends that is cut short: *a number of engineers* who came from somewhere."""
    of = next((child for child in noun.rights if child.i == noun.i + 1 and child.lower_ == "of"), None)
    things = [] if of is None else [child for child in of.rights if child.dep_ == "pobj"]
    return things[0].i + 1 if things and things[0].i - noun.i < _REACH else noun.i + 1


def _names(apposition: Token, noun: Token) -> bool:
    """Whether it is the name of whom a noun tells: *the captain, Ann Lee*, *the security firm Blackwall*."""
    close = apposition.pos_ == "PROPN" and apposition.left_edge.i == noun.i + 1
    given = apposition.pos_ == "PROPN" and is_given(apposition.left_edge.text)
    return apposition.ent_type_ == "PERSON" or close or given


def _chain(token: Token) -> Iterator[Token]:
    """What is co-ordinated with a word, link by link."""
    here = next((child for child in token.rights if child.dep_ == "conj"), None)
    while here is not None:
        yield here
        here = next((child for child in here.rights if child.dep_ == "conj"), None)


def _body(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The whole name of a body: *the Ministry of Works*, *the Institute on Dam Safety*."""
    the = end + 1 < len(doc) and doc[end].text == "of" and doc[end + 1].lower_ == "the"  # *Office of the Inspector*
    if doc[end : end + 1].text in _LINKS and doc[end + 1 + the : end + 2 + the].text[:1].isupper():
        within = doc[end].ent_type_ == "ORG" and doc[end].ent_iob_ == "I" and not is_given(doc[start].text)
        if doc[end].text == "of" or within:
            end = doc[end].right_edge.i + 1
    if start > 0 and doc[start - 1].lower_ == "the":
        start -= 1
    return start, end


def _part_of_name(token: Token) -> bool:
    if token.is_punct:
        # *Lee-Roebling*, *al-Amr*; a dash stands between blanks
        return token.text == "-" and token.i > 0 and not token.whitespace_ and not token.nbor(-1).whitespace_
    return token.pos_ == "PROPN" or (
        token.ent_type_ in ("PERSON", "ORG")
        and (token.dep_ in ("compound", "nmod", "poss", "case") or token.text in ("of", "&", "for"))
    )

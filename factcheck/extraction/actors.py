"""Whom the paper's own sentences are about: *he* in the next one means that person, not one who is named on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.extraction.cues import ANONYMOUS, TITLES
from factcheck.extraction.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_ANY: Final = words("a an one another")


def actors(doc: Doc) -> Iterator[Token]:
    """The subject of each sentence that may be one human being; a pronoun is none, as it only goes on."""
    for who in doc:
        tells = who.dep_ in _SUBJECTS and who.head.dep_ == "ROOT"
        if not (tells or who.dep_ == "ROOT") or any(child.dep_ == "conj" for child in who.rights):
            continue
        if tells and any(child.dep_ in _SUBJECTS and child.i > who.i for child in who.head.lefts):
            continue  # *Born Ann Lee, she wrote*
        named = any(child.dep_ == "appos" and child.ent_type_ == "PERSON" for child in who.rights)
        if _is_anybody(who) or (tells and (named or who.ent_type_ == "PERSON" or who.tag_ == "NNP")):
            yield who  # *a resident called the mayor* may be read as a resident who is called so


def _is_anybody(noun: Token) -> bool:
    """*A friend*, *one resident*: somebody new, where *the friend* may be whom the paper has named."""
    human = noun.tag_ == "NN" and (noun.lower_ in ANONYMOUS or noun.lower_ in TITLES)
    return human and any(child.lower_ in _ANY for child in noun.lefts)

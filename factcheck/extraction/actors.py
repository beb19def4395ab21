"""Whom the paper's own sentences are about: *he* in the next one means that person, not one who is named on the way."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.extraction.cues import ANONYMOUS, TITLES
from factcheck.extraction.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from factcheck.extraction.paragraphs import Paragraph

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_ANY: Final = words("a an one another")
_HIM: Final = re.compile(r"\b(?:he|him|his)\b", re.IGNORECASE)
_HER: Final = re.compile(r"\b(?:she|her|hers)\b", re.IGNORECASE)
_ME: Final = re.compile(r"\b(?:I|me|my|we|us|our)\b")
_STOP: Final = re.compile(r"[.!?…][\"”’']?\s")
_FAR: Final = 400
"""Code points of a sentence within which what a pronoun says is looked for."""


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


@dataclass(frozen=True, slots=True)
class Said:
    """The words that a pronoun says."""

    sentence: str
    """The rest of its own sentence."""
    quoted: str
    """The quotations next to it."""

    def names(self, person: str) -> bool:
        """Whether they name a person, who then is not likely to say them."""
        name = re.escape(person.rsplit(maxsplit=1)[-1])
        return re.search(rf"\b{name}\b", f"{self.sentence} {self.quoted}") is not None

    def is_about(self, pronoun: str) -> bool:
        """Whether they quote somebody who says *he* and not *I* where he is told to say it: *“He won,” he said*."""
        other = _HIM if pronoun in ("he", "him", "his") else _HER
        return other.search(self.quoted) is not None and _ME.search(self.quoted) is None


def said_by(text: str, paragraph: Paragraph, start: int) -> Said:
    """What a pronoun says that stands at ``start``."""
    far = min(paragraph.end, start + _FAR)
    stop = _STOP.search(text, start, far)
    at = bisect_left(paragraph.segments, start, key=lambda segment: segment.start)
    quoted = []
    for segment in paragraph.segments[max(0, at - 1) : at + 1]:
        between = (segment.end, start) if segment.end <= start else (start, segment.start)
        if between[1] - between[0] < _FAR and _STOP.search(text, *between) is None:
            quoted.append(text[segment.start : segment.end])
    return Said(text[start : far if stop is None else stop.end()], " ".join(quoted))

"""Speakers in the draft: from tokens to the words as they stand, whom they mean, and whether they are named."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from factcheck.extraction.cues import ANONYMOUS, INSTITUTIONS, OFFICES
from factcheck.extraction.words import words
from factcheck.model import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Token

    from factcheck.extraction.parsed import Parsed
    from factcheck.extraction.people import Register
    from factcheck.extraction.speakers import Speech

_PERSONAL: Final = words("""
    he she they who him her them his i we it one
""")
_SINGULAR: Final = words("""
    he she him her his who
""")
_SMALL: Final = re.compile(r"\b[a-z]+\b")
_CAPITALISED: Final = re.compile(r"[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'.-]*)*")


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who says something, at the place where the text names them."""

    speaker: str
    start: int
    end: int
    person: str | None
    named: bool
    cue: str | None = None

    def attribution(self, *, quote: bool) -> Attribution:
        """What a claim carries."""
        return Attribution(self.speaker, self.start, self.end, self.person, self.cue, self.named, quote)


class Voices:
    """The speakers of one article, in reading order: a pronoun means somebody who was there before."""

    def __init__(self, text: str, register: Register) -> None:
        self._text = text
        self.register = register
        self._small: frozenset[str] | None = None
        self.last: Voice | None = None
        """Who spoke last, for quotations and pronouns that only go on."""

    def voice(self, said: Speech, part: Parsed, paragraph: int) -> Voice | None:
        """The speaker of a cue, None when nobody is named.

        Args:
            said: The cue and the speaker's tokens.
            part: The parsed text that they belong to.
            paragraph: Where the paragraph begins in the draft.
        """
        if said.head < 0:
            return None
        start, end = part.span(said.start, said.end)
        speaker = self._text[start:end]
        for mark in ("'s", "’s"):
            if speaker.endswith(mark) and len(speaker) > 2:
                speaker, end = speaker[:-2], end - 2
        head = part.doc[said.head]
        word = head.lower_
        if word in _PERSONAL:
            person, named = self._antecedent(word, paragraph, start)
        else:
            person = self.register.person(speaker)
            named = person is not None or self._is_named(speaker, head)
        return Voice(speaker, start, end, person, named, said.cue or None)

    def named(self, start: int, end: int) -> Voice:
        """Somebody whose name stands in the draft without a cue."""
        speaker = self._text[start:end]
        return Voice(speaker, start, end, self.register.person(speaker), named=True)

    def _antecedent(self, pronoun: str, paragraph: int, start: int) -> tuple[str | None, bool]:
        """Whom a pronoun means, and whether that is somebody with a name."""
        if pronoun in _SINGULAR:
            before = self.mentioned(paragraph, start)
            if self.last is not None and self.last.person in before:
                return self.last.person, True
            if len(before) == 1:
                return before[0], True
            if len(before) > 1:
                return None, True
        if self.last is None:
            return None, pronoun in _SINGULAR
        return self.last.person, self.last.named

    def mentioned(self, start: int, end: int) -> list[str]:
        """The people whom a stretch of the draft names, in order."""
        found: list[str] = []
        for match in _CAPITALISED.finditer(self._text, start, end):
            person = self.register.person(match.group())
            if person is not None and person not in found:
                found.append(person)
        return found

    def again(self) -> Voice | None:
        """Who spoke last, for a quotation that goes on without a cue."""
        return None if self.last is None else replace(self.last, cue=None)

    def _is_named(self, speaker: str, head: Token) -> bool:
        """Whether the words name somebody: a name, a body or paper, or the one holder of an office."""
        word = head.lower_
        if word in INSTITUTIONS or _singular(word) in INSTITUTIONS:
            return True
        if word in ANONYMOUS:
            return False
        first, *others = speaker.split()
        if word in OFFICES and first.lower() == "the":
            return True
        if any(other[:1].isupper() for other in others):
            return True
        return first[:1].isupper() and (
            not head.is_sent_start or head.tag_ in ("NNP", "NNPS") or not self._is_common(word)
        )

    def _is_common(self, word: str) -> bool:
        """Whether the article writes the word small somewhere."""
        if self._small is None:
            self._small = frozenset(_SMALL.findall(self._text))
        return word in self._small


def _singular(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")

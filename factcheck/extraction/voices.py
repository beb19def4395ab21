"""Speakers in the draft: from tokens to the words as they stand, whom they mean, and whether they are named."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from factcheck.extraction.actors import actors
from factcheck.extraction.cues import ANONYMOUS, FINDING, INSTITUTIONS, PAPERS, RESEARCHERS, RUMOURS, SAYING
from factcheck.extraction.given_names import may_be
from factcheck.extraction.grammar import word_of
from factcheck.extraction.pronouns import Pronouns
from factcheck.extraction.speaker_names import name_of
from factcheck.extraction.speakers import Speech, named_for
from factcheck.extraction.unnamed import is_unnamed, is_withheld, unnamed_start
from factcheck.extraction.voice import Voice
from factcheck.extraction.words import small_words, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from factcheck.extraction.paragraphs import Paragraph
    from factcheck.extraction.parsed import Parsed
    from factcheck.extraction.people import Register

_PERSONAL: Final = words("""
    he she they who him her them his i we it one
""")
_DEFINITE: Final = words("the its their these both")
_INTRODUCING: Final = words("a an one another")
_NAMELESS: Final = words("anonymous nameless undisclosed unidentified unknown unnamed unspecified")
"""What is said of whoever has no name, with a small letter: *Anonymous* and *the Unknown Soldier* are names."""
_DETERMINERS: Final = words("""
    the both a an his her its their our my this that these those some many several most other another two three one no
""")
_ACCOUNTS: Final = words("account accounts testimony report reports statement statements")
_GUARDS: Final = words("coast national home border republican revolutionary presidential")
"""What makes a guard a body, and not somebody without a name."""
_FAR: Final = 5000
"""Code points before an epithet, *the singer*, in which its person is looked for."""
_MANY: Final = words("they we people both many some others")
_STUDY: Final = re.compile(
    r"\b(?:[Ss]tudy|[Rr]esearch|[Pp]aper|[Tt]eam|[Rr]esearchers?|[Ss]cientists?|[Ss]urvey)(?: \w+){0,4}"
    r" (?:at|from|by|of|with) (?:the )?[A-Z]"
    r"|\bpublished (?:\w+ ){0,2}in (?:the )?(?:journal |magazine )?[A-Z]"
    r"|(?:(?<=[a-z,] )[A-Z][\w’'-]+|\b[A-Z]{2,}) (?:\w+ )?(?:researchers|scientists)\b"
)
"""A study, or those who made it, with the name of its institution or journal: *a paper by scientists at Leeds*."""
_WITHIN: Final = re.compile(r"(?<=[a-z,;] )[^\W\d_a-z][\w’'-]*")
_NAME: Final = r"\b[^\W\d_a-z][\w’'-]++(?: [^\W\d_a-z][\w’'.-]*+){0,3}"
_ROLE: Final = r"(?:\d+, )?(?:an?|the|its|his|her|their) (?:(?!(?:of|at|for|from|in|to|with)\b)[\w’'-]++ ){0,5}?"
"""What stands between a name with its comma and the noun of an apposition: *Ann Lee, 43, a well-known singer*, but not
*Ann Lee, a member of the choir*."""
_YEARS: Final = re.compile(r"(\d+)-year-old$")
_AGED: Final = re.compile(r"[Tt]he \d+-year-old\b")
_NOBODY: Final = INSTITUTIONS | PAPERS | words("airline brand building deal law machine restaurant rule shop studio")
"""What has an age and is nobody: *the 40-year-old bank*."""
_TELLING: Final = SAYING | FINDING
_OF: Final = re.compile(r"\b(?:of|in|at|on|near|for|from|with|without|to|by|about|against|behind|into|over) $")
"""What ties a name to the words before it, so that it is not whom they mean."""
_MADE: Final = frozenset({"by ", "from "})
"""Before the name behind a paper these tell who made it: *a report by Ann Lee*."""
_SEVERAL: Final = words("series group number handful couple crowd band bunch host pair trio dozen lot")
"""Nouns for several people *of* whom nobody is named."""


class Voices:
    """The speakers of one article, in reading order: a pronoun means somebody who was there before."""

    def __init__(self, text: str, register: Register) -> None:
        self._text = text
        self.register = register
        self._pronouns = Pronouns(text, register)
        self._capital: frozenset[str] | None = None
        self.last: Voice | None = None
        """Who spoke last, for quotations and pronouns that only go on."""
        self._told = (0, 0)
        self._unnamed: dict[str, int] = {}
        """Where words for somebody without a name first end, by their head: *a farmer*, who is *the farmer* later."""
        self._clear: dict[str, int] = {}
        """Up to where no name is known to follow such a word: it is looked for once."""
        self._study: int | None = None
        """Where the article first names a study, beyond its end where it never does; None until somebody asks."""

    def watch(self, frames: Iterable[Parsed], paragraph: Paragraph) -> None:
        """Take note of whom the sentences of a paragraph are about, before anybody speaks in it."""
        for part, who in ((frame, who) for frame in frames for who in actors(frame.doc)):
            voice = self.voice(Speech("", *name_of(who), who.i), part, paragraph)
            if voice is not None and voice.one and (voice.person or who.ent_type_ == "PERSON" or who.tag_ == "NN"):
                self._pronouns.note(voice)

    def voice(self, said: Speech, part: Parsed, paragraph: Paragraph) -> Voice | None:
        """The speaker of a cue, None when nobody is named.

        Args:
            said: The cue and the speaker's tokens.
            part: The parsed text that they belong to.
            paragraph: Where it stands.
        """
        if said.head < 0:
            return None
        start, end = part.span(said.start, said.end)
        speaker = self._text[start:end].rstrip(" ,;:")
        end = start + len(speaker)
        head = part.doc[said.head]
        # *McDonald’s said that*, *according to Moody’s, …*
        ends = head.dep_ == "pobj" and all(token.is_punct for token in part.doc[said.end : said.end + 1])
        whole = part.doc[said.end - 1].tag_ == "POS" and (head.dep_ == "nsubj" or ends) and head.i == said.end - 2
        for mark in ("'s", "’s"):
            if speaker.endswith(mark) and len(speaker) > 2 and not whole:
                speaker, end = speaker[:-2], end - 2
        tied = unnamed_start(self._text, start)
        if tied is not None:
            start, speaker = tied, self._text[tied:end]
        word = word_of(head)
        if word in ("he", "she", "they", "it") and (teller := self._teller(head, said, part, paragraph)) is not None:
            return teller
        if tied is not None or (is_withheld(self._text, end) and self.register.person(speaker) is None):
            person, named = None, False
        elif is_unnamed(speaker):
            person, named = None, self._is_named(speaker, head, end)
        elif word in _PERSONAL:
            person, named = self._pronouns.meant(word, paragraph, start, self.last)
        else:
            person = self.register.person(speaker) or self._holder(speaker, word, start)
            aged = person is None and word not in _NOBODY and _AGED.match(speaker)
            told_of = self._told_of(paragraph, start) if aged else None
            if told_of is not None:
                person, _ = told_of
            tie = _OF.search(speaker.removesuffix(person)) if person is not None else None
            if tie is not None and not (word in PAPERS and tie[0] in _MADE):
                person = None  # *the friends of Ann Lee*, *a report in the Gazette of Ann Arbor*
            named = person is not None or (told_of[1] if told_of else self._is_named(speaker, head, end))
            if person is not None and speaker.endswith(f" {person}"):
                # *Secretary of State Ann Lee*: a part of the title that was left
                start, speaker = end - len(person), person
        if person is not None and said.relative >= 0:
            # *Ann Lee, who said …*: the word beside the cue, as with *he*; *an aide, who said …* is told by the label
            start, end = part.span(said.relative, said.relative + 1)
            speaker = self._text[start:end]
        if said.cue and not named and speaker.partition(" ")[0].lower() in _INTRODUCING:
            self._unnamed.setdefault(word, end)
        one = head.tag_ not in ("NNS", "NNPS") and word not in _MANY and not _is_body(speaker)
        return Voice(speaker, start, end, person, named, said.cue or None, one)

    def _teller(self, pronoun: Token, said: Speech, part: Parsed, paragraph: Paragraph) -> Voice | None:
        """Who tells what *he* or *she* said in the same sentence, where a pronoun may mean nobody else."""
        who = named_for(pronoun)
        if who is None:
            return None
        start, end = name_of(who)
        voice = self.voice(Speech(said.cue, start, end, who.i), part, paragraph)
        if voice is None or pronoun.lower_ in ("it", "they"):
            return voice
        return voice if (may_be(voice.person, pronoun.lower_) if voice.person else voice.one) else None

    def hear(self, voice: Voice, start: int, end: int) -> None:
        """Take note of who says a claim, unless another speaker tells of it: *Ann Lee said the mayor knew that …*.

        A rumour says nothing else.

        Args:
            voice: Who says it.
            start: Where the claim begins; those of a paragraph come in order.
            end: Where it ends.
        """
        rumour = not voice.named and not RUMOURS.isdisjoint(voice.speaker.lower().split())
        if not rumour and not self._told[0] <= voice.start < self._told[1]:
            self.last, self._told = voice, (start, end)

    def named(self, start: int, end: int) -> Voice:
        """Somebody whose name stands in the draft without a cue."""
        speaker = self._text[start:end]
        return Voice(speaker, start, end, self.register.person(speaker), named=True)

    def again(self) -> Voice | None:
        """Who spoke last, for a quotation that goes on without a cue."""
        return None if self.last is None else replace(self.last, cue=None)

    def _holder(self, speaker: str, word: str, start: int) -> str | None:
        """Whom *the singer* or *the 43-year-old* means: the one person whom the article has called so."""
        if not speaker.lower().startswith("the ") or word in INSTITUTIONS:
            return None
        years = _YEARS.search(speaker)
        told = rf"{years[1]}\b" if years else rf"{_ROLE}{re.escape(word)}\b"
        called = re.compile(rf"({_NAME}),? (?:aged )?\(?{told}(?: ([a-z]+))?|\b(?i:{re.escape(word)}) ({_NAME})")
        found = called.finditer(self._text, max(0, start - _FAR), start)
        # not *they saw Ann Lee, the singer said*, where the name is of somebody else
        named = (match[1] or match[3] for match in found if match[2] not in _TELLING)
        people = {self.register.person(name) for name in named} - {None}
        return people.pop() if len(people) == 1 else None

    def _told_of(self, paragraph: Paragraph, start: int) -> tuple[str | None, bool]:
        """Whom *the 43-year-old* means where nobody was called so: whom *he* and *she* would mean, if both mean one."""
        meant = {self._pronouns.meant(pronoun, paragraph, start, self.last) for pronoun in ("he", "she")}
        known = {person for person, _ in meant} - {None}
        return known.pop() if len(known) == 1 else None, any(named for _, named in meant)

    def _is_study_named(self, end: int) -> bool:
        """Whether the article has said so far whose or which study it tells of, so that *the researchers* are known."""
        if self._study is None:
            found = _STUDY.search(self._text)
            self._study = len(self._text) + 1 if found is None else found.end()
        return self._study <= end

    def _is_named(self, speaker: str, head: Token, end: int) -> bool:
        """Whether the words name somebody: a name, a body or paper, or the one holder of an office."""
        word, parts = word_of(head), speaker.split()
        if not _NAMELESS.isdisjoint(parts) or (parts[0].lower() in _NAMELESS and parts[1:2] == [head.lower_]):
            return False  # *a post by an unknown author*, *Unidentified farmers*
        if word in RUMOURS:
            return False
        if word in _ACCOUNTS and any(child.dep_ == "compound" and child.lower_ in ANONYMOUS for child in head.lefts):
            return False  # *eyewitness accounts*
        if word in _SEVERAL and parts[0].lower() in ("a", "an", "another") and _is_of_many(head):
            return False  # *a group of Londoners*
        if not head.ent_type_ and parts[-1].lower() in ANONYMOUS and parts[-1] in (child.text for child in head.rights):
            return False  # *law enforcement and security officials*
        if word in INSTITUTIONS or _singular(word) in INSTITUTIONS:
            return True
        if word == "guard" and any(child.lower_ in _GUARDS for child in head.lefts):
            return True
        if word in RESEARCHERS:
            return parts[0].lower() in _DEFINITE and self._is_study_named(end)
        first, *others = parts
        if word in ANONYMOUS and word in map(str.lower, parts):
            return _is_paper(head)  # not so *his wife Ann*, of which the name is left
        if (head.ent_type_ == "NORP" or head.tag_ == "NNPS") and first.lower() in _DETERMINERS - _DEFINITE:
            return False  # *some Democrats*, *a Londoner*
        if any(other[:1].isupper() for other in others):
            return True
        if first.lower() in _DETERMINERS:
            # *the airline*, *the singer* is one whom the article has named; *a driver* is anybody
            return first.lower() in ("the", "both") and not (len(parts) == 2 and self._is_unnamed_before(word, end))
        opener = head.left_edge
        if head.tag_ == "NNS" and opener.ent_type_ == "NORP" and opener != head:
            return False  # *Turkish commanders*
        if head.tag_ == "NNS" and opener.is_sent_start and (opener == head or opener.pos_ != "PROPN"):
            # *Detectives believe …*, *senior politicians believe …*, unless a sentence has it with its capital, too
            return self._is_capital_within(first)
        return first[:1].isupper() and (
            not head.is_sent_start or head.tag_ in ("NNP", "NNPS") or word not in small_words(self._text)
        )

    def _is_unnamed_before(self, word: str, end: int) -> bool:
        """Whether *the farmer* is *a farmer* who spoke before, and no *farmer Ann Lee* was told of since."""
        first = self._unnamed.get(word, end)
        if first >= end:
            return False
        clear = self._clear.get(word, first)
        if clear < end and re.compile(rf"\b(?i:{re.escape(word)}) [A-Z]").search(self._text, clear, end) is not None:
            return False
        self._clear[word] = max(clear, end - len(word) - 1)  # a name may follow the words themselves
        return True

    def _is_capital_within(self, word: str) -> bool:
        """Whether the article has the word with its capital within some sentence."""
        if self._capital is None:
            self._capital = frozenset(_WITHIN.findall(self._text))
        return word in self._capital


def _is_of_many(noun: Token) -> bool:
    return any(thing.tag_ in ("NNS", "NNPS") for child in noun.rights if child.lower_ == "of" for thing in child.rights)


def _is_paper(head: Token) -> bool:
    """*People reports …*, *…, The Observer said*: the verb, or the capital within a sentence, tells that it is a name.

    In a headline the verb has a capital, too.
    """
    if not head.text.istitle() or not head.head.text.islower():
        return False
    if any(child.dep_ in ("det", "nummod", "poss") and child.lower_ != "the" for child in head.lefts):
        return False  # *some Witnesses*
    return not head.is_sent_start or (head.tag_ in ("NNS", "NNPS") and head.head.tag_ == "VBZ")


def _is_body(speaker: str) -> bool:
    """Whether the words name a body or a paper, which no *he* or *she* means."""
    return any(word in INSTITUTIONS for word in speaker.lower().split())


def _singular(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")

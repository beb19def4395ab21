"""A register of the people whom an article names, over the whole text.

A full name is two to four capitalised words that something marks as a person: a title or an age beside it, a verb of
saying, or the model. Single words that are part of a registered name are that person wherever they stand. What only
looks like a name is kept as probable.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from factcheck.extraction.cues import SAYING, TITLES
from factcheck.extraction.words import words
from factcheck.model import Person, Section, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Span as Entity

    from factcheck.model import Block

_WORD: Final = r"[^\W\d_a-z][\w]*(?:[’'-][^\W\d_]\w+)*"
_PARTICLE: Final = r"(?:de|del|della|da|di|du|la|le|van|von|der|den|bin|al|el)[ ]"
_NAME: Final = re.compile(rf"\b{_WORD}(?:[ ](?:{_PARTICLE})*(?:[^\W\d_a-z]\.[ ]?)*{_WORD}){{1,3}}")
_AGE: Final = re.compile(r",? (?:\d{1,2}\b(?=[,.;)]| ?$)|aged? \d{1,2}|\(\d{1,2}\))")
_NEXT_WORD: Final = re.compile(r"[,\"”’]* ?(\w+)")
_LAST_WORD: Final = re.compile(r"(\w+)\.? $")
_NO_PERSON: Final = words("""
    the a an and of in on at for to by it he she they we you i this that these those his her their our its my but if
    when while after before as from with no not what who how why where there here one two three first second third
    university college school institute department ministry court council county city town street road avenue bank
    group company corporation corp inc ltd llc co party house senate congress parliament committee commission agency
    bureau office association federation union league club team united states kingdom north south east west northern
    southern eastern western central new great national international federal european american british french
    german chinese russian african asian world monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december news times post magazine journal
    press radio television tv network award awards prize cup championship games olympics act bill law amendment
    river lake mountain island sea ocean park hotel hospital airport station church center centre museum square
    tower bridge air force army navy police fire security intelligence supreme high district prime minister
    president vice secretary general state chief executive officer director democratic republican foundation gallery
    theatre theater studio studios library society trust fund holdings partners education health foreign defense
    defence interior finance justice treasury culture environment energy trade agriculture transport republic
    democrats republicans conservative labour labor liberal project memory services
    system systems solutions industries motors airlines records works store stores
""")
_ARTICLES: Final = frozenset({"the", "a", "an"})
_OF: Final = frozenset({"of", "for", "at", "in", "and", "&"})
"""Words that tie a name to the one before it, as in *Department of Public Works*."""
_OFFICE_OF: Final = re.compile(r"(?:minister|secretary|director|head|chief|undersecretary) (?:of|for) $", re.IGNORECASE)
_SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})


class Register:
    """Who is named in one article. It starts from the characters alone and learns from each parsed stretch."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self._text = text
        self._marked: Counter[str] = Counter()
        self._votes: Counter[str] = Counter()
        self._against: Counter[str] = Counter()
        for block in blocks:
            if block.role.section not in (None, Section.HEADLINE):
                self._scan(block.start, block.end)
        self._parts: dict[str, set[str]] | None = None

    def _scan(self, start: int, end: int) -> None:
        for match in _NAME.finditer(self._text, start, end):
            words, title = untitled(match.group().split())
            found = _LAST_WORD.search(self._text, max(start, match.start() - 20), match.start())
            before = found.group(1).lower() if found is not None else ""
            if before in _ARTICLES and not title:
                continue
            if _OFFICE_OF.search(self._text, max(start, match.start() - 20), match.start()):
                words, title = _without_ministry(words), True
            title = title or before in TITLES
            if len(words) < 2 - title or any(bare(word).lower() in _NO_PERSON for word in words):
                continue
            name = " ".join((*words[:-1], bare(words[-1])))
            after = _NEXT_WORD.match(self._text, match.end(), min(end, match.end() + 20))
            says = before in SAYING or (after is not None and after.group(1) in SAYING and before not in _OF)
            if title or says or _AGE.match(self._text, match.end(), min(end, match.end() + 12)):
                self._marked[name] += 1

    def learn(self, entities: Iterable[Entity]) -> None:
        """Take in what the model calls a person, and what it calls something else."""
        for entity in entities:
            words, _ = untitled(bare(entity.text).split())
            name = " ".join(words)
            if len(words) < 2 or len(words) > 4:
                continue
            if entity.label_ != "PERSON":
                self._against[name] += 1
            elif all(
                word[:1].isupper() or word in ("de", "van", "von", "al", "bin", "der", "la", "el") for word in words
            ) and not any(word.lower() in _NO_PERSON for word in words):
                self._votes[name] += 1
                self._parts = None

    def person(self, words: str) -> str | None:
        """The full name of the one person whom these words name, None when there is none or there are several."""
        parts, _ = untitled(bare(words).split())
        if not parts:
            return None
        known = self._index()
        name = " ".join(parts)
        if name in known[""]:
            return name
        owners = set.intersection(*(known.get(part, set()) for part in parts))
        return next(iter(owners)) if len(owners) == 1 else None

    def people(self) -> tuple[Person, ...]:
        """Everybody, with every mention, in the order of the first one."""
        index = self._index()
        names = index[""]
        by_part = {part: next(iter(owners)) for part, owners in index.items() if part and len(owners) == 1}
        mentions: defaultdict[str, list[Span]] = defaultdict(list)
        if not names:
            return ()
        forms = sorted({*names, *by_part}, key=len, reverse=True)
        for match in re.finditer(r"(?<!\w)(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)", self._text):
            name = match.group() if match.group() in names else by_part[match.group()]
            mentions[name].append(Span(*match.span()))
        found = [Person(name, tuple(spans), self._probable(name)) for name, spans in mentions.items()]
        return tuple(sorted(found, key=lambda person: person.mentions[0]))

    def _probable(self, name: str) -> bool:
        return not self._marked[name]

    def _accepted(self, name: str) -> bool:
        if self._marked[name]:
            return True
        return self._votes[name] > self._against[name]

    def _index(self) -> dict[str, set[str]]:
        """Each part of a name to its owners; the full names under the empty word."""
        if self._parts is None:
            names = {name for name in (*self._marked, *self._votes) if self._accepted(name)}
            # a shorter form of a longer name is the same person
            longer = {
                name
                for name in names
                if not any(other != name and set(name.split()) < set(other.split()) for other in names)
            }
            index: defaultdict[str, set[str]] = defaultdict(set)
            for name in longer:
                index[""].add(name)
                for part in name.split():
                    if len(part) > 2 and part[0].isupper() and part.lower().strip(".") not in _SUFFIXES:
                        index[part].add(name)
            self._parts = dict(index) or {"": set()}
        return self._parts


def untitled(parts: list[str]) -> tuple[list[str], bool]:
    """A name without the titles and the body before it, and whether there were titles."""
    last = max((at for at, part in enumerate(parts[:-1]) if part.lower().strip(".") in TITLES), default=-1)
    return (_without_ministry(parts[last + 1 :]), True) if last >= 0 else (parts, False)


def _without_ministry(parts: list[str]) -> list[str]:
    while len(parts) > 1 and parts[0].lower() in _NO_PERSON:
        parts = parts[1:]
    return parts


def bare(word: str) -> str:
    """A name without the possessive ending and outer marks."""
    word = word.strip(" \t\n\"“”'‘’,.;:()")
    for ending in ("'s", "’s"):
        word = word.removesuffix(ending)
    return word

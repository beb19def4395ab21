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
from factcheck.extraction.profiles import profile
from factcheck.extraction.words import words
from factcheck.model import Person, Section, Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from spacy.tokens import Span as Entity

    from factcheck.model import Block

_WORD: Final = r"[^\W\d_a-z][\w]*(?:[’'-][^\W\d_]\w+)*"
_PARTICLES: Final = ("de", "del", "della", "da", "di", "du", "la", "le", "van", "von", "der", "den", "bin", "al", "el")
_NAME: Final = re.compile(rf"\b{_WORD}(?:[ ](?:(?:{'|'.join(_PARTICLES)})[ ])*(?:[^\W\d_a-z]\.[ ]?)*{_WORD}){{1,3}}")
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
_HONOURED: Final = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady)\.? (" + _WORD + r")(?! [A-Z])")
"""A courtesy title with one name, which is a person's."""
_MAIN: Final = 3
"""How many times as often somebody must be named for a shared surname to be theirs."""
_SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})


class Register:
    """Who is named in one article. It starts from the characters alone and learns from each parsed stretch."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self._text = text
        self._marked: Counter[str] = Counter()
        self._votes: Counter[str] = Counter()
        self._against: Counter[str] = Counter()
        self._known: dict[str, dict[str, int]] | None = None
        for block in blocks:
            if block.role.section not in (None, Section.HEADLINE):
                self._scan(block.start, block.end)

    def _scan(self, start: int, end: int) -> None:
        for match in _NAME.finditer(self._text, start, end):
            parts, title = untitled(match.group().split())
            found = _LAST_WORD.search(self._text, max(start, match.start() - 20), match.start())
            before = found.group(1).lower() if found is not None else ""
            if before in _ARTICLES and not title:
                continue
            if _OFFICE_OF.search(self._text, max(start, match.start() - 20), match.start()):
                parts, title = _without_ministry(parts), True
            elif before in TITLES:
                title = True
            if not _could_be(parts):
                continue
            after = _NEXT_WORD.match(self._text, match.end(), min(end, match.end() + 20))
            says = before in SAYING or (after is not None and after.group(1) in SAYING and before not in _OF)
            if title or says or _AGE.match(self._text, match.end(), min(end, match.end() + 12)):
                self._marked[" ".join(parts)] += 1
        for match in _HONOURED.finditer(self._text, start, end):
            if _could_be([match.group(1)], least=1):
                self._marked[straight(match.group(1))] += 1

    def learn(self, entities: Iterable[Entity]) -> None:
        """Take in what the model calls a person, and what it calls something else."""
        for entity in entities:
            parts, _ = untitled(bare(entity.text).split())
            if not _could_be(parts):
                continue
            counts = self._votes if entity.label_ == "PERSON" else self._against
            counts[" ".join(parts)] += 1
            self._known = None

    def person(self, words: str) -> str | None:
        """The full name of the one person whom these words name, None when there is none or there are several."""
        parts, _ = untitled(bare(words).split())
        known = self._index()
        while len(parts) > 2 and " ".join(parts) not in known[""] and parts[0] not in known:
            parts = parts[1:]  # something that stands before the name: *Rival Ann Lee*
        if not parts or " ".join(parts) in known[""]:
            return self._written(" ".join(parts)) if parts else None
        shared = dict(known.get(parts[0], {}))
        for part in parts[1:]:
            shared = {owner: count for owner, count in shared.items() if owner in known.get(part, {})}
        best = sorted(shared, key=lambda owner: -shared[owner])
        # a bare surname means the one whom the article is about, not a relative who is named once
        sure = len(best) == 1 or (len(best) > 1 and shared[best[0]] >= _MAIN * shared[best[1]])
        return self._written(best[0]) if sure else None

    def inside(self, words: str) -> str | None:
        """The longest full name among words that may be more than a name, with plain apostrophes."""
        parts = words.split()
        for size in range(min(len(parts), 4), 1, -1):
            for at in range(len(parts) - size + 1):
                if (name := straight(" ".join(parts[at : at + size]))) in self._index()[""]:
                    return name
        return None

    def people(self) -> tuple[Person, ...]:
        """Everybody, with every mention, in the order of the first one."""
        known = self._index()
        forms = sorted((form for form in {*known, *known[""]} if form), key=len, reverse=True)
        if not forms:
            return ()
        pattern = "|".join(re.escape(form).replace("'", "['’]") for form in forms)
        mentions: defaultdict[str, list[Span]] = defaultdict(list)
        for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", self._text):
            name = self.person(match.group())
            if name is not None:
                mentions[name].append(Span(*match.span()))
        found = [
            Person(name, tuple(spans), not self._is_sure(straight(name)), *profile(self._text, spans))
            for name, spans in mentions.items()
        ]
        return tuple(sorted(found, key=lambda person: person.mentions[0]))

    def _written(self, name: str) -> str:
        """The name with the apostrophe that the article uses."""
        return name if "'" not in name or name in self._text else name.replace("'", "’")

    def _is_sure(self, name: str) -> bool:
        return bool(self._marked[name]) or (self._votes[name] > 1 and not self._against[name])

    def _index(self) -> dict[str, dict[str, int]]:
        """Each part of a name to its owners and how often they are named; the full names under the empty word."""
        if self._known is None:
            weights = self._marked + self._votes
            names = {
                name: count for name, count in weights.items() if self._marked[name] or count > self._against[name]
            }
            index: defaultdict[str, dict[str, int]] = defaultdict(dict, {"": {}})
            for name in _fullest(names):
                index[""][name] = names[name]
                for part in name.split():
                    if len(part) > 2 and part[0].isupper() and part.lower().strip(".") not in _SUFFIXES:
                        index[part][name] = names[name]
            self._known = dict(index)
        return self._known


def _fullest(names: Collection[str]) -> Iterator[str]:
    """One form for each person: with the middle initial, without a word that once stood before the name."""
    split = {name: name.split() for name in names}
    for name, parts in split.items():
        prefixed = len(parts) > 2 and any(
            other == parts[-len(other) :] and len(other) > 1 for other in split.values() if other != parts
        )
        shortened = any(set(parts) < set(other) and other[-len(parts) :] != parts for other in split.values())
        single = len(parts) == 1 and any(parts[0] in other for other in split.values() if other != parts)
        if not (prefixed or shortened or single):
            yield name


def _could_be(parts: Sequence[str], *, least: int = 2) -> bool:
    """Whether words can be a person's name at all."""
    return (
        least <= len(parts) <= 4
        and all(part[0].isupper() or part in _PARTICLES for part in parts)
        and not any(part.lower() in _NO_PERSON or part.endswith("'s") for part in parts)
        and parts[-1].lower() not in TITLES
    )


def untitled(parts: Sequence[str]) -> tuple[list[str], bool]:
    """A name without the titles and the body before it, and whether there were titles."""
    clean = [straight(part) for part in parts]
    if clean:
        clean[-1] = bare(clean[-1])
    last = max((at for at, part in enumerate(clean[:-1]) if part.lower().strip(".") in TITLES), default=-1)
    return (_without_ministry(clean[last + 1 :]), True) if last >= 0 else (clean, False)


def _without_ministry(parts: list[str]) -> list[str]:
    while len(parts) > 1 and parts[0].lower() in _NO_PERSON:
        parts = parts[1:]
    return parts


def straight(word: str) -> str:
    """A name with plain apostrophes, so that both ways of writing one are the same."""
    return word.replace("’", "'")


def bare(word: str) -> str:
    """A name without the possessive ending and outer marks."""
    word = word.strip(" \t\n\"“”'‘’,.;:()")
    for ending in ("'s", "’s"):
        word = word.removesuffix(ending)
    return word

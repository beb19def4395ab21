"""A register of the people whom an article names, over the whole text.

A full name is two to four capitalised words that something marks as a person: a title or an age beside it, a verb of
saying, a first name that is known as one, or the model. Single words that are part of a registered name are that person
wherever they stand. What only looks like a name is kept as probable.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from factcheck.extraction.cues import SAYING, TITLES
from factcheck.extraction.fullest import GENERATIONS, Names, is_namesake
from factcheck.extraction.given_names import is_given
from factcheck.extraction.profiles import profile
from factcheck.extraction.words import words
from factcheck.model import Person, Section, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Span as Entity

    from factcheck.model import Block

_WORD: Final = r"[^\W\d_a-z][\w]*(?:[’'-][^\W\d_]\w+)*"
_PARTICLES: Final = ("de", "del", "della", "da", "di", "du", "la", "le", "van", "von", "der", "den", "bin", "al", "el")
_NAME: Final = re.compile(rf"\b{_WORD}(?:[ ](?:(?:{'|'.join(_PARTICLES)})[ ])*(?:[^\W\d_a-z]\.[ ]?)*{_WORD}){{1,3}}")
_AGE: Final = re.compile(r",? (?:\d{1,2}\b(?=[,.;)]| ?$)|aged? \d{1,2}|\(\d{1,2}\))")
_NEXT_WORD: Final = re.compile(r"[,\"”’]* ?(\w+)")
_LAST_WORD: Final = re.compile(r"(\w+)\.? $")
_NO_PERSON: Final = words("""
    some many most several few other another both all such each every any more
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
    system systems solutions industries motors airlines records works store stores administration authority safety
    traffic highway travel tourism airways express falls
""")
_QUALIFYING: Final = words("former us u.s. u.s prime vice acting assistant associate private")
"""Parts of titles that alone make nobody a person: *a former Pinkerton Steel man*, *US Airship Lines*."""
_OF_BODIES: Final = words("""
    leader star host chief count whip forward defender general major king queen prince princess lady lord father sister
    private speaker founder champion winger
""")
"""Titles that a body may be called by, or that are other words, too."""
_ROLES: Final = "|".join(sorted(TITLES - _QUALIFYING - _OF_BODIES))
_ROLE: Final = re.compile(
    r", (?:(?:an?|the|its|his|her|their|our) )?(?:(?!(?:wh\w+|as|and|but|if|because|said)\b)[\w’'-]+ ){0,3}?"
    rf"(?:{_ROLES})"
    r"(?: (?:of|for|at|in|on|to|from|with|by|and|who|whose|since|general|emeritus)\b[^,.;:\n]{0,60})?[,.;]"
)
"""What tells a person's part behind a name, and never a body's: *Ann Lee, the president,*."""
_AT: Final = frozenset({"in", "at", "near", "from", "outside", "inside"})
"""What stands before a place: *In Santa Fe, the governor of the state, …*."""
_ARTICLES: Final = frozenset({"the", "a", "an"})
_OF: Final = frozenset({"of", "for", "at", "in", "and", "&"})
"""Words that tie a name to the one before it, as in *Department of Public Works*."""
_OFFICE_OF: Final = re.compile(r"(?:minister|secretary|director|head|chief|undersecretary) (?:of|for) $", re.IGNORECASE)
_HONOURED: Final = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady)\.? (?:Justice )?(" + _WORD + r")(?! [A-Z])")
"""A courtesy title with one name, which is a person's."""
_MAIN: Final = 3
"""How many times as often somebody must be named for a shared surname to be theirs."""
_HEAD: Final = re.compile(r"\w+")
"""The first word of a name, up to its first sign."""
_FAR: Final = 120
"""Code points behind a name in which its part is told."""
_SUFFIXES: Final = GENERATIONS | {"ii", "iii", "iv"}


class Register:
    """Who is named in one article. It starts from the characters alone and learns from each parsed stretch."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self._text = text
        self._marked: Counter[str] = Counter()
        self._votes: Counter[str] = Counter()
        self._against: Counter[str] = Counter()
        self._born: set[str] = set()
        self._names = Names()
        self._meant: dict[str, str | None] = {}
        """Whom words mean that were asked for since the last name was learned."""
        for block in blocks:
            if block.role.section not in (None, Section.HEADLINE):
                self._scan(block.start, block.end)
        for name in (*self._marked, *self._votes):
            self._names.put(name)

    def _scan(self, start: int, end: int) -> None:
        for match in _NAME.finditer(self._text, start, end):
            parts, title = untitled(match.group().split())
            found = _LAST_WORD.search(self._text, max(start, match.start() - 20), match.start())
            before = found.group(1).lower() if found is not None else ""
            if before == "born" or parts[0] == "Born":
                # somebody's who has another name by now
                self._born.add(" ".join(parts[parts[0] == "Born" :]))
                continue
            if before in _ARTICLES and not title:
                continue
            if _OFFICE_OF.search(self._text, max(start, match.start() - 20), match.start()):
                parts, title = _without_ministry(parts), True
            elif before in TITLES - _QUALIFYING:
                title = True
            if not _could_be(parts):
                continue
            after = _NEXT_WORD.match(self._text, match.end(), min(end, match.end() + 20))
            says = before in SAYING or (after is not None and after.group(1) in SAYING and before not in _OF)
            aged = _AGE.match(self._text, match.end(), min(end, match.end() + 12))
            part = before not in _AT and _ROLE.match(self._text, match.end(), min(end, match.end() + _FAR))
            if title or says or aged or part:
                self._marked[" ".join(parts)] += 1
            elif is_given(parts[0]):
                self._votes[" ".join(parts)] = 1
        for match in _HONOURED.finditer(self._text, start, end):
            if _could_be([match.group(1)], least=1):
                self._marked[straight(match.group(1))] += 1

    def learn(self, entities: Iterable[Entity]) -> None:
        """Take in what the model calls a person, and what it calls something else."""
        for entity in entities:
            parts, _ = untitled(bare(entity.text).split())
            name = " ".join(parts)
            if not _could_be(parts) or name in self._born:
                continue
            counts = self._votes if entity.label_ == "PERSON" else self._against
            counts[name] += 1
            if self._marked[name] or self._votes[name] > self._against[name]:
                self._names.put(name)
            else:
                self._names.drop(name)
            self._meant.clear()

    def person(self, words: str) -> str | None:
        """The full name of the one person whom these words name, None when there is none or there are several."""
        if words not in self._meant:
            self._meant[words] = self._person(words)
        return self._meant[words]

    def _person(self, words: str) -> str | None:
        parts, _ = untitled(bare(words).split())
        while len(parts) > 2 and not self._names.is_fullest(" ".join(parts)) and not self._owners(parts[:1]):
            parts = parts[1:]  # something that stands before the name: *Rival Ann Lee*
        if not parts or self._names.is_fullest(" ".join(parts)):
            return self._written(" ".join(parts)) if parts else None
        owners = self._owners(parts)
        best = sorted(owners, key=lambda owner: -owners[owner])
        # a bare surname means the one whom the article is about, not a relative who is named once
        sure = len(best) == 1 or (len(best) > 1 and owners[best[0]] >= _MAIN * owners[best[1]])
        return self._written(best[0]) if sure else None

    def _owners(self, parts: Sequence[str]) -> dict[str, int]:
        """The full names in which all of some words stand, and how often they are named."""
        if not all(_tells(part) or _is_generation(part) for part in parts) or not any(map(_tells, parts)):
            return {}
        names = [name.split() for name in self._names.holding(parts)]
        # *Lee* is the one who is called Ann Lee, and not Ann Lee Jr
        others = [name for name in names if not any(is_namesake(name, plain) for plain in names)]
        held = map(" ".join, others)
        return {name: self._marked[name] + self._votes[name] for name in held}

    def inside(self, words: str) -> str | None:
        """The longest full name among words that may be more than a name, with plain apostrophes."""
        parts = words.split()
        for size in range(min(len(parts), 4), 1, -1):
            for at in range(len(parts) - size + 1):
                if self._names.is_fullest(name := straight(" ".join(parts[at : at + size]))):
                    return name
        return None

    def people(self) -> tuple[Person, ...]:
        """Everybody, with every mention, in the order of the first one."""
        forms: defaultdict[str, set[str]] = defaultdict(set)
        for name in self._names.fullest():
            for form in (name, *filter(_tells, name.split())):
                if (head := _HEAD.match(form)) is not None:
                    forms[head.group()].add(form)
        sizes = {head: sorted({len(form) for form in of_head}, reverse=True) for head, of_head in forms.items()}
        plain = straight(self._text)
        mentions: defaultdict[str, list[Span]] = defaultdict(list)
        free = 0
        for word in _HEAD.finditer(plain):
            at = word.start()
            for size in sizes.get(word.group(), ()) if at >= free else ():
                end = at + size
                if plain[at:end] in forms[word.group()] and not _HEAD.match(plain, end):
                    free = end
                    if (person := self.person(self._text[at:end])) is not None:
                        mentions[person].append(Span(at, end))
                    break
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


def _tells(part: str) -> bool:
    """Whether a part of a name may stand for its owner."""
    return len(part) > 2 and part[0].isupper() and part.lower().strip(".") not in _SUFFIXES


def _is_generation(part: str) -> bool:
    return part.lower().strip(".") in GENERATIONS


def _could_be(parts: Sequence[str], *, least: int = 2) -> bool:
    """Whether words can be a person's name at all."""
    return (
        least <= sum(not _is_generation(part) for part in parts) <= len(parts) <= 4
        and all(part[0].isupper() or part in _PARTICLES for part in parts)
        and not any(part.lower() in _NO_PERSON or part.endswith("'s") for part in parts)
        and parts[-1].lower() not in TITLES
    )


def is_turned(word: str) -> bool:
    """Whether a word that stands before a name, with a capital, is its verb: *Concluded Ann Lee: “…”*."""
    return word.endswith("ed") and word.lower() in SAYING


def untitled(parts: Sequence[str]) -> tuple[list[str], bool]:
    """A name without the titles, the body or the verb before it, and whether there were titles."""
    clean = [straight(part) for part in parts]
    if len(clean) > 2 and is_turned(clean[0]):
        clean = clean[1:]
    if clean:
        clean[-1] = bare(clean[-1])
    last = max((at for at, part in enumerate(clean[:-1]) if part.lower().strip(".") in TITLES), default=-1)
    titled = last >= 0 and any(
        part.lower().strip(".") not in _QUALIFYING for part in clean[: last + 1] if part.lower().strip(".") in TITLES
    )
    return (_without_ministry(clean[last + 1 :]), titled) if last >= 0 else (clean, False)


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

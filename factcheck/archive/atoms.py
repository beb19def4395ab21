"""A claim taken apart for comparing: its words, names, figures and dates in order, its negations and quotations."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from dataclasses import replace as replaced
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate, compress
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from factcheck.archive.dates import When, read_when
from factcheck.archive.words import DENYING, NEGATIVE, SHORT_NAMES
from factcheck.desk.frames import frame
from factcheck.desk.terms import ByWord, stem
from factcheck.model import Fact, FactKind, Span
from factcheck.normalise import ORDINAL, STOP_WORDS, fold, number, ordinal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Bound(StrEnum):
    """How a figure is hedged."""

    EXACT = ""
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


EXACT: Final = Bound.EXACT


class Sort(StrEnum):
    """What an atom is good for when two claims are compared."""

    WORD = "word"
    STOP = "stop"
    NOT = "not"
    NAME = "name"
    FIGURE = "figure"
    DATE = "date"


WORD: Final = Sort.WORD
STOP: Final = Sort.STOP
NOT: Final = Sort.NOT
NAME: Final = Sort.NAME
FIGURE: Final = Sort.FIGURE
DATE: Final = Sort.DATE
"""The members by names of the module: to look up one of an enumeration costs twenty times as much, in Python 3.11."""


class Atom(NamedTuple):
    """One word, name, figure or date of a claim; a tuple, since it is made in a third of a dataclass's time."""

    sort: Sort
    text: str
    """As it stands in the claim."""
    key: str
    """What makes two of them the same word: a stem, a folded name. Figures and dates of one kind share one, so that
    they stand beside each other when two claims are aligned."""
    start: int
    kind: FactKind | None = None
    """Of a figure or date."""
    value: float | tuple[float, float] | None = None
    """Of a figure; the two figures of a score or a range."""
    unit: str | None = None
    bound: Bound = EXACT
    when: When | None = None
    initial: bool = False
    """A capitalised word that begins a sentence, and so may be no name."""
    doubtful: bool = False
    """A capitalised word where capitals tell nothing, as in a headline."""


@dataclass(frozen=True, slots=True)
class Atoms:
    """A claim taken apart."""

    content: tuple[Atom, ...]
    """Words, names, figures and dates, without stop words."""
    all: tuple[Atom, ...]
    """With stop words and negations."""
    quotes: tuple[str, ...]
    """What somebody's very words are, as they stand."""
    passive: bool
    """Whether something is done *by* somebody."""
    denying: bool
    """Whether there is a negation."""


COUNTS: Final = frozenset({FactKind.NUMBER, FactKind.AGE})
"""The kinds that may be told as one another: a woman of 49, the 49-year-old."""
_COMPARED: Final = COUNTS | {FactKind.MONEY, FactKind.PERCENT, FactKind.DATE}
"""The kinds that are compared by their values."""


def _word_pattern(letter: str, sign: str) -> re.Pattern[str]:
    """A word, initials or a number, by what a letter is, and a letter or a digit."""
    initials, apostrophe = rf"\.(?:{letter}\.)+", f"(?:['’]{letter}+)?"
    return re.compile(rf"({letter}(?:{letter}+{apostrophe}|{initials}|{apostrophe})|[0-9](?:{sign}|[.,](?=[0-9]))*)")


_WORD = _word_pattern(r"[^\W\d_]", r"[^\W_]")
_ASCII_WORD = _word_pattern("[A-Za-z]", "[0-9A-Za-z]")
"""The same for a text in ASCII, which is most, in half the time."""
_QUOTED = re.compile(r"[“„\"«]([^“”„\"»]+)[”\"»]?")
_SENTENCE_END = re.compile(r"(?:^|[.!?:]|[.!?]?[\"”’]|^[\"“‘(]+)\s*[\"“‘(\[]*$")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gov|Sen|Rep|Gen|Lt|Sgt|Capt|Col|Prof|Jr|Sr|No|Inc|Corp|Co|vs?)|\b[A-Z])\.\s*$"
)
_RANK = re.compile(rf"{ORDINAL}(?=\W)", re.IGNORECASE)
_HEDGES: Final = {
    Bound.ABOUT: re.compile(
        r"\b(?:about|around|roughly|approximately|nearly|almost|some|close to|just (?:short of|under|over)|estimated"
        r"|nearing|(?:slightly|a little) (?:less|more|fewer) than|circa)\s+(?:a |the )?$"
    ),
    Bound.OVER: re.compile(
        r"\b(?:more than|over|at least|above|upwards? of|exceed(?:s|ed|ing)|no (?:fewer|less) than)\s+$"
    ),
    Bound.UNDER: re.compile(
        r"\b(?:less than|fewer than|under|below|up to|at most|as (?:much|many|few|little) as|no more than|within)\s+$"
    ),
}
_HEDGING: Final = tuple(
    f"{word} "
    for word in """
    a about above almost approximately around as below circa estimated exceed exceeded exceeding exceeds least most
    nearing nearly of over roughly some than the to under within
    """.split()  # noqa: SIM905  # a list
)
"""What a hedge ends with; to look for these costs a tenth of what the patterns do."""
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:\w+ly\s+)?"
    r"(?:\w+(?:ed|en|wn|nt|ught|un|ung|old|ade|aid)|hit|hurt|cut|shot|won|led|met)\s+(?:\w+\s+){0,3}?by\b"
)


_LONG_NAMES: Final = frozenset(stem(first) for first, _ in SHORT_NAMES)

_LOOK_BACK: Final = 12
_TITLE_CASE: Final = 0.85
"""Share of content words with a capital from which on these are no names; a headline may have a small word or two."""

_KEPT: Final = 1_024
"""Claims that are kept taken apart: those of an article and what it meets, twice over. A collection of garbage looks at
each of their atoms, and takes ten milliseconds for some thousand claims."""

_MOST: Final = 1_000
"""Words of a claim that are compared; beyond, it is no claim."""


@lru_cache(maxsize=_KEPT)
def atoms(text: str, facts: tuple[Fact, ...], *, quoted: bool = False, within: Span | None = None) -> Atoms:
    """Take a claim apart.

    Args:
        text: The claim as it stands.
        facts: Its facts, with offsets into ``text``; only figures and dates are looked at.
        quoted: Whether the claim stands inside quotation marks, and so is somebody's very words.
        within: The stretch of it that is to be taken apart; None for all of it.
    """
    cut = _cut(text)
    start, proper = cut.frame
    end = proper
    if within is not None:
        start, end = max(start, within.start), min(end, within.end)
    taken = bytearray(len(text))
    found = list(_figures(text, facts, start, end, taken))
    figures = bool(found)
    found += _words(text, cut, start, end, taken if figures else None)
    if figures:
        found.sort(key=attrgetter("start"))
    found = found[:_MOST]
    if _may_join(found):
        found = _joined(text, found)
    return Atoms(
        content=tuple([atom for atom in found if atom.sort is not STOP and atom.sort is not NOT]),
        all=tuple(found),
        quotes=(text,) if quoted else tuple(quote[1] for quote in _QUOTED.finditer(text, 0, proper)),
        passive=" by " in text and _PASSIVE.search(fold(text)) is not None,
        denying=NOT in [atom.sort for atom in found],
    )


def _figures(text: str, facts: Iterable[Fact], start: int, end: int, taken: bytearray) -> Iterator[Atom]:
    """The atoms of facts; the code points that they take up are marked."""
    for fact in facts:
        if not start <= fact.start < end:
            continue
        if fact.kind in _COMPARED:
            if taken.find(1, fact.start, fact.end) >= 0:
                continue
            atom = _figure(text, fact)
            if atom is not None:
                taken[fact.start : fact.end] = b"\1" * (fact.end - fact.start)
                yield atom
        elif fact.kind is FactKind.SUPERLATIVE:
            # The second largest is not the largest.
            rank = _RANK.match(fact.text)
            if rank is not None:
                taken[fact.start : fact.start + rank.end()] = b"\1" * rank.end()
                yield Atom(FIGURE, rank[0], "#number", fact.start, FactKind.NUMBER, ordinal(rank[0]), "ordinal")


class _Cut(NamedTuple):
    """A text cut into words."""

    frame: tuple[int, int]
    """Where the claim proper begins and ends."""
    places: Sequence[int]
    """Where each word begins."""
    words: Sequence[str]
    plains: Sequence[_Plain | None]
    """What each tells by itself."""


@lru_cache(maxsize=16)
def _cut(text: str) -> _Cut:
    """Cut a text into words. The last few are kept: a claim is laid beside several earlier ones."""
    # To split gives words and what lies between them in turn, in a fifth of the time that a match for each word takes.
    pieces = (_ASCII_WORD if text.isascii() else _WORD).split(text)
    words = pieces[1::2]
    return _Cut(frame(text), list(accumulate(map(len, pieces)))[:-1:2], words, list(map(_PLAIN.__getitem__, words)))


def _words(text: str, cut: _Cut, start: int, end: int, taken: bytearray | None) -> list[Atom]:
    """The atoms of the words in a stretch of a text that no fact has taken."""
    _, places, words, plains = cut
    if taken is not None:
        free = [not taken[place] for place in places]
        places, words, plains = list(compress(places, free)), list(compress(words, free)), list(compress(plains, free))
    names_tell = _names_tell(words, plains)
    inside = slice(bisect_left(places, start), bisect_left(places, end))
    found: list[Atom] = []
    for place, shown, plain in zip(places[inside], words[inside], plains[inside], strict=True):
        if plain is None:
            found += _word(text, shown, place, names_tell)
        elif plain.small:
            found.append(Atom(plain.sort, shown, plain.key, place))
        else:
            found.append(_capital(text, shown, place, plain, names_tell))
    return found


def _may_join(found: Sequence[Atom]) -> bool:
    """Whether some atoms may be parts of one thing; of most claims none are."""
    keys = {atom.key for atom in found}
    if not _LONG_NAMES.isdisjoint(keys):
        return True
    figures = [atom for atom in found if atom.sort is FIGURE]
    return (len(figures) > 1 and "to" in keys) or any(map(_no_day, figures))


def _joined(text: str, found: list[Atom]) -> list[Atom]:
    """Make one atom of what is one thing: long names of countries, and a month with a day that it does not have."""
    joined: list[Atom] = []
    for atom in found:
        last = joined[-1] if joined else None
        if last is None or not (atom.kind or last.kind or last.key in _LONG_NAMES):
            joined.append(atom)
            continue
        both = _from_to(text, joined, atom)
        if both is not None:
            joined[-2:] = [both]
            continue
        if not text[last.start + len(last.text) : atom.start].strip():
            short = SHORT_NAMES.get((fold(last.text), fold(atom.text))) if last.key in _LONG_NAMES else None
            shown = text[last.start : atom.start + len(atom.text)]
            if short is not None:
                joined[-1] = last._replace(sort=NAME, text=shown, key=short)
                continue
            when = _impossible_date(last, atom) or _impossible_date(atom, last)
            if when is not None:
                joined[-1] = Atom(DATE, shown, "#date", last.start, FactKind.DATE, when=when)
                continue
        joined.append(atom)
    return joined


def _from_to(text: str, before: list[Atom], atom: Atom) -> Atom | None:
    """The one atom of two figures with "to" between them, as a dash between them would make; None for others."""
    if atom.sort is not FIGURE or len(before) < 2 or before[-1].key != "to" or before[-2].sort is not FIGURE:
        return None
    first = before[-2]
    alike = first.key == atom.key and first.unit in {None, atom.unit} and atom.unit != "ordinal"
    if not alike or text[first.start + len(first.text) : atom.start].strip().lower() != "to":
        return None
    if isinstance(first.value, tuple) or isinstance(atom.value, tuple) or first.value is None or atom.value is None:
        return None
    shown = text[first.start : atom.start + len(atom.text)]
    return atom._replace(text=shown, start=first.start, value=(first.value, atom.value), bound=first.bound)


def _impossible_date(month: Atom, number: Atom) -> When | None:
    """The date that "June 66" was meant to be; None when it is something else."""
    day = _no_day(number)
    if day is None:
        return None
    when = month.when or (read_when(month.text, None) if month.text[0].isupper() else When())
    return replaced(when, days=frozenset({day})) if when.months and not when.days else None


def _no_day(number: Atom) -> int | None:
    """The day that a figure may be meant for and that no month has; None for others."""
    if number.unit not in {None, "ordinal"} or not isinstance(number.value, int | float):
        return None
    return int(number.value) if 31 < number.value < 100 else None


def _figure(text: str, fact: Fact) -> Atom | None:
    """The atom of a figure or a date; None for one without a value that could be compared."""
    if fact.kind is FactKind.DATE:
        when = read_when(fact.text, str(fact.value) if fact.value is not None else None)
        return Atom(DATE, fact.text, "#date", fact.start, FactKind.DATE, when=when)
    ordinal_name = fact.unit == "ordinal" and fact.text[0].isupper() and not _begins(text, fact.start)
    value = _two(fact.value) if isinstance(fact.value, str) else fact.value
    if not isinstance(value, int | float | tuple) or ordinal_name:
        return None
    before = fold(text[max(0, fact.start - 40) : fact.start]) + " "
    hedges = _HEDGES.items() if before.endswith(_HEDGING) else ()
    bound = next((bound for bound, pattern in hedges if pattern.search(before)), EXACT)
    key = "#number" if fact.kind in COUNTS else f"#{fact.kind}"
    return Atom(FIGURE, fact.text, key, fact.start, fact.kind, value, fact.unit, bound)


def _two(value: str) -> tuple[float, float] | None:
    """The figures of a score or a range, as it is told by extraction ("4-2")."""
    first, dash, second = value.partition("-")
    one, other = number(first), number(second)
    return (one, other) if dash and one is not None and other is not None else None


def _word(text: str, shown: str, start: int, names_tell: bool) -> Iterator[Atom]:
    """The atom of a word; a contracted negation gives two."""
    if shown[0].isdigit():
        rank = ordinal(shown) if shown[-1].isalpha() else None
        value = number(shown) if rank is None else rank
        unit = None if rank is None else "ordinal"
        if value is not None:
            yield Atom(FIGURE, shown, "#number", start, FactKind.NUMBER, value, unit)
        return
    folded = shown.lower() if shown.isascii() else fold(shown)
    if folded.endswith("n't"):
        yield Atom(NOT, shown, "not", start)
        folded = {"won't": "will", "can't": "can", "shan't": "shall"}.get(folded, folded[:-3])
    bare = folded.split("'")[0].replace(".", "")
    if not bare:
        return
    sort, key = _sorted_out(bare)
    yield _capital(text, shown, start, _Plain(sort, key, not any(map(str.isupper, shown))), names_tell)


def _capital(text: str, shown: str, start: int, plain: _Plain, names_tell: bool) -> Atom:
    """The atom of a word that may have capitals, and so may be a name."""
    sort, key, small = plain
    if sort is STOP and len(shown) > 1 and shown.isupper() and names_tell:
        # It stands for US, or WHO.
        sort, key = WORD, stem(shown.lower().replace(".", ""))
    if small or sort is not WORD:
        return Atom(sort, shown, key, start)
    first = shown[0].isupper()
    initial = first and _begins(text, start)
    inner = not shown[1:].islower() and any(map(str.isupper, shown[1:]))
    named = first and (names_tell or (inner and not shown.isupper()))
    doubtful = first and not named and not initial
    return Atom(NAME if named else sort, shown, key, start, initial=initial and not inner, doubtful=doubtful)


def _sorted_out(bare: str) -> tuple[Sort, str]:
    """What a folded word is good for where it is no name, and its key."""
    base = stem(bare)
    if bare in NEGATIVE or base in DENYING:
        return NOT, "not"
    return (STOP, bare) if bare in STOP_WORDS else (WORD, base)


class _Plain(NamedTuple):
    """What a word of plain letters tells by itself."""

    sort: Sort
    """What it is good for where it is no name."""
    key: str
    small: bool
    """Whether it has no capital."""


def _plain(word: str) -> _Plain | None:
    """What a word tells by itself; None for one that has a sign or an accent."""
    return _Plain(*_sorted_out(word.lower()), word.islower()) if word.isascii() and word.isalpha() else None


_PLAIN: Final = ByWord(_plain)


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins there."""
    if start > 1 and text[start - 1] == " " and (text[start - 2].isalnum() or text[start - 2] == ","):
        return False
    # Looking back a few characters is enough, and keeps a long text linear.
    before = text[:start] if start < _LOOK_BACK else "a" + text[start - _LOOK_BACK : start]
    return _SENTENCE_END.search(before) is not None and _ABBREVIATION.search(before) is None


def _names_tell(words: Sequence[str], plains: Sequence[_Plain | None]) -> bool:
    """Whether capitals mark names: not in a headline in title case, nor in one in capitals.

    A sentence may be made of little but names; its verb has no capital.
    """
    small = capital = 0
    enough = (1 - _TITLE_CASE) * len(words)
    for word, plain in zip(words[1:], plains[1:], strict=True):
        if plain is not None and plain.small:
            small += plain.sort is not STOP
        elif word[0].isalpha() and word.lower() not in STOP_WORDS:
            capital += word[0].isupper()
            small += not word[0].isupper()
        if small > enough:
            # However many capitals follow.
            return True
    return small + capital < 3 or capital < _TITLE_CASE * (small + capital)

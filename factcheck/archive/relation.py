"""Whether an earlier claim says the same, contradicts, or merely lies near: decided by facts, never by the score alone.

Both claims are aligned word by word. What has no equal on the other side is paired by its place (it stands where the
other one's stands) or by its company (the same unit, the same neighbours). A pair of one kind with two values is a
conflict; a fact that only one side has makes the claims near, not the same.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from factcheck.archive.alignment import Alignment, align, comparable, one_word, other_measure
from factcheck.archive.atoms import Atom, Atoms, Bound, Sort
from factcheck.archive.dates import Agreement
from factcheck.archive.negation import denials, denied
from factcheck.archive.opposites import OPPOSABLE, opposites
from factcheck.archive.scoring import CLOSE, Closeness
from factcheck.archive.words import COMMON_OPENERS, TITLES
from factcheck.desk.index import is_number
from factcheck.model import Difference, FactKind, Relation
from factcheck.normalise import STOP_WORDS, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.archive.scoring import Likeness

_FIGURES: Final = frozenset({"number", "age", "money", "percent", "date"})

_OF_ONE_UNIT: Final = frozenset({FactKind.MONEY, FactKind.PERCENT})
"""Kinds whose unit says nothing about what is measured."""

Found = tuple[bool, Difference]
"""A difference, and whether it contradicts."""


def relate(here: Atoms, there: Atoms, likeness: Likeness) -> tuple[Relation, tuple[Difference, ...]]:
    """Decide how two claims stand to each other.

    Args:
        here: The claim.
        there: The earlier claim.
        likeness: Of their wordings.

    Returns:
        The relation and the differing facts, those that contradict first.
    """
    alignment = align(here.content, there.content)
    found = dict.fromkeys(
        [
            *_figures(alignment, least=1 if likeness.score >= CLOSE else 2),
            *_names(alignment),
            *denials(here, there, alignment),
            *_opposites(here, there, alignment),
            *_order(here, there),
            *_quotes(here, there),
        ]
    )
    clashes = tuple(difference for clash, difference in found if clash)
    # Of two claims that merely share a subject, each says much that the other does not: only what clashes counts.
    loose = likeness.closeness is Closeness.LOOSE
    differences = clashes if loose else clashes + tuple(difference for clash, difference in found if not clash)
    if clashes and likeness.closeness in {Closeness.ALIKE, Closeness.CLOSE}:
        agreeing = sum(alignment.here[i].kind is not None for i in alignment.equal)
        if not _other_thing(clashes, agreeing, common=likeness.common):
            return Relation.CONFLICT, differences
    alike = likeness.closeness is Closeness.ALIKE and not differences
    return (Relation.SAME if alike else Relation.NEAR), differences


def _other_thing(clashes: Sequence[Difference], agreeing: int, *, common: bool) -> bool:
    """Whether so much differs that the claims speak of another day, place or person, in like words.

    Args:
        clashes: What differs.
        agreeing: How many figures and dates are the same.
        common: Whether the wording is boilerplate, in which figures tell nothing.
    """
    kinds = [clash.kind for clash in clashes]
    figures = sum(kind in _FIGURES for kind in kinds)
    if common and figures == len(kinds):
        return True
    dates = kinds.count("date")
    of_another_time = dates > 0 and (figures > dates or "negation" in kinds)
    of_another = "name" in kinds and figures > 0
    return of_another_time or of_another or figures > agreeing + 1


def _figures(alignment: Alignment, least: int) -> Iterator[Found]:
    """Figures and dates without an equal: paired where they stand for one thing, else told as one side's own."""
    here, there = alignment.here, alignment.there
    left = [i for i in alignment.free_here() if here[i].kind]
    right = [j for j in alignment.free_there() if there[j].kind]
    pairs = sorted(
        ((_company(alignment, i, j), -abs(i - j), i, j) for i in left for j in right if _may_pair(alignment, i, j)),
        reverse=True,
    )
    for company, _, i, j in pairs:
        if company >= least and i in left and j in right:
            left.remove(i)
            right.remove(j)
            agreement = _agreement(here[i], there[j])
            if agreement is not Agreement.SAME:
                kind = here[i].kind or there[j].kind
                yield agreement is Agreement.CONFLICT, Difference(str(kind), here[i].text, there[j].text)
    yield from ((False, Difference(str(here[i].kind), here[i].text, "")) for i in left)
    yield from ((False, Difference(str(there[j].kind), "", there[j].text)) for j in right)


def _may_pair(alignment: Alignment, i: int, j: int) -> bool:
    """Whether two figures can be values of one thing; a bare number in a date's place ("in 2,000") was meant as one."""
    here, there = alignment.here[i], alignment.there[j]
    if comparable(here, there):
        return True
    bare = {here.kind, there.kind} == {FactKind.DATE, FactKind.NUMBER} and not (here.unit or there.unit)
    return bare and any(i in block.here and j in block.there for block in alignment.blocks)


def _company(alignment: Alignment, i: int, j: int) -> int:
    """How much speaks for two figures being values of one thing; 0 is nothing."""
    here, there = alignment.here[i], alignment.there[j]
    together = any(i in block.here and j in block.there for block in alignment.blocks)
    neighbours = len(_neighbours(alignment.here, i) & _neighbours(alignment.there, j))
    beside = alignment.beside.get(i) == j
    if other_measure(here, there):
        # The same figure's unit was changed, but only where no figure of this unit claims the place.
        return int(beside)
    if beside:
        return 6 + neighbours
    told = here.unit is not None and here.unit == there.unit
    return (3 if told and here.kind not in _OF_ONE_UNIT else int(told)) + together + neighbours


def _neighbours(atoms: Sequence[Atom], i: int, reach: int = 1) -> set[str]:
    return {atom.key for atom in (*atoms[max(0, i - reach) : i], *atoms[i + 1 : i + 1 + reach]) if not atom.kind}


def _agreement(here: Atom, there: Atom) -> Agreement:
    """How two figures or dates for one thing stand to each other."""
    if here.when and there.when:
        return here.when.against(there.when)
    if not isinstance(here.value, int | float) or not isinstance(there.value, int | float):
        return Agreement.CONFLICT
    if other_measure(here, there):
        return Agreement.CONFLICT
    if here.value == there.value:
        return Agreement.SAME
    if here.bound is there.bound:
        return Agreement.CONFLICT
    hedged, plain = (here, there) if here.bound is not Bound.EXACT else (there, here)
    return Agreement.COMPATIBLE if _covers(hedged, plain) else Agreement.CONFLICT


def _covers(hedged: Atom, plain: Atom) -> bool:
    """Whether "about 450,000" can stand for 449,000, or "more than 40" for 47."""
    rough, exact = float(hedged.value or 0), float(plain.value or 0)
    if hedged.bound is Bound.OVER:
        return exact > rough
    if hedged.bound is Bound.UNDER:
        return exact < rough
    digits = len(f"{rough:.0f}".rstrip("0")) or 1
    return float(f"{exact:.{max(0, digits - 1)}e}") == rough


def _names(alignment: Alignment) -> Iterator[Found]:
    """Names without an equal: another name in the same place contradicts, one more makes the claim another one."""
    here, there = alignment.here, alignment.there
    left = [i for i in alignment.free_here() if _is_name(here, i)]
    right = [j for j in alignment.free_there() if _is_name(there, j)]
    for block in alignment.blocks:
        mine = [i for i in block.here if i in left]
        theirs = [j for j in block.there if j in right]
        if mine and theirs:
            left = [i for i in left if i not in mine]
            right = [j for j in right if j not in theirs]
            yield True, Difference("name", _text(here, mine), _text(there, theirs))
    for block in alignment.blocks:
        mine = [i for i in block.here if here[i].doubtful and i not in alignment.equal]
        theirs = [j for j in block.there if there[j].doubtful and j not in alignment.equal.values()]
        if mine and theirs:
            yield False, Difference("name", _text(here, mine), _text(there, theirs))
    for i in list(left):
        for j in right:
            if _neighbours(here, i) & _neighbours(there, j):
                left.remove(i)
                right.remove(j)
                yield True, Difference("name", here[i].text, there[j].text)
                break
    gone = set(left), set(right)
    yield from ((False, Difference("name", text, "")) for text in _whole(here, gone[0]))
    yield from ((False, Difference("name", "", text)) for text in _whole(there, gone[1]))


def _text(atoms: Sequence[Atom], places: Sequence[int]) -> str:
    return " ".join(atoms[place].text for place in places)


def _is_name(atoms: Sequence[Atom], i: int) -> bool:
    """Whether a capitalised word is a name. One that begins a sentence may be any word: then its form must tell."""
    atom = atoms[i]
    if atom.key in TITLES:
        return False
    if atom.sort is not Sort.NAME or not atom.initial:
        return atom.sort is Sort.NAME
    if i + 1 < len(atoms) and atoms[i + 1].sort is Sort.NAME and atoms[i + 1].start - atom.start <= len(atom.text) + 3:
        return True
    return not atom.text.lower().endswith(("s", "ly", "ing", "ed")) and atom.text.lower() not in COMMON_OPENERS


def _whole(atoms: Sequence[Atom], free: set[int]) -> Iterator[str]:
    """Runs of names none of which has an equal; a first name more or less is no other name."""
    for is_name, run in groupby(range(len(atoms)), key=lambda i: atoms[i].sort is Sort.NAME):
        places = list(run)
        if is_name and free.issuperset(places) and not (len(places) == 1 and atoms[places[0]].initial):
            yield _text(atoms, places)


def _opposites(here: Atoms, there: Atoms, alignment: Alignment) -> Iterator[Found]:
    """Words without an equal whose meanings exclude each other."""
    mine = [here.content[i] for i in alignment.free_here()] + _odd_stops(here, there)
    theirs = [there.content[j] for j in alignment.free_there()] + _odd_stops(there, here)
    denied_here, denied_there = denied(here), denied(there)
    for atom in mine:
        against = opposites(atom.key) if atom.kind is None else frozenset()
        for other in theirs:
            # "Not crewed" and "uncrewed" agree.
            if other.key in against and (atom.key in denied_here) == (other.key in denied_there):
                yield True, Difference("negation", atom.text, other.text)


def _odd_stops(atoms: Atoms, other: Atoms) -> list[Atom]:
    known = {atom.key for atom in other.all}
    return [atom for atom in atoms.all if atom.sort is Sort.STOP and atom.key in OPPOSABLE and atom.key not in known]


def _order(here: Atoms, there: Atoms) -> Iterator[Found]:
    """Two names, figures or nouns that changed places, unless they are merely listed or the voice turned them round."""
    mine, theirs = _entities(here.content), _entities(there.content)
    shared = {key for key, _ in mine} & {key for key, _ in theirs}
    mine = [(key, atom) for key, atom in mine if key in shared]
    theirs = [(key, atom) for key, atom in theirs if key in shared]
    if len(mine) != len(theirs) or len(mine) != len(shared) or len(mine) < 3:
        return
    odd = [place for place, ((a, _), (b, _)) in enumerate(zip(mine, theirs, strict=True)) if a != b]
    turned = here.passive != there.passive
    if not odd and turned:
        yield True, Difference("order", mine[0][1].text, there.content[-1].text)
    if len(odd) != 2 or turned:
        return
    first, second = odd
    (_, a), (_, b) = mine[first], mine[second]
    if a.sort is b.sort and second - first > 1:
        yield True, Difference("order", f"{a.text} … {b.text}", f"{b.text} … {a.text}")


def _entities(atoms: Sequence[Atom]) -> list[tuple[str, Atom]]:
    """Each content atom with what makes it itself; words of one name are one."""
    found: list[tuple[str, Atom]] = []
    for is_name, run in groupby(atoms, key=lambda atom: atom.sort is Sort.NAME):
        group = list(run)
        if is_name:
            found.append((" ".join(atom.key for atom in group), group[0]))
        else:
            found.extend(
                (atom.text if atom.when else str(atom.value) if atom.kind else atom.key, atom) for atom in group
            )
    return found


_LEAST_QUOTE: Final = 3
_QUOTE_LIKENESS: Final = 50.0


def _quotes(here: Atoms, there: Atoms) -> Iterator[Found]:
    """Quotations of one saying whose words differ: another word contradicts, one more or less is a hint.

    Numbers are compared as figures, wherever they stand.
    """
    theirs = [[word for word in tokens(quote) if not is_number(word)] for quote in there.quotes]
    for quote in here.quotes:
        mine = [word for word in tokens(quote) if not is_number(word)]
        if len(mine) < _LEAST_QUOTE:
            continue
        for other in theirs:
            if mine == other or fuzz.ratio(" ".join(mine), " ".join(other)) < _QUOTE_LIKENESS:
                continue
            lost = [word for word in mine if not any(one_word(word, b) for b in other)]
            new = [word for word in other if not any(one_word(word, a) for a in mine)]
            told = [word for word in (*lost, *new) if word not in STOP_WORDS]
            if told or {*lost, *new} - {"and"}:
                yield bool(told and lost and new), Difference("quote", " ".join(lost), " ".join(new))

"""Figures and dates on which two claims differ."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from factcheck.archive.alignment import comparable, neighbours, other_measure, other_things
from factcheck.archive.atoms import NAME, Bound
from factcheck.archive.dates import Agreement
from factcheck.archive.scoring import is_generic
from factcheck.archive.words import MEASURES
from factcheck.model import Difference, FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.archive.alignment import Alignment
    from factcheck.archive.atoms import Atom

_DEATH: Final = frozenset({"die", "kill", "age"})
"""Stems beside which an age is that of a moment, not of today."""

_SUBJECT: Final = 5
"""Content words before a figure among which its subject is looked for."""

_OF_ONE_UNIT: Final = frozenset({FactKind.MONEY, FactKind.PERCENT})
"""Kinds whose unit says nothing about what is measured."""


def differing_figures(alignment: Alignment, least: int, years: float | None) -> Iterator[tuple[bool, Difference]]:
    """Find figures and dates without an equal: paired where they stand for one thing, else told as one side's own.

    Args:
        alignment: The two claims.
        least: How much must speak for a pair.
        years: How many years after the other claim the one was published, None when that is not known.

    Yields:
        Whether it is a contradiction, with the difference.
    """
    here, there = alignment.here, alignment.there
    left = [i for i in alignment.free_here if here[i].kind]
    right = [j for j in alignment.free_there if there[j].kind]
    pairs = sorted(
        ((_company(alignment, i, j), -abs(i - j), i, j) for i in left for j in right if _may_pair(alignment, i, j)),
        reverse=True,
    )
    for company, _, i, j in pairs:
        if company >= least and i in left and j in right:
            left.remove(i)
            right.remove(j)
            agreement = _agreement(here[i], there[j])
            if agreement is Agreement.CONFLICT and (
                _of_one_game(alignment, i, j) or (years is not None and _grew_older(alignment, i, j, years))
            ):
                agreement = Agreement.COMPATIBLE
            if agreement is not Agreement.SAME:
                kind = here[i].kind or there[j].kind
                yield agreement is Agreement.CONFLICT, Difference(str(kind), here[i].text, there[j].text)
    yield from ((False, Difference(str(here[i].kind), here[i].text, "")) for i in left)
    yield from ((False, Difference(str(there[j].kind), "", there[j].text)) for j in right)


def of_one_subject(alignment: Alignment, years: float | None) -> Iterator[Difference]:
    """Find figures that contradict each other though the claims have little else in common, since they tell one thing.

    So it is with the age of whoever is named before it, and with the only figure in a measure (minutes, miles) where
    one subject stands before it in both claims: "the jury took 15 minutes", "the jury was out for 10 minutes".
    Money is no such measure, nor is a rank: a subject has many sums, and comes first in this and third in that.

    Args:
        alignment: Two claims of articles on one event.
        years: How many years after the other claim the one was published, None when that is not known.
    """
    here, there = alignment.here, alignment.there
    for i in alignment.free_here:
        for j in alignment.free_there:
            grown = years is not None and _grew_older(alignment, i, j, years)
            of_one = (_ages_of_one(alignment, i, j) and not grown) or _only_measures(alignment, i, j)
            if of_one and _agreement(here[i], there[j]) is Agreement.CONFLICT:
                yield Difference(str(here[i].kind), here[i].text, there[j].text)


def _ages_of_one(alignment: Alignment, i: int, j: int) -> bool:
    """Whether two figures are ages, each behind the name of one person, which may be told in full or in part."""
    here, there = alignment.here, alignment.there
    if not here[i].kind is there[j].kind is FactKind.AGE:
        return False
    mine, theirs = _name_before(here, i), _name_before(there, j)
    return bool(mine and theirs) and all(one == other for one, other in zip(mine, theirs, strict=False))


def _name_before(atoms: Sequence[Atom], i: int) -> list[str]:
    """The words of the name that a figure stands behind, the last one first."""
    return [atom.key for atom in takewhile(lambda atom: atom.sort is NAME, reversed(atoms[:i]))]


def _only_measures(alignment: Alignment, i: int, j: int) -> bool:
    """Whether two figures are the only ones in a measure, each behind the same word of some meaning."""
    here, there = alignment.here, alignment.there
    unit = here[i].unit
    if unit not in MEASURES or unit == "ordinal" or here[i].kind in _OF_ONE_UNIT:
        return False
    if unit != there[j].unit or here[i].kind is not there[j].kind:
        return False
    alone = all(sum(atom.unit == unit for atom in atoms) == 1 for atoms in (here, there))
    subjects = _subjects(here, i) & _subjects(there, j)
    return alone and any(not is_generic(word) for word in subjects)


def _subjects(atoms: Sequence[Atom], i: int) -> set[str]:
    """The words shortly before a figure, as far back as the figure before it."""
    before: set[str] = set()
    for atom in reversed(atoms[max(0, i - _SUBJECT) : i]):
        if atom.kind:
            break
        before.add(atom.key)
    return before


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
    shared = len(neighbours(alignment.here, i) & neighbours(alignment.there, j))
    beside = alignment.beside.get(i) == j
    if other_measure(here, there):
        # The same figure's unit was changed, but only where no figure of this unit claims the place.
        return int(beside)
    if beside:
        return 6 + shared
    told = here.unit is not None and here.unit == there.unit
    return (3 if told and here.kind not in _OF_ONE_UNIT else int(told)) + together + shared


def _of_one_game(alignment: Alignment, i: int, j: int) -> bool:
    """Whether two scores may be one seen from both sides: won 4-2, lost 2-4. Then other words differ, too."""
    here, there = alignment.here[i].value, alignment.there[j].value
    if not (isinstance(here, tuple) and isinstance(there, tuple)) or here != there[::-1]:
        return False
    mine, theirs = set(alignment.free_here) - {i}, set(alignment.free_there) - {j}
    return bool(mine and theirs)


def _grew_older(alignment: Alignment, i: int, j: int, years: float) -> bool:
    """Whether two ages of one person differ because of the time between the claims; the dead do not grow older."""
    here, there = alignment.here[i], alignment.there[j]
    if not here.kind is there.kind is FactKind.AGE or here.unit or there.unit:
        return False
    if not (isinstance(here.value, int | float) and isinstance(there.value, int | float)):
        return False
    alive = not any(atom.key in _DEATH for atom in (*alignment.here, *alignment.there))
    return alive and abs(here.value - there.value - years) < 1


def _agreement(here: Atom, there: Atom) -> Agreement:
    """How two figures or dates for one thing stand to each other."""
    if here.when and there.when:
        return here.when.against(there.when)
    if other_things(here, there):
        return Agreement.COMPATIBLE
    if here.value is None or there.value is None or other_measure(here, there):
        return Agreement.CONFLICT
    if here.value == there.value:
        return Agreement.SAME
    if isinstance(here.value, tuple) or isinstance(there.value, tuple):
        in_range = _within(here.value, there.value) or _within(there.value, here.value)
        return Agreement.COMPATIBLE if in_range else Agreement.CONFLICT
    if here.bound is there.bound:
        return Agreement.CONFLICT
    if here.bound is not Bound.EXACT:
        covered = _covers(here.value, here.bound, there.value)
    else:
        covered = _covers(there.value, there.bound, here.value)
    return Agreement.COMPATIBLE if covered else Agreement.CONFLICT


def _within(value: float | tuple[float, float], ends: float | tuple[float, float]) -> bool:
    """Whether a figure lies in a range."""
    return isinstance(ends, tuple) and not isinstance(value, tuple) and ends[0] <= value <= ends[1]


def _covers(rough: float, bound: Bound, exact: float) -> bool:
    """Whether "about 450,000" can stand for 449,000, or "more than 40" for 47."""
    if bound is Bound.OVER:
        return exact > rough
    if bound is Bound.UNDER:
        return exact < rough
    digits = len(f"{rough:.0f}".rstrip("0")) or 1
    return float(f"{exact:.{max(0, digits - 1)}e}") == rough

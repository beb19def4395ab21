"""Two claims laid beside each other: which atoms are equal, and which stands where the other claim has another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA, Levenshtein

from factcheck.archive.atoms import COUNTS, DATE, NAME, Atom
from factcheck.archive.dates import Agreement
from factcheck.archive.words import MEASURES, SHORTENED
from factcheck.model import FactKind
from factcheck.normalise import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of each claim that the other one words differently, at the same place between equal words."""

    here: tuple[int, ...]
    there: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """How two sequences of atoms lie beside each other; atoms are called by their place in theirs."""

    here: tuple[Atom, ...]
    there: tuple[Atom, ...]
    equal: dict[int, int]
    """Equal atoms, here to there, moved ones too."""
    beside: dict[int, int]
    """Atoms that are not equal but stand at one place."""
    blocks: tuple[Block, ...]
    free_here: tuple[int, ...]
    """Atoms of the one that have no equal in the other."""
    free_there: tuple[int, ...]
    """Atoms of the other that have no equal in the one."""


def align(here: Sequence[Atom], there: Sequence[Atom]) -> Alignment:
    """Lay two claims beside each other."""
    equal: dict[int, int] = {}
    beside: dict[int, int] = {}
    blocks: list[Block] = []
    open_block = False
    for edit in Levenshtein.opcodes([atom.key for atom in here], [atom.key for atom in there]):
        mine, theirs = range(edit.src_start, edit.src_end), range(edit.dest_start, edit.dest_end)
        if edit.tag == "equal":
            for i, j in zip(mine, theirs, strict=True):
                # Words of one key are the same; figures of one key are merely of one kind.
                (equal if here[i].kind is None or same(here[i], there[j]) else beside)[i] = j
        else:
            if edit.tag == "replace":
                for i, j in zip(mine, theirs, strict=True):
                    (equal if same(here[i], there[j]) else beside)[i] = j
            # A replacement of two words by three comes as two edits; they are one block.
            before = blocks.pop() if open_block else Block((), ())
            blocks.append(Block((*before.here, *mine), (*before.there, *theirs)))
        open_block = edit.tag != "equal"
    free_here = [i for i in range(len(here)) if i not in equal]
    free_there = sorted(set(range(len(there))).difference(equal.values()))
    for i in list(free_here):
        moved = _moved(here[i], there, free_there)
        if moved is not None:
            equal[i] = moved
            free_here.remove(i)
            free_there.remove(moved)
    return Alignment(tuple(here), tuple(there), equal, beside, tuple(blocks), tuple(free_here), tuple(free_there))


def _moved(atom: Atom, there: Sequence[Atom], free: Sequence[int]) -> int | None:
    """Where an atom stands in the other claim, among the places that are free; None when it does not."""
    first, is_name = atom.key[0], atom.sort is NAME
    for j in free:
        other = there[j]
        # Most have not even a letter in common, and this costs a tenth of a closer look.
        if (other.key[0] == first or (is_name and other.sort is NAME)) and same(atom, other):
            return j
    return None


def same(here: Atom, there: Atom) -> bool:
    """Whether two atoms are the same word, name, figure or date."""
    if here.kind is None and there.kind is None:
        if one_word(here.key, there.key):
            return True
        # A stem may be too short to tell a slip of a letter from another name.
        return here.sort is there.sort is NAME and one_word(here.text.lower(), there.text.lower())
    if here.sort is DATE or there.sort is DATE:
        return here.when is not None and there.when is not None and here.when.against(there.when) is Agreement.SAME
    return here.value == there.value and comparable(here, there) and not other_measure(here, there)


def neighbours(atoms: Sequence[Atom], i: int) -> set[str]:
    """The words right before and behind an atom, figures left out."""
    return {atom.key for atom in (*atoms[max(0, i - 1) : i], *atoms[i + 1 : i + 2]) if not atom.kind}


def comparable(here: Atom, there: Atom) -> bool:
    """Whether two figures can be values of one thing: money with money, per cent with per cent, a rank with a rank."""
    of_one_kind = here.kind == there.kind or (here.kind in COUNTS and there.kind in COUNTS)
    return of_one_kind and (here.unit == "ordinal") == (there.unit == "ordinal")


def other_measure(here: Atom, there: Atom) -> bool:
    """Whether both name a measure, and not the same one: miles and kilometres, per cent and percentage points."""
    if here.unit == there.unit:
        return False
    return here.kind is FactKind.PERCENT or (here.unit in MEASURES and there.unit in MEASURES)


def other_things(here: Atom, there: Atom) -> bool:
    """Whether two figures count different things: people and lifeboats."""
    counted = here.unit and there.unit and {here.kind, there.kind} == {FactKind.NUMBER}
    return bool(counted) and here.unit != there.unit and not other_measure(here, there)


def one_word(here: str, there: str) -> bool:
    """Whether two stems are spellings of one word: a slip of a letter in a longer one, or a form cut short."""
    if here == there:
        return True
    if here[:1] != there[:1]:
        return False
    short, long = sorted((here, there), key=len)
    if short in SHORTENED:
        return long.startswith(short)
    if len(short) < 5 or OSA.distance(here, there, score_cutoff=1) > 1:
        return False
    # A small word that lost a letter may be another one; one whose letters changed places ("thees") is none.
    little = (here in STOP_WORDS) + (there in STOP_WORDS)
    return not little or (little == 1 and sorted(here) == sorted(there))

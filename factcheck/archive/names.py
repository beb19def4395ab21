"""Names in which two claims differ."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from factcheck.archive.alignment import neighbours
from factcheck.archive.atoms import NAME
from factcheck.archive.words import COMMON_OPENERS, NO_NAMES, RANKS
from factcheck.model import Difference
from factcheck.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.archive.alignment import Alignment
    from factcheck.archive.atoms import Atom


def differing_names(alignment: Alignment, *, placed: bool) -> Iterator[tuple[bool, Difference]]:
    """Find names without an equal: another name in the same place contradicts, one more makes the claim another one.

    Args:
        alignment: The two claims.
        placed: Whether the claims are so like that a place in the one is a place in the other; without that only what
            stands beside a name tells that another stands for it.

    Yields:
        Whether it is a contradiction, with the difference.
    """
    here, there = alignment.here, alignment.there
    left = [i for i in alignment.free_here if _is_name(here, i)]
    right = [j for j in alignment.free_there if _is_name(there, j)]
    one_post = _ranks(here, alignment.free_here) == _ranks(there, alignment.free_there)
    for block in alignment.blocks if placed else ():
        mine = [i for i in block.here if i in left]
        theirs = [j for j in block.there if j in right]
        if mine and theirs:
            left = [i for i in left if i not in mine]
            right = [j for j in right if j not in theirs]
            # *Orbit Beyond* and *OrbitBeyond* are one name.
            if _letters(here, mine) != _letters(there, theirs):
                yield one_post, Difference("name", _text(here, mine), _text(there, theirs))
    for block in alignment.blocks if placed else ():
        mine = [i for i in block.here if here[i].doubtful and i not in alignment.equal]
        theirs = [j for j in block.there if there[j].doubtful and j not in alignment.equal.values()]
        if mine and theirs:
            yield False, Difference("name", _text(here, mine), _text(there, theirs))
    for i in list(left):
        for j in right:
            if neighbours(here, i) & neighbours(there, j):
                left.remove(i)
                right.remove(j)
                yield one_post, Difference("name", here[i].text, there[j].text)
                break
    gone = set(left), set(right)
    yield from ((False, Difference("name", text, "")) for text in _whole(here, gone[0]))
    yield from ((False, Difference("name", "", text)) for text in _whole(there, gone[1]))


def _ranks(atoms: Sequence[Atom], free: Sequence[int]) -> frozenset[str]:
    """What tells a post from another of its name: a deputy is somebody else."""
    return RANKS.intersection(atoms[i].text.lower() for i in free)


def _text(atoms: Sequence[Atom], places: Sequence[int]) -> str:
    return " ".join(atoms[place].text for place in places)


def _letters(atoms: Sequence[Atom], places: Sequence[int]) -> str:
    """The letters of names, however they are divided."""
    return "".join(letter for place in places for letter in fold(atoms[place].text) if letter.isalnum())


def _is_name(atoms: Sequence[Atom], i: int) -> bool:
    """Whether a capitalised word is a name. One that begins a sentence may be any word: then its form must tell."""
    atom = atoms[i]
    if atom.key in NO_NAMES:
        return False
    if atom.sort is not NAME or not atom.initial:
        return atom.sort is NAME
    if i + 1 < len(atoms) and atoms[i + 1].sort is NAME and atoms[i + 1].start - atom.start <= len(atom.text) + 3:
        return True
    return not atom.text.lower().endswith(("s", "ly", "ing", "ed")) and atom.text.lower() not in COMMON_OPENERS


def _whole(atoms: Sequence[Atom], free: set[int]) -> Iterator[str]:
    """Runs of names none of which has an equal; a first name more or less is no other name."""
    if not free:
        return
    for is_name, run in groupby(range(len(atoms)), key=lambda i: atoms[i].sort is NAME):
        places = list(run)
        if is_name and free.issuperset(places) and not (len(places) == 1 and atoms[places[0]].initial):
            yield _text(atoms, places)

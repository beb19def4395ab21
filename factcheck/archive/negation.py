"""Denials: what one claim says is not so, and the other says is; and words that exclude each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.archive.alignment import one_word
from factcheck.archive.atoms import FIGURE, NOT, STOP, Atom, Atoms, Sort
from factcheck.archive.opposites import OPPOSABLE, opposites, undone
from factcheck.model import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.archive.alignment import Alignment

_REACH: Final = 2
"""Content words after a negation that it may deny: a word and what qualifies it."""


_DENIABLE: Final = frozenset({Sort.WORD, Sort.NAME})


@dataclass(frozen=True, slots=True)
class _Negation:
    word: Atom
    denied: tuple[Atom, ...]


def denials(here: Atoms, there: Atoms, alignment: Alignment) -> Iterator[tuple[bool, Difference]]:
    """Find negations of one side that the other lacks.

    Yields:
        Whether the other side affirms what is denied (a contradiction) or merely says nothing about it, with the
        difference.
    """
    if not (here.denying or there.denying):
        return
    mine, theirs = _negations(here), _negations(there)
    for negation in list(mine):
        partner = next((other for other in theirs if _meet(negation, other)), None)
        if partner is not None:
            mine.remove(negation)
            theirs.remove(partner)
    # "did not find" and "left without a trace of": each denies, in its own words.
    paired = min(len(mine), len(theirs))
    free_here = [alignment.here[i] for i in alignment.free_here]
    free_there = [alignment.there[j] for j in alignment.free_there]
    for negation in mine[paired:]:
        said = _affirmed(negation, there, free_there)
        if said is not None:
            yield bool(said), Difference("negation", _shown(negation), said)
    for negation in theirs[paired:]:
        said = _affirmed(negation, here, free_here)
        if said is not None:
            yield bool(said), Difference("negation", said, _shown(negation))


def _denied(atoms: Atoms) -> frozenset[str]:
    """The stems that a claim's negations may deny."""
    return frozenset(atom.key for negation in _negations(atoms) for atom in negation.denied)


def _negations(atoms: Atoms) -> list[_Negation]:
    found: list[_Negation] = []
    if not atoms.denying:
        return found
    for place, atom in enumerate(atoms.all):
        if atom.sort is NOT:
            after = [other for other in atoms.all[place + 1 :] if other.sort in _DENIABLE][:_REACH]
            figures = [other for other in atoms.all[place + 1 :] if other.sort is FIGURE][:1]
            before = [other for other in atoms.all[:place] if other.sort in _DENIABLE][-1:]
            found.append(_Negation(atom, tuple(after or figures or before)))
    return found


def _meet(one: _Negation, other: _Negation) -> bool:
    return any(one_word(a.key, b.key) for a in one.denied for b in other.denied)


def _affirmed(negation: _Negation, other: Atoms, free: list[Atom]) -> str | None:
    """What the other claim says instead: its affirming word, empty when it has none, None when it denies it too."""
    for atom in negation.denied:
        if any(atom.key in undone(word.key) for word in free):
            return None
        for word in other.content:
            if one_word(word.key, atom.key) and word.value == atom.value:
                return word.text
    return ""


def _shown(negation: _Negation) -> str:
    return " ".join([negation.word.text, *(atom.text for atom in negation.denied[:1])])


def contraries(here: Atoms, there: Atoms, alignment: Alignment) -> Iterator[tuple[bool, Difference]]:
    """Find words without an equal whose meanings exclude each other.

    Yields:
        True, for it is always a contradiction, with the difference.
    """
    mine = [here.content[i] for i in alignment.free_here] + _odd_stops(here, there)
    theirs = [there.content[j] for j in alignment.free_there] + _odd_stops(there, here)
    keys = {other.key for other in theirs}
    for atom in mine:
        if atom.kind is not None or keys.isdisjoint(opposites(atom.key)):
            continue
        denied_here, denied_there = _denied(here), _denied(there)
        for other in theirs:
            # "Not crewed" and "uncrewed" agree.
            if other.key in opposites(atom.key) and (atom.key in denied_here) == (other.key in denied_there):
                yield True, Difference("negation", atom.text, other.text)


def _odd_stops(atoms: Atoms, other: Atoms) -> list[Atom]:
    odd = [atom for atom in atoms.all if atom.key in OPPOSABLE and atom.sort is STOP]
    known = {atom.key for atom in other.all} if odd else set()
    return [atom for atom in odd if atom.key not in known]

"""Who did it to whom: the same words in two claims, with two of them in each other's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.archive.atoms import NAME, STOP, Atom, Atoms, Sort
from factcheck.model import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def changed_places(here: Atoms, there: Atoms) -> Iterator[tuple[bool, Difference]]:
    """Find two names, figures or nouns that changed places, unless they are merely listed or the voice was turned.

    Yields:
        Whether it is a contradiction, with the difference.
    """
    mine, theirs = _entities(here.content), _entities(there.content)
    shared = {key for key, _ in mine} & {key for key, _ in theirs}
    mine = [(key, atom) for key, atom in mine if key in shared]
    theirs = [(key, atom) for key, atom in theirs if key in shared]
    if len(mine) != len(theirs) or len(mine) != len(shared) or len(mine) < 3:
        return
    odd = [place for place, ((a, _), (b, _)) in enumerate(zip(mine, theirs, strict=True)) if a != b]
    turned = here.passive != there.passive
    if not odd and turned:
        yield True, Difference("order", _doer(here).text, _doer(there).text)
    if len(odd) != 2 or turned:
        return
    first, second = odd
    (_, a), (_, b) = mine[first], mine[second]
    told = {Sort.WORD, Sort.NAME}
    if (a.sort is b.sort or {a.sort, b.sort} <= told) and second - first > 1:
        yield True, Difference("order", f"{a.text} … {b.text}", f"{b.text} … {a.text}")


def _doer(atoms: Atoms) -> Atom:
    """Who does it: whom "by" names in a passive, else what stands first."""
    after = 0
    if atoms.passive:
        after = max((atom.start for atom in atoms.all if atom.sort is STOP and atom.key == "by"), default=0)
    return next((atom for atom in atoms.content if atom.start >= after), atoms.content[-1])


def _entities(atoms: Sequence[Atom]) -> list[tuple[str, Atom]]:
    """Each content atom with what makes it itself; words of one name are one."""
    found: list[tuple[str, Atom]] = []
    after_name = False
    for atom in atoms:
        is_name = atom.sort is NAME
        if is_name and after_name:
            key, first = found[-1]
            found[-1] = f"{key} {atom.key}", first
        elif is_name or not atom.kind:
            found.append((atom.key, atom))
        else:
            found.append((atom.text if atom.when else str(atom.value), atom))
        after_name = is_name
    return found

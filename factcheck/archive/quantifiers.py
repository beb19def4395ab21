"""How many of something: some in one claim where the other says all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.archive.atoms import Sort
from factcheck.model import Difference, FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.archive.atoms import Atom, Atoms

_EXTENTS: Final = {
    word: extent
    for extent, words in enumerate(("all every each both whole entire", "most majority", "some several many", "few"))
    for word in words.split()
}
"""Words that tell how many, and those that may stand for each other."""

_IDIOMS: Final = frozenset({"at", "after", "above", "of", "once"})
"""Words before "all" with which it tells no extent."""


def differing_extents(here: Atoms, there: Atoms) -> Iterator[tuple[bool, Difference]]:
    """Find a word of extent where the other claim has a wider or a narrower one.

    Yields:
        False, for some may be all, with the difference.
    """
    mine, theirs = _extents(here), _extents(there)
    if len(mine) == len(theirs) == 1 and _EXTENTS[mine[0].key] != _EXTENTS[theirs[0].key]:
        yield False, Difference(FactKind.NUMBER, mine[0].text, theirs[0].text)


def _extents(atoms: Atoms) -> list[Atom]:
    found = []
    for place, atom in enumerate(atoms.all):
        if atom.key in _EXTENTS:
            before = atoms.all[place - 1].key if place else ""
            after = atoms.all[place + 1].sort if place + 1 < len(atoms.all) else Sort.STOP
            # "Some 200" is about 200.
            if after is not Sort.FIGURE and before not in _IDIOMS:
                found.append(atom)
    return found

"""The names under which an article's people stand in it, of which several may be one person's."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

GENERATIONS: Final = frozenset({"jr", "sr"})
"""What tells a child from the parent of the same name, without a full stop; papers often leave a *III* out."""


def is_namesake(parts: Sequence[str], plain: Sequence[str]) -> bool:
    """Whether a name is that of a parent or child of somebody whose name stands plain: *Ann Lee*, and *Ann Lee Jr*."""
    return len(parts) == len(plain) + 1 and parts[-1].lower() in GENERATIONS and tuple(parts[:-1]) == tuple(plain)


class Names:
    """A set of names that tells which are the fullest, kept as they come: to look at all of them again takes time."""

    def __init__(self) -> None:
        self._parts: dict[str, tuple[str, ...]] = {}
        self._holders: defaultdict[str, set[str]] = defaultdict(set)

    def put(self, name: str) -> None:
        """Take a name in, words divided by one blank."""
        self._parts[name] = tuple(name.split())
        for part in self._parts[name]:
            self._holders[part].add(name)

    def drop(self, name: str) -> None:
        """Forget a name, if it is there."""
        for part in self._parts.pop(name, ()):
            self._holders[part].discard(name)

    def fullest(self) -> Iterator[str]:
        """One name for each person."""
        return filter(self.is_fullest, self._parts)

    def is_fullest(self, name: str) -> bool:
        """Whether it is the one for its person: with the middle initial, without a word that once stood before it."""
        parts = self._parts.get(name)
        if parts is None or any(" ".join(parts[at:]) in self._parts for at in range(1, len(parts) - 1)):
            return False
        if len(parts) == 1:
            return len(self._holders[name]) == 1
        own, least = set(parts), min((self._holders[part] for part in parts), key=len)
        others = (self._parts[other] for other in least)
        return not any(
            own < set(other) and other[-len(parts) :] != parts and not is_namesake(other, parts) for other in others
        )

    def holding(self, words: Iterable[str]) -> Iterator[str]:
        """The fullest names in which all of these words stand."""
        least, *others = sorted((self._holders.get(word, set()) for word in words), key=len)
        return (name for name in least if all(name in other for other in others) and self.is_fullest(name))

"""What was begun to be written about an article and not saved: kept on this machine until it is saved or given up.

A connection that breaks in the middle of a note must not take it along. Each draft is a file of its own, which is put
in place whole: windows of one checker write theirs at the same time, and none waits for another.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, is_dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar

from factcheck.model import ClaimId
from factcheck.state import replace_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from factcheck.config import Config
    from factcheck.model import Contact, Correction, Source
    from factcheck.tui.screens import About, ContactGiven, Query, SourceGiven

T = TypeVar("T")
Key = tuple[str, "ClaimId | None"]
"""A kind's name, and the claim that a draft is about, None for the article."""

_LATEST: Final = 1000
"""So many drafts are kept, those that were written last."""


class Kind(NamedTuple, Generic[T]):
    """Something that is written in a form."""

    name: str
    """What it is called on the screen."""
    read: Callable[[Any], T]
    """Makes it of what the file has."""
    replaces: bool = True
    """Whether it goes in the place of what stood there; else it is one more."""


def _source(said: Mapping[str, Any]) -> Source:
    from factcheck.model import Source, SourceKind

    accessed = said["accessed"] and date.fromisoformat(said["accessed"])
    return Source(**{**said, "kind": SourceKind(said["kind"]), "accessed": accessed})


def _source_given(said: Mapping[str, Any]) -> SourceGiven:
    from factcheck.tui.screens import SourceGiven

    return SourceGiven(_source(said["source"]), None, said["accessed"], said["also"])


def _contact(said: Mapping[str, Any]) -> Contact:
    from factcheck.model import Contact, ContactOutcome, ContactWay

    return Contact(**{**said, "how": ContactWay(said["how"]), "outcome": ContactOutcome(said["outcome"])})


def _contact_given(said: Mapping[str, Any]) -> ContactGiven:
    from factcheck.tui.screens import ContactGiven

    return ContactGiven(_contact(said["contact"]), said["instead"] and _contact(said["instead"]))


def _query(said: Mapping[str, Any]) -> Query:
    from factcheck.tui.screens import Query

    return Query(**said)


def _correction(said: Mapping[str, Any]) -> Correction:
    from factcheck.model import Correction

    return Correction(**{**said, "kinds": tuple(said["kinds"])})


def _about(said: Mapping[str, Any]) -> About:
    from factcheck.tui.screens import About

    return About(**said)


NOTE: Final = Kind("note", str)
SOURCE: Final = Kind("source", _source_given, replaces=False)
CONTACT: Final = Kind("contact", _contact_given, replaces=False)
QUERY: Final = Kind("query", _query)
CORRECTION: Final = Kind("correction", _correction)
REPLACEMENT: Final = Kind("suggested change", str)
ABOUT: Final = Kind("correction of the article's data", _about)

_KINDS: Final[tuple[Kind[Any], ...]] = (NOTE, SOURCE, CONTACT, QUERY, CORRECTION, REPLACEMENT, ABOUT)


class _Kept(NamedTuple):
    """A draft, and what stood in the form when it was begun."""

    value: object
    before: object


class Drafts:
    """The drafts of one checker about one article.

    Args:
        config: Where this machine keeps such things, the desk, and who writes.
        slug: The article's.
    """

    def __init__(self, config: Config, slug: str) -> None:
        named = f"{config.desk.absolute()}\n{config.checker}\n{slug}".encode("utf-8", "surrogatepass")
        self._folder = config.state and config.state.parent / "drafts"
        self._name = sha256(named).hexdigest()[:24]
        self._kept: dict[Key, _Kept] = {}
        self._unsaved: set[Key] = set()
        self._seen: dict[Key, object] = {}
        """What stood there when the checker was told that it is not what the draft was begun on."""
        for path in self._paths():
            name = path.stem.removeprefix(self._name).strip()
            for kind in _KINDS:
                claim = name.removeprefix(kind.name).strip()
                if name.startswith(kind.name) and (claim.isdigit() or not claim):
                    # What cannot be read is left out.
                    with suppress(OSError, RecursionError, KeyError, TypeError, ValueError, AttributeError):
                        said = json.loads(path.read_text("utf-8"))
                        kept = _Kept(kind.read(said["value"]), kind.read(said["before"]) if kind.replaces else None)
                        self._kept[kind.name, ClaimId(int(claim)) if claim else None] = kept

    @property
    def are_safe(self) -> bool:
        """Whether they are on disk, to be found again when the program has ended."""
        return not self._unsaved

    @property
    def cannot_write(self) -> bool:
        """Whether they are to be on disk, and are not."""
        return self._folder is not None and not self.are_safe

    def of(self, kind: Kind[T], claim: ClaimId | None, before: T) -> T:
        """The draft of something, or what stands there without one."""
        kept = self._kept.get((kind.name, claim))
        return before if kept is None else kept.value  # type: ignore[return-value]  # a kind's own

    def begun_on(self, kind: Kind[T], claim: ClaimId | None, before: T) -> T:
        """What stood there when the draft of something was begun, or stands there without one."""
        kept = self._kept.get((kind.name, claim))
        return before if kept is None else kept.before  # type: ignore[return-value]  # a kind's own

    def is_overtaken(self, kind: Kind[T], claim: ClaimId | None, before: T) -> bool:
        """Whether something else stands there now than when the draft was begun, and the checker was not told."""
        kept = self._kept.get((kind.name, claim))
        return kept is not None and before not in (kept.before, self._seen.get((kind.name, claim), kept.before))

    def see(self, kind: Kind[T], claim: ClaimId | None, before: T) -> None:
        """Note that the checker is told what stands there now."""
        self._seen[kind.name, claim] = before

    def keep(self, kind: Kind[T], claim: ClaimId | None, value: T, before: T) -> bool:
        """Keep a draft, unless it is what stood there at first; gives whether there is one."""
        if value == before:
            self.drop(kind, claim)
            return False
        known = self._kept.get((kind.name, claim))
        if known is None or known.value != value or (kind.name, claim) in self._unsaved:
            self._kept[kind.name, claim] = _Kept(value, before if known is None else known.before)
            self._write((kind.name, claim))
        return True

    def bring_along(self, kind: Kind[T], claim: ClaimId | None, value: T, before: T) -> None:
        """Put a draft that there is on what stands there now; in one step, so that it is never gone."""
        if value == before:
            self.drop(kind, claim)
        elif self._kept.get((kind.name, claim)) not in {None, (value, before)}:
            self._kept[kind.name, claim] = _Kept(value, before)
            self._write((kind.name, claim))

    def drop(self, kind: Kind[T], claim: ClaimId | None) -> None:
        """Forget a draft: it was saved, or given up."""
        self._seen.pop((kind.name, claim), None)
        if self._kept.pop((kind.name, claim), None) is not None:
            self._write((kind.name, claim))

    def told(self, claims: Iterable[ClaimId]) -> Sequence[Key]:
        """The drafts there are: of the article, and of those of these claims."""
        here = {None, *claims}
        return [key for key in self._kept if key[1] in here]

    def _write(self, key: Key) -> None:
        """Write down what became of one draft."""
        if self._folder is None:
            self._unsaved = {*self._kept}
            return
        path = self._folder / f"{' '.join((self._name, key[0], str(key[1] or ''))).strip()}.json"
        kept = self._kept.get(key)
        try:
            if kept is None:
                path.unlink(missing_ok=True)
            else:
                said = {"value": _plain(kept.value), "before": _plain(kept.before)}
                self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                replace_file(path, json.dumps(said, default=str))
                _tidy(self._folder)
        except (OSError, ValueError):
            self._unsaved = {*self._unsaved, key} & {*self._kept}
        else:
            self._unsaved.discard(key)

    def _paths(self) -> Sequence[Path]:
        if self._folder is not None:
            with suppress(OSError):
                return [*self._folder.glob(f"{self._name} *.json")]
        return ()


def _plain(value: object) -> object:
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value


def _tidy(folder: Path) -> None:
    """Forget what was begun long ago."""
    # Another window may do so at the same time; what was written just now is written whatever comes of it.
    with suppress(OSError):
        paths = [*folder.glob("*.json")]
        if len(paths) > _LATEST:
            for path in sorted(paths, key=lambda path: path.stat().st_mtime)[:-_LATEST]:
                path.unlink(missing_ok=True)

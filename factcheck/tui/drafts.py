"""What was begun to be written about an article and not saved: kept on this machine until it is saved or given up.

A connection that breaks in the middle of a note must not take it along.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, is_dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar

from factcheck.state import replace_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from factcheck.config import Config
    from factcheck.model import ClaimId, Contact, Correction, Source
    from factcheck.tui.screens import About, ContactGiven, Query, SourceGiven

T = TypeVar("T")

_LATEST: Final = 200
"""So many articles have their drafts kept, those that were written last."""


class Kind(NamedTuple, Generic[T]):
    """Something that is written in a form."""

    name: str
    """What it is called on the screen."""
    read: Callable[[Any], T]
    """Makes it of what the file has."""


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
SOURCE: Final = Kind("source", _source_given)
CONTACT: Final = Kind("contact", _contact_given)
QUERY: Final = Kind("query", _query)
CORRECTION: Final = Kind("correction", _correction)
REPLACEMENT: Final = Kind("suggested change", str)
ABOUT: Final = Kind("correction of the article's data", _about)

_KINDS: Final[tuple[Kind[Any], ...]] = (NOTE, SOURCE, CONTACT, QUERY, CORRECTION, REPLACEMENT, ABOUT)


class Drafts:
    """The drafts of one checker about one article.

    Args:
        config: Where this machine keeps such things, the desk, and who writes.
        slug: The article's.
    """

    def __init__(self, config: Config, slug: str) -> None:
        name = sha256(f"{config.desk.absolute()}\n{config.checker}\n{slug}".encode()).hexdigest()[:24]
        self._path = config.state and config.state.parent / "drafts" / f"{name}.json"
        self._kept: dict[tuple[str, ClaimId | None], object] = {}
        self._written = "{}"
        self._read()

    @property
    def are_safe(self) -> bool:
        """Whether they are on disk, to be found again when the program has ended."""
        return not self._kept or self._written == self._text()

    def of(self, kind: Kind[T], claim: ClaimId | None, before: T) -> T:
        """The draft of something, or what stands there without one."""
        return self._kept.get((kind.name, claim), before)  # type: ignore[return-value]  # a kind's own

    def keep(self, kind: Kind[T], claim: ClaimId | None, value: T, before: T) -> bool:
        """Keep a draft, unless it is what stood there at first; gives whether there is one."""
        if value == before:
            self.drop(kind, claim)
            return False
        if self._kept.get((kind.name, claim)) != value:
            self._kept[kind.name, claim] = value
            self._write()
        return True

    def drop(self, kind: Kind[T], claim: ClaimId | None) -> None:
        """Forget a draft: it was saved, or given up."""
        if self._kept.pop((kind.name, claim), None) is not None:
            self._write()

    def told(self, claims: Iterable[ClaimId]) -> Iterable[tuple[str, ClaimId | None]]:
        """The drafts there are: of the article, and of those of these claims."""
        here = {None, *claims}
        return [key for key in self._kept if key[1] in here]

    def _text(self) -> str:
        said: dict[str, object] = {}
        for (name, claim), value in self._kept.items():
            written = asdict(value) if is_dataclass(value) and not isinstance(value, type) else value
            said[f"{name} {claim or ''}".strip()] = written
        return json.dumps(said, ensure_ascii=False, default=str)

    def _write(self) -> None:
        if self._path is None:
            return
        text = self._text()
        with suppress(OSError, ValueError):
            if self._kept:
                self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                replace_file(self._path, text)
                self._tidy(self._path.parent)
            else:
                self._path.unlink(missing_ok=True)
            self._written = text

    @staticmethod
    def _tidy(folder: Path) -> None:
        """Forget what was begun long ago about other articles."""
        oldest = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime)[:-_LATEST]
        for path in oldest:
            path.unlink(missing_ok=True)

    def _read(self) -> None:
        """Take in what was kept; what cannot be read is left out."""
        if self._path is None:
            return
        try:
            self._written = self._path.read_text("utf-8")
            said = json.loads(self._written)
        except (OSError, ValueError, RecursionError):
            return
        for key, value in said.items() if isinstance(said, dict) else ():
            for kind in _KINDS:
                claim = key.removeprefix(kind.name).strip()
                if key.startswith(kind.name) and (claim.isdigit() or not claim):
                    with suppress(KeyError, TypeError, ValueError, AttributeError):
                        self._kept[kind.name, int(claim) if claim else None] = kind.read(value)  # type: ignore[index]

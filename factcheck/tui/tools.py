"""What the app works with. All of it is handed over at the start, so that a test can hand over something else."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from factcheck.tui.keymap import Keymap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.config import Config
    from factcheck.desk import Desk
    from factcheck.extraction import Progressed
    from factcheck.model import Article, ArticleId, Claim, Extraction, Match
    from factcheck.review.conflicts import Conflicts


class Examiner(Protocol):
    """Pulls claims and findings out of an article."""

    def __call__(
        self, article: Article, *, pipeline: str | None = None, progress: Callable[[Progressed], None] | None = None
    ) -> Extraction:
        """Do so, telling how far it is; an exception from ``progress`` ends it."""


def examine(
    article: Article, *, pipeline: str | None = None, progress: Callable[[Progressed], None] | None = None
) -> Extraction:
    """Pull out claims and findings, beside the screen; nothing of it is imported before an article needs it."""
    from factcheck.consistency.process import examine as examine_

    return examine_(article, pipeline=pipeline, progress=progress)


class Matcher(Protocol):
    """Finds the earlier claims that bear on an article's claims."""

    def __call__(self, desk: Desk, article: Article, claims: Sequence[Claim]) -> tuple[tuple[Match, ...], ...]:
        """For each claim its matches."""


def match(desk: Desk, article: Article, claims: Sequence[Claim]) -> tuple[tuple[Match, ...], ...]:
    """Find earlier claims in the archive of the desk."""
    from factcheck.archive import match_article

    return match_article(desk, article, claims)


class Searcher(Protocol):
    """Looks through the archive for claims about any words."""

    def __call__(self, desk: Desk, words: str, article: ArticleId) -> tuple[Match, ...]:
        """What may be about them, the best first; nothing from the article that is being checked."""


def search(desk: Desk, words: str, article: ArticleId) -> tuple[Match, ...]:
    """Look through the archive of the desk."""
    from factcheck.archive import Query
    from factcheck.archive import search as search_

    return search_([Query("", words)], desk, exclude=(article,))[0]


def now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


@dataclass(slots=True)
class Tools:
    """The collaborators of the app.

    A desk belongs to the thread that opened it: `desk` is for the thread of the screens, workers `connect` for
    themselves.
    """

    config: Config
    examine: Examiner = examine
    match: Matcher = match
    search: Searcher = search
    clock: Callable[[], datetime] = now
    clipboard: Callable[[str], str] | None = None
    """Takes a text and gives the name of the program that took it; None: the terminal's own way only."""
    ascii_encoding: str | None = None
    """What the terminal can write, where that is not Unicode."""
    reads_only: bool = field(init=False, default=False)
    """Whether there is a desk that could not be written when it was opened last: it is shown all the same."""
    keymap: Keymap = field(init=False)
    """The effective keys."""
    _conflicts: Conflicts | None = field(init=False, default=None)
    _desk: Desk | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.keymap = Keymap(self.config.keys, self.config.keymap, in_ascii=self.ascii_encoding is not None)

    @property
    def conflicts(self) -> Conflicts:
        """Counts what contradicts the archive."""
        if self._conflicts is None:
            from factcheck.review.conflicts import Conflicts

            self._conflicts = Conflicts(self.match)
        return self._conflicts

    def connect(self, *, read_only: bool = False) -> Desk:
        """Open the desk anew, for one thread."""
        from factcheck.desk import connect

        path = self.config.desk
        self.reads_only = path.is_file() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
        read_only = read_only or self.reads_only
        return connect(self.config.desk, who=self.config.checker, clock=self.clock, read_only=read_only)

    def desk(self) -> Desk:
        """The desk of the screens' thread, opened at the first call."""
        if self._desk is None:
            self._desk = self.connect()
        return self._desk

    def close(self) -> None:
        """Close the desk of the screens' thread."""
        if self._desk is not None:
            self._desk.close()
            self._desk = None

"""The desk: one SQLite file with articles, claims, verdicts, sources and the log, and the only code that writes SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from factcheck.config import expanded
from factcheck.desk.articles import Articles, Meta
from factcheck.desk.backup import back_up
from factcheck.desk.checkup import problems
from factcheck.desk.claims import Claims
from factcheck.desk.connection import clean
from factcheck.desk.dismissals import Dismissals
from factcheck.desk.drafts import Drafts
from factcheck.desk.events import Events
from factcheck.desk.findings import Findings
from factcheck.desk.index import Index
from factcheck.desk.opening import open_file
from factcheck.desk.people import People
from factcheck.desk.positions import Positions
from factcheck.desk.restoring import Restoring
from factcheck.desk.sources import Sources
from factcheck.desk.times import now_utc, to_iso

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path
    from types import TracebackType

    from factcheck.desk.connection import DeskFile
    from factcheck.model import ArticleId, Checklist

__all__ = ["Desk", "Meta", "connect"]


class Desk:
    """An open desk, to be used by the thread that opened it and closed at the end.

    Args:
        file: The desk file.
        who: The checker in whose name changes are logged.
        clock: Gives the time.
    """

    def __init__(self, file: DeskFile, who: str, clock: Callable[[], datetime]) -> None:
        self._file = file
        self.path = file.path
        """Where the file is."""
        self.who = who
        """The checker."""
        self.clock = clock
        """Gives the time that is written down."""
        self.index = Index(file.db.conn)
        self.sources = Sources(file)
        self.claims = Claims(file, self.sources, self.index)
        self.dismissals = Dismissals(file)
        self.drafts = Drafts(file)
        self.findings = Findings(file, self.claims, self.dismissals)
        self.people = People(file)
        self.articles = Articles(file, self.drafts, self.claims, self.findings, self.people, self.index, clock)
        self.events = Events(file, who, clock)
        self.positions = Positions(file, who, clock)

    def reading(self) -> AbstractContextManager[None]:
        """See one state of the desk throughout a block."""
        return self._file.reading()

    def writing(self) -> AbstractContextManager[None]:
        """Commit a whole block, or nothing when it fails."""
        return self._file.writing()

    def now(self) -> str:
        """The time now, as it is written down."""
        return to_iso(self.clock())

    def version(self) -> int:
        """A number that differs from the last one when another connection has changed the desk meanwhile.

        It costs some microseconds, so that a screen can ask every second.

        Raises:
            DeskError: when the file cannot be read, or is another than was opened.
        """
        self._file.refuse_another()
        with self._file.reading():
            (number,) = self._file.rows("PRAGMA data_version")[0]
        return int(number)

    def restore(self, checklist: Checklist) -> ArticleId:
        """Put an article on the desk with all that a checklist tells of it.

        Raises:
            ArticleError: when its text is here already; nothing is changed then.
            DeskError: when the file cannot be written.
        """
        with self._file.writing():
            return Restoring(self, self._file).restore(checklist)

    def back_up(self, target: Path, *, force: bool = False) -> None:
        """Copy the desk as it is at this moment to another file, while others go on working.

        Raises:
            DeskError: when the file is there already and is not to be replaced, or cannot be written; nothing is
                changed then.
        """
        back_up(self._file, expanded(target), force=force)

    def problems(self) -> Iterator[str]:
        """Look through the whole desk, a sentence for each thing that is not as it should be.

        Raises:
            DeskError: when the file cannot be read.
        """
        return problems(self._file, self.events, self.index)

    def close(self) -> None:
        """Close the file; what was committed stays."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def connect(
    path: Path | str,
    *,
    who: str = "",
    clock: Callable[[], datetime] = now_utc,
    read_only: bool = False,
    wait: float = 5.0,
) -> Desk:
    """Open a desk, made when it is not there and brought up to date when it is of an earlier version.

    Args:
        path: The desk file.
        who: The checker in whose name changes are logged.
        clock: Gives the time.
        read_only: Never write; the file must be there.
        wait: Seconds to wait while another program has it locked.

    Raises:
        DeskError: when it is not a desk file, is damaged, locked, of a newer factcheck, or cannot be opened.
    """
    return Desk(open_file(expanded(path), read_only=read_only, wait=wait), clean(who), clock)

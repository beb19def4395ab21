"""An open desk file and its transactions; every failure of SQLite or the disk is told as a DeskError in one line."""

from __future__ import annotations

import re
import sqlite3
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from factcheck.errors import DeskError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from sqlite_utils import Database

_TOGETHER: Final = (32, 8)
"""Rows of one statement; SQLite takes 999 values in its older versions, and to prepare a statement costs as much as a
few rows: there are few of them."""

_SURROGATES: Final = re.compile("[\ud800-\udfff]")

_FAILURES: Final[Mapping[str, tuple[str, str]]] = {
    "SQLITE_BUSY": ("is in use by another program", "close that, or try again in a moment"),
    "SQLITE_LOCKED": ("is in use by another program", "close that, or try again in a moment"),
    "SQLITE_READONLY": ("cannot be written", "allow writing to the file and its folder, or choose another with --desk"),
    "SQLITE_PERM": ("cannot be opened", "allow reading and writing it, or choose another with --desk"),
    "SQLITE_CANTOPEN": ("cannot be opened", "allow writing to its folder, or choose another with --desk"),
    "SQLITE_FULL": ("was not changed because the disk is full", "make room, then do it again"),
    "SQLITE_IOERR": ("cannot be read or written because the disk failed or is full", "check it, then do it again"),
    "SQLITE_CORRUPT": ("is damaged", "put a backup in its place, or choose another with --desk"),
    "SQLITE_NOTADB": ("is not a desk file", "choose another with --desk"),
}


class DeskFile:
    """An open desk file. It belongs to the thread that opened it.

    Args:
        path: Where it is.
        db: The connection.
    """

    def __init__(self, path: Path, db: Database) -> None:
        self.path = path
        self.db = db
        self._there = _identity(path)

    def close(self) -> None:
        """Close the connection; what was committed stays."""
        self.db.close()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """See one state of the desk throughout, whatever others write meanwhile.

        Raises:
            DeskError: when the file cannot be read.
        """
        with explained(self.path), self.db.atomic():
            yield

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Change the desk: all of the block is committed when it ends, or nothing when it fails.

        The lock is taken at once. A transaction that reads first and asks for the lock later fails as soon as somebody
        else wrote in between, and no timeout helps.

        Raises:
            DeskError: when the file cannot be written, or stays locked.
        """
        with explained(self.path):
            if self.db.conn.in_transaction:
                with self.db.atomic():
                    yield
                return
            self.refuse_another()
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.db.execute("COMMIT")
            except BaseException:
                self.db.rollback()
                raise

    def refuse_another(self) -> None:
        """See that the file is the one that was opened.

        SQLite goes on with a file that was taken away, where nobody finds again what is written, and spoils one that
        was put in its place.

        Raises:
            DeskError: when it is another, or gone.
        """
        if _identity(self.path) != self._there:
            what = f"the desk {self.path} was taken away, or another was put in its place, while it was open"
            raise DeskError(what, "leave, and open it again")

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        return self.db.execute(sql, [storable(value) for value in values]).fetchall()

    def row(self, sql: str, values: Sequence[object] = ()) -> tuple[Any, ...] | None:
        """The first row of a query, None when there is none."""
        row: tuple[Any, ...] | None = self.db.execute(sql, [storable(value) for value in values]).fetchone()
        return row

    def run(self, sql: str, values: Sequence[object] = ()) -> int:
        """Run one statement; gives the number of rows that it changed."""
        return self.db.execute(sql, [storable(value) for value in values]).rowcount

    def run_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run one statement for many rows of values."""
        self.db.conn.executemany(sql, map(_storable_all, rows))

    def insert(self, table: str, values: Mapping[str, object]) -> int:
        """Insert one row; gives its id."""
        names = ", ".join(f'"{column}"' for column in values)
        sql = f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(values))})"
        return int(self.db.execute(sql, [storable(value) for value in values.values()]).lastrowid or 0)

    def insert_all(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Insert many rows.

        Not by sqlite-utils, which makes a new statement for each call: a backlog has a million rows in small lots. Some
        rows a statement, since AUTOINCREMENT looks up and writes down the last id for each, which is half of the work.
        """
        names = ", ".join(f'"{column}"' for column in columns)
        into = f"INSERT INTO {table} ({names}) VALUES "
        row = f"({', '.join('?' * len(columns))})"
        left, at = list(rows), 0
        for size in _TOGETHER:
            many = into + ", ".join([row] * size)
            while at + size <= len(left):
                self.db.conn.execute(many, _storable_all(list(chain.from_iterable(left[at : at + size]))))
                at += size
        self.run_many(into + row, left[at:])


def clean(text: str) -> str:
    """Make a text fit for SQLite, which takes no lone surrogates: U+FFFD stands for each, so that offsets hold."""
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def storable(value: object) -> object:
    """Make a value fit for SQLite."""
    return clean(value) if isinstance(value, str) else value


def _storable_all(values: Sequence[object]) -> list[object]:
    # Nearly all texts are ASCII; not to call a function for those halves the time.
    return [value if value.__class__ is not str or value.isascii() else clean(value) for value in values]


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from others whatever it is called; None when it is not there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Tell what SQLite and the disk refuse as a DeskError; a mistake in our own SQL stays what it is."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        for prefix, (what, todo) in _FAILURES.items():
            if name.startswith(prefix):
                raise DeskError(f"the desk {path} {what}", todo) from error
        if isinstance(error, sqlite3.OperationalError):
            raise DeskError(f"the desk {path} cannot be used ({error})", "choose another with --desk") from error
        raise

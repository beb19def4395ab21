"""How a desk file is opened: made when it is not there, brought up to date, and refused when it is not ours."""

from __future__ import annotations

import secrets
import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING, Final

from sqlite_utils import Database

from factcheck.desk.connection import DeskFile, explained
from factcheck.desk.schema import MIGRATIONS
from factcheck.errors import DeskError

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID: Final = 0x46414354
"""``FACT``: written into the file's header, so that a file of another program is known before it is touched."""

_QUICK_CHECK_BYTES: Final = 16 * 1024 * 1024
"""Files up to this size are checked for damage when they are opened in some 20 ms; larger ones would make one wait."""

_CACHE_KIB: Final = 32_000
"""Of the file that is kept in memory: with SQLite's own 2 MB, the index of a million claims is read again and again."""

_TURN: Final = 0.01
"""Seconds between two tries for what SQLite does not wait for."""


def open_file(path: Path, *, read_only: bool, wait: float) -> DeskFile:
    """Open a desk file, made and brought up to date as needed.

    Args:
        path: Where it is, or is to be.
        read_only: Never write; the file must be there and up to date.
        wait: Seconds to wait for a lock of another program.

    Raises:
        DeskError: when the file is not a desk, is damaged, is of a newer factcheck, or cannot be opened.
    """
    try:
        with explained(path):
            return DeskFile(path, _open(path, read_only=read_only, wait=wait))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DeskError(f"the desk {path} cannot be used ({reason})", "choose another with --desk") from error


def _open(path: Path, *, read_only: bool, wait: float) -> Database:
    _refuse_foreign(path)
    if read_only:
        connection = _connect_for_reading(path, wait)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=wait)
    try:
        db = Database(connection, execute_plugins=False)
        db.execute("PRAGMA foreign_keys=ON")
        db.execute(f"PRAGMA cache_size=-{_CACHE_KIB}")
        if read_only:
            _refuse_newer(path, db)
            _refuse_older(path, db)
        else:
            db.execute("PRAGMA synchronous=FULL")
            _bring_up_to_date(path, db)
            _keep_a_wal(db, wait)
        _refuse_damaged(path, db)
    except BaseException:
        connection.close()
        raise
    return db


def _keep_a_wal(db: Database, wait: float) -> None:
    """Switch to a write-ahead log, for which SQLite wants the file alone for a moment.

    It does not wait its turn for that, whatever the busy timeout: when several processes open a new desk at once, all
    but one are told at once that it is locked.
    """
    until = time.monotonic() + wait
    while True:
        try:
            with db.ensure_autocommit_on():
                db.execute("PRAGMA journal_mode=WAL").fetchall()
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY") or time.monotonic() > until:
                raise
            time.sleep(_TURN)
        else:
            return


def _refuse_foreign(path: Path) -> None:
    """Look at the header without a lock or a file beside it, so that a file that is not ours is not touched.

    SQLite reads it, not ``open``: closing a file gives up all locks that this process holds on it, those of another
    connection too.
    """
    if not path.exists():
        return
    if path.is_dir():
        raise DeskError(f"{path} is a folder", f"name a file in it, such as {path / 'desk.db'}")
    if not path.is_file():
        raise DeskError(f"{path} is not a file", "choose another with --desk")
    with closing(_connect_by_address(path, "immutable=1")) as connection:
        try:
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        except sqlite3.DatabaseError:
            # It may be another process that is making it just now: what it is shows under the lock.
            return
    if pages and application_id != APPLICATION_ID:
        raise DeskError(f"{path} is a database of another program", "choose another with --desk")


def _connect_by_address(path: Path, mode: str, wait: float = 0) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True, timeout=wait)


def _connect_for_reading(path: Path, wait: float) -> sqlite3.Connection:
    if not path.exists():
        raise DeskError(f"there is no desk at {path}", "put an article on it with 'factcheck open', or name another")
    connection = _connect_by_address(path, "mode=ro", wait)
    try:
        connection.execute("PRAGMA schema_version").fetchall()
    except sqlite3.OperationalError as error:
        # A WAL file wants a file beside it even for reading. In a folder that nobody may write there is another way,
        # which is right only as long as nothing waits in a -wal file.
        connection.close()
        wal = path.with_name(f"{path.name}-wal")
        if error.sqlite_errorname.startswith("SQLITE_BUSY") or (wal.exists() and wal.stat().st_size):
            raise
        connection = _connect_by_address(path, "immutable=1")
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_newer(path: Path, db: Database) -> None:
    known = {migration.name for migration in MIGRATIONS._migrations}  # noqa: SLF001  # nothing public lists them
    if any(migration.name not in known for migration in MIGRATIONS.applied(db)):
        raise DeskError(f"the desk {path} was written by a newer factcheck", "update factcheck to open it")


def _refuse_older(path: Path, db: Database) -> None:
    if MIGRATIONS.pending(db):
        raise DeskError(f"the desk {path} was written by an older factcheck", "open it once with 'factcheck'")


def _bring_up_to_date(path: Path, db: Database) -> None:
    """Make the tables, or change them from an earlier version, while nobody else can."""
    db.execute("BEGIN IMMEDIATE")
    try:
        _refuse_newer(path, db)
        pending = MIGRATIONS.pending(db)
        if pending:
            if MIGRATIONS.applied(db):
                _back_up(path, pending[0].name)
            db.execute(f"PRAGMA application_id={APPLICATION_ID}")
            MIGRATIONS.apply(db)
            db.execute("COMMIT")
        else:
            # SQLite begins a transaction on a file that it may not write gladly; only writing tells.
            db.execute(f"PRAGMA application_id={APPLICATION_ID}")
    finally:
        db.rollback()


def _back_up(path: Path, migration: str) -> None:
    """Copy the desk as it is before a migration to a file beside it.

    The copy is made over a second connection while the first one holds the lock: VACUUM runs in no transaction, and
    without the lock another process could migrate first and its result be taken for the backup.
    """
    target = path.with_name(f"{path.name}.before-{migration}")
    unfinished = path.with_name(f".{secrets.token_hex(4)}.tmp")
    reader = sqlite3.connect(path)
    try:
        reader.execute("VACUUM INTO ?", (str(unfinished),))
        unfinished.replace(target)
    finally:
        reader.close()
        unfinished.unlink(missing_ok=True)


def _refuse_damaged(path: Path, db: Database) -> None:
    """SQLite writes happily into a file with garbage in it; only a check finds that."""
    if path.stat().st_size > _QUICK_CHECK_BYTES:
        return
    (report,) = db.execute("PRAGMA quick_check(1)").fetchone()
    if report != "ok":
        raise DeskError(f"the desk {path} is damaged", "put a backup in its place, or choose another with --desk")

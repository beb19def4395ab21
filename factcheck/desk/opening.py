"""How a desk file is opened: made when it is not there, brought up to date, and refused when it is not ours."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING, Final

from sqlite_utils import Database

from factcheck.desk.connection import DeskFile, explained
from factcheck.desk.schema import MIGRATIONS
from factcheck.errors import DeskError

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID: Final = 0x46414354
"""``FACT``: written into the file's header, so that a file of another program is known before it is touched."""

_MAGIC: Final = b"SQLite format 3\x00"
_ID_AT: Final = slice(68, 72)
_QUICK_CHECK_BYTES: Final = 16 * 1024 * 1024
"""Files up to this size are checked for damage when they are opened in some 20 ms; larger ones would make one wait."""


def open_file(path: Path, *, read_only: bool, wait: float) -> DeskFile:
    """Open a desk file, made and brought up to date as needed.

    Args:
        path: Where it is, or is to be.
        read_only: Never write; the file must be there and up to date.
        wait: Seconds to wait for a lock of another program.

    Raises:
        DeskError: when the file is not a desk, is damaged, is of a newer factcheck, or cannot be opened.
    """
    with explained(path):
        _refuse_foreign(path)
        if read_only:
            connection = _connect_for_reading(path, wait)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=wait)
        try:
            db = Database(connection, execute_plugins=False)
            db.execute("PRAGMA foreign_keys=ON")
            if read_only:
                _refuse_unlike(path, db)
            else:
                db.execute("PRAGMA synchronous=FULL")
                _bring_up_to_date(path, db)
                with db.ensure_autocommit_on():
                    db.execute("PRAGMA journal_mode=WAL").fetchall()
            _refuse_damaged(path, db)
        except BaseException:
            connection.close()
            raise
    return DeskFile(path, db)


def _refuse_foreign(path: Path) -> None:
    """Look at the header as plain bytes, so that not even SQLite touches a file that is not ours."""
    if not path.exists():
        return
    if path.is_dir():
        raise DeskError(f"{path} is a folder", f"name a file in it, such as {path / 'desk.db'}")
    if not path.is_file():
        raise DeskError(f"{path} is not a file", "choose another with --desk")
    with path.open("rb") as file:
        header = file.read(100)
    if header.startswith(_MAGIC) and int.from_bytes(header[_ID_AT], "big") != APPLICATION_ID:
        raise DeskError(f"{path} is a database of another program", "choose another with --desk")


def _connect_for_reading(path: Path, wait: float) -> sqlite3.Connection:
    if not path.exists():
        raise DeskError(f"there is no desk at {path}", "put an article on it with 'factcheck open', or name another")
    address = path.absolute().as_uri()
    connection = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=wait)
    try:
        connection.execute("PRAGMA schema_version").fetchall()
    except sqlite3.OperationalError:
        # A WAL file wants a file beside it even for reading. In a folder that nobody may write there is another way,
        # which is right only as long as nothing waits in a -wal file.
        connection.close()
        wal = path.with_name(f"{path.name}-wal")
        if wal.exists() and wal.stat().st_size:
            raise
        connection = sqlite3.connect(f"{address}?immutable=1", uri=True, timeout=wait)
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_unlike(path: Path, db: Database) -> bool:
    """Refuse a file of a newer factcheck, and for reading one of an older; True when migrations were applied before."""
    applied = {migration.name for migration in MIGRATIONS.applied(db)}
    pending = {migration.name for migration in MIGRATIONS.pending(db)}
    if applied - {migration.name for migration in MIGRATIONS._migrations}:  # noqa: SLF001  # nothing public lists them
        raise DeskError(f"the desk {path} was written by a newer factcheck", "update factcheck to open it")
    if pending and not db.conn.in_transaction:
        raise DeskError(f"the desk {path} was written by an older factcheck", "open it once with 'factcheck'")
    return bool(applied)


def _bring_up_to_date(path: Path, db: Database) -> None:
    """Make the tables, or change them from an earlier version, while nobody else can."""
    db.execute("BEGIN IMMEDIATE")
    try:
        known = _refuse_unlike(path, db)
        pending = MIGRATIONS.pending(db)
        if pending:
            if known:
                _back_up(path, pending[0].name)
            db.execute(f"PRAGMA application_id={APPLICATION_ID}")
            MIGRATIONS.apply(db)
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


def _back_up(path: Path, migration: str) -> None:
    """Copy the desk as it is before a migration to a file beside it.

    The copy is made over a second connection while the first one holds the lock: VACUUM runs in no transaction, and
    without the lock another process could migrate first and its result be taken for the backup.
    """
    target = path.with_name(f"{path.name}.before-{migration}")
    unfinished = path.with_name(f"{target.name}.{os.getpid()}")
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

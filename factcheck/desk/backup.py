"""A copy of the desk, made while it is in use."""

from __future__ import annotations

import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from factcheck.desk.connection import explained
from factcheck.errors import DeskError

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.desk.connection import DeskFile


def back_up(file: DeskFile, target: Path, *, force: bool) -> None:
    """Copy a desk as it is at this moment.

    SQLite makes the copy: one that is made of the file alone lacks what waits in the write-ahead log.

    Args:
        file: The desk.
        target: Where the copy goes; its folder must be there. A link is followed, as an export does.
        force: Whether a file that is there may be replaced.

    Raises:
        DeskError: when it cannot be written; what was there stays.
    """
    try:
        # A link stays a link: what it points to is replaced.
        place = target.resolve()
        _refuse(file, target, place, force=force)
        unfinished = place.with_name(f".{secrets.token_hex(4)}.tmp")
        # A name that no file can have is not found out by pathlib, which takes it for one that is not there. SQLite
        # works on a desk only where its journal can stand beside it.
        with suppress(FileNotFoundError):
            place.with_name(f"{place.name}-journal").lstat()
    except ValueError:
        raise DeskError(f"{str(target)!r} is not a file name", "choose another name") from None
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "a link that leads to itself"
        raise DeskError(f"{target} cannot be written ({reason})", "choose another place") from error
    try:
        with explained(target):
            file.run("VACUUM INTO ?", (str(unfinished),))
        unfinished.replace(place)
    except OSError as error:
        raise DeskError(f"{target} cannot be written ({error.strerror})", "choose another place") from error
    finally:
        unfinished.unlink(missing_ok=True)


def _refuse(file: DeskFile, target: Path, place: Path, *, force: bool) -> None:
    if place.is_symlink():
        # Python 3.13 and later resolve a link that goes round to itself; earlier ones refuse it.
        raise DeskError(f"{target} cannot be written (a link that leads to itself)", "choose another place")
    if target.is_dir():
        raise DeskError(f"{target} is a folder", f"name a file in it, such as {target / file.path.name}")
    if not place.parent.is_dir():
        raise DeskError(f"there is no folder {place.parent}", "make it first, or choose another place")
    if target.exists() and not target.is_file():
        raise DeskError(f"{target} is not an ordinary file", "choose another place")
    if target.exists() and target.samefile(file.path):
        raise DeskError(f"{target} is the desk itself", "choose another name")
    waiting = place.with_name(f"{place.name}-wal")
    # Whoever only reads a desk leaves an empty one; SQLite would write what waits in any other into the copy.
    if waiting.exists() and waiting.stat().st_size:
        raise DeskError(f"{target} is a desk in use, or one that was not closed", "choose another name")
    if target.exists() and not force:
        raise DeskError(f"{target} is there already", "choose another name, or --force to replace a former copy")

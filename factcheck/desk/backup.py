"""A copy of the desk, made while it is in use."""

from __future__ import annotations

import os
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
        target: Where the copy goes; its folder must be there.
        force: Whether a file that is there may be replaced.

    Raises:
        DeskError: when it cannot be written; what was there stays.
    """
    try:
        _refuse(file, target, force=force)
        unfinished = target.with_name(f".{target.name}.{os.getpid()}")
        # A name that no file can have is not found out by pathlib, which takes it for one that is not there.
        with suppress(FileNotFoundError):
            unfinished.lstat()
    except ValueError:
        raise DeskError(f"{str(target)!r} is not a file name", "choose another name") from None
    except OSError as error:
        raise DeskError(f"{target} cannot be written ({error.strerror})", "choose another place") from error
    try:
        with explained(target):
            file.run("VACUUM INTO ?", (str(unfinished),))
        unfinished.replace(target)
    except OSError as error:
        raise DeskError(f"{target} cannot be written ({error.strerror})", "choose another place") from error
    finally:
        unfinished.unlink(missing_ok=True)


def _refuse(file: DeskFile, target: Path, *, force: bool) -> None:
    if target.is_dir():
        raise DeskError(f"{target} is a folder", f"name a file in it, such as {target / file.path.name}")
    if not target.parent.is_dir():
        raise DeskError(f"there is no folder {target.parent}", "make it first, or choose another place")
    if target.exists() and target.samefile(file.path):
        raise DeskError(f"{target} is the desk itself", "choose another name")
    if target.exists() and not force:
        raise DeskError(f"{target} is there already", "choose another name, or --force to replace a former copy")

"""Putting an export on disk: the whole file or none of it, and never over another file unasked."""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from factcheck.errors import ExportError

if TYPE_CHECKING:
    from pathlib import Path


def write(data: bytes, path: Path, *, force: bool) -> None:
    """Write a file in one step: a reader finds the old content or the new, never a part.

    Args:
        data: The content.
        path: Where it goes; its folder must be there. A link is followed.
        force: Whether an existing file may be replaced.

    Raises:
        ExportError: The file is there and ``force`` is off, or it cannot be written; nothing was changed.
    """
    try:
        # A link stays a link: what it points to is replaced.
        target = path.resolve()
        _refuse(path, target, force=force)
        _replace(data, target)
    except ValueError:
        raise ExportError(f"{str(path)!r} is not a file name", "choose another name") from None
    except (OSError, RuntimeError) as error:
        raise _explained(error, path) from error


def check_place(path: Path) -> None:
    """Say what is wrong with a place before anything is made that goes there; that a file is there is not.

    Raises:
        ExportError: Nothing can be written there.
    """
    try:
        _refuse(path, path.resolve(), force=True)
    except ValueError:
        raise ExportError(f"{str(path)!r} is not a file name", "choose another name") from None
    except (OSError, RuntimeError) as error:
        raise _explained(error, path) from error


def _refuse(path: Path, target: Path, *, force: bool) -> None:
    if target.is_symlink():
        # Python 3.13 and later resolve a link that goes round to itself; earlier ones refuse it.
        raise ExportError(f"cannot write {path}, a link that leads to itself", "choose another place")
    if target.is_dir():
        raise ExportError(f"{path} is a folder", f"name a file in it, such as {path / 'checklist'}")
    if not target.parent.is_dir():
        raise ExportError(f"there is no folder {path.parent}", "make it first, or choose another place")
    if target.exists() and not target.is_file():
        raise ExportError(f"{path} is not an ordinary file", "choose another place")
    if target.exists() and not force:
        raise ExportError(f"{path} is there already", "choose another name, or --force to replace it")


def _replace(data: bytes, target: Path) -> None:
    # In the same folder, as a rename is atomic only within one file system; the short name fits wherever target's does.
    temporary = target.with_name(f".{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    finally:
        with suppress(OSError):
            temporary.unlink()


def _explained(error: Exception, path: Path) -> ExportError:
    number = error.errno if isinstance(error, OSError) else None
    match number:
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return ExportError(f"no permission to write {path}", "choose a folder that is yours")
        case errno.ENOSPC | errno.EDQUOT:
            return ExportError(f"the disk is full, {path} was not written", "make room or choose another place")
        case errno.ENAMETOOLONG:
            return ExportError(f"the file name {path.name[:40]}… is too long", "choose a shorter one")
        case _:
            return ExportError(
                f"cannot write {path} ({getattr(error, 'strerror', None) or error})", "choose another place"
            )

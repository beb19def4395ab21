"""The local file that a source's locator names, and what it was when it was looked at."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from factcheck.errors import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.desk import Desk
    from factcheck.model import Source

_LARGEST: Final = 64 * 1024 * 1024
"""Bytes of a file whose hash is kept: a tenth of a second of work, as somebody waits for it."""
_PATH: Final = re.compile(
    r"(?:[/~]|\.\.?/|[a-z]:[\\/])\S|(?:[^\s/:.]+/)*[^\s/:]+\.(?:pdf|docx?|odt|rtf|xlsx?|csv|txt|md|html?)\b(?!/)",
    re.IGNORECASE,
)
"""What can only be a path: it begins as one, or is the name of a document, in folders that are no web address."""
_CUT: Final = re.compile(r"[\s,;:#(]+")
"""What may stand between a file and the place in it: ``plan.pdf p. 3``, ``plan.pdf, page 3``, ``plan.pdf:12``."""
_MOST_CUTS: Final = 40
"""So many words at most tell the place in a file, or stand in its name."""


def file_of(locator: str) -> Path | None:
    """The file that a locator names, with or without a place in it; None where there is none.

    A name with blanks is found whole: the longest beginning of the locator that is a file is the one.
    """
    locator = locator.strip()
    if "://" in locator:
        return None
    ends = [len(locator), *(cut.start() for cut in reversed([*_CUT.finditer(locator)][:_MOST_CUTS]))]
    return next((path for end in ends if (path := _named(locator[:end])) is not None), None)


def _named(words: str) -> Path | None:
    try:
        path = Path(words).expanduser()
        # A word alone, such as the first of a sentence, may happen to be some file's name.
        return path if (path.suffix or len(path.parts) > 1) and path.is_file() else None
    except (OSError, RuntimeError, ValueError):
        return None


def sha256_of(path: Path) -> str:
    """Hex digest of a file's bytes; empty when it cannot be read or is too large to wait for."""
    try:
        with path.open("rb") as file:
            if path.stat().st_size > _LARGEST:
                return ""
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def with_sha256(source: Source) -> Source:
    """The source with the hash of the file that it names, as that is now."""
    path = None if source.is_lead else file_of(source.locator)
    return source if path is None else replace(source, sha256=sha256_of(path))


def missing_files(sources: Iterable[Source]) -> str:
    """Which files that sources plainly name are not here, in words; empty when there is none.

    A slip in a path is noticed nowhere else: the source is taken as it is written, and nothing tells later on whether
    its file has changed.
    """
    missing = [
        source.locator.strip()
        for source in sources
        if not source.is_lead and _PATH.match(source.locator.strip()) and file_of(source.locator) is None
    ]
    if not missing:
        return ""
    return f"there is no file {printable(missing[0])} here: how it is now is not kept"


def changed_files(desk: Desk) -> Iterator[str]:
    """Tell of the files of sources that are not as they were, a sentence each."""
    for slug, source in desk.sources.hashed():
        path = file_of(source.locator)
        what = f"{slug}: {source.locator} ({source.name})"
        if path is None:
            yield f"{what} is not there, seen from {Path.cwd()}"
        elif sha256_of(path) != source.sha256:
            yield f"{what} has changed since it was given as a source"

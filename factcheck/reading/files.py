"""Finding the bytes of an article, and saying plainly what is wrong when they cannot be had."""

from __future__ import annotations

import codecs
import difflib
import os
import re
import stat
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from factcheck.config import expanded
from factcheck.errors import ArticleError, UsageError, printable
from factcheck.model import Original
from factcheck.reading import guarded, markdown, pdf, plain, webpage, word
from factcheck.reading.addresses import is_address
from factcheck.reading.decode import refuse_long
from factcheck.reading.format import AS_IS, ReadOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Article
    from factcheck.reading.format import Format

FORMATS: Final[Mapping[str, Format]] = {
    suffix: entry
    for entry in (plain.FORMAT, markdown.FORMAT, webpage.FORMAT, word.FORMAT, pdf.FORMAT)
    for suffix in entry.suffixes
}
"""What can be read, by suffix. A new format is a module with a ``FORMAT``, and its name here."""

SUFFIXES: Final = tuple(FORMATS)
"""The files that are picked up when a whole folder is read."""

MAX_BYTES: Final = 20_000_000
"""Larger than any story: a book has about a million."""

NOT_YET: Final = frozenset({".doc", ".odt", ".rtf", ".epub", ".pages", ".xml"})
"""Suffixes of articles that cannot be read, but saved as something that can."""
_TABLES: Final = frozenset({".json", ".csv", ".tsv", ".xlsx", ".ods"})
"""Suffixes of what checklists are filled in as."""

_BEGINNINGS: Final = (
    (re.compile(rb"<!doctype\s+html|<html[\s>]|<\?xml[^>]*\?>\s*<(?:!doctype\s+)?html", re.IGNORECASE), ".html"),
    (re.compile(rb"PK\x03\x04"), ".docx"),
    (re.compile(rb"%PDF-"), ".pdf"),
)
"""What the bytes of a format begin with, for standard input and servers, which name none."""
_MARKED: Final = 100_000
"""Bytes in which the marks of Markdown are looked for."""


def read(argument: str | Path, options: ReadOptions = AS_IS, *, stdin: BinaryIO | None = None) -> Article:
    """Read a story from a file, from the web, or from standard input when the argument is ``-``.

    Args:
        argument: A path, a web address or ``-``. Of a web address, nothing but what stands there is fetched.
        options: How the checker wants it to be read.
        stdin: Where ``-`` reads from; the process's own standard input by default.

    Raises:
        ArticleError: It cannot be read; the message says why and what to do.
        UsageError: No name was given.
    """
    if argument == "-":
        return read_bytes(_limited(stdin or sys.stdin.buffer, "standard input"), "-", "", options)
    if not str(argument).strip():
        raise UsageError("no article was named", "give the path of a file, a web address, or - for standard input")
    if isinstance(argument, str) and is_address(argument):
        return _fetched(argument, options)
    path = expanded(argument)
    return read_bytes(_contents(path), str(argument), path.suffix, options)


def read_bytes(data: bytes, source: str, suffix: str = ".txt", options: ReadOptions = AS_IS) -> Article:
    """Read a story from bytes that are at hand.

    Args:
        data: The whole file.
        source: The path or name that the article shall carry.
        suffix: Names the format. Where it names none, the bytes are looked at; if they tell nothing, it is plain text.
        options: How the checker wants it to be read.

    Raises:
        ArticleError: They hold no text that can be read.
    """
    suffix = suffix.lower()
    if suffix in NOT_YET:
        raise ArticleError(f"{shown(source)}: {suffix} files cannot be read yet", "save it as .docx, .txt or .md first")
    if suffix in {".jsonl", ".ndjson"}:
        raise ArticleError(
            f"{shown(source)} is a list of articles",
            "factcheck open takes each of them to the desk, factcheck add to the archive",
        )
    if suffix in _TABLES:
        raise ArticleError(
            f"{shown(source)} is a table, not a story",
            "'factcheck import' takes a checklist back; a list of articles is a .jsonl, with one a line",
        )
    if len(data) > MAX_BYTES:
        raise _too_large(shown(source))
    chosen = FORMATS.get(suffix) or FORMATS.get(told_by_bytes(data) or "", plain.FORMAT)
    if chosen.guarded:
        article = replace(guarded.read(chosen, data, source, options), original=Original(data, chosen.media_type))
    else:
        article = chosen.read(data, source, options)
    refuse_long(article.draft.text, "standard input" if source == "-" else shown(source))
    said = {name: value for name, value in asdict(options.stated).items() if value is not None}
    return replace(article, **said)


def told_by_bytes(data: bytes) -> str | None:
    """The suffix of the format that bytes are in, as far as their beginning tells it."""
    beginning = data[:1024].removeprefix(codecs.BOM_UTF8).lstrip()
    told = next((suffix for pattern, suffix in _BEGINNINGS if pattern.match(beginning)), None)
    if told is None and markdown.is_markdown(_text(data[:_MARKED])):
        return markdown.FORMAT.suffixes[0]
    return told


def _text(data: bytes) -> str:
    return data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace").replace("\r\n", "\n")


def _fetched(address: str, options: ReadOptions) -> Article:
    from factcheck.reading.fetching import fetch  # brings http and ssl along, which few need

    if "://" not in address:
        raise ArticleError(f"{shown(address)} is no whole web address", f"try https://{shown(address)}")
    page = fetch(address, no_private=options.no_private)
    told = told_by_bytes(page.data)
    # Servers send Word files and PDFs under any name; what is meant as text may well begin as a page does.
    suffix = told if told in {".docx", ".pdf"} else page.suffix or told
    if suffix is None:
        raise ArticleError(f"{shown(address)} does not say what it is", "open it in a browser and save it as a file")
    article = read_bytes(page.data, address, suffix, replace(options, declared=page.charset))
    original = Original(page.data, page.media_type or FORMATS[suffix].media_type, page.url)
    return replace(article, original=original, warnings=page.warnings + article.warnings)


def shown(source: str | Path) -> str:
    """A path as it can stand in a message: safe for a terminal, and cut in the middle when it is very long."""
    text = printable(str(source))
    return text if len(text) <= 200 else f"{text[:99]}…{text[-100:]}"


def _contents(path: Path) -> bytes:
    name = shown(path)
    try:
        if path.is_dir():
            raise ArticleError(f"{name} is a folder", "give one file; factcheck add takes whole folders")
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            if stat.S_ISREG(status.st_mode) and status.st_size > MAX_BYTES:
                raise _too_large(name)
            return _limited(file, name)
    except FileNotFoundError:
        if path.is_symlink():
            raise ArticleError(f"{name} is a link to a file that is not there", "name the file itself") from None
        bare = str(path).lower().startswith("www.")
        todo = f"if it is a web address, write https://{name}" if bare else _nearest(path)
        raise ArticleError(f"there is no file {name}", todo) from None
    except PermissionError:
        raise ArticleError(f"{name} may not be read", "ask for permission, or copy it to where you may") from None
    except OSError as error:
        reason = printable(error.strerror or str(error))
        raise ArticleError(f"{name} cannot be read ({reason})", "check the path and its permissions") from None
    except ValueError:  # a NUL in the name
        raise ArticleError(f"{name} cannot be the name of a file", "check the path") from None


def _limited(file: BinaryIO, name: str) -> bytes:
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise _too_large(name)
    return data


def _too_large(name: str) -> ArticleError:
    return ArticleError(f"{name} is larger than {MAX_BYTES // 1_000_000} MB", "cut it into single articles")


def _nearest(path: Path) -> str:
    """Suggest what was meant: the likest name in the folder, or the first folder on the way that is not there."""
    try:
        names = {entry.name.lower(): entry.name for entry in path.parent.iterdir()}
    except FileNotFoundError:
        return f"the folder {shown(path.parent)} is not there either; check the path"
    except OSError:
        return "check the path"
    near = difflib.get_close_matches(path.name.lower(), sorted(names), n=1, cutoff=0.75)
    near = near or [name for name in sorted(names) if Path(name).stem == path.stem.lower()][:1]
    return f"did you mean {shown(path.parent / names[near[0]])}?" if near else "check the path"

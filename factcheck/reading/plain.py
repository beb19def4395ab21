"""Plain text: kept as it is, but for the byte order mark and the line ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import printable
from factcheck.reading.decode import decode, refuse_large
from factcheck.reading.format import AS_IS, Format, ReadOptions, Stated
from factcheck.reading.metadata import article
from factcheck.reading.roles import blocks

if TYPE_CHECKING:
    from factcheck.model import Article


def read(data: bytes, source: str, options: ReadOptions = AS_IS) -> Article:
    """Read a plain text.

    Raises:
        ArticleError: The bytes hold no text.
    """
    name = "standard input" if source == "-" else printable(source)
    text, warnings = decode(data, name, options.encoding, options.declared)
    refuse_large(text, name)
    title = options.beside
    headed = title is None or _same(text.lstrip().partition("\n")[0], title)
    return article(text, blocks(text, headed=headed), source, stated=Stated(title=title), warnings=warnings)


def _same(line: str, title: str) -> bool:
    return line.casefold().split() == title.casefold().split()


FORMAT = Format("plain text", (".txt", ".text"), read)

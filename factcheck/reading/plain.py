"""Plain text: kept as it is, but for the byte order mark and the line ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import printable
from factcheck.reading.decode import decode, refuse_large
from factcheck.reading.format import AS_IS, Format, ReadOptions
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
    return article(text, blocks(text), source, warnings=warnings)


FORMAT = Format("plain text", (".txt", ".text"), read)

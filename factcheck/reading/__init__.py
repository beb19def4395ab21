"""From a file to an article: its exact text, cut into blocks that know what they are for.

Readers turn bytes into text (one module a format), the text is cut into blocks, and each block is given a role by its
shape and its neighbours, before any model sees it. All of it is a suggestion that the checker can overrule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.lazily import lazily

if TYPE_CHECKING:
    from factcheck.reading.addresses import is_address
    from factcheck.reading.files import FORMATS, MAX_BYTES, NOT_YET, SUFFIXES, read, read_bytes
    from factcheck.reading.format import AS_IS, Format, ReadOptions, Stated
    from factcheck.reading.roles import blocks

__all__ = [
    "AS_IS",
    "FORMATS",
    "MAX_BYTES",
    "NOT_YET",
    "SUFFIXES",
    "Format",
    "ReadOptions",
    "Stated",
    "blocks",
    "is_address",
    "read",
    "read_bytes",
]

__getattr__ = lazily(
    __name__,
    addresses="is_address",
    files="FORMATS MAX_BYTES NOT_YET SUFFIXES read read_bytes",
    format="AS_IS Format ReadOptions Stated",
    roles="blocks",
)

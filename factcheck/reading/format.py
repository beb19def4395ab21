"""What a format is: some suffixes, and a function from bytes to an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.model import Article


@dataclass(frozen=True, slots=True)
class Format:
    """One way in which a story comes in a file. Each lives in a module of its own as ``FORMAT``."""

    name: str
    suffixes: tuple[str, ...]
    """In lower case, with the dot."""
    read: Callable[[bytes, str], Article]
    """Takes the bytes and the source that the article will carry; raises ArticleError."""

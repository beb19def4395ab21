"""What a format is: some suffixes, and a function from bytes to an article."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from factcheck.model import Article

TEXT_ALONE: Final = "save its text as .txt or .md and give that file"
"""What to do with a file that costs more to read than any article, or that nothing reads."""
STRUCK: Final = "It has words that are struck out, which were left out; --as-original reads them, too."
"""A warning of the formats that know such words."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What is said about a story outside of its text, which outweighs what the text suggests."""

    title: str | None = None
    dek: str | None = None
    byline: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How the checker wants a story to be read."""

    encoding: str | None = None
    """A codec's name; None to tell it by the bytes."""
    as_original: bool = False
    """Of tracked changes and words that are struck out, read the text before them rather than after."""
    whole_page: bool = False
    """Of a web page, take all text that it shows, rather than the story alone."""
    no_private: bool = False
    """Refuse web addresses inside the house's own network."""
    declared: str | None = None
    """What a server said that the bytes are encoded in, which they may prove wrong."""
    beside: str | None = None
    """The title that stands beside a text which has none of its own, unless its first line is that title."""
    stated: Stated = field(default_factory=Stated)
    """What the checker says about the story; it outweighs what the file says."""


AS_IS = ReadOptions()
"""As a story is read when nothing is said."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way in which a story comes in a file. Each lives in a module of its own as ``FORMAT``."""

    name: str
    suffixes: tuple[str, ...]
    """In lower case, with the dot."""
    read: Callable[[bytes, str, ReadOptions], Article]
    """Takes the bytes and the source that the article will carry; raises ArticleError."""
    media_type: str = "text/plain"
    guarded: bool = False
    """Whether it is read by a process of its own with limits on time and memory, and its bytes are kept."""

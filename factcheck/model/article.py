"""A story as it was read."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from factcheck.model.words import AnnotationKind, Role


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like stretch of a draft, with the role it plays on the page."""

    start: int
    end: int
    role: Role
    reason: str = ""
    """Why it has this role, in words for the checker, who may overrule it."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """What stands beside some words of a draft and is no part of the text: a writer's source, a remark.

    Of a footnote, whose mark is a point, the words are those of the sentence up to it.
    """

    start: int
    end: int
    kind: AnnotationKind
    text: str
    author: str = ""
    """As the file names them; empty when it does not."""


@dataclass(frozen=True)
class Draft:
    """One exact text of an article."""

    text: str
    blocks: tuple[Block, ...]
    """In text order, not overlapping; what lies between them is white space."""
    number: int = 1
    annotations: tuple[Annotation, ...] = ()
    """In text order."""
    pages: tuple[int, ...] = ()
    """Where each page of a paged file begins, as offsets into the text; empty when it has none."""

    @cached_property
    def sha256(self) -> str:
        """Hex digest of the text in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def words(self) -> int:
        """Number of words, as a word count in an editor gives it."""
        return len(self.text.split())

    def page_of(self, offset: int) -> int | None:
        """The page that an offset lies on, from 1; None when the draft has no pages."""
        return bisect_right(self.pages, offset) or None


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes that a draft was read from, kept beside its text."""

    data: bytes
    media_type: str
    """As in ``text/html``."""
    url: str = ""
    """Where a page came from in the end, after all redirects; empty for a file."""

    @property
    def sha256(self) -> str:
        """Hex digest of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Article:
    """A story as it was read: its metadata are suggestions that the checker can correct."""

    title: str
    draft: Draft
    source: str
    """The path or URL that it was read from; ``-`` for standard input."""
    dek: str | None = None
    byline: str | None = None
    published: date | None = None
    warnings: tuple[str, ...] = ()
    """What the reader should know about how the text was had, one sentence each."""
    original: Original | None = None
    """What it was read from, where that is more than the text; the desk keeps it and does not hand it out with this."""

"""Title, dek, byline and date of a story, taken from its blocks: suggestions that the checker can correct."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.model import Article, Block, Draft, Role
from factcheck.reading import stamps

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_MAX_TITLE: Final = 300
_BY: Final = re.compile(
    r"^[-–—\s]*(?:(?:(?:written|words|story|text|posted|reported|article|report|interview|review|analysis|opinion|compiled)\s+)?by"
    r"|authors?|reporter|journalist|contributors?)\b\s*:?\s*",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    r"\s*(?:[|•·@]|\s[-–—]\s|\b(?:follow|updated|published|posted|last updated)\b|,?\s*(?=(?:\d{1,2}\s)?[A-Z][a-z]+\.?\s\d{1,2}(?:,|\s)\s?\d{4})).*$",
    re.IGNORECASE,
)
_DATED: Final = (Role.DATELINE, Role.BYLINE, Role.FURNITURE)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a file says about its story outside of the text, which outweighs what the text suggests."""

    title: str | None = None
    dek: str | None = None
    byline: str | None = None
    published: date | None = None


def article(
    text: str, blocks: tuple[Block, ...], source: str, *, stated: Stated | None = None, warnings: tuple[str, ...] = ()
) -> Article:
    """Put an article together from its text and blocks."""
    stated = stated or Stated()
    return Article(
        title=stated.title or _title(text, blocks),
        draft=Draft(text, blocks),
        source=source,
        dek=stated.dek or _first(text, blocks, Role.DEK),
        byline=stated.byline or _byline(text, blocks),
        published=stated.published or _published(text, blocks),
        warnings=warnings,
    )


def _first(text: str, blocks: Iterable[Block], role: Role) -> str | None:
    return next((_line(text, block) for block in blocks if block.role is role), None)


def _line(text: str, block: Block) -> str:
    return " ".join(text[block.start : min(block.end, block.start + 2000)].split())


def _title(text: str, blocks: tuple[Block, ...]) -> str:
    """The headline, or the first words of the story."""
    title = _first(text, blocks, Role.HEADLINE)
    if title is None:
        bearing = [block for block in blocks if block.role.section] or list(blocks)
        title = _line(text, bearing[0]) if bearing else "Untitled"
        return title if len(title) <= 80 else f"{title[:80].rsplit(' ', 1)[0]}…"
    return title if len(title) <= _MAX_TITLE else f"{title[:_MAX_TITLE]}…"


def _byline(text: str, blocks: Iterable[Block]) -> str | None:
    for block in blocks:
        if block.role is Role.BYLINE:
            names = _AFTER.sub("", _BY.sub("", _line(text, block)))
            if names.strip(" ,-–—"):
                return names.strip(" ,-–—")
    return None


def _published(text: str, blocks: tuple[Block, ...]) -> date | None:
    """The day on a stamp: one labelled as published first, then any in page order; never a day that the story tells."""
    lines = [_line(text, block) for block in blocks if block.role in _DATED and block.end - block.start <= 200]
    labelled = [line for line in lines if re.search(r"\b(?:published|posted|issued|filed)\b", line, re.IGNORECASE)]
    return next((day for line in (*labelled, *lines) if (day := stamps.find_date(line))), None)

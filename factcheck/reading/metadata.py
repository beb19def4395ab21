"""Title, dek, byline and date of a story, taken from its blocks: suggestions that the checker can correct."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from factcheck.model import Article, Block, Draft, Role
from factcheck.reading import endless, stamps
from factcheck.reading.bylines import byline_names, is_names, is_signed, names_behind
from factcheck.reading.format import Stated
from factcheck.reading.language import is_foreign

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

_MAX_TITLE: Final = 300
_PUBLISHED: Final = re.compile(r"\b(?:published|posted|issued|filed)\b", re.IGNORECASE)
_FOREIGN: Final = "It does not look like English, which the rules are made for: look for claims that were missed."
_ENDLESS: Final = (
    "It goes on and on without a full stop: {:,} words are not read for claims. Set full stops, or begin paragraphs."
)
_DATED: Final = (Role.DATELINE, Role.BYLINE, Role.FURNITURE)


def article(
    text: str, blocks: tuple[Block, ...], source: str, *, stated: Stated | None = None, warnings: tuple[str, ...] = ()
) -> Article:
    """Put an article together from its text and blocks."""
    stated = stated or Stated()
    if is_foreign(text):
        warnings += (_FOREIGN,)
    rests = [rest for block in blocks for rest in endless.unread(text, block.start, block.end)]
    if rests:
        words = sum(len(text[rest.start : rest.end].split()) for rest in rests)
        warnings += (_ENDLESS.format(words),)
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


def _byline(text: str, blocks: Sequence[Block]) -> str | None:
    """The names in the first byline, and those directly below it that are of no house and no job; else by the date."""
    signed: list[str] = []
    for block in blocks:
        line = _line(text, block) if block.role is Role.BYLINE else ""
        names = byline_names(line)
        if signed and not (names and is_names(line) and not is_signed(line)):
            break
        if names and names not in signed:
            signed.append(names)
    dated = (_line(text, block) for block in blocks if block.role is Role.DATELINE)
    return ", ".join(signed) or next(filter(None, map(names_behind, dated)), None)


def _published(text: str, blocks: tuple[Block, ...]) -> date | None:
    """The day on a stamp: one that says so, else one above the second paragraph; never a day that the story tells."""
    long = (block.start for block in blocks if block.role is Role.BODY and len(_line(text, block).split()) > 12)
    story = [*islice(long, 1, 2)]
    lines = ((block, _line(text, block)) for block in blocks if block.role in _DATED)
    stamped = [(block, line) for block, line in lines if len(line) <= 200]
    labelled = [line for block, line in stamped if block.role is not Role.FURNITURE and _PUBLISHED.search(line)]
    above = [line for block, line in stamped if not story or block.start < story[0]]
    return next((day for line in (*labelled, *above) if (day := stamps.find_date(line))), None)

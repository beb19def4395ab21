"""Cutting a text into paragraph-like pieces, before anybody asks what they are for.

Blank lines part pieces. Within a run of lines a line stands alone unless the text was wrapped to a width: then lines
that were filled belong together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from factcheck.reading.decode import blank
from factcheck.reading.shapes import stands_alone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Role

MAX_WRAP: Final = 120
"""Code points. Lines longer than this were not wrapped by hand or by a mail program."""

_MIN_WRAP: Final = 50
BULLET: Final = re.compile(r"(?:[-*•‣▪●◦·–—]|\(?\d{1,3}[.)])\s")
"""What an item of a list begins with."""
_STOPS: Final = tuple(".!?…:。！？：؟۔।")
_CLOSERS: Final = "\"'”’»)]"
_LEADING: Final = frozenset(
    "a an the and or but nor of from to with by for at into than as between among is are was were be been has had "  # noqa: SIM905  # reads best as text
    "its their his my your our whose which".split()
)
"""Words that hardly ever end a sentence."""


class Hint(Enum):
    """What a format with markup knows about a piece."""

    NONE = "plain text"
    TITLE = "the page's title"
    DEK = "the page's dek"
    BYLINE = "the page's byline"
    HEADING = "a heading"
    IMAGE = "an image's description"
    CAPTION = "text below an image"
    CREDIT = "says where an image is from"
    ITEM = "an item of a list"
    TABLE = "a table row"
    BROKEN = "front matter that cannot be read"


@dataclass(slots=True)
class Piece:
    """A stretch of text on its way to becoming a block."""

    start: int
    end: int
    close: bool = False
    """Stands directly under the piece before, without a blank line."""
    broken: bool = False
    """Is a line of a paragraph that was broken by hand, as markup tells."""
    hint: Hint = Hint.NONE
    role: Role | None = None
    reason: str = ""

    def give(self, role: Role, reason: str) -> None:
        """Settle what it is for, and say why."""
        self.role, self.reason = role, reason


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    """The visible beginning, enough to judge it by."""

    @property
    def length(self) -> int:
        return self.end - self.start


def cut(text: str) -> list[Piece]:
    """Cut a text into pieces that cover everything in it except white space and characters without width."""
    groups = list(_groups(text))
    width = _wrap_width(groups)
    pieces: list[Piece] = []
    for group in groups:
        for index, line in enumerate(group):
            if index and _continues(group[index - 1], line, width, joined=pieces[-1].start < group[index - 1].start):
                pieces[-1].end = line.end
            else:
                pieces.append(Piece(line.start, line.end, close=index > 0))
    return pieces


def goes_on(line: str, after: str) -> bool:
    """Whether the sentence of a line that was broken by hand goes on in the next line."""
    if BULLET.match(after):
        return False
    last = line.rsplit(maxsplit=1)[-1].casefold() if line.strip() else ""
    if last in _LEADING or line.rstrip().endswith(","):
        return True
    stopped = line.rstrip(_CLOSERS).endswith(_STOPS)
    return not stopped and after[:1].islower() and not stands_alone(line) and not stands_alone(after)


def _groups(text: str) -> Iterator[list[_Line]]:
    """Runs of lines without a blank line between them."""
    group: list[_Line] = []
    at = 0
    for raw in text.split("\n"):
        if blank(raw):
            if group:
                yield group
            group = []
        else:
            start = at + len(raw) - len(raw.lstrip())
            end = at + len(raw.rstrip())
            group.append(_Line(start, end, text[start : min(end, start + 400)]))
        at += len(raw) + 1
    if group:
        yield group


def _wrap_width(groups: Sequence[Sequence[_Line]]) -> int:
    """The width that the text was wrapped to, in code points; 0 when it was not."""
    seams = [(a, b) for group in groups for a, b in pairwise(group) if a.length <= MAX_WRAP]
    if not seams:
        return 0
    width = max(max(a.length, b.length) for a, b in seams)
    filled = sum(1 for a, b in seams if b.text[0].islower() and _full(a, b, width) and not stands_alone(b.text))
    return width if _MIN_WRAP <= width <= MAX_WRAP and filled >= 2 and filled >= 0.2 * len(seams) else 0


def _full(line: _Line, after: _Line, width: int) -> bool:
    """Whether the first word of the next line had no room left on this one."""
    return line.length + 1 + len(after.text.split(maxsplit=1)[0]) > width


def _continues(line: _Line, after: _Line, width: int, *, joined: bool) -> bool:
    """Whether a line goes on with the sentence of the line above, which may have been joined to its own before."""
    if line.length > MAX_WRAP or BULLET.match(after.text) or stands_alone(line.text) or stands_alone(after.text):
        return False
    if width:
        return _full(line, after, width)
    stopped = line.text.rstrip(_CLOSERS).endswith(_STOPS)
    return (not stopped and (joined or line.length > 20) and after.text[0].islower()) or line.text.endswith(",")

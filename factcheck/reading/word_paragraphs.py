"""The paragraphs of a Word file while it is walked through, and points in them that become offsets in the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from factcheck.reading.word_styles import PLAIN, Look

_GLUED: Final = tuple(" \t\n,.;:!?)]”’»%")
"""What needs no space before it where two paragraphs are joined."""
CELLS: Final = " | "
"""What stands between the cells of a row."""


@dataclass(slots=True, eq=False)
class Paragraph:
    """A paragraph, or a row of a table."""

    look: Look = PLAIN
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    """Code points of its pieces."""
    seen: bool = False
    """Whether it has anything that can be seen."""
    seam: bool = False
    """Whether what comes next was another paragraph, so that words must not run together."""
    start: int = 0
    """Where it begins in the text; known once all are put together."""

    def add(self, text: str) -> None:
        """Put text at its end."""
        if self.seam:
            self.seam = False
            if self.pieces and not self.pieces[-1][-1].isspace() and not text.startswith(_GLUED):
                text = f" {text}"
        self.pieces.append(text)
        self.length += len(text)
        self.seen = self.seen or not text.isspace()

    def separate(self) -> None:
        """Begin the next cell of a row."""
        self.pieces.append(CELLS)
        self.length += len(CELLS)
        self.seam = False


@dataclass(slots=True)
class Place:
    """A point in a paragraph."""

    paragraph: Paragraph
    offset: int

    @property
    def at(self) -> int:
        """Its offset in the text, once that is put together."""
        return self.paragraph.start + self.offset


@dataclass(slots=True)
class Commented:
    """Where a comment stands; a start or end that the file does not have is None."""

    start: Place | None = None
    end: Place | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    start: Place
    end: Place
    address: str = ""
    """Where the file names it beside the words, as fields do."""
    id: str = ""
    """By which the file names it elsewhere; empty where it does not."""


@dataclass(slots=True)
class Field:
    """A field that we are in: its code first, then what it shows."""

    in_code: bool = True
    code: str = ""
    start: Place | None = None
    """Where what it shows begins."""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of a footnote or endnote."""

    part: str
    """``footnotes`` or ``endnotes``."""
    id: str
    place: Place

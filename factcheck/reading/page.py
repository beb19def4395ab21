"""A page while the roles of its pieces are found: what can be asked of a piece and of its neighbours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.reading import seams, sentences, shapes
from factcheck.reading.cutting import Hint, Piece

if TYPE_CHECKING:
    from factcheck.model import Role

_STOPS: Final = tuple(".!?…:;,。！？；：、؟۔؛।")
_CLOSERS: Final = "\"'”’»)]"
_NOTE_MARKS: Final = re.compile(r"(?:\s?\[(?:\d{1,3}|[a-z])\]|[⁰¹²³⁴-⁹])+\Z")
"""What a sentence with a source has behind its stop."""

_FIRM_WORDS: Final = 45
"""A longer piece is running text even if it is one sentence."""


class Page:
    """The pieces of one text. A piece without a role is still open."""

    def __init__(self, text: str, pieces: list[Piece]) -> None:
        self.text = text
        self.pieces = pieces
        self.photos: set[int] = set()
        """Starts of the credits that belong to a picture."""
        self.tails: set[int] = set()
        """Starts of the credits that were cut off the end of a paragraph."""
        self.headline: Piece | None = None
        self._lines: dict[tuple[int, int], str] = {}

    def raw(self, piece: Piece) -> str:
        """The piece as it stands in the text."""
        return self.text[piece.start : piece.end]

    def line(self, piece: Piece) -> str:
        """The piece on one line; of a long one the beginning."""
        where = piece.start, piece.end
        if where not in self._lines:
            self._lines[where] = shapes.fold(self.text[piece.start : min(piece.end, piece.start + 2000)])
        return self._lines[where]

    def words(self, piece: Piece) -> int:
        """Its length in words, as far as anybody needs to know."""
        line = self.line(piece)
        return line.count(" ") + 1 if line else 0

    def split(self, piece: Piece, at: int) -> Piece:
        """Cut a piece in two at an offset into it; it keeps the first part, the second is returned."""
        raw = self.raw(piece)
        left, right = raw[:at].rstrip(), raw[at:].lstrip()
        rest = Piece(piece.end - len(right), piece.end, close=True, hint=piece.hint)
        piece.end = piece.start + len(left)
        at = len(self.pieces) - 1 if self.pieces[-1] is piece else self.pieces.index(piece)
        self.pieces.insert(at + 1, rest)
        return rest

    def recognise(self, piece: Piece) -> bool:
        """Give a piece the role of its own shape, if it has one."""
        found = shapes.shape(self.line(piece))
        if found is None:
            return False
        piece.give(found.role, found.reason)
        if found.photo:
            self.photos.add(piece.start)
        return True

    def sentences(self, piece: Piece) -> int:
        """About how many sentences a piece holds."""
        return 1 + sum(1 for _ in sentences.starts(self.line(piece)))

    def is_stopped(self, piece: Piece) -> bool:
        """Whether it ends as a sentence or a part of one does."""
        end = self.text[max(piece.start, piece.end - 30) : piece.end]
        return _NOTE_MARKS.sub("", end).rstrip(_CLOSERS).endswith(_STOPS)

    def is_paragraph(self, piece: Piece) -> bool:
        """Whether a piece is plainly running text."""
        count = self.words(piece)
        return count > _FIRM_WORDS or (count > 12 and self.sentences(piece) > 1 and self.is_stopped(piece))

    def starts_in_dateline(self, piece: Piece) -> bool:
        """Whether running text with a dateline before it begins here."""
        raw = self.text[piece.start : min(piece.end, piece.start + 400)]
        end = seams.dateline_end(raw)
        count = 0 if end is None else len(raw[end:].split())
        if end is None or count < 5 or (count < 15 and not self.is_stopped(piece)):
            return False
        opening = raw[:end].rstrip()
        if not opening.endswith(":"):
            return True
        if self.headline is None and not self.is_paragraph(piece):
            return False  # "MARKETS: Shares fall" is a headline
        return self.text.count(f"\n{opening}") < 2  # a transcript's speaker comes back

    def is_display(self, piece: Piece) -> bool:
        """Whether a piece may be a display line: neither running text nor the beginning of the story."""
        return not self.is_paragraph(piece) and not self.starts_in_dateline(piece)

    def before_photo(self, index: int, *, close: bool = False) -> bool:
        """Whether the next piece is a picture's credit; if wanted, one that belongs to this very piece.

        It does when it was cut off its end, or when both stand by themselves without a blank line between.
        """
        if index + 1 >= len(self.pieces) or self.pieces[index + 1].start not in self.photos:
            return False
        after = self.pieces[index + 1]
        below = self.pieces[index + 2 : index + 4]  # the caption may have a label of its own
        if after.start not in self.tails and any(piece.hint is Hint.CAPTION for piece in below):
            return False
        return not close or after.start in self.tails or (after.close and not self.pieces[index].close)

    def above(self, index: int, role: Role) -> bool:
        """Whether the piece above, or the one above a picture's credit, has a role."""
        near = self.pieces[max(0, index - 2) : index]
        if near and near[-1].start in self.photos:
            near = near[:-1]
        return bool(near) and near[-1].role is role

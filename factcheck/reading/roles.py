"""The role of each block on the page, told by its shape and its neighbours, with a reason in plain words.

Only headline, dek, body and caption bear claims. When in doubt a line is body: a claim too many can be struck out, one
that is missing is not seen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.model import Block, Role
from factcheck.reading import seams, shapes, stamps
from factcheck.reading.cutting import Hint, Piece, cut

if TYPE_CHECKING:
    from collections.abc import Iterator

_SENTENCE_END: Final = re.compile(r"(?P<word>\S*?)[.!?…][\"'”’)\]]*\s+[\"'“‘(\[]?[A-ZÀ-ÖØ-Þ0-9]")
_NO_STOP: Final = frozenset(
    "mr mrs ms dr prof gov sen rep gen col lt sgt capt st ave no vs jr sr rev hon pres jan feb mar apr jun jul aug sep sept oct nov "
    "dec inc corp co ltd".split()
)
_CAPTION_CUE: Final = re.compile(
    r"(?:file ?(?:photo|image|pic|picture)?\s?[-–—:]|\(?file(?: photo| image)?\)?\s?[-–—:]|\(?pictured\b|(?:an? |the )?(?:undated |aerial |file |stock |composite |handout |"
    r"combination |general )+(?:photo|image|picture|view|photograph)|(?:this|in this|an?) (?:[\w.,]+ ){0,6}(?:photo|image|picture|photograph|screengrab|screenshot|frame grab)\b|"
    r"photo(?:graph)? (?:shows|of)|image (?:shows|of)|composite (?:photo|image|picture) of|screenshot (?:of|from)|caption:|pictured:)",
    re.IGNORECASE,
)
_CAPTION_WORDS: Final = re.compile(
    r"\((?:left|right|centre|center|pictured|above|below|l|r|c|from left)\)|\b(?:pictured|from left|file photo|seen here|in (?:this|the) (?:photo|picture|image))\b",
    re.IGNORECASE,
)
_NOTE: Final = re.compile(r"(?:editor['’]?s?['’]? note|correction|clarification|update[ds]?|note)\b", re.IGNORECASE)
_STOPS: Final = (".", "!", "?", "…", ":", ";", ",")
_CLOSERS: Final = "\"'”’»)]"
_CLAUSE: Final = re.compile(
    r"\d[\d.,]*\s*(?:[-–—:]\s*\d|%|percent|per cent|million|billion|thousand)|[$£€]\s?\d", re.IGNORECASE
)

_ZONE: Final = 12
_FIRM_WORDS: Final = 45
_DEK_WORDS: Final = 45
_END_ZONE: Final = 6


def blocks(text: str) -> tuple[Block, ...]:
    """Cut a plain text into blocks and give each its role.

    Returns:
        Blocks in text order that do not overlap; between them lie only white space and characters without width.
    """
    return assign(text, cut(text))


def assign(text: str, pieces: list[Piece]) -> tuple[Block, ...]:
    """Give roles to pieces that are cut already; a piece that holds two things is cut once more."""
    page = _Page(text, pieces)
    page.read_shapes()
    page.find_headline()
    page.find_slugs_and_captions()
    page.read_header()
    page.find_datelines()
    page.read_end()
    page.read_rest()
    return tuple(Block(piece.start, piece.end, piece.role or Role.BODY, piece.reason) for piece in page.pieces)


class _Page:
    """The pieces of one text while their roles are found; each step settles some and leaves the others open."""

    def __init__(self, text: str, pieces: list[Piece]) -> None:
        self.text = text
        self.pieces = pieces
        self.photos: set[int] = set()
        """Starts of the credits that belong to a picture."""
        self.headline: Piece | None = None

    def line(self, piece: Piece) -> str:
        """The piece on one line."""
        return shapes.fold(self.text[piece.start : piece.end])

    def words(self, piece: Piece) -> int:
        """Its length in words, as far as anybody needs to know."""
        return len(self.line(piece).split())

    def split(self, piece: Piece, at: int) -> Piece:
        """Cut a piece in two at an offset into its text; the piece keeps the first part, the second is returned."""
        raw = self.text[piece.start : piece.end]
        left, right = raw[:at].rstrip(), raw[at:]
        rest = Piece(piece.end - len(right.lstrip()), piece.end, close=True, hint=piece.hint)
        piece.end = piece.start + len(left)
        self.pieces.insert(self.pieces.index(piece) + 1, rest)
        return rest

    def read_shapes(self) -> None:
        """Settle what a line says of itself."""
        for piece in list(self.pieces):
            if piece.role is not None or piece.hint in {Hint.TITLE, Hint.TABLE}:
                continue
            if piece.hint is Hint.DEK:
                piece.give(Role.DEK, "is the page's dek")
                continue
            if self.recognise(piece):
                continue
            at = seams.credit_start(self.text[piece.start : piece.end])
            if at is not None:
                credit = self.split(piece, at)
                if not self.recognise(credit):
                    credit.give(Role.CREDIT, "names where a picture is from")
                    self.photos.add(credit.start)

    def recognise(self, piece: Piece) -> bool:
        """Give a piece the role of its own shape, if it has one."""
        found = shapes.shape(self.line(piece))
        if found is None:
            return False
        piece.give(found.role, found.reason)
        if found.photo:
            self.photos.add(piece.start)
        return True

    def find_headline(self) -> None:
        """Take the first block that is no furniture, if it can be a headline at all."""
        for index, piece in enumerate(self.pieces[:30]):
            if piece.hint is Hint.TITLE:
                self.take_headline(piece, "is the page's title")
                return
            if piece.role is not None or piece.hint is Hint.IMAGE:
                continue
            line = self.line(piece)
            later = [other for other in self.pieces[index + 1 : index + 8] if other.role is None]
            if self.before_photo(index) and any(self.is_line(other) for other in later[:2]):
                continue
            if shapes.is_label(line) and later and self.is_line(later[0]) and self.words(later[0]) >= 4:
                piece.give(Role.FURNITURE, "is a section's name above the headline")
                continue
            if self.is_paragraph(piece) or (self.starts_in_dateline(piece)):
                return
            self.take_headline(piece, "is the first block that is no furniture")
            return

    def take_headline(self, piece: Piece, reason: str) -> None:
        """Settle the headline and cut off what a page adds to it."""
        self.headline = piece
        raw = self.text[piece.start : piece.end]
        before = seams.label_end(raw)
        if before is not None:
            title = self.split(piece, before)
            piece.give(Role.FURNITURE, "is a rubric before the headline")
            piece = self.headline = title
            raw = self.text[piece.start : piece.end]
        piece.give(Role.HEADLINE, reason)
        stamp = seams.stamp_start(raw)
        if stamp is not None:
            self.split(piece, stamp).give(Role.DATELINE, "is a date behind the headline")
        site = seams.site_start(self.text[piece.start : piece.end])
        if site is not None:
            self.split(piece, site).give(Role.FURNITURE, "is the site's name behind the headline")

    def find_slugs_and_captions(self) -> None:
        """Look around each picture's credit, and for lines that say themselves that they describe a picture."""
        heading = set(re.findall(r"\w+", self.line(self.headline).lower())) if self.headline else set()
        for index, piece in enumerate(self.pieces):
            if piece.role is not None:
                continue
            line = self.line(piece)
            count = len(line.split())
            before_photo = self.before_photo(index)
            if piece.hint is Hint.IMAGE and self.is_slug(line, heading, near_photo=True):
                piece.give(Role.SLUG, "is a file's or page's name in place of a description")
            elif piece.hint in {Hint.IMAGE, Hint.CAPTION}:
                piece.give(Role.CAPTION, "describes a picture")
            elif self.is_slug(line, heading, near_photo=before_photo):
                piece.give(Role.SLUG, "is an image's alternative text in lower case, made of the page's name")
            elif _CAPTION_CUE.match(line) and count <= 80:
                piece.give(Role.CAPTION, "says that it describes a picture")
            elif before_photo and self.touches_photo(index) and count <= 80:
                piece.give(Role.CAPTION, "stands directly above a picture's credit")
            elif before_photo and count <= 30 and self.is_caption_like(line):
                piece.give(Role.CAPTION, "is a single line before a picture's credit")
            elif self.after_slug(index) and count <= 45 and self.sentences(piece) <= 2:
                piece.give(Role.CAPTION, "follows a picture and its credit")
            elif _CAPTION_WORDS.search(line) and count <= 40 and self.next_to_photo(index):
                piece.give(Role.CAPTION, "stands next to a picture's credit")

    def read_header(self) -> None:
        """Between headline and byline stands the dek."""
        if self.headline is None:
            return
        start = self.pieces.index(self.headline) + 1
        zone = []
        for piece in self.pieces[start : start + _ZONE]:
            if piece.role is None and (self.is_paragraph(piece) or self.starts_in_dateline(piece)):
                break
            zone.append(piece)
        signed = [index for index, piece in enumerate(zone) if self.is_signature(piece)]
        for index, piece in enumerate(zone):
            if piece.role is None and self.is_name_line(zone, index):
                piece.give(Role.BYLINE, "is a name at the top of the story")
                signed.append(index)
        after_credit = [piece for piece in zone[: max(signed, default=0)] if self.can_be_dek(piece)]
        if after_credit:
            after_credit[0].give(Role.DEK, "stands between the headline and the byline or date")
            return
        following = self.pieces[start : start + 2]
        if following and following[0].role is None and self.is_line(following[0]):
            self.try_dek_below(following)

    def try_dek_below(self, following: list[Piece]) -> None:
        """Without a byline the dek shows by standing directly under the headline or by having no full stop."""
        dek, after = following[0], following[1] if len(following) > 1 else None
        if after is None or after.role not in {None, Role.BYLINE, Role.DATELINE} or dek.hint is Hint.HEADING:
            return
        count = self.words(dek)
        if dek.close and not after.close and 5 <= count <= _DEK_WORDS:
            dek.give(Role.DEK, "stands directly under the headline")
        elif 8 <= count <= 35 and not self.is_stopped(dek) and self.is_stopped(after) and self.words(after) > 12:
            dek.give(Role.DEK, "is a line without a full stop between headline and story")

    def can_be_dek(self, piece: Piece) -> bool:
        """Whether a piece above the byline can be the dek: one sentence that is no description of a picture."""
        if piece.role is Role.CAPTION:
            candidate = not piece.reason.startswith(("says", "describes", "stands directly"))
        else:
            candidate = piece.role is None
        return candidate and 4 <= self.words(piece) <= _DEK_WORDS and self.sentences(piece) <= 2

    def is_signature(self, piece: Piece) -> bool:
        """A byline, or a date that is more than a time of day."""
        if piece.role is Role.DATELINE:
            return not stamps.is_time_only(self.line(piece))
        return piece.role is Role.BYLINE

    def is_name_line(self, zone: list[Piece], index: int) -> bool:
        """A name by itself is a byline at the top of a page, next to other marks of a page's head."""
        line = self.line(zone[index])
        if shapes.is_signed(line):
            return True
        near = [*zone[max(0, index - 1) : index], *zone[index + 1 : index + 2]]
        return shapes.is_names(line) and any(
            other.role in {Role.DATELINE, Role.FURNITURE, Role.BYLINE} for other in near
        )

    def find_datelines(self) -> None:
        """Cut the dateline off the first paragraphs of the story."""
        seen = 0
        for piece in list(self.pieces):
            if piece.role is not None:
                continue
            if self.words(piece) < 4:
                continue
            seen += 1
            if self.starts_in_dateline(piece):
                end = seams.dateline_end(self.text[piece.start : piece.end])
                if end is not None:
                    self.split(piece, end)
                    piece.give(Role.DATELINE, "says where and when the story was written")
                return
            if seen == 2:
                return

    def read_end(self) -> None:
        """Find the lines about the author and the agency behind the last paragraph."""
        for piece in self.pieces[-_END_ZONE:]:
            if piece.role is None and shapes.is_bio(self.line(piece)):
                piece.give(Role.FURNITURE, "introduces the author")

    def read_rest(self) -> None:
        """What is left is the story: its crossheads and its body."""
        for index, piece in enumerate(self.pieces):
            if piece.role is not None:
                continue
            if piece.hint is Hint.HEADING or self.is_crosshead(index):
                piece.give(
                    Role.CROSSHEAD, "is a heading" if piece.hint is Hint.HEADING else "is a short line without a stop"
                )
            else:
                piece.give(Role.BODY, "is part of the story")

    def is_crosshead(self, index: int) -> bool:
        """A short display line between paragraphs; not one that lists a fact."""
        piece = self.pieces[index]
        line = self.line(piece)
        count = len(line.split())
        if piece.hint is Hint.TABLE or count > 10 or line[0] in "-*•‣▪●◦·–—\"“‘'«":
            return False
        if count <= 3 and line.isupper() and line.endswith("."):
            return True
        if self.is_stopped(piece) and not (line.endswith(":") and count <= 4):
            return False
        if (
            line[0].islower()
            or _CLAUSE.search(line)
            or "\t" in self.text[piece.start : piece.end]
            or line.endswith(('"', "”"))
        ):
            return False
        return any(other.role in {None, Role.BODY} and self.is_stopped(other) for other in self.pieces)

    def sentences(self, piece: Piece) -> int:
        """About how many sentences a piece holds."""
        ends = (match["word"].lower().strip("(\"'“‘") for match in _SENTENCE_END.finditer(self.line(piece)))
        return 1 + sum(1 for word in ends if word not in _NO_STOP and len(word) > 1 and "." not in word)

    def is_stopped(self, piece: Piece) -> bool:
        """Whether it ends as a sentence does."""
        return self.text[max(piece.start, piece.end - 8) : piece.end].rstrip(_CLOSERS).endswith(_STOPS)

    def is_paragraph(self, piece: Piece) -> bool:
        """Whether a piece is plainly running text."""
        count = self.words(piece)
        return count > _FIRM_WORDS or (count > 12 and self.sentences(piece) > 1 and self.is_stopped(piece))

    def is_line(self, piece: Piece) -> bool:
        """Whether a piece may be a display line."""
        return not self.is_paragraph(piece) and not self.starts_in_dateline(piece)

    def starts_in_dateline(self, piece: Piece) -> bool:
        """Whether running text with a dateline before it begins here."""
        raw = self.text[piece.start : min(piece.end, piece.start + 400)]
        end = seams.dateline_end(raw)
        if end is None or len(raw[end:].split()) < 5:
            return False
        speaker = raw[:end].rstrip()
        if not speaker.endswith(":"):
            return True
        return self.text.count(f"\n{speaker}") < 2  # a transcript's speaker comes back

    def is_slug(self, line: str, heading: set[str], *, near_photo: bool) -> bool:
        """Lower case, no stop, and either beside a credit or made of the headline's words."""
        words = re.findall(r"\w+", line)
        if not 2 <= len(words) <= 25 or line != line.lower() or line.endswith((".", "!", "?", ":", ",", ";")):
            return False
        if any(character in line for character in '"“”‘$£€%'):
            return False
        latin = all(word.isascii() for word in words) and any(word.isalpha() for word in words)
        repeats = sum(word in heading for word in words) >= 0.6 * len(words) and len(words) >= 3
        return latin and (near_photo or repeats)

    def is_caption_like(self, line: str) -> bool:
        """One line that can describe a picture rather than go on with the story."""
        return not line.startswith(('"', "“")) and not _NOTE.match(line) and not re.search(r"\bsaid\b|[“\"]", line)

    def before_photo(self, index: int) -> bool:
        """Whether the next piece is a picture's credit."""
        return index + 1 < len(self.pieces) and self.pieces[index + 1].start in self.photos

    def touches_photo(self, index: int) -> bool:
        """Whether the next piece is a picture's credit without a blank line between."""
        return self.before_photo(index) and self.pieces[index + 1].close

    def after_slug(self, index: int) -> bool:
        """Whether a picture's alternative text and credit stand right above."""
        above = list(self.above(index))[:3]
        if not above or above[0].start not in self.photos and above[0].role is not Role.SLUG:
            return False
        return any(piece.role is Role.SLUG for piece in above[:2]) or (
            len(above) > 1 and above[1].reason == "stands directly above a picture's credit" and self.in_header(index)
        )

    def in_header(self, index: int) -> bool:
        """Whether a byline or a date still follows within a few pieces."""
        return any(self.is_signature(piece) for piece in self.pieces[index + 1 : index + 4])

    def above(self, index: int) -> Iterator[Piece]:
        """The pieces before one, nearest first."""
        yield from reversed(self.pieces[max(0, index - 3) : index])

    def next_to_photo(self, index: int) -> bool:
        """Whether a picture's credit stands before or after."""
        near = self.pieces[max(0, index - 1) : index + 2]
        return any(piece.start in self.photos for piece in near)

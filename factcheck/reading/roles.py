"""The role of each block on the page, told by its shape and its neighbours, with a reason in plain words.

Only headline, dek, body and caption bear claims. When in doubt a line is body: a claim too many can be struck out, one
that is missing is not seen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.model import Block, Role
from factcheck.reading import bylines, captions, cutting, furniture, menus, seams, stamps
from factcheck.reading.cutting import Hint, Piece, cut
from factcheck.reading.page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

_MAX_STOPPED_HEADLINE: Final = 24
"""Words. A longer sentence with its full stop is a first paragraph without a headline."""

_DEK_WORDS: Final = 45
_DEKS: Final = 3
"""More short paragraphs above a date are the story."""
_HEADER: Final = 12
"""Pieces below the headline among which byline and dek are looked for."""
_END: Final = 6
_ABOVE: Final = 4
"""Pieces of no role yet, but for the headline, among which a dateline by itself is looked for: a dek, a name, a first
paragraph may stand above it."""
_WRITTEN: Final = "says where and when the story was written"
_KICKER: Final = "is a section's name above the headline"
_GOES_ON: Final = ('"', "”", "-", "–", "—")

_IN_QUOTES: Final = re.compile(r"[\"“'‘][^\"“”\n]*\w[\"”'’]")
_QUOTED_CROSSHEAD: Final = 6
"""Words of a heading in quotation marks at most; a quotation that stands alone has its stop within the marks."""
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_SMALL_WORD: Final = 4
"""Letters of the words that a title may begin small, as *with* and *from*."""
_NO_TITLE: Final = re.compile(r"^[\"“«]| [–—-] |\t")
"""A quotation, a result, a row."""
_TITLE: Final = 4
_LONGEST_TITLE: Final = 20
"""Longer words that a title has at least, all of them with a capital, and words at most."""
_YEARS: Final = re.compile(r"\b(?:1\d{3}|20\d\d)s?\b")
_DATED: Final = re.compile(r"(?:\d{1,2} )?(?:[A-Z][a-z]+\.? )?(?:\d{1,2}, )?(?:1\d{3}|20\d\d)s?\s*[:–—-]\s*\w")
"""An entry of a list of dates: *1977: Apple II introduced*."""
_FIGURE: Final = re.compile(r"(?<!\w)\d")
"""Not that of a name, *RAV4* or *A320*."""


def blocks(text: str, *, headed: bool = True) -> tuple[Block, ...]:
    """Cut a plain text into blocks and give each its role.

    Args:
        text: The text.
        headed: Whether it may begin with a headline.

    Returns:
        Blocks in text order that do not overlap; between them lie only white space and characters without width.
    """
    return assign(text, cut(text), headed=headed)


def assign(text: str, pieces: list[Piece], *, headed: bool = True, stopped_headline: bool = True) -> tuple[Block, ...]:
    """Give roles to pieces that are cut already; a piece that holds two things is cut once more.

    Args:
        text: The whole text.
        pieces: In text order.
        headed: Whether a headline may be among them.
        stopped_headline: Whether what ends as a sentence may be the headline though nothing says that it is; a page has
            headings for that.
    """
    page = Page(text, pieces)
    _read_shapes(page)
    if headed:
        _find_headline(page, _MAX_STOPPED_HEADLINE if stopped_headline else 0)
    captions.find(page)
    _find_dateline_alone(page)
    _find_bio_on_top(page)
    _read_header(page)
    _find_dateline(page)
    _find_bios(page)
    _read_rest(page)
    return tuple(Block(piece.start, piece.end, piece.role or Role.BODY, piece.reason) for piece in page.pieces)


def _read_shapes(page: Page) -> None:
    """Settle what a line says of itself, and cut off a credit that a paragraph ends with."""
    pieces, page.pieces = page.pieces, []
    for piece in pieces:
        page.pieces.append(piece)
        if piece.hint is Hint.DEK:
            piece.give(Role.DEK, "is the page's dek")
        elif piece.hint is Hint.BYLINE:
            piece.give(Role.BYLINE, "is the page's byline")
        elif piece.hint is Hint.BROKEN:
            piece.give(Role.FURNITURE, "was meant as front matter, and cannot be read as that")
        elif piece.hint is Hint.CREDIT:
            # What stands around it is no caption by that: a format that tells credits tells captions, too.
            piece.give(Role.CREDIT, "names where a picture is from")
        elif piece.hint is Hint.HEADING and not furniture.heads_links(page.line(piece)):
            continue
        elif piece.hint is not Hint.TITLE and piece.hint is not Hint.TABLE and not page.recognise(piece):
            own = _behind_label(page, piece)
            at = seams.credit_start(page.raw(own))
            if at is None:
                known = own.hint is Hint.CAPTION
                at = (seams.caption_credit_start if known else seams.line_credit_start)(page.raw(own))
            if at is None:
                continue
            credit = page.split(own, at)
            page.tails.add(credit.start)
            if not page.recognise(credit):
                credit.give(Role.CREDIT, "names where a picture is from")
                page.photos.add(credit.start)


def _behind_label(page: Page, piece: Piece) -> Piece:
    """The caption behind a label like *Image caption,* that is cut off; the piece itself where there is none."""
    at = captions.behind_label(page.raw(piece))
    if at is None:
        return piece
    caption = page.split(piece, at)
    caption.hint = Hint.CAPTION
    piece.give(Role.FURNITURE, "says that a caption follows")
    return caption


def _find_headline(page: Page, longest: int) -> None:
    """Take the first block that is no furniture, if it can be a headline at all.

    Args:
        page: The text in pieces.
        longest: Words that a headline may have that ends as a sentence.
    """
    title = next((piece for piece in page.pieces if piece.hint is Hint.TITLE), None)
    if title is not None:
        for piece in page.pieces[: page.pieces.index(title)]:
            if piece.role is None and _is_kicker(page.line(piece)):
                piece.give(Role.FURNITURE, _KICKER)
        _take_headline(page, title, "is the page's title")
        return
    for index, piece in enumerate(page.pieces[:30]):
        line = page.line(piece)
        below = [other for other in page.pieces[index + 1 : index + 8] if other.role is None]
        if piece.role is Role.FURNITURE and furniture.has_rubric(line) and (not below or not page.is_display(below[0])):
            _take_headline(page, piece, "is the last line above the story")
            return
        if piece.role is not None or piece.hint is Hint.IMAGE:
            continue
        if seams.is_dateline(page.raw(piece)) and any(map(page.is_display, below[:2])):
            continue  # not where it is all that can be a headline: *Pearl Harbor, December 7, 1941*
        if page.before_photo(index) and any(page.is_display(other) for other in below[:2]):
            continue
        if _is_kicker(line) and _can_be_headline(page, below):
            piece.give(Role.FURNITURE, _KICKER)
            continue
        sentence = len(line.split()) > longest and page.is_stopped(piece)
        if not sentence and page.is_display(piece):
            _take_headline(page, piece, "is the first block that is not page furniture")
        return


def _is_kicker(line: str) -> bool:
    return menus.is_rubric(line) or len(line.split()) == 1


def _can_be_headline(page: Page, pieces: Sequence[Piece]) -> bool:
    if not pieces or page.is_stopped(pieces[0]) or not page.is_display(pieces[0]):
        return False
    return 4 <= page.words(pieces[0]) <= _MAX_STOPPED_HEADLINE


def _take_headline(page: Page, piece: Piece, reason: str) -> None:
    """Settle the headline, cut off what a page adds to it, and pass over where it is printed again."""
    before = seams.label_end(page.raw(piece))
    if before is not None:
        title = page.split(piece, before)
        piece.give(Role.FURNITURE, "is a rubric before the headline")
        piece = title
    page.headline = piece
    piece.give(Role.HEADLINE, reason)
    stamp = seams.stamp_start(page.raw(piece))
    if stamp is not None:
        page.split(piece, stamp).give(Role.DATELINE, "is a date behind the headline")
    site = seams.site_start(page.raw(piece))
    if site is not None:
        page.split(piece, site).give(Role.FURNITURE, "is the site's name behind the headline")
    headline = page.line(piece).casefold()
    for other in page.pieces:
        if other.role is None and other is not piece and page.line(other).casefold() == headline:
            other.give(Role.FURNITURE, "repeats the headline")


def _read_header(page: Page) -> None:
    """Find names that are bylines without saying so, and the dek."""
    if page.headline is None:
        return
    start = page.pieces.index(page.headline) + 1
    header: list[Piece] = []
    paragraphs = 0
    for piece in page.pieces[start : start + _HEADER]:
        if piece.role is None and not page.is_display(piece):
            paragraphs += 1
            if paragraphs > 1 or not _can_be_dek(page, piece) or page.starts_in_dateline(piece):
                break
        header.append(piece)
    for index, piece in enumerate(header[:6]):
        if piece.role is None and _is_name_line(page, header, index):
            piece.give(Role.BYLINE, "is a name at the top of the story")
    signed = [index for index, piece in enumerate(header) if _is_signature(page, piece)]
    above = [piece for piece in header[: max(signed, default=0)] if _can_be_dek(page, piece)]
    if len(above) > _DEKS:
        return
    for piece in above:
        piece.give(Role.DEK, "stands between the headline and the byline or date")
    if not above and len(page.pieces) > start + 1:
        _try_dek(page, *page.pieces[start : start + 2])


def _is_signature(page: Page, piece: Piece) -> bool:
    """A byline, or a date that is more than a time of day."""
    if piece.role is Role.DATELINE:
        return not stamps.is_time_only(page.line(piece))
    return piece.role is Role.BYLINE


def _is_name_line(page: Page, header: Sequence[Piece], index: int) -> bool:
    """A name by itself is a byline right under the headline or dek, or next to a date or another byline.

    Below a byline, a job is part of it.
    """
    line = page.line(header[index])
    if bylines.is_signed(line):
        return True
    if header[index - 1 : index] and header[index - 1].role is Role.BYLINE and bylines.is_job(line):
        return True
    near = [*header[max(0, index - 1) : index], *header[index + 1 : index + 2]]
    marked = any(other.role in {Role.DATELINE, Role.BYLINE} for other in near)
    alone = index == 0 and not any(page.is_display(other) for other in header[1:])
    return bylines.is_names(line) and (marked or alone)


def _can_be_dek(page: Page, piece: Piece) -> bool:
    """Whether a piece above the byline can be the dek: a sentence or two that do not describe a picture for sure."""
    if piece.role is not None and not (piece.role is Role.CAPTION and piece.reason == captions.BELOW_PHOTO):
        return False
    return 4 <= page.words(piece) <= _DEK_WORDS and page.sentences(piece) <= 2


def _try_dek(page: Page, dek: Piece, after: Piece) -> None:
    """Without a byline the dek shows by standing directly under the headline, before a dateline or without a stop."""
    if dek.role is not None or dek.hint is Hint.HEADING:
        return
    if page.starts_in_dateline(after) and _can_be_dek(page, dek) and not page.starts_in_dateline(dek):
        dek.give(Role.DEK, "stands between the headline and the dateline")
    if dek.role is not None or not page.is_display(dek):
        return
    if after.role not in {None, Role.BYLINE, Role.DATELINE}:
        return
    count = page.words(dek)
    if dek.close and not after.close and 5 <= count <= _DEK_WORDS:
        dek.give(Role.DEK, "stands directly under the headline")
    elif 8 <= count <= 35 and not page.is_stopped(dek) and page.is_stopped(after) and page.words(after) > 12:
        dek.give(Role.DEK, "is a line without a full stop between headline and story")


def _find_dateline_alone(page: Page) -> None:
    """Find the dateline that stands on a line of its own, wherever above the story."""
    story = [piece for piece in page.pieces if piece.role is None and page.words(piece) >= 2]
    alone = next((piece for piece in story[:_ABOVE] if seams.is_dateline(page.raw(piece))), None)
    if alone is not None:
        alone.give(Role.DATELINE, _WRITTEN)


def _find_dateline(page: Page) -> None:
    """Cut the dateline off the first or second paragraph of the story, where none stands by itself."""
    if any(piece.reason == _WRITTEN for piece in page.pieces):
        return
    story = [piece for piece in page.pieces if piece.role is None and page.words(piece) >= 2]
    for piece in [piece for piece in story if page.words(piece) >= 4][:2]:
        end = seams.dateline_end(page.raw(piece)) if page.starts_in_dateline(piece) else None
        if end is not None:
            page.split(piece, end)
            piece.give(Role.DATELINE, _WRITTEN)
            return


def _find_bio_on_top(page: Page) -> None:
    """A byline that goes on to introduce the author in whole sentences."""
    for piece in page.pieces[:_HEADER]:
        if piece.role is None and bylines.is_introduced(page.line(piece)):
            piece.give(Role.BYLINE, "begins with By and introduces the author")


def _find_bios(page: Page) -> None:
    for piece in page.pieces[-_END:]:
        if piece.role is None and bylines.is_bio(page.line(piece)):
            piece.give(Role.FURNITURE, "introduces the author")


def _read_rest(page: Page) -> None:
    """What is left is the story: its crossheads and its body, and the links to others below ``Read more``."""
    told = any(piece.role is None and page.is_stopped(piece) for piece in page.pieces)
    listed = linked = False
    for index, piece in enumerate(page.pieces):
        line = page.line(piece)
        if piece.role is not None:
            linked = (linked and piece.role is Role.FURNITURE) or (
                piece.role is Role.FURNITURE and furniture.heads_links(line)
            )
            continue
        display = page.words(piece) <= 20 and not page.is_stopped(piece)
        listed = listed and display
        linked = linked and display
        if linked:
            piece.give(Role.FURNITURE, "stands in a list of other stories")
        elif told and furniture.is_linked_title(line):
            piece.give(Role.FURNITURE, "is the title of another story")
        elif piece.hint is Hint.HEADING:
            piece.give(Role.CROSSHEAD, "is a heading")
        elif told and not (listed and not _is_shouted(line)) and _is_crosshead(page, piece, line):
            piece.give(Role.CROSSHEAD, "is a short line without a stop")
        elif not listed and _is_title_between(page, index):
            piece.give(Role.CROSSHEAD, "is a title between two paragraphs")
        else:
            piece.give(Role.BODY, "is part of the story")
            listed = listed or line.endswith(":")


def _is_title_between(page: Page, index: int) -> bool:
    """Whether a line is in title case and stands between two sentences: often it leads to another story."""
    piece = page.pieces[index]
    beside = [*page.pieces[max(0, index - 1) : index], *page.pieces[index + 1 : index + 2]]
    if (
        piece.hint is not Hint.NONE
        or page.is_stopped(piece)
        or len(beside) < 2
        or not all(map(page.is_stopped, beside))
    ):
        return False
    line = page.line(piece)
    if _NO_TITLE.search(line):
        return False
    words = [word for word in _LETTERS.findall(line) if len(word) > _SMALL_WORD]
    return len(words) >= _TITLE and page.words(piece) <= _LONGEST_TITLE and all(word[0].isupper() for word in words)


def _is_shouted(line: str) -> bool:
    """Whether a line is words in capitals, which head what follows also where a list may have begun."""
    return line.isupper() and " " in line


def _is_crosshead(page: Page, piece: Piece, line: str) -> bool:
    """A short display line between paragraphs; not one that lists a fact."""
    count = page.words(piece)
    if count <= _QUOTED_CROSSHEAD and _IN_QUOTES.fullmatch(line):
        return True
    if (
        piece.broken
        or count > 10
        or piece.hint in {Hint.ITEM, Hint.TABLE}
        or cutting.BULLET.match(line)
        or line[0] in "-–—\"“‘'«"
    ):
        return False
    if _DATED.match(line):
        return False
    if count <= 3 and line.isupper() and line.endswith("."):
        return True
    if (
        page.is_stopped(piece)
        or _FIGURE.search(_YEARS.sub("", line))
        or "\t" in page.raw(piece)
        or line.endswith(_GOES_ON)
    ):
        return False
    return count <= 3 or not line[0].islower()

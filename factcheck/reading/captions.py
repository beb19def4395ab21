"""Pictures in a text: their captions, and the slugs that stand where a description should."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.model import Role
from factcheck.reading.cutting import Hint

if TYPE_CHECKING:
    from factcheck.reading.cutting import Piece
    from factcheck.reading.page import Page

BELOW_PHOTO: Final = "follows a picture and its credit"
"""The weakest reason for a caption: above a byline such a sentence is the dek."""

_IMAGE: Final = r"(?:photo|image|picture|photograph)"
_SAYS_SO: Final = re.compile(
    rf"(?:file ?(?:photo|image|pic|picture)?\s?[-–—:]|\(?file(?: photo| image)?\)?\s?[-–—:]|\(?pictured\b|"
    rf"(?:(?:image|media|video) )?caption\b\s*[:,]|"
    rf"(?:an? |the )?(?:undated |aerial |file |stock |composite |handout |combination |general )+(?:{_IMAGE}|view)\b|"
    rf"(?:this|in this|an?) (?:[\w.,]+ ){{0,6}}(?:{_IMAGE}|screengrab|screenshot|frame grab)\b|"
    rf"(?:composite )?{_IMAGE} (?:shows|of)\b|screenshot (?:of|from)\b)",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(r"(?:image|media|video) caption[,:] *(?=\S)", re.IGNORECASE)
_POINTS: Final = re.compile(
    r"\((?:left|right|centre|center|pictured|above|below|l|r|c|from left)\)|"
    r"\b(?:pictured|from left|file photo|seen here|in (?:this|the) (?:photo|picture|image))\b",
    re.IGNORECASE,
)
_STORY: Final = re.compile(
    r"(?:editor['’]?s?['’]? note|correction|clarification|update[ds]?|note|he|she|they|it|we|but|and|however)\b|"
    r".*(?:\bsaid\b|[“\"])",
    re.IGNORECASE,
)
"""What goes on with the story rather than describe a picture."""

_MAX_WORDS: Final = 80
_SENTENCE: Final = 4
"""Words from which a line that comes twice in a row is no label of a list."""


def behind_label(line: str) -> int | None:
    """Where the caption begins in *Image caption, The bridge in 1911*; None for a line without such a label."""
    found = _LABEL.match(line)
    return found.end() if found else None


def find(page: Page) -> None:
    """Look around each picture's credit, and for lines that say themselves that they describe a picture."""
    headline = set(re.findall(r"\w+", page.line(page.headline).lower())) if page.headline else set()
    for index, piece in enumerate(page.pieces):
        if piece.role is not None:
            continue
        line = page.line(piece)
        near_photo = piece.hint is Hint.IMAGE or page.before_photo(index)
        if _is_slug(line, headline, near_photo=near_photo):
            piece.give(Role.SLUG, "is an image's description in lower case, made of the page's name")
            continue
        reason = _caption(page, index, piece, line)
        if reason:
            piece.give(Role.CAPTION, reason)


def _caption(page: Page, index: int, piece: Piece, line: str) -> str | None:
    if piece.hint is Hint.IMAGE or piece.hint is Hint.CAPTION:
        return "describes a picture"
    count = page.words(piece)
    if count > _MAX_WORDS:
        return None
    below = page.pieces[index + 1 : index + 2]
    headed = piece.hint is Hint.HEADING or page.pieces[index - 1 : index] == [page.headline]
    if count >= _SENTENCE and not headed and any(page.line(one).rstrip(".") == line.rstrip(".") for one in below):
        return "stands again in the line below, as a picture's description does"
    if _SAYS_SO.match(line):
        return "says that it describes a picture"
    if page.before_photo(index, close=True):
        return "stands directly above a picture's credit"
    if page.before_photo(index) and count <= 30 and not _STORY.match(line):
        return "is a short paragraph above a picture's credit"
    below_photo = index > 0 and page.pieces[index - 1].start in page.photos
    if count <= 40 and (below_photo or page.before_photo(index)) and _POINTS.search(line):
        return "stands next to a picture's credit"
    if below_photo and count <= 45 and page.sentences(piece) <= 2 and _describes(page, index):
        return BELOW_PHOTO
    return None


def _describes(page: Page, index: int) -> bool:
    """Whether what follows a credit can be its caption: the picture has only a slug, or a byline is still to come."""
    if page.above(index, Role.SLUG):
        return True
    signed = (piece.role in {Role.BYLINE, Role.DATELINE} for piece in page.pieces[index + 1 : index + 4])
    return page.above(index, Role.CAPTION) and any(signed)


def _is_slug(line: str, headline: set[str], *, near_photo: bool) -> bool:
    """Lower case, no stop, and either beside a credit or made of the headline's words."""
    if line.endswith((".", "!", "?", ":", ",", ";")) or line != line.lower():
        return False
    words = re.findall(r"\w+", line)
    if not 2 <= len(words) <= 25:
        return False
    if any(mark in line for mark in '"“”‘$£€%') or not all(word.isascii() for word in words):
        return False
    if not any(word.isalpha() for word in words):
        return False
    return near_photo or (len(words) >= 3 and sum(word in headline for word in words) >= 0.6 * len(words))

"""PDF files: their text page by page, put together to paragraphs. What a PDF has is letters on pages, so look at it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from factcheck.errors import ArticleError, printable
from factcheck.reading.cutting import Hint
from factcheck.reading.decode import MAX_LINE, MAX_TEXT, kind_of
from factcheck.reading.format import AS_IS, TEXT_ALONE, Format, ReadOptions
from factcheck.reading.metadata import article
from factcheck.reading.parts import JOINT, Part, put_together
from factcheck.reading.properties import add_properties
from factcheck.reading.roles import assign

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Article
    from factcheck.reading.pdf_lines import Line
    from factcheck.reading.pdf_paragraphs import Paragraph

MAX_PAGES: Final = 500
_MAX_HEADING: Final = 25
"""Words."""
_TOLD: Final = 8
"""Pages that a warning names one by one."""
_SHOWN: Final = 4
"""Lines that a warning shows."""

_LOOK: Final = "A PDF knows no paragraphs: look at line breaks and at words that were hyphenated."
_UNKNOWN: Final = "Some of its letters have no text behind them and stand here as \ufffd: look at the pages themselves."


def read(data: bytes, source: str, options: ReadOptions = AS_IS) -> Article:  # noqa: ARG001  # a PDF tells its encoding
    """Read a PDF.

    Raises:
        ArticleError: It is none, damaged, locked, too long, or has no text; or what reads it is not installed.
    """
    from factcheck.reading.pdf_lines import without_furniture
    from factcheck.reading.pdf_paragraphs import body_size, paragraphs

    name = printable(source)
    pages, title, author = _lines(data, name)
    empty = [number for number, lines in enumerate(pages, 1) if not lines]
    if len(empty) == len(pages):
        raise ArticleError(
            f"{name} has no text layer: its pages are pictures", "run text recognition (OCR) over it, or type its words"
        )
    pages, taken = without_furniture(pages, body_size(pages))
    found = paragraphs(pages)
    text, pieces = put_together(list(_parts(found, body_size(pages))))
    if any(len(one.text) > MAX_LINE for one in found):
        raise ArticleError(f"{name} holds more text than any article", TEXT_ALONE)
    warnings = (_LOOK, *_warnings(text, empty, taken))
    story = article(text, assign(text, pieces, stopped_headline=False), source, warnings=warnings)
    draft = replace(story.draft, pages=_beginnings(found, len(pages), len(text)))
    return add_properties(replace(story, draft=draft), title=title, author=author)


def _lines(data: bytes, name: str) -> tuple[list[list[Line]], str, str]:
    """The lines of each page, title and author.

    Raises:
        ArticleError: as `read`.
    """
    try:
        import pypdfium2
        import pypdfium2.raw
    except ImportError:
        raise ArticleError(f"{name} is a PDF, which wants one more package", "install factcheck-desk[pdf]") from None
    from factcheck.reading.pdf_letters import with_capitals
    from factcheck.reading.pdf_lines import lines_of

    if not data.strip():
        raise ArticleError(f"{name} is empty", "give a file with text")
    if b"%PDF-" not in data[:1024]:
        kind = kind_of(data) or "text or damaged"
        raise ArticleError(f"{name} is no PDF but {kind}", "give its name the ending that fits")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ArticleError(f"{name} is locked with a password", "save it without one") from None
        raise ArticleError(f"{name} is damaged and cannot be opened", "get it anew, or print it to a PDF") from None
    if len(document) > MAX_PAGES:
        raise ArticleError(
            f"{name} has {len(document):,} pages", "save the pages of the article as a file of their own"
        )
    pages: list[list[Line]] = []
    length = 0
    for index in range(len(document)):
        letters = _letters(document, index)
        length += letters.count_chars() if letters else 0
        if length > MAX_TEXT:
            raise ArticleError(f"{name} holds more text than any article", TEXT_ALONE)
        pages.append(with_capitals(list(lines_of(letters, pypdfium2.raw))) if letters else [])
        if letters:
            letters.close()
    return pages, _told(document, "Title"), _told(document, "Author")


def _told(document: Any, key: str) -> str:
    """What a file says of itself; empty where that is no text."""
    try:
        return str(document.get_metadata_value(key))
    except UnicodeDecodeError:
        return ""


def _letters(document: Any, index: int) -> Any:
    """The text page of a page; None where the page is damaged."""
    import pypdfium2

    try:
        return document[index].get_textpage()
    except pypdfium2.PdfiumError:
        return None


def _parts(found: Sequence[Paragraph], body: float) -> Iterator[Part]:
    """The paragraphs as parts; the first of the largest letters above the story is the title."""
    from factcheck.reading.pdf_paragraphs import is_display

    display = [is_display(one.size, body) and len(one.text.split()) <= _MAX_HEADING for one in found]
    story = next((at for at, one in enumerate(found) if not display[at] and len(one.text.split()) > 12), len(found))
    title = max((at for at in range(story) if display[at]), key=lambda at: (found[at].size, -at), default=None)
    for at, one in enumerate(found):
        yield Part(one.text, Hint.TITLE if at == title else Hint.HEADING if display[at] else Hint.NONE)


def _beginnings(found: Sequence[Paragraph], pages: int, end: int) -> tuple[int, ...]:
    """Where each page begins in the text; one without text where the next one does."""
    starts: dict[int, int] = {}
    at = 0
    for one in found:
        starts.update((page, at + offset) for page, offset in one.pages)
        at += len(one.text) + len(JOINT)
    beginnings = [end] * pages
    for page in reversed(range(pages)):
        beginnings[page] = starts.get(page, beginnings[page + 1] if page + 1 < pages else end)
    return (0, *beginnings[1:])


def _warnings(text: str, empty: Sequence[int], taken: Sequence[str]) -> Iterator[str]:
    if taken:
        lines = ", ".join(f"“{line}”" for line in taken[:_SHOWN]) + (", …" if len(taken) > _SHOWN else "")
        yield f"Left out as running heads, feet and page numbers: {lines}."
    if empty:
        numbers = ", ".join(map(str, empty[:_TOLD])) + (", …" if len(empty) > _TOLD else "")
        pages, have, are = (
            ("Page", "has", "It may be a picture")
            if len(empty) == 1
            else (
                "Pages",
                "have",
                "They may be pictures",
            )
        )
        yield f"{pages} {numbers} {have} no text. {are}: look at the file."
    if "\ufffd" in text:
        yield _UNKNOWN


FORMAT = Format("PDF", (".pdf",), read, "application/pdf", guarded=True)

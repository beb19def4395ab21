"""The pieces of a Word document: runs, paragraphs, tables, comments, tracked changes.

WordprocessingML is written by hand, element by element: comments stand on exact words, and time grows with the text
alone, where a library looks through all comments for each new one.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC
from typing import TYPE_CHECKING, Final

from lxml import etree

from factcheck.checklist.entry import visible
from factcheck.reading.links import page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    Element = etree._Element  # noqa: SLF001  # lxml has no other name for it

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
"""The namespace of all elements and attributes here."""
_MAP: Final = {"w": W}
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_AUTHOR, _INITIALS = 255, 9
"""How many characters of a name and of initials Word reads; a file with more is damaged to it."""
_UNFIT: Final = re.compile("[\ud800-\udfff\ufffe\uffff]")
_PARTS: Final = re.compile(r"(\t|\r\n|[\r\n])")


def clean(text: str) -> str:
    """Text that XML can hold: what it cannot is shown by a picture, one code point for one."""
    return _UNFIT.sub("\ufffd", visible(text))


def folded(text: str) -> str:
    """Text as an attribute's value: clean, on one line."""
    return " ".join(clean(text).split())


def element(tag: str, *children: Element, **attributes: str) -> Element:
    """An element of WordprocessingML.

    Args:
        tag: Its name.
        children: What stands in it, in order.
        attributes: By their names.
    """
    made = etree.Element(f"{{{W}}}{tag}", nsmap=_MAP)
    for name, value in attributes.items():
        made.set(f"{{{W}}}{name}", value)
    made.extend(children)
    return made


def run(text: str, *, style: str = "", deleted: bool = False) -> Element:
    """Text with one look; its tabs and line breaks stay.

    Args:
        text: Any text.
        style: Of the letters, an id of ``word_styles.xml``.
        deleted: Whether it stands in a tracked deletion.
    """
    looks = [element("rStyle", val=style)] if style else []
    if reads_from_right(text):
        looks.append(element("rtl"))
    made = element("r", element("rPr", *looks)) if looks else element("r")
    made.extend(_text(text, "delText" if deleted else "t"))
    return made


def _text(text: str, tag: str) -> Iterator[Element]:
    for part in _PARTS.split(clean(text)):
        if part == "\t":
            yield element("tab")
        elif part in {"\n", "\r", "\r\n"}:
            yield element("br")
        elif part:
            made = element(tag)
            made.text = part
            made.set(_SPACE, "preserve")
            yield made


def reads_from_right(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    for character in text:
        match unicodedata.bidirectional(character):
            case "R" | "AL":
                return True
            case "L":
                return False
    return False


def paragraph(*content: Element, style: str = "", from_right: bool = False) -> Element:
    """A paragraph.

    Args:
        content: Runs, and what stands between them.
        style: An id of ``word_styles.xml``.
        from_right: Whether it begins at the right.
    """
    looks = [element("pStyle", val=style)] if style else []
    if from_right:
        looks.append(element("bidi"))
    return element("p", *([element("pPr", *looks)] if looks else []), *content)


def simple(text: str, style: str = "") -> Element:
    """A paragraph of one run."""
    return paragraph(run(text), style=style, from_right=reads_from_right(text))


def table(columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[Sequence[Element]]]) -> Element:
    """A table whose first row stands again on every page; no row is torn by the end of one.

    Args:
        columns: What stands above each, and its width in twentieths of a point.
        rows: Of each cell its paragraphs.
    """
    widths = [str(width) for _, width in columns]
    looks = element(
        "tblPr",
        element("tblStyle", val="Grid"),
        element("tblW", w=str(sum(width for _, width in columns)), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblLook", val="0020", firstRow="1"),
    )
    made = element("tbl", looks, element("tblGrid", *(element("gridCol", w=width) for width in widths)))
    made.append(_row([[simple(title, "CellHead")] for title, _ in columns], widths, head=True))
    made.extend(_row(cells, widths) for cells in rows)
    return made


def _row(cells: Sequence[Sequence[Element]], widths: Sequence[str], *, head: bool = False) -> Element:
    looks = element("trPr", element("cantSplit"), *([element("tblHeader")] if head else []))
    return element("tr", looks, *(_cell(cell, width) for cell, width in zip(cells, widths, strict=True)))


def _cell(content: Sequence[Element], width: str) -> Element:
    # A cell without a paragraph is a broken file.
    return element("tc", element("tcPr", element("tcW", w=width, type="dxa")), *(content or [paragraph(style="Cell")]))


def comment(number: int, author: str, at: datetime | None, content: Iterable[Element]) -> Element:
    """A comment, which the text refers to by its number.

    Args:
        number: From 0, of all in the document.
        author: Any text.
        at: When it was written, None where that is not known.
        content: Its paragraphs.
    """
    initials = "".join(word[0] for word in re.findall(r"\w+", clean(author))).upper()
    return element("comment", *content, id=str(number), **_by(author, at), initials=initials[:_INITIALS])


def linked(content: Element, address: str) -> Element:
    """A run that leads to a page on the web; as a field, which needs no part of the file beside it.

    What leads elsewhere, as to a file or a program, is left a run: whoever opens the document trusts it.
    """
    plain = page(clean(address))
    return element("fldSimple", content, instr=f' HYPERLINK "{plain}" ') if plain else content


def comment_start(number: int) -> Element:
    """Where the words of a comment begin."""
    return element("commentRangeStart", id=str(number))


def comment_end(number: int) -> Iterator[Element]:
    """Where they end, and the mark that opens the comment."""
    yield element("commentRangeEnd", id=str(number))
    mark = element("rPr", element("rStyle", val="CommentReference"))
    yield element("r", mark, element("commentReference", id=str(number)))


def tracked(content: Element, number: int, author: str, at: datetime | None, *, deleted: bool) -> Element:
    """A run as a tracked change.

    Args:
        content: The run.
        number: Of all changes in the document.
        author: Who suggests it.
        at: When.
        deleted: Whether it is to go; else it is to come in.
    """
    return element("del" if deleted else "ins", content, id=str(number), **_by(author, at))


def _by(author: str, at: datetime | None) -> dict[str, str]:
    by = {"author": folded(author)[:_AUTHOR]}
    return {**by, "date": stamp(at)} if at else by


def stamp(moment: datetime) -> str:
    """A time as Word writes it: in UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

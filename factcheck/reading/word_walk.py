"""One walk through a part of a Word file: its paragraphs as a reader sees them, and where notes stand in them.

The walk goes through the elements in order and never by recursion. What is not named here is gone into, so that text in
hyperlinks, content controls, text boxes and whatever is invented next is found.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from lxml import etree

from factcheck.reading import superscripts
from factcheck.reading.cutting import Hint
from factcheck.reading.symbols import UNKNOWN, letter, plain
from factcheck.reading.word_paragraphs import CELLS, Commented, Field, Link, NoteMark, Paragraph, Place
from factcheck.reading.word_styles import PLAIN, STRICT, SUPERSCRIPT, WORD, Look, Styles, is_on, outline

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element

_OF_A_FONT: Final = re.compile(r"[\uf000-\uf0ff]")
"""Letters that are what a font of symbols draws."""
_HYPERLINK: Final = re.compile(r"\s*HYPERLINK\s+\"?([^\s\"]+)", re.IGNORECASE)
"""The code of a field that leads somewhere."""
_LONGEST: Final = 2_500
"""Code points of such a code."""
_COMPATIBLE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATHS: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}",
    "{http://purl.oclc.org/ooxml/officeDocument/math}",
)


class Walk:
    """Go through an element and keep what is found.

    Args:
        root: The part, or an element of it.
        styles: Of the same file.
        original: Of tracked changes, take the text before them rather than after.
    """

    def __init__(self, root: _Element, styles: Styles, *, original: bool = False) -> None:
        self.paragraphs: list[Paragraph] = []
        """In the order in which they begin; a text box comes after the paragraph that it hangs on."""
        self.comments: dict[str, Commented] = {}
        self.notes: list[NoteMark] = []
        self.changed = False
        """Whether there are tracked changes."""
        self.struck = False
        """Whether words that are struck out were left out."""
        self.foreign = False
        """Whether the text of another file stands in it, which is not read."""
        self.word = f"{{{STRICT}}}" if f"{{{STRICT}}}" in root.tag else f"{{{WORD}}}"
        self._telling = [self.word + name for name in ("pStyle", "outlineLvl", "numPr", "rPr", "framePr")]
        """Of a paragraph's properties, those that tell what it is, and whether it ends."""
        self._styles = styles
        self._original = original
        self._out = ("ins", "moveTo") if original else ("del", "moveFrom")
        """The changes whose text is left out."""
        self._open: list[tuple[Paragraph, bool]] = []
        """The paragraphs that we are in, and whether a tracked change took their end away."""
        self._carried: Paragraph | None = None
        """The paragraph before, which goes on because its end was taken away, or because it is a large first letter."""
        self._capital = False
        """Whether it is such a letter."""
        self._row: Paragraph | None = None
        self._in_cells = False
        """Whether the row has begun a cell."""
        self._silent = 0
        """Changes around us whose text is left out."""
        self._hidden = False
        self._raised = False
        """Whether the run is superscript."""
        self.links: list[Link] = []
        """What leads out of the file, in the order in which it ends."""
        self._fields: list[Field] = []
        """The fields that we are in."""
        self._linked: list[Place | None] = []
        """Where the links that we are in begin."""
        self._mute = False
        """Whether text is left out for any of these reasons."""
        self._mixed: set[_Element] = set()
        """The paragraphs that hold more than runs of text."""
        self._linking: set[_Element] = set()
        """The paragraphs with links out of the file."""
        self._waiting: list[Place] = []
        """Beginnings of comments between two paragraphs."""
        self._go(root)

    def _go(self, root: _Element) -> None:
        starts, ends = self._handlers()
        rare = (tag for tag in starts if tag.removeprefix(self.word) not in {"p", "r", "t"})
        for element in root.iter(*rare):
            if element.tag == self.word + "hyperlink":
                if _outside(element):
                    self._linking.update(islice(element.iterancestors(self.word + "p"), 1))
            elif not self._is_idle(element):
                self._mixed.update(islice(element.iterancestors(self.word + "p"), 1))
        walk = etree.iterwalk(root, events=("start", "end"), tag=(*starts,))
        for event, element in walk:
            if event == "end":
                end = ends.get(element.tag)
                if end:
                    end(element)
            elif starts[element.tag](element):
                walk.skip_subtree()

    def _is_idle(self, element: _Element) -> bool:
        """Whether it changes no text: a style that neither hides nor raises, as a link has, or a tab stop's place."""
        if element.tag == self.word + "rStyle":
            style = self._value(element)
            return not self._styles.hides(style) and not self._styles.raises(style)
        return element.tag == self.word + "tab" and not self._is_in_run(element)

    def _handlers(
        self,
    ) -> tuple[Mapping[str, Callable[[_Element], bool | None]], Mapping[str, Callable[[_Element], None]]]:
        """What to do where an element begins (true: go not into it) and where it ends."""
        starts: dict[str, Callable[[_Element], bool | None]] = {
            "t": self._text,
            "delText": self._text,
            "p": self._paragraph,
            "r": self._run,
            "vanish": self._vanish,
            "strike": self._strike,
            "dstrike": self._strike,
            "rStyle": self._character_style,
            "vertAlign": self._align,
            "position": self._lift,
            "tab": self._tab,
            "ptab": self._tab,
            "br": self._break,
            "cr": self._break,
            "noBreakHyphen": self._hyphen,
            "sym": self._symbol,
            "fldChar": self._field,
            "instrText": self._code,
            "fldSimple": self._begin_link,
            "hyperlink": self._begin_link,
            "ins": self._change,
            "del": self._change,
            "moveTo": self._change,
            "moveFrom": self._change,
            "tbl": self._table,
            "tr": self._begin_row,
            "tc": self._cell,
            "sdt": self._control,
            "rt": lambda _: True,  # how a word is pronounced, in small print above it
            "commentRangeStart": self._comment_start,
            "commentRangeEnd": self._comment_end,
            "commentReference": self._comment_mark,
            "footnoteReference": self._note,
            "endnoteReference": self._note,
            "altChunk": self._foreign,
            "txbxContent": lambda _: False,
        }
        ends = {
            "p": self._end_paragraph,
            "r": self._end_run,
            "tr": self._end_row,
            "tc": self._end_cell,
            "fldSimple": self._end_link,
            "hyperlink": self._end_link,
            **dict.fromkeys(("ins", "del", "moveTo", "moveFrom"), self._end_change),
        }
        others: dict[str, Callable[[_Element], bool | None]] = {
            f"{_COMPATIBLE}Choice": lambda element: element.getprevious() is not None,
            f"{_COMPATIBLE}Fallback": lambda element: element.getprevious() is not None,
            **{f"{maths}t": self._text for maths in _MATHS},
        }
        return (
            {**{self.word + name: handler for name, handler in starts.items()}, **others},
            {self.word + name: handler for name, handler in ends.items()},
        )

    def _value(self, element: _Element, name: str = "val") -> str:
        return element.get(self.word + name, "")

    def _is_mark(self, element: _Element) -> bool:
        """Whether a change is one of properties: of a paragraph's end, a row, a cell, but of no text."""
        parent = element.getparent()
        return parent is not None and parent.tag.endswith("Pr")

    # Text

    def _add(self, text: str) -> None:
        if text and not self._mute and self._open:
            self._open[-1][0].add(text)

    def _text(self, element: _Element) -> None:
        text = element.text
        if text and not self._mute:
            if "\n" in text:
                text = text.replace("\n", " ")
            if not text.isascii() and _OF_A_FONT.search(text):
                text = plain(text, self._font(element))
            self._add(self._settled(text, element) if self._raised else text)

    def _settled(self, text: str, element: _Element) -> str:
        """What stands in the text for what is raised: figures of a power, but no mark of a note."""
        run = element.getparent()
        if run is None or not self._open or len(text) > superscripts.LONGEST:
            return text
        linked = any(one.get(f"{self.word}anchor") for one in run.iterancestors(f"{self.word}hyperlink"))
        behind = next(run.itersiblings(f"{self.word}r"), None)
        after = "" if behind is None else behind.findtext(f"{self.word}t") or ""
        before = "".join(self._open[-1][0].pieces[-3:])
        return superscripts.settled(text, before, after, is_note=linked)

    def _font(self, element: _Element) -> str:
        run = element.getparent()
        fonts = None if run is None else run.find(f"{self.word}rPr/{self.word}rFonts")
        return "" if fonts is None else self._value(fonts, "ascii")

    def _tab(self, element: _Element) -> None:
        if self._is_in_run(element):  # else it is a tab stop's place
            self._add("\t")

    def _is_in_run(self, element: _Element) -> bool:
        parent = element.getparent()
        return parent is not None and parent.tag == self.word + "r"

    def _break(self, _: _Element) -> None:
        self._add("\n")

    def _hyphen(self, _: _Element) -> None:
        self._add("\u2011")

    def _symbol(self, element: _Element) -> None:
        try:
            code = int(self._value(element, "char"), 16)
        except ValueError:
            code = 0
        self._add(letter(code, self._value(element, "font")) if code else UNKNOWN)

    # What is left out

    def _hush(self) -> None:
        self._mute = bool(self._silent or self._hidden or any(field.in_code for field in self._fields))

    def _run(self, _: _Element) -> None:
        if self._hidden or self._raised:
            self._hidden = self._raised = False
            self._hush()

    _end_run = _run

    def _vanish(self, element: _Element) -> None:
        if is_on(element):
            self._hide(element)

    def _strike(self, element: _Element) -> None:
        """Leave out what a writer strikes by hand, without tracking it."""
        if not self._original and self._is_of_run(element) and is_on(element):
            self.struck |= any(run.findtext(f"{self.word}t") for run in element.iterancestors(f"{self.word}r"))
            self._hide(element)

    def _character_style(self, element: _Element) -> None:
        if self._styles.hides(self._value(element)):
            self._hide(element)
        if self._is_of_run(element) and self._styles.raises(self._value(element)):
            self._raised = True

    def _align(self, element: _Element) -> None:
        if self._is_of_run(element):
            self._raised = self._value(element) == SUPERSCRIPT

    def _lift(self, element: _Element) -> None:
        """Take what stands above the line for raised, as LibreOffice writes what was so on a page."""
        if self._is_of_run(element) and not self._value(element).startswith(("-", "0")):
            self._raised = True

    def _hide(self, element: _Element) -> None:
        """Leave out the run whose properties say that it is not seen."""
        if self._is_of_run(element):
            self._hidden = True
            self._hush()

    def _is_of_run(self, element: _Element) -> bool:
        """Whether something is said of a run as it is now; what its properties were before a change does not count."""
        properties = element.getparent()
        run = None if properties is None else properties.getparent()
        return run is not None and run.tag == f"{self.word}r"

    def _field(self, element: _Element) -> None:
        match self._value(element, "fldCharType"):
            case "begin":
                self._fields.append(Field())
            case "separate" if self._fields:
                self._fields[-1].in_code = False
                self._fields[-1].start = self._here()
            case "end" if self._fields:
                field = self._fields.pop()
                self._note_link(field.start, field.code)
        self._hush()

    def _code(self, element: _Element) -> None:
        if self._fields and self._fields[-1].in_code and len(self._fields[-1].code) < _LONGEST:
            self._fields[-1].code += (element.text or "")[:_LONGEST]

    def _begin_link(self, _: _Element) -> None:
        self._linked.append(self._here())

    def _end_link(self, element: _Element) -> None:
        start = self._linked.pop() if self._linked else None
        self._note_link(start, self._value(element, "instr"), _outside(element))

    def _note_link(self, start: Place | None, code: str, number: str = "") -> None:
        """Keep where words lead, if they lead anywhere."""
        found = _HYPERLINK.match(code[:_LONGEST])
        end = self._here()
        if start and end and (found or number):
            self.links.append(Link(start, end, found[1] if found else "", number))

    def _change(self, element: _Element) -> None:
        if not self._is_mark(element):
            self.changed = True
            self._silent += element.tag.removeprefix(self.word) in self._out
            self._hush()

    def _end_change(self, element: _Element) -> None:
        if not self._is_mark(element):
            self._silent -= element.tag.removeprefix(self.word) in self._out
            self._hush()

    def _control(self, element: _Element) -> bool:
        """Pass over a content control that shows its prompt, or a table of contents."""
        properties = element.find(f"{self.word}sdtPr")
        if properties is None:
            return False
        gallery = properties.find(f".//{self.word}docPartGallery")
        contents = gallery is not None and self._value(gallery) == "Table of Contents"
        return contents or is_on(properties.find(f"{self.word}showingPlcHdr"))

    def _foreign(self, _: _Element) -> None:
        self.foreign = True

    # Paragraphs and tables

    def _paragraph(self, element: _Element) -> bool:
        """Begin a paragraph; one of nothing but runs of text, as most are, is read at once."""
        self._begin_paragraph(element)
        if self._mute or element in self._mixed:
            return False
        linking = element in self._linking
        for text in element.iterdescendants(self.word + "t"):
            start = self._here() if linking else None
            self._text(text)
            for link in islice(text.iterancestors(self.word + "hyperlink"), 1) if start else ():
                self._note_link(start, "", _outside(link))
        return True

    def _begin_paragraph(self, element: _Element) -> None:
        properties = element[0] if len(element) else None
        if properties is None or properties.tag != f"{self.word}pPr":
            look, ends, capital = PLAIN, True, False
        else:
            # Few of a paragraph's properties tell what it is.
            told = {one.tag: one for one in properties.iterchildren(*self._telling)}
            look, ends, capital = self._look(told), self._has_end(told), self._is_capital(told)
        if self._row is not None:
            paragraph = self._row
            paragraph.seam = bool(paragraph.pieces) and paragraph.pieces[-1] != CELLS
        elif self._carried is not None:
            paragraph = self._carried
            paragraph.look, paragraph.seam = look, not self._capital
        else:
            paragraph = Paragraph(look)
            self.paragraphs.append(paragraph)
        self._carried, self._capital = None, capital
        self._open.append((paragraph, ends and not capital))
        for place in self._waiting:
            place.paragraph, place.offset = paragraph, paragraph.length
        self._waiting.clear()

    def _end_paragraph(self, _: _Element) -> None:
        paragraph, ends = self._open.pop()
        self._carried = None if ends else paragraph
        if any(
            field.in_code for field in self._fields
        ):  # a code that does not end is damage, and must not swallow the rest of the story
            for field in self._fields:
                field.in_code = False
            self._hush()

    def _look(self, told: Mapping[str, _Element]) -> Look:
        style, level, numbered, *_ = map(told.get, self._telling)
        look = PLAIN if style is None else self._styles.look(self._value(style))
        if look is PLAIN and level is not None:
            look = outline(self._value(level)) or look
        if look is PLAIN and numbered is not None:
            number = numbered.find(f"{self.word}numId")
            look = look if number is None or self._value(number) == "0" else Look(Hint.ITEM)
        return look

    def _has_end(self, told: Mapping[str, _Element]) -> bool:
        """Whether the paragraph's end is part of the text that is wanted."""
        mark = told.get(f"{self.word}rPr")
        if mark is None or not len(mark):
            return True
        changes = [name for name in self._out if mark.find(self.word + name) is not None]
        self.changed = self.changed or bool(changes)
        return not changes

    def _is_capital(self, told: Mapping[str, _Element]) -> bool:
        """Whether the paragraph is the large first letter of the next one, for which Word makes a frame."""
        frame = told.get(f"{self.word}framePr")
        return frame is not None and self._value(frame, "dropCap") in {"drop", "margin"}

    def _table(self, _: _Element) -> None:
        self._carried = None

    def _begin_row(self, element: _Element) -> None:
        self._carried = None
        if self._row is None and self._is_plain_row(element):
            self._row, self._in_cells = Paragraph(Look(Hint.TABLE)), False
            self.paragraphs.append(self._row)

    def _is_plain_row(self, row: _Element) -> bool:
        """Whether a row has several cells with hardly more than a word or a sentence in each.

        Tables that lay out a page have paragraphs in their cells: these are read one by one.
        """
        if next(row.iterdescendants(f"{self.word}tbl"), None) is not None:
            return False
        cells = list(row.iterdescendants(f"{self.word}tc"))
        filled = f"{self.word}t"
        return len(cells) > 1 and all(
            sum(next(one.iterdescendants(filled), None) is not None for one in cell.iterdescendants(f"{self.word}p"))
            <= 1
            for cell in cells
        )

    def _end_row(self, _: _Element) -> None:
        self._row = self._carried = None

    def _cell(self, _: _Element) -> None:
        self._carried = None
        if self._row is not None and self._in_cells:
            self._row.separate()
        self._in_cells = True

    def _end_cell(self, _: _Element) -> None:
        self._carried = None

    # Comments and notes

    def _here(self) -> Place | None:
        """The point that we are at; between two paragraphs the end of the former."""
        if self._open:
            paragraph = self._open[-1][0]
        elif self.paragraphs:
            paragraph = self.paragraphs[-1]
        else:
            return None
        return Place(paragraph, paragraph.length)

    def _comment_start(self, element: _Element) -> None:
        place = self._here() or Place(Paragraph(), 0)
        if not self._open:
            self._waiting.append(place)
        comment = self.comments.setdefault(self._value(element, "id"), Commented())
        comment.start = comment.start or place

    def _comment_end(self, element: _Element) -> None:
        comment = self.comments.setdefault(self._value(element, "id"), Commented())
        comment.end = comment.end or self._here()

    _comment_mark = _comment_end

    def _note(self, element: _Element) -> None:
        if not self._mute and self._open:
            paragraph = self._open[-1][0]
            part = element.tag.removeprefix(self.word).removesuffix("Reference") + "s"
            self.notes.append(NoteMark(part, self._value(element, "id"), Place(paragraph, paragraph.length)))
            if self._value(element, "customMarkFollows") not in {"", "0", "false"}:
                self._hidden = True  # the rest of the run is the mark, such as an asterisk
                self._hush()


def _outside(link: _Element) -> str:
    """The id by which a link names what it leads to; empty where that is in the file itself."""
    return next((str(value) for name, value in link.items() if str(name).endswith("}id")), "")

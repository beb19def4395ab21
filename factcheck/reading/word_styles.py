"""What the styles of a Word file say of its paragraphs: their names are English inside the file in every language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.reading.cutting import Hint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
"""The namespace of files that were saved as *Strict Open XML*."""

SUPERSCRIPT: Final = "superscript"
"""What ``w:vertAlign`` calls it."""

_HEADING: Final = re.compile(r"(?:heading|header|überschrift|titre) ?([1-9])")
_BODY_LEVEL: Final = 9
"""The outline level of what is no heading; those of headings are 0…8."""
_NAMES: Final[Mapping[str, Hint]] = {
    "title": Hint.TITLE,
    "headline": Hint.TITLE,
    "subtitle": Hint.DEK,
    "dek": Hint.DEK,
    "deck": Hint.DEK,
    "standfirst": Hint.DEK,
    "abstract": Hint.DEK,
    "author": Hint.BYLINE,
    "byline": Hint.BYLINE,
    "crosshead": Hint.HEADING,
    "subhead": Hint.HEADING,
    "subheading": Hint.HEADING,
    "caption": Hint.CAPTION,
    "cutline": Hint.CAPTION,
}


@dataclass(frozen=True, slots=True)
class Look:
    """What a style says of a paragraph."""

    hint: Hint = Hint.NONE
    level: int = 0
    """Of a heading, from 1; 0 for what is none or has none."""


PLAIN: Final = Look()


class Styles:
    """The styles of one file, by their ids.

    Args:
        root: The part that declares them; None when the file has none.
    """

    def __init__(self, root: _Element | None) -> None:
        self._word = "" if root is None else root.tag.rsplit("}", 1)[0] + "}"
        declared = () if root is None else root.iterchildren(f"{self._word}style")
        self._declared = {one.get(f"{self._word}styleId", ""): one for one in declared}
        self._looks: dict[str, Look] = {}
        self._hiding: dict[str, bool] = {}
        self._raising: dict[str, bool] = {}

    def look(self, style: str) -> Look:
        """What a paragraph style says, by its own name or by those of the styles that it is based on."""
        if style not in self._looks:
            self._looks[style] = next((look for one in self._chain(style) if (look := self._look(one))), PLAIN)
        return self._looks[style]

    def hides(self, style: str) -> bool:
        """Whether a character style makes text invisible."""
        if style not in self._hiding:
            vanish = f"{self._word}rPr/{self._word}vanish"
            self._hiding[style] = any(is_on(one.find(vanish)) for one in self._chain(style))
        return self._hiding[style]

    def raises(self, style: str) -> bool:
        """Whether a character style makes superscripts."""
        if style not in self._raising:
            values = (self._value(one, "rPr", "vertAlign") for one in self._chain(style))
            self._raising[style] = next(filter(None, values), "") == SUPERSCRIPT
        return self._raising[style]

    def _chain(self, style: str) -> Iterator[_Element]:
        seen: set[str] = set()
        while style in self._declared and style not in seen:
            seen.add(style)
            yield self._declared[style]
            style = self._value(self._declared[style], "basedOn")

    def _look(self, style: _Element) -> Look | None:
        name = self._value(style, "name").lower()
        if name in _NAMES:
            return Look(_NAMES[name])
        heading = _HEADING.fullmatch(name)
        if heading:
            return Look(Hint.HEADING, int(heading[1]))
        level = self._value(style, "pPr", "outlineLvl")
        if level:
            return outline(level)
        listed = style.find(f"{self._word}pPr/{self._word}numPr") is not None
        return Look(Hint.ITEM) if listed or name.startswith("list ") else None

    def _value(self, style: _Element, *path: str) -> str:
        found = style.find("/".join(self._word + name for name in path))
        return "" if found is None else found.get(f"{self._word}val", "")


def outline(level: str) -> Look | None:
    """What an outline level says that a paragraph or style states; None when it is no heading's."""
    number = int(level) if level.isascii() and level.isdigit() and len(level) < 4 else _BODY_LEVEL
    return Look(Hint.HEADING, number + 1) if number < _BODY_LEVEL else None


def is_on(element: _Element | None) -> bool:
    """Whether a switch such as ``w:vanish`` is there and not turned off."""
    if element is None:
        return False
    value = element.get(element.tag.rsplit("}", 1)[0] + "}val", "1")
    return value not in {"0", "false", "off", "none"}

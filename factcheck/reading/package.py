"""A ZIP file of XML parts, as Word writes it, opened so that a hostile one costs little.

Nothing in it is believed: sizes are checked before and while reading, no part may declare a document type (so there are
no entities), nothing outside of the file is ever asked for.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from typing import TYPE_CHECKING, Final

from lxml import etree

from factcheck.errors import ArticleError, printable
from factcheck.reading.format import TEXT_ALONE

if TYPE_CHECKING:
    from collections.abc import Mapping

_MAX_PART: Final = 50_000_000
_MAX_ALL: Final = 200_000_000
"""Bytes of the parts that are read, as they are when unpacked."""
_MAX_RATIO: Final = 200
"""Unpacked size over packed: text comes to ten or twenty."""
_SMALL: Final = 1_000_000
"""Bytes unpacked up to which the ratio is of no account: a part of blank table cells packs well, too."""
_MAX_PARTS: Final = 5_000
_MAX_MARKS: Final = 1_250_000
"""Tags and attributes in one part, of which each costs some hundred bytes: a book has about half as many."""

_OTHERS: Final[Mapping[str, str]] = {
    "xl/workbook.xml": "a spreadsheet",
    "ppt/presentation.xml": "a presentation",
    "Index/Document.iwa": "a Pages document",
    "META-INF/container.xml": "an e-book",
    "META-INF/manifest.xml": "an OpenDocument file",
}
"""What else a ZIP file can be, by a part that only such a file has."""

_DAMAGE: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)
"""What ``zipfile`` raises for a file that is none, or a damaged one."""

_SAVE: Final = "get the file anew, or open it in a word processor and save it as .docx again"


class Package:
    """The parts of one file.

    Args:
        data: The file.
        name: What to call it in messages.

    Raises:
        ArticleError: It is no ZIP file, a damaged one, or made to do harm.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._left = _MAX_ALL
        if data.count(b"PK\x01\x02") > _MAX_PARTS:
            raise ArticleError(f"{name} has more than {_MAX_PARTS:,} parts, as no document has", TEXT_ALONE)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE:
            raise ArticleError(f"{name} is damaged: its end is missing or broken", _SAVE) from None
        names = set(self._zip.namelist())
        other = next((kind for part, kind in _OTHERS.items() if part in names), None)
        if other:
            raise ArticleError(f"{name} is no Word document but {other}", "export its text as .docx or .txt")

    def related(self, part: str) -> Mapping[str, str]:
        """The parts that a part names as its own, by the last word of their kind: ``comments``, ``styles``.

        Args:
            part: A part's name; the empty one is the file itself.
        """
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, str] = {}
        for one in () if root is None else root:
            kind, target = one.get("Type", ""), one.get("Target", "")
            if one.get("TargetMode") != "External" and target:
                found.setdefault(kind.rsplit("/", 1)[-1], posixpath.normpath(posixpath.join("/", folder, target))[1:])
        return found

    def pages(self, part: str) -> Mapping[str, str]:
        """The addresses outside the file that a part leads to, by the ids that its links name them by."""
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        outside = (one for one in (() if root is None else root) if one.get("TargetMode") == "External")
        return {one.get("Id", ""): one.get("Target", "") for one in outside}

    def xml(self, part: str) -> etree._Element | None:
        """The root of a part; None when there is no such part.

        Raises:
            ArticleError: It is too large, damaged, or made to do harm.
        """
        data = self._bytes(part)
        if data is None:
            return None
        if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            data = data.decode("utf-16", "replace").encode()
        if b"<!DOCTYPE" in data:
            raise ArticleError(f"{self._name} declares a document type of its own, as no document does", TEXT_ALONE)
        if len(data) > _MAX_MARKS and data.count(b"<") + data.count(b"=") > _MAX_MARKS:
            raise ArticleError(f"{self._name} holds more markup than any article", TEXT_ALONE)
        # UTF-8 whatever the part says: in another encoding the marks counted above would look otherwise.
        parser = etree.XMLParser(
            encoding="utf-8",
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            what = printable(str(error))[:120]
            if "XML_PARSE_HUGE" in what or "huge" in what:  # the parser's own limits on depth and on one text
                raise ArticleError(
                    f"{self._name} is nested deeper or filled more than any article", TEXT_ALONE
                ) from None
            if what.startswith("unknown error"):  # so the parser says that it got no memory
                raise MemoryError from None
            raise ArticleError(f"{self._name} is damaged: {printable(part)} is no XML ({what})", _SAVE) from None

    def _bytes(self, part: str) -> bytes | None:
        try:
            info = self._zip.getinfo(part)
        except KeyError:
            return None
        if info.flag_bits & 1:
            raise ArticleError(f"{self._name} is locked with a password", "save it without one")
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:  # the others are unpacked in one go
            raise ArticleError(f"{self._name} is packed in a way that no word processor uses", _SAVE)
        bomb = info.file_size > _SMALL and info.file_size > _MAX_RATIO * info.compress_size
        if bomb or info.file_size > min(_MAX_PART, self._left):
            what = f"{printable(part)} unpacks to {info.file_size / 1_000_000:,.0f} MB"
            raise ArticleError(f"{self._name} is no article: {what}", TEXT_ALONE)
        try:
            with self._zip.open(info) as file:
                data = file.read(info.file_size + 1)  # with a limit, so that a size that lies is of no use
        except _DAMAGE:
            raise ArticleError(f"{self._name} is damaged: {printable(part)} cannot be unpacked", _SAVE) from None
        self._left -= len(data)
        return data

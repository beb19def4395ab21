"""A Word document as a file: its parts in a ZIP that holds no time but the checklist's."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from lxml import etree

from factcheck.checklist.word import W, clean, element, folded, paragraph, run, stamp

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.checklist.word import Element
    from factcheck.model import Checklist

_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_CORE: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC: Final = "http://purl.org/dc/elements/1.1/"
_TERMS: Final = "http://purl.org/dc/terms/"
_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FOOTER: Final = "rId4"

_FIXED: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP can hold: the parts have none of their own."""

_PAGE: Final = (11906, 16838)
"""A4, in twentieths of a point."""
_MARGIN: Final = 1134
_NARROW_MARGIN: Final = 850
TEXT_WIDTH: Final = _PAGE[1] - 2 * _NARROW_MARGIN
"""How wide the text of a page in landscape is, in twentieths of a point."""


@dataclass(frozen=True, slots=True)
class Document:
    """What is to become a file."""

    what: str
    """What kind of document it is, in words."""
    body: Iterable[Element]
    """Paragraphs and tables."""
    comments: Iterable[Element] = ()
    landscape: bool = False


def packed(document: Document, checklist: Checklist) -> bytes:
    """A document as the bytes of a ``.docx`` file.

    Args:
        document: What stands in it.
        checklist: What it is of: who made it, when, from which draft.
    """
    made = element("document", element("body", *document.body, _section(landscape=document.landscape)))
    comments = element("comments", *document.comments)
    # The order of the parts is that in which Word writes them; some readers look at the first one to tell what it is.
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            rId1=(f"{_R}/officeDocument", "word/document.xml"),
            rId2=("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                  "docProps/core.xml"),
        ),
        "word/document.xml": _written(made),
        "word/_rels/document.xml.rels": _relations(
            rId1=(f"{_R}/styles", "styles.xml"),
            rId2=(f"{_R}/settings", "settings.xml"),
            rId3=(f"{_R}/comments", "comments.xml"),
            **{_FOOTER: (f"{_R}/footer", "footer1.xml")},
        ),
        "word/comments.xml": _written(comments),
        "word/footer1.xml": _written(_footer(document, checklist)),
        "word/settings.xml": _written(_settings()),
        "word/styles.xml": files("factcheck.checklist").joinpath("word_styles.xml").read_bytes(),
        "docProps/core.xml": _written(_properties(document, checklist)),
    }  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, _FIXED)
            # By default the system is told, and files are open to nobody.
            info.create_system, info.external_attr, info.compress_type = 0, 0, zipfile.ZIP_DEFLATED
            file.writestr(info, data)
    return out.getvalue()


def _written(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _section(*, landscape: bool) -> Element:
    width, height = reversed(_PAGE) if landscape else _PAGE
    margin = str(_NARROW_MARGIN if landscape else _MARGIN)
    size = element("pgSz", w=str(width), h=str(height), **({"orient": "landscape"} if landscape else {}))
    edges = element(
        "pgMar", top=margin, right=margin, bottom=margin, left=margin, header="567", footer="454", gutter="0"
    )
    footer = etree.Element(f"{{{W}}}footerReference", nsmap={"w": W, "r": _R})
    footer.set(f"{{{W}}}type", "default")
    footer.set(f"{{{_R}}}id", _FOOTER)
    return element("sectPr", footer, size, edges)


def _footer(document: Document, checklist: Checklist) -> Element:
    about = f"{document.what}, {checklist.article.slug}, draft {checklist.article.article.draft.number}, page "
    page, pages = (element("fldSimple", run("1"), instr=f" {name} ") for name in ("PAGE", "NUMPAGES"))
    return element("ftr", paragraph(run(about), page, run(" of "), pages, style="Footer"))


def _settings() -> Element:
    # Without it Word opens the file in the mode of an earlier version.
    modern = element(
        "compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val="15"
    )
    return element("settings", element("compat", modern))


def _properties(document: Document, checklist: Checklist) -> Element:
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI})
    at = stamp(checklist.made_at)
    for name, value in (
        (f"{{{_DC}}}title", folded(checklist.article.article.title)),
        (f"{{{_DC}}}subject", document.what),
        (f"{{{_DC}}}creator", folded(checklist.made_by)),
        (f"{{{_CORE}}}lastModifiedBy", folded(checklist.made_by)),
        (f"{{{_TERMS}}}created", at),
        (f"{{{_TERMS}}}modified", at),
    ):
        made = etree.SubElement(root, name)
        made.text = clean(value)
        if value is at:
            made.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
    return root


def _relations(**targets: tuple[str, str]) -> bytes:
    root = etree.fromstring(f'<Relationships xmlns="{_RELATIONS}"/>')
    for name, (kind, target) in targets.items():
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", Id=name, Type=kind, Target=target)
    return _written(root)


def _content_types() -> bytes:
    root = etree.fromstring(f'<Types xmlns="{_TYPES}"/>')
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    etree.SubElement(root, f"{{{_TYPES}}}Default", Extension="rels", ContentType=relations)
    etree.SubElement(root, f"{{{_TYPES}}}Default", Extension="xml", ContentType="application/xml")
    for part, kind in {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        "/word/comments.xml": f"{_WORD}.comments+xml",
        "/word/footer1.xml": f"{_WORD}.footer+xml",
        "/word/settings.xml": f"{_WORD}.settings+xml",
        "/word/styles.xml": f"{_WORD}.styles+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }.items():
        etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=part, ContentType=kind)
    return _written(root)

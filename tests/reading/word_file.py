"""Word files made of the XML that a test needs and no more."""

from __future__ import annotations

import io
import zipfile
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SPACES = (
    f'{W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:wps="urn:shape" xmlns:v="urn:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ROOTS = {"styles": "styles", "comments": "comments", "footnotes": "footnotes", "endnotes": "endnotes"}


def docx(body: str, *, core: str = "", links: Sequence[str] = (), **parts: str) -> bytes:
    """A Word file with a body and, by name, the content of other parts (``styles``, ``comments``, ``footnotes``…).

    Body and footnotes may lead to the addresses in ``links``, as ``web0``, ``web1`` ….
    """
    files = {
        "_rels/.rels": _relations({"officeDocument": "word/document.xml", "core-properties": "docProps/core.xml"}),
        "word/_rels/document.xml.rels": _relations({name: f"{name}.xml" for name in parts}, links),
        "word/_rels/footnotes.xml.rels": _relations({}, links),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        **{f"word/{name}.xml": _part(name, content) for name, content in parts.items()},
    }
    if core:
        files["docProps/core.xml"] = (
            '<c:coreProperties xmlns:c="urn:core" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            f'xmlns:dcterms="http://purl.org/dc/terms/">{core}</c:coreProperties>'
        )
    return zipped({name: text.encode() for name, text in files.items()})


def zipped(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP file; the same at any time, as tests are named after some, and two processes have to name them alike."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, compression)
    return out.getvalue()


def p(content: str, properties: str = "") -> str:
    """A paragraph; text that is not markup becomes a run."""
    inner = content if content.startswith("<") or not content else r(content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{text}</w:t></w:r>'


def style(name: str) -> str:
    """The properties of a paragraph in a style."""
    return f'<w:pStyle w:val="{name}"/>'


def _part(name: str, content: str) -> str:
    if name == "commentsExtended":
        return f"<w15:commentsEx {_SPACES}>{content}</w15:commentsEx>"
    return f"<w:{_ROOTS[name]} {_SPACES}>{content}</w:{_ROOTS[name]}>"


def _relations(targets: dict[str, str], links: Sequence[str] = ()) -> str:
    rows = "".join(
        f'<Relationship Id="r{number}" Type="{_KIND}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items())
    )
    rows += "".join(
        f'<Relationship Id="web{number}" Type="{_KIND}/hyperlink" Target="{escape(address)}" TargetMode="External"/>'
        for number, address in enumerate(links)
    )
    return f'<Relationships xmlns="urn:relationships">{rows}</Relationships>'

"""From a page's bytes to its characters: what server and page declare, and what the bytes prove.

The order of the HTML standard is byte order mark, server, ``<meta>``. Here the bytes have a say before the last two:
what is valid UTF-8 beyond ASCII is UTF-8, whatever anybody declares, for text in other encodings hardly ever is.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.errors import ArticleError
from factcheck.reading.decode import MARKS, as_said, mostly_utf8, text_codec, wide

_PRESCAN: Final = 8192
"""Bytes in which a declaration is looked for. The standard wants it in the first 1024; many pages have it later."""

_META: Final = re.compile(rb"<meta\b[^>]{0,400}?\bcharset\s*=\s*[\"']?\s*(?P<name>[\w.:+-]{2,40})", re.IGNORECASE)
_XML: Final = re.compile(rb"\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"'](?P<name>[\w.:+-]{2,40})", re.IGNORECASE)
_COMMENT: Final = re.compile(rb"<!--.*?-->", re.DOTALL)

_LABELS: Final = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
"""What browsers take a declared encoding for: its larger sibling; and who can write ``utf-16`` in ASCII lies."""
_NOT_OF_THE_WEB: Final = frozenset({"utf-7", "utf-32", "utf-32-le", "utf-32-be"})
"""What no browser knows, and a hostile page could hide its words in."""


def decode_page(data: bytes, name: str, *, declared: str | None = None, encoding: str | None = None) -> str:
    """Turn a page's bytes into its characters; NULs are dropped, as browsers drop them.

    Args:
        data: The whole page.
        name: What to call it in messages.
        declared: What the server said that it is in.
        encoding: What the checker says; it outweighs all else.

    Raises:
        ArticleError: The bytes are not what the checker says, or no text.
    """
    text = as_said(data, encoding, name) if encoding else _characters(data, name, declared)
    return text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")


def _characters(data: bytes, name: str, declared: str | None) -> str:
    for mark, marked in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(marked, "replace")
    utf16 = wide(data)
    if utf16:
        return data.decode(utf16, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if data.count(0) > len(data) // 100:
        raise ArticleError(f"{name} is no page: it is full of NULs", "save the page in your browser as HTML")
    said = _codec(declared) or _codec(_written(data))
    if mostly_utf8(data) and said in {None, "utf-8", "cp1252"}:
        return data.decode("utf-8", "replace")
    try:
        return data.decode(said or "cp1252")
    except UnicodeDecodeError:
        return data.decode(said if said not in {None, "utf-8"} else "cp1252", "replace")


def _codec(label: str | None) -> str | None:
    """The codec that a browser takes for a label; None where it knows none."""
    codec = text_codec(label or "")
    known = codec is not None and codec.name.replace("_", "-") not in _NOT_OF_THE_WEB
    return _LABELS.get(codec.name, codec.name) if codec and known else None


def _written(data: bytes) -> str | None:
    """The encoding that a page itself declares."""
    head = _COMMENT.sub(b"", data[:_PRESCAN])
    found = _XML.match(head) or _META.search(head)
    return found["name"].decode("ascii") if found else None

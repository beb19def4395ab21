"""Files named .docx that are broken, something else, or made to do harm: one line each, in little time and memory."""

from __future__ import annotations

import io
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from factcheck.errors import ArticleError
from factcheck.reading import word
from factcheck.reading.decode import MAX_TEXT
from tests.reading.cost import cost
from tests.reading.word_file import W, docx, p, zipped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SECONDS = 20
KILOBYTES = 300_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCUMENT = "word/document.xml"


def document(body: str, before: str = "") -> bytes:
    return zipped({_DOCUMENT: f"{before}<w:document {W}><w:body>{body}</w:body></w:document>".encode()})


def refusal(data: bytes) -> str:
    with pytest.raises(ArticleError) as caught:
        word.read(data, "bridge.docx")
    assert caught.value.todo
    assert str(caught.value).isprintable()
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty: give a file"),
        (b" \n", "is empty: give a file"),
        (b"The bridge opened in 1890.", "is no Word document but text or damaged: name it .txt or .md"),
        (_OLE + "WordDocument".encode("utf-16-le"), "but an old Word document: open it in a word processor"),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), "is locked with a password: save it without one"),
        (rb"{\rtf1 The bridge}", "but an RTF document: open it in a word processor"),
        (b"%PDF-1.7", "but a PDF document"),
        (docx(p("The bridge"))[:-40], "is damaged: its end is missing or broken: get the file anew"),
        (zipped({"mimetype": b"x", "META-INF/manifest.xml": b""}), "but an OpenDocument file: export its text"),
        (zipped({"xl/workbook.xml": b""}), "but a spreadsheet: export its text"),
        (zipped({"a.txt": b"The bridge"}), "it has no text in it: give a .docx"),
        (docx(""), "holds no text: give a file with text"),
        (docx(p(" ")), "holds no text: give a file with text"),
        (zipped({_DOCUMENT: b"<w:document"}), "is damaged: word/document.xml is no XML"),
        (zipped({_DOCUMENT: b"<html/>"}), "it has no text in it"),
        (zipped({_DOCUMENT: b""}, zipfile.ZIP_BZIP2), "is packed in a way that no word processor uses"),
    ],
)
def test_what_is_no_word_file_says_what_it_is(data: bytes, told: str) -> None:
    message = refusal(data)
    assert message.startswith("bridge.docx ")
    assert told in message


def test_no_more_text_is_taken_than_of_any_other_file() -> None:
    story = "".join(p(f"The bridge was opened again in {n}. " * 200) for n in range(MAX_TEXT // 6_000))
    assert MAX_TEXT < len(story) < 1.5 * MAX_TEXT
    assert "holds more text than any article" in refusal(zipped({_DOCUMENT: document_of(story)}, 0))


def test_a_part_that_is_damaged_or_locked() -> None:
    data = docx(p("The bridge opened in 1890. " * 40))
    at = data.index(b"word/document.xml") + 60
    assert "cannot be unpacked" in refusal(data[:at] + bytes(20) + data[at + 20 :])
    entry = data.rindex(b"PK\x01\x02", 0, data.rindex(_DOCUMENT.encode()))
    assert "locked with a password" in refusal(data[: entry + 8] + b"\x01" + data[entry + 9 :])


def test_no_file_and_no_address_is_asked_for() -> None:
    asking = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    assert "declares a document type" in refusal(document(p("&x;"), asking))
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    assert "declares a document type" in refusal(document(p("&l9;"), f'<!DOCTYPE w [<!ENTITY l0 "ha">{laughs}]>'))
    hidden = f'<?xml version="1.0" encoding="utf-16"?>{asking}<w:document {W}><w:body/></w:document>'
    assert "declares a document type" in refusal(zipped({_DOCUMENT: hidden.encode("utf-16")}))
    assert "is no XML" in refusal(zipped({_DOCUMENT: hidden.encode("utf-16-be")}))


def test_a_size_that_lies_is_of_no_use() -> None:
    data = zipped({_DOCUMENT: bytes(50_000_000)})
    small = (1000).to_bytes(4, "little")
    lying = data.replace((50_000_000).to_bytes(4, "little"), small)
    assert lying.count(small) == 2
    assert "cannot be unpacked" in refusal(lying)


def _nested() -> bytes:
    return document("<w:sdt><w:sdtContent>" * 5000 + p("deep") + "</w:sdtContent></w:sdt>" * 5000)


def _bomb() -> bytes:
    return zipped({_DOCUMENT: b"<w:p/>" + b" " * 300_000_000})


def _one_text() -> bytes:
    return zipped({_DOCUMENT: f"<w:document {W}><w:body>{p('ab cd. ' * 1_700_000)}</w:body></w:document>".encode()}, 0)


def _tags() -> bytes:
    return zipped({_DOCUMENT: document_of("<w:p><w:r><w:tab/></w:r></w:p>" * 500_000)}, 0)


def _most_tags() -> bytes:
    return zipped({_DOCUMENT: document_of(f"{p('x')}" + "<w:p><w:r><w:tab/></w:r></w:p>" * 240_000)}, 0)


def _most_text() -> bytes:
    return zipped({_DOCUMENT: document_of("".join(p(f"It opened 東 in {n}. " * 9) for n in range(80_000)))})


def _attributes() -> bytes:
    attributes = " ".join(f"a{n}=''" for n in range(1_600_000))
    return document(f"<w:p {attributes}/>")


def _parts() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(20_000):
            archive.writestr(f"{number}", b"")
    return out.getvalue()


def _comments() -> bytes:
    places = "".join(f'<w:commentReference w:id="{n}"/>' for n in range(20_000))
    comments = "".join(f'<w:comment w:id="{n}">{p("x")}</w:comment>' for n in range(20_000))
    return docx(p(f"<w:r><w:t>It opened.</w:t>{places}</w:r>"), comments=comments)


def _links() -> bytes:
    return docx(p("It opened."), links=[f"https://x.example/{n}" for n in range(200_000)])


def _tables() -> bytes:
    body = "<w:tbl><w:tr><w:tc>" * 70 + p("x") * 60_000 + "</w:tc></w:tr></w:tbl>" * 70
    return zipped({_DOCUMENT: document_of(body)}, 0)


def document_of(body: str) -> bytes:
    return f"<w:document {W}><w:body>{body}</w:body></w:document>".encode()


@pytest.mark.skipif(sys.platform == "win32", reason="there only the waiting time is limited")
@pytest.mark.parametrize(
    ("make", "told"),
    [
        (_nested, "is nested deeper or filled more than any article"),
        (_bomb, "is no article: word/document.xml unpacks to 300 MB"),
        (_one_text, "is nested deeper or filled more than any article"),
        (_tags, "holds more markup than any article"),
        (_most_tags, ""),
        (_most_text, "holds more text than any article"),
        (_attributes, "holds more markup than any article"),
        (_parts, "has more than 5,000 parts, as no document has"),
        (_comments, ""),
        (_links, "takes more memory to read than any article"),
        (_tables, "is too long to be checked in one: it has 59,999 lines and sentences, and 12,000 are the most"),
    ],
)
def test_a_hostile_file_costs_little(make: Callable[[], bytes], told: str, tmp_path: Path) -> None:
    outcome, seconds, kilobytes = cost(make(), ".docx", tmp_path)
    assert outcome in {"read", told}
    assert seconds < SECONDS
    assert kilobytes < KILOBYTES

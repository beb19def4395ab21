from __future__ import annotations

import codecs

import pytest

from factcheck.errors import ArticleError, UsageError
from factcheck.reading.decode import blank, decode

STORY = "“Café Zürich” rose 3.5% — naïve? £1.2bn (€1.4bn).\n\nIt’s 東京, and it was late.\n" * 3
WESTERN = "“Café Zürich” rose 3.5% — naïve? £1.2bn (€1.4bn).\n\nIt’s late.\n" * 3


@pytest.mark.parametrize(
    "data",
    [
        STORY.encode(),
        codecs.BOM_UTF8 + STORY.encode(),
        codecs.BOM_UTF16_LE + STORY.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + STORY.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + STORY.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + STORY.encode("utf-32-be"),
    ],
)
def test_what_says_its_encoding_is_read_without_a_word(data: bytes) -> None:
    assert decode(data, "a.txt") == (STORY, ())


@pytest.mark.parametrize(("encoding", "word"), [("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"), ("cp1252", "1252")])
def test_what_does_not_say_it_is_read_with_a_warning(encoding: str, word: str) -> None:
    text, warnings = decode(WESTERN.encode(encoding), "a.txt")
    assert text == WESTERN
    assert len(warnings) == 1
    assert word in warnings[0]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_become_one(end: str) -> None:
    assert decode(f"One.{end}{end}Two. {end}".encode(), "a.txt")[0] == "One.\n\nTwo. \n"


def test_nothing_else_in_a_text_is_changed() -> None:
    text = " \tTwo  spaces, e\u0301 and é, \u200b, \u202eRTL\u202c, \x1b[31mred\x1b[0m, \x0c, \u2028 and 👩‍👩‍👧‍👦 \n"
    kept, warnings = decode(text.encode(), "a.txt")
    assert kept == text
    assert any("control characters" in warning for warning in warnings)


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (" \n\t\u00a0\u200b\u2003\n".encode(), "white space"),
        ("“quoted” – and more".encode() + b"\xff\xfe", "damaged"),
        ("“quoted” text".encode() + b"\xed\xa0\x80" + "“more”".encode(), "damaged"),
        (codecs.BOM_UTF16_LE + "One. ".encode("utf-16-le") + b"\x00\xd8" + "Two.".encode("utf-16-le"), "damaged"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "damaged"),
        (b"Z\xfcrich \x81\x8d", "neither"),
        (b"One\x00 two three.", "NUL"),
        (b"\x00\xff\x00\xfe\x00\x81\x01", "no text"),
        (bytes(range(1, 32)) * 20, "no text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "picture"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\x00", "Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 100, "Word"),
        (b"{\\rtf1\\ansi Bridge}", "RTF"),
        (b"\n<!DOCTYPE html><html><p>Bridge", "markup"),
    ],
)
def test_what_cannot_be_read_without_loss_is_refused(data: bytes, word: str) -> None:
    with pytest.raises(ArticleError, match=word) as caught:
        decode(data, "a.txt")
    assert caught.value.todo
    assert "\n" not in str(caught.value)


def test_damage_that_was_done_before_is_told() -> None:
    assert any("damaged before" in warning for warning in decode("It cost \ufffd3.".encode(), "a.txt")[1])
    assert any("wrongly" in warning for warning in decode("â€œIt fell,â€\x9d she said.".encode(), "a.txt")[1])


@pytest.mark.parametrize(("text", "empty"), [("", True), ("\u200b \u200b\n", True), ("\ufeff", True), (" x", False)])
def test_blank_is_what_nobody_sees(text: str, empty: bool) -> None:
    assert blank(text) is empty


def test_the_checker_knows_the_encoding_better() -> None:
    assert decode(WESTERN.encode("mac-roman"), "a.txt", "mac-roman") == (WESTERN, ())
    assert decode(codecs.BOM_UTF8 + STORY.encode(), "a.txt", "utf8") == (STORY, ())
    with pytest.raises(ArticleError, match="line 3 holds bytes that are no UTF-8"):
        decode(b"One.\n\nZ\xfcrich.", "a.txt", "utf-8")


@pytest.mark.parametrize(
    "name", ["base64", "zip", "punycode", "unicode_escape", "undefined", "idna", "no-such", "", "\x1b[31m", "utf\0"]
)
def test_what_is_no_encoding_is_said(name: str) -> None:
    with pytest.raises(UsageError, match="there is no encoding") as caught:
        decode(WESTERN.encode(), "a.txt", name)
    assert "\x1b" not in str(caught.value)


def test_what_a_server_declares_counts_where_the_bytes_do_not_tell() -> None:
    story = "Řeka v Plzni stoupla o 3,5 m.\n" * 3
    assert decode(story.encode("iso-8859-2"), "a.txt", None, "iso-8859-2") == (story, ())
    assert decode(story.encode(), "a.txt", None, "iso-8859-2") == (story, ())
    assert "1252" in decode(WESTERN.encode("cp1252"), "a.txt", None, "no-such")[1][0]


def test_what_no_rung_of_the_ladder_reads_may_be_named() -> None:
    with pytest.raises(ArticleError, match=r"neither UTF-8 nor Windows-1252 .*--encoding"):
        decode(b"caf\x8e, closed in \x81 1916", "a.txt")

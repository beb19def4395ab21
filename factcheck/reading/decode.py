"""From bytes to text: which encoding a file has is told by its bytes alone, and a text is never damaged in silence."""

from __future__ import annotations

import codecs
import re
from typing import Final

from factcheck.errors import ArticleError, UsageError, printable

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks and what they stand for."""

_MAGIC: Final = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a Word document or another ZIP file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3\x00", "a database"),
)

_MARKUP: Final = ("<!doctype html", "<html", "<?xml")

_PYTHONS_OWN: Final = frozenset(
    {"unicode-escape", "raw-unicode-escape", "punycode", "idna", "undefined", "mbcs", "oem"}
)

_CONTROLS: Final = tuple(map(chr, sorted({*range(0x01, 0x20), 0x7F} - set(b"\t\n\v\f\r"))))

_MAX_CONTROLS: Final = 32
_MAX_CONTROL_SHARE: Final = 0.05
"""More control characters than both, and the file is no text: a coloured terminal log stays below."""

MAX_TEXT: Final = 2_000_000
"""Code points of a text, whatever format it comes in: twice a long book."""
MAX_LINES: Final = 100_000
"""Lines of a text: roles are found line by line."""
MAX_LINE: Final = 1_000_000
"""Code points in one line: ten times what the longest stories hold. The parser would sit over more for minutes."""
MAX_WORDS: Final = 110_000
"""Words and signs of an article, which some 95,000 words of prose have: to pull its claims out takes 20 seconds of work
and 300 MB, however they are put."""
MAX_SENTENCES: Final = 12_000
"""Sentences and lines of an article: each costs something by itself. So many words of prose have half of that."""

_WORD: Final = re.compile(r"\w+|[^\w\s]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_SENTENCE: Final = re.compile(r"(?:[.!?…][\"”’')\]]*(?=\s|\Z)|\n)\s*")

_GUESSED: Final = (
    "It is not in UTF-8 and was read as Windows-1252: look at accents and marks. --encoding NAME reads it otherwise."
)
_BLANKS: Final = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e"


def kind_of(data: bytes) -> str | None:
    """What a file that is no text is by its first bytes; None where they tell nothing."""
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)


def blank(text: str) -> bool:
    """Whether a reader would see nothing: white space and characters without width only."""
    return all(character.isspace() or character in _BLANKS for character in text)


def decode(
    data: bytes, name: str, encoding: str | None = None, declared: str | None = None
) -> tuple[str, tuple[str, ...]]:
    """Turn a file's bytes into its text.

    The order is byte order mark, pattern of NULs (UTF-16 without a mark), strict UTF-8, Windows-1252. What none of them
    reads without loss is refused, for a checker works on the exact words. CRLF and CR become LF.

    Args:
        data: The whole file.
        name: What to call it in messages.
        encoding: What the checker says that it is in; None to tell it by the bytes.
        declared: What a server says that it is in, which counts where the bytes do not tell.

    Returns:
        The text, and what the reader should know about how it was had, a sentence each.

    Raises:
        ArticleError: The bytes are no text, or cannot be read without damage.
    """
    refuse_other(data, name)
    text, warnings = _characters(data, name, declared) if encoding is None else (as_said(data, encoding, name), ())
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if blank(text):
        raise ArticleError(
            f"{name} holds nothing but white space" if text else f"{name} is empty", "give a file with text"
        )
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ArticleError(
            f"{name} holds {text.count(chr(0))} NUL characters, the first in line {line}",
            "it may be damaged; take them out in a text editor and save it as UTF-8",
        )
    longest = max(text.split("\n"), key=len)
    if len(longest) > MAX_LINE:
        line = text.count("\n", 0, text.index(longest)) + 1
        raise ArticleError(
            f"{name} is no article: line {line} alone has {len(longest):,} characters",
            "break it into paragraphs, or give the article's text alone",
        )
    controls = sum(map(text.count, _CONTROLS))
    if controls > max(_MAX_CONTROLS, _MAX_CONTROL_SHARE * len(text)):
        raise ArticleError(f"{name} is no text: it is full of control characters", "give a .txt or .md file")
    if text[:400].lstrip().lower().startswith(_MARKUP):
        raise ArticleError(f"{name} is a page with its markup", "give it a name that ends in .html")
    if controls:
        warnings += ("It holds control characters, which are kept in the text but not shown.",)
    return text, warnings + suspicions(text)


def refuse_other(data: bytes, name: str) -> None:
    """Say what a file is that is no text.

    Raises:
        ArticleError: It is such a file.
    """
    kind = kind_of(data)
    if kind:
        raise ArticleError(f"{name} is no text but {kind}", "save its words as .txt or .md first")


def _characters(data: bytes, name: str, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name), ()
    utf16 = wide(data)
    if utf16:
        return _strict(data, utf16, name), ("It was read as UTF-16, although it has no byte order mark.",)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        damage = error
    if data.count(0):
        raise ArticleError(f"{name} is no text: it holds NULs and bytes that are no UTF-8", "give a .txt or .md file")
    if mostly_utf8(data):
        raise _damaged(data, damage.start, "UTF-8", name)
    codec = text_codec(declared) if declared else None
    if codec is not None and codec.name != "utf-8":
        return _strict(data, codec.name, name), ()
    try:
        return data.decode("cp1252"), (_GUESSED,)
    except UnicodeDecodeError:
        raise ArticleError(
            f"{name} is neither UTF-8 nor Windows-1252 text",
            "save it as UTF-8 in the program that wrote it, or name what it is in with --encoding",
        ) from None


def as_said(data: bytes, encoding: str, name: str) -> str:
    """Decode what the checker knows better."""
    codec = text_codec(encoding)
    if codec is None:
        raise UsageError(f"there is no encoding {printable(encoding)!r}", "try utf-8, cp1252, utf-16 or mac-roman")
    mark = next((mark for mark, marked in MARKS if data.startswith(mark) and marked == codec.name), b"")
    return _strict(data[len(mark) :], codec.name, name)


def refuse_large(text: str, name: str) -> None:
    """Refuse what is longer than any article.

    Raises:
        ArticleError: It is.
    """
    lines = text.count("\n") + 1
    if len(text) > MAX_TEXT or lines > MAX_LINES:
        what = f"{name} is no article: it has {len(text):,} characters in {lines:,} lines"
        raise ArticleError(what, "give the article's text alone")


def refuse_long(text: str, name: str) -> None:
    """Refuse an article that nothing could take the claims out of in reasonable time.

    Raises:
        ArticleError: It has more words or sentences than that.
    """
    # Rows of signs alone are not parsed.
    lines = [line for line in text.splitlines(keepends=True) if _LETTER.search(line)]
    for pattern, most, what in (
        (_WORD, MAX_WORDS, "words and signs"),
        (_SENTENCE, MAX_SENTENCES, "lines and sentences"),
    ):
        count = sum(1 for line in lines for _ in pattern.finditer(line))
        if count > most:
            raise ArticleError(
                f"{name} is too long to be checked in one: it has {count:,} {what}, and {most:,} are the most",
                "cut it into parts, such as chapters, and give each as a file",
            )


def text_codec(name: str) -> codecs.CodecInfo | None:
    """How bytes in an encoding are read; None when there is none of this name, or it is Python's own and no text's."""
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    # base64, zip: the only mark that Python gives them is a private one
    is_text = codec._is_text_encoding and codec.name.replace("_", "-") not in _PYTHONS_OWN  # noqa: SLF001
    return codec if is_text else None


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _damaged(data, error.start, encoding.upper().removesuffix("-LE").removesuffix("-BE"), name) from None


def _damaged(data: bytes, at: int, encoding: str, name: str) -> ArticleError:
    line = data.count(b"\n", 0, at) + 1
    return ArticleError(
        f"{name} is damaged: line {line} holds bytes that are no {encoding}",
        "save it again as UTF-8 in the program that wrote it",
    )


def wide(data: bytes) -> str | None:
    """Name UTF-16 that has no mark: in Western text every second byte is NUL, and hardly one between them."""
    sample = data[:65536]
    pairs = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if pairs and len(data) % 2 == 0:
        if even > 0.3 * pairs and odd < 0.05 * pairs:
            return "utf-16-be"
        if odd > 0.3 * pairs and even < 0.05 * pairs:
            return "utf-16-le"
    return None


def mostly_utf8(data: bytes) -> bool:
    """Tell UTF-8 with some broken bytes from Windows-1252, in which letters hardly ever form a valid sequence."""
    lenient = data.decode("utf-8", "replace")
    broken = lenient.count("\ufffd")
    beyond_ascii = len(lenient) - len(lenient.encode("ascii", "ignore"))
    return beyond_ascii - broken > broken


def suspicions(text: str) -> tuple[str, ...]:
    """What shows that a text was damaged before it came here, a sentence each."""
    found = []
    if "\ufffd" in text:
        found.append(f"It holds {text.count(chr(0xFFFD))} replacement characters (\ufffd): it was damaged before.")
    if text.count("â€") + text.count("Ã©") + text.count("Ã¼") > 1:
        found.append("Its accents or quotation marks were decoded wrongly before it was saved (â€, Ã©).")
    return tuple(found)

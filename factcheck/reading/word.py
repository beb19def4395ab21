"""Word files (.docx): the text with tracked changes taken in, and what its writer noted beside it.

Comments, footnotes, endnotes and links become annotations on the words that they are about. Headers, footers and hidden
text are left out, and so is all that is in pictures.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from factcheck import contract
from factcheck.errors import ArticleError, printable
from factcheck.reading.bylines import is_byline
from factcheck.reading.cutting import Hint
from factcheck.reading.decode import MAX_LINE, MAX_TEXT, kind_of
from factcheck.reading.format import AS_IS, STRUCK, Format, ReadOptions
from factcheck.reading.metadata import article
from factcheck.reading.parts import JOINT, Part, put_together
from factcheck.reading.properties import add_properties
from factcheck.reading.roles import assign
from factcheck.reading.seams import is_dateline
from factcheck.reading.stamps import is_stamp
from factcheck.reading.symbols import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element

    from factcheck.model import Article
    from factcheck.reading.package import Package
    from factcheck.reading.word_paragraphs import Paragraph
    from factcheck.reading.word_walk import Walk

_MAX_HEADING: Final = 25
"""Words. What is longer is a paragraph that only looks like a heading."""
_ONE_LINE: Final = (Hint.TITLE, Hint.DEK, Hint.HEADING)

_TERMS: Final = "{http://purl.org/dc/terms/}"
_CORE: Final = "{http://purl.org/dc/elements/1.1/}"

_CHANGED: Final = {
    False: "It has tracked changes, which were taken in; --as-original reads the text before them.",
    True: "It has tracked changes; this is the text before them.",
}
_FOREIGN: Final = "It holds the text of another file, which was not read: open it in a word processor and save it."
_SYMBOLS: Final = f"It holds symbols of a font of their own, which stand here as {UNKNOWN}."
_ASTRAY: Final = "Of its comments {} stand at none of its words and were left out."


def read(data: bytes, source: str, options: ReadOptions = AS_IS) -> Article:
    """Read a Word file.

    Raises:
        ArticleError: It is none, damaged, made to do harm, or holds no text.
    """
    from factcheck.reading.word_notes import Notes
    from factcheck.reading.word_styles import Styles
    from factcheck.reading.word_walk import Walk

    name = printable(source)
    package = _opened(data, name)
    main = package.related("").get("officeDocument", "word/document.xml")
    root = package.xml(main)
    if root is None or not root.tag.endswith("}document"):
        raise ArticleError(f"{name} is no Word document: it has no text in it", "give a .docx, .txt or .md file")
    related = package.related(main)
    styles = Styles(_part(package, related, "styles"))
    walk = Walk(root, styles, original=options.as_original)
    del root
    text, pieces = put_together(list(_parts(walk.paragraphs, name)))
    warnings = tuple(_warnings(walk, text, original=options.as_original))

    def pages(kind: str) -> Mapping[str, str]:
        return package.pages(related.get(kind, main) if kind else main)

    part = partial(_part, package, related)
    notes = Notes(text, walk, part, pages, styles, original=options.as_original)
    annotations = (*notes.comments(), *notes.footnotes(), *notes.links())
    if notes.astray:
        warnings += (_ASTRAY.format(notes.astray),)
    story = article(text, assign(text, pieces), source, warnings=warnings)
    draft = replace(story.draft, annotations=tuple(sorted(annotations, key=lambda one: one.start)))
    return _with_properties(replace(story, draft=draft), package)


def _opened(data: bytes, name: str) -> Package:
    """The file's parts.

    Raises:
        ArticleError: with what it is when it is no ZIP file.
    """
    from factcheck.reading.package import Package

    if data.startswith(b"PK"):
        return Package(data, name)
    if not data.strip():
        raise ArticleError(f"{name} is empty", "give a file with text")
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise ArticleError(f"{name} is locked with a password", "save it without one")
    kind = kind_of(data)
    if kind:
        raise ArticleError(f"{name} is no .docx file but {kind}", "open it in a word processor and save it as .docx")
    raise ArticleError(f"{name} is no Word document but text or damaged", "name it .txt or .md if it is text")


def _part(package: Package, related: Mapping[str, str], kind: str) -> _Element | None:
    return package.xml(related[kind]) if kind in related else None


def _parts(paragraphs: Iterable[Paragraph], name: str) -> Iterator[Part]:
    """The paragraphs that can be seen; where each begins is noted in it.

    Raises:
        ArticleError: when there are none, or more than an article has.
    """
    at = 0
    titled = told = False
    for paragraph in paragraphs:
        paragraph.start = at
        if not paragraph.seen:
            continue
        if paragraph.length > MAX_LINE or at > MAX_TEXT:
            raise ArticleError(f"{name} holds more text than any article", "give the article's text alone")
        text = "".join(paragraph.pieces)
        hint = paragraph.look.hint
        if hint is Hint.TITLE or (hint is Hint.HEADING and paragraph.look.level == 1 and not told):
            hint = Hint.HEADING if titled else Hint.TITLE
        elif hint is Hint.DEK and told:
            hint = Hint.HEADING
        elif hint is Hint.BYLINE and told:
            hint = Hint.NONE  # whose words are quoted
        if (hint is Hint.TITLE or hint is Hint.HEADING) and len(text.split()) > _MAX_HEADING:
            hint = Hint.NONE
        titled = titled or hint is Hint.TITLE
        if not told and (hint is Hint.NONE or hint is Hint.ITEM):
            told = not is_stamp(text) and not is_byline(text) and not is_dateline(text)
        if hint in _ONE_LINE:
            text = text.replace("\n", " ")  # broken by hand, but one line of the story
        yield Part(text, hint)
        at += paragraph.length + len(JOINT)
    if not at:
        raise ArticleError(f"{name} holds no text", "give a file with text; words in pictures cannot be read")


def _warnings(walk: Walk, text: str, *, original: bool) -> Iterator[str]:
    if walk.changed:
        yield _CHANGED[original]
    if walk.struck:
        yield STRUCK
    if walk.foreign:
        yield _FOREIGN
    if UNKNOWN in text:
        yield _SYMBOLS


def _with_properties(story: Article, package: Package) -> Article:
    """Fill in what the file's properties tell, where they tell of this story and not of a template."""
    core = _part(package, package.related(""), "core-properties")
    if core is None:
        return story
    if (core.findtext(f"{_CORE}subject") or "").startswith(contract.MARKED_UP):
        return story  # its author is a checker, and its day that of the export
    author = core.findtext(f"{_CORE}creator") or ""
    made, saved = (core.findtext(f"{_TERMS}{name}") or "" for name in ("created", "modified"))
    try:
        # What was never saved again has the date of the template that a program made it from.
        changed = None if made == saved else date.fromisoformat(saved.strip()[:10])
    except ValueError:
        changed = None
    return add_properties(story, title=core.findtext(f"{_CORE}title") or "", author=author, changed=changed)


FORMAT = Format(
    "Word",
    (".docx", ".docm"),
    read,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    guarded=True,
)

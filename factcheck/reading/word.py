"""Word files (.docx): the text with tracked changes taken in, and what its writer noted beside it.

Comments, footnotes and endnotes become annotations on the words that they are about. Headers, footers and hidden text
are left out, and so is all that is in pictures.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from factcheck.errors import ArticleError, printable
from factcheck.model import Annotation, AnnotationKind
from factcheck.reading import sentences
from factcheck.reading.cutting import Hint
from factcheck.reading.decode import MAX_LINE, kind_of
from factcheck.reading.format import AS_IS, Format, ReadOptions
from factcheck.reading.metadata import article
from factcheck.reading.parts import JOINT, Part, put_together
from factcheck.reading.properties import add_properties
from factcheck.reading.roles import assign
from factcheck.reading.symbols import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml.etree import _Element

    from factcheck.model import Article
    from factcheck.reading.package import Package
    from factcheck.reading.word_styles import Styles
    from factcheck.reading.word_walk import Paragraph, Walk

MAX_TEXT: Final = 5_000_000
"""Code points: five long books."""

_MAX_HEADING: Final = 40
"""Words. What is longer is a paragraph that only looks like a heading."""

_WORD_14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_WORD_15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_TERMS: Final = "{http://purl.org/dc/terms/}"
_CORE: Final = "{http://purl.org/dc/elements/1.1/}"
_RESOLVED: Final = "(resolved)"
"""Stands behind a comment that somebody ticked off."""

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
    notes = _Notes(text, walk, package, related, styles, original=options.as_original)
    annotations = (*notes.comments(), *notes.footnotes())
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
        if hint in {Hint.TITLE, Hint.HEADING} and len(text.split()) > _MAX_HEADING:
            hint = Hint.NONE
        titled = titled or hint is Hint.TITLE
        told = told or hint in {Hint.NONE, Hint.ITEM}
        if hint in {Hint.TITLE, Hint.DEK, Hint.HEADING}:
            text = text.replace("\n", " ")  # broken by hand, but one line of the story
        yield Part(text, hint)
        at += paragraph.length + len(JOINT)
    if not at:
        raise ArticleError(f"{name} holds no text", "give a file with text; words in pictures cannot be read")


def _warnings(walk: Walk, text: str, *, original: bool) -> Iterator[str]:
    if walk.changed:
        yield _CHANGED[original]
    if walk.foreign:
        yield _FOREIGN
    if UNKNOWN in text:
        yield _SYMBOLS


def _with_properties(story: Article, package: Package) -> Article:
    """Fill in what the file's properties tell, where they tell of this story and not of a template."""
    core = _part(package, package.related(""), "core-properties")
    if core is None:
        return story
    author = core.findtext(f"{_CORE}creator") or ""
    made, saved = (core.findtext(f"{_TERMS}{name}") or "" for name in ("created", "modified"))
    try:
        # What was never saved again has the date of the template that a program made it from.
        changed = None if made == saved else date.fromisoformat(saved.strip()[:10])
    except ValueError:
        changed = None
    return add_properties(story, title=core.findtext(f"{_CORE}title") or "", author=author, changed=changed)


@dataclass(frozen=True, slots=True)
class _Comment:
    id: str
    author: str
    text: str
    answers: str
    """The id of the comment that it answers; empty when it answers none."""


class _Notes:
    """What stands beside the text, on the words that it is about."""

    def __init__(
        self,
        text: str,
        walk: Walk,
        package: Package,
        related: Mapping[str, str],
        styles: Styles,
        *,
        original: bool,
    ) -> None:
        self._text = text
        self._walk = walk
        self._package = package
        self._related = related
        self._styles = styles
        self._original = original
        self._within: dict[str, tuple[int, int]] = {}
        """The words at which a footnote stands, by the comments in it."""
        self._notes = list(self._read_notes())
        self.astray = 0
        """Comments that stand at no words of the text."""

    def footnotes(self) -> Sequence[Annotation]:
        """The footnotes and endnotes, each on the words from the beginning of its sentence to its mark."""
        return self._notes

    def comments(self) -> Iterator[Annotation]:
        """The comments in the order of the file, each followed by its answers."""
        comments = {one.id: one for one in self._read_comments()}
        threads: dict[str, list[_Comment]] = {}
        for one in comments.values():
            first = one.answers if one.answers in comments else one.id  # Word knows no answers to answers
            threads.setdefault(first, []).append(one)
        for thread in threads.values():
            spans = (self._words(one.id) for one in thread)
            span = next((span for span in spans if span), None)
            if span is None:
                self.astray += len(thread)
                continue
            for one in thread:
                yield Annotation(*span, AnnotationKind.COMMENT, one.text, one.author)

    def _words(self, comment: str) -> tuple[int, int] | None:
        """The words that a comment is about; those of the sentence up to it where it was put at a point."""
        found = self._walk.comments.get(comment)
        if found is None or found.end is None:
            return self._within.get(comment)
        start, end = (found.start or found.end).at, found.end.at
        words = self._text[start:end]
        if words.strip():
            start += len(words) - len(words.lstrip())
            return start, start + len(words.strip())
        return self._sentence(found.end.paragraph.start, end)

    def _sentence(self, paragraph: int, mark: int) -> tuple[int, int] | None:
        """The words from the beginning of the sentence up to a mark, which may stand behind its full stop."""
        before = self._text[paragraph:mark].rstrip()
        if not before:
            return None
        first = max((at for at in sentences.starts(before)), default=len(before) - len(before.lstrip()))
        return paragraph + first, paragraph + len(before)

    def _read_comments(self) -> Iterator[_Comment]:
        root = _part(self._package, self._related, "comments")
        if root is None:
            return
        word = self._walk.word
        done, parents = self._threads()
        by_paragraph: dict[str, str] = {}
        elements = list(root.iterchildren(f"{word}comment"))
        last: dict[str, str] = {}
        for element in elements:
            paragraphs = [one.get(f"{_WORD_14}paraId", "") for one in element.iterdescendants(f"{word}p")]
            last[element.get(f"{word}id", "")] = paragraphs[-1] if paragraphs else ""
            by_paragraph.update(dict.fromkeys(filter(None, paragraphs), element.get(f"{word}id", "")))
        for element in elements:
            number = element.get(f"{word}id", "")
            text = self._written(element)
            if last[number] in done and last[number] not in parents:
                text = f"{text}\n{_RESOLVED}"
            answers = by_paragraph.get(parents.get(last[number], ""), "")
            yield _Comment(number, element.get(f"{word}author", ""), text, answers)

    def _threads(self) -> tuple[set[str], Mapping[str, str]]:
        """Which comments are resolved and which answer which, by the ids of their last paragraphs."""
        root = _part(self._package, self._related, "commentsExtended")
        every = [] if root is None else list(root.iterchildren(f"{_WORD_15}commentEx"))
        done = {one.get(f"{_WORD_15}paraId", "") for one in every if one.get(f"{_WORD_15}done") in {"1", "true"}}
        pairs = ((one.get(f"{_WORD_15}paraId", ""), one.get(f"{_WORD_15}paraIdParent", "")) for one in every)
        return done, {one: parent for one, parent in pairs if parent}

    def _read_notes(self) -> Iterator[Annotation]:
        parts: dict[str, dict[str, _Element]] = {}
        for mark in self._walk.notes:
            if mark.part not in parts:
                root = _part(self._package, self._related, mark.part)
                parts[mark.part] = {} if root is None else {one.get(f"{self._walk.word}id", ""): one for one in root}
            element = parts[mark.part].get(mark.id)
            span = self._sentence(mark.place.paragraph.start, mark.place.at)
            text = "" if element is None else self._written(element, span)
            if span and text:
                yield Annotation(*span, AnnotationKind.FOOTNOTE, text)

    def _written(self, element: _Element, span: tuple[int, int] | None = None) -> str:
        """The text of a comment or footnote, a line a paragraph."""
        from factcheck.reading.word_walk import Walk

        walk = Walk(element, self._styles, original=self._original)
        if span:
            self._within.update(dict.fromkeys(walk.comments, span))
        return "\n".join("".join(one.pieces).strip() for one in walk.paragraphs if one.seen)


FORMAT = Format(
    "Word",
    (".docx",),
    read,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    guarded=True,
)

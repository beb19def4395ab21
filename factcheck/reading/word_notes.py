"""Comments, footnotes and endnotes of a Word file, each on the words of the text that it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.model import Annotation, AnnotationKind
from factcheck.reading import links, sentences
from factcheck.reading.parts import JOINT
from factcheck.reading.word_walk import Walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from lxml.etree import _Element

    from factcheck.reading.word_paragraphs import Link
    from factcheck.reading.word_styles import Styles

_WORD_14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_WORD_15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"

_RESOLVED: Final = "(resolved)"
"""Stands behind a comment that somebody ticked off."""
_SENTENCE: Final = 1_000
"""Code points behind a mark in which its sentence ends: a text may have thousands of marks."""


@dataclass(frozen=True, slots=True)
class _Comment:
    id: str
    author: str
    text: str
    answers: str
    """The id of the comment that it answers; empty when it answers none."""


class Notes:
    """What stands beside the text, on the words that it is about.

    Args:
        text: Put together from the paragraphs of the walk.
        walk: Through the file's text.
        part: Gives the root of another part by its kind, None where the file has none.
        pages: Gives the addresses that a part leads to, by their ids; the part by its kind, empty for the text itself.
        styles: Of the same file.
        original: Of tracked changes, take the text before them rather than after.
    """

    def __init__(
        self,
        text: str,
        walk: Walk,
        part: Callable[[str], _Element | None],
        pages: Callable[[str], Mapping[str, str]],
        styles: Styles,
        *,
        original: bool,
    ) -> None:
        self._text = text
        self._walk = walk
        self._part = part
        self._pages = pages
        self._known: dict[str, Mapping[str, str]] = {}
        """The addresses of the parts that were asked for."""
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

    def links(self) -> Iterator[Annotation]:
        """What leads to a page on the web, on its words."""
        found = ((one.start.at, one.end.at, self._address(one, "")) for one in self._walk.links)
        return links.beside(self._text, sorted(found))

    def _address(self, link: Link, part: str) -> str:
        """Where a link in a part leads."""
        if link.id and part not in self._known:
            self._known[part] = self._pages(part)
        return self._known[part].get(link.id, "") if link.id else link.address

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
        """The words from the beginning of the sentence up to a mark, or behind one that stands before all words."""
        found = sentences.up_to(self._text[paragraph:mark], mark - paragraph)
        if found is None:
            behind = self._text[mark : mark + _SENTENCE].split(JOINT, maxsplit=1)[0]
            end = mark + len(behind[: next(sentences.starts(behind), len(behind))].rstrip())
            start = mark + len(behind) - len(behind.lstrip())
            return (start, end) if start < end else None
        return paragraph + found[0], paragraph + found[1]

    def _read_comments(self) -> Iterator[_Comment]:
        root = self._part("comments")
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
            text = self._written(element, "comments")
            if last[number] in done and last[number] not in parents:
                text = f"{text}\n{_RESOLVED}"
            answers = by_paragraph.get(parents.get(last[number], ""), "")
            yield _Comment(number, element.get(f"{word}author", ""), text, answers)

    def _threads(self) -> tuple[set[str], Mapping[str, str]]:
        """Which comments are resolved and which answer which, by the ids of their last paragraphs."""
        root = self._part("commentsExtended")
        every = [] if root is None else list(root.iterchildren(f"{_WORD_15}commentEx"))
        done = {one.get(f"{_WORD_15}paraId", "") for one in every if one.get(f"{_WORD_15}done") in {"1", "true"}}
        pairs = ((one.get(f"{_WORD_15}paraId", ""), one.get(f"{_WORD_15}paraIdParent", "")) for one in every)
        return done, {one: parent for one, parent in pairs if parent}

    def _read_notes(self) -> Iterator[Annotation]:
        parts: dict[str, dict[str, _Element]] = {}
        for mark in self._walk.notes:
            if mark.part not in parts:
                root = self._part(mark.part)
                parts[mark.part] = {} if root is None else {one.get(f"{self._walk.word}id", ""): one for one in root}
            element = parts[mark.part].get(mark.id)
            span = self._sentence(mark.place.paragraph.start, mark.place.at)
            text = "" if element is None else self._written(element, mark.part, span)
            if span and text:
                yield Annotation(*span, AnnotationKind.FOOTNOTE, text)

    def _written(self, element: _Element, part: str, span: tuple[int, int] | None = None) -> str:
        """The text of a comment or footnote, a line a paragraph, with the addresses that its links lead to."""
        walk = Walk(element, self._styles, original=self._original)
        if span:
            self._within.update(dict.fromkeys(walk.comments, span))
        told = {one: "".join(one.pieces) for one in walk.paragraphs}
        for link in reversed(walk.links):
            text, at = told[link.end.paragraph], link.end.offset
            address = links.page(self._address(link, part))
            if address and address not in text:
                told[link.end.paragraph] = f"{text[:at]} ({address}){text[at:]}"
        return "\n".join(told[one].strip() for one in walk.paragraphs if one.seen)

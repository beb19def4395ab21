"""The marked-up draft for Word: the article as it is laid out, with a comment on the exact words of each claim.

On request the suggested changes stand in it as tracked changes, which an editor accepts or rejects one by one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import count, pairwise
from typing import TYPE_CHECKING, Final

from factcheck.checklist import word
from factcheck.checklist.as_docx import said
from factcheck.checklist.memo import gone_in
from factcheck.checklist.paragraphs import paragraphs
from factcheck.checklist.remarks import Remark, remarks
from factcheck.checklist.rewriting import Edit, rewriting
from factcheck.checklist.word_file import Document, packed
from factcheck.contract import MARKED_UP
from factcheck.model import AnnotationKind, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from factcheck.checklist.word import Element
    from factcheck.model import Block, Checklist, ClaimId, ClaimRecord, Draft

_STYLES: Final[Mapping[Role, str]] = {
    Role.HEADLINE: "Title",
    Role.DEK: "Subtitle",
    Role.BYLINE: "Byline",
    Role.DATELINE: "Dateline",
    Role.CROSSHEAD: "Heading2",
    Role.BODY: "",
    Role.CAPTION: "Caption",
    Role.CREDIT: "Credit",
    Role.SLUG: "Slug",
    Role.FURNITURE: "Furniture",
}


@dataclass(frozen=True, slots=True)
class _Change:
    edit: Edit
    author: str
    at: datetime | None


def render(checklist: Checklist) -> bytes:
    """The draft with comments."""
    return _rendered(checklist, MARKED_UP, remarks(checklist), ())


def render_tracked(checklist: Checklist) -> bytes:
    """The draft with comments and tracked changes."""
    rewritten = _rewritten(checklist)
    changes = [
        _Change(edit, record.checker or checklist.made_by, record.checked_at)
        for record in checklist.claims
        for edit in rewritten.get(record.id, ())
    ]
    return _rendered(checklist, f"{MARKED_UP} with tracked changes", remarks(checklist, rewritten), changes)


def _rendered(checklist: Checklist, what: str, beside: Sequence[Remark], changes: Sequence[_Change]) -> bytes:
    body = _Layout(checklist.article.article.draft, beside, changes).paragraphs()
    comments = (
        word.comment(number, remark.author, remark.at, said(remark.lines)) for number, remark in enumerate(beside)
    )
    return packed(Document(what, body, comments), checklist)


def _rewritten(checklist: Checklist) -> Mapping[ClaimId, tuple[Edit, ...]]:
    """The edits of the changes that can be tracked: what goes and comes must not tear a paragraph."""
    draft = checklist.article.article.draft
    blocks = paragraphs(draft)
    starts = [block.start for block in blocks]

    def within_one(record: ClaimRecord) -> bool:
        home = bisect_right(starts, record.claim.start) - 1
        return home >= 0 and record.claim.end <= blocks[home].end

    listed = sorted(checklist.claims, key=lambda one: one.number)
    return rewriting(filter(within_one, listed), draft, gone_in(checklist))


class _Layout:
    """The draft's text cut at every edge of what stands on it.

    At one place first what comes in stays with the words before it, then comments end, then comments begin, then what
    comes in before the first word of a claim: so each comment has its claim's words and what is suggested for them.

    Args:
        draft: The draft.
        beside: The remarks; each is numbered by its place here.
        changes: Edits that do not overlap.
    """

    def __init__(self, draft: Draft, beside: Sequence[Remark], changes: Sequence[_Change]) -> None:
        self._text = draft.text
        self._blocks = paragraphs(draft)
        self._starts: defaultdict[int, list[int]] = defaultdict(list)
        self._ends: defaultdict[int, list[int]] = defaultdict(list)
        self._points: defaultdict[int, list[int]] = defaultdict(list)
        self._numbers = count(1)
        self._firsts = [block.start for block in self._blocks]
        self._lasts = [block.end for block in self._blocks]
        for number, remark in enumerate(beside):
            self._anchor(number, remark)
        self._coming: defaultdict[int, list[_Change]] = defaultdict(list)
        for change in sorted(changes, key=lambda one: one.edit):
            self._coming[change.edit.end].append(change)
        self._going = sorted((one for one in changes if one.edit.start < one.edit.end), key=lambda one: one.edit)
        self._going_starts = [one.edit.start for one in self._going]
        self._links = [one for one in draft.annotations if one.kind is AnnotationKind.LINK]
        self._link_starts = [one.start for one in self._links]
        linked = (at for one in self._links for at in (one.start, one.end))
        edges = {*self._starts, *self._ends, *self._points, *self._coming, *self._going_starts, *linked}
        self._edges = sorted(edges)

    def _anchor(self, number: int, remark: Remark) -> None:
        """Note where a comment begins and ends: in a paragraph, and not in the white space between two."""
        first = min(bisect_right(self._lasts, remark.start), len(self._blocks) - 1)
        last = max(bisect_left(self._firsts, remark.end) - 1, 0)
        start = max(remark.start, self._firsts[first])
        end = min(remark.end, self._lasts[last])
        if start < end:
            self._starts[start].append(number)
            self._ends[end].append(number)
        else:
            self._points[min(start, self._lasts[first])].append(number)

    def paragraphs(self) -> Iterator[Element]:
        """The text as paragraphs in the styles of their roles."""
        for block in self._blocks:
            from_right = word.reads_from_right(self._text[block.start : block.end])
            yield word.paragraph(*self._content(block), style=_STYLES[block.role], from_right=from_right)

    def _content(self, block: Block) -> Iterator[Element]:
        inner = self._edges[bisect_right(self._edges, block.start) : bisect_left(self._edges, block.end)]
        for start, end in pairwise((block.start, *inner, block.end)):
            if start < end:
                yield from self._at_start(start)
                yield from self._words(start, end)
                yield from self._at_end(end)
        yield from self._at_points(block.end)

    def _at_start(self, at: int) -> Iterator[Element]:
        for number in sorted(self._starts.get(at, ())):
            yield word.comment_start(number)
        yield from self._at_points(at)
        for change in self._coming.get(at, ()):
            if change.edit.first:
                yield self._tracked(change, change.edit.text, deleted=False)

    def _at_end(self, at: int) -> Iterator[Element]:
        for change in self._coming.get(at, ()):
            if change.edit.text and not change.edit.first:
                yield self._tracked(change, change.edit.text, deleted=False)
        for number in sorted(self._ends.get(at, ())):
            yield from word.comment_end(number)

    def _at_points(self, at: int) -> Iterator[Element]:
        for number in self._points.get(at, ()):
            yield word.comment_start(number)
            yield from word.comment_end(number)

    def _words(self, start: int, end: int) -> Iterator[Element]:
        index = bisect_right(self._going_starts, start) - 1
        change = self._going[index] if index >= 0 else None
        if change and start < change.edit.end:
            yield self._tracked(change, self._text[start:end], deleted=True)
            return
        index = bisect_right(self._link_starts, start) - 1
        link = self._links[index] if index >= 0 else None
        if link and start < link.end:
            yield word.linked(word.run(self._text[start:end], style="Hyperlink"), link.text)
        else:
            yield word.run(self._text[start:end])

    def _tracked(self, change: _Change, text: str, *, deleted: bool) -> Element:
        content = word.run(text, deleted=deleted)
        return word.tracked(content, next(self._numbers), change.author, change.at, deleted=deleted)

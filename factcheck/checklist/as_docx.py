"""The checklist for Word: a table on pages in landscape, a row a claim; and any lines as paragraphs.

What fits on a page is in the table. The log of each claim, its kinds and its priority are in the other formats.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.checklist import word
from factcheck.checklist.entry import entries, lost_entries
from factcheck.checklist.outline import (
    Heading,
    Item,
    Plain,
    before,
    checked_when,
    contact_told,
    detail,
    finding_lines,
    finding_told,
    head,
    notes,
    outcome_traits,
    second_read,
    sign_off,
    source_words,
    speaker,
    told,
)
from factcheck.checklist.word_file import TEXT_WIDTH, Document, packed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.checklist.entry import Entry
    from factcheck.checklist.outline import Line
    from factcheck.checklist.word import Element
    from factcheck.model import Checklist, ClaimRecord

_WIDTHS: Final = {"#": 560, "Claim": 4000, "Verdict": 1500, "Speaker": 1500, "Sources": 3000, "Notes": 3300}
_COLUMNS: Final = (*_WIDTHS.items(), ("Checked", TEXT_WIDTH - sum(_WIDTHS.values())))
"""In twentieths of a point."""


def render(checklist: Checklist) -> bytes:
    """The checklist as a table."""
    return packed(Document("Checklist", _body(checklist), landscape=True), checklist)


def written(lines: Iterable[Line], what: str, checklist: Checklist) -> bytes:
    """Lines as a document.

    Args:
        lines: What it says.
        what: What kind of document it is, in words.
        checklist: What it is of.
    """
    return packed(Document(what, _paragraphs(lines)), checklist)


def said(lines: Iterable[Item]) -> Iterator[Element]:
    """Lines as the paragraphs of a comment."""
    return (_item(line, "CommentText") for line in lines)


def _body(checklist: Checklist) -> Iterator[Element]:
    yield from _paragraphs(head("Checklist", checklist))
    yield from _paragraphs([Heading(2, "Claims")])
    listed = entries(checklist)
    yield word.table(_COLUMNS, map(_row, listed)) if listed else word.simple("No claims.")
    if checklist.lost:
        yield from _paragraphs([Heading(2, "Lost in an edited draft")])
        yield word.table(_COLUMNS, map(_row, lost_entries(checklist)))
    if checklist.findings:
        yield from _paragraphs([Heading(2, "Findings")])
        for finding in checklist.findings:
            yield from _paragraphs(finding_lines(finding, checklist.article.article.draft.text))
    yield from _paragraphs(sign_off(checklist))


def _paragraphs(lines: Iterable[Line]) -> Iterator[Element]:
    for line in lines:
        match line:
            case Heading(1, text):
                yield word.simple(text, "Title")
            case Heading(_, text):
                yield word.simple(text, "Heading1")
            case Item():
                yield _item(line, "Detail" if line.depth else "Item")
            case Plain(text):
                yield word.simple(text)


def _item(line: Item, style: str) -> Element:
    runs = [word.run(line.strong, style="Strong"), word.run(": ")] if line.strong else []
    runs.extend(word.run(part) if isinstance(part, str) else word.run(part.text, style="Exact") for part in line.words)
    return word.paragraph(*runs, style=style, from_right=word.reads_from_right("".join(map(told, line.words))))


def _row(entry: Entry) -> Sequence[Sequence[Element]]:
    record, claim = entry.record, entry.record.claim
    around = [] if entry.sentence.rstrip(".!?") == claim.text else [detail(f"In: {entry.sentence}")]
    return (
        [word.simple(record.lost or str(record.number), "Cell")],
        [
            word.simple(claim.text, "Cell"),
            *_small([*around, *before(record), detail(", ".join(_traits(record)))]),
        ],
        [
            word.paragraph(word.run(f"{entry.sign} {entry.verdict}", style="Strong"), style="Cell"),
            *_small(map(detail, filter(None, (entry.warning, *outcome_traits(record))))),
        ],
        [word.simple(speaker(entry), "Cell")],
        [
            *(_item(Item(tuple(source_words(source))), "Cell") for source in record.sources),
            *_small(detail(f"Asked, {contact_told(contact)}") for contact in record.contacts),
        ],
        [
            *(_item(line, "Cell") for line in notes(record)),
            *_small(detail(finding_told(finding)) for finding in entry.findings),
        ],
        [
            *(word.simple(part, "Cell") for part in (record.checker, checked_when(record)) if part),
            *_small(second_read(record)),
        ],
    )


def _small(lines: Iterable[Item]) -> Iterator[Element]:
    return (_item(line, "CellDetail") for line in lines)


def _traits(record: ClaimRecord) -> Iterator[str]:
    yield record.claim.section.value
    if not record.claim.checkable:
        yield "opinion"
    if record.manual:
        yield "added by the checker"

"""The change memo as Markdown, CSV, JSON and for Word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck import contract
from factcheck.checklist import as_docx
from factcheck.checklist.as_csv import table
from factcheck.checklist.as_json import about, dumps, sign_off
from factcheck.checklist.as_markdown import written
from factcheck.checklist.entry import sign, source_told, verdict_word
from factcheck.checklist.memo import (
    ASKED,
    HEADINGS,
    NOTHING,
    as_written,
    memo,
    outcome,
    outcome_told,
    should_be,
)
from factcheck.checklist.outline import Heading, Item, Plain, detail, head, numbers, sources
from factcheck.checklist.outline import sign_off as sign_off_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.checklist.memo import Memo
    from factcheck.checklist.outline import Line
    from factcheck.model import Checklist, ClaimRecord

SCHEMA: Final = "factcheck.memo/1"
"""Schema name of the document."""

_COLUMNS: Final = (
    "part", "number", "claim_id", "verdict", "resolution", "as_written", "should_be", "why", "sources", "query",
    "answer", "legal", "finding",
)  # fmt: skip


def render_markdown(checklist: Checklist) -> bytes:
    """The memo as UTF-8 Markdown."""
    return written(memo_lines(checklist))


def memo_lines(checklist: Checklist) -> Iterator[Line]:
    """The memo as people read it."""
    parts = memo(checklist)
    yield from head("Change memo", checklist)
    if not (any(parts.claims().values()) or parts.findings):
        yield Plain(NOTHING)
    for part, records in parts.claims().items():
        if records:
            yield Heading(2, HEADINGS[part])
            for record in records:
                yield from _claim(record, part, parts)
    if parts.findings:
        yield Heading(2, HEADINGS["findings"])
        for finding in parts.findings:
            yield Item((finding.message + numbers(finding),), finding.kind)
    yield from sign_off_lines(checklist)


def _claim(record: ClaimRecord, part: str, parts: Memo) -> Iterator[Item]:
    number = "" if record.lost else f"{record.number} "
    what = f"{outcome_told(record, parts.pending)}, " if part == "decided" else ""
    change = "" if part in ASKED else should_be(record)
    words = as_written(record) + (f" → {change}" if change else "")
    yield Item((words,), f"{number}{what}{sign(record)} {verdict_word(record)}")
    if part == "decided" and record.id in parts.otherwise:
        yield detail(f"Suggested, and not in the draft: {parts.otherwise[record.id]}")
    if part in ASKED or (part == "decided" and record.query):
        yield detail(f"Query: {record.query}")
        yield detail(f"Answer: {record.answer or 'none yet'}")
    if part == "readers" and record.second:
        readers = f"{record.checker or 'the first'} and {record.second_reader or 'the second'}"
        yield detail(f"Read as {record.verdict} and {record.second}, by {readers}")
    if record.note:
        yield detail(f"Why: {record.note}")
    yield from sources(record)
    if record.legal:
        yield detail("For the lawyer")


def render_docx(checklist: Checklist) -> bytes:
    """The memo for Word, in the words of the Markdown."""
    return as_docx.written(memo_lines(checklist), "Change memo", checklist)


def render_csv(checklist: Checklist) -> bytes:
    """The memo as a table, a row an item."""
    return table(_COLUMNS, _rows(checklist), checklist, NOTHING)


def _rows(checklist: Checklist) -> Iterator[tuple[str, ...]]:
    parts = memo(checklist)
    for part, records in parts.claims().items():
        for record in records:
            yield (
                part,
                "" if record.lost else str(record.number),
                str(record.id),
                verdict_word(record),
                outcome(record),
                as_written(record),
                should_be(record),
                record.note,
                "\n".join(map(source_told, record.sources)),
                record.query,
                record.answer,
                "yes" if record.legal else "no",
                "",
            )
    for finding in parts.findings:
        numbers = ", ".join(name.removeprefix("c") for name in finding.claims)
        yield ("findings", numbers, *("",) * (len(_COLUMNS) - 3), finding.message)


def render_json(checklist: Checklist) -> bytes:
    """The memo as one object, its parts by name."""
    parts = memo(checklist)
    return dumps(
        {
            "schema": SCHEMA,
            "only": checklist.only or None,
            "article": about(checklist),
            **{part: [_object(record) for record in records] for part, records in parts.claims().items()},
            "findings": [contract.finding_json(finding) for finding in parts.findings],
            "sign_off": sign_off(checklist),
        }
    )


def _object(record: ClaimRecord) -> contract.Json:
    return {
        "id": record.id,
        "number": None if record.lost else record.number,
        "verdict": record.verdict.value if record.verdict else None,
        "resolution": outcome(record),
        "as_written": as_written(record),
        "should_be": should_be(record),
        "why": record.note,
        "sources": [contract.source_json(source) for source in record.sources],
        "query": record.query,
        "answer": record.answer,
        "legal": record.legal,
        "second": record.second.value if record.second else None,
    }

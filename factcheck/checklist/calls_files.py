"""The call sheet as Markdown, CSV, JSON and for Word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.checklist import as_docx
from factcheck.checklist.as_csv import table
from factcheck.checklist.as_json import about, dumps, sign_off
from factcheck.checklist.as_markdown import written
from factcheck.checklist.calls import NOTHING, QUOTATION, calls, told
from factcheck.checklist.entry import sign, verdict_word
from factcheck.checklist.outline import Exact, Heading, Item, Plain, asked_told, detail, head
from factcheck.checklist.outline import sign_off as sign_off_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.checklist.calls import Question
    from factcheck.checklist.outline import Line
    from factcheck.contract import Json
    from factcheck.model import Checklist

SCHEMA: Final = "factcheck.calls/1"
"""Schema name of the document."""

_COLUMNS: Final = ("call", "contact", "number", "claim_id", "verdict", "open", "asserts", "facts", "quotation", "asked")


def render_markdown(checklist: Checklist) -> bytes:
    """The call sheet as UTF-8 Markdown."""
    return written(calls_lines(checklist))


def calls_lines(checklist: Checklist) -> Iterator[Line]:
    """The call sheet as people read it."""
    yield from head("Call sheet", checklist)
    gathered = calls(checklist)
    if not gathered:
        yield Plain(NOTHING)
    for call in gathered:
        yield Heading(2, f"To phone: {call.name}")
        if call.contacts:
            between = (part for contact in call.contacts for part in (", ", Exact(contact)))
            next(between)
            yield Item(("Reached at ", *between))
        for question in call.questions:
            yield from _question(question)
    yield from sign_off_lines(checklist)


def _question(question: Question) -> Iterator[Item]:
    record = question.record
    yield Item((question.asserts or QUOTATION,), f"{record.number} {sign(record)} {verdict_word(record)}")
    if question.facts:
        yield detail(f"Facts: {'; '.join(map(told, question.facts))}")
    if question.quoted and question.asserts:
        yield detail(f"{QUOTATION[0].upper()}{QUOTATION[1:]}")
    for contact in record.contacts:
        yield detail(f"Asked, {asked_told(contact)}")


def render_docx(checklist: Checklist) -> bytes:
    """The call sheet for Word, in the words of the Markdown."""
    return as_docx.written(calls_lines(checklist), "Call sheet", checklist)


def render_csv(checklist: Checklist) -> bytes:
    """The call sheet as a table: a row for each claim and whom to phone about it."""
    return table(_COLUMNS, _rows(checklist), checklist, NOTHING)


def _rows(checklist: Checklist) -> Iterator[tuple[str, ...]]:
    for call in calls(checklist):
        for question in call.questions:
            record = question.record
            yield (
                call.name,
                "\n".join(call.contacts),
                str(record.number),
                str(record.id),
                verdict_word(record),
                "yes" if record.is_open else "no",
                question.asserts,
                "\n".join(map(told, question.facts)),
                QUOTATION if question.quoted else "",
                "\n".join(map(asked_told, record.contacts)),
            )


def render_json(checklist: Checklist) -> bytes:
    """The call sheet as one object."""
    return dumps(
        {
            "schema": SCHEMA,
            "only": checklist.only or None,
            "article": about(checklist),
            "calls": [
                {
                    "name": call.name,
                    "contacts": list(call.contacts),
                    "claims": [_object(question) for question in call.questions],
                }
                for call in calls(checklist)
            ],
            "sign_off": sign_off(checklist),
        }
    )


def _object(question: Question) -> Json:
    record = question.record
    return {
        "id": record.id,
        "number": record.number,
        "verdict": record.verdict.value if record.verdict else None,
        "open": record.is_open,
        "asserts": question.asserts,
        "facts": [
            {"kind": fact.kind.value, "told": told(fact), "value": fact.value, "unit": fact.unit}
            for fact in question.facts
        ],
        "quotation": question.quoted,
    }

"""The call sheet as Markdown, CSV and JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.checklist.as_csv import table
from factcheck.checklist.as_json import about, dumps, sign_off
from factcheck.checklist.as_markdown import code, escape
from factcheck.checklist.as_markdown import head as head_lines
from factcheck.checklist.as_markdown import sign_off as sign_off_lines
from factcheck.checklist.calls import QUOTATION, calls, told
from factcheck.checklist.entry import sign, verdict_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.checklist.calls import Question
    from factcheck.contract import Json
    from factcheck.model import Checklist

SCHEMA: Final = "factcheck.calls/1"
"""Schema name of the document."""

_COLUMNS: Final = ("call", "contact", "number", "claim_id", "verdict", "open", "asserts", "facts", "quotation")


def render_markdown(checklist: Checklist) -> bytes:
    """The call sheet as UTF-8 Markdown."""
    return ("\n".join(_lines(checklist)) + "\n").encode("utf-8", "replace")


def _lines(checklist: Checklist) -> Iterator[str]:
    yield from head_lines("Call sheet", checklist)
    gathered = calls(checklist)
    if not gathered:
        yield "Nothing is to be confirmed."
        yield ""
    for call in gathered:
        yield f"## To phone: {escape(call.name)}"
        yield ""
        if call.contacts:
            yield f"- Reached at {', '.join(map(code, call.contacts))}"
        for question in call.questions:
            yield from _question(question)
        yield ""
    yield from sign_off_lines(checklist)


def _question(question: Question) -> Iterator[str]:
    record = question.record
    yield f"- **{record.number} {sign(record)} {verdict_word(record)}**: " + (escape(question.asserts) or QUOTATION)
    if question.facts:
        yield f"  - Facts: {'; '.join(escape(told(fact)) for fact in question.facts)}"
    if question.quoted and question.asserts:
        yield f"  - {QUOTATION[0].upper()}{QUOTATION[1:]}"


def render_csv(checklist: Checklist) -> bytes:
    """The call sheet as a table: a row for each claim and whom to phone about it."""
    return table(_COLUMNS, _rows(checklist), checklist)


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

"""The call sheet: facts by whom to phone, and never a word of a quotation."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from typing import TYPE_CHECKING

import pytest

from factcheck.checklist import KINDS, render
from factcheck.checklist.calls import NOBODY, calls, parties, told
from factcheck.extraction import find_facts
from factcheck.model import (
    Article,
    Attribution,
    Block,
    Claim,
    ClaimId,
    ClaimRecord,
    Contact,
    ContactOutcome,
    ContactWay,
    Draft,
    Fact,
    FactKind,
    Progress,
    Role,
    Section,
    Source,
    SourceKind,
    Verdict,
)
from factcheck.review.navigate import Filter, apply
from tests.checklist.word_read import all_text
from tests.test_contract import check

if TYPE_CHECKING:
    from factcheck.checklist.calls import Question
    from factcheck.model import Checklist

TEXT = (
    "Sir William Arrol said the bridge took 54,000 tonnes of steel. It opened on 4 March 1890.\n\n"
    "“Nothing finer stands in 1890,” Arrol said. He called it ‘a grand old lady’ at the dinner for 57 guests.\n\n"
    "“The paint never dries and\n\n"
    "“the painters never rest,” the foreman said. An inspector found 7 faults."
)


def one(number: int, words: str, by: Attribution | None = None, **recorded: object) -> ClaimRecord:
    at = TEXT.index(words)
    facts = find_facts(TEXT, at, at + len(words))
    claim = Claim(f"c{number}", at, at + len(words), words, Section.BODY, attribution=by, facts=facts)
    return ClaimRecord(ClaimId(number), number, claim, **recorded)  # type: ignore[arg-type]  # its own fields


def said(speaker: str, person: str | None = None, *, quote: bool = False, named: bool = True) -> Attribution:
    at = TEXT.index(speaker)
    return Attribution(speaker, at, at + len(speaker), person, "said", named=named, quote=quote)


@pytest.fixture
def sheet(checklist: Checklist) -> Checklist:
    blocks, at = [], 0
    for paragraph in TEXT.split("\n\n"):
        blocks.append(Block(at, at + len(paragraph), Role.BODY))
        at += len(paragraph) + 2
    article = Article("Forth Bridge", Draft(TEXT, tuple(blocks)), "bridge.txt")
    company = Source(SourceKind.PERSON, "Sir William  Arrol", "tel. 12")
    claims = (
        one(1, "the bridge took 54,000 tonnes of steel", said("Sir William Arrol"), verdict=Verdict.VERIFIED),
        one(2, "It opened on 4 March 1890", sources=(company,)),
        one(3, "Nothing finer stands in 1890", said("Arrol", "Sir William Arrol", quote=True)),
        one(4, "He called it ‘a grand old lady’ at the dinner for 57 guests", said("He", "Sir William Arrol")),
        one(5, "the painters never rest", said("the foreman", quote=True, named=False)),
        one(6, "An inspector found 7 faults", said("He")),
        one(7, "the dinner for 57 guests", removed=True),
    )
    record = dataclasses.replace(checklist.article, article=article)
    return dataclasses.replace(checklist, article=record, claims=claims, findings=(), lost=())


def asked(sheet: Checklist, name: str) -> tuple[Question, ...]:
    return next(call.questions for call in calls(sheet) if call.name == name)


def test_facts_are_grouped_by_whom_to_phone_open_ones_first(sheet: Checklist) -> None:
    told = [(call.name, [one.record.number for one in call.questions]) for call in calls(sheet)]
    assert told == [("Sir William Arrol", [2, 3, 4, 1]), ("the foreman", [5]), (NOBODY, [6])]
    assert calls(sheet)[0].contacts == ("tel. 12",)


def test_the_filter_shows_what_the_call_sheet_asks_of_somebody(sheet: Checklist) -> None:
    opinion = dataclasses.replace(sheet.claims[4].claim, checkable=False)
    claims = (*sheet.claims[:4], dataclasses.replace(sheet.claims[4], claim=opinion), *sheet.claims[5:])
    found = parties(claims)
    assert [(party.name, len(party.claims)) for party in found] == [("Sir William Arrol", 4), (NOBODY, 1)]
    for party in found:
        shown = apply(Filter(party=party.name), claims)
        assert {record.id for record in shown} == {record.id for record in party.claims}
    assert apply(Filter(party="sir william ARROL"), claims) == apply(Filter(party="Sir William Arrol"), claims)
    assert apply(Filter(party="Arrol"), claims) == (), "it is the name as the call sheet has it, not a part of it"


def test_whoever_was_asked_is_on_the_sheet_with_what_came_of_it_but_not_the_note(sheet: Checklist) -> None:
    asked = (
        Contact("Railway  archive", ContactWay.EMAIL, "2026-03-12", ContactOutcome.PENDING, "mind the lawsuit"),
        Contact("sir william arrol", ContactWay.PHONE, "2026-03-11", ContactOutcome.NO_ANSWER),
    )
    recorded = dataclasses.replace(sheet.claims[5], contacts=asked)
    sheet = dataclasses.replace(sheet, claims=(*sheet.claims[:5], recorded, sheet.claims[6]))
    told = [(call.name, [one.record.number for one in call.questions]) for call in calls(sheet)]
    assert told == [("Sir William Arrol", [2, 3, 4, 6, 1]), ("the foreman", [5]), ("Railway archive", [6])]
    assert calls(sheet)[0].contacts == ("tel. 12",)
    for name in set(KINDS["calls"].formats) - {"json"}:
        text = all_text(render(sheet, name, "calls"), name)
        assert "email, 2026-03-12: Railway" in text
        assert "pending" in text
        assert "lawsuit" not in text


def test_a_pronoun_is_nobody_to_phone(sheet: Checklist) -> None:
    assert [one.record.number for one in asked(sheet, NOBODY)] == [6]


@pytest.mark.parametrize("name", KINDS["calls"].formats)
def test_no_quotation_is_read_to_a_source(sheet: Checklist, name: str) -> None:
    text = all_text(render(sheet, name, "calls"), name)
    for words in ("Nothing finer", "grand old lady", "never dries", "painters never", "finer stands"):
        assert words not in text
    assert "ask for the recording" in text or name == "json"


def test_what_stands_around_a_quotation_is_asked(sheet: Checklist) -> None:
    text = render(sheet, "md", "calls").decode()
    assert (
        "- **4 · unchecked**: He called it \\[…\\] at the dinner for 57 guests\n"
        "  - Facts: number 57 guest\n"
        "  - Quotation: ask for the recording\n" in text
    )
    assert "- **3 · unchecked**: quotation: ask for the recording\n  - Facts: date 1890\n" in text
    assert "- **1 ✓ verified**: the bridge took 54,000 tonnes of steel\n  - Facts: number 54,000 tonne\n" in text
    assert "- Reached at `tel. 12`\n" in text


@pytest.mark.parametrize(
    ("kind", "text", "value", "unit", "words"),
    [
        (FactKind.NUMBER, "first", 1, "ordinal", "number first"),
        (FactKind.MONEY, "55 cents", 0.55, None, "money 55 cents"),
        (FactKind.MONEY, "$1,200", 1200, "USD", "money 1,200 USD"),
        (FactKind.NUMBER, "One in 15,000", 6.667e-05, "guest", "number 0.00006667 guest"),
        (FactKind.MONEY, "$3-4 million", "3000000-4000000", "USD", "money 3,000,000-4,000,000 USD"),
        (FactKind.NUMBER, "57", 57, "guest", "number 57 guest"),
    ],
)
def test_what_no_value_says_is_told_in_its_words_and_not_asked_of_a_quotation(
    sheet: Checklist, kind: FactKind, text: str, value: float, unit: str | None, words: str
) -> None:
    claims = []
    for record in sheet.claims[1:3]:
        fact = Fact(kind, record.claim.start, record.claim.start + 1, text, value, unit)
        claims.append(dataclasses.replace(record, claim=dataclasses.replace(record.claim, facts=(fact,))))
    plain, quoted = asked(dataclasses.replace(sheet, claims=tuple(claims)), "Sir William Arrol")
    assert [*map(told, plain.facts)] == [words]
    assert [*map(told, quoted.facts)] == ([words] if unit in {"USD", "guest"} else [])


def test_the_table_has_a_row_a_claim_and_call(sheet: Checklist) -> None:
    data = render(sheet, "csv", "calls").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(data, newline="")))
    assert [(row["call"], row["number"], row["open"]) for row in rows] == [
        ("Sir William Arrol", "2", "yes"),
        ("Sir William Arrol", "3", "yes"),
        ("Sir William Arrol", "4", "yes"),
        ("Sir William Arrol", "1", "no"),
        ("the foreman", "5", "yes"),
        (NOBODY, "6", "yes"),
    ]


def test_the_object_follows_the_schema_that_is_shipped(sheet: Checklist, checklist: Checklist) -> None:
    for each in (sheet, checklist):
        check("calls", json.loads(render(each, "json", "calls")))


def test_when_there_is_nothing_it_says_so(sheet: Checklist) -> None:
    empty = dataclasses.replace(sheet, claims=(), progress=Progress(0, 0, 0, 0, 0))
    for name in ("md", "html", "csv"):
        assert "Nothing is to be confirmed." in render(empty, name, "calls").decode()
    (row,) = csv.DictReader(io.StringIO(render(empty, "csv", "calls").decode("utf-8-sig"), newline=""))
    assert row["state"] == "under check"

"""A checklist in JSON holds all that the checklist held: it can be built again from the file alone."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from factcheck.checklist import render
from factcheck.model import (
    Article,
    ArticleRecord,
    AsideClaim,
    Attribution,
    Block,
    Carried,
    Checklist,
    Claim,
    ClaimRecord,
    Contact,
    ContactOutcome,
    ContactWay,
    Draft,
    Event,
    Fact,
    FactKind,
    Finding,
    Person,
    Progress,
    Resolution,
    Role,
    Section,
    Severity,
    Source,
    SourceKind,
    Span,
    State,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

Document = dict[str, Any]


def taken(document: Mapping[str, Any], *names: str) -> Document:
    return {name: document[name] for name in names}


def claim(document: Document, number: int) -> ClaimRecord:
    attribution = document["attribution"]
    asserted = Claim(
        id=f"c{number}",
        section=Section(document["section"]),
        kinds=tuple(document["kinds"]),
        attribution=Attribution(**attribution) if attribution else None,
        facts=tuple(Fact(**{**fact, "kind": FactKind(fact["kind"])}) for fact in document["facts"]),
        **taken(document, "start", "end", "text", "checkable", "priority"),
    )
    return ClaimRecord(
        claim=asserted,
        number=number,
        verdict=Verdict(document["verdict"]) if document["verdict"] else None,
        former=Verdict(document["former"]) if document["former"] else None,
        lost=Carried(document["lost"]) if document["lost"] else None,
        resolution=Resolution(document["resolution"]),
        sources=tuple(
            Source(
                **{
                    **source,
                    "kind": SourceKind(source["kind"]),
                    "accessed": date.fromisoformat(source["accessed"]) if source["accessed"] else None,
                }
            )
            for source in document["sources"]
        ),
        contacts=tuple(
            Contact(**{**contact, "how": ContactWay(contact["how"]), "outcome": ContactOutcome(contact["outcome"])})
            for contact in document["contacts"]
        ),
        checked_at=datetime.fromisoformat(document["checked_at"]) if document["checked_at"] else None,
        **taken(
            document,
            "id",
            "note",
            "query",
            "answer",
            "replacement",
            "legal",
            "checker",
            "revision",
            "removed",
            "manual",
            "as_written",
        ),
    )


def finding(document: Document) -> Finding:
    return Finding(
        document["kind"],
        document["message"],
        Severity(document["severity"]),
        tuple(Span(*span) for span in document["spans"]),
        tuple(document["claims"]),
        document["dismissed"] or "",
    )


def built(document: Document) -> Checklist:
    about, draft, sign_off = document["article"], document["draft"], document["sign_off"]
    blocks = tuple(Block(**{**block, "role": Role(block["role"])}) for block in draft["blocks"])
    article = Article(
        draft=Draft(draft["text"], blocks, draft["number"]),
        published=date.fromisoformat(about["published"]),
        warnings=tuple(about["warnings"]),
        **taken(about, "title", "source", "dek", "byline"),
    )
    return Checklist(
        article=ArticleRecord(
            about["id"], about["slug"], article, State(about["state"]), draft_id=9, extracted=draft["extracted"]
        ),
        claims=tuple(claim(entry, entry["number"]) for entry in document["claims"]),
        people=tuple(
            Person(
                entry["name"],
                tuple(Span(*span) for span in entry["mentions"]),
                entry["probable"],
                *(tuple(entry[key]) for key in ("titles", "roles", "ages")),
            )
            for entry in document["people"]
        ),
        findings=tuple(finding(entry) for entry in document["findings"]),
        history=tuple(Event(**{**event, "at": datetime.fromisoformat(event["at"])}) for event in document["history"]),
        made_by=sign_off["checker"],
        made_at=datetime.fromisoformat(sign_off["at"]),
        progress=Progress(**sign_off["totals"]),
        lost=tuple(claim(entry, number) for number, entry in enumerate(document["lost"], 1)),
        aside=tuple(
            AsideClaim(claim(entry, 3), **taken(entry, "here", "hidden", "withdrawn", "placed"))
            for entry in document["aside"]
        ),
    )


def test_the_checklist_can_be_built_again_from_its_json(checklist: Checklist) -> None:
    data = render(checklist, "json")
    again = built(json.loads(data))
    assert again == checklist
    assert render(again, "json") == data

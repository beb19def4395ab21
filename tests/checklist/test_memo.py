"""The change memo: each thing that editor and writer must see stands in it, the most urgent first."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from typing import TYPE_CHECKING

from factcheck.checklist import render
from factcheck.model import Carried, Progress, Resolution, Section, Source, SourceKind, Verdict
from tests.checklist.conftest import record
from tests.test_contract import check

if TYPE_CHECKING:
    from factcheck.model import Checklist

BOOK = Source(SourceKind.DOCUMENT, "Log\nbook", "p. 4", "the [b] copy")


def with_all(checklist: Checklist) -> Checklist:
    """A claim for each part: changed in the draft, stet, disputed, a change to make, a query without an answer."""
    claims = (
        record(
            1,
            "Mr. Vane paid $1,200 for the dust",
            Section.BODY,
            verdict=Verdict.VERIFIED,
            resolution=Resolution.CHANGED,
            replacement="Mr. Vane paid $1,200 for the dust",
            as_written="Mr. Vane paid $1,300 for the dust",
        ),
        record(
            2,
            "It came back in 1969",
            Section.BODY,
            verdict=Verdict.DISPUTED,
            replacement="It came back in 1970",
            note="The log has 1970",
            sources=(BOOK,),
        ),
        record(3, "Nobody else bid", Section.BODY, verdict=Verdict.DISPUTED, query="Who says so?"),
        record(4, "The dust came back", Section.CAPTION, verdict=Verdict.DISPUTED, resolution=Resolution.STET),
        record(5, "in 1970", Section.CAPTION, verdict=Verdict.DISPUTED, removed=True),
    )
    return dataclasses.replace(checklist, claims=claims, lost=())


def lines(checklist: Checklist) -> str:
    return render(checklist, "md", "memo").decode()


def part(text: str, heading: str) -> str:
    return text.split(f"## {heading}\n")[1].split("\n## ", maxsplit=1)[0]


def test_queries_stand_first_then_changes_then_the_rest(checklist: Checklist) -> None:
    text = lines(with_all(checklist))
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert headings == [
        "## Open queries",
        "## Suggested changes",
        "## Changed, stet, cut",
        "## Disputed, no change suggested yet",
        "## Findings of high severity",
        "## Sign-off",
    ]
    assert "**3 ✗ disputed**: Nobody else bid\n  - Query: Who says so?\n  - Answer: none yet\n" in part(
        text, "Open queries"
    )


def test_an_answered_query_is_not_told_as_open(checklist: Checklist) -> None:
    whole = with_all(checklist)
    answered = dataclasses.replace(whole.claims[2], answer="The auction house")
    text = lines(dataclasses.replace(whole, claims=(*whole.claims[:2], answered, *whole.claims[3:])))
    assert "## Open queries" not in text
    assert "- Query: Who says so?\n  - Answer: The auction house\n" in part(text, "Queries answered")
    html = render(checklist, "html", "memo").decode()
    assert "Open queries" not in html
    assert "<dt>Query</dt>" in html[html.index("Queries answered") : html.index("Suggested changes")]
    document = json.loads(render(checklist, "json", "memo"))
    check("memo", document)
    assert ([one["number"] for one in document["answered"]], document["queries"]) == ([2], [])


def test_a_change_is_told_with_why_and_source(checklist: Checklist) -> None:
    told = part(lines(with_all(checklist)), "Suggested changes")
    assert told.strip() == (
        "- **2 ✗ disputed**: It came back in 1969 → It came back in 1970\n"
        "  - Why: The log has 1970\n"
        "  - Source, document: Log book, `p. 4` (the \\[b\\] copy)"
    )


def test_what_was_decided_is_told_with_how_it_read_before(checklist: Checklist) -> None:
    told = part(lines(with_all(checklist)), "Changed, stet, cut")
    assert r"**1 changed, ✓ verified**: Mr. Vane paid \$1,300 for the dust → Mr. Vane paid \$1,200 for the dust" in told
    assert "**4 stet, ✗ disputed**: The dust came back" in told
    assert "**cut, ✗ disputed**: It weighed" in part(lines(checklist), "Changed, stet, cut")


def test_a_suggestion_is_told_where_a_change_went_in_that_reads_otherwise(checklist: Checklist) -> None:
    whole = with_all(checklist)
    otherwise = dataclasses.replace(whole.claims[0], replacement="Mr. Vane paid $1,100 for the dust")
    changed = dataclasses.replace(whole, claims=(otherwise, *whole.claims[1:]))
    told = part(lines(changed), "Changed, stet, cut")
    assert "dust\n  - Suggested, and not in the draft: Mr. Vane paid \\$1,100 for the dust" in told
    html = render(changed, "html", "memo").decode()
    assert "<dt>Suggested, and not in the draft</dt>" in html
    assert "Suggested, and not" not in lines(whole) + render(whole, "html", "memo").decode()


def test_what_is_disputed_without_a_change_is_there_and_what_is_dismissed_or_removed_is_not(
    checklist: Checklist,
) -> None:
    text = lines(with_all(checklist))
    assert part(text, "Disputed, no change suggested yet").count("**3 ✗ disputed**: Nobody else bid") == 1
    findings = part(text, "Findings of high severity")
    assert findings.count("\n- ") == 1
    assert "Two years for one event" in findings
    assert "**5 " not in text


def test_the_table_has_a_row_an_item_and_no_formula(checklist: Checklist) -> None:
    data = render(with_all(checklist), "csv", "memo").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(data, newline="")))
    assert [row["part"] for row in rows] == ["queries", "changes", "decided", "decided", "disputed", "findings"]
    change = rows[1]
    assert (change["as_written"], change["should_be"], change["why"], change["sources"]) == (
        "It came back in 1969",
        "It came back in 1970",
        "The log has 1970",
        "document: Log book, p. 4 (the [b] copy)",
    )
    assert all(row["draft_sha256"] == checklist.article.article.draft.sha256 for row in rows)
    data = render(checklist, "csv", "memo").decode("utf-8-sig")
    first = next(csv.DictReader(io.StringIO(data, newline="")))
    assert first["answer"] == "'=1969"


def test_the_object_follows_the_schema_that_is_shipped(checklist: Checklist) -> None:
    document = json.loads(render(with_all(checklist), "json", "memo"))
    check("memo", document)
    assert [len(document[name]) for name in ("queries", "changes", "decided", "disputed", "findings")] == [
        1,
        1,
        2,
        1,
        1,
    ]
    check("memo", json.loads(render(checklist, "json", "memo")))


def test_a_cut_that_went_in_is_told_though_nothing_else_was_recorded(checklist: Checklist) -> None:
    gone = record(1, "Nobody else bid", Section.BODY, lost=Carried.CUT)
    decided = dataclasses.replace(checklist, lost=(dataclasses.replace(gone, resolution=Resolution.CUT),))
    assert "- **cut, · unchecked**: Nobody else bid\n" in part(lines(decided), "Changed, stet, cut")
    assert "Nobody else bid" not in lines(dataclasses.replace(checklist, lost=(gone,)))


def test_when_there_is_nothing_it_says_so(checklist: Checklist) -> None:
    empty = dataclasses.replace(checklist, claims=(), lost=(), findings=(), progress=Progress(0, 0, 0, 0, 0))
    assert "Nothing is asked, and nothing is to be changed." in lines(empty)
    (row,) = csv.DictReader(io.StringIO(render(empty, "csv", "memo").decode("utf-8-sig"), newline=""))
    assert (row["part"], row["number"]) == ("Nothing is asked, and nothing is to be changed.", "")
    assert (row["state"], row["totals"][:8], row["exported_by"]) == ("under check", "0 claims", empty.made_by)
    assert "nothing is to be changed" in render(empty, "html", "memo").decode()

"""What verdicts rest on, without a screen: sources, contacts, and what the desk demands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from factcheck.desk import connect
from factcheck.model import Annotation, AnnotationKind, Extraction
from factcheck.review import Review
from tests.cli.test_commands import valid

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

    Factcheck = Callable[..., Done]


def test_the_rules_of_the_desk_keep_the_gate_shut(factcheck: Factcheck, story: Path, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[rules]\nverified = "1 primary"\nanonymous = "two friends"\n', "utf-8")
    slug = factcheck("open", story).out.split()[1]
    factcheck("mark", f"{slug}#1", "verified", "--source", "secondary: The Scotsman")
    factcheck("mark", f"{slug}#2", "verified")
    shut = factcheck("signoff", slug, "--check")
    assert shut.code == 1
    assert "#1 is verified by 1 secondary source; the desk wants 1 primary\n" in shut.out
    assert "config.toml, line 3: anonymous wants a rule such as" in shut.err
    lines = factcheck("status", slug).out.splitlines()
    assert "#1 verified " in lines[1]
    assert "#2 verified (no source) " in lines[2]


def test_contacts_are_recorded_listed_changed_and_taken_off(factcheck: Factcheck, story: Path) -> None:
    slug = factcheck("open", story).out.split()[1]
    claim = f"{slug}#2"
    assert factcheck("contact", claim).out == ""
    done = factcheck(
        "contact", claim, "--who", "Port [b]", "--how", "in person", "--outcome", "denied", "--when", "2026-03-12 9:05"
    )
    assert (done.code, done.out) == (0, "#2: Port [b] asked, denied\n")
    factcheck("contact", claim, "--who", "Ann", "--note", "left word")
    first, second = factcheck("contact", claim).out.splitlines()
    assert first == "  1 2026-03-12 09:05 in person: Port [b], denied"
    assert second.startswith("  2 20")
    assert second.endswith(" other: Ann, pending (left word)")
    factcheck("contact", claim, "--who", "Ann", "--outcome", "confirmed", "--how", "email", "--instead", "2")
    assert "email: Ann, confirmed" in factcheck("contact", claim).out
    assert factcheck("contact", claim, "--drop", "1").out == "#2: contact taken off, Port [b]\n"
    assert len(factcheck("contact", claim).out.splitlines()) == 1
    for bad in (("--drop", "2"), ("--who", " "), ("--who", "Ann", "--when", "soon"), ("--who", "A", "--instead", "0")):
        refused = factcheck("contact", claim, *bad)
        assert refused.code == 2
        assert len(refused.err.splitlines()) == 1
    log = factcheck("log", slug).out
    assert "#2: Ann asked, confirmed" in log


def test_contacts_stand_in_every_export(factcheck: Factcheck, story: Path) -> None:
    slug = factcheck("open", story).out.split()[1]
    factcheck("contact", f"{slug}#1", "--who", "Harbour office", "--outcome", "no answer")
    for form in ("md", "csv", "json"):
        text = factcheck("export", slug, "--format", form, "-o", "-").out
        assert "Harbour office" in text
        assert "no answer" in text
    document = factcheck("export", slug, "--format", "json", "-o", "-").json
    assert document["claims"][0]["contacts"][0]["how"] == "other"
    valid(document, "checklist")


def test_doctor_tells_when_the_file_of_a_source_has_changed(factcheck: Factcheck, story: Path, tmp_path: Path) -> None:
    slug = factcheck("open", story).out.split()[1]
    report = tmp_path / "report.txt"
    report.write_text("57 lives were lost", "utf-8")
    factcheck("mark", f"{slug}#1", "verified", "--source", "primary: Report | report.txt p. 4")
    document = factcheck("export", slug, "--format", "json", "-o", "-").json
    (source,) = document["claims"][0]["sources"]
    assert source["sha256"] == sha256(report.read_bytes()).hexdigest()
    assert date.fromisoformat(source["accessed"]) >= date(2025, 1, 1)
    valid(document, "checklist")
    sound = factcheck("doctor").out
    assert "report.txt" not in sound
    report.write_text("63 lives were lost", "utf-8")
    done = factcheck("doctor")
    assert (done.code, done.out) == (
        0, f"{slug}: report.txt p. 4 (Report) has changed since it was given as a source\n{sound}",
    )  # fmt: skip


def test_one_source_is_put_under_many_claims(factcheck: Factcheck, story: Path) -> None:
    slug = factcheck("open", story).out.split()[1]
    done = factcheck(
        "source", slug, "--claims", "1,3-4", "--source", "primary: Report | p. 4", "--accessed", "2026-03-01"
    )
    assert (done.code, done.out) == (0, "#1 and 2 more: source added, Report\n")
    claims = factcheck("status", slug, "--json").json["claims"]
    assert [[source["name"] for source in claim["sources"]] for claim in claims[:4]] == [
        ["Report"],
        [],
        *[["Report"]] * 2,
    ]
    exported = factcheck("export", slug, "--format", "json", "-o", "-").json["claims"]
    assert exported[3]["sources"][0]["accessed"] == "2026-03-01"
    factcheck("source", slug, "--claims", "all", "--source", "Atlas", "--accessed", "", "--note", "2nd edition")
    claims = factcheck("status", slug, "--json").json["claims"]
    assert all(claim["sources"][-1]["note"] == "2nd edition" for claim in claims)
    for bad in ("99", "two", ","):
        refused = factcheck("source", slug, "--claims", bad, "--source", "Report")
        assert refused.code == 2
        assert len(refused.err.splitlines()) == 1
    assert factcheck("source", slug, "--claims", "1", "--source", "Report", "--accessed", "soon").code == 2


def test_what_the_writer_named_is_listed_and_taken_over(factcheck: Factcheck, story: Path, desk_path: Path) -> None:
    slug = factcheck("open", story).out.split()[1]
    with connect(desk_path, who="Ada") as desk:
        record = desk.articles.find(slug)
        claim = desk.claims.of(record.id)[0].claim
        note = Annotation(claim.start, claim.end, AnnotationKind.FOOTNOTE, "Log, p. 4")
        draft = replace(record.article.draft, text=f"{record.article.draft.text} ", annotations=(note,))
        Review(desk, record.id).rebase(Extraction(replace(record.article, draft=draft), (claim,)), anyway=True)
    listed = factcheck("source", slug, "--claims", "1")
    assert listed.out == "#1 proposed: other: Log, p. 4 (the writer's footnote)\n"
    assert "Log" in factcheck("source", slug, "--proposed", "--claims", "1").out
    assert factcheck("source", slug).out == "#1 other: Log, p. 4 (the writer's footnote)\n"
    assert factcheck("source", slug, "--proposed", "--note", "Seen").code == 2, "it keeps what the writer wrote"
    (source,) = factcheck("export", slug, "--format", "json", "-o", "-").json["claims"][0]["sources"]
    assert source["accessed"] is None, "the writer named it, and nobody says that he looked at it"
    factcheck("undo", slug)
    factcheck("source", slug, "--proposed", "--claims", "1", "--accessed", "2026-03-01")
    (source,) = factcheck("export", slug, "--format", "json", "-o", "-").json["claims"][0]["sources"]
    assert source["accessed"] == "2026-03-01"
    again = factcheck("source", slug, "--proposed")
    assert (again.code, again.out) == (0, "")
    assert "named no source" in again.err


def test_a_file_that_is_not_there_is_said_on_a_line_of_its_own(factcheck: Factcheck, story: Path) -> None:
    slug = factcheck("open", story).out.split()[1]
    remark = "there is no file /nowhere/log.pdf here: how it is now is not kept\n"
    marked = factcheck("mark", f"{slug}#1", "verified", "--source", "document: Log | /nowhere/log.pdf")
    assert (marked.code, marked.out, marked.err) == (0, "#1 verified, with its source\n", remark)
    put = factcheck("source", slug, "--claims", "2", "--source", "document: Log | /nowhere/log.pdf")
    assert (put.code, put.out, put.err) == (0, "#2: source added, Log\n", remark)
    assert factcheck("source", slug, "--claims", "2", "--source", "document: Log | p. 3").err == ""


def test_a_link_beside_a_claim_in_its_sentence_is_listed_and_taken(
    factcheck: Factcheck, story: Path, desk_path: Path
) -> None:
    slug = factcheck("open", story).out.split()[1]
    with connect(desk_path, who="Ada") as desk:
        record = desk.articles.find(slug)
        whole = desk.claims.of(record.id)[0].claim
        claim = replace(whole, end=whole.end - 8, text=whole.text[:-8])
        link = Annotation(whole.end - 7, whole.end, AnnotationKind.LINK, "https://example.org/log")
        draft = replace(record.article.draft, text=f"{record.article.draft.text} ", annotations=(link,))
        Review(desk, record.id).rebase(Extraction(replace(record.article, draft=draft), (claim,)), anyway=True)
        for other in Review(desk, record.id).claims[1:]:
            Review(desk, record.id).remove(other.id)
    told = "other: example.org, https://example.org/log (the writer's link)\n"
    assert factcheck("source", slug).out == f"#1 proposed: {told}"
    factcheck("source", slug, "--proposed")
    assert factcheck("source", slug).out == f"#1 {told}"

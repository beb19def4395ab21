"""Checklist, memo and call sheet for Word, and what all Word files have in common."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import docx
import pytest
from markdown_it import MarkdownIt

from factcheck.checklist import KINDS, render
from factcheck.model import Progress
from tests.checklist.word_read import W, parts, read_back, root

if TYPE_CHECKING:
    from factcheck.model import Checklist

WORD = [what for what, kind in KINDS.items() if "docx" in kind.formats]


def rows(table: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_checklist_is_a_table_with_a_row_a_claim(checklist: Checklist) -> None:
    document = docx.Document(io.BytesIO(render(checklist, "docx")))
    claims, lost = document.tables
    head, first, second, fourth, fifth = rows(claims)
    assert head == ["#", "Claim", "Verdict", "Speaker", "Sources", "Notes", "Checked"]
    assert first == [
        "1",
        "Mr. Vane paid $1,200 for the dust\nbody",
        "✓ verified\nresolution open",
        "",
        (
            f"primary: Auction book, https://example.org/a_b?x=`1`, accessed 2026-03-11, sha256 {'c0' * 32} (page 3)\n"
            "person: The dealer, +44 20 7946 0000"
        ),
        "Note: Seen by me\n# not a heading",
        "Ana [b]\n2026-03-12 09:05:07 UTC",
    ]
    assert second[2:] == [
        "✗ disputed\nresolution query\nfor the lawyer",
        "the dealer (anonymous, quoted)",
        (
            "Asked, phone, 2026-03-12 08:55: The dealer, no answer\n"
            "Asked, in person, 2026-03-12: =Ann [b], corrected (<1970>)"
        ),
        (
            "Query to the writer: Was it *1969* or 1970? [b]\nAnswer: =1969\nShould be: It came back in <1970>\n"
            "Finding, high: Two years for one event: 1969 and <b>1970</b>\n"
            "Finding, low: Nobody else (dismissed: =the auction book *says* so)"
        ),
        "Ana [b]\n2026-03-12 09:05:07 UTC",
    ]
    assert fourth[1].endswith("\nbody, opinion")
    assert fifth[1:3] == [
        (
            "The dust came back in 1970\nIn a draft before: The dust came back in 1968 [b]\n"
            "Verdict on other words: disputed\ncaption, added by the checker"
        ),
        "↻ re-check\nresolution open",
    ]
    assert [row[0] for row in rows(lost)] == ["#", "orphaned", "cut"]


def test_the_header_row_stands_on_each_page_and_no_row_is_torn(checklist: Checklist) -> None:
    document = root(render(checklist, "docx"))
    size = document.find(f".//{W}pgSz")
    assert size.get(f"{W}orient") == "landscape"
    assert int(size.get(f"{W}w")) > int(size.get(f"{W}h"))
    for table in document.iter(f"{W}tbl"):
        head, *others = table.iter(f"{W}tr")
        assert head.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in others)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.iter(f"{W}tr"))


def test_a_second_read_stands_beside_the_first(checklist: Checklist) -> None:
    first = dataclasses.replace(
        checklist.claims[0], second=checklist.claims[1].verdict, second_reader="Cy", second_at=checklist.made_at
    )
    made = dataclasses.replace(checklist, claims=(first,))
    cells = rows(docx.Document(io.BytesIO(render(made, "docx"))).tables[0])[1]
    assert cells[-1].endswith("UTC\nSecond read: disputed, Cy, 2026-03-12 09:05:07 UTC")


def test_findings_and_sign_off_close_the_checklist_in_the_words_of_the_markdown(checklist: Checklist) -> None:
    told = lines_of_word(render(checklist, "docx"))
    markdown = lines_of_markdown(render(checklist, "md"))
    assert told[: told.index("Claims")] == markdown[: markdown.index("Claims")]
    assert told[told.index("Findings") :] == markdown[markdown.index("Findings") :]


@pytest.mark.parametrize("what", ["memo", "calls"])
def test_memo_and_call_sheet_say_what_their_markdown_says(checklist: Checklist, what: str) -> None:
    told = lines_of_word(render(checklist, "docx", what))
    assert told == lines_of_markdown(render(checklist, "md", what))
    assert len(told) > 15


def test_an_article_without_claims(checklist: Checklist) -> None:
    empty = dataclasses.replace(checklist, claims=(), lost=(), findings=(), progress=Progress(0, 0, 0, 0, 0))
    told = lines_of_word(render(empty, "docx"))
    assert told[told.index("Claims") + 1] == "No claims."
    assert "Nothing is asked, and nothing is to be changed." in lines_of_word(render(empty, "docx", "memo"))
    assert "Nothing is to be confirmed." in lines_of_word(render(empty, "docx", "calls"))
    assert read_back(render(empty, "docx", "draft")).comments == ()


def lines_of_word(data: bytes) -> list[str]:
    """The paragraphs that stand in no table."""
    return [" ".join(one.text.split()) for one in docx.Document(io.BytesIO(data)).paragraphs]


def lines_of_markdown(data: bytes) -> list[str]:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(data.decode())
    return ["".join(child.content for child in token.children or ()) for token in tokens if token.type == "inline"]


@pytest.mark.parametrize("what", WORD)
def test_the_file_tells_who_made_it_and_when_and_nothing_else(checklist: Checklist, what: str) -> None:
    data = render(checklist, "docx", what)
    core = docx.Document(io.BytesIO(data)).core_properties
    assert (core.title, core.author, core.last_modified_by) == ("Moon dust sold", "Ana [b]", "Ana [b]")
    assert core.subject
    assert core.created == core.modified == checklist.made_at
    everything = b"".join(parts(data).values()).lower()
    assert not re.search(b"python-docx|generated by|libreoffice|microsoft office", everything)
    assert read_back(data).styles or "w:tbl" in everything.decode()


@pytest.mark.parametrize("what", WORD)
def test_the_same_desk_gives_the_same_bytes(checklist: Checklist, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    once = render(checklist, "docx", what)
    monkeypatch.setattr("time.time", lambda: 2e9)
    monkeypatch.setattr("time.localtime", lambda *_: (2033, 5, 18, 3, 33, 20, 2, 138, 0))
    monkeypatch.setenv("TZ", "Asia/Kolkata")
    assert render(checklist, "docx", what) == once
    with zipfile.ZipFile(io.BytesIO(once)) as file:
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert file.namelist()[0] == "[Content_Types].xml"
    later = dataclasses.replace(checklist, made_at=checklist.made_at + timedelta(days=1))
    assert render(later, "docx", what) != once


@pytest.mark.parametrize("what", WORD)
def test_all_parts_are_declared_and_all_styles_are_there(checklist: Checklist, what: str) -> None:
    data = render(checklist, "docx", what)
    found = parts(data)
    declared = {node.get("PartName") for node in root(data, "[Content_Types].xml")} - {None}
    assert declared == {f"/{name}" for name in found if not name.endswith(".rels")} - {"/[Content_Types].xml"}
    targets = {f"word/{node.get('Target')}" for node in root(data, "word/_rels/document.xml.rels")}
    assert targets <= found.keys()
    styles = {node.get(f"{W}styleId") for node in root(data, "word/styles.xml").iter(f"{W}style")}
    used = {
        node.get(f"{W}val")
        for part in ("document", "comments", "footer1")
        for node in root(data, f"word/{part}.xml").iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
    }
    assert used
    assert used <= styles


def test_each_page_says_what_it_is_of(checklist: Checklist) -> None:
    footer = root(render(checklist, "docx", "draft"), "word/footer1.xml")
    assert "".join(footer.itertext()) == "Marked-up draft, moon-dust-sold, draft 1, page 1 of 1"
    assert [node.get(f"{W}instr").strip() for node in footer.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.checklist import render
from factcheck.checklist.as_markdown import code, escape
from factcheck.model import Checklist, Progress
from tests.conftest import HOSTILE

if TYPE_CHECKING:
    from markdown_it.token import Token


def tokens(markdown: str) -> list[Token]:
    parsed = MarkdownIt("gfm-like", {"linkify": False}).parse(markdown)
    return parsed + [child for token in parsed for child in token.children or ()]


def shown(markdown: str) -> str:
    return "".join(token.content for token in tokens(markdown) if token.type in {"text", "text_special", "code_inline"})


def test_a_claim_is_a_line_with_sign_and_word(checklist: Checklist) -> None:
    lines = render(checklist, "md").decode().splitlines()
    assert r"- **1 ✓ verified**: Mr. Vane paid \$1,200 for the dust" in lines
    assert "- **2 ✗ disputed**: It came back in 1969" in lines
    assert "- **5 ↻ re-check**: The dust came back in 1970" in lines
    assert not any("Nobody else bid" in line and line.startswith("- **") for line in lines)


def test_all_that_was_recorded_stands_below_its_claim(checklist: Checklist) -> None:
    text = render(checklist, "md").decode()
    first = text[text.index("- **1 ") : text.index("- **2 ")]
    second = text[text.index("- **2 ") : text.index("- **4 ")]
    assert "  - body, name, money, checkable, priority 0.91, resolution open\n" in first
    where = "`` https://example.org/a_b?x=`1` ``, accessed 2026-03-11, sha256 `" + "c0" * 32 + "`"
    assert f"  - Source, primary: Auction book, {where} (page 3)\n" in first
    assert "  - Source, person: The dealer, `+44 20 7946 0000`\n" in first
    assert "  - Note: Seen by me \\# not a heading\n" in first
    assert "  - Checked: Ana \\[b\\], 2026-03-12 09:05:07 UTC\n" in first
    assert "  - History: 2026-03-12 09:05:07 UTC Ana \\[b\\]: mark verdict: – → verified\n" in first
    assert "  - In: “It came back in 1969,” the dealer said.\n" in second
    assert "  - Speaker: the dealer (anonymous, quoted)\n" in second
    assert "  - Asked, phone, 2026-03-12 08:55: The dealer, no answer\n" in second
    assert "  - Asked, in person, 2026-03-12: =Ann \\[b\\], corrected (\\<1970\\>)\n" in second
    assert "  - Finding, high: Two years for one event: 1969 and \\<b\\>1970\\</b\\>\n" in second
    assert "resolution query" in second


def test_a_verdict_without_a_source_says_so(checklist: Checklist) -> None:
    assert "without a source" not in render(checklist, "md").decode()
    bare = dataclasses.replace(
        checklist, claims=tuple(dataclasses.replace(record, sources=()) for record in checklist.claims)
    )
    assert render(bare, "md").decode().count("  - Verified without a source\n") == 1


def test_findings_and_sign_off_close_it(checklist: Checklist) -> None:
    text = render(checklist, "md").decode()
    fifth = text[text.index("- **5 ") : text.index("## Lost")]
    assert "  - In a draft before: The dust came back in 1968 \\[b\\]\n  - Verdict on other words: disputed\n" in fifth
    lost = text[text.index("## Lost in an edited draft") : text.index("## Findings")]
    assert "- **orphaned, ↻ re-check**: The room was empty\n" in lost
    assert "- **cut, ✗ disputed**: It weighed \\<1\\> g\n" in lost
    assert "  - Note: The scales said two \\[b\\]\n" in lost
    findings = text[text.index("## Findings") : text.index("## Sign-off")]
    assert "- **high, date-mismatch**: " in findings
    assert findings.count("\n  - 19") == 2
    end = text[text.index("## Sign-off") :]
    assert "4 claims: 1 verified, 1 disputed, 0 unsourced, 2 unchecked (1 of them opinion), 1 to re-check" in end
    assert "- Resolutions: 3 open, 1 query (1 of them answered), 0 changed, 0 stet, 0 cut\n" in end
    assert checklist.article.article.draft.sha256 in end
    assert "- Checker: Ana \\[b\\]\n" in end
    assert "- Date: 2026-03-12 09:05:07 UTC\n" in end


def test_text_of_others_makes_no_structure(checklist: Checklist) -> None:
    article = dataclasses.replace(checklist.article.article, title="A\n# [x](http://y.z) ![i](j) <script> ##")
    hostile = dataclasses.replace(checklist, article=dataclasses.replace(checklist.article, article=article))
    parsed = tokens(render(hostile, "md").decode())
    kinds = {token.type for token in parsed}
    assert not kinds & {"link_open", "image", "html_inline", "html_block", "fence", "code_block", "blockquote_open"}
    assert sum(token.type == "heading_open" for token in parsed) == 5


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        "[a](b) ![c](d) <e> &amp; &#64; *f* _g_ `h` ~~i~~ | $j$ \\k",
        "http://a.example www.b.example c@d.example :smile:",
        "A & B at 12:30, U.S. -- 5 < 6",
    ],
)
def test_escaped_text_is_shown_as_it_was(text: str) -> None:
    assert shown(f"- **1**: {escape(text)}") == f"1: {text}"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1))
def test_any_text_comes_back_from_escape_and_from_code(text: str) -> None:
    assert shown(f"- x{escape(text)}x") == f"x{text}x"
    assert shown(f"- x{code(text)}x") == f"x{text}x"


def test_an_article_without_claims(checklist: Checklist) -> None:
    empty = dataclasses.replace(
        checklist, claims=(), lost=(), findings=(), history=(), progress=Progress(0, 0, 0, 0, 0)
    )
    text = render(empty, "md").decode()
    assert "No claims." in text
    assert "0 claims: 0 verified" in text


def test_the_sign_off_names_who_gave_the_verdicts_not_only_who_made_the_file(checklist: Checklist) -> None:
    text = render(dataclasses.replace(checklist, made_by="Bo"), "md").decode()
    assert "- Checker: Ana \\[b\\]\n" in text
    assert "- Made by: Bo\n" in text
    unread = tuple(dataclasses.replace(record, checker=None) for record in checklist.claims)
    text = render(dataclasses.replace(checklist, made_by="Bo", claims=unread), "md").decode()
    assert "- Checker: Bo\n" in text
    assert "Made by" not in text

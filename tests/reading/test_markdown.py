from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from factcheck.reading import read_bytes
from tests.conftest import HOSTILE

if TYPE_CHECKING:
    from factcheck.model import Article

LONG = "The old bridge at Millport fell into the river on Monday night. Nobody was on it when it gave way."


def read(text: str) -> Article:
    return read_bytes(text.encode(), "a.md", ".md")


def told(article: Article) -> list[tuple[str, str]]:
    return [(block.role.value, article.draft.text[block.start : block.end]) for block in article.draft.blocks]


def test_marks_are_dropped_and_blocks_stand_apart() -> None:
    article = read(
        f"# Bridge *falls* at [Millport](https://x.example)\n\n{LONG}\n\n## What **next**\n\n> “It was old,” Holt "
        f"said.\n\n"
        "- Two men were hurt\n- One ferry was late\n\nIt cost 3 \\* 4 &amp; `5`.\n"
    )
    assert told(article) == [
        ("headline", "Bridge falls at Millport"),
        ("body", LONG),
        ("crosshead", "What next"),
        ("body", "“It was old,” Holt said."),
        ("body", "Two men were hurt"),
        ("body", "One ferry was late"),
        ("body", "It cost 3 * 4 & 5."),
    ]
    assert article.draft.text == "\n\n".join(text for _, text in told(article))


def test_a_paragraph_that_was_wrapped_is_one_block_without_its_line_ends() -> None:
    article = read(
        "# Bridge falls\n\nThe bridge at Millport cost $12 million in\n1911, Holt said. It stood\nuntil 1950.\n\n"
        "Fares rose 14 percent from 1911 to\nMarch 3.\n\n- Two men were\n  hurt\n\nHolt is\n54\n\n"
        "> It was old\nand weak.\n"
    )
    assert told(article)[1:] == [
        ("body", "The bridge at Millport cost $12 million in 1911, Holt said. It stood until 1950."),
        ("body", "Fares rose 14 percent from 1911 to March 3."),
        ("body", "Two men were hurt"),
        ("body", "Holt is 54"),
        ("body", "It was old and weak."),
    ]


@pytest.mark.parametrize("mark", ["  \n", "\\\n", "<br>"])
def test_a_line_that_was_broken_by_hand_is_no_crosshead(mark: str) -> None:
    article = read(
        f"# Bridge falls\n\n{LONG}\n\nThe line ends here{mark}and goes on in 1950.\n\nHolt is{mark}Ada's cousin.\n\n"
        f"Mill Lane{mark}Millport{mark}Oslo County\n\n{LONG}\n"
    )
    assert told(article)[2:-1] == [
        ("body", "The line ends here\nand goes on in 1950."),
        ("body", "Holt is\nAda's cousin."),
        ("body", "Mill Lane"),
        ("body", "Millport"),
        ("body", "Oslo County"),
    ]


def test_front_matter_tells_title_date_byline_and_dek() -> None:
    article = read(
        f'---\ntitle: "Bridge falls: the story"\ndate: 2024-05-05T10:00:00Z\nauthor: Jo Bloggs\ndek: It was old.\n'
        f"tags:\n  - bridge\n---\n\n{LONG}\n"
    )
    assert article.title == "Bridge falls: the story"
    assert (article.byline, article.published, article.dek) == ("Jo Bloggs", date(2024, 5, 5), "It was old.")
    assert told(article) == [("headline", "Bridge falls: the story"), ("dek", "It was old."), ("body", LONG)]


def test_the_heading_of_the_text_stands_before_the_title_of_the_front_matter_in_it() -> None:
    article = read(f"---\ntitle: Bridge\n---\n# Bridge falls\n\n{LONG}\n")
    assert told(article)[0] == ("headline", "Bridge falls")
    assert article.title == "Bridge"


def test_images_are_captions_slugs_and_credits() -> None:
    article = read(
        f"# Bridge falls\n\n{LONG}\n\n![The bridge in 1950](a.jpg)\n*Photo: Jo Bloggs*\n\n{LONG}\n\n"
        '![bridge-millport](b.jpg "Ferries wait at the quay.")\n\n![](c.jpg)\n\n![Divers at work](d.jpg)\n\n'
        f"*Divers look for the cause on Tuesday.*\n\n{LONG}\n"
    )
    assert told(article)[2:] == [
        ("caption", "The bridge in 1950"),
        ("credit", "Photo: Jo Bloggs"),
        ("body", LONG),
        ("slug", "bridge-millport"),
        ("caption", "Ferries wait at the quay."),
        ("caption", "Divers at work"),
        ("caption", "Divers look for the cause on Tuesday."),
        ("body", LONG),
    ]


def test_raw_html_is_only_text() -> None:
    article = read(
        f"# Bridge falls\n\n<div onclick='x()'>It was <b>old</b> &amp; rusty.<!-- no --></div>\n\n"
        f"<script>alert(1)</script>\n\nIt <i>fell</i>.<br>It was &lt;gone&gt;.\n\n{LONG}\n"
    )
    assert told(article)[1:4] == [
        ("body", "It was old & rusty."),
        ("body", "It fell."),
        ("body", "It was <gone>."),
    ]


def test_tables_and_code_are_kept_row_by_row() -> None:
    article = read(f"# Bridges\n\n{LONG}\n\n| Bridge | Built |\n|---|---|\n| Mill | 1911 |\n\n```\nKings 1950\n```\n")
    assert told(article)[2:] == [("body", "Bridge | Built"), ("body", "Mill | 1911"), ("body", "Kings 1950")]


def test_text_that_is_not_ours_stays_text() -> None:
    article = read(f"# Bridge [b] [/] falls\n\n{HOSTILE} was there. It was late.\n")
    assert article.title == "Bridge [b] [/] falls"
    assert told(article)[1][1] == f"{HOSTILE} was there. It was late."


def test_a_plain_story_reads_the_same_as_markdown() -> None:
    text = f"Bridge falls at Millport\n\nBy Jo Bloggs\n\nOSLO (AP) — {LONG}\n\n{LONG}"
    assert told(read(text)) == told(read_bytes(text.encode(), "a.txt"))


@pytest.mark.parametrize(
    "text", [">" * 300 + " It fell.", "[" * 150_000, "* " * 200 + "It fell.", "![](a.jpg)", "---\n---\n"]
)
def test_marks_without_text_or_without_end_are_read_as_plain_text(text: str) -> None:
    article = read(text)
    assert article.draft.text.strip()
    assert any("plain text" in warning for warning in article.warnings) or "It fell" in article.draft.text

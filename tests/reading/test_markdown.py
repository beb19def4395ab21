from __future__ import annotations

import io
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from factcheck.model import AnnotationKind
from factcheck.reading import ReadOptions, read_bytes
from factcheck.reading import read as read_from
from factcheck.reading.format import STRUCK
from factcheck.reading.links import page
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


def test_what_is_struck_out_is_left_out_and_told() -> None:
    marked = f"# Bridge falls\n\nIt cost ~~$11 **million**~~$12 million, not ~3.\n\n{LONG}\n"
    article = read(marked)
    assert told(article)[1] == ("body", "It cost $12 million, not ~3.")
    assert article.warnings == (STRUCK,)
    before = read_bytes(marked.encode(), "a.md", ".md", ReadOptions(as_original=True))
    assert told(before)[1] == ("body", "It cost $11 million$12 million, not ~3.")
    assert before.warnings == ()


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


BODY = "The bridge at Millport cost $12 million in 1911, Holt said on Monday."


@pytest.mark.parametrize(
    ("front", "title", "byline"),
    [
        ("---\ntitle: Bridge falls\nauthor: [Jo Bloggs, Al Reed]\n---", "Bridge falls", "Jo Bloggs, Al Reed"),
        (
            "---\ntitle: Bridge falls\nauthors:\n  - Jo Bloggs\n  - name: Al Reed\n---",
            "Bridge falls",
            "Jo Bloggs, Al Reed",
        ),
        ("---\ntitle: Bridge falls\nauthor:\n  name: Jo Bloggs\n...", "Bridge falls", "Jo Bloggs"),
        ("---\ntitle: >-\n  Bridge\n  falls\n---", "Bridge falls", None),
        ("---\ntitle: |\n  Bridge falls\nBY: Jo Bloggs\n---", "Bridge falls", "Jo Bloggs"),
        ("---\ntitle: Bridge\n  falls\n---", "Bridge falls", None),
        ("---\n# about\nTitle: Bridge falls # at night\nByline: By Jo Bloggs\n---", "Bridge falls", "Jo Bloggs"),
        ("---\ntitle: 'Bridge ''falls'''\nbyline: 'Jo \"J\" O''Hara'\n---", "Bridge 'falls'", 'Jo "J" O\'Hara'),
        ("---\ntitle: Bridge falls: what we know\nauthor: Jo Bloggs\n---", "Bridge falls: what we know", "Jo Bloggs"),
        ("---\ntitle: No\ndate: 2024-05-05\n---", "No", None),
        ("---\ntitle: 1984\n---", "1984", None),
        ('+++\ntitle = "Bridge falls"\nauthors = ["Jo Bloggs"]\ndate = 2024-05-05\n+++', "Bridge falls", "Jo Bloggs"),
        ('{\n"title": "Bridge falls",\n"author": {"name": "Jo Bloggs"}\n}', "Bridge falls", "Jo Bloggs"),
        ("% Bridge\n  falls\n% Jo Bloggs; Al Reed\n% May 5, 2024", "Bridge falls", "Jo Bloggs, Al Reed"),
        ("Title: Bridge falls\nAuthor: Jo Bloggs", "Bridge falls", "Jo Bloggs"),
    ],
)
def test_front_matter_is_read_in_the_notations_that_there_are(front: str, title: str, byline: str | None) -> None:
    article = read(f"{front}\n\n{BODY}\n")
    assert (article.title, article.byline, article.warnings) == (title, byline, ())
    assert told(article) == [("headline", title), ("body", BODY)]


def test_the_day_is_read_in_each_notation() -> None:
    for front in (
        "---\ntitle: A\ndate: 2024-05-05\n---",
        "---\ntitle: A\ndate: 2024-05-05 10:00:00 +02:00\n---",
        "---\ntitle: A\nPubDate: 5.5.2024\n---",
        '+++\ntitle = "A"\ndate = 2024-05-05T10:00:00Z\n+++',
        '{"title": "A", "published": "May 5, 2024"}',
        "% A\n%\n% 5 May 2024",
    ):
        assert read(f"{front}\n\n{BODY}\n").published == date(2024, 5, 5)


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: Bridge falls\n",
        "---\ntitle: [Bridge\n: falls\n---\n",
        "+++\ntitle = Bridge falls\n+++\n",
        '{\n"title": "Bridge falls",\n\n',
        "+++\ntitle = " + "[" * 5000 + "\n+++\n",
        "---\ntitle: " + "[" * 5000 + "\n: x\n---\n",
    ],
)
def test_front_matter_that_cannot_be_read_is_text_and_no_title(front: str) -> None:
    article = read(f"{front}{LONG}\n\n{LONG}\n")
    assert "Bridge falls" not in article.title
    assert "title" in article.draft.text
    assert article.draft.text.endswith(f"{LONG}\n\n{LONG}")
    assert article.warnings[0] == "Its front matter cannot be read as that, and is part of the text."
    assert {role for role, text in told(article) if "title" in text} == {"furniture"}


def test_aliases_are_not_followed() -> None:
    bomb = "".join(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in pairwise("abcdefghij"))
    article = read(f"---\na: &a [x, x]\n{bomb}title: Bridge falls\nauthor: *j\n---\n{LONG}\n")
    assert article.title == "Bridge falls"
    assert len(article.byline or "") < 10


def test_text_between_two_rules_is_text() -> None:
    article = read(f"# Bridge falls\n\n---\n\n{LONG}\n\n---\n")
    assert told(article)[1] == ("body", LONG)
    talk = read(f"---\nQ: When did it fall?\n\nA: In 1911.\n\n---\n\n{LONG}\n")
    assert "Q: When did it fall?\n\nA: In 1911." in talk.draft.text


def test_links_stand_on_their_words_wherever_these_are() -> None:
    article = read(
        "# The [mill bridge](https://m.example/) fell\n\n"
        '  ![A photo](a.png) [It stood *for* years](https://a.example/x_(1)?y="z") on [the river][r],'
        " see [below](#end).\n\n"
        "| Bridge | Built |\n|---|---|\n| Mill | in [1911](http://b.example) |\n\n"
        "- <https://c.example> and [mail](mailto:ann@x.example) and [a file](../plan.pdf)\n\n[r]: https://r.example\n"
    )
    assert [
        (article.draft.text[one.start : one.end], one.text)
        for one in article.draft.annotations
        if one.kind is AnnotationKind.LINK
    ] == [
        ("mill bridge", "https://m.example/"),
        ("It stood for years", "https://a.example/x_(1)?y=%22z%22"),
        ("the river", "https://r.example"),
        ("1911", "http://b.example"),
        ("https://c.example", "https://c.example"),
    ]


def test_footnotes_leave_the_sentence_and_stand_beside_it() -> None:
    article = read(
        "# Bridge falls\n\nIt stood. It cost $12 million in 1911.[^1] Then it fell^[Holt, by telephone.] at night[^b]."
        "\n\n"
        "| Bridge[^t] | Built |\n|---|---|\n| Mill | 1911[^1] |\n\n"
        "[^1]: Annual [report](https://x.example/r), p. 4,\n    and <https://y.example>\n\n    - its annex\n"
        "[^b]: The log.\n[^t]: A list.\n[^unused]: It is old.\n"
    )
    text = article.draft.text
    assert "It stood. It cost $12 million in 1911. Then it fell at night." in text
    assert [(text[one.start : one.end], one.kind, one.text) for one in article.draft.annotations] == [
        (
            "It cost $12 million in 1911.",
            AnnotationKind.FOOTNOTE,
            "Annual report (https://x.example/r), p. 4, and https://y.example\nits annex",
        ),
        ("Then it fell", AnnotationKind.FOOTNOTE, "Holt, by telephone."),
        ("Then it fell at night", AnnotationKind.FOOTNOTE, "The log."),
        ("Bridge", AnnotationKind.FOOTNOTE, "A list."),
        (
            "Mill | 1911",
            AnnotationKind.FOOTNOTE,
            "Annual report (https://x.example/r), p. 4, and https://y.example\nits annex",
        ),
    ]
    assert text.endswith("It is old.")
    assert "[^" not in text


def test_what_is_raised_runs_into_no_figure() -> None:
    article = read(f"# Bridge\n\nIn 1911<sup>1</sup> it took 10<sup>6</sup> tonnes on 900 m<sup>2</sup>.\n\n{LONG}\n")
    assert told(article)[1] == ("body", "In 1911 it took 10⁶ tonnes on 900 m².")


def test_a_note_within_the_text_is_told_without_its_marks() -> None:
    article = read(f"# Bridge\n\n{LONG}^[Holt, *The old [Mill](https://x.example/m)*, 1911, p. 4.]\n")
    assert [one.text for one in article.draft.annotations] == ["Holt, The old Mill (https://x.example/m), 1911, p. 4."]


def test_cells_and_items_of_raw_html_stand_apart() -> None:
    table = "<table><tr><th>Ship</th><th>Dead</th></tr>\n<tr><td>Ferry</td>\n<td>28</td></tr></table>"
    article = read(f"# Bridge\n\n{LONG}\n\n{table}\n\n<ul><li>One man</li><li>Two<br>boats</li></ul>\n")
    assert [text for _, text in told(article)[2:]] == ["Ship | Dead", "Ferry | 28", "One man", "Two", "boats"]


@pytest.mark.parametrize(
    "text",
    [
        f"---\ntitle: Bridge falls\n---\n{LONG}",
        f"---\r\ntitle: Bridge falls\r\n---\r\n{LONG}",
        f'+++\ntitle = "Bridge falls"\n+++\n{LONG}',
        f"# Bridge falls\n\n{LONG}",
        f"\ufeff\n# Bridge falls\n\n{LONG}",
        f"# Bridge falls\n\n{LONG}\n\nIt is [old](https://x.example).",
    ],
)
def test_standard_input_is_markdown_where_its_marks_tell_it(text: str) -> None:
    article = read_from("-", stdin=io.BytesIO(text.encode()))
    assert told(article)[:2] == [("headline", "Bridge falls"), ("body", LONG)]


@pytest.mark.parametrize(
    "text",
    [
        f"Bridge falls\n\n{LONG}",
        f"Bridge falls\n\n{LONG}\n\n#bridge #millport",
        f"Bridge falls\n\n* {LONG}\n* It cost *much* [sic] (in 1911).",
        f"--- Bridge: it falls ---\n\n{LONG}",
    ],
)
def test_standard_input_is_plain_text_where_nothing_tells_more(text: str) -> None:
    assert read_from("-", stdin=io.BytesIO(text.encode())).draft.text == text


@pytest.mark.parametrize(
    "text", [">" * 300 + " It fell.", "[" * 150_000, "* " * 200 + "It fell.", "![](a.jpg)", "---\n---\n"]
)
def test_marks_without_text_or_without_end_are_read_as_plain_text(text: str) -> None:
    article = read(text)
    assert article.draft.text.strip()
    assert any("plain text" in warning for warning in article.warnings) or "It fell" in article.draft.text


@pytest.mark.parametrize("end", ["", '?a="b"', '"' * 1_000, "x" * 1_980])
def test_the_address_of_a_page_is_its_own(end: str) -> None:
    address = page(f" https://example.org/{end} ")
    assert page(address) == address

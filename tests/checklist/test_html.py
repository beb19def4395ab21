"""The pages without a browser: what stands in them, and that nothing in them is alive."""

from __future__ import annotations

import dataclasses
import re
import time
from importlib.resources import files
from itertools import product
from typing import TYPE_CHECKING

import pytest
from lxml import html

from factcheck.checklist import render
from factcheck.checklist.entry import address
from factcheck.model import Block, Claim, ClaimId, ClaimRecord, Draft, Role, Section, Source, SourceKind, Verdict
from tests.checklist.conftest import TEXT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Checklist

PAGES = ("checklist", "memo", "calls")
STYLE = files("factcheck.checklist").joinpath("templates/style.css").read_text("utf-8")
VERDICTS = ("verified", "disputed", "unsourced", "recheck", "unchecked")


def tree(checklist: Checklist, what: str = "checklist") -> html.HtmlElement:
    return html.document_fromstring(render(checklist, "html", what).decode("utf-8"))


def overlapping(checklist: Checklist) -> Checklist:
    """Two claims on the same words, one inside the other, of which the wider one is the graver one."""
    text = "The bridge, which cost 57 lives, opened in 1890."
    draft = Draft(text, (Block(0, len(text), Role.BODY),))
    spans = ((0, 47, Verdict.UNSOURCED), (18, 31, Verdict.VERIFIED), (12, 31, Verdict.DISPUTED))
    claims = tuple(
        ClaimRecord(
            ClaimId(number), number, Claim(f"c{number}", start, end, text[start:end], Section.BODY), verdict=verdict
        )
        for number, (start, end, verdict) in enumerate(spans, 1)
    )
    article = dataclasses.replace(checklist.article.article, draft=draft)
    record = dataclasses.replace(checklist.article, article=article)
    return dataclasses.replace(checklist, article=record, claims=claims, findings=(), lost=(), aside=())


@pytest.mark.parametrize("what", PAGES)
def test_a_page_stands_alone_and_allows_nothing(checklist: Checklist, what: str) -> None:
    page = tree(checklist, what)
    policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert not page.xpath("//script | //link | //img | //iframe | //form | //object | //*[@style] | //@src")
    assert not [name for one in page.iter() for name in one.attrib if name.startswith("on")]
    assert page.get("lang") == "en"
    assert [len(page.xpath(f"//{part}")) for part in ("header", "main", "footer", "h1")] == [1, 1, 1, 1]


def test_claims_and_their_words_lead_to_each_other(checklist: Checklist) -> None:
    page = tree(checklist)
    for number in (1, 2, 4, 5):
        [words], [claim] = page.xpath(f"//a[@id='text-{number}']"), page.xpath(f"//article[@id='claim-{number}']")
        assert words.get("href") == f"#claim-{number}"
        assert claim.xpath("string(.//h3/a/@href)") == f"#text-{number}"
        assert claim.xpath("string(p)") in words.text_content()
    assert not page.xpath("//*[@id='claim-3']"), "it was found to be none"
    assert len(page.xpath("//@id")) == len(set(page.xpath("//@id")))


def test_the_article_is_whole(checklist: Checklist) -> None:
    page = tree(checklist)
    for mark in page.xpath("//section[@class='words']//*[@class='mark' or @class='hidden']"):
        mark.drop_tree()
    shown = " ".join(page.xpath("string(//section[@class='words'])").split())
    assert shown == " ".join(f"The article {TEXT}".split())


def test_a_dateline_stands_in_its_paragraph_and_what_is_in_no_block_stands_too(checklist: Checklist) -> None:
    text = "Bridge falls\n\nDUNDEE, Dec. 28 — It fell.\n\nA train was on it."
    blocks = (Block(0, 12, Role.HEADLINE), Block(14, 31, Role.DATELINE), Block(32, 40, Role.BODY))
    article = dataclasses.replace(checklist.article.article, draft=Draft(text, blocks))
    record = dataclasses.replace(checklist.article, article=article)
    page = tree(dataclasses.replace(checklist, article=record, claims=(), findings=(), lost=()))
    shown = [one.text_content() for one in page.xpath("//section[@class='words']/*[not(self::h2)]")]
    assert shown == text.split("\n\n")


def test_overlapping_claims_are_cut_at_their_edges(checklist: Checklist) -> None:
    page = tree(overlapping(checklist))
    stretches = page.xpath("//section[@class='words']//p/a")
    told = [
        (one.get("id"), one.get("href"), one.get("class").split()[0], one.xpath("string(text())")) for one in stretches
    ]
    assert told == [
        ("text-1", "#claim-1", "unsourced", "The bridge, "),
        ("text-3", "#claim-3", "disputed", "which "),
        ("text-2", "#claim-2", "verified", ""),
        (None, "#claim-3", "disputed", "cost 57 lives"),
        (None, "#claim-1", "unsourced", ", opened in 1890"),
    ]
    assert {"on-1", "on-2", "on-3"} <= set(stretches[3].get("class").split()), (
        "all of a claim lights up when it is gone to"
    )
    assert "#text-1:target) .on-1" in page.xpath("string(//style)")


def test_a_verdict_is_a_sign_and_a_word(checklist: Checklist) -> None:
    shown = [" ".join(one.text_content().split()) for one in tree(checklist).xpath("//h3/span[@class='verdict']")]
    assert shown == ["✓ verified", "✗ disputed", "· unchecked", "↻ re-check", "↻ re-check", "✗ disputed"]


def test_the_bar_tells_the_progress_in_words_too(checklist: Checklist) -> None:
    [bar] = tree(checklist).xpath("//svg")
    assert bar.get("role") == "img"
    assert bar.get("aria-label") == bar.xpath("string(title)")
    assert bar.get("aria-label").startswith("4 claims: 1 verified, 1 disputed, 0 unsourced, 2 unchecked")
    assert [(one.get("class"), one.get("x"), one.get("width")) for one in bar.xpath("rect")] == [
        ("verified", "0.000%", "25.000%"),
        ("disputed", "25.000%", "25.000%"),
        ("recheck", "50.000%", "25.000%"),
        ("unchecked", "75.000%", "25.000%"),
    ]


def test_an_article_without_claims_or_blocks_has_a_page(checklist: Checklist) -> None:
    draft = Draft(TEXT, ())
    article = dataclasses.replace(checklist.article.article, draft=draft)
    record = dataclasses.replace(checklist.article, article=article)
    page = tree(dataclasses.replace(checklist, article=record, claims=(), findings=(), lost=()))
    assert "No claims." in page.text_content()
    assert not page.xpath("//svg | //fieldset")


def test_tables_have_headers(checklist: Checklist) -> None:
    for what in PAGES:
        for table in tree(checklist, what).xpath("//table"):
            assert len(table.xpath("thead/tr/th[@scope='col']")) == len(table.xpath("tbody/tr[1]/td"))


def test_an_address_with_many_brackets_costs_no_more_than_others() -> None:
    began = time.process_time()
    assert address(f"https://example.org/{')' * 100_000}") == "https://example.org/"
    assert time.process_time() - began < 1  # 1 ms on a quiet machine


@pytest.mark.parametrize(
    ("locator", "found"),
    [
        ("https://example.org/a?b=1#c", "https://example.org/a?b=1#c"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("https://example.org/a, p. 3", "https://example.org/a"),
        ('https://example.org/The_"Tay"_Whale: p. 3', 'https://example.org/The_"Tay"_Whale'),
        ('https://example.org/"Whale"', 'https://example.org/"Whale"'),
        ('https://example.org/a" and so on', "https://example.org/a"),
        ("https://example.org/Tay_Bridge_(1878).", "https://example.org/Tay_Bridge_(1878)"),
        ("https://example.org/a);", "https://example.org/a"),
        ("https://example.org/a).),", "https://example.org/a"),
        ("https://example.org/a),(b)", "https://example.org/a),(b)"),
        ("https://example.org/a_(b_(c)),)", "https://example.org/a_(b_(c))"),
        ("javascript:alert(1)//https://example.org", ""),
        ("https:alert(1)", ""),
        ("data:text/html,x", ""),
        ("https://[", ""),
        ("p. 3, https://example.org", ""),
        ("", ""),
    ],
)
def test_only_addresses_of_the_web_become_links(checklist: Checklist, locator: str, found: str) -> None:
    assert address(locator) == found
    source = Source(SourceKind.DOCUMENT, "Register", locator)
    page = tree(
        dataclasses.replace(checklist, claims=(dataclasses.replace(checklist.claims[0], sources=(source,)),), lost=())
    )
    links = page.xpath("//main//a[not(starts-with(@href, '#'))]")
    assert [link.get("href") for link in links] == ([found] if found else [])
    assert all(link.get("rel") == "noopener noreferrer" for link in links)


def test_text_that_is_not_ours_stays_text(checklist: Checklist) -> None:
    bad = "<script>x</script><img src=x onerror=x>{{ 7*7 }}&lt;\x1b[31m\u202ex\ud800</style>"
    first = dataclasses.replace(
        checklist.claims[0], note=bad, sources=(Source(SourceKind.PERSON, bad, f"https://example.org/{bad}"),)
    )
    article = dataclasses.replace(checklist.article.article, title=bad, source=f"javascript:{bad}")
    record = dataclasses.replace(checklist.article, article=article)
    data = render(dataclasses.replace(checklist, article=record, claims=(first,)), "html").decode("utf-8")
    page = html.document_fromstring(data)
    assert not page.xpath("//script | //img")
    assert "{{ 7*7 }}&lt;" in str(page.xpath("string(//h1)"))
    assert not {*data} & {*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), "\u202e"} - {"\n"}


def test_colours_can_be_read() -> None:
    """4.5 to 1 or better, as WCAG 2 wants of text, in the light look and in the dark one."""
    light, dark = (dict(re.findall(r"--([\w-]+): (#\w{6});", part)) for part in STYLE.split("@media screen and", 1))
    assert light.keys() == dark.keys()
    for colours in (light, dark):
        pairs = [
            *product(("ink", "quiet", "link", *VERDICTS), ("paper", "panel")),
            *((verdict, f"{verdict}-tint") for verdict in VERDICTS),
            *(("ink", f"{verdict}-tint") for verdict in VERDICTS),
            *product(("ink", *VERDICTS), ("here",)),
        ]
        for ink, paper in pairs:
            assert contrast(colours, ink, paper) >= 4.5, (ink, paper, colours[ink], colours[paper])


def contrast(colours: Mapping[str, str], ink: str, paper: str) -> float:
    dim, bright = sorted((luminance(colours[ink]), luminance(colours[paper])))
    return (bright + 0.05) / (dim + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

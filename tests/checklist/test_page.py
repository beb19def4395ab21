"""The pages in a real browser, where one is installed: what can be read, gone to, chosen, printed."""

from __future__ import annotations

import dataclasses
import re
import shutil
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import pytest

from factcheck.checklist import render
from factcheck.model import Source, SourceKind
from tests.checklist.test_html import PAGES, overlapping
from tests.conftest import HOSTILE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from factcheck.model import Checklist

CHROMIUM: Final = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS: Final = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
BAD: Final = (
    "<script>document.title = 'taken'</script><img src=https://example.org/x onerror=\"document.title = 'taken'\">"
    f"<style>*{{display:none}}</style>\x1b]0;x\x07\u202e{HOSTILE}\ud800"
)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed, and none is downloaded")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, folder: Path, data: bytes, width: int = 1400, **options: Any) -> Iterator[Page]:
    """A file in a window of its own; when it closes, the page had nothing to complain of and asked nobody anything."""
    path = folder / "page.html"
    path.write_bytes(data)
    page = browser.new_page(viewport={"width": width, "height": 800}, **options)
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    yield page
    page.close()
    assert said == []
    assert {url.partition("#")[0] for url in asked} == {path.as_uri()}


def shown(page: Page) -> list[str]:
    return [one.get_attribute("id") or "" for one in page.locator(".claims .claim:visible").all()]


@pytest.mark.parametrize("width", [400, 1400])
@pytest.mark.parametrize("what", PAGES)
def test_nothing_reaches_out_of_the_window(
    browser: Browser, checklist: Checklist, tmp_path: Path, what: str, width: int
) -> None:
    with opened(browser, tmp_path, render(checklist, "html", what), width) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_article_stands_beside_the_claims_or_above_them(
    browser: Browser, checklist: Checklist, tmp_path: Path
) -> None:
    for width, beside in ((1400, True), (400, False)):
        with opened(browser, tmp_path, render(checklist, "html"), width) as page:
            words, claims = (page.locator(name).bounding_box() for name in (".words", ".claims"))
            assert words is not None
            assert claims is not None
            assert (claims["x"] >= words["x"] + words["width"]) is beside
            assert (claims["y"] >= words["y"] + words["height"]) is not beside


def test_links_go_from_the_words_to_the_claim_and_back(browser: Browser, checklist: Checklist, tmp_path: Path) -> None:
    with opened(browser, tmp_path, render(checklist, "html"), java_script_enabled=False) as page:
        page.click("#text-5")
        assert page.url.endswith("#claim-5")
        assert page.locator("#claim-5").is_visible()
        page.click("#claim-5 h3 a")
        assert page.url.endswith("#text-5")


def test_all_the_words_of_a_cut_claim_light_up(browser: Browser, checklist: Checklist, tmp_path: Path) -> None:
    with opened(browser, tmp_path, render(overlapping(checklist), "html")) as page:
        paper = "one => getComputedStyle(one).backgroundColor"
        for number, count in ((1, 4), (2, 1), (3, 2)):
            page.click(f"#claim-{number} h3 a")
            papers = [one.evaluate(paper) for one in page.locator(f".on-{number}").all()]
            assert papers == ["rgb(255, 242, 168)"] * count


def test_the_filter_needs_no_script(browser: Browser, checklist: Checklist, tmp_path: Path) -> None:
    with opened(browser, tmp_path, render(checklist, "html"), java_script_enabled=False) as page:
        assert shown(page) == ["claim-1", "claim-2", "claim-4", "claim-5"]
        page.get_by_label("disputed 1").check()
        assert shown(page) == ["claim-2"]
        page.keyboard.press("ArrowRight")
        assert shown(page) == ["claim-5"]
        page.click("#text-1")
        assert shown(page) == ["claim-1", "claim-5"], "what a link leads to is shown"
        page.get_by_label("all 4").check()
        assert len(shown(page)) == 4


@pytest.mark.parametrize("what", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_can_be_read(browser: Browser, checklist: Checklist, tmp_path: Path, scheme: str, what: str) -> None:
    with opened(browser, tmp_path, render(checklist, "html", what), color_scheme=scheme) as page:
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert page.evaluate(_FAINT) == []
        dark = page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(15, 19, 24)"
        assert dark is (scheme == "dark")


def test_a_screen_reader_finds_its_way(browser: Browser, checklist: Checklist, tmp_path: Path) -> None:
    with opened(browser, tmp_path, render(checklist, "html")) as page:
        for role, name in (
            ("heading", "Checklist: Moon dust sold"),
            ("region", "The article"),
            ("region", "The claims"),
            ("group", "Show"),
            ("img", "4 claims: 1 verified, 1 disputed"),
            ("article", "Claim 2, disputed"),
            ("link", "2, to its words in the article"),
            ("link", "claim 2, disputed: It came back in 1969"),
            ("columnheader", "Gravity"),
        ):
            found = page.get_by_role(role, name=re.compile(re.escape(name).replace(r"\ ", r"\s*")))  # type: ignore[arg-type]  # one of the roles
            assert found.count() == 1, (role, name, page.locator(role).all_inner_texts())
        levels = [int(one.evaluate("one => one.tagName")[1]) for one in page.locator("h1, h2, h3, h4").all()]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert page.locator("main, header, footer").count() == 3


def test_print_has_every_claim_and_no_controls(browser: Browser, checklist: Checklist, tmp_path: Path) -> None:
    pdfium = pytest.importorskip("pypdfium2", reason="the extra factcheck[pdf] is not installed")
    with opened(browser, tmp_path, render(checklist, "html"), color_scheme="dark") as page:
        page.get_by_label("disputed 1").check()
        document = pdfium.PdfDocument(page.pdf(format="A4"))
    pages = [one.get_textpage().get_text_bounded() for one in document]
    document.close()
    text = " ".join(" ".join(pages).split())
    for words in ("1 ✓ verified", "2 ✗ disputed", "4 · unchecked", "5 ↻ re-check", "Sign-off", "verdict: – → verified"):
        assert words in text
    assert "Show all" not in text
    assert "all 4" not in text


def test_no_claim_is_torn_by_the_end_of_a_page(browser: Browser, checklist: Checklist, tmp_path: Path) -> None:
    with opened(browser, tmp_path, render(checklist, "html")) as page:
        page.emulate_media(media="print")
        for one in page.locator(".claim").all():
            assert one.evaluate("one => getComputedStyle(one).breakInside") == "avoid"


def test_hostile_text_is_inert(browser: Browser, checklist: Checklist, tmp_path: Path) -> None:
    first = dataclasses.replace(
        checklist.claims[0],
        note=BAD,
        query=BAD,
        replacement=BAD,
        sources=(
            Source(SourceKind.PERSON, BAD, "javascript:document.title='taken'"),
            Source(SourceKind.OTHER, BAD, f"https://example.org/{BAD}"),
        ),
    )
    article = dataclasses.replace(checklist.article.article, title=BAD, byline=BAD, source=f"javascript:{BAD}")
    hostile = dataclasses.replace(
        checklist,
        article=dataclasses.replace(checklist.article, article=article),
        claims=(first, *checklist.claims[1:]),
        made_by=BAD,
    )
    for what in PAGES:
        with opened(browser, tmp_path, render(hostile, "html", what)) as page:
            assert page.title().startswith(("Checklist: <script>", "Change memo: <script>", "Call sheet: <script>"))
            assert page.locator("script, img").count() == 0
            assert page.locator("a[href^='javascript']").count() == 0
            assert page.locator("h1").is_visible()
            assert page.evaluate("document.documentElement.scrollWidth") == 1400


_FAINT: Final = """() => {
  const parts = text => text.match(/[\\d.]+/g).map(Number);
  const linear = part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4;
  const luminance = ([red, green, blue]) =>
    .2126 * linear(red / 255) + .7152 * linear(green / 255) + .0722 * linear(blue / 255);
  const paper = one => {
    for (; one; one = one.parentElement) {
      const colour = parts(getComputedStyle(one).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const faint = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; text = texts.nextNode();) {
    const one = text.parentElement;
    if (!text.data.trim() || one.closest('svg, .hidden, .skip')) continue;
    const [dim, bright] = [parts(getComputedStyle(one).color), paper(one)].map(luminance).sort((a, b) => a - b);
    if ((bright + .05) / (dim + .05) < 4.5) faint.push(text.data);
  }
  return faint;
}"""
"""Gives the texts that stand out too little from what is behind them."""

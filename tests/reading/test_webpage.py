"""Web pages: what of them is the story, and what each part of it is."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import document_fromstring

from factcheck.errors import ArticleError, UsageError
from factcheck.model import Article, Role
from factcheck.reading import ReadOptions, read_bytes, webpage
from factcheck.reading.format import STRUCK
from factcheck.reading.selfdescribed import describe
from tests.conftest import HOSTILE

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "Forth Bridge opens after eight years"
DEK = "The railway crosses the firth on three towers of steel, the largest ever built."
FIRST = (
    "EDINBURGH — The Prince of Wales drove in the last rivet of the Forth Bridge on 4 March 1890, before a crowd that "
    "the railway company put at 5,000 people in a gale."
)
SECOND = (
    "The bridge took 54,000 tonnes of steel and eight years of work, and at its busiest about 4,600 men were employed "
    "on it, according to the contractor, Sir William Arrol."
)
THIRD = (
    "“It is the biggest and ugliest of all,” the poet William Morris said of the bridge, which the engineers John "
    "Fowler and Benjamin Baker had designed after the fall of the Tay Bridge in 1879."
)
LAST = "Trains from London to Aberdeen now save more than an hour, the company said, and fares stay as they were."
STORY = f"<p>{FIRST}</p><p>{SECOND}</p><h2>A new design</h2><p>{THIRD}</p><p>{LAST}</p>"
MENU = "<nav><ul><li><a href=/>Home</a></li><li><a href=/n>News</a></li><li><a href=/s>Shipping</a></li></ul></nav>"
FOOT = "<footer><p>Contact the newsroom at the usual address. All rights are with the paper since 1817.</p></footer>"


def page(body: str, head: str = "", title: str = f"{TITLE} | The Paper") -> str:
    return f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def article(body: str, head: str = "", options: ReadOptions | None = None) -> Article:
    return webpage.read(page(body, head).encode(), "bridge.html", options or ReadOptions())


def told(story: Article) -> list[tuple[str, str]]:
    text = story.draft.text
    return [(block.role.value, text[block.start : block.end]) for block in story.draft.blocks]


def of_role(story: Article, role: Role) -> list[str]:
    return [text for name, text in told(story) if name == role.value]


FULL = f"""{MENU}<main><article><header><h1>{TITLE}</h1><p class="standfirst">{DEK}</p>
<div class="byline">By <a rel="author" href="/a">Ada Writer</a></div><time datetime="1890-03-05">5 March 1890</time>
</header><figure><img src="a.jpg" alt="bridge-from-the-south.jpg"><figcaption>The north tower in January.
<span class="credit">Photo: Evelyn Carey</span></figcaption></figure>{STORY}</article></main>{FOOT}"""
DESCRIBED = f'<meta property="og:description" content="{DEK}"><meta name="author" content="Ada Writer">'


def test_a_page_becomes_its_story_in_page_order() -> None:
    story = article(FULL, DESCRIBED)
    assert told(story) == [
        ("headline", TITLE),
        ("dek", DEK),
        ("byline", "By Ada Writer"),
        ("dateline", "5 March 1890"),
        ("caption", "The north tower in January."),
        ("credit", "Photo: Evelyn Carey"),
        ("dateline", "EDINBURGH —"),
        ("body", FIRST.removeprefix("EDINBURGH — ")),
        ("body", SECOND),
        ("crosshead", "A new design"),
        ("body", THIRD),
        ("body", LAST),
    ]
    assert (story.title, story.dek, story.byline, story.published) == (TITLE, DEK, "Ada Writer", date(1890, 3, 5))
    assert story.warnings == ()


def test_a_file_is_read_in_a_process_of_its_own_and_its_bytes_are_kept() -> None:
    data = page(FULL, DESCRIBED).encode()
    for suffix in (".html", ".HTM", ".xhtml"):
        story = read_bytes(data, "bridge.html", suffix)
        assert story.draft == article(FULL, DESCRIBED).draft
        assert story.original is not None
        assert (story.original.data, story.original.media_type, story.original.url) == (data, "text/html", "")


def test_what_json_ld_says_outweighs_the_other_machine_words() -> None:
    data = {
        "@graph": [
            {"@type": "WebSite", "name": "The Paper"},
            {
                "@type": ["NewsArticle"],
                "headline": TITLE,
                "author": [{"@type": "Person", "name": "Ada Writer"}, {"@type": "Organization", "name": "The Paper"}],
                "datePublished": "1890-03-05T23:30:00-05:00",
                "dateModified": "1890-04-01",
            },
        ]
    }
    head = f'<script type="application/ld+json">{json.dumps(data)}</script><meta name="date" content="1891-01-01">'
    story = article(f"<h1>{TITLE}</h1>{STORY}", head)
    assert (story.byline, story.published) == ("Ada Writer", date(1890, 3, 5))


@pytest.mark.parametrize(
    "script", ["{", "[" * 50_000, '{"@type": "NewsArticle", "headline": {"a": [1]}, "author": 3}', "null", ""]
)
def test_broken_json_ld_is_passed_over(script: str) -> None:
    story = article(f"<h1>{TITLE}</h1>{STORY}", f'<script type="application/ld+json">{script}</script>')
    assert (story.title, story.published) == (TITLE, None)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="article:published_time" content="1890-03-05T08:00Z">', ""),
        ('<meta property="article:modified_time" content="1890-04-09"><meta name="pubdate" content="18900305">', ""),
        ("", '<span itemprop="datePublished" content="1890-03-05">yesterday</span>'),
        ("", "<time pubdate datetime='1890-03-05'>yesterday</time>"),
        ("", "<p>Published 5 March 1890, updated 9 April 1890</p>"),
    ],
)
def test_the_day_of_publication_is_found_wherever_a_page_says_it(head: str, body: str) -> None:
    assert article(f"<h1>{TITLE}</h1>{body}{STORY}", head).published == date(1890, 3, 5)


def test_a_dek_is_taken_only_where_the_page_shows_it() -> None:
    assert article(f"<h1>{TITLE}</h1>{STORY}", DESCRIBED).dek is None
    told_first = article(f"<h1>{TITLE}</h1>{STORY}", f'<meta name="description" content="{FIRST}">')
    assert of_role(told_first, Role.DEK) == []


@pytest.mark.parametrize("name", ["dek", "article__standfirst", "articleSubtitle large", "sub-headline"])
def test_a_dek_is_known_by_its_class(name: str) -> None:
    header = f'<header><h1>{TITLE}</h1><div class="{name}">{DEK}</div></header>'
    assert article(f"{header}<div>{STORY}</div>").dek == DEK
    as_paragraph = f'<header><h1>{TITLE}</h1><p class="{name}">{DEK}</p></header>'
    assert article(f"<article>{as_paragraph}<div>{STORY}</div></article>").dek == DEK


@pytest.mark.parametrize(
    "dek",
    [
        f'<p class="dek">{DEK}</p>',
        f'<h2 class="dek">{DEK}</h2>',
        f"<h2>{DEK}</h2>",
        f'<p itemprop="description">{DEK}</p>',
        f'<div itemprop="alternativeHeadline">{DEK}</div>',
        *(f'<p class="{name}">{DEK}</p>' for name in ("summary", "intro", "lead", "subhead")),
        f'<p class="dek">{DEK.removesuffix(", the largest ever built.")}</p>',
        f"<hgroup><p>{DEK}</p></hgroup>",
    ],
)
@pytest.mark.parametrize(
    "byline",
    [
        '<p class="byline">By Ada Writer</p>',
        '<div class="byline">By Ada Writer</div>',
        '<p class="author">Ada Writer</p>',
        '<div>By <a rel="author" href="/a">Ada Writer</a></div>',
        "<p>By Ada Writer</p>",
    ],
)
def test_dek_and_byline_are_told_where_they_stand_among_the_paragraphs(dek: str, byline: str) -> None:
    story = article(f"<article><h1>{TITLE}</h1>{dek}{byline}{STORY}</article>")
    assert [role for role, _ in told(story)[:5]] == ["headline", "dek", "byline", "dateline", "body"]
    assert story.dek is not None
    assert DEK.startswith(story.dek)
    assert story.byline == "Ada Writer"


def test_a_dek_is_known_by_its_id() -> None:
    told_by_id = article(f'<h1>{TITLE}</h1><p id="article-summary" class="css-1n0">{DEK}</p>{STORY}')
    assert of_role(told_by_id, Role.DEK) == [DEK]


def test_a_story_in_an_element_that_is_called_a_summary_has_no_dek() -> None:
    body = STORY.replace("EDINBURGH — ", "")
    assert of_role(article(f"<h1>{TITLE}</h1><div class=entry-summary>{body}</div>"), Role.DEK) == []


def test_a_name_among_the_paragraphs_is_no_byline() -> None:
    story = article(f"<article><h1>{TITLE}</h1>{STORY}<p class=author>Ada Writer</p><p>{LAST} It rained.</p></article>")
    assert of_role(story, Role.BYLINE) == []


@pytest.mark.parametrize("name", ["wp-caption-text", "image__caption", "photoCaption", "Caption"])
def test_a_caption_is_known_by_its_class(name: str) -> None:
    picture = f"<div><img><div class='{name}'>The north tower.</div><div class=imageCredit>Evelyn Carey</div></div>"
    story = article(f"<article><h1>{TITLE}</h1>{picture}{STORY}</article>")
    assert told(story)[1:3] == [("caption", "The north tower."), ("credit", "Evelyn Carey")]


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("The north tower in January", "[Harbour Wire via Reuters]"),
        ("The north tower in January.", "(Evelyn Carey / The Dundee Post)"),
        ("The north tower in January.", "[File: Evelyn Carey/Wire]"),
    ],
)
def test_names_alone_in_brackets_behind_a_caption_are_its_credit(caption: str, credit: str) -> None:
    picture = f"<figure><img><figcaption>{caption} {credit}</figcaption></figure>"
    story = article(f"<article><h1>{TITLE}</h1>{picture}{STORY}</article>")
    assert told(story)[1:3] == [("caption", caption), ("credit", credit)]


@pytest.mark.parametrize("caption", ["The north tower (Dundee)", "The towers. (They fell in 1879.)", "The tower [sic]"])
def test_other_words_in_brackets_behind_a_caption_are_its_own(caption: str) -> None:
    picture = f"<figure><img><figcaption>{caption}</figcaption></figure>"
    story = article(f"<article><h1>{TITLE}</h1>{picture}{STORY}</article>")
    assert told(story)[1] == ("caption", caption)


def test_the_headline_is_the_heading_that_the_page_is_named_after() -> None:
    story = article(f"<h1>The Paper of Record</h1><article><h2>{TITLE}</h2>{STORY}</article>")
    assert of_role(story, Role.HEADLINE) == [TITLE]
    assert story.title == TITLE
    assert article(f'<div class="t">{TITLE}</div>{STORY}').title == TITLE
    unnamed = webpage.read(f"<h1>{TITLE}</h1>{STORY}".encode(), "a.html", ReadOptions())
    assert of_role(unnamed, Role.HEADLINE) == [TITLE]


def test_a_page_that_shows_no_headline_has_only_its_title() -> None:
    story = article(STORY)
    assert story.title == TITLE
    assert TITLE not in story.draft.text


@pytest.mark.parametrize(
    ("tab", "linked", "title"),
    [
        ("How the Forth Bridge beats the gale - Bridges - The Paper", "A bridge too big", True),
        ("How the Forth Bridge beats the gale", None, True),
        ("How the Forth Bridge beats the gale", f"{TITLE} - The Paper", False),
        (f"News: {TITLE} – Bridges – The Paper", "A bridge too big", False),
        ("Forth Bridge opens | The Paper", "A bridge too big", False),
        ("News, sport and shipping from Edinburgh | The Paper", "A bridge too big", False),
        ("The Paper", None, False),
        ("", "A bridge too big", False),
    ],
)
def test_a_page_that_is_called_otherwise_in_each_place_is_kept_by_its_own_title(
    tab: str, linked: str | None, title: bool
) -> None:
    told_to_links = f'<meta property="og:title" content="{linked}">' if linked else ""
    story = webpage.read(page(f"<h1>{TITLE}</h1>{STORY}", told_to_links, tab).encode(), "a.html", ReadOptions())
    assert of_role(story, Role.HEADLINE) == [TITLE]
    assert story.title == ("How the Forth Bridge beats the gale" if title else TITLE)
    assert any("check both" in warning for warning in story.warnings) == title


@pytest.mark.parametrize(
    "box",
    [
        "<div class=newsletter-signup><p>The best of our railway reporting in your inbox every morning.</p></div>",
        "<aside><h3>Related</h3><ul><li><a href=/t>Tay Bridge falls in a storm</a></li></ul></aside>",
        '<ul class="share"><li><a href=#>Facebook</a></li><li><a href=#>Email</a></li></ul>',
        "<p><a href=/t>Tay Bridge inquiry blames the design and the castings</a></p>",
        "<div class=recirc><h3>More</h3><ul><li>Tay: <a href=/t>The inquiry that changed it all</a></li></ul></div>",
        "<div class=comments><p>I was there and saw no such crowd, and the gale was a breeze, to be fair.</p></div>",
        "<p>Read more: Tay Bridge inquiry blames the design</p>",
    ],
)
def test_furniture_stays_out(box: str) -> None:
    plain = article(f"<article><h1>{TITLE}</h1>{STORY}</article>")
    for body in (STORY.replace("<h2>", f"{box}<h2>"), f"{STORY}{box}"):
        assert told(article(f"<article><h1>{TITLE}</h1>{body}</article>")) == told(plain)


def test_what_somebody_posted_elsewhere_is_part_of_the_story() -> None:
    post = (
        "<div class=social-embed><blockquote class='twitter-tweet'><p>I saw it sway.</p>— A. Witness</blockquote></div>"
    )
    text = article(f"<article><h1>{TITLE}</h1>{STORY.replace('<h2>', post + '<h2>')}</article>").draft.text
    assert f"{SECOND}\n\nI saw it sway.\n\n— A. Witness\n\nA new design" in text


SHORT = ("It stands.", "It opened in 1890.", "Nobody was told.", "It cost £3 million.", "Fowler left.")
LISTED = ("54,000 tonnes of steel", "Men: 4,600", "Years: eight")


@pytest.mark.parametrize(
    ("lines", "markup"),
    [
        (SHORT, "".join(f"<p>{line}</p>" for line in SHORT)),
        (SHORT, "".join(f"<p><b>{line}</b></p>" for line in SHORT)),
        (
            ("Who paid?", "Four railways: £3 million.", "Since when?", "Since 1882."),
            "<h2>Who paid?</h2><p>Four railways: £3 million.</p><h2>Since when?</h2><p>Since 1882.</p>",
        ),
        (LISTED, f"<ul>{''.join(f'<li>{line}</li>' for line in LISTED)}</ul>"),
        (LISTED, f"<div class=facts><ul>{''.join(f'<li>{line}</li>' for line in LISTED)}</ul></div>"),
        (("Steel then cost £10 a ton.",), "<blockquote>Steel then cost £10 a ton.</blockquote>"),
    ],
)
def test_short_lines_among_the_paragraphs_are_kept_wherever_they_stand(lines: tuple[str, ...], markup: str) -> None:
    end = f"<p>{LAST}</p>"
    for body in (
        f"{markup}{STORY}",
        STORY.replace("<h2>", f"{markup}<h2>"),
        f"{STORY}{markup}",
        f"{STORY}{markup}{end}",
    ):
        story = article(f"{MENU}<article><h1>{TITLE}</h1>{body}</article>{FOOT}")
        at = [story.draft.text.find(line) for line in lines]
        assert -1 not in at
        assert at == sorted(at)
        assert not any("left out" in warning for warning in story.warnings)


def test_titles_in_a_list_that_lead_to_other_stories_are_no_crossheads() -> None:
    titles = "".join(f"<li><h3><a href=/{at}>The Tay Bridge {at} years on</a></h3></li>" for at in (1, 2))
    story = article(f"<article><h1>{TITLE}</h1>{STORY.replace('<h2>', f'<ul>{titles}</ul><h2>')}</article>")
    assert of_role(story, Role.CROSSHEAD) == ["A new design"]


def test_other_articles_that_stand_beside_the_story_are_told() -> None:
    one, other = (f'<article class="post"><h2>{name}</h2>{{}}</article>' for name in (TITLE, "The old ferry"))
    beside = "<p>The last ferry left Granton pier on the evening of the day on which the bridge was opened to all.</p>"
    front = article(f"<h1>The Paper</h1>{one.format(STORY)}{other.format(beside)}")
    assert "ferry" not in front.draft.text
    assert any("more articles beside this one: “The last ferry left" in warning for warning in front.warnings)
    comment = f'<article class="comment">{beside}</article>'
    assert not article(f"<h1>The Paper</h1>{one.format(STORY)}{comment}").warnings


def test_a_heading_right_below_the_headline_that_is_alone_of_its_rank_is_the_dek() -> None:
    heading = "<h2>The longest railway bridge in the world</h2>"
    story = STORY.replace("h2>", "h3>")
    assert of_role(article(f"<h1>{TITLE}</h1>{heading}{story}"), Role.DEK) == [heading[4:-5]]
    for body in (f"<h2>A gale</h2>{story}", f"{heading}{STORY}", f"<p>{FIRST}</p>{heading}{story}"):
        assert not of_role(article(f"<h1>{TITLE}</h1>{body}"), Role.DEK)


def test_a_house_is_no_author_and_a_name_is_told_by_what_a_site_calls_it() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "x", "author": %s}</script>'
    for kind in ('"NewsMediaOrganization"', '["Organization", "Brand"]'):
        author = head % f'{{"@type": {kind}, "name": "The Paper"}}'
        assert article(f"<h1>{TITLE}</h1>{STORY}", author).byline is None
        name = "<div data-component=byline-block><div><ul><li><div>Ada Appleby</div></li></ul></div></div>"
        assert article(f"<h1>{TITLE}</h1>{name}{STORY}", author).byline == "Ada Appleby"


def test_pictures_below_the_last_paragraph_have_their_captions() -> None:
    shot = "<figure><img><figcaption>{}</figcaption></figure>"
    gallery = f"<ol><li>{shot.format('The north tower.')}</li><li>{shot.format('The last rivet.')}</li></ol>"
    for frame in ("main", "article"):
        story = article(f"<{frame}><h1>{TITLE}</h1>{STORY}{gallery}</{frame}>{shot.format('A ferry.')}")
        assert of_role(story, Role.CAPTION) == ["The north tower.", "The last rivet."]
    related = f'<div class="related">{shot.format("A ferry.")}</div>'
    assert not of_role(article(f"<article><h1>{TITLE}</h1>{STORY}{related}</article>"), Role.CAPTION)


def test_words_among_the_paragraphs_that_were_left_out_are_told() -> None:
    box = "<div><div><span>A ticket to Fife is dearer now, the company told Ada.</span></div></div>"
    (warning,) = article(f"<article><h1>{TITLE}</h1>{STORY}{box}</article>").warnings
    assert warning.startswith(
        "Of what stands among its paragraphs 11 words were left out: “A ticket to Fife is dearer …”"
    )
    assert "--whole-page" in warning
    for other in ("<div class=share>Send this to all your friends now</div>", "<div><div>Ada</div></div>"):
        assert article(f"<article><h1>{TITLE}</h1>{STORY}{other}</article>").warnings == ()


def test_a_short_paragraph_beside_a_credit_stays_one() -> None:
    short = "The north tower went up first."
    picture = "<figure><img><figcaption><span class=credit>Evelyn Carey</span></figcaption></figure>"
    story = article(f"<article><h1>{TITLE}</h1><p>{FIRST}</p><p>{short}</p>{picture}<p>{short}</p>{STORY}</article>")
    assert of_role(story, Role.CREDIT) == ["Evelyn Carey"]
    assert of_role(story, Role.BODY).count(short) == 2


def test_a_sentence_in_large_letters_is_a_paragraph() -> None:
    assert of_role(article(f"<h1>{TITLE}</h1><h2>{SECOND}</h2><p>{FIRST}</p><p>{THIRD}</p>"), Role.CROSSHEAD) == []


def test_a_caption_that_is_there_twice_is_taken_once_and_one_of_another_story_not_at_all() -> None:
    figure = "<figure><img><figcaption>The north tower in January.</figcaption></figure>"
    other = "<a href=/t><figure><img><figcaption>The Tay Bridge in ruins.</figcaption></figure></a>"
    story = article(f"<article><h1>{TITLE}</h1>{figure}{STORY.replace('<h2>', figure + other + '<h2>')}</article>")
    assert of_role(story, Role.CAPTION) == ["The north tower in January."]


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>A secret.</p>",
        "<p style='color:red; display : none'>A secret.</p>",
        "<div style='visibility:hidden'><p>A secret.</p></div>",
        "<p class='sr-only'>A secret.</p>",
        "<div aria-hidden='true'><p>A secret.</p></div>",
        "<script>document.write('A secret.')</script>",
        "<style>p::before { content: 'A secret.' }</style>",
        "<noscript><p>A secret.</p></noscript>",
        "<template><p>A secret.</p></template>",
        "<!-- A secret. -->",
    ],
)
def test_what_the_page_does_not_show_stays_out(hidden: str) -> None:
    body = f"<article><h1>{TITLE}</h1>{STORY.replace('<h2>', hidden + '<h2>')}</article>"
    for options in (ReadOptions(), ReadOptions(whole_page=True)):
        assert "secret" not in article(body, options=options).draft.text


def test_an_element_that_holds_nothing_hides_nothing() -> None:
    empty = "<embed src=a.swf><source src=a.mp4><track src=a.vtt>"
    assert told(article(f"<article><h1>{TITLE}</h1>{empty}{STORY}</article>")) == told(
        article(f"<h1>{TITLE}</h1>{STORY}")
    )


def test_what_only_screen_readers_do_not_say_is_shown() -> None:
    body = f"<p><span aria-hidden=true>T</span><span class=sr-only>T</span>he bridge: {SECOND}</p>"
    assert f"The bridge: {SECOND}" in article(f"<h1>{TITLE}</h1>{body}{STORY}").draft.text


def test_white_space_is_as_the_page_shows_it() -> None:
    body = f"<p>One\n   <b>two</b>&nbsp;three<br>four fi\u00adve.<br><br>{SECOND}</p><p>He said <q>no</q>.</p>{STORY}"
    text = article(f"<h1>{TITLE}</h1>{body}").draft.text
    assert f"One two three\nfour five.\n\n{SECOND}\n\nHe said “no”.\n\n" in text


def test_a_list_of_facts_is_part_of_the_story() -> None:
    facts = "<dl><dt>Cost</dt><dd>£3 million</dd><dt>Staff</dt><dd>4,600 men</dd></dl>"
    story = article(f"<article><h1>{TITLE}</h1>{STORY.replace('<h2>', facts + '<h2>')}</article>")
    assert [name for name, text in told(story) if text in {"Cost", "£3 million", "Staff", "4,600 men"}] == ["body"] * 4


def test_a_caption_in_a_line_of_its_own_is_kept_with_its_credit() -> None:
    picture = (
        '<div class="image"><img><span class="caption">The north tower in 1889</span><span class="credit">AP</span>'
    )
    story = article(f"<article><h1>{TITLE}</h1>{STORY.replace('<h2>', f'{picture}</div><h2>')}</article>")
    assert (of_role(story, Role.CAPTION), of_role(story, Role.CREDIT)) == (["The north tower in 1889"], ["AP"])


def test_a_first_sentence_is_no_headline() -> None:
    sentences = ["The bridge over the firth opened on Tuesday.", SECOND, LAST]
    story = webpage.read("".join(f"<p>{one}</p>" for one in sentences).encode(), "a.html", ReadOptions())
    assert told(story) == [("body", one) for one in sentences]


def test_a_line_behind_a_break_is_no_crosshead() -> None:
    body = f"<p>{SECOND}</p><p>The north tower<br>The south tower<br>and the one on the island</p>{STORY}"
    story = article(f"<h1>{TITLE}</h1>{body}")
    assert of_role(story, Role.CROSSHEAD) == ["A new design"]
    assert ("body", "The south tower\nand the one on the island") in told(story)


def test_what_is_raised_runs_into_no_figure() -> None:
    body = (
        "<p>By 1890<sup>1</sup> a wind of 10<sup>6</sup> pounds pressed on 900 m<sup>2</sup> of "
        "<b>steel</b><sup>[2]</sup>, the engineers said.<sup><a href=#n3>3</a></sup> "
        '<a href="/r">In 10<sup>3</sup> gales</a><a href=#n4><sup>4</sup></a> since the 19<sup>th</sup> century it '
        'lost 1<sup>1</sup>/<sub>2</sub> rivets.<sup class="footnote-ref">*</sup>'
        "<span style='vertical-align: super; font-size: 8px'>5</span></p>"
    )
    text = article(f"<h1>{TITLE}</h1>{STORY}{body}").draft.text
    assert text.endswith(
        "By 1890 a wind of 10⁶ pounds pressed on 900 m² of steel, the engineers said. In 10³ gales since the 19th "
        "century it lost 1 1/2 rivets."
    )


def test_a_link_that_style_sheets_raise_leads_to_a_note() -> None:
    mark = '<a class="footnote-anchor" href="#footnote-1">1</a>'
    text = article(f'<h1>{TITLE}</h1>{STORY}<p>It cost £3.2 million{mark}, of 54 <a href="#o">16</a> million.</p>')
    assert text.draft.text.endswith("It cost £3.2 million, of 54 16 million.")


def test_the_number_of_a_note_at_the_beginning_of_a_line_is_told() -> None:
    body = f"<p>{SECOND}</p><p><sup>1</sup> From the report of 1890.<br><sup>2</sup> From that of 1891.</p>"
    assert "¹ From the report of 1890.\n² From that" in article(f"<h1>{TITLE}</h1>{STORY}{body}").draft.text


def test_a_row_of_a_table_is_one_block_and_a_frame_of_a_page_is_none() -> None:
    table = "<table><tr><th>Year</th><th>Men</th></tr><tr><td>1887</td><td>4,600</td></tr></table>"
    inner = article(f"<h1>{TITLE}</h1>{STORY}{table}", options=ReadOptions(whole_page=True)).draft.text
    assert "Year | Men\n\n1887 | 4,600" in inner
    framed = article(f"<table><tr><td>{MENU}</td><td><h1>{TITLE}</h1>{STORY}</td></tr></table>")
    assert " | " not in framed.draft.text
    assert SECOND in framed.draft.text


def test_a_table_keeps_all_its_rows_also_where_its_cells_hold_paragraphs() -> None:
    """As word processors write them: the cells of few words were dropped without a word."""
    rows = [("Bridge", "Opened", "Main span"), ("Forth Bridge", "1890", "1,710 ft"), ("Quebec", "1917", "1,800 ft")]
    table = "".join(f"<tr>{''.join(f'<td><p>{cell}</p></td>' for cell in row)}</tr>" for row in rows)
    text = article(f"<h1>{TITLE}</h1>{STORY}<table>{table}</table><p>{LAST}</p>").draft.text
    assert "\n\n".join(" | ".join(row) for row in rows) in text


def test_a_pulled_quotation_in_other_words_is_there_to_be_checked_and_a_copy_is_not() -> None:
    pulled = '<aside class="pull-quote"><blockquote>“{}”</blockquote></aside>'
    other = "“It is the ugliest bridge of all”"
    copy = "It is the biggest and ugliest of all,"
    body = f"<p>{FIRST}</p>{pulled.format(copy)}<p>{THIRD}</p>{pulled.format(other[1:-1])}<p>{SECOND}</p><p>{LAST}</p>"
    assert of_role(article(f"<h1>{TITLE}</h1>{body}"), Role.BODY)[2:] == [other, SECOND, LAST]


def test_what_a_box_beside_the_paragraphs_tells_is_not_left_out_without_a_word() -> None:
    box = "<aside class='sidebar-box'><h4>{}</h4><p>{}</p></aside>"
    story = f"<h1>{TITLE}</h1><p>{FIRST}</p>{box}<p>{SECOND}</p><p>{LAST}</p>"
    (warning,) = article(story.format("Timeline", "1883: building begins. 1890: the bridge opens.")).warnings
    assert "“1883: building begins." in warning
    assert article(story.format("Related", '<a href="/x">How the Tay Bridge fell.</a>')).warnings == ()


def test_who_said_it_stands_below_a_quotation() -> None:
    quotation = "<blockquote><p>I drove the last rivet into it.</p><footer>— The Prince of Wales</footer></blockquote>"
    body = of_role(article(f"<h1>{TITLE}</h1><p>{FIRST}</p>{quotation}<p>{SECOND}</p><p>{LAST}</p>{FOOT}"), Role.BODY)
    assert body[1:] == ["I drove the last rivet into it.", "— The Prince of Wales", SECOND, LAST]


def test_the_button_that_leads_back_from_a_footnote_is_no_text() -> None:
    note = '<ol><li><p>From the report of 1890, p. 4. <a href="#r1">↩\ufe0e</a></p></li></ol>'
    text = article(f"<h1>{TITLE}</h1>{STORY}{note}", options=ReadOptions(whole_page=True)).draft.text
    assert text.endswith("\n\nFrom the report of 1890, p. 4.")


def test_what_is_struck_out_is_left_out_and_told() -> None:
    cost = "<p>It cost <s>£3</s> <del>£4</del> <ins>£3.2</ins> million in all.</p><p><s>So.</s></p>"
    body = f"<h1>{TITLE}</h1>{STORY}{cost}"
    after, before = article(body), article(body, options=ReadOptions(as_original=True))
    assert (of_role(after, Role.BODY)[-1], after.warnings) == ("It cost £3.2 million in all.", (STRUCK,))
    assert (of_role(before, Role.BODY)[-2:], before.warnings) == (["It cost £3 £4 million in all.", "So."], ())
    advertised = article(f"<h1>{TITLE}</h1>{STORY}<ins class='adsbygoogle'></ins><s></s>")
    assert advertised.warnings == ()


def test_the_whole_page_is_there_for_the_asking() -> None:
    story = article(FULL, options=ReadOptions(whole_page=True))
    assert of_role(story, Role.HEADLINE) == [TITLE]
    for text in ("Shipping", DEK, LAST, "All rights are with the paper"):
        assert text in story.draft.text


def test_a_page_without_a_story_gives_all_that_it_shows_and_says_so() -> None:
    story = article("<h1>Forth Bridge</h1><p>Subscribe to read on.</p>")
    assert "Subscribe to read on." in story.draft.text
    assert story.warnings[0].startswith("No story was found on the page")


def test_a_stub_is_told() -> None:
    (warning,) = article(f"<article><h1>{TITLE}</h1><p>{FIRST}</p></article>").warnings
    assert warning.startswith("Only 39 words of a story were found")
    assert "--whole-page" in warning
    data = '{"@type": "NewsArticle", "headline": "F", "isAccessibleForFree": false}'
    paid = f'<script type="application/ld+json">{data}</script>'
    assert article(f"<article><h1>{TITLE}</h1>{STORY}</article>", paid).warnings[0].startswith("Only ")


def test_much_text_that_was_left_out_is_told() -> None:
    other = "".join(
        f"<section class=card><p>In {year} the company carried more coal over the bridge than in any year before, and "
        f"paid its owners {year % 9} per cent, as the chairman told the meeting in Edinburgh. He thanked the men.</p>"
        "</section>"
        for year in range(1891, 1920)
    )
    story = article(f"<article><h1>{TITLE}</h1>{STORY}</article><aside>{other}</aside>")
    assert "more words of running text than the" in story.warnings[0]


def test_deep_nesting_costs_nothing_and_what_is_cut_off_is_told() -> None:
    def nested(depth: int) -> str:
        return f"<h1>{TITLE}</h1>{'<div>' * depth}{STORY}{'</div>' * depth}"

    assert SECOND in article(nested(400)).draft.text
    assert article(nested(400)).warnings == ()
    assert "nested too deeply" in article(f"{STORY}{nested(5000)}").warnings[-1]


@pytest.mark.parametrize(
    "text", ["", "<html></html>", "<div id=root></div><script>go('<p>hello</p>')</script>", "<!doctype html>"]
)
def test_a_page_that_shows_nothing_says_so(text: str) -> None:
    with pytest.raises(ArticleError, match=r"a\.html (shows no text without its scripts|is an empty page)") as caught:
        webpage.read(text.encode(), "a.html", ReadOptions())
    assert caught.value.todo


def test_a_page_of_one_endless_paragraph_is_no_article() -> None:
    with pytest.raises(ArticleError, match="a paragraph of more than 1,000,000 characters"):
        article(f"<p>{'word ' * 250_000}</p>")


def test_more_markup_or_text_than_any_page_has_is_refused() -> None:
    for body in (f"<p class='{'a' * 8_000_000}'>It fell.</p>", "<b>It</b> " * 50_000):
        with pytest.raises(ArticleError, match="has more markup than any page with an article"):
            article(body)
    with pytest.raises(ArticleError, match="it shows more than 2,000,000 characters"):
        article(f"<p>{SECOND}</p>" * (2_000_000 // len(SECOND) + 1))


def test_pictures_inside_a_page_do_not_count() -> None:
    picture = f'<img src="data:image/png;base64,{"iVBORw0KGgo=" * 1_000_000}">'
    assert told(article(f"<article><h1>{TITLE}</h1>{picture}{STORY}</article>"))[0] == ("headline", TITLE)


_SOUP = (
    "html head body frameset div p h1 h2 span a ul li table tr td figure figcaption blockquote article aside time br "
    "pre q script style form select svg dialog embed title meta noscript template ruby b"
)
_TAGS = _SOUP.split()
_MARKS = (
    "",
    " class=byline",
    " class=image-credit",
    " hidden",
    " datetime=1890-03-04",
    " rel=author",
    " style=display:none",
)
_PIECES = st.one_of(
    st.tuples(st.sampled_from(_TAGS), st.sampled_from(_MARKS)).map(lambda pair: f"<{pair[0]}{pair[1]}>"),
    st.sampled_from(_TAGS).map(lambda tag: f"</{tag}>"),
    st.sampled_from(
        [SECOND, THIRD, "By Ada Writer", "Published 4 March 1890", "&#xD800; \u202e", "Photo: Reuters", "é"]
    ),
)


@given(st.lists(_PIECES, max_size=60).map("".join), st.booleans())
@settings(max_examples=60, deadline=None)
def test_any_soup_of_tags_gives_blocks_in_order_or_one_clear_line(soup: str, whole: bool) -> None:
    try:
        draft = webpage.read(soup.encode(), "a.html", ReadOptions(whole_page=whole)).draft
    except ArticleError:
        return
    ends = [0, *(block.end for block in draft.blocks)]
    assert all(end <= block.start < block.end for end, block in zip(ends, draft.blocks, strict=False))
    assert "<" not in draft.text


@pytest.mark.parametrize(("data", "word"), [(b"%PDF-1.7", "PDF"), (b"PK\x03\x04", "Word"), (b"\x89PNG\r\n", "picture")])
def test_what_is_only_called_a_page_is_told(data: bytes, word: str) -> None:
    with pytest.raises(ArticleError, match=f"a.html is no text but .*{word}"):
        webpage.read(data + bytes(100), "a.html", ReadOptions())


@pytest.mark.skipif(sys.platform == "win32", reason="there nothing tells how much memory a process had")
def test_hostile_pages_stay_small(tmp_path: Path) -> None:
    pages = {
        "attribute": f"<body data-x='{'a' * 7_900_000}' class='{'b-' * 20_000}'><h1>{TITLE}</h1>{STORY}",
        "cells": f"<h1>{TITLE}</h1>{STORY}<table><tr>{'<td>x' * 10_000}",
        "depth": f"{'<div>' * 1900}<h1>{TITLE}</h1>{STORY * 50}",
        "line": f"<h1>{TITLE}</h1><p>{'word ' * 1_500_000}",
        "script": f"<h1>{TITLE}</h1>{STORY}<script type='application/ld+json'>{'[' * 7_000_000}</script>",
        "title": f"<title>{'- - ' * 1_900_000}</title><h1>{TITLE}</h1>{STORY}",
    }
    for name, text in pages.items():
        (tmp_path / f"{name}.html").write_text(text, encoding="utf-8")
    code = """
import resource, sys
from factcheck.errors import ArticleError
from factcheck.reading import read
for path in sys.argv[1:]:
    try:
        read(path)
    except ArticleError as error:
        print(error, file=sys.stderr)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
    done = subprocess.run(
        [sys.executable, "-c", code, *sorted(map(str, tmp_path.iterdir()))], capture_output=True, text=True, check=True
    )
    (line,) = done.stderr.splitlines()
    assert "line.html is no article: it has a paragraph of more than 1,000,000 characters" in line
    unit = 1 if sys.platform == "darwin" else 1024
    assert int(done.stdout) * unit < 300_000_000


def test_of_a_title_without_end_the_beginning_is_compared() -> None:
    long = "Bridge - " * 100_000
    head = f'<title>{long}</title><meta property="og:title" content="{long}">'
    linked = f'<script type="application/ld+json">{{"@type": "Article", "headline": "{long}"}}</script>'
    said = describe(document_fromstring(f"{head}{linked}<h1>{TITLE}</h1>"))
    assert max(map(len, (*said.titles, said.tab or ""))) < 3_000


def test_no_entity_is_fetched_and_no_file_is_read() -> None:
    entity = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    text = webpage.read(
        f"{entity}<h1>{TITLE}</h1><p>It is &x; here.</p>{STORY}".encode(), "a.html", ReadOptions()
    ).draft.text
    assert "root:" not in text


def test_hostile_text_is_text() -> None:
    story = article(f"<h1>{TITLE}</h1><p>{HOSTILE.replace('<', '&lt;')} &lt;script&gt; was on it. {SECOND}</p>{STORY}")
    assert "<script> was on it." in story.draft.text


@pytest.mark.parametrize(
    ("head", "encoding", "options"),
    [
        ("<meta charset=iso-8859-1>", "utf-8", ReadOptions()),
        ("<meta charset=windows-1252>", "cp1252", ReadOptions()),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252", ReadOptions()),
        ("", "cp1252", ReadOptions()),
        ("<meta charset=utf-8>", "cp1252", ReadOptions()),
        ("<meta charset=shift_jis>", "utf-8-sig", ReadOptions()),
        ("", "utf-16", ReadOptions()),
        ("", "utf-16-le", ReadOptions()),
        ("<!-- <meta charset=koi8-r> --><meta charset=unicode_escape>", "cp1252", ReadOptions()),
        ("<meta charset=koi8-r>", "cp1252", ReadOptions(declared="windows-1252")),
        ("<meta charset=koi8-r>", "mac-roman", ReadOptions(encoding="mac-roman")),
    ],
)
def test_a_page_is_decoded_by_its_bytes_and_then_by_what_is_declared(
    head: str, encoding: str, options: ReadOptions
) -> None:
    accents = "Gustave Eiffel and François Hennebique “were not asked” — the café was naïve."
    data = page(f"<h1>{TITLE}</h1><p>{accents}</p>{STORY}", head).encode(encoding)
    assert accents in webpage.read(data, "a.html", options).draft.text


def test_a_declared_encoding_of_many_bytes_is_believed() -> None:
    line = "東京の鉄橋は一八九〇年に開通した。" * 5
    data = page(f"<h1>{TITLE}</h1><p>{line}</p><p>{LAST}</p>", "<meta charset=shift_jis>").encode("shift_jis")
    text = webpage.read(data, "a.html", ReadOptions(whole_page=True)).draft.text
    assert line in text


def test_damaged_bytes_are_replaced_and_told_and_nuls_dropped() -> None:
    data = page(f"<h1>{TITLE}</h1><p>Caf\u00e9s and na\u00efve men. {SECOND}</p>{STORY}").encode()
    story = webpage.read(data.replace(b"men.", b"m\xff\x00en."), "a.html", ReadOptions())
    assert "naïve m\ufffden." in story.draft.text
    assert any("replacement" in warning for warning in story.warnings)


def test_an_encoding_that_is_none_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="there is no encoding 'klingon'"):
        article(FULL, options=ReadOptions(encoding="klingon"))
    with pytest.raises(ArticleError, match="line 1 holds bytes that are no ASCII"):
        webpage.read(b"<p>\xe9", "a.html", ReadOptions(encoding="ascii"))

"""HTML: a page's story as an article, without the furniture around it."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from factcheck.errors import ArticleError, printable
from factcheck.reading import stamps
from factcheck.reading.charset import decode_page
from factcheck.reading.cutting import Hint
from factcheck.reading.decode import MAX_LINE, MAX_TEXT, refuse_other, suspicions
from factcheck.reading.format import AS_IS, STRUCK, Format, ReadOptions, Stated
from factcheck.reading.metadata import article
from factcheck.reading.parts import Part, put_together
from factcheck.reading.roles import assign

if TYPE_CHECKING:
    from datetime import date

    from lxml.html import HtmlElement

    from factcheck.model import Article

_CUT_OFF: Final = "It is nested too deeply: what lies deeper than 2,000 elements is missing."
_OTHERWISE: Final = (
    "The page is called “{}” in the browser’s tab, which is its title here, and “{}” in print: check both."
)
_MAX_BYTES: Final = 8_000_000
_MAX_TAGS: Final = 100_000
"""Of a page without its pictures; long ones have a third of that. The tree takes up to a kilobyte a tag."""
_EMBEDDED: Final = re.compile(rb"data:[\w/+.-]{3,60};base64,[A-Za-z0-9+/=%\s]*")
"""A picture or a font inside the page: browsers that save it as one file put them there."""
_COPY: Final = "copy its text from the browser into a .txt file"


def read(data: bytes, source: str, options: ReadOptions = AS_IS) -> Article:
    """Read the story on a page.

    Raises:
        ArticleError: The page shows no text, or a paragraph of it is longer than any.
    """
    # lxml is not needed before a page is read, which happens in a process of its own.
    from factcheck.reading.markup import parse, passages, settle_superscripts, take_out_changes, take_out_invisible
    from factcheck.reading.page_title import page_title
    from factcheck.reading.selfdescribed import describe
    from factcheck.reading.story import body_words, doubts, find_headline, hint_of, story

    name = printable(source)
    refuse_other(data, name)
    data = _EMBEDDED.sub(b"data:,", data)
    if len(data) > _MAX_BYTES or data.count(b"<") > _MAX_TAGS:
        raise ArticleError(f"{name} has more markup than any page with an article", _COPY)
    tree, cut_off = parse(decode_page(data, name, declared=options.declared, encoding=options.encoding))
    if tree is None:
        raise ArticleError(f"{name} is an empty page", "save it once more in your browser, as HTML")
    said = describe(tree)
    published = said.published or _guessed_day(tree)
    take_out_invisible(tree)
    struck = take_out_changes(tree, original=options.as_original)
    settle_superscripts(tree)
    seen = list(passages(tree))
    if not seen:
        raise ArticleError(f"{name} shows no text without its scripts", _COPY)
    if max(len(passage.text) for passage in seen) > MAX_LINE:
        raise ArticleError(f"{name} is no article: it has a paragraph of more than {MAX_LINE:,} characters", _COPY)
    if sum(len(passage.text) for passage in seen) > MAX_TEXT:
        raise ArticleError(f"{name} is no article: it shows more than {MAX_TEXT:,} characters", _COPY)
    headline = find_headline(seen, said)
    parts = [] if options.whole_page else story(seen, body_words(tree, seen), headline, said)
    warnings = [] if options.whole_page else doubts(seen, parts, said)
    parts = parts or [Part(one.text, Hint.TITLE if at == headline else hint_of(one)) for at, one in enumerate(seen)]
    text, pieces = put_together(parts)
    blocks = assign(text, pieces, stopped_headline=False)
    title = page_title(said, None if headline is None else seen[headline].text)
    if headline is not None and title is not None:
        warnings.append(_OTHERWISE.format(printable(title), printable(seen[headline].text)))
    if struck:
        warnings.append(STRUCK)
    if cut_off:
        warnings.append(_CUT_OFF)
    stated = Stated(title=title, byline=said.byline)
    found = article(text, blocks, source, stated=stated, warnings=(*warnings, *suspicions(text)))
    # A date that is printed beside the story is surer than one that was guessed from an address or a comment.
    return replace(found, published=said.published or found.published or published)


def _guessed_day(tree: HtmlElement) -> date | None:
    """The day of publication by htmldate, which knows many more ways to hide it."""
    from htmldate import find_date

    try:
        found = find_date(deepcopy(tree), original_date=True, extensive_search=False)
    except Exception:  # noqa: BLE001  # a page that is too strange for it has no date
        return None
    return stamps.find_date(found or "")


FORMAT = Format("web page", (".html", ".htm", ".xhtml"), read, "text/html", guarded=True)

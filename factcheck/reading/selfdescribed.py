"""What a page says of itself to machines: titles, description, authors, date, in JSON-LD, ``<meta>`` and microdata."""

from __future__ import annotations

import html
import json
import re
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from factcheck.reading.markup import words
from factcheck.reading.stamps import find_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from lxml.html import HtmlElement

_STORIES: Final = ("Article", "Posting", "Report", "Review")
"""What the names of schema.org's types for stories end with."""
_MOST: Final = 10_000
"""Nodes of JSON-LD that are looked at."""
_LONGEST: Final = 2_000
"""Code points of a title or description that are looked at: each passage of the page is compared with them."""

_TITLES: Final = ("og:title", "twitter:title", "dc.title", "dcterms.title", "sailthru.title", "parsely-title", "title")
_DESCRIPTIONS: Final = (
    "og:description",
    "twitter:description",
    "description",
    "dc.description",
    "sailthru.description",
)
_AUTHORS: Final = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
)
_PUBLISHED: Final = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "ptime",
    "pdate",
    "date",
    "dc.date",
)

_SITE: Final = re.compile(r"\s+(?:[|–—·•»:-]|::)\s+")
_SHIFTED: Final = re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class SelfDescription:
    """What a page says of itself; none of it need be true, or visible."""

    titles: tuple[str, ...] = ()
    """Best first."""
    linked: str | None = None
    """What it gives to whoever shows a link to it."""
    tab: str | None = None
    """Its title in a browser."""
    descriptions: tuple[str, ...] = ()
    byline: str | None = None
    published: date | None = None
    paid: bool = False
    """Whether not all of it is for everybody."""


def describe(tree: HtmlElement) -> SelfDescription:
    """Collect what a page says of itself, before anything is taken out of its tree."""
    story = _story(tree)
    metas = _metas(tree)
    headline = _text(story.get("headline")) or _text(story.get("name"))
    tab = _line(tree.findtext(".//title") or "")
    return SelfDescription(
        titles=_told(headline, *(metas.get(name) for name in _TITLES), *without_site(tab)),
        linked=metas.get("og:title") or metas.get("twitter:title"),
        tab=tab or None,
        descriptions=_told(
            _text(story.get("description")),
            _text(story.get("alternativeHeadline")),
            *(metas.get(name) for name in _DESCRIPTIONS),
        ),
        byline=_names(story.get("author")) or _author(metas),
        published=_day(story.get("datePublished"))
        or next((day for name in _PUBLISHED if (day := _day(metas.get(name)))), None)
        or _marked_day(tree),
        paid=str(story.get("isAccessibleForFree")).lower() == "false",
    )


def _line(text: str) -> str:
    """A text in one line; of a very long one the beginning."""
    return " ".join(text[:_LONGEST].split())


def _told(*texts: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


def without_site(title: str) -> Iterator[str]:
    """A page's title as a browser shows it often ends, or begins, with the name of the site."""
    parts = _SITE.split(title)
    if len(parts) > 1:
        yield max(parts, key=lambda part: len(words(part)))
    yield title


def _metas(tree: HtmlElement) -> Mapping[str, str]:
    """The first ``<meta>`` of each name that says something."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = _line(meta.get("content") or "")
        for key in ("property", "name", "itemprop"):
            name = (meta.get(key) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _story(tree: HtmlElement) -> Mapping[str, Any]:
    """The JSON-LD of the story; an empty one where there is none."""
    queue: deque[Any] = deque()
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            try:
                queue.append(json.loads((script.text or "").strip().strip(";"), strict=False))
            except (ValueError, RecursionError):
                continue
    for _ in range(_MOST):
        if not queue:
            break
        node = queue.popleft()
        if isinstance(node, list):
            queue.extend(node)
        elif isinstance(node, dict):
            kinds = node.get("@type")
            named = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
            if any(str(kind).endswith(_STORIES) for kind in named) and node.keys() & {"headline", "datePublished"}:
                return node
            queue.extend(value for key, value in node.items() if key in {"@graph", "mainEntity", "mainEntityOfPage"})
    return {}


def _text(value: object) -> str | None:
    """A text of JSON-LD in one line, without the markup that some pages leave in it."""
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, str):
        return None
    return _line(re.sub(r"<[^<>]*>", " ", html.unescape(value[:_LONGEST]))) or None


def _names(author: object) -> str | None:
    """The names of JSON-LD's authors: words, objects, or lists of either. A house is no author."""
    each = [one for one in (author if isinstance(author, list) else [author])[:12] if one]
    people = [one for one in each if not isinstance(one, dict) or not _is_house(one)]
    names = [_text(one.get("name") if isinstance(one, dict) else one) for one in people]
    return ", ".join(_told(*(name for name in names if name and not _is_address(name)))) or None


def _is_house(author: Mapping[str, Any]) -> bool:
    """Whether JSON-LD says that an author is an organisation, of whichever kind."""
    kinds = author.get("@type")
    return any(str(kind).endswith("Organization") for kind in (kinds if isinstance(kinds, list) else [kinds])[:12])


def _author(metas: Mapping[str, str]) -> str | None:
    found = (metas.get(name) for name in _AUTHORS)
    name = next((name for name in found if name and not _is_address(name)), None)
    return re.sub(r"^by\s+", "", name, flags=re.IGNORECASE) if name else None


def _is_address(name: str) -> bool:
    return "://" in name or "@" in name or name.startswith("www.")


def _day(value: object) -> date | None:
    """The day of a stamp as it is written there, in the time zone of the paper."""
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, str):
        return None
    return find_date(value[:80]) or find_date(_SHIFTED.sub(r"\g<year>-\g<month>-\g<day>", value[:80]))


def _marked_day(tree: HtmlElement) -> date | None:
    """The day of an element that is marked as the date of publication."""
    for element in tree.iter("time", "span", "abbr", "div", "p"):
        marked = (element.get("itemprop") or "").lower() == "datepublished" or element.get("pubdate") is not None
        if marked or "published" in (element.get("class") or "").lower().split():
            day = _day(element.get("datetime") or element.get("content") or element.get("title"))
            day = day or _day(" ".join(element.itertext())[:200])
            if day:
                return day
    return None

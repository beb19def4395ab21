"""What a reader sees of a page: its visible text in passages, one for each paragraph, heading, caption or cell.

A page may be nested thousands of levels deep, so all walks are loops.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Final

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from factcheck.reading import superscripts
from factcheck.reading.decode import blank

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

_INVISIBLE: Final = frozenset(
    "head title script style noscript template iframe object applet svg canvas audio video map select option "  # noqa: SIM905  # reads best as text
    "datalist textarea input button meter progress noframes noembed frameset dialog".split()
)
"""Elements whose content is no text of the page; a closed dialog is one, an open one hardly ever the story."""
_EMPTY: Final = frozenset({"embed", "source", "track", "wbr", "param", "bgsound", "keygen"})
"""Elements that never hold anything, though the parser may put the rest of the page into one that is not closed."""
_STRUCK: Final = ("del", "s", "strike")
_BLOCKS: Final = frozenset(
    "html body address article aside blockquote center dd details dir div dl dt fieldset figcaption figure footer form "  # noqa: SIM905  # as above
    "h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table caption colgroup "
    "tbody td tfoot th thead tr ul".split()
)
HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_DEEP: Final = 8
"""Elements around a name in which a site without telling classes says what it is."""
_MAX_NAME: Final = 1000
"""Code points of a class that anybody looks at: patterns are searched in it again and again."""


def _named(names: str) -> re.Pattern[str]:
    """A pattern for classes that hold a name, parted from others by a mark or, as in ``imageCaption``, by a capital."""
    return re.compile(rf"(?:^|[\s_-]|(?<=[a-z])(?=[A-Z]))(?i:{names})(?:$|[\s_-]|(?=[A-Z]))")


_HIDING: Final = re.compile(r"\b(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_FOR_THE_EAR: Final = frozenset(
    {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only", "element-invisible"}
)
"""Classes by which common style sheets hide what only a screen reader is to say."""
_CREDIT: Final = _named("credits?|copyright|attribution|photographer")
_CAPTION: Final = _named("caption|cutline")
_DEK: Final = _named("dek|deck|standfirst|strapline|sub-?title|sub-?head(?:line|ing)?|summary|excerpt")
_TOLD: Final = re.compile(r"\b(?:description|alternativeHeadline|alternateName)\b", re.IGNORECASE)
"""Properties of schema.org that a dek is marked with."""
_AUTHOR: Final = re.compile(r"byline|author|contributor", re.IGNORECASE)
_NOTE: Final = re.compile(r"\b(?:foot-?note|note-?ref|doc-noteref|reference|fn)", re.IGNORECASE)
_TO_NOTE: Final = re.compile(r"foot-?note|note-?ref", re.IGNORECASE)
_BACK: Final = re.compile(r"\s*[↩↑↵⤴⏎^]\ufe0e?\s*")
"""The button behind a footnote that leads back to its mark."""
_RAISING: Final = re.compile(r"\bvertical-align\s*:\s*super\b", re.IGNORECASE)
_NEAR: Final = 20
"""Code points before what is raised that tell what it is."""
_ELSEWHERE: Final = _named(
    "related|recirc(?:ulation)?|newsletters?|promos?|most-?(?:read|popular|viewed)|trending|outbrain|taboola|sign-?up|"
    "read-?(?:more|next)|more-?(?:from|stories|on)|comments?|share|social|sharing"
)
_PULLED: Final = _named("pull-?quotes?")
_POST: Final = re.compile(r"twitter-|instagram-|tiktok-|bluesky-|mastodon-|fb-post|reddit-", re.IGNORECASE)

_SPACE: Final = re.compile(r"[ \t\n\r\f\xa0]+")
_WIDTHLESS: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_EMPTY_LINES: Final = re.compile(r"\n{2,}")


@dataclass(frozen=True)
class Passage:
    """Some text that stands by itself on the page."""

    text: str
    """White space as the page shows it: single spaces, a line end where the page has one."""
    element: HtmlElement
    """What it stands in."""
    linked: int
    """How many of its code points are links."""

    @property
    def tag(self) -> str:
        """Of its element."""
        return str(self.element.tag)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """In lower case, to compare it with others."""
        return words(self.text)

    @cached_property
    def around(self) -> tuple[HtmlElement, ...]:
        """Its element and all that this stands in, from the inside."""
        return (self.element, *self.element.iterancestors())

    def within(self, *tags: str) -> bool:
        """Whether it stands inside one of these elements."""
        return any(element.tag in tags for element in self.around)

    @property
    def home(self) -> HtmlElement:
        """What its element stands in, with its neighbours."""
        return self.around[min(1, len(self.around) - 1)]

    @property
    def table(self) -> HtmlElement | None:
        """The table that it is a row of."""
        return next((one for one in self.around if one.tag == "table"), None) if self.tag == "tr" else None

    @property
    def article(self) -> HtmlElement | None:
        """The innermost ``<article>`` that it stands in."""
        return next((element for element in self.around if element.tag == "article"), None)

    @property
    def frame(self) -> HtmlElement | None:
        """The innermost element that a page has for one story, or for what is its own on a page."""
        return next((element for element in self.around if element.tag in {"article", "main"}), None)

    @property
    def is_caption(self) -> bool:
        """Whether the page says that it stands below a picture."""
        near = self.around[:4]
        return any(one.tag == "figcaption" or _CAPTION.search(one.get("class") or "") for one in near)

    @property
    def is_credit(self) -> bool:
        """Whether the page says that it tells where a picture is from."""
        return any(_CREDIT.search(one.get("class") or "") for one in self.around[:2])

    @property
    def is_dek(self) -> bool:
        """Whether the page says that it stands between headline and story."""
        near = self.around[:2]
        return any(
            _DEK.search(one.get("class") or "")
            or _DEK.search(one.get("id") or "")
            or _TOLD.search(one.get("itemprop") or "")
            for one in near
        )

    @property
    def is_signature(self) -> bool:
        """Whether the page says that it tells who wrote the story."""
        near = [*self.around[:3], *self.element.iterdescendants("a", "span")]
        tested = (one.get("data-component") or one.get("data-testid") or "" for one in self.around[:_DEEP])
        return any("byline" in name for name in tested) or any(
            one.get("rel") == "author" or one.get("itemprop") == "author" or _AUTHOR.search(one.get("class") or "")
            for one in near
        )

    @property
    def is_post(self) -> bool:
        """Whether it is somebody's words on another site, shown in the story."""
        return any(one.tag == "blockquote" and _POST.search(one.get("class") or "") for one in self.around[:4])

    @property
    def is_pulled(self) -> bool:
        """Whether it is shown once more in large letters, which are checked, too: often it is shortened."""
        return any(_PULLED.search(one.get("class") or "") for one in self.around[:4])

    @property
    def is_said_by(self) -> bool:
        """Whether it tells below a quotation whose it is, as the foot of the quotation and not of the page."""
        return self.tag == "footer" and self.within("blockquote")

    def is_beside(self, story: Container[HtmlElement], *, asides: bool = True) -> bool:
        """Whether it stands in a box that leads elsewhere: below none of the elements that hold the story itself.

        Args:
            story: These elements.
            asides: Whether that is said of every ``<aside>``, of which some are fact boxes.
        """
        boxes = {"aside", "nav", "footer"} if asides else {"nav", "footer"}
        for element in self.around:
            if element in story:
                return False
            if element.tag in boxes or _ELSEWHERE.search(element.get("class") or ""):
                return True
        return False

    @property
    def is_prose(self) -> bool:
        """Whether it is plainly running text, and not of a menu or the foot of the page."""
        long = len(self.words) >= 15 and not self.is_link
        return long and self.text.rstrip("\"'”’)").endswith((".", "!", "?")) and not self.within("nav", "footer")

    @property
    def is_link(self) -> bool:
        """Whether hardly anything in it is not a link, as in a menu or a list of other stories."""
        return self.linked > 0.8 * len(self.text)


def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case."""
    return tuple(re.findall(r"\w+", text.casefold()))


def parse(markup: str) -> tuple[HtmlElement | None, bool]:
    """Build the page's tree, without asking the network or the disk for anything.

    Returns:
        The tree, None where there is nothing; and whether it was cut off because it is nested too deeply.
    """
    parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        tree = None
    return tree, any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log)


def take_out_invisible(tree: HtmlElement) -> None:
    """Drop what the page does not show, and cut names of elements that are longer than any."""
    for element in list(tree.iter(etree.Element)):
        if element is tree or element.getparent() is None:
            continue
        for name in ("class", "id"):
            if len(element.get(name) or "") > _MAX_NAME:
                element.set(name, str(element.get(name))[:_MAX_NAME])
        if element.tag in _EMPTY:
            element.drop_tag()
        elif _is_invisible(element):
            element.drop_tree()


def _is_invisible(element: HtmlElement) -> bool:
    """Whether a page does not show an element.

    ``aria-hidden`` is a word to screen readers: around a block it is a closed window nearly always, in a line it is
    something that is seen, such as a large first letter.
    """
    if element.tag in _INVISIBLE or element.get("hidden") is not None:
        return True
    if _HIDING.search(element.get("style") or "") or _FOR_THE_EAR.intersection(
        (element.get("class") or "").lower().split()
    ):
        return True
    if element.tag == "a" and (element.get("href") or "").startswith("#") and _BACK.fullmatch(_beginning(element)):
        return True
    return element.get("aria-hidden") == "true" and element.tag in _BLOCKS


def take_out_changes(tree: HtmlElement, *, original: bool) -> bool:
    """Drop what the page shows as struck out, or else what came in for that.

    Returns:
        Whether words that are struck out are gone.
    """
    found = [one for one in tree.iter(*(("ins",) if original else _STRUCK)) if one.getparent() is not None]
    told = not original and any(text.strip() for one in found for text in one.itertext())
    for element in found:
        element.drop_tree()
    return told


def settle_superscripts(tree: HtmlElement) -> None:
    """Turn what is raised into text that says what it says on the page."""
    settled: list[tuple[HtmlElement, str]] = []
    before = ""
    links: list[HtmlElement] = []
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        begins = event == "start"
        if element.tag in _BLOCKS or element.tag == "br":
            before = ""
        elif element.tag == "a":
            links = [*links, element] if begins else links[:-1]
        raised = _beginning(element) if begins and _is_raised(element) else ""
        if 0 < len(raised) <= superscripts.LONGEST:
            is_note = _leads_to_note(element, raised, links)
            text = superscripts.settled(raised, before, element.tail or "", is_note=is_note)
            settled.append((element, text))
            walk.skip_subtree()
        else:
            text = (element.text if begins else element.tail) or ""
        before = (before + text[-_NEAR:])[-_NEAR:]
    for element, text in settled:
        for below in list(element):
            element.remove(below)
        element.text = text


def _is_raised(element: HtmlElement) -> bool:
    """Whether it is raised, or leads to a note, which style sheets raise."""
    name = element.get("class") or ""
    if element.tag == "a" and (element.get("href") or "").startswith("#") and _TO_NOTE.search(name):
        return True
    return element.tag == "sup" or bool(_RAISING.search(element.get("style") or ""))


def _leads_to_note(element: HtmlElement, raised: str, links: Sequence[HtmlElement]) -> bool:
    """Whether what is raised is a link, by itself or with nothing beside it, or is said to be a note's mark."""
    linked = next(element.iter("a"), None) is not None or any(_beginning(link) == raised for link in links[-1:])
    return linked or bool(_NOTE.search(f"{element.get('class') or ''} {element.get('role') or ''}"))


def _beginning(element: HtmlElement) -> str:
    """An element's text, of a long one hardly more than its beginning."""
    text = ""
    for part in element.itertext():
        text += part
        if len(text) > superscripts.LONGEST:
            break
    return text


def passages(tree: HtmlElement) -> Iterator[Passage]:
    """The visible text in page order."""
    blocks = [tree]
    rows: set[HtmlElement] = set()
    run: list[str] = []
    links = linked = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        begins = event == "start"
        in_row = blocks[-1] in rows and element is not blocks[-1]
        if not in_row and (element.tag in _BLOCKS or _is_line(element)):
            yield from _closed(run, blocks[-1], linked)
            run, linked = [], 0
            if begins:
                blocks.append(element)
                if element.tag == "tr" and _is_row(element):
                    rows.add(element)
            else:
                blocks.pop()
        elif begins and in_row and element.getparent() is blocks[-1] and any(not part.isspace() for part in run):
            run.append(" | ")
        elif element.tag == "q":
            run.append("“" if begins else "”")
        elif begins and element.tag == "br":
            run.append("\n")
        if begins:
            links += element.tag == "a"
            text = element.text
        else:
            links -= element.tag == "a"
            text = element.tail
        if text:
            linked += len(text) if links else 0
            run.append(text if blocks[-1].tag == "pre" else _SPACE.sub(" ", text))


def _is_line(element: HtmlElement) -> bool:
    """Whether an element that is no block is a line of its own all the same, telling of a picture."""
    name = element.get("class") or ""
    return element.tag in {"span", "cite", "small", "em"} and bool(_CREDIT.search(name) or _CAPTION.search(name))


def _is_row(row: HtmlElement) -> bool:
    """Whether it is a row of figures or words, rather than a frame for parts of a page.

    Word processors put what stands in a cell into a paragraph, which is all that the cell has.
    """
    inner = [tuple(islice(_inner_blocks(cell), 2)) for cell in row]
    single = all(len(blocks) < 2 and all(one.tag in {"p", "div"} for one in blocks) for blocks in inner)
    return not any(inner) or (single and len(inner) > 1)


def _inner_blocks(cell: HtmlElement) -> Iterator[HtmlElement]:
    return (below for below in cell.iterdescendants() if below.tag in _BLOCKS or below.tag == "br")


def _closed(run: list[str], block: HtmlElement, linked: int) -> Iterator[Passage]:
    """The passages of what stands between two boundaries: an empty line parts them, too."""
    text = "".join(run).translate(_WIDTHLESS)
    lines = (line.rstrip() if block.tag == "pre" else _SPACE.sub(" ", line).strip() for line in text.split("\n"))
    for part in _EMPTY_LINES.split("\n".join(lines)):
        if not blank(part):
            yield Passage(part.strip("\n"), block, linked)

"""Markdown: its readable text without the marks; headings, images and front matter say what is what."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from factcheck.errors import printable
from factcheck.reading.cutting import Hint
from factcheck.reading.decode import blank, decode, refuse_large
from factcheck.reading.format import AS_IS, Format, ReadOptions, Stated
from factcheck.reading.metadata import article
from factcheck.reading.parts import Part, put_together
from factcheck.reading.roles import assign, blocks
from factcheck.reading.stamps import find_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from factcheck.model import Article

_MAX_NESTING: Final = 60
"""Quotations and lists inside each other; the parser would drop what lies deeper, so such a text is read as plain."""

_MAX_PARAGRAPH: Final = 100_000
"""Code points. The parser's time grows with the square of a paragraph of open brackets."""

_AS_PLAIN: Final = "Its marks could not be told from its text, so it was read as plain text."

_ENTRY: Final = re.compile(r"(?P<key>[A-Za-z_-]{1,30})[ \t]*:[ \t]*(?P<value>\S.*)")
_TAG: Final = re.compile(r"<[^<>]*>")
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def read(data: bytes, source: str, options: ReadOptions = AS_IS) -> Article:
    """Read a Markdown text. Title and dek of the front matter are part of the story, and so of its text.

    Raises:
        ArticleError: The bytes hold no text.
    """
    from markdown_it import MarkdownIt
    from mdit_py_plugins.front_matter import front_matter_plugin

    marked, warnings = decode(data, printable(source), options.encoding, options.declared)
    refuse_large(marked, printable(source))
    if max(map(len, marked.split("\n\n"))) > _MAX_PARAGRAPH:
        return article(marked, blocks(marked), source, warnings=(*warnings, _AS_PLAIN))
    parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING}).enable("table").use(front_matter_plugin)
    tokens = parser.parse(marked)
    front = _front_matter(tokens)
    stated = _stated(front)
    parts = [part for part in _parts(tokens) if not blank(part.text)]
    if not parts or any(token.level >= _MAX_NESTING - 1 for token in tokens):
        return article(marked, blocks(marked), source, stated=stated, warnings=(*warnings, _AS_PLAIN))
    if stated.title and not any(part.hint is Hint.TITLE for part in parts):
        dek = next((front[key] for key in ("dek", "standfirst", "subtitle") if key in front), None)
        parts = [Part(stated.title, Hint.TITLE), *([Part(dek, Hint.DEK)] if dek else []), *parts]
    text, pieces = put_together(parts)
    return article(text, assign(text, pieces), source, stated=stated, warnings=warnings)


def _front_matter(tokens: Sequence[Token]) -> dict[str, str]:
    """The simple ``key: value`` lines of front matter; whatever is more than that is left alone."""
    content = next((token.content for token in tokens if token.type == "front_matter"), "")
    found = (_ENTRY.fullmatch(line.rstrip()) for line in content.splitlines())
    entries = ((match["key"].lower(), match["value"].strip("\"' ")) for match in found if match)
    return {key: value for key, value in entries if not blank(value)}


def _stated(front: dict[str, str]) -> Stated:
    def first(*keys: str) -> str | None:
        return next((front[key] for key in keys if key in front), None)

    return Stated(
        title=first("title", "headline"),
        dek=first("dek", "standfirst", "subtitle"),
        byline=first("byline", "author", "authors", "by"),
        published=find_date(first("date", "published", "pubdate") or ""),
    )


def _parts(tokens: Sequence[Token]) -> Iterator[Part]:
    """The text of each block in order. The first heading of the highest rank before any text is the title."""
    heading = ""
    told = False
    pictured = False
    depth = 0
    cells: list[str] | None = None
    for token in tokens:
        if token.type == "heading_open":
            heading = token.tag
        elif token.type in {"list_item_open", "list_item_close"}:
            depth += token.nesting
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            yield Part(" | ".join(cells or []), Hint.TABLE)
            cells, told = None, True
        elif token.type in {"fence", "code_block"}:
            yield Part(token.content.strip("\n"), Hint.ITEM)
            told = True
        elif token.type == "html_block":
            yield Part(_without_tags(token.content))
        elif token.type == "inline" and cells is not None:
            cells.append("".join(part.text for part in _inline(token)).strip())
        elif token.type == "inline":
            for part in _inline(token):
                hint = part.hint
                if heading and hint is Hint.NONE:
                    hint = Hint.TITLE if heading == "h1" and not told else Hint.HEADING
                elif pictured and hint is Hint.NONE and _all_emphasis(token):
                    hint = Hint.CAPTION
                elif depth and hint is Hint.NONE:
                    hint = Hint.ITEM
                told = told or hint in {Hint.NONE, Hint.ITEM, Hint.TITLE}
                pictured = hint is Hint.IMAGE
                yield Part(part.text, hint)
            heading = ""


def _inline(token: Token) -> Iterator[Part]:
    """One paragraph's text; images in it are parts of their own, and so is what stands below one."""
    run = ""
    pictured = False
    for child in token.children or []:
        if child.type == "image":
            if not blank(run):
                yield Part(run.strip("\n "), Hint.CAPTION if pictured else Hint.NONE)
            run, pictured = "", True
            yield Part(child.content.strip(), Hint.IMAGE)
            if title := str(child.attrs.get("title", "")).strip():
                yield Part(title, Hint.CAPTION)
        elif child.type == "softbreak":
            run += " "
        elif child.type == "hardbreak":
            run += "\n"
        elif child.type == "html_inline":
            run += "\n" if re.match(r"<br\b", child.content, re.IGNORECASE) else ""
        else:
            run += child.content
    if not blank(run):
        yield Part(run.strip("\n "), Hint.CAPTION if pictured else Hint.NONE)


def _all_emphasis(token: Token) -> bool:
    """Whether a paragraph is in italics from end to end, as captions under images are."""
    children = token.children or []
    return len(children) > 2 and children[0].type == "em_open" and children[-1].type == "em_close"


def _without_tags(markup: str) -> str:
    """The text in raw HTML, which is only ever text: tags go, scripts and styles go with their content."""
    if markup.lstrip().lower().startswith(("<script", "<style")):
        return ""
    return html.unescape(_TAG.sub("", _COMMENT.sub("", markup))).replace("\0", "").strip("\n")


FORMAT = Format("Markdown", (".md", ".markdown"), read, "text/markdown")

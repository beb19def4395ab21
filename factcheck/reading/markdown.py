"""Markdown: its readable text without the marks; headings, images and front matter say what is what.

Footnotes leave the sentence that they stand in, and become what its writer noted beside it, and so do the addresses of
links.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from factcheck.errors import printable
from factcheck.model import Annotation, AnnotationKind
from factcheck.reading import links, sentences, superscripts
from factcheck.reading.cutting import Hint
from factcheck.reading.decode import blank, decode, refuse_large
from factcheck.reading.format import AS_IS, STRUCK, Format, ReadOptions
from factcheck.reading.front_matter import front_matter, is_meant
from factcheck.reading.metadata import article
from factcheck.reading.parts import JOINT, Part, put_together
from factcheck.reading.roles import assign, blocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markdown_it.token import Token

    from factcheck.model import Article

_MAX_NESTING: Final = 60
"""Quotations and lists inside each other; the parser would drop what lies deeper, so such a text is read as plain."""

_MAX_PARAGRAPH: Final = 100_000
"""Code points. The parser's time grows with the square of a paragraph of open brackets."""

_AS_PLAIN: Final = "Its marks could not be told from its text, so it was read as plain text."
_BROKEN: Final = "Its front matter cannot be read as that, and is part of the text."

_TAG: Final = re.compile(r"<[^<>]*>")
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CELL: Final = re.compile(r"</t[dh]\s*>\s*(?=<t[dh]\b)", re.IGNORECASE)
_LINE: Final = re.compile(
    r"</(?:tr|caption|p|li|div|dt|dd|h[1-6]|summary|figcaption|blockquote)\s*>\s*|<br\b[^<>]*>\s*", re.IGNORECASE
)
"""Where a line of raw HTML ends: without its tags, what stands in two cells or items would be one word."""
_RAISED: Final = re.compile(r"<(?P<end>/)?sup\b", re.IGNORECASE)
_PLAINLY: Final = re.compile(
    r"\A\s*#{1,6} \S|^#{1,6} \S.*\n(?:.*\n)*?#{1,6} \S"
    r"|\]\(https?://[^\s()]+\)|^\[\^[\w-]{1,20}\]: \S|^!\[[^\]\n]*\]\([^\s()]+\)",
    re.MULTILINE,
)
"""Marks that no plain text has: a heading at its top or two below, links, footnotes, images."""
_BEGINNING: Final = 20_000
"""Code points in which marks are looked for."""


@dataclass(frozen=True, slots=True)
class _Marked(Part):
    """Text in which footnotes are marked."""

    notes: tuple[tuple[int, str], ...] = ()
    """Where each mark stands in it, and the note's text."""
    links: tuple[tuple[int, int, str], ...] = ()
    """Start, end and address of each link in it."""


def read(data: bytes, source: str, options: ReadOptions = AS_IS) -> Article:
    """Read a Markdown text. Title and dek of the front matter are part of the story, and so of its text.

    Raises:
        ArticleError: The bytes hold no text.
    """
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    name = "standard input" if source == "-" else printable(source)
    whole, warnings = decode(data, name, options.encoding, options.declared)
    refuse_large(whole, name)
    front = front_matter(whole)
    stated = front.stated
    marked = whole[front.end :]
    if front.broken:
        warnings = (*warnings, _BROKEN)
    if max(map(len, marked.split("\n\n"))) > _MAX_PARAGRAPH:
        return article(whole, blocks(whole), source, stated=stated, warnings=(*warnings, _AS_PLAIN))
    parser = (
        MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING}).enable(["table", "strikethrough"]).use(footnote_plugin)
    )
    parser.core.ruler.disable("footnote_tail")  # it would put notes that nothing refers to nowhere
    environment: dict[str, dict[str, dict[int, Mapping[str, list[Token]]]]] = {}
    tokens = parser.parse(marked, environment)
    if not options.as_original and _without_struck(tokens):
        warnings = (*warnings, STRUCK)
    parts = [part for part in _parts(*_taken_apart(tokens, environment)) if not blank(part.text)]
    parts = [Part(front.broken, Hint.BROKEN), *parts] if front.broken else parts
    if not parts or any(token.level >= _MAX_NESTING - 1 for token in tokens):
        return article(whole, blocks(whole), source, stated=stated, warnings=(*warnings, _AS_PLAIN))
    if stated.title and not any(part.hint is Hint.TITLE for part in parts):
        parts = [Part(stated.title, Hint.TITLE), *([Part(stated.dek, Hint.DEK)] if stated.dek else []), *parts]
    text, pieces = put_together(parts)
    found = article(text, assign(text, pieces), source, stated=stated, warnings=warnings)
    beside = sorted((*_footnotes(parts), *links.beside(text, _links(parts))), key=lambda one: one.start)
    return replace(found, draft=replace(found.draft, annotations=tuple(beside)))


def is_markdown(text: str) -> bool:
    """Whether a text whose format nobody named has front matter, or marks that are plainly Markdown's."""
    return is_meant(text) or bool(_PLAINLY.search(text[:_BEGINNING]))


def _taken_apart(
    tokens: Sequence[Token], environment: Mapping[str, Mapping[str, Mapping[int, Mapping[str, list[Token]]]]]
) -> tuple[list[Token], Mapping[str, str]]:
    """The tokens of the text, and the notes that it refers to by their labels; those of inline notes are numbers."""
    referred = {_label(child) for token in tokens for child in token.children or [] if child.type == "footnote_ref"}
    inline = environment.get("footnotes", {}).get("list", {})
    notes = {f"#{at}": _told(one["tokens"]) for at, one in inline.items() if "tokens" in one}
    text: list[Token] = []
    label = ""
    for token in tokens:
        if token.type == "footnote_reference_open":
            label = _label(token) if _label(token) in referred else ""
        elif token.type == "footnote_reference_close":
            label = ""
        elif not label:
            text.append(token)
        elif token.type == "inline":
            notes[label] = "\n".join(filter(None, (notes.get(label), _told(token.children or []))))
    return text, notes


def _without_struck(tokens: Sequence[Token]) -> bool:
    """Take what is struck out of the tokens; whether there was anything."""
    found = False
    for token in tokens:
        struck = 0
        kept = []
        for child in token.children or []:
            struck += child.type == "s_open"
            if not struck:
                kept.append(child)
            struck -= child.type == "s_close"
        found = found or len(kept) < len(token.children or [])
        token.children = kept if token.children else token.children
    return found


def _label(mark: Token) -> str:
    """What a note is called; one that stands in the text itself has a number alone."""
    return f"^{mark.meta['label']}" if "label" in mark.meta else f"#{mark.meta['id']}"


def _told(children: Sequence[Token]) -> str:
    """The text of a note, with the addresses that its links lead to: they are its sources."""
    text = ""
    address = ""
    for child in children:
        if child.type == "link_open":
            address = str(child.attrs.get("href", ""))
        elif child.type == "link_close":
            text += "" if text.endswith(address) else f" ({address})"
        else:
            text += " " if child.type in {"softbreak", "hardbreak"} else child.content
    return text.strip()


def _footnotes(parts: Sequence[Part]) -> Iterator[Annotation]:
    """The notes, each on the words from the beginning of its sentence to its mark."""
    start = 0
    for part in parts:
        notes = part.notes if isinstance(part, _Marked) else ()
        begins = list(sentences.starts(part.text)) if notes else []
        for at, note in notes:
            if note:
                first, end = sentences.up_to(part.text, at, begins) or (0, len(part.text))
                yield Annotation(start + first, start + end, AnnotationKind.FOOTNOTE, note)
        start += len(part.text) + len(JOINT)


def _links(parts: Sequence[Part]) -> Iterator[tuple[int, int, str]]:
    """Start, end and address of each link in the text."""
    start = 0
    for part in parts:
        for first, end, address in part.links if isinstance(part, _Marked) else ():
            yield start + first, start + end, address
        start += len(part.text) + len(JOINT)


def _parts(tokens: Sequence[Token], notes: Mapping[str, str]) -> Iterator[Part]:
    """The text of each block in order. The first heading of the highest rank before any text is the title."""
    heading = ""
    told = False
    pictured = False
    depth = 0
    cells: list[Part] | None = None
    for token in tokens:
        if token.type == "heading_open":
            heading = token.tag
        elif token.type in {"list_item_open", "list_item_close"}:
            depth += token.nesting
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            yield _joined(cells or [])
            cells, told = None, True
        elif token.type in {"fence", "code_block"}:
            yield Part(token.content.strip("\n"), Hint.ITEM)
            told = True
        elif token.type == "html_block":
            yield from map(_of_html, _LINE.split(_COMMENT.sub("", token.content)))
        elif token.type == "inline" and cells is not None:
            cells.append(_joined(list(_inline(token, notes)), ""))
        elif token.type == "inline":
            for part in _inline(token, notes):
                hint = part.hint
                if heading and hint is Hint.NONE:
                    hint = Hint.TITLE if heading == "h1" and not told else Hint.HEADING
                elif pictured and hint is Hint.NONE and _all_emphasis(token):
                    hint = Hint.CAPTION
                elif depth and hint is Hint.NONE:
                    hint = Hint.ITEM
                told = told or hint in {Hint.NONE, Hint.ITEM, Hint.TITLE}
                pictured = hint is Hint.IMAGE
                yield replace(part, hint=hint)
            heading = ""


def _joined(parts: Sequence[Part], between: str = " | ") -> Part:
    """The cells of a row, or what stands in one of them."""
    text = ""
    notes: list[tuple[int, str]] = []
    linked: list[tuple[int, int, str]] = []
    for at, part in enumerate(parts):
        text += between if at else ""
        here = len(text)
        if isinstance(part, _Marked):
            notes += [(here + place, note) for place, note in part.notes]
            linked += [(here + start, here + end, address) for start, end, address in part.links]
        text += part.text
    return _Marked(text, Hint.TABLE, tuple(notes), tuple(linked))


def _inline(token: Token, notes: Mapping[str, str]) -> Iterator[Part]:
    """One paragraph's text; images in it are parts of their own, and so is what stands below one."""
    run = ""
    pictured = False
    raised: int | None = None
    marks: list[tuple[int, str]] = []
    linked: list[tuple[int, int, str]] = []
    address = ""
    since = 0
    children = token.children or []
    for at, child in enumerate(children):
        if child.type == "image":
            if not blank(run):
                yield _run(run, marks, linked, pictured=pictured)
            run, pictured, raised, marks, linked, since = "", True, None, [], [], 0
            yield Part(child.content.strip(), Hint.IMAGE)
            if title := str(child.attrs.get("title", "")).strip():
                yield Part(title, Hint.CAPTION)
        elif child.type == "footnote_ref":
            marks.append((len(run), notes.get(_label(child), "")))
        elif child.type == "link_open":
            address, since = str(child.attrs.get("href", "")), len(run)
        elif child.type == "link_close":
            linked.append((since, len(run), address))
        elif child.type == "softbreak":
            run += " "
        elif child.type == "hardbreak":
            run += "\n"
        elif child.type == "html_inline":
            run += "\n" if re.match(r"<br\b", child.content, re.IGNORECASE) else ""
            if tag := _RAISED.match(child.content):
                if tag["end"] and raised is not None:
                    after = children[at + 1].content if at + 1 < len(children) else ""
                    run = run[:raised] + superscripts.settled(run[raised:], run[:raised], after)
                raised = None if tag["end"] else len(run)
        else:
            run += child.content
    if not blank(run):
        yield _run(run, marks, linked, pictured=pictured)


def _run(run: str, marks: Sequence[tuple[int, str]], linked: Sequence[tuple[int, int, str]], *, pictured: bool) -> Part:
    text = run.strip("\n ")
    cut_off = len(run) - len(run.lstrip("\n "))

    def place(at: int) -> int:
        return min(max(0, at - cut_off), len(text))

    notes = tuple((place(at), note) for at, note in marks)
    linked = tuple((place(start), place(end), address) for start, end, address in linked)
    return _Marked(text, Hint.CAPTION if pictured else Hint.NONE, notes, linked)


def _all_emphasis(token: Token) -> bool:
    """Whether a paragraph is in italics from end to end, as captions under images are."""
    children = token.children or []
    return len(children) > 2 and children[0].type == "em_open" and children[-1].type == "em_close"


def _of_html(markup: str) -> Part:
    """A line of raw HTML; cells stand apart as those of Markdown's own tables do."""
    cells = _CELL.split(markup)
    return Part(" | ".join(_without_tags(cell).strip() for cell in cells), Hint.TABLE if len(cells) > 1 else Hint.NONE)


def _without_tags(markup: str) -> str:
    """The text in raw HTML, which is only ever text: tags go, scripts and styles go with their content."""
    if markup.lstrip().lower().startswith(("<script", "<style")):
        return ""
    return html.unescape(_TAG.sub("", _COMMENT.sub("", markup))).replace("\0", "").strip("\n")


FORMAT = Format("Markdown", (".md", ".markdown"), read, "text/markdown")

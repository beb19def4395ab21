"""Front matter: what stands before a text about it, in the ways that publishing programs write it.

YAML between lines of ``---``, TOML between lines of ``+++``, a JSON object, or pandoc's lines with ``%``. Values are
texts here, whatever a notation makes of them: a title may be *No* or *1984*.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from factcheck.reading.bylines import byline_names
from factcheck.reading.format import Stated
from factcheck.reading.stamps import find_date

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST: Final = 20_000
"""Code points: what is longer is no front matter."""

_FENCED: Final = re.compile(
    r"(?:---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)|\+\+\+[ \t]*\n(?P<toml>.*?)^\+\+\+)[ \t]*(?:\n|\Z)",
    re.DOTALL | re.MULTILINE,
)
_ENTRY: Final = re.compile(r"(?P<key>[A-Za-z_-]{1,30})[ \t]*:[ \t]+(?P<value>\S.*)")
_PARAGRAPH: Final = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
_BARE: Final = re.compile(r"(?:title|headline)[ \t]*:[ \t]+\S.*\n[A-Za-z]", re.IGNORECASE)
_LINE: Final = re.compile(r"(?:[\w\"-]{0,30}[ \t]*[:=]|[ \t]|#|- |\})[^\n]*(?:\n|\Z)")
_MORE: Final = re.compile(r"[ \t]|#|- ")
"""Goes on with the line before, or is a comment."""
_PERCENT: Final = re.compile(r"%[ \t]?(?P<value>.*(?:\n[ \t]+\S.*)*)(?:\n|\Z)")
_MEANT: Final = re.compile(
    r"(?:---[ \t]*\n(?:#.*\n)*[\w\"-]{0,30}[ \t]*:"
    r"|\+\+\+[ \t]*\n(?:#.*\n)*[\w\"-]{1,30}[ \t]*=|\{\s*\"[\w-]{1,30}\"[ \t]*:)"
)
"""How a text begins that has front matter, though it may be broken."""

_TITLE: Final = ("title", "headline")
_DEK: Final = ("dek", "standfirst", "subtitle")
_BYLINE: Final = ("byline", "author", "authors", "by")
_DATE: Final = ("date", "published", "pubdate", "publishdate")
_KNOWN: Final = frozenset(
    (
        *_TITLE,
        *_DEK,
        *_BYLINE,
        *_DATE,
        "layout",
        "tags",
        "categories",
        "category",
        "slug",
        "draft",
        "description",
        "lang",
    )
)
"""Keys of which front matter has one, unlike an interview between two rules."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a text says of itself before it begins, and where it begins."""

    stated: Stated = field(default_factory=Stated)
    end: int = 0
    """Where the text begins, in code points."""
    broken: str = ""
    """What was meant as front matter and cannot be read."""


NONE: Final = FrontMatter()


def front_matter(text: str) -> FrontMatter:
    """Read the front matter of a text, if it has any."""
    start = len(text) - len(text.lstrip())
    head = text[start : start + _MOST]
    for notation in (_fenced, _json, _percent, _bare):
        found = notation(head)
        if found:
            values, length = found
            return FrontMatter(_stated(values), start + length)
    if not _MEANT.match(head):
        return NONE
    fenced = _FENCED.match(head)
    end = fenced.end() if fenced and "\n\n" not in fenced[0] else _end_of_entries(head)
    return FrontMatter(end=start + end, broken=head[:end].strip())


def is_meant(text: str) -> bool:
    """Whether a text begins as those do that have front matter."""
    return bool(_MEANT.match(text.lstrip()))


def _end_of_entries(text: str) -> int:
    """Where the lines end that look like front matter, of one that is not closed."""
    end = text.find("\n") + 1
    while (line := _LINE.match(text, end)) and line.end() > end:
        end = line.end()
    return end


def _known(values: object) -> Mapping[str, Any] | None:
    """The values by their keys in lower case, where these are front matter's."""
    if not isinstance(values, dict):
        return None
    named = {str(key).lower(): value for key, value in values.items()}
    return named if _KNOWN & named.keys() else None


def _fenced(text: str) -> tuple[Mapping[str, Any], int] | None:
    found = _FENCED.match(text)
    if found is None:
        return None
    values = _known(_toml(found["toml"]) if found["yaml"] is None else _yaml(found["yaml"]))
    return None if values is None else (values, found.end())


def _bare(text: str) -> tuple[Mapping[str, Any], int] | None:
    """A first paragraph of nothing but entries, a title first, as MultiMarkdown has it."""
    found = _PARAGRAPH.match(text)
    values = _entries(found[0]) if found and _BARE.match(text) else None
    return (values, found.end()) if found and values else None


def _toml(text: str) -> object:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return None


def _yaml(text: str) -> object:
    """YAML with all values as texts; where it is none, its lines that tell one thing each."""
    import yaml  # few articles have front matter

    class Loader(yaml.BaseLoader):
        """Knows no types but texts, lists and mappings, and no aliases: a few of these can stand for gigabytes."""

        def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
            if self.check_event(yaml.AliasEvent):
                raise yaml.YAMLError("an alias")
            return super().compose_node(parent, index)

    try:
        found = yaml.load(text, Loader)  # noqa: S506  # its base makes nothing but texts
    except (yaml.YAMLError, ValueError, RecursionError):
        found = None
    if found is not None:
        return found
    return _entries(text)  # a title with a colon in it needs quotation marks, which many forget


def _entries(text: str) -> dict[str, str] | None:
    """Lines that tell one thing each, and comments and lists among them; None where there is any other."""
    lines = [line.rstrip() for line in text.split("\n") if line.strip() and not _MORE.match(line)]
    entries = [_ENTRY.fullmatch(line) for line in lines]
    return {entry["key"].lower(): entry["value"].strip("\"' ") for entry in entries if entry} if all(entries) else None


def _json(text: str) -> tuple[Mapping[str, Any], int] | None:
    if not text.startswith("{"):
        return None
    try:
        values, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return None
    known = _known(values)
    return (known, end) if known is not None and not text[end : end + 1].strip() else None


def _percent(text: str) -> tuple[Mapping[str, Any], int] | None:
    """Title, authors and date, as pandoc has them."""
    values, end = {}, 0
    for key in ("title", "author", "date"):
        found = _PERCENT.match(text, end)
        if found is None:
            break
        value, end = found["value"], found.end()
        values[key] = [one.strip() for one in re.split(r"[;\n]", value)] if key == "author" else value
    return (values, end) if values else None


def _stated(values: Mapping[str, Any]) -> Stated:
    def first(keys: tuple[str, ...]) -> str | None:
        return next((text for key in keys if (text := _text(values.get(key)))), None)

    names = next((text for key in _BYLINE if (text := _names(values.get(key)))), None)
    return Stated(title=first(_TITLE), dek=first(_DEK), byline=names, published=find_date(first(_DATE) or ""))


def _text(value: object) -> str | None:
    """A value in one line; a list or mapping is none."""
    if value is None or isinstance(value, (list, dict)):
        return None
    return " ".join(str(value).replace("\0", "").split()) or None


def _names(value: object) -> str | None:
    """The names in a text, a mapping with a name, or a list of these."""
    if isinstance(value, list):
        return ", ".join(name for one in value[:12] if not isinstance(one, list) and (name := _names(one))) or None
    if isinstance(value, dict):
        return _names(value.get("name"))
    text = _text(value)
    return byline_names(text) if text and text.lower().startswith("by ") else text

"""The checklist as Markdown that reads well raw, too: a line a claim with its sign and verdict, the rest below it.

Text of the article and of the checkers is data: escaped, folded to one line, never a link, an image, a heading or HTML.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.checklist.entry import visible
from factcheck.checklist.outline import Heading, Item, Plain, checklist_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.checklist.outline import Line
    from factcheck.model import Checklist

_BREAKS: Final = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")
_SPECIAL: Final = re.compile(
    r"[\\`*_\[\]<>|~$#@]"  # emphasis, code, links, HTML, tables, strikes, maths, headings, mentions
    r"|&(?=#?\w+;)"  # character references
    r"|:(?=//|[a-z+-][\w+-]*:)"  # bare addresses, emoji names
    r"|(?<=\bwww)\.",
    re.IGNORECASE,
)


def render(checklist: Checklist) -> bytes:
    """The checklist as UTF-8 Markdown."""
    return written(checklist_lines(checklist))


def written(lines: Iterable[Line]) -> bytes:
    """Lines as UTF-8 Markdown; an empty one around all that is no item, as every reader of Markdown wants."""
    return ("\n".join(_lines(lines)) + "\n").encode("utf-8", "replace")


def escape(text: str) -> str:
    """Text as one line of Markdown that shows it and nothing else; it must not stand first on a line."""
    return _SPECIAL.sub(r"\\\g<0>", _folded(text))


def code(text: str) -> str:
    """Text as a code span: for addresses, which are to be copied and not to become links."""
    folded = _folded(text).strip()
    if not folded:
        return ""
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", folded)), default=0))
    inner = f" {folded} " if folded.startswith("`") or folded.endswith("`") else folded
    return f"{fence}{inner}{fence}"


def _folded(text: str) -> str:
    return visible(_BREAKS.sub(" ", text).replace("\t", " "))


def _lines(lines: Iterable[Line]) -> Iterator[str]:
    former: Line | None = None
    for line in lines:
        if former and not (isinstance(former, Item) and isinstance(line, Item)):
            yield ""
        yield _line(line)
        former = line


def _line(line: Line) -> str:
    match line:
        case Heading(level, text):
            return f"{'#' * level} {escape(text)}"
        case Item(words, strong, depth):
            said = "".join(escape(part) if isinstance(part, str) else code(part.text) for part in words)
            return f"{'  ' * depth}- " + (f"**{escape(strong)}**: " if strong else "") + said
        case Plain(text):
            return escape(text)

"""The paragraphs of a draft, as the marked-up draft and the page lay it out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.model import Block, Role

if TYPE_CHECKING:
    from factcheck.model import Draft

_PARAGRAPH: Final = re.compile(r"\S(?:.|\n(?!\s*\n))*")


def paragraphs(draft: Draft) -> list[Block]:
    """The draft's paragraphs, one at least: its blocks, those on one line together, and what is in none of them."""
    found: list[Block] = []
    at = 0
    for block in (*draft.blocks, Block(len(draft.text), len(draft.text), Role.BODY)):
        found.extend(
            Block(outside.start(), outside.start() + len(outside[0].rstrip()), Role.BODY)
            for outside in _PARAGRAPH.finditer(draft.text, at, block.start)
        )
        if block.start < block.end:
            found.append(block)
        at = block.end
    joined: list[Block] = []
    for block in found:
        if joined and "\n" not in draft.text[joined[-1].end : block.start]:
            # A dateline runs into the body: the longer one gives the paragraph its looks.
            before = joined.pop()
            longer = max(before, block, key=lambda one: one.end - one.start)
            joined.append(Block(before.start, block.end, longer.role))
        else:
            joined.append(block)
    return joined or [Block(0, 0, Role.BODY)]

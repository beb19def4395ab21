"""Small articles for the tests of extraction."""

from __future__ import annotations

from factcheck.extraction import extract
from factcheck.model import Article, Block, Draft, Role


def story(*paragraphs: str | tuple[Role, str]) -> Article:
    """An article of these paragraphs; plain strings are body text."""
    parts = [part if isinstance(part, tuple) else (Role.BODY, part) for part in paragraphs]
    text = "\n\n".join(words for _, words in parts)
    blocks = []
    start = 0
    for role, words in parts:
        blocks.append(Block(start, start + len(words), role))
        start += len(words) + 2
    return Article("A story", Draft(text, tuple(blocks)), "story.txt")


def claims(*paragraphs: str | tuple[Role, str]) -> list[str]:
    """The texts of the claims of an article of these paragraphs."""
    return [claim.text for claim in extract(story(*paragraphs)).claims]

"""A claim of the checker's own: a stretch of the draft that the extraction did not see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.model import Claim, FactKind, Section, Span

if TYPE_CHECKING:
    from factcheck.model import Article


def make_claim(article: Article, start: int, end: int) -> Claim:
    """Make a claim of a stretch of an article.

    Args:
        article: The article.
        start: Offset of its first character; white space at both ends is left out.
        end: Offset after its last.

    Raises:
        UsageError: when there are no words, or some of it lies in a block that bears no claims.
    """
    span = claim_span(article, start, end)
    section = next(
        (block.role.section for block in article.draft.blocks if span.overlaps(Span(block.start, block.end))), None
    )
    # Facts only by rule: no model is loaded for a key press.
    from factcheck.extraction import find_facts

    facts = find_facts(article.draft.text, span.start, span.end, published=article.published)
    kinds = {fact.kind for fact in facts}
    return Claim(
        id="",
        start=span.start,
        end=span.end,
        text=article.draft.text[span.start : span.end],
        section=section or Section.BODY,
        kinds=tuple(kind.value for kind in FactKind if kind in kinds),
        priority=1.0,
        facts=facts,
    )


def claim_span(article: Article, start: int, end: int) -> Span:
    """The words that a stretch of an article would make a claim of.

    Raises:
        UsageError: when there are none, or some of it lies in a block that bears no claims.
    """
    span = _trimmed(article.draft.text, start, end)
    for block in article.draft.blocks:
        if block.role.section is None and span.overlaps(Span(block.start, block.end)):
            raise UsageError(f"a block that is {block.role} bears no claims", "give it another role first")
    return span


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[max(start, 0) : max(end, 0)]
    begin = max(start, 0) + len(words) - len(words.lstrip())
    if not words.strip():
        raise UsageError("there are no words there to make a claim of", "select some, then add them")
    return Span(begin, begin + len(words.strip()))

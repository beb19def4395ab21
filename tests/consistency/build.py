"""Makes extractions by hand, so that the checks are tested without a model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.consistency import find
from factcheck.model import (
    Article,
    Attribution,
    Block,
    Claim,
    Draft,
    Extraction,
    Finding,
    Person,
    Quote,
    Role,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_QUOTE = re.compile(r"“[^”]+”|‘[^’]+’")


def extraction(
    *paragraphs: tuple[Role, str],
    people: Sequence[str] = (),
    published: date | None = None,
    said: Sequence[tuple[str, str, bool]] = (),
) -> Extraction:
    """An extraction of paragraphs with their roles.

    Args:
        paragraphs: Role and text of each block.
        people: Full names that the register knows.
        published: Day of publication.
        said: Words of a claim, its speaker, and whether the speaker has a name. Each other sentence is a claim of its
            own in the paper's voice.
    """
    text, blocks = "", []
    for role, words in paragraphs:
        blocks.append(Block(len(text), len(text) + len(words), role))
        text += f"{words}\n\n"
    speakers = {
        words: Attribution(who, text.index(who), text.index(who) + len(who), named=named) for words, who, named in said
    }
    claims: list[Claim] = []
    for block in blocks:
        section = block.role.section
        if section is None:
            continue
        for found in re.finditer(r"[^.\n]+(?:\.\d[^.\n]*)*", text[block.start : block.end]):
            start, end = block.start + found.start(), block.start + found.end()
            who = next((speaker for words, speaker in speakers.items() if words in text[start:end]), None)
            claims.append(Claim(f"c{len(claims) + 1}", start, end, text[start:end], section, attribution=who))
    quotes = tuple(Quote(*found.span(), found[0]) for found in _QUOTE.finditer(text))
    known = tuple(Person(name, tuple(Span(*m.span()) for m in re.finditer(re.escape(name), text))) for name in people)
    article = Article(paragraphs[0][1], Draft(text, tuple(blocks)), "-", published=published)
    return Extraction(article, tuple(claims), quotes, known)


def findings(kind: str, made: Extraction) -> list[Finding]:
    """What the checks raise of one kind."""
    return [finding for finding in find(made) if finding.kind == kind]


def sides(made: Extraction, finding: Finding) -> list[str]:
    """The words that a finding's spans cover."""
    return [made.article.draft.text[span.start : span.end] for span in finding.spans]


def body(*texts: str, people: Sequence[str] = (), published: date | None = None) -> Extraction:
    """A story that is body only, below a headline that says nothing."""
    return extraction(
        (Role.HEADLINE, "Notes"), *((Role.BODY, text) for text in texts), people=people, published=published
    )

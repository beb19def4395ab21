"""A small story of ours and what an extraction of it might give, without any model."""

from __future__ import annotations

from datetime import date

from factcheck.model import (
    Article,
    Attribution,
    Block,
    Claim,
    Draft,
    Extraction,
    Fact,
    FactKind,
    Finding,
    Role,
    Section,
    Severity,
    Span,
)

PARAGRAPHS = (
    (Role.HEADLINE, "Lighthouse reopens after 14 years"),
    (Role.BYLINE, "By Mara Lindqvist"),
    (Role.BODY, "The harbour light at Skarvik was lit on 3 May. It had been dark for 12 years, [b]the keeper[/] said."),
    (Role.BODY, "The 東京 lamp cost $40,000. Nobody in the e\u0301quipe 👩‍👩‍👧‍👦 minds, and it is a lovely sight."),
    (Role.CAPTION, "The tower is 31 metres high."),
    (Role.CREDIT, "Photo: Skarvik Harbour Board"),
)


def story(title: str = "Lighthouse reopens after 14 years", more: str = "", source: str = "skarvik.txt") -> Article:
    """The story as it is read; with more text it is another one."""
    text, blocks = "", []
    for role, words in (*PARAGRAPHS, *([(Role.BODY, more)] if more else ())):
        blocks.append(Block(len(text), len(text) + len(words), role, "by its shape"))
        text += words + "\n\n"
    return Article(title, Draft(text, tuple(blocks)), source, published=date(2025, 5, 4), warnings=("no byline [/]",))


def extraction(article: Article) -> Extraction:
    """One claim for each sentence outside furniture."""
    text = article.draft.text
    claims: list[Claim] = []
    for block in article.draft.blocks:
        if block.role.section is None:
            continue
        at = block.start
        for sentence in text[block.start : block.end].split(". "):
            start = text.index(sentence, at)
            end = at = start + len(sentence.rstrip("."))
            claims.append(_claim(f"c{len(claims) + 1}", text, start, end, block.role.section))
    sides = tuple(claims[0:3:2])
    finding = Finding(
        "number-mismatch",
        "14 years in the headline, 12 in the body [/]",
        Severity.HIGH,
        tuple(Span(claim.start, claim.end) for claim in sides),
        tuple(claim.id for claim in sides),
    )
    # With its roles overruled the article may have too few claims left for one to clash with another.
    return Extraction(article, tuple(claims), findings=(finding,) if len(sides) == 2 else ())


def _claim(name: str, text: str, start: int, end: int, section: Section) -> Claim:
    words = text[start:end]
    said = words.find("[b]the keeper[/]")
    return Claim(
        id=name,
        start=start,
        end=end,
        text=words,
        section=section,
        kinds=("date", "number") if any(c.isdigit() for c in words) else (),
        checkable="lovely" not in words,
        priority=0.75,
        attribution=None if said < 0 else Attribution("the keeper", start + said + 3, start + said + 13, cue="said"),
        facts=(
            Fact(FactKind.NUMBER, start, start + 1, "12", 12, "year"),
            Fact(FactKind.DATE, start, start + 1, "2023", "2023"),
            Fact(FactKind.MONEY, start, start + 1, "2.5", 2.5, "USD"),
            Fact(FactKind.NAME, start, start + 1, "?", None),
        ),
    )

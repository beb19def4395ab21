"""A small desk with one article, and an app on it that needs no model."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from factcheck.config import Config
from factcheck.desk import connect
from factcheck.extraction import Progressed
from factcheck.model import (
    Article,
    ArticleId,
    Attribution,
    Block,
    Claim,
    ClaimId,
    Draft,
    Extraction,
    Fact,
    FactKind,
    Finding,
    Match,
    Relation,
    Role,
    Section,
    Severity,
    Source,
    SourceKind,
    Span,
    State,
    Verdict,
)
from factcheck.review import Review
from factcheck.tui.app import FactcheckApp
from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.tools import Matcher, Searcher, Tools, match, search

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence
    from pathlib import Path

    from textual.pilot import Pilot
    from textual.screen import Screen

    from factcheck.desk import Desk
    from tests.conftest import Clock

PARAGRAPHS = (
    (Role.HEADLINE, "Bridge that cost 45 million opens in Elmside"),
    (Role.BYLINE, "By Ada Example"),
    (Role.BODY, "The bridge, which cost 47 million, opened on Monday. It is the longest in the county."),
    (Role.BODY, "Maria Lund, 52, said she 'waited nine years' for it. A source said the café would close."),
    (Role.CREDIT, "Photo: Elmside Gazette"),
    (Role.BODY, "Traffic doubled in the first week, from 900 to 1,700 cars a day."),
)
CLAIMS = (
    ("Bridge that cost 45 million opens in Elmside", Section.HEADLINE),
    ("The bridge, which cost 47 million, opened on Monday", Section.BODY),
    ("which cost 47 million", Section.BODY),
    ("It is the longest in the county", Section.BODY),
    ("she 'waited nine years' for it", Section.BODY),
    ("the café would close", Section.BODY),
    ("Traffic doubled in the first week, from 900 to 1,700 cars a day", Section.BODY),
)


def make_article(paragraphs: tuple[tuple[Role, str], ...] = PARAGRAPHS, title: str = "") -> Article:
    """An article of these paragraphs, a blank line between them."""
    text, blocks = "", []
    for role, words in paragraphs:
        blocks.append(Block(len(text), len(text) + len(words), role, "stands so in the test"))
        text += f"{words}\n\n"
    return Article(title or paragraphs[0][1], Draft(text.rstrip("\n"), tuple(blocks)), "bridge.txt")


def make_extraction(
    article: Article | None = None, claims: tuple[tuple[str, Section], ...] = CLAIMS, findings: bool = True
) -> Extraction:
    """Claims where these words stand, with facts, a speaker and a finding."""
    article = article or make_article()
    made = []
    for number, (words, section) in enumerate(claims, 1):
        start = article.draft.text.index(words)
        attribution = None
        if "café" in words:
            before = article.draft.text.index("A source")
            attribution = Attribution("A source", before, before + 8, cue="said")
        fact = Fact(FactKind.NUMBER, start, start + 5, words[:5], 45)
        kinds = ("number",) if number % 2 else ("date", "number")
        made.append(
            Claim(
                f"c{number}",
                start,
                start + len(words),
                words,
                section,
                kinds,
                priority=number / 10,
                checkable="longest" not in words,
                attribution=attribution,
                facts=(fact,),
            )
        )
    spans = tuple(Span(claim.start, claim.end) for claim in made)
    found = (
        Finding(
            "number",
            "The cost is 45 million here and 47 million there",
            Severity.HIGH,
            (spans[0], spans[-1]),
            ("c1", f"c{len(made)}"),
        ),
    )
    return Extraction(article, tuple(made), findings=found if findings and len(made) > 2 else ())


def some_matches(desk: Desk, article: Article, claims: Sequence[Claim]) -> tuple[tuple[Match, ...], ...]:
    """A conflict for the second claim, the same for the fourth: a picture must not change with the scoring."""
    budget = Source(SourceKind.DOCUMENT, "County budget", "page 12")
    checked = datetime(2025, 5, 6, 7, 8, tzinfo=UTC)
    there = {
        "c2": ("The bridge, which cost 52 million, opened on Monday", Relation.CONFLICT, Verdict.VERIFIED, (budget,)),
        "c4": ("It is the longest in the county", Relation.SAME, Verdict.DISPUTED, ()),
    }
    found = []
    for claim in claims:
        text, relation, verdict, sources = there.get(claim.id, ("", Relation.NEAR, None, ()))
        match = Match(
            ClaimId(8),
            ArticleId(2),
            "Elmside bridge in figures",
            date(2025, 5, 6),
            text,
            90.0,
            relation,
            verdict=verdict,
            checker="Bo",
            checked_at=checked,
            sources=sources,
        )
        found.append((match,) if text else ())
    return tuple(found)


class Examiner:
    """Gives a ready extraction, claim by claim; it can be held up or made to fail."""

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction
        self.error: Exception | None = None
        self.hold: Any = None
        self.calls = 0

    def __call__(
        self, article: Article, *, pipeline: str | None = None, progress: Callable[[Progressed], None] | None = None
    ) -> Extraction:
        self.calls += 1
        total = article.draft.words
        for number, claim in enumerate(self.extraction.claims, 1):
            if progress is not None:
                progress(Progressed(total * number // len(self.extraction.claims), total, (claim,)))
            if self.hold is not None and number == 2:
                self.hold.wait(10)
                if progress is not None:
                    progress(Progressed(total * number // len(self.extraction.claims), total, ()))
            if self.error is not None and number == 2:
                raise self.error
        return replace(self.extraction, article=article)


@dataclass
class Stage:
    """What a test of the app works with."""

    folder: Path
    clock: Clock
    config: Config
    examiner: Examiner
    matcher: Matcher = match
    searcher: Searcher = search
    copied: list[str] = field(default_factory=list)
    extraction: Extraction = field(default_factory=make_extraction)

    def put(self, *, extracted: bool = True, state: State = State.CHECKING) -> ArticleId:
        """Put the article on the desk."""
        with connect(self.config.desk, who="Ann", clock=self.clock) as desk:
            record = desk.articles.put(self.extraction.article, state=state)
            if extracted:
                desk.articles.store(record.id, self.extraction, complete=True)
            return record.id

    def put_earlier(self) -> None:
        """Put an earlier article in the archive: one claim that conflicts, one that is the same, both checked."""
        text = "The bridge, which cost 52 million, opened on Monday. It is the longest in the county."
        article = make_article(((Role.BODY, text),), "Elmside bridge in figures")
        claims = (
            ("The bridge, which cost 52 million, opened on Monday", Section.BODY),
            ("It is the longest in the county", Section.BODY),
        )
        with connect(self.config.desk, who="Bo", clock=self.clock) as desk:
            record = desk.articles.put(article, state=State.ARCHIVE)
            desk.articles.store(record.id, make_extraction(article, claims), complete=True)
            review = Review(desk, record.id)
            for claim in review.claims:
                review.mark(
                    claim.id, Verdict.VERIFIED, sources=[Source(SourceKind.DOCUMENT, "County budget", "page 12")]
                )

    def review(self) -> Review:
        """The article as the desk has it now, read over a connection of its own."""
        desk = connect(self.config.desk, who="Ann", clock=self.clock)
        try:
            return Review(desk, ArticleId(1))
        finally:
            desk.close()

    def verdicts(self) -> str:
        """The verdicts on the desk in story order, by their first letters."""
        return "".join(record.verdict.value[0] if record.verdict else "." for record in self.review().claims)

    def app(self, argument: str | None = "1") -> FactcheckApp:
        """A new app on this desk."""
        tools = Tools(
            self.config,
            examine=self.examiner,
            match=self.matcher,
            search=self.searcher,
            clock=self.clock,
            clipboard=self._copy,
        )
        return FactcheckApp(tools, argument)

    def _copy(self, text: str) -> str:
        self.copied.append(text)
        return "testclip"

    @asynccontextmanager
    async def open(
        self, argument: str | None = "1", size: tuple[int, int] = (80, 24)
    ) -> AsyncIterator[tuple[Pilot[None], ReviewScreen]]:
        """The app with the article open, extracted and matched."""
        app = self.app(argument)
        async with app.run_test(size=size, notifications=True) as pilot:
            screen = app.screen
            assert isinstance(screen, ReviewScreen)
            await until(lambda: screen.review is not None and not screen.is_extracting and screen.is_matched, pilot)
            yield pilot, screen


async def until(true: Callable[[], bool], pilot: Pilot[None], seconds: float = 30) -> None:
    """Let the app work until something is so."""
    for _ in range(int(seconds / 0.02)):
        await pilot.pause()
        if true():
            await pilot.pause()
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it did not come about")


def text_of(pilot: Pilot[None]) -> str:
    """What stands on the screen, line by line."""
    screen = pilot.app.screen
    width, height = pilot.app.size
    return (
        "\n".join(
            "".join(segment.text for segment in strip) for strip in screen._compositor.render_strips(pilot.app.size)
        )
        if width and height
        else ""
    )


def on_top(pilot: Pilot[None]) -> type[Screen[Any]]:
    """What kind of screen or dialog has the keys."""
    return type(pilot.app.screen)


def said(pilot: Pilot[None]) -> str:
    """The line that says what happened, or how far checking is."""
    return text_of(pilot).splitlines()[-2]


@pytest.fixture
def stage(tmp_path: Path, clock: Clock) -> Stage:
    extraction = make_extraction()
    config = Config(tmp_path / "config.toml", tmp_path / "desk.db", "Ann", export_dir=tmp_path)
    return Stage(tmp_path, clock, config, Examiner(extraction), extraction=extraction)

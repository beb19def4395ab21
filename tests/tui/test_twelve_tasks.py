"""A newcomer's script: twelve tasks with the keys that the screen leads to, in a small window and in a large one."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from factcheck import archive, consistency, demo
from factcheck.desk import connect
from factcheck.model import State, Verdict
from factcheck.reading import read
from factcheck.review import Review
from factcheck.tui.app import FactcheckApp
from factcheck.tui.screens.dialog import PickDialog
from factcheck.tui.screens.earlier import MatchesDialog
from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.tools import Tools
from tests.tui.conftest import on_top, text_of, until
from tests.tui.tasks import PATH, TASKS, page

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from factcheck.model import Article, ClaimId, Extraction
    from tests.tui.conftest import Stage

SIZES = [(80, 24), (160, 50)]


@cache
def _extracted(path: Path, text: str) -> Extraction:
    """What is pulled out of a story; once for both windows."""
    return consistency.examine(read(path))


class Demo:
    """The demo story on a desk of its own, beside an edited draft of it."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        with demo.demo_article() as path:
            story = path.read_text("utf-8")
        edited = story.replace("Edward Smith, 59", "Edward Smith, 62").replace("More than 1,500", "Over 1,500")
        assert edited.count("62") == 2
        (stage.folder / "letter.txt").write_text(story, "utf-8")
        (stage.folder / "second.txt").write_text(edited, "utf-8")
        with (
            demo.demo_archive() as earlier,
            connect(stage.config.desk, who="Ann", clock=stage.clock) as desk,
        ):
            archive.add([earlier], desk)

    def examine(self, article: Article, **_: Any) -> Extraction:
        """Extract as the app does; of a story that was seen before take what was found then."""
        name = "letter.txt" if "Edward Smith, 59" in article.draft.text else "second.txt"
        return replace(_extracted(self.stage.folder / name, article.draft.text), article=article)

    def app(self) -> FactcheckApp:
        """The app on the list of articles."""
        return FactcheckApp(Tools(self.stage.config, examine=self.examine, clock=self.stage.clock))

    def review(self) -> Review:
        """The story as the desk has it."""
        with connect(self.stage.config.desk, who="Ann", clock=self.stage.clock) as desk:
            (one,) = desk.articles.summaries([State.CHECKING])
            return Review(desk, one.id)


async def _do(pilot: Pilot[None], name: str) -> None:
    """Press the keys of a task, and let what comes in the background come."""
    for key in TASKS[name].presses:
        if key == "enter" and on_top(pilot) is MatchesDialog:
            # One sees what was found before one takes it.
            await until(lambda: "Earlier claims about “" in text_of(pilot), pilot)
        await pilot.press(key)
    await pilot.pause()


def _ready(pilot: Pilot[None]) -> bool:
    screen = pilot.app.screen
    return isinstance(screen, ReviewScreen) and screen.is_matched and not screen.is_extracting


async def _first_half(pilot: Pilot[None], story: Demo, screen: ReviewScreen) -> tuple[ClaimId, ClaimId]:
    """Find, verify, dispute, flag, search the archive; the verified claim and the disputed one."""
    await _do(pilot, "find")
    assert screen.current is not None
    assert "lifeboats" in screen.current.claim.text
    boats = screen.current.id
    await _do(pilot, "verify")
    verified = story.review().claim(boats)
    assert (verified.verdict, [one.name for one in verified.sources]) == (Verdict.VERIFIED, ["Board of Trade"])
    law = screen.current.id
    await _do(pilot, "dispute")
    disputed = story.review().claim(law)
    assert (disputed.verdict, disputed.replacement) == (Verdict.DISPUTED, f"{disputed.claim.text} in 1912")
    captain = screen.current.id
    await _do(pilot, "flag")
    assert story.review().claim(captain).legal
    await _do(pilot, "archive")
    (lead,) = story.review().claim(captain).sources
    assert lead.is_lead
    return boats, law


async def _second_half(pilot: Pilot[None], story: Demo, screen: ReviewScreen) -> None:
    """Follow a finding, break a claim, take that back, show only one's own."""
    await _do(pilot, "finding")
    assert screen.current is not None
    assert any("mirror" in one.message for one in screen.findings_of(screen.current))
    before = len(story.review().claims)
    await _do(pilot, "break")
    assert len(story.review().claims) == before + 1
    await _do(pilot, "undo")
    assert len(story.review().claims) == before
    await _do(pilot, "mine")
    assert [record.assignee for record in screen.listed] == ["Ann"]
    assert f"Only {len(screen.listed)} of {before}: for Ann" in text_of(pilot)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "160x50"])
async def test_twelve_tasks(stage: Stage, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(stage.folder)
    story = Demo(stage)
    app = story.app()
    async with app.run_test(size=size, notifications=True) as pilot:
        await until(lambda: "o file" in text_of(pilot), pilot)
        await _do(pilot, "open")
        await until(lambda: _ready(pilot), pilot)
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        assert "(m)" in text_of(pilot)
        assert "(c)" in text_of(pilot)
        boats, law = await _first_half(pilot, story, screen)
        await _second_half(pilot, story, screen)
        await _do(pilot, "rebase")
        await until(lambda: on_top(pilot) is PickDialog, pilot)
        after = story.review()
        assert after.article.article.draft.number == 2
        edited = [record.claim.text for record in after.claims if record.as_written]
        assert [words.split(",")[0] for words in edited] == ["Over 1", "Edward Smith"]
        assert (after.claim(boats).verdict, after.claim(law).verdict) == (Verdict.VERIFIED, Verdict.DISPUTED)
        await _do(pilot, "export")
        written = stage.folder / f"{after.article.slug}.md"
        await until(written.exists, pilot)
        await until(lambda: "Written" in text_of(pilot), pilot)
        assert "Board of Trade" in written.read_text("utf-8")


async def test_marking_takes_one_key_a_claim(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        wanted = stage.review().progress.open
        for _ in range(wanted):
            await pilot.press("v")
        assert stage.review().progress.open == 0


def test_the_page_of_tasks_is_that_of_the_table() -> None:
    assert len(TASKS) == 12
    assert PATH.read_text("utf-8") == page(), "bash .ci/run tasks writes it anew"

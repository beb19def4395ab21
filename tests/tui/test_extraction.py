"""Opening an article that is new: shown at once, claims as they come, safe to leave, told when it fails."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any

import pytest

from factcheck.consistency import examine, process
from factcheck.desk import connect
from factcheck.errors import ArticleError, ExtractError
from factcheck.model import ArticleId, Verdict
from factcheck.review import Review
from factcheck.tui.screens import base, filling
from factcheck.tui.screens.dialog import ErrorDialog
from factcheck.tui.screens.review import ReviewScreen
from tests.tui.conftest import CLAIMS, PARAGRAPHS, Stage, make_article, make_extraction, said, text_of, until

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.extraction import Progressed


@pytest.fixture(autouse=True)
def _store_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "_STORE_SECONDS", 0)
    monkeypatch.setattr(filling, "_SHOWN_IN", 0)


def _write(stage: Stage) -> Path:
    path = stage.folder / "bridge.txt"
    path.write_text(stage.extraction.article.draft.text, "utf-8")
    return path


async def test_a_file_is_read_put_on_the_desk_and_extracted(stage: Stage) -> None:
    async with stage.open(str(_write(stage))) as (pilot, screen):
        assert len(stage.review().claims) == len(CLAIMS)
        assert stage.review().findings
        assert stage.review().article.extracted
        assert screen.current is not None
        assert screen.current.number == 1
        assert "7 claims · !1 finding (c)" in said(pilot)


async def test_claims_come_in_while_the_checker_marks(stage: Stage) -> None:
    stage.examiner.hold = threading.Event()
    app = stage.app(str(_write(stage)))
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        await until(lambda: len(screen.listed) == 2, pilot)
        assert screen.is_extracting
        assert "Looking for claims" in said(pilot)
        await pilot.press("v", "m")
        assert stage.verdicts() == "v."
        stage.examiner.hold.set()
        await until(lambda: not screen.is_extracting and screen.is_matched, pilot)
        assert stage.verdicts() == "v......"
        assert len(screen.listed) == 7
        assert screen.current is not None
        assert screen.current.number == 2


async def test_leaving_in_the_middle_loses_nothing_and_reopening_goes_on(stage: Stage) -> None:
    stage.examiner.hold = threading.Event()
    app = stage.app(str(_write(stage)))
    async with app.run_test(size=(120, 30)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        await until(lambda: len(screen.listed) == 2, pilot)
        await pilot.press("d", "q")
        stage.examiner.hold.set()
    assert stage.verdicts() == "d."
    assert not stage.review().article.extracted
    stage.examiner.hold = None
    async with stage.open("1"):
        assert stage.verdicts() == "d......"
        assert stage.review().article.extracted


async def test_a_known_article_is_not_extracted_again(stage: Stage) -> None:
    path = _write(stage)
    stage.put()
    async with stage.open(str(path)):
        assert stage.examiner.calls == 0
    async with stage.open(stage.review().article.slug):
        assert stage.examiner.calls == 0
    path.unlink()
    async with stage.open("bridge.txt"):
        assert stage.examiner.calls == 0


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ExtractError("the pipeline [b]x[/] is not installed", "pip install [/x]"), "What to do: pip install [/x]"),
        (ZeroDivisionError("[/] odd"), "ZeroDivisionError: [/] odd"),
    ],
)
async def test_a_failure_is_told_and_the_article_stays(stage: Stage, error: Exception, words: str) -> None:
    stage.examiner.error = error
    app = stage.app(str(_write(stage)))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await until(lambda: isinstance(app.screen, ErrorDialog), pilot)
        assert "Failed: looking for claims" in text_of(pilot)
        await pilot.press("y")
        assert words in app.clipboard
        await pilot.press("escape")
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        assert not screen.is_extracting
        assert "Bridge that cost" in text_of(pilot)
        await pilot.press("v")
        assert stage.verdicts() == "v."


@pytest.mark.parametrize("argument", ["99", "nowhere.txt", "[/].txt"])
async def test_what_cannot_be_opened_ends_the_app_with_its_reason(stage: Stage, argument: str) -> None:
    stage.put()
    app = stage.app(argument)
    async with app.run_test() as pilot:
        await until(lambda: app.failure is not None, pilot)
    assert isinstance(app.failure, ArticleError)
    assert app.return_code == 1


async def test_a_desk_that_is_none_ends_the_app_with_its_reason(stage: Stage) -> None:
    stage.config.desk.write_bytes(b"no database at all" * 100)
    app = stage.app(str(_write(stage)))
    async with app.run_test() as pilot:
        await until(lambda: app.failure is not None, pilot)
    assert "desk.db" in str(app.failure)
    assert stage.config.desk.read_bytes().startswith(b"no database")


async def test_an_article_without_claims_says_so(stage: Stage) -> None:
    from dataclasses import replace

    stage.examiner.extraction = replace(stage.extraction, claims=(), findings=())
    async with stage.open(str(_write(stage))) as (pilot, screen):
        assert "No claim was found." in text_of(pilot)
        await pilot.press("j", "v", "x", "n", "s", "o", "m", "G", "J", "y")
        await pilot.press("A", "enter")
        await until(lambda: len(screen.listed) == 1, pilot)
        with connect(stage.config.desk) as desk:
            assert desk.claims.of(ArticleId(1))[0].manual


async def test_a_draft_that_comes_in_during_the_extraction_is_shown(stage: Stage) -> None:
    stage.examiner.hold = threading.Event()
    app = stage.app(str(_write(stage)))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        await until(lambda: len(screen.listed) == 2, pilot)
        paragraphs = tuple((role, words.replace("doubled", "trebled")) for role, words in PARAGRAPHS)
        claims = tuple((words.replace("doubled", "trebled"), section) for words, section in CLAIMS)
        with connect(stage.config.desk, who="Ben", clock=stage.clock) as desk:
            Review(desk, ArticleId(1)).rebase(make_extraction(make_article(paragraphs), claims))
        stage.examiner.hold.set()
        await until(lambda: isinstance(app.screen, ErrorDialog), pilot)
        assert "another draft was taken in" in text_of(pilot)
        await pilot.press("escape")
        assert len(screen.listed) == 7
        assert "trebled" in text_of(pilot)


async def test_what_was_found_before_a_failure_and_not_shown_yet_stays(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filling, "_STORE_SECONDS", 100)
    stage.examiner.error = ExtractError("the process came to a bad end")
    app = stage.app(str(_write(stage)))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await until(lambda: isinstance(app.screen, ErrorDialog), pilot)
        assert stage.verdicts() == ".."
        assert not stage.review().article.extracted


def test_an_article_is_examined_beside_the_screen_as_it_would_be_in_it() -> None:
    moved: list[Progressed] = []
    article = make_article()
    assert process.examine(article, progress=moved.append) == examine(article)
    assert moved[-1].done == moved[-1].total
    assert sum(len(one.claims) for one in moved) > 2


def test_what_goes_wrong_beside_the_screen_is_told() -> None:
    with pytest.raises(ExtractError, match="no_such_pipeline") as told:
        process.examine(make_article(), pipeline="no_such_pipeline")
    assert told.value.todo


def test_a_process_that_dies_beside_the_screen_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    with pytest.raises(ExtractError, match="bad end"):
        process.examine(make_article())


def test_nobody_goes_on_looking_for_claims_that_nobody_waits_for(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []

    class Watched(subprocess.Popen[bytes]):
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            started.append(self)

    def stop(_: Progressed) -> None:
        raise filling.Stopped

    monkeypatch.setattr(subprocess, "Popen", Watched)
    with pytest.raises(filling.Stopped):
        process.examine(make_article(), progress=stop)
    assert started[0].returncode is not None


async def test_what_the_own_extraction_found_is_read_once_at_its_end(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(base, "_LOOK_SECONDS", 0.4)
    read: list[bool] = []
    reload = ReviewScreen.reload

    def counted(screen: ReviewScreen) -> None:
        read.append(screen.is_extracting)
        reload(screen)

    monkeypatch.setattr(ReviewScreen, "reload", counted)
    async with stage.open(str(_write(stage))) as (pilot, screen):
        await pilot.pause(1)
        assert len(screen.listed) == len(CLAIMS)
        assert read.count(False) == 1, "what it wrote last is no change by others"
        with connect(stage.config.desk, who="Bo", clock=stage.clock) as desk:
            review = Review(desk, ArticleId(1))
            review.mark(review.claims[3].id, Verdict.DISPUTED)
        await until(lambda: "changed elsewhere" in said(pilot), pilot)
        assert stage.verdicts() == "...d..."

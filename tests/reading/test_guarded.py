"""Files that are read in a process of their own."""

from __future__ import annotations

import json
import sys
import time
from datetime import date
from typing import TYPE_CHECKING

import pytest

from factcheck.errors import ArticleError, UsageError
from factcheck.model import Annotation, AnnotationKind, Article, Block, Draft, Role
from factcheck.reading import AS_IS, ReadOptions, guarded
from factcheck.reading.plain import FORMAT

if TYPE_CHECKING:
    from pathlib import Path

STORY = b"The bridge opened in 1890.\n\nIt took 54,000 tonnes of steel.\n"


def test_an_article_comes_back_as_it_would_be_read_here() -> None:
    assert guarded.read(FORMAT, STORY, "bridge.txt", AS_IS) == FORMAT.read(STORY, "bridge.txt", AS_IS)


def test_everything_about_an_article_comes_through() -> None:
    text = "Headline\n\nA café’s \ud800 text\x1b."
    notes = (Annotation(10, 14, AnnotationKind.FOOTNOTE, "Annals, p. 4", "A. Writer"),)
    article = Article(
        "Headline",
        Draft(text, (Block(0, 8, Role.HEADLINE, "first line"), Block(10, len(text), Role.BODY)), 1, notes, (0, 10)),
        "a.docx",
        "dek",
        "byline",
        date(1890, 3, 4),
        ("look",),
    )
    assert guarded._article(json.loads(json.dumps(guarded._answer(article)))) == article


@pytest.mark.parametrize(
    ("data", "options", "kind", "told"),
    [
        (b"", AS_IS, ArticleError, "story.txt is empty: give a file with text"),
        (STORY, ReadOptions(encoding="base64"), UsageError, "there is no encoding 'base64'"),
    ],
)
def test_what_cannot_be_read_is_told_as_it_would_be_here(
    data: bytes, options: ReadOptions, kind: type[Exception], told: str
) -> None:
    with pytest.raises(kind, match=told):
        guarded.read(FORMAT, data, "story.txt", options)


def test_a_module_beside_the_draft_is_never_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('imported')")
    monkeypatch.chdir(tmp_path)
    assert guarded.read(FORMAT, STORY, "story.txt", AS_IS).title


@pytest.mark.skipif(sys.platform == "win32", reason="there only the waiting time is limited")
def test_a_reader_that_works_for_ever_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = tmp_path / "slow.py"
    slow.write_text("import sys\nsys.stdin.buffer.read()\nwhile True: pass\n")
    monkeypatch.setattr(guarded, "SECONDS", 0.4)
    monkeypatch.setattr(guarded, "_command", lambda *_: [sys.executable, str(slow)])
    before = time.monotonic()
    with pytest.raises(ArticleError, match=r"story\.txt takes too long to read: save its text"):
        guarded.read(FORMAT, STORY, "story.txt", AS_IS)
    assert time.monotonic() - before < 10


def test_a_reader_that_dies_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarded, "_command", lambda *_: [sys.executable, "-c", "import os; os.abort()"])
    with pytest.raises(ArticleError, match="takes more time or memory to read than any article"):
        guarded.read(FORMAT, STORY, "story.txt", AS_IS)


def test_a_reader_that_fails_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarded, "_command", lambda *_: [sys.executable, "-c", "raise KeyError('title')"])
    with pytest.raises(ArticleError, match=r"story\.txt cannot be read: KeyError: 'title'"):
        guarded.read(FORMAT, STORY, "story.txt", AS_IS)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_where_the_system_allows_less_that_is_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    limited = "import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_CPU, (9, 9)); sys.argv = sys.argv[1:]; "
    run = "runpy.run_module('factcheck.reading.guarded', run_name='__main__', alter_sys=True)"
    plain = guarded._command

    def command(suffix: str, source: str, options: ReadOptions) -> list[str]:
        python, _, _, module, *arguments = plain(suffix, source, options)
        return [python, "-P", "-c", limited + run, module, *arguments]

    monkeypatch.setattr(guarded, "_command", command)
    assert guarded.read(FORMAT, STORY, "story.txt", AS_IS).draft.text

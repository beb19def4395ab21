"""Long notes in the checker's own editor."""

from __future__ import annotations

import contextlib
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.errors import UsageError
from factcheck.tui.app import FactcheckApp
from factcheck.tui.editor import command, edit
from tests.tui.conftest import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.tui.conftest import Stage

_APPEND = """
import os, pathlib, stat, sys
path = pathlib.Path(sys.argv[1])
assert not stat.S_IMODE(os.stat(path.parent).st_mode) & 0o077, "others may read it"
path.write_text(path.read_text("utf-8") + " and more\\nin two lines\\n", "utf-8")
pathlib.Path(sys.argv[0]).with_suffix(".told").write_text(str(path), "utf-8")
"""


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    script = tmp_path / "my editor.py"
    script.write_text(_APPEND, "utf-8")
    monkeypatch.setenv("VISUAL", f"{sys.executable} '{script}'")
    return script


def test_what_was_written_comes_back_and_the_file_is_gone(editor: Path) -> None:
    assert edit("A note [b]", command()) == "A note [b] and more\nin two lines"
    told = Path(editor.with_suffix(".told").read_text("utf-8"))
    assert not told.exists()
    assert not told.parent.exists()
    assert stat.S_ISREG(editor.stat().st_mode)


@pytest.mark.parametrize("named", ["", "  ", "vi 'unclosed"])
def test_without_an_editor_it_is_said_how_to_name_one(monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    monkeypatch.setenv("VISUAL", named)
    monkeypatch.delenv("EDITOR", raising=False)
    with pytest.raises(UsageError, match="set VISUAL or EDITOR"):
        command()


@pytest.mark.parametrize(
    "editor",
    [
        ["/no/such/editor"],
        [sys.executable, "-c", "raise SystemExit(3)"],
        [sys.executable, "-c", "import os, sys; os.remove(sys.argv[1])"],
    ],
)
def test_an_editor_that_fails_leaves_the_text(editor: list[str]) -> None:
    with pytest.raises(UsageError):
        edit("A note", editor)


async def test_ctrl_o_goes_on_in_the_editor(stage: Stage, editor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextlib.contextmanager
    def suspend(_: FactcheckApp) -> Iterator[None]:
        yield

    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("n", "H", "i", "ctrl+o")
        assert "no terminal here" in text_of(pilot), "a terminal that cannot be given away is told"
        monkeypatch.setattr(FactcheckApp, "suspend", suspend)
        await pilot.press("ctrl+o", "!", "enter")
        assert stage.review().claims[0].note == "Hi and more\nin two lines!"
    assert editor.with_suffix(".told").exists()

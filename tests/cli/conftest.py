"""A command line on a desk of its own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from factcheck.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

STORY = """Forth Bridge opens after seven years

EDINBURGH, 4 March 1890 - The Forth Bridge was opened on Tuesday by the Prince of Wales. It is 2,467 metres long
and cost 57 lives, the company said.

"It is the strongest bridge in the world," the engineer said.

Photo: North British Railway
"""


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def desk_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "desk.db"
    monkeypatch.setenv("FACTCHECK_DESK", str(path))
    monkeypatch.setenv("FACTCHECK_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("FACTCHECK_STATE", str(tmp_path / "state.json"))
    monkeypatch.setenv("FACTCHECK_CHECKER", "Ada")
    monkeypatch.chdir(tmp_path)
    return path


@pytest.fixture
def factcheck(desk_path: Path, capfd: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """Runs one command as a shell would and gives back exit code, stdout and stderr."""

    def run(*arguments: object) -> Done:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            code = int(stop.code or 0)
        captured = capfd.readouterr()
        return Done(code, captured.out, captured.err)

    return run


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(STORY, "utf-8")
    return path

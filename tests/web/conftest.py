"""A server of the real app in a process of its own, on a desk with one article."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from factcheck.desk import connect
from factcheck.model import ArticleId
from tests.cli.conftest import desk_path, factcheck
from tests.tui.conftest import make_extraction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from factcheck.model import ClaimRecord

__all__ = ["desk_path", "factcheck"]


@dataclass(frozen=True)
class Serving:
    """A running ``factcheck serve``."""

    process: subprocess.Popen[str]
    desk: Path

    def next_link(self) -> str:
        """The next line that it prints."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def apps(self) -> list[int]:
        """The processes of its tabs."""
        found = subprocess.run(["ps", "-A", "-o", "ppid=,pid=,stat="], capture_output=True, text=True, check=True)
        rows = [line.split() for line in found.stdout.splitlines()]
        return [int(pid) for parent, pid, state in rows if int(parent) == self.process.pid and state[0] != "Z"]

    def claims(self) -> tuple[ClaimRecord, ...]:
        """The claims as they are on the desk."""
        with connect(self.desk, read_only=True) as desk:
            return desk.claims.of(ArticleId(1))

    def verdicts(self) -> str:
        """The verdicts on the desk in story order, by their first letters."""
        return "".join(record.verdict.value[0] if record.verdict else "." for record in self.claims())


def until(true: Callable[[], bool], seconds: float = 30) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.02)


def is_running(pid: int) -> bool:
    """Whether a process is there, and no zombie."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return bool(state.strip()) and not state.startswith("Z")


@contextmanager
def serving(folder: Path, *arguments: str) -> Iterator[Serving]:
    """Serve a desk in this folder; kill what is left at the end."""
    path = folder / "desk.db"
    extraction = make_extraction()
    with connect(path, who="Ann") as desk:
        record = desk.articles.put(extraction.article)
        desk.articles.store(record.id, extraction, complete=True)
    environment = {
        **os.environ,
        "FACTCHECK_DESK": str(path),
        "FACTCHECK_CONFIG": str(folder / "config.toml"),
        "FACTCHECK_CHECKER": "Ann",
    }
    command = [sys.executable, "-m", "factcheck", "serve", *arguments, "--port", "0"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment, cwd=folder
    )
    with process:
        try:
            yield Serving(process, path)
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(20)
            finally:
                process.kill()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Serving]:
    with serving(tmp_path, "1") as served:
        yield served

"""Streams that are closed, full, or whose reader goes away, as a shell hands them to a command."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


def shell(command: str) -> subprocess.CompletedProcess[str]:
    """Run a command line in which ``factcheck`` is this one."""
    line = command.replace("factcheck", f"{sys.executable} -m factcheck")
    return subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("command", "code", "err"),
    [
        ("factcheck status >&-", 0, "no article is under check: put one on the desk with 'factcheck open FILE'\n"),
        ("factcheck where >&-", 0, ""),
        ("factcheck status nothing 2>&-", 1, ""),
        ("factcheck extract missing.txt 2>&-", 1, ""),
        ("factcheck extract - <&-", 1, "factcheck: standard input is empty: give a file with text\n"),
        ("factcheck where > /dev/full", 1, "factcheck: the output: No space left on device\n"),
        ("factcheck where --json > /dev/full", 1, "factcheck: the output: No space left on device\n"),
    ],
)
@pytest.mark.usefixtures("desk_path")
def test_a_stream_that_is_closed_or_full(command: str, code: int, err: str) -> None:
    done = shell(command)
    assert (done.returncode, done.stdout, done.stderr) == (code, "", err)


@pytest.mark.usefixtures("desk_path")
def test_a_reader_that_goes_away_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("")
    done = shell("factcheck keys | true; echo ${PIPESTATUS[0]}; factcheck keys --json | true; echo ${PIPESTATUS[0]}")
    assert (done.stdout, done.stderr) == ("0\n0\n", "")

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.checklist import render, write
from factcheck.errors import ExportError, UsageError
from tests.conftest import as_nobody

if TYPE_CHECKING:
    from factcheck.model import Checklist


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_writes_the_whole_file_and_leaves_nothing_else(tmp_path: Path) -> None:
    write(b"one", tmp_path / "list.md", force=False)
    assert (tmp_path / "list.md").read_bytes() == b"one"
    assert names(tmp_path) == ["list.md"]


def test_an_existing_file_stands_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "list.md"
    path.write_bytes(b"old")
    with pytest.raises(ExportError, match=r"is there already: .*--force"):
        write(b"new", path, force=False)
    assert path.read_bytes() == b"old"
    write(b"new", path, force=True)
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["list.md"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("real.md")
    write(b"new", tmp_path / "link.md", force=True)
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("", "is a folder: name a file in it"),
        ("nowhere/list.md", "there is no folder"),
        ("x" * 400, "is too long"),
        ("a\0b", "is not a file name"),
        ("loop", "cannot write"),
    ],
)
@pytest.mark.parametrize("force", [False, True])
def test_what_cannot_be_written_is_one_clear_line(tmp_path: Path, name: str, message: str, force: bool) -> None:
    (tmp_path / "loop").symlink_to("loop")
    before = names(tmp_path)
    with pytest.raises(ExportError, match=message) as caught:
        write(b"x", tmp_path / name, force=force)
    assert "\n" not in str(caught.value)
    assert names(tmp_path) == before


def test_a_device_is_never_replaced() -> None:
    with pytest.raises(ExportError, match="is not an ordinary file"):
        write(b"x", Path(os.devnull), force=True)
    assert Path(os.devnull).is_char_device()


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="permissions work otherwise here")
def test_no_permission(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        with as_nobody(tmp_path), pytest.raises(ExportError, match="no permission to write"):
            write(b"x", tmp_path / "list.md", force=False)
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("number", "message"), [(13, "no permission"), (30, "no permission"), (28, "disk is full"), (5, "cannot write")]
)
def test_a_failure_half_way_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, message: str
) -> None:
    path = tmp_path / "list.md"
    path.write_bytes(b"old")

    def fail(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(ExportError, match=message):
        write(b"new", path, force=True)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["list.md"]


def test_an_unknown_format_names_those_there_are(checklist: Checklist) -> None:
    with pytest.raises(UsageError, match="'pdf': choose one of md, csv, json"):
        render(checklist, "pdf")

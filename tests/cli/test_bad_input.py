"""Bad input gives one clear line that says what to do, exit 1 or 2, and leaves the desk as it was."""

from __future__ import annotations

import os
import sqlite3
from functools import partial
from typing import TYPE_CHECKING

import pytest

from factcheck.cli.verdicts import parse_source
from factcheck.desk import connect
from factcheck.errors import UsageError
from factcheck.model import Source, SourceKind
from factcheck.reading import read
from tests.conftest import HOSTILE, as_nobody

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

    Factcheck = Callable[..., Done]


def rows(desk: Path) -> list[object]:
    """What stands in the desk file, to see whether it changed."""
    with sqlite3.connect(desk) as connection:
        tables = ("articles", "drafts", "blocks", "claims", "facts", "findings", "sources", "claim_sources", "events")
        found = [row for table in tables for row in connection.execute(f"select * from {table}")]
    connection.close()
    return found


BAD_FILES = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n\r\n",
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    "story.docx": b"PK\x03\x04 not a text",
    "story.html": b"<div id=root></div><script>go()</script>",
}


@pytest.mark.parametrize("name", [*BAD_FILES, "folder", "missing.txt", "ftp://example.org/story"])
@pytest.mark.parametrize("command", [["open"], ["extract", "--json"], ["match", "--json"]])
def test_what_cannot_be_read_is_told_and_the_desk_stays(
    factcheck: Factcheck, story: Path, tmp_path: Path, desk_path: Path, name: str, command: list[str]
) -> None:
    for file, data in BAD_FILES.items():
        (tmp_path / file).write_bytes(data)
    (tmp_path / "folder").mkdir()
    factcheck("open", story)
    before = rows(desk_path)
    done = factcheck(*command, name)
    assert done.code in {1, 2}
    assert done.out == ""
    assert len(done.err.splitlines()) == 1, done.err
    assert name.rsplit("/", 1)[-1] in done.err
    assert rows(desk_path) == before


@pytest.mark.parametrize(
    "arguments",
    [["open", "~nobody-here.txt"], ["extract", "~nobody-here/x.txt"], ["status", "--desk", "~nobody-here/"]],
)
def test_the_home_of_nobody_is_told(factcheck: Factcheck, story: Path, arguments: list[str]) -> None:
    (story.parent / "~nobody-here").mkdir()
    done = factcheck(*arguments)
    assert done.code == 1
    assert len(done.err.splitlines()) == 1
    assert "~nobody-here" in done.err


def test_an_unknown_article_suggests_the_nearest(factcheck: Factcheck, story: Path) -> None:
    slug = factcheck("open", story).out.split()[1]
    done = factcheck("status", slug[:-1])
    assert done.code == 1
    assert slug in done.err


def test_an_unknown_claim_is_told(factcheck: Factcheck, story: Path) -> None:
    factcheck("open", story)
    for claim in ("999", "1#999", "1#x", "nowhere#1", "#", HOSTILE):
        done = factcheck("mark", claim, "verified")
        assert done.code in {1, 2}, claim
        assert len(done.err.splitlines()) == 1
    assert factcheck("status", "--json").json["articles"][0]["verified"] == 0


@pytest.mark.parametrize(
    "data",
    [
        b"not a database, but long enough to look like something else" * 20,
        b"SQLite format 3\x00" + b"\xff" * 2000,
    ],
)
def test_a_desk_that_is_no_desk_is_refused_untouched(
    factcheck: Factcheck, story: Path, desk_path: Path, data: bytes
) -> None:
    desk_path.write_bytes(data)
    done = factcheck("open", story)
    assert done.code == 1
    assert len(done.err.splitlines()) == 1
    assert "desk.db" in done.err
    assert desk_path.read_bytes() == data


def test_another_programs_database_is_refused_untouched(factcheck: Factcheck, story: Path, desk_path: Path) -> None:
    with sqlite3.connect(desk_path) as connection:
        connection.execute("create table bookmarks (url text)")
    connection.close()
    before = desk_path.read_bytes()
    done = factcheck("open", story)
    assert done.code == 1
    assert desk_path.read_bytes() == before


def test_a_locked_desk_is_told(
    factcheck: Factcheck, story: Path, desk_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.desk.connect", partial(connect, wait=0.1))
    slug = factcheck("open", story).out.split()[1]
    holder = sqlite3.connect(desk_path, isolation_level=None)
    holder.execute("begin immediate")
    done = factcheck("mark", f"{slug}#1", "verified")
    holder.execute("rollback")
    holder.close()
    assert done.code == 1
    assert len(done.err.splitlines()) == 1
    assert factcheck("status", "--json").json["articles"][0]["verified"] == 0


LOOKING = [["status"], ["status", "1"], ["export", "1", "-o", "-"], ["match", "1"], ["extract", "1"]]


@pytest.mark.parametrize("command", LOOKING)
def test_who_only_looks_does_not_mind_a_lock(
    factcheck: Factcheck, story: Path, desk_path: Path, command: list[str]
) -> None:
    factcheck("open", story)
    holder = sqlite3.connect(desk_path, isolation_level=None)
    holder.execute("begin immediate")
    done = factcheck(*command)
    holder.close()
    assert done.code == 0, done.err


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="permissions work otherwise here")
def test_who_only_looks_may_do_so_on_a_read_only_desk(
    factcheck: Factcheck, story: Path, desk_path: Path, tmp_path: Path
) -> None:
    factcheck("open", story)
    for command in LOOKING:
        factcheck(*command)  # What it imports is out of nobody's reach.
    before = desk_path.read_bytes()
    desk_path.chmod(0o444)
    tmp_path.chmod(0o555)
    with as_nobody(tmp_path):
        done = [factcheck(*command) for command in LOOKING]
        marked = factcheck("mark", "1#1", "verified")
    tmp_path.chmod(0o755)
    assert [(each.code, each.err.count("factcheck:")) for each in done] == [(0, 0)] * len(LOOKING)
    assert (marked.code, len(marked.err.splitlines())) == (1, 1)
    assert "cannot be written" in marked.err
    assert desk_path.read_bytes() == before


def test_an_existing_export_is_kept_without_force(factcheck: Factcheck, story: Path, tmp_path: Path) -> None:
    slug = factcheck("open", story).out.split()[1]
    path = tmp_path / "checklist.md"
    path.write_text("mine", "utf-8")
    done = factcheck("export", slug, "-o", path)
    assert done.code == 1
    assert "--force" in done.err
    assert path.read_text("utf-8") == "mine"
    assert factcheck("export", slug, "-o", path, "--force").code == 0
    assert "Forth Bridge" in path.read_text("utf-8")


def test_one_existing_export_keeps_all_from_being_written(factcheck: Factcheck, story: Path, tmp_path: Path) -> None:
    slug = factcheck("open", story).out.split()[1]
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / f"{slug}.json").write_text("mine", "utf-8")
    done = factcheck("export", slug, "--format", "md,csv,json", "-o", folder)
    assert (done.code, done.out) == (1, "")
    assert [path.name for path in folder.iterdir()] == [f"{slug}.json"]


def test_a_place_that_is_a_folder_keeps_all_from_being_written(
    factcheck: Factcheck, story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    slug = factcheck("open", story).out.split()[1]
    (tmp_path / "out" / f"{slug}.csv").mkdir(parents=True)
    for output in (tmp_path / "out", "~/out", f"~/out/{slug}"):
        done = factcheck("export", slug, "--format", "md,csv", "--force", "-o", output)
        assert (done.code, done.out) == (1, "")
        assert f"{slug}.csv is a folder" in done.err
    assert not [*tmp_path.rglob("*.md")]
    assert factcheck("export", slug, "-o", "~/out/x.md").code == 0
    assert (tmp_path / "out" / "x.md").is_file()


@pytest.mark.parametrize("output", ["no/folder/x.md", "no/", "bridge.txt/x.md", "x" * 300])
def test_an_export_into_nowhere_is_told(factcheck: Factcheck, story: Path, tmp_path: Path, output: str) -> None:
    slug = factcheck("open", story).out.split()[1]
    done = factcheck("export", slug, "--format", "md,csv", "-o", output)
    assert (done.code, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1
    assert not [path for path in tmp_path.rglob("*") if path.suffix in {".md", ".csv", ".tmp"}]


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="permissions work otherwise here")
@pytest.mark.parametrize("mode", [0o555, 0o000])
def test_an_export_without_permission_is_told(factcheck: Factcheck, story: Path, tmp_path: Path, mode: int) -> None:
    slug = factcheck("open", story).out.split()[1]
    factcheck("export", slug, "-o", tmp_path / "first.md")
    folder = tmp_path / "theirs"
    folder.mkdir()
    folder.chmod(mode)
    with as_nobody(tmp_path):
        done = factcheck("export", slug, "-o", folder / "x.md")
    folder.chmod(0o755)
    assert (done.code, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1
    assert "no permission" in done.err


def test_an_export_before_all_claims_are_found_says_so(factcheck: Factcheck, story: Path, desk_path: Path) -> None:
    with connect(desk_path) as desk:
        slug = desk.articles.put(read(str(story))).slug
    done = factcheck("export", slug, "-o", "-")
    assert done.code == 0
    assert "not all claims" in done.err
    factcheck("open", slug)
    assert factcheck("export", slug, "-o", "-").err == ""


def test_hostile_text_reaches_the_terminal_as_text(factcheck: Factcheck, tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text(
        f"Mayor \x1b]0;owned\x07 resigns\n\nThe mayor resigned on 4 March 1890, \x1b[31mred\x9b31m {HOSTILE}.\n",
        "utf-8",
    )
    for arguments in (["extract", path], ["open", path], ["status", 1], ["extract", path, "--json"]):
        done = factcheck(*arguments)
        assert done.code == 0
        for control in ("\x1b", "\x07", "\x9b"):
            assert control not in done.out
            assert control not in done.err


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Board of Trade", Source(SourceKind.OTHER, "Board of Trade")),
        ("primary: Board of Trade | p. 4", Source(SourceKind.PRIMARY, "Board of Trade", "p. 4")),
        ("Person: J. Fowler|+44 131 1", Source(SourceKind.PERSON, "J. Fowler", "+44 131 1")),
        ("https://example.org/a", Source(SourceKind.OTHER, "https://example.org/a")),
        ("Tape 3: side B | 12:40", Source(SourceKind.OTHER, "Tape 3: side B", "12:40")),
    ],
)
def test_a_source_is_read_from_one_argument(text: str, source: Source) -> None:
    assert parse_source(text) == source


@pytest.mark.parametrize("text", ["", "  ", "primary:", "primary: | p. 4"])
def test_a_source_without_a_name_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_source(text)

"""What is opened, what is refused, and that a refused file is left as it was."""

from __future__ import annotations

import inspect
import os
import re
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlite_utils import Database, Migrations

from factcheck.desk import connect, opening, schema
from factcheck.errors import DeskError
from factcheck.model import ArticleId, Finding, Severity, Source, SourceKind, Span
from tests.conftest import HOSTILE, as_nobody
from tests.desk.sample import extraction, story

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factcheck.desk import Desk


def pragma(desk: Desk, name: str) -> object:
    return desk._file.db.execute(f"PRAGMA {name}").fetchone()[0]


def test_rules_of_the_connection(desk: Desk) -> None:
    assert pragma(desk, "application_id") == opening.APPLICATION_ID
    assert pragma(desk, "journal_mode") == "wal"
    assert pragma(desk, "synchronous") == 2
    assert pragma(desk, "foreign_keys") == 1
    assert pragma(desk, "busy_timeout") == 200


def test_blank_file_gets_the_tables(path: Path) -> None:
    with connect(path):
        pass
    with closing(sqlite3.connect(path)) as plain:
        tables = {name for (name,) in plain.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        applied = [name for (name,) in plain.execute("SELECT name FROM _sqlite_migrations")]
    wanted = {"articles", "drafts", "blocks", "claims", "facts", "sources", "claim_sources", "events", "findings"}
    assert wanted | {"positions", "match_texts", "match_pieces", "match_postings", "match_stems"} <= tables
    assert applied[0] == "m001_desk"


def test_folders_above_are_made(tmp_path: Path) -> None:
    with connect(tmp_path / "a" / "東京" / "desk.db") as desk:
        assert desk.path.is_file()


def test_an_empty_file_is_taken(path: Path) -> None:
    path.touch()
    with connect(path) as desk:
        desk.articles.put(story())
    with connect(path, read_only=True) as desk:
        assert desk.articles.find("1").article == story()


def test_opening_again_changes_nothing(path: Path) -> None:
    with connect(path) as desk:
        desk.articles.put(story())
    before = path.read_bytes()
    with connect(path):
        pass
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def other_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE recipes (name)")
        db.commit()


def other_id(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA application_id = 7")


def text_file(path: Path) -> None:
    path.write_text("Dear diary")


def long_text_file(path: Path) -> None:
    path.write_text("Dear diary " * 5000)


def newer(path: Path) -> None:
    with connect(path) as desk:
        desk._file.run("INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('factcheck', 'm999_future')")


def torn(path: Path) -> None:
    with connect(path) as desk:
        record = desk.articles.put(story(more="word " * 3000))
        desk.articles.store(record.id, extraction(record.article), complete=True)
    data = bytearray(path.read_bytes())
    data[4096 * 3 : 4096 * 8] = os.urandom(4096 * 5)
    path.write_bytes(data)


def cut_short(path: Path) -> None:
    with connect(path) as desk:
        desk.articles.put(story(more="word " * 3000))
    path.write_bytes(path.read_bytes()[: 4096 * 2])


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    ("make", "says"),
    [
        (other_program, "another program"),
        (other_id, "another program"),
        (text_file, "not a desk file"),
        (long_text_file, "not a desk file"),
        (newer, "newer factcheck"),
        (torn, "damaged"),
        (cut_short, "damaged"),
    ],
)
def test_refused_files_stay_as_they_are(path: Path, make: Callable[[Path], None], says: str, read_only: bool) -> None:
    make(path)
    before = path.read_bytes()
    with pytest.raises(DeskError, match=says) as caught:
        connect(path, wait=0.1, read_only=read_only)
    assert path.read_bytes() == before
    assert "\n" not in str(caught.value)
    assert str(path) in caught.value.what
    assert caught.value.todo


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="is a folder: name a file in it"):
        connect(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_refused(path: Path) -> None:
    os.mkfifo(path)
    with pytest.raises(DeskError, match="not a file"):
        connect(path)


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("x")
    with pytest.raises(DeskError, match="cannot be used"):
        connect(tmp_path / "notes" / "desk.db")


def test_reading_needs_a_desk(path: Path) -> None:
    with pytest.raises(DeskError, match="there is no desk at"):
        connect(path, read_only=True)
    assert not path.exists()


def test_a_locked_desk(path: Path) -> None:
    with connect(path):
        pass
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DeskError, match="in use by another program"):
            connect(path, wait=0.1)
        with connect(path, read_only=True) as desk:
            assert desk.articles.summaries() == ()
        other.rollback()


def test_a_desk_that_is_locked_later(path: Path, desk: Desk) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DeskError, match="in use by another program"):
            desk.articles.put(story())
        other.rollback()
    assert desk.articles.put(story()).id == 1


def test_opening_once_more_keeps_the_locks_of_this_process(path: Path, desk: Desk) -> None:
    desk.articles.put(story())
    with connect(path, read_only=True):
        pass
    # The last one to close a WAL file takes the log in and deletes it: another program must not think that it is.
    program = f"import sqlite3; db = sqlite3.connect({str(path)!r}); db.execute('SELECT * FROM articles'); db.close()"
    subprocess.run([sys.executable, "-c", program], check=True)
    assert path.with_name("desk.db-wal").exists()
    assert desk.articles.put(story("Another", more="More.")).id == 2


def test_a_full_disk_loses_nothing(desk: Desk) -> None:
    kept = desk.articles.put(story())
    desk._file.db.execute(f"PRAGMA max_page_count={pragma(desk, 'page_count')}").fetchall()
    with pytest.raises(DeskError, match="disk is full: make room"):
        desk.articles.put(story("Another", more="word " * 5000))
    assert [summary.id for summary in desk.articles.summaries()] == [kept.id]


def test_a_read_only_desk_says_so_when_written(path: Path) -> None:
    with connect(path):
        pass
    with connect(path, read_only=True) as desk, pytest.raises(DeskError, match="cannot be written"):
        desk.articles.put(story())


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="permissions work otherwise here")
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o555), (0o444, 0o777), (0o666, 0o555)])
def test_a_desk_that_may_not_be_written(tmp_path: Path, file_mode: int, folder_mode: int) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    path = folder / "desk.db"
    with connect(path) as desk:
        desk.articles.put(story())
    before = path.read_bytes()
    path.chmod(file_mode)
    folder.chmod(folder_mode)
    try:
        with as_nobody(tmp_path):
            with pytest.raises(DeskError, match=r"the desk .* cannot be (written|opened): "):
                connect(path, wait=0.1)
            with connect(path, read_only=True) as desk:
                assert desk.articles.find("1").article == story()
    finally:
        folder.chmod(0o755)
    assert path.read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="permissions work otherwise here")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(0o555)
    try:
        with as_nobody(tmp_path):
            with pytest.raises(DeskError, match="cannot be opened"):
                connect(folder / "desk.db")
            with pytest.raises(DeskError, match="Permission denied"):
                connect(folder / "below" / "desk.db")
    finally:
        folder.chmod(0o755)
    assert list(folder.iterdir()) == []


def with_another(change: Callable[[Database], None]) -> Migrations:
    """The migrations of a factcheck that is one version further."""
    later = Migrations("factcheck")
    for migration in schema.MIGRATIONS._migrations:
        later(name=migration.name)(migration.fn)
    later(name="m900_later")(change)
    return later


def test_an_older_desk_is_backed_up_and_migrated(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with connect(path) as desk:
        desk.articles.put(story())

    def change(db: Database) -> None:
        db.execute("ALTER TABLE articles ADD COLUMN legal TEXT")

    monkeypatch.setattr(opening, "MIGRATIONS", with_another(change))
    with pytest.raises(DeskError, match="older factcheck"):
        connect(path, read_only=True)
    with connect(path) as desk:
        assert "legal" in desk._file.db.table("articles").columns_dict
        assert desk.articles.find("1").article == story()
    backup = path.with_name("desk.db.before-m900_later")
    assert sorted(file.name for file in path.parent.iterdir()) == [path.name, backup.name]
    monkeypatch.undo()
    with pytest.raises(DeskError, match="newer factcheck"):
        connect(path)
    with connect(backup) as desk:
        assert desk.articles.find("1").article == story()


def test_what_a_crash_left_of_a_backup_is_in_nobody_s_way(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a container every process has the number that the one had which crashed."""
    with connect(path):
        pass
    left = path.with_name(f"desk.db.before-m900_later.{os.getpid()}")
    left.write_bytes(b"half a copy")
    monkeypatch.setattr(opening, "MIGRATIONS", with_another(lambda db: None))
    with connect(path):
        pass
    assert sorted(file.name for file in path.parent.iterdir()) == [path.name, "desk.db.before-m900_later", left.name]


def test_sources_and_findings_of_an_older_desk_stay(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older = Migrations("factcheck")
    for migration in schema.MIGRATIONS._migrations:
        if migration.name < "m008":
            older(name=migration.name)(migration.fn)
    monkeypatch.setattr(opening, "MIGRATIONS", older)
    with connect(path) as desk:
        # In the words of that time: today's code writes columns that the older desk has not.
        file = desk._file
        article = file.insert(
            "articles",
            {"slug": "log", "title": "Log", "source": "log.txt", "state": "checking", "added_at": "2025-05-04"},
        )
        draft = {
            "article_id": article,
            "number": 1,
            "sha256": "0" * 64,
            "words": 2,
            "warnings": "[]",
            "text": "It was.",
        }
        draft_id = file.insert("drafts", draft)
        file.run("UPDATE articles SET draft_id = ?", (draft_id,))
        claim = {"article_id": article, "draft_id": draft_id, "start": 0, "end": 6, "text": "It was", "section": "body"}
        file.insert("claims", {**claim, "kinds": "", "priority": 0.5, "checkable": 1})
        file.run("INSERT INTO sources VALUES (3, 'document', 'Log', 'p. 3', '')")
        file.run("INSERT INTO claim_sources VALUES (1, 3, 0)")
        file.run("INSERT INTO findings VALUES (4, ?, 'age', 'high', 'Two ages', '[[3, 6]]', '[1]')", (draft_id,))
    monkeypatch.undo()
    with connect(path) as desk:
        (record,) = desk.claims.of(ArticleId(article))
        assert record.sources == (Source(SourceKind.DOCUMENT, "Log", "p. 3", id=3),)
        assert record.contacts == ()
        finding = Finding("age", "Two ages", Severity.HIGH, (Span(3, 6),), ("c1",))
        assert desk.findings.of(ArticleId(article)) == (finding,)


def test_a_desk_is_made_by_the_oldest_sqlite_that_comes_with_python_3_11() -> None:
    """That of enterprise Linux is 3.34, which knows neither of these."""
    assert not re.search("DROP COLUMN|RETURNING|STRICT", inspect.getsource(schema))


def test_a_migration_that_fails_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(db: Database) -> None:
        db.execute("ALTER TABLE articles ADD COLUMN legal TEXT")
        db.execute("ALTER TABLE nowhere ADD COLUMN legal TEXT")

    with connect(path):
        pass
    monkeypatch.setattr(opening, "MIGRATIONS", with_another(fail))
    with pytest.raises(DeskError, match="no such table"):
        connect(path)
    monkeypatch.undo()
    with connect(path) as desk:
        assert "legal" not in desk._file.db.table("articles").columns_dict


OPEN_MANY = """
import sys, time
from pathlib import Path
from factcheck.desk import connect
folder, start = Path(sys.argv[1]), float(sys.argv[2])
for number in range(8):
    time.sleep(max(0, start + number * 0.1 - time.time()))
    with connect(folder / f"{number}.db", wait=20) as desk:
        desk.events.append("note")
"""


def test_three_processes_open_a_new_desk_at_once(tmp_path: Path) -> None:
    start = str(time.time() + 2)
    processes = [
        subprocess.Popen([sys.executable, "-c", OPEN_MANY, str(tmp_path), start], stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    assert [process.communicate()[1].decode() for process in processes] == [""] * 3
    for number in range(8):
        with connect(tmp_path / f"{number}.db") as desk:
            assert len(desk._file.rows("SELECT id FROM events")) == 3
            assert desk.events.verify() == []
            assert pragma(desk, "journal_mode") == "wal"


def test_the_version_tells_what_another_connection_did(tmp_path: Path) -> None:
    with connect(tmp_path / "desk.db") as desk, connect(tmp_path / "desk.db") as other:
        first = desk.version()
        desk.events.append("mark")
        assert desk.version() == first, "one's own changes are known already"
        other.events.append("mark")
        assert desk.version() != first
        assert desk.version() == desk.version()


def test_many_rows_go_in_in_their_order(desk: Desk) -> None:
    rows = [("other", f"source {number}\ud800", HOSTILE, "") for number in range(77)]
    desk._file.insert_all("sources", ("kind", "name", "locator", "note"), rows)
    stored = desk._file.rows("SELECT id, name, locator FROM sources ORDER BY id")
    assert stored == [(number + 1, f"source {number}\ufffd", HOSTILE) for number in range(77)]

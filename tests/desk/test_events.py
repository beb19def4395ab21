from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.conftest import HOSTILE
from tests.desk.sample import story

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.desk import Desk
    from factcheck.model import ArticleId


@pytest.fixture
def article_id(desk: Desk) -> ArticleId:
    record = desk.articles.put(story())
    first = desk.events.append("mark", article_id=record.id, before={"verdict": None}, after={"verdict": "verified"})
    desk.events.append("note", article_id=record.id, before={"note": ""}, after={"note": HOSTILE + "\ud800"}, act=first)
    desk.events.append("undo", article_id=record.id, of=first)
    desk.events.append("start")
    return record.id


def test_events_come_back(desk: Desk, article_id: ArticleId) -> None:
    mark, note, undo = desk.events.of(article_id)
    assert (mark.who, mark.what, mark.act, mark.of) == ("Ada", "mark", mark.id, None)
    assert (mark.before, mark.after) == ({"verdict": None}, {"verdict": "verified"})
    assert note.after == {"note": HOSTILE + "\ufffd"}
    assert note.act == mark.id
    assert (undo.act, undo.of, undo.before) == (undo.id, mark.id, None)
    assert undo.at > note.at > mark.at
    assert len({event.hash for event in (mark, note, undo)}) == 3
    assert desk.events.of_act(mark.id) == (mark, note)
    assert desk.events.verify() == []


@pytest.mark.parametrize(
    "statement", ["UPDATE events SET who = 'Eve'", "DELETE FROM events", "REPLACE INTO events SELECT * FROM events"]
)
def test_the_log_is_only_added_to(desk: Desk, article_id: ArticleId, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
        desk._file.run(statement)
    assert len(desk.events.of(article_id)) == 3


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE events SET who = 'Eve' WHERE id = 2", ["event 2 is not as it was written"]),
        ("UPDATE events SET at = '2020-01-01T00:00:00+00:00' WHERE id = 1", ["event 1 is not as it was written"]),
        ("""UPDATE events SET "after" = '{"note":"x"}' WHERE id = 2""", ["event 2 is not as it was written"]),
        ("UPDATE events SET hash = 'f' WHERE id = 4", ["event 4 is not as it was written"]),
        ("DELETE FROM events WHERE id = 3", ["event 3 is missing from the log", "event 4 is not as it was written"]),
        ("DELETE FROM events WHERE id = 4", ["event 4 is missing from the end of the log"]),
        ("DELETE FROM events", ["event 1 is missing from the end of the log"]),
    ],
)
def test_a_changed_log_shows(desk: Desk, path: Path, article_id: ArticleId, statement: str, says: list[str]) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TRIGGER events_never_change")
        other.execute("DROP TRIGGER events_never_go")
        other.execute(statement)
        other.commit()
    assert desk.events.verify() == says


def test_an_event_goes_with_what_it_tells_of(desk: Desk, article_id: ArticleId) -> None:
    def fail() -> None:
        with desk.writing():
            desk.events.append("mark", article_id=article_id)
            desk.articles.set_meta(article_id, title="New")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert len(desk.events.of(article_id)) == 3
    assert desk.articles.get(article_id).article == story()
    assert desk.events.verify() == []

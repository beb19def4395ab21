from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.desk import connect
from factcheck.errors import DeskError, StaleError
from factcheck.model import ArticleId, ClaimId, Source, SourceKind
from tests.conftest import HOSTILE
from tests.desk.sample import extraction, story

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.desk import Desk
    from factcheck.model import ClaimRecord


@pytest.fixture
def claims(desk: Desk) -> tuple[ClaimRecord, ...]:
    record = desk.articles.put(story())
    desk.articles.store(record.id, extraction(story()), complete=True)
    return desk.claims.of(record.id)


def test_a_change_with_an_old_revision_is_refused(desk: Desk, claims: tuple[ClaimRecord, ...]) -> None:
    assert desk.claims.change(claims[0].id, 0, {"note": "first"}) == 1
    with pytest.raises(StaleError, match="changed by somebody else"):
        desk.claims.change(claims[0].id, 0, {"note": "second", "sources": []})
    assert desk.claims.get(claims[0].id).note == "first"
    assert desk.claims.get(claims[0].id).revision == 1


def test_what_is_recorded_goes_round(desk: Desk, claims: tuple[ClaimRecord, ...]) -> None:
    sources = [Source(SourceKind.PERSON, HOSTILE, "tel. 1", "[/]"), Source(SourceKind.DOCUMENT, "Log", "p. 3")]
    words = [desk.sources.words(source) for source in sources]
    at = "2026-03-12T09:00:00+00:00"
    values = {"verdict": "disputed", "checker": "Ada", "checked_at": at, "note": HOSTILE, "sources": words}
    desk.claims.change(claims[0].id, 0, values)
    desk.claims.change(claims[1].id, 0, {"sources": words[::-1]})
    recorded = desk.claims.recorded(claims[0].id)
    assert {key: recorded[key] for key in values} == values
    assert recorded["revision"] == 1
    first, second = (desk.claims.get(record.id) for record in claims[:2])
    assert [replace(source, id=None) for source in first.sources] == sources
    assert first.sources == second.sources[::-1]
    assert len(desk.sources.known()) == 2
    assert (first.note, first.checked_at and first.checked_at.isoformat()) == (HOSTILE, at)
    assert desk.claims.of(desk.claims.article_of(first.id))[:2] == (first, second)


def test_removed_claims_keep_the_numbers(desk: Desk, claims: tuple[ClaimRecord, ...]) -> None:
    article_id = desk.claims.article_of(claims[0].id)
    desk.claims.change(claims[1].id, 0, {"removed": True})
    assert [record.number for record in desk.claims.of(article_id)][:2] == [1, 3]
    removed = desk.claims.of(article_id, removed=True)[1]
    assert (removed.number, removed.removed) == (2, True)
    assert desk.claims.get(claims[1].id) == removed


def test_claims_that_are_not_there(desk: Desk, claims: tuple[ClaimRecord, ...]) -> None:
    for ask in (desk.claims.get, desk.claims.article_of, desk.claims.recorded):
        with pytest.raises(DeskError, match="there is no claim 999"):
            ask(ClaimId(999))
    assert desk.claims.of(ArticleId(999)) == ()


MARKING = """
import sys
from factcheck.desk import connect
from factcheck.model import ArticleId, Verdict
from factcheck.review import Review
path, who, start, count = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
with connect(path, who=who, wait=30) as desk:
    review = Review(desk, ArticleId(1))
    claims = review.claims
    for number in range(count):
        record = claims[(start + number) % len(claims)]
        review.mark(record.id, (Verdict.VERIFIED, Verdict.DISPUTED)[number // len(claims) % 2], note=f"{who} {number}")
        print(record.id, number, flush=True)
"""


def test_a_killed_process_loses_no_mark(path: Path, claims: tuple[ClaimRecord, ...]) -> None:
    for _ in range(3):
        marking = subprocess.Popen(
            [sys.executable, "-c", MARKING, str(path), "Bob", "0", "100000"], stdout=subprocess.PIPE, text=True
        )
        assert marking.stdout is not None
        acknowledged = [marking.stdout.readline().split() for _ in range(25)]
        marking.kill()
        acknowledged += [line.split() for line in marking.stdout.read().splitlines() if line.count(" ") == 1]
        marking.stdout.close()
        marking.wait()
        with connect(path) as desk:
            assert desk.events.verify() == []
            events = desk.events.of(ArticleId(1))
            noted = [(event.claim_id, (event.after or {})["note"]) for event in events if event.what == "note"]
            done = [(int(claim_id), f"Bob {number}") for claim_id, number in acknowledged]
            # One more may have been committed that was not told any more.
            assert noted[-len(done) - 1 :][: len(done)] == done or noted[-len(done) :] == done
            last = dict(noted)
            assert {record.id: record.note for record in desk.claims.of(ArticleId(1))} == last


def test_two_processes_mark_and_none_is_lost(path: Path, claims: tuple[ClaimRecord, ...]) -> None:
    processes = [
        subprocess.Popen([sys.executable, "-c", MARKING, str(path), who, start, "60"], stderr=subprocess.PIPE)
        for who, start in (("Bob", "0"), ("Cleo", "3"))
    ]
    assert [process.communicate()[1].decode() for process in processes] == [""] * 2
    with connect(path) as desk:
        events = desk.events.of(ArticleId(1))
        assert desk.events.verify() == []
        revisions = sum(record.revision for record in desk.claims.of(ArticleId(1)))
    told = {(event.after or {})["note"] for event in events if event.what == "note"}
    assert told == {f"{who} {number}" for who in ("Bob", "Cleo") for number in range(60)}
    assert revisions == len(events)

"""Several checkers, each in a process of their own, on one desk."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.desk import connect
from factcheck.errors import StaleError
from factcheck.model import ArticleId, Verdict
from factcheck.review import Review
from tests.desk.sample import extraction, story

MARKS = 1_000
CLAIMS = 50
MOMENTS = 50

_MARKS = """
import random, sys
from factcheck.desk import connect
from factcheck.errors import StaleError
from factcheck.model import ArticleId, Verdict
from factcheck.review import Review

path, who, marks = sys.argv[1], sys.argv[2], int(sys.argv[3])
chance, told = random.Random(who), 0
with connect(path, who=who, wait=30) as desk:
    review = Review(desk, ArticleId(1))
    print("ready", flush=True)
    sys.stdin.readline()
    while marks:
        claim = chance.choice(review.claims)
        verdict = chance.choice([one for one in Verdict if one is not claim.verdict])
        try:
            review.mark(claim.id, verdict, seen=claim.revision)
        except StaleError as error:
            told += who not in str(error)
        else:
            marks -= 1
            print(claim.id, verdict, flush=True)
print("told", told, flush=True)
"""

_KILLED = """
import os, random, signal, sys, time
from factcheck.desk import connect
from factcheck.model import ArticleId
from factcheck.review import Review
from tests.review.test_undo import ACTS, do

path, moments = sys.argv[1], int(sys.argv[2])
for moment in range(moments):
    chance = random.Random(moment)
    out, into = os.pipe()
    session = os.fork()
    if not session:
        with connect(path, who="Bo", wait=30) as desk:
            review = Review(desk, ArticleId(1))
            while True:
                do(review, (chance.choice((*ACTS, "undo", "redo")), chance.randrange(200), chance.randrange(12)))
                for last in desk.events.steps(ArticleId(1))[-1:]:
                    os.write(into, f"{moment} {last.id} {last.what}\\n".encode())
    os.close(into)
    with os.fdopen(out) as told:
        print(told.readline(), end="", flush=True)
        time.sleep(chance.random() / 10)
        os.kill(session, signal.SIGKILL)
        os.waitpid(session, 0)
        print(told.read(), end="", flush=True)
    with connect(path, who="Ann") as desk:
        assert not list(desk.problems())
"""

_OPENS = """
import sys
from factcheck.desk import connect
from tests.desk.sample import story

with connect(sys.argv[1], who=sys.argv[2], wait=30) as desk:
    desk.articles.put(story(sys.argv[2], more=sys.argv[2]))
"""


def start(script: str, *arguments: object) -> subprocess.Popen[str]:
    """Run a script in a process of its own."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": "."}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=root, env=environment)


def go(*checkers: subprocess.Popen[str]) -> None:
    """Wait until each has the article open, then let all of them begin."""
    for checker in checkers:
        assert checker.stdout is not None
        assert checker.stdout.readline() == "ready\n"
    for checker in checkers:
        assert checker.stdin is not None
        checker.stdin.write("go\n")
        checker.stdin.flush()


def put(path: Path, claims: int = 0) -> None:
    """Make a desk with the story, with so many claims at least."""
    article = story(more=" ".join(f"In week {week} the lamp burned {week + 90} litres." for week in range(claims)))
    with connect(path, who="Ann") as desk:
        record = desk.articles.put(article)
        desk.articles.store(record.id, extraction(article), complete=True)


def test_no_mark_of_two_checkers_is_lost_and_each_clash_is_told(path: Path) -> None:
    put(path, CLAIMS)
    checkers = {who: start(_MARKS, path, who, MARKS) for who in ("Bo", "Cy")}
    go(*checkers.values())
    lines = {who: checker.communicate(timeout=600)[0].splitlines() for who, checker in checkers.items()}
    with connect(path, who="Ann") as desk:
        marks = [event for event in desk.events.of(ArticleId(1)) if event.what == "mark"]
        assert list(desk.problems()) == []
        for who, written in lines.items():
            logged = [f"{event.claim_id} {(event.after or {})['verdict']}" for event in marks if event.who == who]
            assert logged == written[:-1]
            assert len(logged) == MARKS
    # With so many marks on so few claims, one of the two comes too late now and then.
    assert sum(int(written[-1].split()[1]) for written in lines.values()) > 0


def test_what_was_acknowledged_outlives_kill_9(path: Path) -> None:
    put(path)
    killed = start(_KILLED, path, MOMENTS)
    acknowledged = [line.split() for line in killed.communicate(timeout=600)[0].splitlines()]
    assert killed.returncode == 0
    assert len({moment for moment, _, _ in acknowledged}) == MOMENTS
    with connect(path, who="Ann") as desk:
        logged = {event.id: event.what for event in desk.events.of(ArticleId(1))}
        assert list(desk.problems()) == []
    assert all(logged[int(number)] == what for _, number, what in acknowledged)
    assert len({what for _, _, what in acknowledged}) > 15


def test_three_processes_open_a_new_desk_at_once(path: Path) -> None:
    programs = [start(_OPENS, path, who) for who in ("Bo", "Cy", "Di")]
    assert [program.wait(60) for program in programs] == [0, 0, 0]
    for program in programs:
        program.communicate()
    with connect(path, who="Ann") as desk:
        assert len(desk.articles.summaries()) == 3
        assert list(desk.problems()) == []


def test_the_second_of_two_is_told_who_was_first(path: Path) -> None:
    put(path)
    with connect(path, who="Bo") as one, connect(path, who="Cy") as other:
        first, second = Review(one, ArticleId(1)), Review(other, ArticleId(1))
        claim = first.claims[0]
        first.mark(claim.id, Verdict.VERIFIED, seen=claim.revision)
        with pytest.raises(StaleError, match="changed by Bo"):
            second.mark(claim.id, Verdict.DISPUTED, seen=claim.revision)
        assert second.claim(claim.id).verdict is Verdict.VERIFIED


def test_what_another_went_on_with_is_not_taken_back_and_it_is_said_who(path: Path) -> None:
    put(path)
    with connect(path, who="Bo") as one, connect(path, who="Cy") as other:
        first, second = Review(one, ArticleId(1)), Review(other, ArticleId(1))
        claim = first.claims[0].id
        first.mark(claim, Verdict.VERIFIED)
        second.note(claim, "see the plans")
        first.refresh()
        first.flag_legal(claim, legal=True)
        first.undo()
        with pytest.raises(StaleError, match="#1 was changed by Cy after that"):
            first.undo()

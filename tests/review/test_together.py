"""Several checkers, each in a process of their own, on one desk."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from factcheck.desk import connect
from factcheck.errors import StaleError
from factcheck.model import ArticleId, Verdict
from factcheck.review import Review
from tests.desk.sample import extraction, story

MARKS = 150
MOMENTS = 8

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


def put(path: Path) -> None:
    with connect(path, who="Ann") as desk:
        record = desk.articles.put(story())
        desk.articles.store(record.id, extraction(story()), complete=True)


def test_no_mark_of_two_checkers_is_lost_and_each_clash_is_told(path: Path) -> None:
    put(path)
    checkers = {who: start(_MARKS, path, who, MARKS) for who in ("Bo", "Cy")}
    go(*checkers.values())
    lines = {who: checker.communicate(timeout=120)[0].splitlines() for who, checker in checkers.items()}
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
    acknowledged: list[str] = []
    for moment in range(MOMENTS):
        checker = start(_MARKS, path, "Bo", 10_000)
        go(checker)
        assert checker.stdout is not None
        acknowledged.append(checker.stdout.readline().strip())
        time.sleep(0.01 * moment)
        checker.send_signal(signal.SIGKILL)
        acknowledged.extend(line.strip() for line in checker.stdout.read().splitlines())
        checker.wait(10)
        checker.communicate()
    with connect(path, who="Ann") as desk:
        events = desk.events.of(ArticleId(1))
        logged = [f"{event.claim_id} {(event.after or {})['verdict']}" for event in events if event.what == "mark"]
        assert list(desk.problems()) == []
    # What was committed and not acknowledged may be there too: one act in each life at most.
    missing = iter(logged)
    assert all(any(line == other for other in missing) for line in acknowledged)
    assert len(logged) <= len(acknowledged) + MOMENTS


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

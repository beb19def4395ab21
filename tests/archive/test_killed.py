"""A backlog whose taking in is killed again and again ends as one that went in in one go."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

from factcheck.desk import connect

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES = 400
CLAIMS = 25
KILLS = 10
TAKING_IN = """
import os, signal, sys
from factcheck import archive
from factcheck.desk import connect

done, last = 0, int(sys.argv[3])

def step():
    global done
    done += 1
    if done == last:
        os.kill(os.getpid(), signal.SIGKILL)

with connect(sys.argv[2]) as desk:
    desk._file.db.conn.set_progress_handler(step, 1_000)
    archive.add([sys.argv[1]], desk)
print(done)
"""
"""Takes a backlog in, told where from and where to, and kills itself in the middle of a statement: when SQLite has gone
so many thousand steps, which are the same however busy the machine is."""


def taking_in(backlog: Path, desk: Path, steps: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", TAKING_IN, str(backlog), str(desk), str(steps)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_kill_9_loses_and_doubles_nothing(tmp_path: Path) -> None:
    chance = random.Random(9)
    nouns = [f"{one}{two}" for one in ("brim", "cald", "dorn", "fern", "gald") for two in ("ale", "by", "ford", "ton")]
    backlog = tmp_path / "backlog.jsonl"
    with backlog.open("w", encoding="utf-8") as file:
        for article in range(ARTICLES):
            for claim in range(CLAIMS):
                text = f"The {chance.choice(nouns)} of {chance.choice(nouns)} cost {article * CLAIMS + claim} crowns."
                lead = {"verdict": "verified", "source": f"ledger {article}", "date": "2020-02-03"}
                file.write(json.dumps({"text": text, "article": f"Story {article}", **lead}) + "\n")
    killed, whole = tmp_path / "killed.db", tmp_path / "whole.db"
    steps = int(taking_in(backlog, whole, 0).stdout)
    # A fifth of them is one lot, which is committed; what is in is passed over the next time.
    ends = [taking_in(backlog, killed, int(chance.uniform(0.02, 0.25) * steps)).returncode for _ in range(KILLS)]
    assert ends == [-signal.SIGKILL] * KILLS
    with connect(killed) as desk:
        assert 0 < desk.index.size() < ARTICLES * CLAIMS
    command = [sys.executable, "-m", "factcheck", "add", str(backlog), "--desk", str(killed)]
    subprocess.run(command, check=True, capture_output=True)
    with connect(killed) as one, connect(whole) as other:
        assert list(one.problems()) == []
        assert one.index.size() == other.index.size() == ARTICLES * CLAIMS
        told = [
            [
                (
                    summary.title,
                    [(claim.claim.text, claim.verdict, claim.sources[0].name) for claim in desk.claims.of(summary.id)],
                )
                for summary in sorted(desk.articles.summaries(), key=lambda each: each.title)
            ]
            for desk in (one, other)
        ]
        assert told[0] == told[1]


def test_two_at_once_take_each_article_in_once(tmp_path: Path) -> None:
    backlog, path = tmp_path / "backlog.jsonl", tmp_path / "desk.db"
    rows = [
        {"text": f"Bridge {place} cost {place} crowns.", "article": f"Story {place // 20}"} for place in range(4_000)
    ]
    backlog.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    command = [sys.executable, "-m", "factcheck", "add", str(backlog), "--desk", str(path)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    assert [process.communicate()[1] for process in both] == [b"", b""]
    assert [process.returncode for process in both] == [0, 0]
    with connect(path) as desk:
        assert (len(desk.articles.summaries()), desk.index.size()) == (200, 4_000)
        assert list(desk.problems()) == []

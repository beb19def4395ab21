"""What the demo promises a newcomer stands in its files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.archive import add, match_article
from factcheck.consistency import examine
from factcheck.demo import demo_archive, demo_article
from factcheck.desk import connect
from factcheck.model import Relation, Role, Verdict
from factcheck.reading import read

if TYPE_CHECKING:
    from pathlib import Path


def test_the_story_holds_what_there_is_to_find() -> None:
    with demo_article() as path:
        text = path.read_text("utf-8")
    for quote in ("'as flat as a mirror'", "“The sea is as flat as a pond"):
        assert quote in text
    assert "Captain Edward Smith, 62" in text
    assert "Edward Smith, 59" in text


def test_the_archive_agrees_and_disagrees_with_it() -> None:
    with demo_archive() as path:
        earlier = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    verdicts = {claim["text"]: claim for claim in earlier}
    same = verdicts["The Titanic struck an iceberg at 11:40 p.m. on April 14, 1912."]
    conflict = verdicts["The Titanic carried 20 lifeboats with room for 1,178 people."]
    assert (same["verdict"], conflict["verdict"]) == ("verified", "verified")
    assert same["source"]
    with demo_article() as path:
        text = path.read_text("utf-8")
    assert same["text"].rstrip(".") in text
    assert conflict["text"].rstrip(".").replace("1,178", "1,187") in text


def test_the_story_is_read_with_its_furniture_told_apart() -> None:
    with demo_article() as path:
        article = read(path)
    assert article.title == "Titanic letter promised 'the quietest night at sea'"
    assert article.dek == "A page written on board hours before the collision goes on show for the first time"
    assert article.published is not None
    assert article.published.isoformat() == "2022-04-14"
    roles = [block.role for block in article.draft.blocks]
    assert roles.count(Role.CAPTION) == 2
    assert roles.count(Role.CREDIT) == 2


def test_a_newcomer_meets_a_lead_a_conflict_and_findings(tmp_path: Path) -> None:
    with connect(tmp_path / "desk.db") as desk:
        with demo_archive() as earlier:
            report = add([earlier], desk)
        with demo_article() as path:
            extraction = examine(read(path))
        found = match_article(desk, extraction.article, extraction.claims)
    assert not report.problems
    leads = {
        claim.text: best[0].verdict
        for claim, best in zip(extraction.claims, found, strict=True)
        if best and best[0].relation is Relation.SAME and best[0].sources
    }
    assert leads["The Titanic struck an iceberg at 11:40 p.m. on April 14, 1912"] is Verdict.VERIFIED
    conflicts = {
        (difference.here, difference.there)
        for best in found
        for match in best
        if match.relation is Relation.CONFLICT
        for difference in match.differences
    }
    assert ("1,187", "1,178") in conflicts
    assert {"quote-mismatch", "age"} <= {finding.kind for finding in extraction.findings}

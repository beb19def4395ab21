"""The fixtures are what they say: each planted error stands in its story, each expected match in the archive."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from factcheck.archive import add, match_article
from factcheck.desk import connect
from factcheck.extraction import extract
from factcheck.model import Role
from factcheck.reading import ReadOptions, read
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FIXTURES = ROOT / "fixtures"
STORIES = sorted(path for path in FIXTURES.iterdir() if path.suffix in {".txt", ".md"} and path.name != "README.md")
TITLES = {
    "business.txt": "Wall Street's worst day: $14bn gone as 16 million shares change hands",
    "council.txt": "City approves marker for the molasses flood",
    "court.txt": "Teacher fined $500 in Tennessee evolution case",
    "feature.md": "The ditch that moved the world",
    "interview.txt": "'Nobody told them what they had built'",
    "obituary.txt": "Marie Curie, discoverer of radium, dies at 67",
    "science.txt": "How Giotto stared a comet in the face",
    "sport.txt": "Owens takes fourth gold as American sprinters smash relay record",
    "tabloid.txt": (
        "King Edward 'Never Regretted' Giving Up the Throne for Wallis, 'Not Even for an Hour,' Museum Insider Claims"
    ),
    "wire.txt": "Berlin remembers airlift that beat the blockade",
}


def archive_text(name: str) -> str:
    """A file of the archive; of JSONL the texts alone, as strings stand escaped in it."""
    text = (FIXTURES / "archive" / name).read_text("utf-8")
    return "\n".join(json.loads(line)["text"] for line in text.splitlines()) if name.endswith(".jsonl") else text


def test_there_are_stories_in_eight_shapes_and_all_are_listed() -> None:
    assert len(STORIES) >= 8
    assert {path.name for path in STORIES} == set(TITLES)
    listed = (FIXTURES / "README.md").read_text("utf-8")
    assert all(f"`{path.name}`" in listed for path in STORIES)


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.name)
def test_each_planted_error_stands_in_its_story(path: Path) -> None:
    text = path.read_text("utf-8")
    assert 250 <= len(text.split()) <= 500
    errors = json.loads(path.with_suffix(".errors.json").read_text("utf-8"))
    assert len(errors) >= 3
    for error in errors:
        assert list(error) == ["kind", "note", "spans"]
        assert error["note"]
        assert error["spans"]
        for words in error["spans"]:
            assert words in text


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.name)
def test_each_story_is_read_with_its_title_and_date(path: Path) -> None:
    article = read(path)
    assert article.title == TITLES[path.name]
    assert article.published is not None
    assert article.draft.blocks
    body = [block for block in article.draft.blocks if block.role is Role.BODY]
    assert len(body) >= 5


def test_each_expected_match_has_both_sides() -> None:
    expected = json.loads((FIXTURES / "expected.json").read_text("utf-8"))
    assert {entry["story"] for entry in expected} == set(TITLES)
    assert {entry["relation"] for entry in expected} == {"same", "conflict", "near"}
    for entry in expected:
        assert entry["claim"] in (FIXTURES / entry["story"]).read_text("utf-8")
        assert entry["earlier"] in archive_text(entry["archive"])


def test_each_earlier_verdict_is_on_a_claim_of_the_archive() -> None:
    everything = "\n".join(archive_text(path.name) for path in (FIXTURES / "archive").iterdir())
    for line in (FIXTURES / "verdicts.jsonl").read_text("utf-8").splitlines():
        verdict = json.loads(line)
        assert verdict["text"] in everything
        assert verdict["article"] in everything
        assert verdict["verdict"] in {"verified", "disputed", "unsourced"}


def test_each_story_finds_what_earlier_ones_said(tmp_path: Path) -> None:
    expected = json.loads((FIXTURES / "expected.json").read_text("utf-8"))
    missed = []
    with connect(tmp_path / "desk.db") as desk:
        report = add([FIXTURES / "archive"], desk, verdict_file=FIXTURES / "verdicts.jsonl")
        assert not report.problems
        assert report.verdicts == 5
        for path in STORIES:
            article = read(path)
            text = article.draft.text
            claims = extract(article).claims
            found = match_article(desk, article, claims)
            for entry in (entry for entry in expected if entry["story"] == path.name and not entry.get("hard")):
                start, end = text.index(entry["claim"]), text.index(entry["claim"]) + len(entry["claim"])
                relations = {
                    match.relation.value
                    for claim, matches in zip(claims, found, strict=True)
                    if claim.start < end and start < claim.end
                    for match in matches
                    if match.text in entry["earlier"] or entry["earlier"] in match.text
                }
                # What is only near may be told more exactly by a sharper eye.
                if not relations or (entry["relation"] != "near" and entry["relation"] not in relations):
                    missed.append((entry["claim"], entry["relation"], relations))
    assert not missed


@pytest.mark.parametrize("suffix", [".docx", ".html", ".pdf"])
def test_a_story_is_the_same_in_every_format(suffix: str) -> None:
    if suffix == ".pdf":
        pytest.importorskip("pypdfium2")
    plain, other = read(FIXTURES / "council.txt"), read(FIXTURES / f"council{suffix}")
    assert (other.title, other.published) == (plain.title, plain.published)
    told = [claim.text for claim in extract(plain).claims]
    extra = [claim.text for claim in extract(other).claims if claim.text not in told]
    assert extra == (["The present plaque at the ball field in the North End"] if suffix == ".html" else [])
    words = {one.text: other.draft.text[one.start : one.end] for one in other.draft.annotations}
    if suffix == ".docx":
        assert words["Minutes of the parks board, January 16, 2019, p. 2"] == "seven votes to three"
        assert "up to 35 miles an hour" in other.draft.text
        before = read(FIXTURES / "council.docx", ReadOptions(as_original=True))
        assert "up to 50 miles an hour" in before.draft.text
    else:
        assert words == {}

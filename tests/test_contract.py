from __future__ import annotations

import json
from datetime import UTC, date, datetime
from importlib.resources import files

from jsonschema import Draft202012Validator

from factcheck import contract
from factcheck.model import (
    Article,
    ArticleId,
    ArticleSummary,
    Attribution,
    Block,
    Claim,
    ClaimId,
    ClaimRecord,
    Difference,
    Draft,
    Extraction,
    Fact,
    FactKind,
    Finding,
    Match,
    Progress,
    Quote,
    Relation,
    Role,
    Section,
    Severity,
    Source,
    SourceKind,
    Span,
    State,
    Verdict,
)
from tests.conftest import HOSTILE

TEXT = f"“It is 48,” the insider said. {HOSTILE}"
CLAIM = Claim(
    "c1",
    1,
    9,
    "It is 48",
    Section.BODY,
    ("age",),
    priority=0.5,
    attribution=Attribution("the insider", 12, 23, None, "said", named=False, quote=True),
    facts=(Fact(FactKind.AGE, 7, 9, "48", 48, "year"),),
)
EXTRACTION = Extraction(
    Article("T", Draft(TEXT, (Block(0, len(TEXT), Role.BODY, "why"),)), "t.txt", published=date(2025, 1, 19)),
    (CLAIM,),
    (Quote(0, 11, "“It is 48,”", "the insider", 12, 23, None, "said"),),
    findings=(Finding("quote-mismatch", "…", Severity.HIGH, (Span(1, 9), Span(12, 23)), ("c1",)),),
)
SOURCE = Source(SourceKind.DOCUMENT, "Register", "p. 3", "", id=12)
MATCH = Match(
    ClaimId(3),
    ArticleId(1),
    "Earlier",
    date(2024, 5, 6),
    "It is 47",
    97.5,
    Relation.CONFLICT,
    (Difference("age", "48", "47"),),
    Verdict.VERIFIED,
    "Ana",
    datetime(2024, 5, 6, tzinfo=UTC),
    (SOURCE,),
)
SUMMARY = ArticleSummary(ArticleId(1), "t", "T", 1, State.CHECKING, Progress(3, 1, 0, 1, 1, opinion=1))
RECORD = ClaimRecord(ClaimId(4), 1, CLAIM, Verdict.UNSOURCED, note="n", sources=(SOURCE,), checker="Ana", revision=2)


def check(name: str, document: object) -> None:
    schema = json.loads(files("factcheck").joinpath(f"schemas/{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(document)


def keys(document: object) -> object:
    """The document's keys in their order, all the way down; lists by their first element."""
    match document:
        case dict():
            return [(key, keys(value)) for key, value in document.items()]
        case [first, *_]:
            return [keys(first)]
        case _:
            return None


def test_extract_has_the_contracts_keys_in_order() -> None:
    document = contract.extraction_json(EXTRACTION)
    check("extract", json.loads(json.dumps(document)))
    expected = """
    {"schema": 0,
     "article": {"title": 0, "dek": 0, "byline": 0, "published": 0, "source": 0, "words": 0, "sha256": 0},
     "text": 0,
     "blocks": [{"start": 0, "end": 0, "role": 0}],
     "claims": [{"id": 0, "start": 0, "end": 0, "text": 0, "section": 0, "kinds": [0],
                 "checkable": 0, "priority": 0,
                 "attribution": {"speaker": 0, "start": 0, "end": 0, "person": 0, "cue": 0, "named": 0, "quote": 0},
                 "facts": [{"kind": 0, "start": 0, "end": 0, "text": 0, "value": 0}]}],
     "quotes": [{"start": 0, "end": 0, "text": 0, "speaker": 0, "speaker_start": 0, "speaker_end": 0,
                 "person": 0, "cue": 0}],
     "findings": [{"kind": 0, "message": 0, "severity": 0, "spans": [[0, 0]], "claims": [0]}]}"""
    assert keys(document) == keys(json.loads(expected))


def test_extract_holds_the_values() -> None:
    document = json.loads(json.dumps(contract.extraction_json(EXTRACTION)))
    assert document["schema"] == "factcheck.extract/1"
    assert document["article"]["published"] == "2025-01-19"
    assert document["article"]["sha256"] == EXTRACTION.article.draft.sha256
    assert document["text"] == TEXT
    assert document["claims"][0]["facts"][0] == {"kind": "age", "start": 7, "end": 9, "text": "48", "value": 48}
    assert document["claims"][0]["attribution"]["named"] is False
    assert document["findings"][0]["spans"] == [[1, 9], [12, 23]]


def test_match_has_the_contracts_keys_in_order() -> None:
    document = contract.match_json([("7", TEXT, [MATCH]), ("8", "alone", [])])
    check("match", json.loads(json.dumps(document)))
    expected = """
    {"schema": 0, "claims": [{"id": 0, "text": 0, "matches": [
      {"claim_id": 0, "article": 0, "date": 0, "text": 0, "score": 0, "relation": 0,
       "differences": [{"kind": 0, "here": 0, "there": 0}], "verdict": 0,
       "sources": [{"kind": 0, "name": 0, "locator": 0, "note": 0}]}]}]}"""
    assert keys(document) == keys(json.loads(expected))


def test_a_match_without_date_or_verdict_says_null() -> None:
    bare = Match(ClaimId(3), ArticleId(1), "E", None, "x", 60.0, Relation.NEAR)
    document = json.loads(json.dumps(contract.match_json([("1", "x", [bare])])))
    check("match", document)
    found = document["claims"][0]["matches"][0]
    assert (found["date"], found["verdict"], found["sources"]) == (None, None, [])


def test_status_has_the_contracts_keys_in_order() -> None:
    document = contract.status_json([SUMMARY], [RECORD])
    check("status", json.loads(json.dumps(document)))
    expected = """
    {"schema": 0,
     "articles": [{"id": 0, "slug": 0, "title": 0, "draft": 0, "state": 0, "claims": 0, "verified": 0, "disputed": 0,
                   "unsourced": 0, "unchecked": 0, "recheck": 0, "opinion": 0}],
     "claims": [{"id": 0, "number": 0, "start": 0, "end": 0, "text": 0, "verdict": 0, "resolution": 0, "checker": 0,
                 "revision": 0, "sources": [{"kind": 0, "name": 0, "locator": 0, "note": 0}], "note": 0}]}"""
    assert keys(document) == keys(json.loads(expected))


def test_status_of_all_articles_has_no_claims() -> None:
    document = contract.status_json([SUMMARY])
    check("status", document)
    assert "claims" not in document
    assert contract.status_json([SUMMARY], [])["claims"] == []

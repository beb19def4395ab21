from __future__ import annotations

import dataclasses
import json
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from factcheck.checklist import KINDS, render
from factcheck.checklist.as_json import dumps
from tests.checklist.conftest import TEXT, WHEN
from tests.conftest import HOSTILE

if TYPE_CHECKING:
    from factcheck.model import Checklist


def validator() -> Draft202012Validator:
    schema = json.loads(files("factcheck").joinpath("schemas/checklist.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_follows_the_schema_that_is_shipped(checklist: Checklist) -> None:
    document = json.loads(render(checklist, "json"))
    validator().validate(document)
    document["claims"][0]["verdict"] = "true"
    assert not validator().is_valid(document)


def test_holds_everything_exactly(checklist: Checklist) -> None:
    document = json.loads(render(checklist, "json"))
    assert document["schema"] == "factcheck.checklist/1"
    assert document["draft"]["text"] == TEXT
    assert document["draft"]["blocks"][0]["reason"] == "the first block"
    assert [claim["number"] for claim in document["claims"]] == [1, 2, 3, 4, 5]
    for claim, record in zip(document["claims"], checklist.claims, strict=True):
        assert claim["text"] == TEXT[claim["start"] : claim["end"]] == record.claim.text
        assert claim["removed"] is record.removed
    first, second, *_ = document["claims"]
    assert first["facts"][0]["unit"] == "USD"
    assert first["sources"][1] == {
        "kind": "person",
        "name": "The dealer",
        "locator": "+44 20 7946 0000",
        "note": "",
        "accessed": None,
        "sha256": "",
    }
    assert (first["sources"][0]["accessed"], first["sources"][0]["sha256"]) == ("2026-03-11", "c0" * 32)
    assert (first["verdict"], second["resolution"], document["claims"][4]["verdict"]) == ("verified", "query", None)
    assert first["checked_at"] == WHEN.isoformat()
    fifth = document["claims"][4]
    assert (fifth["former"], fifth["as_written"]) == ("disputed", "The dust came back in 1968 [b]")
    assert [(claim["id"], claim["lost"], claim["verdict"], claim["former"]) for claim in document["lost"]] == [
        (106, "orphaned", None, "verified"),
        (107, "cut", "disputed", None),
    ]
    assert document["history"][0]["after"] == {"verdict": "verified"}
    assert document["history"][1]["claim_id"] is None
    assert document["sign_off"] == {
        "totals": {
            "claims": 4,
            "verified": 1,
            "disputed": 1,
            "unsourced": 0,
            "unchecked": 2,
            "recheck": 1,
            "opinion": 1,
        },
        "resolutions": {"open": 3, "query": 1, "changed": 0, "stet": 0, "cut": 0},
        "checker": "Ana [b]",
        "draft": 1,
        "sha256": checklist.article.article.draft.sha256,
        "at": WHEN.isoformat(),
    }


@pytest.mark.parametrize("text", [HOSTILE, "\x1b]0;x\x07", "\x7f \x9b31m \x85", "\ud800", '\\ud800 "\\"'])
def test_any_string_comes_back_and_no_terminal_obeys_it(text: str) -> None:
    printed = dumps({"text": text}).decode("utf-8")
    assert json.loads(printed) == {"text": text}
    assert not {*printed} & {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))} - {"\n"}


def test_the_same_checklist_gives_the_same_bytes(published: Checklist) -> None:
    for name in KINDS["checklist"].formats:
        assert render(published, name) == render(dataclasses.replace(published), name)

"""Drafts with pages: a checklist says which page a claim is on, and says nothing of pages where there are none."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from factcheck.checklist import render
from factcheck.model import Checklist, Draft
from tests.checklist.conftest import TEXT
from tests.checklist.test_json import validator


@pytest.fixture
def paged(checklist: Checklist) -> Checklist:
    article = checklist.article.article
    draft = replace(article.draft, pages=(0, TEXT.index("Nobody"), TEXT.index("The dust came")))
    return replace(checklist, article=replace(checklist.article, article=replace(article, draft=draft)))


@pytest.mark.parametrize(
    ("pages", "offset", "page"),
    [((), 5, None), ((0,), 5, 1), ((0, 5), 4, 1), ((0, 5), 5, 2), ((0, 5, 5, 9), 5, 3), ((0, 5, 9), 100, 3)],
)
def test_the_page_of_an_offset(pages: tuple[int, ...], offset: int, page: int | None) -> None:
    assert Draft("x" * 101, (), pages=pages).page_of(offset) == page


def test_json_has_the_page_of_each_claim_of_the_draft(paged: Checklist) -> None:
    document = json.loads(render(paged, "json"))
    validator().validate(document)
    assert [claim["page"] for claim in document["claims"]] == [
        paged.article.article.draft.page_of(record.claim.start) for record in paged.claims
    ]
    assert {claim["page"] for claim in document["claims"]} == {1, 2, 3}
    assert all("page" not in claim for claim in document["lost"])


def test_csv_has_a_column_page(paged: Checklist) -> None:
    rows = list(csv.DictReader(io.StringIO(render(paged, "csv").decode("utf-8-sig"), newline="")))
    assert [row["page"] for row in rows if row["text"] == "The dust came back in 1970"] == ["3"]
    assert [row["page"] for row in rows if row["lost"]] == ["", ""]


def test_markdown_has_the_page_behind_the_section(paged: Checklist) -> None:
    assert "caption, page 3, " in render(paged, "md").decode()


def test_without_pages_nothing_is_said_of_them(checklist: Checklist) -> None:
    assert "page" not in next(csv.reader(io.StringIO(render(checklist, "csv").decode("utf-8-sig"), newline="")))
    assert all("page" not in claim for claim in json.loads(render(checklist, "json"))["claims"])
    assert ", page " not in render(checklist, "md").decode().replace("page 3)", "")

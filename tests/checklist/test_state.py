"""What leaves the desk says whether the article is signed off, by whom and when."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.checklist import render
from factcheck.checklist.entry import signed_off, state_told
from factcheck.checklist.narrowing import narrowed
from factcheck.model import Event, State
from tests.checklist.conftest import WHEN
from tests.checklist.word_read import all_text

if TYPE_CHECKING:
    from factcheck.model import Checklist

SIGNED = "signed off by Ana, 2026-03-14 09:05:07 UTC"


@pytest.mark.parametrize("what", ["checklist", "memo", "calls"])
def test_each_file_for_people_tells_the_state_at_its_head_and_in_its_sign_off(
    checklist: Checklist, published: Checklist, what: str
) -> None:
    for name in ("md", "html", "docx"):
        for told, of in ((SIGNED, published), ("under check", checklist)):
            text = all_text(render(of, name, what), name)
            assert text.count(told) == 2, (name, told)
    for told, of in ((SIGNED, published), ("under check", checklist)):
        table = io.StringIO(render(of, "csv", what).decode("utf-8-sig"), newline="")
        assert {row["state"] for row in csv.DictReader(table)} == {told}


def test_some_of_the_claims_tell_the_state_of_the_whole(published: Checklist) -> None:
    assert state_told(narrowed(published, [published.claims[0].id], "#1")) == SIGNED


def test_an_article_that_was_opened_again_is_under_check(published: Checklist) -> None:
    again = replace(published, article=replace(published.article, state=State.CHECKING))
    assert state_told(again) == "under check"


def test_an_earlier_article_was_never_signed_off_here(checklist: Checklist) -> None:
    earlier = replace(checklist, article=replace(checklist.article, state=State.ARCHIVE))
    assert state_told(earlier) == "archive"


def test_a_sign_off_on_another_desk_is_told_as_it_was(published: Checklist) -> None:
    after = {"who": "Ana", "at": published.history[-1].at.isoformat(), "what": "sign-off"}
    told = Event(9, WHEN, "Bert", "imported", published.article.id, None, None, after, 9, None, "dd")
    came = replace(published, history=(told,))
    assert state_told(came) == SIGNED
    assert signed_off(replace(published, history=())) is None
    assert state_told(replace(published, history=())) == "signed-off"

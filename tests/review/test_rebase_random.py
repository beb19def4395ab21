"""Drafts edited by chance: undo and redo are exact whatever is done, and no verdict stays on other words."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.desk import connect
from factcheck.model import Role, Verdict
from factcheck.review import Review
from factcheck.tokens import tokens
from tests.review.test_rebase import extraction, without_claims_in

if TYPE_CHECKING:
    from random import Random

SENTENCES = (
    "The fire of 12 March 1881 killed 84 people.",
    "The fire of 12 March 1881 killed 85 people.",
    "It broke out before the play, in the wings.",
    "The iron curtain was not lowered.",
    "The iron curtain was lowered.",
    "The house had 1,730 seats.",
    "It was rebuilt in 1895.",
)

drafts = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join), min_size=1, max_size=4)


def everything(review: Review) -> object:
    """All that is shown of an article, but for the revisions."""
    review.refresh()
    shown = (*review.claims, *review.removed)
    lost = {one.id: (one.claim.text, one.verdict, one.lost) for one in review.lost}
    return review.article.article, tuple(replace(one, revision=0) for one in shown), lost


@settings(max_examples=60, deadline=None)
@given(former=drafts, later=st.lists(drafts, min_size=1, max_size=3), chance=st.randoms())
def test_no_verdict_stays_on_other_words_and_each_draft_is_undone(
    former: list[str], later: list[list[str]], chance: Random
) -> None:
    with tempfile.TemporaryDirectory() as folder, connect(Path(folder) / "desk.db", who="Ada") as desk:
        found = extraction("The Opera burns", *former)
        record = desk.articles.put(found.article)
        desk.articles.store(record.id, found, complete=True)
        review = Review(desk, record.id)
        for paragraphs in later:
            for one in review.claims:
                review.mark(one.id, Verdict.VERIFIED)
            if len(review.claims) > 1 and chance.random() < 0.5:
                review.remove(chance.choice(review.claims).id)
            if chance.random() < 0.5:
                block = chance.choice(review.article.article.draft.blocks)
                review.set_role(block.start, chance.choice([Role.FURNITURE, Role.BODY]))
            words = {one.id: one.claim.text for one in desk.claims.of(record.id, removed=True)}
            before = everything(review)
            found = without_claims_in(extraction("The Opera burns", *paragraphs), review.article.article)
            outcome, _ = review.rebase(found, anyway=True)
            after = everything(review)
            for one in (*review.claims, *review.removed):
                if one.verdict and one.id in words:
                    said = [token.word for token in tokens(words[one.id])]
                    assert [token.word for token in tokens(one.claim.text)] == said
            if "taken in" in outcome.message:
                review.undo()
                assert everything(review) == before
                review.redo()
                assert everything(review) == after
        assert list(desk.problems()) == []

"""Files that nobody edited, exported at any moment before: whatever was done since, no cell is told as not taken."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.checklist import render
from factcheck.checklist.reading import parse
from factcheck.desk import connect
from factcheck.errors import FactcheckError
from factcheck.model import Attribution, Correction, Extraction, Finding, Resolution, Role, Severity, Span, Verdict
from factcheck.review import Review
from tests.conftest import Clock
from tests.review.test_rebase import extraction, without_claims_in
from tests.review.test_rebase_random import SENTENCES, drafts

if TYPE_CHECKING:
    from random import Random

    from factcheck.desk import Desk
    from factcheck.model import Article, Claim

WORDS = (
    *SENTENCES,
    "“The play’s curtain caught first – by 1881,” he said.",
    '"The play\'s curtain caught first - by 1881," he said.',
)
ACTS = (
    "mark", "unmark", "second", "role", "rebase", "rebase", "rebase", "cut", "span", "split", "merge", "correct",
    "remove", "restore", "opinion", "suggest", "changed", "meta", "again", "dismiss", "undo", "undo", "redo", "place",
)  # fmt: skip


def read_otherwise(found: Extraction, chance: Random) -> Extraction:
    """The claims of an extraction as another version of factcheck, or on another day, would read them."""
    claims = tuple(_otherwise(one, chance) for one in found.claims)
    spans = (Span(one.start, one.end) for one in claims if chance.random() < 0.3)
    findings = tuple(Finding("names", f"{chance.random()}", Severity.LOW, (span,)) for span in spans)
    return replace(found, claims=claims, findings=findings)


def _otherwise(claim: Claim, chance: Random) -> Claim:
    named, quote = chance.random() < 0.5, chance.random() < 0.5
    by = Attribution(chance.choice(["he", "Bo"]), claim.start, claim.start, "Bo" if named else None, None, named, quote)
    kinds = tuple(chance.sample(["age", "number", "date"], chance.randrange(3)))
    return replace(claim, kinds=kinds, priority=chance.random(), attribution=chance.choice([by, None]))


def do(desk: Desk, review: Review, what: str, paragraphs: list[str], chance: Random) -> None:
    """One act of a checker, or what factcheck does itself; one that is refused is none."""
    one = chance.choice(review.claims).id if review.claims else None
    article: Article = review.article.article
    match what:
        case "rebase" | "cut":
            kept = [words for words in paragraphs if what == "rebase" or chance.random() < 0.5] or paragraphs[:1]
            found = read_otherwise(extraction("The Opera burns", *kept), chance)
            review.rebase(without_claims_in(found, article), anyway=True)
        case "role":
            block = chance.choice(article.draft.blocks)
            review.set_role(block.start, chance.choice([Role.CAPTION, Role.BODY, Role.FURNITURE, Role.DEK]))
        case "meta":
            review.set_meta(published=date(1881, 3, chance.randrange(1, 28)))
        case "again":
            claims = tuple(record.claim for record in review.claims)
            desk.articles.store(review.article.id, read_otherwise(Extraction(article, claims), chance), complete=True)
        case "undo":
            review.undo()
        case "redo":
            review.redo()
        case "restore" if review.removed:
            review.restore(review.removed[0].id)
        case "place" if review.lost and review.claims:
            lost, there = chance.choice(review.lost), chance.choice(review.claims)
            review.place(lost.id, there.span.start, there.span.end)
        case "dismiss" if review.findings:
            review.dismiss(chance.choice(review.findings), "it is right (dismissed: twice)")
        case _ if one is not None:
            on_claim(desk, review, what, chance)
    review.refresh()


def on_claim(desk: Desk, review: Review, what: str, chance: Random) -> None:
    one = chance.choice(review.claims)
    match what:
        case "mark":
            review.mark(one.id, chance.choice([*Verdict]))
        case "unmark":
            review.mark(one.id, None)
        case "second":
            before, desk.who = desk.who, "Ben"
            with suppress(FactcheckError):
                review.second_read(one.id, Verdict.DISPUTED)
            desk.who = before
        case "span":
            review.move_edge(one.id, left=chance.random() < 0.5, out=chance.random() < 0.5)
        case "split":
            review.split(one.id, one.span.start + one.claim.text.rfind(" ") + 1)
        case "merge":
            review.merge(one.id, chance.choice(review.claims).id)
        case "correct":
            review.correct(
                one.id, Correction(chance.choice(["Ann Lee", "", None]), True, chance.choice([("age",), None]))
            )
        case "remove":
            review.remove(one.id)
        case "opinion":
            review.set_checkable(one.id, not one.claim.checkable)
        case "suggest":
            review.suggest(one.id, chance.choice(SENTENCES))
        case "changed":
            review.resolve(one.id, Resolution.CHANGED)


@settings(max_examples=60, deadline=None)
@given(
    first=drafts,
    acts=st.lists(
        st.tuples(st.sampled_from(ACTS), st.lists(st.sampled_from(WORDS), min_size=1, max_size=5)),
        min_size=1,
        max_size=12,
    ),
    chance=st.randoms(use_true_random=False),
)
def test_a_file_that_nobody_edited_never_tells_of_a_cell_that_is_not_taken(
    first: list[str], acts: list[tuple[str, list[str]]], chance: Random
) -> None:
    with tempfile.TemporaryDirectory() as folder, connect(Path(folder) / "desk.db", who="Ada", clock=Clock()) as desk:
        found = read_otherwise(extraction("The Opera burns", *first), chance)
        record = desk.articles.put(found.article)
        desk.articles.store(record.id, found, complete=True)
        review = Review(desk, record.id)
        files = []
        for what, paragraphs in acts:
            checklist = review.checklist()
            files += [(kind, render(checklist, kind)) for kind in ("csv", "json") if checklist.claims]
            with suppress(FactcheckError):
                do(desk, review, what, paragraphs, chance)
            review.refresh()
        for kind, data in files:
            with suppress(FactcheckError):
                assert review.compare_sheet(parse(data, f"sheet.{kind}")).not_taken == ()

"""The gate before sign-off: what is open keeps it shut, and what was signed off is archive."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.errors import UsageError
from factcheck.model import Match, Relation, Resolution, Source, SourceKind, State, Verdict
from factcheck.review import Review
from factcheck.review.gate import open_items
from factcheck.rules import Rules, parse_rule
from tests.desk.sample import extraction, story

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.desk import Desk


@pytest.fixture
def review(desk: Desk) -> Review:
    record = desk.articles.put(story())
    desk.articles.store(record.id, extraction(story()), complete=True)
    return Review(desk, record.id)


def marked(review: Review) -> Review:
    """Every claim marked, every finding dismissed."""
    for record in review.claims:
        review.mark(record.id, Verdict.VERIFIED)
    for finding in review.findings:
        review.dismiss(finding, "it is right")
    return review


def test_everything_open_is_listed(review: Review) -> None:
    wanted = [record for record in review.claims if record.is_open]
    items = review.open_items
    assert [item.claim for item in items[: len(wanted)]] == [record.id for record in wanted]
    assert items[0].text.startswith(f"#{wanted[0].number} is unchecked: ")
    assert items[-1].text.startswith("finding: 14 years in the headline")
    with pytest.raises(UsageError, match="things are open"):
        review.sign_off()
    assert review.article.state is State.CHECKING


def test_a_query_wants_an_answer_and_a_change_a_decision(review: Review) -> None:
    first = marked(review).claims[0].id
    assert not review.open_items
    review.ask(first, "Which year?")
    review.suggest(first, "Other words")
    assert [item.text for item in review.open_items] == [
        "#1, the writer has not answered: Which year?",
        "#1, the suggested change is not decided: Other words",
    ]
    review.ask(first, "Which year?", "1890")
    review.resolve(first, Resolution.CHANGED)
    assert len(review.open_items) == 0


def test_a_grave_finding_is_answered_when_all_its_sides_are_decided(review: Review) -> None:
    finding = review.findings[0]
    numbers = {int(name.removeprefix("c")) for name in finding.claims}
    assert any(item.text.startswith("finding") for item in review.open_items)
    for record in review.claims:
        if record.number in numbers:
            review.resolve(record.id, Resolution.STET)
    items = open_items(review.claims, review.findings, review.article.article.draft)
    assert not any(item.text.startswith("finding") for item in items)


def test_the_rules_of_the_desk_keep_the_gate_shut(review: Review, desk: Desk) -> None:
    marked(review)
    strict = Review(desk, review.article.id, rules=Rules(parse_rule("1 primary or 2 secondary")))
    for record in strict.claims[1:]:
        strict.add_source(record.id, Source(SourceKind.PRIMARY, "Log of the light"))
    strict.add_source(strict.claims[0].id, Source(SourceKind.SECONDARY, "Harbour news"))
    told = "#1 is verified by 1 secondary source; the desk wants 1 primary or 2 secondary"
    assert [(item.text, item.claim) for item in strict.open_items] == [(told, strict.claims[0].id)]
    with pytest.raises(UsageError, match="1 thing is open"):
        strict.sign_off()
    strict.add_source(strict.claims[0].id, Source(SourceKind.SECONDARY, "Almanac"))
    assert strict.sign_off().message.endswith("signed off")


def test_what_is_signed_off_is_archive_until_it_is_reopened(review: Review, desk: Desk) -> None:
    marked(review)
    assert review.sign_off().message.endswith("signed off")
    assert desk.articles.get(review.article.id).state is State.SIGNED_OFF
    with pytest.raises(UsageError, match="signed-off already"):
        review.sign_off()
    assert desk.events.of(review.article.id)[-1].after == {"state": "signed-off"}
    assert review.reopen().message.endswith("reopened")
    assert desk.articles.get(review.article.id).state is State.CHECKING
    with pytest.raises(UsageError, match="checking already"):
        review.reopen()
    outcome = review.undo()
    assert outcome is not None
    assert "finding" in outcome.message, "signing off is not undone by the key for undo"
    assert desk.events.verify() == []


def test_nothing_is_changed_about_what_is_signed_off(review: Review, desk: Desk) -> None:
    marked(review)
    claim, finding = review.claims[1].id, review.findings[0]
    other = Review(desk, review.article.id)
    review.sign_off()
    before = review.claims, review.findings, desk.events.of(review.article.id)
    acts: tuple[Callable[[], object], ...] = (
        lambda: other.mark(claim, Verdict.DISPUTED),
        lambda: other.mark(claim, None),
        lambda: other.note(claim, "seen"),
        lambda: other.suggest(claim, "It was lit on 4 May"),
        lambda: other.resolve(claim, Resolution.STET),
        lambda: other.assign([claim], "Ben"),
        lambda: other.remove(claim),
        lambda: other.move_edge(claim, left=False, out=False),
        lambda: other.add_claim(other.claims[1].span.start, other.claims[1].span.start + 11),
        lambda: other.set_meta(title="Another"),
        lambda: other.dismiss(finding, "it was"),
        other.undo,
    )
    for act in acts:
        with pytest.raises(UsageError, match="is signed off: reopen it"):
            act()
    review.refresh()
    assert (review.claims, review.findings, desk.events.of(review.article.id)) == before
    review.reopen()
    assert other.mark(claim, Verdict.DISPUTED).done


def test_a_second_read_is_by_somebody_else_and_a_disagreement_is_open(review: Review, desk: Desk) -> None:
    marked(review)
    first = review.claims[0]
    with pytest.raises(UsageError, match="you gave this claim its verdict"):
        review.second_read(first.id, Verdict.VERIFIED)
    desk.events._who = desk.who = "Ben"
    review.second_read(first.id, Verdict.DISPUTED)
    assert review.claim(first.id).disagrees
    (item,) = review.open_items
    assert "verified by Ada and disputed by Ben" in item.text
    review.undo()
    assert review.claim(first.id).second is None
    review.redo()
    review.resolve(first.id, Resolution.STET)
    assert not review.open_items
    review.second_read(first.id, Verdict.VERIFIED)
    assert not review.claim(first.id).disagrees


def test_nobody_is_the_second_reader_of_their_own_verdict(review: Review, desk: Desk) -> None:
    first = review.claims[0]
    review.mark(first.id, Verdict.VERIFIED)
    desk.events._who = desk.who = "Ben"
    review.second_read(first.id, Verdict.DISPUTED)
    review.mark(first.id, Verdict.DISPUTED)
    now = review.claim(first.id)
    assert (now.checker, now.second, now.second_reader) == ("Ben", None, None)
    review.undo()
    now = review.claim(first.id)
    assert (now.checker, now.second, now.second_reader) == ("Ada", Verdict.DISPUTED, "Ben")


def test_a_desk_may_demand_a_second_read_of_each_verdict(review: Review, desk: Desk) -> None:
    marked(review)
    strict = Review(desk, review.article.id, rules=Rules(second_read=True))
    first = strict.claims[0]
    assert [item.claim for item in strict.open_items] == [record.id for record in strict.claims]
    assert strict.open_items[0].text == f"#1 has had no second read: {first.claim.text}"
    desk.events._who = desk.who = "Ben"
    for record in strict.claims:
        strict.second_read(record.id, Verdict.VERIFIED)
    assert not strict.open_items
    strict.mark(first.id, Verdict.VERIFIED)
    (item,) = strict.open_items
    assert item.text.startswith("#1 has had no second read"), "who gives the verdict anew is no second reader of it"
    strict.mark(first.id, None)
    (item,) = strict.open_items
    assert item.text.startswith("#1 is unchecked"), "what is unchecked is told as that alone"


def test_a_second_read_needs_a_first_and_falls_with_the_words(review: Review, desk: Desk) -> None:
    claim = review.claims[0]
    with pytest.raises(UsageError, match="nobody has read"):
        review.second_read(claim.id, Verdict.VERIFIED)
    review.mark(claim.id, Verdict.VERIFIED)
    desk.events._who = desk.who = "Ben"
    review.second_read(claim.id, Verdict.VERIFIED)
    review.move_edge(claim.id, left=False, out=False)
    now = review.claim(claim.id)
    assert (now.verdict, now.second, now.former) == (None, None, Verdict.VERIFIED)


def test_claims_are_assigned_in_one_act(review: Review) -> None:
    ids = [record.id for record in review.claims[:3]]
    assert review.assign(ids, " Ben ").message == "#1 is for Ben, and so are 2 more"
    assert [record.assignee for record in review.claims[:4]] == ["Ben", "Ben", "Ben", ""]
    review.undo()
    assert not any(record.assignee for record in review.claims)
    with pytest.raises(UsageError):
        review.assign([], "Ben")


def test_a_claim_that_contradicts_an_earlier_one_wants_a_note(review: Review) -> None:
    first, second = review.claims[:2]
    clash = Match(second.id, review.article.id, "The lamp", None, "It was dark", 90.0, Relation.CONFLICT)
    near = replace(clash, relation=Relation.NEAR)
    review = marked(review)
    assert not review.open_items
    review.earlier = {first.id: (near, clash, clash), second.id: (near,)}
    (item,) = review.open_items
    assert item.claim == first.id
    assert "#1 contradicts “The lamp”, and no note says why" in item.text
    with pytest.raises(UsageError, match="1 thing is open"):
        review.sign_off()
    review.note(first.id, "the earlier one was wrong")
    assert not review.open_items

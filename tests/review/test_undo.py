"""Whatever was done: undoing all of it gives the beginning again, redoing all of it the end."""

from __future__ import annotations

import random
import tempfile
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.desk import connect
from factcheck.errors import StaleError, UsageError
from factcheck.model import (
    Contact,
    ContactOutcome,
    ContactWay,
    Correction,
    Draft,
    Resolution,
    Role,
    Source,
    SourceKind,
    Verdict,
)
from factcheck.review import Review
from factcheck.review.undo import Stacks
from tests.conftest import HOSTILE, Clock
from tests.desk.sample import extraction, story

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.model import ArticleRecord, ClaimRecord, Extraction

Claims = tuple["ClaimRecord", ...]
State = tuple["ArticleRecord", Claims, Claims, Claims]
Deed = tuple[str, int, int]

ACTS = (
    "mark", "mark-with", "note", "source", "drop", "opinion", "remove", "restore", "add", "role", "meta", "query",
    "suggest", "resolve", "legal", "edge", "split", "merge", "rebase", "contact", "contact-drop",
    "source-many", "second", "assign", "correct",
)  # fmt: skip
VERDICTS = (None, *Verdict)
NOTES = ("", "seen [/]", HOSTILE)
SOURCES = (
    Source(SourceKind.PERSON, "Ann"),
    Source(SourceKind.PERSON, "[b]Ben", accessed=date(2026, 3, 12)),
    Source(SourceKind.PERSON, "Ann", accessed=date(2026, 3, 13), sha256="c0" * 32),
)
CONTACTS = tuple(
    Contact(who, ContactWay.IN_PERSON, when, outcome, HOSTILE)
    for who, when, outcome in zip(
        ("Ann", "[b]Ben", "東京"), ("2026-03-12", "2026-03-12 14:30", "0999-12-31"), ContactOutcome, strict=False
    )
)
ROLES = tuple(Role)

deeds = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(ACTS), st.integers(0, 200), st.integers(0, 12)),
        st.tuples(st.sampled_from(("undo", "redo")), st.just(0), st.just(0)),
    ),
    max_size=14,
)


def state(review: Review) -> State:
    """All that a checker can see, but for the revisions, which only ever rise."""
    review.refresh()
    return (
        review.article,
        tuple(replace(record, revision=0) for record in review.claims),
        tuple(replace(record, revision=0) for record in review.removed),
        tuple(replace(record, revision=0) for record in review.lost),
    )


def draft(how: int) -> Extraction:
    """An edited draft of the story: a figure is another, a word is, a paragraph was added, in some combination."""
    article = story(more="Two goats live on the island now." if how % 2 else "")
    text = article.draft.text.replace("12", "13") if how % 3 else article.draft.text
    text = text.replace("lovely", "dreary") if how % 5 else text
    return extraction(replace(article, draft=Draft(text, article.draft.blocks)))


def do(review: Review, deed: Deed) -> None:
    what, which, how = deed
    if what in ("role", "meta", "add", "rebase", "undo", "redo"):
        blocks = review.article.article.draft.blocks
        acts: dict[str, Callable[[], object]] = {
            "role": lambda: review.set_role(blocks[which % len(blocks)].start, ROLES[how % len(ROLES)]),
            "meta": lambda: review.set_meta(
                title=NOTES[how % 3] or "Untitled", published=(None, date(2025, 1, 1))[which % 2]
            ),
            "add": lambda: review.add_claim(blocks[0].start + which % 9, blocks[0].end - how),
            "rebase": lambda: review.rebase(draft(how)),
            "undo": review.undo,
            "redo": review.redo,
        }
        if what != "add" or blocks[0].role.section:
            acts[what]()
        return
    claims = review.removed if what == "restore" else review.claims
    if not claims:
        return
    record = claims[which % len(claims)]
    verdict, note, source = VERDICTS[how % 4], NOTES[how % 3], SOURCES[how % 3]
    if what == "mark":
        review.mark(record.id, verdict)
    elif what == "mark-with":
        review.mark(record.id, verdict, sources=[source], note=note)
    elif what == "note":
        review.note(record.id, note)
    elif what == "source":
        review.add_source(record.id, source)
    elif what == "source-many":
        review.add_source(record.id, source, also=[other.id for other in review.claims[: how % 4]])
    elif what == "drop":
        review.drop_source(record.id, source)
    elif what == "opinion":
        review.set_checkable(record.id, how % 2 == 0)
    elif what == "query":
        review.ask(record.id, note, "so" if how % 2 and note else None)
    elif what == "suggest":
        review.suggest(record.id, note)
    elif what == "resolve":
        with suppress(UsageError):
            review.resolve(record.id, tuple(Resolution)[how % 5])
    elif what == "legal":
        review.flag_legal(record.id, how % 2 == 0)
    elif what == "contact":
        review.add_contact(record.id, CONTACTS[how % 3], instead=record.contacts[0] if record.contacts[how:] else None)
    elif what == "contact-drop":
        for contact in record.contacts[:1]:
            review.drop_contact(record.id, contact)
    elif what in ("edge", "split", "merge"):
        reshape(review, what, record, how)
    elif what == "correct":
        review.correct(record.id, Correction(note, how % 2 == 0, (None, (), ("date", "cause"))[how % 3]))
    elif what == "second":
        with suppress(UsageError):
            review.second_read(record.id, verdict)
    elif what == "assign":
        review.assign([one.id for one in claims[: 1 + how % 3]], note)
    elif what == "remove":
        review.remove(record.id)
    else:
        review.restore(record.id)


def reshape(review: Review, what: str, record: ClaimRecord, how: int) -> None:
    """Give a claim other words; where that cannot be, nothing changes."""
    with suppress(UsageError):
        if what == "edge":
            review.move_edge(record.id, left=how % 2 == 0, out=how % 3 == 0)
        elif what == "split":
            review.split(record.id, record.claim.start + 3 * how)
        else:
            review.merge(record.id, review.claims[how % len(review.claims)].id)


@settings(max_examples=60, deadline=None)
@given(deeds)
def test_undo_all_and_redo_all(done: list[Deed]) -> None:
    with tempfile.TemporaryDirectory() as folder, connect(Path(folder) / "d.db", who="Ada", clock=Clock()) as desk:
        record = desk.articles.put(story())
        desk.articles.store(record.id, extraction(story()), complete=True)
        review = Review(desk, record.id)
        beginning = state(review)
        for deed in done:
            do(review, deed)
            shown = tuple(replace(record, revision=0) for record in review.claims)
            assert shown == state(review)[1]
        end = state(review)
        states = [end]
        while review.undo():
            states.append(state(review))
        assert states.pop() == beginning
        while states:
            # Each step forward comes to where the step back had set out.
            assert review.redo()
            assert state(review) == states.pop()
        assert state(review) == end
        assert list(desk.problems()) == []


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.booleans(), st.sampled_from(("mark", "note", "source")), st.integers(0, 5), st.integers(0, 3))
    )
)
def test_undo_never_touches_what_another_did(done: list[tuple[bool, str, int, int]]) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        connect(Path(folder) / "d.db", who="Ada", clock=Clock()) as desk,
        connect(Path(folder) / "d.db", who="Bob", clock=Clock()) as other_desk,
    ):
        record = desk.articles.put(story())
        desk.articles.store(record.id, extraction(story()), complete=True)
        review, other = Review(desk, record.id), Review(other_desk, record.id)
        for ada, what, which, how in done:
            do(review if ada else other, (what, which, how))
        with suppress(StaleError):
            while review.undo():
                pass
        log = desk.events.of(record.id)
        standing = set(Stacks.of(desk.events.steps(record.id), "Ada").done)
        for at, event in enumerate(log):
            later = [each for each in log[at + 1 :] if each.claim_id == event.claim_id]
            if event.who == "Bob" and not any(each.who == "Bob" or each.act in standing for each in later):
                assert event.claim_id is not None
                recorded = desk.claims.recorded(event.claim_id)
                assert {key: recorded[key] for key in event.after or {}} == event.after
        assert {record.id: record.revision for record in desk.claims.of(record.id)} == {
            claim.id: sum(event.claim_id == claim.id for event in log) for claim in review.claims
        }


@settings(max_examples=60, deadline=None)
@given(deeds, st.integers(0, 8))
@example([("role", 62, 2), ("role", 195, 2)], 0)
@example([("add", 1, 0), ("edge", 0, 0), ("undo", 0, 0)], 0)
def test_an_extraction_takes_nothing_that_a_checker_did(done: list[Deed], before: int) -> None:
    with tempfile.TemporaryDirectory() as folder, connect(Path(folder) / "d.db", who="Ada", clock=Clock()) as desk:
        record = desk.articles.put(story())
        found = extraction(story())
        desk.articles.store(record.id, replace(found, claims=found.claims[:before]), complete=False)
        review = Review(desk, record.id)
        for deed in done:
            do(review, deed)
        listed, removed = review.claims, review.removed
        # The extraction may have begun before roles were overruled, or after.
        read = replace(story(), draft=replace(story().draft, text=review.article.article.draft.text))
        for article in (read, review.article.article):
            desk.articles.store(record.id, extraction(article), complete=True)
            review.refresh()
            for was in (*listed, *removed):
                if was.revision or was.manual:
                    now = review.claim(was.id)
                    assert replace(now, number=was.number, claim=was.claim) == was
                    assert (now.claim.section, now.span) == (was.claim.section, was.span)
                    assert now.claim.checkable == was.claim.checkable or not was.revision
        with suppress(StaleError):
            while review.undo():
                pass
        with suppress(StaleError):
            while review.redo():
                pass
        assert desk.events.verify() == []


def test_an_act_that_changed_nothing_does_not_bar_undo(tmp_path: Path) -> None:
    with connect(tmp_path / "d.db", who="Ada") as desk:
        record = desk.articles.put(story())
        desk.articles.store(record.id, extraction(story()), complete=True)
        review = Review(desk, record.id)
        claim = review.claims[0].id
        # The desk keeps another character, so that the second note is none, and is logged as one.
        review.note(claim, "odd \ud800")
        review.note(claim, "odd \ud800")
        while review.undo():
            pass
        assert review.claim(claim).note == ""
        while review.redo():
            pass
        assert review.claim(claim).note == "odd \ufffd"
        assert desk.events.verify() == []


def test_five_hundred_acts_are_undone_and_redone_across_restarts(tmp_path: Path) -> None:
    chance, path, clock = random.Random(5), tmp_path / "d.db", Clock()
    with connect(path, who="Ada", clock=clock) as desk:
        record = desk.articles.put(story())
        desk.articles.store(record.id, extraction(story()), complete=True)
        review = Review(desk, record.id)
        beginning = state(review)
        done = 0
        while done < 500:
            before = len(desk.events.steps(record.id))
            do(review, (chance.choice(ACTS), chance.randrange(200), chance.randrange(12)))
            done += len(desk.events.steps(record.id)) > before
        end = state(review)
    with connect(path, who="Ada", clock=clock) as desk:
        review = Review(desk, record.id)
        while review.undo():
            pass
        assert state(review) == beginning
    with connect(path, who="Ada", clock=clock) as desk:
        review = Review(desk, record.id)
        while review.redo():
            pass
        assert state(review) == end
        assert list(desk.problems()) == []

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from factcheck.desk import Desk, connect
from factcheck.errors import ArticleError, DeskError, StaleError, UsageError
from factcheck.model import (
    ArticleId,
    ClaimId,
    Correction,
    Progress,
    Resolution,
    Role,
    Section,
    Source,
    SourceKind,
    Verdict,
)
from factcheck.review import Outcome, Review, find_claim
from tests.conftest import HOSTILE, Clock
from tests.desk.sample import extraction, story
from tests.review.test_importing import working_as

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

BOOK = Source(SourceKind.DOCUMENT, "Harbour log [/]", "p. 3")
KEEPER = Source(SourceKind.PERSON, "The keeper", "tel. 0147", "rang twice")


@pytest.fixture
def review(desk: Desk) -> Review:
    record = desk.articles.put(story())
    desk.articles.store(record.id, extraction(story()), complete=True)
    return Review(desk, record.id)


@contextmanager
def of_bob(path: Path) -> Iterator[Review]:
    with connect(path, who="Bob", clock=Clock(), wait=0.2) as desk:
        yield Review(desk, ArticleId(1))


def deeds(review: Review) -> list[str]:
    return [event.what for event in review.checklist().history]


def test_a_mark_is_on_the_desk_at_once(review: Review, path: Path) -> None:
    first = review.claims[0]
    outcome = review.mark(first.id, Verdict.VERIFIED, seen=0, sources=[BOOK, KEEPER], note="  read [b] \ud800 ")
    assert outcome == Outcome("#1 verified, with its source and its note", first.id)
    with of_bob(path) as other:
        record = other.claims[0]
        assert other.position() is None
    assert record == review.claims[0] == review.claim(first.id)
    assert (record.verdict, record.checker, record.note) == (Verdict.VERIFIED, "Ada", "read [b] \ufffd")
    assert [replace(source, id=None) for source in record.sources] == [BOOK, KEEPER]
    assert record.checked_at is not None
    assert deeds(review) == ["mark", "source-add", "note"]
    assert len({event.act for event in review.history(first.id)}) == 1
    assert review.position() == first.id


def test_a_verdict_can_be_taken_off(review: Review) -> None:
    first = review.claims[0].id
    review.mark(first, Verdict.DISPUTED)
    assert review.mark(first, Verdict.UNSOURCED).message == "#1 unsourced"
    assert review.mark(first, None).message == "#1 back to unchecked"
    record = review.claim(first)
    assert (record.verdict, record.checker, record.checked_at) == (None, None, None)


def test_what_is_so_already_is_no_act(review: Review, path: Path) -> None:
    first, second, *_ = (record.id for record in review.claims)
    review.mark(first, Verdict.VERIFIED, sources=[BOOK], note="n")
    events = len(deeds(review))
    assert review.mark(first, Verdict.VERIFIED).message == "#1: verified already"
    assert review.mark(second, None).message == "#2: unchecked already"
    assert review.note(first, "n ").message == "#1: note stays as it was"
    assert review.add_source(first, replace(BOOK, id=7)).message == "#1: source is there already"
    assert review.drop_source(first, KEEPER).message == "#1: source is not there"
    assert review.set_checkable(first, True).message == "#1: stays as it was"
    assert review.restore(first).message == "#1: was on the list already"
    assert review.set_role(0, Role.HEADLINE).message == "block is headline already"
    assert review.set_meta(title=review.article.article.title).message == "nothing to correct"
    assert len(deeds(review)) == events
    with of_bob(path) as other:
        assert other.mark(first, Verdict.VERIFIED).message == "#1 verified, in the place of Ada's verified"
        assert other.claim(first).checker == "Bob"


def test_notes_and_sources(review: Review) -> None:
    first, second, *_ = (record.id for record in review.claims)
    assert review.note(first, HOSTILE).message == "#1 noted"
    assert review.claim(first).note == HOSTILE
    assert review.note(first, "").message == "#1: note taken off"
    assert review.add_source(first, BOOK).message == "#1: source added, Harbour log [/]"
    review.add_source(second, BOOK)
    review.add_source(second, KEEPER)
    assert [source.name for source in review.known_sources()] == ["The keeper", "Harbour log [/]"]
    assert review.drop_source(second, review.claim(second).sources[0]).message.endswith("taken off, Harbour log [/]")
    assert [source.name for source in review.claim(second).sources] == ["The keeper"]
    assert len(review.claim(first).sources) == 1
    with pytest.raises(UsageError, match="wants a name"):
        review.mark(first, Verdict.VERIFIED, sources=[replace(BOOK, name=" ")])
    assert review.claim(first).verdict is None


def test_nothing_newer_is_overwritten(review: Review, path: Path) -> None:
    first = review.claims[0]
    with of_bob(path) as other:
        other.mark(first.id, Verdict.DISPUTED)
    with pytest.raises(StaleError, match="#1 was changed by Bob since you saw it: look at it again"):
        review.mark(first.id, Verdict.VERIFIED, seen=first.revision)
    assert review.claim(first.id).verdict is Verdict.DISPUTED
    assert review.position() is None
    acts: tuple[Callable[[], object], ...] = (
        lambda: review.note(first.id, "x", seen=0),
        lambda: review.add_source(first.id, BOOK, seen=0),
        lambda: review.drop_source(first.id, BOOK, seen=0),
        lambda: review.set_checkable(first.id, False, seen=0),
        lambda: review.remove(first.id, seen=0),
        lambda: review.restore(first.id, seen=0),
    )
    for act in acts:
        with pytest.raises(StaleError):
            act()
    assert len(deeds(review)) == 1
    review.mark(first.id, Verdict.VERIFIED, seen=review.claim(first.id).revision)
    assert review.claim(first.id).checker == "Ada"


def test_opinion_may_be_marked(review: Review) -> None:
    opinion = next(record for record in review.claims if not record.claim.checkable)
    assert not opinion.is_open
    assert review.set_checkable(opinion.id, True).message == f"#{opinion.number} is to be checked"
    assert review.set_checkable(opinion.id, False).message == f"#{opinion.number} is opinion"
    review.mark(opinion.id, Verdict.DISPUTED)
    assert review.claim(opinion.id).verdict is Verdict.DISPUTED
    assert review.progress == Progress(len(review.claims), 0, 1, 0, len(review.claims) - 1, 0, 0)


def test_removed_claims_can_be_restored(review: Review) -> None:
    before = review.claims
    second = before[1]
    assert review.remove(second.id) == Outcome("#2 is no claim", None)
    assert [record.number for record in review.claims] == [1, *range(3, len(before) + 1)]
    assert [record.id for record in review.removed] == [second.id]
    assert review.claim(second.id).removed
    assert review.progress.claims == len(before) - 1
    assert review.restore(second.id) == Outcome("#2 is a claim again", second.id)
    assert [record.id for record in review.claims] == [record.id for record in before]


def test_a_claim_of_ones_own(review: Review, desk: Desk) -> None:
    text = story().draft.text
    start = text.index("31 metres")
    outcome = review.add_claim(start - 1, start + 10)
    assert outcome.message == f"#{len(review.claims)} added"
    assert outcome.claim is not None
    record = review.claim(outcome.claim)
    assert (record.claim.text, record.claim.section, record.manual) == ("31 metres", Section.CAPTION, True)
    assert [fact.value for fact in record.claim.facts] == [31]
    assert record.claim.kinds == ("number",)
    assert record.claim.id == f"c{record.number}"
    assert set(desk.index.normalised([record.id])) == {record.id}
    assert review.add_claim(start, start + 9).message == f"#{record.number}: is there already"
    desk.articles.store(review.article.id, extraction(story()), complete=True)
    review.refresh()
    assert review.claim(record.id) == record


def test_adding_what_was_removed_restores_it(review: Review) -> None:
    second = review.claims[1]
    review.remove(second.id)
    assert review.add_claim(second.claim.start, second.claim.end) == Outcome("#2 is a claim again", second.id)


def test_adding_again_what_was_undone(review: Review, desk: Desk) -> None:
    count = len(review.claims)
    added = review.add_claim(0, 10)
    undone = review.undo()
    assert undone == Outcome("undone: #1 added", None)
    assert (len(review.claims), review.removed) == (count, ())
    assert added.claim is not None
    assert not desk.index.normalised([added.claim])
    again = review.add_claim(0, 10)
    assert (again.message, again.claim) == ("#1 added", added.claim)
    assert desk.index.normalised([added.claim])


@pytest.mark.parametrize(
    ("words", "says"), [("Mara", "byline bears no claims: give it another role"), ("\n\n", "no words there")]
)
def test_no_claim_can_be_made_there(review: Review, words: str, says: str) -> None:
    start = story().draft.text.index(words)
    with pytest.raises(UsageError, match=says):
        review.add_claim(start, start + len(words))
    with pytest.raises(UsageError, match="no words there"):
        review.add_claim(10**9, -3)
    assert deeds(review) == []


def test_a_role_can_be_overruled(review: Review) -> None:
    headline, byline, *_ = story().draft.blocks
    before = review.claims
    assert review.set_role(headline.start, Role.SLUG) == Outcome("block is slug now", None)
    assert [record.number for record in review.claims] == list(range(2, len(before) + 1))
    assert review.progress.claims == len(before) - 1
    assert review.article.article.draft.blocks[0].reason == "set by Ada"
    assert review.set_role(headline.start, Role.DEK) == Outcome("block is dek now", None)
    assert review.claims[0].claim.section is Section.DEK
    assert review.set_role(byline.start, Role.BODY).extract
    review.add_claim(byline.start, byline.end)
    assert not review.set_role(byline.start, Role.CAPTION).extract
    with pytest.raises(ArticleError, match="no block begins at 1"):
        review.set_role(1, Role.BODY)


def test_article_data_can_be_corrected(review: Review) -> None:
    outcome = review.set_meta(title="New [/]", byline="Mara", published=date(2025, 1, 1))
    assert outcome.message == "byline, published, title corrected"
    days = [review.article.article.published]
    review.set_meta(published=None)
    days.append(review.article.article.published)
    review.undo()
    days.append(review.article.article.published)
    assert days == [date(2025, 1, 1), None, date(2025, 1, 1)]
    review.undo()
    assert review.article.article == story()


def test_one_act_is_undone_whole_also_later(review: Review, path: Path) -> None:
    first = review.claims[0]
    review.mark(first.id, Verdict.VERIFIED, sources=[BOOK], note="x")
    review.mark(review.claims[1].id, Verdict.DISPUTED)
    with connect(path, who="Ada", clock=Clock()) as desk:
        later = Review(desk, ArticleId(1))
        assert later.undo() == Outcome("undone: #2 disputed", review.claims[1].id)
        assert later.undo() == Outcome("undone: #1 verified, with its source and its note", first.id)
        assert later.undo() is None
        record = later.claims[0]
        assert (record.verdict, record.checker, record.checked_at, record.sources, record.note) == (
            None, None, None, (), "",
        )  # fmt: skip
        assert later.position() == first.id
        assert [event.of for event in later.history(first.id)][3:] == [1, 1, 1]
    review.refresh()
    assert review.redo() == Outcome("done again: #1 verified, with its source and its note", first.id)
    assert review.claims[0].sources[0].name == BOOK.name
    review.note(first.id, "y")
    assert review.redo() is None
    assert review.undo() == Outcome("undone: #1 noted", first.id)


def test_undo_is_for_ones_own_acts(review: Review, path: Path) -> None:
    first, second = review.claims[:2]
    review.mark(first.id, Verdict.VERIFIED)
    with of_bob(path) as other:
        assert other.undo() is None
        other.mark(second.id, Verdict.DISPUTED)
        assert review.undo() == Outcome("undone: #1 verified", first.id)
        assert review.undo() is None
        assert other.undo() == Outcome("undone: #2 disputed", second.id)
        assert review.redo() == Outcome("done again: #1 verified", first.id)


@pytest.mark.parametrize("how", ["mark", "note", "restore"])
def test_undo_stops_at_what_another_laid_over_it(review: Review, path: Path, how: str) -> None:
    first = review.claims[0].id
    review.mark(first, Verdict.VERIFIED)
    if how == "restore":
        review.remove(first)
    with of_bob(path) as other:
        acts = {
            "mark": lambda: other.mark(first, Verdict.VERIFIED),
            "note": lambda: other.note(first, "wait"),
            "restore": lambda: other.restore(first),
        }
        acts[how]()
        there = other.claim(first)
        with pytest.raises(StaleError, match="#1 was changed by Bob"):
            review.undo()
        assert review.claim(first) == there
        assert "undo" not in deeds(review)
        other.undo()
    assert review.undo() is not None


def test_redo_stops_at_what_another_laid_over_it(review: Review, path: Path) -> None:
    first = review.claims[0].id
    review.mark(first, Verdict.VERIFIED)
    review.undo()
    with of_bob(path) as other:
        other.mark(first, Verdict.DISPUTED)
    with pytest.raises(StaleError, match="#1 was changed by Bob"):
        review.redo()
    assert review.claim(first).verdict is Verdict.DISPUTED


def test_undo_stops_where_another_changed_a_block_or_the_data(review: Review, path: Path) -> None:
    review.set_role(0, Role.SLUG)
    with of_bob(path) as other:
        other.set_role(0, Role.DEK)
    with pytest.raises(StaleError, match="another role since"):
        review.undo()
    review.set_meta(title="A")
    with of_bob(path) as other:
        other.set_meta(title="B")
    with pytest.raises(StaleError, match="corrected the article's data"):
        review.undo()
    assert review.article.article.title == "B"


def test_undo_stops_at_what_no_event_tells_of(review: Review, desk: Desk) -> None:
    first = review.claims[0].id
    review.note(first, "seen")
    desk.claims.change(first, 1, {"note": "changed with another tool"})
    with pytest.raises(StaleError, match="#1 was changed elsewhere since you saw it"):
        review.undo()
    assert review.claim(first).note == "changed with another tool"


def test_the_position_is_each_checkers_own(review: Review, path: Path) -> None:
    first, second, third = (record.id for record in review.claims[:3])
    assert review.position() is None
    review.save_position(third)
    with of_bob(path) as other:
        other.mark(first, Verdict.VERIFIED)
        assert other.position() == first
    assert review.position() == third
    review.save_position(second)
    review.remove(second)
    assert review.position() == third
    for record in review.claims:
        review.remove(record.id)
    assert review.position() is None
    review.restore(first)
    assert review.position() == first


def test_others_changes_come_with_refresh(review: Review, path: Path, desk: Desk) -> None:
    with of_bob(path) as other:
        other.mark(review.claims[0].id, Verdict.VERIFIED)
    assert review.progress.verified == 0
    review.refresh()
    assert review.progress.verified == 1
    more = extraction(story())
    desk.articles.store(ArticleId(1), replace(more, claims=more.claims[:3]), complete=True)
    review.refresh()
    assert review.progress.claims == 3


def test_the_checklist_is_of_now(review: Review, path: Path) -> None:
    review.mark(review.claims[0].id, Verdict.VERIFIED, sources=[BOOK])
    with of_bob(path) as other:
        other.mark(review.claims[1].id, Verdict.DISPUTED)
    checklist = review.checklist()
    assert checklist.article == review.article
    assert checklist.claims == review.claims
    assert checklist.findings == extraction(story()).findings
    assert [event.what for event in checklist.history] == ["mark", "source-add", "mark"]
    assert (checklist.made_by, checklist.progress.done) == ("Ada", 2)


@pytest.mark.parametrize("key", ["2", "1#2", "lighthouse-reopens-after-14-years#2", "skarvik.txt#2", " 1#02 "])
def test_claims_are_found(review: Review, desk: Desk, key: str) -> None:
    assert find_claim(desk, key) == review.claims[1]


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("999", "no claim 999"),
        ("1#99", "no claim #99 in lighthouse-reopens-after-14-years: its claims go up to #6"),
        ("1#0", "no claim #0"),
        ("lighthouse#1", "did you mean lighthouse-reopens"),
        ("verified", "'verified' names no claim: name it by"),
        ("1#", "names no claim"),
        ("", "names no claim"),
        ("²", "names no claim"),
        ("1#" + "9" * 50, "names no claim"),
    ],
)
def test_claims_that_are_not_there(review: Review, desk: Desk, key: str, says: str) -> None:
    with pytest.raises((DeskError, ArticleError), match=says):
        find_claim(desk, key)


def test_acts_on_claims_of_nowhere(review: Review) -> None:
    with pytest.raises(DeskError, match="there is no claim 999"):
        review.mark(ClaimId(999), Verdict.VERIFIED)
    with pytest.raises(DeskError, match="there is no claim 999"):
        review.claim(ClaimId(999))
    other = review._desk.articles.put(story("Other", more="More."))
    with pytest.raises(DeskError, match="no claim 1 in this article"):
        Review(review._desk, other.id).mark(ClaimId(1), Verdict.VERIFIED)
    added = review.add_claim(0, 10).claim
    assert added is not None
    review.save_position(added)
    review.undo()
    assert review.position() == review.claims[0].id
    with pytest.raises(DeskError, match=f"no claim {added} in this article"):
        review.note(added, "x")
    with pytest.raises(ArticleError, match="no article 7"):
        Review(review._desk, ArticleId(7))


def test_a_query_is_asked_answered_and_dropped(review: Review, path: Path) -> None:
    first = review.claims[0].id
    assert review.ask(first, " Which year? ").message == "#1: writer asked"
    assert (review.claim(first).query, review.claim(first).resolution) == ("Which year?", Resolution.QUERY)
    assert review.ask(first, "Which year?", "1890").message == "#1: answer noted"
    assert review.ask(first, "Which year exactly?").message == "#1: writer asked"
    with of_bob(path) as other:
        record = other.claim(first)
    assert (record.query, record.answer) == ("Which year exactly?", "1890")
    assert review.ask(first, "").message == "#1: query dropped"
    with pytest.raises(UsageError, match="nothing is asked about #1 yet"):
        review.resolve(first, Resolution.QUERY)
    assert (review.claim(first).answer, review.claim(first).resolution) == ("", Resolution.OPEN)
    with pytest.raises(UsageError, match="no question"):
        review.ask(first, " ", "1890")


def test_a_query_leaves_what_was_decided(review: Review) -> None:
    first = review.claims[0].id
    assert review.resolve(first, Resolution.STET).message == "#1 stet"
    review.ask(first, "Why?")
    assert review.claim(first).resolution is Resolution.STET
    review.ask(first, "")
    assert review.claim(first).resolution is Resolution.STET
    assert review.resolve(first, Resolution.STET).message == "#1: is stet already"


def test_a_change_is_suggested_and_taken_back(review: Review) -> None:
    first = review.claims[0]
    assert review.suggest(first.id, f"{first.claim.text}\n  at last").message == "#1: change suggested"
    assert review.claim(first.id).replacement == f"{first.claim.text} at last"
    assert review.suggest(first.id, f" {first.claim.text} ").message == "#1: suggestion taken back"
    assert review.claim(first.id).replacement == ""
    assert review.claim(first.id).claim == first.claim


def test_what_a_lawyer_has_to_see_is_flagged(review: Review) -> None:
    first = review.claims[0].id
    assert review.flag_legal(first, legal=True).message == "#1 is for the lawyer"
    assert review.claim(first).legal
    assert review.flag_legal(first, legal=False).message == "#1 is not for the lawyer"


def test_all_of_it_can_be_undone_and_done_again(review: Review) -> None:
    first = review.claims[0].id
    before = review.claim(first)
    review.ask(first, "Which year?", "1890")
    review.suggest(first, "Other words")
    review.resolve(first, Resolution.CHANGED)
    review.flag_legal(first, legal=True)
    after = review.claim(first)
    for _ in range(4):
        review.undo()
    assert replace(review.claim(first), revision=0) == replace(before, revision=0)
    for _ in range(4):
        review.redo()
    assert replace(review.claim(first), revision=0) == replace(after, revision=0)


@pytest.mark.parametrize("words", [HOSTILE, "a \ud800 b", "x" * 10_000])
def test_odd_words_in_a_query_are_kept_as_text(review: Review, words: str) -> None:
    first = review.claims[0].id
    review.ask(first, words, words)
    review.suggest(first, words)
    assert review.claim(first).query == words.strip().replace("\ud800", "\ufffd")


def test_who_comes_too_late_with_a_query_is_told(review: Review, path: Path) -> None:
    first = review.claims[0]
    with of_bob(path) as other:
        other.ask(first.id, "Which year?")
    late: list[Callable[[], Outcome]] = [
        lambda: review.ask(first.id, "What?", seen=first.revision),
        lambda: review.suggest(first.id, "Words", seen=first.revision),
        lambda: review.resolve(first.id, Resolution.CUT, seen=first.revision),
        lambda: review.flag_legal(first.id, legal=True, seen=first.revision),
    ]
    for act in late:
        with pytest.raises(StaleError):
            act()
    assert review.claim(first.id).query == "Which year?"


def test_a_corrected_speaker_and_kinds_hold_in_the_next_extraction(desk: Desk) -> None:
    record = desk.articles.put(story())
    desk.articles.store(record.id, extraction(story()), complete=True)
    review = Review(desk, record.id)
    claim = review.claims[0]
    review.correct(claim.id, Correction("the  keeper", named=True, kinds=("date", "cause")))
    desk.articles.store(record.id, extraction(story()), complete=True)
    review.refresh()
    now = review.claim(claim.id)
    assert now.claim.attribution is not None
    assert (now.claim.attribution.speaker, now.claim.attribution.named) == ("the keeper", True)
    assert now.claim.kinds == ("date", "cause")
    review.correct(claim.id, Correction(""))
    assert review.claim(claim.id).claim.attribution is None
    with pytest.raises(UsageError, match="no kind of claim"):
        review.correct(claim.id, Correction(kinds=("[b]",)))
    with pytest.raises(UsageError, match="'moneyy' is no kind of claim: did you mean money"):
        review.correct(claim.id, Correction(kinds=("date", "moneyy")))
    review.undo()
    review.undo()
    assert review.claim(claim.id).claim == claim.claim


def test_a_mark_says_whose_verdict_it_takes_the_place_of(desk: Desk, review: Review) -> None:
    first = review.claims[0].id
    assert review.mark(first, Verdict.VERIFIED).message == "#1 verified"
    assert review.mark(first, Verdict.DISPUTED).message == "#1 disputed", "it was one's own"
    with working_as(desk, "Ben"):
        assert review.mark(first, Verdict.DISPUTED).message == "#1 disputed, in the place of Ada's disputed"
        undone = review.undo()
        assert undone is not None
        assert undone.message == "undone: #1 disputed, in the place of Ada's disputed"
        assert review.mark(first, None).message == "#1 back to unchecked, Ada's disputed taken off"
        assert review.mark(first, Verdict.VERIFIED).message == "#1 verified"
    with working_as(desk, "x" * 5_000):
        review.mark(first, Verdict.UNSOURCED)
    assert review.mark(first, Verdict.VERIFIED).message == f"#1 verified, in the place of {'x' * 19}…'s unsourced"


def test_a_second_read_says_whose_it_takes_the_place_of(desk: Desk, review: Review) -> None:
    first = review.claims[0].id
    review.mark(first, Verdict.VERIFIED)
    with working_as(desk, "Ben"):
        assert review.second_read(first, Verdict.DISPUTED).message == "#1, second read: disputed"
        assert review.second_read(first, Verdict.UNSOURCED).message == "#1, second read: unsourced", "it was one's own"
    with working_as(desk, "Cy"):
        told = review.second_read(first, Verdict.VERIFIED).message
        assert told == "#1, second read: verified, in the place of Ben's unsourced"
    with working_as(desk, "Ben"):
        assert review.second_read(first, None).message == "#1, second read: Cy's verified taken off"


@pytest.mark.parametrize(
    ("column", "value"),
    [("verdict", "disputed"), ("note", "x"), ("query", ""), ("replacement", "y"), ("resolution", "stet"), ("legal", 0)],
)
def test_what_was_changed_past_the_log_is_told(
    desk: Desk, review: Review, path: Path, column: str, value: object
) -> None:
    first = review.claims[0].id
    review.mark(first, Verdict.VERIFIED, note="seen")
    review.ask(first, "Which year?")
    review.suggest(first, "as it should read")
    review.flag_legal(first, legal=True)
    review.mark(first, None)
    review.undo()
    assert list(desk.problems()) == []
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(f"UPDATE claims SET {column} = ? WHERE id = ?", (value, first))
    assert list(desk.problems()) == [f"claim {first}: its {column} is not the one that the log tells"]

"""The desk may not be written any more in the middle of an act: nothing of it stays, and it goes on when it may.

SQLite itself refuses here, as it does when the folder or the disk has become read-only; permissions would not keep a
test out that runs as root.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.checklist import render
from factcheck.checklist.reading import parse
from factcheck.desk.events import Events
from factcheck.errors import DeskError
from factcheck.model import (
    Contact,
    ContactOutcome,
    ContactWay,
    Finding,
    Resolution,
    Role,
    Severity,
    Source,
    SourceKind,
    Span,
    Verdict,
)
from factcheck.review import Review
from tests.review.test_full_disk import ACTS as LONG_ACTS
from tests.review.test_importing import working_as
from tests.review.test_rebase import STORY, extraction

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from factcheck.desk import Desk
    from factcheck.model import ClaimId


BOOK = Source(SourceKind.DOCUMENT, "Inquest", "p. 3")
CALL = Contact("Archivist", ContactWay.PHONE, "2026-03-12", ContactOutcome.PENDING)


def _body(review: Review) -> int:
    return review.article.article.draft.blocks[-1].start


ACTS: dict[str, Callable[[Review, ClaimId], object]] = {
    **LONG_ACTS,
    "unmark": lambda review, claim: review.mark(claim, None),
    "resolve": lambda review, claim: review.resolve(claim, Resolution.STET),
    "legal": lambda review, claim: review.flag_legal(claim, legal=True),
    "opinion": lambda review, claim: review.set_checkable(claim, checkable=False),
    "not a claim": lambda review, claim: review.remove(claim),
    "span": lambda review, claim: review.move_edge(claim, left=False, out=False),
    "break": lambda review, claim: review.split(claim, review.claim(claim).claim.text.index(" ") + 1 + _start(review)),
    "merge": lambda review, claim: review.merge(claim, review.claims[2].id),
    "add": lambda review, _: review.add_claim(_start(review), _start(review) + review.claims[1].claim.text.index(" ")),
    "role": lambda review, _: review.set_role(_body(review), Role.CAPTION),
    "title": lambda review, _: review.set_meta(title="Another title"),
    "deadline": lambda review, _: review.set_deadline("2026-05-01"),
    "undo": lambda review, _: review.undo(),
}


def _start(review: Review) -> int:
    return review.claims[1].span.start


def _recorded(review: Review) -> list[object]:
    """All but the revision, which counts undo too."""
    return [replace(one, revision=0) for one in review.claims]


def _refuse_writing(desk: Desk, refuse: bool) -> None:
    desk._file.db.execute(f"PRAGMA query_only={int(refuse)}")


def _everything(review: Review) -> object:
    review.refresh()
    return review.article, review.claims, review.removed, review.lost, review.findings, review.checklist().history


def _refused(
    desk: Desk, review: Review, act: Callable[[], object], monkeypatch: pytest.MonkeyPatch, *, late: bool
) -> None:
    """Do something while the desk may not be written, and again when it may.

    Args:
        desk: The desk.
        review: The article.
        act: What is done.
        monkeypatch: Of the test.
        late: Whether the desk may be written until the act's first event.
    """
    append = Events.append

    def refusing(events: Events, what: str, **rest: Any) -> int:
        _refuse_writing(desk, refuse=True)
        return append(events, what, **rest)

    before = _everything(review)
    if late:
        monkeypatch.setattr(Events, "append", refusing)
    else:
        _refuse_writing(desk, refuse=True)
    with pytest.raises(DeskError, match="cannot be written: allow writing"):
        act()
    monkeypatch.undo()
    assert _everything(review) == before
    _refuse_writing(desk, refuse=False)
    act()
    assert _everything(review) != before
    assert list(desk.problems()) == []


@pytest.fixture
def review(desk: Desk) -> Review:
    """The story with a finding, its second claim verified."""
    found = extraction(*STORY)
    second = found.claims[1]
    finding = Finding(
        "weekday", "12 March 1881 was a Saturday", Severity.LOW, (Span(second.start, second.end),), (second.id,)
    )
    record = desk.articles.put(found.article)
    desk.articles.store(record.id, replace(found, findings=(finding,)), complete=True)
    review = Review(desk, record.id)
    review.mark(review.claims[1].id, Verdict.VERIFIED)
    return review


@pytest.mark.parametrize("late", [False, True], ids=["at its beginning", "before its first event"])
@pytest.mark.parametrize("act", ACTS)
def test_nothing_of_an_act_stays_and_it_goes_on_when_it_may(
    desk: Desk, review: Review, act: str, late: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim, recorded = review.claims[1].id, _recorded(review)
    _refused(desk, review, lambda: ACTS[act](review, claim), monkeypatch, late=late)
    _ = review.redo() if act == "undo" else review.undo()
    assert review.claim(claim).verdict is Verdict.VERIFIED
    assert _recorded(review) == recorded


def _orphan(review: Review) -> None:
    seats = next(one for one in review.claims if "1,730" in one.claim.text)
    review.mark(seats.id, Verdict.DISPUTED)
    review.rebase(extraction(*STORY[:3], STORY[3].replace("It was", "The house had 1,730 seats. It was")))


def _place(review: Review) -> object:
    (orphan,) = review.lost
    there = review.places_for(orphan.id)[1]
    return review.place(orphan.id, there.start, there.end)


def _second_read(review: Review, desk: Desk) -> object:
    with working_as(desk, "Ben"):
        return review.second_read(review.claims[1].id, Verdict.DISPUTED)


def _sheet(review: Review) -> object:
    filled = render(review.checklist(), "csv").decode("utf-8-sig").replace("verified", "disputed")
    return review.take_sheet(parse(filled.encode(), "filled.csv"))


def _verify_all(review: Review) -> None:
    for one in review.claims:
        review.mark(one.id, Verdict.VERIFIED)


def _sign_off(review: Review) -> None:
    _verify_all(review)
    review.sign_off()


def _nothing(_: Review) -> None:
    pass


LATER_ACTS: dict[str, tuple[Callable[[Review], object], Callable[[Review, Desk], object]]] = {
    "place": (_orphan, lambda review, _: _place(review)),
    "let go": (_orphan, lambda review, _: review.let_go(review.lost[0].id)),
    "dismiss": (_nothing, lambda review, _: review.dismiss(review.findings[0], "the paper came out on Sunday")),
    "finding back": (
        lambda review: review.dismiss(review.findings[0], "it was"),
        lambda review, _: review.restore_finding(review.findings[0]),
    ),
    "second read": (_nothing, _second_read),
    "import": (_nothing, lambda review, _: _sheet(review)),
    "back on the list": (
        lambda review: review.remove(review.claims[2].id),
        lambda review, _: review.restore(review.removed[0].id),
    ),
    "source off": (
        lambda review: review.add_source(review.claims[1].id, BOOK),
        lambda review, _: review.drop_source(review.claims[1].id, BOOK),
    ),
    "contact off": (
        lambda review: review.add_contact(review.claims[1].id, CALL),
        lambda review, _: review.drop_contact(review.claims[1].id, CALL),
    ),
    "redo": (lambda review: review.undo(), lambda review, _: review.redo()),
    "sign-off": (_verify_all, lambda review, _: review.sign_off()),
    "reopen": (_sign_off, lambda review, _: review.reopen()),
}
"""Acts that need another before them."""


@pytest.mark.parametrize("late", [False, True], ids=["at its beginning", "before its first event"])
@pytest.mark.parametrize("act", LATER_ACTS)
def test_nothing_stays_of_an_act_that_follows_another(
    desk: Desk, review: Review, act: str, late: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare, do = LATER_ACTS[act]
    prepare(review)
    _refused(desk, review, lambda: do(review, desk), monkeypatch, late=late)

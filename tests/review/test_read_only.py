"""The desk may not be written any more in the middle of an act: nothing of it stays, and it goes on when it may.

SQLite itself refuses here, as it does when the folder or the disk has become read-only; permissions would not keep a
test out that runs as root.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.desk.events import Events
from factcheck.errors import DeskError
from factcheck.model import Resolution, Role, Verdict
from factcheck.review import Review
from tests.review.test_full_disk import ACTS as LONG_ACTS
from tests.review.test_rebase import STORY, extraction

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from factcheck.desk import Desk
    from factcheck.model import ClaimId


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


@pytest.mark.parametrize("after", [0, 1], ids=["at its beginning", "before its first event"])
@pytest.mark.parametrize("act", ACTS)
def test_nothing_of_an_act_stays_and_it_goes_on_when_it_may(
    desk: Desk, act: str, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = extraction(*STORY)
    record = desk.articles.put(found.article)
    desk.articles.store(record.id, found, complete=True)
    review = Review(desk, record.id)
    claim = review.claims[1].id
    review.mark(claim, Verdict.VERIFIED)
    append = Events.append

    def refusing(events: Events, what: str, **rest: Any) -> int:
        _refuse_writing(desk, refuse=True)
        return append(events, what, **rest)

    def everything() -> object:
        review.refresh()
        return review.article, review.claims, review.removed, review.lost, desk.events.of(record.id)

    before, recorded = everything(), _recorded(review)
    if after:
        monkeypatch.setattr(Events, "append", refusing)
    else:
        _refuse_writing(desk, refuse=True)
    with pytest.raises(DeskError, match="cannot be written: allow writing"):
        ACTS[act](review, claim)
    monkeypatch.undo()
    assert everything() == before
    _refuse_writing(desk, refuse=False)
    ACTS[act](review, claim)
    assert everything() != before
    assert list(desk.problems()) == []
    _ = review.redo() if act == "undo" else review.undo()
    assert review.claim(claim).verdict is Verdict.VERIFIED
    assert _recorded(review) == recorded

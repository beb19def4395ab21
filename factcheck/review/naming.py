"""What a claim is called where it is told what was done to it: by its number while that is its own, else by its words.

Numbers follow story order. Another draft, or a claim that comes or goes, gives them to other claims; a line that was
written before must not name one of those.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from factcheck.model import Span
from factcheck.review.logged import is_told, log_line
from factcheck.review.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.desk import Desk
    from factcheck.model import ArticleId, ClaimId, Event


def present_name(desk: Desk, claim_id: ClaimId) -> str:
    """A claim's number; its words when the present draft has no such claim, as another has the number there."""
    record = desk.claims.get(claim_id)
    return f"#{record.number}" if desk.claims.is_numbered(claim_id) else quoted(record.claim.text)


def told_log(desk: Desk, article_id: ArticleId, events: Sequence[Event]) -> list[tuple[Event, str]]:
    """The log of an article in plain words, oldest first; an act that took back another, or did it again, is one line.

    Of a draft that was taken in, the claims that merely went along have no line; they are counted in its first.

    Args:
        desk: The desk, in a ``reading`` block.
        article_id: The article.
        events: All its events, oldest first.
    """
    names = _Names(desk, article_id)
    told: list[tuple[Event, str]] = []
    # From the end, as what is known is how things are now.
    for _, act in groupby(reversed(events), key=lambda event: event.act):
        own = tuple(act)
        listed = tuple(filter(names.lists, own))
        told += ((event, log_line(desk, event, names.name, listed)) for event in own if is_told(event))
        for event in own:
            names.go_back(event)
    return told[::-1]


class _Names:
    """The names of an article's claims, now or before some of its last events.

    Args:
        desk: The desk.
        article_id: The article.
    """

    def __init__(self, desk: Desk, article_id: ArticleId) -> None:
        self._spans: dict[tuple[ClaimId, int], Span] = {}
        self._words: dict[tuple[ClaimId, int], str] = {}
        self._draft: dict[ClaimId, int] = {}
        self._withdrawn: set[ClaimId] = set()
        self._unlisted: set[ClaimId] = set()
        for claim_id, draft, span, text, withdrawn, unlisted in desk.claims.stands(article_id):
            self._spans[claim_id, draft] = span
            self._words[claim_id, draft] = text
            self._draft[claim_id] = draft
            if withdrawn:
                self._withdrawn.add(claim_id)
            if unlisted:
                self._unlisted.add(claim_id)
        present = desk.articles.get(article_id).article.draft.number
        self._now = {id_: number for id_, number in self._count().items() if self._draft[id_] == present}
        self._then: Mapping[ClaimId, int] | None = self._now

    def name(self, claim_id: ClaimId) -> str:
        """What to call a claim: a number only when it had then the one that it has now."""
        if self._then is None:
            self._then = self._count()
        number = self._now.get(claim_id)
        if number is not None and self._then.get(claim_id) == number:
            return f"#{number}"
        return quoted(self._words[claim_id, self._draft[claim_id]])

    def lists(self, event: Event) -> bool:
        """Whether an event is about a claim that was on the list then."""
        return event.claim_id not in self._unlisted

    def go_back(self, event: Event) -> None:
        """Go back to before an event."""
        before: Mapping[str, Any] = event.before or {}
        claim_id = event.claim_id
        if claim_id is None:
            if "role" in before:
                # Claims may have been found in the block since, of which the log does not tell: no number is known.
                self._now = {}
            return
        if "removed" in before:
            (self._unlisted.add if before["removed"] else self._unlisted.discard)(claim_id)
        if not before.keys() & {"draft", "span", "withdrawn"}:
            return
        self._then = None
        draft = before.get("draft", self._draft[claim_id])
        if (claim_id, draft) not in self._spans:
            # An article that came from a file has not kept where its claims stood in former drafts.
            self._now = {}
            return
        self._draft[claim_id] = draft
        if "span" in before:
            self._spans[claim_id, self._draft[claim_id]] = Span(*before["span"])
        if "withdrawn" in before:
            (self._withdrawn.add if before["withdrawn"] else self._withdrawn.discard)(claim_id)

    def _count(self) -> dict[ClaimId, int]:
        """The claims of each draft, numbered in story order."""
        there = sorted(
            (draft, self._spans[id_, draft], id_) for id_, draft in self._draft.items() if id_ not in self._withdrawn
        )
        return {
            id_: number
            for _, own in groupby(there, key=lambda one: one[0])
            for number, (_, _, id_) in enumerate(own, 1)
        }

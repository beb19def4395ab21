"""Which acts stand, told from the log alone: so undo and redo outlive the program, and each is itself an event.

A checker takes back only acts of their own, the newest first. Another checker's acts are never touched, and when one of
them was laid over a claim or a finding since, undo refuses.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final, Self

from factcheck.errors import UsageError
from factcheck.model import NEVER_UNDONE
from factcheck.review.acts import Act, judged_anew, went_on
from factcheck.review.naming import present_name
from factcheck.review.wording import describe_act

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.desk import Desk
    from factcheck.desk.events import Step
    from factcheck.model import ArticleId, ClaimId, Event


_LISTING: Final = frozenset({"removed", "withdrawn", "span"})
"""What decides whether a claim is on the list, and where."""


@dataclass(slots=True)
class Stacks:
    """The acts of one checker that can be taken back and done again, the next one last."""

    done: list[int] = field(default_factory=list)
    undone: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, steps: Sequence[Step], who: str) -> Self:
        """Read a checker's stacks from an article's log."""
        stacks = cls()
        for step in steps:
            if step.who == who and step.id == step.act and step.what not in NEVER_UNDONE:
                stacks.follow(step)
        return stacks

    def follow(self, step: Step) -> None:
        """Take in the first event of an act."""
        if step.of is None:
            self.done.append(step.act)
            self.undone.clear()
        elif step.what == "undo":
            self.undone.append(self.done.pop())
        else:
            self.done.append(self.undone.pop())


def overlaid(steps: Sequence[Step], act: int, who: str) -> ClaimId | str | None:
    """The claim of an act, or its finding, on which another checker has acted since.

    None when there is none, or that is taken back. What is recorded does not tell: the other may have come to the same.
    Of a draft that was taken in, all is meant that was done in it since, or in the one before: also a block's role, or
    a claim that is in none but this draft; empty when it is about no claim.

    Args:
        steps: The article's log.
        act: The act that is to be taken back or done again.
        who: Its checker.
    """
    since: dict[int, int] = {}
    subjects: dict[int, set[ClaimId | str]] = {}
    checkers: dict[int, str] = {}
    drafts: set[int] = set()
    last = act
    for step in steps:
        if step.of is None:
            subjects.setdefault(step.act, set())
            if step.subject is not None:
                subjects[step.act].add(step.subject)
            checkers[step.act] = step.who
            if step.what == "rebase" and step.claim_id is None:
                drafts.add(step.act)
        target = step.act if step.of is None else step.of
        if target == act:
            last = step.id
        if step.what == "undo":
            since.pop(target, None)
        else:
            since[target] = step.id
    own = subjects[act]
    for other, at in since.items():
        if at > last and checkers[other] != who:
            if own & subjects[other]:
                return min(own & subjects[other], key=str)
            if act in drafts:
                return min((one for one in subjects[other] if isinstance(one, int)), default="")
    return None


def _expect_draft(desk: Desk, article_id: ArticleId, events: Sequence[Event], *, back: bool) -> None:
    """Refuse to go to a draft that is not here: an article that came back from a file has only the one it had there."""
    for event in events:
        number = ((event.before if back else event.after) or {}).get("draft")
        if event.claim_id is None and isinstance(number, int) and not desk.drafts.has(article_id, number):
            what = "taken back" if back else "done again"
            raise UsageError(
                f"that draft {number} was replaced cannot be {what}: its text is not on this desk",
                "the article came back from a file, which holds the last draft only",
            )


@dataclass(frozen=True, slots=True)
class Turned:
    """An act that was taken back, or done again."""

    message: str
    """Which, in plain words."""
    claims: frozenset[ClaimId]
    """The claims that it is about."""
    claim: ClaimId | None
    """The one to look at."""
    reshaped: bool
    """Whether more than what is recorded about those claims has changed: which are on the list, blocks, the data."""


def turn(desk: Desk, article_id: ArticleId, *, back: bool) -> Turned | None:
    """Take back the newest act of the desk's checker, or do again what was taken back last.

    Args:
        desk: The desk.
        article_id: The article whose acts are meant.
        back: Whether to take back.

    Returns:
        None when there is no such act.

    Raises:
        StaleError: when somebody else changed since what it changed; nothing is touched.
    """
    with desk.writing():
        steps = desk.events.steps(article_id)
        stacks = Stacks.of(steps, desk.who)
        stack = stacks.done if back else stacks.undone
        if not stack:
            return None
        events = desk.events.of_act(stack[-1])
        act = Act(desk, article_id, of=stack[-1])
        blocked = overlaid(steps, stack[-1], desk.who)
        if blocked is not None:
            if isinstance(blocked, str):
                raise judged_anew() if blocked else went_on()
            raise act.overlaid(blocked)
        _expect_draft(desk, article_id, events, back=back)
        claims = [event.claim_id for event in events if event.claim_id is not None]
        # An added claim has a number only while it is there: before it is taken back, or after it is done again.
        name = partial(present_name, desk)
        before = describe_act(events, name) if back else ""
        for event in reversed(events) if back else events:
            act.turn("undo" if back else "redo", event, back=back)
        if not act.done:
            # An act that left things as they were is in the log all the same, and must not bar the way to those before.
            act.log("undo" if back else "redo", events[0].claim_id, events[0].after, events[0].before)
        message = f"undone: {before}" if back else f"done again: {describe_act(events, name)}"
        # An act on the whole article, such as another draft, leaves the checker where they are.
        own = claims if events[0].claim_id is not None else []
        here = next((claim for claim in own if not desk.claims.recorded(claim)["withdrawn"]), None)
        if here is not None:
            desk.positions.save(article_id, here)
    reshaped = any(event.claim_id is None or _LISTING & {*(event.after or ())} for event in events)
    return Turned(message, frozenset(claims), here, reshaped)

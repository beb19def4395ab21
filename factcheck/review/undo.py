"""Which acts stand, told from the log alone: so undo and redo outlive the program, and each is itself an event.

A checker takes back only acts of their own, the newest first. Another checker's acts are never touched, and when one of
them was laid over a claim since, undo refuses.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.desk.events import Step
    from factcheck.model import ClaimId


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
            if step.who == who and step.id == step.act:
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


def overlaid(steps: Sequence[Step], act: int, who: str) -> ClaimId | None:
    """The claim of an act on which another checker has acted since; None when there is none, or that is taken back.

    Args:
        steps: The article's log.
        act: The act that is to be taken back or done again.
        who: Its checker.
    """
    since: dict[int, int] = {}
    claims: dict[int, set[ClaimId]] = {}
    checkers: dict[int, str] = {}
    last = act
    for step in steps:
        if step.of is None:
            claims.setdefault(step.act, set())
            if step.claim_id is not None:
                claims[step.act].add(step.claim_id)
            checkers[step.act] = step.who
        target = step.act if step.of is None else step.of
        if target == act:
            last = step.id
        if step.what == "undo":
            since.pop(target, None)
        else:
            since[target] = step.id
    own = claims[act]
    for other, at in since.items():
        if at > last and checkers[other] != who and own & claims[other]:
            return min(own & claims[other])
    return None

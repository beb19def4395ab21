"""A line of the log: what was done, with the words that stand there now and those that stood there before."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from factcheck.model import Carried
from factcheck.review.wording import describe, describe_act, quoted, shortened, state_told

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factcheck.desk import Desk
    from factcheck.model import ClaimId, Event

    Values = Mapping[str, Any]


def is_told(event: Event) -> bool:
    """Whether an event has a line of its own.

    Of undo and redo only the first has one, and no claim that merely went along into another draft.
    """
    if event.of is not None:
        return event.id == event.act
    return not (event.what == "rebase" and (event.after or {}).get("state") == Carried.CARRIED)


def log_line(desk: Desk, event: Event, name: Callable[[ClaimId], str], act: Sequence[Event]) -> str:
    """Say what one line of the log did; of undo and redo what was taken back or done again.

    Args:
        desk: The desk, in a ``reading`` block.
        event: The line.
        name: Gives a claim's name.
        act: The events that count where a whole act is told: its own, without those on claims that are off the list.
    """
    if event.of is not None:
        return f"{event.what}: {describe_act(desk.events.of_act(event.of), name)}"
    before: Values = event.before or {}
    after: Values = event.after or {}
    claim = "" if event.claim_id is None else name(event.claim_id)
    told = describe(event.what, claim, before, after)
    match event.what:
        case "mark":
            return told + _was(before, "verdict", "checker")
        case "second-read":
            return told + _was(before, "second", "second_reader")
        case "note":
            return f"{told}: {_sides(before, after, 'note')}"
        case "suggest":
            return f"{told}: {_sides(before, after, 'replacement')}"
        case "query":
            return f"{claim}: {_asked(before, after)}"
        case "assign":
            return f"{told}, was for {shortened(before['assignee'])}" if before.get("assignee") else told
        case "deadline":
            return f"{told}, was {before['deadline']}" if before.get("deadline") else told
        case "meta":
            return ", ".join(
                f"{key} {'corrected' if after[key] else 'taken off'}: {_sides(before, after, key)}"
                for key in sorted(after)
            )
        case "finding-dismiss" | "finding-restore":
            return f"{told}: {quoted(after['message'])}"
        case "rebase" if event.claim_id is None:
            states = Counter(one.after["state"] for one in act if one.after and "state" in one.after)
            counts = [f"{states[state]} {state_told(state)}" for state in Carried if states[state]]
            return f"{told}: {', '.join(counts)}" if counts else told
        case _:
            return told


def _sides(before: Values, after: Values, key: str) -> str:
    """What stood there and what stands there now, where anything does."""
    return " → ".join(quoted(str(side)) for side in (before.get(key), after.get(key)) if side)


def _was(before: Values, verdict: str, checker: str) -> str:
    if not before.get(verdict):
        return ""
    return f", was {before[verdict]}" + (f" by {shortened(before[checker])}" if before.get(checker) else "")


def _asked(before: Values, after: Values) -> str:
    """What became of a query and of its answer."""
    if not after["query"]:
        return f"query dropped: {_sides(before, after, 'query')}"
    answered = after.get("answer", "") != before.get("answer", "")
    told = []
    if not answered or after["query"] != before.get("query"):
        told.append(f"writer asked: {_sides(before, after, 'query')}")
    if answered:
        told.append(f"answer {'noted' if after['answer'] else 'taken off'}: {_sides(before, after, 'answer')}")
    return ", ".join(told)

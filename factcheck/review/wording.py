"""What was done, in plain words for a line on the screen. They hold text that is not ours: data, never markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from factcheck.model import UNCHECKED, Carried

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factcheck.model import ClaimId, Event, Imported

    Name = Callable[[ClaimId], str]

REFRAMED: Final = "its words stand, what is said around them changed"
"""Why a claim whose words are what they were is to be checked again."""

_LENGTH: Final = 48
"""Characters of words that are quoted."""
_NAME: Final = 20
"""Characters of somebody's name."""
_WITH: Final = {"source-add": "its source", "note": "its note"}


def shortened(text: str, length: int = _NAME) -> str:
    """A text in one line, cut short where it is longer than so many characters."""
    words = " ".join(text.split())
    return words if len(words) <= length else f"{words[: length - 1].rstrip()}…"


def quoted(text: str) -> str:
    """Somebody's words, cut short, in quotation marks."""
    return f"“{shortened(text, _LENGTH)}”"


def state_told(state: str) -> str:
    """What became of a claim when a draft was taken in, in words."""
    return "to re-check" if state == Carried.RECHECK else state


def describe(what: str, claim: str, before: Mapping[str, Any], after: Mapping[str, Any], who: str = "") -> str:
    """Say what one event did.

    Args:
        what: The event's word.
        claim: The name of the claim that it is about, such as its number; empty when it is about none.
        before: What was changed, as it was.
        after: The same as it was then.
        who: Who did it, to say whose verdict a mark takes the place of; empty does not say so.
    """
    match what:
        case "mark":
            theirs = _theirs(before, who)
            if after.get("verdict"):
                return f"{claim} {after['verdict']}" + (f", in the place of {theirs}" if theirs else "")
            return f"{claim} back to {UNCHECKED}" + (f", {theirs} taken off" if theirs else "")
        case "second-read":
            theirs = _theirs({"verdict": before.get("second"), "checker": before.get("second_reader")}, who)
            if after["second"]:
                return f"{claim}, second read: {after['second']}" + (f", in the place of {theirs}" if theirs else "")
            return f"{claim}, second read: {theirs + ' ' if theirs else ''}taken off"
        case "correct":
            return f"{claim}: {_corrected(before, after)}"
        case "assign":
            return f"{claim} is for {shortened(after['assignee']) or 'nobody in particular'}"
        case "note":
            return f"{claim} noted" if after["note"] else f"{claim}: note taken off"
        case "span":
            return f"{claim} has other words"
        case "break":
            return f"{claim} broken in two"
        case "merge":
            return f"{claim} merged with the next"
        case "query":
            if not after["query"]:
                return f"{claim}: query dropped"
            return f"{claim}: answer noted" if after["answer"] != before.get("answer", "") else f"{claim}: writer asked"
        case "suggest":
            return f"{claim}: change suggested" if after["replacement"] else f"{claim}: suggestion taken back"
        case "resolve":
            return f"{claim} {after['resolution']}"
        case "legal":
            return f"{claim} is for the lawyer" if after["legal"] else f"{claim} is not for the lawyer"
        case "source-add":
            return f"{claim}: source added, {_names(after, before)}"
        case "source-drop":
            return f"{claim}: source taken off, {_names(before, after)}"
        case "contact":
            told = [f"{one['who']} asked, {one['outcome']}" for one in _new(after["contacts"], before["contacts"])]
            return f"{claim}: {', '.join(told) or 'asked once more'}"
        case "contact-drop":
            asked = _new(before["contacts"], after["contacts"])
            return f"{claim}: contact taken off, {', '.join(one['who'] for one in asked)}"
        case "opinion":
            return f"{claim} is opinion"
        case "checkable":
            return f"{claim} is to be checked"
        case "not-a-claim":
            return f"{claim} is no claim"
        case "restore":
            return f"{claim} is a claim again"
        case "claim-add":
            return f"{claim} added"
        case "rebase":
            if "state" not in after:
                return f"draft {after['draft']} taken in"
            return f"{claim} {state_told(after['state'])}"
        case "lost":
            return f"orphaned claim {claim} {'was cut' if after['lost'] == 'cut' else 'has its place'}"
        case "place":
            return f"{claim} is the orphaned claim"
        case "sign-off":
            return "signed off"
        case "reopen":
            return "reopened"
        case "import":
            count = after["claims"]
            return f"{after['file']} taken in, {count} claim{'' if count == 1 else 's'} changed"
        case "imported":
            about = f"{claim}, " if claim else ""
            return f"{about}{after['what']} by {shortened(after['who'])} on another desk"
        case "deadline":
            return f"deadline {after['deadline']}" if after["deadline"] else "deadline taken off"
        case "role":
            return f"block is {after['role']} now"
        case "finding-dismiss":
            return f"finding dismissed, {after['dismissed']}"
        case "finding-restore":
            return "finding is to be looked at again"
        case _:
            return f"{', '.join(sorted(after))} corrected"


def describe_act(events: Sequence[Event], name: Name) -> str:
    """Say what an act did: what its first event did, and what came with it.

    Args:
        events: The act, in order.
        name: Gives a claim's name.
    """
    first, *others = events
    # That an orphan left says less than which claim it is now.
    first = next((event for event in others if event.what == "place"), first)
    claim, claims = _name(first, name), {event.claim_id for event in events}
    if len(claims) > 1 and all(event.what == first.what == "source-add" for event in events):
        claim = f"{claim} and {len(claims) - 1} more"
    told = describe(first.what, claim, first.before or {}, first.after or {}, first.who)
    again = sum(event.what == first.what for event in others)
    if again and first.what in {"assign", "mark", "query"}:
        told = f"{told}, and so {'is' if again == 1 else 'are'} {again} more"
    answers = sum(event.what == "query" for event in others) if first.what == "rebase" else 0
    if answers:
        told = f"{told}, with {answers} answer{'' if answers == 1 else 's'} to queries"
    more = [_WITH[event.what] for event in others if event.what in _WITH and event.claim_id == first.claim_id]
    return f"{told}, with {' and '.join(more)}" if more else told


def describe_import(taken: Imported) -> str:
    """Say how much came, or would come, of a file."""
    if taken.restored:
        return f"it was not on the desk: {taken.same} claims"
    cells = len(taken.not_taken)
    more = f", {cells} cell{'' if cells == 1 else 's'} not taken" if cells else ""
    return f"{taken.claims} changed, {taken.same} as they were, {taken.left} left{more}"


def _theirs(before: Mapping[str, Any], who: str) -> str:
    """The verdict that somebody else had given, in words; empty when nobody had."""
    checker, verdict = before.get("checker"), before.get("verdict")
    return f"{shortened(checker)}'s {verdict}" if who and verdict and checker and checker != who else ""


def _corrected(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """What a claim's speaker and kinds are said to be, as far as that changed."""
    told = []
    if any(after.get(name) != before.get(name) for name in ("own_speaker", "own_named")):
        speaker = after.get("own_speaker")
        if speaker is None:
            told.append("speaker as it was found")
        else:
            told.append(
                f"said by {speaker or 'the paper itself'}" + ("" if after["own_named"] or not speaker else ", unnamed")
            )
    if after.get("own_kinds") != before.get("own_kinds"):
        kinds = after.get("own_kinds")
        told.append("kinds as they were found" if kinds is None else f"kinds {', '.join(kinds.split()) or 'none'}")
    return ", ".join(told) or "speaker and kinds as they were"


def _name(event: Event, name: Name) -> str:
    return "" if event.claim_id is None else name(event.claim_id)


def _names(more: Mapping[str, Any], less: Mapping[str, Any]) -> str:
    return ", ".join(source["name"] for source in _new(more["sources"], less["sources"]))


def _new(more: Sequence[Mapping[str, Any]], less: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """What stands only in the first of two lists."""
    return [one for one in more if one not in less]

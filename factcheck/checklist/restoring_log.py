"""What the lines of a restored log may tell, and in which order: it is read, taken back and told on like our own.

That a line is as it was written, its hash tells; but whoever changes a file may chain it anew.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final

from factcheck.checklist.reading_json import WrongError
from factcheck.model import (
    IMPORTED,
    NEVER_UNDONE,
    SIGN_OFF,
    Carried,
    ContactOutcome,
    ContactWay,
    Resolution,
    Role,
    SourceKind,
    State,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from factcheck.model import Event

    Test = Callable[[Any], bool]

MOST_DRAFTS: Final = 2**31
"""No article has more, nor a higher number of one."""
_WHEN: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9]{2}:[0-9]{2})?")


def is_when(value: object) -> bool:
    """Whether a value is a day, or one with hour and minute, as checkers write it down."""
    return isinstance(value, str) and bool(_WHEN.fullmatch(value)) and _parses(datetime.fromisoformat, value)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_switch(value: object) -> bool:
    return isinstance(value, bool)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**63


def _is_number(value: object) -> bool:
    return _is_count(value) and value != 0


def _is_draft(value: object) -> bool:
    """Whether a value numbers a draft, with room above it for the numbers of those to come."""
    return isinstance(value, int) and _is_number(value) and value <= MOST_DRAFTS


def _is_span(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(_is_count, value)) and value[0] < value[1]


def _is_day(value: object) -> bool:
    return isinstance(value, str) and _parses(date.fromisoformat, value)


def is_moment(value: object) -> bool:
    """Whether a value is a time that tells its offset from UTC: another cannot be compared with ours.

    Whether it is does not hang on the zone of whoever asks; in the first and the last year some zones cannot tell it.
    """
    if not isinstance(value, str) or not _parses(lambda said: datetime.fromisoformat(said).astimezone(UTC), value):
        return False
    moment = datetime.fromisoformat(value)
    return moment.tzinfo is not None and MINYEAR < moment.year < MAXYEAR


def _parses(parse: Callable[[str], object], said: str) -> bool:
    try:
        parse(said)
    except (ValueError, OverflowError):
        return False
    return True


def _one_of(words: Iterable[str]) -> Test:
    known = {*map(str, words)}
    return lambda value: isinstance(value, str) and value in known


def _maybe(test: Test) -> Test:
    return lambda value: value is None or test(value)


def _objects(**parts: Test) -> Test:
    """A list of objects with such parts; those that may be missing are named with a stroke behind."""
    tests = {name.rstrip("_"): test for name, test in parts.items()}
    wanted = {name for name in parts if not name.endswith("_")}

    def is_one(value: object) -> bool:
        return (
            isinstance(value, dict)
            and wanted <= value.keys() <= tests.keys()
            and all(tests[key](part) for key, part in value.items())
        )

    return lambda value: isinstance(value, list) and all(map(is_one, value))


_RECORDED: Final[Mapping[str, Test]] = {
    **dict.fromkeys(("verdict", "former", "second"), _maybe(_one_of(Verdict))),
    **dict.fromkeys(("checker", "second_reader", "own_speaker", "own_kinds"), _maybe(_is_text)),
    **dict.fromkeys(("checked_at", "second_at"), _maybe(is_moment)),
    **dict.fromkeys(("note", "query", "answer", "replacement", "assignee"), _is_text),
    **dict.fromkeys(("legal", "checkable", "removed", "withdrawn", "own_named"), _is_switch),
    "draft": _is_draft,
    "resolution": _one_of(Resolution),
    "lost": _maybe(_one_of((Carried.CUT, Carried.ORPHANED, "placed"))),
    "span": _is_span,
    "sources": _objects(
        kind=_one_of(SourceKind), name=_is_text, locator=_is_text, note=_is_text, accessed_=_maybe(_is_day),
        sha256_=_is_text,
    ),
    "contacts": _objects(
        who=_is_text, how=_one_of(ContactWay), when=is_when, outcome=_one_of(ContactOutcome), note=_is_text
    ),
}  # fmt: skip
"""What an act changes of a claim, on both sides."""
_TOLD: Final[Mapping[str, Test]] = {
    **dict.fromkeys(("in", "as", "was"), _is_number),
    **dict.fromkeys(("start", "end"), _is_count),
    "text": _is_text,
    "state": _one_of(Carried),
}
"""What is told of it besides, on one side."""
_CLAIM_ACTS: Final[Mapping[str, Collection[str]]] = {
    **dict.fromkeys(("mark", "place", "rebase"), ()),
    "second-read": ("second",),
    "correct": ("own_speaker", "own_named", "own_kinds"),
    "assign": ("assignee",),
    "note": ("note",),
    "query": ("query", "answer"),
    "suggest": ("replacement",),
    "resolve": ("resolution",),
    "legal": ("legal",),
    "lost": ("lost",),
    "claim-add": ("withdrawn",),
    **dict.fromkeys(("source-add", "source-drop"), ("sources",)),
    **dict.fromkeys(("contact", "contact-drop"), ("contacts",)),
    **dict.fromkeys(("opinion", "checkable"), ("checkable",)),
    **dict.fromkeys(("not-a-claim", "restore"), ("removed",)),
    **dict.fromkeys(("span", "break", "merge"), ("span",)),
}
"""The acts on claims, with what each is sure to change."""
_META: Final[Mapping[str, Test]] = {
    **dict.fromkeys(("dek", "byline"), _maybe(_is_text)),
    "title": lambda value: isinstance(value, str) and bool(value.strip()),
    "published": _maybe(_is_day),
    "deadline": lambda value: value == "" or is_when(value),
}
_FINDING: Final[Mapping[str, Test]] = dict.fromkeys(("finding", "message", "dismissed"), _is_text)
_STATE: Final[Mapping[str, Test]] = {"state": _one_of(State)}
_ARTICLE_ACTS: Final[Mapping[str, Mapping[str, Test]]] = {
    "rebase": {"draft": _is_draft},
    "role": {"block": _is_count, "role": _one_of(Role), "reason": _is_text},
    "meta": {},
    "deadline": {"deadline": _META["deadline"]},
    "import": {"file": _is_text},
    **dict.fromkeys((SIGN_OFF, "reopen"), _STATE),
    **dict.fromkeys(("finding-dismiss", "finding-restore"), _FINDING),
}
"""The acts on an article, with what each tells on both sides."""
_IMPORTED: Final[Mapping[str, Test]] = {"who": _is_text, "at": is_moment, "what": _is_text}
_OF_ARTICLES: Final[Mapping[str, Test]] = {
    **{key: test for tests in _ARTICLE_ACTS.values() for key, test in tests.items()},
    **_META, **_IMPORTED, "in": _is_number, "claims": _is_count,
}  # fmt: skip
_TURNS: Final = frozenset({"undo", "redo"})


def expect_log(history: Sequence[Event], lengths: Mapping[int, int]) -> None:
    """Refuse a log that nobody can have written on a desk.

    Args:
        history: Its lines, oldest first.
        lengths: How long the text is that is here of a draft, in code points, by the draft's number.

    Raises:
        WrongError: when there is such a line.
    """
    done: Counter[str] = Counter()
    undone: Counter[str] = Counter()
    acts: dict[int, str] = {}
    last = None
    arrived = _arrival(history, lengths)
    for at, event in enumerate(history):
        path = f"history[{at}]."
        _expect_values(event, path)
        if at > arrived:
            _expect_spans(event, lengths, path)
        if last is not None and event.id <= last.id:
            raise WrongError(f"{path}id is not above the one before")
        begins = event.id == event.act
        if not begins and (last is None or (last.act, last.who, last.of) != (event.act, event.who, event.of)):
            raise WrongError(f"{path}act is not the one of the line before")
        last = event
        if (event.what in _TURNS) is (event.of is None):
            raise WrongError(f"{path}of does not fit {event.what}")
        if not begins or event.what in NEVER_UNDONE:
            continue
        if event.of is None:
            acts[event.id] = event.who
            done[event.who] += 1
            undone[event.who] = 0
            continue
        gives, takes = (done, undone) if event.what == "undo" else (undone, done)
        if acts.get(event.of) != event.who or not gives[event.who]:
            raise WrongError(f"{path}of is no act that was to be turned")
        gives[event.who] -= 1
        takes[event.who] += 1


def _arrival(history: Sequence[Event], lengths: Mapping[int, int]) -> int:
    """Where in its log an article came to a draft that is here for the last time; -1 when it never left it.

    What was done before may have been done in another text of the same number: a desk to which an article came back
    from a file used to give the numbers of drafts that it did not have once more.
    """
    return max(
        (at for at, one in enumerate(history) if one.claim_id is None and (one.after or {}).get("draft") in lengths),
        default=-1,
    )


def _expect_values(event: Event, path: str) -> None:
    before: Mapping[str, Any] = event.before or {}
    after: Mapping[str, Any] = event.after or {}
    if event.what == IMPORTED:
        _expect(after, _IMPORTED, _IMPORTED, f"{path}after.")
        _expect(before, (), {}, f"{path}before.")
    elif event.what in _TURNS:
        known = _OF_ARTICLES if event.claim_id is None else {**_RECORDED, **_TOLD}
        _expect(before, (), known, f"{path}before.")
        _expect(after, (), known, f"{path}after.")
    elif event.claim_id is not None and event.what in _CLAIM_ACTS:
        wanted = _CLAIM_ACTS[event.what]
        state = ("state",) if event.what == "rebase" else ()
        _expect(before, wanted, _RECORDED, f"{path}before.")
        _expect(after, (*wanted, *before, *state), {**_RECORDED, **_TOLD}, f"{path}after.")
    elif event.claim_id is None and event.what in _ARTICLE_ACTS:
        wanted, place = _ARTICLE_ACTS[event.what], {"in": _is_number} if event.what == "role" else {}
        known = _META if event.what == "meta" else {**wanted, **place}
        count = {"claims": _is_count} if event.what == "import" else {}
        _expect(before, wanted, known, f"{path}before.")
        _expect(after, (*before, *count), {**known, **count}, f"{path}after.")
        _expect(before, after.keys() - count, known, f"{path}before.")
    else:
        raise WrongError(f"{path}what is {event.what[:40]!r}, which is not known")


def _expect_spans(event: Event, lengths: Mapping[int, int], path: str) -> None:
    before: Mapping[str, Any] = event.before or {}
    after: Mapping[str, Any] = event.after or {}
    draft = after.get("in", 1)
    for side, values in (("before", before), ("after", after)):
        if "span" in values and values["span"][1] > lengths.get(draft, values["span"][1]):
            raise WrongError(f"{path}{side}.span is no stretch of the text")


def _expect(values: Mapping[str, Any], wanted: Iterable[str], known: Mapping[str, Test], path: str) -> None:
    for key in wanted:
        if key not in values:
            raise WrongError(f"{path}{key} is missing")
    for key, value in values.items():
        if key not in known:
            raise WrongError(f"{path}{key[:40]} is not known")
        if not known[key](value):
            raise WrongError(f"{path}{key} is not what a desk writes there")

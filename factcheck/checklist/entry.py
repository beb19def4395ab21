"""A claim with what belongs to it gathered from the rest of the checklist: the formats' common ground."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from factcheck.model import ANSWERED, IMPORTED, SIGN_OFF, UNCHECKED, Resolution, Span, State, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model import Checklist, ClaimId, ClaimRecord, Draft, Event, Finding, Progress, Source

SIGNS: Final[Mapping[Verdict | None, str]] = {
    Verdict.VERIFIED: "✓",
    Verdict.DISPUTED: "✗",
    Verdict.UNSOURCED: "?",
    None: "·",
}
"""The sign before a verdict's word: it shows even where colours do not."""
RECHECK: Final = "re-check"
"""The word for a claim that had a verdict on other words and has none on these."""
_RECHECK_SIGN: Final = "↻"

_ADDRESS: Final = re.compile(r"https?://(?:[^\s<>\"]++|\"[^\s<>\"]++\")+", re.IGNORECASE)
"""Quotation marks come in pairs in it, as in the names of some pages; one by itself stands behind it."""
_STOPS: Final = ",.;:"
"""What behind an address belongs to the sentence."""
_BRACKET: Final = re.compile("[()]")
_STOP: Final = re.compile(r"[.!?…][)\]\"'”’»]*\s+(?=[(\[\"'“‘«]*[^\W_a-z])|\n\s*\n")
"""An end of a sentence by its look: good enough to show a claim's surroundings, with no model at hand."""
_ABBREVIATION: Final = re.compile(
    r"(?<!\w)(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|Gen|Col|Lt|Sgt|Capt|Rev|Hon|Sen|Rep|Gov|No|vs|v|approx|c|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z]|(?:[A-Za-z]\.)+[A-Za-z])\.$"
)
_REACH: Final = 2000
"""Code points around a claim in which its sentence is looked for: a text without stops must not cost its square."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim of the checklist."""

    record: ClaimRecord
    sentence: str
    """The sentence or sentences of the draft that it stands in, as they stand there; of a lost claim its own words."""
    findings: tuple[Finding, ...]
    history: tuple[Event, ...]
    page: int | None = None
    """The page of the draft that it begins on, from 1; None where the draft has no pages."""

    @property
    def verdict(self) -> str:
        """The verdict's word."""
        return verdict_word(self.record)

    @property
    def sign(self) -> str:
        """The verdict's sign."""
        return sign(self.record)

    @property
    def warning(self) -> str:
        """What is to be seen at once beside the verdict; empty when there is nothing."""
        return "verified without a source" if self.record.lacks_source else ""

    @property
    def speaker(self) -> str:
        """Whether the speaker is named or anonymous; empty when the paper itself speaks."""
        attribution = self.record.claim.attribution
        if attribution is None:
            return ""
        return "named" if attribution.named else "anonymous"


def entries(checklist: Checklist) -> tuple[Entry, ...]:
    """The checklist's claims in story order, without those that were found to be none."""
    draft = checklist.article.article.draft
    history = _history(checklist)
    return tuple(
        entry_of(record, draft, checklist.findings, history[record.id])
        for record in sorted(checklist.claims, key=lambda record: record.number)
        if not record.removed
    )


def entry_of(record: ClaimRecord, draft: Draft, findings: Sequence[Finding], history: Sequence[Event] = ()) -> Entry:
    """One claim with its surroundings; of one that a later draft lost, its own words."""
    if record.lost:
        return Entry(record, record.claim.text, (), tuple(history))
    own = tuple(finding for finding in findings if f"c{record.number}" in finding.claims)
    return Entry(record, sentence(draft, record.span), own, tuple(history), draft.page_of(record.claim.start))


def verdict_word(record: ClaimRecord) -> str:
    """The word of a claim's verdict, or why it has none."""
    if record.wants_recheck:
        return RECHECK
    return record.verdict.value if record.verdict else UNCHECKED


def sign(record: ClaimRecord) -> str:
    """The sign of a claim's verdict."""
    return _RECHECK_SIGN if record.wants_recheck else SIGNS[record.verdict]


def source_told(source: Source) -> str:
    """A source on one line."""
    place = f", {source.locator}" if source.locator else ""
    note = f" ({source.note})" if source.note else ""
    return " ".join(f"{source.kind}: {source.name}{place}{note}".split())


def address(locator: str) -> str:
    """The address on the web with which a locator begins; empty when it does not begin with one."""
    found = _ADDRESS.match(locator)
    if found is None:
        return ""
    url = found[0][: _end(found[0])].rstrip(_STOPS)
    try:
        return url if urlsplit(url).hostname else ""
    except ValueError:
        return ""


def _end(url: str) -> int:
    """Where an address ends: before the brackets and stops behind it that close none of its own brackets."""
    end = len(url.rstrip(f"){_STOPS}"))
    left = 0
    for bracket in _BRACKET.findall(url, 0, end):
        left = left + 1 if bracket == "(" else max(0, left - 1)
    while end < len(url) and (url[end] != ")" or left):
        left -= url[end] == ")"
        end += 1
    return end


def lost_entries(checklist: Checklist) -> tuple[Entry, ...]:
    """The claims of former drafts that an edited draft lost; findings and sentences are of the present draft only."""
    draft, history = checklist.article.article.draft, _history(checklist)
    return tuple(entry_of(record, draft, (), history[record.id]) for record in checklist.lost)


def _history(checklist: Checklist) -> Mapping[ClaimId | None, list[Event]]:
    """The log by claims."""
    history: defaultdict[ClaimId | None, list[Event]] = defaultdict(list)
    for event in checklist.history:
        history[event.claim_id].append(event)
    return history


def sentence(draft: Draft, span: Span) -> str:
    """The words of the sentence that a span stands in."""
    around = sentence_span(draft, span)
    return draft.text[around.start : around.end]


def sentence_span(draft: Draft, span: Span) -> Span:
    """Where the sentence that a span stands in begins and ends; it never reaches out of its block."""
    block = next((block for block in draft.blocks if block.start <= span.start < block.end), None)
    start, end = (block.start, max(block.end, span.end)) if block else (0, len(draft.text))
    start, end = max(start, span.start - _REACH), min(end, span.end + _REACH)
    for stop in _STOP.finditer(draft.text, start, end):
        if _ABBREVIATION.search(draft.text, max(start, stop.start() - 12), stop.start() + 1):
            continue
        if stop.end() <= span.start:
            start = stop.end()
        elif stop.start() + 1 >= span.end:
            end = stop.end()
            break
    words = draft.text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def changes(event: Event) -> str:
    """What an event changed, such as ``verdict: – → verified``; empty when it names nothing.

    A verdict that somebody else gives again is one that was given.
    """
    before, after = event.before or {}, event.after or {}
    again = {"verdict"} if after.get("verdict") and before.get("checker") != after.get("checker") else set()
    keys = sorted(key for key in {*before, *after} - _TOLD if key in again or before.get(key) != after.get(key))
    return ", ".join(f"{key}: {_shown(before.get(key))} → {_shown(after.get(key))}" for key in keys)


def dismissed(finding: Finding) -> str:
    """What is said behind a finding that a checker dismissed; empty for others."""
    return f" (dismissed: {finding.dismissed})" if finding.dismissed else ""


_TOLD: Final = frozenset({"checker", "checked_at"})
"""What the event itself tells in its ``who`` and ``at``."""


def _shown(value: object) -> str:
    match value:
        case None | "" | []:
            return "–"
        case bool():
            return "yes" if value else "no"
        case [int(start), int(end)]:
            return f"{start}–{end}"
        case list():
            return " + ".join(_shown(part) for part in value)
        case {"kind": kind, "name": name}:
            return f"{kind} {name}"
        case {"who": who, "outcome": outcome}:
            return f"{who} {outcome}"
        case str():
            return value
        case _:
            return json.dumps(value, ensure_ascii=False, sort_keys=True)


def totals(progress: Progress) -> str:
    """The totals by verdict in words."""
    parts = [
        f"{progress.verified} verified",
        f"{progress.disputed} disputed",
        f"{progress.unsourced} unsourced",
        f"{progress.unchecked} unchecked",
    ]
    if progress.opinion:
        parts[-1] += f" ({progress.opinion} of them opinion)"
    if progress.recheck:
        parts.append(f"{progress.recheck} to re-check")
    return f"{progress.claims} claim{'' if progress.claims == 1 else 's'}: {', '.join(parts)}"


def state_told(checklist: Checklist) -> str:
    """Whether the article is signed off, by whom and when."""
    state = checklist.article.state
    if state is State.CHECKING:
        return "under check"
    signed = signed_off(checklist) if state is State.SIGNED_OFF else None
    return f"signed off by {signed[0] or 'somebody'}, {stamp(signed[1])}" if signed else state.value


def signed_off(checklist: Checklist) -> tuple[str, datetime] | None:
    """Who signed the article off last and when, as its log tells; None when that does not tell."""
    for event in reversed(checklist.history):
        if event.what == SIGN_OFF:
            return event.who, event.at
        told: Mapping[str, Any] = event.after or {}
        if event.what == IMPORTED and told.get("what") == SIGN_OFF:
            return told["who"], datetime.fromisoformat(told["at"])
    return None


def outcomes(checklist: Checklist) -> Mapping[Resolution, int]:
    """How many claims of the list have each resolution; of all, also where only some are sent out."""
    listed = [record.resolution for record in (checklist.whole or checklist).claims if not record.removed]
    return {resolution: listed.count(resolution) for resolution in Resolution}


def outcomes_told(checklist: Checklist) -> str:
    """The totals by resolution in words."""
    words = {resolution: str(resolution) for resolution in Resolution}
    claims = (checklist.whole or checklist).claims
    answered = sum(record.became == ANSWERED for record in claims if not record.removed)
    if answered:
        words[Resolution.QUERY] += f" ({answered} of them answered)"
    return ", ".join(f"{count} {words[resolution]}" for resolution, count in outcomes(checklist).items())


def checkers(checklist: Checklist) -> tuple[str, ...]:
    """Who gave the verdicts, in the order of their claims; nobody yet: whoever makes the file."""
    claims = (checklist.whole or checklist).claims
    given = dict.fromkeys(record.checker for record in claims if record.checker and not record.removed)
    return tuple(given) or (checklist.made_by,)


def second_readers(checklist: Checklist) -> tuple[str, ...]:
    """Who gave a second read, in the order of their claims."""
    claims = (checklist.whole or checklist).claims
    return tuple(dict.fromkeys(record.second_reader for record in claims if record.second_reader))


def stamp(moment: datetime) -> str:
    """A time as people read it, to the second, with its offset where it is known."""
    return moment.isoformat(sep=" ", timespec="seconds").replace("+00:00", " UTC")


def visible(text: str) -> str:
    """The text with control characters as the pictures that stand for them, so that no terminal obeys one.

    So are those that turn the reading direction around, as the rest of a line would read backwards. Tab, line
    feed and carriage return stay. The exact text is in the JSON.
    """
    return text.translate(_PICTURES)


_PICTURES: Final = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"},
    0x7F: "\u2421",
    **dict.fromkeys((*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd"),
}

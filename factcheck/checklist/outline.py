"""What a file for people says, line by line and in order, before a format gives the lines their looks.

Markdown and Word write the same lines, so that they say the same in the same words. Nothing is escaped here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.checklist.entry import (
    changes,
    checkers,
    dismissed,
    entries,
    lost_entries,
    outcomes_told,
    second_readers,
    stamp,
    state_told,
    totals,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.checklist.entry import Entry
    from factcheck.model import Checklist, ClaimRecord, Contact, Event, Finding, Source

QUERY: Final = "Query to the writer"
"""What a query is led in by, which tells it when a marked-up draft comes back."""
ANSWER: Final = "Answer:"
"""What the line below it begins with."""
NO_ANSWER: Final = "none yet"
"""What that line says of a query that waits."""


@dataclass(frozen=True, slots=True)
class Exact:
    """Words that are to be copied as they are: an address, a hash."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading."""

    level: int
    """1 for the file's own, 2 for those of its parts."""
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list."""

    words: tuple[str | Exact, ...]
    strong: str = ""
    """What stands before the words and catches the eye."""
    depth: int = 0
    """1 for a line that tells more of the one above it."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A line by itself."""

    text: str


Line = Heading | Item | Plain


def checklist_lines(checklist: Checklist) -> Iterator[Line]:
    """The checklist: every claim with all that was recorded about it, what was lost, the findings."""
    draft = checklist.article.article.draft
    yield from head("Checklist", checklist)
    yield Heading(2, "Claims")
    listed = entries(checklist)
    if not listed:
        yield Plain("No claims.")
    for entry in listed:
        yield from _claim(entry)
    if checklist.lost:
        yield Heading(2, "Lost in an edited draft")
        for entry in lost_entries(checklist):
            yield from _claim(entry)
    if checklist.findings:
        yield Heading(2, "Findings")
        for finding in checklist.findings:
            yield from finding_lines(finding, draft.text)
    yield from sign_off(checklist)


def head(what: str, checklist: Checklist) -> Iterator[Line]:
    """The heading of a file, and what it is about."""
    article, draft = checklist.article.article, checklist.article.article.draft
    yield Heading(1, f"{what}: {article.title}")
    yield from _fields(
        ("Article", Exact(article.source)),
        ("On the desk as", Exact(checklist.article.slug)),
        ("Byline", article.byline or ""),
        ("Published", article.published.isoformat() if article.published else ""),
        ("Draft", f"{draft.number}, {draft.words:,} words"),
        ("State", state_told(checklist)),
        ("Totals", totals(checklist.progress)),
        ("Only", checklist.only),
    )


def sign_off(checklist: Checklist) -> Iterator[Line]:
    """The block that closes a file: totals, who, which draft, when."""
    draft = checklist.article.article.draft
    yield Heading(2, "Sign-off")
    yield from _fields(
        ("State", state_told(checklist)),
        ("Totals", totals(checklist.progress)),
        ("Resolutions", outcomes_told(checklist)),
        ("Checker", ", ".join(checkers(checklist))),
        ("Second reader", ", ".join(second_readers(checklist))),
        ("Draft", f"{draft.number}, sha256 ", Exact(draft.sha256)),
        ("Date", stamp(checklist.made_at)),
        ("Made by", checklist.made_by if checkers(checklist) != (checklist.made_by,) else ""),
    )


def _fields(*fields: tuple[str | Exact, ...]) -> Iterator[Item]:
    return (Item((f"{label}: ", *value)) for label, *value in fields if any(told(part) for part in value))


def told(part: str | Exact) -> str:
    """A part of a line's words as text."""
    return part if isinstance(part, str) else part.text


def detail(*words: str | Exact) -> Item:
    """A line that tells more of the one above it."""
    return Item(words, depth=1)


def _claim(entry: Entry) -> Iterator[Item]:
    record, claim = entry.record, entry.record.claim
    name = f"{record.lost}," if record.lost else f"{record.number}"
    yield Item((claim.text,), f"{name} {entry.sign} {entry.verdict}")
    yield detail(", ".join(_traits(entry)))
    if entry.sentence.rstrip(".!?") != claim.text:
        yield detail(f"In: {entry.sentence}")
    yield from before(record)
    if claim.attribution:
        yield detail(f"Speaker: {speaker(entry)}")
    if entry.warning:
        yield detail(entry.warning.capitalize())
    yield from sources(record)
    for contact in record.contacts:
        yield detail(f"Asked, {contact_told(contact)}")
    yield from notes(record)
    if record.checker or record.checked_at:
        yield detail(f"Checked: {_who_when(record.checker, checked_when(record))}")
    yield from second_read(record)
    for finding in entry.findings:
        yield detail(finding_told(finding))
    if entry.history:
        yield detail(f"History: {_history(entry.history)}")


def before(record: ClaimRecord) -> Iterator[Item]:
    """How a claim read in a former draft, and the verdict that it had there."""
    if record.as_written:
        yield detail(f"In a draft before: {record.as_written}")
    if record.wants_recheck and record.former:
        yield detail(f"Verdict on other words: {record.former.value}")


def sources(record: ClaimRecord) -> Iterator[Item]:
    """What a verdict rests on, a line a source."""
    return (detail("Source, ", *source_words(source)) for source in record.sources)


def notes(record: ClaimRecord) -> Iterator[Item]:
    """What the checkers wrote about a claim, and what came back."""
    if record.note:
        yield detail(f"Note: {record.note}")
    if record.query:
        yield detail(f"{QUERY}: {record.query}")
        yield detail(f"{ANSWER} {record.answer or NO_ANSWER}")
    if record.replacement:
        yield detail(f"Should be: {record.replacement}")


def checked_when(record: ClaimRecord) -> str:
    """When the verdict was given; empty when nobody wrote that down."""
    return stamp(record.checked_at) if record.checked_at else ""


def second_read(record: ClaimRecord) -> Iterator[Item]:
    """What the second reader found."""
    if record.second:
        when = stamp(record.second_at) if record.second_at else ""
        yield detail(f"Second read: {_who_when(record.second.value, record.second_reader, when)}")


def _who_when(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _traits(entry: Entry) -> Iterator[str]:
    claim = entry.record.claim
    yield claim.section.value
    if entry.page:
        yield f"page {entry.page}"
    yield from claim.kinds
    yield "checkable" if claim.checkable else "opinion"
    yield f"priority {claim.priority:.2f}"
    yield from outcome_traits(entry.record)
    if entry.record.manual:
        yield "added by the checker"


def outcome_traits(record: ClaimRecord) -> Iterator[str]:
    """What became of a claim, and who else is to see to it."""
    yield f"resolution {record.resolution.value}"
    if record.legal:
        yield "for the lawyer"
    if record.assignee:
        yield f"for {record.assignee}"


def speaker(entry: Entry) -> str:
    """Who says a claim, and how; empty when the paper itself speaks."""
    attribution = entry.record.claim.attribution
    if attribution is None:
        return ""
    who = attribution.speaker
    if attribution.person and attribution.person != attribution.speaker:
        who += f" = {attribution.person}"
    return f"{who} ({entry.speaker}, {'quoted' if attribution.quote else 'reported'})"


def source_words(source: Source) -> Iterator[str | Exact]:
    """A source, with where to find it."""
    yield f"{source.kind.value}: {source.name}"
    if source.locator.strip():
        yield ", "
        yield Exact(source.locator)
    if source.accessed:
        yield f", accessed {source.accessed.isoformat()}"
    if source.sha256:
        yield ", sha256 "
        yield Exact(source.sha256)
    if source.note:
        yield f" ({source.note})"


def contact_told(contact: Contact) -> str:
    """Who was asked, how and when, and what came of it."""
    return f"{asked_told(contact)} ({contact.note})" if contact.note else asked_told(contact)


def asked_told(contact: Contact) -> str:
    """The same without the note, which may hold what somebody else must not hear."""
    return f"{contact.how.value}, {contact.when}: {contact.who}, {contact.outcome.value}"


def _history(events: Sequence[Event]) -> str:
    return "; ".join(
        " ".join(f"{stamp(event.at)} {event.who}: {event.what} {changes(event)}".split()) for event in events
    )


def finding_told(finding: Finding) -> str:
    """A finding beside one of its claims."""
    return f"Finding, {finding.severity.value}: {finding.message}{dismissed(finding)}"


def finding_lines(finding: Finding, text: str) -> Iterator[Item]:
    """A finding with both its sides.

    Args:
        finding: The finding.
        text: Of the draft.
    """
    yield Item((finding.message + numbers(finding),), f"{finding.severity.value}, {finding.kind}")
    if finding.dismissed:
        yield detail(f"Dismissed: {finding.dismissed}")
    for span in finding.spans:
        yield detail(text[span.start : span.end])


def numbers(finding: Finding) -> str:
    """The claims that a finding is about, as it is said behind it; empty when it is about none."""
    claims = ", ".join(f"#{claim.removeprefix('c')}" for claim in finding.claims)
    return f" ({claims})" if claims else ""

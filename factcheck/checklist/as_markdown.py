"""The checklist as Markdown that reads well raw, too: a line a claim with its sign and verdict, the rest below it.

Text of the article and of the checkers is data: escaped, folded to one line, never a link, an image, a heading or HTML.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.checklist.entry import (
    changes,
    dismissed,
    entries,
    lost_entries,
    outcomes_told,
    second_readers,
    stamp,
    totals,
    visible,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.checklist.entry import Entry
    from factcheck.model import Checklist, Contact, Event, Finding, Source

_BREAKS: Final = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")
_SPECIAL: Final = re.compile(
    r"[\\`*_\[\]<>|~$#@]"  # emphasis, code, links, HTML, tables, strikes, maths, headings, mentions
    r"|&(?=#?\w+;)"  # character references
    r"|:(?=//|[a-z+-][\w+-]*:)"  # bare addresses, emoji names
    r"|(?<=\bwww)\.",
    re.IGNORECASE,
)


def render(checklist: Checklist) -> bytes:
    """The checklist as UTF-8 Markdown."""
    return ("\n".join(_lines(checklist)) + "\n").encode("utf-8", "replace")


def escape(text: str) -> str:
    """Text as one line of Markdown that shows it and nothing else; it must not stand first on a line."""
    return _SPECIAL.sub(r"\\\g<0>", _folded(text))


def code(text: str) -> str:
    """Text as a code span: for addresses, which are to be copied and not to become links."""
    folded = _folded(text).strip()
    if not folded:
        return ""
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", folded)), default=0))
    inner = f" {folded} " if folded.startswith("`") or folded.endswith("`") else folded
    return f"{fence}{inner}{fence}"


def _folded(text: str) -> str:
    return visible(_BREAKS.sub(" ", text).replace("\t", " "))


def _lines(checklist: Checklist) -> Iterator[str]:
    draft = checklist.article.article.draft
    yield from head("Checklist", checklist)
    yield "## Claims"
    yield ""
    listed = entries(checklist)
    if not listed:
        yield "No claims."
    for entry in listed:
        yield from _claim(entry)
    if checklist.lost:
        yield ""
        yield "## Lost in an edited draft"
        yield ""
        for entry in lost_entries(checklist):
            yield from _claim(entry)
    if checklist.findings:
        yield ""
        yield "## Findings"
        yield ""
        for finding in checklist.findings:
            yield from _finding(finding, draft.text)
    yield ""
    yield from sign_off(checklist)


def head(what: str, checklist: Checklist) -> Iterator[str]:
    """The heading of a file, and what it is about."""
    article, draft = checklist.article.article, checklist.article.article.draft
    yield f"# {what}: {escape(article.title)}"
    yield ""
    yield from _fields(
        ("Article", code(article.source)),
        ("On the desk as", code(checklist.article.slug)),
        ("Byline", escape(article.byline or "")),
        ("Published", article.published.isoformat() if article.published else ""),
        ("Draft", f"{draft.number}, {draft.words:,} words"),
        ("Totals", totals(checklist.progress)),
    )
    yield ""


def sign_off(checklist: Checklist) -> Iterator[str]:
    """The block that closes a file: totals, who, which draft, when."""
    draft = checklist.article.article.draft
    yield "## Sign-off"
    yield ""
    yield from _fields(
        ("Totals", totals(checklist.progress)),
        ("Resolutions", outcomes_told(checklist)),
        ("Checker", escape(checklist.made_by)),
        ("Second reader", escape(", ".join(second_readers(checklist)))),
        ("Draft", f"{draft.number}, sha256 {code(draft.sha256)}"),
        ("Date", stamp(checklist.made_at)),
    )


def _fields(*fields: tuple[str, str]) -> Iterator[str]:
    return (f"- {label}: {value}" for label, value in fields if value)


def _claim(entry: Entry) -> Iterator[str]:
    record, claim = entry.record, entry.record.claim
    name = f"{record.lost}," if record.lost else f"{record.number}"
    yield f"- **{name} {entry.sign} {entry.verdict}**: {escape(claim.text)}"
    yield f"  - {', '.join(_traits(entry))}"
    if entry.sentence.rstrip(".!?") != claim.text:
        yield f"  - In: {escape(entry.sentence)}"
    if record.as_written:
        yield f"  - In a draft before: {escape(record.as_written)}"
    if record.wants_recheck and record.former:
        yield f"  - Verdict on other words: {record.former.value}"
    if claim.attribution:
        yield f"  - Speaker: {_speaker(entry)}"
    if entry.warning:
        yield f"  - {entry.warning.capitalize()}"
    for source in record.sources:
        yield f"  - Source, {told_source(source)}"
    for contact in record.contacts:
        yield f"  - Asked, {_contact(contact)}"
    if record.note:
        yield f"  - Note: {escape(record.note)}"
    if record.query:
        yield f"  - Query to the writer: {escape(record.query)}"
        yield f"  - Answer: {escape(record.answer) if record.answer else 'none yet'}"
    if record.replacement:
        yield f"  - Should be: {escape(record.replacement)}"
    if record.checker or record.checked_at:
        who_when = (escape(record.checker or ""), stamp(record.checked_at) if record.checked_at else "")
        yield f"  - Checked: {', '.join(part for part in who_when if part)}"
    if record.second:
        who_when = (escape(record.second_reader or ""), stamp(record.second_at) if record.second_at else "")
        yield f"  - Second read: {', '.join((record.second.value, *filter(None, who_when)))}"
    for finding in entry.findings:
        yield f"  - Finding, {finding.severity.value}: {escape(finding.message + dismissed(finding))}"
    if entry.history:
        yield f"  - History: {_history(entry.history)}"


def _traits(entry: Entry) -> Iterator[str]:
    claim = entry.record.claim
    yield claim.section.value
    if entry.page:
        yield f"page {entry.page}"
    yield from (escape(kind) for kind in claim.kinds)
    yield "checkable" if claim.checkable else "opinion"
    yield f"priority {claim.priority:.2f}"
    yield f"resolution {entry.record.resolution.value}"
    if entry.record.legal:
        yield "for the lawyer"
    if entry.record.assignee:
        yield f"for {escape(entry.record.assignee)}"
    if entry.record.manual:
        yield "added by the checker"


def _speaker(entry: Entry) -> str:
    attribution = entry.record.claim.attribution
    if attribution is None:
        return ""
    who = escape(attribution.speaker)
    if attribution.person and attribution.person != attribution.speaker:
        who += f" = {escape(attribution.person)}"
    return f"{who} ({entry.speaker}, {'quoted' if attribution.quote else 'reported'})"


def told_source(source: Source) -> str:
    """A source on one line."""
    text = f"{source.kind.value}: {escape(source.name)}"
    if source.locator:
        text += f", {code(source.locator)}"
    if source.accessed:
        text += f", accessed {source.accessed.isoformat()}"
    if source.sha256:
        text += f", sha256 {code(source.sha256)}"
    return f"{text} ({escape(source.note)})" if source.note else text


def _contact(contact: Contact) -> str:
    text = f"{contact.how.value}, {contact.when}: {escape(contact.who)}, {contact.outcome.value}"
    return f"{text} ({escape(contact.note)})" if contact.note else text


def _history(events: Sequence[Event]) -> str:
    return "; ".join(
        " ".join(f"{stamp(event.at)} {escape(event.who)}: {escape(event.what)} {escape(changes(event))}".split())
        for event in events
    )


def _finding(finding: Finding, text: str) -> Iterator[str]:
    claims = ", ".join(f"\\#{claim.removeprefix('c')}" for claim in finding.claims)
    yield f"- **{finding.severity.value}, {escape(finding.kind)}**: {escape(finding.message)}" + (
        f" ({claims})" if claims else ""
    )
    if finding.dismissed:
        yield f"  - Dismissed: {escape(finding.dismissed)}"
    for span in finding.spans:
        yield f"  - {escape(text[span.start : span.end])}"

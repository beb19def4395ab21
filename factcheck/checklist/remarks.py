"""What stands beside the words of a marked-up draft: a remark a claim, and what its writer wrote there before."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.checklist.entry import Entry
from factcheck.checklist.memo import gone_in
from factcheck.checklist.outline import (
    ANSWER,
    NO_ANSWER,
    QUERY,
    Item,
    detail,
    finding_told,
    notes,
    outcome_traits,
    second_read,
    sources,
    speaker,
)
from factcheck.checklist.rewriting import is_to_change
from factcheck.model import AnnotationKind, Resolution

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence
    from datetime import datetime

    from factcheck.model import Annotation, Checklist, ClaimId, ClaimRecord, Finding

_NOBODY: Final = "factcheck"
"""Who says what no checker has said: that a claim is unchecked, and what was found about it."""
_REMARK: Final = re.compile(r"#(\d+) [✓✗?·↻] (?:verified|disputed|unsourced|unchecked|re-check)\b")
"""How a remark on a claim begins, as `_claim` writes it."""
_BELOW: Final = ("Should be: ", "Second read: ", "Finding, ", "Not tracked: ")
"""How the lines begin that stand below an answer."""
_NOT_TRACKED: Final = "Not tracked: another change is to be made to some of these words, or they span paragraphs"


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said about a stretch of the draft."""

    start: int
    end: int
    author: str
    at: datetime | None
    """When it was written; None where that is not known."""
    lines: tuple[Item, ...]


def remarks(checklist: Checklist, tracked: Container[ClaimId] | None = None) -> tuple[Remark, ...]:
    """Gather the remarks: the writer's own first, then a remark a claim in story order.

    Removed claims have none, and opinions only when something was recorded about them. A claim that nobody has checked
    says so, in nobody's name.

    Args:
        checklist: What leaves the desk.
        tracked: The claims whose changes the text shows, None when it shows none.
    """
    findings: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in checklist.findings:
        for claim in finding.claims if not finding.dismissed else ():
            findings[claim].append(finding)
    written = [
        Remark(one.start, one.end, _author(one), None, (Item((one.text,)),))
        for one in checklist.article.article.draft.annotations
        if one.kind is not AnnotationKind.LINK
    ]
    there = gone_in(checklist)
    said = [
        Remark(
            record.claim.start,
            record.claim.end,
            record.checker or (checklist.made_by if _is_recorded(record) else _NOBODY),
            record.checked_at,
            (*_claim(record, findings[f"c{record.number}"]), *_left(record, tracked, there)),
        )
        for record in sorted(checklist.claims, key=lambda one: one.number)
        if _wanted(record)
    ]
    return (*written, *said)


def _author(annotation: Annotation) -> str:
    """Who wrote it; what it is where the file names nobody, as of footnotes: Word shows nobody's comments badly."""
    return annotation.author.strip() or annotation.kind.value.capitalize()


def is_remark(annotation: Annotation) -> bool:
    """Whether a comment of a draft that comes back is one that `remarks` wrote there: the desk has what it says."""
    return claim_number(annotation) is not None


def claim_number(annotation: Annotation) -> int | None:
    """The number of the claim that a remark is on; None where a comment is no remark."""
    found = _REMARK.match(annotation.text)
    return int(found[1]) if found else None


def asks(annotation: Annotation, record: ClaimRecord) -> bool:
    """Whether a remark asks what is asked about a claim now."""
    query = " ".join(record.query.split())
    return bool(query) and f"{QUERY}: {query}" in " ".join(annotation.text.split())


def answer_in(annotation: Annotation, record: ClaimRecord) -> str:
    """What somebody wrote into a remark that asks something, behind *Answer* or below it; empty when nobody did.

    Whoever edits the comment instead of replying to it answers, too.
    """
    told = iter(annotation.text.splitlines())
    for line in told:
        if line.startswith(f"{QUERY}: "):
            break
    answer = next((line.removeprefix(ANSWER) for line in told if line.startswith(ANSWER)), "")
    ours = record.replacement.splitlines()
    below = (line for line in told if line not in ours and not line.startswith(_BELOW))
    return "\n".join(filter(None, map(str.strip, (answer.strip().removeprefix(NO_ANSWER), *below))))


def _wanted(record: ClaimRecord) -> bool:
    return not record.removed and (record.claim.checkable or _is_recorded(record))


def _is_recorded(record: ClaimRecord) -> bool:
    """Whether a checker did anything to a claim."""
    decided = record.resolution is not Resolution.OPEN
    told = record.verdict or record.second or record.note or record.query or record.replacement or record.sources
    return bool(decided or told or record.legal)


def _claim(record: ClaimRecord, findings: Sequence[Finding]) -> Iterator[Item]:
    entry = Entry(record, "", (), ())
    was = f" (was: {record.former.value})" if record.wants_recheck and record.former else ""
    traits = (*(() if record.claim.checkable else ("opinion",)), *outcome_traits(record))
    yield Item((", ".join(traits),), f"#{record.number} {entry.sign} {entry.verdict}{was}")
    if entry.warning:
        yield detail(entry.warning.capitalize())
    if record.as_written:
        yield detail(f"In a draft before: {record.as_written}")
    if record.claim.attribution:
        yield detail(f"Speaker: {speaker(entry)}")
    yield from sources(record)
    yield from notes(record)
    yield from second_read(record)
    for finding in findings:
        yield detail(finding_told(finding))


def _left(record: ClaimRecord, tracked: Container[ClaimId] | None, there: Container[ClaimId]) -> Iterator[Item]:
    if tracked is not None and is_to_change(record, there) and record.id not in tracked:
        yield detail(_NOT_TRACKED)

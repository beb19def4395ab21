"""What keeps an article from being signed off: each thing that is still open, in words, with the claim it is about."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from factcheck.checklist.memo import DECIDED, suggested_otherwise
from factcheck.model import Carried, Relation, Severity
from factcheck.review.links import Links
from factcheck.rules import NO_RULES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.model import ClaimId, ClaimRecord, Draft, Finding, Match
    from factcheck.rules import Rules

NOTHING_EARLIER: Final[Mapping[ClaimId, Sequence[Match]]] = MappingProxyType({})
"""Earlier claims were not looked up, or none bears on any."""

NO_LINKS: Final[Mapping[ClaimId, Links]] = MappingProxyType({})
"""No two claims tell the same fact."""


@dataclass(frozen=True, slots=True)
class OpenItem:
    """Something that wants an answer before an article is signed off."""

    text: str
    claim: ClaimId | None
    """The claim to look at; None when it is about none."""


def open_items(
    claims: Sequence[ClaimRecord],
    findings: Sequence[Finding],
    draft: Draft,
    lost: Sequence[ClaimRecord] = (),
    rules: Rules = NO_RULES,
    earlier: Mapping[ClaimId, Sequence[Match]] = NOTHING_EARLIER,
    copies: Mapping[ClaimId, Links] = NO_LINKS,
) -> tuple[OpenItem, ...]:
    """List what is open: verdicts that are missing or rest on too little, queries, changes and grave findings.

    Args:
        claims: Those on the list.
        findings: Of the article; dismissed ones are answered.
        draft: The present one.
        lost: Those of former drafts without a place; orphaned ones wait for the checker to give them one.
        rules: What the desk demands of sources and second reads.
        earlier: What bears on each of the claims, as far as that was looked up.
        copies: Which of the claims tell the same fact, or did until one was edited.
    """
    return (
        *(item for record in claims for item in _of(record, rules, suggested_otherwise(record, draft, claims))),
        *(item for record in claims for item in _conflicts(record, earlier.get(record.id, ()))),
        *_copies(claims, copies),
        *(
            OpenItem(f"a claim of the draft before is orphaned: {record.claim.text}", record.id)
            for record in lost
            if record.lost is Carried.ORPHANED
        ),
        *_doubts(claims, findings),
    )


def is_answered(record: ClaimRecord) -> bool:
    """Whether it is said why a claim may contradict an earlier one: by a note, or a decision about its words."""
    return bool(record.note) or record.resolution in DECIDED


def _conflicts(record: ClaimRecord, earlier: Sequence[Match]) -> Iterator[OpenItem]:
    """That a claim contradicts an earlier one, and nobody has answered."""
    clash = next((match for match in earlier if match.relation is Relation.CONFLICT), None)
    if clash is not None and not is_answered(record):
        text = f"#{record.number} contradicts “{clash.article}”, and no note says why: {record.claim.text}"
        yield OpenItem(text, record.id)


def _copies(claims: Sequence[ClaimRecord], copies: Mapping[ClaimId, Links]) -> Iterator[OpenItem]:
    """That two places tell one fact with other verdicts, or with other words since an edit, and nobody has answered."""
    by_id = {record.id: record for record in claims}
    for record in claims:
        links = copies.get(record.id, Links())
        for other in (by_id[id_] for id_ in (*links.same, *links.parted) if id_ > record.id and id_ in by_id):
            if is_answered(record) or is_answered(other):
                continue
            pair = f"#{record.number} and #{other.number}"
            if other.id in links.parted:
                yield OpenItem(f"{pair} told the same until one was edited: {record.claim.text}", record.id)
            elif record.verdict and other.verdict and record.verdict is not other.verdict:
                apart = f"{record.verdict} and {other.verdict}"
                yield OpenItem(f"{pair} tell the same fact and are {apart}: {record.claim.text}", record.id)


def _of(record: ClaimRecord, rules: Rules, otherwise: str) -> Iterator[OpenItem]:
    name = f"#{record.number}"
    if record.is_open:
        what = "is to be checked again" if record.wants_recheck else "is unchecked"
        yield OpenItem(f"{name} {what}: {record.claim.text}", record.id)
    if shortfall := rules.shortfall(record):
        yield OpenItem(f"{name} {shortfall}", record.id)
    if rules.wants_second_read(record):
        yield OpenItem(f"{name} has had no second read: {record.claim.text}", record.id)
    if record.disagrees and record.resolution not in DECIDED:
        first, second = f"{record.verdict} by {record.checker}", f"{record.second} by {record.second_reader}"
        yield OpenItem(f"{name}, the readers disagree, {first} and {second}: {record.claim.text}", record.id)
    if record.query and not record.answer and record.resolution not in DECIDED:
        yield OpenItem(f"{name}, the writer has not answered: {record.query}", record.id)
    if record.replacement and record.resolution not in DECIDED:
        yield OpenItem(f"{name}, the suggested change is not decided: {record.replacement}", record.id)
    if otherwise:
        todo = "take the suggestion back, suggest anew, or decide on stet or cut"
        yield OpenItem(f"{name} was changed, but not as suggested ({todo}): {otherwise}", record.id)


def _doubts(claims: Sequence[ClaimRecord], findings: Sequence[Finding]) -> Iterator[OpenItem]:
    by_name = {f"c{record.number}": record for record in claims}
    for finding in findings:
        if finding.severity is Severity.HIGH and not finding.dismissed:
            named = [by_name[name] for name in finding.claims if name in by_name]
            # What was decided about every side answers it, too.
            if named and all(record.resolution in DECIDED for record in named):
                continue
            yield OpenItem(f"finding: {finding.message}", named[0].id if named else None)

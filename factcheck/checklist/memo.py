"""The change memo: what editor and writer have to answer, change or know, the most urgent first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.checklist.suggestion import has_gone_in
from factcheck.model import Resolution, Severity, Verdict
from factcheck.tokens import same_words

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from factcheck.model import Checklist, ClaimId, ClaimRecord, Draft, Finding

DECIDED: Final = frozenset({Resolution.CHANGED, Resolution.STET, Resolution.CUT})
"""What the editor said, one way or the other."""

HEADINGS: Final[Mapping[str, str]] = {
    "queries": "Open queries",
    "answered": "Queries answered",
    "changes": "Suggested changes",
    "decided": "Changed, stet, cut",
    "disputed": "Disputed, no change suggested yet",
    "readers": "The readers disagree",
    "findings": "Findings of high severity",
}
"""The parts of a memo, in order."""
NOTHING: Final = "Nothing is asked, and nothing is to be changed."
"""What a memo without parts says."""
ASKED: Final = ("queries", "answered")
"""Those that tell what was asked."""


@dataclass(frozen=True, slots=True)
class Memo:
    """The parts of the memo; a claim may stand in several, as a query and a change are two things to do."""

    queries: tuple[ClaimRecord, ...]
    """The writer was asked and has not answered, and nothing is decided."""
    answered: tuple[ClaimRecord, ...]
    """The writer has answered, and nothing is decided: that is the editor's."""
    changes: tuple[ClaimRecord, ...]
    """A change is suggested and nothing is decided."""
    decided: tuple[ClaimRecord, ...]
    """Changed, stet or cut; and what an edited draft lost, where something was recorded about it."""
    disputed: tuple[ClaimRecord, ...]
    """Disputed, with nothing suggested or decided."""
    readers: tuple[ClaimRecord, ...]
    """The second reader found something else, and nothing is decided."""
    findings: tuple[Finding, ...]
    """Of high severity, not dismissed."""
    pending: frozenset[ClaimId]
    """Those of ``decided`` whose words are to change or go, and stand in the draft still."""
    otherwise: Mapping[ClaimId, str]
    """What was suggested of those claims of ``decided`` in whose place the draft reads otherwise."""

    def claims(self) -> Mapping[str, Sequence[ClaimRecord]]:
        """The parts that list claims, by the keys of ``HEADINGS``, in order."""
        return {
            "queries": self.queries,
            "answered": self.answered,
            "changes": self.changes,
            "decided": self.decided,
            "disputed": self.disputed,
            "readers": self.readers,
        }


def memo(checklist: Checklist) -> Memo:
    """Gather the memo."""
    listed = [one for one in sorted(checklist.claims, key=lambda one: one.number) if not one.removed]
    waiting = [one for one in listed if one.resolution not in DECIDED]
    asked = [one for one in waiting if one.query]
    decided = (
        *(one for one in listed if one.resolution in DECIDED),
        *(one for one in checklist.lost if _is_recorded(one)),
    )
    draft, claims = checklist.article.article.draft, (checklist.whole or checklist).claims
    there = gone_in(checklist)
    return Memo(
        queries=tuple(one for one in asked if not one.answer),
        answered=tuple(one for one in asked if one.answer),
        changes=tuple(one for one in waiting if one.replacement),
        decided=decided,
        disputed=tuple(one for one in waiting if one.verdict is Verdict.DISPUTED and not one.replacement),
        readers=tuple(one for one in waiting if one.disagrees),
        findings=tuple(one for one in checklist.findings if one.severity is Severity.HIGH and not one.dismissed),
        pending=frozenset(one.id for one in decided if is_pending(one, there)),
        otherwise={one.id: said for one in decided if (said := suggested_otherwise(one, draft, claims))},
    )


def _is_recorded(record: ClaimRecord) -> bool:
    """Whether anything was decided or said about a claim."""
    said = record.verdict or record.note or record.query or record.replacement
    return record.resolution in DECIDED or bool(said)


def as_written(record: ClaimRecord) -> str:
    """How the writer had the claim: once a change has gone in, how it read before that."""
    return record.as_written if was_changed(record) else record.claim.text


def should_be(record: ClaimRecord) -> str:
    """How it is to read; once a change has gone in, how it reads; empty when no change is known, or it goes."""
    if record.resolution is Resolution.CUT:
        return ""
    return record.claim.text if was_changed(record) else record.replacement


def was_changed(record: ClaimRecord) -> bool:
    """Whether a change has gone into a draft, as suggested or otherwise."""
    return record.resolution is Resolution.CHANGED and bool(record.as_written)


def suggested_otherwise(record: ClaimRecord, draft: Draft, claims: Iterable[ClaimRecord]) -> str:
    """What a checker suggests where a change went in that reads otherwise; empty where it is as suggested.

    Args:
        record: The claim.
        draft: The present draft.
        claims: Those that stand in it.
    """
    if not (was_changed(record) and record.replacement):
        return ""
    if record.lost:
        as_suggested = same_words(record.replacement, record.claim.text)
    else:
        as_suggested = has_gone_in(record.replacement, record.span, draft, [one.span for one in claims])
    return "" if as_suggested else record.replacement


def gone_in(checklist: Checklist) -> frozenset[ClaimId]:
    """The claims around which the draft has what is suggested for them, though their own words are others.

    One that is to have other dashes or quotation marks only is none: they are to be set still.
    """
    draft, claims = checklist.article.article.draft, (checklist.whole or checklist).claims
    suggested = [one for one in checklist.claims if one.replacement]
    standing = [one.span for one in claims] if suggested else []
    return frozenset(
        one.id
        for one in suggested
        if not same_words(one.replacement, one.claim.text) and has_gone_in(one.replacement, one.span, draft, standing)
    )


def is_pending(record: ClaimRecord, gone_in: Container[ClaimId]) -> bool:
    """Whether it was decided that a claim's words change or go, and the draft still has them.

    Args:
        record: The claim.
        gone_in: The claims around which the draft has what is suggested for them.
    """
    if record.lost or record.removed:
        return False
    if record.resolution is Resolution.CUT:
        return True
    known = record.replacement not in {"", record.claim.text} and record.id not in gone_in
    return record.resolution is Resolution.CHANGED and known and not record.as_written


def outcome_told(record: ClaimRecord, pending: Container[ClaimId]) -> str:
    """What became of a claim, in words; of one whose decided change is still to be made, that too."""
    return f"{outcome(record)}, not in the draft yet" if record.id in pending else outcome(record)


def outcome(record: ClaimRecord) -> str:
    """What became of a claim: that an edited draft lost it, or else its resolution."""
    return (record.lost or record.resolution).value

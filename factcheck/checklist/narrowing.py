"""A checklist of some of an article's claims: they keep their numbers, and the sign-off counts all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from factcheck.model import Checklist, ClaimId


def narrowed(checklist: Checklist, wanted: Collection[ClaimId], told: str) -> Checklist:
    """The checklist with only some of the claims that stand in the present draft, and what belongs to them.

    Args:
        checklist: With all claims.
        wanted: The claims that stay.
        told: Which they are, such as ``disputed claims``; every format says so at its head, with how many of how many.
    """
    kept = tuple(record for record in checklist.claims if record.id in wanted and not record.removed)
    names, ids = {f"c{record.number}" for record in kept}, {None, *(record.id for record in kept)}
    return replace(
        checklist,
        claims=kept,
        findings=tuple(finding for finding in checklist.findings if names.intersection(finding.claims)),
        history=tuple(event for event in checklist.history if event.claim_id in ids),
        lost=(),
        aside=(),
        only=f"{told}, {len(kept)} of {checklist.progress.claims}",
        whole=checklist,
    )

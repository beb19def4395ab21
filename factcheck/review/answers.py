"""What comes back beside the words of a marked-up draft: answers to what was asked there, and what else was noted."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.checklist.remarks import answer_in, asks, claim_number
from factcheck.model import AnnotationKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.model import Annotation, ClaimId, ClaimRecord, Draft


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a draft that comes back, without what the desk has already."""

    answers: Mapping[ClaimId, str]
    """What somebody wrote to the query of a claim that waits for an answer."""
    kept: tuple[Annotation, ...]
    """What is to stand beside the draft from now on."""
    fresh: bool
    """Whether any of that did not stand beside the former draft."""


def beside(new: Draft, former: Draft, records: Iterable[ClaimRecord]) -> Beside:
    """Tell the answers to our queries from other notes, and leave our own remarks out.

    A reply has the very words of the comment that it answers; word processors that lose which comment answers which
    keep these, so they are what tells. Who asked does not answer, but what is written into our own remark does.

    Args:
        new: As it was read.
        former: The present draft.
        records: The claims, as they are in the present draft.
    """
    by_number = {record.number: record for record in records}
    asking: dict[tuple[int, int], tuple[ClaimRecord, str]] = {}
    answers: defaultdict[ClaimId, list[str]] = defaultdict(list)
    for one in new.annotations:
        record = by_number.get(claim_number(one) or 0)
        if record is not None and asks(one, record):
            asking[one.start, one.end] = record, one.author
            if not record.answer and (written := answer_in(one, record)):
                answers[record.id].append(written)
    known = {_said(one) for one in former.annotations}
    kept: list[Annotation] = []
    for one in new.annotations:
        if claim_number(one) is not None:
            continue
        said = _said(one)
        asked, by = asking.get((one.start, one.end), (None, ""))
        replies = one.kind is AnnotationKind.COMMENT and said and said not in known and one.author != by
        if asked is None or not replies:
            kept.append(one)
        elif not asked.answer:
            answers[asked.id].append(f"{one.author}: {said}" if one.author else said)
        elif said not in asked.answer:
            kept.append(one)
    told = {claim: "\n".join(lines) for claim, lines in answers.items()}
    return Beside(told, tuple(kept), any(_said(one) not in known for one in kept))


def _said(annotation: Annotation) -> str:
    return " ".join(annotation.text.split())

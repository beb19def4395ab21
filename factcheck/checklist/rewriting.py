"""A suggested change as edits of single words: what goes, and what comes in its place."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, insort
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from factcheck.checklist.entry import sentence_span
from factcheck.checklist.memo import DECIDED, is_pending
from factcheck.model import Resolution

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from factcheck.model import ClaimId, ClaimRecord, Draft

_TOKEN: Final = re.compile(r"\w+(?:[.,:'’/-]\w+)*|\s+|[^\w\s]")
"""A word with what stands inside it (1,200; don't; twenty-one), white space, or a mark."""
_FULL_STOP: Final = re.compile(r"[.!?…]*")
"""What ends a sentence and is no part of a claim that is all of it."""
_BLANK: Final = re.compile(r"[^\S\n]*")
_JOINT: Final = re.compile(r"\s*[,;:–—-]*(?:(?<!\w)\s*(?:and|but|or|nor|so|yet|while|whereas))?\s*\Z", re.IGNORECASE)
"""What leads from the part of a sentence before to its last part."""
_OPENING: Final = re.compile(r"\s*([,–—(])\s*\Z")
_CLOSING: Final = re.compile(r"\s*([,–—)])")
_PAIRS: Final = frozenset({(",", ","), ("–", "–"), ("—", "—"), ("(", ")")})
"""The marks around an insertion."""
_LONGEST_JOINT: Final = 20
"""Code points before a part among which such marks and words are looked for."""
_BESIDE: Final = 4
"""So many marks may stand together, as behind a sentence that ends a quotation."""


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Words that go and words that come; a pure insertion has no length."""

    start: int
    end: int
    text: str
    """What comes; empty when nothing does."""
    first: bool = field(default=False, compare=False)
    """Whether it comes in at the very beginning of what is rewritten, before the first word."""


def edits(before: str, after: str) -> tuple[Edit, ...]:
    """The edits, in order, that make one wording of another.

    What differs on both sides of mere white space is one edit, so that a reader sees phrases and no crumbs.

    Args:
        before: As it is; the offsets are of it.
        after: As it is to be.
    """
    from rapidfuzz.distance import Indel

    mine, theirs = _TOKEN.findall(before), _TOKEN.findall(after)
    starts = [0]
    for token in mine:
        starts.append(starts[-1] + len(token))
    found: list[Edit] = []
    for edit in Indel.opcodes(mine, theirs):
        if edit.tag == "equal":
            continue
        start, end = starts[edit.src_start], starts[edit.src_end]
        text = "".join(theirs[edit.dest_start : edit.dest_end])
        between = before[found[-1].end : start] if found else "."
        if not between.strip():
            former = found.pop()
            start, text = former.start, former.text + between + text
        found.append(Edit(start, end, text, first=start == end == 0))
    return tuple(found)


def is_to_change(record: ClaimRecord, gone_in: Container[ClaimId]) -> bool:
    """Whether a claim's words are to be others: a change is suggested, or decided but not in the draft yet.

    Args:
        record: The claim.
        gone_in: The claims around which the draft has what is suggested for them.
    """
    if record.removed or record.resolution is Resolution.STET:
        return False
    return is_pending(record, gone_in) or (
        record.resolution not in DECIDED and bool(record.replacement) and record.replacement != record.claim.text
    )


def _edits_of(record: ClaimRecord, draft: Draft) -> tuple[Edit, ...]:
    """The edits of one claim; the offsets are of the draft."""
    if record.resolution is Resolution.CUT:
        return (_cut(record, draft),)
    at = record.claim.start
    return tuple(
        replace(edit, start=at + edit.start, end=at + edit.end)
        for edit in edits(record.claim.text, _fitting(record, draft))
    )


def _cut(record: ClaimRecord, draft: Draft) -> Edit:
    """What goes with a claim that is cut.

    Of one that is its whole sentence that is the full stop and the blank behind it, of the last part of one what leads
    to it, of an insertion the marks around it. What else stands around a part only its writer can put right.
    """
    start, end = record.claim.start, record.claim.end
    sentence = sentence_span(draft, record.span)
    ends = _FULL_STOP.fullmatch(draft.text, end, sentence.end)
    near = max(sentence.start, start - _LONGEST_JOINT)
    opening, closing = _OPENING.search(draft.text, near, start), _CLOSING.match(draft.text, end, sentence.end)
    if opening and closing and (opening[1], closing[1]) in _PAIRS:
        start, end = opening.start(), closing.end()
    elif ends and start > sentence.start:
        joint = _JOINT.search(draft.text, near, start)
        start = joint.start() if joint else start
    elif ends:
        blank = _BLANK.match(draft.text, sentence.end)
        end = blank.end() if blank else sentence.end
    return Edit(start, end, "")


def _fitting(record: ClaimRecord, draft: Draft) -> str:
    """What is suggested for a claim, without the marks at its edges that the draft has beside the claim.

    Whoever writes how a sentence should read ends it with its full stop or its quotation mark, and the claim has none.
    """
    claim = record.claim
    before, behind = (
        draft.text[max(0, claim.start - _BESIDE) : claim.start],
        draft.text[claim.end : claim.end + _BESIDE],
    )
    wording = _undoubled(record.replacement[::-1], claim.text[::-1], behind)[::-1]
    return _undoubled(wording, claim.text, before[::-1])


def _undoubled(wording: str, instead: str, beside: str) -> str:
    """A wording without those marks at its beginning that stand beside it, where what it replaces does not have them.

    In whatever order: one house sets the full stop before the closing quotation mark, another behind it.

    Args:
        wording: The words.
        instead: Those that they stand instead of.
        beside: What the draft has beside these, from there on.
    """
    there = Counter(takewhile(_is_mark, beside)) - Counter(takewhile(_is_mark, instead))
    marks = [*takewhile(_is_mark, wording)]
    kept = []
    for mark in marks:
        if there[mark] > 0:
            there[mark] -= 1
        else:
            kept.append(mark)
    return "".join(kept) + wording[len(marks) :]


def _is_mark(character: str) -> bool:
    """Whether it is a mark of punctuation, or of a currency."""
    return unicodedata.category(character) in {"Po", "Pi", "Pf", "Ps", "Pe", "Sc"}


def rewriting(
    records: Iterable[ClaimRecord], draft: Draft, gone_in: Container[ClaimId]
) -> Mapping[ClaimId, tuple[Edit, ...]]:
    """The edits of all changes that are to be made, by their claims; no two of them want the same words otherwise.

    Claims overlap, and so may what is suggested for them: of two changes that want the same words differently, only the
    first is among these, whole; an edit that two changes share belongs to the first of them.

    Args:
        records: The claims, in story order.
        draft: The draft that they stand in; the offsets are of it.
        gone_in: Those around which the draft has what is suggested for them.
    """
    taken: list[Edit] = []
    found: dict[ClaimId, tuple[Edit, ...]] = {}
    for record in records:
        if not is_to_change(record, gone_in):
            continue
        new = [edit for edit in _edits_of(record, draft) if not _among(edit, taken)]
        if not any(_collides(edit, taken) for edit in new):
            found[record.id] = tuple(new)
            for edit in new:
                insort(taken, edit)
    return found


def _among(edit: Edit, taken: list[Edit]) -> bool:
    at = bisect_left(taken, edit)
    return at < len(taken) and taken[at] == edit


def _collides(edit: Edit, taken: list[Edit]) -> bool:
    """Whether an edit wants what one of those taken, which do not overlap, wants otherwise."""
    at = bisect_left(taken, edit)
    return any(_clash(edit, other) for other in taken[max(0, at - 2) : at + 2])


def _clash(one: Edit, other: Edit) -> bool:
    if one.start == one.end == other.start == other.end:
        # Of two claims that touch, one may end and the other begin with new words.
        return one.first is other.first
    return one.start < other.end and other.start < one.end

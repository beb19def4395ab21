"""Two wordings compared word by word, for showing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

from factcheck.normalise import fold


class Op(StrEnum):
    """What a stretch of a word diff says."""

    EQUAL = "equal"
    CHANGED = "changed"
    HERE = "here"
    """Only this side has the words."""
    THERE = "there"
    """Only the other side has them."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of both wordings; each side's words as they stand, with single spaces between them."""

    op: Op
    here: str
    there: str


def difference(here: str, there: str) -> tuple[Run, ...]:
    """Compare two wordings word by word; case, accents, marks and the punctuation around a word do not count.

    Args:
        here: The one.
        there: The other.

    Returns:
        Stretches in order, equal and unequal ones in turn. All words of both sides are in them.
    """
    mine, theirs = here.split(), there.split()
    runs: list[Run] = []
    for edit in Indel.opcodes([_bare(word) for word in mine], [_bare(word) for word in theirs]):
        left = mine[edit.src_start : edit.src_end]
        right = theirs[edit.dest_start : edit.dest_end]
        if edit.tag != "equal" and runs and runs[-1].op is not Op.EQUAL:
            before = runs.pop()
            left, right = [*before.here.split(), *left], [*before.there.split(), *right]
        op = Op.EQUAL if edit.tag == "equal" else Op.CHANGED if left and right else Op.HERE if left else Op.THERE
        runs.append(Run(op, " ".join(left), " ".join(right)))
    return tuple(runs)


def _bare(word: str) -> str:
    """What of a word counts; a word of marks only is itself."""
    folded = fold(word)
    return folded.strip(".,;:!?\"'()[]{}…") or folded

"""How a claim's state is shown: always a sign and a word, so that nothing rests on colour alone."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from factcheck.model import UNCHECKED, Relation, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import ClaimRecord


class Look(StrEnum):
    """The state of a claim as the views show it; the value is the word, and part of the style's name."""

    DISPUTED = Verdict.DISPUTED.value
    UNSOURCED = Verdict.UNSOURCED.value
    RECHECK = "re-check"
    OPEN = UNCHECKED
    VERIFIED = Verdict.VERIFIED.value
    OPINION = "opinion"


SIGNS: Final = {
    Look.DISPUTED: "✗",
    Look.UNSOURCED: "?",
    Look.RECHECK: "↻",
    Look.OPEN: "·",
    Look.VERIFIED: "✓",
    Look.OPINION: "~",
}

RELATION_SIGNS: Final = {Relation.CONFLICT: "≠", Relation.SAME: "=", Relation.NEAR: "≈"}

FINDING_SIGN: Final = "!"

_GRAVITY: Final = {look: place for place, look in enumerate(Look)}


def look_of(record: ClaimRecord) -> Look:
    """How one claim is shown."""
    if record.verdict is not None:
        return Look(record.verdict.value)
    if record.wants_recheck:
        return Look.RECHECK
    return Look.OPEN if record.claim.checkable else Look.OPINION


def gravest(looks: Iterable[Look]) -> Look | None:
    """The look that wins where claims overlap: what is wrong before what is open, what is open before what is done."""
    return min(looks, key=_GRAVITY.__getitem__, default=None)


def sign_of(verdict: Verdict | None) -> str:
    """The sign of a verdict, with its word: ``✓ verified``."""
    look = Look(verdict.value) if verdict is not None else Look.OPEN
    return f"{SIGNS[look]} {look.value}"

"""Which of an article's claims are to be sent out, in a word or by their numbers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from factcheck.checklist.narrowing import narrowed
from factcheck.errors import UsageError
from factcheck.model import UNCHECKED, Verdict
from factcheck.review.typed import claims_named

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factcheck.model import Checklist, ClaimRecord


def _has(verdict: Verdict, record: ClaimRecord) -> bool:
    return record.verdict is verdict


ALL: Final = "all"
"""The word for every claim."""
MINE: Final = "mine"
"""The word for those that whoever exports is to check."""
CHOICES: Final[Mapping[str, Callable[[ClaimRecord], object]]] = {
    "open": lambda record: record.is_open,
    **{verdict.value: partial(_has, verdict) for verdict in Verdict},
    UNCHECKED: lambda record: record.verdict is None,
    "re-check": lambda record: record.wants_recheck,
    "query": lambda record: record.query,
    "changes": lambda record: record.replacement,
    "legal": lambda record: record.legal,
}
"""What else can be chosen in one word, and whether a claim is one of them."""


def chosen(checklist: Checklist, words: str) -> Checklist:
    """A checklist of those claims that words choose; they may be none.

    Args:
        checklist: With all claims.
        words: ``all``, ``mine``, one of ``CHOICES``, or numbers such as ``1-20,25``.

    Raises:
        UsageError: when they choose no claims that could be there.
    """
    word = " ".join(words.casefold().split())
    listed = [record for record in checklist.claims if not record.removed]
    if word == ALL:
        return checklist
    if word == MINE:
        mine = {record.id for record in listed if record.assignee == checklist.made_by}
        return narrowed(checklist, mine, f"claims that {checklist.made_by} is to check")
    if word in CHOICES:
        return narrowed(checklist, {record.id for record in listed if CHOICES[word](record)}, _TOLD.get(word, word))
    try:
        numbered = set(claims_named(words, listed))
    except UsageError as error:
        if any(letter.isdigit() for letter in words):
            raise
        todo = f"choose {', '.join((ALL, MINE, *CHOICES))}, or write numbers such as 1-20,25"
        raise UsageError(error.what, todo) from None
    if not numbered:
        raise UsageError("no claims are named", f"write {ALL}, or numbers such as 1-20,25")
    return narrowed(checklist, numbered, f"claims {', '.join(filter(None, map(str.strip, words.split(','))))}")


_TOLD: Final = {
    **{word: f"{word} claims" for word in ("open", *map(str, Verdict), UNCHECKED)},
    "re-check": "claims to re-check",
    "query": "claims with a query",
    "changes": "claims with a suggested change",
    "legal": "claims for the lawyer",
}

"""Which of an article's claims are to be sent out, in a word or by their numbers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from factcheck.checklist.narrowing import narrowed
from factcheck.errors import UsageError
from factcheck.model import ANSWERED, UNCHECKED, Verdict
from factcheck.review.typed import claims_named

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from factcheck.model import Checklist, ClaimId, ClaimRecord


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
    "query": lambda record: record.query and not record.answer,
    ANSWERED: lambda record: record.query and record.answer,
    "changes": lambda record: record.replacement,
    "legal": lambda record: record.legal,
}
"""What else can be chosen in one word, and whether a claim is one of them."""


def chosen(checklist: Checklist, words: str) -> Checklist:
    """A checklist of those claims that words choose, as ``picked`` reads them; they may be none."""
    wanted, told = picked(words, [record for record in checklist.claims if not record.removed], checklist.made_by)
    return narrowed(checklist, wanted, told) if told else checklist


def picked(words: str, listed: Sequence[ClaimRecord], who: str) -> tuple[Collection[ClaimId], str]:
    """The claims that words choose, and which they are in words for a heading; no words for all of them.

    Args:
        words: ``all``, ``mine``, one of ``CHOICES``, or numbers such as ``1-20,25``.
        listed: The claims that may be chosen.
        who: Whoever says ``mine``.

    Raises:
        UsageError: when they choose no claims that could be there.
    """
    word = " ".join(words.casefold().split())
    if word == ALL:
        return {record.id for record in listed}, ""
    if word == MINE:
        return {record.id for record in listed if record.assignee == who}, f"claims that {who} is to check"
    if word in CHOICES:
        return {record.id for record in listed if CHOICES[word](record)}, _TOLD[word]
    try:
        numbered = set(claims_named(words, listed))
    except UsageError as error:
        if any(letter.isdigit() for letter in words):
            raise
        todo = f"choose {', '.join((ALL, MINE, *CHOICES))}, or write numbers such as 1-20,25"
        raise UsageError(error.what, todo) from None
    if not numbered:
        raise UsageError("no claims are named", f"write {ALL}, or numbers such as 1-20,25")
    return numbered, f"claims {', '.join(filter(None, map(str.strip, words.split(','))))}"


_TOLD: Final = {
    **{word: f"{word} claims" for word in ("open", *map(str, Verdict), UNCHECKED)},
    "re-check": "claims to re-check",
    "query": "claims with an unanswered query",
    ANSWERED: "claims with an answered query",
    "changes": "claims with a suggested change",
    "legal": "claims for the lawyer",
}

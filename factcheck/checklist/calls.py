"""The call sheet: the facts to be confirmed, by whom to phone. Facts only: a quotation is never read to a source."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from factcheck.model import FactKind, SourceKind
from factcheck.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.model import Checklist, ClaimRecord, Draft, Fact, Span

NOBODY: Final = "nobody named"
"""Stands for whom to phone where the article and the sources name nobody."""
NOTHING: Final = "Nothing is to be confirmed."
"""What a call sheet without calls says."""
QUOTATION: Final = "quotation: ask for the recording"
"""What is said in the place of somebody's words."""

_LEFT_OUT: Final = "[…]"
PRONOUNS: Final = frozenset({"he", "she", "they", "it", "we", "i", "you", "who", "one"})
"""Words for a speaker that name nobody."""
_MEASURED: Final = frozenset({FactKind.AGE, FactKind.DATE, FactKind.NUMBER, FactKind.MONEY, FactKind.PERCENT})
"""Kinds whose value is no wording: it can be asked even when it stands in a quotation."""
_LONG: Final = re.compile(r"(?<![0-9.])[0-9]{4,}")
"""A figure that wants commas, also one of a range."""
_NAMED: Final = frozenset({FactKind.NAME, FactKind.PLACE})
"""Kinds that can be asked there, too."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be confirmed of one claim."""

    record: ClaimRecord
    asserts: str
    """What it says, in its own words without those of a quotation; empty when it is nothing but one."""
    quoted: bool
    """Whether words of a quotation were left out."""
    facts: tuple[Fact, ...]
    """Without wordings of a quotation."""


@dataclass(frozen=True, slots=True)
class Party:
    """Whom to phone, and about which claims."""

    name: str
    """Of a person or body; NOBODY where none is known."""
    contacts: tuple[str, ...]
    """Locators of the sources that are this person."""
    claims: tuple[ClaimRecord, ...]
    """Open ones first, each part in story order."""


@dataclass(frozen=True, slots=True)
class Call:
    """Whom to phone, and what to ask."""

    name: str
    """Of a person or body; NOBODY where none is known."""
    contacts: tuple[str, ...]
    """Locators of the sources that are this person."""
    questions: tuple[Question, ...]
    """Open claims first, each part in story order."""


def calls(checklist: Checklist) -> tuple[Call, ...]:
    """Gather the call sheet: whom to phone, and what to ask of each of their claims."""
    draft = checklist.article.article.draft
    quoted = _quoted(draft)
    found = parties(checklist.claims)
    questions = {one.id: _question(draft, one, quoted) for party in found for one in party.claims}
    return tuple(Call(party.name, party.contacts, tuple(questions[one.id] for one in party.claims)) for party in found)


def parties(claims: Iterable[ClaimRecord]) -> tuple[Party, ...]:
    """Whom to phone, in story order, those with open claims first, nobody last.

    A claim stands under its speaker, under whoever was asked about it, and under each of its sources that is a person.
    """
    names: dict[str, str] = {}
    contacts: dict[str, dict[str, None]] = {}
    about: dict[str, list[ClaimRecord]] = {}
    for record in sorted(claims, key=lambda one: one.number):
        for name, contact in to_phone(record).items():
            key = fold(name)
            names.setdefault(key, name)
            own = about.setdefault(key, [])
            # Somebody may be both the speaker and a source.
            if not own or own[-1] is not record:
                own.append(record)
            if contact:
                contacts.setdefault(key, {})[contact] = None
    found = [
        Party(names[key], tuple(contacts.get(key, ())), tuple(sorted(own, key=lambda one: not one.is_open)))
        for key, own in about.items()
    ]
    return tuple(sorted(found, key=lambda party: (party.name == NOBODY, not party.claims[0].is_open)))


def to_phone(record: ClaimRecord) -> Mapping[str, str]:
    """Whom to phone about a claim -> how to reach them; empty where there is nothing to ask."""
    wanted = not record.removed and (record.claim.checkable or record.verdict)
    return dict(_parties(record)) if wanted else {}


def told(fact: Fact) -> str:
    """A fact in its normalised form, such as ``money 1,200 USD``; words stand as they are written."""
    value = fact.value
    if not _is_measured(fact):
        return f"{fact.kind} {' '.join(fact.text.split())}"
    if fact.kind is FactKind.DATE:
        shown = str(value)
    elif isinstance(value, str):
        shown = _LONG.sub(lambda found: f"{int(found[0]):,}", value)
    else:
        shown = f"{Decimal(str(value)):,f}"  # one in 15,000 is no 6.667e-05
    return f"{fact.kind} {shown}{f' {fact.unit}' if fact.unit else ''}"


def _parties(record: ClaimRecord) -> Iterator[tuple[str, str]]:
    """Whom to phone about a claim, each with how to reach them."""
    by = record.claim.attribution
    speaker = (by.person or by.speaker) if by else ""
    known = bool(speaker) and fold(speaker) not in PRONOUNS
    if known:
        yield " ".join(speaker.split()), ""
    for contact in record.contacts:
        yield " ".join(contact.who.split()), ""
    people = [source for source in record.sources if source.kind is SourceKind.PERSON]
    for source in people:
        yield " ".join(source.name.split()), source.locator
    if not (known or record.contacts or people):
        yield NOBODY, ""


def _quoted(draft: Draft) -> tuple[Span, ...]:
    """Where the quotations of a draft stand, with their marks."""
    from factcheck.extraction import quotation_marks  # only here: its patterns are compiled when it is imported
    from factcheck.model import Span

    return tuple(Span(one.start, one.end) for _, found in quotation_marks.by_block(draft) for one in found)


def _question(draft: Draft, record: ClaimRecord, quoted: Sequence[Span]) -> Question:
    claim = record.claim
    whole = claim.attribution is not None and claim.attribution.quote
    first = bisect_right(quoted, claim.start, key=lambda span: span.end)
    last = bisect_left(quoted, claim.end, key=lambda span: span.start)
    inside = [record.span] if whole else quoted[first:last]
    words, at = "", claim.start
    for span in inside:
        words += draft.text[at : max(at, span.start)] + _LEFT_OUT
        at = min(span.end, claim.end)
    words = " ".join((words + draft.text[at : claim.end]).split())
    if not any(character.isalnum() for character in words):
        words = ""
    facts = (
        fact
        for fact in claim.facts
        if fact.kind is not FactKind.QUOTE and (not _within(fact, inside) or _may_be_asked(fact))
    )
    return Question(record, words, bool(inside), tuple(dict.fromkeys(facts)))


def _within(fact: Fact, inside: Sequence[Span]) -> bool:
    return any(span.start < fact.end and fact.start < span.end for span in inside)


def _may_be_asked(fact: Fact) -> bool:
    """Whether a fact inside a quotation can be asked without its words being read out."""
    return fact.kind in _NAMED or _is_measured(fact)


def _is_measured(fact: Fact) -> bool:
    """Whether a fact has a value that says it without its words: neither *first* nor *55 cents* has one."""
    counts = fact.unit != "ordinal" and (fact.unit is not None or fact.kind is not FactKind.MONEY)
    return fact.kind in _MEASURED and fact.value is not None and counts

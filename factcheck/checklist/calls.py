"""The call sheet: the facts to be confirmed, by whom to phone. Facts only: a quotation is never read to a source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.model import FactKind, SourceKind
from factcheck.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Checklist, ClaimRecord, Draft, Fact, Span

NOBODY: Final = "nobody named"
"""Stands for whom to phone where the article and the sources name nobody."""
QUOTATION: Final = "quotation: ask for the recording"
"""What is said in the place of somebody's words."""

_LEFT_OUT: Final = "[…]"
PRONOUNS: Final = frozenset({"he", "she", "they", "it", "we", "i", "you", "who", "one"})
"""Words for a speaker that name nobody."""
_MEASURED: Final = frozenset({FactKind.AGE, FactKind.DATE, FactKind.NUMBER, FactKind.MONEY, FactKind.PERCENT})
"""Kinds whose value is no wording: it can be asked even when it stands in a quotation, and so can a name."""
_ASKED_OF_QUOTATIONS: Final = _MEASURED | {FactKind.NAME, FactKind.PLACE}


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
class Call:
    """Whom to phone, and what to ask."""

    name: str
    """Of a person or body; NOBODY where none is known."""
    contacts: tuple[str, ...]
    """Locators of the sources that are this person."""
    questions: tuple[Question, ...]
    """Open claims first, each part in story order."""


def calls(checklist: Checklist) -> tuple[Call, ...]:
    """Gather the call sheet: whom to phone in story order, those with open claims first, nobody last.

    A claim stands under its speaker and under each of its sources that is a person.
    """
    draft = checklist.article.article.draft
    quoted = _quoted(draft)
    names: dict[str, str] = {}
    contacts: dict[str, dict[str, None]] = {}
    questions: dict[str, list[Question]] = {}
    for record in sorted(checklist.claims, key=lambda one: one.number):
        if record.removed or not (record.claim.checkable or record.verdict):
            continue
        question = _question(draft, record, quoted)
        for name, contact in dict(_parties(record)).items():
            key = fold(name)
            names.setdefault(key, name)
            own = questions.setdefault(key, [])
            # Somebody may be both the speaker and a source.
            if not own or own[-1] is not question:
                own.append(question)
            if contact:
                contacts.setdefault(key, {})[contact] = None
    found = [
        Call(
            names[key],
            tuple(contacts.get(key, ())),
            tuple(sorted(own, key=lambda question: not question.record.is_open)),
        )
        for key, own in questions.items()
    ]
    return tuple(sorted(found, key=lambda call: (call.name == NOBODY, not call.questions[0].record.is_open)))


def told(fact: Fact) -> str:
    """A fact in its normalised form, such as ``money 1,200 USD``; words stand as they are written."""
    value = fact.value
    if fact.kind not in _MEASURED or value is None:
        return f"{fact.kind} {' '.join(fact.text.split())}"
    shown = value if isinstance(value, str) or fact.kind is FactKind.DATE else f"{value:,}"
    return f"{fact.kind} {shown}{f' {fact.unit}' if fact.unit else ''}"


def _parties(record: ClaimRecord) -> Iterator[tuple[str, str]]:
    """Whom to phone about a claim, each with how to reach them."""
    by = record.claim.attribution
    speaker = (by.person or by.speaker) if by else ""
    known = bool(speaker) and fold(speaker) not in PRONOUNS
    if known:
        yield " ".join(speaker.split()), ""
    people = [source for source in record.sources if source.kind is SourceKind.PERSON]
    for source in people:
        yield " ".join(source.name.split()), source.locator
    if not (known or people):
        yield NOBODY, ""


def _quoted(draft: Draft) -> tuple[Span, ...]:
    """Where the quotations of a draft stand, with their marks."""
    from factcheck.extraction import quotes  # only here: its patterns are compiled when it is imported
    from factcheck.model import Span

    return tuple(Span(one.start, one.end) for _, found in quotes.by_block(draft) for one in found)


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
    return fact.kind in _ASKED_OF_QUOTATIONS and (fact.kind not in _MEASURED or fact.value is not None)

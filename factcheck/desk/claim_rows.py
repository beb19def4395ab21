"""How a claim lies in the rows of the desk file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from factcheck.desk.times import from_iso
from factcheck.model import Attribution, Carried, Claim, ClaimId, ClaimRecord, Correction, Resolution, Section, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Contact, Fact, Source

CLAIM_COLUMNS: Final = (
    "start",
    "end",
    "text",
    "section",
    "kinds",
    "priority",
    "checkable",
    "speaker",
    "speaker_start",
    "speaker_end",
    "person",
    "cue",
    "named",
    "quote",
)
"""What the extraction says of a claim, as ``claim_row`` gives it."""

SELECT_CLAIM: Final = """
    SELECT id, start, "end", text, section, kinds, checkable, priority,
           speaker, speaker_start, speaker_end, person, cue, named, quote,
           verdict, resolution, note, query, answer, replacement, legal, checker, checked_at, revision, removed, manual,
           former, lost, second, second_reader, second_at, assignee,
           own_speaker, own_named, own_kinds,
           coalesce((SELECT placements.text FROM placements JOIN drafts ON drafts.id = placements.draft_id
                     WHERE claim_id = claims.id AND NOT undone
                     AND placements.draft_id < claims.draft_id AND placements.text != claims.text
                     ORDER BY placements.draft_id DESC LIMIT 1), ''),
           hidden,
           CASE WHEN ready THEN (SELECT coalesce(published, '') FROM articles WHERE articles.id = article_id) END
    FROM claims
"""
"""Reads the columns that ``claim_record`` takes, whether the claim's block hides it, and for one that came ready when
its article was published (empty when that is not known)."""


def claim_row(claim: Claim) -> tuple[object, ...]:
    """What the extraction says of a claim, by ``CLAIM_COLUMNS``."""
    by = claim.attribution
    return (
        claim.start,
        claim.end,
        claim.text,
        claim.section.value,
        " ".join(claim.kinds),
        claim.priority,
        int(claim.checkable),
        *((by.speaker, by.start, by.end, by.person, by.cue, int(by.named), int(by.quote)) if by else (None,) * 7),
    )


def fact_value(fact: Fact) -> object:
    """A fact's value; a whole number that SQLite has no room for becomes a float, which has."""
    if isinstance(fact.value, int) and not -(2**63) <= fact.value < 2**63:
        try:
            return float(fact.value)
        except OverflowError:
            return None
    return fact.value


def facts_when_read(text: str, published: str | None) -> tuple[Fact, ...]:
    """The facts of a claim that came ready, with offsets into its text.

    Rules find them in a fraction of a millisecond: for each of a million claims that is minutes, for the few that are
    ever read nothing.
    """
    # Only here: to compile the patterns takes a third of the time in which a command starts.
    from factcheck.extraction.facts import find_facts

    return find_facts(text, published=date.fromisoformat(published) if published else None)


def with_facts(record: ClaimRecord, published: str) -> ClaimRecord:
    """A claim that came ready, with the facts that it states."""
    claim = record.claim
    facts = tuple(
        replace(fact, start=fact.start + claim.start, end=fact.end + claim.start)
        for fact in facts_when_read(claim.text, published)
    )
    kinds = tuple(dict.fromkeys(fact.kind.value for fact in facts))
    return replace(record, claim=replace(claim, kinds=kinds, facts=facts))


def claim_record(
    number: int,
    row: Sequence[Any],
    facts: tuple[Fact, ...],
    sources: tuple[Source, ...],
    contacts: tuple[Contact, ...],
) -> ClaimRecord:
    """Make a claim of its row.

    Args:
        number: Its place in story order.
        row: The columns of ``SELECT_CLAIM`` but the last two.
        facts: Its facts.
        sources: Its sources.
        contacts: Its contacts.
    """
    id_, start, end, text, section, kinds, checkable, priority, *rest = row
    speaker, speaker_start, speaker_end, person, cue, named, quote, *rest = rest
    verdict, resolution, note, query, answer, replacement, legal, *rest = rest
    checker, checked_at, revision, removed, manual, *rest = rest
    former, lost, second, second_reader, second_at, assignee, *rest = rest
    own_speaker, own_named, own_kinds, as_written = rest
    correction = Correction(own_speaker, bool(own_named), None if own_kinds is None else tuple(own_kinds.split()))
    attribution = (
        None
        if speaker is None
        else Attribution(speaker, speaker_start, speaker_end, person, cue, bool(named), bool(quote))
    )
    if own_speaker is not None:
        said = attribution or Attribution("", start, start)
        attribution = replace(said, speaker=own_speaker, person=None, named=bool(own_named)) if own_speaker else None
    return ClaimRecord(
        id=ClaimId(id_),
        number=number,
        claim=Claim(
            id=f"c{number}",
            start=start,
            end=end,
            text=text,
            section=Section(section),
            kinds=tuple(kinds.split()) if correction.kinds is None else correction.kinds,
            checkable=bool(checkable),
            priority=priority,
            attribution=attribution,
            facts=facts,
        ),
        verdict=Verdict(verdict) if verdict else None,
        resolution=Resolution(resolution),
        note=note,
        query=query,
        answer=answer,
        replacement=replacement,
        legal=bool(legal),
        sources=sources,
        contacts=contacts,
        checker=checker,
        checked_at=from_iso(checked_at) if checked_at else None,
        revision=revision,
        removed=bool(removed),
        manual=bool(manual),
        former=Verdict(former) if former else None,
        second=Verdict(second) if second else None,
        second_reader=second_reader,
        second_at=from_iso(second_at) if second_at else None,
        assignee=assignee,
        correction=correction,
        as_written=as_written,
        # One that was given its place again lives on in the claim there.
        lost=Carried(lost) if lost and lost != "placed" else None,
    )

"""What is known about a claim, in labelled paragraphs: the words of the claim panel and of the dialogs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING, Final

from factcheck.model import Relation, Resolution
from factcheck.tui.flow import Paragraph, Piece
from factcheck.tui.signs import FINDING_SIGN, RELATION_SIGNS, SIGNS, look_of, sign_of
from factcheck.tui.wrap import clipped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import datetime

    from factcheck.archive import Run
    from factcheck.model import (
        Annotation,
        Attribution,
        Claim,
        ClaimRecord,
        Contact,
        Draft,
        Fact,
        Finding,
        Match,
        Person,
        Source,
    )


_RELATION_STYLES: Final = {Relation.CONFLICT: "conflict", Relation.SAME: "match", Relation.NEAR: ""}

_NAME: Final = 20
"""Cells of a name in a column or a header."""
_SENTENCE: Final = 280
"""Code points of a sentence that is shown whole beside the claim: four lines of the panel at 80 columns."""
_AROUND: Final = 90
"""Code points before and after the claim that are shown of a longer one, which the article shows whole."""

Differ = Callable[[str, str], "Sequence[Run]"]
"""Compares the words of a claim here with those of one there."""


@dataclass(frozen=True, slots=True)
class Copies:
    """The claims that tell the same fact as one, and those that did until one of the two was edited."""

    same: Sequence[ClaimRecord] = ()
    parted: Sequence[ClaimRecord] = ()


def beside(draft: Draft, record: ClaimRecord, listed: Collection[ClaimRecord]) -> Sequence[Annotation]:
    """What the writer set beside a claim; most drafts have nothing of the kind."""
    if not draft.annotations:
        return ()
    # Only here: what belongs to a checklist is not needed for the first paint.
    from factcheck.review.proposed import noted

    return noted(draft, record, listed)


def about(
    record: ClaimRecord,
    draft: Draft,
    findings: Sequence[Finding],
    matches: Sequence[Match] | None,
    difference: Differ | None = None,
    people: Sequence[Person] = (),
    copies: Copies | None = None,
    begun: Sequence[str] = (),
    noted: Sequence[Annotation] = (),
) -> list[Paragraph]:
    """All that a checker wants to see beside a claim, what alarms first.

    Args:
        record: The claim.
        draft: What it stands in.
        findings: Those that it is part of.
        matches: Earlier claims that bear on it, conflicts first; None while they are being looked up.
        difference: Compares its words with those of an earlier claim.
        people: Whom the article names.
        copies: Where else the same fact is told.
        begun: What was begun to be written about it, and not saved.
        noted: What the writer set beside it.
    """
    return [
        verdict(record),
        Paragraph(_near(*_in_its_sentence(record, draft)), "claim"),
        *_in_the_draft_before(record, difference),
        *(_left_behind(one) for one in (copies.parted if copies else ())),
        *(Paragraph((Piece(f"{FINDING_SIGN} ", "finding"), Piece(one.message)), "finding") for one in findings),
        *(paragraph for match in matches or () if difference for paragraph in earlier(record, match, difference)),
        *([Paragraph((Piece("not looked up yet", "quiet"),), "earlier")] if matches is None else []),
        *_also_at(copies.same if copies else ()),
        *_optional("draft", f"{' and '.join(begun)}, begun and not saved" if begun else ""),
        *_optional("note", record.note),
        *_to_writer(record, difference),
        *(Paragraph(tuple(source_pieces(source)), "source") for source in record.sources),
        *(Paragraph(tuple(_annotation(one)), "writer") for one in noted),
        *(Paragraph(tuple(_contact(contact)), "asked") for contact in record.contacts),
        *([Paragraph(tuple(_said_by(record.claim.attribution)), "said by")] if record.claim.attribution else []),
        *([Paragraph(tuple(_facts(record.claim.facts)), "facts")] if record.claim.facts else []),
        *(Paragraph(tuple(_profile(person)), "who") for person in _named(record.claim, people)),
        Paragraph(tuple(_worth(record.claim)), "priority"),
    ]


def verdict(record: ClaimRecord) -> Paragraph:
    """Number, sign, word, who and when."""
    look = look_of(record)
    when = f" · {moment(record.checked_at)}" if record.checked_at else ""
    who = f" · {record.checker}{when}" if record.checker and record.verdict else ""
    manual = " · added by hand" if record.manual else ""
    meant = f" · for {record.assignee}" if record.assignee else ""
    former = f" · was {record.former.value}" if record.wants_recheck and record.former else ""
    became = "" if record.resolution is Resolution.OPEN else f" · {record.became}"
    legal = " · for the lawyer" if record.legal else ""
    return Paragraph(
        (
            Piece(f"{SIGNS[look]} {look.value}", f"sign-{look.value}"),
            Piece(" · no source" if record.lacks_source else "", "finding"),
            Piece(f"{who}{former} · {record.claim.section.value}{manual}{meant}{became}{legal}", "quiet"),
            *_second_read(record),
        ),
        f"#{record.number}",
    )


def told(record: ClaimRecord) -> str:
    """What is recorded about a claim, in one line for who was about to change it."""
    look = look_of(record)
    by = [f"{SIGNS[look]} {look.value}", record.checker or "", moment(record.checked_at) if record.checked_at else ""]
    more = (("note", record.note), ("query", record.query), ("change", record.replacement))
    return " · ".join((*filter(None, by), *(f"{label}: {text}" for label, text in more if text)))


def changed_to(before: ClaimRecord, now: ClaimRecord) -> str:
    """What somebody else made of a claim, as far as this reader may see it: its verdict, or the second reader's."""
    if now.second is not before.second:
        return f"#{now.number}, second read: {now.second.value if now.second else 'taken off'}"
    return f"#{now.number}" if look_of(now) is look_of(before) else f"#{now.number} {look_of(now).value}"


def _in_the_draft_before(record: ClaimRecord, difference: Differ | None) -> Iterator[Paragraph]:
    """What the words were in the draft before, when they were others."""
    if record.as_written:
        runs = difference(record.claim.text, record.as_written) if difference else ()
        yield Paragraph(tuple(compared(runs)) if difference else (Piece(record.as_written),), "edited")


def _left_behind(record: ClaimRecord) -> Paragraph:
    """Another place of the same fact, when one of the two was edited."""
    words = f"{FINDING_SIGN} one of the two was edited, #{record.number}: {record.claim.text}"
    return Paragraph((Piece(words, "finding"),), "copy")


def _also_at(copies: Sequence[ClaimRecord]) -> Iterator[Paragraph]:
    """Where else the fact is told."""
    if copies:
        looks = [(record, look_of(record)) for record in copies]
        told = " · ".join(f"#{record.number} {SIGNS[look]} {look.value}" for record, look in looks)
        yield Paragraph((Piece(told),), "also at")


def _second_read(record: ClaimRecord) -> Iterator[Piece]:
    """What a second reader found."""
    if record.second is not None:
        when = f" · {moment(record.second_at)}" if record.second_at else ""
        yield Piece(" · second read: ", "quiet")
        yield Piece(sign_of(record.second), "conflict" if record.disagrees else f"sign-{record.second.value}")
        yield Piece(f" · {record.second_reader or ''}{when}", "quiet")


def _to_writer(record: ClaimRecord, difference: Differ | None) -> Iterator[Paragraph]:
    """What the writer was asked, and how the words should be."""
    if record.query:
        answer = Piece(f" — {record.answer}") if record.answer else Piece(" — no answer yet", "quiet")
        yield Paragraph((Piece(record.query), answer), "query")
    if record.replacement:
        runs = difference(record.replacement, record.claim.text) if difference else ()
        yield Paragraph(tuple(compared(runs)) if difference else (Piece(record.replacement),), "change")


def _in_its_sentence(record: ClaimRecord, draft: Draft) -> tuple[Piece, Piece, Piece]:
    """The claim's words between those around them: both can be read without the article."""
    from factcheck.checklist.entry import sentence_span

    around, span = sentence_span(draft, record.span), record.span
    return (
        Piece(draft.text[around.start : span.start], "quiet"),
        Piece(draft.text[span.start : span.end], "claim"),
        Piece(draft.text[span.end : around.end], "quiet"),
    )


def _near(before: Piece, claim: Piece, after: Piece) -> tuple[Piece, ...]:
    """The claim with its whole sentence, of a long one with the nearest words only: what alarms must stay in sight."""
    if len(before.text) + len(claim.text) + len(after.text) <= _SENTENCE:
        return before, claim, after
    if len(before.text) > _AROUND:
        before = Piece(f"… {before.text[-_AROUND:].partition(' ')[2]}", before.style)
    if len(after.text) > _AROUND:
        after = Piece(f"{after.text[:_AROUND].rpartition(' ')[0]} …", after.style)
    return before, claim, after


def earlier(record: ClaimRecord, match: Match, difference: Differ) -> Iterator[Paragraph]:
    """An earlier claim: how it bears on this one, what became of it and where; its words; its sources."""
    when = f" · {match.date:%d %b %Y}" if match.date else ""
    relation = Piece(f"{RELATION_SIGNS[match.relation]} {match.relation.value}", _RELATION_STYLES[match.relation])
    then = f"then {sign_of(match.verdict)}" if match.verdict else "unchecked then"
    yield Paragraph((relation, Piece(f" · {then}{when} · {match.article}", "quiet")), "earlier")
    yield Paragraph(tuple(_alike(difference(record.claim.text, match.text), match.text)))
    for source in match.sources:
        yield Paragraph(tuple(source_pieces(source)))


def with_earlier(match: Match) -> Iterator[Paragraph]:
    """What stands beside an earlier claim besides its words: a lead, not a verdict on the claim here."""
    who = f" · {match.checker}" if match.checker else ""
    when = f" · {moment(match.checked_at)}" if match.checked_at else ""
    yield Paragraph((Piece(sign_of(match.verdict)), Piece(f"{who}{when}", "quiet")), "then")
    for source in match.sources:
        yield Paragraph(tuple(source_pieces(source)), "source")
    for one in match.differences:
        here, there = one.here or "nothing", one.there or "nothing"
        yield Paragraph((Piece(f"{one.kind}: here {here}, there {there}", "conflict"),), "differs")
    yield Paragraph((Piece(f"{match.score:.0f} of 100", "quiet"),), "likeness")


def compared(changes: Iterable[Run]) -> Iterator[Piece]:
    """A word diff in one line: words of the earlier claim alone as ``[-there-]``, of this one alone as ``{+here+}``.

    The marks are those of a word diff on paper, so that it reads without colour.
    """
    gap = ""
    for change in changes:
        if change.op == "equal":
            yield Piece(gap + change.here)
        else:
            there = f"[-{change.there}-]" if change.there else ""
            here = f"{{+{change.here}+}}" if change.here else ""
            if there:
                yield Piece(gap, "")
                yield Piece(there, "there")
            if here:
                yield Piece(" " if there else gap, "")
                yield Piece(here, "here")
        gap = " "


def _alike(changes: Sequence[Run], there: str) -> Iterator[Piece]:
    """The word diff where the two have half their words in common, else the earlier words alone."""
    shared = sum(len(change.there) for change in changes if change.op == "equal")
    return compared(changes) if shared * 2 >= len(there) else iter([Piece(there)])


def source_pieces(source: Source) -> Iterator[Piece]:
    """Kind, name, locator and note of a source, and when it was looked at."""
    accessed = f"accessed {source.accessed:%d %b %Y}" if source.accessed else ""
    yield Piece(f"{source.kind.value}: ", "quiet")
    yield Piece(source.name)
    yield Piece("".join(f" · {more}" for more in (source.locator, source.note, accessed) if more), "quiet")


def _annotation(annotation: Annotation) -> Iterator[Piece]:
    """What the writer, or an editor, wrote beside the words."""
    yield Piece(f"{annotation.kind.value}{f' by {annotation.author}' if annotation.author else ''}: ", "quiet")
    yield Piece(annotation.text)


def _contact(contact: Contact) -> Iterator[Piece]:
    yield Piece(f"{contact.how.value}: ", "quiet")
    yield Piece(f"{contact.who} · {contact.outcome.value}")
    yield Piece("".join(f" · {more}" for more in (contact.when, contact.note) if more), "quiet")


def difference(here: str, there: str) -> Sequence[Run]:
    """Compare two wordings; the archive is imported when there is something to compare."""
    from factcheck.archive import difference as difference_

    return difference_(here, there)


def name_told(who: str) -> str:
    """Somebody's name for a column or a header, cut where it is long."""
    return clipped(who, _NAME)


def moment(when: datetime) -> str:
    """A point in time as a person here reads it, in local time; of one at midnight sharp only the day is known."""
    if when.time() == time():
        return f"{when:%d %b %Y}"
    return f"{when.astimezone():%d %b %Y %H:%M}"


def _optional(label: str, text: str) -> Iterator[Paragraph]:
    if text:
        yield Paragraph((Piece(text),), label)


def _said_by(who: Attribution) -> Iterator[Piece]:
    yield Piece(who.speaker)
    if who.person and who.person != who.speaker:
        yield Piece(f" = {who.person}")
    yield Piece("" if who.named else " · anonymous", "finding")
    cue = f" · “{who.cue}”" if who.cue else ""
    yield Piece(f"{cue} · {'in quotation marks' if who.quote else 'reported'}", "quiet")


def _facts(facts: Sequence[Fact]) -> Iterator[Piece]:
    told = dict.fromkeys((fact.kind.value, fact.text) for fact in facts)
    for index, (kind, text) in enumerate(told):
        yield Piece(f"{' · ' if index else ''}{kind} ", "quiet")
        yield Piece(text)


def _named(claim: Claim, people: Sequence[Person]) -> Iterator[Person]:
    """Whom a claim names or who says it, where the article tells more of them than the name."""
    speaker = claim.attribution.person if claim.attribution else None
    for person in people:
        told = person.titles or person.roles or person.ages
        if told and (person.name == speaker or any(claim.start <= span.start < claim.end for span in person.mentions)):
            yield person


def _profile(person: Person) -> Iterator[Piece]:
    yield Piece(person.name)
    told = (*person.titles, *(str(age) for age in person.ages), *person.roles)
    yield Piece("".join(f" · {' '.join(words.split())}" for words in told), "quiet")
    if person.probable:
        yield Piece(" · probably a person", "quiet")


def _worth(claim: Claim) -> Iterator[Piece]:
    yield Piece(f"{claim.priority:.2f} of 1")
    if claim.kinds:
        yield Piece(f" · asserts {', '.join(claim.kinds)}", "quiet")

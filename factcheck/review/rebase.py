"""An edited draft is taken in: every claim goes along, or it is said what became of it. One act, which undo takes back.

A verdict stays only where every word of a claim is as it was; where a word has changed it becomes the former verdict,
and the claim wants to be checked again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from factcheck.checklist.suggestion import has_gone_in
from factcheck.errors import AnotherArticleError, UsageError
from factcheck.model import Carried, CarriedClaim, Rebased, Resolution, Span, State
from factcheck.review.acts import UNREAD, Act
from factcheck.review.answers import beside
from factcheck.review.carrying import Carrying
from factcheck.tokens import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.desk import Desk
    from factcheck.model import (
        Article,
        ArticleId,
        ArticleRecord,
        Block,
        Claim,
        ClaimId,
        ClaimRecord,
        Draft,
        Extraction,
        Role,
    )
    from factcheck.review.carrying import Place

REBASE: Final = "rebase"
"""The event's word."""
_ANOTHER: Final = 0.25
"""Share of its sentences that a draft has to share with the one before not to be taken for another article."""


def with_known_roles(article: Article, former: Article) -> Article:
    """Give the paragraphs of a new draft the roles that a checker gave to the same words in the former one.

    What a paragraph is read as hangs on those around it, too. One whose words stand and that bore claims goes on
    bearing them: what was checked in it would be on no list.
    """
    text = former.draft.text
    known = {words(text[block.start : block.end]): block for block in former.draft.blocks}
    blocks = tuple(_with_role(article.draft.text, block, known) for block in article.draft.blocks)
    return replace(article, draft=replace(article.draft, blocks=blocks))


def _with_role(text: str, block: Block, known: Mapping[tuple[str, ...], Block]) -> Block:
    before = known.get(words(text[block.start : block.end]))
    if before is None:
        return block
    given = before.reason.startswith("set by ")
    silenced = before.role.section is not None and block.role.section is None
    return replace(block, role=before.role, reason=before.reason) if given or silenced else block


def rebase(desk: Desk, article_id: ArticleId, extraction: Extraction, *, anyway: bool = False) -> tuple[Act, Rebased]:
    """Take in an edited draft, inside the transaction of whoever calls.

    Args:
        desk: The desk, in a ``writing`` block.
        article_id: The article.
        extraction: What was pulled out of the new draft.
        anyway: Take it even though it has little in common with the one before.

    Returns:
        The act, and what became of each claim. Of the present draft once more nothing is done, but that answers to our
        queries are written down.

    Raises:
        UsageError: when the article is not under check, or the draft has no words.
        AnotherArticleError: when it looks like another article.
    """
    record = desk.articles.get(article_id)
    _refuse(record, extraction.article)
    act = Act(desk, article_id)
    records = desk.claims.of(article_id, removed=True)
    former = record.article.draft
    noted = beside(extraction.article.draft, former, records)
    new = replace(extraction.article.draft, annotations=noted.kept)
    same_text = new.sha256 == former.sha256 or _paragraphs(new) == _paragraphs(former)
    if same_text and not noted.fresh:
        _write_answers(act, records, noted.answers)
        kept = (one for one in records if not one.removed)
        same = tuple(CarriedClaim(one.id, Carried.CARRIED, one.verdict, one.claim, one.claim) for one in kept)
        return act, Rebased(former.number, former.number, same, ())
    # What stands in a block that bears no claims goes along unseen, to be there when the block is given another role.
    listed, hidden = {one.id for one in records if not one.removed}, desk.claims.hidden(article_id)
    records = (*records, *hidden)
    lost = desk.claims.lost(article_id)
    carrying = Carrying(former, new, extraction.claims)
    if carrying.shared < _ANOTHER and not anyway:
        raise AnotherArticleError(
            f"this looks like another article: {carrying.shared:.0%} of the sentences are in it",
            "take it all the same with --anyway, or open it as an article of its own",
        )
    places = carrying.places(records, {one.id for one in hidden})
    spans = [place.span for place in places.values() if place.span]
    found = {claim.span: claim for claim in extraction.claims}
    draft_id, number = desk.drafts.add(article_id, new, extraction.article.warnings, extraction.article.original)
    after = {
        one.id: found.get(span) or _carried(one.claim, span, extraction)
        for one in records
        if (span := places[one.id].span)
    }
    desk.claims.placements.put(draft_id, list(after.items()))
    act.set_draft(REBASE, number)
    seen = [span for one in records if not one.removed and (span := places[one.id].span)]
    standing = {*spans, *found}
    before = [one.span for one in records]
    gone_in = {
        one.id
        for one in records
        if (span := places[one.id].span)
        and has_gone_in(one.replacement, span, new, standing)
        and (places[one.id].state is Carried.RECHECK or not has_gone_in(one.replacement, one.span, former, before))
    }
    told = tuple(
        _carry(
            act,
            one,
            places[one.id],
            after.get(one.id),
            number,
            back=_comes_back(places[one.id], found, seen),
            went_in=one.id in gone_in,
        )
        for one in records
    )
    fresh = carrying.new(spans, all_known=record.extracted)
    told = (*told, *_restored(act, lost, fresh))
    taken = set(spans)
    known = (claim for claim in extraction.claims if claim.span in taken)
    claims = tuple(sorted((*known, *fresh), key=lambda claim: (claim.start, claim.end)))
    desk.articles.store(article_id, replace(extraction, claims=claims), complete=True)
    _take_meta(act, record.article, extraction.article)
    _write_answers(act, records, noted.answers)
    added = {claim.span for claim in fresh}
    now = desk.claims.of(article_id, removed=True)
    # Of what was said to be no claim nothing is to be told, unless it is one again.
    listed |= {one.id for one in (*now, *lost) if not one.removed}
    told = tuple(one for one in told if one.id in listed)
    return act, Rebased(former.number, number, told, tuple(one for one in now if one.span in added))


def _write_answers(act: Act, records: Sequence[ClaimRecord], answers: Mapping[ClaimId, str]) -> None:
    for one in records:
        if one.id in answers:
            act.ask(one.id, one.query, answers[one.id])


def _refuse(record: ArticleRecord, article: Article) -> None:
    if record.state is not State.CHECKING:
        raise UsageError(f"{record.slug} is {record.state}", "only an article under check gets a new draft: reopen it")
    if not article.draft.text.strip():
        raise UsageError("the new draft has no words", "name the edited file")


def _comes_back(place: Place, found: Mapping[Span, Claim], seen: Sequence[Span]) -> bool:
    """Whether a claim that was taken off the list is to be checked now: it has other words, which no other covers."""
    span = place.span
    if place.state is not Carried.RECHECK or span is None or span not in found:
        return False
    return not any(other.start <= span.start and span.end <= other.end for other in seen)


def _carry(
    act: Act,
    record: ClaimRecord,
    place: Place,
    after: Claim | None,
    number: int,
    *,
    back: bool,
    went_in: bool,
) -> CarriedClaim:
    told: dict[str, object] = {"state": place.state.value}
    if after is None:
        values: dict[str, object] = {"lost": place.state.value}
    else:
        values = {"draft": number}
    recheck = place.state is Carried.RECHECK
    if went_in:
        values["resolution"] = Resolution.CHANGED.value
    # That these are no claim, or opinion, was said of other words.
    if record.removed and back:
        values["removed"] = False
    if recheck and after and not record.claim.checkable and (after.checkable or after.facts):
        values["checkable"] = True
    if recheck and record.verdict is not None:
        values |= {**UNREAD, "former": record.verdict.value}
    act.change(REBASE, record.id, values, told)
    verdict = None if recheck else record.verdict
    return CarriedClaim(record.id, place.state, verdict, record.claim, after, went_in)


def _restored(act: Act, lost: Sequence[ClaimRecord], fresh: Sequence[Claim]) -> tuple[CarriedClaim, ...]:
    """Claims that were cut and whose words are back: whether they are the same, the checker says."""
    said = {words(claim.text) for claim in fresh}
    back = [one for one in lost if one.lost is Carried.CUT and _bears(one) and words(one.claim.text) in said]
    state = Carried.ORPHANED
    for one in back:
        act.change(REBASE, one.id, {"lost": state.value}, {"state": state.value})
    return tuple(CarriedClaim(one.id, state, one.verdict, one.claim, None) for one in back)


def _bears(record: ClaimRecord) -> bool:
    """Whether a checker recorded anything about a claim that would be missed."""
    said = record.note or record.query or record.replacement
    return bool(record.verdict or record.former or said or record.sources or record.contacts or record.legal)


def _carried(claim: Claim, span: Span, extraction: Extraction) -> Claim:
    """A claim at its new place, where the extraction does not find just it."""
    # Only here: most claims are found again as they are.
    from factcheck.extraction import find_facts

    article = extraction.article
    text = article.draft.text
    around = max(
        extraction.claims,
        key=lambda other: min(span.end, other.end) - max(span.start, other.start),
        default=None,
    )
    inside = around is not None and around.start < span.end and span.start < around.end
    section = next(
        (block.role.section for block in article.draft.blocks if block.start <= span.start < block.end), None
    )
    return replace(
        claim,
        start=span.start,
        end=span.end,
        text=text[span.start : span.end],
        section=section or claim.section,
        attribution=around.attribution if inside and around else None,
        facts=find_facts(text, span.start, span.end, published=article.published),
    )


def _take_meta(act: Act, former: Article, new: Article) -> None:
    """Take over what the head of the new draft says; what a checker corrected stays where the head says nothing new."""
    values: dict[str, object] = {}
    if new.title and new.title != former.title and former.title in former.draft.text:
        values["title"] = new.title
    if new.dek and new.dek != former.dek:
        values["dek"] = new.dek
    if new.published and former.published is None:
        values["published"] = new.published.isoformat()
    if values:
        act.set_meta("meta", values)


def _paragraphs(draft: Draft) -> list[tuple[Role, list[str]]]:
    """What a draft says; a word processor gives back other white space than it was given."""
    return [(block.role, draft.text[block.start : block.end].split()) for block in draft.blocks]

"""Claims of a former draft whose place in the present one only the checker can tell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from factcheck.errors import UsageError
from factcheck.model import Carried, Resolution, Span
from factcheck.review.acts import UNREAD
from factcheck.review.sentences import sentences, standing
from factcheck.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.desk import Desk
    from factcheck.model import Claim, ClaimId, ClaimRecord, Draft
    from factcheck.review.acts import Act
    from factcheck.review.sentences import Sentence
    from factcheck.tokens import Token

_GOES_ALONG: Final = (
    "note", "query", "answer", "replacement", "resolution", "contacts",
)  # fmt: skip
"""What goes over to a claim that has none of it; verdict, sources and what that one may have are seen to one by one."""
_STOPS: Final = frozenset(".,;:!?…")
"""Marks that no claim ends with: the sentence does."""
_LIKE: Final = 50
"""Likeness (0…100) from which a claim or a sentence is offered as the place of an orphan, at most so many of them:"""
_MOST: Final = 5
_NOTHING: Final[Mapping[str, object]] = {
    "verdict": None,
    "former": None,
    "note": "",
    "query": "",
    "replacement": "",
    "resolution": Resolution.OPEN.value,
    "contacts": [],
}


def places_for(draft: Draft, words: str, claims: Sequence[ClaimRecord] = ()) -> tuple[Span, ...]:
    """Where an orphaned claim may stand: every place of just its words, else what is most like it.

    Where the extraction found a claim, that one's span is offered and no other: what was recorded goes to it, and no
    second claim comes to stand beside it.

    Args:
        draft: The present draft.
        words: What the claim said.
        claims: The claims of the present draft.
    """
    told = [token.word.casefold() for token in _said(tokens(words))]
    cut = sentences(draft)
    folded = (replace(one, words=tuple(word.casefold() for word in one.words)) for one in cut)
    exact = [span for sentence in folded for span in standing(sentence, told)] if told else []
    if not exact:
        return _likely(cut, told, claims)
    found = (_found_at(span, draft.text[span.start : span.end], claims) for span in exact)
    return tuple(dict.fromkeys(one.span if one else span for one, span in zip(found, exact, strict=True)))


def is_taken(record: ClaimRecord) -> bool:
    """Whether something is recorded about a claim, so that no orphan can become it."""
    marked = record.verdict or record.former or record.resolution is not Resolution.OPEN
    return bool(marked or record.note or record.query or record.replacement or record.contacts)


def _likely(cut: Sequence[Sentence], told: Sequence[str], claims: Sequence[ClaimRecord]) -> tuple[Span, ...]:
    """The claims, and the sentences that bear none, that are most like some words."""
    from rapidfuzz import fuzz, process

    offered = dict(_offered(cut, claims))
    texts = {span: " ".join(words).casefold() for span, words in offered.items()}
    found = process.extract(" ".join(told), texts, scorer=fuzz.token_set_ratio, score_cutoff=_LIKE, limit=_MOST)
    return tuple(span for _, _, span in found)


def _offered(cut: Sequence[Sentence], claims: Sequence[ClaimRecord]) -> Iterator[tuple[Span, Iterable[str]]]:
    for sentence in cut:
        inside = [record for record in claims if record.span.overlaps(Span(sentence.start, sentence.end))]
        for record in inside:
            yield record.span, (token.word for token in tokens(record.claim.text))
        said = _said(sentence.tokens)
        if said and not inside:
            yield Span(said[0].start, said[-1].end), (token.word for token in said)


def _said(told: Sequence[Token]) -> Sequence[Token]:
    """Words without the stops behind them."""
    end = len(told)
    while end and told[end - 1].word in _STOPS:
        end -= 1
    return told[:end]


def _words(text: str) -> list[str]:
    return [token.word for token in _said(tokens(text))]


def _found_at(span: Span, text: str, claims: Sequence[ClaimRecord]) -> ClaimRecord | None:
    """The claim that stands at a place in the same words, whatever stop is behind them."""
    wanted = _words(text)
    return next((one for one in claims if one.span.overlaps(span) and _words(one.claim.text) == wanted), None)


def place_orphan(desk: Desk, act: Act, claim_id: ClaimId, made: Claim) -> ClaimId:
    """Hand what is recorded about an orphaned claim to the claim that it is.

    Args:
        desk: The desk.
        act: The act, while its transaction is open.
        claim_id: The orphaned claim.
        made: The words of the present draft.

    Returns:
        The claim that has them, but for a stop behind them: one that the extraction found, or else a new one.

    Raises:
        UsageError: when it is not orphaned, or something is recorded about the claim with these words already.
    """
    record = desk.claims.recorded(claim_id)
    _expect_orphan(act, claim_id, record["lost"])
    words = desk.claims.get(claim_id).claim.text
    there = desk.claims.of(desk.claims.article_of(claim_id), removed=True)
    found = _found_at(made.span, made.text, there)
    target = act.put_claim(found.claim if found else made)
    now = desk.claims.recorded(target)
    if any(now[key] != value for key, value in _NOTHING.items()):
        raise UsageError("something is recorded about the claim there already", "choose other words, or note it there")
    act.change("lost", claim_id, {"lost": "placed"}, {"as": target})
    same = _words(words) == _words(made.text)
    values = {key: record[key] for key in _GOES_ALONG} | _of_both(record, now)
    if not any("checkable" in (event.after or {}) for event in desk.events.of_claim(target)):
        # That it is opinion was said of other words.
        values["checkable"] = record["checkable"] or (not same and now["checkable"])
    if same:
        values |= {key: record[key] for key in (*UNREAD, "former")}
    else:
        values["former"] = record["verdict"] or record["former"]
    act.change("place", target, values, {"was": claim_id})
    act.add_sources(target, desk.claims.get(claim_id).sources)
    return target


def _of_both(record: Mapping[str, object], now: Mapping[str, object]) -> dict[str, object]:
    """What a checker may have said since the draft came in of the claim that an orphan becomes: that stays."""
    speaker = now if now["own_speaker"] is not None else record
    return {
        "legal": record["legal"] or now["legal"],
        "assignee": record["assignee"] or now["assignee"],
        "own_speaker": speaker["own_speaker"],
        "own_named": speaker["own_named"],
        "own_kinds": now["own_kinds"] if now["own_kinds"] is not None else record["own_kinds"],
    }


def let_go(desk: Desk, act: Act, claim_id: ClaimId) -> None:
    """Say that the words of an orphaned claim were cut.

    Raises:
        UsageError: when it is not orphaned.
    """
    _expect_orphan(act, claim_id, desk.claims.recorded(claim_id)["lost"])
    act.change("lost", claim_id, {"lost": Carried.CUT.value})


def _expect_orphan(act: Act, claim_id: ClaimId, lost: object) -> None:
    act.expect(claim_id, None)
    if lost != Carried.ORPHANED:
        raise UsageError("this claim is not orphaned", "only a claim that lost its place can be given one")

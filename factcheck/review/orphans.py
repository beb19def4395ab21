"""Claims of a former draft whose place in the present one only the checker can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.errors import UsageError
from factcheck.model import Carried, Resolution, Span
from factcheck.review.acts import UNREAD
from factcheck.review.sentences import sentences, standing, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.desk import Desk
    from factcheck.model import Claim, ClaimId, Draft
    from factcheck.review.acts import Act

_GOES_ALONG: Final = (
    "note", "query", "answer", "replacement", "resolution", "legal", "checkable", "contacts", "assignee",
    "own_speaker", "own_named", "own_kinds",
)  # fmt: skip
"""What is recorded about a claim whatever its words; its verdict and sources are seen to on their own."""
_LIKE: Final = 50
"""Likeness (0…100) from which a sentence is offered as the place of an orphaned claim, at most so many of them:"""
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


def places_for(draft: Draft, words: str) -> tuple[Span, ...]:
    """Where an orphaned claim may stand: every place of just its words, else the sentences that are most like it.

    Args:
        draft: The present draft.
        words: What the claim said.
    """
    from rapidfuzz import fuzz, process

    told = [token.word for token in tokens(words)]
    cut = sentences(draft)
    exact = tuple(span for sentence in cut for span in standing(sentence, told))
    if exact:
        return exact
    texts = {at: " ".join(sentence.words) for at, sentence in enumerate(cut)}
    found = process.extract(" ".join(told), texts, scorer=fuzz.token_set_ratio, score_cutoff=_LIKE, limit=_MOST)
    return tuple(Span(cut[at].start, cut[at].end) for _, _, at in found)


def place_orphan(desk: Desk, act: Act, claim_id: ClaimId, made: Claim) -> ClaimId:
    """Hand what is recorded about an orphaned claim to the claim that it is.

    Args:
        desk: The desk.
        act: The act, while its transaction is open.
        claim_id: The orphaned claim.
        made: The words of the present draft.

    Returns:
        The claim that has them: one that the extraction found, or else a new one.

    Raises:
        UsageError: when it is not orphaned, or something is recorded about the claim with these words already.
    """
    record = desk.claims.recorded(claim_id)
    _expect_orphan(act, claim_id, record["lost"])
    words = desk.claims.get(claim_id).claim.text
    target = act.put_claim(made)
    now = desk.claims.recorded(target)
    if any(now[key] != value for key, value in _NOTHING.items()):
        raise UsageError("something is recorded about the claim there already", "choose other words, or note it there")
    act.change("lost", claim_id, {"lost": "placed"}, {"as": target})
    values = {key: record[key] for key in _GOES_ALONG}
    # A block may have been given to somebody, and a lawyer asked for, since the draft came in.
    values |= {"legal": record["legal"] or now["legal"], "assignee": record["assignee"] or now["assignee"]}
    if [one.word for one in tokens(words)] == [one.word for one in tokens(made.text)]:
        values |= {key: record[key] for key in (*UNREAD, "former")}
    else:
        values["former"] = record["verdict"] or record["former"]
    act.change("place", target, values, {"was": claim_id})
    act.add_sources(target, desk.claims.get(claim_id).sources)
    return target


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

"""The reviews of a published article as ClaimReview (schema.org) in JSON-LD, as search engines read it.

Only what readers may know: the words of verified and disputed claims, the verdict, the speaker where the article names
one, and addresses on the web of sources that are no persons. Notes, queries, checkers, contacts stay on the desk.
``factcheck/schemas/claimreview.schema.json`` describes it.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from factcheck.checklist.as_json import dumps
from factcheck.checklist.calls import PRONOUNS
from factcheck.checklist.entry import address, signed_off
from factcheck.errors import ExportError
from factcheck.model import Resolution, SourceKind, State, Verdict
from factcheck.normalise import fold
from factcheck.rules import host_of

if TYPE_CHECKING:
    from factcheck.model import Checklist, ClaimRecord, Publisher

ADVISED: Final = 75
"""Characters of a claim that are shown whole, by the advice of those who read the data."""

_HOUSE: Final = frozenset(
    {"local", "localdomain", "localhost", "internal", "intranet", "lan", "home", "corp", "private"}
)
"""Ends of names that a house gives out for itself."""
_REVIEWED: Final = frozenset({Verdict.VERIFIED, Verdict.DISPUTED})
_IN_SCRIPTS: Final = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&"}


def render(checklist: Checklist) -> bytes:
    """One ClaimReview for each claim that was reviewed.

    It may be pasted into a ``<script type="application/ld+json">``: no text in it can close that.

    Raises:
        ExportError: The article is not signed off, nothing in it was reviewed, or who publishes it is not known.
    """
    record, publisher = checklist.article, checklist.publisher
    if record.state is State.CHECKING:
        todo = f"ClaimReview is for what is published: 'factcheck signoff {record.slug}' first"
        raise ExportError(f"{record.slug} is not signed off", todo)
    if missing := _missing(publisher):
        todo = "set it under [publish] in the configuration; 'factcheck where' names the file"
        raise ExportError(f"ClaimReview wants {' and '.join(missing)}", todo)
    claims = reviewed(checklist)
    if not claims:
        which = f" ({checklist.only})" if checklist.only else ""
        raise ExportError(f"no claim of {record.slug} is verified or disputed{which}", "there is nothing to publish")
    page = publisher.page_of(record.slug)
    signed = signed_off(checklist)
    names = _names(checklist)
    reviews = []
    for claim in claims:
        at = signed[1] if signed else claim.checked_at or checklist.made_at
        review: dict[str, Any] = {
            "@type": "ClaimReview",
            "@id": f"{page}#claim-{claim.number}",
            "url": page,
            "datePublished": at.date().isoformat(),
            "claimReviewed": _words(claim),
            "author": {"@type": "Organization", "name": publisher.organisation, "url": publisher.url},
            "reviewRating": {"@type": "Rating", "alternateName": _rating(claim, publisher)},
        }
        if speaker := _speaker(claim):
            kind = "Person" if fold(speaker) in names else "Organization"
            review["itemReviewed"] = {"@type": "Claim", "author": {"@type": kind, "name": speaker}}
        if citations := _citations(claim):
            review["citation"] = citations
        reviews.append(review)
    text = dumps({"@context": "https://schema.org", "@graph": reviews}).decode()
    return text.translate(_IN_SCRIPTS).encode()


def reviewed(checklist: Checklist) -> tuple[ClaimRecord, ...]:
    """The claims that have a review to publish, in story order; what was cut is not published."""
    return tuple(
        record
        for record in sorted(checklist.claims, key=lambda one: one.number)
        if record.verdict in _REVIEWED and not record.removed and record.resolution is not Resolution.CUT
    )


def advice(checklist: Checklist) -> str:
    """Which claims are longer than advised, in words; empty when none is. Nothing is cut: a part may say otherwise."""
    long = [f"#{record.number}" for record in reviewed(checklist) if len(_words(record)) > ADVISED]
    if not long:
        return ""
    are = "claim is" if len(long) == 1 else "claims are"
    return f"{len(long)} {are} longer than the {ADVISED} characters that ClaimReview advises: {', '.join(long)}"


def _missing(publisher: Publisher) -> list[str]:
    missing = [key for key in ("organisation", "url") if not getattr(publisher, key)]
    return missing if publisher.page or publisher.articles else [*missing, "articles (or export --url)"]


def _words(record: ClaimRecord) -> str:
    return " ".join(record.claim.text.split())


def _rating(record: ClaimRecord, publisher: Publisher) -> str:
    return publisher.rating_verified if record.verdict is Verdict.VERIFIED else publisher.rating_disputed


def _speaker(record: ClaimRecord) -> str:
    """Who says the claim, where the article names them."""
    by = record.claim.attribution
    name = " ".join((by.person or by.speaker).split()) if by and by.named else ""
    return "" if fold(name) in PRONOUNS else name


def _names(checklist: Checklist) -> frozenset[str]:
    """How the article names people, folded."""
    text = checklist.article.article.draft.text
    mentions = (text[span.start : span.end] for person in checklist.people for span in person.mentions)
    return frozenset(map(fold, (*mentions, *(person.name for person in checklist.people))))


def _citations(record: ClaimRecord) -> list[str]:
    """Where readers can look for themselves: a person is never cited, nor what nobody has looked at."""
    found = (
        address(source.locator)
        for source in record.sources
        if source.kind is not SourceKind.PERSON and not source.is_lead
    )
    return list(dict.fromkeys(filter(_is_public, found)))


def _is_public(url: str) -> bool:
    """Whether an address leads out of the house, and holds no name and password."""
    from factcheck.reading.fetching import is_private

    host = host_of(url)
    if "@" in urlsplit(url).netloc:
        return False
    with suppress(ValueError):
        return not is_private(host.strip("[]"))
    last = host.rstrip(".").rpartition(".")[2]
    # What ends in a number is an address in some older spelling.
    return "." in host and last.isalpha() and last not in _HOUSE

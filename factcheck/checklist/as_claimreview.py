"""The reviews of a published article as ClaimReview (schema.org) in JSON-LD, as search engines read it.

Only what readers may know: the words of verified and disputed claims, the verdict, the speaker where the article names
one, and addresses on the web of sources that are no persons, without passwords and the like. Notes, queries, checkers,
contacts stay on the desk.
``factcheck/schemas/claimreview.schema.json`` describes it.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote_plus, urlsplit

from factcheck.checklist.as_json import dumps
from factcheck.checklist.calls import PRONOUNS
from factcheck.checklist.entry import address, signed_off
from factcheck.errors import ExportError, NotSignedOffError
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
_SECRET: Final = re.compile(
    r".*(?:token|secret|passw|session|signature|credential|api[_.-]?key)"
    r"|(?:.*[_.-])?(?:auth|authorization|bearer|email|jwt|pwd|sid|sig|sso|ticket)$"
    r"|utm_|mc_|fbclid$|gclid$|msclkid$",
    re.IGNORECASE,
)
"""Names of parameters that let in whoever has the address, or tell who was sent it."""
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
        raise NotSignedOffError(f"{record.slug} is not signed off", todo)
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
        if speaker := _speaker(claim, checklist.article.article.draft.text):
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


def _speaker(record: ClaimRecord, text: str) -> str:
    """Who says the claim, where the article names them: *a source close to the mayor* is nobody, not the mayor."""
    from factcheck.extraction.unnamed import is_unnamed, unnamed_start

    by = record.claim.attribution
    if by is None or not by.named or is_unnamed(by.speaker):
        return ""
    if text[by.start : by.end] == by.speaker and unnamed_start(text, by.start) is not None:
        return ""
    name = " ".join((by.person or by.speaker).split())
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
    return list(dict.fromkeys(map(_without_secrets, filter(_is_public, found))))


def _without_secrets(url: str) -> str:
    """The address without the parameters that let somebody in or tell who came, and without what stands behind ``#``.

    What else a query holds may be what names the page.
    """
    parts = urlsplit(url)
    kept = [one for one in parts.query.split("&") if not _SECRET.match(unquote_plus(one.partition("=")[0]))]
    fragment = "" if "=" in parts.fragment else parts.fragment
    return parts._replace(query="&".join(kept), fragment=fragment).geturl().replace('"', "%22")


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

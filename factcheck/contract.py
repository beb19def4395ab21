"""The JSON that other programs rely on: model values in, plain dicts of a fixed shape out.

Keys and their order are a public interface; ``factcheck/schemas/*.schema.json`` describes each document. Everywhere in
it a missing verdict is null (not the word "unchecked"), a time is ISO 8601 with its offset, and an offset counts code
points.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import (
        Article,
        ArticleRecord,
        ArticleSummary,
        Attribution,
        Block,
        Claim,
        ClaimRecord,
        Contact,
        Event,
        Extraction,
        Fact,
        Finding,
        Imported,
        Match,
        Progress,
        Quote,
        Rebased,
        Source,
    )

Json = dict[str, object]
"""A JSON object."""

EXTRACT: Final = "factcheck.extract/1"
"""Schema name of what ``extract --json`` prints."""
MATCH: Final = "factcheck.match/1"
"""Schema name of what ``match --json`` prints."""
STATUS: Final = "factcheck.status/1"
"""Schema name of what ``status --json`` prints."""
REBASE: Final = "factcheck.rebase/1"
"""Schema name of what ``rebase --json`` prints."""
IMPORT: Final = "factcheck.import/1"
"""Schema name of what ``import --json`` prints."""
LOG: Final = "factcheck.log/1"
"""Schema name of what ``log --json`` prints."""
MARKED_UP: Final = "Marked-up draft"
"""What the subject of a Word file begins with that was exported with the claims as comments."""


def article_json(article: Article) -> Json:
    """The article's metadata, without its text."""
    return {
        "title": article.title,
        "dek": article.dek,
        "byline": article.byline,
        "published": article.published.isoformat() if article.published else None,
        "source": article.source,
        "words": article.draft.words,
        "sha256": article.draft.sha256,
    }


def block_json(block: Block) -> Json:
    """A block with its role."""
    return {"start": block.start, "end": block.end, "role": block.role.value}


def fact_json(fact: Fact) -> Json:
    """A fact; its unit is left out, as the contract knows none."""
    return {
        "kind": fact.kind.value,
        "start": fact.start,
        "end": fact.end,
        "text": fact.text,
        "value": fact.value,
    }


def attribution_json(attribution: Attribution) -> Json:
    """Who says a claim."""
    return {
        "speaker": attribution.speaker,
        "start": attribution.start,
        "end": attribution.end,
        "person": attribution.person,
        "cue": attribution.cue,
        "named": attribution.named,
        "quote": attribution.quote,
    }


def claim_json(claim: Claim) -> Json:
    """A claim as extraction gives it."""
    return {
        "id": claim.id,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "section": claim.section.value,
        "kinds": list(claim.kinds),
        "checkable": claim.checkable,
        "priority": claim.priority,
        "attribution": attribution_json(claim.attribution) if claim.attribution else None,
        "facts": [fact_json(fact) for fact in claim.facts],
    }


def quote_json(quote: Quote) -> Json:
    """A quotation and who says it."""
    return {
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "speaker": quote.speaker,
        "speaker_start": quote.speaker_start,
        "speaker_end": quote.speaker_end,
        "person": quote.person,
        "cue": quote.cue,
    }


def finding_json(finding: Finding) -> Json:
    """A finding; a span is a pair of offsets."""
    return {
        "kind": finding.kind,
        "message": finding.message,
        "severity": finding.severity.value,
        "spans": [[span.start, span.end] for span in finding.spans],
        "claims": list(finding.claims),
    }


def source_json(source: Source) -> Json:
    """A source without its number on the desk, which means nothing elsewhere."""
    return {"kind": source.kind.value, "name": source.name, "locator": source.locator, "note": source.note}


def contact_json(contact: Contact) -> Json:
    """Somebody who was asked."""
    return {
        "who": contact.who,
        "how": contact.how.value,
        "when": contact.when,
        "outcome": contact.outcome.value,
        "note": contact.note,
    }


def extraction_json(extraction: Extraction) -> Json:
    """What ``extract --json`` prints for one article."""
    draft = extraction.article.draft
    return {
        "schema": EXTRACT,
        "article": article_json(extraction.article),
        "text": draft.text,
        "blocks": [block_json(block) for block in draft.blocks],
        "claims": [claim_json(claim) for claim in extraction.claims],
        "quotes": [quote_json(quote) for quote in extraction.quotes],
        "findings": [finding_json(finding) for finding in extraction.findings],
    }


def match_json(claims: Iterable[tuple[str, str, Sequence[Match]]]) -> Json:
    """What ``match --json`` prints.

    Args:
        claims: For each claim its id, its text and its matches, best first.
    """
    return {
        "schema": MATCH,
        "claims": [
            {"id": claim_id, "text": text, "matches": [_one_match(match) for match in matches]}
            for claim_id, text, matches in claims
        ],
    }


def _one_match(match: Match) -> Json:
    return {
        "claim_id": match.claim_id,
        "article": match.article,
        "date": match.date.isoformat() if match.date else None,
        "text": match.text,
        "score": match.score,
        "relation": match.relation.value,
        "differences": [
            {"kind": difference.kind, "here": difference.here, "there": difference.there}
            for difference in match.differences
        ],
        "verdict": match.verdict.value if match.verdict else None,
        "sources": [source_json(source) for source in match.sources],
    }


def totals_json(progress: Progress) -> Json:
    """How many claims there are, by verdict."""
    return {
        "claims": progress.claims,
        "verified": progress.verified,
        "disputed": progress.disputed,
        "unsourced": progress.unsourced,
        "unchecked": progress.unchecked,
        "recheck": progress.recheck,
    }


def status_json(
    articles: Iterable[ArticleSummary],
    claims: Iterable[ClaimRecord] | None = None,
    conflicts: int | None = None,
) -> Json:
    """What ``status --json`` prints.

    Args:
        articles: The articles asked for.
        claims: The claims of the one article that was named; None when none was.
        conflicts: How many of them contradict an earlier claim without an answer; None when nobody looked.
    """
    told = {} if conflicts is None else {"conflicts": conflicts}
    document: Json = {"schema": STATUS, "articles": [{**_one_status(summary), **told} for summary in articles]}
    if claims is not None:
        document["claims"] = [_claim_status(record) for record in claims]
    return document


def _one_status(summary: ArticleSummary) -> Json:
    return {
        "id": summary.id,
        "slug": summary.slug,
        "title": summary.title,
        "draft": summary.draft,
        "state": summary.state.value,
        **totals_json(summary.progress),
    }


def _claim_status(record: ClaimRecord) -> Json:
    return {
        "id": record.id,
        "number": record.number,
        "start": record.claim.start,
        "end": record.claim.end,
        "text": record.claim.text,
        "verdict": record.verdict.value if record.verdict else None,
        "resolution": record.resolution.value,
        "checker": record.checker,
        "revision": record.revision,
        "sources": [source_json(source) for source in record.sources],
        "note": record.note,
    }


def rebase_json(report: Rebased) -> Json:
    """What ``rebase --json`` prints: what became of each former claim, and the claims that are new."""
    return {
        "schema": REBASE,
        "claims": [
            {
                "id": one.id,
                "state": one.state.value,
                "verdict": one.verdict.value if one.verdict else None,
                "before": _words(one.before),
                "after": _words(one.after) if one.after else None,
            }
            for one in report.claims
        ],
        "new": [{"id": record.id, **_words(record.claim)} for record in report.new],
    }


def import_json(record: ArticleRecord, report: Imported, *, written: bool) -> Json:
    """What ``import --json`` prints: what a filled-in checklist changed, or would change, and what was left."""
    return {
        "schema": IMPORT,
        "article": {"id": record.id, "slug": record.slug, "title": record.article.title},
        "written": written,
        "restored": report.restored,
        "changes": [
            {
                "id": change.claim,
                "number": change.number,
                "what": change.what,
                "before": change.before,
                "after": change.after,
            }
            for change in report.changes
        ],
        "questions": [
            {
                "place": question.place,
                "id": question.claim,
                "number": question.number,
                "text": question.text,
                "can_take": question.can_take,
            }
            for question in report.questions
        ],
        "same": report.same,
        "not_taken": [
            {"id": cell.claim, "number": cell.number, "what": cell.what, "said": cell.said} for cell in report.not_taken
        ],
    }


def _words(claim: Claim) -> Json:
    return {"start": claim.start, "end": claim.end, "text": claim.text}


def event_json(event: Event) -> Json:
    """One line of the log."""
    return {
        "id": event.id,
        "at": event.at.isoformat(),
        "who": event.who,
        "what": event.what,
        "article_id": event.article_id,
        "claim_id": event.claim_id,
        "before": dict(event.before) if event.before is not None else None,
        "after": dict(event.after) if event.after is not None else None,
        "act": event.act,
        "of": event.of,
        "hash": event.hash,
    }


def log_json(record: ArticleRecord, events: Iterable[Event]) -> Json:
    """What ``log --json`` prints: every event of an article, oldest first, with what was changed."""
    return {
        "schema": LOG,
        "article": {"id": record.id, "slug": record.slug, "title": record.article.title},
        "events": [event_json(event) for event in events],
    }

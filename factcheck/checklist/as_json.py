"""The checklist as JSON: everything, exact, so that it can come back to a desk bit for bit.

``factcheck/schemas/checklist.schema.json`` describes it. It also holds the claims that were found to be none, and those
on no list, since the log and the numbers of the others tell of them.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from factcheck import contract
from factcheck.checklist.entry import outcomes, sentence
from factcheck.model import AS_EXTRACTED

if TYPE_CHECKING:
    from factcheck.model import ArticleRecord, Checklist, ClaimRecord, Correction, Draft, Person, Source

SCHEMA: Final = "factcheck.checklist/1"
"""Schema name of the document."""

_TERMINAL_CONTROLS: Final = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def render(checklist: Checklist) -> bytes:
    """The checklist as indented UTF-8 JSON with a newline at its end."""
    draft = checklist.article.article.draft
    document: contract.Json = {
        "schema": SCHEMA,
        "only": checklist.only or None,
        "article": _article(checklist.article),
        "draft": _draft(checklist.article),
        "claims": [_claim(record, draft) for record in sorted(checklist.claims, key=lambda record: record.number)],
        "lost": [_claim(record, None) for record in checklist.lost],
        "aside": [
            {
                **_claim(one.record, None),
                "here": one.here,
                "hidden": one.hidden,
                "withdrawn": one.withdrawn,
                "placed": one.placed,
            }
            for one in checklist.aside
        ],
        "people": [_person(person) for person in checklist.people],
        "findings": [
            {**contract.finding_json(finding), "dismissed": finding.dismissed or None} for finding in checklist.findings
        ],
        "history": [contract.event_json(event) for event in checklist.history],
        "sign_off": sign_off(checklist),
    }
    return dumps(document)


def sign_off(checklist: Checklist) -> contract.Json:
    """The block that closes a file: totals, who, which draft, when."""
    draft = checklist.article.article.draft
    return {
        "totals": contract.totals_json(checklist.progress),
        "resolutions": {resolution.value: count for resolution, count in outcomes(checklist).items()},
        "checker": checklist.made_by,
        "draft": draft.number,
        "sha256": draft.sha256,
        "at": checklist.made_at.isoformat(),
    }


def dumps(document: contract.Json) -> bytes:
    """A document as bytes that keep every string exactly, and that a terminal may be shown.

    ``json`` escapes ESC and its like but lets DEL, the C1 controls and marks that turn the reading direction around
    through, which some terminals obey, and lone surrogates, which no encoding takes: those are escaped here. Letters
    stay letters, for who reads the file.
    """
    text = json.dumps(document, ensure_ascii=False, indent=2)
    text = _TERMINAL_CONTROLS.sub(lambda control: f"\\u{ord(control[0]):04x}", text)
    return f"{text}\n".encode("utf-8", "backslashreplace")


def about(checklist: Checklist) -> contract.Json:
    """What a file is about, in short."""
    record = checklist.article
    return {"id": record.id, "slug": record.slug, "title": record.article.title}


def _article(record: ArticleRecord) -> contract.Json:
    article = record.article
    return {
        "id": record.id,
        "slug": record.slug,
        "state": record.state.value,
        "title": article.title,
        "dek": article.dek,
        "byline": article.byline,
        "published": article.published.isoformat() if article.published else None,
        "source": article.source,
        "deadline": record.deadline,
        "warnings": list(article.warnings),
    }


def _draft(record: ArticleRecord) -> contract.Json:
    draft = record.article.draft
    return {
        "number": draft.number,
        "sha256": draft.sha256,
        "words": draft.words,
        "extracted": record.extracted,
        "text": draft.text,
        "blocks": [{**contract.block_json(block), "reason": block.reason} for block in draft.blocks],
        "annotations": [
            {"start": one.start, "end": one.end, "kind": one.kind.value, "author": one.author, "text": one.text}
            for one in draft.annotations
        ],
        "pages": list(draft.pages),
    }


def _source(source: Source) -> contract.Json:
    accessed = source.accessed.isoformat() if source.accessed else None
    return {**contract.source_json(source), "accessed": accessed, "sha256": source.sha256}


def _correction(correction: Correction) -> contract.Json | None:
    if correction == AS_EXTRACTED:
        return None
    kinds = None if correction.kinds is None else list(correction.kinds)
    return {"speaker": correction.speaker, "named": correction.named, "kinds": kinds}


def _person(person: Person) -> contract.Json:
    return {
        "name": person.name,
        "mentions": [[span.start, span.end] for span in person.mentions],
        "probable": person.probable,
        "titles": list(person.titles),
        "roles": list(person.roles),
        "ages": list(person.ages),
    }


def _claim(record: ClaimRecord, draft: Draft | None) -> contract.Json:
    """A claim with what was recorded; one that is not on the draft's list has neither number nor sentence."""
    claim = record.claim
    return {
        "id": record.id,
        "number": record.number if draft else None,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "as_written": record.as_written,
        "sentence": sentence(draft, record.span) if draft else None,
        **({"page": draft.page_of(claim.start)} if draft and draft.pages else {}),
        "section": claim.section.value,
        "kinds": list(claim.kinds),
        "checkable": claim.checkable,
        "priority": claim.priority,
        "attribution": contract.attribution_json(claim.attribution) if claim.attribution else None,
        "facts": [{**contract.fact_json(fact), "unit": fact.unit} for fact in claim.facts],
        "verdict": record.verdict.value if record.verdict else None,
        "former": record.former.value if record.former else None,
        "lost": record.lost.value if record.lost else None,
        "resolution": record.resolution.value,
        "note": record.note,
        "query": record.query,
        "answer": record.answer,
        "replacement": record.replacement,
        "legal": record.legal,
        "sources": [_source(source) for source in record.sources],
        "contacts": [contract.contact_json(contact) for contact in record.contacts],
        "checker": record.checker,
        "checked_at": record.checked_at.isoformat() if record.checked_at else None,
        "second": record.second.value if record.second else None,
        "second_reader": record.second_reader,
        "second_at": record.second_at.isoformat() if record.second_at else None,
        "assignee": record.assignee,
        "correction": _correction(record.correction),
        "revision": record.revision,
        "removed": record.removed,
        "manual": record.manual,
    }

"""An article comes back from a checklist that was exported from another desk, or from this one before it was lost.

Ids, of the article and of its claims, stay as they were when all of them are free here, and so does its slug; else
they are new, and the log tells that it came from a file. The log is taken over line by line, with its chain of hashes,
when this desk has none yet and the chain is whole, which it is when the other desk had no other article checked; else
each act becomes one line that tells who did what, when. What a checklist does not hold does not come back: the texts of
former drafts, so that to take back that an edited draft came in is refused here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.desk.article_rows import article_row
from factcheck.desk.claim_rows import CLAIM_COLUMNS, claim_row
from factcheck.desk.connection import clean
from factcheck.desk.slugs import slug
from factcheck.desk.times import to_iso
from factcheck.errors import ArticleError
from factcheck.model import IMPORTED, ArticleId, ClaimId, Draft

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.desk import Desk
    from factcheck.desk.connection import DeskFile
    from factcheck.model import AsideClaim, Checklist, ClaimRecord, Event

_SLUG: Final = re.compile("(?![0-9]+$)[a-z0-9]+(?:-[a-z0-9]+)*")

Ids = dict[ClaimId, ClaimId]
"""The ids of claims here, by those in the file."""


class Restoring:
    """Restores articles, inside the transaction of whoever calls.

    Args:
        desk: The desk.
        file: Its file.
    """

    def __init__(self, desk: Desk, file: DeskFile) -> None:
        self._desk = desk
        self._file = file

    def restore(self, checklist: Checklist) -> ArticleId:
        """Put an article on the desk with all that a checklist tells of it.

        Raises:
            ArticleError: when its text is here already.
        """
        record, article = checklist.article, checklist.article.article
        known = self._desk.articles.by_text(article.draft.sha256)
        if known is not None:
            raise ArticleError(f"this text is on the desk already, as {known.slug}", "fill in a checklist of that")
        records = [*checklist.claims, *checklist.lost, *(one.record for one in checklist.aside)]
        kept = self._free(record.id, [one.id for one in records])
        article_id = self._put_article(checklist, kept=kept)
        former = _former_drafts(checklist)
        draft_ids = {
            # The oldest first: which draft is the later one is told by its id.
            at: self._desk.drafts.put(article_id, Draft("", (), -at), ())
            for at in reversed(range(len(former)))
        }
        extracted_at = self._desk.now() if record.extracted else None
        present = self._desk.drafts.put(article_id, article.draft, article.warnings, extracted_at)
        self._desk.drafts.make_present(article_id, article.draft.number)
        aside = {one.record.id: one for one in checklist.aside}
        placed = [
            *((present, one) for one in checklist.claims),
            *((present, one.record) for one in checklist.aside if one.here),
            *((draft_ids[at], one) for at, own in enumerate(former) for one in own),
        ]
        ids = {
            one.id: self._put_claim(article_id, draft_id, one, aside.get(one.id), kept=kept)
            for draft_id, one in sorted(placed, key=lambda each: each[1].id)
        }
        self._put_facts_and_sources(records, aside, ids)
        self._put_as_written(records, ids, draft_ids.get(len(former) - 1))
        self._desk.findings.put(present, checklist.findings)
        self._desk.people.put(present, checklist.people)
        self._put_dismissals(checklist, article_id)
        whole = all(event.article_id == article_id and event.claim_id in {None, *ids} for event in checklist.history)
        taken_over = kept and whole and self._desk.events.take_over(checklist.history)
        if not taken_over:
            self._tell(checklist.history, article_id, ids)
        renamed = not kept or self._desk.articles.get(article_id).slug != record.slug
        if renamed and (taken_over or not checklist.history):
            # The log has to tell that it came from a file: the same file, filled in, has other ids or another slug.
            after = {"who": checklist.made_by, "at": to_iso(checklist.made_at), "what": "export"}
            self._desk.events.append(IMPORTED, article_id=article_id, after=after)
        return article_id

    def _free(self, article_id: ArticleId, claims: Sequence[ClaimId]) -> bool:
        """Whether this desk never gave one of these ids."""
        given = dict(self._file.rows("SELECT name, seq FROM sqlite_sequence WHERE name IN ('articles', 'claims')"))
        return article_id > given.get("articles", 0) and all(id_ > given.get("claims", 0) for id_ in claims)

    def _put_article(self, checklist: Checklist, *, kept: bool) -> ArticleId:
        record, article = checklist.article, checklist.article.article
        name, is_taken = record.slug, self._desk.articles.is_taken
        if is_taken(name) or len(name) > 80 or not _SLUG.fullmatch(name):
            name = slug(article.title, is_taken)
        row = article_row(name, article, record.state, self._desk.now())
        values = {**row, "deadline": record.deadline}
        article_id = ArticleId(self._file.insert("articles", {"id": record.id, **values} if kept else values))
        self._desk.index.retitle(article_id, None, clean(article.title))
        return article_id

    def _put_claim(
        self, article_id: ArticleId, draft_id: int, record: ClaimRecord, aside: AsideClaim | None, *, kept: bool
    ) -> ClaimId:
        claim = record.claim
        block = self._file.row(
            'SELECT id FROM blocks WHERE draft_id = ? AND start <= ? AND ? < "end"',
            (draft_id, claim.start, claim.start),
        )
        lost = "placed" if aside and aside.placed else record.lost and record.lost.value
        values = {
            **dict(zip(CLAIM_COLUMNS, claim_row(claim), strict=True)),
            "article_id": article_id,
            "draft_id": draft_id,
            "block_id": block[0] if block else None,
            "verdict": record.verdict and record.verdict.value,
            "former": record.former and record.former.value,
            "resolution": record.resolution.value,
            "note": record.note,
            "query": record.query,
            "answer": record.answer,
            "replacement": record.replacement,
            "legal": record.legal,
            "checker": record.checker,
            "checked_at": to_iso(record.checked_at) if record.checked_at else None,
            "second": record.second and record.second.value,
            "second_reader": record.second_reader,
            "second_at": to_iso(record.second_at) if record.second_at else None,
            "assignee": record.assignee,
            "own_speaker": record.correction.speaker,
            "own_named": record.correction.named,
            "own_kinds": None if record.correction.kinds is None else " ".join(record.correction.kinds),
            "manual": record.manual,
            "removed": record.removed,
            "hidden": bool(aside and aside.hidden),
            "withdrawn": bool(aside and aside.withdrawn),
            "lost": lost,
            "revision": record.revision,
        }
        return ClaimId(self._file.insert("claims", {"id": record.id, **values} if kept else values))

    def _put_facts_and_sources(
        self, records: Sequence[ClaimRecord], aside: Mapping[ClaimId, AsideClaim], ids: Ids
    ) -> None:
        self._desk.claims.put_facts([(ids[one.id], one.claim.facts) for one in records])
        for one in records:
            self._desk.sources.give(ids[one.id], [self._desk.sources.put(source) for source in one.sources])
            self._desk.claims.contacts.give(ids[one.id], one.contacts)
        withdrawn = {id_ for id_, one in aside.items() if one.withdrawn}
        self._desk.index.put([(ids[one.id], clean(one.claim.text)) for one in records if one.id not in withdrawn])

    def _put_as_written(self, records: Sequence[ClaimRecord], ids: Ids, draft_id: int | None) -> None:
        """Keep what claims said in the draft before; where they stood there is not known."""
        for one in records:
            if one.as_written and draft_id is not None:
                place = dict(zip(CLAIM_COLUMNS, claim_row(one.claim), strict=True))
                del place["checkable"]
                more = {"claim_id": ids[one.id], "draft_id": draft_id, "hidden": 0, "facts": "[]"}
                self._file.insert("placements", {**place, **more, "text": one.as_written})

    def _put_dismissals(self, checklist: Checklist, article_id: ArticleId) -> None:
        findings = checklist.findings
        names = self._desk.dismissals.names(findings, checklist.article.article.draft.text)
        for name, one in zip(names, findings, strict=True):
            if one.dismissed:
                self._desk.dismissals.set(article_id, name, one.dismissed)

    def _tell(self, history: Sequence[Event], article_id: ArticleId, ids: Ids) -> None:
        """Write a line for each act, in the name of whoever imports: who did it, when, and what.

        What the other desk had from a file tells that already, and it is told on as it is.
        """
        for event in history:
            if event.id == event.act:
                act = {"who": event.who, "at": to_iso(event.at), "what": event.what}
                after = event.after if event.what == IMPORTED else act
                claim = ids.get(event.claim_id) if event.claim_id is not None else None
                self._desk.events.append(IMPORTED, article_id=article_id, claim_id=claim, after=after)


def _former_drafts(checklist: Checklist) -> list[list[ClaimRecord]]:
    """The claims of former drafts by draft, the newest first.

    Which draft is not in the file; but lost claims come draft by draft in story order, so that another begins where the
    order breaks. The texts of these drafts are not known; one more stands for what claims said before.
    """
    drafts: list[list[ClaimRecord]] = []
    for record in checklist.lost:
        if not drafts or record.span <= drafts[-1][-1].span:
            drafts.append([])
        drafts[-1].append(record)
    for one in checklist.aside:
        if not one.here:
            free = (own for own in drafts if all(other.span != one.record.span for other in own))
            own = next(free, None)
            if own is None:
                drafts.append([one.record])
            else:
                own.append(one.record)
    return [*drafts, []]

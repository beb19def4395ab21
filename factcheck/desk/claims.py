"""Claims: what the extraction found, and what checkers recorded about each."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from factcheck.desk.claim_rows import CLAIM_COLUMNS, SELECT_CLAIM, claim_record, claim_row, fact_value, with_facts
from factcheck.desk.connection import clean, storable
from factcheck.desk.contacts import Contacts
from factcheck.desk.placements import Placements
from factcheck.errors import DeskError, StaleError
from factcheck.model import ArticleId, AsideClaim, ClaimId, Fact, FactKind, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.desk.connection import DeskFile
    from factcheck.desk.index import Index
    from factcheck.desk.sources import Sources
    from factcheck.model import Claim, ClaimRecord, Source

_COLUMNS: Final = (
    "verdict", "checker", "checked_at", "former", "resolution", "note", "query", "answer", "replacement", "legal",
    "checkable", "removed", "withdrawn", "lost", "second", "second_reader", "second_at", "assignee",
    "own_speaker", "own_named", "own_kinds",
)  # fmt: skip
"""What a checker can change of a claim, besides its sources and contacts."""


IN_DRAFT: Final = "coalesce(json_extract(\"after\", '$.in'), 1) = ?"
"""In a query of events that gave a claim other words: only those in the draft with a number, as offsets count in one
text. Events that do not tell are of the time when there was only the first."""


class Claims:
    """The claims of one desk.

    Args:
        file: The desk file.
        sources: Its sources.
        index: Its match index.
    """

    def __init__(self, file: DeskFile, sources: Sources, index: Index) -> None:
        self._file = file
        self._sources = sources
        self._index = index
        self.contacts = Contacts(file)
        """Who was asked about them."""
        self.placements = Placements(file)
        """Where they stand in other drafts."""

    def of(self, article_id: ArticleId, *, removed: bool = False) -> tuple[ClaimRecord, ...]:
        """The claims of an article's present draft.

        Args:
            article_id: The article.
            removed: Whether to give those, too, that a checker took off the list.

        Returns:
            In story order, without those in blocks that bear no claims. Numbers count all, so that taking a claim off
            the list, or overruling a block's role, gives no other claim a new number.
        """
        where = "claims.draft_id = (SELECT draft_id FROM articles WHERE id = ?) AND NOT claims.withdrawn"
        return self._listed(where, article_id, removed=removed)

    def hidden(self, article_id: ArticleId) -> tuple[ClaimRecord, ...]:
        """The claims of an article's present draft in blocks that bear none, also those taken off the list."""
        where = "claims.draft_id = (SELECT draft_id FROM articles WHERE id = ?) AND NOT claims.withdrawn"
        return self._listed(where, article_id, removed=True, hidden=True)

    def lost(self, article_id: ArticleId) -> tuple[ClaimRecord, ...]:
        """The claims of an article's former drafts that have no place in a later one: cut, or orphaned.

        Returns:
            Each as it stood in the last draft that it is in, those of the newest drafts first, in story order.
        """
        where = "claims.article_id = ? AND lost IN ('cut', 'orphaned') AND NOT (claims.withdrawn OR claims.removed)"
        return self._listed(where, article_id, removed=False)

    def aside(self, article_id: ArticleId) -> tuple[AsideClaim, ...]:
        """The claims of an article that are neither on its list, nor taken off it, nor lost, in order of their ids."""
        flags = (
            "SELECT id, draft_id = (SELECT draft_id FROM articles WHERE articles.id = article_id) AS here, hidden,"
            " withdrawn, coalesce(lost = 'placed', 0), coalesce(lost IN ('cut', 'orphaned'), 0) AND NOT removed"
            " FROM claims WHERE article_id = ? ORDER BY id"
        )
        with self._file.reading():
            return tuple(
                AsideClaim(self.get(ClaimId(id_)), bool(here), bool(hidden), bool(withdrawn), bool(placed))
                for id_, here, hidden, withdrawn, placed, lost in self._file.rows(flags, (article_id,))
                if hidden or withdrawn or not (here or lost)
            )

    def _listed(
        self, where: str, article_id: ArticleId, *, removed: bool, hidden: bool = False
    ) -> tuple[ClaimRecord, ...]:
        with self._file.reading():
            rows = self._file.rows(f'{SELECT_CLAIM} WHERE {where} ORDER BY draft_id DESC, start, "end"', (article_id,))
            facts = self._facts(where, (article_id,))
            sources = self._sources.under(where, (article_id,))
            contacts = self.contacts.under(where, (article_id,))
        records = []
        for number, (*row, aside, ready_on) in enumerate(rows, 1):
            id_ = row[0]
            record = claim_record(number, row, facts.get(id_, ()), sources.get(id_, ()), contacts.get(id_, ()))
            if bool(aside) is hidden and (removed or not record.removed):
                records.append(record if ready_on is None else with_facts(record, ready_on))
        return tuple(records)

    def get(self, claim_id: ClaimId) -> ClaimRecord:
        """One claim, whether removed or not.

        Raises:
            DeskError: when there is no such claim.
        """
        with self._file.reading():
            row = self._file.row(f"{SELECT_CLAIM} WHERE id = ?", (claim_id,))
            if row is None:
                raise no_claim(claim_id)
            number = self._file.row(
                "SELECT count(*) FROM claims JOIN claims AS this ON this.id = ? WHERE claims.draft_id = this.draft_id"
                ' AND NOT claims.withdrawn AND (claims.start, claims."end") <= (this.start, this."end")',
                (claim_id,),
            )
            facts = self._facts("claims.id = ?", (claim_id,)).get(claim_id, ())
            sources = self._sources.under("claims.id = ?", (claim_id,)).get(claim_id, ())
            contacts = self.contacts.under("claims.id = ?", (claim_id,)).get(claim_id, ())
        record = claim_record(number[0] if number else 0, row[:-2], facts, sources, contacts)
        return record if row[-1] is None else with_facts(record, row[-1])

    def article_of(self, claim_id: ClaimId) -> ArticleId:
        """The article that a claim stands in.

        Raises:
            DeskError: when there is no such claim.
        """
        with self._file.reading():
            row = self._file.row("SELECT article_id FROM claims WHERE id = ?", (claim_id,))
        if row is None:
            raise no_claim(claim_id)
        return ArticleId(row[0])

    def at(self, article_id: ArticleId, start: int, end: int) -> ClaimId | None:
        """The claim of the present draft with exactly this span, also one that was removed or withdrawn."""
        sql = (
            "SELECT claims.id FROM claims JOIN articles ON claims.draft_id = articles.draft_id"
            ' WHERE articles.id = ? AND start = ? AND "end" = ?'
        )
        with self._file.reading():
            row = self._file.row(sql, (article_id, start, end))
        return ClaimId(row[0]) if row else None

    def is_numbered(self, claim_id: ClaimId) -> bool:
        """Whether a claim is one of its article's present draft, and so has a number of its own there."""
        sql = (
            "SELECT 1 FROM claims JOIN articles ON articles.id = article_id AND articles.draft_id = claims.draft_id"
            " WHERE claims.id = ? AND NOT withdrawn"
        )
        with self._file.reading():
            return self._file.row(sql, (claim_id,)) is not None

    def stands(self, article_id: ArticleId) -> tuple[tuple[ClaimId, int, Span, str, bool, bool], ...]:
        """Where the claims of an article stand, or stood when they left a draft.

        Returns:
            A row for each claim and draft: its id, the draft's number, where it stands in that, its words there,
            whether it was taken back, and whether it is off the list: no claim, or in a block that bears none. Of the
            rows of a claim the last one tells of the draft that it is in.
        """
        sql = (
            'SELECT claim_id, number, start, "end", placements.text, 0, 0 FROM placements'
            " JOIN drafts ON drafts.id = draft_id WHERE article_id = ?1 UNION ALL"
            ' SELECT claims.id, number, start, "end", claims.text, withdrawn,'
            " removed OR hidden FROM claims"
            " JOIN drafts ON drafts.id = draft_id WHERE claims.article_id = ?1"
        )
        with self._file.reading():
            return tuple(
                (ClaimId(id_), draft, Span(start, end), text, bool(withdrawn), bool(unlisted))
                for id_, draft, start, end, text, withdrawn, unlisted in self._file.rows(sql, (article_id,))
            )

    def wordings(self, article_id: ArticleId) -> Mapping[ClaimId, tuple[str, ...]]:
        """What the claims of an article said in earlier drafts, where that was something else, the newest first."""
        sql = (
            "SELECT claims.id, placements.text FROM claims JOIN placements ON claim_id = claims.id"
            " JOIN drafts ON drafts.id = placements.draft_id WHERE claims.article_id = ? AND NOT undone"
            " AND placements.draft_id < claims.draft_id AND placements.text != claims.text"
            " ORDER BY placements.draft_id DESC"
        )
        found: dict[ClaimId, dict[str, None]] = {}
        with self._file.reading():
            for id_, text in self._file.rows(sql, (article_id,)):
                found.setdefault(ClaimId(id_), {})[text] = None
        return {id_: tuple(texts) for id_, texts in found.items()}

    @staticmethod
    def kept(values: Mapping[str, object]) -> dict[str, object]:
        """What is to be recorded, as it will be told when it is: SQLite takes no lone surrogates."""
        return {key: storable(value) for key, value in values.items()}

    def recorded(self, claim_id: ClaimId) -> Mapping[str, object]:
        """What checkers can change of a claim as it is now, in the words of the log, and its ``revision``.

        Raises:
            DeskError: when there is no such claim.
        """
        columns = (*_COLUMNS, "revision", "start", "end", "draft")
        with self._file.reading():
            row = self._file.row(
                f'SELECT {", ".join(_COLUMNS)}, revision, start, "end", number FROM claims'
                " JOIN drafts ON drafts.id = draft_id WHERE claims.id = ?",
                (claim_id,),
            )
            if row is None:
                raise no_claim(claim_id)
            sources = self._sources.under("claims.id = ?", (claim_id,)).get(claim_id, ())
            contacts = self.contacts.under("claims.id = ?", (claim_id,)).get(claim_id, ())
        values = dict(zip(columns, row, strict=True))
        values["span"] = [values.pop("start"), values.pop("end")]
        for switch in ("legal", "checkable", "removed", "withdrawn", "own_named"):
            values[switch] = bool(values[switch])
        return {
            **values,
            "sources": [self._sources.words(source) for source in sources],
            "contacts": [self.contacts.words(contact) for contact in contacts],
        }

    def change(self, claim_id: ClaimId, revision: int, values: Mapping[str, object]) -> int:
        """Change what is recorded about a claim, unless somebody else did so since it was read.

        Args:
            claim_id: The claim.
            revision: The revision that was read.
            values: What is to be changed, as ``recorded`` gives it.

        Returns:
            The new revision.

        Raises:
            StaleError: when the claim has another revision by now; nothing is changed.
            DeskError: when the file cannot be written.
        """
        columns = [column for column in _COLUMNS if column in values]
        settings = "".join(f"{column} = ?, " for column in columns)
        with self._file.writing():
            changed = self._file.run(
                f"UPDATE claims SET {settings}revision = revision + 1 WHERE id = ? AND revision = ?",
                (*(values[column] for column in columns), claim_id, revision),
            )
            if not changed:
                raise StaleError(f"claim {claim_id} was changed by somebody else", "look at it again, then decide")
            if "sources" in values:
                self._sources.give(claim_id, [self._sources.meant(each) for each in _list(values["sources"])])
            if "contacts" in values:
                self.contacts.give(claim_id, [self.contacts.meant(each) for each in _list(values["contacts"])])
            if "span" in values:
                self._respan(claim_id, *_span(values["span"]))
            if "draft" in values:
                self._go(claim_id, values["draft"])
            if "withdrawn" in values:
                self._reindex(claim_id, withdrawn=bool(values["withdrawn"]))
        return revision + 1

    def add(self, article_id: ArticleId, claim: Claim) -> ClaimId:
        """Store a claim that a checker made out; its id in the extraction is of no account.

        Raises:
            DeskError: when the file cannot be written.
        """
        with self._file.writing():
            (place,) = self._file.rows(
                "SELECT articles.id, draft_id, (SELECT blocks.id FROM blocks WHERE blocks.draft_id = articles.draft_id"
                ' AND start <= ? AND ? < "end") FROM articles WHERE id = ?',
                (claim.start, claim.start, article_id),
            )
            columns = "article_id", "draft_id", "block_id", "manual", *CLAIM_COLUMNS
            values = dict(zip(columns, (*place, 1, *claim_row(claim)), strict=True))
            claim_id = ClaimId(self._file.insert("claims", values))
            self.put_facts([(claim_id, claim.facts)])
            self._index.put([(claim_id, clean(claim.text))])
        return claim_id

    def put_facts(self, facts: Sequence[tuple[ClaimId, Sequence[Fact]]]) -> None:
        """Give claims their facts, in the place of those that they had."""
        with self._file.writing():
            self._file.run_many("DELETE FROM facts WHERE claim_id = ?", [(claim_id,) for claim_id, _ in facts])
            self._insert_facts(facts)

    def _insert_facts(self, facts: Sequence[tuple[ClaimId, Sequence[Fact]]]) -> None:
        self._file.insert_all(
            "facts",
            ("claim_id", "kind", "start", "end", "text", "value", "unit"),
            [
                (claim_id, fact.kind.value, fact.start, fact.end, fact.text, fact_value(fact), fact.unit)
                for claim_id, own in facts
                for fact in own
            ],
        )

    def lead(self, leads: Sequence[tuple[ClaimId, str | None, str | None, str | None, Source | None]]) -> None:
        """Write down what was found earlier about many claims: verdict, checker, time, and a further source.

        Raises:
            DeskError: when the file cannot be written.
        """
        with self._file.writing():
            self._file.run_many(
                "UPDATE claims SET verdict = ?, checker = ?, checked_at = ?, revision = revision + 1 WHERE id = ?",
                [(verdict, checker, at, id_) for id_, verdict, checker, at, _ in leads if verdict],
            )
            self._sources.add([(id_, source) for id_, *_, source in leads if source])

    def _respan(self, claim_id: ClaimId, start: int, end: int) -> None:
        """Give a claim other words of its draft.

        Facts outside stay with it, unseen, so that they are there again when the change is taken back.
        """
        from factcheck.extraction.facts import find_facts

        text, number, published, first, last = self._file.rows(
            'SELECT drafts.text, number, published, start, "end" FROM claims JOIN drafts ON drafts.id = claims.draft_id'
            " JOIN articles ON articles.id = claims.article_id WHERE claims.id = ?",
            (claim_id,),
        )[0]
        self._file.run(
            'UPDATE claims SET start = ?, "end" = ?, text = ? WHERE id = ?', (start, end, text[start:end], claim_id)
        )
        # What words state that were the claim's once is known; only what it never had is looked at.
        sql = f'SELECT "before" FROM events WHERE claim_id = ? AND {IN_DRAFT}'
        for (before,) in self._file.rows(sql, (claim_id, number)):
            former = json.loads(before or "{}").get("span")
            if former:
                first, last = min(first, former[0]), max(last, former[1])
        known = self._file.rows('SELECT start, "end" FROM facts WHERE claim_id = ?', (claim_id,))
        found = [
            fact
            for fact in find_facts(text, start, end, published=date.fromisoformat(published) if published else None)
            if not (first <= fact.start and fact.end <= last)
            and not any(begin < fact.end and fact.start < stop for begin, stop in known)
        ]
        self._insert_facts([(claim_id, found)])
        self._reindex(claim_id, withdrawn=False)

    def _go(self, claim_id: ClaimId, number: object) -> None:
        """Bring a claim to another draft of its article."""
        sql = "SELECT text FROM claims WHERE id = ?"
        before = self._file.row(sql, (claim_id,))
        self.placements.go(claim_id, number if isinstance(number, int) else 0)
        if self._file.row(sql, (claim_id,)) != before:
            self._reindex(claim_id, withdrawn=False)

    def _reindex(self, claim_id: ClaimId, *, withdrawn: bool) -> None:
        row = self._file.row("SELECT text FROM claims WHERE id = ?", (claim_id,))
        if withdrawn or row is None:
            self._index.remove([claim_id])
        else:
            self._index.put([(claim_id, row[0])])

    def _facts(self, where: str, values: Sequence[object]) -> Mapping[ClaimId, tuple[Fact, ...]]:
        found: dict[ClaimId, list[Fact]] = defaultdict(list)
        rows = self._file.rows(
            'SELECT claim_id, kind, facts.start, facts."end", facts.text, value, unit'
            " FROM facts JOIN claims ON claims.id = claim_id"
            ' AND facts.start >= claims.start AND facts."end" <= claims."end"'
            f" WHERE {where} ORDER BY facts.start, facts.id",
            values,
        )
        for claim_id, kind, *rest in rows:
            found[claim_id].append(Fact(FactKind(kind), *rest))
        return {claim_id: tuple(facts) for claim_id, facts in found.items()}


def no_claim(claim_id: int) -> DeskError:
    """There is no such claim."""
    return DeskError(
        f"there is no claim {claim_id} on the desk", "'factcheck status ARTICLE' lists an article's claims"
    )


def _span(value: object) -> tuple[int, int]:
    start, end = value if isinstance(value, list) else (0, 0)
    return start, end


def _list(value: object) -> list[Mapping[str, Any]]:
    return value if isinstance(value, list) else []

"""Articles: put on the desk, found again, and given the claims that were pulled out of them."""

from __future__ import annotations

import json
import os.path
from bisect import bisect_left
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Literal, TypedDict, Unpack

from factcheck.desk.connection import clean
from factcheck.desk.slugs import slug
from factcheck.desk.storing import Storing
from factcheck.desk.times import from_iso, to_iso
from factcheck.errors import ArticleError, StaleError
from factcheck.model import (
    Annotation,
    AnnotationKind,
    Article,
    ArticleId,
    ArticleRecord,
    ArticleSummary,
    Block,
    ClaimId,
    Draft,
    Finding,
    Original,
    Person,
    Progress,
    Role,
    Severity,
    Span,
    State,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from datetime import datetime

    from factcheck.desk.claims import Claims
    from factcheck.desk.connection import DeskFile
    from factcheck.desk.dismissals import Dismissals
    from factcheck.desk.index import Index
    from factcheck.desk.storing import Checked
    from factcheck.model import Claim, ClaimRecord, Extraction


class Meta(TypedDict, total=False):
    """What is said about an article and can be corrected; what is left out stays as it is."""

    title: str
    dek: str | None
    byline: str | None
    published: date | None
    deadline: str
    """By the desk's clock, a day or one with hour and minute in ISO 8601; empty when there is none."""


_META: Final[tuple[Literal["title", "dek", "byline", "published", "deadline"], ...]] = (
    "title", "dek", "byline", "published", "deadline",
)  # fmt: skip

_SELECT: Final = """
    SELECT articles.id, slug, title, dek, byline, published, source, state,
           drafts.id, number, text, warnings, extracted_at, deadline, pages
    FROM articles JOIN drafts ON drafts.id = articles.draft_id
"""
_SUMMARY: Final = """
    SELECT articles.id, slug, title, drafts.number, state, deadline, events.id, events.at, events.who,
           count(claims.id), total(verdict = 'verified'), total(verdict = 'disputed'), total(verdict = 'unsourced'),
           total(verdict IS NULL AND NOT checkable), total(verdict IS NULL AND checkable AND former IS NOT NULL)
    FROM articles
    JOIN drafts ON drafts.id = articles.draft_id
    LEFT JOIN events ON events.id = (SELECT max(id) FROM events WHERE article_id = articles.id)
    LEFT JOIN claims ON claims.draft_id = drafts.id AND NOT (removed OR hidden OR withdrawn)
"""


class Articles:
    """The articles of one desk.

    Args:
        file: The desk file.
        claims: Its claims.
        index: Its match index.
        dismissals: Its dismissed findings.
        clock: Gives the time.
    """

    def __init__(
        self,
        file: DeskFile,
        claims: Claims,
        index: Index,
        dismissals: Dismissals,
        clock: Callable[[], datetime],
    ) -> None:
        self._file = file
        self._claims = claims
        self._index = index
        self._dismissals = dismissals
        self._clock = clock

    def put(self, article: Article, *, state: State = State.CHECKING) -> ArticleRecord:
        """Put an article on the desk; when its text is there already, that article stays as it is.

        Args:
            article: The article as it was read.
            state: Whether it is to be checked, or is an earlier one.

        Returns:
            The new or the known record.

        Raises:
            DeskError: when the file cannot be written.
        """
        with self._file.writing():
            known = self.by_text(article.draft.sha256)
            return known or self.get(self._put(article, state).id)

    def put_ready(self, article: Article, claims: Sequence[Claim], checked: Sequence[Checked]) -> tuple[ClaimId, ...]:
        """Put an earlier article on the desk whose claims came ready; their facts are found when they are read.

        Args:
            article: The article, whose text is not on the desk yet.
            claims: Its claims, with offsets into the draft.
            checked: What was found about each of them.

        Returns:
            The claims' ids, in order.

        Raises:
            DeskError: when the file cannot be written.
        """
        with self._file.writing():
            record = self._put(article, State.ARCHIVE, to_iso(self._clock()))
            return Storing(self._file, self._claims, self._index).put_ready(record, claims, checked)

    def _put(self, article: Article, state: State, extracted_at: str | None = None) -> ArticleRecord:
        draft = article.draft
        name = slug(article.title, self._is_taken)
        article_id = self._file.insert("articles", article_row(name, article, state, to_iso(self._clock())))
        draft_id = self.put_draft(ArticleId(article_id), draft, article.warnings, extracted_at)
        if state is State.CHECKING:
            self._put_original(draft_id, article.original)
        self._file.run("UPDATE articles SET draft_id = ? WHERE id = ?", (draft_id, article_id))
        self._index.retitle(ArticleId(article_id), None, clean(article.title))
        return ArticleRecord(ArticleId(article_id), name, article, state, draft_id, extracted=extracted_at is not None)

    def put_draft(
        self, article_id: ArticleId, draft: Draft, warnings: Sequence[str], extracted_at: str | None = None
    ) -> int:
        """Add a draft as it is to an article, which stays at the one that it is at; gives its id."""
        draft_id = self._file.insert(
            "drafts",
            {
                "article_id": article_id,
                "number": draft.number,
                "sha256": draft.sha256,
                "extracted_at": extracted_at,
                "words": draft.words,
                "warnings": json.dumps(warnings, ensure_ascii=False),
                "pages": json.dumps(draft.pages),
                "text": draft.text,
            },
        )
        self._file.insert_all(
            "blocks",
            ("draft_id", "start", "end", "role", "reason"),
            [(draft_id, block.start, block.end, block.role.value, block.reason) for block in draft.blocks],
        )
        self._file.insert_all(
            "annotations",
            ("draft_id", "start", "end", "kind", "author", "text"),
            [
                (draft_id, one.start, one.end, one.kind.value, clean(one.author), clean(one.text))
                for one in draft.annotations
            ],
        )
        return draft_id

    def _put_original(self, draft_id: int, original: Original | None) -> None:
        if original is not None:
            row = {
                "draft_id": draft_id,
                "media_type": original.media_type,
                "url": clean(original.url),
                "sha256": original.sha256,
                "data": original.data,
            }
            self._file.insert("originals", row)

    def original(self, draft_id: int) -> Original | None:
        """What a draft was read from; None when that was its text alone."""
        with self._file.reading():
            row = self._file.row("SELECT data, media_type, url FROM originals WHERE draft_id = ?", (draft_id,))
        return None if row is None else Original(*row)

    def add_draft(
        self, article_id: ArticleId, draft: Draft, warnings: Sequence[str], original: Original | None = None
    ) -> tuple[int, int]:
        """Add a draft to an article, which stays at the one that it is at.

        Args:
            article_id: The article.
            draft: The draft; its number is of no account.
            warnings: What is to be known about how it was read.
            original: What it was read from.

        Returns:
            Its id, and the number that it was given: one above the highest.

        Raises:
            DeskError: when the file cannot be written.
        """
        with self._file.writing():
            (last,) = self._file.rows("SELECT max(number) FROM drafts WHERE article_id = ?", (article_id,))[0]
            draft_id = self.put_draft(article_id, replace(draft, number=last + 1), warnings)
            self._put_original(draft_id, original)
            return draft_id, last + 1

    def has_draft(self, article_id: ArticleId, number: int) -> bool:
        """Whether an article has a draft of this number on the desk."""
        sql = "SELECT 1 FROM drafts WHERE article_id = ? AND number = ?"
        with self._file.reading():
            return self._file.row(sql, (article_id, number)) is not None

    def set_draft(self, article_id: ArticleId, number: int) -> None:
        """Bring an article to one of its drafts; its claims are brought there on their own.

        Raises:
            ArticleError: when it has no such draft.
            DeskError: when the file cannot be written.
        """
        with self._file.writing():
            row = self._file.row("SELECT id FROM drafts WHERE article_id = ? AND number = ?", (article_id, number))
            if row is None:
                raise ArticleError(f"the article has no draft {number}", "'factcheck log' tells of its drafts")
            # One that is taken back is no earlier draft of those that come after it.
            present = "id = (SELECT draft_id FROM articles WHERE id = ?1) AND id > ?2"
            self._file.run(f"UPDATE drafts SET undone = 1 WHERE {present}", (article_id, row[0]))
            self._file.run("UPDATE drafts SET undone = 0 WHERE id = ?", (row[0],))
            self._file.run("UPDATE articles SET draft_id = ? WHERE id = ?", (row[0], article_id))

    def remove(self, article_id: ArticleId) -> None:
        """Take an earlier article off the desk, with its claims.

        Raises:
            ArticleError: when there is no such article, or somebody has checked it here: what a checker did stays.
            DeskError: when the file cannot be written.
        """
        with self._file.writing():
            record = self.get(article_id)
            if record.state is not State.ARCHIVE or self._file.row(
                "SELECT 1 FROM events WHERE article_id = ? LIMIT 1", (article_id,)
            ):
                raise ArticleError(
                    f"{record.slug} was checked on this desk", "only what 'factcheck add' took in can go"
                )
            ids = [
                ClaimId(id_) for (id_,) in self._file.rows("SELECT id FROM claims WHERE article_id = ?", (article_id,))
            ]
            self._index.remove(ids)
            rested_on = self._file.rows(
                "SELECT DISTINCT source_id FROM claim_sources JOIN claims ON claims.id = claim_id WHERE article_id = ?",
                (article_id,),
            )
            self._index.retitle(article_id, record.article.title, None)
            self._file.run("UPDATE articles SET draft_id = NULL WHERE id = ?", (article_id,))
            for table in ("positions", "dismissals", "claims"):
                self._file.run(f"DELETE FROM {table} WHERE article_id = ?", (article_id,))
            for table in ("findings", "people", "blocks", "annotations", "originals"):
                self._file.run(
                    f"DELETE FROM {table} WHERE draft_id IN (SELECT id FROM drafts WHERE article_id = ?)", (article_id,)
                )
            self._file.run_many(
                "DELETE FROM sources WHERE id = ? AND id NOT IN (SELECT source_id FROM claim_sources)", rested_on
            )
            self._file.run("DELETE FROM drafts WHERE article_id = ?", (article_id,))
            self._file.run("DELETE FROM articles WHERE id = ?", (article_id,))

    def from_source(self, source: str) -> tuple[tuple[ArticleId, str, str], ...]:
        """The articles that were read from a path or URL, each with its title and the digest of its present text.

        Raises:
            DeskError: when the file cannot be read.
        """
        sql = (
            "SELECT articles.id, title, sha256 FROM articles JOIN drafts ON drafts.id = draft_id"
            " WHERE source = ? ORDER BY articles.id"
        )
        with self._file.reading():
            rows = self._file.rows(sql, (source,))
        return tuple((ArticleId(id_), title, sha256) for id_, title, sha256 in rows)

    def get(self, article_id: ArticleId) -> ArticleRecord:
        """An article with its present draft.

        Raises:
            ArticleError: when there is no such article.
        """
        record = self._one("WHERE articles.id = ?", (article_id,))
        if record is None:
            raise ArticleError(f"there is no article {article_id} on the desk", "'factcheck status' lists those there")
        return record

    def by_text(self, sha256: str) -> ArticleRecord | None:
        """The article of which some draft has this text, by the hex digest of its UTF-8; None when there is none."""
        return self._one(
            "WHERE articles.id = (SELECT article_id FROM drafts WHERE sha256 = ? ORDER BY id DESC LIMIT 1)", (sha256,)
        )

    def knows(self, sha256: str, title: str | None = None) -> bool:
        """Whether some draft on the desk has this text; with a title, one of an article that is called so.

        Args:
            sha256: Hex digest of the text's UTF-8.
            title: The article's; None for any.

        Raises:
            DeskError: when the file cannot be read.
        """
        sql = (
            "SELECT 1 FROM drafts JOIN articles ON articles.id = article_id"
            " WHERE sha256 = ?1 AND title = ifnull(?2, title) LIMIT 1"
        )
        with self._file.reading():
            return self._file.row(sql, (sha256, title)) is not None

    def find(self, key: str) -> ArticleRecord:
        """The article that a checker means by an id, a slug, or the path or URL that it was read from.

        Raises:
            ArticleError: when there is none, with the nearest name, or more than one.
        """
        with self._file.reading():
            ids = self._ids(key)
            if len(ids) == 1:
                return self.get(ids[0])
            if ids:
                rows = self._file.rows(f"SELECT id, slug FROM articles WHERE id IN ({', '.join('?' * len(ids))})", ids)
                listed = ", ".join(f"{id_} ({name})" for id_, name in rows)
                raise ArticleError(f"several articles were read from {key}", f"name one by its id: {listed}")
            names = [name for (name,) in self._file.rows("SELECT slug FROM articles")]
        near = _nearest(key, names)
        todo = f"did you mean {near}?" if near else "'factcheck status' lists those there"
        raise ArticleError(f"there is no article {key!r} on the desk", todo)

    def summaries(
        self, states: Collection[State] = tuple(State), *, newest: int | None = None
    ) -> tuple[ArticleSummary, ...]:
        """Articles without their texts, those that were worked on last first, then by age, newest first.

        Args:
            states: Of which state.
            newest: How many to give at most, those that came last; None for all.
        """
        values = [*(state.value for state in states), -1 if newest is None else newest]
        sql = (
            f"{_SUMMARY} WHERE articles.id IN (SELECT id FROM articles WHERE state IN ({', '.join('?' * len(states))})"
            " ORDER BY id DESC LIMIT ?)"
            " GROUP BY articles.id ORDER BY coalesce(events.at, added_at) DESC, articles.id DESC"
        )
        with self._file.reading():
            return tuple(_summary(*row) for row in self._file.rows(sql, values))

    def count(self, states: Collection[State]) -> int:
        """How many articles are of some states."""
        sql = f"SELECT count(*) FROM articles WHERE state IN ({', '.join('?' * len(states))})"
        with self._file.reading():
            return int(self._file.rows(sql, [state.value for state in states])[0][0])

    def archive_version(self) -> tuple[int, ...]:
        """Numbers that are others as soon as another set of articles is archive or signed off."""
        # That an earlier article was replaced shows as well: the new one has a new id.
        sql = "SELECT count(*), ifnull(max(id), 0), ifnull(sum(id), 0) FROM articles WHERE state != ?"
        with self._file.reading():
            return tuple(self._file.rows(sql, [State.CHECKING.value])[0])

    def summary(self, article_id: ArticleId) -> ArticleSummary:
        """One article without its text.

        Raises:
            ArticleError: when there is no such article.
        """
        with self._file.reading():
            row = self._file.row(f"{_SUMMARY} WHERE articles.id = ? GROUP BY articles.id", (article_id,))
            if row is None:
                self.get(article_id)
        return _summary(*(row or ()))

    def store(self, article_id: ArticleId, extraction: Extraction, *, complete: bool) -> None:
        """Give an article's present draft the claims of an extraction; what checkers recorded stays.

        A claim is known again by its span. It may be called with a growing part of the claims while extraction goes
        on, in which case nothing is taken away.

        Args:
            article_id: The article.
            extraction: Its claims, with offsets into the present draft; findings count only when it is complete.
            complete: Whether these are all of its claims: others go, unless a checker added or touched them or they
                stand in a block that bears no claims at present.

        Raises:
            StaleError: when the article is at another draft by now; nothing is stored.
            DeskError: when the file cannot be written.
        """
        with self._file.writing():
            record = self.get(article_id)
            if clean(extraction.article.draft.text) != record.article.draft.text:
                raise StaleError("another draft was taken in while claims were looked for", "look at the article again")
            Storing(self._file, self._claims, self._index).store(record, extraction, complete=complete)
            if complete:
                sql = "UPDATE drafts SET extracted_at = ? WHERE id = (SELECT draft_id FROM articles WHERE id = ?)"
                self._file.run(sql, (to_iso(self._clock()), article_id))

    def findings(self, article_id: ArticleId) -> tuple[Finding, ...]:
        """What does not agree in an article's present draft; ``claims`` name the claims by ``c`` and their number.

        Those are the claims that stand where it was found now: one that was broken is another one. Dismissed findings
        are among them, with the reason.
        """
        sql = (
            "SELECT kind, message, severity, spans FROM findings"
            " WHERE draft_id = (SELECT draft_id FROM articles WHERE id = ?) ORDER BY id"
        )
        with self._file.reading():
            rows = self._file.rows(sql, (article_id,))
            standing = _Standing(self._claims.of(article_id, removed=True) if rows else ())
            found = tuple(
                _finding(kind, message, severity, tuple(Span(*span) for span in json.loads(spans)), standing)
                for kind, message, severity, spans in rows
            )
            if not found or not self._dismissals.of(article_id):
                return found
            held = self._dismissals.held(article_id, found, self.get(article_id).article.draft.text)
        return tuple(replace(finding, dismissed=reason) for finding, (_, reason) in zip(found, held, strict=True))

    def people(self, article_id: ArticleId) -> tuple[Person, ...]:
        """Whom an article's present draft names, in the order of the first mention."""
        sql = (
            "SELECT name, mentions, probable, titles, roles, ages FROM people"
            " WHERE draft_id = (SELECT draft_id FROM articles WHERE id = ?) ORDER BY id"
        )
        with self._file.reading():
            rows = self._file.rows(sql, (article_id,))
        return tuple(
            Person(
                name,
                tuple(Span(*span) for span in json.loads(mentions)),
                bool(probable),
                *(tuple(json.loads(words)) for words in (titles, roles, ages)),
            )
            for name, mentions, probable, titles, roles, ages in rows
        )

    def set_meta(self, article_id: ArticleId, **meta: Unpack[Meta]) -> None:
        """Correct what is said about an article; the slug stays.

        Raises:
            DeskError: when the file cannot be written.
        """
        with self._file.writing():
            if "title" in meta:
                self._index.retitle(article_id, self.get(article_id).article.title, clean(meta["title"]))
            for column in _META:
                if column in meta:
                    value = meta[column]
                    written = value.isoformat() if isinstance(value, date) else value
                    self._file.run(f"UPDATE articles SET {column} = ? WHERE id = ?", (written, article_id))

    def state(self, article_id: ArticleId) -> State:
        """The state of an article.

        Raises:
            ArticleError: when there is none.
        """
        with self._file.reading():
            row = self._file.row("SELECT state FROM articles WHERE id = ?", (article_id,))
        if row is None:
            raise ArticleError(f"article {article_id} is not on the desk any more", "go back to the list of articles")
        return State(row[0])

    def set_state(self, article_id: ArticleId, state: State) -> None:
        """Say where an article is in its life: under check, signed off, or archive.

        Raises:
            DeskError: when the file cannot be written.
        """
        with self._file.writing():
            self._file.run("UPDATE articles SET state = ? WHERE id = ?", (state.value, article_id))

    def set_role(self, article_id: ArticleId, start: int, role: Role, reason: str) -> None:
        """Give a block of the present draft another role; its claims get the section, or are hidden when there is none.

        Args:
            article_id: The article.
            start: Where the block begins.
            role: The new role.
            reason: Why it has it, in words for the checker.

        Raises:
            ArticleError: when no block begins there.
            DeskError: when the file cannot be written.
        """
        sql = "SELECT id FROM blocks WHERE draft_id = (SELECT draft_id FROM articles WHERE id = ?) AND start = ?"
        with self._file.writing():
            block = self._file.row(sql, (article_id, start))
            if block is None:
                raise ArticleError(f"no block begins at {start}", "name a block by where it begins")
            section = role.section
            self._file.run("UPDATE blocks SET role = ?, reason = ? WHERE id = ?", (role.value, reason, block[0]))
            self._file.run(
                "UPDATE claims SET hidden = ?, section = coalesce(?, section) WHERE block_id = ?",
                (section is None, section and section.value, block[0]),
            )

    def _is_taken(self, name: str) -> bool:
        return self._file.row("SELECT 1 FROM articles WHERE slug = ?", (name,)) is not None

    def _ids(self, key: str) -> list[ArticleId]:
        if key.isascii() and key.isdigit() and len(key) < 19:
            rows = self._file.rows("SELECT id FROM articles WHERE id = ?", (int(key),))
        else:
            rows = self._file.rows("SELECT id FROM articles WHERE slug = ?", (key,))
        if not rows:
            rows = self._file.rows("SELECT id FROM articles WHERE source IN (?, ?)", (key, _absolute(key)))
        return [ArticleId(id_) for (id_,) in rows]

    def _one(self, where: str, values: Sequence[object]) -> ArticleRecord | None:
        with self._file.reading():
            row = self._file.row(f"{_SELECT} {where}", values)
            if row is None:
                return None
            sql = 'SELECT start, "end", role, reason FROM blocks WHERE draft_id = ? ORDER BY start'
            blocks = tuple(
                Block(start, end, Role(role), reason) for start, end, role, reason in self._file.rows(sql, (row[8],))
            )
            sql = 'SELECT start, "end", kind, text, author FROM annotations WHERE draft_id = ? ORDER BY start, id'
            annotations = tuple(
                Annotation(start, end, AnnotationKind(kind), text, author)
                for start, end, kind, text, author in self._file.rows(sql, (row[8],))
            )
        return _record(row, blocks, annotations)


def _record(row: Sequence[Any], blocks: tuple[Block, ...], annotations: tuple[Annotation, ...]) -> ArticleRecord:
    id_, name, title, dek, byline, published, source, state, draft_id, number, text, *rest = row
    warnings, extracted_at, deadline, pages = rest
    return ArticleRecord(
        id=ArticleId(id_),
        slug=name,
        article=Article(
            title=title,
            draft=Draft(text, blocks, number, annotations, tuple(json.loads(pages))),
            source=source,
            dek=dek,
            byline=byline,
            published=date.fromisoformat(published) if published else None,
            warnings=tuple(json.loads(warnings)),
        ),
        state=State(state),
        draft_id=draft_id,
        extracted=extracted_at is not None,
        deadline=deadline,
    )


class _Standing:
    """Where claims stand, to find those of a stretch without asking each: long articles have thousands."""

    def __init__(self, claims: Iterable[ClaimRecord]) -> None:
        self._claims = sorted((one.span.start, one.span.end, one.number) for one in claims)
        self._starts = [start for start, _, _ in self._claims]
        self._longest = max((end - start for start, end, _ in self._claims), default=0)

    def names(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """The names of the claims that one of the spans lies in, wholly or in part, in text order."""
        places = {
            place
            for span in spans
            for place in range(
                bisect_left(self._starts, span.start - self._longest), bisect_left(self._starts, span.end)
            )
            if self._claims[place][1] > span.start
        }
        return tuple(f"c{self._claims[place][2]}" for place in sorted(places))


def _finding(kind: str, message: str, severity: str, spans: tuple[Span, ...], standing: _Standing) -> Finding:
    return Finding(kind, message, Severity(severity), spans, standing.names(spans))


def _summary(
    id_: int,
    name: str,
    title: str,
    draft: int,
    state: str,
    deadline: str,
    event: int | None,
    at: str | None,
    who: str | None,
    *counts: float,
) -> ArticleSummary:
    claims, verified, disputed, unsourced, opinion, recheck = map(int, counts)
    unchecked = claims - verified - disputed - unsourced
    return ArticleSummary(
        id=ArticleId(id_),
        slug=name,
        title=title,
        draft=draft,
        state=State(state),
        progress=Progress(claims, verified, disputed, unsourced, unchecked, recheck, opinion),
        worked_on=from_iso(at) if at else None,
        worked_by=who,
        deadline=deadline,
        last_event=event or 0,
    )


def _absolute(key: str) -> str:
    try:
        return os.path.abspath(key)  # noqa: PTH100  # Path.absolute keeps the dots in ../story.txt
    except OSError:
        # The folder that one is in may have gone.
        return key


def _nearest(key: str, names: Sequence[str]) -> str | None:
    from rapidfuzz import fuzz, process

    found = process.extractOne(key.lower(), names, scorer=fuzz.WRatio, score_cutoff=60)
    return found[0] if found else None


def article_row(name: str, article: Article, state: State, added_at: str) -> dict[str, object]:
    """An article's row; ``name`` is its slug."""
    return {
        "slug": name,
        "title": article.title,
        "dek": article.dek,
        "byline": article.byline,
        "published": article.published.isoformat() if article.published else None,
        "source": article.source,
        "state": state.value,
        "added_at": added_at,
    }

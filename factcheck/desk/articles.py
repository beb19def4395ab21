"""Articles: put on the desk, found again, and given the claims that were pulled out of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, Literal, TypedDict, Unpack

from factcheck.desk.article_rows import article_row, read_article
from factcheck.desk.called import article_called
from factcheck.desk.connection import clean
from factcheck.desk.removing import remove
from factcheck.desk.slugs import slug
from factcheck.desk.storing import Storing
from factcheck.desk.summaries import summaries, summary
from factcheck.desk.times import from_iso, to_iso
from factcheck.errors import ArticleError, StaleError
from factcheck.model import ArticleId, ArticleRecord, State

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import datetime

    from factcheck.desk.claims import Claims
    from factcheck.desk.connection import DeskFile
    from factcheck.desk.drafts import Drafts
    from factcheck.desk.findings import Findings
    from factcheck.desk.index import Index
    from factcheck.desk.people import People
    from factcheck.desk.storing import Checked
    from factcheck.model import Article, ArticleSummary, Claim, ClaimId, Extraction


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


class Articles:
    """The articles of one desk.

    Args:
        file: The desk file.
        drafts: Its drafts.
        claims: Its claims.
        findings: Its findings.
        people: Its people.
        index: Its match index.
        clock: Gives the time.
    """

    def __init__(
        self,
        file: DeskFile,
        drafts: Drafts,
        claims: Claims,
        findings: Findings,
        people: People,
        index: Index,
        clock: Callable[[], datetime],
    ) -> None:
        self._file = file
        self._drafts = drafts
        self._claims = claims
        self._findings = findings
        self._people = people
        self._index = index
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
        name = slug(article.title, self.is_taken)
        article_id = self._file.insert("articles", article_row(name, article, state, to_iso(self._clock())))
        draft_id = self._drafts.put(ArticleId(article_id), draft, article.warnings, extracted_at)
        if state is State.CHECKING:
            self._drafts.put_original(draft_id, article.original)
        self._file.run("UPDATE articles SET draft_id = ? WHERE id = ?", (draft_id, article_id))
        self._index.retitle(ArticleId(article_id), None, clean(article.title))
        return ArticleRecord(ArticleId(article_id), name, article, state, draft_id, extracted=extracted_at is not None)

    def remove(self, article_id: ArticleId) -> None:
        """Take an earlier article off the desk, with its claims.

        Raises:
            ArticleError: when there is no such article, or somebody has checked it here: what a checker did stays.
            DeskError: when the file cannot be written.
        """
        with self._file.writing():
            remove(self._file, self._index, self.get(article_id))

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
        record = read_article(self._file, "articles.id = ?", (article_id,))
        if record is None:
            raise _not_here(article_id)
        return record

    def by_text(self, sha256: str) -> ArticleRecord | None:
        """The article of which some draft has this text, by the hex digest of its UTF-8; None when there is none."""
        where = "articles.id = (SELECT article_id FROM drafts WHERE sha256 = ? ORDER BY id DESC LIMIT 1)"
        return read_article(self._file, where, (sha256,))

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
            return self.get(article_called(self._file, key))

    def summaries(
        self, states: Collection[State] = tuple(State), *, newest: int | None = None
    ) -> tuple[ArticleSummary, ...]:
        """Articles without their texts, those that were worked on last first, then by age, newest first.

        Args:
            states: Of which state.
            newest: How many to give at most, those that came last; None for all.
        """
        return summaries(self._file, states, newest)

    def summary(self, article_id: ArticleId) -> ArticleSummary:
        """One article without its text.

        Raises:
            ArticleError: when there is no such article.
        """
        found = summary(self._file, article_id)
        if found is None:
            raise _not_here(article_id)
        return found

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
                self._findings.put(record.draft_id, extraction.findings)
                self._people.put(record.draft_id, extraction.people)
                sql = "UPDATE drafts SET extracted_at = ? WHERE id = (SELECT draft_id FROM articles WHERE id = ?)"
                self._file.run(sql, (to_iso(self._clock()), article_id))

    def extracted_at(self, article_id: ArticleId) -> datetime | None:
        """When extraction of an article's present draft last ran to its end; None when it has not yet."""
        sql = "SELECT extracted_at FROM drafts WHERE id = (SELECT draft_id FROM articles WHERE id = ?)"
        with self._file.reading():
            row = self._file.row(sql, (article_id,))
        return from_iso(row[0]) if row and row[0] else None

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

    def is_taken(self, name: str) -> bool:
        """Whether an article has this slug."""
        return self._file.row("SELECT 1 FROM articles WHERE slug = ?", (name,)) is not None


def _not_here(article_id: int) -> ArticleError:
    return ArticleError(f"there is no article {article_id} on the desk", "'factcheck status' lists those there")

"""Sources: what verdicts rest on. The same source under several claims is one row."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from factcheck.desk.connection import clean
from factcheck.model import Source, SourceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.desk.connection import DeskFile
    from factcheck.model import ClaimId

MOST_KNOWN: Final = 500
"""Sources or names that complete what is typed: the latest of a large desk."""


class Sources:
    """The sources of one desk.

    Args:
        file: The desk file.
    """

    def __init__(self, file: DeskFile) -> None:
        self._file = file

    def put(self, source: Source) -> Source:
        """Store a source, or find the one that is equal in every word; gives it with its id.

        When it was looked at, and its file's hash, are of its use for a claim: ``give`` keeps them.
        """
        with self._file.writing():
            return replace(source, id=self._id((source.kind.value, source.name, source.locator, source.note)))

    def _id(self, values: tuple[str, str, str, str]) -> int:
        """The id of a source by kind, name, locator and note; it is stored when it is new."""
        row = self._file.row("SELECT id FROM sources WHERE kind = ? AND name = ? AND locator = ? AND note = ?", values)
        columns = "kind", "name", "locator", "note"
        return int(row[0]) if row else self._file.insert("sources", dict(zip(columns, values, strict=True)))

    def known(self) -> tuple[Source, ...]:
        """The sources that stand under some claim, those used last first."""
        sql = (
            "SELECT id, kind, name, locator, note, NULL, '' FROM sources JOIN"
            " (SELECT source_id, max(rowid) AS used FROM claim_sources GROUP BY source_id) ON source_id = id"
            " ORDER BY used DESC LIMIT ?"
        )
        with self._file.reading():
            return tuple(_source(*row) for row in self._file.rows(sql, (MOST_KNOWN,)))

    def under(self, where: str, values: Sequence[object]) -> Mapping[ClaimId, tuple[Source, ...]]:
        """The sources of the claims that an SQL condition on ``claims`` picks, in the order they were given."""
        found: dict[ClaimId, list[Source]] = defaultdict(list)
        rows = self._file.rows(
            "SELECT claim_id, sources.id, kind, name, locator, sources.note, accessed, sha256 FROM claim_sources"
            " JOIN sources ON sources.id = source_id JOIN claims ON claims.id = claim_id"
            f" WHERE {where} ORDER BY claim_id, position",
            values,
        )
        for claim_id, *row in rows:
            found[claim_id].append(_source(*row))
        return {claim_id: tuple(sources) for claim_id, sources in found.items()}

    def give(self, claim_id: ClaimId, sources: Iterable[Source]) -> None:
        """Make these the sources of a claim, in this order; they are stored where they are new."""
        with self._file.writing():
            self._file.run("DELETE FROM claim_sources WHERE claim_id = ?", (claim_id,))
            rows = [
                (claim_id, self.put(source).id, position, _day(source), source.sha256)
                for position, source in enumerate(sources)
            ]
            columns = "claim_id", "source_id", "position", "accessed", "sha256"
            self._file.insert_all("claim_sources", columns, rows)

    def add(self, given: Sequence[tuple[ClaimId, Source]]) -> None:
        """Give each claim a further source, unless it has that one already."""
        rows = [(claim_id, (source.kind.value, source.name, source.locator, source.note)) for claim_id, source in given]
        with self._file.writing():
            ids = {values: self._id(values) for values in dict.fromkeys(values for _, values in rows)}
            self._file.run_many(
                "INSERT OR IGNORE INTO claim_sources (claim_id, source_id, position)"
                " VALUES (?1, ?2, (SELECT count(*) FROM claim_sources WHERE claim_id = ?1))",
                [(claim_id, ids[values]) for claim_id, values in rows],
            )

    def hashed(self) -> tuple[tuple[str, Source], ...]:
        """The sources of which a file's hash was kept, each with the slug of the article."""
        sql = (
            "SELECT DISTINCT slug, sources.id, kind, name, locator, sources.note, NULL, sha256 FROM claim_sources"
            " JOIN sources ON sources.id = source_id JOIN claims ON claims.id = claim_id"
            " JOIN articles ON articles.id = article_id WHERE sha256 <> '' ORDER BY article_id, sources.id"
        )
        with self._file.reading():
            return tuple((slug, _source(*row)) for slug, *row in self._file.rows(sql))

    @staticmethod
    def words(source: Source) -> dict[str, object]:
        """A source in the words of the log, as the desk keeps them, so that the same one is known again."""
        return {
            "kind": source.kind.value,
            "name": clean(source.name),
            "locator": clean(source.locator),
            "note": clean(source.note),
            "accessed": _day(source),
            "sha256": source.sha256,
        }

    @staticmethod
    def meant(words: Mapping[str, Any]) -> Source:
        """The source that words of the log mean; those of earlier versions tell of no day and no file."""
        told = words["name"], words["locator"], words["note"], words.get("accessed"), words.get("sha256", "")
        return _source(None, words["kind"], *told)


def _source(
    id_: int | None, kind: str, name: str, locator: str, note: str, accessed: str | None, sha256: str
) -> Source:
    day = date.fromisoformat(accessed) if accessed else None
    return Source(SourceKind(kind), name, locator, note, day, sha256, id_)


def _day(source: Source) -> str | None:
    return source.accessed.isoformat() if source.accessed else None

"""The log: what somebody did, in a chain of hashes that shows when an earlier line was changed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from factcheck.desk.connection import clean
from factcheck.desk.times import from_iso, to_iso
from factcheck.model import ArticleId, ClaimId, Event

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from factcheck.desk.connection import DeskFile

_SELECT: Final = """
    SELECT id, at, who, what, article_id, claim_id, "before", "after", act, "of", hash FROM events
"""


@dataclass(frozen=True, slots=True)
class Step:
    """An event without what was changed: enough to know which acts stand."""

    id: int
    who: str
    what: str
    claim_id: ClaimId | None
    act: int
    of: int | None
    finding: str | None = None
    """The finding that was dismissed or brought back."""

    @property
    def subject(self) -> ClaimId | str | None:
        """The claim or the finding that it is about."""
        return self.finding if self.claim_id is None else self.claim_id


class Events:
    """The events of one desk.

    Args:
        file: The desk file.
        who: The checker in whose name events are written.
        clock: Gives the time.
    """

    def __init__(self, file: DeskFile, who: str, clock: Callable[[], datetime]) -> None:
        self._file = file
        self._who = who
        self._clock = clock

    def append(
        self,
        what: str,
        *,
        article_id: ArticleId | None = None,
        claim_id: ClaimId | None = None,
        before: Mapping[str, object] | None = None,
        after: Mapping[str, object] | None = None,
        act: int | None = None,
        of: int | None = None,
    ) -> int:
        """Add a line to the log, in the transaction that makes the change itself.

        Args:
            what: The act in kebab case.
            article_id: The article that it is about.
            claim_id: The claim that it is about.
            before: What was changed, as it was; JSON's types only.
            after: The same as it is now.
            act: The first event of the act that this one belongs to; None when it is the first.
            of: For undo and redo the act that was taken back or done again.

        Returns:
            The event's id.

        Raises:
            DeskError: when the file cannot be written.
        """
        with self._file.writing():
            last, previous = self._file.row("SELECT id, hash FROM events ORDER BY id DESC LIMIT 1") or (0, "")
            row = (
                last + 1,
                to_iso(self._clock()),
                clean(self._who),
                what,
                article_id,
                claim_id,
                _json(before),
                _json(after),
                act or last + 1,
                of,
            )
            columns = "id", "at", "who", "what", "article_id", "claim_id", "before", "after", "act", "of", "hash"
            self._file.insert("events", dict(zip(columns, (*row, _chained(previous, row)), strict=True)))
        return int(last + 1)

    def of(self, article_id: ArticleId) -> tuple[Event, ...]:
        """All events of an article, oldest first."""
        with self._file.reading():
            return tuple(map(_event, self._file.rows(f"{_SELECT} WHERE article_id = ? ORDER BY id", (article_id,))))

    def of_claim(self, claim_id: ClaimId) -> tuple[Event, ...]:
        """All events of a claim, oldest first."""
        with self._file.reading():
            return tuple(map(_event, self._file.rows(f"{_SELECT} WHERE claim_id = ? ORDER BY id", (claim_id,))))

    def marked(self, who: str, last: int) -> tuple[datetime, ...]:
        """When a checker gave verdicts, each act once, oldest first; so many acts at most, the last ones."""
        sql = "SELECT min(at) FROM events WHERE who = ? AND what = 'mark' GROUP BY act ORDER BY act DESC LIMIT ?"
        with self._file.reading():
            rows = self._file.rows(sql, (who, last))
        return tuple(from_iso(at) for (at,) in reversed(rows))

    def of_act(self, act: int) -> tuple[Event, ...]:
        """The events that make up one act, in order."""
        with self._file.reading():
            return tuple(map(_event, self._file.rows(f"{_SELECT} WHERE act = ? ORDER BY id", (act,))))

    def steps(self, article_id: ArticleId) -> tuple[Step, ...]:
        """All events of an article in short, oldest first."""
        sql = (
            "SELECT id, who, what, claim_id, act, \"of\", CASE WHEN what IN ('finding-dismiss', 'finding-restore')"
            " THEN json_extract(\"after\", '$.finding') END FROM events WHERE article_id = ? ORDER BY id"
        )
        with self._file.reading():
            return tuple(Step(*row) for row in self._file.rows(sql, (article_id,)))

    def take_over(self, events: Sequence[Event]) -> bool:
        """Take over the log of another desk as it is, when this one has none and that one is whole.

        Returns:
            Whether it was taken over.
        """
        with self._file.writing():
            if self._file.row("SELECT 1 FROM sqlite_sequence WHERE name = 'events' AND seq > 0") is not None:
                return False
            rows: list[tuple[object, ...]] = []
            previous = ""
            for number, event in enumerate(events, 1):
                row = (
                    event.id,
                    to_iso(event.at),
                    clean(event.who),
                    clean(event.what),
                    event.article_id,
                    event.claim_id,
                    _json(event.before),
                    _json(event.after),
                    event.act,
                    event.of,
                )
                if event.id != number or _chained(previous, row) != event.hash:
                    return False
                previous = event.hash
                rows.append((*row, previous))
            columns = "id", "at", "who", "what", "article_id", "claim_id", "before", "after", "act", "of", "hash"
            self._file.insert_all("events", columns, rows)
        return True

    def verify(self) -> list[str]:
        """Follow the chain through the whole log.

        Returns:
            One sentence for each place where the log is not as it was written; none when it is.
        """
        problems = []
        previous, expected = "", 1
        with self._file.reading():
            # The highest id that was ever given is kept by SQLite itself: it tells when the end was cut off.
            given = self._file.row("SELECT seq FROM sqlite_sequence WHERE name = 'events'")
            for *row, stored in self._file.db.execute(f"{_SELECT} ORDER BY id"):
                if row[0] != expected:
                    problems.append(f"event {expected} is missing from the log")
                if _chained(previous, row) != stored:
                    problems.append(f"event {row[0]} is not as it was written")
                previous, expected = stored, row[0] + 1
        if given and given[0] >= expected:
            problems.append(f"event {expected} is missing from the end of the log")
        return problems


def _json(values: Mapping[str, object] | None) -> str | None:
    if values is None:
        return None
    return clean(json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def _chained(previous: str, row: tuple[object, ...] | list[object]) -> str:
    """The hash of an event and, through the one before it, of the whole log up to here."""
    canonical = json.dumps([previous, *row], ensure_ascii=False, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()


def _event(row: tuple[Any, ...]) -> Event:
    id_, at, who, what, article_id, claim_id, before, after, act, of, hash_ = row
    return Event(
        id=id_,
        at=from_iso(at),
        who=who,
        what=what,
        article_id=article_id,
        claim_id=claim_id,
        before=None if before is None else json.loads(before),
        after=None if after is None else json.loads(after),
        act=act,
        of=of,
        hash=hash_,
    )

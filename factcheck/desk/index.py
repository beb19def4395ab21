"""Which earlier claims may bear on a claim: stems and a hash that ignores numbers, indexed in the desk file.

The index only finds; how like two claims are, and whether they agree, is judged above. Its tables are written by
``put`` and ``remove`` inside the transaction of whoever changes the claims, and never commit by themselves.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from heapq import nlargest
from math import log
from typing import TYPE_CHECKING, Final

from factcheck.desk.earlier import read_earlier
from factcheck.desk.terms import is_number, terms
from factcheck.model import ArticleId, ClaimId
from factcheck.normalise import normalised

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from factcheck.desk.earlier import Earlier

SCHEMA: Final = (
    """
    CREATE TABLE match_texts (
        claim_id INTEGER PRIMARY KEY REFERENCES claims(id),
        skeleton INTEGER NOT NULL,
        normalised TEXT NOT NULL
    )
    """,
    "CREATE INDEX idx_match_texts_skeleton ON match_texts(skeleton)",
    # Only which claim holds a stem is kept: no text (content=''), no positions (detail=none), no lengths.
    """
    CREATE VIRTUAL TABLE match_words USING fts5(
        terms, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '.-'"
    )
    """,
    "CREATE VIRTUAL TABLE match_terms USING fts5vocab(match_words, 'row')",
)
"""The statements that make the index's tables, for a migration; the table ``claims`` must be there."""

_BUDGET: Final = 4_000
"""Postings that one claim may read; the rarest stems are read first."""


def skeleton(text: str) -> int:
    """Hash a normalised text with each number masked, so that a repeat and a pure change of numbers have one hash."""
    masked = " ".join("#" if is_number(token) else token for token in text.split())
    return int.from_bytes(blake2b(masked.encode(), digest_size=8).digest(), "big", signed=True)


class Index:
    """The match index of one desk.

    Args:
        connection: The desk's connection. Statements run in the transaction that is open on it.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[str, int] = {}
        self._known_at = (-1, -1)

    def put(self, claims: Iterable[tuple[ClaimId, str]]) -> None:
        """Index claims by their text, anew where they are indexed already."""
        rows = [(claim_id, normalised(text)) for claim_id, text in claims]
        known = dict(self._rows("SELECT claim_id, normalised FROM match_texts", "claim_id", [row[0] for row in rows]))
        rows = [row for row in rows if known.get(row[0]) != row[1]]
        self.remove([claim_id for claim_id, _ in rows if claim_id in known])
        self._connection.executemany(
            "INSERT INTO match_texts (claim_id, skeleton, normalised) VALUES (?, ?, ?)",
            [(claim_id, skeleton(text), text) for claim_id, text in rows],
        )
        self._connection.executemany(
            "INSERT INTO match_words (rowid, terms) VALUES (?, ?)",
            [(claim_id, " ".join(terms(text.split()))) for claim_id, text in rows],
        )

    def remove(self, claims: Collection[ClaimId]) -> None:
        """Take claims out of the index; unknown ones are passed over."""
        known = list(self._rows("SELECT claim_id, normalised FROM match_texts", "claim_id", claims))
        # A contentless table can only forget what it is told again.
        self._connection.executemany(
            "INSERT INTO match_words (match_words, rowid, terms) VALUES ('delete', ?, ?)",
            [(claim_id, " ".join(terms(text.split()))) for claim_id, text in known],
        )
        self._connection.executemany("DELETE FROM match_texts WHERE claim_id = ?", [(row[0],) for row in known])

    def size(self) -> int:
        """How many claims are indexed."""
        (count,) = self._connection.execute("SELECT count(*) FROM match_texts").fetchone()
        return int(count)

    def weights(self, words: Collection[str]) -> Mapping[str, float]:
        """How much each stem tells: the logarithm of how rare it is among all indexed claims (idf)."""
        return self._idf(self._frequencies(words))

    def candidates(
        self, claims: Sequence[str], *, limit: int = 24, exclude: Collection[ArticleId] = ()
    ) -> tuple[tuple[tuple[ClaimId, float], ...], ...]:
        """Find earlier claims that share rare words, or everything but numbers, with each of these.

        Args:
            claims: Normalised texts.
            limit: How many to give for each claim at most.
            exclude: Articles whose claims are passed over, as are those still under check and removed claims.

        Returns:
            For each claim the candidates with their weights, heaviest first. The weight is the idf sum of the shared
            stems: it ranks, and says nothing about likeness.
        """
        stems = [terms(claim.split()) for claim in claims]
        frequencies = self._frequencies({word for words in stems for word in words})
        weights = self._idf(frequencies)
        hidden = self._hidden(exclude)
        postings: dict[str, list[int]] = {}
        found = []
        for claim, words in zip(claims, stems, strict=True):
            worded = sum(weights[word] for word in words if not is_number(word))
            repeats = {claim_id: worded + (2.0 if exact else 1.0) for claim_id, exact in self._repeats(claim)}
            sums = dict(repeats)
            for word in self._affordable(words, frequencies):
                if word not in postings:
                    postings[word] = self._posting(word)
                weight = weights[word]
                # All words of a repeat are counted already, but not whether its numbers are the same.
                counted = repeats if not is_number(word) else {}
                for claim_id in postings[word]:
                    if claim_id not in counted:
                        sums[claim_id] = sums.get(claim_id, 0.0) + weight
            visible = ((weight, claim_id) for claim_id, weight in sums.items() if claim_id not in hidden)
            found.append(tuple((ClaimId(claim_id), weight) for weight, claim_id in nlargest(limit, visible)))
        return tuple(found)

    def normalised(self, claims: Collection[ClaimId]) -> Mapping[ClaimId, str]:
        """The normalised texts of indexed claims."""
        return {
            ClaimId(claim_id): text
            for claim_id, text in self._rows("SELECT claim_id, normalised FROM match_texts", "claim_id", claims)
        }

    def articles(self, claims: Collection[ClaimId]) -> Mapping[ClaimId, ArticleId]:
        """Which article each claim is of."""
        rows = self._rows("SELECT id, article_id FROM claims", "id", claims)
        return {ClaimId(claim_id): ArticleId(article_id) for claim_id, article_id in rows}

    def earlier(self, claims: Collection[ClaimId]) -> Mapping[ClaimId, Earlier]:
        """What is known of found claims: text, facts, article, verdict and sources."""
        return read_earlier(self._connection, claims)

    def _rows(self, select: str, column: str, keys: Collection[object]) -> sqlite3.Cursor:
        """Rows of a SELECT whose column is among the keys, of which there may be any number."""
        sql = f"{select} WHERE {column} IN (SELECT value FROM json_each(?))"
        return self._connection.execute(sql, (json.dumps(list(keys)),))

    def _frequencies(self, words: Collection[str]) -> Mapping[str, int]:
        """In how many claims each stem stands; kept until somebody writes, since asking costs 20 µs a stem."""
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        if self._known_at != (version, self._connection.total_changes):
            self._known_at = version, self._connection.total_changes
            self._known = {}
        missing = [word for word in words if word not in self._known]
        self._known.update(dict.fromkeys(missing, 0))
        sql = "SELECT value, doc FROM json_each(?) JOIN match_terms ON term = value"
        self._known.update(self._connection.execute(sql, (json.dumps(missing),)))
        return {word: self._known[word] for word in words}

    def _idf(self, frequencies: Mapping[str, int]) -> Mapping[str, float]:
        total = self.size()
        return {word: log((total + 1) / (count + 0.5) + 1) for word, count in frequencies.items()}

    @staticmethod
    def _affordable(words: Sequence[str], frequencies: Mapping[str, int]) -> list[str]:
        """The rarest stems, as many as the budget pays for; the rarest of all is always read."""
        chosen: list[str] = []
        spent = 0
        for word in sorted((word for word in words if frequencies[word]), key=frequencies.__getitem__):
            spent += frequencies[word]
            if chosen and spent > _BUDGET:
                break
            chosen.append(word)
        return chosen

    def _posting(self, word: str) -> list[int]:
        """The claims in which a stem stands. The stem is quoted and bound: nothing in it is query syntax."""
        phrase = '"' + word.replace('"', '""') + '"'
        rows = self._connection.execute(
            "SELECT rowid FROM match_words WHERE match_words MATCH ? LIMIT ?", (phrase, 4 * _BUDGET)
        )
        return [row[0] for row in rows]

    def _repeats(self, claim: str) -> list[tuple[int, bool]]:
        """Claims that say the same but for numbers, and whether these are the same, too."""
        return self._connection.execute(
            "SELECT claim_id, normalised = ? AS exact FROM match_texts WHERE skeleton = ?"
            " ORDER BY exact DESC LIMIT 400",
            (claim, skeleton(claim)),
        ).fetchall()

    def _hidden(self, exclude: Collection[ArticleId]) -> set[int]:
        """Claims that are no archive: removed, of an excluded article, or of one still under check."""
        rows = self._connection.execute(
            "SELECT id FROM claims WHERE removed OR hidden OR withdrawn OR article_id IN"
            " (SELECT id FROM articles WHERE state = 'checking' UNION SELECT value FROM json_each(?))",
            (json.dumps(list(exclude)),),
        )
        return {row[0] for row in rows}

"""Which earlier claims may bear on a claim: an inverted index in the desk file over words, pairs of words and repeats.

The index only finds; how like two claims are, and whether they agree, is judged above. Its tables are written by
``put`` and ``remove`` inside the transaction of whoever changes the claims, and never commit by themselves.
"""

from __future__ import annotations

import json
from collections import Counter
from contextlib import contextmanager
from heapq import nlargest
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Final

import numpy as np

from factcheck.desk.earlier import read_earlier
from factcheck.desk.keys import keys, repeat_keys, stem_key
from factcheck.desk.packing import among, distinct, postings, sums_of
from factcheck.desk.plans import LONGEST, WIDE, Found, Plan, Shared, idf
from factcheck.desk.postings import SCHEMA as POSTINGS
from factcheck.desk.postings import Postings
from factcheck.desk.terms import is_number, terms
from factcheck.model import ArticleId, ClaimId
from factcheck.normalise import normalised

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from factcheck.desk.earlier import Earlier

SCHEMA: Final = (
    "CREATE TABLE match_texts (claim_id INTEGER PRIMARY KEY REFERENCES claims(id), normalised TEXT NOT NULL)",
    # In how many claims each stem stands; the empty one is that of all claims.
    "CREATE TABLE match_stems (stem TEXT PRIMARY KEY, claims INTEGER NOT NULL) WITHOUT ROWID",
    # The words of headlines, by article. Only which article has a word is kept: no text (content=''), no positions
    # (detail=none), no lengths.
    """
    CREATE VIRTUAL TABLE match_titles USING fts5(
        keys, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '_#=.-'"
    )
    """,
    *POSTINGS,
)
"""The statements that make the index's tables; the table ``claims`` must be there."""

_TITLES: Final = 200
"""Articles whose claims are looked at for the words of their headlines."""

_ALL: Final = 1 << 40
"""More claims than hold any key."""

_LEAST: Final = 0.18
"""Share of a claim that a candidate must have to be given at all: of those with less one in a hundred bears on it."""

_TOLD: Final = 0.8
_BESIDE: Final = 0.55
"""When an earlier claim has this share, the claim was told before in its own words, and others are given only when they
have as large a part of that."""

_LARGE: Final = 10_000
"""Claims from which on one more or less changes no weight that matters."""

_MOST_KNOWN: Final = 200_000
"""Stems whose frequencies are kept: some 20 MB."""

_TOLD_BY: Final = 400
"""Claims of one article that are read; a longer one is no article."""

_AT_ONCE: Final = 2_000
"""Claims that are looked at together."""


class Index:
    """The match index of one desk.

    Args:
        connection: The desk's connection. Statements run in the transaction that is open on it.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._postings = Postings(connection)
        self._gathered: dict[ClaimId, str] | None = None
        self._known: dict[str, int] = {}
        self._known_at = 0

    @contextmanager
    def gathering(self) -> Iterator[None]:
        """Index what a block puts in when it ends, all at once: for many small articles half the work."""
        self._gathered = {}
        try:
            yield
            claims, self._gathered = self._gathered, None
            self.put(claims.items())
        finally:
            self._gathered = None

    def put(self, claims: Iterable[tuple[ClaimId, str]]) -> None:
        """Index claims by their text, anew where they are indexed already."""
        if self._gathered is not None:
            self._gathered.update(claims)
            return
        rows = [(claim_id, normalised(text)) for claim_id, text in claims]
        known = dict(self._rows("SELECT claim_id, normalised FROM match_texts", "claim_id", [row[0] for row in rows]))
        rows = [row for row in rows if known.get(row[0]) != row[1]]
        self.remove([claim_id for claim_id, _ in rows if claim_id in known])
        self._connection.executemany("INSERT INTO match_texts (claim_id, normalised) VALUES (?, ?)", rows)
        stems = [terms(text.split()) for _, text in rows]
        self._postings.add(*_filed(rows, stems))
        self._count(stems, 1)

    def remove(self, claims: Collection[ClaimId]) -> None:
        """Take claims out of the index; unknown ones are passed over."""
        if self._gathered is not None:
            for claim_id in claims:
                self._gathered.pop(claim_id, None)
        known = list(self._rows("SELECT claim_id, normalised FROM match_texts", "claim_id", claims))
        self._connection.executemany("DELETE FROM match_texts WHERE claim_id = ?", [(row[0],) for row in known])
        self._postings.remove(np.array([row[0] for row in known], np.uint64))
        self._count([terms(text.split()) for _, text in known], -1)

    def retitle(self, article_id: ArticleId, before: str | None, after: str | None) -> None:
        """File an article under the words of its headline, in the place of those of the one before."""
        if before is not None:
            # A contentless table can only forget what it is told again.
            self._connection.execute(
                "INSERT INTO match_titles (match_titles, rowid, keys) VALUES ('delete', ?, ?)",
                (article_id, " ".join(terms(normalised(before).split()))),
            )
        if after is not None:
            self._connection.execute(
                "INSERT INTO match_titles (rowid, keys) VALUES (?, ?)",
                (article_id, " ".join(terms(normalised(after).split()))),
            )

    def rebuild(self) -> int:
        """File all claims anew that should be; gives how many these are."""
        self._connection.execute("DELETE FROM match_texts")
        self._connection.execute("DELETE FROM match_stems")
        self._connection.execute("INSERT INTO match_titles (match_titles) VALUES ('delete-all')")
        self._postings.clear()
        for article_id, title in self._connection.execute("SELECT id, title FROM articles ORDER BY id").fetchall():
            self.retitle(ArticleId(article_id), None, title)
        claims = self._connection.execute("SELECT id, text FROM claims WHERE NOT withdrawn ORDER BY id")
        while rows := claims.fetchmany(_AT_ONCE):
            self.put(rows)
        self.settle()
        return self.size()

    def settle(self) -> None:
        """Merge what a large backlog left in many pieces, so that each key is read from one place."""
        self._postings.settle()

    def check(self) -> list[str]:
        """Look whether the index holds just the claims that it should; gives what is wrong with it."""
        missing, left, texts = (
            self._connection.execute(sql).fetchone()[0]
            for sql in (
                "SELECT count(*) FROM claims WHERE NOT withdrawn AND id NOT IN (SELECT claim_id FROM match_texts)",
                "SELECT count(*) FROM match_texts WHERE claim_id NOT IN (SELECT id FROM claims WHERE NOT withdrawn)",
                "SELECT count(*) FROM match_texts",
            )
        )
        counts: Counter[str] = Counter()
        other = 0
        wanted = np.zeros(2, np.uint64)
        rows = self._connection.execute(
            "SELECT claim_id, normalised, text FROM match_texts JOIN claims ON claims.id = claim_id"
        )
        while some := rows.fetchmany(_AT_ONCE):
            stems = [terms(filed.split()) for _, filed, _ in some]
            counts.update(chain.from_iterable(stems))
            other += sum(normalised(text) != filed for _, filed, text in some)
            wanted += sums_of(distinct(postings(*_filed([row[:2] for row in some], stems))))
        held = sum(map(sums_of, self._postings.all()), np.zeros(2, np.uint64))
        titles = {
            id_: stems_of_title[-1]
            for id_, title in self._connection.execute("SELECT id, title FROM articles")
            if (stems_of_title := terms(normalised(title).split()))
        }
        untitled = len(titles) - self._titled(titles)
        counted = dict(self._connection.execute("SELECT stem, claims FROM match_stems WHERE stem != '' AND claims"))
        told = {
            f"{_claims(missing)} missing from the match index": missing,
            f"{_claims(left)} in the match index that should not be": left,
            f"{_claims(other)} filed under other words than they have": other,
            "the match index does not list the claims that have a key, or others": (wanted != held).any(),
            f"{untitled:,} headlines are missing from the match index": untitled,
            "the match index counts words wrongly": counted != counts or texts != self.size(),
        }
        return [problem for problem, applies in told.items() if applies]

    def _titled(self, stems: Mapping[int, str]) -> int:
        """How many of some articles are filed under a stem."""
        (found,) = self._connection.execute(
            "SELECT count(*) FROM json_each(?) AS wanted WHERE EXISTS"
            " (SELECT 1 FROM match_titles WHERE match_titles MATCH value AND rowid = CAST(key AS INTEGER))",
            (json.dumps({id_: _phrase(stem) for id_, stem in stems.items()}),),
        ).fetchone()
        return int(found)

    def size(self) -> int:
        """How many claims are indexed."""
        row = self._connection.execute("SELECT claims FROM match_stems WHERE stem = ''").fetchone()
        return int(row[0]) if row else 0

    def weights(self, words: Collection[str]) -> Mapping[str, float]:
        """How much each stem tells: the logarithm of how rare it is among all indexed claims (idf)."""
        return idf(self._frequencies(words), self.size())

    def candidates(
        self,
        claims: Sequence[str],
        *,
        limit: int = 24,
        exclude: Collection[ArticleId] = (),
        wide: bool = False,
    ) -> tuple[tuple[tuple[ClaimId, float], ...], ...]:
        """Find earlier claims that share rare words, or everything but numbers, with each of these.

        Args:
            claims: Normalised texts.
            limit: How many to give for each claim at most.
            exclude: Articles whose claims are passed over, as are those still under check and removed claims.
            wide: Whether to look for claims in quite other words: common ones and those of headlines count, too. It
                takes a hundred times as long.

        Returns:
            For each claim the candidates with their weights, heaviest first. The weight is the idf sum of the shared
            keys that were read, as a share of that of all the claim's words: it ranks, and hardly tells how like both
            are.
        """
        stems = [terms(claim.split()) for claim in claims]
        size = self.size()
        frequencies = self._frequencies(set().union(*stems))
        weights = idf(frequencies, size)
        plan = Plan.of(stems, frequencies, weights, size, wide=wide)
        repeats = [repeat_keys(claim) if claim else () for claim in claims]
        hidden = self._hidden(exclude)
        read = self._read(plan.keys, WIDE if wide else LONGEST, hidden)
        repeating = self._read(list(chain.from_iterable(repeats)), WIDE, hidden)
        wholes = [sum(map(weights.__getitem__, words)) or 1.0 for words in stems]
        repeated = [
            self._repeats([repeating.under(key) for key in own], words, weights, whole, limit)
            for own, words, whole in zip(repeats, stems, wholes, strict=True)
        ]
        least = [
            0.0 if wide else _BESIDE * max(own.values()) if own else _LEAST * whole
            for own, whole in zip(repeated, wholes, strict=True)
        ]
        found = []
        shared = read.sums(plan, size, least, limit, self._by_headlines(stems, weights) if wide else None)
        for pairs, own, whole in zip(shared, repeated, wholes, strict=True):
            heaviest = nlargest(limit, (dict(pairs) | own).items(), key=itemgetter(1, 0)) if own else pairs
            told = heaviest if wide else _worth_scoring(heaviest, whole)
            found.append(tuple((ClaimId(claim_id), weight / whole) for claim_id, weight in told))
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

    def told_by(self, articles: Collection[ArticleId]) -> Mapping[ArticleId, Sequence[tuple[ClaimId, str]]]:
        """All claims of some articles with their texts, in the order in which these tell them; of a long one the first.

        Claims that are no archive are left out.
        """
        told: dict[ArticleId, list[tuple[ClaimId, str]]] = {article_id: [] for article_id in articles}
        for article_id, claims in told.items():
            sql = (
                "SELECT claims.id, text FROM articles JOIN claims ON article_id = articles.id"
                " AND claims.draft_id = articles.draft_id WHERE articles.id = ?"
                " AND NOT (removed OR hidden OR withdrawn) ORDER BY start, claims.id LIMIT ?"
            )
            claims += [(ClaimId(id_), text) for id_, text in self._connection.execute(sql, (article_id, _TOLD_BY))]
        return told

    def earlier(self, claims: Collection[ClaimId]) -> Mapping[ClaimId, Earlier]:
        """What is known of found claims: text, facts, article, verdict and sources."""
        return read_earlier(self._connection, claims)

    def _repeats(
        self,
        found: Sequence[NDArray[np.uint64]],
        stems: Sequence[str],
        weights: Mapping[str, float],
        whole: float,
        limit: int,
    ) -> dict[int, float]:
        """The repeats of a claim, weighed by its words, all of which they have, and by the numbers that they share.

        Args:
            found: Claims that are the same but for numbers, then those that are the very same.
            stems: The claim's.
            weights: What sharing each tells.
            whole: What all of them tell.
            limit: When there are no more than this, all are given anyway, and the numbers are not looked at; of more,
                the heaviest.
        """
        if not found:
            return {}
        same, very = found[0], np.sort(found[-1])
        sums = whole + (among(same, very) if len(found) > 1 else np.zeros(same.size))
        if same.size > limit:
            numbers = {stem_key(stem): weights[stem] for stem in stems if is_number(stem)}
            read = self._read(list(numbers), _ALL, np.empty(0, np.uint64))
            for key, weight in numbers.items():
                sums += weight * among(same, np.sort(read.under(key)))
            best = np.lexsort((same, sums))[-limit:]
            same, sums = same[best], sums[best]
        return dict(zip(same.tolist(), sums.tolist(), strict=True))

    def _count(self, claims: Collection[Sequence[str]], by: int) -> None:
        """Count the stems of claims that are put in (1) or taken out (-1)."""
        counts = Counter(chain.from_iterable(claims))
        counts[""] = len(claims)
        self._connection.executemany(
            "INSERT INTO match_stems (stem, claims) VALUES (?, ?)"
            " ON CONFLICT (stem) DO UPDATE SET claims = claims + excluded.claims",
            [(stem, by * count) for stem, count in sorted(counts.items()) if count],
        )

    def _rows(self, select: str, column: str, values: Collection[object]) -> sqlite3.Cursor:
        """Rows of a SELECT whose column is among the values, of which there may be any number."""
        sql = f"{select} WHERE {column} IN (SELECT value FROM json_each(?))"
        return self._connection.execute(sql, (json.dumps(list(values)),))

    def _frequencies(self, words: Collection[str]) -> Mapping[str, int]:
        """In how many claims each stem stands; in a large archive kept until it grew or shrank by a hundredth."""
        size = self.size()
        if size < _LARGE or abs(size - self._known_at) * 100 > size or len(self._known) > _MOST_KNOWN:
            self._known, self._known_at = {}, size
        missing = [word for word in words if word not in self._known]
        if missing:
            self._known.update(dict.fromkeys(missing, 0))
            sql = "SELECT stem, claims FROM json_each(?) JOIN match_stems ON stem = value"
            self._known.update(self._connection.execute(sql, (json.dumps(missing),)))
        return {word: self._known[word] for word in words}

    def _by_headlines(self, stems: Sequence[Sequence[str]], weights: Mapping[str, float]) -> Shared:
        """What the headlines of their articles share with claims, for the claims of those that share most."""
        rows: list[tuple[int, int, float]] = []
        for place, words in enumerate(stems):
            articles: dict[int, float] = {}
            for stem in words:
                # A stem is quoted and bound: nothing in it is query syntax.
                sql = "SELECT rowid FROM match_titles WHERE match_titles MATCH ? LIMIT ?"
                for (article_id,) in self._connection.execute(sql, (_phrase(stem), WIDE)):
                    articles[article_id] = articles.get(article_id, 0.0) + weights[stem]
            best = dict(nlargest(_TITLES, articles.items(), key=itemgetter(1)))
            for claim_id, article_id in self._rows("SELECT id, article_id FROM claims", "article_id", best):
                rows.append((place, claim_id, best[article_id]))
        asking, claims, told = zip(*rows, strict=True) if rows else ((), (), ())
        sharing = postings(np.array(asking, np.uint64), np.array(claims, np.uint64))
        return Shared(sharing, np.array(told, np.float64))

    def _read(self, keys: Sequence[int] | NDArray[np.uint64], most: int, hidden: NDArray[np.uint64]) -> Found:
        """Look under keys, for so many claims at most, and pass over hidden ones."""
        wanted = distinct(np.asarray(keys, np.uint64))
        return Found(wanted, *self._postings.read(wanted, most), hidden)

    def _hidden(self, exclude: Collection[ArticleId]) -> NDArray[np.uint64]:
        """Claims that are no archive, in order: removed, of an excluded article, or of one still under check."""
        rows = self._connection.execute(
            "SELECT id FROM claims WHERE removed OR hidden OR withdrawn"
            " UNION ALL SELECT id FROM claims WHERE article_id IN"
            " (SELECT id FROM articles WHERE state = 'checking' UNION SELECT value FROM json_each(?))",
            (json.dumps(list(exclude)),),
        )
        return np.sort(np.array([row[0] for row in rows], np.uint64))


def _filed(
    rows: Sequence[tuple[int, str]], stems: Sequence[Sequence[str]]
) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """All keys of claims, and for each the claim that it is of."""
    found, places = keys([text for _, text in rows], stems)
    return found, np.fromiter((claim_id for claim_id, _ in rows), np.uint64, len(rows))[places]


def _phrase(stem: str) -> str:
    """A stem as FTS5 takes it."""
    return '"' + stem.replace('"', '""') + '"'


def _worth_scoring(heaviest: Sequence[tuple[int, float]], whole: float) -> list[tuple[int, float]]:
    """The claims that share enough of one, the heaviest of which stands first."""
    most = heaviest[0][1] / whole if heaviest else 0.0
    least = whole * (_BESIDE * most if most >= _TOLD else _LEAST)
    return [(claim_id, weight) for claim_id, weight in heaviest if weight >= least]


def _claims(count: int) -> str:
    return "1 claim is" if count == 1 else f"{count:,} claims are"

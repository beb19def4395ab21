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
from math import log
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from factcheck.desk.earlier import read_earlier
from factcheck.desk.keys import keys, pair_key, pairs, repeat_keys
from factcheck.desk.terms import is_number, terms
from factcheck.model import ArticleId, ClaimId
from factcheck.normalise import normalised

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from factcheck.desk.earlier import Earlier

SCHEMA: Final = (
    "CREATE TABLE match_texts (claim_id INTEGER PRIMARY KEY REFERENCES claims(id), normalised TEXT NOT NULL)",
    # Only which claim holds a key is kept: no text (content=''), no positions (detail=none), no lengths.
    """
    CREATE VIRTUAL TABLE match_keys USING fts5(
        keys, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '_#=.-'"
    )
    """,
    # In how many claims each stem stands; the empty one is that of all claims.
    "CREATE TABLE match_stems (stem TEXT PRIMARY KEY, claims INTEGER NOT NULL) WITHOUT ROWID",
    # The words of headlines, by article.
    """
    CREATE VIRTUAL TABLE match_titles USING fts5(
        keys, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '_#=.-'"
    )
    """,
    # Claims that are no archive are few; without this, finding them would mean looking at all.
    "CREATE INDEX idx_claims_gone ON claims(id) WHERE removed OR hidden OR withdrawn",
)
"""The statements that make the index's tables, for a migration; the table ``claims`` must be there."""

_BUDGET: Final = 1_200
"""Postings that one claim may read; the rarest keys are read first."""

_WIDE: Final = 60_000
"""The same where few claims are asked for and each may take a tenth of a second."""

_TITLES: Final = 200
"""Articles whose claims are looked at for the words of their headlines."""

_LONGEST: Final = 500
"""Postings of one key that are read; what has more is no rare one."""

_LEAST: Final = 0.18
"""Share of a claim that a candidate must have to be given at all: of those with less one in a hundred bears on it."""

_TOLD: Final = 0.8
_BESIDE: Final = 0.55
"""When an earlier claim has this share, the claim was told before in its own words, and others are given only when they
have as large a part of that."""

_REPEATS: Final = 400
"""Repeats of one claim that are read."""

_TOGETHER: Final = 8.0
"""How much more often than by chance two words stand side by side, as a guess of how many postings a pair has."""

_SEVERAL: Final = 20
"""Claims that hold a word, from which on pairs of it are worth reading besides itself."""

_LARGE: Final = 10_000
"""Claims from which on one more or less changes no weight that matters."""

_MOST_KNOWN: Final = 200_000
"""Stems whose frequencies are kept: some 20 MB."""

_FEW: Final = 1_000
"""Claims up to which, when they are put in together, pieces of the index are merged: with more it takes too long."""

_MERGED: Final = 200
"""Pages that are merged then, which takes a millisecond on average and ten at most."""

_TOLD_BY: Final = 400
"""Claims of one article that are read; a longer one is no article."""

_AT_ONCE: Final = 2_000
"""Claims that are looked at together."""


class _Key(NamedTuple):
    """A key that may be read, the cheapest first."""

    cost: float
    """Postings that it is thought to have."""
    key: str
    weight: float
    """What sharing it tells; 0 when its postings tell how rare it is."""


class Index:
    """The match index of one desk.

    Args:
        connection: The desk's connection. Statements run in the transaction that is open on it.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
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
        stems = [terms(text.split()) for _, text in rows]
        self._connection.executemany("INSERT INTO match_texts (claim_id, normalised) VALUES (?, ?)", rows)
        self._connection.executemany(
            "INSERT INTO match_keys (rowid, keys) VALUES (?, ?)",
            [(claim_id, " ".join(keys(text, own))) for (claim_id, text), own in zip(rows, stems, strict=True)],
        )
        self._count(stems, 1)
        if 0 < len(rows) < _FEW:
            self._merge()

    def remove(self, claims: Collection[ClaimId]) -> None:
        """Take claims out of the index; unknown ones are passed over."""
        if self._gathered is not None:
            for claim_id in claims:
                self._gathered.pop(claim_id, None)
        known = list(self._rows("SELECT claim_id, normalised FROM match_texts", "claim_id", claims))
        stems = [terms(text.split()) for _, text in known]
        # A contentless table can only forget what it is told again.
        self._connection.executemany(
            "INSERT INTO match_keys (match_keys, rowid, keys) VALUES ('delete', ?, ?)",
            [(claim_id, " ".join(keys(text, own))) for (claim_id, text), own in zip(known, stems, strict=True)],
        )
        self._connection.executemany("DELETE FROM match_texts WHERE claim_id = ?", [(row[0],) for row in known])
        self._count(stems, -1)

    def retitle(self, article_id: ArticleId, before: str | None, after: str | None) -> None:
        """File an article under the words of its headline, in the place of those of the one before."""
        if before is not None:
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
        for table in ("match_keys", "match_titles"):
            self._connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
        for article_id, title in self._connection.execute("SELECT id, title FROM articles ORDER BY id").fetchall():
            self.retitle(ArticleId(article_id), None, title)
        claims = self._connection.execute("SELECT id, text FROM claims WHERE NOT withdrawn ORDER BY id")
        while rows := claims.fetchmany(_AT_ONCE):
            self.put(rows)
        self.settle()
        return self.size()

    def settle(self) -> None:
        """Merge what a large backlog left in many pieces, so that each key is read from one place."""
        self._connection.execute("INSERT INTO match_keys (match_keys) VALUES ('optimize')")

    def _merge(self) -> None:
        """Merge some of the pieces that articles taken in one by one leave, of which SQLite lets a dozen lie."""
        self._connection.execute("INSERT INTO match_keys (match_keys, rank) VALUES ('usermerge', 2)")
        self._connection.execute("INSERT INTO match_keys (match_keys, rank) VALUES ('merge', ?)", (_MERGED,))

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
        stems: Counter[str] = Counter()
        lost = other = 0
        rows = self._connection.execute(
            "SELECT claim_id, normalised, text FROM match_texts JOIN claims ON claims.id = claim_id"
        )
        while some := rows.fetchmany(_AT_ONCE):
            stems.update(stem for _, filed, _ in some for stem in terms(filed.split()))
            other += sum(normalised(text) != filed for _, filed, text in some)
            lost += len(some) - self._filed("match_keys", {id_: repeat_keys(filed)[-1] for id_, filed, _ in some})
        titles = {
            id_: stems_of_title[-1]
            for id_, title in self._connection.execute("SELECT id, title FROM articles")
            if (stems_of_title := terms(normalised(title).split()))
        }
        untitled = len(titles) - self._filed("match_titles", titles)
        counted = dict(self._connection.execute("SELECT stem, claims FROM match_stems WHERE stem != '' AND claims"))
        told = {
            f"{_claims(missing)} missing from the match index": missing,
            f"{_claims(left)} in the match index that should not be": left,
            f"{_claims(lost)} not filed under what they say": lost,
            f"{_claims(other)} filed under other words than they have": other,
            f"{untitled:,} headlines are missing from the match index": untitled,
            "the match index counts words wrongly": counted != stems or texts != self.size(),
        }
        return [problem for problem, applies in told.items() if applies]

    def _filed(self, table: str, keys_by_id: Mapping[int, str]) -> int:
        """How many of some claims (or articles) are filed under a key."""
        (found,) = self._connection.execute(
            "SELECT count(*) FROM json_each(?) AS wanted WHERE EXISTS"
            f" (SELECT 1 FROM {table} WHERE {table} MATCH value AND rowid = CAST(key AS INTEGER))",
            (json.dumps({id_: _phrase(key) for id_, key in keys_by_id.items()}),),
        ).fetchone()
        return int(found)

    def size(self) -> int:
        """How many claims are indexed."""
        row = self._connection.execute("SELECT claims FROM match_stems WHERE stem = ''").fetchone()
        return int(row[0]) if row else 0

    def weights(self, words: Collection[str]) -> Mapping[str, float]:
        """How much each stem tells: the logarithm of how rare it is among all indexed claims (idf)."""
        return _idf(self._frequencies(words), self.size())

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
        frequencies = self._frequencies({word for words in stems for word in words})
        size = self.size()
        weights = _idf(frequencies, size)
        repeats = [repeat_keys(claim) if claim else () for claim in claims]
        plans = [_affordable(words, frequencies, weights, size, wide=wide) for words in stems]
        repeating = self._postings({key for own in repeats for key in own}, _REPEATS)
        postings = self._postings({key.key for plan in plans for key in plan}, _WIDE if wide else _LONGEST)
        hidden = self._hidden(exclude)
        found = []
        for own, words, plan in zip(repeats, stems, plans, strict=True):
            whole = sum(weights[word] for word in words) or 1.0
            own_repeats = self._repeats([repeating[key] for key in own], words, weights, limit)
            repeated = {claim_id: weight for claim_id, weight in own_repeats.items() if claim_id not in hidden}
            least = 0.0 if wide else _BESIDE * max(repeated.values()) if repeated else _LEAST * whole
            sums = _sums([(postings[key.key], key.weight) for key in plan], size, least)
            sums.update(repeated)
            if wide:
                self._add_titles(sums, words, weights)
            for claim_id in sums.keys() & hidden:
                del sums[claim_id]
            heaviest = _heaviest(sums, limit)
            if not wide:
                heaviest = _worth_scoring(heaviest, whole)
            found.append(tuple((ClaimId(claim_id), weight / whole) for claim_id, weight in heaviest))
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
        self, postings: Sequence[Sequence[int]], stems: Sequence[str], weights: Mapping[str, float], limit: int
    ) -> dict[int, float]:
        """The repeats of a claim, weighed by its words, all of which they have, and by the numbers that they share.

        Args:
            postings: Claims that are the same but for numbers, then those that are the very same.
            stems: The claim's.
            weights: What sharing each tells.
            limit: When there are no more than this, all are given anyway, and the numbers are not looked at.
        """
        whole = sum(weights[stem] for stem in stems)
        sums = {claim_id: whole + place for place, claims in enumerate(postings) for claim_id in claims}
        if len(sums) > limit:
            numbers = {stem: weights[stem] for stem in stems if is_number(stem)}
            texts = self.normalised([ClaimId(claim_id) for claim_id in sums])
            for claim_id, text in texts.items():
                sums[claim_id] += sum(numbers.get(token, 0.0) for token in set(text.split()))
        return sums

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

    def _add_titles(self, sums: dict[int, float], stems: Sequence[str], weights: Mapping[str, float]) -> None:
        """Add to the weights of claims what the headlines of their articles share."""
        articles: dict[int, float] = {}
        for stem, found in self._postings(stems, _WIDE, "match_titles").items():
            for article_id in found:
                articles[article_id] = articles.get(article_id, 0.0) + weights[stem]
        best = dict(nlargest(_TITLES, articles.items(), key=itemgetter(1)))
        for claim_id, article_id in self._rows("SELECT id, article_id FROM claims", "article_id", best):
            sums[claim_id] = sums.get(claim_id, 0.0) + best[article_id]

    def _postings(self, wanted: Collection[str], most: int, table: str = "match_keys") -> Mapping[str, Sequence[int]]:
        """The claims (or articles) filed under each key, so many at most.

        One statement reads them all, and gives those of a key as one text, which costs half of what a row for each
        would. A key is quoted and bound: nothing in it is query syntax.
        """
        listed = list(wanted)
        sql = (
            "SELECT wanted.key, (SELECT json_group_array(rowid) FROM"
            f" (SELECT rowid FROM {table} WHERE {table} MATCH wanted.value LIMIT ?)) FROM json_each(?) AS wanted"
        )
        rows = self._connection.execute(sql, (most, json.dumps([_phrase(key) for key in listed]))).fetchall()
        # All lists in one: to begin reading costs more than to read a short one.
        read = json.loads(f"[{','.join([found for _, found in rows])}]")
        return {listed[place]: found for (place, _), found in zip(rows, read, strict=True)}

    def _hidden(self, exclude: Collection[ArticleId]) -> set[int]:
        """Claims that are no archive: removed, of an excluded article, or of one still under check."""
        rows = self._connection.execute(
            "SELECT id FROM claims WHERE removed OR hidden OR withdrawn"
            " UNION ALL SELECT id FROM claims WHERE article_id IN"
            " (SELECT id FROM articles WHERE state = 'checking' UNION SELECT value FROM json_each(?))",
            (json.dumps(list(exclude)),),
        )
        return {row[0] for row in rows}


def _idf(frequencies: Mapping[str, int], size: int) -> Mapping[str, float]:
    return {word: log((size + 1) / (count + 0.5) + 1) for word, count in frequencies.items()}


def _affordable(
    stems: Sequence[str], frequencies: Mapping[str, int], weights: Mapping[str, float], size: int, *, wide: bool
) -> list[_Key]:
    """The keys with the fewest postings, as many as the budget pays for; the rarest of all is always read."""
    known = [_Key(frequencies[stem], stem, weights[stem]) for stem in stems if frequencies[stem]]
    if not wide:
        for first, second in pairs(stems):
            rarer, other = sorted((frequencies[first], frequencies[second]))
            if rarer >= _SEVERAL:
                cost = min(rarer, _LONGEST, 1 + _TOGETHER * rarer * other / size)
                known.append(_Key(cost, pair_key(first, second), 0.0))
    known.sort()
    chosen: list[_Key] = []
    left = float(_WIDE if wide else _BUDGET)
    for key in known:
        left -= key.cost
        if chosen and left < 0:
            break
        chosen.append(key)
    return chosen


def _phrase(key: str) -> str:
    """A key as FTS5 takes it."""
    return '"' + key.replace('"', '""') + '"'


def _sums(read: Sequence[tuple[Sequence[int], float]], size: int, least: float) -> dict[int, float]:
    """What each claim shares that shares ``least``.

    Args:
        read: The postings of keys with their weights, the rarest first; 0 for those whose postings tell their weight.
        size: How many claims are indexed.
        least: What a claim must share to be wanted.
    """
    told = [weight or log(size / (len(posting) + 1) + 1) for posting, weight in read]
    left = sum(told)
    sums: dict[int, float] = {}
    for (posting, _), weight in zip(read, told, strict=True):
        # A claim that has none of the rarer keys, and cannot reach what is wanted by the others, needs no place.
        for claim_id in posting if left >= least else sums.keys() & posting:
            sums[claim_id] = sums.get(claim_id, 0.0) + weight
        left -= weight
    return sums


def _worth_scoring(heaviest: Sequence[tuple[int, float]], whole: float) -> list[tuple[int, float]]:
    """The claims that share enough of one, the heaviest of which stands first."""
    most = heaviest[0][1] / whole if heaviest else 0.0
    least = whole * (_BESIDE * most if most >= _TOLD else _LEAST)
    return [(claim_id, weight) for claim_id, weight in heaviest if weight >= least]


def _heaviest(sums: Mapping[int, float], limit: int) -> list[tuple[int, float]]:
    """The claims with the greatest weights, heaviest first."""
    # To sort the weights alone and then the few claims that are left takes half the time of sorting the claims.
    least = sorted(sums.values(), reverse=True)[:limit][-1] if sums else 0.0
    heavy = [pair for pair in sums.items() if pair[1] >= least]
    heavy.sort(key=itemgetter(1, 0), reverse=True)
    return heavy[:limit]


def _claims(count: int) -> str:
    return "1 claim is" if count == 1 else f"{count:,} claims are"

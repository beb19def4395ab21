"""A file of earlier verdicts, laid on the archive's claims: each row names an article, a claim's words, or both."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.archive.jsonl import BadLine, Line, read_lines, unreadable
from factcheck.archive.leads import Lead, read_lead, record
from factcheck.archive.matching import Query, match
from factcheck.errors import ArchiveError, ArticleError, printable
from factcheck.model import Relation, State
from factcheck.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from factcheck.desk import Desk
    from factcheck.model import ArticleId, ClaimId, Match, Verdict

_EARLIER: Final = (State.ARCHIVE, State.SIGNED_OFF)
_LOOKED_AT: Final = 20
"""Claims with like words that are looked at for the one that a row means."""

_AT_ONCE: Final = 200
"""Rows in one transaction."""


@dataclass(frozen=True, slots=True)
class Row:
    """One verdict of the file."""

    where: str
    """The file and line, for messages."""
    article: str | None
    """Title, slug, id or source of the article; None for any."""
    claim: str | None
    """The claim's words; None for all claims of the article that have no verdict."""
    lead: Lead


@dataclass(frozen=True, slots=True)
class Rows:
    """What a verdict file holds."""

    rows: tuple[Row, ...]
    problems: tuple[str, ...]
    """What is wrong with the other lines."""


def read_verdicts(path: Path) -> Rows:
    """Read a verdict file: JSONL, or CSV with a header, with ``article``, ``text``, ``verdict``, ``source``, ``date``.

    Raises:
        ArchiveError: when it cannot be read.
    """
    rows, problems = [], []
    for line in _csv_lines(path) if path.suffix.lower() == ".csv" else read_lines(path):
        where = f"{printable(str(path))}, line {line.number}"
        try:
            rows.append(_row(where, line))
        except ValueError as error:
            problems.append(f"{where}: {error}")
    return Rows(tuple(rows), tuple(problems))


def _csv_lines(path: Path) -> Iterator[Line | BadLine]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            for values in reader:
                yield Line(reader.line_num, 0, {str(key).strip().lower(): value for key, value in values.items()})
    except OSError as error:
        raise unreadable(path, error) from error
    except (UnicodeDecodeError, csv.Error) as error:
        reason = printable(str(error))
        raise ArchiveError(f"{printable(str(path))} is no CSV file in UTF-8 ({reason})", "save it as that") from error


def _row(where: str, line: Line | BadLine) -> Row:
    if isinstance(line, BadLine):
        raise ValueError(line.reason)  # noqa: TRY004  # the line is at fault, not our types
    article, claim = line.text("article"), line.text("text") or line.text("claim")
    if article is None and claim is None:
        raise ValueError("names neither an article nor a claim")
    lead, _ = read_lead(line)
    if not lead.tells:
        raise ValueError("has no verdict")
    return Row(where, article, claim, lead)


def apply_verdicts(desk: Desk, rows: Rows) -> tuple[int, tuple[str, ...]]:
    """Give claims of the archive the verdicts of a file. A verdict that is there already is never overwritten.

    Returns:
        How many claims were given one, and a line for each row that did not find its claim.

    Raises:
        DeskError: when the desk cannot be written.
    """
    given: dict[ClaimId, Verdict | None] = {}
    problems = list(rows.problems)
    names = _names(desk)
    for start in range(0, len(rows.rows), _AT_ONCE):
        chunk = rows.rows[start : start + _AT_ONCE]
        with desk.writing():
            found = match([Query("", row.claim or "") for row in chunk], desk, limit=_LOOKED_AT)
            leads: list[tuple[ClaimId, Lead]] = []
            for row, matches in zip(chunk, found, strict=True):
                claims = _meant(desk, row, matches, names)
                if not claims:
                    problems.append(f"{row.where}: no claim of the archive is meant")
                for claim_id, stored in claims.items():
                    verdict = given.get(claim_id, stored)
                    if verdict is None:
                        leads.append((claim_id, row.lead))
                        given[claim_id] = row.lead.verdict
                    elif verdict is not row.lead.verdict:
                        problems.append(f"{row.where}: claim {claim_id} is {verdict} already")
            record(desk, leads)
    return len(given), tuple(problems)


def _names(desk: Desk) -> Mapping[str, set[ArticleId]]:
    """What each earlier article may be called."""
    names: dict[str, set[ArticleId]] = defaultdict(set)
    for summary in desk.articles.summaries(_EARLIER):
        for name in (summary.title, summary.slug, str(summary.id)):
            names[fold(name)].add(summary.id)
    return names


def _meant(
    desk: Desk, row: Row, matches: Collection[Match], names: Mapping[str, set[ArticleId]]
) -> Mapping[ClaimId, Verdict | None]:
    """The claims that a row means, with the verdicts that they have."""
    articles = _articles(desk, row.article, names)
    if row.claim is None:
        records = [record for article_id in sorted(articles or ()) for record in desk.claims.of(article_id)]
        return {record.id: record.verdict for record in records if record.verdict is None}
    same = [
        match
        for match in matches
        if match.relation is Relation.SAME and (articles is None or match.article_id in articles)
    ]
    best = max((match.score for match in same), default=0.0)
    return {match.claim_id: match.verdict for match in same if match.score == best}


def _articles(desk: Desk, name: str | None, names: Mapping[str, set[ArticleId]]) -> set[ArticleId] | None:
    """The articles that go by a name, None when any will do."""
    if name is None:
        return None
    known = names.get(fold(name))
    if known:
        return known
    try:
        return {desk.articles.find(name).id}
    except ArticleError:
        return set()

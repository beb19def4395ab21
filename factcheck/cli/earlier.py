"""The commands about earlier articles: ``add`` and ``match``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import contract
from factcheck.cli import reading
from factcheck.cli.looking import look_at_desk
from factcheck.cli.output import complain, narrate, progress, say, say_json, words
from factcheck.errors import UsageError
from factcheck.model import Relation

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from factcheck.cli.output import CommandMaker
    from factcheck.config import Config
    from factcheck.model import Match

_SURE = 5
_LISTED = 20
"""Matches for a claim, and for a search."""

SIGNS = {Relation.SAME: "=", Relation.CONFLICT: "≠", Relation.NEAR: "≈"}


def add_commands(command: CommandMaker) -> None:
    """Declare the commands of this module."""
    add = command("add", "take earlier articles into the archive")
    add.add_argument(
        "paths", metavar="PATH", nargs="+", help="files, folders, globs; .txt, .md, .html, .docx, .pdf and .jsonl"
    )
    add.add_argument("--verdict-file", type=Path, metavar="FILE", help="earlier verdicts: JSONL or CSV")
    add.add_argument("--workers", type=int, default=1, metavar="N", help="processes that extract (default 1)")
    add.add_argument("--replace", action="store_true", help="take out what was read from the same place before")
    add.set_defaults(run=run_add)
    remove = command("remove", "take earlier articles out of the archive")
    remove.add_argument("articles", metavar="ARTICLE", nargs="+")
    remove.set_defaults(run=run_remove)
    match = command("match", "print the earlier claims that bear on an article's claims")
    match.add_argument("article", metavar="ARTICLE", nargs="?")
    match.add_argument("--claims", type=Path, metavar="FILE", help='claims to match instead: {"id", "text"} a line')
    match.add_argument("--text", metavar="WORDS", help="look for earlier claims about this, in whatever words")
    match.add_argument(
        "--limit",
        type=int,
        metavar="N",
        help=f"matches for each claim (default {_SURE}; {_LISTED} with --text); of claims from a file and --text, more"
        f" than {_SURE} are filled up with those that may hardly bear on it",
    )
    match.add_argument("--json", action="store_true")
    reading.add_options(match)
    match.set_defaults(run=run_match)


def run_add(arguments: argparse.Namespace, config: Config) -> int:
    """Take earlier articles in; bad ones are told at the end and do not keep the others out."""
    from factcheck import archive
    from factcheck.desk import connect

    if arguments.workers < 1:
        raise UsageError("--workers wants a number from 1")
    with connect(config.desk, who=config.checker) as desk, progress("taking in") as step:
        report = archive.add(
            arguments.paths,
            desk,
            verdict_file=arguments.verdict_file,
            workers=arguments.workers,
            replace=arguments.replace,
            pipeline=config.pipeline,
            progress=step,
        )
    for line in report.lines():
        say(line)
    for problem in report.problems:
        complain(problem)
    return 1 if report.problems else 0


def run_remove(arguments: argparse.Namespace, config: Config) -> int:
    """Take articles out of the archive, all of them or none."""
    from factcheck.desk import connect

    with connect(config.desk, who=config.checker) as desk, desk.writing():
        records = [desk.articles.find(key) for key in dict.fromkeys(arguments.articles)]
        for record in records:
            desk.articles.remove(record.id)
    for record in records:
        say(f"{record.slug} taken out of the archive")
    return 0


def run_match(arguments: argparse.Namespace, config: Config) -> int:
    """Print the matches of an article's claims, or of the claims in a file."""
    from factcheck import archive
    from factcheck.consistency import examine
    from factcheck.review.intake import resolve

    asked = [arguments.article, arguments.claims, arguments.text]
    if sum(one is not None for one in asked) != 1:
        raise UsageError("match wants one of ARTICLE, --claims FILE and --text WORDS")
    limit = arguments.limit or (_SURE if arguments.text is None else _LISTED)
    if arguments.limit is not None and arguments.limit < 1:
        raise UsageError("--limit wants a number from 1")
    with look_at_desk(config) as desk:
        if arguments.article is None:
            text = arguments.text
            queries = archive.read_queries(arguments.claims) if text is None else (archive.Query("1", text),)
            find = archive.search if text is not None or limit > _SURE else archive.match
            found = find(queries, desk, limit=limit)
            rows = [(query.id, query.text, matches) for query, matches in zip(queries, found, strict=True)]
        else:
            article, record = resolve(arguments.article, desk, reading.options_of(arguments))
            for warning in article.warnings:
                narrate(f"{arguments.article}: {warning}")
            if record is not None and record.extracted:
                claims = tuple(row.claim for row in desk.claims.of(record.id))
            else:
                with progress(f"extracting {arguments.article}") as step:
                    claims = examine(article, pipeline=config.pipeline, progress=words(step)).claims
            found = archive.match_article(desk, article, claims, limit=limit)
            rows = [(claim.id, claim.text, matches) for claim, matches in zip(claims, found, strict=True)]
    if arguments.json:
        say_json(contract.match_json(rows))
        return 0
    matched = [row for row in rows if row[2]]
    for claim_id, text, matches in matched:
        say(f"{claim_id:>5}  {text}")
        for line in _match_lines(matches):
            say(line)
    if arguments.text is None:
        narrate(f"{len(matched)} of {len(rows)} claims have earlier ones that bear on them")
    elif not matched:
        narrate("nothing like it is in the archive")
    return 0


def _match_lines(matches: tuple[Match, ...]) -> Iterator[str]:
    for match in matches:
        verdict = f" · {match.verdict} by {match.checker or 'somebody'}" if match.verdict else ""
        when = f", {match.date.isoformat()}" if match.date else ""
        yield f"       {SIGNS[match.relation]} {match.relation:8} {match.text} ({match.article}{when}){verdict}"
        for difference in match.differences:
            here, there = difference.here or "nothing", difference.there or "nothing"
            yield f"         {difference.kind}: here {here}, there {there}"

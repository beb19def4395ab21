"""The commands that judge and send out: ``mark`` and ``resolve`` a claim, ``findings``, ``export`` the checklist."""

from __future__ import annotations

import argparse
import os.path
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.looking import look_at_desk
from factcheck.cli.output import narrate, say, say_json
from factcheck.errors import ExportError, UsageError
from factcheck.model import UNCHECKED, Resolution, Source, SourceKind, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.cli.output import CommandMaker
    from factcheck.config import Config


def add_commands(command: CommandMaker) -> None:
    """Declare the commands of this module."""
    mark = command("mark", "give a claim a verdict, as a key press would")
    mark.add_argument("claim", metavar="CLAIM", help="the claim's id on the desk, or ARTICLE#number")
    mark.add_argument(
        "verdict",
        metavar="VERDICT",
        choices=[*map(str, Verdict), UNCHECKED],
        help=f"{', '.join(Verdict)} or {UNCHECKED}",
    )
    mark.add_argument(
        "--source",
        action="append",
        default=[],
        metavar="SOURCE",
        help="what it rests on: NAME, KIND: NAME, or KIND: NAME | LOCATOR; "
        f"KIND is one of {', '.join(SourceKind)}; may be given more than once",
    )
    mark.add_argument("--note", metavar="TEXT")
    mark.add_argument("--second", action="store_true", help="as the second reader; the first verdict stays")
    mark.add_argument(
        "--copies", action="store_true", help="then give it, and its sources, to where the same fact is told unmarked"
    )
    mark.add_argument("--json", action="store_true", help="print a status object with the claim")
    mark.set_defaults(run=run_mark)
    resolve = command("resolve", "say what is to become of a claim: query to the writer, suggested change, outcome")
    resolve.add_argument("claim", metavar="CLAIM", help="the claim's id on the desk, or ARTICLE#number")
    resolve.add_argument("--query", metavar="TEXT", help="what the writer is asked; empty drops the query")
    resolve.add_argument("--answer", metavar="TEXT", help="what came back")
    resolve.add_argument("--replacement", metavar="TEXT", help="how it should read; empty takes the suggestion back")
    resolve.add_argument("--as", dest="resolution", choices=[*map(str, Resolution)], help="what became of it")
    resolve.add_argument("--legal", action=argparse.BooleanOptionalAction, help="whether a lawyer has to see it")
    resolve.set_defaults(run=run_resolve)
    findings = command("findings", "list where an article does not agree with itself, or dismiss one of these findings")
    findings.add_argument("article", metavar="ARTICLE")
    judged = findings.add_mutually_exclusive_group()
    judged.add_argument("--dismiss", type=int, metavar="N", help="say that the finding with this number is none")
    judged.add_argument("--restore", type=int, metavar="N", help="bring back the one with this number")
    findings.add_argument("--reason", default="", metavar="TEXT", help="why it is dismissed")
    findings.set_defaults(run=run_findings)
    signoff = command("signoff", "sign an article off, when nothing is open; else list what is, and fail")
    signoff.add_argument("article", metavar="ARTICLE")
    signoff.add_argument("--check", action="store_true", help="only list what is open")
    signoff.add_argument("--reopen", action="store_true", help="check it again")
    signoff.set_defaults(run=run_signoff)
    export = command("export", "write an article's checklist, its change memo, its call sheet, its marked-up draft")
    export.add_argument("article", metavar="ARTICLE")
    export.add_argument(
        "--what",
        default="checklist",
        choices=["checklist", "memo", "calls", "draft", "tracked", "all"],
        help="the checklist (default), the change memo to editor and writer, the facts to confirm by whom to phone, "
        "the draft with a comment on each claim, the same with suggested changes tracked, or each of them",
    )
    export.add_argument(
        "--format",
        action="append",
        default=[],
        metavar="FORMATS",
        help="md, csv, json, html, docx (default md, docx for a draft); claimreview, of a signed-off article only, for "
        "search engines; several with commas, or the option more than once",
    )
    export.add_argument(
        "-o",
        "--output",
        metavar="PATH",
        help="a file, a folder, or '-' for stdout; by default a file named after the article",
    )
    export.add_argument(
        "--claims",
        default="all",
        metavar="WHICH",
        help="only some claims: open, verified, disputed, unsourced, unchecked, re-check, query, changes, legal, mine, "
        "or numbers such as 1-20,25 (default all)",
    )
    export.add_argument(
        "--url",
        default="",
        metavar="URL",
        help="where the article is published, for claimreview; by default its slug "
        "below what [publish] in the configuration says",
    )
    export.add_argument("--force", action="store_true", help="overwrite without asking")
    export.set_defaults(run=run_export)


def run_mark(arguments: argparse.Namespace, config: Config) -> int:
    """Give one verdict, with its sources and note, in one act."""
    from factcheck import contract
    from factcheck.desk import connect
    from factcheck.review import Review, find_claim

    verdict = None if arguments.verdict == UNCHECKED else Verdict(arguments.verdict)
    sources = [parse_source(text) for text in arguments.source]
    if arguments.copies and verdict is None:
        raise UsageError("copies are given a verdict, not taken one", "take it off each")
    with connect(config.desk, who=config.checker) as desk:
        claim = find_claim(desk, arguments.claim)
        review = Review(desk, desk.claims.article_of(claim.id))
        today = desk.clock().astimezone().date()
        sources = [replace(source, accessed=today) for source in sources]
        if not arguments.second:
            outcome = review.mark(claim.id, verdict, seen=claim.revision, sources=sources, note=arguments.note)
        elif sources or arguments.note is not None or arguments.copies:
            raise UsageError("a second read gives a verdict and nothing else", "add the rest without --second")
        else:
            outcome = review.second_read(claim.id, verdict, seen=claim.revision)
        told = [outcome.message]
        if arguments.copies:
            unmarked = any(review.claim(other).verdict is None for other in review.links_of(claim.id).same)
            told.append(review.mark_copies(claim.id).message if unmarked else "it is told nowhere else unmarked")
        summary = desk.articles.summary(review.article.id)
        claim = desk.claims.get(claim.id)
    if arguments.json:
        say_json(contract.status_json([summary], [claim]))
    else:
        for line in told:
            say(line)
    if outcome.remark:
        narrate(outcome.remark)
    return 0


def run_resolve(arguments: argparse.Namespace, config: Config) -> int:
    """Say what is to become of a claim, what the writer is asked, how it should read: each given option is one act."""
    from factcheck.desk import connect
    from factcheck.review import Review, find_claim

    given = (arguments.query, arguments.answer, arguments.replacement, arguments.resolution, arguments.legal)
    if all(value is None for value in given):
        raise UsageError("resolve wants to be told what", "see 'factcheck resolve --help'")
    messages = []
    with connect(config.desk, who=config.checker) as desk, desk.writing():
        claim = find_claim(desk, arguments.claim)
        review = Review(desk, desk.claims.article_of(claim.id))
        if arguments.query is not None or arguments.answer is not None:
            query = review.claim(claim.id).query if arguments.query is None else arguments.query
            messages.append(review.ask(claim.id, query, arguments.answer).message)
        if arguments.replacement is not None:
            messages.append(review.suggest(claim.id, arguments.replacement).message)
        if arguments.resolution is not None:
            messages.append(review.resolve(claim.id, Resolution(arguments.resolution)).message)
        if arguments.legal is not None:
            messages.append(review.flag_legal(claim.id, arguments.legal).message)
    for message in messages:
        say(message)
    return 0


def run_signoff(arguments: argparse.Namespace, config: Config) -> int:
    """The gate: sign an article off, or list what is open and exit with 1."""
    from factcheck.archive import match_article
    from factcheck.desk import connect
    from factcheck.review import Review

    with connect(config.desk, who=config.checker) as desk:
        review = Review(desk, desk.articles.find(arguments.article).id, rules=config.rules)
        if arguments.reopen:
            say(review.reopen().message)
            return 0
        found = match_article(desk, review.article.article, [record.claim for record in review.claims])
        review.earlier = {record.id: ones for record, ones in zip(review.claims, found, strict=True)}
        items = review.open_items
        for item in items:
            say(item.text)
        if not items and arguments.check:
            narrate("nothing is open")
        elif not items:
            say(review.sign_off().message)
    return 1 if items else 0


def run_findings(arguments: argparse.Namespace, config: Config) -> int:
    """List the findings with their numbers, in the app's order, or judge one."""
    from factcheck.desk import connect
    from factcheck.review import Review
    from factcheck.review.navigate import by_gravity

    number = arguments.dismiss if arguments.dismiss is not None else arguments.restore
    if number is None:
        with look_at_desk(config) as desk:
            review = Review(desk, desk.articles.find(arguments.article).id)
        for at, finding in enumerate(by_gravity(review.findings), 1):
            where = ", ".join(f"#{name.removeprefix('c')}" for name in finding.claims) or "no claim"
            judged = f" (dismissed: {finding.dismissed})" if finding.dismissed else ""
            say(f"{at:>3} {finding.severity:6} {finding.message} ({where}){judged}")
        return 0
    with connect(config.desk, who=config.checker) as desk:
        review = Review(desk, desk.articles.find(arguments.article).id)
        if not 0 < number <= len(review.findings):
            raise UsageError(f"there is no finding {number}", f"'factcheck findings {arguments.article}' lists them")
        finding = by_gravity(review.findings)[number - 1]
        restore = arguments.dismiss is None
        outcome = review.restore_finding(finding) if restore else review.dismiss(finding, arguments.reason)
    say(outcome.message)
    return 0


def parse_source(text: str) -> Source:
    """Read a source from one argument: ``NAME``, ``KIND: NAME`` or ``KIND: NAME | LOCATOR``.

    Raises:
        UsageError: when there is no name in it.
    """
    head, bar, locator = text.partition("|")
    kind, colon, name = head.partition(":")
    if colon and kind.strip().lower() in set(SourceKind):
        source = Source(SourceKind(kind.strip().lower()), name.strip(), locator.strip())
    else:
        # A URL or a time has a colon too: without a kind before it, all of it is the name.
        source = Source(SourceKind.OTHER, head.strip(), locator.strip() if bar else "")
    if not source.name:
        raise UsageError(f"--source {text!r} names no source", "write it as NAME, KIND: NAME or KIND: NAME | LOCATOR")
    return source


def run_export(arguments: argparse.Namespace, config: Config) -> int:
    """Write what leaves the desk in one or several formats."""
    from factcheck.checklist import FORMATS, KINDS, check_place, ending, render, write
    from factcheck.checklist.as_claimreview import advice
    from factcheck.config import is_web_address
    from factcheck.review import Review
    from factcheck.review.choosing import chosen

    kinds = list(KINDS) if arguments.what == "all" else [arguments.what]
    asked = ",".join(arguments.format).split(",")
    formats = list(dict.fromkeys(name.strip() for name in asked if name.strip()))
    for name in formats:
        if name not in FORMATS:
            raise UsageError(f"there is no format {name!r}", f"choose from {', '.join(FORMATS)}")
    if not formats and arguments.format:
        raise UsageError("--format names no format", f"choose from {', '.join(FORMATS)}")
    if arguments.url and not is_web_address(arguments.url):
        raise UsageError(f"--url {arguments.url!r} is no address", "write it as https://example.org/article")
    own = {kind: tuple(KINDS[kind].formats) for kind in kinds}
    files = [(kind, name) for kind in kinds for name in formats or own[kind][:1] if name in own[kind]]
    for name in formats:
        if not any(name in own[kind] for kind in kinds):
            told = ", ".join(own[arguments.what])
            raise UsageError(f"there is no {KINDS[arguments.what].title.lower()} as {name}", f"choose from {told}")
    if arguments.output == "-" and len(files) > 1:
        raise UsageError(
            f"several {'formats' if len(formats) > 1 else 'files'} cannot share stdout", "name a folder with -o"
        )
    if arguments.output == "-" and files[0][1] == "docx" and sys.stdout.isatty():
        raise UsageError("a Word file is nothing for a terminal", "name a file with -o, or send stdout to one")
    with look_at_desk(config) as desk:
        record = desk.articles.find(arguments.article)
        checklist = chosen(Review(desk, record.id).checklist(), arguments.claims)
    checklist = replace(checklist, publisher=replace(config.publisher, page=arguments.url))
    if not record.extracted:
        narrate(f"not all claims of {record.slug} have been found yet: 'factcheck open {record.slug}' goes on")
    if checklist.only:
        narrate(f"only {checklist.only}")
    rendered = [render(checklist, name, kind) for kind, name in files]
    if "claimreview" in formats and (told := advice(checklist)):
        narrate(told)
    if arguments.output == "-":
        sys.stdout.buffer.write(rendered[0])
        sys.stdout.buffer.flush()
        return 0
    endings = [ending(kind, name) for kind, name in files]
    paths = _paths(arguments.output, record.slug, endings, config)
    for path in paths:
        check_place(path)
    force = arguments.force or _agreed([path for path in paths if os.path.isfile(path)])  # noqa: PTH113  # see _paths
    for data, path in zip(rendered, paths, strict=True):
        write(data, path, force=force)
        say(str(path))
    return 0


def _paths(output: str | None, slug: str, endings: Sequence[str], config: Config) -> list[Path]:
    """Where each file goes: one file as named; several, or a folder, get names of their own.

    A name for several may have the ending of one of them, which is no part of it. What a path is, is asked of
    `os.path`: `Path` fails where it may not look.
    """
    from factcheck.checklist import without_ending
    from factcheck.config import expanded

    if output is None:
        base = (config.export_dir or Path()) / slug
    elif output.endswith("/") or os.path.isdir(expanded(output)):  # noqa: PTH112
        base = expanded(output) / slug
    elif len(endings) == 1:
        return [expanded(output)]
    else:
        base = expanded(without_ending(output))
    return [base.with_name(f"{base.name}{ending}") for ending in endings]


def _agreed(existing: Sequence[Path]) -> bool:
    """Ask whether files may be overwritten, before any is written."""
    if not existing:
        return False
    if not sys.stdin.isatty():
        raise ExportError(f"{existing[0]} is there already", "choose another name, or --force to replace it")
    narrate(f"{', '.join(map(str, existing))}: there already; overwrite? [y/N]")
    if sys.stdin.readline().strip().lower() not in {"y", "yes"}:
        raise ExportError("nothing was written")
    return True

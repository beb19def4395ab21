"""The commands about articles as such: ``open``, ``extract``, ``status``, ``about`` and ``deadline``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck import contract
from factcheck.cli import reading
from factcheck.cli.looking import look_at_desk
from factcheck.cli.output import complain, narrate, progress, say, say_json, words
from factcheck.errors import FactcheckError
from factcheck.model import UNCHECKED, AnnotationKind, Carried, State

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from factcheck.cli.output import CommandMaker
    from factcheck.config import Config
    from factcheck.desk import Desk
    from factcheck.model import ArticleRecord, ArticleSummary, ClaimRecord, Extraction, Original


def add_commands(command: CommandMaker) -> None:
    """Declare the commands of this module."""
    open_ = command("open", "put articles on the desk without a screen; prints their ids and slugs")
    open_.add_argument("articles", metavar="ARTICLE", nargs="+")
    open_.add_argument("--json", action="store_true", help="print a status object")
    reading.add_options(open_)
    open_.set_defaults(run=run_open)
    extract = command("extract", "print the claims, facts and findings of articles; touches no desk")
    extract.add_argument("articles", metavar="ARTICLE", nargs="+")
    extract.add_argument("--json", action="store_true", help="print one JSON object for each article, one a line")
    reading.add_options(extract)
    extract.set_defaults(run=run_extract)
    status = command("status", "print how far the checking is")
    status.add_argument("article", metavar="ARTICLE", nargs="?", help="with its claims; all articles by default")
    status.add_argument("--json", action="store_true")
    status.set_defaults(run=run_status)
    about = command("about", "print what is known about an article and where it came from, or correct it")
    about.add_argument("article", metavar="ARTICLE")
    about.add_argument("--title", help="the headline it goes by")
    about.add_argument("--dek", help="the line below it; empty for none")
    about.add_argument("--byline", metavar="NAMES", help="who wrote it; empty for nobody")
    about.add_argument("--date", metavar="DAY", help="when it is published, such as 2026-03-12; empty for not known")
    about.set_defaults(run=run_about)
    deadline = command("deadline", "say when an article has to be checked")
    deadline.add_argument("article", metavar="ARTICLE")
    deadline.add_argument("when", metavar="WHEN", help="2026-03-12 or '2026-03-12 18:00'; empty takes it off")
    deadline.set_defaults(run=run_deadline)


def run_open(arguments: argparse.Namespace, config: Config) -> int:
    """Put articles on the desk; a bad one does not keep the others out."""
    from factcheck.desk import connect
    from factcheck.review.intake import stories, take_in

    failed = 0
    options = reading.options_of(arguments)
    summaries: list[ArticleSummary] = []
    with connect(config.desk, who=config.checker) as desk:
        for argument, story in stories(arguments.articles, options):
            try:
                if isinstance(story, FactcheckError):
                    raise story
                with progress(f"reading {argument}") as step:
                    record = take_in(desk, story, options=options, pipeline=config.pipeline, progress=words(step))
            except FactcheckError as error:
                failed = error.exit_code
                complain(str(error))
                continue
            summaries.append(desk.articles.summary(record.id))
            if not arguments.json:
                say(f"{record.id}\t{record.slug}")
            for warning in record.article.warnings:
                narrate(f"{record.slug}: {warning}")
    if arguments.json:
        say_json(contract.status_json(summaries))
    return failed


def run_extract(arguments: argparse.Namespace, config: Config) -> int:
    """Print what the extraction finds, article by article in the order given."""
    from factcheck.consistency import examine
    from factcheck.review.intake import read_or_find, stories

    failed = 0
    options = reading.options_of(arguments)
    for argument, story in stories(arguments.articles, options):
        try:
            if isinstance(story, FactcheckError):
                raise story
            article = read_or_find(story, config.desk, options) if isinstance(story, str) else story
            with progress(f"extracting {argument}") as step:
                extraction = examine(article, pipeline=config.pipeline, progress=words(step))
        except FactcheckError as error:
            failed = error.exit_code
            complain(str(error))
            continue
        for warning in article.warnings:
            narrate(f"{argument}: {warning}")
        if arguments.json:
            say_json(contract.extraction_json(extraction))
        else:
            for line in _extraction_lines(extraction):
                say(line)
    return failed


def run_status(arguments: argparse.Namespace, config: Config) -> int:
    """Print the progress of all articles but the archive's, or of one with its claims."""
    conflicts = None
    orphans: list[ClaimRecord] = []
    with look_at_desk(config) as desk:
        if arguments.article is None:
            # To look up what contradicts takes too long for a list of all.
            summaries, claims = desk.articles.summaries([State.CHECKING, State.SIGNED_OFF]), None
        else:
            record = desk.articles.find(arguments.article)
            summaries, claims = (desk.articles.summary(record.id),), desk.claims.of(record.id)
            orphans = [one for one in desk.claims.lost(record.id) if one.lost is Carried.ORPHANED]
            if record.state is State.CHECKING:
                conflicts = _conflicts(desk, summaries[0])
    if arguments.json:
        say_json(contract.status_json(summaries, claims, conflicts))
        return 0
    if not summaries:
        narrate("no article is under check: put one on the desk with 'factcheck open FILE'")
    for summary in summaries:
        say(_summary_line(summary, conflicts))
    for claim in claims or ():
        say(_claim_line(claim))
    for orphan in orphans:
        say(f"orphaned, id {orphan.id}\t{orphan.verdict or UNCHECKED}\t{orphan.claim.text}")
    return 0


def run_about(arguments: argparse.Namespace, config: Config) -> int:
    """Print an article's data, or correct those that are given."""
    from factcheck.consistency import examine
    from factcheck.desk import Meta, connect
    from factcheck.review import Review
    from factcheck.review.typed import parse_day

    given = {name: getattr(arguments, name) for name in ("title", "dek", "byline", "date")}
    if all(value is None for value in given.values()):
        with look_at_desk(config) as desk:
            record = desk.articles.find(arguments.article)
            original = desk.drafts.original(record.draft_id)
        for line in _about_lines(record, original):
            say(line)
        return 0
    meta = Meta()
    if given["title"] is not None:
        meta["title"] = given["title"]
    if given["dek"] is not None:
        meta["dek"] = given["dek"] or None
    if given["byline"] is not None:
        meta["byline"] = given["byline"] or None
    if given["date"] is not None:
        meta["published"] = parse_day(given["date"])
    with connect(config.desk, who=config.checker) as desk:
        record = desk.articles.find(arguments.article)
        outcome = Review(desk, record.id).set_meta(**meta)
        if outcome.extract and record.extracted and record.state is State.CHECKING:
            article = desk.articles.get(record.id).article
            with progress("reading its dates anew") as step:
                found = examine(article, pipeline=config.pipeline, progress=words(step))
            desk.articles.store(record.id, found, complete=True)
    say(outcome.message)
    return 0


def _about_lines(record: ArticleRecord, original: Original | None) -> Iterator[str]:
    article, draft = record.article, record.article.draft
    notes = sum(one.kind is not AnnotationKind.LINK for one in draft.annotations)
    told = {
        "title": article.title,
        "dek": article.dek,
        "byline": article.byline,
        "date": article.published and article.published.isoformat(),
        "deadline": record.deadline,
        "from": article.source,
        "page": original and original.url,
        "draft": f"{draft.number}, {draft.words} words, sha256 {draft.sha256}",
        "original": original and f"{original.media_type}, {len(original.data)} bytes, sha256 {original.sha256}",
        "pages": str(len(draft.pages)) if draft.pages else "",
        "notes": str(notes or ""),
        "links": str(len(draft.annotations) - notes or ""),
    }
    for name, value in told.items():
        if value:
            yield f"{name:9} {value}"
    for warning in article.warnings:
        yield f"{'warning':9} {warning}"


def run_deadline(arguments: argparse.Namespace, config: Config) -> int:
    """Say when an article has to be checked."""
    from factcheck.desk import connect
    from factcheck.review import Review

    with connect(config.desk, who=config.checker) as desk:
        review = Review(desk, desk.articles.find(arguments.article).id)
        say(review.set_deadline(arguments.when).message)
    return 0


def _conflicts(desk: Desk, summary: ArticleSummary) -> int:
    from factcheck.archive import match_article
    from factcheck.review.conflicts import Conflicts

    return Conflicts(match_article).count(desk, summary)


def _summary_line(summary: ArticleSummary, conflicts: int | None) -> str:
    progress = summary.progress
    opinion = f" and {progress.opinion} opinion" if progress.opinion else ""
    checked = f"{progress.done} of {progress.wanted} checked, {progress.open} open{opinion}"
    verdicts = f"{progress.verified} verified, {progress.disputed} disputed, {progress.unsourced} unsourced"
    again = f", {progress.recheck} to re-check" if progress.recheck else ""
    due = f"\tdue {summary.deadline}" if summary.deadline else ""
    clash = f", {conflicts} in conflict with the archive" if conflicts else ""
    about = f"{summary.id}\t{summary.slug}\t{summary.state}\tdraft {summary.draft}"
    return f"{about}\t{checked}: {verdicts}{again}{clash}{due}"


def _claim_line(claim: ClaimRecord) -> str:
    bare = " (no source)" if claim.lacks_source else ""
    opinion = claim.verdict is None and not claim.claim.checkable
    word = "opinion" if opinion else "to re-check" if claim.wants_recheck else claim.verdict or UNCHECKED
    return f"#{claim.number}\t{word}{bare}\t{claim.claim.text}"


def _extraction_lines(extraction: Extraction) -> Iterator[str]:
    article = extraction.article
    yield article.title
    details = (article.byline, article.published and article.published.isoformat(), f"{article.draft.words} words")
    yield " · ".join(str(detail) for detail in details if detail)
    for claim in extraction.claims:
        who = f" [{claim.attribution.speaker}]" if claim.attribution else ""
        opinion = "" if claim.checkable else " (opinion)"
        yield f"{claim.id:>5}  {claim.section:8} {claim.priority:.2f}  {claim.text}{who}{opinion}"
    for person in extraction.people:
        told = ", ".join((*person.titles, *map(str, person.ages), *person.roles, *(("probable",) * person.probable)))
        yield f"  person: {person.name}{f' ({told})' if told else ''}"
    for finding in extraction.findings:
        where = f" ({', '.join(finding.claims)})" if finding.claims else ""
        yield f"  {finding.severity}: {finding.message}{where}"
    yield ""

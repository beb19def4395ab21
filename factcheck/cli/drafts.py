"""The command about drafts: ``rebase``."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcheck.cli import reading
from factcheck.cli.output import narrate, progress, say, say_json, words
from factcheck.errors import UsageError
from factcheck.model import UNCHECKED, Carried

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from factcheck.cli.output import CommandMaker
    from factcheck.config import Config
    from factcheck.model import CarriedClaim, Rebased


def add_commands(command: CommandMaker) -> None:
    """Declare the commands of this module."""
    rebase = command("rebase", "take in an edited draft: marks are carried, moved, to re-check, cut or orphaned")
    rebase.add_argument("article", metavar="ARTICLE")
    rebase.add_argument("file", metavar="NEWFILE", nargs="?", help="the edited draft, or '-'")
    rebase.add_argument("--anyway", action="store_true", help="take it though it looks like another article")
    rebase.add_argument("--place", metavar="CLAIM", help="instead: give this orphaned claim, by its id, its place")
    rebase.add_argument("--at", metavar="WORDS", help="with --place: the words of the draft that it is")
    rebase.add_argument("--gone", action="store_true", help="with --place: its words were cut")
    rebase.add_argument("--json", action="store_true", help="print the report as one object")
    reading.add_options(rebase, stated=False)
    rebase.set_defaults(run=run_rebase)


def run_rebase(arguments: argparse.Namespace, config: Config) -> int:
    """Take in a draft and print what became of each claim, or give an orphaned claim its place."""
    from factcheck import contract
    from factcheck.desk import connect
    from factcheck.review.intake import take_draft

    if arguments.place is not None:
        return _place(arguments, config)
    if arguments.file is None:
        raise UsageError("rebase wants the edited file", "factcheck rebase ARTICLE NEWFILE")
    with connect(config.desk, who=config.checker) as desk:
        record = desk.articles.find(arguments.article)
        with progress(f"reading {arguments.file}") as step:
            outcome, report = take_draft(
                desk,
                record,
                arguments.file,
                options=reading.options_of(arguments),
                pipeline=config.pipeline,
                progress=words(step),
                anyway=arguments.anyway,
            )
    if arguments.json:
        say_json(contract.rebase_json(report))
        narrate(outcome.message)
        return 0
    say(f"{outcome.message}: {told(report)}")
    for line in _lines(report):
        say(line)
    return 0


def told(report: Rebased) -> str:
    """How many claims are what, in one line."""
    counts = Counter(one.state for one in report.claims)
    parts = [f"{counts[state]} {'to re-check' if state is Carried.RECHECK else state}" for state in Carried]
    return ", ".join((*parts, f"{len(report.new)} new"))


def _lines(report: Rebased) -> Iterator[str]:
    for one in report.claims:
        if one.state not in {Carried.CARRIED, Carried.MOVED}:
            yield "\t".join(_line(one))
    for record in report.new:
        yield f"new\t#{record.number}\t{UNCHECKED}\t{record.claim.text}"


def _line(one: CarriedClaim) -> Iterator[str]:
    yield one.state.value
    yield str(one.id)
    yield one.verdict.value if one.verdict else UNCHECKED
    yield one.before.text
    if one.after is not None:
        yield f"-> {one.after.text}"
    if one.went_in:
        yield "(the suggested change went in)"


def _place(arguments: argparse.Namespace, config: Config) -> int:
    from factcheck.desk import connect
    from factcheck.model import ClaimId
    from factcheck.review import Review

    if not arguments.place.isdecimal() or arguments.gone == (arguments.at is not None):
        raise UsageError("--place wants the claim's id, and either --at WORDS or --gone", "'factcheck rebase --help'")
    with connect(config.desk, who=config.checker) as desk:
        review = Review(desk, desk.articles.find(arguments.article).id)
        claim_id = ClaimId(int(arguments.place))
        if arguments.gone:
            outcome = review.let_go(claim_id)
        else:
            text = review.article.article.draft.text
            at = text.find(arguments.at)
            if at < 0 or text.find(arguments.at, at + 1) >= 0:
                where = "does not stand in the draft" if at < 0 else "stands there more than once"
                raise UsageError(f"{arguments.at!r} {where}", "give the words as the draft has them, and more of them")
            outcome = review.place(claim_id, at, at + len(arguments.at))
    say(outcome.message)
    return 0

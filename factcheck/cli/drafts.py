"""The command about drafts: ``rebase``."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcheck.cli import reading
from factcheck.cli.output import narrate, progress, say, say_json, words
from factcheck.errors import UsageError
from factcheck.model import UNCHECKED, Carried, Span

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from factcheck.cli.output import CommandMaker
    from factcheck.config import Config
    from factcheck.model import CarriedClaim, ClaimId, Rebased
    from factcheck.review import Review


def add_commands(command: CommandMaker) -> None:
    """Declare the commands of this module."""
    rebase = command("rebase", "take in an edited draft: marks are carried, moved, to re-check, cut or orphaned")
    rebase.add_argument("article", metavar="ARTICLE")
    rebase.add_argument("file", metavar="NEWFILE", nargs="?", help="the edited draft, or '-'")
    rebase.add_argument("--anyway", action="store_true", help="take it though it looks like another article")
    rebase.add_argument("--place", metavar="CLAIM", help="instead: give this orphaned claim, by its id, its place")
    rebase.add_argument("--at", metavar="WORDS", help="with --place: the words that it is now, or #12 for a claim's")
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
        numbers = {one.id: one.number for one in desk.claims.of(record.id)}
    if arguments.json:
        say_json(contract.rebase_json(report))
        narrate(outcome.message)
        return 0
    say(f"{outcome.message}: {told(report)}")
    for line in _lines(report, numbers):
        say(line)
    if any(one.state is Carried.ORPHANED for one in report.claims):
        narrate("an orphaned claim is given its place with --place ID and --at WORDS, or --at #NUMBER, or --gone")
    return 0


def told(report: Rebased) -> str:
    """How many claims are what, in one line."""
    counts = Counter(one.state for one in report.claims)
    return ", ".join((*(f"{counts[state]} {_word(state)}" for state in Carried), f"{len(report.new)} new"))


def _word(state: Carried) -> str:
    return "to re-check" if state is Carried.RECHECK else state.value


def _lines(report: Rebased, numbers: Mapping[ClaimId, int]) -> Iterator[str]:
    """What is to be seen to, by the numbers that the claims have now, or had in the draft before."""
    for one in report.claims:
        if one.state not in {Carried.CARRIED, Carried.MOVED}:
            yield "\t".join(_line(one, numbers.get(one.id)))
    for record in report.new:
        yield f"new\t#{record.number}\t{UNCHECKED}\t{record.claim.text}"


def _line(one: CarriedClaim, number: int | None) -> Iterator[str]:
    from factcheck.review.wording import REFRAMED

    yield _word(one.state)
    before = f"was #{one.before.id.removeprefix('c')}"
    orphan = f", id {one.id}" if one.state is Carried.ORPHANED else ""
    yield f"#{number}" if number else f"{before}{orphan}"
    yield one.verdict.value if one.verdict else UNCHECKED
    yield one.before.text
    if one.is_reframed:
        yield f"({REFRAMED})"
    elif one.after is not None:
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
            span = _span(review, arguments.at)
            outcome = review.place(claim_id, span.start, span.end)
    say(outcome.message)
    return 0


def _span(review: Review, words: str) -> Span:
    """The place of some words that stand once in the draft, or of the claim that a number such as ``#12`` names.

    Raises:
        UsageError: when they do not.
    """
    from factcheck.review.typed import claims_named

    if words[:1] == "#" and words[1:].isdecimal():
        (named,) = claims_named(words, review.claims)
        return review.claim(named).span
    text = review.article.article.draft.text
    at = text.find(words)
    if at < 0:
        raise UsageError(f"{words!r} does not stand in the draft", "give the words as the draft has them")
    if text.find(words, at + 1) >= 0:
        raise UsageError(f"{words!r} stands there more than once", "name the claim there by its number, such as #12")
    return Span(at, at + len(words))

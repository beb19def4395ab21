"""The commands about the claims themselves: ``edit``, ``correct`` and ``assign``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from factcheck import model
from factcheck.cli.output import say
from factcheck.errors import UsageError
from factcheck.model import CLAIM_KINDS, Section

if TYPE_CHECKING:
    import argparse

    from factcheck.cli.output import CommandMaker
    from factcheck.config import Config
    from factcheck.model import ClaimRecord
    from factcheck.review import Outcome, Review


_SAID: Final = {
    "no-claim": "it is no claim, and leaves the list",
    "restore": "it is a claim after all, and comes back",
    "opinion": "it is opinion, which wants no check",
    "checkable": "it is no opinion",
}
"""What may be said of a claim whose words stay, by the option that says so."""


def add_commands(command: CommandMaker) -> None:
    """Declare the commands of this module."""
    edit = command("edit", "give a claim other words, break, merge or add one, or say that one is no claim, or opinion")
    edit.add_argument(
        "claim", metavar="CLAIM", help="the claim's id on the desk, or ARTICLE#number; with --add the ARTICLE"
    )
    how = edit.add_mutually_exclusive_group(required=True)
    how.add_argument("--words", metavar="TEXT", help="the claim is just these words of its paragraph")
    how.add_argument("--break-before", metavar="TEXT", help="a second claim begins with these words of it")
    how.add_argument("--merge", metavar="CLAIM", help="it gets the words of this one too, which leaves the list")
    how.add_argument("--add", metavar="TEXT", help="these words of the draft are a claim")
    for name, told in _SAID.items():
        how.add_argument(f"--{name}", dest="said", action="store_const", const=name, help=told)
    edit.set_defaults(run=run_edit)
    correct = command("correct", "say who says a claim, and what it asserts, where that was read wrongly")
    correct.add_argument("claim", metavar="CLAIM", help="the claim's id on the desk, or ARTICLE#number")
    correct.add_argument("--speaker", metavar="NAME", help="who says it; empty for the paper itself")
    correct.add_argument("--anonymous", action="store_true", help="the speaker is an anonymous source")
    correct.add_argument("--kinds", metavar="KINDS", help=f"what it asserts, of: {', '.join(CLAIM_KINDS)}")
    correct.add_argument("--as-extracted", action="store_true", help="take all corrections back")
    correct.set_defaults(run=run_correct)
    assign = command("assign", "say who is to check which claims of an article")
    assign.add_argument("article", metavar="ARTICLE")
    assign.add_argument("who", metavar="WHO", help="a checker's name; empty for nobody in particular")
    assign.add_argument("--claims", default="", metavar="NUMBERS", help="such as 3,5-9; all by default")
    assign.add_argument("--section", choices=[*map(str, Section)], help="only those that stand there")
    assign.set_defaults(run=run_assign)


def run_edit(arguments: argparse.Namespace, config: Config) -> int:
    """Change which words are a claim, or what they are."""
    from factcheck.desk import connect
    from factcheck.review import Review, find_claim

    with connect(config.desk, who=config.checker) as desk:
        if arguments.add is not None:
            review = Review(desk, desk.articles.find(arguments.claim).id)
            text = review.article.article.draft.text
            at = _only_place(text, arguments.add, 0, len(text))
            say(review.add_claim(at, at + len(arguments.add)).message)
            return 0
        claim = find_claim(desk, arguments.claim)
        review = Review(desk, desk.claims.article_of(claim.id))
        draft = review.article.article.draft
        if arguments.said is not None:
            outcome = _say_of(review, claim, arguments.said)
        elif arguments.merge is not None:
            outcome = review.merge(claim.id, find_claim(desk, arguments.merge).id)
        elif arguments.words is not None:
            block = next((block for block in draft.blocks if block.start <= claim.span.start < block.end), None)
            place = (block.start, block.end) if block else (0, len(draft.text))
            at = _only_place(draft.text, arguments.words, *place)
            outcome = review.set_span(claim.id, at, at + len(arguments.words))
        else:
            at = _only_place(draft.text, arguments.break_before, claim.span.start, claim.span.end)
            outcome = review.split(claim.id, at)
    say(outcome.message)
    return 0


def _say_of(review: Review, claim: ClaimRecord, said: str) -> Outcome:
    match said:
        case "no-claim":
            return review.remove(claim.id, seen=claim.revision)
        case "restore":
            return review.restore(claim.id, seen=claim.revision)
        case _:
            return review.set_checkable(claim.id, said == "checkable", seen=claim.revision)


def _only_place(text: str, words: str, start: int, end: int) -> int:
    """Where some words stand in a stretch of a text.

    Raises:
        UsageError: when they do not, or in more than one place.
    """
    at = text.find(words, start, end) if words else -1
    if at < 0:
        raise UsageError(f"{words!r} does not stand there", "write the words as the draft has them")
    if text.find(words, at + 1, end) >= 0:
        raise UsageError(f"{words!r} stands there more than once", "give more of the words around")
    return at


def run_correct(arguments: argparse.Namespace, config: Config) -> int:
    """Say who says a claim, and what it asserts; what is not named stays."""
    from factcheck.desk import connect
    from factcheck.review import Review, find_claim

    if arguments.speaker is None and arguments.kinds is None and not arguments.as_extracted:
        raise UsageError("correct wants to be told what", "see 'factcheck correct --help'")
    with connect(config.desk, who=config.checker) as desk:
        claim = find_claim(desk, arguments.claim)
        correction = model.AS_EXTRACTED if arguments.as_extracted else claim.correction
        if arguments.speaker is not None:
            correction = replace(correction, speaker=arguments.speaker, named=not arguments.anonymous)
        if arguments.kinds is not None:
            kinds = tuple(kind.strip() for kind in arguments.kinds.split(",") if kind.strip())
            correction = replace(correction, kinds=kinds)
        outcome = Review(desk, desk.claims.article_of(claim.id)).correct(claim.id, correction)
    say(outcome.message)
    return 0


def run_assign(arguments: argparse.Namespace, config: Config) -> int:
    """Say who is to check which claims, in one act."""
    from factcheck.desk import connect
    from factcheck.review import Review
    from factcheck.review.typed import claims_named

    with connect(config.desk, who=config.checker) as desk:
        review = Review(desk, desk.articles.find(arguments.article).id)
        named = set(claims_named(arguments.claims or "all", review.claims))
        claims = [
            record.id
            for record in review.claims
            if record.id in named and arguments.section in {None, record.claim.section.value}
        ]
        outcome = review.assign(claims, arguments.who)
    say(outcome.message)
    return 0

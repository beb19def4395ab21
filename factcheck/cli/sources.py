"""The commands about what verdicts rest on: ``source`` and ``contact``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.cli.looking import look_at_desk
from factcheck.cli.output import narrate, say
from factcheck.cli.verdicts import parse_source
from factcheck.errors import UsageError
from factcheck.model import Contact, ContactOutcome, ContactWay

if TYPE_CHECKING:
    import argparse

    from factcheck.cli.output import CommandMaker
    from factcheck.config import Config


def add_commands(command: CommandMaker) -> None:
    """Declare the commands of this module."""
    source = command("source", "put a source under claims, or those that the writer named; list them")
    source.add_argument("article", metavar="ARTICLE")
    source.add_argument("--claims", default="all", metavar="NUMBERS", help="such as 3,5-9; all by default")
    which = source.add_mutually_exclusive_group()
    which.add_argument("--source", metavar="SOURCE", help="NAME, KIND: NAME, or KIND: NAME | LOCATOR")
    which.add_argument("--proposed", action="store_true", help="what the writer named beside the words of each claim")
    source.add_argument("--note", default="", metavar="TEXT", help="what is noted about the source")
    source.add_argument(
        "--accessed",
        metavar="DAY",
        help="when it was looked at, '' for no day; by default today, and no day for what the writer named",
    )
    source.set_defaults(run=run_source)
    contact = command("contact", "record who was asked about a claim, and what came of it; list them, or take one off")
    contact.add_argument("claim", metavar="CLAIM", help="the claim's id on the desk, or ARTICLE#number")
    contact.add_argument("--who", metavar="NAME", help="who was asked; without it the contacts are listed")
    contact.add_argument(
        "--how", choices=[*map(str, ContactWay)], default=ContactWay.OTHER.value, help="other by default"
    )
    contact.add_argument("--outcome", choices=[*map(str, ContactOutcome)], help="what came of it; pending by default")
    contact.add_argument("--when", metavar="WHEN", help="2026-03-12 or '2026-03-12 14:30'; now by default")
    contact.add_argument("--note", default="", metavar="TEXT")
    contact.add_argument("--instead", type=int, metavar="N", help="in the place of the one with this number")
    contact.add_argument("--drop", type=int, metavar="N", help="take off the one with this number")
    contact.set_defaults(run=run_contact)


def run_source(arguments: argparse.Namespace, config: Config) -> int:
    """Put a source under the claims that are named, or those that the writer named; without either list them."""
    from factcheck.desk import connect
    from factcheck.review import Review
    from factcheck.review.typed import claims_named, parse_day

    if arguments.source is None:
        if arguments.note:
            raise UsageError("--note is of a source that is given", "name it with --source")
        return (_take_proposed if arguments.proposed else _list_sources)(arguments, config)
    source = parse_source(arguments.source)
    with connect(config.desk, who=config.checker) as desk:
        review = Review(desk, desk.articles.find(arguments.article).id)
        claims = claims_named(arguments.claims, review.claims)
        if not claims:
            raise UsageError("--claims names no claims", "write numbers such as 3,5-9")
        told = arguments.accessed
        accessed = desk.clock().astimezone().date() if told is None else parse_day(told)
        source = replace(source, note=arguments.note.strip(), accessed=accessed)
        outcome = review.add_source(claims[0], source, also=claims[1:])
    say(outcome.message)
    if outcome.remark:
        narrate(outcome.remark)
    return 0


def _list_sources(arguments: argparse.Namespace, config: Config) -> int:
    from factcheck.checklist.entry import source_told
    from factcheck.review import Review
    from factcheck.review.proposed import proposed_sources
    from factcheck.review.typed import claims_named

    with look_at_desk(config) as desk:
        review = Review(desk, desk.articles.find(arguments.article).id)
    named = set(claims_named(arguments.claims, review.claims))
    for record in (one for one in review.claims if one.id in named):
        for source in record.sources:
            say(f"#{record.number}\t{source_told(source)}")
        for source in proposed_sources(review.article.article.draft, record, review.claims):
            say(f"#{record.number}\tproposed: {source_told(source)}")
    return 0


def _take_proposed(arguments: argparse.Namespace, config: Config) -> int:
    from factcheck.desk import connect
    from factcheck.review import Review
    from factcheck.review.proposed import proposed_sources
    from factcheck.review.typed import claims_named, parse_day

    # Who takes over what a writer named has not looked at it yet: only who says so has.
    accessed = parse_day(arguments.accessed or "")
    with connect(config.desk, who=config.checker) as desk, desk.writing():
        review = Review(desk, desk.articles.find(arguments.article).id)
        named = set(claims_named(arguments.claims, review.claims))
        draft, listed = review.article.article.draft, review.claims
        outcomes = [
            review.add_source(record.id, replace(source, accessed=accessed))
            for record in review.claims
            if record.id in named
            for source in proposed_sources(draft, record, listed)
        ]
    for outcome in outcomes:
        say(outcome.message)
        if outcome.remark:
            narrate(outcome.remark)
    if not outcomes:
        narrate("the writer named no source that is not there already")
    return 0


def run_contact(arguments: argparse.Namespace, config: Config) -> int:
    """Record a contact, list those that a claim has with their numbers, or take one off."""
    from factcheck.desk import connect
    from factcheck.review import Review, find_claim
    from factcheck.review.typed import written

    if arguments.who is None and arguments.drop is None:
        with look_at_desk(config) as desk:
            claim = find_claim(desk, arguments.claim)
        for number, contact in enumerate(claim.contacts, 1):
            note = f" ({contact.note})" if contact.note else ""
            say(f"{number:>3} {contact.when:16} {contact.how.value}: {contact.who}, {contact.outcome.value}{note}")
        return 0
    with connect(config.desk, who=config.checker) as desk:
        claim = find_claim(desk, arguments.claim)
        review = Review(desk, desk.claims.article_of(claim.id))
        if arguments.who is None:
            outcome = review.drop_contact(claim.id, _numbered(claim.contacts, arguments.drop), seen=claim.revision)
        else:
            contact = Contact(
                arguments.who,
                ContactWay(arguments.how),
                arguments.when or written(desk.clock().astimezone()),
                ContactOutcome(arguments.outcome or ContactOutcome.PENDING),
                arguments.note,
            )
            instead = None if arguments.instead is None else _numbered(claim.contacts, arguments.instead)
            outcome = review.add_contact(claim.id, contact, instead=instead, seen=claim.revision)
    say(outcome.message)
    return 0


def _numbered(contacts: tuple[Contact, ...], number: int) -> Contact:
    """The contact with a number, from 1.

    Raises:
        UsageError: when there is none.
    """
    if not 0 < number <= len(contacts):
        raise UsageError(f"there is no contact {number}", "'factcheck contact CLAIM' lists them")
    return contacts[number - 1]

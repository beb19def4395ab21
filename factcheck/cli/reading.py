"""The options that say how an ARTICLE is to be read, for every command that reads one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from factcheck.errors import UsageError, printable

if TYPE_CHECKING:
    import argparse

    from factcheck.reading import ReadOptions


def add_options(command: argparse.ArgumentParser, *, stated: bool = True) -> None:
    """Declare them.

    Args:
        command: The command.
        stated: Whether title, date and byline can be said, too.
    """
    group = command.add_argument_group("how a file or a page is read")
    group.add_argument("--encoding", metavar="NAME", help="what a text is encoded in, when it is read wrongly")
    group.add_argument(
        "--as-original", action="store_true", help="of tracked changes, the text before them, and what is struck out"
    )
    group.add_argument("--whole-page", action="store_true", help="of a web page, all text that it shows")
    group.add_argument("--no-private", action="store_true", help="fetch no page from inside the house's own network")
    if stated:
        group.add_argument("--title", help="instead of what the file says")
        group.add_argument("--date", metavar="DAY", help="when it is published, such as 2026-03-12")
        group.add_argument("--byline", metavar="NAMES", help="who wrote it")


def said_of(arguments: argparse.Namespace) -> ReadOptions | None:
    """What was said, if anything was: without that nothing is imported that reads.

    Raises:
        UsageError: when the date is none.
    """
    names = ("encoding", "as_original", "whole_page", "no_private", "title", "date", "byline")
    return options_of(arguments) if any(getattr(arguments, name, None) for name in names) else None


def options_of(arguments: argparse.Namespace) -> ReadOptions:
    """What was said.

    Raises:
        UsageError: when the date is none.
    """
    from factcheck.reading import ReadOptions, Stated

    title, day, byline = (getattr(arguments, name, None) for name in ("title", "date", "byline"))
    try:
        published = date.fromisoformat(day) if day else None
    except ValueError:
        raise UsageError(f"--date {printable(str(day))!r} is no day", "write it as 2026-03-12") from None
    return ReadOptions(
        encoding=arguments.encoding,
        as_original=arguments.as_original,
        whole_page=arguments.whole_page,
        no_private=arguments.no_private,
        stated=Stated(title=title, byline=byline, published=published),
    )

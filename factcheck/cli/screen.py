"""The commands that open the app on an article: ``review`` and ``demo``."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli import reading
from factcheck.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from factcheck.cli.output import CommandMaker
    from factcheck.config import Config


def add_commands(command: CommandMaker) -> None:
    """Declare the commands of this module."""
    demo = command(
        "demo",
        "open the app on an article that comes with factcheck, on a desk that is thrown away, or on that of --desk",
    )
    demo.set_defaults(run=run_demo)
    review = command("review", "open the app on an article; a known one resumes where you stopped")
    review.add_argument("article", metavar="ARTICLE")
    reading.add_options(review)
    review.set_defaults(run=run_review)


def run_review(arguments: argparse.Namespace, config: Config) -> int:
    """Open the app on one article."""
    from factcheck.tui import run

    if arguments.article == "-":
        raise UsageError(
            "the app needs standard input for the keyboard", "put the article on the desk with 'factcheck open -' first"
        )

    return run(config, arguments.article, reading.said_of(arguments))


def run_demo(arguments: argparse.Namespace, config: Config) -> int:
    """Open the app on the demo article, beside a small archive, on the desk that is named or on one for this once."""
    if arguments.desk:
        return _demonstrate(config)
    with tempfile.TemporaryDirectory(prefix="factcheck-demo-", ignore_cleanup_errors=True) as folder:
        return _demonstrate(replace(config, desk=Path(folder) / "desk.db", export_dir=Path.cwd()))


def _demonstrate(config: Config) -> int:
    """Open the app on the demo article; what is on the desk from an earlier time is found there."""
    from factcheck import archive, demo
    from factcheck.desk import connect
    from factcheck.tui import run

    with demo.demo_archive() as earlier, connect(config.desk, who=config.checker) as desk:
        archive.add([earlier], desk)
    with demo.demo_article() as article:
        return run(config, str(article))

"""The command that shows the app in a browser: ``serve``."""

from __future__ import annotations

import sys
import webbrowser
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Final

from factcheck.cli import reading
from factcheck.cli.output import narrate, say
from factcheck.errors import FactcheckError, UsageError

if TYPE_CHECKING:
    import argparse

    from factcheck.cli.output import CommandMaker
    from factcheck.config import Config

_PORT: Final = 8123
_FIRST: Final = "open this link in a browser of this machine; it lets one in, once. ctrl+c here ends all tabs"
_NEXT: Final = "the link was used; further tabs need none. For another browser:"


def add_commands(command: CommandMaker) -> None:
    """Declare the command of this module."""
    serve = command("serve", "show the app in a browser of this machine; prints the link that lets one in")
    serve.add_argument("article", metavar="ARTICLE", nargs="?", help="to begin with; the list of articles by default")
    serve.add_argument("--port", type=int, default=_PORT, metavar="N", help=f"{_PORT} by default; 0 for a free one")
    which = serve.add_mutually_exclusive_group()
    which.add_argument("--open", action="store_true", help="open the link in the browser, too")
    which.add_argument("--no-browser", dest="open", action="store_false", help="only print it; the default")
    reading.add_options(serve)
    serve.set_defaults(run=run_serve)


def run_serve(arguments: argparse.Namespace, config: Config) -> int:
    """Put the article on the desk, where every tab finds it, and show the app until ctrl+c."""
    try:
        from factcheck.web import serve
    except ModuleNotFoundError as error:
        if error.name != "aiohttp":
            raise
        raise FactcheckError("the browser needs one more package", "install factcheck-desk[web]") from None
    from factcheck.desk import connect

    if not 0 <= arguments.port < 1 << 16:
        raise UsageError(f"{arguments.port} is no port", "give a number from 1024 to 65535, or 0")
    command = [sys.executable, "-P", "-m", "factcheck", "--desk", str(config.desk)]
    with connect(config.desk, who=config.checker) as desk:
        if arguments.article is not None:
            from factcheck.review.intake import resolve

            article, record = resolve(arguments.article, desk, reading.options_of(arguments))
            for warning in article.warnings:
                narrate(warning)
            command += ["review", str((record or desk.articles.put(article)).id)]
            command += ["--no-private"] * arguments.no_private

    links = 0

    def announce(link: str) -> None:
        nonlocal links
        links += 1
        with suppress(BrokenPipeError):  # who reads our output may want the first link only
            narrate(_FIRST if links == 1 else _NEXT)
            say(link)
            sys.stdout.flush()
        if links == 1 and arguments.open:
            # One in the terminal would hold up the server that it asks.
            Thread(target=webbrowser.open, args=[link], daemon=True).start()

    serve(command, port=arguments.port, announce=announce)
    return 0

"""The command line: one caller of the core. stdout is data, stderr is narration; exit 0 done, 1 failed, 2 wrong usage.

Nothing here imports textual, spacy or sqlite_utils before a command needs them, so that ``--help`` answers at once.
"""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from factcheck import __version__, config
from factcheck.cli.output import complain
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.config import Config

EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_INTERRUPTED = 130
"""What shells expect of a command that ctrl+c ended: 128 and the number of SIGINT."""

COMMANDS: Final = {
    "screen": "demo review",
    "browser": "serve",
    "articles": "open extract status about deadline",
    "earlier": "add remove match",
    "verdicts": "mark resolve findings signoff export",
    "claims": "edit correct assign",
    "sources": "source contact",
    "sheets": "import",
    "drafts": "rebase",
    "records": "log undo redo backup doctor",
    "places": "where keys",
}
"""The modules that declare commands, in the order of the help, and their commands.

Only the module that is wanted is imported: to declare all commands takes 6 ms of CPU, for which a window would wait."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    _open_closed_streams()
    try:
        code = _run(argv)
        # Here, and not when Python ends, where a failure could not be told.
        sys.stdout.flush()
    except FactcheckError as error:
        complain(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        complain("stopped")
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # The reader of our output (head, less) went away: nothing is wrong.
        _drop_output()
        return 0
    except OSError as error:
        _drop_output()
        complain(f"{error.filename or 'the output'}: {error.strerror or error}")
        return EXIT_FAILED
    return code


def _run(argv: Sequence[str] | None) -> int:
    arguments = parser(_named(argv)).parse_args(argv)
    settings = config.load(desk=arguments.desk)
    for problem in settings.problems:
        complain(problem)
    return int(arguments.run(arguments, settings))


def _open_closed_streams() -> None:
    """Put the null device where a stream was closed: else Python has None there, and a file takes its number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  # open to the end


def _drop_output() -> None:
    """Keep Python from trying, and complaining, once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _Parser(argparse.ArgumentParser):
    """argparse with our exit code and one line of complaint."""

    def error(self, message: str) -> NoReturn:
        complain(f"{message}: see '{self.prog} --help'")
        raise SystemExit(EXIT_USAGE)


def _named(argv: Sequence[str] | None) -> str:
    """The command that is given; something else, or nothing, where that is not plain."""
    before = _Parser(add_help=False, exit_on_error=False)
    before.add_argument("--desk")
    try:
        _, rest = before.parse_known_args(argv)
    except argparse.ArgumentError:
        return ""
    return rest[0] if rest else ""


def run_desk(arguments: argparse.Namespace, config: Config) -> int:  # noqa: ARG001  # every command is called alike
    """Open the app on the desk screen, which is what is done without a command."""
    from factcheck.tui import run

    return run(config, None)


def parser(named: str = "") -> argparse.ArgumentParser:
    """The command line as one parser: the whole of it, or only the module's part that declares one command.

    Args:
        named: The command; what is none stands for all of them.
    """
    top = _Parser(
        prog="factcheck",
        description="Shows an article next to the claims pulled from it, to be marked from the keyboard. "
        "Without a command it opens the app on the desk.",
        epilog="An ARTICLE is a path, a web address, '-' for standard input, or the id or slug of one on the desk.",
    )
    top.add_argument("--version", action="version", version=f"factcheck {__version__}")
    top.add_argument("--desk", type=Path, metavar="FILE", help="the desk file (or FACTCHECK_DESK)")
    top.set_defaults(run=run_desk)
    # The same option after the command; SUPPRESS keeps it from wiping out one that was given before it.
    shared = _Parser(add_help=False)
    shared.add_argument("--desk", type=Path, metavar="FILE", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    commands = top.add_subparsers(title="commands", metavar="COMMAND")

    def command(name: str, help_: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=help_, description=f"{help_[0].upper()}{help_[1:]}.", parents=[shared])

    for module in [one for one, declared in COMMANDS.items() if named in declared.split()] or COMMANDS:
        import_module(f"{__name__}.{module}").add_commands(command)
    return top

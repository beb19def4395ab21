"""The commands about what the desk keeps: ``log``, ``undo`` and ``redo``, ``backup`` and ``doctor``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.looking import look_at_desk
from factcheck.cli.output import complain, say, say_json

if TYPE_CHECKING:
    import argparse

    from factcheck.cli.output import CommandMaker
    from factcheck.config import Config


def add_commands(command: CommandMaker) -> None:
    """Declare the commands of this module."""
    log = command("log", "print what was done to an article: who, when, what")
    log.add_argument("article", metavar="ARTICLE")
    log.add_argument("--json", action="store_true")
    log.set_defaults(run=run_log)
    undo = command("undo", "take back what you did last to an article; what others did stays")
    undo.add_argument("article", metavar="ARTICLE")
    undo.set_defaults(run=run_undo, back=True)
    redo = command("redo", "do again what you took back last, unless you did something since")
    redo.add_argument("article", metavar="ARTICLE")
    redo.set_defaults(run=run_undo, back=False)
    backup = command("backup", "copy the desk to a file, while others go on working")
    backup.add_argument("file", type=Path, metavar="FILE")
    backup.add_argument("--force", action="store_true", help="replace a file that is there")
    backup.set_defaults(run=run_backup)
    doctor = command(
        "doctor", "check the desk file: damage, references, the log, the match index, and the files of sources"
    )
    doctor.add_argument("--rebuild-index", action="store_true", help="make the match index anew first")
    doctor.set_defaults(run=run_doctor)


def run_log(arguments: argparse.Namespace, config: Config) -> int:
    """Print the log of an article, oldest first."""
    from factcheck import contract
    from factcheck.review.naming import told_log
    from factcheck.review.wording import shortened

    with look_at_desk(config) as desk, desk.reading():
        record = desk.articles.find(arguments.article)
        events = desk.events.of(record.id)
        told = [] if arguments.json else told_log(desk, record.id, events)
    if arguments.json:
        say_json(contract.log_json(record, events))
        return 0
    for event, words in told:
        say(f"{event.at.astimezone():%Y-%m-%d %H:%M}  {shortened(event.who):12}  {words}")
    return 0


def run_undo(arguments: argparse.Namespace, config: Config) -> int:
    """Take back the newest act of this checker, or do again the one that was taken back last; fail where none is."""
    from factcheck.desk import connect
    from factcheck.review import Review

    with connect(config.desk, who=config.checker) as desk:
        review = Review(desk, desk.articles.find(arguments.article).id)
        outcome = review.undo() if arguments.back else review.redo()
    if outcome is None:
        complain(
            f"{config.checker} did nothing to {review.article.slug} that can be "
            f"{'taken back' if arguments.back else 'done again'}"
        )
        return 1
    say(outcome.message)
    return 0


def run_backup(arguments: argparse.Namespace, config: Config) -> int:
    """Copy the desk as it is at this moment; the copy is a desk like any other."""
    with look_at_desk(config) as desk:
        desk.back_up(arguments.file, force=arguments.force)
    say(str(arguments.file))
    return 0


def run_doctor(arguments: argparse.Namespace, config: Config) -> int:
    """Tell what is wrong with the desk, one thing a line; the exit code says whether anything is."""
    from factcheck.desk import connect
    from factcheck.review.files import changed_files

    if arguments.rebuild_index:
        with connect(config.desk, who=config.checker) as desk, desk.writing():
            say(f"{desk.index.rebuild():,} claims filed anew")
    with look_at_desk(config) as desk:
        problems = list(desk.problems())
        changed = list(changed_files(desk))
    # What lies outside is told, but is no damage of the desk.
    for problem in (*problems, *changed):
        say(problem)
    if not problems:
        say(f"{config.desk} is sound")
    return 1 if problems else 0

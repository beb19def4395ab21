"""The command that takes a filled-in checklist back: ``import``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.cli.looking import look_at_desk
from factcheck.cli.output import narrate, say, say_json
from factcheck.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.cli.output import CommandMaker
    from factcheck.config import Config
    from factcheck.model import ImportChange, Imported, ImportQuestion

_WIDTH = 40
"""Characters of a value that a table shows."""


def add_commands(command: CommandMaker) -> None:
    """Declare the commands of this module."""
    import_ = command("import", "take a filled-in checklist back, as CSV or JSON; what cannot be written is listed")
    import_.add_argument("file", metavar="FILE", help="a checklist that was exported, or '-'")
    import_.add_argument("--dry-run", action="store_true", help="only show what would change")
    import_.add_argument(
        "--take",
        metavar="CLAIMS",
        default="",
        help="write these claims, though they were changed on the desk since the export: 3,5-9 or 'all'",
    )
    import_.add_argument("--json", action="store_true", help="print the report as one object")
    import_.set_defaults(run=run_import)


def run_import(arguments: argparse.Namespace, config: Config) -> int:
    """Take in what can be; exit with 1 when something was left for a checker to decide."""
    from factcheck import contract
    from factcheck.checklist.reading import read_sheet
    from factcheck.checklist.restoring import restored
    from factcheck.config import expanded
    from factcheck.desk import connect
    from factcheck.model import Imported
    from factcheck.review import Review
    from factcheck.review.importing import find_article
    from factcheck.review.wording import describe_import

    take = _taking(arguments.take)
    sheet = read_sheet(None if arguments.file == "-" else expanded(arguments.file))
    dry = arguments.dry_run
    with look_at_desk(config) if dry else connect(config.desk, who=config.checker) as desk:
        record = find_article(desk, sheet)
        message = "nothing was written"
        agreed: Sequence[ImportChange] = ()
        if record is None:
            checklist = restored(sheet)
            if dry:
                record = checklist.article
            else:
                record = desk.articles.get(desk.restore(checklist))
                message = f"restored from {sheet.name}"
            taken = Imported((), (), len(checklist.claims), restored=True)
        elif dry:
            taken = Review(desk, record.id).compare_sheet(sheet, take)
        else:
            outcome, taken = Review(desk, record.id).take_sheet(sheet, take)
            message = outcome.message
        if any(question.can_take for question in taken.questions):
            agreed = Review(desk, record.id).compare_sheet(sheet, lambda _: True).changes
    if sheet.draft is not None and sheet.draft != record.article.draft.number:
        narrate(f"the file is of draft {sheet.draft}, the desk has draft {record.article.draft.number}")
    if arguments.json:
        say_json(contract.import_json(record, taken, written=not dry))
        narrate(message)
    else:
        for line in _table(taken, agreed):
            say(line)
        say(f"{record.slug}: {message}; {describe_import(taken)}")
    return 1 if taken.questions else 0


def _taking(text: str) -> Callable[[int], bool]:
    """Which claims are to be written though they were changed since.

    Raises:
        UsageError: when it is no list of numbers.
    """
    if text.strip() == "all":
        return lambda _: True
    from factcheck.review.typed import numbers_named

    try:
        named = numbers_named(text)
    except UsageError as error:
        raise UsageError(f"--take {text!r} names no claims", "write numbers such as 3, 5-9, or all") from error
    return lambda number: any(number in numbers for numbers in named)


def _table(taken: Imported, agreed: Sequence[ImportChange]) -> Iterator[str]:
    """What is changed, why rows are left and what these say, and what is not taken.

    Args:
        taken: What came of the file, or would come.
        agreed: What would be changed with consent to every row.
    """
    from factcheck.review.not_taken import told

    for change in taken.changes:
        yield f"#{change.number:<4} {change.what:11} {_sides(change)}"
    for question in taken.questions:
        yield f"left  {_named(question)}: {question.text}" + _advice(question, agreed)
    for line in told(taken.not_taken):
        yield f"not taken  {line}"


def _advice(question: ImportQuestion, agreed: Sequence[ImportChange]) -> str:
    if not question.can_take:
        return ""
    says = ", ".join(f"{change.what} {_sides(change)}" for change in agreed if change.number == question.number)
    return f"; --take {question.number} writes it all the same" + (f": {says}" if says else "")


def _sides(change: ImportChange) -> str:
    return f"{_short(change.before)} -> {_short(change.after)}"


def _named(question: ImportQuestion) -> str:
    return question.place if question.number is None else f"#{question.number} ({question.place})"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return (words if len(words) <= _WIDTH else f"{words[: _WIDTH - 1]}…") or "–"

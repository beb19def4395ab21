"""How the command line speaks: data on stdout, narration and progress on stderr, never a live escape sequence."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from factcheck.errors import printable

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Mapping

    from rich.progress import Task

    from factcheck.extraction import Progressed

    CommandMaker = Callable[[str, str], argparse.ArgumentParser]
    """Makes the parser of one command from its name and its help."""


def complain(line: str) -> None:
    """Say on stderr, in one line, what went wrong."""
    narrate(f"factcheck: {line}")


def narrate(line: str) -> None:
    """Say something on stderr."""
    print(printable(line), file=sys.stderr)


def say(line: str = "") -> None:
    """Put a line of text for people on stdout."""
    text = printable(line)
    encoding = sys.stdout.encoding or "utf-8"
    print(text.encode(encoding, "replace").decode(encoding))


def say_json(value: Mapping[str, object]) -> None:
    """Put one JSON object on stdout at once, as one line of ASCII: safe in every terminal and encoding."""
    print(json.dumps(value), flush=True)


class Step(Protocol):
    """Tells how far a long job is."""

    def __call__(self, done: int, total: int) -> None:
        """Say that so much of the whole is done."""


def words(step: Step) -> Callable[[Progressed], None]:
    """Tell a bar how many words an extraction has behind it."""
    return lambda so_far: step(so_far.done, so_far.total)


@contextmanager
def progress(what: str) -> Iterator[Step]:
    """Show a bar on stderr, with the rate and the time left, while a long job runs; nothing when it is no terminal."""
    if not sys.stderr.isatty():
        yield lambda done, total: None  # noqa: ARG005  # the names are the protocol's
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TextColumn, TimeRemainingColumn
    from rich.text import Text

    class RateColumn(ProgressColumn):
        """How many a second."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:,.1f}/s" if task.speed else "")

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        RateColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True, markup=False), transient=True) as bar:
        task = bar.add_task(printable(what), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)

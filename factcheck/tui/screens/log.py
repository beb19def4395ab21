"""What was done to an article: who, when, what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from factcheck.normalise import fold
from factcheck.tui.paragraphs import moment, name_told
from factcheck.tui.screens.dialog import SearchDialog
from factcheck.tui.widgets.field import Field
from factcheck.tui.wrap import cells, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.widget import Widget

    from factcheck.model import ClaimId, Event

_MOST: Final = 500
"""Lines that are listed; words narrow them down."""


class Line(NamedTuple):
    """A line of the log."""

    claim: ClaimId | None
    """The claim that it is about."""
    when: str
    """When, and who, padded to a column."""
    words: str
    """What was done."""
    folded: Sequence[str]
    """All of its words, to look for some."""


def lines(told: Sequence[tuple[Event, str]]) -> Sequence[Line]:
    """The lines of a log, the last act first: thousands take a tenth of a second, which no key waits for.

    Args:
        told: Its events in words, oldest first.
    """
    names = {who: name_told(who) for who in {event.who for event, _ in told}}
    width = max(map(cells, names.values()), default=0)
    columns = {who: name + " " * (width - cells(name)) for who, name in names.items()}
    found = []
    for event, words in reversed(told):
        when = f"{moment(event.at)}  {columns[event.who]}"
        found.append(Line(event.claim_id, when, words, _words(f"{when} {event.who} {words}")))
    return found


@dataclass
class LogRead(Message):
    """The log of an article was read."""

    title: str
    """What the article is called."""
    lines: Sequence[Line]
    """Its lines, the last act first."""


class LogDialog(SearchDialog["ClaimId"]):
    """The log of an article, the last act first; words in the line above leave only the lines that have them all.

    Args:
        title: Says which article.
        lines: The lines, the last act first.
        goes: Whether Enter goes to the claim of a line.
    """

    def __init__(self, title: str, lines: Sequence[Line], *, goes: bool) -> None:
        super().__init__(
            title,
            f"{'enter goes to the claim · ' if goes else ''}{{list-search}} only lines with some words · esc closes",
        )
        self._goes = goes
        self._lines = lines
        self._listed: Sequence[ClaimId | None] = ()
        self.add_class("-tall")

    def content(self) -> Sequence[Widget]:
        """The line with words, and the list."""
        field = Field(placeholder="words that a line has to have, such as #12, a name, or a day", compact=True)
        return field, OptionList(markup=False, compact=True)

    def on_mount(self) -> None:
        """Begin with the list."""
        self._list("")
        self.query_one(OptionList).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """List what has the words."""
        if not self.searched(event.value):
            self._list(event.value)

    def _list(self, words: str) -> None:
        wanted = _words(words)
        found = [line for line in self._lines if _has(line.folded, wanted)]
        self._listed = [line.claim for line in found[:_MOST]]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(_prompt(line.when, line.words)) for line in found[:_MOST]])
        if not found:
            told = "no line has these words" if self._lines else "nothing was done yet"
            options.add_option(Option(Content.assemble((told, "$claim-quiet")), disabled=True))
        options.highlighted = 0 if found else None
        count = "1 line" if len(found) == 1 else f"{len(found):,} lines"
        last = f", the last {_MOST} of which are listed" if len(found) > _MOST else ""
        self.retitle(f"{self._title}: {count}{last}")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to its claim."""
        event.stop()
        claim = self._listed[event.option_index]
        if self._goes and claim is not None:
            self.dismiss(claim)


def _words(text: str) -> list[str]:
    """The words of a line, or of what is typed; quotation marks are no part of them."""
    return fold(text).replace('"', " ").split()


def _has(line: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether words begin those of a line; a claim's number is whole, as #1 is no #12."""
    return all(
        any(own.rstrip(":,") == word if word.startswith("#") else own.startswith(word) for own in line)
        for word in wanted
    )


def _prompt(when: str, words: str) -> Content:
    return Content.assemble((f"{when}  ", "$claim-quiet"), shown(words))

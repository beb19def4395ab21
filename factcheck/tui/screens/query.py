"""The query to the writer, with its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import Container
from textual.widgets import Input, Label

from factcheck.tui.screens.dialog import DraftForm
from factcheck.tui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget


@dataclass(frozen=True, slots=True)
class Query:
    """What the writer is asked, and what came back."""

    text: str
    answer: str


class QueryDialog(DraftForm[Query]):
    """A line for the question and one for the answer.

    Args:
        title: The claim.
        query: What stands in the fields.
        asked: Whether the writer was asked already, so that the answer is what is missing.
    """

    def __init__(self, title: str, query: Query, *, asked: bool) -> None:
        super().__init__(
            title, "enter or ctrl+s saves · tab next field · no question drops it · esc closes, the draft is kept"
        )
        self._query = query
        self._asked = asked

    def content(self) -> Iterable[Widget]:
        """The two lines."""
        with Container(classes="fields"):
            yield Label("Query")
            yield Field(self._query.text, compact=True, select_on_focus=False, id="query", placeholder="to the writer")
            yield Label("Answer")
            yield Field(self._query.answer, compact=True, select_on_focus=False, id="answer", placeholder="none yet")

    def on_mount(self) -> None:
        """Begin where something is missing."""
        self.query_one("#answer" if self._asked else "#query", Input).focus()

    def typed(self) -> Query:
        """Question and answer."""
        return Query(self.query_one("#query", Input).value, self.query_one("#answer", Input).value)

"""Who says a claim, and what it asserts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Container
from textual.widgets import Input, Label

from factcheck.model import Correction
from factcheck.tui.screens.dialog import DraftForm
from factcheck.tui.widgets.options import OptionRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

_NAMED = ("anonymous", "named")


class CorrectDialog(DraftForm[Correction]):
    """Speaker, whether that is a name, and kinds.

    Args:
        title: The claim.
        now: What stands in the fields.
    """

    def __init__(self, title: str, now: Correction) -> None:
        super().__init__(title, "enter saves · tab next · no speaker: the paper itself · esc closes, the draft is kept")
        self._now = now

    def content(self) -> Iterable[Widget]:
        """The fields."""
        with Container(classes="fields"):
            yield Label("Speaker")
            yield Input(self._now.speaker or "", compact=True, select_on_focus=False, id="speaker")
            yield Label("who is")
            yield OptionRow(_NAMED, int(self._now.named), id="named")
            yield Label("Kinds")
            kinds = ", ".join(self._now.kinds or ())
            yield Input(kinds, compact=True, select_on_focus=False, id="kinds", placeholder="such as number, date")

    def typed(self) -> Correction:
        """What stands in the fields."""
        kinds = self.query_one("#kinds", Input).value.replace(",", " ").split()
        named = bool(self.query_one("#named", OptionRow).chosen)
        return Correction(self.query_one("#speaker", Input).value, named, tuple(kinds))

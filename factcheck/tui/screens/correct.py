"""Who says a claim, and what it asserts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Container
from textual.widgets import Input, Label, Static

from factcheck.errors import UsageError
from factcheck.model import CLAIM_KINDS, Correction
from factcheck.review.typed import kinds_named
from factcheck.tui.screens.dialog import DraftForm
from factcheck.tui.widgets.field import Field
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
            yield Field(self._now.speaker or "", compact=True, select_on_focus=False, id="speaker")
            yield Label("Who is")
            yield OptionRow(_NAMED, int(self._now.named), id="named")
            yield Label("Kinds")
            kinds = ", ".join(self._now.kinds or ())
            yield Field(kinds, compact=True, select_on_focus=False, id="kinds", placeholder="nothing in particular")
        yield Static(f"Kinds are {', '.join(CLAIM_KINDS)}", classes="outcome", markup=False)

    def action_save(self) -> None:
        """Save, or go back to a kind that there is not."""
        try:
            kinds_named(self.typed().kinds or (), self._now.kinds or ())
        except UsageError as error:
            self.want("kinds", str(error))
        else:
            super().action_save()

    def typed(self) -> Correction:
        """What stands in the fields."""
        kinds = self.query_one("#kinds", Input).value.replace(",", " ").split()
        named = bool(self.query_one("#named", OptionRow).chosen)
        return Correction(self.query_one("#speaker", Input).value, named, tuple(kinds))

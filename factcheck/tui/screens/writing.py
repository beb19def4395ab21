"""Writing some words about a claim, or in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import SuspendNotSupported
from textual.binding import Binding

from factcheck.errors import UsageError
from factcheck.tui.driver import lent
from factcheck.tui.editor import command, edit
from factcheck.tui.screens.dialog import DraftForm
from factcheck.tui.widgets.area import Area

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.events import Key
    from textual.widget import Widget


class _Area(Area):
    """Enter saves, as most of what is written is one line; a new line is ctrl+j, which every terminal can send."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+j", "break_line", show=False),
        Binding("ctrl+home", "go('start')", show=False),
        Binding("ctrl+end", "go('end')", show=False),
    ]

    async def _on_key(self, event: Key) -> None:
        if event.key == "enter":
            # Not for the text: it goes on to the bindings of the dialog.
            event.prevent_default()
        else:
            await super()._on_key(event)

    def action_go(self, to: str) -> None:
        """Go to the start of the text, or to its end."""
        self.move_cursor(self.document.start if to == "start" else self.document.end)

    def action_break_line(self) -> None:
        """Begin a new line."""
        self.insert("\n")


class WritingDialog(DraftForm[str]):
    """One or more lines of text.

    Args:
        title: What is written.
        text: Stands there already.
        hint: What the keys do besides.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+o", "edit", show=False)]

    def __init__(self, title: str, text: str, hint: str = "ctrl+j new line · ctrl+o your editor") -> None:
        super().__init__(title, f"enter or ctrl+s saves · {hint} · esc closes, the draft is kept")
        self._text = text

    def content(self) -> Iterable[Widget]:
        """The text."""
        area = _Area(self._text, soft_wrap=True, compact=True, highlight_cursor_line=False)
        area.move_cursor(area.document.end)
        yield area

    def action_edit(self) -> None:
        """Go on writing in the checker's own editor."""
        area = self.query_one(_Area)
        try:
            editor = command()
            with lent(self.app):
                text = edit(area.text, editor)
        except UsageError as error:
            self.notify(str(error), severity="warning", markup=False)
        except SuspendNotSupported:
            self.notify("there is no terminal here to give to an editor", severity="warning", markup=False)
        else:
            area.text = text
            area.move_cursor(area.document.end)

    def typed(self) -> str:
        """The text."""
        return self.query_one(_Area).text

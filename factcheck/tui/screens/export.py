"""Where the checklist goes, and in which form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import Container
from textual.widgets import Input, Label

from factcheck.checklist import FORMATS
from factcheck.config import expanded
from factcheck.tui.screens.dialog import Form
from factcheck.tui.widgets.options import OptionRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textual.widget import Widget

_NAMES = {"md": "Markdown", "csv": "CSV", "json": "JSON"}


@dataclass(frozen=True, slots=True)
class ExportWanted:
    """What to write, and where."""

    format: str
    """A key of `factcheck.checklist.FORMATS`."""
    path: Path


class ExportDialog(Form[ExportWanted]):
    """Format and path; the path's ending follows the format.

    Args:
        title: Says what is exported.
        stem: The path without its ending.
    """

    def __init__(self, title: str, stem: Path) -> None:
        super().__init__(title, "enter writes the file · tab next field · ← → format · esc closes")
        self._formats = tuple(FORMATS)
        self._path = str(stem) + FORMATS[self._formats[0]].suffix

    def content(self) -> Iterable[Widget]:
        """The fields."""
        with Container(classes="fields"):
            yield Label("Format")
            yield OptionRow([_NAMES.get(name, name) for name in self._formats])
            yield Label("File")
            yield Input(self._path, compact=True, select_on_focus=False)

    def on_option_row_changed(self) -> None:
        """Let the path end as the format wants, unless the checker gave it an ending of their own."""
        path = self.query_one(Input)
        suffix = FORMATS[self._formats[self.query_one(OptionRow).chosen]].suffix
        for known in FORMATS.values():
            if path.value.endswith(known.suffix):
                path.value = path.value.removesuffix(known.suffix) + suffix
                return

    def action_save(self) -> None:
        """Take path and format."""
        path = self.query_one(Input).value.strip()
        if path:
            chosen = self._formats[self.query_one(OptionRow).chosen]
            self.dismiss(ExportWanted(chosen, expanded(path)))

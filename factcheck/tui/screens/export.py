"""What is sent out, where it goes, and in which form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import Container
from textual.widgets import Input, Label

from factcheck.checklist import FORMATS, KINDS
from factcheck.config import expanded
from factcheck.tui.screens.dialog import Form
from factcheck.tui.widgets.options import OptionRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textual.widget import Widget

_NAMES = {"md": "Markdown", "csv": "CSV", "json": "JSON", "html": "HTML", "claimreview": "ClaimReview"}


@dataclass(frozen=True, slots=True)
class ExportWanted:
    """What to write, and where."""

    what: str
    """A key of `factcheck.checklist.KINDS`."""
    format: str
    """A key of `factcheck.checklist.FORMATS`."""
    path: Path


class ExportDialog(Form[ExportWanted]):
    """What, format and path; the path's ending follows the other two.

    Args:
        title: Stands on top.
        stem: The path without its ending.
    """

    def __init__(self, title: str, stem: Path) -> None:
        super().__init__(title, "enter writes the file · tab next field · ← → chooses · esc closes")
        self._endings = {(what, format_): f"-{what}{suffix}" for what in KINDS for format_, suffix in FORMATS.items()}
        self._path = str(stem) + next(iter(self._endings.values()))

    def content(self) -> Iterable[Widget]:
        """The fields."""
        with Container(classes="fields"):
            yield Label("What")
            yield OptionRow([kind.title for kind in KINDS.values()], id="what")
            yield Label("Format")
            yield OptionRow([_NAMES.get(name, name) for name in FORMATS], id="format")
            yield Label("File")
            yield Input(self._path, compact=True, select_on_focus=False)

    def on_mount(self) -> None:
        """Begin at the format: the checklist is what is sent most."""
        self.query_one("#format").focus()

    def on_option_row_changed(self) -> None:
        """Let the path end as the choice wants, unless the checker gave it an ending of their own."""
        path = self.query_one(Input)
        for known in self._endings.values():
            if path.value.endswith(known):
                path.value = path.value.removesuffix(known) + self._endings[self._chosen()]
                return
        # A name of the checker's own keeps its words.
        for suffix in FORMATS.values():
            if path.value.endswith(suffix):
                path.value = path.value.removesuffix(suffix) + FORMATS[self._chosen()[1]]
                return

    def action_save(self) -> None:
        """Take all three."""
        path = self.query_one(Input).value.strip()
        if path:
            self.dismiss(ExportWanted(*self._chosen(), expanded(path)))

    def _chosen(self) -> tuple[str, str]:
        what, format_ = self.query_one("#what", OptionRow), self.query_one("#format", OptionRow)
        return tuple(KINDS)[what.chosen], tuple(FORMATS)[format_.chosen]

"""What is sent out, which claims of it, in which forms, and where it goes."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widgets import Input, Label, Static

from factcheck.checklist import FORMATS, KINDS, check_place, ending, without_ending
from factcheck.config import expanded
from factcheck.errors import ExportError, UsageError
from factcheck.review.choosing import ALL, CHOICES, MINE
from factcheck.tui.screens.dialog import Form
from factcheck.tui.widgets.field import Field
from factcheck.tui.widgets.options import OptionRow, SeveralRow
from factcheck.tui.wrap import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from textual.binding import BindingType
    from textual.widget import Widget

LISTED: Final = "listed"
"""The word for the claims that the filter shows."""

_NAMES: Final = {
    "md": "Markdown",
    "csv": "CSV",
    "json": "JSON",
    "html": "HTML",
    "docx": "Word",
    "claimreview": "ClaimReview",
}
_EVERYTHING: Final = "all"
"""Stands for each kind."""
_WHATS: Final = (*KINDS, _EVERYTHING)


@dataclass(frozen=True, slots=True)
class ExportWanted:
    """What to write, and where."""

    files: tuple[tuple[str, str, Path], ...]
    """Keys of `factcheck.checklist.KINDS` and `FORMATS`, each with where it goes."""
    claims: str
    """Which claims, in the words of `factcheck.review.choosing`, or ``listed``."""
    what: str
    """A key of `KINDS`, or ``all``."""
    formats: tuple[str, ...]
    """Those that were chosen."""


class ExportDialog(Form[ExportWanted]):
    """What, formats, claims and path; the path's ending follows the first two, and is told whole below.

    Args:
        title: Stands on top.
        stem: The path without its ending.
        choose: Says which claims some words choose; raises a `UsageError` when they choose none.
        what: What is chosen first, as in `ExportWanted`; what there is not stands for the checklist.
        formats: Which formats are; those that there are not are passed over.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    def __init__(
        self, title: str, stem: Path, choose: Callable[[str], str], *, what: str = "", formats: Sequence[str] = ()
    ) -> None:
        super().__init__(title, "enter writes · tab next · ← → chooses · space adds one · esc closes")
        self._choose = choose
        self._name = stem.name
        self._first = what if what in _WHATS else _WHATS[0]
        offered = self._offered(self._first)
        self._taken = [offered.index(name) for name in formats if name in offered] or [0]
        self._path = str(stem) + ending(self._first, offered[min(self._taken)])

    def content(self) -> Iterable[Widget]:
        """The fields, and below them what comes of them."""
        with Container(classes="fields"):
            yield Label("What")
            names = [*(kind.title for kind in KINDS.values()), "All"]
            yield OptionRow(names, _WHATS.index(self._first), id="what")
            yield Label("Format")
            yield SeveralRow(self._names(self._first), self._taken[0], id="format")
            yield Label("Claims")
            yield Field(
                ALL,
                id="which",
                compact=True,
                placeholder=f"{ALL}, {LISTED}, open, disputed … or numbers such as 1-20,25",
                suggester=SuggestFromList([ALL, LISTED, MINE, *CHOICES], case_sensitive=False),
            )
            yield Label("File")
            yield Field(self._path, id="path", compact=True, select_on_focus=False)
        yield Static(id="outcome", classes="outcome", markup=False)

    def on_mount(self) -> None:
        """Begin at the format: the checklist is what is sent most."""
        formats = self.query_one("#format", SeveralRow)
        if len(self._taken) > 1:
            formats.kept = frozenset(self._taken)
        formats.focus()

    def on_option_row_changed(self, message: OptionRow.Changed) -> None:
        """Offer the formats that there are, and let the path end as the choice wants."""
        if message.row.id == "what":
            self.query_one("#format", SeveralRow).offer(self._names(self._what))
        self._end_path()
        self._tell()

    def on_input_changed(self) -> None:
        """Say what comes of it now."""
        self._tell()

    def action_page(self, by: int) -> None:
        """Show more of a list of files that is longer than the window."""
        frame = self.query_one(".dialog")
        frame.scroll_relative(y=by * frame.size.height // 2, animate=False)

    def action_save(self) -> None:
        """Take all four, or go to the field in which something is missing."""
        which = self.query_one("#which", Input).value
        try:
            self._choose(which)
        except UsageError as error:
            self.want("which", str(error))
            return
        if not self.query_one("#path", Input).value.strip():
            self.want("path", "the file wants a name")
            return
        files = self._files()
        try:
            for *_, path in files:
                check_place(path)
        except ExportError as error:
            self.want("path", str(error))
            return
        self.dismiss(ExportWanted(files, which, self._what, tuple(self._formats)))

    @property
    def _what(self) -> str:
        return _WHATS[self.query_one("#what", OptionRow).chosen]

    @property
    def _formats(self) -> Sequence[str]:
        offered = self._offered(self._what)
        return [offered[index] for index in self.query_one("#format", SeveralRow).taken]

    @staticmethod
    def _offered(what: str) -> Sequence[str]:
        if what == _EVERYTHING:  # what most kinds have
            return tuple(name for name in FORMATS if sum(name in kind.formats for kind in KINDS.values()) > 1)
        return tuple(KINDS[what].formats)

    def _names(self, what: str) -> Sequence[str]:
        return [_NAMES.get(name, name) for name in self._offered(what)]

    def _end_path(self) -> None:
        """Let the path end as the choice wants, unless the checker gave it an ending of their own."""
        path = self.query_one("#path", Input)
        for what in _WHATS:
            for name in FORMATS:
                known = ending(what, name)
                stem = path.value.removesuffix(known)
                # A checklist's name has no ending of its own that would tell it from another one.
                if stem != path.value and (what != _WHATS[0] or os.path.basename(stem) == self._name):  # noqa: PTH119  # as it was typed
                    self._put_path(stem + ending(self._what, self._formats[0]))
                    return
        # A name of the checker's own keeps its words.
        for suffix in FORMATS.values():
            if path.value.endswith(suffix):
                self._put_path(path.value.removesuffix(suffix) + FORMATS[self._formats[0]])
                return

    def _put_path(self, path: str) -> None:
        """Put another path in the field, to be gone on with at its end."""
        field = self.query_one("#path", Input)
        field.value = path
        field.cursor_position = len(path)

    def _files(self) -> tuple[tuple[str, str, Path], ...]:
        """The kinds with format and place: one file as it is named; several, or a folder, get names of their own."""
        path = self.query_one("#path", Input).value.strip()
        kinds = list(KINDS) if self._what == _EVERYTHING else [self._what]
        wanted = [(what, name) for what in kinds for name in KINDS[what].nearest(self._formats)]
        folder = expanded(path)
        if path.endswith("/") or os.path.isdir(folder):  # noqa: PTH112  # see cli/verdicts.py
            return tuple((what, name, folder / f"{self._name}{ending(what, name)}") for what, name in wanted)
        if len(wanted) == 1:
            return ((*wanted[0], expanded(path)),)
        stem = without_ending(path)
        if self._what != _EVERYTHING:
            return tuple((what, name, expanded(stem + FORMATS[name])) for what, name in wanted)
        stem = stem.removesuffix(f"-{_EVERYTHING}")
        return tuple((what, name, expanded(stem + ending(what, name))) for what, name in wanted)

    def _tell(self) -> None:
        """Say which claims go where; a path is never cut, as its end is what matters."""
        try:
            told = self._choose(self.query_one("#which", Input).value)
        except UsageError as error:
            told = str(error)
        paths = [path for *_, path in self._files()] if self.query_one("#path", Input).value.strip() else []
        self.query_one("#outcome", Static).update(Content("\n".join(map(shown, (told, *places(paths))))))


def places(paths: Sequence[Path]) -> Sequence[str]:
    """Where files of one folder go, a line each: one with its folder, several below it."""
    if len(paths) < 2:
        return [*map(str, paths)]
    return [f"{paths[0].parent}{os.sep}", *(path.name for path in paths)]

"""Looking after the desk file: a copy of it, and whether it is sound."""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING

from textual import work

from factcheck.config import expanded
from factcheck.state import export_folder
from factcheck.tui import screens
from factcheck.tui.screens.base import BUSY, FactcheckScreen

if TYPE_CHECKING:
    from pathlib import Path


class Keeping(FactcheckScreen):
    """A screen from which the desk file is looked after, while its keys go on."""

    def action_desk_backup(self) -> None:
        """Ask where a copy of the desk goes, and write it there."""
        desk = self.tools.config.desk
        name = f"{desk.stem}-{self.tools.clock().astimezone():%Y-%m-%d}{desk.suffix}"
        place = str(export_folder(self.tools.config) / name)
        dialog = screens.FileDialog("Copy the desk to", place, "writes the copy", fetched=False)

        def write(path: Path, *, force: bool = False) -> None:
            if os.path.isfile(path) and not force:  # noqa: PTH113  # see cli/verdicts.py
                asked = screens.ConfirmDialog("The file is there already", str(path), agree="replaces what is there")
                self.ask(asked, lambda _: write(path, force=True))
                return
            self.show_busy("Copying the desk …")
            self._back_up(path, force)

        self.ask(dialog, lambda path: write(expanded(path)))

    @work(thread=True, group=BUSY, exit_on_error=False, description="copying the desk")
    def _back_up(self, path: Path, force: bool) -> None:
        with self.tools.connect(read_only=True) as desk:
            desk.back_up(path, force=force)
        self.post_message(screens.Kept("Desk copied", str(path)))

    def action_desk_doctor(self) -> None:
        """Look through the whole desk file."""
        self.show_busy("Checking the desk, all of its log and its match index …")
        self._examine()

    @work(thread=True, group=BUSY, exit_on_error=False, description="checking the desk")
    def _examine(self) -> None:
        from factcheck.review.files import changed_files

        with self.tools.connect(read_only=True) as desk:
            self.post_message(screens.Examined(tuple(desk.problems()), tuple(changed_files(desk))))

    def on_examined(self, message: screens.Examined) -> None:
        """Tell of it; the index can be made anew from there."""
        self.ask(screens.DoctorDialog(message.problems, message.changed), self._rebuild)

    def _rebuild(self, _: bool) -> None:
        self.show_busy("Making the match index anew …")
        self._rebuild_index()

    @work(thread=True, group=BUSY, exit_on_error=False, description="making the match index anew")
    def _rebuild_index(self) -> None:
        with self.tools.connect() as desk, desk.writing():
            count = desk.index.rebuild()
        self.post_message(screens.Kept("Match index made anew", f"{count:,} claims"))

    def on_kept(self, message: screens.Kept) -> None:
        """Say so."""
        self.notify(message.told, title=message.what, timeout=8, markup=False)

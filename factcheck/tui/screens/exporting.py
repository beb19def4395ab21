"""Sending something out: asked for in a dialog, written in the background."""

from __future__ import annotations

import os.path
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from textual import work

from factcheck import checklist
from factcheck.checklist.narrowing import narrowed
from factcheck.errors import ExportError, NotSignedOffError
from factcheck.review.choosing import picked
from factcheck.state import export_folder, export_form, remember_export
from factcheck.tui import screens
from factcheck.tui.messages import ExportMoved, ExportWritten
from factcheck.tui.screens.base import BUSY, FactcheckScreen
from factcheck.tui.widgets.bars import bar

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from factcheck.model import ArticleId, Checklist, ClaimId, ClaimRecord
    from factcheck.tui.screens.export import ExportWanted

    Chosen = tuple[Collection[ClaimId], str]

_BAR: Final = 10
"""Cells."""
_SIGN_OFF: Final = "ClaimReview is for what is published: sign it off with {article-sign-off} first"


class Exporting(FactcheckScreen):
    """A screen from which an article is sent out, while its keys go on."""

    def export(
        self, article: ArticleId, slug: str, claims: Sequence[ClaimRecord], listed: Sequence[ClaimRecord]
    ) -> None:
        """Ask what is to be written, of which claims, in which format and where, and write it there.

        Args:
            article: The article.
            slug: Its slug, after which files are named.
            claims: All of its claims.
            listed: Those that the screen shows.
        """

        def choose(words: str) -> Chosen:
            if words.strip().casefold() == screens.LISTED:
                return {record.id for record in listed}, "claims that were listed"
            return picked(words, claims, self.tools.config.checker)

        def tell(words: str) -> str:
            wanted, told = choose(words)
            return f"{told}, {len(wanted)} of {len(claims)}" if told else f"all {len(claims)} claims"

        def write(wanted: ExportWanted, *, force: bool = False) -> None:
            there = [path for *_, path in wanted.files if os.path.isfile(path)]  # noqa: PTH113  # see cli/verdicts.py
            if there and not force:
                title = "The file is there already" if len(there) == 1 else "The files are there already"
                dialog = screens.ConfirmDialog(title, "\n".join(screens.places(there)), agree="replaces what is there")
                self.ask(dialog, lambda _: write(wanted, force=True))
                return
            self.on_export_moved(ExportMoved(0, len(wanted.files)))
            self._write_files(article, wanted, choose(wanted.claims), force=force)

        config = self.tools.config
        what, formats = export_form(config)
        self.ask(screens.ExportDialog("Export", export_folder(config) / slug, tell, what=what, formats=formats), write)

    @work(thread=True, group=BUSY, exit_on_error=False, description="writing the export")
    def _write_files(self, article: ArticleId, wanted: ExportWanted, chosen: Chosen, *, force: bool) -> None:
        from factcheck.review import Review

        config = self.tools.config
        claims, told = chosen
        with self.tools.connect(read_only=True) as desk:
            whole = Review(desk, article).checklist()
        part = replace(narrowed(whole, claims, told) if told else whole, publisher=config.publisher)
        # All are made before one is written: what is refused leaves nothing behind.
        made = []
        for done, (what, name, path) in enumerate(wanted.files, 1):
            try:
                made.append((path, checklist.render(part, name, what)))
            except NotSignedOffError as error:
                raise ExportError(error.what, self.tools.keymap.told(_SIGN_OFF)) from error
            self.post_message(ExportMoved(done, len(wanted.files)))
        for path, data in made:
            checklist.write(data, path, force=force)
        remember_export(config, made[0][0].parent, wanted.what, wanted.formats)
        doubt = _advice(part) if any(name == "claimreview" for _, name, _ in wanted.files) else ""
        self.post_message(ExportWritten(tuple(path for path, _ in made), doubt))

    def on_export_moved(self, message: ExportMoved) -> None:
        """Show how far it is."""
        files = "a file" if message.total == 1 else f"{message.total} files"
        self.show_busy(f"Writing {files} {bar(message.done, message.total, _BAR)}")

    def on_export_written(self, message: ExportWritten) -> None:
        """Say where it went, which the line of the progress has no room for; of several the folder."""
        title = "Written" if len(message.paths) == 1 else f"{len(message.paths)} files written"
        where, *_ = screens.places(message.paths)
        text = "\n".join(filter(None, (where, message.doubt)))
        self.notify(text, title=title, timeout=8, markup=False)


def _advice(part: Checklist) -> str:
    """What is to be known about a ClaimReview."""
    from factcheck.checklist.as_claimreview import advice  # few send one out

    return advice(part)

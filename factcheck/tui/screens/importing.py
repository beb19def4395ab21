"""Taking a filled-in checklist back: what would come of it is shown first, then written in the background."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual import work

from factcheck.config import expanded
from factcheck.errors import SheetError, UsageError
from factcheck.tui import screens
from factcheck.tui.reads import is_read_blindly
from factcheck.tui.screens.base import BUSY, FactcheckScreen

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from factcheck.checklist.sheet import Sheet
    from factcheck.model import ArticleId, Checklist
    from factcheck.review import Review


class Importing(FactcheckScreen):
    """A screen into which a filled-in checklist comes back."""

    _sheet_path = ""
    """The file that came last: it stands there when one is asked for again, as what was left may be mended by then."""

    @abstractmethod
    def sheet_taken(self, article: ArticleId, told: str, *, undoable: bool) -> None:
        """Show what came of a file, and say so.

        Args:
            article: The article that it was of.
            told: What was done, in words.
            undoable: Whether an undo takes it back.
        """

    def import_sheet(self, article: ArticleId | None) -> None:
        """Ask for a file, and show what would come of it.

        Args:
            article: The only article that it may be of; None for any, also for one that is not on the desk yet.
        """
        dialog = screens.FileDialog(
            "Take a filled-in checklist back", self._sheet_path, "shows what would change", fetched=False
        )

        def read(path: str) -> None:
            self._sheet_path = path
            self.show_busy("Reading the checklist …")
            self._read_sheet(article, expanded(path))

        self.ask(dialog, read)

    @work(thread=True, group=BUSY, exit_on_error=False, description="reading the checklist")
    def _read_sheet(self, article: ArticleId | None, path: Path) -> None:
        from factcheck.checklist.reading import read_sheet
        from factcheck.checklist.restoring import restored
        from factcheck.review import Review
        from factcheck.review.importing import find_article

        sheet = read_sheet(path)
        with self.tools.connect(read_only=True) as desk:
            record = find_article(desk, sheet)
            if article is not None and (record is None or record.id != article):
                if record is None:
                    todo = "only JSON of a whole article puts one on the desk, from the list of articles"
                    raise SheetError(f"{sheet.name} is of an article that is not on this desk", todo)
                raise SheetError(f"{sheet.name} is of {record.slug}", "import it there, or from the list of articles")
            if article is None and record and is_read_blindly(self.tools.config, record):
                raise UsageError("that would tell first verdicts", f"end your blind read of {record.slug} first")
            if record is None:
                self.post_message(screens.SheetRestorable(sheet.name, restored(sheet)))
            else:
                self.post_message(screens.SheetCompared(sheet, record, offered(Review(desk, record.id), sheet)))

    def on_sheet_compared(self, message: screens.SheetCompared) -> None:
        """Show what would come of it."""
        sheet, record = message.sheet, message.record
        remarks = ["the desk has changed meanwhile: this is what would come of it now"] if message.again else []
        if sheet.draft is not None and sheet.draft != record.article.draft.number:
            remarks.append(f"the file is of draft {sheet.draft}, the desk has draft {record.article.draft.number}")
        dialog = screens.SheetDialog(f"{sheet.name}: {record.article.title}", message.offered, " · ".join(remarks))
        self.ask(dialog, lambda taken: self._take_sheet(message, taken))

    @work(thread=True, group=BUSY, exit_on_error=False, description="taking the checklist back")
    def _take_sheet(self, shown: screens.SheetCompared, taken: Collection[int]) -> None:
        from factcheck.review import Review
        from factcheck.review.wording import describe_import

        with self.tools.connect() as desk, desk.writing():
            review = Review(desk, shown.record.id)
            # Consent was given to what was shown.
            now = offered(review, shown.sheet)
            if now != shown.offered:
                self.post_message(screens.SheetCompared(shown.sheet, review.article, now, again=True))
                return
            outcome, came = review.take_sheet(shown.sheet, lambda number: number in taken)
        told = f"taken in: {describe_import(came)}" if outcome.done else outcome.message
        self.post_message(screens.SheetTaken(shown.record.id, told, undoable=outcome.done))

    def on_sheet_restorable(self, message: screens.SheetRestorable) -> None:
        """Ask whether an article that only the file has is to be put on the desk."""
        checklist = message.checklist
        text = f"{checklist.article.article.title}\n{len(checklist.claims)} claims, as {message.name} has them"
        dialog = screens.ConfirmDialog("It is not on this desk: restore it?", text, agree="puts it on the desk")
        self.ask(dialog, lambda _: self._restore(message.name, checklist))

    @work(thread=True, group=BUSY, exit_on_error=False, description="restoring the article")
    def _restore(self, name: str, checklist: Checklist) -> None:
        with self.tools.connect() as desk:
            article = desk.restore(checklist)
        self.post_message(
            screens.SheetTaken(article, f"restored from {name}, {len(checklist.claims)} claims", undoable=False)
        )

    def on_sheet_taken(self, message: screens.SheetTaken) -> None:
        """Show it."""
        self.sheet_taken(message.article, message.told, undoable=message.undoable)


def offered(review: Review, sheet: Sheet) -> screens.Offered:
    """What a file would change, of its own and with consent to every row."""
    return screens.Offered(review.compare_sheet(sheet), review.compare_sheet(sheet, lambda _: True))

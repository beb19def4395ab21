"""Telling what was done to an article, from its log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from factcheck.tui import screens
from factcheck.tui.screens.base import FactcheckScreen

if TYPE_CHECKING:
    from factcheck.model import ArticleId, ClaimId


class Telling(FactcheckScreen):
    """A screen from which the log of an article is read."""

    goes_to_logged = False
    """Whether one goes from a line of the log to its claim."""

    @work(thread=True, exclusive=True, group="log", exit_on_error=False, description="reading the log")
    def show_log(self, article: ArticleId, title: str) -> None:
        """Show the log of an article.

        Args:
            article: The article.
            title: What it is called.
        """
        from factcheck.review.naming import told_log
        from factcheck.tui.screens.log import lines

        with self.tools.connect(read_only=True) as desk, desk.reading():
            told = told_log(desk, article, desk.events.of(article))
        self.post_message(screens.LogRead(title, lines(told)))

    def on_log_read(self, message: screens.LogRead) -> None:
        """Show it."""
        self.ask(screens.LogDialog(message.title, message.lines, goes=self.goes_to_logged), self.go_to_logged)

    def go_to_logged(self, claim: ClaimId) -> None:
        """Go to the claim of a line."""

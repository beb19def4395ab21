"""Commands that arrange the panes of the review screen, and the first read without marks."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from textual.containers import Container

from factcheck.state import layout, remember_layout
from factcheck.tui.arrangement import Arrangement, Place, Shown
from factcheck.tui.commands import Scope, commands_in
from factcheck.tui.screens.base import FactcheckScreen
from factcheck.tui.widgets.article import ArticlePane
from factcheck.tui.widgets.bars import KeysLine
from factcheck.tui.widgets.claims import ClaimsList
from factcheck.tui.widgets.panel import ClaimPanel

if TYPE_CHECKING:
    from textual.timer import Timer

    from factcheck.tui.tools import Tools

_SCROLLS: Final = frozenset({"claim-next", "claim-previous", "claim-first", "claim-last"})
"""What goes from claim to claim scrolls in a first read without marks."""
_READS: Final = frozenset({"article-search", "search-next", "search-previous", "claim-copy", "reading-mode", "close"})
"""What else can be done in it: nothing that acts on a claim, for none is shown."""
_NOT_WHILE_READING: Final = frozenset(
    command.action for command in commands_in(Scope.REVIEW) if command.id not in _SCROLLS | _READS
)
_RECORDING: Final = frozenset(command.action for command in commands_in(Scope.REVIEW) if command.records)
"""What cannot be done in an article that is signed off."""
_KEEP_SECONDS: Final = 2
"""So often it is written down how far a first read has come, when it has gone on."""
_TOLD: Final = {
    Shown.BOTH: "article and claims",
    Shown.ARTICLE: "the article alone",
    Shown.CLAIMS: "claims and panel",
}


class Arranging(FactcheckScreen):
    """Which panes there are, where they lie, and whether claims are marked in the article.

    Args:
        tools: The app's collaborators.
    """

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.arrangement = Arrangement.read(layout(tools.config))
        """How the panes lie, but for a first read."""
        self.unmarked = False
        """Whether the article is read without marks."""
        self._keeping: Timer | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While claims are not shown, nothing can be done to them; nor to an article that is signed off."""
        return not ((self.unmarked and action in _NOT_WHILE_READING) or (self.is_read_only and action in _RECORDING))

    @property
    def home(self) -> ArticlePane | ClaimsList:
        """The pane that has the focus before a checker moves it."""
        claims = self.query_one(ClaimsList)
        return claims if claims.display else self.query_one(ArticlePane)

    def lay_panes(self) -> None:
        """Lay the panes as they were chosen; the focus leaves a pane that is hidden."""
        shown = Shown.ARTICLE if self.unmarked else self.arrangement.shown
        article, claims, panel = self.query_one(ArticlePane), self.query_one(ClaimsList), self.query_one(ClaimPanel)
        article.display = shown is not Shown.CLAIMS
        claims.display = panel.display = shown is not Shown.ARTICLE
        if self.focused is None or not self.focused.display:
            self.home.focus()
        panes, split = self.query_one("#panes", Container), self.arrangement.split
        panes.set_class(shown is not Shown.BOTH, "-single")
        panes.set_class(self.arrangement.place is Place.BELOW, "-below")
        panes.styles.grid_columns = f"{split}fr {100 - split}fr" if split else None

    def bring_article(self) -> None:
        """Show the article again where it is hidden: something is to be looked at in it."""
        if self.arrangement.shown is Shown.CLAIMS:
            self.arrangement = replace(self.arrangement, shown=Shown.BOTH)
            self.lay_panes()

    def _choose(self, arrangement: Arrangement, told: str) -> None:
        """Arrange it so, today and when the next article is opened."""
        self.arrangement = arrangement
        remember_layout(self.tools.config, str(arrangement))
        self.lay_panes()
        self.say(told)

    # Commands

    def action_layout_next(self) -> None:
        """Show both, the article alone, or the claims alone."""
        arrangement = self.arrangement.next()
        if arrangement.shown is Shown.CLAIMS:
            # Words that nobody sees must not become a claim.
            self.query_one(ArticlePane).select(None)
        self._choose(arrangement, f"{_TOLD[arrangement.shown]} · {self.keymap.shown('layout-next')} goes on")

    def action_panel_place(self) -> None:
        """Lay the panel to the right, or below."""
        if self.arrangement.shown is Shown.ARTICLE:
            self.say(f"the panel is not shown · {self.keymap.shown('layout-next')} shows it")
        elif not self.has_class("-wide"):
            self.say("too narrow to lay the panel right")
        else:
            arrangement = self.arrangement.placed()
            self._choose(arrangement, f"the panel lies {arrangement.place}")

    def action_split_left(self) -> None:
        """Give the article less of the width."""
        self._move_split(-1)

    def action_split_right(self) -> None:
        """Give the article more of the width."""
        self._move_split(1)

    def _move_split(self, steps: int) -> None:
        if self.arrangement.shown is not Shown.BOTH or self.has_class("-narrow"):
            self.say("nothing lies side by side here")
        else:
            arrangement = self.arrangement.moved(steps)
            self._choose(arrangement, f"the article has {arrangement.split} % of the width")

    def action_reading_mode(self) -> None:
        """Read the article without marks, or show them again."""
        self.unmarked = not self.unmarked
        if self.unmarked:
            self.close_finding()
        self.show_keys()
        self.lay_panes()
        self.home.focus()
        self.hush()
        self.show_marks()
        self.update_progress()
        self.query_one(ArticlePane).follow(follows=self.unmarked)
        if self._keeping is not None:
            self._keeping.stop()
        self._keeping = self.set_interval(_KEEP_SECONDS, self.save_read) if self.unmarked else None
        self.save_read()

    def show_keys(self) -> None:
        """Show the keys of the commands that there are at present, as what they say that they do."""
        offered = {command.id for command in self.offered(self.SCOPE)}
        self.query_one(KeysLine).show_only(offered - _SCROLLS if self.unmarked else offered)

    # What the review says

    @property
    @abstractmethod
    def is_read_only(self) -> bool:
        """Whether nothing more is recorded about the article."""

    @abstractmethod
    def say(self, text: str) -> None:
        """Say for some seconds what happened."""

    @abstractmethod
    def hush(self) -> None:
        """Say nothing any more."""

    @abstractmethod
    def update_progress(self) -> None:
        """Show how far checking is."""

    @abstractmethod
    def save_read(self) -> None:
        """Write down how far the checker has read."""

    @abstractmethod
    def show_marks(self, *, reveal: bool = False) -> None:
        """Show the claims in the article, unless it is read without them."""

    @abstractmethod
    def close_finding(self) -> bool:
        """Put out the lights of a finding; False when there are none."""

"""What earlier articles say about a claim, and such an article to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from factcheck.model import Match
from factcheck.tui.facts import about, compared, earlier_facts
from factcheck.tui.flow import Paragraph, Piece
from factcheck.tui.screens.dialog import ListDialog
from factcheck.tui.signs import RELATION_SIGNS, sign_of
from factcheck.tui.widgets.article import ArticlePane
from factcheck.tui.widgets.panel import ClaimPanel
from factcheck.tui.wrap import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from factcheck.archive import Run
    from factcheck.model import ArticleRecord, ClaimId, ClaimRecord


class MatchesDialog(ListDialog[Match]):
    """The earlier claims, and the one under the cursor compared word by word.

    Args:
        record: The claim here.
        matches: What bears on it, one at least, conflicts first.
        difference: Compares two wordings.
    """

    def __init__(
        self, record: ClaimRecord, matches: Sequence[Match], difference: Callable[[str, str], Sequence[Run]]
    ) -> None:
        super().__init__(f"Earlier claims about #{record.number}", "↑ ↓ choose · enter opens the article · esc closes")
        self._record = record
        self._matches = matches
        self._difference = difference
        self.add_class("-tall")

    def content(self) -> Iterable[Widget]:
        """The list, and the comparison below it."""
        yield OptionList(*(Option(self._prompt(match)) for match in self._matches), markup=False, compact=True)
        yield ClaimPanel("comparison")

    @staticmethod
    def _prompt(match: Match) -> Content:
        when = f"{match.date:%d %b %Y} · " if match.date else ""
        return Content.assemble(
            (f"{RELATION_SIGNS[match.relation]} {match.relation.value:<8} ", "bold"),
            f"{sign_of(match.verdict)} · ",
            (f"{when}{shown(match.article)}", "dim"),
        )

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Compare with this one."""
        match = self._matches[event.option_index]
        paragraphs = [
            Paragraph((Piece(self._record.claim.text),), "here"),
            Paragraph((Piece(match.text),), "there"),
            Paragraph(tuple(compared(self._difference(self._record.claim.text, match.text))), "compared"),
            *earlier_facts(match),
        ]
        self.query_one(ClaimPanel).show(paragraphs)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open its article."""
        event.stop()
        self.dismiss(self._matches[event.option_index])


class EarlierScreen(ModalScreen[None]):
    """An earlier article to read: nothing can be changed here.

    Args:
        record: The article.
        claims: Its claims.
        claim: The one to begin at, the first when None.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", show=False),
        Binding("j,down", "step(1)", show=False),
        Binding("k,up", "step(-1)", show=False),
    ]

    def __init__(self, record: ArticleRecord, claims: tuple[ClaimRecord, ...], claim: ClaimId | None = None) -> None:
        super().__init__()
        self._record = record
        self._claims = claims
        self._at = next((index for index, one in enumerate(claims) if one.id == claim), 0)

    def compose(self) -> ComposeResult:
        """Title, text, what is known about the claim."""
        article = self._record.article
        when = f" · {article.published:%d %b %Y}" if article.published else ""
        yield Static(
            Content.assemble(("Earlier article ", "dim"), (shown(article.title), "bold"), (when, "dim")),
            classes="title",
            markup=False,
        )
        yield ArticlePane("earlier-article")
        yield ClaimPanel("earlier-panel")
        yield Static(Content("j k claims · page down scrolls · esc goes back"), classes="keys", markup=False)

    def on_mount(self) -> None:
        """Show the article at the claim."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        pane = self.query_one(ArticlePane)
        pane.show_draft(self._record.article.draft)
        pane.show_claims(self._claims)
        pane.focus()
        self._point()

    def action_step(self, by: int) -> None:
        """Go on by so many claims."""
        self._at = max(0, min(len(self._claims) - 1, self._at + by))
        self._point()

    def action_leave(self) -> None:
        """Go back to the review."""
        self.dismiss(None)

    def _point(self) -> None:
        if self._claims:
            record = self._claims[self._at]
            self.query_one(ArticlePane).point(record.id)
            self.query_one(ClaimPanel).show(about(record, self._record.article.draft, (), ()))

"""What earlier articles say about a claim, and such an article to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import Worker, WorkerState, get_current_worker

from factcheck.model import State
from factcheck.tui import screens, sheets
from factcheck.tui.commands import BY_ID, IN_LISTS
from factcheck.tui.flow import Paragraph, Piece
from factcheck.tui.keymap import binding, moving
from factcheck.tui.messages import ReopenArticle
from factcheck.tui.paragraphs import about, beside, compared, with_earlier
from factcheck.tui.screens.dialog import SearchDialog, hint, keymap_of, reopening
from factcheck.tui.signs import RELATION_SIGNS, sign_of
from factcheck.tui.widgets.article import ArticlePane
from factcheck.tui.widgets.bars import OneLine
from factcheck.tui.widgets.field import Field
from factcheck.tui.widgets.lines import Panes
from factcheck.tui.widgets.panel import ClaimPanel
from factcheck.tui.wrap import clipped, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer
    from textual.widget import Widget

    from factcheck.archive import Run
    from factcheck.model import ArticleRecord, ClaimId, ClaimRecord, Match

_BESIDE = 26
"""Cells of the list that relation, verdict and scroll bar take."""
_ASKED = 30
"""Cells of the words searched for that stand in the title."""
_READING = (*IN_LISTS, "claim-first", "claim-last", "page-down", "page-up")
"""Commands for somebody who reads an earlier article."""
_TYPING = 0.25
"""Seconds without a key after which the archive is searched."""


class MatchesDialog(SearchDialog["Match"]):
    """The earlier claims that bear on a claim, and the one under the cursor compared word by word.

    With words in the line above, the archive is searched for those instead; what is found comes while one types on.
    Answers with the one whose sources are to be taken over. An article is read above it: the list, and what was
    searched for, are there for the next one.

    Args:
        record: The claim here.
        matches: What bears on it, conflicts first.
        difference: Compares two wordings.
        search: Looks through the archive for any words; called in a worker. Where nothing bears on the claim, its own
            words are searched for at once.
        read: Opens the article of one.
        following: Number of the next claim that something bears on, None when there is none.
    """

    BINDINGS: ClassVar[list[BindingType]] = [binding("match-take-over")]

    def __init__(
        self,
        record: ClaimRecord,
        matches: Sequence[Match],
        difference: Callable[[str, str], Sequence[Run]],
        search: Callable[[str], Sequence[Match]],
        read: Callable[[Match], object],
        *,
        following: int | None = None,
    ) -> None:
        title = f"Earlier claims about #{record.number}"
        if not matches:
            more = f" · the next that one bears on is #{following}" if following else ""
            title = f"No earlier claim bears on #{record.number}: search the archive{more}"
        super().__init__(
            title,
            "enter opens the article · {match-take-over} takes its sources over as leads · "
            "{list-search} searches the archive · esc closes",
        )
        self._record = record
        self._matches = self._shown = tuple(matches)
        self._here = record.claim.text
        self._difference = difference
        self._search = search
        self._read = read
        self._asked = "" if matches else record.claim.text
        self._waiting: Timer | None = None
        self.add_class("-tall")

    def content(self) -> Iterable[Widget]:
        """The line to search by, the list, and the comparison below it."""
        yield Field(self._asked, placeholder="search the archive in any words", compact=True, select_on_focus=True)
        yield OptionList(markup=False, compact=True)
        yield ClaimPanel("comparison")

    def on_mount(self) -> None:
        """Begin with the list, or with the search when there is nothing to list."""
        self.call_after_refresh(self._list, self._matches)
        self.query_one(OptionList if self._matches else Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search when nothing more was typed for a moment."""
        if self._waiting is not None:
            self._waiting.stop()
        if self.searched(event.value):
            return
        if event.value.strip():
            self._waiting = self.set_timer(_TYPING, lambda: self._find(event.value))
        else:
            self._list(self._matches)

    @work(thread=True, exclusive=True, exit_on_error=False, description="searching the archive")
    def _find(self, words: str) -> None:
        found = tuple(self._search(words))
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._found, words, found)

    def _found(self, words: str, found: tuple[Match, ...]) -> None:
        if self.stands and self.query_one(Input).value == words:
            self._list(found, words)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say why a search failed."""
        if event.state is WorkerState.ERROR and self.stands:
            self._list(())
            self.query_one(ClaimPanel).show([Paragraph((Piece(shown(str(event.worker.error))),), "failed")])

    def _list(self, matches: tuple[Match, ...], asked: str = "") -> None:
        """List claims, and say what they were found for: the claim, or the words that are asked."""
        self._shown, self._here = matches, asked or self._record.claim.text
        if asked and asked != self._record.claim.text:
            self.retitle(f"Earlier claims about “{clipped(asked, _ASKED)}”, the likeliest first")
        else:
            self.retitle(self._title)
        options = self.query_one(OptionList)
        width = options.size.width - _BESIDE
        options.clear_options()
        options.add_options([Option(self._prompt(match, width)) for match in matches])
        options.highlighted = 0 if matches else None
        if not matches:
            told = "nothing like it is in the archive" if self.query_one(Input).value.strip() else "no earlier claim"
            self.query_one(ClaimPanel).show([Paragraph((Piece(told, "quiet"),), "")])

    @staticmethod
    def _prompt(match: Match, width: int) -> Content:
        return Content.assemble(
            (f"{RELATION_SIGNS[match.relation]} {match.relation.value:<8} ", "bold"),
            (f"{sign_of(match.verdict):<11} ", "$claim-quiet"),
            clipped(" ".join(match.text.split()), width),
        )

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Compare with this one."""
        if event.option_index >= len(self._shown):
            return  # it was told of a list that is gone
        match = self._shown[event.option_index]
        when = f" · {match.date:%d %b %Y}" if match.date else ""
        paragraphs = [
            Paragraph((Piece(f"{match.article}{when}", "quiet"),), "article"),
            Paragraph((Piece(self._here),), "here"),
            Paragraph((Piece(match.text),), "there"),
            Paragraph(tuple(compared(self._difference(self._here, match.text))), "compared"),
            *with_earlier(match),
        ]
        self.query_one(ClaimPanel).show(paragraphs)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open its article."""
        event.stop()
        if event.option_index < len(self._shown):
            self._read(self._shown[event.option_index])

    def action_match_take_over(self) -> None:
        """Copy the sources of the one under the cursor."""
        at = self.query_one(OptionList).highlighted
        if at is not None and at < len(self._shown):
            self.dismiss(self._shown[at])


class EarlierScreen(ModalScreen[None]):
    """An earlier article to read: nothing can be changed here.

    Args:
        record: The article.
        claims: Its claims.
        claim: The one to begin at, the first when None.
        reopen: Whether it may be checked again from here when it is signed off.
        send: Asks what to send out of it; None where that cannot be asked for.
    """

    CSS_PATH = sheets.OTHERS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        *moving("step"),
        binding("claim-first"),
        binding("claim-last"),
        binding("article-reopen"),
        binding("article-send"),
        binding("theme", "app.theme"),
        binding("help"),
        binding("quit", "leave"),
    ]

    def __init__(
        self,
        record: ArticleRecord,
        claims: tuple[ClaimRecord, ...],
        claim: ClaimId | None = None,
        *,
        reopen: bool = False,
        send: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._send = send
        self._reopen = reopen and record.state is State.SIGNED_OFF
        self._record = record
        self._claims = claims
        self._at = next((index for index, one in enumerate(claims) if one.id == claim), 0)

    def compose(self) -> ComposeResult:
        """Title, text, what is known about the claim."""
        yield OneLine("title")
        with Panes(id="earlier"):
            yield ArticlePane("earlier-article")
        yield ClaimPanel("earlier-panel")
        sends = " · {article-send} exports" if self._send else " · {page-down} scrolls"
        reopens = " · {article-reopen} reopens it" if self._reopen else ""
        # What there is room for in the smallest window too.
        keys = f"{{help}} keys · esc back · {{claim-next}} {{claim-previous}} claims{sends}{reopens}"
        yield Static(hint(self.app, keys), classes="keys", markup=False)

    def on_mount(self) -> None:
        """Show the article at the claim."""
        article = self._record.article
        what = "Signed off" if self._reopen else "Earlier article"
        when = f"{article.published:%d %b %Y}" if article.published else ""
        self.query_one(OneLine).show(f"{what}: {article.title}", when, "bold")
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        pane = self.query_one(ArticlePane)
        pane.show_draft(self._record.article.draft)
        pane.show_claims(self._claims)
        pane.focus()
        self._point()

    def action_step(self, by: int) -> None:
        """Go on by so many claims."""
        self._go_to(self._at + by)

    def action_claim_first(self) -> None:
        """Go to the first claim."""
        self._go_to(0)

    def action_claim_last(self) -> None:
        """Go to the last claim."""
        self._go_to(len(self._claims) - 1)

    def _go_to(self, index: int) -> None:
        self._at = max(0, min(len(self._claims) - 1, index))
        self._point()

    def action_help(self) -> None:
        """Show the keys that there are here."""
        more = [*(["article-send"] if self._send else []), *(["article-reopen"] if self._reopen else [])]
        names = [*_READING, *more, "theme", "help"]
        about = "An earlier article, to be read: nothing is changed here. Esc goes back."
        self.app.push_screen(screens.HelpDialog(keymap_of(self.app), [BY_ID[name] for name in names], about))

    def action_article_send(self) -> None:
        """Go back, and ask there what to send out of it."""
        if self._send is not None:
            self.dismiss(None)
            self.app.call_later(self._send)

    def action_article_reopen(self) -> None:
        """Check it again."""
        if self._reopen:
            self.app.push_screen(reopening(self._record.article.title), self._reopened)

    def _reopened(self, agreed: bool | None) -> None:
        if agreed:
            self.dismiss(None)
            self.app.post_message(ReopenArticle(self._record.id))

    def action_leave(self) -> None:
        """Go back to where it was opened."""
        self.dismiss(None)

    def _point(self) -> None:
        if self._claims:
            record, draft = self._claims[self._at], self._record.article.draft
            self.query_one(ArticlePane).point(record.id)
            noted = beside(draft, record, self._claims)
            self.query_one(ClaimPanel).show(about(record, draft, (), (), noted=noted))

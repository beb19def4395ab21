"""The articles on the desk."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from textual import work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from factcheck.errors import FactcheckError, UsageError
from factcheck.model import State
from factcheck.normalise import fold
from factcheck.tui import sheets
from factcheck.tui.commands import Scope
from factcheck.tui.keymap import bindings
from factcheck.tui.messages import ConflictsCounted, OpenArticle, ReopenArticle, SummariesRead
from factcheck.tui.paragraphs import moment, name_told
from factcheck.tui.reads import Reading, is_read_blindly, read_blindly
from factcheck.tui.screens.dialog import AskDialog, reopening
from factcheck.tui.screens.earlier import EarlierScreen
from factcheck.tui.screens.exporting import Exporting
from factcheck.tui.screens.file import FileDialog, typed
from factcheck.tui.screens.importing import Importing
from factcheck.tui.screens.keeping import Keeping
from factcheck.tui.screens.telling import Telling
from factcheck.tui.widgets.bars import KeysLine, OneLine, bar, counts
from factcheck.tui.wrap import cells, clipped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from textual.app import ComposeResult

    from factcheck.model import ArticleId, ArticleSummary
    from factcheck.tui.tools import Tools

_BAR = 10
_FIRST_KEYS = (
    (("claim-next", "claim-previous"), "next and previous claim"),
    (("claim-verify", "claim-dispute", "claim-unsource"), "verified, disputed, unsourced"),
    (("claim-source",), "the source that a verdict rests on"),
    (("undo",), "undo"),
    (("help",), "all keys"),
)
"""What one has to know to begin with."""
_LOW = 22
"""Lines of a window: in one of fewer, what an empty desk says stands closer."""
_COLUMNS = _BAR + 40
_EARLIER = (State.SIGNED_OFF, State.ARCHIVE)
_NEWEST = 200
"""Earlier articles that are listed; nobody scrolls through thousands, and searching the archive finds the others."""


class Order(Enum):
    """How the articles under check are sorted; the value says it."""

    WORKED = "last worked on first"
    DEADLINE = "by deadline"
    OPEN = "most open claims first"
    TITLE = "by title"


_KEYS: Final[Mapping[Order, Callable[[ArticleSummary], tuple[int, str]]]] = {
    Order.WORKED: lambda _: (0, ""),
    Order.DEADLINE: lambda one: (not one.deadline, one.deadline),
    Order.OPEN: lambda one: (-one.progress.open, ""),
    Order.TITLE: lambda one: (0, fold(one.title)),
}


class DeskScreen(Exporting, Importing, Keeping, Telling):
    """Every article with its progress, those that were worked on last first.

    Args:
        tools: The app's collaborators.
    """

    SCOPE = Scope.DESK
    CSS_PATH = sheets.OTHERS
    BINDINGS = bindings(Scope.DESK)

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._summaries: tuple[ArticleSummary, ...] = ()
        self._earlier = 0
        self._conflicts: Mapping[ArticleId, int] = {}
        self._rows: tuple[ArticleSummary | None, ...] = ()
        self._order = Order.WORKED
        self._words = ""
        self._heading = "factcheck"
        self._busy = ""

    def compose(self) -> ComposeResult:
        """Title, list, keys."""
        yield OneLine("title")
        yield OptionList(markup=False, compact=True, id="articles")
        with VerticalScroll(id="empty"):
            yield Static(markup=False)
        yield KeysLine(self.keymap, self.SCOPE)

    def on_mount(self) -> None:
        """Say whose desk it is."""
        self.show_busy("")
        self.query_one("#empty").display = False

    def on_screen_resume(self) -> None:
        """List the articles, again after each review."""
        self.call_after_refresh(self._read)

    @work(thread=True, exclusive=True, group="summaries", exit_on_error=False, description="listing the articles")
    def _read(self) -> None:
        with self.tools.connect() as desk:
            under_check = desk.articles.summaries([State.CHECKING])
            earlier = desk.articles.summaries(_EARLIER, newest=_NEWEST)
            self.post_message(SummariesRead((*under_check, *earlier), desk.articles.count(_EARLIER)))

    def on_summaries_read(self, message: SummariesRead) -> None:
        """Show them: those under check, then the archive."""
        self._summaries, self._earlier = message.summaries, message.earlier
        self._fill()
        self._count_conflicts(tuple(one for one in self._summaries if one.state is State.CHECKING))
        try:
            self.watch_desk()
        except FactcheckError as error:
            self.complain(error)

    @work(thread=True, exclusive=True, group="conflicts", exit_on_error=False, description="looking for conflicts")
    def _count_conflicts(self, articles: tuple[ArticleSummary, ...]) -> None:
        """Look up one article after the other; the list is there meanwhile, with what was known before."""
        worker, conflicts = get_current_worker(), dict(self._conflicts)
        with self.tools.connect(read_only=True) as desk:
            for one in articles:
                if worker.is_cancelled:
                    return
                count = self.tools.conflicts.count(desk, one)
                if conflicts.get(one.id, 0) != count:
                    conflicts[one.id] = count
                    self.post_message(ConflictsCounted(dict(conflicts)))

    def on_conflicts_counted(self, message: ConflictsCounted) -> None:
        """Show them in the articles' lines."""
        self._conflicts = message.conflicts
        self._fill()

    def on_screen_suspend(self) -> None:
        """Look nothing up while another screen lies over this one."""
        self.workers.cancel_group(self, "conflicts")

    def desk_changed(self) -> None:
        """List the articles anew."""
        if self.is_current:
            self._read()

    def on_resize(self) -> None:
        """Lay the columns out anew, and what an empty desk says."""
        if self._summaries or self.query_one("#empty").display:
            self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        listed = self.query_one(OptionList)
        at = listed.highlighted or 0
        shown = [one for one in self._summaries if fold(self._words) in fold(_words(one))]
        checking = sorted((one for one in shown if one.state is State.CHECKING), key=_KEYS[self._order])
        done = [one for one in shown if one.state is not State.CHECKING]
        now = self.tools.clock().astimezone()
        width = max(40, listed.scrollable_content_region.width - 2)
        self._rows = (*checking, *([None] if done else []), *done)
        newest = f", the newest {len(done):,} of which are" if len(done) < self._earlier else ""
        # To who reads one blindly its totals would tell first verdicts.
        blindly = read_blindly(self.tools.config, checking)
        heading = Content.assemble((f"Earlier articles: {self._earlier:,}{newest}", "$claim-quiet"))
        listed.clear_options()
        listed.add_options(
            [
                Option(heading, disabled=True)
                if one is None
                else Option(_row(one, one.id in blindly, self._conflicts.get(one.id, 0), width, now))
                for one in self._rows
            ]
        )
        listed.display = bool(self._rows)
        empty = self.query_one("#empty", VerticalScroll)
        empty.display = not self._rows if self._words else not checking
        empty.set_class(bool(self._rows), "-below")
        empty.query_one(Static).update(self._advice())
        title = f"{len(checking) or 'no'} article{'' if len(checking) == 1 else 's'}"
        order = "" if self._order is Order.WORKED else f" · {self._order.value}"
        words = f" · with “{self._words}”" if self._words else ""
        told = f"factcheck · {title} under check{order}{words}"
        self._heading = told
        self._show_title()
        if self._rows:
            at = min(at, len(self._rows) - 1)
            # Not on the heading of the earlier articles, one of which always follows it.
            listed.highlighted = at + (self._rows[at] is None)
            listed.focus()

    def _advice(self) -> Content:
        """What to do at first: in the smallest window too all of it, or what there is room for below a list.

        Where words leave no article, that they do, and how all are listed again.
        """
        if self._words:
            key = self.keymap.shown("articles-filter")
            none = (f"No article has “{self._words}” in its title or name, or who worked on it.\n\n", "bold")
            return Content.assemble(none, "Press ", (key, "bold"), " and empty the line to see all of them.")
        key = self.keymap.shown("file-open")
        low = self.size.height < _LOW
        close = "\n" if low or self._rows else "\n\n"
        advice = Content.assemble(
            ("There is no article to check on this desk yet.\n\n", "bold"),
            ("Press ", ""),
            (key, "bold"),
            f" to open a story, or start with{close}",
            "  factcheck review STORY.txt  a story of yours\n",
            "  factcheck demo              a story to try it on\n",
            "  factcheck add FOLDER        earlier stories\n",
        )
        if low and self._rows:
            return advice
        taught = (part for line in _FIRST_KEYS for part in self._taught(*line))
        return Content.assemble(advice, f"\nIn an article these keys matter most:{close}", *taught).rstrip()

    def _taught(self, commands: tuple[str, ...], what: str) -> tuple[tuple[str, str], str]:
        keys = " ".join(map(self.keymap.shown, commands))
        return (f"  {keys:<8}", "bold"), f"{what}\n"

    @property
    def about(self) -> str:
        """What the list is for."""
        return "The articles on this desk, those you worked on last first. An article opens where you stopped."

    def action_article_next(self) -> None:
        """Go down."""
        self.query_one(OptionList).action_cursor_down()

    def action_article_previous(self) -> None:
        """Go up."""
        self.query_one(OptionList).action_cursor_up()

    def action_article_first(self) -> None:
        """Go to the top."""
        self.query_one(OptionList).action_first()

    def action_article_last(self) -> None:
        """Go to the bottom."""
        self.query_one(OptionList).action_last()

    @property
    def _chosen(self) -> ArticleSummary | None:
        at = self.query_one(OptionList).highlighted
        return self._rows[at] if self._rows and at is not None else None

    def action_articles_sort(self) -> None:
        """Sort in the next of the orders."""
        orders = list(Order)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._fill()

    def action_articles_filter(self) -> None:
        """Ask for words that the articles have to have."""

        def filter_(words: str) -> None:
            self._words = words.strip()
            self._fill()

        hint = "enter shows them, empty shows all · esc closes"
        self.ask(AskDialog("Articles with these words", hint, self._words), filter_)

    def action_article_deadline(self) -> None:
        """Ask when the article has to be checked."""
        chosen = self._chosen
        if chosen is None or chosen.state is not State.CHECKING:
            return

        from factcheck.review import Review
        from factcheck.review.typed import parse_when

        def save(when: str) -> None:
            try:
                Review(self.desk, chosen.id).set_deadline(when)
            except FactcheckError as error:
                self.complain(error)
            else:
                self._read()

        hint = "such as 2026-03-12 or 2026-03-12 18:00, empty takes it off · enter saves · esc closes"

        def check(when: str) -> None:
            if when.strip():
                parse_when(when)

        self.ask(AskDialog("When has it to be checked?", hint, chosen.deadline, check=check), save)

    def action_article_send(self) -> None:
        """Send something out of the article under the cursor; what was signed off is published from here."""
        chosen = self._chosen
        if chosen is None or self._is_kept_blind(chosen):
            return
        try:
            claims = self.desk.claims.of(chosen.id)
        except FactcheckError as error:
            self.complain(error)
        else:
            self.export(chosen.id, chosen.slug, claims, claims)

    def action_desk_log(self) -> None:
        """Tell what was done to the article under the cursor."""
        chosen = self._chosen
        if chosen is not None and not self._is_kept_blind(chosen):
            self.show_log(chosen.id, chosen.title)

    def _is_kept_blind(self, article: ArticleSummary) -> bool:
        """Say that first verdicts would be told, to one who is not to see them yet."""
        blind = is_read_blindly(self.tools.config, article)
        if blind:
            self.complain(UsageError("that would tell first verdicts", "end your blind read of it first"))
        return blind

    def action_desk_import(self) -> None:
        """Take a filled-in checklist back, of whichever article it is."""
        self.import_sheet(None)

    def sheet_taken(self, article: ArticleId, told: str, *, undoable: bool) -> None:
        """Show it in the list, and say of which article it was."""
        title = next((one.title for one in self._summaries if one.id == article), "")
        undo = f"\n{self.keymap.shown('undo')} in the article undoes it" if undoable else ""
        self.notify(f"{told}{undo}", title=title, timeout=8, markup=False)
        self._read()

    def show_busy(self, text: str) -> None:
        """Show it in the title."""
        self._busy = text
        self._show_title()

    def _show_title(self) -> None:
        told = self._busy or self._heading + (" · read-only" if self.tools.reads_only else "")
        self.query_one("#title", OneLine).show(told, name_told(self.tools.config.checker), "bold")

    def action_article_open(self) -> None:
        """Open the article under the cursor."""
        chosen = self._chosen
        if chosen is None:
            return
        if chosen.state is State.CHECKING:
            self.post_message(OpenArticle(str(chosen.id)))
            return
        try:
            record, claims = self.desk.articles.get(chosen.id), self.desk.claims.of(chosen.id)
        except FactcheckError as error:
            self.complain(error)
        else:
            self.app.push_screen(EarlierScreen(record, claims, reopen=True, send=self.action_article_send))

    def action_article_reopen(self) -> None:
        """Check the article under the cursor again."""
        chosen = self._chosen
        if chosen is not None and chosen.state is State.SIGNED_OFF:
            self.ask(reopening(chosen.title), lambda _: self.post_message(ReopenArticle(chosen.id)))
        elif chosen is not None:
            state = "under check" if chosen.state is State.CHECKING else "an earlier article"
            self.complain(UsageError(f"it is {state}", "only what is signed off is reopened"))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """The same by mouse, and by Enter in the list."""
        event.stop()
        self.action_article_open()

    def action_file_open(self) -> None:
        """Ask for a file and open it."""
        self.ask(FileDialog(), lambda path: self.post_message(OpenArticle(typed(path))))


def _words(one: ArticleSummary) -> str:
    """What a filter looks at."""
    return f"{one.title} {one.slug} {one.worked_by or ''}"


def _due(one: ArticleSummary, now: datetime) -> tuple[str, str]:
    """The deadline in words and how they look; one that has passed says so."""
    if not one.deadline or one.state is not State.CHECKING:
        return "", ""
    late = one.deadline < now.strftime("%Y-%m-%d %H:%M")[: len(one.deadline)]
    return (f" · overdue since {one.deadline}", "bold $claim-disputed") if late else (f" · due {one.deadline}", "")


def _row(one: ArticleSummary, blindly: bool, conflicts: int, width: int, now: datetime) -> Content:
    """Two lines: the title, and below it the progress, state, who and when, of which the last may be cut off.

    Of an earlier article one.
    """
    progress = one.progress
    if one.state is State.ARCHIVE:
        claims = "1 claim" if progress.claims == 1 else f"{progress.claims} claims"
        title = clipped(one.title, width - cells(claims) - 2)
        return Content.assemble(title, " " * (width - cells(title) - cells(claims)), (claims, "$claim-quiet"))
    state = "" if one.state is State.CHECKING else f" · {one.state.value}"
    when = f" · {moment(one.worked_on)}" if one.worked_on else ""
    who = f" · {name_told(one.worked_by)}" if one.worked_by else ""
    recheck = f" · {progress.recheck} to re-check" if progress.recheck else ""
    draft = f" · draft {one.draft}" if one.draft > 1 else ""
    clash = f" · {conflicts} in conflict" if conflicts and one.state is State.CHECKING else ""
    totals = Reading.BLIND.value if blindly else counts(progress)
    done = f"{totals} · {progress.open} open" if progress.claims else "no claims yet"
    due, look = _due(one, now)
    title = clipped(one.title, width)
    more = clipped(f"  {done}", width - _BAR)
    due = clipped(due, max(0, width - _BAR - cells(more)))
    # Of a date that is cut off nothing is left to plan by; a count can be told by its beginning.
    rest = clipped(f"{recheck}{clash}{draft}{state}{who}{when}", max(0, width - _BAR - cells(more) - cells(due)))
    return Content.assemble(
        (title, "bold"),
        " " * (width - cells(title)) + "\n",
        bar(progress.done, progress.wanted, _BAR),
        (more, "$claim-quiet"),
        (due, look or "$claim-quiet"),
        (rest, "$claim-quiet"),
    )

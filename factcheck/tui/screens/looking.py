"""Commands that find something, show something, or take something out; they change nothing on the desk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from factcheck.errors import FactcheckError
from factcheck.review.navigate import Filter, search
from factcheck.state import remember_claims_filter
from factcheck.tui import screens
from factcheck.tui.paragraphs import difference
from factcheck.tui.reads import Reading
from factcheck.tui.screens.doubting import Doubting
from factcheck.tui.widgets.article import ArticlePane
from factcheck.tui.widgets.bars import OneLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.model import Match, Progress, Span
    from factcheck.review.gate import OpenItem


_READINGS = (
    (Reading.FIRST, "end the second read", "keys give the verdict again"),
    (Reading.SECOND, "give it a second read", "keys give the second reader's verdict"),
    (Reading.BLIND, "give it a blind second read", "the first verdict shows when the second is given"),
)
_NOBODY: Final = "nobody else has given a verdict yet"


class Looking(Doubting):
    """Going to a number, search, filter, earlier claims, copy, sign-off."""

    _query = ""
    _hits: Sequence[Span] = ()
    _hit: int | None = None

    def action_claim_goto(self) -> None:
        """Ask for a number."""

        def go(answer: str) -> None:
            number = answer.strip().lstrip("#")
            review = self.reviewing
            found = next((record for record in review.claims if str(record.number) == number), None)
            if found is not None:
                self.go_to(found)
            elif any(str(record.number) == number for record in review.removed):
                self.say(f"#{number} was taken off the list · {self.keymap.shown('claim-restore')} restores it")
            elif number:
                last = max((record.number for record in (*review.claims, *review.removed)), default=0)
                self.say(f"there is no claim “{answer}” · the last is #{last}" if last else "there is no claim yet")

        self.ask(screens.AskDialog("Go to claim number", "enter goes there · esc closes"), go)

    def action_article_progress(self) -> None:
        """Show how far it is: of the claims that are listed."""
        from factcheck.review.pace import MARKS, pace

        hidden = screens.chips(self.wanted) if len(self.listed) < len(self.shown_claims) else ""
        second = "" if self.reading_as is Reading.FIRST else "the second read"
        known = pace(self.desk.events.marked(self.desk.who, MARKS + 1))
        told = " · ".join(filter(None, (second, hidden)))
        self.ask(screens.ProgressDialog(self.as_read(self.listed), known, told), lambda _: None)

    # Search

    def action_article_search(self) -> None:
        """Ask what to look for."""
        self.ask(screens.AskDialog("Search the article", "enter searches · esc closes", self._query), self._search)

    def _search(self, query: str) -> None:
        self.hush()
        hits = search(self.reviewing.article.article.draft.text, query)
        self._query, self._hits, self._hit = query, hits, None
        if not hits:
            self._leave_finding()
            self.show_search()
            if query.strip():
                self.say(f"“{query}” is not in the article")
        else:
            here = self.current.claim.start if self.current else 0
            self._hit = next((index for index, hit in enumerate(hits) if hit.start >= here), 0)
            self._show_hit()
        self.update_chips()

    def _show_hit(self) -> None:
        if self._hit is None:
            return
        hit = self._hits[self._hit]
        record = next((one for one in self.listed if one.claim.start <= hit.start < one.claim.end), None)
        if record is not None and not self.unmarked:
            self.cursor = record.id
        self._leave_finding()
        self.bring_article()
        self.show_search()
        self.update_chips()

    def draft_changed(self) -> None:
        """The hits of a search, and the finding that is walked through, stand in another text."""
        self._query, self._hits, self._hit = "", (), None
        self._leave_finding()
        self.update_chips()

    @property
    def is_searching(self) -> bool:
        """Whether a search has hits."""
        return self._hit is not None

    def show_search(self, *, reveal: bool = True) -> None:
        """Light up what is searched for, or nothing; go to the current hit only if wanted."""
        self.query_one(ArticlePane).show_hits(tuple(self._hits), self._hit, reveal=reveal)

    def _step_hit(self, by: int) -> None:
        if self._hit is None:
            self.say(f"nothing is searched for · {self.keymap.shown('article-search')} searches")
        else:
            self._hit = (self._hit + by) % len(self._hits)
            self._show_hit()

    def action_search_next(self) -> None:
        """Go to the next hit, going round at the end."""
        self._step_hit(1)

    def action_search_previous(self) -> None:
        """Go to the previous hit, going round at the beginning."""
        self._step_hit(-1)

    # Filter

    def action_claims_filter(self) -> None:
        """Ask which claims to show."""
        self.ask(screens.FilterDialog(self.reviewing.claims, self.wanted, self.tools.config.checker), self._filter)

    def _filter(self, wanted: Filter) -> None:
        self.hush()
        self.wanted = wanted
        remember_claims_filter(self.tools.config, self.reviewing.article.slug, str(wanted))
        self.update_claims()
        if not self.listed and wanted.is_set:
            self.say(f"no claim passes the filter · {self.keymap.shown('close')} shows all again")

    def action_calls(self) -> None:
        """List whom to phone, and show what is open there; where nothing is, all that was asked."""
        from factcheck.checklist.calls import parties

        choices = []
        for party in parties(self.shown_claims):
            left = sum(one.is_open for one in party.claims)
            more = " · ".join((f"{left} of {len(party.claims)} open", *party.contacts))
            choices.append(screens.Choice(Filter(party=party.name, open=left > 0), party.name, more))
        if choices:
            self.ask(
                screens.PickDialog("Whom to phone", choices, hint="enter shows what is open there · esc closes"),
                self._filter,
            )
        else:
            self.say("there is nothing to ask anybody")

    def lift_filter(self) -> None:
        """Show all claims again."""
        self._filter(Filter())

    def update_chips(self) -> None:
        """Say which filter and which search hold."""
        parts, more = [], ""
        if self.wanted.is_set:
            # The count first: the conditions may be more than there is room for.
            parts.append(f"Only {len(self.listed)} of {len(self.reviewing.claims)}: {screens.chips(self.wanted)}")
        if self._hit is not None:
            parts.append(f"Search: “{self._query}” {self._hit + 1} of {len(self._hits)}")
            goes_on = (("search-next", "next"), ("search-previous", "back"))
            keys = ((self.keymap.shown(command), what) for command, what in goes_on)
            more = "".join(f"{key} {what} · " for key, what in keys if key)
        line = self.query_one("#chips", OneLine)
        line.display = bool(parts)
        line.show(" · ".join(parts), f"{self.keymap.shown('close')} clears", more=more)

    def action_close(self) -> None:
        """Leave selection, findings, search, reading, filter, then the article: at the second time, as Esc is light."""
        sure = f"{self.keymap.shown('close')} again leaves for the list of articles"
        if self.has_selection:
            self.query_one(ArticlePane).select(None)
            self.say("nothing is selected any more")
            return
        if self.close_finding():
            return
        if self._hit is not None:
            self._search("")
        elif self.unmarked:
            self.action_reading_mode()
        elif self.wanted.is_set:
            self.lift_filter()
        elif self.review is not None and self.said != sure:
            self.say(sure)
        elif self.unsafe:
            dialog = screens.ConfirmDialog("Leave with unsaved drafts?", self.unsafe, agree="drops them and leaves")
            self.ask(dialog, lambda _: self.dismiss())
        else:
            self.dismiss()

    # Earlier claims

    def action_claim_matches(self) -> None:
        """Show what earlier articles say."""
        record = self.current
        if record is None:
            return
        matches = self.matches_of(record)
        if matches is None:
            self.say("earlier claims are not looked up yet")
        else:
            others = (one.number for one in self.listed if one.number > record.number and self.matches_of(one))
            dialog = screens.MatchesDialog(
                record, matches, difference, self._search_archive, self._open_earlier, following=next(others, None)
            )
            self.ask(dialog, self._take_over)

    def _search_archive(self, words: str) -> tuple[Match, ...]:
        """Look through the archive, in a worker's thread."""
        with self.tools.connect(read_only=True) as desk:
            return self.tools.search(desk, words, self.reviewing.article.id)

    def _take_over(self, match: Match) -> None:
        record, review = self.current, self.reviewing
        if record is not None:
            self.act(lambda: review.take_over(record.id, match, seen=record.revision))

    def _open_earlier(self, match: Match) -> None:
        try:
            record = self.desk.articles.get(match.article_id)
            claims = self.desk.claims.of(match.article_id)
        except FactcheckError as error:
            self.complain(error)
        else:
            self.app.push_screen(screens.EarlierScreen(record, claims, match.claim_id))

    # Out

    @property
    def has_selection(self) -> bool:
        """Whether words of the article are selected."""
        return self.query_one(ArticlePane).selection is not None

    def action_claim_copy(self) -> None:
        """Copy the selected words, or the claim."""
        pane = self.query_one(ArticlePane)
        record = self.current
        if pane.selection is not None:
            text = self.reviewing.article.article.draft.text[pane.selection.start : pane.selection.end]
        elif record is not None and not self.unmarked:
            text = record.claim.text
        else:
            return
        # In one line, as the article would have it without the wrapping of its file.
        text = " ".join(text.split())
        # In a browser, the machine of the app need not be that of the clipboard.
        program = self.tools.clipboard(text) if self.tools.clipboard and not self.app.is_web else ""
        if program:
            self.say(f"copied with {program}")
        else:
            self.app.copy_to_clipboard(text)
            self.say(f"copied by the {'browser' if self.app.is_web else 'terminal'}, if it allows that (OSC 52)")

    def action_article_sign_off(self) -> None:
        """Sign off, or list what is open and go there; what is signed off is reopened."""
        review = self.reviewing
        if self.is_read_only:
            self.ask(screens.reopening(review.article.article.title), lambda _: self._reopen())
            return
        if self.is_extracting:
            self.say("an article can be signed off when all its claims are found")
            return
        if not self.is_matched:
            self.say("an article can be signed off when earlier claims were looked up")
            return
        # What is open about a claim that a blind reader has not read, and the totals, would tell first verdicts.
        unread = self.left_to_read if self.reading_as is Reading.BLIND else 0
        items = review.open_among([one for one in review.claims if one.second]) if unread else review.open_items
        others = any(one.verdict is not None and one.checker != self.desk.who for one in review.claims)
        # The reads stand first: below a long list of what is open nobody would see them.
        choices: list[screens.Choice[Callable[[], object]]] = [
            screens.Choice(
                partial(self.read_as, reading), what, more if others or reading is Reading.FIRST else _NOBODY
            )
            for reading, what, more in _READINGS
            if reading is not self.reading_as
        ]
        first = len(choices)
        choices += [screens.Choice(partial(self._go_to_item, item), item.text) for item in items]
        title = f"{len(items)} {'thing is' if len(items) == 1 else 'things are'} open" if items else "Nothing is open"
        hint = "enter does it, or goes there · esc closes"
        if unread:
            title = f"Blind second read: {unread} {'claim is' if unread == 1 else 'claims are'} to be read"
            first = first if items else 0
            hint = f"all that is open, and signing off, come when they are read or it is ended · {hint}"
        elif not items:
            choices.append(screens.Choice(self._ask_to_sign_off, "sign it off", _totals(review.progress)))
        self.ask(screens.PickDialog(title, choices, chosen=first, hint=hint), lambda do: do())

    def _ask_to_sign_off(self) -> None:
        review = self.reviewing
        text = f"{review.article.article.title}\n{_totals(review.progress)}"
        self.ask(screens.ConfirmDialog("Sign off?", text, agree="signs it off; it is archive then"), self._sign_off)

    def _reopen(self) -> None:
        try:
            self.reviewing.reopen()
        except FactcheckError as error:
            self.complain(error)
        self.reload()
        self.state_changed()

    def _go_to_item(self, item: OpenItem) -> None:
        if item.claim is not None:
            self.go_to_told(item.claim)
        else:
            self.action_article_findings()

    def _sign_off(self, agreed: bool) -> None:
        if not agreed:
            return
        try:
            self.reviewing.sign_off()
        except FactcheckError as error:
            self.complain(error)
        else:
            self.dismiss()


def _totals(progress: Progress) -> str:
    """How many claims have which verdict, in words."""
    from factcheck.checklist.entry import totals

    return totals(progress)

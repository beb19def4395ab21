"""The review of an article: what each command does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Verdict
from factcheck.review.navigate import next_open
from factcheck.tui.commands import Scope
from factcheck.tui.keymap import bindings
from factcheck.tui.reads import Reading
from factcheck.tui.screens.editing import Editing
from factcheck.tui.screens.exporting import Exporting
from factcheck.tui.screens.importing import Importing
from factcheck.tui.screens.looking import Looking
from factcheck.tui.screens.redrafting import Redrafting
from factcheck.tui.screens.telling import Telling
from factcheck.tui.signs import sign_of
from factcheck.tui.widgets.article import ArticlePane

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.events import Key

    from factcheck.model import ArticleId, ClaimId
    from factcheck.review import Outcome
    from factcheck.tui.messages import ClaimsPressed


_ALL = 1_000_000_000
"""More than there are claims, or lines."""


class ReviewScreen(Editing, Looking, Exporting, Importing, Redrafting, Telling):
    """An article beside its claims, with the keys of the daily path: move, mark, undo."""

    BINDINGS = bindings(Scope.REVIEW)
    goes_to_logged = True

    def on_key(self, event: Key) -> None:
        """Say that no command has this key: a slip of the finger must not look like a program that hangs."""
        if self.review is not None and event.is_printable and event.key not in self.active_bindings:
            where = "in a first read" if self.unmarked else f"here · {self.keymap.shown('help')} shows the keys"
            self.say(self.signed_off if self.is_read_only else f"{event.character} does nothing {where}")

    def action_article_export(self) -> None:
        """Send something out."""
        if not self._is_kept_blind():
            article, claims = self.reviewing.article, self.reviewing.claims
            self.export(article.id, article.slug, claims, self.listed)

    def action_article_import(self) -> None:
        """Take a filled-in checklist back."""
        if self.is_extracting:
            self.say("a checklist can be taken back when all claims are found")
        elif not self._is_kept_blind():
            self.import_sheet(self.reviewing.article.id)

    def sheet_taken(self, article: ArticleId, told: str, *, undoable: bool) -> None:  # noqa: ARG002
        """Show it in the claims."""
        before = self.reviewing.claims
        self.reload()
        self.match_anew(before)
        self.say(f"{told} · {self.keymap.shown('undo')} undoes it" if undoable else told)

    def action_article_log(self) -> None:
        """Tell what was done to it."""
        if not self._is_kept_blind():
            article = self.reviewing.article
            self.show_log(article.id, article.article.title)

    def go_to_logged(self, claim: ClaimId) -> None:
        """Go to the claim of a line."""
        self.go_to_told(claim)

    def _is_kept_blind(self) -> bool:
        """Say that first verdicts would be seen, to one who is not to see them yet."""
        blind = self.reading_as is Reading.BLIND and self.left_to_read > 0
        if blind:
            self.say("that would tell first verdicts: when the blind read is done, or is ended")
        return blind

    def show_busy(self, text: str) -> None:
        """Show it in the line of the progress."""
        self.busy = text
        self.update_progress()

    # Move

    def _step(self, by: int) -> None:
        if self.unmarked:
            self.query_one(ArticlePane).scroll_relative(y=by, animate=False, immediate=True)
        elif self.listed:
            here = -by if self.place is None else self.place
            there = max(0, min(len(self.listed) - 1, here + by))
            if there == here:
                self.say(f"#{self.listed[here].number} is the {'last' if by > 0 else 'first'} claim here")
            else:
                self.cursor = self.listed[there].id
        else:
            self.say("there is no claim to go to")

    def _next_open(self, *, backwards: bool = False) -> None:
        found, before = next_open(self.as_read(self.listed), self.cursor, backwards=backwards), self.place
        if found is None:
            self.say("no claim is open here")
            return
        self.cursor = found
        record, now = self.current, self.place
        if record is None or now is None or before is None:
            return
        if now == before:
            self.say(f"#{record.number} is the only open claim here")
        elif (now < before) is not backwards:
            self.say(f"nothing is open further {'up' if backwards else 'down'} · round to #{record.number}")

    def action_claim_next(self) -> None:
        """Go to the next claim."""
        self._step(1)

    def action_claim_previous(self) -> None:
        """Go to the previous claim."""
        self._step(-1)

    def action_claim_first(self) -> None:
        """Go to the first claim."""
        self._step(-_ALL)

    def action_claim_last(self) -> None:
        """Go to the last claim."""
        self._step(_ALL)

    def action_open_next(self) -> None:
        """Go to the next open claim, going round at the end."""
        self._next_open()

    def action_open_previous(self) -> None:
        """Go to the previous open claim, going round at the beginning."""
        self._next_open(backwards=True)

    def on_claims_pressed(self, message: ClaimsPressed) -> None:
        """Go to the claim under the mouse; pressed again, to the next one that lies there."""
        here = [claim for claim in message.claims if any(record.id == claim for record in self.listed)]
        if here:
            self.cursor = here[(here.index(self.cursor) + 1) % len(here)] if self.cursor in here else here[0]

    # Mark

    def _mark(self, verdict: Verdict | None, *, stay: bool = True) -> None:
        record = self.current
        if record is None:
            return
        review = self.reviewing
        give = review.mark if self.reading_as is Reading.FIRST else review.second_read
        self.act_on(
            record,
            sign_of(verdict) if self.reading_as is Reading.FIRST else f"{self.reading_as.value}: {sign_of(verdict)}",
            lambda seen: give(record.id, verdict, seen=seen),
            lambda outcome: self._go_on(record.id, outcome, stay=stay),
        )

    def _go_on(self, claim_id: ClaimId, outcome: Outcome, *, stay: bool) -> None:
        """After a verdict, go to the next claim that wants one."""
        if not stay and self.tools.config.advance:
            following = next_open(self.as_read(self.before_act), claim_id)
            if following is not None and following != claim_id:
                self.cursor = following
            else:
                where = "here" if self.wanted.is_set else "in this article"
                self.say(f"{self.told(outcome)} · no claim is open {where}")

    def action_claim_verify(self) -> None:
        """Mark verified and go on."""
        self._mark(Verdict.VERIFIED, stay=False)

    def action_claim_dispute(self) -> None:
        """Mark disputed and go on."""
        self._mark(Verdict.DISPUTED, stay=False)

    def action_claim_unsource(self) -> None:
        """Mark unsourced and go on."""
        self._mark(Verdict.UNSOURCED, stay=False)

    def action_claim_verify_stay(self) -> None:
        """Mark verified."""
        self._mark(Verdict.VERIFIED)

    def action_claim_dispute_stay(self) -> None:
        """Mark disputed."""
        self._mark(Verdict.DISPUTED)

    def action_claim_unsource_stay(self) -> None:
        """Mark unsourced."""
        self._mark(Verdict.UNSOURCED)

    def action_claim_uncheck(self) -> None:
        """Take the verdict off."""
        self._mark(None)

    def action_claim_copies(self) -> None:
        """Mark where the same fact is told as this claim is."""
        record, review = self.current, self.reviewing
        if self.reading_as is not Reading.FIRST:
            self.say("a second reader looks at each place by itself")
        elif record is not None:
            self.act(lambda: review.mark_copies(record.id))

    # Undo

    def action_undo(self) -> None:
        """Take back the last act."""
        self._turn(self.reviewing.undo, "nothing is left to undo", back=True)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._turn(self.reviewing.redo, "nothing is left to do again", back=False)

    def _turn(self, do: Callable[[], Outcome | None], nothing: str, *, back: bool) -> None:
        tried = False

        def turn() -> Outcome | None:
            nonlocal tried
            outcome = do()
            tried = True
            return outcome

        outcome = self.act(turn, undoes=not back)
        if outcome is not None:
            # The article's roles may have changed too.
            self.show_article()
            self.update_claims()
            if outcome.claim is not None:
                self.go_to(self.reviewing.claim(outcome.claim))
        elif tried:
            self.say(nothing)

"""Commands that record something about a claim, or change which claims there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Resolution
from factcheck.tui import screens
from factcheck.tui.screens.forms import Forms
from factcheck.tui.widgets.article import ArticlePane
from factcheck.tui.wrap import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import ClaimId, ClaimRecord, Span
    from factcheck.tui.messages import SelectionMade
    from factcheck.tui.screens.role import RoleGiven

_RESOLUTIONS = (
    (Resolution.OPEN, "nothing has been decided"),
    (Resolution.QUERY, "the writer was asked"),
    (Resolution.CHANGED, "the words were changed"),
    (Resolution.STET, "the words stay as they are"),
    (Resolution.CUT, "the words were taken out"),
)


class Editing(Forms):
    """What became of a claim, opinion, claims added and taken off, their words, roles of paragraphs."""

    # What is to become of it

    def action_claim_resolve(self) -> None:
        """Say what became of it."""
        record, review = self.current, self.reviewing
        if record is None or self.is_kept_blind_of(record):
            return
        choices = [screens.Choice(resolution, resolution.value, more) for resolution, more in _RESOLUTIONS]
        chosen = [resolution for resolution, _ in _RESOLUTIONS].index(record.resolution)

        def became(resolution: Resolution) -> None:
            if resolution is Resolution.QUERY and not record.query:
                self.action_claim_query()
            else:
                self.act_on(record, resolution.value, lambda seen: review.resolve(record.id, resolution, seen=seen))

        self.ask(screens.PickDialog(self.titled("What became of"), choices, chosen=chosen), became)

    def action_claim_legal(self) -> None:
        """Put it before the lawyer, or not."""
        record, review = self.current, self.reviewing
        if record is not None:
            self.act(lambda: review.flag_legal(record.id, not record.legal, seen=record.revision))

    def action_claim_assign(self) -> None:
        """Say who is to check it, its section, or all that are listed."""
        record = self.current
        if record is None:
            return
        section = record.claim.section
        inside = tuple(one.id for one in self.reviewing.claims if one.claim.section is section)
        listed = tuple(one.id for one in self.listed)
        choices: list[screens.Choice[tuple[ClaimId, ...]]] = [
            screens.Choice((record.id,), "this claim"),
            screens.Choice(inside, f"the {section.value}", _counted(inside)),
            screens.Choice(listed, "all that are listed", _counted(listed)),
        ]
        self.ask(screens.PickDialog("Assign which claims?", choices), lambda ids: self._assign(ids, record.assignee))

    def _assign(self, claims: Sequence[ClaimId], now: str) -> None:
        review = self.reviewing
        dialog = screens.AskDialog(
            f"Who is to check {'it' if len(claims) == 1 else 'them'}?",
            "enter saves, empty is nobody · esc closes",
            now or self.desk.who,
        )
        self.ask(dialog, lambda who: self.act(lambda: review.assign(claims, who)))

    # Which claims there are

    def action_claim_opinion(self) -> None:
        """Say that it is opinion, or that it is not."""
        record = self.current
        if record is not None:
            review = self.reviewing
            self.act(lambda: review.set_checkable(record.id, not record.claim.checkable, seen=record.revision))

    def action_claim_remove(self) -> None:
        """Take the claim off the list."""
        record = self.current
        if record is not None:
            review = self.reviewing
            self.act(lambda: review.remove(record.id, seen=record.revision))

    def action_claim_restore(self) -> None:
        """Bring back a claim that was taken off."""
        review = self.reviewing
        if not review.removed:
            self.say("no claim was taken off the list")
            return
        choices = [screens.Choice(record, f"#{record.number} {record.claim.text}") for record in review.removed]

        def chosen(claim: ClaimId) -> None:
            if self.act(lambda: review.restore(claim)) is not None:
                self.go_to(review.claim(claim))

        self.ask(screens.PickDialog("Restore a claim", choices), lambda record: chosen(record.id))

    def action_claim_add(self) -> None:
        """Make a claim of the selected words, or select some first."""
        self.bring_article()
        pane = self.query_one(ArticlePane)
        text = self.reviewing.article.article.draft.text
        if pane.selection is not None:
            span = pane.selection
            pane.select(None)
            self._add(span)
        elif words(text):
            record = self.current
            start = record.claim.start if record is not None and pane.shows(record.span) else pane.top_offset()
            self.ask(screens.SelectScreen(pane, text, start), self._add)

    def _add(self, span: Span) -> None:
        review = self.reviewing
        outcome = self.act(lambda: review.add_claim(span.start, span.end))
        if outcome is None or outcome.claim is None:
            return
        self.go_to(review.claim(outcome.claim))

    # Its words

    def action_claim_grow(self) -> None:
        """Take the next word in."""
        self._move_edge(left=False, out=True)

    def action_claim_shrink(self) -> None:
        """Leave the last word out."""
        self._move_edge(left=False, out=False)

    def action_claim_grow_left(self) -> None:
        """Take the word before in."""
        self._move_edge(left=True, out=True)

    def action_claim_shrink_left(self) -> None:
        """Leave the first word out."""
        self._move_edge(left=True, out=False)

    def _move_edge(self, *, left: bool, out: bool) -> None:
        record, review = self.current, self.reviewing
        if record is not None:
            self.act(lambda: review.move_edge(record.id, left=left, out=out, seen=record.revision))

    def action_claim_break(self) -> None:
        """Ask where, and make two claims of one."""
        from factcheck.review.edges import breaks

        record, review = self.current, self.reviewing
        if record is None:
            return
        places = breaks(review.article.article.draft, record.span)
        if not places:
            self.say(f"#{record.number} is one word")
            return
        start = record.claim.start
        self.ask(
            screens.BreakDialog(self.titled("Break"), record.claim.text, [at - start for at in places]),
            lambda at: self._break(record, start + at),
        )

    def _break(self, record: ClaimRecord, at: int) -> None:
        review = self.reviewing
        outcome = self.act(lambda: review.split(record.id, at, seen=record.revision))
        held = (("note", record.note), ("sources", record.sources), ("contacts", record.contacts))
        kept = " and ".join(what for what, there in (*held, ("query", record.query)) if there)
        if outcome is not None and kept:
            self.say(f"{self.told(outcome)} · the first part keeps {kept}")

    def action_claim_merge(self) -> None:
        """Make one claim of this and the first that begins behind it."""
        record, review = self.current, self.reviewing
        if record is None:
            return
        following = next((one for one in review.claims if one.claim.start >= record.claim.end), None)
        if following is None:
            self.say(f"no claim follows #{record.number}")
        else:
            self.act(lambda: review.merge(record.id, following.id, seen=record.revision, seen_other=following.revision))

    def on_selection_made(self, _: SelectionMade) -> None:
        """Say what can be done with selected words."""
        add, copy = self.keymap.shown("claim-add"), self.keymap.shown("claim-copy")
        self.say(f"{copy} copies it" if self.unmarked else f"{add} makes it a claim · {copy} copies it")

    # Roles

    def action_block_role(self) -> None:
        """Overrule what a paragraph is for: that of the claim, or the topmost one when the claim is out of sight."""
        review = self.reviewing
        record = self.current
        pane = self.query_one(ArticlePane)
        offset = record.claim.start if record is not None and pane.shows(record.span) else pane.top_offset()
        draft = review.article.article.draft
        at = next((index for index, block in enumerate(draft.blocks) if block.end > offset), None)
        if at is not None:
            self.ask(screens.RoleDialog(draft.text, draft.blocks, at), self._set_role)

    def _set_role(self, given: RoleGiven) -> None:
        review = self.reviewing
        outcome = self.act(lambda: review.set_role(given.start, given.role))
        self.show_article()
        if outcome is not None and outcome.extract:
            self.extract()


def _counted(claims: Sequence[ClaimId]) -> str:
    return "1 claim" if len(claims) == 1 else f"{len(claims)} claims"

"""Commands that record something about a claim, or change which claims there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Resolution
from factcheck.review.edges import breaks
from factcheck.tui.screens.acting import Acting
from factcheck.tui.screens.breaking import BreakDialog
from factcheck.tui.screens.dialog import Choice, PickDialog
from factcheck.tui.screens.note import NoteDialog, NoteWritten
from factcheck.tui.screens.query import Query, QueryDialog, Replacement, ReplacementDialog
from factcheck.tui.screens.role import RoleDialog, RoleGiven
from factcheck.tui.screens.select import SelectScreen
from factcheck.tui.screens.source import SourceDialog, SourceGiven
from factcheck.tui.widgets.article import ArticlePane
from factcheck.tui.wrap import clipped, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.model import ClaimId, Source, Span
    from factcheck.review import Outcome
    from factcheck.tui.messages import SelectionMade

_RESOLUTIONS = (
    (Resolution.OPEN, "nothing has been decided"),
    (Resolution.QUERY, "the writer was asked"),
    (Resolution.CHANGED, "the words were changed"),
    (Resolution.STET, "the words stay as they are"),
    (Resolution.CUT, "the words were taken out"),
)
_TITLE = 60
"""Cells of a claim that are repeated in a dialog's title."""


class Editing(Acting):
    """Note, sources, opinion, claims added and taken off, roles of paragraphs."""

    def _titled(self, what: str) -> str:
        record = self.current
        return "" if record is None else f"{what} #{record.number}: {clipped(record.claim.text, _TITLE)}"

    # Note and sources

    def action_claim_note(self) -> None:
        """Write a note, or go on with the draft of one."""
        record = self.current
        if record is None:
            return
        review = self.reviewing

        def written(note: NoteWritten) -> None:
            if note.save:
                if self.act(lambda: review.note(record.id, note.text, seen=record.revision)) is not None:
                    self.note_drafts.pop(record.id, None)
                else:
                    self.note_drafts[record.id] = note.text
            elif note.text != record.note:
                self.note_drafts[record.id] = note.text
                self.say(f"the draft of the note is kept · {self.keymap.shown('claim-note')} goes on with it")

        self.ask(NoteDialog(self._titled("Note on"), self.note_drafts.get(record.id, record.note)), written)

    def action_claim_source(self) -> None:
        """Add a source, or take one off."""
        record = self.current
        if record is None:
            return
        review = self.reviewing

        def given(answer: SourceGiven) -> None:
            if answer.drop is not None:
                source = answer.drop
                self.act(lambda: review.drop_source(record.id, source, seen=record.revision))
            elif answer.add is not None and answer.save:
                source = answer.add
                done = self.act(lambda: review.add_source(record.id, source, seen=record.revision))
                self._keep_source(record.id, None if done is not None else source)
            elif answer.add is not None and (answer.add.name or answer.add.locator or answer.add.note):
                self._keep_source(record.id, answer.add)
                self.say(f"what you typed is kept · {self.keymap.shown('claim-source')} goes on with it")
            else:
                self._keep_source(record.id, None)

        dialog = SourceDialog(
            self._titled("Sources of"), record.sources, review.known_sources(), self.source_drafts.get(record.id)
        )
        self.ask(dialog, given)

    # What is to become of it

    def action_claim_query(self) -> None:
        """Ask the writer, or write down the answer."""
        record, review = self.current, self.reviewing
        if record is None:
            return
        before = Query(record.query, record.answer, save=False)

        def asked(query: Query) -> None:
            done = query.save and self.act(
                lambda: review.ask(record.id, query.text, query.answer, seen=record.revision)
            )
            if done or query == before:
                self.query_drafts.pop(record.id, None)
            else:
                self.query_drafts[record.id] = query
                self.say(f"the draft of the query is kept · {self.keymap.shown('claim-query')} goes on with it")

        query = self.query_drafts.get(record.id, before)
        self.ask(QueryDialog(self._titled("Query on"), query, asked=bool(record.query)), asked)

    def action_claim_replace(self) -> None:
        """Suggest how it should read."""
        record, review = self.current, self.reviewing
        if record is None:
            return
        before = record.replacement or " ".join(record.claim.text.split())

        def suggested(words: Replacement) -> None:
            done = words.save and self.act(lambda: review.suggest(record.id, words.text, seen=record.revision))
            if done or words.text == before:
                self.replacement_drafts.pop(record.id, None)
            else:
                self.replacement_drafts[record.id] = words.text
                self.say(f"the draft of the change is kept · {self.keymap.shown('claim-replace')} goes on with it")

        text = self.replacement_drafts.get(record.id, before)
        self.ask(ReplacementDialog(self._titled("How should it read?"), text), suggested)

    def action_claim_resolve(self) -> None:
        """Say what became of it."""
        record, review = self.current, self.reviewing
        if record is None:
            return
        choices = [Choice(resolution, resolution.value, more) for resolution, more in _RESOLUTIONS]
        chosen = [resolution for resolution, _ in _RESOLUTIONS].index(record.resolution)
        self.ask(
            PickDialog(self._titled("What became of"), choices, chosen=chosen),
            lambda resolution: self.act(lambda: review.resolve(record.id, resolution, seen=record.revision)),
        )

    def action_claim_legal(self) -> None:
        """Put it before the lawyer, or not."""
        record, review = self.current, self.reviewing
        if record is not None:
            self.act(lambda: review.flag_legal(record.id, not record.legal, seen=record.revision))

    def _keep_source(self, claim: ClaimId, source: Source | None) -> None:
        if source is None:
            self.source_drafts.pop(claim, None)
        else:
            self.source_drafts[claim] = source

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
        choices = [Choice(record, f"#{record.number} {record.claim.text}") for record in review.removed]

        def chosen(claim: ClaimId) -> None:
            if self.act(lambda: review.restore(claim)) is not None:
                self.go_to(review.claim(claim))

        self.ask(PickDialog("Restore a claim", choices), lambda record: chosen(record.id))

    def action_claim_add(self) -> None:
        """Make a claim of the selected words, or select some first."""
        pane = self.query_one(ArticlePane)
        text = self.reviewing.article.article.draft.text
        if pane.selection is not None:
            span = pane.selection
            pane.select(None)
            self._add(span)
        elif words(text):
            record = self.current
            start = record.claim.start if record is not None and pane.shows(record.span) else pane.top_offset()
            self.ask(SelectScreen(pane, text, start), self._add)

    def _add(self, span: Span) -> None:
        review = self.reviewing
        outcome = self.act(lambda: review.add_claim(span.start, span.end))
        if outcome is None or outcome.claim is None:
            return
        self.go_to(review.claim(outcome.claim))
        self.find_matches()

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
            self._reshape(lambda: review.move_edge(record.id, left=left, out=out, seen=record.revision))

    def action_claim_break(self) -> None:
        """Ask where, and make two claims of one."""
        record, review = self.current, self.reviewing
        if record is None:
            return
        places = breaks(review.article.article.draft, record.span)
        if not places:
            self.say(f"#{record.number} is one word")
            return
        start = record.claim.start
        self.ask(
            BreakDialog(self._titled("Break"), record.claim.text, [at - start for at in places]),
            lambda at: self._reshape(lambda: review.split(record.id, start + at, seen=record.revision)),
        )

    def action_claim_merge(self) -> None:
        """Make one claim of this and the first that begins behind it."""
        record, review = self.current, self.reviewing
        if record is None:
            return
        following = next((one for one in review.claims if one.claim.start >= record.claim.end), None)
        if following is None:
            self.say(f"no claim follows #{record.number}")
        else:
            self._reshape(
                lambda: review.merge(record.id, following.id, seen=record.revision, seen_other=following.revision)
            )

    def _reshape(self, do: Callable[[], Outcome]) -> None:
        if self.act(do) is not None:
            self.find_matches()

    def on_selection_made(self, _: SelectionMade) -> None:
        """Say what can be done with selected words."""
        add, copy = self.keymap.shown("claim-add"), self.keymap.shown("claim-copy")
        self.say(f"{add} makes it a claim · {copy} copies it")

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
            self.ask(RoleDialog(draft.text, draft.blocks, at), self._set_role)

    def _set_role(self, given: RoleGiven) -> None:
        review = self.reviewing
        outcome = self.act(lambda: review.set_role(given.start, given.role))
        self.query_one(ArticlePane).show_blocks(review.article.article.draft.blocks)
        if outcome is not None and outcome.extract:
            self.extract()

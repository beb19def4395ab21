"""Commands that record something about a claim, or change which claims there are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from factcheck import model
from factcheck.model import Resolution
from factcheck.review.typed import claims_named, written
from factcheck.tui import drafts, screens
from factcheck.tui.screens.acting import Acting
from factcheck.tui.widgets.article import ArticlePane
from factcheck.tui.wrap import clipped, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.model import ClaimId, ClaimRecord, Correction, Span
    from factcheck.review import Outcome
    from factcheck.tui.drafts import Drafts, Kind
    from factcheck.tui.messages import SelectionMade
    from factcheck.tui.screens.dialog import DraftForm, Typed
    from factcheck.tui.screens.role import RoleGiven

T = TypeVar("T")

_RESOLUTIONS = (
    (Resolution.OPEN, "nothing has been decided"),
    (Resolution.QUERY, "the writer was asked"),
    (Resolution.CHANGED, "the words were changed"),
    (Resolution.STET, "the words stay as they are"),
    (Resolution.CUT, "the words were taken out"),
)
_KEPT_SECONDS = 2
"""So often what is being typed in a form is kept."""
_TITLE = 60
"""Cells of a claim that are repeated in a dialog's title."""


@dataclass(frozen=True, slots=True)
class _Keep(Generic[T]):
    """Where the draft of something is kept that is written."""

    drafts: Drafts
    kind: Kind[T]
    claim: ClaimId | None
    """The claim that it is about; None for the article as such."""
    before: T
    """What stood in the dialog at first: as long as it does, there is no draft."""
    command: str
    """The one that goes on with a draft."""
    words: Callable[[T], str] = str
    """What of it is shown beside what somebody else wrote meanwhile."""

    @property
    def now(self) -> T:
        """What is to stand in the dialog."""
        return self.drafts.of(self.kind, self.claim, self.before)

    def keep(self, value: T) -> bool:
        """Keep a draft, unless it is what stood there at first; gives whether there is one."""
        return self.drafts.keep(self.kind, self.claim, value, self.before)

    def drop(self) -> None:
        """Forget the draft."""
        self.drafts.drop(self.kind, self.claim)

    def wanted(self, value: T) -> str:
        """What the checker wants, in words."""
        return f"{self.kind.name}: {self.words(value).strip() or 'none'}"


class Editing(Acting):
    """Note, sources, opinion, claims added and taken off, roles of paragraphs, what is said about the article."""

    _keep_open: Callable[[], object] | None = None
    """Keeps what stands in the form that is open; None where none is."""

    @property
    def _drafts(self) -> Drafts:
        if self.drafts is None:
            raise RuntimeError("the article is not open")
        return self.drafts

    def _titled(self, what: str) -> str:
        record = self.current
        return "" if record is None else f"{what} #{record.number}: {clipped(record.claim.text, _TITLE)}"

    # What is written about it

    def action_claim_note(self) -> None:
        """Write a note, or go on with the draft of one."""
        record, review = self.current, self.reviewing
        if record is not None and review.claim(record.id).note != record.note:
            # To a blind reader: what is written in its place would be all that is left.
            self.say("there is a note, which shows when your verdict is given")
        elif record is not None:
            keep = _Keep(self._drafts, drafts.NOTE, record.id, record.note, "claim-note")
            dialog = screens.WritingDialog(self._titled("Note on"), keep.now)
            self._write(record, dialog, keep, lambda text, seen: review.note(record.id, text, seen=seen))

    def action_claim_source(self) -> None:
        """Add a source, or take one off."""
        from factcheck.review.proposed import proposed_sources

        record, review = self.current, self.reviewing
        if record is None:
            return

        proposed = proposed_sources(review.article.article.draft, record)
        nothing = screens.SourceGiven.nothing(self.tools.clock().astimezone().date(), proposed[0] if proposed else None)
        keep = _Keep(self._drafts, drafts.SOURCE, record.id, nothing, "claim-source", _source)

        def named(numbers: str) -> tuple[ClaimId, ...]:
            listed = self.listed if numbers.strip().casefold() == "all" else review.claims
            return claims_named(numbers, listed)

        def given(typed: Typed[screens.SourceGiven]) -> None:
            new, drop = typed.value.source, typed.value.drop
            if drop is not None:
                self.act_on(record, "source off", lambda seen: review.drop_source(record.id, drop, seen=seen))
                keep.keep(replace(typed.value, drop=None))
            else:
                also = typed.value.also if typed.save else ""
                self._written(
                    record,
                    keep,
                    typed,
                    lambda seen: review.add_source(record.id, new, also=named(also), seen=seen),
                )

        known = (*proposed, *review.known_sources())
        dialog = screens.SourceDialog(self._titled("Sources of"), record.sources, known, keep.now, named)
        self._ask_form(dialog, keep, given)

    def action_claim_contact(self) -> None:
        """Record who was asked, or change or take off what was recorded."""
        record, review = self.current, self.reviewing
        if record is None:
            return

        nobody = screens.ContactGiven.nobody(written(self.tools.clock().astimezone()))
        keep = _Keep(self._drafts, drafts.CONTACT, record.id, nobody, "claim-contact", _contact)

        def given(typed: Typed[screens.ContactGiven]) -> None:
            new, instead, drop = typed.value.contact, typed.value.instead, typed.value.drop
            if drop is not None:
                self.act_on(record, "contact off", lambda seen: review.drop_contact(record.id, drop, seen=seen))
                keep.keep(screens.ContactGiven(new, None if instead == drop else instead))
            else:
                self._written(
                    record,
                    keep,
                    typed,
                    lambda seen: review.add_contact(record.id, new, instead=instead, seen=seen),
                )

        title, draft = self._titled("Who was asked about"), keep.now
        if draft.instead not in record.contacts:
            draft = screens.ContactGiven(draft.contact)
        self._ask_form(screens.ContactDialog(title, record.contacts, review.known_contacts(), draft), keep, given)

    def action_claim_correct(self) -> None:
        """Say who says it, and what it asserts."""
        record, review = self.current, self.reviewing
        if record is not None:
            said = record.claim.attribution
            # Whoever is typed where nobody was named is named.
            before = model.Correction(said.speaker if said else "", said is None or said.named, record.claim.kinds)
            keep = _Keep(self._drafts, drafts.CORRECTION, record.id, before, "claim-correct", _correction)
            self._write(
                record,
                screens.CorrectDialog(self._titled("Speaker and kinds of"), keep.now),
                keep,
                lambda given, seen: review.correct(record.id, _changed(given, before, record.correction), seen=seen),
            )

    def action_claim_query(self) -> None:
        """Ask the writer, or write down the answer."""
        record, review = self.current, self.reviewing
        if record is not None:
            before = screens.Query(record.query, record.answer)
            keep = _Keep(self._drafts, drafts.QUERY, record.id, before, "claim-query", _query)
            self._write(
                record,
                screens.QueryDialog(self._titled("Query on"), keep.now, asked=bool(record.query)),
                keep,
                lambda query, seen: review.ask(record.id, query.text, query.answer, seen=seen),
            )

    def action_claim_replace(self) -> None:
        """Suggest how it should read."""
        record, review = self.current, self.reviewing
        if record is not None:
            before = record.replacement or " ".join(record.claim.text.split())
            keep = _Keep(self._drafts, drafts.REPLACEMENT, record.id, before, "claim-replace")
            self._write(
                record,
                screens.WritingDialog(
                    self._titled("How should it read?"),
                    keep.now,
                    "ctrl+a selects all · the words as they are suggest nothing",
                ),
                keep,
                lambda words, seen: review.suggest(record.id, words, seen=seen),
            )

    def _write(
        self, record: ClaimRecord, dialog: DraftForm[T], keep: _Keep[T], do: Callable[[T, int], Outcome]
    ) -> None:
        """Ask for something in a dialog and record it; what was typed and not recorded is kept as a draft."""
        self._ask_form(
            dialog, keep, lambda typed: self._written(record, keep, typed, lambda seen: do(typed.value, seen))
        )

    def _ask_form(self, dialog: DraftForm[T], keep: _Keep[T], then: Callable[[Typed[T]], object]) -> None:
        """Open a form; what is typed in it is kept every few seconds, as a connection may break at any time."""

        def answered(typed: Typed[T]) -> None:
            self._keep_open = None
            timer.stop()
            then(typed)

        self._keep_open = lambda: dialog.is_mounted and keep.keep(dialog.typed())
        timer = self.set_interval(_KEPT_SECONDS, self.keep_open_form)
        self.ask(dialog, answered)

    def keep_open_form(self) -> None:
        """Keep what is being typed, if anything is."""
        if self._keep_open is not None:
            self._keep_open()

    def _written(self, record: ClaimRecord, keep: _Keep[T], typed: Typed[T], do: Callable[[int], Outcome]) -> None:
        def done(_: Outcome) -> None:
            keep.drop()

        if typed.save and self.act_on(record, keep.wanted(typed.value), do, done) is not None:
            return
        if keep.keep(typed.value) and not typed.save:
            self.say(f"the draft of the {keep.kind.name} is kept · {self.keymap.shown(keep.command)} goes on with it")

    # What is to become of it

    def action_claim_resolve(self) -> None:
        """Say what became of it."""
        record, review = self.current, self.reviewing
        if record is None:
            return
        choices = [screens.Choice(resolution, resolution.value, more) for resolution, more in _RESOLUTIONS]
        chosen = [resolution for resolution, _ in _RESOLUTIONS].index(record.resolution)

        def became(resolution: Resolution) -> None:
            if resolution is Resolution.QUERY and not record.query:
                self.action_claim_query()
            else:
                self.act_on(record, resolution.value, lambda seen: review.resolve(record.id, resolution, seen=seen))

        self.ask(screens.PickDialog(self._titled("What became of"), choices, chosen=chosen), became)

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
            screens.BreakDialog(self._titled("Break"), record.claim.text, [at - start for at in places]),
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

    def action_article_about(self) -> None:
        """Correct what is said about the article as such."""
        review = self.reviewing
        keep = _Keep(self._drafts, drafts.ABOUT, None, screens.About.of(review.article.article), "article-about")

        def given(typed: Typed[screens.About]) -> None:
            kept = keep.keep(typed.value)
            outcome = self.act(lambda: review.set_meta(**typed.value.meta())) if typed.save else None
            if outcome is not None:
                keep.drop()
                self.show_article()
                if outcome.extract:
                    self.extract()
            elif kept and not typed.save:
                self.say(f"the draft is kept · {self.keymap.shown(keep.command)} goes on with it")

        self._ask_form(screens.AboutDialog(keep.now), keep, given)

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


def _source(given: screens.SourceGiven) -> str:
    return " · ".join(filter(None, (given.source.name, given.source.locator, given.source.note)))


def _contact(given: screens.ContactGiven) -> str:
    contact = given.contact
    return " · ".join(filter(None, (contact.who, contact.outcome.value, contact.note)))


def _query(query: screens.Query) -> str:
    return " — ".join(filter(None, (query.text, query.answer)))


def _correction(correction: Correction) -> str:
    return " · ".join((correction.speaker or "the paper itself", *(correction.kinds or ())))


def _counted(claims: Sequence[ClaimId]) -> str:
    return "1 claim" if len(claims) == 1 else f"{len(claims)} claims"


def _changed(given: Correction, before: Correction, own: Correction) -> Correction:
    """What was said of a claim; where that is what stood in the fields, what is recorded stays as it is.

    Kinds that nobody touched go on following the extraction.
    """
    if (given.speaker, given.named) == (before.speaker, before.named):
        given = replace(given, speaker=own.speaker, named=own.named)
    return replace(given, kinds=own.kinds) if given.kinds == before.kinds else given

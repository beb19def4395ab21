"""Forms about a claim, or about the article: what is written in one is recorded, or kept as a draft."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from factcheck import model
from factcheck.review.typed import claims_named, written
from factcheck.tui import drafts, screens
from factcheck.tui.reads import Reading
from factcheck.tui.screens.acting import Acting
from factcheck.tui.wrap import clipped

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.errors import StaleError
    from factcheck.model import ClaimId, ClaimRecord, Correction
    from factcheck.review import Outcome
    from factcheck.tui.drafts import Drafts, Kind
    from factcheck.tui.screens.dialog import DraftForm, Typed

T = TypeVar("T")


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
    there: Callable[[ClaimRecord], T] | None = None
    """What of a claim stands in the dialog at first; None where it is not of a claim alone."""

    @property
    def now(self) -> T:
        """What is to stand in the dialog."""
        return self.drafts.of(self.kind, self.claim, self.before)

    @property
    def is_overtaken(self) -> bool:
        """Whether it would go in the place of what somebody wrote since it was begun."""
        return self.kind.replaces and self.drafts.is_overtaken(self.kind, self.claim, self.before)

    def keep(self, value: T) -> bool:
        """Keep a draft, unless it is what stood there at first; gives whether there is one."""
        return self.drafts.keep(self.kind, self.claim, value, self.before)

    def see(self, record: ClaimRecord) -> None:
        """Note that the checker is told what of a claim stands there now."""
        if self.there is not None:
            self.drafts.see(self.kind, self.claim, self.there(record))

    def drop(self) -> None:
        """Forget the draft."""
        self.drafts.drop(self.kind, self.claim)

    def wanted(self, value: T) -> str:
        """What the checker wants, in words."""
        return f"{self.kind.name}: {self.words(value).strip() or 'none'}"


class Forms(Acting):
    """Note, sources, contacts, query, suggested change, what is said about the claim and the article."""

    _keep_open: Callable[[], object] | None = None
    """Keeps what stands in the form that is open; None where none is."""

    @property
    def _drafts(self) -> Drafts:
        if self.drafts is None:
            raise RuntimeError("the article is not open")
        return self.drafts

    def titled(self, what: str) -> str:
        """A dialog's title that names the claim under the cursor."""
        record = self.current
        return "" if record is None else f"{what} #{record.number}: {clipped(record.claim.text, _TITLE)}"

    def is_kept_blind_of(self, record: ClaimRecord) -> bool:
        """Whether what would be done to a claim has to wait for a blind reader's verdict; then it says so.

        It would go in the place of what the first reader did, unseen; and to name that would tell the first verdict.
        """
        if self.reading_as is not Reading.BLIND or record.second is not None:
            return False
        there = self.reviewing.claim(record.id)
        judged = there.verdict is not None and there.checker != self.desk.who
        kept = judged or (there.replacement, there.resolution) != (record.replacement, record.resolution)
        if kept:
            self.say("in a blind read that comes when your verdict is given")
        return kept

    # What is written about it

    def action_claim_note(self) -> None:
        """Write a note, or go on with the draft of one."""
        record, review = self.current, self.reviewing
        if record is not None and review.claim(record.id).note != record.note:
            # To a blind reader: what is written in its place would be all that is left.
            self.say("there is a note, which shows when your verdict is given")
        elif record is not None:
            keep = _Keep(self._drafts, drafts.NOTE, record.id, record.note, "claim-note", there=_note)
            dialog = screens.WritingDialog(self.titled("Note on"), keep.now)
            self._write(record, dialog, keep, lambda text, seen: review.note(record.id, text, seen=seen))

    def action_claim_source(self) -> None:
        """Add a source, or take one off."""
        from factcheck.review.proposed import proposed_sources

        record, review = self.current, self.reviewing
        if record is None:
            return

        proposed = proposed_sources(review.article.article.draft, record, review.claims)
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
        dialog = screens.SourceDialog(self.titled("Sources of"), record.sources, known, keep.now, named)
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

        title, draft = self.titled("Who was asked about"), keep.now
        if draft.instead not in record.contacts:
            draft = screens.ContactGiven(draft.contact)
        self._ask_form(screens.ContactDialog(title, record.contacts, review.known_contacts(), draft), keep, given)

    def action_claim_correct(self) -> None:
        """Say who says it, and what it asserts."""
        record, review = self.current, self.reviewing
        if record is not None:
            before = _said(record)
            keep = _Keep(self._drafts, drafts.CORRECTION, record.id, before, "claim-correct", _correction, _said)
            self._write(
                record,
                screens.CorrectDialog(self.titled("Speaker and kinds of"), keep.now),
                keep,
                lambda given, seen: review.correct(record.id, _changed(given, before, record.correction), seen=seen),
            )

    def action_claim_query(self) -> None:
        """Ask the writer, or write down the answer."""
        record, review = self.current, self.reviewing
        if record is not None:
            keep = _Keep(self._drafts, drafts.QUERY, record.id, _asked(record), "claim-query", _query, _asked)
            self._write(
                record,
                screens.QueryDialog(self.titled("Query on"), keep.now, asked=bool(record.query)),
                keep,
                lambda query, seen: review.ask(record.id, query.text, query.answer, seen=seen),
            )

    def action_claim_replace(self) -> None:
        """Suggest how it should read."""
        record, review = self.current, self.reviewing
        if record is not None and not self.is_kept_blind_of(record):
            before = _should_be(record)
            keep = _Keep(self._drafts, drafts.REPLACEMENT, record.id, before, "claim-replace", there=_should_be)
            self._write(
                record,
                screens.WritingDialog(
                    self.titled("How should it read?"),
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

        self._keep_open = lambda: dialog.stands and keep.keep(dialog.typed())
        timer = self.set_interval(_KEPT_SECONDS, self.keep_open_form)
        self.ask(dialog, answered)

    def keep_open_form(self) -> None:
        """Keep what is being typed, if anything is."""
        if self._keep_open is not None:
            self._keep_open()

    def _written(self, record: ClaimRecord, keep: _Keep[T], typed: Typed[T], do: Callable[[int], Outcome]) -> None:
        def done(_: Outcome) -> None:
            keep.drop()
            # Which drafts there are stands there, too.
            self.update_panel(again=True)

        if typed.save and keep.is_overtaken and keep.keep(typed.value):
            keep.drafts.see(keep.kind, keep.claim, keep.before)
            # It was begun on other words than those that stand there now: nobody's are replaced unseen.
            text = f"There now: {keep.words(keep.before).strip() or 'nothing'}\nYours: {keep.words(typed.value)}"
            title = f"The {keep.kind.name} of #{record.number} was changed since you began yours"
            dialog = screens.ConfirmDialog(title, text, agree="records yours all the same")
            self.ask(dialog, lambda _: self.act_on(record, keep.wanted(typed.value), do, done))
            return
        if typed.save and self.act_on(record, keep.wanted(typed.value), do, done) is not None:
            return
        if typed.save:
            # If somebody was faster, what they wrote was shown beside this.
            keep.see(self.reviewing.claim(record.id))
        if keep.keep(typed.value) and not typed.save:
            how = ", but cannot be written to disk" if keep.drafts.cannot_write else ""
            key = self.keymap.shown(keep.command)
            self.say(f"the draft of the {keep.kind.name} is kept{how} · {key} goes on with it")
        self.update_panel(again=True)

    def action_article_about(self) -> None:
        """Correct what is said about the article as such; only what is corrected is written."""
        review = self.reviewing
        there = screens.About.of(review.article.article)
        draft, begun = (of(drafts.ABOUT, None, there) for of in (self._drafts.of, self._drafts.begun_on))
        # In the fields that the draft left as they were, others may have corrected something since.
        own = draft.changed(begun)
        draft, begun = draft.over(there, own), begun.over(there, own)
        self._drafts.bring_along(drafts.ABOUT, None, draft, begun)
        keep = _Keep(self._drafts, drafts.ABOUT, None, begun, "article-about")

        def given(typed: Typed[screens.About]) -> None:
            if keep.keep(typed.value) and not typed.save:
                self.say(f"the draft is kept · {self.keymap.shown(keep.command)} goes on with it")
            if typed.save:
                write(typed.value, begun)

        def write(typed: screens.About, seen: screens.About) -> None:
            fields = typed.changed(begun)

            def overtaken(error: StaleError) -> None:
                now = screens.About.of(review.article.article)
                text = f"There now: {now.told(fields)}\nYours: {typed.told(fields)}"
                dialog = screens.ConfirmDialog(error.what, text, agree="records yours all the same")
                self.ask(dialog, lambda _: write(typed, now))

            outcome = self.act(
                lambda: review.set_meta(seen=seen.meta(fields), **typed.meta(fields)), overtaken=overtaken
            )
            if outcome is not None:
                keep.drop()
                self.show_article()
                if outcome.extract:
                    self.extract()

        self._ask_form(screens.AboutDialog(draft), keep, given)


def _note(record: ClaimRecord) -> str:
    return record.note


def _asked(record: ClaimRecord) -> screens.Query:
    return screens.Query(record.query, record.answer)


def _should_be(record: ClaimRecord) -> str:
    return record.replacement or " ".join(record.claim.text.split())


def _said(record: ClaimRecord) -> Correction:
    """Who says a claim, and what it asserts; whoever is typed where nobody was named is named."""
    said = record.claim.attribution
    return model.Correction(said.speaker if said else "", said is None or said.named, record.claim.kinds)


def _source(given: screens.SourceGiven) -> str:
    return " · ".join(filter(None, (given.source.name, given.source.locator, given.source.note)))


def _contact(given: screens.ContactGiven) -> str:
    contact = given.contact
    return " · ".join(filter(None, (contact.who, contact.outcome.value, contact.note)))


def _query(query: screens.Query) -> str:
    return " — ".join(filter(None, (query.text, query.answer)))


def _correction(correction: Correction) -> str:
    return " · ".join((correction.speaker or "the paper itself", *(correction.kinds or ())))


def _changed(given: Correction, before: Correction, own: Correction) -> Correction:
    """What was said of a claim; where that is what stood in the fields, what is recorded stays as it is.

    Kinds that nobody touched go on following the extraction.
    """
    if (given.speaker, given.named) == (before.speaker, before.named):
        given = replace(given, speaker=own.speaker, named=own.named)
    return replace(given, kinds=own.kinds) if given.kinds == before.kinds else given

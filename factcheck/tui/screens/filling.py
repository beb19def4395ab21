"""The work in the background that fills the review screen: opening, extraction, earlier claims, what others do."""

from __future__ import annotations

import gc
import time
from collections import Counter
from typing import TYPE_CHECKING

from textual import work
from textual.worker import Worker, WorkerState, get_current_worker

from factcheck import model
from factcheck.errors import FactcheckError
from factcheck.model import Relation, State
from factcheck.review.navigate import Filter
from factcheck.state import claims_filter, remember_second_read, second_read
from factcheck.tui import screens
from factcheck.tui.messages import ArticleRead, ExtractionEnded, ExtractionMoved, MatchesFound, OpenFailed
from factcheck.tui.paragraphs import changed_to
from factcheck.tui.reads import Reading
from factcheck.tui.screens.reviewing import ReviewView
from factcheck.tui.signs import FINDING_SIGN, RELATION_SIGNS
from factcheck.tui.widgets.bars import KeysLine, OneLine
from factcheck.tui.widgets.claims import ClaimsList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from factcheck.extraction import Progressed
    from factcheck.model import ArticleRecord, Claim, ClaimRecord
    from factcheck.reading import ReadOptions
    from factcheck.tui.tools import Tools

_STORE_SECONDS = 0.4
"""Claims that were found are put on the desk, and shown, this often at most."""

_SHOWN_IN = 30
"""To show them takes at most one part in so many of the time: with thousands, keys would wait for it."""

_REST_SECONDS = 0.7
"""So long no claim changes before earlier ones are looked for again."""
_TOLD = 3
"""So many claims that others changed are named."""
_RANK = {Relation.CONFLICT: 0, Relation.SAME: 1, Relation.NEAR: 2}


def _settle() -> None:
    """Take what is loaded out of garbage collection: a full one takes 180 ms with spaCy, 13 ms of what came after."""
    gc.collect()
    gc.freeze()


class Stopped(Exception):  # noqa: N818  # not an error: it ends an extraction that nobody waits for
    """The screen was left while claims were being pulled out."""


class Filling(ReviewView):
    """Reads, extracts and looks up in workers, each with a desk of its own; what they found comes back as a message.

    Args:
        tools: The app's collaborators.
        argument: A path, or the id or slug of an article on the desk.
        options: How it is to be read; None for as it is.
        on_failure: Told why the article cannot be opened.
    """

    def __init__(
        self,
        tools: Tools,
        argument: str,
        *,
        options: ReadOptions | None = None,
        on_failure: Callable[[FactcheckError], object],
    ) -> None:
        super().__init__(tools)
        self._argument = argument
        self._options = options
        self._on_failure = on_failure
        self._soon: Timer | None = None
        self._showing = 0.0

    def on_mount(self) -> None:
        """Paint first, then import and read."""
        self.query_one("#chips").display = False
        self.query_one("#title", OneLine).show("Opening …", self.tools.config.checker, "bold")
        self.lay_panes()
        self.home.focus()
        self.call_after_refresh(self._open)

    # Opening

    @work(thread=True, group="open", exit_on_error=False, description="opening the article")
    def _open(self) -> None:
        from factcheck.reading import AS_IS
        from factcheck.review import Review  # noqa: F401  # here, where nobody waits for it
        from factcheck.review.intake import resolve

        try:
            with self.tools.connect() as desk:
                article, record = resolve(self._argument, desk, self._options or AS_IS)
                record = record or desk.articles.put(article)
        except FactcheckError as error:
            self.post_message(OpenFailed(error))
        else:
            self.post_message(ArticleRead(record))

    def on_open_failed(self, message: OpenFailed) -> None:
        """Leave, and say why."""
        self.dismiss()
        self._on_failure(message.error)

    def on_article_read(self, message: ArticleRead) -> None:
        """Show the article, and its claims as far as they are known."""
        from factcheck.review import Review
        from factcheck.tui.drafts import Drafts

        record = message.record
        if record.state is not State.CHECKING:
            self._show_only(record)
            return
        try:
            self.watch_desk()
            self.review = Review(self.desk, record.id, rules=self.tools.config.rules)
        except FactcheckError as error:
            self.on_open_failed(OpenFailed(error))
            return
        self.wanted = Filter.read(claims_filter(self.tools.config, record.slug))
        self.drafts = Drafts(self.tools.config, record.slug)
        self.show_article()
        for warning in record.article.warnings:
            self.notify(warning, severity="warning", timeout=8, markup=False)
        second = second_read(self.tools.config, record.slug)
        if second == Reading.SECOND.value:
            self.read_as(Reading.SECOND)
        elif second or any(one.second_reader == self.tools.config.checker for one in self.review.claims):
            # Who has begun a second read goes on with it: a key must not give a first verdict unawares.
            self.read_as(Reading.BLIND)
        self.update_claims()
        self.cursor = self.review.position() or self.cursor
        if self.current is None and self.listed:
            self.cursor = self.nearest()
        self.forget_steps()
        if begun := self.begun():
            self.say(" ".join(begun))
        self.query_one(KeysLine).lead_with_tour(not self.desk.events.marked(self.desk.who, 1))
        if record.extracted:
            # What looks for them has much to import, and takes half of the machine's time from what is painted first.
            self.call_after_refresh(self.find_matches)
        else:
            self.extract()

    def _show_only(self, record: ArticleRecord) -> None:
        """Show an article that nobody checks any more in this screen's place."""
        try:
            claims = self.desk.claims.of(record.id)
        except FactcheckError as error:
            self.on_open_failed(OpenFailed(error))
        else:
            self.app.switch_screen(screens.EarlierScreen(record, claims, reopen=True))

    def begun(self) -> list[str]:
        """What was begun and not saved, a sentence each."""
        claims = self.review.claims if self.review is not None else ()
        numbers = {record.id: record.number for record in claims}
        told = self.drafts.told(numbers) if self.drafts is not None else ()
        return [f"A {what}{f' on #{numbers[claim]}' if claim else ''} was begun and not saved." for what, claim in told]

    @property
    def unsafe(self) -> str:
        """What would be lost with the program, as this machine does not keep it; empty when nothing would."""
        begun = [] if self.drafts is None or self.drafts.are_safe else self.begun()
        reasons = [f"Why this is none was begun and not saved: {finding.message}" for finding in self.reason_drafts]
        return " ".join([*begun, *reasons])

    def read_as(self, reading: Reading) -> None:
        """Let the keys give another reader's verdicts from now on, also when the article is opened again."""
        self.reading_as = reading
        self.second_progress = None
        if self.review is not None:
            begun = "" if reading is Reading.FIRST else reading.value
            remember_second_read(self.tools.config, self.review.article.slug, begun)
        self.update_claims()
        self.say(f"{reading.value} · the keys of the verdicts give it")

    # Extraction

    def extract(self) -> None:
        """Pull the claims out of the article in the background."""
        if self.review is not None:
            self._extracting = ExtractionMoved(0, self.review.article.article.draft.words)
            self.update_progress()
            self.query_one(ClaimsList).say("Looking for claims …")
            self._extract(self.review.article)

    @work(thread=True, exclusive=True, group="extract", exit_on_error=False, description="looking for claims")
    def _extract(self, record: ArticleRecord) -> None:
        worker = get_current_worker()
        article = record.article
        waiting: list[Claim] = []
        stored_at = time.monotonic()

        with self.tools.connect() as desk:

            def store() -> None:
                desk.articles.store(record.id, model.Extraction(article, tuple(waiting)), complete=False)
                waiting.clear()

            def progressed(moved: Progressed) -> None:
                nonlocal stored_at
                if worker.is_cancelled:
                    raise Stopped
                waiting.extend(moved.claims)
                if time.monotonic() - stored_at >= max(_STORE_SECONDS, _SHOWN_IN * self._showing):
                    store()
                    stored_at = time.monotonic()
                    self.post_message(ExtractionMoved(moved.done, moved.total))

            try:
                extraction = self.tools.examine(article, pipeline=self.tools.config.pipeline, progress=progressed)
            except Stopped:
                return
            except Exception:
                store()  # what was found until then
                raise
            desk.articles.store(record.id, extraction, complete=True)
        _settle()
        self.post_message(ExtractionEnded())

    def on_extraction_moved(self, message: ExtractionMoved) -> None:
        """Show the claims so far."""
        self._extracting = message
        begin = time.thread_time()
        self.reload()
        self._showing = time.thread_time() - begin

    def on_extraction_ended(self) -> None:
        """Show all claims and findings, and look for earlier ones."""
        self._extracting = None
        self.sees_desk()
        self.reload()
        self.query_one(ClaimsList).say("No claim was found.")
        self.find_matches()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """An extraction that failed goes on no more; why is shown by the base."""
        if event.state is WorkerState.ERROR and event.worker.group == "extract":
            self._extracting = None
            # What others did meanwhile was not shown; it may be why.
            self.desk_changed()
            self.query_one(ClaimsList).say("The claims could not be found.")
            self.update_progress()

    # Earlier claims

    def find_matches(self) -> None:
        """Look for earlier claims in the background."""
        if self.review is not None:
            self._find_matches(self.review.article, self.review.claims)

    def match_anew(self, before: tuple[ClaimRecord, ...]) -> None:
        """Look for earlier claims when some have other words than before, or are new.

        Not before the keys rest for a moment: an edge is moved by many words at once.
        """
        if self.review is None:
            return
        # An act leaves the records of all other claims as the objects that they were.
        same = set(map(id, before))
        touched = [record for record in self.review.claims if id(record) not in same]
        ids = {record.id for record in touched}
        spans = {record.id: record.span for record in before if record.id in ids}
        if all(spans.get(record.id) == record.span for record in touched):
            return
        if self._soon is not None:
            self._soon.stop()
        self._soon = self.set_timer(_REST_SECONDS, self.find_matches)

    @work(thread=True, exclusive=True, group="matches", exit_on_error=False, description="looking for earlier claims")
    def _find_matches(self, record: ArticleRecord, claims: tuple[ClaimRecord, ...]) -> None:
        with self.tools.connect(read_only=True) as desk:
            found = self.tools.match(desk, record.article, [one.claim for one in claims])
        ordered = [tuple(sorted(matches, key=lambda one: _RANK[one.relation])) for matches in found]
        matches = {claim.id: ones for claim, ones in zip(claims, ordered, strict=True)}
        first = not self.is_matched
        if first:
            _settle()
        if not get_current_worker().is_cancelled:
            self.post_message(MatchesFound(matches))
        if first:
            for name in screens.__all__:
                getattr(screens, name)  # imported while nobody waits for a dialog

    def on_matches_found(self, message: MatchesFound) -> None:
        """Show which claims have been met before; of an article that was just opened, what there is to see."""
        first = self._matches is None
        self._matches = message.matches
        if self.review is not None:
            self.review.earlier = message.matches
        self._rows.clear()
        self.update_claims()
        if first and self.review is not None and self.listed and not self.review.progress.done and not self.said:
            self.say(self._overview())

    def _overview(self) -> str:
        count = len(self.listed)
        parts = ["1 claim" if count == 1 else f"{count} claims"]
        met = Counter(matches[0].relation for matches in (self._matches or {}).values() if matches)
        if met:
            signs = " ".join(f"{RELATION_SIGNS[relation]}{met[relation]}" for relation in _RANK if met[relation])
            parts.append(f"{signs} met before ({self.keymap.shown('claim-matches')})")
        if found := len(self.findings):
            what = "finding" if found == 1 else "findings"
            parts.append(f"{FINDING_SIGN}{found} {what} ({self.keymap.shown('finding-next')})")
        return " · ".join(parts)

    # What others do

    def desk_changed(self) -> None:
        """Show what others did, and say which claims they changed: the next key meets them as they are now."""
        review = self.review
        if review is None or self.is_extracting:
            return  # what an extraction finds is shown as it comes, and others' changes with it
        claims, article = review.claims, review.article
        before = {record.id: record for record in self.as_shown(claims)}
        try:
            self.reload()
        except FactcheckError:
            return  # the next thing that is done tells why
        changed = [
            (before[record.id], record)
            for record in self.shown_claims
            if record.id in before and before[record.id].revision != record.revision
        ]
        if review.article.draft_id != article.draft_id:
            self.say(f"changed elsewhere: it is draft {review.article.article.draft.number} now")
        elif changed:
            told = ", ".join(changed_to(was, now) for was, now in changed[:_TOLD])
            self.say(f"changed elsewhere: {told}{' …' if len(changed) > _TOLD else ''}")
        if review.article.state is not article.state:
            self.state_changed()
        self.match_anew(claims)

    def state_changed(self) -> None:
        """Show and say that the article was signed off, so that it is only read from now on, or reopened."""
        self.show_keys()
        self.update_progress()
        self.say(self.signed_off if self.is_read_only else self._told_last("reopen", "reopened"))

    @property
    def signed_off(self) -> str:
        """Who signed the article off, and what to do to go on with it."""
        told = self._told_last("sign-off", "signed off")
        return f"{told} · {self.keymap.shown('article-sign-off')} reopens it"

    def _told_last(self, what: str, told: str) -> str:
        history = self.desk.events.of(self.review.article.id) if self.review is not None else ()
        who = next((event.who for event in reversed(history) if event.what == what), "")
        return f"the article is {told}{f' by {who}' if who else ''}"

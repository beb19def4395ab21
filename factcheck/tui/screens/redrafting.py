"""Taking in an edited draft, and looking after the claims whose place only the checker can tell."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.worker import get_current_worker

from factcheck.errors import AnotherArticleError
from factcheck.model import Carried
from factcheck.review.wording import REFRAMED
from factcheck.tui import screens
from factcheck.tui.messages import DraftRefused, DraftTaken, ExtractionMoved
from factcheck.tui.screens.acting import Acting
from factcheck.tui.screens.filling import Stopped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.extraction import Progressed
    from factcheck.model import ArticleRecord, ClaimId, ClaimRecord, Original, Rebased, Span

_STATES = {
    Carried.CARRIED: "carried",
    Carried.MOVED: "moved",
    Carried.RECHECK: "to re-check",
    Carried.CUT: "cut",
    Carried.ORPHANED: "orphaned",
}
_AROUND = 60
"""Code points before a place that are shown with it."""


class Redrafting(Acting):
    """A new draft: its file, what became of each claim, the orphaned ones."""

    _refused = ""
    """The path of a draft that could not be taken in: it stands there to be mended when it is asked for again."""
    _report: tuple[int, Rebased] | None = None
    """The draft that this session took in last, and what became of the claims: one look goes to one of them only."""
    _answered: frozenset[ClaimId] = frozenset()
    """The claims whose queries it answered."""

    def action_article_rebase(self) -> None:
        """Ask for the edited draft, or for which orphaned claim to place."""
        if self.is_extracting:
            self.say("a draft can be taken in when all claims of this one are found")
            return
        orphans = [record for record in self.reviewing.lost if record.lost is Carried.ORPHANED]
        choices: list[screens.Choice[Callable[[], object]]] = [
            screens.Choice(partial(self._ask_for_place, record), f"orphaned: {record.claim.text}") for record in orphans
        ]
        draft_id, report = self._report or (None, None)
        if report is not None and draft_id == self.reviewing.article.draft_id and [*self._to_see(report)]:
            choices.append(screens.Choice(partial(self._tell, report), f"what draft {report.draft} changed"))
        if page := self._doubtful_page():
            told = "· not only its story: boxes, lists and what stands around it"
            choices.append(screens.Choice(partial(self._take, page, anyway=True), "take all that the page shows", told))
        if not choices:
            self._ask_for_draft()
            return
        choices.append(screens.Choice(self._ask_for_draft, "take in another draft"))
        self.ask(screens.PickDialog("Drafts", choices, chosen=len(choices) - 1 if page else 0), lambda do: do())

    def _doubtful_page(self) -> Original | None:
        """The page of which this draft may be too little; None where there is none, or no doubt about it."""
        record = self.reviewing.article
        doubted = any("--whole-page" in warning for warning in record.article.warnings)
        return self.desk.drafts.original(record.draft_id) if doubted else None

    def _ask_for_draft(self) -> None:
        self.ask(
            screens.FileDialog("Take in an edited draft", self._refused, "takes it in"),
            lambda path: self._take(screens.typed(path)),
        )

    def _take(self, draft: str | Original, *, anyway: bool = False) -> None:
        if isinstance(draft, str):
            self._refused = draft
        self._extracting = ExtractionMoved(0, self.reviewing.article.article.draft.words)
        self.update_progress()
        self._rebase(self.reviewing.article, draft, anyway)

    @work(thread=True, exclusive=True, group="extract", exit_on_error=False, description="taking in the draft")
    def _rebase(self, record: ArticleRecord, draft: str | Original, anyway: bool) -> None:
        from factcheck.model import Original
        from factcheck.reading import AS_IS, Stated
        from factcheck.review import Review
        from factcheck.review.intake import read_draft, read_whole

        # What was said of the first draft's title and encoding need not hold for this one.
        options = replace(self._options or AS_IS, stated=Stated(), encoding=None)
        worker = get_current_worker()

        def progressed(moved: Progressed) -> None:
            if worker.is_cancelled:
                raise Stopped
            self.post_message(ExtractionMoved(moved.done, moved.total))

        if isinstance(draft, Original):
            article = read_whole(record, draft, options)
        else:
            article = read_draft(record, draft, options)
        try:
            extraction = self.tools.examine(article, pipeline=self.tools.config.pipeline, progress=progressed)
        except Stopped:
            return
        with self.tools.connect() as desk:
            try:
                outcome, report = Review(desk, record.id).rebase(extraction, anyway=anyway)
            except AnotherArticleError as error:
                self.post_message(DraftRefused(error, str(draft)))
                return
        self.post_message(DraftTaken(report, outcome))

    def on_draft_refused(self, message: DraftRefused) -> None:
        """Ask whether it is the right file."""
        self._extracting = None
        self.update_progress()
        dialog = screens.ConfirmDialog("Another article?", message.error.what, agree="takes it all the same")
        self.ask(dialog, lambda _: self._take(message.path, anyway=True))

    def on_draft_taken(self, message: DraftTaken) -> None:
        """Show the new draft, and what became of the claims."""
        self._refused = ""
        self._extracting = None
        answers = {one.id: one.answer for one in self.reviewing.claims}
        self.reload()
        self.find_matches()
        self._report = self.reviewing.article.draft_id, message.report
        now = self.reviewing.claims
        self._answered = frozenset(one.id for one in now if one.answer and one.answer != answers.get(one.id))
        self.say(self.told(message.outcome))
        self._tell(message.report)

    def _tell(self, report: Rebased) -> None:
        """List what became of the claims, if there is anything to see to."""
        counts = Counter(one.state for one in report.claims)
        told = ", ".join(f"{counts[state]} {word}" for state, word in _STATES.items() if counts[state])
        fresh = f", {len(report.new)} new" if report.new else ""
        choices = [*self._to_see(report)]
        if choices:
            dialog = screens.PickDialog(
                f"Draft {report.draft}: {told}{fresh}", choices, hint="enter goes there · esc closes"
            )
            self.ask(dialog, lambda claim_id: self._see(claim_id, report))

    def _to_see(self, report: Rebased) -> Iterator[screens.Choice[ClaimId]]:
        """What a checker has to look at, the claims to re-check first."""
        numbers = {record.id: f" #{record.number}" for record in self.reviewing.claims}
        for state in (Carried.RECHECK, Carried.ORPHANED, Carried.CUT):
            for one in report.claims:
                if one.state is state:
                    text = one.after.text if one.after else one.before.text
                    more = "· the suggested change went in" if one.went_in else ""
                    more = f"· {REFRAMED}" if one.is_reframed else more
                    yield screens.Choice(one.id, f"{_STATES[state]}{numbers.get(one.id, '')}: {text}", more)
        for record in self.reviewing.claims:
            if record.id in self._answered:
                text, answer = record.claim.text, " ".join(record.answer.split())
                yield screens.Choice(record.id, f"answered #{record.number}: {text}", f"· {answer}")
        for record in report.new:
            yield screens.Choice(record.id, f"new #{record.number}: {record.claim.text}")

    def _see(self, claim_id: ClaimId, report: Rebased) -> None:
        """Go to a claim of the list; of one that was cut, to the one that it stood behind."""
        at = next((at for at, one in enumerate(report.claims) if one.id == claim_id), None)
        if at is None or report.claims[at].state is not Carried.CUT:
            self.go_to_told(claim_id)
            return
        placed = {record.id: record for record in self.reviewing.claims}
        before = next((placed[one.id] for one in reversed(report.claims[:at]) if one.id in placed), None)
        if before is not None:
            self.go_to(before)
        where = "before the first claim" if before is None else f"behind #{before.number}"
        self.say(f"cut {where}: “{report.claims[at].before.text}”")

    def go_to_told(self, claim_id: ClaimId) -> None:
        """Go to a claim; of one that is orphaned, ask for its place."""
        review = self.reviewing
        here = next((record for record in review.claims if record.id == claim_id), None)
        if here is not None:
            self.go_to(here)
            return
        lost = next((record for record in review.lost if record.id == claim_id), None)
        if lost is not None and lost.lost is Carried.ORPHANED:
            self._ask_for_place(lost)
        else:
            self.say("it does not stand in this draft")

    def _ask_for_place(self, record: ClaimRecord) -> None:
        """Let the checker say which words an orphaned claim is now."""
        text = self.reviewing.article.article.draft.text
        offered = self.reviewing.places_for(record.id)
        taken = self.reviewing.taken_at(offered)
        places = [span for span in offered if span not in {other.span for other in taken}]
        choices = [screens.Choice(at, _shown(text, span)) for at, span in enumerate(places)]
        choices.append(screens.Choice(len(places), "its words were cut"))
        numbers = ", ".join(f"#{other.number}" for other in taken)
        why = f"not {numbers}, where something is recorded already · " if taken else ""
        self.ask(
            screens.PickDialog(f"Where is: {record.claim.text}", choices, hint=f"{why}enter picks · esc closes"),
            lambda at: self._place(record.id, places[at:]),
        )

    def _place(self, claim_id: ClaimId, places: Sequence[Span]) -> None:
        review = self.reviewing
        if not places:
            self.act(lambda: review.let_go(claim_id))
            return
        outcome = self.act(lambda: review.place(claim_id, places[0].start, places[0].end))
        if outcome is not None and outcome.claim is not None:
            self.go_to(review.claim(outcome.claim))


def _shown(text: str, span: Span) -> str:
    """Words with those around them."""
    before = text[max(0, span.start - _AROUND) : span.start]
    behind = text[span.end : span.end + _AROUND]
    return " ".join(f"…{before}[{text[span.start : span.end]}]{behind}…".split())

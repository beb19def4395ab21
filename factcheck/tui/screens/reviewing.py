"""What the review screen shows of an article and its claims."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from textual.reactive import var

from factcheck import model
from factcheck.errors import FactcheckError
from factcheck.model import Relation, State
from factcheck.review.navigate import Filter, apply, by_gravity
from factcheck.state import read_so_far, remember_read_so_far
from factcheck.tui.commands import Scope
from factcheck.tui.paragraphs import Copies, about, beside, difference, name_told
from factcheck.tui.reads import Reading, Versions, as_second, blank
from factcheck.tui.screens.arranging import Arranging
from factcheck.tui.widgets.article import ArticlePane
from factcheck.tui.widgets.bars import KeysLine, OneLine, bar, counts
from factcheck.tui.widgets.claims import ClaimsList, Row
from factcheck.tui.widgets.lines import Panes
from factcheck.tui.widgets.panel import ClaimPanel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult
    from textual.timer import Timer

    from factcheck.model import ClaimId, ClaimRecord, Finding, Match, Progress
    from factcheck.review import Review
    from factcheck.tui.drafts import Drafts
    from factcheck.tui.messages import ExtractionMoved
    from factcheck.tui.tools import Tools

_POSITION_SECONDS = 0.5
"""So long the cursor rests on a claim before that is written down."""

_SAID_SECONDS = 6
_BAR = 12


def _start(record: ClaimRecord) -> int:
    return record.claim.start


class ReviewView(Arranging):
    """An article beside its claims. One cursor moves both; what is shown always comes from the desk.

    Args:
        tools: The app's collaborators.
    """

    SCOPE = Scope.REVIEW
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (120, "-wide")]  # noqa: RUF012  # Textual declares it so
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-high"), (34, "-tall")]  # noqa: RUF012  # as above
    AUTO_FOCUS = ""
    """Nothing: the pane in which one works gets the focus when the panes are laid."""

    cursor: var[ClaimId | None] = var(None, init=False)
    """The current claim."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.review: Review | None = None
        """The article's claims on the desk, None until it is open."""
        self.listed: tuple[ClaimRecord, ...] = ()
        """The claims that the filter lets through."""
        self._places: dict[ClaimId, int] = {}
        self.wanted = Filter()
        """The filter."""
        self.drafts: Drafts | None = None
        """What was begun to be written and not saved, None until the article is open."""
        self.reason_drafts: dict[Finding, str] = {}
        """Why a finding is none, begun and not saved; kept as long as the screen."""
        self._matches: Mapping[ClaimId, tuple[Match, ...]] | None = None
        self.findings: tuple[Finding, ...] = ()
        """The article's findings, the gravest first, then in story order."""
        self.dismissed: tuple[Finding, ...] = ()
        """Those that a checker dismissed."""
        self._all_findings: tuple[Finding, ...] = ()
        self._findings: Mapping[str, tuple[Finding, ...]] = {}
        self._rows: dict[ClaimId, Row] = {}
        self._draft_shown: int | None = None
        self._seen: tuple[ClaimId, int] | None = None
        self.reading_as = Reading.FIRST
        """Whose verdict the keys give in this session."""
        self._hidden = Versions(blank)
        self._read_second = Versions(as_second)
        self.second_progress: tuple[Sequence[ClaimRecord], Progress] | None = None
        self.said = ""
        """What is being said at present."""
        self._said_timer: Timer | None = None
        self._extracting: ExtractionMoved | None = None
        self.busy = ""
        """What is being done in the background at present, for the line of the progress."""
        self._position_timer: Timer | None = None
        self._article = ArticlePane()
        self._read_kept = 0

    def compose(self) -> ComposeResult:
        """Title, panes, progress, keys."""
        # At the first size Textual would tell them when all is laid out, and lay it out once more.
        for breakpoints, length in zip(
            (self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS), self.app.size, strict=True
        ):
            self.add_class(max(one for one in breakpoints if one[0] <= length)[1], update=False)
        yield OneLine("title")
        with Panes(id="panes"):
            yield self._article
            yield ClaimsList()
            yield ClaimPanel()
        yield OneLine("chips")
        yield OneLine("progress")
        yield KeysLine(self.keymap, self.SCOPE)

    def on_unmount(self) -> None:
        """Remember where the checker stopped."""
        self._save_position()
        self.save_read()

    @property
    def is_read_only(self) -> bool:
        """Whether the article is signed off, so that nothing more is recorded about it."""
        return self.review is not None and self.review.article.state is not State.CHECKING

    @property
    def in_panel(self) -> bool:
        """Whether the claim panel has the focus, and with it its own keys."""
        return isinstance(self.focused, ClaimPanel)

    @property
    def is_extracting(self) -> bool:
        """Whether claims are still being found."""
        return self._extracting is not None

    @property
    def is_matched(self) -> bool:
        """Whether earlier claims were looked up."""
        return self._matches is not None

    def matches_of(self, record: ClaimRecord) -> tuple[Match, ...] | None:
        """Earlier claims that bear on this one, conflicts first; None while they are being looked up."""
        return None if self._matches is None else self._matches.get(record.id, ())

    def findings_of(self, record: ClaimRecord) -> tuple[Finding, ...]:
        """The findings that this claim is part of, but for dismissed ones."""
        return self._findings.get(record.claim.id, ())

    # Showing

    @property
    def current(self) -> ClaimRecord | None:
        """The claim under the cursor."""
        return None if self.place is None else self.listed[self.place]

    @property
    def place(self) -> int | None:
        """How many claims stand above the one under the cursor in the list; None when the cursor is on none."""
        return None if self.cursor is None else self._places.get(self.cursor)

    def reload(self) -> None:
        """Read the desk again: others may have changed it, extraction may have gone on."""
        if self.review is not None:
            self.review.refresh()
            self.show_article()
            self.update_claims()

    def show_article(self) -> None:
        """Show the article's words and roles, another draft when there is one."""
        if self.review is None:
            return
        record, pane = self.review.article, self.query_one(ArticlePane)
        if record.draft_id == self._draft_shown:
            pane.show_blocks(record.article.draft.blocks)
            return
        if self._draft_shown is not None:
            self.draft_changed()
        self._draft_shown = record.draft_id
        draft = record.article.draft
        self._read_kept = read_so_far(self.tools.config, record.slug, draft.sha256)
        pane.show_draft(draft, max((one.number for one in self.review.claims), default=0), self._read_kept)
        self.show_marks(reveal=True)

    def show_marks(self, *, reveal: bool = False) -> None:
        """Show the claims in the article, unless it is read without them; go to the current one only if wanted."""
        pane = self.query_one(ArticlePane)
        pane.show_claims(() if self.unmarked else self.shown_claims)
        pane.point(self.cursor, reveal=reveal)

    def draft_changed(self) -> None:
        """Let go of what points into the text of another draft."""

    def update_claims(self) -> None:
        """Show the claims as the review has them; the cursor stays, or goes to the nearest claim that is left."""
        review = self.review
        if review is None:
            return
        self._note_findings(review.findings)
        before = self.listed
        claims = self.as_shown(review.claims)
        self.listed = self._filtered(claims, review.findings)
        self._places = {record.id: place for place, record in enumerate(self.listed)}
        self.query_one(ArticlePane).show_claims(() if self.unmarked else claims)
        # Asked of thousands at each mark: the rows that are as they were are taken without a call.
        rows = [self._rows.get(record.id) for record in self.listed]
        self.query_one(ClaimsList).show_rows(
            tuple(
                row if row is not None and row.record is record else self._row(record)
                for row, record in zip(rows, self.listed, strict=True)
            )
        )
        if not self.listed and self.wanted.is_set:
            self.query_one(ClaimsList).say("No claim passes the filter.")
        if self.current is None:
            self.cursor = self.nearest(before)
        self.update_panel(again=True)
        self.update_progress()
        self.update_chips()

    def _filtered(self, claims: tuple[ClaimRecord, ...], findings: tuple[Finding, ...]) -> tuple[ClaimRecord, ...]:
        if not self.wanted.is_set:
            return claims
        matched = {claim for claim, matches in (self._matches or {}).items() if matches}
        return apply(self.wanted, claims, findings=findings, matched=matched)

    def update_chips(self) -> None:
        """Say which filter holds, where a screen has one."""

    @property
    def shown_claims(self) -> tuple[ClaimRecord, ...]:
        """All claims, with what may be shown of them to the reader of this session."""
        return self.as_shown(self.review.claims) if self.review is not None else ()

    def as_shown(self, claims: tuple[ClaimRecord, ...]) -> tuple[ClaimRecord, ...]:
        """The claims; to a blind reader without the first verdict until the second is given."""
        if self.reading_as is not Reading.BLIND:
            return claims
        return tuple(self._hidden.of(record) if record.second is None else record for record in claims)

    def as_read(self, claims: Sequence[ClaimRecord]) -> Sequence[ClaimRecord]:
        """The claims as the reader of this session has read them: a second reader reads what somebody else has read."""
        if self.reading_as is Reading.FIRST or self.review is None:
            return claims
        here = {record.id: record for record in self.review.claims}
        known = (here[record.id] for record in claims if record.id in here)
        others = (record for record in known if record.verdict is not None and record.checker != self.desk.who)
        return list(map(self._read_second.of, others))

    def _progress_of(self, review: Review) -> Progress:
        """How far the reader of this session is: to a blind one the first reader's totals would tell verdicts."""
        if self.reading_as is Reading.FIRST:
            return review.progress
        if self.second_progress is None or self.second_progress[0] is not review.claims:
            self.second_progress = review.claims, model.Progress.of(self.as_read(review.claims))
        return self.second_progress[1]

    @property
    def left_to_read(self) -> int:
        """How many claims the reader of this session has still to read."""
        return self._progress_of(self.review).open if self.review is not None else 0

    def nearest(self, before: tuple[ClaimRecord, ...] = ()) -> ClaimId | None:
        """The claim that the filter lets through at the cursor or after it; ``before`` are those listed till now."""
        if not self.listed:
            return None
        known = (*before, *self.shown_claims)
        start = next((record.claim.start for record in known if record.id == self.cursor), 0)
        return next((record.id for record in self.listed if record.claim.start >= start), self.listed[-1].id)

    def _note_findings(self, findings: tuple[Finding, ...]) -> None:
        if findings is self._all_findings:
            return
        self._all_findings = findings
        ordered = by_gravity(findings)
        self.findings = tuple(finding for finding in ordered if not finding.dismissed)
        self.dismissed = tuple(finding for finding in ordered if finding.dismissed)
        found: dict[str, tuple[Finding, ...]] = {}
        for finding in self.findings:
            for name in finding.claims:
                found[name] = (*found.get(name, ()), finding)
        self._findings = found
        self._rows.clear()

    def _row(self, record: ClaimRecord) -> Row:
        """The row of a claim, kept as long as nothing in it changes, so that the list sees what did."""
        met = Counter(match.relation for match in self.matches_of(record) or ())
        conflicts, same, near = met[Relation.CONFLICT], met[Relation.SAME], met[Relation.NEAR]
        row = Row(record, conflicts, same, near, findings=len(self.findings_of(record)))
        self._rows[record.id] = row
        return row

    def note_seen(self) -> None:
        """The checker sees the claim under the cursor as it is now."""
        record = self.current
        self._seen = None if record is None else (record.id, record.revision)

    def seen_of(self, record: ClaimRecord) -> int:
        """The revision of a claim that the checker has seen.

        What others change under the cursor is shown at once, but a key that is on its way was meant for what stood
        there before.
        """
        return self._seen[1] if self._seen is not None and self._seen[0] == record.id else record.revision

    def watch_cursor(self, before: ClaimId | None, claim: ClaimId | None) -> None:
        """Both panes and the panel follow."""
        self.note_seen()
        self.query_one(ArticlePane).point(claim)
        self.query_one(ClaimsList).point(claim)
        self.update_panel(again=False)
        if claim is not None and before is not None:
            if self.is_current:
                self._article.select(None)  # who walks on means the claim, not words that may be out of sight
            if self._position_timer is not None:
                self._position_timer.stop()
            self._position_timer = self.set_timer(_POSITION_SECONDS, self._rest)
            self._reach(before)
            self._reach(claim)

    def _reach(self, claim: ClaimId) -> None:
        """The article is read up to a claim, unless one that wants a verdict was passed over on the way to it."""
        place, review, pane = self._places.get(claim), self.review, self._article
        if place is None or review is None:
            return
        start, end = self.listed[place].span.start, self.listed[place].span.end
        passed = range(*(bisect_left(review.claims, at, key=_start) for at in (pane.read_to, start)))
        if not any(review.claims[index].is_open for index in passed):
            is_last = not self.is_extracting and review.claims[-1].claim.start <= start
            pane.read_to = max(pane.read_to, len(review.article.article.draft.text) if is_last else end)

    def forget_steps(self) -> None:
        """What the cursor did until now was no reading: it was brought where the checker had stopped."""
        self._article.read_to = self._read_kept

    def _rest(self) -> None:
        """Write down where the checker is, and how far they have read."""
        self._save_position()
        self.save_read()

    def save_read(self) -> None:
        """Write down how far the checker has read, when it is further than before."""
        read = self._article.read_to  # also when the screen is gone and its panes with it
        if self.review is not None and read != self._read_kept:
            self._read_kept, record = read, self.review.article
            remember_read_so_far(self.tools.config, record.slug, record.article.draft.sha256, read)

    def update_panel(self, *, again: bool) -> None:
        """Show what is known about the current claim."""
        record = self.current
        if record is None or self.review is None:
            self.query_one(ClaimPanel).show((), again=again)
            return
        draft = self.review.article.article.draft
        paragraphs = about(
            record,
            draft,
            self.findings_of(record),
            self.matches_of(record),
            difference,
            self.review.people,
            self._copies(record),
            tuple(what for what, claim in self.drafts.told([record.id]) if claim) if self.drafts else (),
            beside(draft, record, self.review.claims),
        )
        self.query_one(ClaimPanel).show(paragraphs, again=again)

    def _copies(self, record: ClaimRecord) -> Copies:
        """Where else the fact of a claim is told."""
        review = self.review
        if review is None or self.is_extracting:
            return Copies()
        found = review.links_of(record.id)
        if not (found.same or found.parted):
            return Copies()
        shown = {one.id: one for one in self.as_shown(review.claims)}
        return Copies(
            tuple(shown[one] for one in found.same if one in shown),
            tuple(shown[one] for one in found.parted if one in shown),
        )

    def update_progress(self) -> None:
        """Show how far checking is, or extraction while it goes on."""
        review = self.review
        if review is None:
            return
        is_first = self.reading_as is Reading.FIRST
        progress = self._progress_of(review)
        right = f"{counts(progress)} · {progress.open} open"
        if moved := self._extracting:
            percent = 100 * moved.done // max(1, moved.total)
            left = f"Looking for claims {bar(moved.done, moved.total, _BAR)} {percent} %"
            if not moved.done:
                left = "Loading the language model …"
            right = f"{progress.claims} so far · {right}"
        elif self.busy:
            left = self.busy
        else:
            total = progress.wanted
            opinion = f" · {progress.opinion} opinion" if progress.opinion else ""
            what = "Checked" if is_first else "Second read"
            left = f"{what} {bar(progress.done, total, _BAR)} {progress.done} of {total}{opinion}"
        if self.unmarked:
            right = f"first read, no marks · {self.keymap.shown('reading-mode')} ends it"
        if self.said:
            self.query_one("#progress", OneLine).show(f"▌ {self.said}", right, "bold $primary")
        else:
            self.query_one("#progress", OneLine).show(left, right)
        article = review.article.article
        number = f"draft {article.draft.number} · " if article.draft.number > 1 else ""
        reading = "" if is_first else f"{self.reading_as.value} · "
        state = f"{State.SIGNED_OFF.value} · " if self.is_read_only else "read-only · " if self.tools.reads_only else ""
        told = f"{number}{state}{reading}{name_told(self.tools.config.checker)}"
        self.title = article.title
        self.query_one("#title", OneLine).show(article.title, told, "bold")

    def say(self, text: str) -> None:
        """Say for some seconds what happened, in the line of the progress.

        Textual's own toasts lay the screen out three times, some 30 ms for each mark, and cover what is below them.
        They are kept for what went wrong.
        """
        if self._said_timer is not None:
            self._said_timer.stop()
        self.said = text
        self._said_timer = self.set_timer(_SAID_SECONDS, self.hush)
        self.update_progress()

    def hush(self) -> None:
        """Show the progress again: what was said is long ago, or about something else."""
        if self._said_timer is not None:
            self._said_timer.stop()
            self._said_timer = None
            self.said = ""
            self.update_progress()

    def _save_position(self) -> None:
        self._position_timer = None
        if self.review is None or self.cursor is None or self.cursor == self.review.position() or self.tools.reads_only:
            return
        try:
            self.review.save_position(self.cursor)
        except FactcheckError as error:
            # Nobody asked for it: a dialog each time the cursor rests would keep one from reading.
            if self.is_current and self.is_running:
                self.say(f"your place is not kept: {error}")

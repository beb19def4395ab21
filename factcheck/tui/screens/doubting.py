"""Commands about findings: walk from side to side, list them, dismiss one."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from factcheck.tui import screens
from factcheck.tui.screens.acting import Acting
from factcheck.tui.widgets.article import ArticlePane

if TYPE_CHECKING:
    from factcheck.model import ClaimId, Finding
    from factcheck.tui.screens.dialog import Typed
    from factcheck.tui.screens.findings import FindingPicked


class Doubting(Acting):
    """Where the article does not agree with itself."""

    _walked: Finding | None = None
    """The finding that the walk is at."""
    _side = 0
    """Which of its spans."""
    _sides_seen = 0
    _left_at: ClaimId | None = None
    """The claim at which the walk left the cursor."""
    _set_out_from: tuple[ClaimId | None, int] = (None, 0)
    """Where the walk began: the claim under the cursor, and what stood at the top of the article."""
    _lit = False
    """Whether the sides of a finding are lit up, of one that is walked or a dismissed one."""

    def action_finding_next(self) -> None:
        """Go to the other side of the finding, and when all its sides were seen, to the next finding."""
        walked, record = self._walked, self.current
        here = self.findings_of(record) if record is not None else ()
        if not self.findings:
            self.say(self._why_none())
        elif record is not None and here and (walked not in self.findings or self.cursor != self._left_at):
            inside = (record.claim.start <= span.start < record.claim.end for span in here[0].spans)
            self._begin(here[0], next((side for side, found in enumerate(inside) if found), 0))
        elif walked is None or walked not in self.findings:
            self._begin(self.findings[0], 0)
        elif self._sides_seen < len(walked.spans):
            self._sides_seen += 1
            self._show(walked, (self._side + 1) % len(walked.spans))
        else:
            self._begin(self.findings[(self.findings.index(walked) + 1) % len(self.findings)], 0)

    def _begin(self, finding: Finding, side: int) -> None:
        self._sides_seen = 1
        self._set_out()
        self._show(finding, side)

    def _show(self, finding: Finding, side: int) -> None:
        """Put the cursor on the claim at one side, and light up all sides."""
        self._walked, self._side = finding, side
        span = finding.spans[side]
        inside = [one for one in self.reviewing.claims if one.claim.start < span.end and span.start < one.claim.end]
        if inside:
            # Of claims within claims the smallest is meant.
            self.go_to(min(inside, key=lambda one: one.claim.end - one.claim.start))
        self._left_at = self.cursor
        self._light(finding, side)
        place = f"{self.findings.index(finding) + 1} of {len(self.findings)}"
        sides = f", side {side + 1} of {len(finding.spans)}" if len(finding.spans) > 1 else ""
        self.say(f"{finding.severity.value}, {place}{sides}: {finding.message}")

    def _set_out(self) -> None:
        """Remember where to return to, once a walk."""
        if not self._lit:
            self._set_out_from = self.cursor, self.query_one(ArticlePane).top_offset()

    def _light(self, finding: Finding, side: int) -> None:
        self._lit = True
        self.bring_article()
        self.query_one(ArticlePane).show_hits(finding.spans, side)

    def _leave_finding(self) -> None:
        """Walk no more; whoever calls puts something else in the lights, or nothing."""
        self._walked, self._lit = None, False

    def close_finding(self) -> bool:
        """Stop walking, put out the lights, go back to a search that it led away from; False when none is shown."""
        if not self._lit:
            return False
        self._leave_finding()
        self.show_search(reveal=False)
        self.hush()
        # Who went on from there meanwhile, or did not search, is where they want to be.
        if self.is_searching and self.cursor == self._left_at:
            claim, top = self._set_out_from
            if any(record.id == claim for record in self.listed):
                self.cursor = claim
            self.query_one(ArticlePane).show_from(top)
        return True

    @property
    @abstractmethod
    def is_searching(self) -> bool:
        """Whether a search has hits."""

    @abstractmethod
    def show_search(self, *, reveal: bool = True) -> None:
        """Light up what is searched for, or nothing; go to the current hit only if wanted."""

    def action_article_findings(self) -> None:
        """List the findings, beginning at the gravest one of the current claim."""
        record = self.current
        here = self.findings_of(record) if record is not None else ()
        self._list_findings(self._walked, *here)

    def _list_findings(self, *wanted: Finding | None) -> None:
        """List the findings, beginning at the first of these that is among them."""
        listed = (*self.findings, *self.dismissed)
        if not listed:
            self.say(self._why_none())
            return
        chosen = next((listed.index(one) for one in wanted if one in listed), 0)
        self.ask(screens.FindingsDialog(listed, chosen=chosen), self._picked)

    def _picked(self, picked: FindingPicked) -> None:
        finding, review = picked.finding, self.reviewing
        if not picked.judge:
            if finding in self.findings:
                self._begin(finding, 0)
            else:
                self._walked, self._left_at = None, self.cursor
                self._set_out()
                self._light(finding, 0)
        elif finding.dismissed:
            self.act(lambda: review.restore_finding(finding))
        else:
            reason = self.reason_drafts.get(finding, "")
            self.ask(screens.ReasonDialog(finding, reason), lambda typed: self._reasoned(finding, typed))

    def _reasoned(self, finding: Finding, typed: Typed[str]) -> None:
        """Dismiss a finding, or go back to the list; a reason that dismissed nothing is kept as a draft."""
        review, place = self.reviewing, self.findings.index(finding) if finding in self.findings else 0
        if typed.save and self.act(lambda: review.dismiss(finding, typed.value)) is not None:
            self.reason_drafts.pop(finding, None)
            self._leave_finding()
            self.show_search(reveal=False)
            # Keys are quick: the next one is still meant for the list.
            if self.findings:
                self._list_findings(*self.findings[place : place + 1], self.findings[-1])
            return
        if typed.value:
            self.reason_drafts[finding] = typed.value
        else:
            self.reason_drafts.pop(finding, None)
        if not typed.save:
            self._list_findings(finding)

    def _why_none(self) -> str:
        if self.is_extracting:
            return "findings come when all claims are found"
        if self.dismissed:
            return f"every finding was dismissed · {self.keymap.shown('article-findings')} lists them"
        return "the article agrees with itself"

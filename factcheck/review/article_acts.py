"""What a checker does to an article as a whole: each act is one committed transaction with its events."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from factcheck.errors import StaleError, UsageError
from factcheck.model import State
from factcheck.review.claim_acts import ClaimActs, Outcome
from factcheck.review.importing import Importing
from factcheck.review.rebase import rebase
from factcheck.review.typed import parse_when
from factcheck.review.undo import turn

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Unpack

    from factcheck.checklist.sheet import Sheet
    from factcheck.desk import Meta
    from factcheck.model import Extraction, Finding, Imported, Rebased, Role


class Review(ClaimActs):
    """One article under the hands of one checker, who is the one of the desk.

    What is shown is read anew after each of this checker's own acts; ``refresh`` brings in what others did.

    Args:
        desk: The desk, open for writing for as long as acts are done.
        article_id: The article.
        rules: What the desk demands of sources and second reads.

    Raises:
        ArticleError: when there is no such article.
    """

    def set_role(self, block_start: int, role: Role) -> Outcome:
        """Overrule what a block is for: claims in it come and go with whether its role bears any.

        Args:
            block_start: Where the block begins.
            role: What it is.

        Raises:
            ArticleError: when no block begins there.
            StaleError: when another draft was taken in since.
        """
        reason = f"set by {self._desk.who or 'the checker'}"
        with self._acting() as act:
            self._expect_draft()
            act.set_role("role", {"block": block_start, "role": role.value, "reason": reason})
        self.refresh()
        block = next(block for block in self.article.article.draft.blocks if block.start == block_start)
        inside = [record for record in (*self.claims, *self.removed) if block.start <= record.claim.start < block.end]
        message = self._done(act) if act.done else f"block is {role} already"
        return Outcome(message, None, act.done, extract=role.section is not None and not inside)

    def set_meta(self, *, seen: Meta | None = None, **meta: Unpack[Meta]) -> Outcome:
        """Correct the article's title, dek, byline or publication date; what is left out stays.

        Args:
            seen: What the checker saw in the place of what is corrected; None does not ask.
            **meta: What is corrected.

        Raises:
            UsageError: when the title is empty.
            StaleError: when somebody else corrected the same since it was seen.
        """
        words = {key: _word(value) for key, value in meta.items()}
        if not str(words.get("title", "x")).strip():
            raise UsageError("an article wants a title", "say what it is called")
        published = self.article.article.published
        with self._acting() as act:
            if seen is not None:
                act.expect_meta({key: _word(value) for key, value in seen.items()}, words)
            act.set_meta("meta", words)
        self.refresh()
        # Dates such as "last May" are told by the day of publication.
        dated = "published" in meta and published != self.article.article.published
        return Outcome(self._done(act) if act.done else "nothing to correct", None, act.done, extract=dated)

    def set_deadline(self, when: str) -> Outcome:
        """Say when the article has to be checked; an empty text takes that off.

        Raises:
            UsageError: when it is no day, nor one with hour and minute.
        """
        deadline = parse_when(when) if when.strip() else ""
        with self._acting() as act:
            act.set_meta("deadline", {"deadline": deadline})
        self.refresh()
        return Outcome(self._done(act) if act.done else "the deadline is that already", None, act.done)

    def dismiss(self, finding: Finding, reason: str) -> Outcome:
        """Say that a finding is none, and why; it stays so in later drafts while its words stand.

        Raises:
            UsageError: when no reason is given.
            StaleError: when the article has no such finding any more, or somebody judged it since it was seen.
        """
        if not reason.strip():
            raise UsageError("a finding is dismissed with a reason", "say why it is none")
        return self._judge("finding-dismiss", finding, reason.strip())

    def restore_finding(self, finding: Finding) -> Outcome:
        """Bring back a dismissed finding.

        Raises:
            StaleError: when the article has no such finding any more, or somebody judged it since it was seen.
        """
        return self._judge("finding-restore", finding, "")

    def rebase(self, extraction: Extraction, *, anyway: bool = False) -> tuple[Outcome, Rebased]:
        """Take in an edited draft: every claim goes along, or it is said what became of it. One undo takes it back.

        Args:
            extraction: What was pulled out of the new draft.
            anyway: Take it even though it has little in common with the present one.

        Returns:
            What was done, and what became of each claim.

        Raises:
            UsageError: when the article is not under check, the draft has no words, or looks like another article.
        """
        with self._acting(signed_off=True):
            act, report = rebase(self._desk, self._id, extraction, anyway=anyway)
        self.refresh()
        message = self._done(act) if act.done else "this draft is on the desk already"
        return Outcome(message, self.position(), act.done), report

    def take_sheet(self, sheet: Sheet, take: Callable[[int], bool] = lambda _: False) -> tuple[Outcome, Imported]:
        """Take in a filled-in checklist in one act; what only a checker can decide is left, and said.

        Args:
            sheet: The file.
            take: Says by its number whether a claim is to be written as the file has it, though it was changed since.

        Returns:
            What was done, and what was changed and left.

        Raises:
            UsageError: when the article is not under check.
            SheetError: when the file is of another desk; nothing is written then.
        """
        with self._acting(signed_off=True) as act:
            importing = Importing(self._desk, self._desk.articles.get(self._id), sheet, take)
            importing.write(act)
        self.refresh()
        return Outcome(self._done(act) if act.done else "nothing to change", self.position(), act.done), importing.taken

    def sign_off(self) -> Outcome:
        """Sign the article off: from now on it is archive, and nothing more is recorded about its claims.

        Raises:
            UsageError: when something is open, or it is signed off already.
        """
        return self._set_state("sign-off", State.SIGNED_OFF)

    def reopen(self) -> Outcome:
        """Check an article again that was signed off.

        Raises:
            UsageError: when it is under check.
        """
        return self._set_state("reopen", State.CHECKING)

    def _set_state(self, what: str, state: State) -> Outcome:
        with self._acting(signed_off=True) as act:
            # Another checker may have opened something since this was read.
            self.refresh()
            before = self.article.state
            if before is state or before is State.ARCHIVE:
                raise UsageError(f"{self.article.slug} is {before} already" if before is state else "it is archive")
            if state is State.SIGNED_OFF and self.open_items:
                items = self.open_items
                raise UsageError(f"{len(items)} {'thing is' if len(items) == 1 else 'things are'} open", items[0].text)
            self._desk.articles.set_state(self._id, state)
            act.log(what, None, {"state": before.value}, {"state": state.value})
        self.refresh()
        return Outcome(f"{self.article.slug} {'signed off' if state is State.SIGNED_OFF else 'reopened'}", None)

    def undo(self) -> Outcome | None:
        """Take back the newest act of this checker that stands; None when there is none.

        Raises:
            StaleError: when somebody else changed since what it changed; nothing is touched.
        """
        return self._turn(back=True)

    def redo(self) -> Outcome | None:
        """Do again what was taken back last, unless something was done since; None when there is nothing.

        Raises:
            StaleError: when somebody else changed since what it changed; nothing is touched.
        """
        return self._turn(back=False)

    def _judge(self, what: str, finding: Finding, reason: str) -> Outcome:
        with self._acting() as act:
            # What others did since the last refresh counts: a dismissal that was not seen is not replaced.
            present = self._desk.findings.of(self._id)
            if finding not in present:
                raise StaleError("the finding is not as you saw it", "look at the findings again, then decide")
            text = self._desk.articles.get(self._id).article.draft.text
            name, _ = self._desk.dismissals.held(self._id, present, text)[present.index(finding)]
            act.set_dismissal(what, {"finding": name, "message": finding.message, "dismissed": reason})
        self.refresh()
        return Outcome(self._done(act) if act.done else "finding stays as it was", None, act.done)

    def _turn(self, *, back: bool) -> Outcome | None:
        with self._acting():
            turned = turn(self._desk, self._id, back=back)
        if turned is None:
            return None
        if turned.reshaped:
            self.refresh()
        for claim_id in () if turned.reshaped else turned.claims:
            self._reread(claim_id)
        return Outcome(turned.message, turned.claim if turned.claim in self._places else None)


def _word(value: object) -> object:
    """A value in the words of the log."""
    return value.isoformat() if isinstance(value, date) else value

"""How an act of the checker is done and told."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, TypeVar

from factcheck.errors import FactcheckError, StaleError
from factcheck.tui import screens
from factcheck.tui.paragraphs import told
from factcheck.tui.screens.filling import Filling

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.model import ClaimId, ClaimRecord
    from factcheck.review import Outcome, Review

Done = TypeVar("Done", bound="Outcome | None")


class Acting(Filling):
    """Acts are committed before the screen shows them; what cannot be done is said, and nothing changes."""

    before_act: tuple[ClaimRecord, ...] = ()
    """The claims that were listed before the last act, which may have taken one off the list."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the article is not open yet, the only thing to do is to leave."""
        return super().check_action(action, parameters) if self.review is not None else action == "close"

    @property
    def reviewing(self) -> Review:
        """The review; commands reach it only when it is there."""
        if self.review is None:
            raise RuntimeError("the article is not open")
        return self.review

    def act(
        self,
        do: Callable[[], Done],
        *,
        undoes: bool = True,
        overtaken: Callable[[StaleError], object] | None = None,
    ) -> Done | None:
        """Do something, show what came of it, and say so.

        Args:
            do: An act of the review.
            undoes: Whether to name the key that takes it back.
            overtaken: Told when somebody else was faster; without it that is said, and nothing changes.

        Returns:
            What it did, None when it could not be done.
        """
        self.before_act, claims = self.listed, self.reviewing.claims
        try:
            outcome = do()
        except StaleError as error:
            self.reload()
            (overtaken or self.complain)(error)
            return None
        except FactcheckError as error:
            self.complain(error)
            return None
        if outcome is not None:
            self.say(self.told(outcome, undoes=undoes))
            if outcome.remark:
                self.notify(outcome.remark, severity="warning", timeout=8, markup=False)
        self.update_claims()
        self.note_seen()
        self.match_anew(claims)
        return outcome

    def act_on(
        self,
        record: ClaimRecord,
        wanted: str,
        do: Callable[[int], Outcome],
        then: Callable[[Outcome], object] | None = None,
    ) -> Outcome | None:
        """Do something to a claim as it was seen. When somebody was faster, show both, and let the checker choose.

        Args:
            record: The claim as the checker saw it.
            wanted: What the checker wants, in words.
            do: The act, given the revision that was seen.
            then: What comes of it goes here, also when it was done only after the question.

        Returns:
            What it did; None when it was not done, or not yet.
        """

        def overtaken(error: StaleError) -> None:
            now = next((one for one in self.shown_claims if one.id == record.id), None)
            if now is None:
                self.complain(error)
                return
            self.note_seen()
            text = f"There now: {told(now)}\nYours: {wanted}"
            dialog = screens.ConfirmDialog(error.what, text, agree="records yours all the same")
            self.ask(dialog, lambda _: self.act_on(now, wanted, do, then))

        outcome = self.act(lambda: do(self.seen_of(record)), overtaken=overtaken)
        if outcome is not None and then is not None:
            then(outcome)
        return outcome

    def go_to(self, record: ClaimRecord) -> None:
        """Put the cursor on a claim; a filter that hides it is lifted, which is told beside what was said."""
        if all(one.id != record.id for one in self.listed):
            said = self.said
            self.lift_filter()
            if said:
                self.say(said)
            self.notify(f"the filter hid #{record.number}: all claims are shown again", timeout=5, markup=False)
        self.cursor = record.id

    def told(self, outcome: Outcome, *, undoes: bool = True) -> str:
        """What an act did, with the key that takes it back when there is anything to take back."""
        if not outcome.done:
            return outcome.message
        key = self.keymap.shown("undo" if undoes else "redo")
        return f"{outcome.message} · {key} {'undoes it' if undoes else 'does it again'}"

    @abstractmethod
    def go_to_told(self, claim_id: ClaimId) -> None:
        """Go to a claim that was told of, though it may have no place in this draft."""

    @abstractmethod
    def lift_filter(self) -> None:
        """Show all claims again."""

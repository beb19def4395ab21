"""The list of findings: go to one, dismiss it, bring it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from factcheck.tui.keymap import binding
from factcheck.tui.screens.dialog import DraftForm, ListDialog
from factcheck.tui.signs import FINDING_SIGN
from factcheck.tui.widgets.field import Field
from factcheck.tui.wrap import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

    from factcheck.model import Finding


@dataclass(frozen=True, slots=True)
class FindingPicked:
    """What the checker wants with a finding."""

    finding: Finding
    judge: bool
    """Whether to dismiss it, or bring it back when it is dismissed; else to go there."""


class FindingsDialog(ListDialog[FindingPicked]):
    """All findings of an article, the gravest first, then those that were dismissed.

    Args:
        findings: In the order to show.
        chosen: Index of the one that the cursor stands on.
    """

    BINDINGS: ClassVar[list[BindingType]] = [binding("entry-drop")]

    def __init__(self, findings: Sequence[Finding], *, chosen: int = 0) -> None:
        super().__init__("Findings", "enter goes there · {entry-drop} dismisses, or brings back · esc closes")
        self._findings = findings
        self._chosen = chosen

    def content(self) -> Iterable[Widget]:
        """The list."""
        yield OptionList(*(Option(_prompt(finding)) for finding in self._findings), markup=False, compact=True)

    def on_mount(self) -> None:
        """Put the cursor on the one that matters here."""
        self.query_one(OptionList).highlighted = self._chosen

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go there."""
        event.stop()
        self.dismiss(FindingPicked(self._findings[event.option_index], judge=False))

    def action_entry_drop(self) -> None:
        """Dismiss the finding, or bring it back."""
        at = self.query_one(OptionList).highlighted
        if at is not None:
            self.dismiss(FindingPicked(self._findings[at], judge=True))


class ReasonDialog(DraftForm[str]):
    """Asks why a finding is none.

    Args:
        finding: The finding.
        reason: What was typed when it was left the last time.
    """

    def __init__(self, finding: Finding, reason: str) -> None:
        super().__init__("Why is this none?", "enter dismisses the finding · esc goes back, the draft is kept")
        self._finding = finding
        self._reason = reason

    def content(self) -> Iterable[Widget]:
        """The finding, and a line for the reason."""
        yield Static(_prompt(self._finding), markup=False)
        yield Field(self._reason, id="reason", compact=True, select_on_focus=False)

    def action_save(self) -> None:
        """Dismiss it, when there is a reason."""
        if self.typed():
            super().action_save()
        else:
            self.want("reason", "a finding is dismissed with a reason")

    def typed(self) -> str:
        """The reason."""
        return self.query_one(Input).value.strip()


def _prompt(finding: Finding) -> Content:
    numbers = ", ".join(f"#{name.removeprefix('c')}" for name in finding.claims) or "no claim"
    if finding.dismissed:
        return Content.assemble(
            (shown(f"– {finding.message}"), "$claim-quiet"),
            (shown(f"  dismissed: {finding.dismissed} · {numbers}"), "$claim-quiet"),
        )
    return Content.assemble(
        shown(f"{FINDING_SIGN} {finding.message}"), (shown(f"  {finding.severity.value} · {numbers}"), "$claim-quiet")
    )

"""Overruling what a paragraph is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from factcheck.model import Role
from factcheck.tui.screens.dialog import ListDialog
from factcheck.tui.wrap import clipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

    from factcheck.model import Block

_ROLES = tuple(Role)
_WORDS = 140
"""Cells of the paragraph that are shown: two lines of the dialog."""


@dataclass(frozen=True, slots=True)
class RoleGiven:
    """What a paragraph is for."""

    start: int
    """Where the paragraph begins."""
    role: Role


class RoleDialog(ListDialog[RoleGiven]):
    """A paragraph and the roles that it may have; left and right go to its neighbours, furniture too.

    Args:
        text: The draft's text.
        blocks: Its paragraphs, one at least.
        at: Index of the one to begin with.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "step(-1)", show=False),
        Binding("right,l", "step(1)", show=False),
    ]

    def __init__(self, text: str, blocks: Sequence[Block], at: int) -> None:
        super().__init__("What is this paragraph for?", "enter takes the role · ← → other paragraphs · esc closes")
        self._text = text
        self._blocks = blocks
        self._at = at

    def content(self) -> Iterable[Widget]:
        """The paragraph and the roles."""
        yield Static(markup=False, id="paragraph")
        options = (Option(Content(role if role.section else f"{role} (bears no claims)")) for role in _ROLES)
        yield OptionList(*options, markup=False, compact=True)

    def on_mount(self) -> None:
        """Show the paragraph to begin with."""
        self.action_step(0)

    def action_step(self, by: int) -> None:
        """Go to a neighbour."""
        self._at = max(0, min(len(self._blocks) - 1, self._at + by))
        block = self._blocks[self._at]
        # What the program says of it is a verb that wants a subject; of somebody who overruled it, it is none.
        subject = "" if block.reason.startswith("set by ") else "as it "
        reason = f", {subject}{block.reason}" if block.reason else ""
        self.query_one("#paragraph", Static).update(
            Content.assemble(
                clipped(self._text[block.start : block.end], _WORDS),
                (f"\n{self._at + 1} of {len(self._blocks)}: {block.role}{clipped(reason, 60)}\n", "$claim-quiet"),
            )
        )
        self.query_one(OptionList).highlighted = _ROLES.index(block.role)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the role."""
        event.stop()
        self.dismiss(RoleGiven(self._blocks[self._at].start, _ROLES[event.option_index]))

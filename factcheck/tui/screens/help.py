"""What the keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from factcheck.tui.commands import Group, Scope
from factcheck.tui.flow import Paragraph, Piece, flow
from factcheck.tui.keymap import binding, moving
from factcheck.tui.screens.dialog import Dialog
from factcheck.tui.signs import FINDING_SIGN, RELATION_SIGNS, SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

    from factcheck.tui.commands import Command
    from factcheck.tui.keymap import Keymap

_KEYS = 13
"""Width of the keys' column, in cells."""


class HelpDialog(Dialog[None]):
    """The effective keys of a screen, and what the part with the focus is for.

    Args:
        keymap: The effective keys.
        commands: What can be done where the checker is.
        about: What the focused part is for.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "leave", show=False),
        binding("quit", "leave"),
        binding("help", "leave"),
        *moving("scroll"),
    ]

    def __init__(self, keymap: Keymap, commands: Sequence[Command], about: str) -> None:
        super().__init__("Keys", "↑ ↓ scroll · esc closes")
        self._keymap = keymap
        self._commands = commands
        self._about = about
        self.add_class("-tall")

    def content(self) -> Iterable[Widget]:
        """The table; it is wrapped when the width is known."""
        with VerticalScroll():
            yield Static(markup=False)

    def on_resize(self) -> None:
        """Wrap for the width that there is."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        width = self.query_one(VerticalScroll).scrollable_content_region.width
        lines = flow(list(self._paragraphs()), max(20, width), _KEYS)
        styles = {"label": "bold", "heading": "bold underline", "quiet": "$claim-quiet"}
        content = Content("\n").join(
            Content.assemble(*((piece.text, styles.get(piece.style, "")) for piece in line)) for line in lines
        )
        self.query_one(VerticalScroll).query_one(Static).update(content)

    def action_scroll(self, by: int) -> None:
        """Scroll by a line."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def _paragraphs(self) -> Iterable[Paragraph]:
        if self._about:
            yield Paragraph((Piece(self._about),), "here")
        signs = ", ".join(f"{sign} {look.value}" for look, sign in SIGNS.items())
        relations = ", ".join(f"{sign} {relation.value}" for relation, sign in RELATION_SIGNS.items())
        yield Paragraph((Piece(f"of a claim: {signs}"),), "signs")
        yield Paragraph((Piece(f"of what bears on it: {relations} with an earlier claim, {FINDING_SIGN} a finding"),))
        panel = {key for one in self._commands if one.scope is Scope.PANEL for key in self._keymap.keys[one.id]}
        for group in Group:
            within = [command for command in self._commands if command.group is group]
            if within:
                yield Paragraph((Piece(""),))
                yield Paragraph((Piece(group.value, "heading"),))
            for command in within:
                hidden = () if command.scope is Scope.PANEL else panel
                yield Paragraph((Piece(command.help),), self._keymap.all_shown(command, hidden))

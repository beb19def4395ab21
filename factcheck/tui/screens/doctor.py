"""What the check of the desk found."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from factcheck.tui.keymap import binding
from factcheck.tui.screens.dialog import TextDialog

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.binding import BindingType


class DoctorDialog(TextDialog[bool]):
    """What is wrong with the desk, or that nothing is; one key wants the match index made anew.

    Args:
        desk: The desk file.
        problems: What is wrong with it.
        changed: Which files of sources are not as they were; that is no damage of the desk.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        binding("index-rebuild"),
        Binding("enter", "leave", show=False),
        binding("quit", "leave"),
    ]

    def __init__(self, desk: Path, problems: Sequence[str], changed: Sequence[str]) -> None:
        count = "1 thing is" if len(problems) == 1 else f"{len(problems)} things are"
        title = f"{count} wrong with the desk" if problems else "The desk is sound"
        super().__init__(
            title, "\n".join((str(desk), *problems, *changed)), "{index-rebuild} makes the match index anew"
        )

    def action_index_rebuild(self) -> None:
        """Make the match index anew."""
        self.dismiss(True)

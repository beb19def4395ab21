"""What the check of the desk found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding
from textual.message import Message

from factcheck.tui.keymap import binding
from factcheck.tui.screens.dialog import TextDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType


_SOUND: Final = (
    "The file, what points to what, the log, the match index and the files of sources are as they should be."
)


@dataclass
class Kept(Message):
    """The desk was copied, or its match index made anew."""

    what: str
    told: str
    """Where, or how much."""


@dataclass
class Examined(Message):
    """The desk file was looked through."""

    problems: Sequence[str]
    changed: Sequence[str]
    """Files of sources that are not as they were."""


class DoctorDialog(TextDialog[bool]):
    """What is wrong with the desk, or that nothing is; one key wants the match index made anew.

    Args:
        problems: What is wrong with it.
        changed: Which files of sources are not as they were; that is no damage of the desk.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        binding("index-rebuild"),
        Binding("enter", "leave", show=False),
        binding("quit", "leave"),
    ]

    def __init__(self, problems: Sequence[str], changed: Sequence[str]) -> None:
        count = "1 thing is" if len(problems) == 1 else f"{len(problems)} things are"
        title = f"{count} wrong with the desk" if problems else "The desk is sound"
        super().__init__(
            title, "\n".join((*problems, *changed)) or _SOUND, "{index-rebuild} makes the match index anew"
        )

    def action_index_rebuild(self) -> None:
        """Make the match index anew."""
        self.dismiss(True)

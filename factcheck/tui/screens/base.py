"""What the two full screens share."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Final, TypeVar

from textual.screen import Screen
from textual.worker import Worker, WorkerState

from factcheck.errors import FactcheckError, StaleError, UsageError
from factcheck.tui import screens
from factcheck.tui.commands import Scope, commands_in
from factcheck.tui.compositor import LinesCompositor

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import ModalScreen

    from factcheck.desk import Desk
    from factcheck.tui.commands import Command
    from factcheck.tui.keymap import Keymap
    from factcheck.tui.tools import Tools

T = TypeVar("T")

BUSY: Final = "busy"
"""The group of workers whose work is shown while it goes on."""
_LOOK_SECONDS = 1
"""So often the desk is asked whether somebody else has changed it."""


class FactcheckScreen(Screen[None]):
    """A screen with commands of its own.

    Args:
        tools: The app's collaborators.
    """

    SCOPE: ClassVar[Scope]
    """Where its commands are declared."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._compositor = LinesCompositor()
        self.tools = tools
        """The app's collaborators."""
        self._version: int | None = None

    @property
    def keymap(self) -> Keymap:
        """The effective keys."""
        return self.tools.keymap

    @property
    def desk(self) -> Desk:
        """The desk as the screen's own thread uses it."""
        return self.tools.desk()

    @property
    def about(self) -> str:
        """What the part with the focus is for."""
        return str(getattr(self.focused, "HELP", ""))

    def offered(self, *scopes: Scope) -> tuple[Command, ...]:
        """The commands of these scopes that can be given at present, in the table's order."""
        return tuple(
            command
            for command in commands_in(*scopes)
            if command.scope is Scope.EVERYWHERE or self.check_action(command.action, ())
        )

    def watch_desk(self) -> None:
        """Tell `desk_changed` from now on when another program, or a worker, has changed the desk."""
        if self._version is None:
            self._version = self.desk.version()
            self.set_interval(_LOOK_SECONDS, self._look)

    def sees_desk(self) -> None:
        """What was changed until now is going to be shown: tell of later changes only."""
        if self._version is not None:
            self._version = self.desk.version()

    def _look(self) -> None:
        try:
            version = self.desk.version()
        except FactcheckError:
            return  # the next thing that is done tells why
        if version != self._version:
            self._version = version
            self.desk_changed()

    @abstractmethod
    def desk_changed(self) -> None:
        """Show what others did."""

    @abstractmethod
    def show_busy(self, text: str) -> None:
        """Show what is being done in the background; an empty text says that it is done."""

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show what went wrong in the background."""
        if event.worker.group == BUSY and event.worker.is_finished:
            self.show_busy("")
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.app.push_screen(screens.ErrorDialog.of(event.worker.error, event.worker.description))

    def ask(self, dialog: ModalScreen[T], then: Callable[[T], object]) -> None:
        """Open a dialog, and go on with what comes of it, unless it was just closed."""

        def answered(answer: T | None) -> None:
            if answer is not None:
                then(answer)

        self.app.push_screen(dialog, answered)

    def complain(self, error: FactcheckError) -> None:
        """Say what could not be done, and what to do instead: what names a file, in a dialog to copy it from."""
        if isinstance(error, (StaleError, UsageError)):
            self.notify(str(error), severity="error", timeout=8, markup=False)
        else:
            self.app.push_screen(screens.ErrorDialog.of(error))

"""How the app stands on a terminal: its size, and resting for the shell."""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import App
    from textual.driver import Driver


@contextmanager
def lent(app: App[object]) -> Iterator[None]:
    """Leave the terminal to another program, and take it back also where that fails: Textual by itself would not."""
    failed: Exception | None = None
    with app.suspend():
        try:
            yield
        except Exception as error:  # noqa: BLE001  # raised again below
            failed = error
    if failed is not None:
        raise failed


if sys.platform == "win32":  # where no shell rests a job

    def own_driver(driver: type[Driver]) -> type[Driver]:
        """The same driver."""
        return driver

    def rest() -> None:
        """Go on."""

else:
    from textual.drivers.linux_driver import LinuxDriver

    class TerminalDriver(LinuxDriver):
        """Textual's driver, which is never told a wrong size and reads each key once.

        Textual believes `COLUMNS` and `LINES`: where somebody exports them no change of the window's size arrives. And
        when it goes on after a SIGSTOP, or without having been stopped, it starts a second thread that reads keys
        beside the first: each gets some of them, and at the end the app waits for one of the two for ever.
        """

        def _get_terminal_size(self) -> tuple[int, int]:
            try:
                width, height = os.get_terminal_size(self.fileno)
            except OSError:
                width = height = 0
            return (width, height) if width and height else super()._get_terminal_size()

        def _sigcont_application(self, *args: object) -> None:
            if self._key_thread is None or not self._key_thread.is_alive():
                super()._sigcont_application(*args)
            elif self._auto_restart:
                # Not here: what the signal interrupted may be writing to the terminal.
                self._loop.call_soon_threadsafe(self._take_over)

        def _take_over(self) -> None:
            self.suspend_application_mode()
            self._must_signal_resume = True
            self.resume_application_mode()

    def own_driver(driver: type[Driver]) -> type[Driver]:
        """Our own in the place of Textual's for a terminal."""
        return TerminalDriver if driver is LinuxDriver else driver

    def rest() -> None:
        """Stop with all that the shell started with us, as uv does, until the shell's ``fg``."""
        back = threading.Event()
        before = signal.signal(signal.SIGCONT, lambda *_: back.set())
        try:
            os.killpg(os.getpgrp(), signal.SIGSTOP)
            # The stop may reach another thread first, and this one would go on and take the terminal back. So may what
            # ends it, of which Python tells this thread only when it runs.
            while not back.wait(0.05):
                pass
        finally:
            signal.signal(signal.SIGCONT, before)

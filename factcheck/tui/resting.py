"""Resting for the shell, and coming back: one thread reads the terminal, however the process was stopped."""

from __future__ import annotations

import os
import signal
import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.driver import Driver

if sys.platform == "win32":  # where no shell rests a job

    def with_rest(driver: type[Driver]) -> type[Driver]:
        """The same driver."""
        return driver

    def rest() -> None:
        """Go on."""

else:
    from textual.drivers.linux_driver import LinuxDriver

    class RestingDriver(LinuxDriver):
        """Textual's driver, which takes the terminal over anew when it goes on without having been asked to rest.

        Textual would start a second thread that reads keys beside the first, when a SIGSTOP has stopped it or nothing
        has: each would get some of the keys, and at the end the app would wait for one of them for ever.
        """

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

    def with_rest(driver: type[Driver]) -> type[Driver]:
        """Our own in the place of Textual's for a terminal."""
        return RestingDriver if driver is LinuxDriver else driver

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

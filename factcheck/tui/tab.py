"""The app's end of a tab in a browser: Textual's web driver, which ends with the page and tells it what it shows."""

from __future__ import annotations

import asyncio
import os
import threading
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from textual import events, messages
from textual.drivers.web_driver import WebDriver
from textual.geometry import Size

from factcheck.tui.screens.dialog import DraftForm

if TYPE_CHECKING:
    from textual.app import App

_SECONDS_TO_LEAVE: Final = 5
"""So long an app whose page is gone may take to end by itself."""


class TabDriver(WebDriver):
    """Reads keys from stdin and writes frames to stdout, both of them pipes to the server.

    Textual chooses it by ``TEXTUAL_DRIVER``. Its own driver goes on for ever when the server is gone.
    """

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._write = partial(self._send)
        self._told: dict[str, object] = {}

    def _send(self, data: bytes) -> int:
        """Write all of it; when nobody reads any more, the end of the input tells so."""
        left = memoryview(data)
        try:
            while left:
                left = left[os.write(self.fileno, left) :]
        except OSError:
            return len(data) - len(left)
        return len(data)

    def start_application_mode(self) -> None:
        """Begin, with the focus: the driver of Textual waits for a click, and until then no key arrives."""
        super().start_application_mode()
        self._app.call_later(self._app.post_message, events.AppFocus())

    def write(self, data: str) -> None:
        """Send what is painted, and before it what the page shows around it, when that is another than before."""
        look = self._look()
        if look != self._told:
            self._told = look
            self.write_meta({"type": "look", **look})
        super().write(data)

    def _look(self) -> dict[str, object]:
        """The title and the colours of the page, and whether it is to ask before it is closed."""
        app = self._app
        stack = app.screen_stack
        title = next((screen.title for screen in reversed(stack) if screen.title), app.title)
        unsaved = bool(stack) and isinstance(stack[-1], DraftForm)
        theme = app.current_theme
        # Themes of 16 colours name their background in words of the terminal.
        background = theme.background if theme.background and theme.background.startswith("#") else ""
        return {"title": title, "background": background, "dark": theme.dark, "unsaved": unsaved}

    def on_meta(self, packet_type: str, payload: dict[str, Any]) -> None:
        """Take the size of the page by the way of the first one: a shorter way would let the first one come last."""
        if packet_type != "resize":
            super().on_meta(packet_type, payload)
            return
        self._size = payload["width"], payload["height"]
        size = Size(*self._size)
        asyncio.run_coroutine_threadsafe(self._app._post_message(events.Resize(size, size)), loop=self._loop)  # noqa: SLF001  # as the first

    def run_input_thread(self) -> None:
        """Hand on what comes from the page, and leave when it is closed."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            # Whoever hangs in a long job must not stay behind; what was marked is on the desk.
            hurry = threading.Timer(_SECONDS_TO_LEAVE, os._exit, [1])
            hurry.daemon = True
            hurry.start()
            self._app.post_message(messages.ExitApp())

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Open nothing: the page makes no request to anybody else."""

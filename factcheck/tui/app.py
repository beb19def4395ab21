"""The app: themes, keys, what is the same on every screen, and how errors are shown."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
import threading
from typing import TYPE_CHECKING, Any

from textual._compositor import CompositorUpdate
from textual.events import Key, Paste
from textual.widgets import Input

from factcheck import state
from factcheck.errors import FactcheckError
from factcheck.tui import screens, sheets
from factcheck.tui.commands import Scope
from factcheck.tui.driver import own_driver, rest
from factcheck.tui.keymap import bindings
from factcheck.tui.messages import OpenArticle
from factcheck.tui.pasting import MOST_PASTED, in_one_line, with_pastes
from factcheck.tui.plain import Harmless, Plain
from factcheck.tui.problems import problems
from factcheck.tui.providers import CommandsProvider
from factcheck.tui.screens.base import FactcheckScreen
from factcheck.tui.screens.small import TooSmall, is_too_small
from factcheck.tui.screens.under import Under
from factcheck.tui.terminal import Terminal
from factcheck.tui.themed import ThemedApp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.driver import Driver
    from textual.events import Event, Resize
    from textual.filter import LineFilter
    from textual.geometry import Size
    from textual.notifications import SeverityLevel
    from textual.screen import Screen

    from factcheck.reading import ReadOptions
    from factcheck.tui.messages import ReopenArticle
    from factcheck.tui.tools import Tools


_MOST_PROBLEMS = 3
"""Things wrong with the configuration that are told; with these there is still something to see of a small window."""

_SECONDS_TO_LEAVE = 2
"""What workers have in hand by then is given up: nothing of it was shown, and whatever was marked is on the desk."""


class FactcheckApp(ThemedApp):
    """The window.

    Args:
        tools: What it works with.
        argument: The article to begin with, None for the list of articles.
        options: How that article is to be read; None for as it is.
    """

    TITLE = "factcheck"
    BINDINGS = bindings(Scope.EVERYWHERE)
    COMMANDS = {CommandsProvider}  # noqa: RUF012  # Textual declares it so

    def __init__(self, tools: Tools, argument: str | None = None, options: ReadOptions | None = None) -> None:
        super().__init__(css_path=[*sheets.FIRST, *(sheets.OTHERS if argument is None else ())])
        self.tools = tools
        """What the app works with."""
        self.terminal = Terminal()
        """What stands on the terminal."""
        self.failure: FactcheckError | None = None
        """Why the article to begin with could not be opened."""
        self.in_ascii = tools.ascii_encoding is not None
        self._argument = argument
        self._options = options
        self._written = [Harmless(), *([Plain(tools.ascii_encoding)] if tools.ascii_encoding else [])]
        self._refused = False
        self.animation_level = "none"
        self.begin_in(state.theme(tools.config))
        self.keymap = tools.keymap
        self.set_keymap(tools.keymap.overrides)

    def get_driver_class(self) -> type[Driver]:
        """Textual's, mended, and reading what is pasted as text."""
        return own_driver(with_pastes(super().get_driver_class()))

    def get_default_screen(self) -> Screen[None]:
        """The list of articles, over which the review of one lies; it waits where the app begins with an article."""
        return screens.DeskScreen(self.tools) if self._argument is None else Under(self._list_articles)

    def _list_articles(self) -> None:
        if self.failure is None:
            self.push_screen(screens.DeskScreen(self.tools))

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What each line goes through before it is written: at last into what the terminal can write."""
        return [*super().get_line_filters(), *self._written]

    def on_resize(self, event: Resize) -> None:
        """Keep the keys from what cannot be seen, as long as it cannot."""
        self.terminal.forget()
        self._fit(event.size)

    def _fit(self, size: Size) -> None:
        if is_too_small(size) and not isinstance(self.screen, TooSmall):
            self.push_screen(TooSmall())
        elif not is_too_small(size) and isinstance(self.screen, TooSmall):
            self.pop_screen()

    def on_mount(self) -> None:
        """Open the article to begin with, and say what is wrong with the configuration."""
        if sys.platform != "win32" and not self.is_headless:
            for number in (signal.SIGHUP, signal.SIGTERM):
                asyncio.get_running_loop().add_signal_handler(number, self._leave_at_once, 128 + number)
        if self._argument is not None:
            self.push_screen(
                screens.ReviewScreen(self.tools, self._argument, options=self._options, on_failure=self.fail)
            )
        self._tell_problems()
        self._fit(self.size)
        self.call_after_refresh(self._go_on)

    def _go_on(self) -> None:
        """Do what could wait until the first window was painted."""
        sheets.complete(self)
        if not gc.isenabled():
            # It was off for the start; what is there by now stays to the end.
            gc.freeze()
            gc.enable()

    def _tell_problems(self) -> None:
        """Say what is wrong with the configuration, in one toast: of a stack the first would be out of sight."""
        config = self.tools.config
        found = [*config.problems, *problems(config, self.keymap)]
        told = [problem.removeprefix(f"{config.path}, ") for problem in found[:_MOST_PROBLEMS]]
        if len(found) > len(told):
            told.append(f"and {len(found) - len(told)} more: 'factcheck keys' lists them")
        if told:
            self.notify("\n".join(told), title=str(config.path), severity="warning", timeout=20, markup=False)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Show a toast; that something was refused only until the next key, as it covers what one looks at next."""
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)
        self._refused = self._refused or severity == "error"

    async def on_event(self, event: Event) -> None:
        """Let go of what was refused when a key is pressed; of what is pasted take in so much as can be worked with."""
        if isinstance(event, Paste):
            if len(event.text) > MOST_PASTED:
                self.say_pasted(len(event.text))
            text = event.text[:MOST_PASTED]
            event.text = in_one_line(text) if isinstance(self.focused, Input) else text
        if self._refused and isinstance(event, Key):
            self._refused = False
            self.clear_notifications()
        await super().on_event(event)

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        # Textual's name for where everything that is painted goes through.
        if isinstance(renderable, CompositorUpdate):
            renderable = self.terminal.telling(renderable)
        super()._display(screen, renderable)

    def say_pasted(self, length: int) -> None:
        """Say that not all of what was pasted is there."""
        told = f"of {length:,} characters that were pasted, the first {MOST_PASTED:,} were taken"
        self.notify(told, severity="warning", timeout=8, markup=False)

    def fail(self, error: FactcheckError) -> None:
        """Leave, as the article that was asked for cannot be opened."""
        self.failure = error
        self.exit(return_code=error.exit_code)

    def on_open_article(self, message: OpenArticle) -> None:
        """Open an article from the list, or a file."""
        from factcheck.reading import ReadOptions

        # What the command line said of one article is of no other, but for what may be fetched.
        options = self._options and ReadOptions(no_private=self._options.no_private)
        self.push_screen(
            screens.ReviewScreen(
                self.tools,
                message.argument,
                options=options,
                on_failure=lambda error: self.push_screen(screens.ErrorDialog.of(error)),
            )
        )

    def on_reopen_article(self, message: ReopenArticle) -> None:
        """Put an article under check again, and open it."""
        from factcheck.review import Review

        try:
            Review(self.tools.desk(), message.article).reopen()
        except FactcheckError as error:
            self.push_screen(screens.ErrorDialog.of(error))
        else:
            self.post_message(OpenArticle(str(message.article)))

    def on_unmount(self) -> None:
        """Let go of the desk, and wait for nobody who is still reading or fetching something."""
        self.tools.close()
        if not (self.is_headless or self.is_web):
            self._hurry(self.return_code or 0)

    def _leave_at_once(self, code: int) -> None:
        """Leave as the terminal has gone, or somebody wants it; Textual would go on reading from nothing."""
        self._hurry(code)
        for screen in self.screen_stack:
            if isinstance(screen, screens.ReviewScreen):
                screen.keep_open_form()
        self.exit(return_code=code)

    def _hurry(self, code: int) -> None:
        """Wait only so long for whoever is still at work."""
        hurry = threading.Timer(_SECONDS_TO_LEAVE, os._exit, [code])
        hurry.daemon = True
        hurry.start()

    # Commands of every screen

    def action_pane_next(self) -> None:
        """Give the focus to the next pane."""
        self.screen.focus_next()

    def action_pane_previous(self) -> None:
        """Give the focus to the pane before."""
        self.screen.focus_previous()

    def action_tour(self) -> None:
        """Show the tour."""
        self.push_screen(screens.TourDialog(self.keymap))

    def action_suspend_process(self) -> None:
        """Leave for the shell, whose fg comes back here; who started us, as uv does, must rest as well."""
        if sys.platform == "win32" or self.is_headless or self.is_web:
            self.notify("there is no shell to go to here", markup=False)
        else:
            with self.suspend():
                rest()

    def action_help(self) -> None:
        """Show the keys."""
        if isinstance(self.screen, FactcheckScreen):
            panes = []
            if isinstance(self.screen, screens.ReviewScreen):
                panes = [Scope.PANE, *([Scope.PANEL] if self.screen.in_panel else [])]
            commands = self.screen.offered(self.screen.SCOPE, *panes, Scope.EVERYWHERE)
            self.push_screen(screens.HelpDialog(self.keymap, commands, self.screen.about))

    def action_theme(self) -> None:
        """Choose the colours."""
        names = sorted(self.available_themes, key=lambda name: (not name.startswith("factcheck"), name))

        def use(name: str | None) -> None:
            if name is not None:
                self.theme = name
                state.remember_theme(self.tools.config, name)

        choices = [screens.Choice(name, name) for name in names]
        self.push_screen(screens.PickDialog("Theme", choices, chosen=names.index(self.theme)), use)

    def action_help_quit(self) -> None:
        """Copy what is selected, or say how to leave to one who presses ctrl+c out of habit."""
        if isinstance(self.screen, screens.ReviewScreen) and self.screen.has_selection:
            self.screen.action_claim_copy()
        else:
            self.notify(f"{self.keymap.shown('quit')} leaves; everything is saved", markup=False)

    async def action_quit(self) -> None:
        """Leave. Verdicts, notes and sources are on the desk; a text that was only begun is kept beside it."""
        if isinstance(self.screen, screens.DraftForm):
            self.notify("esc closes this first, and keeps the draft", markup=False)
            return
        drafts = " ".join(screen.unsafe for screen in self.screen_stack if isinstance(screen, screens.ReviewScreen))
        if not drafts:
            self.exit()
            return

        def leave(agreed: bool | None) -> None:
            if agreed:
                self.exit()

        self.push_screen(
            screens.ConfirmDialog("Leave with unsaved drafts?", drafts, agree="drops them and leaves"), leave
        )

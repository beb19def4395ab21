"""The command palette: the command table once more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider

from factcheck.tui.commands import Scope
from factcheck.tui.screens.base import FactcheckScreen

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from factcheck.tui.commands import Command


class CommandsProvider(Provider):
    """Offers every command that can be given on the screen below the palette."""

    def _commands(self) -> Sequence[Command]:
        screen = self.screen
        return screen.offered(screen.SCOPE, Scope.EVERYWHERE) if isinstance(screen, FactcheckScreen) else ()

    def _help(self, command: Command) -> str:
        keys = self.screen.keymap.all_shown(command) if isinstance(self.screen, FactcheckScreen) else ""
        return f"{keys}  {command.help}"

    def _give(self, command: Command) -> Callable[[], Awaitable[object]]:
        node = self.app if command.scope is Scope.EVERYWHERE else self.screen
        return partial(node.run_action, command.action)

    async def discover(self) -> Hits:
        """All of them, while nothing is typed."""
        for command in self._commands():
            yield DiscoveryHit(command.label, self._give(command), help=self._help(command))

    async def search(self, query: str) -> Hits:
        """Those whose name or help has the letters that were typed."""
        matcher = self.matcher(query)
        for command in self._commands():
            score = max(matcher.match(command.label), matcher.match(command.help) * 0.5)
            if score > 0:
                yield Hit(score, matcher.highlight(command.label), self._give(command), help=self._help(command))

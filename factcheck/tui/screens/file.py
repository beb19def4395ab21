"""Asking for a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.suggester import Suggester

from factcheck.config import expanded
from factcheck.tui.screens.dialog import AskDialog
from factcheck.tui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget


def typed(argument: str) -> str:
    """What was typed as it is to be read: a web address as it stands, of a path the home folder filled in."""
    from factcheck.reading import is_address

    return argument if is_address(argument) else str(expanded(argument))


class _Paths(Suggester):
    """Completes the path of a file."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The first file or folder whose name goes on from here."""
        return _completed(value)


def _completed(path: str) -> str | None:
    folder, _, name = path.rpartition("/")
    try:
        place = expanded(f"{folder}/" if "/" in path else ".")
        found = sorted(entry.name for entry in place.iterdir() if name and entry.name.startswith(name))
    except (OSError, RuntimeError, ValueError):
        return None
    return path + found[0][len(name) :] if found else None


class FileDialog(AskDialog):
    """Asks for a file, and completes its path.

    Args:
        title: What is asked.
        path: Stands there already, selected.
        does: What Enter does.
        fetched: Whether it may be a web address.
    """

    def __init__(
        self, title: str = "Open an article", path: str = "", does: str = "opens", *, fetched: bool = True
    ) -> None:
        super().__init__(title, f"enter {does} · → takes the suggestion · esc closes", path)
        self._fetched = fetched

    def content(self) -> Iterable[Widget]:
        """The line."""
        told = f"path of a file{', or a web address' if self._fetched else ''}"
        yield Field(self._value, id="asked", compact=True, suggester=_Paths(), placeholder=told)

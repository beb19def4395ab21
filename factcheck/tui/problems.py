"""What is wrong with the configuration and only the app can tell: keys and colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.config import DEFAULT_THEME, place
from factcheck.tui.commands import BY_ID
from factcheck.tui.themes import is_known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.config import Config
    from factcheck.tui.keymap import Keymap


def problems(config: Config, keymap: Keymap) -> Sequence[str]:
    """What could not be used of it, one line each, with its file and line, as ``config.problems`` tells the rest."""
    unknown = not is_known(config.theme)
    if not (unknown or keymap.problems):
        return ()
    try:
        text = config.path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        text = ""
    found = []
    if unknown:
        stands = place(config.path, text, "theme")
        found.append(f"{stands}: there is no theme {config.theme!r}; {DEFAULT_THEME} is used")
    for name, problem in keymap.problems:
        stays = "; its default key stays" if name in BY_ID else ""
        found.append(f"{place(config.path, text, name, 'keys')}: {name}: {problem}{stays}")
    return found

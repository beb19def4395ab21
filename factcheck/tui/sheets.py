"""The style sheets: one for the first window of an article, and the others, which nobody has to wait for.

To read them all takes 10 ms of CPU; to lay that window out and paint it, 15.
"""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from textual.app import App

_FOLDER: Final = Path(__file__).with_name("styles")

FIRST: Final[list[str | PurePath]] = [_FOLDER / "frame.tcss"]
"""How the parts of an article's screen lie."""

OTHERS: Final[list[str | PurePath]] = [_FOLDER / f"{name}.tcss" for name in ("panes", "screens", "dialogs")]
"""What stands in these parts, and what may come over them."""


def complete(app: App[Any]) -> None:
    """Read the others, unless that was done; nothing that is laid out by then may want a word of them.

    A screen that came before would have Textual read them, who then parses everything once more.
    """
    missing = [path for path in OTHERS if not app.stylesheet.has_source(str(path))]
    if missing:
        app.stylesheet.read_all([*map(Path, missing)])
        app.stylesheet.parse()

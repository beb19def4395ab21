"""Ready keymaps for people who come from other tools; ``keymap`` in the configuration chooses one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

VIM: Final[Mapping[str, str]] = {
    "undo": "u",
    "redo": "ctrl+r",
    "claim-unsource": "l 3",  # it lacks a source: u undoes, as in vim
    "claim-unsource-stay": "L",
    "claim-copies": "ctrl+y",
    "article-log": "h",
    "search-next": "n",
    "search-previous": "N",
    "claim-note": "i",
    "page-down": "ctrl+d ctrl+f pagedown space",
    "page-up": "ctrl+u ctrl+b pageup",
    "pane-next": "ctrl+w tab",
}
"""u undoes and ctrl+r does again, n and N go from hit to hit, ctrl+d and ctrl+u scroll; i writes a note."""

PRODIGY: Final[Mapping[str, str]] = {
    "claim-verify": "a v 1",
    "claim-dispute": "x d 2",
    "claim-unsource": "space u 3",
    "undo": "backspace z",
    "claim-resolve": "B",  # a accepts
    "claim-remove": "delete",  # x rejects
    "page-down": "pagedown ctrl+f",
}
"""Accept, reject, ignore and undo as Prodigy has them: a, x, space, backspace."""

PRESETS: Final[Mapping[str, Mapping[str, str]]] = {"default": {}, "vim": VIM, "prodigy": PRODIGY}
"""Preset -> command id -> keys; what it does not name stays at its default."""

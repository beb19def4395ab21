"""Copying to the clipboard: by a program of the machine where there is one, else by the terminal."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import Final

_PROGRAMS: Final = (
    ("pbcopy", (), ""),
    ("wl-copy", (), "WAYLAND_DISPLAY"),
    ("xclip", ("-selection", "clipboard"), "DISPLAY"),
)
_SECONDS: Final = 2


def copy(text: str) -> str:
    """Hand a text to the machine's clipboard program.

    Returns:
        The program's name, empty when there is none that works here.
    """
    for name, arguments, wants in _PROGRAMS:
        program = shutil.which(name)
        if program is None or (wants and not os.environ.get(wants)):
            continue
        try:
            subprocess.run(  # noqa: S603  # a fixed list of programs; the text goes in over stdin
                [program, *arguments],
                input=text.encode("utf-8", "replace"),
                check=True,
                timeout=_SECONDS,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except (OSError, subprocess.SubprocessError):
            continue
        return name
    return ""

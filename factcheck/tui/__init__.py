"""The terminal app: the article next to its claims, marked from the keyboard."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.reading import ReadOptions

__all__ = ["run"]


def run(config: Config, argument: str | None, options: ReadOptions | None = None) -> int:
    """Open the app and stay in it until the checker leaves.

    Args:
        config: What the checker has chosen.
        argument: An article to begin with: a path, or the id or slug of one on the desk; None for the list of articles.
        options: How that article is to be read; None for as it is.

    Returns:
        The exit code.

    Raises:
        FactcheckError: when the article or the desk cannot be opened, or there is no terminal.
    """
    if "TEXTUAL_DRIVER" not in os.environ and not (sys.stdin.isatty() and sys.stderr.isatty()):
        # Textual draws on standard error, and would wait for keys of an ended standard input without a pause.
        raise UsageError("there is no terminal for keys and screen", "start it without a pipe and without redirection")
    # Hardly anything of what is made until the window is there is garbage; the app turns it on again.
    gc.disable()
    from factcheck.tui.app import FactcheckApp
    from factcheck.tui.clipboard import copy
    from factcheck.tui.plain import terminal_encoding
    from factcheck.tui.tools import Tools

    encoding = "ascii" if config.ascii else terminal_encoding()
    app = FactcheckApp(Tools(config, clipboard=copy, ascii_encoding=encoding), argument, options)
    app.run()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0

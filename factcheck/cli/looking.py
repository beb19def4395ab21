"""The desk for commands that only look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.desk import Desk


def look_at_desk(config: Config) -> Desk:
    """Open the desk without writing: so it may be read-only, and another program may be writing in it meanwhile.

    Where there is none yet, or an empty file, a new one is made, so that nobody has to tell the two apart.

    Raises:
        DeskError: when it cannot be opened.
    """
    from factcheck.desk import connect

    try:
        there = config.desk.stat().st_size > 0
    except OSError:
        # What is wrong besides that it is missing is told by who opens it.
        there = False
    return connect(config.desk, who=config.checker, read_only=there)

"""When an export was made: now, or when whoever wants the same bytes again says that it was."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

VARIABLE: Final = "SOURCE_DATE_EPOCH"
"""Of the environment: seconds since 1970, as reproducible-builds.org specifies it."""


def export_time(clock: Callable[[], datetime]) -> datetime:
    """The time that an export tells as its own.

    Args:
        clock: Asked when the environment says nothing.

    Raises:
        UsageError: what the environment says is no time.
    """
    said = os.environ.get(VARIABLE, "")
    if not said:
        return clock()
    try:
        return datetime.fromtimestamp(int(said), UTC)
    except (ValueError, OverflowError, OSError):
        raise UsageError(
            f"{VARIABLE} {said!r} is no time", "give it as whole seconds since 1970, or unset it"
        ) from None

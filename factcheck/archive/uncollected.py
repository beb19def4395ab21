"""Work during which garbage collection waits."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def uncollected() -> Iterator[None]:
    """Let garbage collection wait until a block ends.

    For short work that makes many things and no cycles among them: a full collection looks at all that the program
    holds, which with a pipeline loaded takes longer than to match an article.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()

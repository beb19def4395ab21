"""What is an address on the web, as opposed to a path or the name of an article."""

from __future__ import annotations

import re
from typing import Final

_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]{1,20}:/", re.IGNORECASE)
"""A single letter before the colon is a drive of Windows."""


def is_address(argument: str) -> bool:
    """Whether an ARTICLE is written as a web address."""
    return bool(_ADDRESS.match(argument))

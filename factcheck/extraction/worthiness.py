"""How much a sentence is worth checking."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_DIGIT = re.compile(r"\d")


def check_worthiness(sentences: Sequence[str]) -> list[float]:
    """Score sentences by their words alone.

    Args:
        sentences: Plain text, one statement each.

    Returns:
        One number for each, 0 to 1; at .5 a checker should look.
    """
    return [1 / (1 + math.exp(0.5 - bool(_DIGIT.search(text)))) for text in sentences]

"""Words as directions: the nearer two point, the likelier their words stand in the same sentences.

They are GloVe's (Pennington, Socher and Manning, 2014; in the public domain, PDDL 1.0) for its 40,000 commonest words,
by stem, cut to 48 dimensions by ``tests/bench/make_word_vectors.py``. They are shipped, since the pinned spaCy pipeline
has none, and so that to look something up need not load a pipeline.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Mapping

STEMS_FILE: Final = "word_vectors.txt"
VECTORS_FILE: Final = "word_vectors.npy"
STEPS: Final = 127
"""What a vector's numbers were multiplied by before they were rounded."""

Direction = NDArray[np.float32]
"""48 numbers, of length 1; all 0 where nothing is known of any word."""


def direction(telling: Mapping[str, float]) -> Direction:
    """Where some words point together.

    Args:
        telling: The stem of each, with what it counts for.
    """
    places, table = _table()
    known = [(places[stem], counts) for stem, counts in telling.items() if stem in places]
    rows = [row for row, _ in known]
    together = np.array([counts for _, counts in known], np.float32) @ table[rows].astype(np.float32)
    return together / (float(np.linalg.norm(together)) or 1.0)


@cache
def _table() -> tuple[Mapping[str, int], NDArray[np.int8]]:
    """The row of each stem, and the rows."""
    folder = resources.files("factcheck.archive")
    stems = folder.joinpath(STEMS_FILE).read_text("utf-8").split()
    with resources.as_file(folder.joinpath(VECTORS_FILE)) as file:
        return {stem: row for row, stem in enumerate(stems)}, np.load(file, allow_pickle=False)

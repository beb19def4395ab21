"""Learn the weights of ``factcheck.extraction.worthiness`` from CT24's training sentences.

    python tests/bench/train_worthiness.py ct24_train.tsv

The file is CLEF CheckThat! 2024 task 1, English (columns Sentence_id, Text, class_label), CC BY 4.0. Logistic
regression by Newton's method; the line is the score with the best F1 over five held-out parts.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import numpy.typing as npt

import factcheck.extraction
from factcheck.extraction.worthiness import WEIGHTS_FILE, features, vocabulary

WORDS = 300
"""Words that get a weight of their own: those that tell the two classes apart best."""
LEAST = 25
"""Sentences that a word must occur in."""
RIDGE = 10.0
"""How strongly weights are pulled to 0."""
PARTS = 5

Floats = npt.NDArray[np.float64]


def telling_words(sentences: list[set[str]], labels: Floats) -> list[str]:
    """Find the words with the largest chi-squared."""
    every = Counter(word for words in sentences for word in words)
    positive = Counter(word for words, label in zip(sentences, labels, strict=True) if label for word in words)
    share = float(labels.mean())

    def spread(word: str) -> float:
        expected = every[word] * share
        return (positive[word] - expected) ** 2 * (1 / expected + 1 / (every[word] - expected))

    common = [word for word, count in every.items() if count >= LEAST]
    return sorted(sorted(common), key=spread, reverse=True)[:WORDS]


def fit(rows: Floats, labels: Floats) -> Floats:
    """Fit a ridge logistic regression; the last column is the constant and is not pulled."""
    weights = np.zeros(rows.shape[1])
    ridge = np.eye(rows.shape[1]) * RIDGE
    ridge[-1, -1] = 0
    for _ in range(25):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - labels) + ridge @ weights
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + ridge
        step = np.linalg.solve(bend, slope)
        weights = weights - step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def best_line(scores: Floats, labels: Floats) -> float:
    """Find the score from which calling a sentence worth checking gives the best F1."""

    def f1(line: float) -> float:
        called = scores >= line
        return float(2 * (called * labels).sum() / (called.sum() + labels.sum()))

    return max((float(line) for line in np.quantile(scores, np.linspace(0.3, 0.95, 200))), key=f1)


def main() -> None:
    csv.field_size_limit(10**9)
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file, delimiter="\t"))
    labels = np.array([line["class_label"] == "Yes" for line in lines], dtype=np.float64)
    counted = [features(line["Text"]) for line in lines]
    spoken = [vocabulary(line["Text"]) for line in lines]
    names = sorted({name for found in counted for name in found})
    words = telling_words(spoken, labels)
    rows = np.array(
        [
            [found.get(name, 0.0) for name in names] + [float(word in said) for word in words] + [1.0]
            for found, said in zip(counted, spoken, strict=True)
        ]
    )
    part = np.random.default_rng(24).integers(0, PARTS, len(labels))
    held_out = np.zeros(len(labels))
    for number in range(PARTS):
        held_out[part == number] = rows[part == number] @ fit(rows[part != number], labels[part != number])
    weights = fit(rows, labels)
    line = best_line(held_out, labels) - weights[-1]
    data = {
        "line": round(line, 3),
        "features": {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=False)},
        "words": dict(
            sorted((word, round(float(weight), 3)) for word, weight in zip(words, weights[len(names) :], strict=False))
        ),
    }
    target = Path(factcheck.extraction.__file__).with_name(WEIGHTS_FILE)
    target.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{target}: {len(names)} features, {len(words)} words, line {line:.3f}")


if __name__ == "__main__":
    main()

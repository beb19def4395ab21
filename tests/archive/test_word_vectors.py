from __future__ import annotations

import numpy as np
import pytest

from factcheck.archive.word_vectors import direction


def alike(here: dict[str, float], there: dict[str, float]) -> float:
    return float(direction(here) @ direction(there))


def test_words_that_are_used_alike_point_together() -> None:
    assert alike({"ship": 1.0}, {"vessel": 1.0}) > 0.7
    assert alike({"ship": 1.0}, {"vessel": 1.0}) > alike({"ship": 1.0}, {"piano": 1.0}) + 0.4


def test_each_word_counts_for_what_it_tells() -> None:
    mixed = {"ship": 9.0, "piano": 1.0}
    assert alike(mixed, {"ship": 1.0}) > alike(mixed, {"piano": 1.0}) + 0.5


def test_a_direction_has_length_one_however_much_its_words_tell() -> None:
    assert np.linalg.norm(direction({"ship": 12.5, "piano": 0.5})) == pytest.approx(1.0, abs=1e-5)


@pytest.mark.parametrize("telling", [{}, {"qzxv": 3.0}, {"ship": 0.0}])
def test_unknown_words_point_nowhere(telling: dict[str, float]) -> None:
    assert not direction(telling).any()

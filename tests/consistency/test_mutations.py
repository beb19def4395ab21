"""Errors planted one at a time in our own stories are found."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from factcheck.consistency import examine
from factcheck.reading import read
from tests.bench.findings import ERRORS, STORIES, changed, is_told

KINDS = ("name", "quotation", "weekday", "sum", "order")
"""Those for which the stories have places enough."""


@pytest.fixture(scope="module")
def counts() -> tuple[Counter[str], Counter[str]]:
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for path in sorted(STORIES.glob("*.txt")):
        chance = random.Random(path.name)
        before = examine(read(path))
        for kind in KINDS:
            changes = list(ERRORS[kind](before, chance))
            for change in chance.sample(changes, min(2, len(changes))):
                planted[kind] += 1
                found[kind] += is_told(before, examine(changed(before.article, change)), change)
    return planted, found


@pytest.mark.parametrize("kind", KINDS)
def test_nearly_all_planted_errors_are_told(counts: tuple[Counter[str], Counter[str]], kind: str) -> None:
    planted, found = counts
    assert planted[kind] >= 9
    assert found[kind] >= 0.8 * planted[kind], f"{found[kind]} of {planted[kind]}"

from __future__ import annotations

from factcheck.extraction import check_worthiness
from tests.conftest import HOSTILE


def test_figures_rank_above_feelings() -> None:
    figure, promise, feeling, question = check_worthiness(
        [
            "Unemployment fell by 3 percent last year, and we spent $2 billion on roads.",
            "We will build a better future.",
            "I think it is wonderful to be here.",
            "Do you believe that?",
        ]
    )
    assert figure > 0.5 > max(promise, feeling, question)


def test_scores_lie_between_0_and_1_for_any_text() -> None:
    scores = check_worthiness(["", " ", HOSTILE, "9" * 1000, "percent " * 500])
    assert all(0 <= score <= 1 for score in scores)
    assert check_worthiness([]) == []

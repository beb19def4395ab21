from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from factcheck.archive import Op, Run, difference


def test_words_that_changed_stand_beside_each_other() -> None:
    assert difference("The flood killed 45 people in May", "The flood killed 47 in all people") == (
        Run(Op.EQUAL, "The flood killed", "The flood killed"),
        Run(Op.CHANGED, "45", "47 in all"),
        Run(Op.EQUAL, "people", "people"),
        Run(Op.HERE, "in May", ""),
    )


def test_case_marks_and_punctuation_are_no_change() -> None:
    assert [run.op for run in difference("“We saw it,” she said.", '"we saw it" she said')] == [Op.EQUAL]


def test_nothing_beside_something() -> None:
    assert difference("", "") == ()
    assert difference("", "a b") == (Run(Op.THERE, "", "a b"),)


words = st.lists(
    st.sampled_from(["a", "b", "c.", "“D”", "[b]", "[/]", "東京", "👩‍👩‍👧‍👦", "e\u0301", "—", "שלום"])
).map(" ".join)


@given(words, words)
def test_no_word_is_lost(here: str, there: str) -> None:
    runs = difference(here, there)
    assert " ".join(run.here for run in runs if run.here) == here
    assert " ".join(run.there for run in runs if run.there) == there
    assert all((one.op is Op.EQUAL) != (two.op is Op.EQUAL) for one, two in pairwise(runs))

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Span
from factcheck.sweep import Run, Sweep

_SPANS = st.lists(st.tuples(st.integers(-3, 60), st.integers(-3, 60)).map(lambda ends: Span(*ends)), max_size=12)


@given(_SPANS, st.integers(0, 50))
def test_runs_partition_the_text(spans: list[Span], length: int) -> None:
    runs = Sweep(spans, length).runs
    assert [run.start for run in runs] == [0, *[run.end for run in runs[:-1]]][: len(runs)]
    assert (runs[-1].end if runs else 0) == length
    assert all(run.start < run.end for run in runs)


@given(_SPANS, st.integers(0, 50))
def test_each_code_point_has_the_claims_that_lie_on_it(spans: list[Span], length: int) -> None:
    sweep = Sweep(spans, length)
    for offset in range(-2, length + 2):
        inside = 0 <= offset < length
        there = tuple(index for index, span in enumerate(spans) if inside and span.start <= offset < span.end)
        assert sweep.at(offset) == there


@given(_SPANS, st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_a_line_gets_its_runs_cut_to_it(spans: list[Span], length: int, start: int, end: int) -> None:
    start, end = min(start, length), min(end, length)
    sweep = Sweep(spans, length)
    pieces = sweep.between(start, end)
    assert "".join("x" * (run.end - run.start) for run in pieces) == "x" * max(0, end - start)
    assert all(sweep.at(run.start) == run.claims == sweep.at(run.end - 1) for run in pieces)


def test_overlapping_claims_share_a_run() -> None:
    assert Sweep([Span(0, 6), Span(4, 9)], 10).runs == (
        Run(0, 4, (0,)),
        Run(4, 6, (0, 1)),
        Run(6, 9, (1,)),
        Run(9, 10, ()),
    )

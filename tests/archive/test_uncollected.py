"""Garbage collection waits while an article is matched, and goes on afterwards, however that ended."""

from __future__ import annotations

import gc

import pytest

from factcheck.archive.uncollected import uncollected


def test_collection_goes_on_afterwards() -> None:
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_collection_goes_on_after_a_failure() -> None:
    with pytest.raises(ZeroDivisionError), uncollected():
        _ = 1 / 0
    assert gc.isenabled()

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.desk import Desk, connect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Clock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.db"


@pytest.fixture
def desk(path: Path, clock: Clock) -> Iterator[Desk]:
    with connect(path, who="Ada", clock=clock, wait=0.2) as desk:
        yield desk

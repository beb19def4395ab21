"""The formats are a public interface: a change in their bytes is meant, or it is a mistake."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.checklist import FORMATS, KINDS, render

if TYPE_CHECKING:
    from factcheck.model import Checklist

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(("what", "name"), [(what, name) for what in KINDS for name in KINDS[what].formats])
def test_the_bytes_are_those_agreed_on(
    checklist: Checklist, published: Checklist, tmp_path: Path, what: str, name: str
) -> None:
    agreed = GOLDEN / f"{what}{FORMATS[name]}"
    now = tmp_path / agreed.name
    now.write_bytes(render(published if name == "claimreview" else checklist, name, what))
    assert now.read_bytes() == agreed.read_bytes(), f"if the change is meant: cp {now} {agreed}"

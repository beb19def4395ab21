"""Packages that import what they offer when it is asked for: what they say to type checkers is what they give."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path

import pytest

PACKAGES = ("factcheck.model", "factcheck.reading", "factcheck.review", "factcheck.tui.screens")


def told_to_type_checkers(package: str) -> list[tuple[str, str]]:
    """Modules and names that a package imports only while types are checked."""
    source = Path(str(import_module(package).__file__)).read_text("utf-8")
    blocks = [node for node in ast.parse(source).body if isinstance(node, ast.If)]
    imports = [node for block in blocks for node in block.body if isinstance(node, ast.ImportFrom)]
    return [(str(node.module), name.name) for node in imports for name in node.names]


@pytest.mark.parametrize("package", PACKAGES)
def test_every_name_is_there_and_is_what_its_module_has(package: str) -> None:
    told = told_to_type_checkers(package)
    assert told
    for module, name in told:
        assert getattr(import_module(package), name) is getattr(import_module(module), name)


@pytest.mark.parametrize("package", PACKAGES)
def test_another_name_is_missed_as_in_any_module(package: str) -> None:
    with pytest.raises(AttributeError, match=f"module '{package}' has no attribute 'nothing'"):
        import_module(package).nothing  # noqa: B018  # asked for, not used

"""What must not stand in the app's source, since text that is not ours would become markup."""

from __future__ import annotations

import ast
import re

import pytest

from tests.conftest import ROOT

_SOURCES = sorted((ROOT / "factcheck" / "tui").rglob("*.py"))


@pytest.mark.parametrize("word", ["escape(", "from_markup(", "Text.from_markup", "render_markup"])
def test_markup_is_never_made(word: str) -> None:
    found = [
        path.name
        for path in _SOURCES
        if re.search(rf"(?<![\w.]){re.escape(word)}|\.{re.escape(word)}", path.read_text("utf-8"))
    ]
    assert found == []


def test_every_toast_and_widget_that_takes_text_is_told_that_it_is_no_markup() -> None:
    missing = []
    for path in _SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if name in {"notify", "Static", "OptionList"} and "markup" not in {word.arg for word in node.keywords}:
                    missing.append(f"{path.name}:{node.lineno} {name}")
                if name == "Label" and not all(isinstance(value, ast.Constant) for value in node.args):
                    missing.append(f"{path.name}:{node.lineno} {name}")
    assert missing == []


def test_no_colour_stands_in_the_code() -> None:
    own = {"themes.py"}
    found = [
        path.name
        for path in _SOURCES
        if path.name not in own and re.search(r"#[0-9a-fA-F]{6}\b", path.read_text("utf-8"))
    ]
    assert found == []


def test_modules_stay_small() -> None:
    sizes = {path.name: len(path.read_text("utf-8").splitlines()) for path in _SOURCES}
    assert sizes["app.py"] < 300
    assert {name: size for name, size in sizes.items() if size > 450} == {}

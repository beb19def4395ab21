"""The documentation is that of this program."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from factcheck.cli import parser
from factcheck.config import load
from factcheck.tui.commands import COMMANDS
from tests.conftest import ROOT
from tests.keys_page import PATH, page

if TYPE_CHECKING:
    from pathlib import Path


def test_the_page_of_keys_is_that_of_the_table() -> None:
    assert PATH.read_text("utf-8") == page(), "bash .ci/run keys writes it anew"
    assert all(f"`{command.id}`" in page() for command in COMMANDS)


def test_the_readme_names_every_command_and_no_other() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    table = text.partition("## Commands")[2].partition("\n## ")[0]
    named = set(re.findall(r"`factcheck (\w+)", table))
    there = set(re.findall(r"^    (\w+) ", parser().format_help(), re.MULTILINE))
    assert named == there


def test_the_configuration_in_the_readme_is_one_that_is_understood(tmp_path: Path) -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    example = text.partition("## Configuration")[2].partition("```toml\n")[2].partition("```")[0]
    path = tmp_path / "config.toml"
    path.write_text(example, "utf-8")
    assert load(path=path, env={}).problems == ()
    settings = set(re.findall(r"^(\w+) =", example.partition("[")[0], re.MULTILINE))
    assert {"checker", "desk", "pipeline", "advance", "theme", "export_dir", "keymap", "ascii"} <= settings


def test_the_tour_is_one_that_asciinema_plays_and_tells_nothing_of_the_machine() -> None:
    head, *events = (json.loads(line) for line in (ROOT / "docs" / "tour.cast").read_text("utf-8").splitlines())
    assert (head["version"], head["width"], head["height"]) == (2, 80, 24)
    times = [at for at, _, _ in events]
    assert times == sorted(times)
    assert 40 < times[-1] < 90
    assert {kind for _, kind, _ in events} == {"o"}
    text = "".join(painted for _, _, painted in events)
    assert all(
        words in text for words in ("met before", "disputed", "conflict", "undone", "Whom to phone", "first read")
    )
    assert not re.search(r"/(home|root|tmp|Users)/", text)


def test_links_between_our_pages_lead_somewhere() -> None:
    for page_ in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")):
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page_.read_text("utf-8")):
            assert (page_.parent / target).exists(), f"{page_.name}: {target}"

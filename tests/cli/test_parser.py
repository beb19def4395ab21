"""Which commands there are, and that one is understood without what declares the others."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys

import pytest

from factcheck.cli import COMMANDS, parser


def declared(named: str = "") -> list[str]:
    """The commands that the parser knows."""
    (commands,) = (one for one in parser(named)._actions if isinstance(one, argparse._SubParsersAction))
    return list(commands.choices)


def test_the_whole_command_line_has_every_command_in_the_order_of_the_help() -> None:
    assert declared() == [command for names in COMMANDS.values() for command in names.split()]
    assert declared("nonsense") == declared("--help") == declared()


@pytest.mark.parametrize("names", COMMANDS.values())
def test_a_command_is_found_in_the_module_that_declares_it(names: str) -> None:
    for command in names.split():
        assert declared(command) == names.split()


@pytest.mark.parametrize("before", [(), ("--desk", "export"), ("--desk=export",)])
def test_a_command_imports_none_of_the_others_wherever_the_desk_is_named(before: tuple[str, ...]) -> None:
    code = "import json, sys; from factcheck.cli import main; main(sys.argv[1:]); print(json.dumps(list(sys.modules)))"
    command = [sys.executable, "-c", code, *before, "where"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = json.loads(done.stdout.splitlines()[-1])
    assert "factcheck.cli.places" in loaded
    assert {f"factcheck.cli.{module}" for module in COMMANDS}.intersection(loaded) == {"factcheck.cli.places"}

"""The commands that tell about the program itself: ``where`` and ``keys``."""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING

from factcheck.cli.output import complain, say, say_json

if TYPE_CHECKING:
    import argparse

    from factcheck.cli.output import CommandMaker
    from factcheck.config import Config


def add_commands(command: CommandMaker) -> None:
    """Declare the commands of this module."""
    where = command("where", "print which files factcheck uses")
    where.add_argument("--json", action="store_true")
    where.set_defaults(run=run_where)
    keys = command("keys", "print the keys as they are now")
    keys.add_argument("--json", action="store_true")
    keys.set_defaults(run=run_keys)


def run_where(arguments: argparse.Namespace, config: Config) -> int:
    """Print the paths of the configuration, of what is remembered, and the desk, which holds the archive too."""
    places = {"config": config.path, "desk": config.desk, "archive": config.desk}
    if config.state is not None:
        places["state"] = config.state
    if arguments.json:
        say_json({name: str(path) for name, path in places.items()})
        return 0
    for name, path in places.items():
        there = os.path.exists(path)  # noqa: PTH110  # Path.exists fails in a folder that may not be entered
        say(f"{name:8} {path}{'' if there else '  (not there yet)'}")
    return 0


def run_keys(arguments: argparse.Namespace, config: Config) -> int:
    """Print every command of the app with its id and its effective keys, and what is wrong with the configuration."""
    from factcheck.tui.commands import COMMANDS
    from factcheck.tui.keymap import Keymap
    from factcheck.tui.problems import problems

    keymap = Keymap(config.keys, config.keymap)
    for problem in problems(config, keymap):
        complain(problem)
    if arguments.json:
        rows = [
            {"id": command.id, "keys": list(keymap.keys[command.id]), "scope": command.scope, "help": command.help}
            for command in COMMANDS
        ]
        say_json({"schema": "factcheck.keys/1", "keys": rows})
        return 0
    width = max(len(command.id) for command in COMMANDS)
    for command in COMMANDS:
        say(f"{keymap.all_shown(command):12} {command.id:{width}}  {command.help}")
    return 0

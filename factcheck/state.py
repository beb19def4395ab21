"""What the program remembers for the person at the desk from one day to the next.

Nothing in it is worth a message: what cannot be read is forgotten, what cannot be written is not remembered.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.config import Config


def export_folder(config: Config) -> Path:
    """Where the next export goes: where the last one went, unless the configuration has changed its mind since."""
    known = _read(config)
    folder = Path(known.get("export_folder", ""))
    with suppress(OSError, ValueError):
        if known.get("export_dir") == _configured(config) and folder.is_absolute() and folder.is_dir():
            return folder
    return config.export_dir or Path.cwd()


def remember_export_folder(config: Config, folder: Path) -> None:
    """Remember where an export went."""
    _remember(config, export_dir=_configured(config), export_folder=str(folder.absolute()))


def layout(config: Config) -> str:
    """How the panes of the review screen lay last; empty when nobody has arranged them."""
    return _read(config).get("layout", "")


def remember_layout(config: Config, layout: str) -> None:
    """Remember how the panes lie."""
    _remember(config, layout=layout)


def _configured(config: Config) -> str:
    return str(config.export_dir or "")


def _remember(config: Config, **new: str) -> None:
    if config.state is None:
        return
    said = {**_read(config), **new}
    with suppress(OSError, ValueError):
        config.state.parent.mkdir(parents=True, exist_ok=True)
        config.state.write_text(json.dumps(said, indent=2) + "\n", "utf-8")


def _read(config: Config) -> Mapping[str, str]:
    if config.state is None:
        return {}
    try:
        said = json.loads(config.state.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) and all(isinstance(value, str) for value in said.values()) else {}

"""Records ``docs/tour.cast``: the real app in a terminal, from the first screen to the last, as asciinema plays it.

Run it with ``bash .ci/run cast`` on Linux or macOS. The keys are pressed when the screen has come to rest, and the
times in the file are those of the script: a slow machine records the same tour.
"""

from __future__ import annotations

import codecs
import fcntl
import json
import os
import pty
import select
import struct
import sys
import tempfile
import termios
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.conftest import ROOT

CAST: Final = ROOT / "docs" / "tour.cast"
WIDTH: Final = 80
HEIGHT: Final = 24
_COMMAND: Final = "factcheck demo"
_TYPING: Final = 0.07
"""Seconds between two letters, as they are told."""
_REST: Final = 0.4
"""Seconds without a byte after which the screen is at rest."""
_LOOK: Final = 1.5
"""Seconds after which it is taken as it is, when what is waited for is there."""
_PATIENCE: Final = 120
"""Seconds after which something that is waited for does not come any more."""


@dataclass(frozen=True, slots=True)
class Step:
    """Some keys, what the screen shows for them, and how long one looks at it."""

    keys: str
    seconds: float
    shows: str = ""
    """Part of what is painted, waited for as it comes from the background."""


STEPS: Final = (
    Step("", 4, "met before"),
    Step("j", 1.5),
    Step("j", 1.5),
    Step("v", 2),
    Step("c", 3, "of 3"),
    Step("c", 3, "side 2"),
    Step("d", 2),
    Step("/", 1),
    Step("lifeboats", 0.5),
    Step("\r", 4, "Search"),
    Step("m", 4, "compared"),
    Step("t", 3),
    Step("r", 1.5, "How should"),
    Step(" (1,178 in the report of 1912)", 1),
    Step("\r", 2.5),
    Step("d", 2),
    Step("s", 1.5, "Accessed"),
    Step("British Wreck Commissioner", 1),
    Step("\r", 2.5),
    Step("z", 2),
    Step("H", 3, "Whom to phone"),
    Step("\x1b", 1),
    Step("p", 3.5, "Progress"),
    Step("\x1b", 1),
    Step("W", 3, "first read"),
    Step("W", 1.5),
    Step("?", 3, "Keys"),
    Step("\x1b", 1),
    Step("q", 1),
)


@dataclass
class Terminal:
    """A program in a terminal of its own, and what it paints."""

    events: list[tuple[float, str]] = field(default_factory=list)
    now: float = 0
    _decoder: codecs.IncrementalDecoder = field(default_factory=codecs.getincrementaldecoder("utf-8"))

    def start(self, command: list[str], environment: dict[str, str]) -> None:
        """Start it."""
        self._pid, self._terminal = pty.fork()
        if not self._pid:
            os.execvpe(command[0], command, environment)  # noqa: S606  # there is no shell in it
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, WIDTH, 0, 0))

    def press(self, step: Step) -> None:
        """Press the keys of a step one by one, wait for what they bring, and look at it."""
        for key in step.keys[:-1]:
            os.write(self._terminal, key.encode())
            self._take("")
            self.now += _TYPING
        os.write(self._terminal, step.keys[-1:].encode())
        self._take(step.shows)
        self.now = round(self.now + step.seconds, 2)

    def _take(self, shows: str) -> None:
        """Take what is painted until what is waited for is there, and then until it comes to rest."""
        begun, painted = time.monotonic(), ""
        while True:
            waited = time.monotonic() - begun
            if shows not in painted and waited > _PATIENCE:
                raise SystemExit(f"{shows!r} did not come")
            if shows in painted and waited > _LOOK:
                break  # a cursor that blinks never rests
            if select.select([self._terminal], [], [], _REST)[0]:
                try:
                    data = os.read(self._terminal, 65536)
                except OSError:
                    break  # it has ended
                painted += self._decoder.decode(data)
                if not data:
                    break
            elif shows in painted:
                break
        if painted:
            self.events.append((round(self.now, 2), painted))

    def end(self) -> None:
        """Wait until it has ended."""
        os.waitpid(self._pid, 0)
        os.close(self._terminal)


def record(folder: Path) -> list[tuple[float, str]]:
    """Play the tour on a fresh desk."""
    config = folder / "config.toml"
    config.write_text('checker = "Ada"\n', "utf-8")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "FACTCHECK_CONFIG": str(config),
        "FACTCHECK_STATE": str(folder / "state.json"),
    }
    terminal = Terminal()
    terminal.events.append((0.5, "$ "))
    terminal.events += [(round(1 + _TYPING * at, 2), letter) for at, letter in enumerate(_COMMAND)]
    terminal.now = 2.5
    terminal.events.append((terminal.now, "\r\n"))
    terminal.start([sys.executable, "-m", "factcheck", "demo"], environment)
    for step in STEPS:
        terminal.press(step)
    terminal.end()
    return terminal.events


def main() -> None:
    """Write the file."""
    with tempfile.TemporaryDirectory() as folder:
        events = record(Path(folder))
    header = {"version": 2, "width": WIDTH, "height": HEIGHT, "title": _COMMAND, "env": {"TERM": "xterm-256color"}}
    lines = [json.dumps(header), *(json.dumps([at, "o", text], ensure_ascii=False) for at, text in events)]
    CAST.write_text("\n".join(lines) + "\n", "utf-8", newline="\n")
    print(CAST)


if __name__ == "__main__":
    main()

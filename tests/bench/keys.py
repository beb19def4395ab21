"""What a checker waits for on a real terminal: the first window, and from a key to the last byte that it leads to.

    python tests/bench/keys.py [--json]

The first window is compared with that of an app of Textual's with two empty panes, in CPU of the whole process; what
stands in it some moments later, the claims of an article that the desk knows, is told beside it. Keys are pressed
thirty times a second while the claims of a long article are being found in the background; a key is answered when the
frame is complete that shows its claim. These are times of the clock: another program that works on the machine shows in
them.
"""

from __future__ import annotations

import argparse
import codecs
import errno
import fcntl
import json
import os
import pty
import re
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import split_graphemes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

SIZE = (160, 50)
WORDS = 50_000
KEYS = 500
EACH = 1 / 30
"""Seconds from one key to the next."""
ROUNDS = 7
_MOST_ARTICLES = 10
FIXTURES = Path(__file__).parents[2] / "fixtures"

_TOLD = re.compile(
    r"\x1b\[(\d*);?(\d*)H"
    r"|\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]P][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-OQ-Z\\^-~])"
    r"|([\r\n])|([^\x1b\r\n]+)"
)
_BEGUN = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[\]P][^\x07\x1b]*\x1b?|[ -/]*)?$")
"""A sequence of which the rest is to come."""
_NOT_OURS = ("LC_", "XDG_", "FACTCHECK", "NO_COLOR", "PYTHONDONTWRITEBYTECODE", "COLUMNS", "LINES")
_ASKED = b"\x1b[?2026$p"
_FRAME = "\x1b[?2026l"


class Window:
    """A program on a terminal of its own.

    Args:
        command: The program and its arguments.
        folder: Its home: whatever it writes down stays there.
        size: Columns and lines.
        env: Further variables of its environment.
    """

    def __init__(
        self, command: Sequence[str], folder: Path, size: tuple[int, int] = SIZE, env: Mapping[str, str] | None = None
    ) -> None:
        self.master, slave = pty.openpty()
        self.resize(*size, signalled=False)
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(_NOT_OURS)},
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "HOME": str(folder),
            **(env or {}),
        }
        # Textual paints on the standard error.
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            cwd=folder,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509  # no thread runs yet
        )
        os.close(slave)
        self._cells: dict[tuple[int, int], str] = {}
        self._at = 0, 0
        self._rest = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.raw = ""
        """All that was written."""
        self.frames: list[float] = []
        """When each frame was complete."""
        self.bytes = 0
        """What was written, so far."""

    def resize(self, width: int, height: int, *, signalled: bool = True) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        if signalled:
            self._cells.clear()
            os.killpg(self.process.pid, signal.SIGWINCH)

    def send(self, keys: str | bytes) -> None:
        """Type."""
        data = keys.encode() if isinstance(keys, str) else keys
        while data:
            _, ready, _ = select.select([], [self.master], [], 0.05)
            if ready:
                data = data[os.write(self.master, data[:4096]) :]
            self.read(0)

    def read(self, seconds: float) -> bool:
        """Take in what is written, waiting for it so long; False when nothing came."""
        if self.master < 0:
            return False
        try:
            if not select.select([self.master], [], [], seconds)[0]:
                return False
            data = os.read(self.master, 1 << 16)
        except OSError as error:
            if error.errno != errno.EIO:  # Linux says so when nobody holds the other end any more
                raise
            return False
        if _ASKED in data:
            os.write(self.master, b"\x1b[?2026;2$y")
        self.bytes += len(data)
        self._take(self._decoder.decode(data))
        return bool(data)

    def _take(self, data: str) -> None:
        self.raw += data
        told = self._rest + data
        begun = _BEGUN.search(told)
        end = begun.start() if begun else len(told)
        self._rest = told[end:]
        for found in _TOLD.finditer(told, 0, end):
            row, column, white, text = found.groups()
            y, x = self._at
            if text is not None:
                for first, last, width in split_graphemes(text)[0]:
                    self._cells[y, x] = text[first:last]
                    x += width
            elif white is not None:
                y, x = (y + 1, 0) if white == "\n" else (y, 0)
            elif row is not None:
                y, x = int(row or 1) - 1, int(column or 1) - 1
            elif found.group() in {"\x1b[2J", "\x1b[?1049h", "\x1b[?1049l"}:
                self._cells.clear()
            elif found.group() == _FRAME:
                self.frames.append(time.monotonic())
            self._at = y, x

    def line(self, y: int) -> str:
        """What stands on a line, the first is 0."""
        return "".join(character for (_, _), character in sorted(one for one in self._cells.items() if one[0][0] == y))

    @property
    def text(self) -> str:
        """What stands on the screen."""
        lines: dict[int, list[tuple[int, str]]] = {}
        for (y, x), character in self._cells.items():
            lines.setdefault(y, []).append((x, character))
        return "\n".join("".join(character for _, character in sorted(lines[y])) for y in sorted(lines))

    def until(self, true: Callable[[], bool], seconds: float = 30) -> None:
        """Take in what is written until something is so.

        Raises:
            TimeoutError: with what stands on the screen, when it does not come about.
        """
        end = time.monotonic() + seconds
        while not true():
            if time.monotonic() > end:
                raise TimeoutError(self.text)
            if not self.read(0.05) and self.process.poll() is not None and not true():
                raise TimeoutError(f"it ended: {self.text}")

    def shows(self, words: str) -> Callable[[], bool]:
        """Whether these words stand on the screen."""
        return lambda: words in self.text

    def hang_up(self) -> None:
        """The terminal goes away."""
        if self.master >= 0:
            os.close(self.master)
        self.master = -1

    def end(self, seconds: float = 60) -> int:
        """Wait until it has ended; its exit code.

        Raises:
            TimeoutError: with what stands on the screen, when it does not end.
        """
        end = time.monotonic() + seconds
        while self.process.poll() is None:
            if time.monotonic() > end:
                raise TimeoutError(self.text)
            self.read(0.05)
        self.hang_up()
        return self.process.returncode

    def stop(self) -> None:
        """End it, however it is."""
        self.process.kill()
        self.process.wait()
        self.hang_up()


_PAINTED = """
import sys, time
from textual.app import App
display = App._display
def told(app, screen, update):
    display(app, screen, update)
    if update is not None and SHOWN(screen):
        with open(sys.argv[1], "w") as file:
            print(time.process_time() * 1000, file=file)
        app.exit()
App._display = told
"""
_PANES = 'SHOWN = lambda screen: screen.query("#article") and screen.query_one("#article").size'
_CLAIMS = 'SHOWN = lambda screen: getattr(screen, "listed", ())'
_BARE = """
from textual.containers import Horizontal
from textual.scroll_view import ScrollView
class Bare(App):
    def compose(self):
        with Horizontal():
            yield ScrollView(id="article")
            yield ScrollView(id="claims")
Bare().run()
"""
_REVIEW = """
from factcheck.cli import main
main(["--desk", sys.argv[2], "review", "1"])
"""


def story(words: int) -> str:
    """A text of so many words, from the paragraphs of the stories in turn."""
    stories = [path.read_text("utf-8") for path in sorted(FIXTURES.glob("*.txt"))]
    paragraphs = [part for text in stories for part in text.split("\n\n") if len(part.split()) > 12]
    taken, length = ["A story of many paragraphs"], 0
    while length < words:
        taken.append(paragraphs[(len(taken) - 1) % len(paragraphs)])
        length += len(taken[-1].split())
    return "\n\n".join(taken)


def first_paint(script: str, folder: Path, *arguments: str, shown: str = _PANES) -> float:
    """CPU milliseconds of a process until it has painted two panes, or what else is to be shown in them."""
    told = folder / "painted"
    # An installed program is compiled once: here at the first run, which does not count.
    compiled = {"PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    window = Window([sys.executable, "-c", f"{shown}\n{_PAINTED}{script}", str(told), *arguments], folder, env=compiled)
    window.end()
    return float(told.read_text())


def first_paints() -> dict[str, float]:
    """Ours beside a bare app's, turn by turn; medians."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        desk = folder / "desk.db"
        (folder / "story.txt").write_text(story(500), "utf-8")
        command = [sys.executable, "-m", "factcheck", "--desk", str(desk), "open", str(folder / "story.txt")]
        subprocess.run(command, check=True, capture_output=True)
        found: dict[str, list[float]] = {"bare": [], "review": [], "claims": []}
        for _ in range(ROUNDS + 1):
            found["bare"].append(first_paint(_BARE, folder))
            found["review"].append(first_paint(_REVIEW, folder, str(desk)))
            found["claims"].append(first_paint(_REVIEW, folder, str(desk), shown=_CLAIMS))
    medians = {name: statistics.median(times[1:]) for name, times in found.items()}
    return {**medians, "ratio": medians["review"] / medians["bare"]}


@dataclass
class Typed:
    """What became of keys that were pressed while claims were being found."""

    sent: int
    answered: int
    """Steps from claim to claim."""
    waited: list[float]
    """Milliseconds, of those answered while more claims were being found."""
    bytes: int


def type_keys(words: int, keys: int, each: float = EACH) -> dict[str, float]:
    """Go from claim to claim while more are being found; how long each key waits for its frame.

    As often as it takes for so many keys: an article may be done before.
    """
    found: list[Typed] = []
    while len(found) < _MOST_ARTICLES and sum(len(typed.waited) for typed in found) < keys:
        with tempfile.TemporaryDirectory() as home:
            folder = Path(home)
            (folder / "story.txt").write_text(story(words), "utf-8")
            command = [sys.executable, "-m", "factcheck", "--desk", str(folder / "desk.db"), "review", "story.txt"]
            window = Window(command, folder)
            try:
                found.append(_typed(window, keys, each))
            finally:
                window.stop()
    waited = [one for typed in found for one in typed.waited][:keys]
    sent = sum(typed.sent for typed in found)
    return {
        "keys": sent,
        "answered": sum(typed.answered for typed in found),
        "articles": len(found),
        "median_ms": statistics.median(waited),
        "p95_ms": sorted(waited)[int(len(waited) * 0.95)],
        "max_ms": max(waited),
        "bytes_a_key": sum(typed.bytes for typed in found) / sent,
    }


def _typed(window: Window, keys: int, each: float) -> Typed:
    window.until(lambda: any(int(count) > 50 for count in re.findall(r"(\d+) so far", window.text)), 120)
    row = next(y for y in range(SIZE[1]) if re.search(r" #\d+ ", window.line(y)))

    def number() -> int:
        found = re.search(r" #(\d+) ", window.line(row))
        return int(found[1]) if found else 0

    first, answered, finding = number(), 0, True
    sent: list[float] = []
    waited: list[float] = []
    bytes_before, begin = window.bytes, time.monotonic()
    while answered < len(sent) or (len(sent) < keys and finding):
        if len(sent) < keys and finding and time.monotonic() >= begin + len(sent) * each:
            sent.append(time.monotonic())
            os.write(window.master, b"j")
        due = begin + len(sent) * each if len(sent) < keys else time.monotonic() + each
        frames = len(window.frames)
        window.read(max(0.0, due - time.monotonic()))
        finding = finding and "so far" in window.text
        if len(window.frames) > frames:
            steps = min(number() - first, len(sent))
            if finding:
                waited += [(window.frames[-1] - sent[at]) * 1000 for at in range(answered, steps)]
            answered = max(answered, steps)
        if time.monotonic() > begin + keys * each + 10:
            break
    written = window.bytes - bytes_before
    window.read(0.5)
    return Typed(len(sent), number() - first, waited, written)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args()
    paints = first_paints()
    typed = type_keys(WORDS, KEYS)
    if wanted.json:
        print(json.dumps({"first_paint": paints, "typing": typed}))
        return
    print(f"first paint: {paints['bare']:.0f} ms CPU of a bare app, {paints['review']:.0f} of review;", end=" ")
    print(f"ratio {paints['ratio']:.2f}; {paints['claims']:.0f} until its claims stand there")
    print(f"{KEYS} keys, {1 / EACH:.0f} a second, claims of {WORDS} words being found:", end=" ")
    print(f"median {typed['median_ms']:.0f} ms, p95 {typed['p95_ms']:.0f}, longest {typed['max_ms']:.0f};", end=" ")
    print(f"{typed['answered']:.0f} steps of {typed['keys']:.0f}, {typed['bytes_a_key']:.0f} bytes a key")


if __name__ == "__main__":
    main()

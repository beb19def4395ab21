"""The app on a terminal of its own: what no simulated one shows, such as a line that goes dead."""

from __future__ import annotations

import base64
import os
import re
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.desk import connect
from factcheck.model import Article, ArticleId, Block, Claim, Draft, Extraction, Role, Section, State, Verdict
from factcheck.tui.keymap import shown_key
from tests.bench.keys import EACH, Window, story, type_keys
from tests.tui.tasks import TASKS, Task
from tests.tui.tasks import Typed as Words
from tests.tui.test_twelve_tasks import SIZES, Demo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from factcheck.model import ClaimRecord
    from tests.tui.conftest import Stage

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="wants a terminal of Unix, and /proc")

_CLAIMS = 60


def _extraction() -> Extraction:
    """Sixty claims, one a paragraph."""
    text, blocks, claims = "", [], []
    for number in range(1, _CLAIMS + 1):
        words = f"Lock {number} of the canal was opened in {1820 + number}"
        blocks.append(Block(len(text), len(text) + len(words) + 1, Role.BODY))
        claims.append(Claim(f"c{number}", len(text), len(text) + len(words), words, Section.BODY, ("date",)))
        text += f"{words}.\n\n"
    return Extraction(
        Article("The locks “of the canal”", Draft(text.rstrip(), tuple(blocks)), "locks.txt"), tuple(claims)
    )


class Place:
    """A home with a desk, and the app on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.desk = folder / "desk.db"
        self.windows: list[Window] = []

    def put(self) -> None:
        """Put the article on the desk."""
        extraction = _extraction()
        with connect(self.desk, who="Ann") as desk:
            record = desk.articles.put(extraction.article)
            desk.articles.store(record.id, extraction, complete=True)

    def open(
        self, argument: str = "1", size: tuple[int, int] = (80, 24), env: Mapping[str, str] | None = None
    ) -> Window:
        """Open an article."""
        command = [sys.executable, "-m", "factcheck", "--desk", str(self.desk), "review", argument]
        window = Window(command, self.folder, size, {"FACTCHECK_CHECKER": "Ann", **(env or {})})
        self.windows.append(window)
        return window

    def demo(self, size: tuple[int, int] = (80, 24)) -> Window:
        """Open the demo on this desk."""
        command = [sys.executable, "-m", "factcheck", "--desk", str(self.desk), "demo"]
        window = Window(command, self.folder, size, {"FACTCHECK_CHECKER": "Ann"})
        self.windows.append(window)
        return window

    def opened(self, size: tuple[int, int] = (80, 24), env: Mapping[str, str] | None = None) -> Window:
        """Open the article on the desk, and wait until earlier claims were looked up."""
        self.put()
        window = self.open(size=size, env=env)
        window.until(window.shows(f"{_CLAIMS} claims"))
        return window

    def claims(self) -> tuple[ClaimRecord, ...]:
        """The claims as they are on the desk; which is as it should be."""
        with connect(self.desk, read_only=True) as desk:
            assert list(desk.problems()) == []
            return desk.claims.of(ArticleId(1))

    def marked(self) -> int:
        """How many are verified: those that come first, and no other."""
        verdicts = [record.verdict for record in self.claims()]
        count = verdicts.count(Verdict.VERIFIED)
        assert verdicts == [Verdict.VERIFIED] * count + [None] * (len(verdicts) - count)
        return count

    def acts(self) -> int:
        """How many acts the log tells of."""
        with connect(self.desk, read_only=True) as desk:
            return sum(event.what == "mark" for event in desk.events.of(ArticleId(1)))


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    found = Place(tmp_path)
    yield found
    for window in found.windows:
        window.stop()


def _state(window: Window) -> str:
    """One letter for what the system says of the process; T when it rests."""
    return Path(f"/proc/{window.process.pid}/stat").read_text().rpartition(")")[2].split()[0]


def _threads(window: Window) -> int:
    return len(list(Path(f"/proc/{window.process.pid}/task").iterdir()))


def _children(window: Window) -> list[int]:
    tasks = Path(f"/proc/{window.process.pid}/task").glob("*/children")
    return [int(pid) for task in tasks for pid in task.read_text().split()]


def test_no_key_is_lost_or_doubled_while_claims_are_being_found() -> None:
    typed = type_keys(30_000, 90)
    assert typed["answered"] == typed["keys"] >= 90


def test_no_mark_is_lost_or_doubled_while_claims_are_being_found(place: Place) -> None:
    (place.folder / "story.txt").write_text(story(30_000), "utf-8")
    window = place.open("story.txt")
    window.until(lambda: any(int(count) > 100 for count in re.findall(r"(\d+) so far", window.text)), 120)
    for _ in range(45):
        window.send("v")
        window.read(EACH)
    window.until(window.shows("✓45"))
    assert "so far" in window.text
    assert sum(record.verdict is Verdict.VERIFIED for record in place.claims()) == 45
    assert place.acts() == 45


def test_of_marks_that_are_made_when_the_line_goes_dead_none_is_torn(place: Place) -> None:
    window = place.opened()
    window.send("v" * 20)
    window.until(lambda: int((re.findall(r"✓(\d+)", window.text) or "0")[0]) >= 5)
    window.send("v" * 20)
    window.hang_up()
    window.process.wait(10)
    assert 5 <= place.marked() <= 40
    assert place.acts() == place.marked()


def test_a_note_that_is_being_written_when_the_line_goes_dead_is_there_again(place: Place) -> None:
    window = place.opened()
    window.send("n")
    window.until(window.shows("Note on"))
    window.send("they said th")
    window.until(window.shows("they said th"))
    window.hang_up()
    window.process.wait(10)
    window = place.open()
    window.until(window.shows("A note on #1 was begun and not saved."))
    window.send("n")
    window.until(window.shows("they said th"))


def test_it_leaves_a_dead_line_also_where_hanging_up_is_ignored(place: Place) -> None:
    heard = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup has it, and what it starts inherits
    try:
        window = place.opened()
    finally:
        signal.signal(signal.SIGHUP, heard)
    window.send("v")
    window.until(window.shows("✓1"))
    window.hang_up()
    window.process.wait(20)
    assert place.marked() == 1


def test_who_ends_it_from_elsewhere_finds_the_terminal_as_it_was(place: Place) -> None:
    window = place.opened()
    window.send("v")
    window.until(window.shows("✓1"))
    window.process.terminate()
    assert window.end() == 128 + signal.SIGTERM
    assert "\x1b[?1049l" in window.raw
    assert "Traceback" not in window.raw
    assert place.marked() == 1


def test_nothing_goes_on_working_when_the_line_goes_dead(place: Place) -> None:
    (place.folder / "story.txt").write_text(story(30_000), "utf-8")
    window = place.open("story.txt")
    window.until(lambda: re.search(r"[1-9]\d* so far", window.text) is not None, 120)
    (child,) = _children(window)
    window.hang_up()
    window.process.wait(10)
    end = time.monotonic() + 10
    while Path(f"/proc/{child}").exists() and "\nState:\tZ" not in Path(f"/proc/{child}/status").read_text():
        assert time.monotonic() < end
        time.sleep(0.05)
    assert place.claims()


@pytest.mark.parametrize("way", ["key", "signal"])
def test_it_rests_for_the_shell_and_comes_back_as_it_was(place: Place, way: str) -> None:
    window = place.opened()
    window.send("v")
    window.until(window.shows("✓1"))
    window.until(lambda: not window.read(0.3))
    before = window.text
    if way == "key":
        window.send("\x1a")
    else:
        os.killpg(window.process.pid, signal.SIGTSTP)
    window.until(lambda: _state(window) == "T")
    window.until(lambda: not window.read(0.1))
    assert "The locks" not in window.text, "the shell has its screen again"
    os.killpg(window.process.pid, signal.SIGCONT)
    window.until(lambda: window.text == before)
    window.send("vq")
    assert window.end() == 0
    assert place.marked() == 2


@pytest.mark.parametrize("stopped", [True, False])
def test_one_thread_reads_the_keys_when_it_goes_on_without_having_been_asked_to_rest(
    place: Place, stopped: bool
) -> None:
    window = place.opened()
    window.send("v")
    window.until(window.shows("✓1"))
    window.until(lambda: not window.read(0.3))
    before, threads = window.text, _threads(window)
    if stopped:
        os.killpg(window.process.pid, signal.SIGSTOP)
        window.until(lambda: _state(window) == "T")
    os.killpg(window.process.pid, signal.SIGCONT)
    window.until(lambda: window.raw.count("\x1b[?1049h") == 2)
    window.until(lambda: window.text == before)
    assert _threads(window) == threads, "none beside the one that reads the keys"
    window.send("vq")
    assert window.end() == 0
    assert place.marked() == 2


def test_a_megabyte_that_is_pasted_is_taken_or_refused_and_the_app_goes_on(place: Place) -> None:
    window = place.opened()
    for key, title in (("/", "Search the article"), ("n", "Note")):
        window.send(key)
        window.until(window.shows(title))
        window.send("\x1b[200~" + "lock 7 " * 150_000 + "\x1b[201~")
        window.until(window.shows("of 1,050,000 characters that were pasted, the first 20,000 were taken"), 60)
        window.send("\x1b")
        window.until(lambda title=title: title not in window.text)  # type: ignore[misc]  # bound now
    window.send("v")
    window.until(window.shows("✓1"))
    assert place.marked() == 1


@pytest.mark.parametrize("editor", ["/no/such/editor", "false"])
def test_an_editor_that_fails_gives_the_terminal_back(place: Place, editor: str) -> None:
    window = place.opened(env={"VISUAL": editor})
    window.send("n")
    window.until(window.shows("Note on"))
    window.send("lock\x0f")
    window.until(lambda: "set VISUAL" in window.text or "the text is as it was" in window.text)
    window.until(window.shows("lock"))
    window.send(" seven\x13")
    window.until(window.shows("noted"))
    with connect(place.desk, who="Ann") as desk:
        assert [record.note for record in desk.claims.of(ArticleId(1)) if record.note] == ["lock seven"]


def test_nothing_in_a_paste_is_a_key(place: Place) -> None:
    window = place.opened()
    window.send("\x1b[200~" + "\x1b[31mvdu\r\x1b[0m" * 1_000 + "\x1b[201~n")
    window.until(window.shows("Note on"))
    window.send("\x1b[200~lock \x1b[31mseven\rvdu\x1b[201~")
    window.until(window.shows("vdu"))
    window.send("\x13")
    window.until(window.shows("noted"))
    assert place.marked() == 0
    with connect(place.desk, who="Ann") as desk:
        assert [record.note for record in desk.claims.of(ArticleId(1)) if record.note] == ["lock [31mseven\nvdu"]


@pytest.mark.parametrize("env", [{"LC_ALL": "C"}, {"LC_ALL": "", "LC_CTYPE": "", "LANG": "C"}, {"TERM": "linux"}])
def test_where_the_terminal_has_no_unicode_all_is_written_in_ascii(place: Place, env: dict[str, str]) -> None:
    window = place.opened(env=env)
    window.send("vd")
    window.until(window.shows("x1"))
    assert window.text.isascii()
    window.send("f")
    window.until(window.shows("left right choose"))
    assert window.text.isascii()
    window.send("\x1b")
    window.until(lambda: "left right" not in window.text)
    window.send("q")
    assert window.end() == 0


def test_without_colours_none_is_sent(place: Place) -> None:
    window = place.opened(env={"NO_COLOR": "1"})
    window.send("vdj?")
    window.until(window.shows("keys"))
    seen = re.findall(r"[34]8;2;(\d+);(\d+);(\d+)", window.raw)
    assert seen
    assert all(red == green == blue for red, green, blue in seen), "greys are none"
    other = re.sub(r"[34]8;2;\d+;\d+;\d+", "", window.raw)
    assert not re.search(r"\x1b\[(?:\d*;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]", other)


@pytest.mark.parametrize("env", [{}, {"COLUMNS": "80", "LINES": "24"}])
def test_a_terminal_that_is_too_small_says_so_and_all_is_back_when_it_grows(
    place: Place, env: Mapping[str, str]
) -> None:
    window = place.opened(env=env)
    window.resize(20, 5)
    window.until(lambda: "Too small" in window.text)
    window.send("vvv")
    window.until(lambda: not window.read(1))
    window.resize(100, 30)
    window.until(window.shows("Lock 1 of the canal"))
    assert place.marked() == 0
    window.send("vq")
    assert window.end() == 0
    assert place.marked() == 1


def test_what_is_wrong_in_the_config_is_told_and_the_app_works(place: Place) -> None:
    folder = place.folder / ".config" / "factcheck"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('theme = "no such"\nodd = 1\n[keys]\nclaim-verify = "ctrl+nowhere"\n', "utf-8")
    window = place.opened(size=(160, 50))
    assert "line 1: there is no theme 'no such'" in window.text
    assert "line 2: odd is no setting" in window.text
    assert "line 4: claim-verify" in window.text
    window.send("v")
    window.until(window.shows("✓1"))


def test_of_much_that_is_wrong_in_the_config_three_things_are_told_where_there_is_room(place: Place) -> None:
    folder = place.folder / ".config" / "factcheck"
    folder.mkdir(parents=True)
    lines = ['theme = "no such"', "[keys]", *(f'command-{number} = "f2"' for number in range(11))]
    (folder / "config.toml").write_text("\n".join(lines), "utf-8")
    window = place.opened()
    told = " ".join(window.text.split())
    assert "config.toml" in told
    for line in ("line 1: there is no theme", "line 3: command-0:", "line 4: command-1:", "and 9 more:"):
        assert line in told
    assert "command-2" not in told
    assert "Lock 1 of the canal" in told


def test_a_demo_on_a_desk_that_is_named_is_found_there_again(place: Place) -> None:
    window = place.demo()
    window.until(lambda: re.search(r"\d+ claims", window.text) is not None and "so far" not in window.text, 120)
    window.send("v")
    window.until(window.shows("✓1"))
    window.send("q")
    assert window.end() == 0

    def on_desk() -> list[tuple[State, int]]:
        with connect(place.desk, read_only=True) as desk:
            assert list(desk.problems()) == []
            return [(one.state, one.progress.claims) for one in desk.articles.summaries([*State])]

    before = on_desk()
    assert [state for state, _ in before].count(State.CHECKING) == 1
    again = place.demo()
    again.until(again.shows("✓1"))
    again.send("q")
    assert again.end() == 0
    assert on_desk() == before


_BYTES = {"enter": "\r", "escape": "\x1b", "tab": "\t", "right": "\x1b[C"}
"""What a terminal sends for keys that are no characters."""


def _do(window: Window, name: str, found: str = "") -> None:
    """Press the keys of a task one by one, as somebody does who looks at what comes of each.

    Args:
        window: Where.
        name: The task.
        found: What is waited for before what was searched for is taken.
    """
    task = TASKS[name]
    for at, key in enumerate(task.keys):
        if isinstance(key, Words):
            window.send(key)
            window.until(window.shows(key.split()[-1]))
            window.until(window.shows(found if task.keys[at + 1] == "enter" else ""))
        else:
            (press,) = Task("", (key,), "").presses
            before = len(window.raw)
            window.send(_BYTES.get(press) or shown_key(press))
            window.until(lambda before=before: len(window.raw) > before)  # type: ignore[misc]  # bound now
        window.until(lambda: not window.read(0.2))


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "160x50"])
def test_the_twelve_tasks_of_a_newcomer(stage: Stage, size: tuple[int, int]) -> None:
    story = Demo(stage)
    command = [sys.executable, "-m", "factcheck", "--desk", str(stage.config.desk)]
    window = Window(command, stage.folder, size, {"FACTCHECK_CHECKER": "Ann"})

    def count(is_so: Callable[[ClaimRecord], bool]) -> int:
        return sum(map(is_so, story.review().claims))

    try:
        window.until(window.shows("o file"))
        _do(window, "open")
        window.until(lambda: "(m)" in window.text and "(c)" in window.text, 120)
        claims = len(story.review().claims)
        _do(window, "find")
        _do(window, "verify")
        assert count(lambda one: one.verdict is Verdict.VERIFIED and one.sources[0].name == "Board of Trade") == 1
        _do(window, "dispute")
        assert count(lambda one: one.verdict is Verdict.DISPUTED and f"{one.replacement}".endswith(" in 1912")) == 1
        _do(window, "flag")
        assert count(lambda one: one.legal) == 1
        _do(window, "archive", "Earlier claims about “")
        assert count(lambda one: any(source.is_lead for source in one.sources)) == 1
        _do(window, "finding")
        assert re.search(r"side \d of \d: .*“as flat", window.text)
        _do(window, "break")
        assert len(story.review().claims) == claims + 1
        _do(window, "undo")
        assert len(story.review().claims) == claims
        _do(window, "mine")
        assert re.search(r"Only \d+ of \d+: for Ann", window.text)
        assert count(lambda one: one.assignee == "Ann") == 1
        _do(window, "rebase")
        window.until(window.shows("enter goes there"), 120)
        after = story.review().article
        assert after.article.draft.number == 2
        _do(window, "export")
        window.until(window.shows("Written"))
        assert "Board of Trade" in (stage.folder / f"{after.slug}.md").read_text("utf-8")
        _leave(window)
    finally:
        window.stop()


def _leave(window: Window) -> None:
    """Close what is open, and quit."""
    window.send("\x1b")
    window.until(lambda: not window.read(0.5))
    window.send("q")
    assert window.end() == 0


def test_without_a_program_for_the_clipboard_the_terminal_is_asked_and_that_is_said(place: Place) -> None:
    window = place.opened(size=(120, 30), env={"PATH": str(place.folder), "WAYLAND_DISPLAY": "", "DISPLAY": ""})
    window.send("y")
    window.until(window.shows("copied by the terminal, if it allows that (OSC 52)"))
    words = base64.b64encode(b"Lock 1 of the canal was opened in 1821").decode()
    assert f"\x1b]52;c;{words}\a" in window.raw

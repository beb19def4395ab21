"""Twelve things that a newcomer wants to do, each with the keys that the screen itself leads to.

`tests/tui/test_twelve_tasks.py` presses exactly these, and looks at what came of them on the desk, and so does
`tests/tui/test_real_terminal.py` on a terminal; ``docs/tasks.md`` is made of this table by ``bash .ci/run tasks``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.tui.commands import BY_ID
from factcheck.tui.keymap import Keymap
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PATH: Final = ROOT / "docs" / "tasks.md"


class Typed(str):
    """Words that are typed, letter by letter."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do."""

    what: str
    keys: Sequence[str]
    """Commands by their id, other keys by their names, words as `Typed`."""
    hint: str
    """Where the screen says so."""

    @property
    def presses(self) -> list[str]:
        """The keys one by one, with the default keymap."""
        return [press for key in self.keys for press in _pressed(key)]


def _pressed(key: str) -> Sequence[str]:
    if isinstance(key, Typed):
        return ["space" if letter == " " else letter for letter in key]
    return [BY_ID[key].keys[0] if key in BY_ID else key]


TASKS: Final = {
    "open": Task(
        "Open a story from the list of articles",
        ("file-open", Typed("letter.txt"), "enter"),
        "footer of the list: `o` file; the dialog: enter opens",
    ),
    "find": Task(
        "Find what it says about the lifeboats",
        ("article-search", Typed("lifeboats"), "enter"),
        "footer: `/` search; the dialog: enter searches",
    ),
    "verify": Task(
        "Verify the claim there with a source",
        ("claim-source", Typed("Board of Trade"), "enter", "claim-verify"),
        "footer: `v` verified, in wide windows `s` source, else `?`; the dialog: enter saves",
    ),
    "dispute": Task(
        "Dispute the next one, and say how it should read",
        ("claim-replace", Typed(" in 1912"), "enter", "claim-dispute"),
        "footer: `d` disputed; `?`: `r` says how the claim should read; the dialog: enter saves",
    ),
    "flag": Task("Put the next one before the lawyer", ("claim-legal",), "`?`: a lawyer has to see it"),
    "archive": Task(
        "Search the archive in words of your own, and take over the sources of what is found",
        ("claim-matches", "list-search", Typed("iceberg"), "enter", "match-take-over"),
        "line of the progress: met before (`m`); the dialog: `/` searches, `t` takes its sources over",
    ),
    "finding": Task(
        "Follow a finding to its other side",
        ("claim-first", "finding-next", "finding-next"),
        "line of the progress: findings (`c`); the claim's `!`",
    ),
    "break": Task("Break a claim in two", ("claim-break", "enter"), "`?`: `b` makes two of one; the dialog: enter"),
    "undo": Task("Take that back", ("undo",), "footer: `z` undo; the line that says what was done names it, too"),
    "mine": Task(
        "Take a claim upon yourself, and show only yours",
        ("claim-assign", "enter", "enter", "claims-filter", "tab", "right", "enter"),
        "`?`: `@` who is to check it, `f` filter; the dialogs: enter, tab, ← →",
    ),
    "rebase": Task(
        "Take in the edited draft",
        ("article-rebase", Typed("second.txt"), "enter"),
        "`?`: `R` takes in an edited draft; the dialog: enter takes it in; then it lists what became of the claims",
    ),
    "export": Task(
        "Write the checklist",
        ("escape", "article-export", "enter"),
        "`e` in the footer of wide windows, else `?`; the dialog: enter writes it",
    ),
}
"""By name, in the order in which they are done."""

_HEAD: Final = """# Twelve tasks

What a newcomer wants to do in the first half hour, and the keys that it takes, on the story of `factcheck demo`. All
are found on the screen itself: in the footer, in the line above it, in `?`, and on the last line of each dialog. A test
presses exactly these keys in windows of 80x24 and 160x50, of a simulated terminal and of a real one, and looks at the
desk; this page is made of its table (`bash .ci/run tasks`).

Marking takes one key a claim: `v`, `d` or `u` marks it and goes on to the next open one.

| task | keys | presses | where the screen says so |
|---|---|---|---|
"""


def page() -> str:
    """The page as Markdown."""
    return _HEAD + "".join(f"{row}\n" for row in _rows())


def _rows() -> Iterator[str]:
    keymap = Keymap()
    for task in TASKS.values():
        shown = " ".join(
            f"“{key.strip()}”" if isinstance(key, Typed) else f"`{_SHOWN.get(key) or keymap.shown(key)}`"
            for key in task.keys
        )
        yield f"| {task.what} | {shown} | {len(task.presses)} | {task.hint} |"


_SHOWN: Final = {"escape": "esc", "right": "→", "enter": "enter", "tab": "tab"}
"""Keys that are the same in all dialogs."""


if __name__ == "__main__":
    PATH.write_text(page(), "utf-8")

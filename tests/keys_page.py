"""Writes ``docs/keys.md`` from the table of commands: ``uv run python -m tests.keys_page``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.tui.commands import COMMANDS, Scope
from factcheck.tui.keymap import Keymap
from factcheck.tui.presets import PRESETS
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

PATH: Final = ROOT / "docs" / "keys.md"

_WHERE: Final = {
    Scope.REVIEW: "In an article under check",
    Scope.DESK: "In the list of articles",
    Scope.PANE: "In a pane that has the focus",
    Scope.PANEL: "In the claim panel",
    Scope.EVERYWHERE: "Everywhere outside dialogs",
    Scope.DIALOG: "In a dialog",
}
_HEAD: Final = """# Keys

This page is made from the program's own table (`bash .ci/run keys`); `factcheck keys` prints the keys as your
configuration has them, `?` in the app those of the part with the focus.

`[keys]` in the configuration gives a command other keys by its id, several of them divided by blanks:
`claim-verify = "f2 v"`. A key is a character or a name such as `f2`, `tab`, `ctrl+x`. An id or key that is unknown, and
a key that another command has in the same place, is told with its line, and the default stays. `keymap` chooses a ready
keymap, which `[keys]` is laid over. Letters never act while something is typed.

Some keys are the same in every dialog and stay so: `esc` closes it, `enter` takes or saves (in a form `ctrl+s`, too),
`tab` and `shift+tab` go from field to field, arrows move, `pgup` and `pgdn` scroll, `space` chooses in a row of
words; in a field `ctrl+a` selects all, in a text `ctrl+j` begins a line, `ctrl+o` opens your editor. Where nothing is
typed, `h` and `l` do what `←` and `→` do; where words of the article, or the place to break a claim, are chosen, `j`
and `k` what `↓` and `↑` do, with shift as well. The lists of dialogs, and an earlier article, move with the keys of
`claim-next` and `claim-previous`, too. A dialog hides the keys of what lies below it, so the keys of its own commands
may be the same as those.

`ctrl+c` copies the selected text, `ctrl+q` quits, and neither can be given away. `ctrl+q` quits out of a dialog, too;
but in an open note, source or other form that keeps a draft it only says that `esc` closes that first and keeps the
draft, and it asks before it drops a draft that this machine does not keep.
"""


def page() -> str:
    """The page as Markdown."""
    return "\n".join((_HEAD, *_lines())) + "\n"


def _lines() -> Iterator[str]:
    keymaps = {name: Keymap(preset=name) for name in PRESETS}
    for scope, where in _WHERE.items():
        yield f"## {where}"
        yield ""
        yield f"| {' | '.join(keymaps)} | does | id |"
        yield f"|{'---|' * (len(keymaps) + 2)}"
        for command in COMMANDS:
            if command.scope is scope:
                cells = [" ".join(map(_code, keymap.all_shown(command).split())) for keymap in keymaps.values()]
                cells = [cells[0], *("" if cell == cells[0] else cell for cell in cells[1:])]
                yield f"| {' | '.join(cells)} | {command.help} | `{command.id}` |"
        yield ""


def _code(key: str) -> str:
    return f"`{key}`" if key != "|" else "`\\|`"


if __name__ == "__main__":
    PATH.write_text(page(), "utf-8")

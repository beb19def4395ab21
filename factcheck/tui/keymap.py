"""The effective keys: the defaults of the command table, changed by a preset and by ``[keys]`` of the config file.

Textual takes an unknown command or key name in silence; here each entry is examined first, and one that cannot be used
is told and leaves the default as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from textual.binding import Binding
from textual.keys import Keys, format_key, key_to_character

from factcheck.tui.commands import BY_ID, COMMANDS, Command, Scope
from factcheck.tui.presets import PRESETS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.binding import BindingType

_NAMED: Final = frozenset(key.value for key in Keys if not key.value.startswith("<"))
_MODIFIERS: Final = frozenset({"ctrl", "shift", "alt", "super", "hyper", "meta"})
_RESERVED: Final = {"ctrl+c": "copies the selected text", "ctrl+q": "always quits"}
_WORDS: Final = frozenset({"enter", "backspace", "delete"})
"""Keys whose word says more than their sign."""
_ARROWS: Final = str.maketrans({"←": "left", "→": "right", "↑": "up", "↓": "down"})
_SPELLED: Final = {"esc": "escape", "return": "enter", "del": "delete", "ins": "insert", "pgup": "pageup"}


class Keymap:
    """Which keys give which command.

    Args:
        overrides: Command id -> keys, several of them divided by blanks or commas.
        preset: The keymap that they are laid over, a key of `PRESETS`.
        in_ascii: Whether keys are shown on a terminal that has no arrows.
    """

    def __init__(
        self, overrides: Mapping[str, str] | None = None, preset: str = "default", *, in_ascii: bool = False
    ) -> None:
        self._in_ascii = in_ascii
        ready = {name: parse(entry)[0] for name, entry in PRESETS[preset].items()}
        self.keys: dict[str, tuple[str, ...]] = {command.id: command.keys for command in COMMANDS} | ready
        """Command id -> its effective keys, as Textual names them."""
        self.problems: tuple[tuple[str, str], ...] = ()
        """Entries that are not used: the command id that the entry names, and why, in words."""
        self.overrides: dict[str, str] = {}
        """What differs from the default keys, in the form that `App.set_keymap` takes."""
        self._apply(overrides or {})
        self.overrides = {name: ",".join(keys) for name, keys in self.keys.items() if keys != BY_ID[name].keys}

    def _apply(self, overrides: Mapping[str, str]) -> None:
        problems: list[tuple[str, str]] = []
        wanted: dict[str, tuple[str, ...]] = {}
        for name, entry in overrides.items():
            if name not in BY_ID:
                problems.append((name, f"there is no command {name!r}; factcheck keys lists them"))
                continue
            keys, problem = parse(entry)
            if problem:
                problems.append((name, problem))
            else:
                wanted[name] = keys
        # An entry that is refused gives its command the default keys back, which may clash with a further entry.
        while clash := _clash({**self.keys, **wanted}, wanted):
            name, key, other = clash
            del wanted[name]
            problems.append((name, f"{shown_key(key)} is the key of {other} already"))
        self.keys.update(wanted)
        self.problems = tuple(problems)

    def shown(self, command_id: str) -> str:
        """The first effective key of a command as a person reads it, empty when it has none."""
        keys = self.keys[command_id]
        return self._shown(keys[0]) if keys else ""

    def all_shown(self, command: Command) -> str:
        """Every effective key of a command as a person reads it."""
        return " ".join(map(self._shown, self.keys[command.id]))

    def _shown(self, key: str) -> str:
        return spelled(shown_key(key)) if self._in_ascii else shown_key(key)


def bindings(scope: Scope) -> list[BindingType]:
    """The Textual bindings of a scope, with the default keys; `App.set_keymap` lays the overrides over them."""
    return [
        Binding(",".join(command.keys), command.action, command.label, id=command.id, show=False)
        for command in COMMANDS
        if command.scope is scope
    ]


def parse(entry: str) -> tuple[tuple[str, ...], str]:
    """Read the keys of one entry.

    Args:
        entry: Such as ``"x"``, ``"ctrl+x"``, ``","``, ``"f2 x"``.

    Returns:
        The keys as Textual names them, and what is wrong with the entry: empty when nothing is.
    """
    written = re.split(r"\s+|(?<=[^\s,+]),(?=\s*\S)", entry.strip())
    keys: list[str] = []
    for one in filter(None, written):
        key = _named(one)
        if key is None:
            return (), f"{one!r} is no key; write a character, or a name such as f2, tab, ctrl+x"
        if key in _RESERVED:
            return (), f"{one} cannot be given away: it {_RESERVED[key]}"
        if key not in keys:
            keys.append(key)
    return (tuple(keys), "") if keys else ((), "a key is missing")


def _named(written: str) -> str | None:
    """Textual's name of a key, None when there is no such key."""
    if len(written) == 1:
        if not written.isprintable():
            return None
        # The comma divides keys in a Binding.
        return "comma" if written == "," else next(iter(Binding.make_bindings([Binding(written, "")]))).key
    *modifiers, key = written.split("+")
    if not set(modifiers) <= _MODIFIERS:
        return None
    key = key if len(key) == 1 else _SPELLED.get(key.lower(), key.lower())
    named = "+".join([*modifiers, key])
    if named in _NAMED or key in _NAMED or (key and key_to_character(key) is not None):
        return named
    return None


def _clash(keys: Mapping[str, Sequence[str]], changed: Mapping[str, object]) -> tuple[str, str, str] | None:
    """The first changed command whose key another one has in the same scope, with that key and the other's id."""
    for name in changed:
        for other in COMMANDS:
            if other.id == name or not _meet(BY_ID[name].scope, other.scope):
                continue
            for key in keys[name]:
                if key in keys[other.id]:
                    return name, key, other.id
    return None


def _meet(one: Scope, other: Scope) -> bool:
    # A pane stands inside a screen, so its keys hide the screen's. Only the panel's arrows are meant to.
    return one is other or not {Scope.EVERYWHERE, Scope.PANE}.isdisjoint((one, other))


def spelled(text: str) -> str:
    """Words with the arrows in them spelled out: a ``v`` in the place of one would look like another key."""
    return text.translate(_ARROWS)


def shown_key(key: str) -> str:
    """A key as a person reads it: ``?`` for ``question_mark``."""
    *modifiers, last = key.split("+")
    return "+".join([*modifiers, last if last in _WORDS else format_key(last)])

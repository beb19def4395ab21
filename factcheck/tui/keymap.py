"""The effective keys: the defaults of the command table, changed by a preset and by ``[keys]`` of the config file.

Textual takes an unknown command or key name in silence; here each entry is examined first, and one that cannot be used
is told and leaves the default as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from textual.binding import Binding
from textual.keys import Keys, format_key, key_to_character

from factcheck.tui.commands import BY_ID, COMMANDS, IN_LISTS, Command, Scope
from factcheck.tui.presets import PRESETS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from textual.binding import BindingType

_NAMED: Final = frozenset(key.value for key in Keys if not key.value.startswith("<"))
_MODIFIERS: Final = frozenset({"ctrl", "shift", "alt", "super", "hyper", "meta"})
_RESERVED: Final = {"ctrl+c": "copies the selected text", "ctrl+q": "quits, also where letters are typed"}
_OF_DIALOGS: Final = {
    "escape": "closes dialogs",
    "enter": "takes what is chosen in dialogs",
    "tab": "goes on in dialogs",
    "shift+tab": "goes back in dialogs",
}
"""Keys that are the same in all dialogs, whatever else can be done there."""
_ARROW_KEYS: Final = dict.fromkeys(("up", "down", "left", "right"), "moves in dialogs")
_WORDS: Final = frozenset({"enter", "backspace", "delete"})
"""Keys whose word says more than their sign."""
_ARROWS: Final = str.maketrans({"←": "left", "→": "right", "↑": "up", "↓": "down"})
_SPELLED: Final = {
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "pgdn": "pagedown",
}


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
            problem = problem or _taken_by_dialogs(BY_ID[name], keys)
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

    def told(self, text: str) -> str:
        """A text in which a command's id in braces stands for its key."""
        # What else is in braces is none of ours, such as words of an article.
        return re.sub(r"\{([a-z-]+)\}", lambda found: self.shown(found[1]) if found[1] in BY_ID else found[0], text)

    def all_shown(self, command: Command, hidden: Collection[str] = ()) -> str:
        """Every effective key of a command as a person reads it, but for those that something else hides."""
        return " ".join(self._shown(key) for key in self.keys[command.id] if key not in hidden)

    def _shown(self, key: str) -> str:
        return spelled(shown_key(key)) if self._in_ascii else shown_key(key)


def bindings(scope: Scope) -> list[BindingType]:
    """The Textual bindings of a scope, with the default keys; `App.set_keymap` lays the overrides over them."""
    return [binding(command.id) for command in COMMANDS if command.scope is scope]


def binding(command_id: str, action: str = "") -> Binding:
    """The Textual binding of a command, with its default keys, and another action where it is to do something else."""
    command = BY_ID[command_id]
    return Binding(",".join(command.keys), action or command.action, command.label, id=command.id, show=False)


def moving(action: str) -> list[BindingType]:
    """Bindings that call ``action(1)`` and ``action(-1)``: with the keys of the claims, and with the arrows always."""
    found: list[BindingType] = []
    for name, arrow, by in zip(IN_LISTS, ("down", "up"), (1, -1), strict=True):
        keys = ",".join(key for key in BY_ID[name].keys if key != arrow)
        # Apart, as an override takes all keys away that a binding of its id has.
        found += [Binding(keys, f"{action}({by})", id=name, show=False), Binding(arrow, f"{action}({by})", show=False)]
    return found


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
            if other.id == name or not _meet(BY_ID[name], other):
                continue
            for key in keys[name]:
                if key in keys[other.id]:
                    return name, key, other.id
    return None


def _meet(one: Command, other: Command) -> bool:
    scopes = {one.scope, other.scope}
    if Scope.DIALOG in scopes:
        # It hides the keys of what lies below it, but for those that move in its list.
        return len(scopes) == 1 or not {one.id, other.id}.isdisjoint(IN_LISTS)
    # A pane stands inside a screen, so its keys hide the screen's. Only the panel's arrows are meant to.
    return len(scopes) == 1 or not {Scope.EVERYWHERE, Scope.PANE}.isdisjoint(scopes)


def _taken_by_dialogs(command: Command, keys: Sequence[str]) -> str:
    """Why a command cannot have one of these keys, as it acts in dialogs; empty when it can."""
    if command.scope is Scope.DIALOG:
        fixed = _OF_DIALOGS | _ARROW_KEYS
    elif command.id in IN_LISTS:
        fixed = _OF_DIALOGS
    else:
        return ""
    return next((f"{shown_key(key)} cannot be its key: it {fixed[key]}" for key in keys if key in fixed), "")


def spelled(text: str) -> str:
    """Words with the arrows in them spelled out: a ``v`` in the place of one would look like another key."""
    return text.translate(_ARROWS)


def shown_key(key: str) -> str:
    """A key as a person reads it: ``?`` for ``question_mark``."""
    *modifiers, last = key.split("+")
    return "+".join([*modifiers, last if last in _WORDS else format_key(last)])

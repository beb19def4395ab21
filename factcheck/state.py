"""What the program remembers for the person at the desk from one day to the next.

Nothing in it is worth a message: what cannot be read is forgotten, what cannot be written is not remembered.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from factcheck.config import Config

_ARTICLES: Final = 200
"""So many articles have something remembered about them, of each kind those that it was remembered of last."""


def export_folder(config: Config) -> Path:
    """Where the next export goes: where the last one went, unless the configuration has changed its mind since."""
    known = _read(config)
    folder = Path(known.get("export_folder", ""))
    with suppress(OSError, ValueError):
        if known.get("export_dir") == _configured(config) and folder.is_absolute() and folder.is_dir():
            return folder
    return config.export_dir or Path.cwd()


def export_form(config: Config) -> tuple[str, tuple[str, ...]]:
    """What the last export was, and in which formats, in the words of the command line; empty when there was none."""
    known = _read(config)
    return known.get("export_what", ""), tuple(filter(None, known.get("export_formats", "").split(",")))


def remember_export(config: Config, folder: Path, what: str, formats: Iterable[str]) -> None:
    """Remember where an export went, what it was, and in which formats."""
    _remember(
        config,
        export_dir=_configured(config),
        export_folder=str(folder.absolute()),
        export_what=what,
        export_formats=",".join(formats),
    )


def layout(config: Config) -> str:
    """How the panes of the review screen lay last; empty when nobody has arranged them."""
    return _read(config).get("layout", "")


def remember_layout(config: Config, layout: str) -> None:
    """Remember how the panes lie."""
    _remember(config, layout=layout)


def theme(config: Config) -> str:
    """The colours that were chosen last, unless the configuration has changed its mind since."""
    known = _read(config)
    return known.get("theme", config.theme) if known.get("theme_configured") == config.theme else config.theme


def remember_theme(config: Config, theme: str) -> None:
    """Remember which colours were chosen."""
    _remember(config, theme_configured=config.theme, theme=theme)


def claims_filter(config: Config, slug: str) -> str:
    """Which claims of an article this checker wanted to see last; empty for all."""
    return _read(config).get(_name("filter", config, slug), "")


def remember_claims_filter(config: Config, slug: str, wanted: str) -> None:
    """Remember which claims of an article are shown, empty for all."""
    _remember_about("filter", config, slug, wanted)


def read_so_far(config: Config, slug: str, draft: str) -> int:
    """How far this checker has read a draft, named by its digest: an offset into its text, 0 at first."""
    read, _, place = _read(config).get(_name("read", config, slug), "").partition(" ")
    return int(place) if read == draft and place.isascii() and place.isdecimal() else 0


def remember_read_so_far(config: Config, slug: str, draft: str, place: int) -> None:
    """Remember how far a draft was read; what was remembered of another draft is forgotten."""
    _remember_about("read", config, slug, f"{draft} {place}")


def second_read(config: Config, slug: str) -> str:
    """Which second read of an article this checker has begun, in the app's words; empty for none."""
    return second_reads(config, (slug,))[slug]


def second_reads(config: Config, slugs: Iterable[str]) -> Mapping[str, str]:
    """The same of several articles, for which the file is read once."""
    said = _read(config)
    return {slug: said.get(_name("reader", config, slug), "") for slug in slugs}


def remember_second_read(config: Config, slug: str, begun: str) -> None:
    """Remember that a second read was begun; empty that it was ended."""
    _remember_about("reader", config, slug, begun)


def _remember_about(kind: str, config: Config, slug: str, what: str) -> None:
    """Remember something of one kind about an article, nothing when it is empty."""
    name = _name(kind, config, slug)
    said = _read(config)
    if said.get(name, "") == what:
        return
    others = [one for one in said if one.startswith(f"{kind} ") and one != name]
    _remember(config, {name, *others[: -_ARTICLES + 1]}, **({name: what} if what else {}))


def _name(kind: str, config: Config, slug: str) -> str:
    return f"{kind} {config.desk.absolute()} {config.checker} {slug}"


def _configured(config: Config) -> str:
    return str(config.export_dir or "")


def _remember(config: Config, forget: Collection[str] = (), **new: str) -> None:
    if config.state is None:
        return
    said = {**{name: value for name, value in _read(config).items() if name not in forget}, **new}
    with suppress(OSError, ValueError):
        config.state.parent.mkdir(parents=True, exist_ok=True)
        replace_file(config.state.resolve(), json.dumps(said, indent=2) + "\n")


def replace_file(path: Path, text: str) -> None:
    """Write it beside, then put it in place: whoever reads meanwhile, or after a crash, finds a whole file.

    Raises:
        OSError: when it cannot be written.
    """
    import secrets

    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        beside.touch(0o600)
        beside.write_text(text, "utf-8")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _read(config: Config) -> Mapping[str, str]:
    if config.state is None:
        return {}
    try:
        said = json.loads(config.state.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) and all(isinstance(value, str) for value in said.values()) else {}

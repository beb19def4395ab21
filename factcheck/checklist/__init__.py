"""What leaves the desk: a checklist in, the bytes of a file out.

What is sent is a row in ``KINDS``: the checklist itself, the change memo, the call sheet; a format is a ``render``
function there. The same checklist always gives the same bytes: no clock and no environment is asked here.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from factcheck.checklist import as_csv, as_json, as_markdown, calls_files, memo_files
from factcheck.checklist.file import write
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factcheck.model import Checklist

    Render = Callable[[Checklist], bytes]

__all__ = ["FORMATS", "KINDS", "Kind", "render", "write"]

FORMATS: Final[Mapping[str, str]] = MappingProxyType({"md": ".md", "csv": ".csv", "json": ".json"})
"""Every format by the name that ``export --format`` takes, with the end of its files' names."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Something that can be sent out."""

    title: str
    formats: Mapping[str, Render]
    """How it is written, by the keys of ``FORMATS``."""


def _kind(title: str, *renders: Render) -> Kind:
    return Kind(title, MappingProxyType(dict(zip(FORMATS, renders, strict=True))))


KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "checklist": _kind("Checklist", as_markdown.render, as_csv.render, as_json.render),
        "memo": _kind("Change memo", memo_files.render_markdown, memo_files.render_csv, memo_files.render_json),
        "calls": _kind("Call sheet", calls_files.render_markdown, calls_files.render_csv, calls_files.render_json),
    }
)
"""What can be sent out, by the name that ``export --what`` takes."""


def render(checklist: Checklist, format: str, what: str = "checklist") -> bytes:  # noqa: A002  # as on the command line
    """A checklist as a file's content.

    Args:
        checklist: What is to leave the desk.
        format: A key of ``FORMATS``.
        what: A key of ``KINDS``.

    Raises:
        UsageError: There is no such format.
    """
    kind = KINDS[what]
    try:
        chosen = kind.formats[format]
    except KeyError:
        raise UsageError(f"there is no format {format!r}", f"choose one of {', '.join(FORMATS)}") from None
    return chosen(checklist)

"""What leaves the desk: a checklist in, the bytes of a file out.

A format is one module with a ``render`` function and a line in ``FORMATS``. The same checklist always gives the same
bytes: no clock and no environment is asked here.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from factcheck.checklist import as_csv, as_json, as_markdown
from factcheck.checklist.file import write
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factcheck.model import Checklist

__all__ = ["FORMATS", "Format", "render", "write"]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that a checklist can become."""

    suffix: str
    """The file name's end, with its dot."""
    render: Callable[[Checklist], bytes]


FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {
        "md": Format(".md", as_markdown.render),
        "csv": Format(".csv", as_csv.render),
        "json": Format(".json", as_json.render),
    }
)
"""Every format by the name that ``export --format`` takes."""


def render(checklist: Checklist, format: str) -> bytes:  # noqa: A002  # the word of the command line
    """A checklist as a file's content.

    Args:
        checklist: What is to leave the desk.
        format: A key of ``FORMATS``.

    Raises:
        UsageError: There is no such format.
    """
    try:
        chosen = FORMATS[format]
    except KeyError:
        raise UsageError(f"there is no format {format!r}", f"choose one of {', '.join(FORMATS)}") from None
    return chosen.render(checklist)

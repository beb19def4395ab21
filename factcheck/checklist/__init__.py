"""What leaves the desk: a checklist in, the bytes of a file out.

What is sent is a row in ``KINDS``: the checklist itself, the change memo, the call sheet, the marked-up draft; a format
names a ``render`` function there. The same checklist always gives the same bytes: no clock and no environment is asked
here.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from factcheck.checklist.file import check_place, write
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.model import Checklist

__all__ = ["FORMATS", "KINDS", "Kind", "check_place", "ending", "render", "without_ending", "write"]

FORMATS: Final[Mapping[str, str]] = MappingProxyType(
    {"md": ".md", "csv": ".csv", "json": ".json", "html": ".html", "docx": ".docx", "claimreview": ".jsonld"}
)
"""Every format by the name that ``export --format`` takes, with the end of its files' names."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Something that can be sent out."""

    title: str
    formats: Mapping[str, str]
    """What writes it, a module of this package and its function, by keys of ``FORMATS``: each kind has those that make
    sense for it. By name, so that the app starts without what only an export needs, such as lxml."""

    def nearest(self, formats: Iterable[str]) -> tuple[str, ...]:
        """Those of the formats that it has, else the first that there is: a marked-up draft is always Word."""
        return tuple(name for name in formats if name in self.formats) or (next(iter(self.formats)),)


def _kind(title: str, **formats: str) -> Kind:
    return Kind(title, MappingProxyType(formats))


KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "checklist": _kind(
            "Checklist",
            md="as_markdown.render",
            csv="as_csv.render",
            json="as_json.render",
            html="as_html.render",
            docx="as_docx.render",
            claimreview="as_claimreview.render",
        ),
        "memo": _kind(
            "Change memo",
            md="memo_files.render_markdown",
            csv="memo_files.render_csv",
            json="memo_files.render_json",
            html="as_html.render_memo",
            docx="memo_files.render_docx",
        ),
        "calls": _kind(
            "Call sheet",
            md="calls_files.render_markdown",
            csv="calls_files.render_csv",
            json="calls_files.render_json",
            html="as_html.render_calls",
            docx="calls_files.render_docx",
        ),
        "draft": _kind("Marked-up draft", docx="draft_docx.render"),
        "tracked": _kind("Draft with tracked changes", docx="draft_docx.render_tracked"),
    }
)
"""What can be sent out, by the name that ``export --what`` takes."""


def ending(what: str, format: str) -> str:  # noqa: A002  # as on the command line
    """What is set behind an article's slug to name a file; a checklist is named after its article alone.

    Args:
        what: A key of ``KINDS``, or ``all``.
        format: A key of ``FORMATS``.
    """
    return ("" if what == "checklist" else f"-{what}") + FORMATS[format]


def without_ending(path: str) -> str:
    """A file's name without the ending of a format; what else stands after its last dot is a part of the name."""
    return path.removesuffix(next((ending for ending in FORMATS.values() if path.endswith(ending)), ""))


def render(checklist: Checklist, format: str, what: str = "checklist") -> bytes:  # noqa: A002  # as on the command line
    """A checklist as a file's content.

    Args:
        checklist: What is to leave the desk.
        format: A key of ``FORMATS``.
        what: A key of ``KINDS``.

    Raises:
        UsageError: It is not written in such a format.
    """
    kind = KINDS[what]
    try:
        module, _, function = kind.formats[format].partition(".")
    except KeyError:
        raise UsageError(
            f"there is no {kind.title.lower()} as {format!r}", f"choose one of {', '.join(kind.formats)}"
        ) from None
    written: bytes = getattr(import_module(f"{__name__}.{module}"), function)(checklist)
    return written

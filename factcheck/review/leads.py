"""What an earlier verdict rested on, as leads for this one: where to look, not what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import LEAD, Source, SourceKind

if TYPE_CHECKING:
    from factcheck.model import Match


def leads_of(match: Match) -> tuple[Source, ...]:
    """The sources of an earlier claim, each with a note that tells where it comes from.

    When they were looked at then is of no account.

    Args:
        match: The earlier claim; when it has no sources, the article itself is the lead.
    """
    when = f", {match.date:%d %b %Y}" if match.date else ""
    told = f"{LEAD} “{match.article}”{when}"
    if not match.sources:
        return (Source(SourceKind.OTHER, match.article, note=told),)
    return tuple(
        Source(source.kind, source.name, source.locator, "; ".join(filter(None, (told, source.note))))
        for source in match.sources
    )

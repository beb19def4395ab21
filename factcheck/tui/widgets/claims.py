"""The list of claims beside the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment

from factcheck.model import Relation, Resolution, Section
from factcheck.tui.messages import ClaimsPressed
from factcheck.tui.signs import FINDING_SIGN, RELATION_SIGNS, SIGNS, Look, look_of
from factcheck.tui.widgets.lines import LineView
from factcheck.tui.wrap import cells, clipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual import events
    from textual.events import Click

    from factcheck.model import ClaimId, ClaimRecord

_LINES = 2
"""Each claim takes the same height, so that its place is known without a layout."""


@dataclass(frozen=True, slots=True)
class Row:
    """A claim in the list, with what else is known about it."""

    record: ClaimRecord
    conflicts: int = 0
    """How many earlier claims say otherwise."""
    same: int = 0
    """How many say the same."""
    near: int = 0
    """How many are about the same and say neither."""
    findings: int = 0


class ClaimsList(LineView):
    """One claim after the other: number, sign and text, and below them the word, the section and what is known."""

    HELP = "The claims. ≠ an earlier article says otherwise, = or ≈ it says the same or nearly so, ! a finding."

    def __init__(self) -> None:
        super().__init__("claims")
        self._rows: tuple[Row, ...] = ()
        self._places: dict[ClaimId, int] = {}
        self._cursor: int | None = None
        self._digits = 2
        self.empty = ""
        """What stands here while there is no claim."""

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these claims, in story order. Where only a few rows changed, only those are drawn anew."""
        before, self._rows = self._rows, rows
        # A mark leaves all other rows as the objects that they were.
        pairs = enumerate(zip(before, rows, strict=False))
        changed = [(index, old, new) for index, (old, new) in pairs if old is not new]
        if before and len(before) == len(rows) and all(old.record.id == new.record.id for _, old, new in changed):
            self.redraw({line for index, _, _ in changed for line in self._lines_of(index)})
            return
        at = before[self._cursor].record.id if self._cursor is not None else None
        self._places = {row.record.id: index for index, row in enumerate(rows)}
        self._cursor = self._places.get(at) if at is not None else None
        self._digits = max(2, len(str(max((row.record.number for row in rows), default=0))))
        self.relay()

    def point(self, claim: ClaimId | None) -> None:
        """Put the cursor on a claim."""
        old, self._cursor = self._cursor, self._places.get(claim) if claim is not None else None
        self.redraw({line for index in {old, self._cursor} - {None} for line in self._lines_of(index)})
        if self._cursor is not None:
            self.reveal(self._lines_of(self._cursor))

    def on_resize(self, event: events.Resize) -> None:
        """Keep the current claim in view: a list is looked at around it."""
        super().on_resize(event)
        if self._cursor is not None:
            self.reveal(self._lines_of(self._cursor))

    def say(self, text: str) -> None:
        """Say why there is no claim to show."""
        self.empty = text
        if not self._rows:
            self.relay()

    def lay_out(self, width: int) -> int:  # noqa: ARG002  # every claim has the same height, whatever the width
        """Two lines for each claim, one to say that there is none."""
        return len(self._rows) * _LINES or 1

    def _lines_of(self, index: int | None) -> range:
        return range(0) if index is None else range(index * _LINES, index * _LINES + _LINES)

    def draw(self, line: int) -> Iterable[Segment]:
        """The upper or the lower line of a claim."""
        width = self.scrollable_content_region.width
        index, lower = divmod(line, _LINES)
        if index >= len(self._rows):
            if self.empty:
                yield Segment(f" {clipped(self.empty, width - 2)}", self.style("claims--meta"))
            return
        here = "claims--cursor" if index == self._cursor else ""
        row = self._rows[index]
        yield Segment(self.bar if here else " ", self.style(here, "claims--bar"))
        yield from self._lower(row, width - 1, here) if lower else self._upper(row, width - 1, here)

    def _upper(self, row: Row, width: int, here: str) -> Iterator[Segment]:
        record = row.record
        look = look_of(record)
        yield Segment(f"{record.number:>{self._digits}} ", self.style(here, "claims--number"))
        yield Segment(f"{SIGNS[look]} ", self.style(here, f"claims--sign-{look.value}"))
        width -= self._digits + 4
        text = clipped(record.claim.text, width)
        yield Segment(text + " " * (width + 1 - cells(text)), self.style(here))

    def _lower(self, row: Row, width: int, here: str) -> Iterator[Segment]:
        flags = list(self._flags(row))
        room = width - self._digits - 3 - sum(len(text) + 1 for text, _ in flags) - 1
        text = clipped(" · ".join(self._words(row.record)), room)
        margin = " " * (self._digits + 3)
        yield Segment(margin + text + " " * (room - cells(text)), self.style(here, "claims--meta"))
        for flag, style in flags:
            yield Segment(f" {flag}", self.style(here, style))
        yield Segment(" ", self.style(here))

    @staticmethod
    def _words(record: ClaimRecord) -> Iterator[str]:
        """What is recorded about a claim, first what a verdict depends on: in a narrow window the end is cut off."""
        yield look_of(record).value
        if record.lacks_source:
            yield "no source"
        if record.legal:
            yield "lawyer"
        if record.second is not None:
            yield f"2nd {SIGNS[Look(record.second.value)]}"
        if record.resolution is not Resolution.OPEN:
            yield record.became
        elif record.replacement:
            yield "change"
        leads = sum(source.is_lead for source in record.sources)
        for what, count in (("source", len(record.sources) - leads), ("lead", leads)):
            if count:
                yield what if count == 1 else f"{count} {what}s"
        if record.note:
            yield "note"
        if record.assignee:
            yield f"for {record.assignee}"
        if record.claim.section is not Section.BODY:
            yield record.claim.section.value

    def _flags(self, row: Row) -> Iterator[tuple[str, str]]:
        if row.conflicts:
            yield f"{RELATION_SIGNS[Relation.CONFLICT]}{row.conflicts}", "claims--conflict"
        if row.same:
            yield f"{RELATION_SIGNS[Relation.SAME]}{row.same}", "claims--match"
        if row.near:
            yield f"{RELATION_SIGNS[Relation.NEAR]}{row.near}", "claims--meta"
        if row.findings:
            yield f"{FINDING_SIGN}{row.findings}", "claims--finding"

    def on_click(self, event: Click) -> None:
        """Go to the claim that was clicked."""
        at = event.get_content_offset(self)
        index = (at.y + self.scroll_offset.y) // _LINES if at is not None else -1
        if 0 <= index < len(self._rows):
            self.post_message(ClaimsPressed((self._rows[index].record.id,)))

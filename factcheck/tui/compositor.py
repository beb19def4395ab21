"""Puts together what the terminal is told when little has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._compositor import Compositor
from textual.geometry import Region

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual._compositor import ChopsUpdate
    from textual.strip import Strip


class LinesCompositor(Compositor):
    """Asks each widget only for the lines that have changed.

    Textual's own draws every line of every widget that touches the box around all changes, and cuts each of them up:
    most of what a key costs, where the cursor moves in both panes.
    """

    _changed: frozenset[Region] = frozenset()

    def render_partial_update(self) -> ChopsUpdate | None:
        """Draw what has changed, and nothing else."""
        self._changed = frozenset(self._dirty_regions)
        try:
            return super().render_partial_update()
        finally:
            self._changed = frozenset()

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        return self._changed_lines() if self._changed else super()._get_renders(crop)

    def _changed_lines(self) -> Iterator[tuple[Region, Region, list[Strip]]]:
        """The lines of each widget, from the front to the back, as stretches of them: place, the part, its lines."""
        left = self._changed
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            lines = {line for changed in left if seen.overlaps(changed) for line in changed.line_range}
            for first, count in _stretches(lines.intersection(seen.line_range)):
                part = Region(seen.x, first, seen.width, count)
                yield region, part, widget.render_lines(part.translate(-region.offset))
            # Nobody sees what lies behind a widget.
            left = frozenset(changed for changed in left if not seen.contains_region(changed))
            if not left:
                return


def _stretches(lines: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Lines as stretches without a gap: the first of each, and how many."""
    first = count = 0
    for line in sorted(lines):
        if count and line == first + count:
            count += 1
            continue
        if count:
            yield first, count
        first, count = line, 1
    if count:
        yield first, count

"""A line to type in."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import Input

from factcheck.tui.wrap import cells


class Field(Input):
    """A line to type in that says at its ends where more stands than is seen; never over the cursor."""

    def render_line(self, y: int) -> Strip:
        """Draw the line, and the signs over it."""
        strip = super().render_line(y)
        if y:
            return strip
        width = self.scrollable_content_region.width
        first = self.scroll_offset.x if self.value else 0
        cursor = self.cursor_screen_offset.x - self.content_region.x if self.has_focus else -1
        if first and cursor:
            strip = self._signed(strip, 0)
        if cells(self.value or self.placeholder) - first > width and cursor != width - 1:
            strip = self._signed(strip, width - 1)
        return strip

    def _signed(self, strip: Strip, at: int) -> Strip:
        return Strip.join([strip.crop(0, at), Strip([Segment("…", self.rich_style)]), strip.crop(at + 1)])

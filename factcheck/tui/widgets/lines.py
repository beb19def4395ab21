"""What the panes share: a scrolling view that draws itself line by line and keeps what it drew."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.containers import Container
from textual.dom import DOMNode
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from factcheck.tui import sheets
from factcheck.tui.commands import Scope
from factcheck.tui.keymap import bindings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.style import Style
    from textual import events
    from textual.color import Color


_KEPT = 2000
"""Lines, some 4 kB each: enough to go back and forth in an article of 20,000 words."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """What lies about the lines: a border at the top and at the left at most."""

    top: int
    """Lines."""
    left: list[Segment]
    background: Color


@dataclass(frozen=True, slots=True)
class Held:
    """What stays at its height when the pane gets another size."""

    place: int
    """Where it begins, in the terms of the subclass."""
    end: int
    """Where it ends, in the same terms."""
    row: int = 0
    """Lines between the top of the view and its beginning."""


class Panes(Container):
    """What holds the panes. It has its size from the screen; Textual would lay all out again when it got another."""

    virtual_size = Reactive(Size(0, 0))


class _Bar(ScrollBar):
    """A scroll bar that has its size from its pane."""

    virtual_size = Reactive(Size(0, 0))


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """A view of lines. Subclasses say what stands on a line and lay out anew when the width changes.

    Drawn lines are cached; `redraw` drops the ones that changed and repaints only those.
    """

    BINDINGS = bindings(Scope.PANE)
    ALLOW_SELECT = False
    BAR = "▌"
    """Marks the lines under the cursor while the pane has the focus."""
    QUIET_BAR = "▏"
    """The same while another pane has it."""

    # Textual lays the whole screen out at a change, some 20 ms; but the size of a pane does not depend on its content,
    # and whoever changes that says which lines to paint.
    virtual_size = Reactive(Size(0, 0), repaint=False)

    def __init__(self, id: str) -> None:  # noqa: A002  # Textual's name for it
        super().__init__(id=id)
        self._strips: dict[int, Strip] = {}
        self._styles: dict[tuple[str, ...], Style] = {}
        self._parts: dict[str, Style] = {}
        self._base: Style | None = None
        self._frame: _Frame | None = None
        self._laid_width = 0
        self._seen_height = 0
        self._held = Held(0, 0)
        self._put = -1

    # What a subclass says

    @abstractmethod
    def draw(self, line: int) -> Iterable[Segment]:
        """The segments of a line, counted from the top of the content."""

    @abstractmethod
    def lay_out(self, width: int) -> int:
        """Lay out for a width in cells, and give the number of lines."""

    def top_place(self) -> int:
        """What stands at the top, in the subclass's own terms, so that a resize can keep it there."""
        return self.scroll_offset.y

    def line_of_place(self, place: int) -> int:
        """The line on which such a place stands in the present layout."""
        return place

    def held(self, height: int) -> Held:  # noqa: ARG002  # a subclass may want it
        """What a resize keeps where it is, of a view that had so many lines: what stands at the top."""
        return Held(place := self.top_place(), place)

    # What it gets for it

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scroll bar, made as Textual makes its own when it is first asked for."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = _Bar(vertical=True, name="vertical", thickness=self.scrollbar_size_vertical)
            self._vertical_scrollbar.display = False
            self.app._start_widget(self, self._vertical_scrollbar)  # noqa: SLF001  # there is no other way in
        return self._vertical_scrollbar

    def relay(self) -> None:
        """Lay out anew: the content has changed."""
        place = self.top_place()
        self._put = -1
        self._lay_out()
        self._hold(Held(place, place))
        self.refresh()

    def _lay_out(self) -> None:
        # A pane that is hidden has no width; it will most likely come back with the one that it had.
        self._laid_width = self.scrollable_content_region.width or self._laid_width
        self._strips.clear()
        self.virtual_size = Size(self._laid_width, self.lay_out(self._laid_width))

    def _hold(self, held: Held) -> None:
        """Scroll so that something has its height again; higher up where its end would be out of sight."""
        first = self.line_of_place(held.place)
        lowest = self.scrollable_content_region.height - 1 - (self.line_of_place(held.end) - first)
        row = min(held.row, max(0, lowest))
        self.scroll_to(y=first - row, animate=False, immediate=True)

    def watch_virtual_size(self, size: Size) -> None:
        """Let the scrollbar know; as long as all fits, there is nothing new to it."""
        self.vertical_scrollbar.window_virtual_size = max(size.height, self.scrollable_content_region.height)

    def redraw(self, lines: Iterable[int] | None = None) -> None:
        """Draw lines anew, all of them when None."""
        if lines is None:
            self._strips.clear()
            self.refresh()
            return
        # The scroll bar beside them shows another thing only after a scroll, which says so itself.
        top, (width, height) = self.scroll_offset.y, self.scrollable_content_region.size
        seen = []
        for line in lines:
            self._strips.pop(line, None)
            if top <= line < top + height:
                seen.append(Region(0, line - top, width, 1))
        if seen:
            self.refresh(*seen)

    def reveal(self, lines: range) -> None:
        """Scroll so that these lines can be seen, only when they cannot: then to a third down."""
        height = self.scrollable_content_region.height
        if not height or not lines:
            return
        context = min(2, max(0, (height - len(lines)) // 3))
        top = self.scroll_offset.y
        last = self.virtual_size.height - 1
        if max(0, lines.start - context) >= top and min(last, lines.stop - 1 + context) < top + height:
            return
        if lines.start >= top and len(lines) >= height and lines.start < top + height // 3:
            return  # longer than the view, and its beginning is there
        down = min(height // 3, max(0, height - len(lines) - context))
        self.scroll_to(y=max(0, lines.start - down), animate=False, immediate=True)

    def style(self, *names: str) -> Style:
        """The base style with those of some classes laid over it, one after the other; empty names do nothing.

        Each is worked out when it is first asked for. Textual's component classes, of which the three panes would have
        sixty, are all worked out when the style of the widget may have changed: at the start, and with the focus.
        """
        if (found := self._styles.get(names)) is None:
            found = sum(map(self._style_of, filter(None, names)), start=self.base)
            self._styles[names] = found
        return found

    def _style_of(self, name: str) -> Style:
        if (found := self._parts.get(name)) is None:
            sheets.complete(self.app)
            part = DOMNode(classes=name)
            part._attach(self)  # noqa: SLF001  # as Textual does with those of component classes
            self.app.stylesheet.apply(part)
            found = self._parts[name] = part.styles.partial_rich_style
        return found

    @property
    def base(self) -> Style:
        """The style of plain text; Textual works it out anew at every call, so it is kept."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    @property
    def bar(self) -> str:
        """The mark of the lines under the cursor."""
        return self.BAR if self.has_focus else self.QUIET_BAR

    def segments(self, line: int) -> list[Segment]:
        """What `draw` gives, as a list."""
        return list(self.draw(line))

    # How Textual asks for it

    def render_line(self, y: int) -> Strip:
        """Draw a line of the view."""
        return Strip(self._filled(y + self.scroll_offset.y), self.size.width)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Take lines from the cache, or draw them and lay the frame about them.

        Textual looks up border, padding, outline and opacity anew for each line, and forgets all lines at a scroll.
        """
        if (frame := self._frame) is None:
            left = self.styles.gutter.left
            edge = super().render_lines(Region(0, self.styles.gutter.top, left, 1))[0] if left else Strip([], 0)
            frame = self._frame = _Frame(self.styles.gutter.top, list(edge), self.background_colors[1])
        if len(self._strips) > _KEPT:
            self._strips.clear()
        strips, scrolled, width = [], self.scroll_offset.y - frame.top, self.outer_size.width
        for y in crop.line_range:
            if y < frame.top:
                strips += super().render_lines(Region(0, y, width, 1))
                continue
            if (strip := self._strips.get(y + scrolled)) is None:
                segments = self._filled(y + scrolled)
                for line_filter in self.get_line_filters():
                    segments = line_filter.apply(segments, frame.background)
                strip = self._strips[y + scrolled] = Strip([*frame.left, *segments], width)
            strips.append(strip)
        x1, x2 = crop.column_span
        return strips if (x1, x2) == (0, width) else [strip.crop(x1, x2) for strip in strips]

    def _filled(self, line: int) -> list[Segment]:
        """A line of the content, as wide as the view: a `Strip` in between would cost more than what is done to it."""
        segments = self.segments(line) if line < self.virtual_size.height else []
        left = self.size.width - sum(segment.cell_length for segment in segments)
        if left < 0:
            return list(Strip(segments).crop(0, self.size.width))
        return [*segments, Segment(" " * left, self.base)] if left else segments

    def notify_style_update(self) -> None:
        """Forget everything that was drawn in the old style."""
        super().notify_style_update()
        self._strips.clear()
        self._styles.clear()
        self._parts.clear()
        self._base = self._frame = None

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """See what stands where: where less than a view is left, Textual now scrolls up, before it tells of the size.

        While nobody scrolls it is the same at each size: seen anew each time, the text would creep up.
        """
        if size == self._size:
            return super()._size_updated(size, virtual_size, container_size, layout)
        if self.scroll_offset.y != self._put:
            self._held = self.held(self._seen_height)
        resized = super()._size_updated(size, virtual_size, container_size, layout)
        self._put = self.scroll_offset.y
        return resized

    def on_resize(self, _: events.Resize) -> None:
        """Lay out for the new width; what was held stays where it was."""
        width, height = self.scrollable_content_region.size
        if (width, height) == (self._laid_width, self._seen_height):
            return
        held = self._held if self.scroll_offset.y == self._put else self.held(self._seen_height)
        if width != self._laid_width:
            self._lay_out()
            self.refresh()
        if height:
            self._seen_height = height
            self._hold(held)
            self._held, self._put = held, self.scroll_offset.y

    def on_focus(self) -> None:
        """Show where the keys go."""
        self.redraw()

    def on_blur(self) -> None:
        """Show that the keys go elsewhere."""
        self.redraw()

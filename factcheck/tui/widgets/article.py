"""The article, with every claim in it shown by its state."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.segment import Segment

from factcheck.model import Role, Span
from factcheck.sweep import Sweep
from factcheck.tui.messages import ClaimsPressed, SelectionMade
from factcheck.tui.signs import SIGNS, gravest, look_of
from factcheck.tui.widgets.lines import Held, LineView
from factcheck.tui.wrap import Layout, is_furniture, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.events import MouseDown, MouseMove, MouseUp, Resize
    from textual.geometry import Offset

    from factcheck.model import Block, ClaimId, ClaimRecord, Draft

_RULE = "read so far"
_PROMINENT = {Role.HEADLINE: "headline", Role.CROSSHEAD: "headline", Role.DEK: "dek"}


def _stands_where(old: ClaimRecord, new: ClaimRecord) -> bool:
    """Whether a claim has kept its place and its number."""
    return old.id == new.id and old.number == new.number and old.span == new.span


def _digits(last: int) -> int:
    """How wide numbers up to the last are, in cells."""
    return max(2, len(str(last)))


class ArticlePane(LineView):
    """The article's text. A gutter carries sign and number where a claim begins, and a bar beside the current one."""

    HELP = (
        "The article. Number and sign stand where a claim begins, a + where further ones begin on the line; ┊ marks "
        "page furniture. A click goes to a claim, a further click to the next one there; words can be dragged over."
    )

    def __init__(self, id: str = "article") -> None:  # noqa: A002  # Textual's name for it
        super().__init__(id)
        self._text = ""
        self._blocks: Sequence[Block] = ()
        self._layout = Layout("", (), 1)
        self._claims: tuple[ClaimRecord, ...] = ()
        self._places: dict[ClaimId, int] = {}
        self._sweep = Sweep((), 0)
        self._heads: dict[int, list[int]] = {}
        self._cursor: int | None = None
        self._cursor_lines = range(0)
        self._hits: tuple[Span, ...] = ()
        self._hit: int | None = None
        self._digits = 2
        self._anchor: int | None = None
        self.selection: Span | None = None
        """The words that are selected, by mouse or key."""
        self._caret: Span | None = None
        self._owed: Span | None = None
        self.read_to = 0
        """Up to this offset the checker has read it, without a gap."""
        self._rule_at = 0
        self._follows = False

    # What it shows

    def show_draft(self, draft: Draft, last: int = 0, read: int = 0) -> None:
        """Show another text, without claims; the gutter has room for numbers up to the ``last``.

        Args:
            draft: The text.
            last: The highest number of a claim.
            read: Up to this offset it was read.
        """
        self.read_to = self._rule_at = read
        self._text, self._blocks = draft.text, draft.blocks
        self._hits, self._hit, self.selection, self._caret, self._owed = (), None, None, None, None
        self._claims, self._places, self._cursor = (), {}, None
        self._sweep = Sweep((), len(self._text))
        self._digits = _digits(last)
        self.relay()

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show the same text with other roles."""
        if blocks != self._blocks:
            self._blocks = blocks
            self.relay()

    def show_claims(self, claims: tuple[ClaimRecord, ...]) -> None:
        """Show these claims, which are in story order. Where only their state changed, little is drawn anew."""
        before, self._claims = self._claims, claims
        # A mark leaves all other records as the objects that they were.
        changed = [(old, new) for old, new in zip(before, claims, strict=False) if old is not new]
        if len(before) == len(claims) and all(_stands_where(old, new) for old, new in changed):
            self.redraw({line for _, record in changed for line in self._lines_of(record.span)})
            return
        at = before[self._cursor].id if self._cursor is not None else None
        self._places = {record.id: index for index, record in enumerate(claims)}
        self._sweep = Sweep([record.span for record in claims], len(self._text))
        self._cursor = self._places.get(at) if at is not None else None
        # Without claims the text stays where it is.
        digits = _digits(max(record.number for record in claims)) if claims else self._digits
        if digits != self._digits:
            self._digits = digits
            self.relay()
        else:
            self._index()
            self.redraw()

    def point(self, claim: ClaimId | None, *, reveal: bool = True) -> None:
        """Put the cursor on a claim."""
        cursor = self._places.get(claim) if claim is not None else None
        old = self._cursor_lines
        if reveal and cursor != self._cursor:
            self._put = -1  # a resize now keeps this one where it is
        self._cursor = cursor
        self._cursor_lines = range(0) if cursor is None else self._lines_of(self._claims[cursor].span)
        self.redraw({*old, *self._cursor_lines})
        if reveal and cursor is not None:
            self._bring(self._claims[cursor].span)

    def show_hits(self, hits: tuple[Span, ...], current: int | None, *, reveal: bool = True) -> None:
        """Highlight what a search found, and scroll to the current hit."""
        touched = {line for span in (*self._hits, *hits) for line in self._lines_of(span)}
        self._hits, self._hit = hits, current
        self.redraw(touched)
        if reveal and current is not None:
            self._bring(hits[current])

    def select(self, span: Span | None, caret: Span | None = None) -> None:
        """Show some words as selected, and where the next step goes from; the caret is kept in view."""
        shown_before = [one for one in (self.selection, self._caret) if one is not None]
        self.selection, self._caret = span, caret
        shown_now = [one for one in (span, caret) if one is not None]
        self.redraw({line for one in (*shown_before, *shown_now) for line in self._lines_of(one)})
        if caret is not None:
            self._bring(caret)

    def _bring(self, span: Span) -> None:
        """Bring a stretch of text into view, as soon as there is one."""
        self._owed = None if self.scrollable_content_region.height else span
        self.reveal(self._lines_of(span))

    def on_resize(self, event: Resize) -> None:
        """What was to be brought into view while the pane was hidden can be now."""
        super().on_resize(event)
        if self._owed is not None:
            self._bring(self._owed)
        if self._follows:
            self._note_seen()

    def follow(self, *, follows: bool) -> None:
        """Count what comes into view as read from now on, beginning where reading stopped; or no longer."""
        self._follows = follows
        if self._rule_at != self.read_to:
            self._rule_at = self.read_to
            self.relay()
        if follows:
            if (rule := self._layout.rule) is not None:
                height = self.scrollable_content_region.height
                self._owed = None if height else Span(self.read_to, self.read_to + 1)
                self.scroll_to(y=max(0, rule - height // 3), animate=False, immediate=True)
            self._note_seen()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """What is seen in a first read is read."""
        super().watch_scroll_y(old_value, new_value)
        if self._follows:
            self._note_seen()

    def _note_seen(self) -> None:
        """Count what is in view as read, unless something above it was passed over."""
        lines, top = self._layout.lines, self.scroll_offset.y
        last = min(len(lines), top + self.scrollable_content_region.height) - 1
        if top <= min(last, self._layout.line_after(self.read_to)):
            self.read_to = max(self.read_to, lines[last].end)

    def word_beside(self, word: Span, lines: int) -> int:
        """The offset that stands so many lines below a word, as near as may be to the same column."""
        line = self._layout.line_of(word.start)
        step = 1 if lines > 0 else -1
        target = line + lines
        while 0 <= target < len(self._layout.lines) and self._layout.lines[target].block is None:
            target += step
        if not 0 <= target < len(self._layout.lines):
            return word.start
        return self._layout.offset_at(target, self._layout.cell_of(word.start))

    def shows(self, span: Span) -> bool:
        """Whether the first line of a stretch of text can be seen."""
        top = self.scroll_offset.y
        return top <= self._layout.line_of(span.start) < top + self.scrollable_content_region.height

    def top_offset(self) -> int:
        """The offset of the first text that can be seen."""
        return self.top_place()

    def show_from(self, offset: int) -> None:
        """Scroll back to what `top_offset` told."""
        self.scroll_to(y=self.line_of_place(offset), animate=False, immediate=True)

    # Layout

    @property
    def _gutter(self) -> int:
        """Width of the gutter: bar, number, sign, a plus where more claims begin, a space."""
        return self._digits + 4

    def lay_out(self, width: int) -> int:
        """Wrap the text beside the gutter."""
        self._layout = Layout(self._text, self._blocks, max(1, width - self._gutter), self._rule_at)
        self._index()
        return len(self._layout.lines)

    def top_place(self) -> int:
        """The offset of the first text that can be seen."""
        lines = self._layout.lines
        return lines[min(self.scroll_offset.y, len(lines) - 1)].start if lines else 0

    def line_of_place(self, place: int) -> int:
        """The line of such an offset; the space above a block goes with it."""
        line = self._layout.line_of(place)
        lines = self._layout.lines
        return line - 1 if line and lines[line - 1].start == place else line

    def held(self, height: int) -> Held:
        """The current claim as long as it is in sight; else what stands at the top is being read."""
        if self._cursor is not None:
            span, top = self._claims[self._cursor].span, self.scroll_offset.y
            if top <= self._layout.line_of(span.start) < top + height:
                return Held(span.start, span.end - 1, self.line_of_place(span.start) - top)
        return super().held(height)

    def _index(self) -> None:
        self._heads = {}
        if not self._layout.lines:
            return
        for index, record in enumerate(self._claims):
            self._heads.setdefault(self._layout.line_of(record.claim.start), []).append(index)
        self._cursor_lines = range(0) if self._cursor is None else self._lines_of(self._claims[self._cursor].span)

    def _lines_of(self, span: Span) -> range:
        return self._layout.span_of_lines(span.start, span.end)

    # Drawing

    def draw(self, line: int) -> Iterable[Segment]:
        """Gutter and text of a line."""
        there = self._layout.lines[line]
        role = self._blocks[there.block].role if there.block is not None else None
        furniture = role is not None and is_furniture(role)
        yield from self._draw_gutter(line, furniture=furniture)
        if line == self._layout.rule:
            width = self.scrollable_content_region.width - self._gutter - 1
            yield Segment(f"╌╌ {_RULE} ".ljust(width, "╌"), self.style("article--gutter"))
            return
        prominent = "" if role is None else f"article--{_PROMINENT[role]}" if role in _PROMINENT else ""
        ground = "article--furniture" if furniture else prominent
        if there.indent:
            yield Segment(" " * there.indent, self.style(ground))
        for start, end, claims in self._pieces(there.start, there.end):
            look = gravest(look_of(self._claims[index]) for index in claims)
            style = self.style(
                ground,
                f"article--{look.value}" if look else "",
                "article--overlap" if len(claims) > 1 else "",
                "article--cursor" if self._cursor in claims else "",
                *self._marks(start),
            )
            yield Segment(shown(self._text[start:end]), style)

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        """The runs of a line, cut further where a hit or the selection begins or ends."""
        cuts = {edge for span in self._marked(start, end) for edge in (span.start, span.end) if start < edge < end}
        for run in self._sweep.between(start, end):
            edges = [run.start, *sorted(cut for cut in cuts if run.start < cut < run.end), run.end]
            for a, b in pairwise(edges):
                yield a, b, run.claims

    def _marked(self, start: int, end: int) -> Iterator[Span]:
        if self._hits:
            first = max(0, bisect_right(self._hits, Span(start, start)) - 1)
            yield from self._hits[first : bisect_left(self._hits, Span(end, end))]
        yield from (span for span in (self.selection, self._caret) if span is not None)

    def _marks(self, offset: int) -> tuple[str, str]:
        """Component classes of what lies over the claims at an offset."""
        hit = bisect_right(self._hits, Span(offset, len(self._text))) - 1 if self._hits else -1
        found = ""
        if hit >= 0 and offset < self._hits[hit].end:
            found = "article--hit-current" if hit == self._hit else "article--hit"
        if self._caret is not None and self._caret.start <= offset < self._caret.end:
            return found, "article--caret"
        if self.selection is not None and self.selection.start <= offset < self.selection.end:
            return found, "article--selection"
        return found, ""

    def _draw_gutter(self, line: int, *, furniture: bool) -> Iterator[Segment]:
        bar = self.bar if line in self._cursor_lines else " "
        yield Segment(bar, self.style("article--bar"))
        heads = self._heads.get(line)
        if not heads:
            yield Segment(("┊" if furniture else " ").rjust(self._digits + 2) + " ", self.style("article--gutter"))
            return
        index = self._cursor if self._cursor in heads else heads[0]
        record = self._claims[index]
        look = look_of(record)
        yield Segment(str(record.number).rjust(self._digits), self.style("article--gutter"))
        yield Segment(SIGNS[look], self.style(f"article--sign-{look.value}"))
        yield Segment("+ " if len(heads) > 1 else "  ", self.style("article--gutter"))

    # Mouse

    def _offset_under(self, at: Offset) -> int | None:
        line = at.y + self.scroll_offset.y
        if line >= len(self._layout.lines):
            return None
        return self._layout.offset_at(line, at.x - self._gutter)

    def on_mouse_down(self, event: MouseDown) -> None:
        """Begin a click or a selection."""
        if event.button == 1 and (at := event.get_content_offset(self)) is not None:
            self._anchor = self._offset_under(at)
            self.capture_mouse()
            if self.selection is not None:
                self.select(None)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Grow the selection."""
        at = self._offset_under(event.get_content_offset_capture(self))
        if self._anchor is not None and event.button == 1 and at is not None and at != self._anchor:
            self.select(Span(min(at, self._anchor), max(at, self._anchor)))

    def on_mouse_up(self, event: MouseUp) -> None:
        """End it: tell what was selected, or which claims were clicked."""
        self.release_mouse()
        anchor, self._anchor = self._anchor, None
        if anchor is None or event.button != 1:
            return
        if self.selection is not None:
            self.post_message(SelectionMade(self.selection))
        else:
            self.post_message(ClaimsPressed(tuple(self._claims[index].id for index in self._sweep.at(anchor))))

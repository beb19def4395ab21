"""How far the checking of an article is, as bars, and how long the rest may take."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.widgets import Static

from factcheck.model import Progress, Resolution, Section
from factcheck.review.pace import roughly
from factcheck.tui.screens.dialog import Dialog
from factcheck.tui.signs import SIGNS, Look, look_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.widget import Widget

    from factcheck.model import ClaimRecord
    from factcheck.review.pace import Pace

_ORDER: Final = (Look.VERIFIED, Look.DISPUTED, Look.UNSOURCED, Look.RECHECK, Look.OPEN, Look.OPINION)
_EIGHTHS: Final = " ▏▎▍▌▋▊▉█"
_WIDTH: Final = 40
"""Cells of the longest bar."""
_BESIDE: Final = 26
"""Cells of what stands left and right of a bar."""


class ProgressDialog(Dialog[None]):
    """Bars by verdict; what is done by section; what became of the claims; an estimate of the time left.

    Args:
        claims: Those that are shown, in story order.
        pace: The checker's pace; None when it is not known yet.
        hidden: What is left out by a filter, in words; empty when nothing is.
    """

    def __init__(self, claims: Sequence[ClaimRecord], pace: Pace | None, hidden: str = "") -> None:
        super().__init__("Progress" + (f", of {hidden}" if hidden else ""), "esc closes")
        self._claims = claims
        self._pace = pace

    def content(self) -> Iterable[Widget]:
        """The bars, then the words; they are drawn when the width is known."""
        yield Static(markup=False, id="chart")

    def on_resize(self) -> None:
        """Draw for the width that there is."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        chart = self.query_one("#chart", Static)
        room = max(1, min(_WIDTH, chart.size.width - _BESIDE))
        chart.update(Content("\n").join(self._lines(room)))

    def _lines(self, room: int) -> Iterator[Content]:
        progress = Progress.of(self._claims)
        looks = Counter(look_of(record) for record in self._claims)
        most = max(looks.values(), default=0)
        yield Content(checked(progress))
        yield Content("")
        for look in _ORDER:
            if looks[look] or look not in {Look.RECHECK, Look.OPINION}:
                drawn = chart_bar(looks[look], most, room)
                yield Content.assemble(
                    f"{SIGNS[look]} {look.value:10} ",
                    (drawn, f"$claim-{_colour(look)}"),
                    f"{looks[look]:5}"
                    + ("" if look is Look.OPINION else f" {percent(looks[look], progress.wanted):>3} %"),
                )
        yield Content("")
        yield from self._told(progress)

    def _told(self, progress: Progress) -> Iterator[Content]:
        parts = []
        for section in Section:
            inside = Progress.of(record for record in self._claims if record.claim.section is section)
            if inside.wanted:
                parts.append(f"{section.value} {inside.done} of {inside.wanted}")
        if parts:
            yield Content(f"checked by section: {' · '.join(parts)}")
        became = Counter(record.became for record in self._claims if record.resolution is not Resolution.OPEN)
        if became:
            told = " · ".join(f"{count} {word}" for word, count in sorted(became.items()))
            yield Content(f"what became of them: {told}")
        yield Content(time_left(progress.open, self._pace))


def checked(progress: Progress) -> str:
    """How far it is, in the words of the line below the panes."""
    opinion = f" · {progress.opinion} opinion, which wants no verdict" if progress.opinion else ""
    return f"Checked {progress.done} of {progress.wanted} · {progress.open} open{opinion}"


def time_left(open_claims: int, pace: Pace | None) -> str:
    """What is open, and about how long that takes at the checker's own pace."""
    if not open_claims:
        return "no claim is open"
    what = "1 claim is open" if open_claims == 1 else f"{open_claims} claims are open"
    if pace is None:
        return f"{what}; how long that takes can be told when a few more are marked"
    took = f"{roughly(pace.seconds)} a claim, the median of the last {pace.marks}"
    return f"{what}: about {roughly(pace.left(open_claims))} at your pace ({took})"


def percent(count: int, of: int) -> str:
    """A share in whole percents; what is there at all is never told as nothing, nor what is missing as all."""
    if not count or count == of:
        return "100" if count else "0"
    return f"{min(99, max(1, round(100 * count / of)))}"


def chart_bar(count: int, most: int, width: int) -> str:
    """A bar of a chart in eighths of a cell; what is there at all shows."""
    eighths = max(1, round(width * 8 * count / most)) if count else 0
    whole, rest = divmod(eighths, 8)
    return ("█" * whole + _EIGHTHS[rest].strip()).ljust(width)


def _colour(look: Look) -> str:
    return {Look.RECHECK: "open", Look.OPEN: "open"}.get(look, look.value)

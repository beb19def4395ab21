"""What a key costs on the review screen: CPU milliseconds, painted lines and bytes, at 10,000 words with 547 claims.

    python tests/bench/screen.py [--json] [--memory]

The naive way to compare with is one Static that holds the whole article and is styled anew at every move. The same is
done at 50,000 words with 3,000 claims, to see what grows with the article. The cost of a key that does nothing is taken
off, so that the driver and the pilot of the test do not count. CPU times depend on the machine and its load: trust the
ratios, the lines and the bytes. With ``--memory`` it is told instead what 5,000 keys leave behind.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import random
import resource
import statistics
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from rich.color import ColorSystem
from textual._compositor import CompositorUpdate
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from factcheck.config import Config
from factcheck.desk import connect
from factcheck.model import Article, Block, Claim, Draft, Extraction, Role, Section, Span
from factcheck.review.navigate import Filter
from factcheck.tui.app import FactcheckApp
from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.terminal import Terminal
from factcheck.tui.tools import Tools
from factcheck.tui.widgets.lines import LineView

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from rich.segment import Segment
    from textual.geometry import Region
    from textual.pilot import Pilot
    from textual.screen import Screen
    from textual.strip import Strip

    from factcheck.desk import Desk
    from factcheck.model import Match

T = TypeVar("T")

WORDS = 10_000
CLAIMS = 547
MORE_WORDS = 50_000
MORE_CLAIMS = 3_000
SIZE = (160, 50)
SMALLER = (120, 40)
ROUNDS = 40
WARM = 1_000
KEYS = 5_000
"""Keys after which memory is looked at, and then again."""
FEW = 8
"""Rounds of what lays out the whole screen."""


def make_extraction(words: int = WORDS, wanted: int = CLAIMS) -> Extraction:
    """A long article of nonsense with claims of six to thirty words, some of them overlapping.

    Its sentences have eight to thirty-five words, like those of news: the panel shows the sentence of the claim.
    """
    chance = random.Random(7)
    text = ""
    blocks: list[Block] = []
    starts: list[int] = []
    while len(starts) < words:
        begin = len(text)
        left, opens = chance.randint(8, 35), True
        for _ in range(min(chance.randint(30, 80), words - len(starts))):
            starts.append(len(text))
            word = "".join(chance.choices("etaoinshrdlu", k=chance.randint(2, 9)))
            left -= 1
            text += (word.title() if opens else word) + (" " if left else ". ")
            left, opens = left or chance.randint(8, 35), not left
        blocks.append(Block(begin, len(text) - 1, Role.BODY))
        text += "\n\n"
    firsts = sorted(chance.sample(range(words - 30), wanted))
    claims = []
    for index, first in enumerate(firsts, 1):
        start = starts[first]
        block = next(block for block in blocks if block.start <= start < block.end)
        end = min(starts[first + chance.randint(6, 30)] - 1, block.end)
        claims.append(Claim(f"c{index}", start, end, text[start:end], Section.BODY, ("number",)))
    return Extraction(Article(f"{words} words", Draft(text, tuple(blocks)), "bench"), tuple(claims))


class Cost:
    """What an act costs: CPU milliseconds, lines asked for, lines drawn, bytes for the terminal."""

    def __init__(self, app: App[None]) -> None:
        self.lines = 0
        self.drawn = 0
        self.bytes = 0
        self.desk = 0.0
        self._app = app
        self._updates: list[CompositorUpdate] = []

    def watch(self) -> None:
        """Count from now on what every pane draws, and what the terminal would be told."""
        render, draw, display = LineView.render_lines, LineView.segments, self._app._display

        def counted_render(view: LineView, crop: Region) -> list[Strip]:
            self.lines += crop.height
            return render(view, crop)

        def counted_draw(view: LineView, line: int) -> list[Segment]:
            self.drawn += 1
            return draw(view, line)

        def counted_display(screen: Screen[object], update: Any) -> None:
            if isinstance(update, CompositorUpdate):
                self._updates.append(update)
            display(screen, update)

        LineView.render_lines = counted_render  # type: ignore[method-assign,assignment]  # only this benchmark counts
        LineView.segments = counted_draw  # type: ignore[method-assign,assignment]  # as above
        self._app._display = counted_display  # type: ignore[method-assign,assignment]  # as above

    def timed(self, do: Callable[..., T]) -> Callable[..., T]:
        """The same function, its CPU time put down as the desk's."""

        def wrapper(*args: object, **kwargs: object) -> T:
            begin = time.process_time()
            try:
                return do(*args, **kwargs)
            finally:
                self.desk += time.process_time() - begin

        return wrapper

    async def of(self, acts: Sequence[Callable[[], Awaitable[object]]]) -> dict[str, float]:
        """Do these one by one; the median of each figure."""
        found: dict[str, list[float]] = {name: [] for name in ("ms", "lines", "drawn", "bytes", "desk_ms")}
        for act in acts:
            self.lines = self.drawn = 0
            self.desk = 0.0
            self._updates.clear()
            begin = time.process_time()
            await act()
            found["ms"].append((time.process_time() - begin - self.desk) * 1000)
            # Without a terminal nothing is written; what would be is put together after the clock was stopped.
            terminal = getattr(self._app, "terminal", None) or Terminal()
            told = "".join(terminal.tell(update, self._app.console) for update in self._updates)
            found["bytes"].append(len(told.encode("utf-8", "replace")))
            found["lines"].append(self.lines)
            found["drawn"].append(self.drawn)
            found["desk_ms"].append(self.desk * 1000)
        return {name: statistics.median(values) for name, values in found.items()}


def keys(pilot: Pilot[None], names: Sequence[str]) -> list[Callable[[], Awaitable[object]]]:
    """Acts that press these keys."""
    return [partial(pilot.press, name) for name in names]


async def measure(extraction: Extraction) -> dict[str, dict[str, float]]:
    """The figures of the review screen."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.db"
        with connect(path, who="bench") as desk:
            record = desk.articles.put(extraction.article)
            desk.articles.store(record.id, extraction, complete=True)
        # Earlier claims are looked up in the background, beside what is measured here: see `retrieval.py`.
        tools = Tools(Config(Path(folder) / "config.toml", path, "bench", advance=False), match=match_nothing)
        app = FactcheckApp(tools)
        # What a terminal of our days is told; without one Rich would take it for a file without colours.
        app.console._color_system = ColorSystem.TRUECOLOR
        cost = Cost(app)
        async with app.run_test(size=SIZE, notifications=True) as pilot:
            cost.watch()
            found = {"mount": await cost.of([partial(mount, app, pilot, record.id)] * FEW)}
            screen = app.screen
            assert isinstance(screen, ReviewScreen)
            while not screen.is_matched:
                await pilot.pause(0.05)
            review = screen.review
            assert review is not None
            review.mark = cost.timed(review.mark)  # type: ignore[method-assign]  # only timed
            review.save_position = cost.timed(review.save_position)  # type: ignore[method-assign]  # as above
            nothing = (await cost.of(keys(pilot, ["f9"] * ROUNDS)))["ms"]
            found |= {
                "next claim": await cost.of(keys(pilot, ["j"] * ROUNDS)),
                "far jump": await cost.of(keys(pilot, ["G", "g"] * (ROUNDS // 2))),
                "mark": await cost.of(keys(pilot, ["V", "D"] * (ROUNDS // 2))),
                "mark and on": await cost.of(keys(pilot, ["U", "j"] * (ROUNDS // 2))),
            }
            for figures in found.values():
                figures["ms"] -= nothing
            filters = [Filter(open=True), Filter(), Filter(text="ta"), Filter()] * (FEW // 2)
            idle = (await cost.of([pilot.pause] * ROUNDS))["ms"]
            found |= {
                "filter": await cost.of([partial(use_filter, pilot, screen, one) for one in filters]),
                "resize": await cost.of([partial(pilot.resize_terminal, *size) for size in (SMALLER, SIZE) * FEW]),
            }
            for name in ("filter", "resize"):
                found[name]["ms"] -= idle
        return found


def match_nothing(desk: Desk, article: Article, claims: Sequence[Claim]) -> tuple[tuple[Match, ...], ...]:
    """No earlier claim bears on any."""
    return ((),) * len(claims)


async def measure_memory(extraction: Extraction) -> dict[str, float]:
    """Megabytes that the process holds after some keys, and after many more."""
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.db"
        with connect(path, who="bench") as desk:
            record = desk.articles.put(extraction.article)
            desk.articles.store(record.id, extraction, complete=True)
        app = FactcheckApp(Tools(Config(Path(folder) / "config.toml", path, "bench"), match=match_nothing))
        async with app.run_test(size=SIZE, notifications=True) as pilot:
            await mount(app, pilot, record.id)
            found = []
            for count in (WARM, KEYS):
                for _ in range(count):
                    await pilot.press(chance.choice(("j", "j", "j", "k", "v", "d", "z", "J", "G", "g", "pagedown")))
                gc.collect()
                found.append(_held())
    return {"warm_mb": found[0], "after_mb": found[1], "ratio": found[1] / found[0]}


def _held() -> float:
    """Megabytes of memory that this process holds at present; where the system does not tell, at most so far."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(next(line for line in status.read_text().splitlines() if line.startswith("VmRSS")).split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


async def mount(app: FactcheckApp, pilot: Pilot[None], article: int) -> None:
    """Open the article, in the place of what is open, until its claims are painted."""
    if isinstance(app.screen, ReviewScreen):
        app.pop_screen()
        await pilot.pause()
    screen = ReviewScreen(app.tools, str(article), on_failure=app.fail)
    app.push_screen(screen)
    while not screen.listed:
        await pilot.pause(0.002)
    await pilot.pause()


async def use_filter(pilot: Pilot[None], screen: ReviewScreen, wanted: Filter) -> None:
    """What the dialog does when it is left."""
    screen._filter(wanted)
    await pilot.pause()


class Naive(App[None]):
    """One Static with the whole text."""

    BINDINGS = [("j", "move", "")]  # noqa: RUF012  # Textual declares it so

    def __init__(self, text: str, spans: list[Span]) -> None:
        super().__init__()
        self._text, self._spans, self._at = text, spans, 0

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(self._styled())

    def _styled(self) -> Content:
        content = Content(self._text)
        for index, span in enumerate(self._spans):
            content = content.stylize("reverse" if index == self._at else "underline", span.start, span.end)
        return content

    def action_move(self) -> None:
        self._at += 1
        self.query_one(Static).update(self._styled())


async def measure_naive(extraction: Extraction) -> float:
    """CPU milliseconds of a move in the naive app."""
    spans = [Span(claim.start, claim.end) for claim in extraction.claims]
    app = Naive(extraction.article.draft.text, spans)
    async with app.run_test(size=SIZE) as pilot:
        cost = Cost(app)
        nothing = (await cost.of(keys(pilot, ["f9"] * 5)))["ms"]
        return (await cost.of(keys(pilot, ["j"] * 5)))["ms"] - nothing


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--memory", action="store_true")
    wanted = parser.parse_args()
    extraction = make_extraction()
    if wanted.memory:
        held = asyncio.run(measure_memory(extraction))
        if wanted.json:
            print(json.dumps(held))
        else:
            print(f"after {WARM} keys {held['warm_mb']:.1f} MB, after {KEYS} more {held['after_mb']:.1f};", end=" ")
            print(f"ratio {held['ratio']:.3f}")
        return
    naive = asyncio.run(measure_naive(extraction))
    found = asyncio.run(measure(extraction))
    more = asyncio.run(measure(make_extraction(MORE_WORDS, MORE_CLAIMS)))
    if wanted.json:
        print(
            json.dumps(
                {
                    "words": WORDS,
                    "claims": CLAIMS,
                    "naive_ms": naive,
                    "keys": found,
                    "more": {"words": MORE_WORDS, "claims": MORE_CLAIMS, "keys": more},
                }
            )
        )
        return
    print(f"{WORDS} words, {CLAIMS} claims, {SIZE[0]}x{SIZE[1]}; a move in one Static: {naive:.0f} ms CPU")
    print(f"beside it {MORE_WORDS} words, {MORE_CLAIMS} claims")
    columns = f"{'ms CPU':>7} {'of naive':>9} {'lines':>6} {'drawn':>6} {'bytes':>7} {'desk ms':>8}"
    print(f"{'key':<12} {columns}   {'more: ms':>8} {'ratio':>6} {'bytes':>7} {'desk ms':>8}")
    for name, figures in found.items():
        share = f"1/{naive / figures['ms']:.0f}" if figures["ms"] > 0 else "-"
        there = more[name]
        print(
            f"{name:<12} {figures['ms']:>7.1f} {share:>9} {figures['lines']:>6.0f} {figures['drawn']:>6.0f}"
            f" {figures['bytes']:>7.0f} {figures['desk_ms']:>8.1f}   {there['ms']:>8.1f}"
            f" {there['ms'] / figures['ms']:>6.1f} {there['bytes']:>7.0f} {there['desk_ms']:>8.1f}"
        )


if __name__ == "__main__":
    main()

"""What a key costs on the review screen: CPU milliseconds and repainted lines, on 10,000 words with 547 claims.

    python tests/bench/screen.py [--json]

The naive way to compare with is one Static that holds the whole article and is styled anew at every move. The cost of
a key that does nothing is taken off, so that the driver and the pilot of the test do not count. CPU times depend on
the machine and its load: trust the ratio and the lines.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from factcheck.config import Config
from factcheck.desk import connect
from factcheck.model import Article, Block, Claim, Draft, Extraction, Role, Section, Span
from factcheck.tui.app import FactcheckApp
from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.tools import Tools
from factcheck.tui.widgets.lines import LineView

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.segment import Segment
    from textual.pilot import Pilot
    from textual.strip import Strip

T = TypeVar("T")

WORDS = 10_000
CLAIMS = 547
SIZE = (160, 50)
ROUNDS = 40


def make_extraction() -> Extraction:
    """A long article of nonsense with claims of six to thirty words, some of them overlapping.

    Its sentences have eight to thirty-five words, like those of news: the panel shows the sentence of the claim.
    """
    chance = random.Random(7)
    text = ""
    blocks: list[Block] = []
    starts: list[int] = []
    while len(starts) < WORDS:
        begin = len(text)
        left, opens = chance.randint(8, 35), True
        for _ in range(min(chance.randint(30, 80), WORDS - len(starts))):
            starts.append(len(text))
            word = "".join(chance.choices("etaoinshrdlu", k=chance.randint(2, 9)))
            left -= 1
            text += (word.title() if opens else word) + (" " if left else ". ")
            left, opens = left or chance.randint(8, 35), not left
        blocks.append(Block(begin, len(text) - 1, Role.BODY))
        text += "\n\n"
    firsts = sorted(chance.sample(range(WORDS - 30), CLAIMS))
    claims = []
    for index, first in enumerate(firsts, 1):
        start = starts[first]
        block = next(block for block in blocks if block.start <= start < block.end)
        end = min(starts[first + chance.randint(6, 30)] - 1, block.end)
        claims.append(Claim(f"c{index}", start, end, text[start:end], Section.BODY, ("number",)))
    return Extraction(Article("Ten thousand words", Draft(text, tuple(blocks)), "bench"), tuple(claims))


class Cost:
    """What keys cost: CPU milliseconds, lines asked for and lines drawn."""

    def __init__(self) -> None:
        self.lines = 0
        self.drawn = 0
        self.desk = 0.0

    def watch(self) -> None:
        """Count what every pane draws from now on."""
        render, draw = LineView.render_line, LineView.segments

        def counted_render(view: LineView, y: int) -> Strip:
            self.lines += 1
            return render(view, y)

        def counted_draw(view: LineView, line: int) -> list[Segment]:
            self.drawn += 1
            return draw(view, line)

        LineView.render_line = counted_render  # type: ignore[assignment,method-assign]  # only this benchmark counts
        LineView.segments = counted_draw  # type: ignore[assignment,method-assign]  # as above

    def timed(self, do: Callable[..., T]) -> Callable[..., T]:
        """The same function, its CPU time put down as the desk's."""

        def wrapper(*args: object, **kwargs: object) -> T:
            begin = time.process_time()
            try:
                return do(*args, **kwargs)
            finally:
                self.desk += time.process_time() - begin

        return wrapper


async def press(pilot: Pilot[None], keys: list[str], cost: Cost) -> dict[str, float]:
    """Press keys one by one; the median of each figure."""
    times, lines, drawn, desk = [], [], [], []
    for key in keys:
        cost.lines = cost.drawn = 0
        cost.desk = 0.0
        begin = time.process_time()
        await pilot.press(key)
        times.append((time.process_time() - begin - cost.desk) * 1000)
        lines.append(cost.lines)
        drawn.append(cost.drawn)
        desk.append(cost.desk * 1000)
    return {
        "ms": statistics.median(times),
        "lines": statistics.median(lines),
        "drawn": statistics.median(drawn),
        "desk_ms": statistics.median(desk),
    }


async def measure(extraction: Extraction) -> dict[str, dict[str, float]]:
    """The figures of the review screen."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.db"
        with connect(path, who="bench") as desk:
            record = desk.articles.put(extraction.article)
            desk.articles.store(record.id, extraction, complete=True)
        app = FactcheckApp(Tools(Config(Path(folder) / "config.toml", path, "bench", advance=False)), str(record.id))
        cost = Cost()
        cost.watch()
        async with app.run_test(size=SIZE, notifications=True) as pilot:
            screen = app.screen
            assert isinstance(screen, ReviewScreen)
            while screen.review is None or screen.matches_of(screen.listed[0]) is None:
                await pilot.pause(0.05)
            screen.review.mark = cost.timed(screen.review.mark)  # type: ignore[method-assign]  # only timed
            screen.review.save_position = cost.timed(screen.review.save_position)  # type: ignore[method-assign]  # as above
            nothing = (await press(pilot, ["f9"] * ROUNDS, cost))["ms"]
            found = {
                "next claim": await press(pilot, ["j"] * ROUNDS, cost),
                "far jump": await press(pilot, ["G", "g"] * (ROUNDS // 2), cost),
                "mark": await press(pilot, ["V", "D"] * (ROUNDS // 2), cost),
                "mark and on": await press(pilot, ["U", "j"] * (ROUNDS // 2), cost),
            }
        for figures in found.values():
            figures["ms"] -= nothing
        return found


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
        cost = Cost()
        nothing = (await press(pilot, ["f9"] * 5, cost))["ms"]
        return (await press(pilot, ["j"] * 5, cost))["ms"] - nothing


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args()
    extraction = make_extraction()
    naive = asyncio.run(measure_naive(extraction))
    found = asyncio.run(measure(extraction))
    if wanted.json:
        print(json.dumps({"words": WORDS, "claims": CLAIMS, "naive_ms": naive, "keys": found}))
        return
    print(f"{WORDS} words, {CLAIMS} claims, {SIZE[0]}x{SIZE[1]}; a move in one Static: {naive:.0f} ms CPU")
    print(f"{'key':<12} {'ms CPU':>7} {'of naive':>9} {'lines':>6} {'drawn':>6} {'desk ms':>8}")
    for name, figures in found.items():
        share = f"1/{naive / figures['ms']:.0f}" if figures["ms"] > 0 else "-"
        print(
            f"{name:<12} {figures['ms']:>7.1f} {share:>9} {figures['lines']:>6.0f} {figures['drawn']:>6.0f}"
            f" {figures['desk_ms']:>8.1f}"
        )


if __name__ == "__main__":
    main()

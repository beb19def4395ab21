"""Draws the README's picture: the real app on the demo article, some claims marked, as an SVG.

Run it with ``bash .ci/run picture``; look at the picture before you commit it.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from factcheck import archive, demo
from factcheck.config import Config
from factcheck.consistency import examine
from factcheck.desk import connect
from factcheck.reading import read
from factcheck.tui.app import FactcheckApp
from factcheck.tui.tools import Tools

PICTURE = Path(__file__).parent.parent / "docs" / "review.svg"
SIZE = (120, 38)
KEYS = ("v", "v", "d", "v", "u")


def clock() -> datetime:
    """One fixed moment, so that the picture changes only when the screen does."""
    return datetime(2026, 3, 12, 9, 30, tzinfo=UTC)


async def draw(folder: Path) -> str:
    """Open the demo article on a fresh desk, mark a few claims, stop at one with an earlier match."""
    config = Config(path=folder / "config.toml", desk=folder / "desk.db", checker="Ada")
    with demo.demo_article() as path, demo.demo_archive() as earlier:
        with connect(config.desk, who=config.checker, clock=clock) as desk:
            archive.add([earlier], desk)
            extraction = examine(read(path))
            record = desk.articles.put(extraction.article)
            desk.articles.store(record.id, extraction, complete=True)
            found = archive.match_article(desk, extraction.article, extraction.claims)
        conflict = next(at for at, matches in enumerate(found, 1) if matches and matches[0].relation == "conflict")
        app = FactcheckApp(Tools(config, clock=clock), record.slug)
        async with app.run_test(size=SIZE, notifications=False) as pilot:
            await app.workers.wait_for_complete()
            await pilot.press(*KEYS)
            await pilot.press("colon", *str(conflict), "enter")
            await app.workers.wait_for_complete()
            await pilot.pause()
            drawn = app.export_screenshot(title="factcheck")
            # It names fonts on a server; the picture fetches nothing, like the program.
            return re.sub(r"\s*@font-face \{[^}]*\}", "", drawn)


def main() -> None:
    """Write the picture."""
    PICTURE.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        PICTURE.write_text(asyncio.run(draw(Path(folder))), "utf-8", newline="\n")
    print(PICTURE)


if __name__ == "__main__":
    main()

"""What is imported when: looked up in a process of its own, since the tests have imported everything."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.tui.conftest import Stage

_SCRIPT = """
import asyncio, gc, json, sys
from pathlib import Path
from textual.css.stylesheet import Stylesheet
from factcheck.config import Config
from factcheck.tui.app import FactcheckApp
from factcheck.tui.tools import Tools

desk, argument = sys.argv[1:]
seen = {}

LATE = (
    "spacy", "sqlite_utils", "rapidfuzz", "factcheck.desk", "factcheck.reading", "factcheck.review.rebase",
    "factcheck.model.record", "factcheck.tui.screens.desk", "factcheck.tui.screens.dialog",
)
LATER = (
    "spacy", "factcheck.archive", "factcheck.extraction", "factcheck.reading.files", "factcheck.tui.screens.dialog",
)

def loaded(names=LATE):
    return [name for name in names if name in sys.modules]

def counted(stylesheet):
    seen["parsed anew"] = seen.get("parsed anew", 0) + 1
    parse_anew(stylesheet)

parse_anew, Stylesheet.reparse = Stylesheet.reparse, counted
gc.disable()

async def main():
    config = Config(Path(desk).with_name("config.toml"), Path(desk), "Ann")
    app = FactcheckApp(Tools(config), argument)
    shown = app._display

    def display(screen, renderable):
        shown(screen, renderable)
        if app.screen.id is None and app.screen.query("#article"):
            seen.setdefault("first paint", loaded())
        if getattr(app.screen, "listed", ()):
            seen.setdefault("claims painted", loaded(LATER))

    app._display = display
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(1000):
            await pilot.pause(0.02)
            if getattr(app.screen, "review", None) and app.screen.is_matched:
                break
        await pilot.press("j", "v", "J", "z", "n", "escape")
        seen["claims"] = len(app.screen.listed)
    seen["end"] = loaded()
    seen["collects garbage"] = gc.isenabled()

asyncio.run(main())
print(json.dumps(seen))
"""


def test_the_window_waits_for_nothing_that_it_does_not_show_and_a_known_article_never_needs_spacy(
    stage: Stage,
) -> None:
    stage.put()
    stage.put_earlier()
    command = [sys.executable, "-c", _SCRIPT, str(stage.config.desk), "1"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["first paint"] == []
    assert seen["claims painted"] == []
    assert "parsed anew" not in seen  # the style sheets: once each, also when a dialog was opened
    assert seen["collects garbage"]
    assert seen["claims"] == 7
    assert "sqlite_utils" in seen["end"]
    assert "spacy" not in seen["end"]

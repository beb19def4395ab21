"""How every screen and mode looks, in each size and look; and that all that stands on it can be read.

A changed picture is to be looked at before it is accepted: ``pytest --snapshot-update``.
"""

from __future__ import annotations

import asyncio
import sys
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

import pytest
from textual.app import App
from textual.color import Color

from factcheck.tui.screens import reviewing
from factcheck.tui.themes import OWN, READABLE, contrast
from tests.tui.scenes import SCENES, go, prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textual.pilot import Pilot

    from tests.tui.conftest import Stage
    from tests.tui.scenes import Scene

SIZES: Final = {"60x16": (60, 16), "80x24": (80, 24), "160x50": (160, 50)}
USUAL: Final = "80x24"
DARK: Final = "factcheck-dark"
LOOKS: Final = {"light": "factcheck-light", "ansi": "ansi-dark"}
"""The looks besides the usual one, which every screen has a picture of in one size."""
CONTRAST: Final = {"contrast-dark": "factcheck-contrast-dark", "contrast-light": "factcheck-contrast-light"}
_SHOWING_MOST: Final = ("review-laden", "filter")
"""Where the other looks differ from these in more than their colours, it is seen here."""

_PICTURES: Final = [
    *((name, size, DARK) for name in SCENES for size in SIZES),
    *((name, USUAL, look) for name in SCENES for look in LOOKS.values()),
    *((name, USUAL, look) for name in _SHOWING_MOST for look in CONTRAST.values()),
]


class Picture(App[str]):
    """A picture that was taken already, as `snap_compare` wants it: an app that gives it when it is run."""

    def __init__(self, svg: str) -> None:
        super().__init__()
        self._svg = svg

    def run(self, **_: Any) -> str:
        """Give it."""
        return self._svg


@dataclass
class Taken:
    """What was seen of a scene in one size."""

    pictures: dict[str, str] = field(default_factory=dict)
    """By theme."""
    unreadable: list[str] = field(default_factory=list)


_taken: Final[dict[tuple[str, str], Taken]] = {}
"""An app is started once for all looks of a scene."""


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "UTC")
    # What is said stands there however slow the machine is.
    monkeypatch.setattr(reviewing, "_SAID_SECONDS", 600)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


async def _take(stage: Stage, name: str, size: str) -> Taken:
    """Go to a scene and take its pictures."""
    scene, taken = SCENES[name], Taken()
    prepare(stage, scene)
    looks = [DARK]
    if size == USUAL:
        looks += [*LOOKS.values(), *CONTRAST.values()]
    for together in [[look] for look in looks] if scene.anew else [looks]:
        await _add(taken, stage, scene, size, together)
    return taken


async def _add(taken: Taken, stage: Stage, scene: Scene, size: str, looks: Sequence[str]) -> None:
    """Take the pictures of some looks."""
    stage.config = replace(stage.config, theme=looks[0])
    app = stage.app(None if scene.on_desk else "1")
    async with app.run_test(size=SIZES[size], notifications=True) as pilot:
        await go(pilot, scene)
        for look in looks:
            app.theme = look
            await pilot.pause()
            await pilot.pause()
            taken.pictures[look] = app.export_screenshot(title="factcheck", simplify=True)
            if look in {theme.name for theme in OWN}:
                taken.unreadable += [f"{look}: {text}" for text in _unreadable(pilot)]


def _unreadable(pilot: Pilot[None]) -> Iterator[str]:
    """Words whose colour is too near to that of what they stand on; what lies below a dialog is dimmed on purpose."""
    screen = pilot.app.screen
    frame = next((one.region for one in screen.query(".dialog, CommandPalette > Vertical")), screen.region)
    for y, strip in enumerate(screen._compositor.render_strips(pilot.app.size)):
        if not frame.y <= y < frame.bottom:
            continue
        for segment in strip.crop(frame.x, frame.right):
            style, words = segment.style, "".join(letter for letter in segment.text if letter.isalnum())
            if words and style is not None and style.color and style.bgcolor:
                colour, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
                shown = colour.blend(ground, 0.5) if style.dim else colour
                if contrast(shown, ground) < READABLE:
                    yield f"line {y}, {contrast(shown, ground):.1f}: {segment.text.strip()}"


def _seen(stage: Stage, name: str, size: str) -> Taken:
    if (name, size) not in _taken:
        _taken[name, size] = asyncio.run(_take(stage, name, size))
    return _taken[name, size]


@pytest.mark.skipif(
    sys.version_info[:2] != (3, 11),
    reason="pictures are compared on one Python only, since SVG text may differ in others",
)
@pytest.mark.parametrize(
    ("name", "size", "look"),
    _PICTURES,
    ids=["-".join((name, size, look.removeprefix("factcheck-"))) for name, size, look in _PICTURES],
)
def test_screen(stage: Stage, snap_compare: Callable[..., bool], name: str, size: str, look: str) -> None:
    assert snap_compare(Picture(_seen(stage, name, size).pictures[look]), terminal_size=SIZES[size])


@pytest.mark.parametrize("name", SCENES)
def test_all_that_stands_on_it_can_be_read(stage: Stage, name: str) -> None:
    assert _seen(stage, name, USUAL).unreadable == []

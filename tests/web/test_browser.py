"""The page in a real browser, headless: keys, mouse, size, clipboard, two tabs, and whom it asks for anything."""

from __future__ import annotations

import json
import shutil
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from tests.web.conftest import serving, until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Dialog, Page, WebSocket

    from tests.web.conftest import Serving

ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
SECONDS = 60
"""So long a page may take on a busy machine."""


@dataclass
class Tab:
    """A page with the app in it, and what it did."""

    page: Page
    columns: int = 0
    rows: int = 0
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("websocket", self._watch)
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _watch(self, socket: WebSocket) -> None:
        self.asked.append(socket.url)
        socket.on("framesent", self._note_size)

    def _note_size(self, sent: str | bytes) -> None:
        if isinstance(sent, str):
            size = json.loads(sent)
            self.columns, self.rows = size["columns"], size["rows"]

    @property
    def lines(self) -> list[str]:
        """What the terminal shows; behind its right edge it keeps what a wider one has shown."""
        shown = self.page.locator(".xterm-rows").inner_text().replace("\xa0", " ")
        return [line[: self.columns] for line in shown.split("\n")]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def see(self, words: str) -> None:
        """Wait until the terminal shows these words."""
        self.until(lambda: words in self.text)

    def until(self, true: Callable[[], bool]) -> None:
        """Let the page work until something is so."""
        end = time.monotonic() + SECONDS
        while not true():
            assert time.monotonic() < end, self.text
            self.page.wait_for_timeout(30)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def click(self, words: str) -> None:
        """Click where a row has these words."""
        rows = self.lines
        row = next(number for number, line in enumerate(rows) if words in line)
        column = rows[row].index(words) + 2
        screen = self.page.locator(".xterm-screen").bounding_box()
        assert screen is not None
        height, width = screen["height"] / self.rows, screen["width"] / self.columns
        self.page.mouse.click(screen["x"] + column * width, screen["y"] + (row + 0.5) * height)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    with serving(tmp_path_factory.mktemp("desk"), "1") as served:
        yield served


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        pytest.skip("there is no Chromium on this machine")
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=program, args=ARGUMENTS.split())
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def tab(browser: Browser, served: Serving) -> Tab:
    """A first tab, let in by the link."""
    context = browser.new_context(viewport={"width": 1100, "height": 700})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = Tab(context.new_page())
    tab.page.goto(served.next_link())
    tab.see("Checked")
    return tab


def test_the_page_asks_its_own_server_only_and_complains_of_nothing(tab: Tab) -> None:
    here = tab.page.url.removeprefix("http://").removesuffix("/")
    assert "token" not in tab.page.url
    assert {url.split("/")[2] for url in tab.asked} == {here}
    assert any(url.startswith("ws://") for url in tab.asked)
    assert tab.complaints == []
    assert tab.page.title() == "Bridge that cost 45 million opens in Elmside · factcheck"


def test_keys_and_mouse_reach_the_desk(tab: Tab, served: Serving) -> None:
    tab.press("v")
    until(lambda: served.verdicts() == "v......", SECONDS)
    tab.click("Traffic doubled in the first")
    tab.see("#7 ")
    tab.press("D")
    until(lambda: served.verdicts() == "v.....d", SECONDS)


def test_the_app_takes_the_size_of_the_window(tab: Tab) -> None:
    for width, height in ((700, 500), (1100, 700)):
        tab.page.set_viewport_size({"width": width, "height": height})
        tab.until(lambda width=width: abs(tab.columns - width / 9) < 2)  # type: ignore[misc]  # bound at once
        tab.until(lambda height=height: abs(tab.rows - height / 18) < 2)  # type: ignore[misc]  # as above
        tab.until(lambda: tab.lines[0].rstrip().endswith("Ann") and len(tab.lines[0].rstrip()) == tab.columns - 1)
        tab.until(lambda: "? keys" in tab.lines[-1] and len(tab.lines) == tab.rows)


def test_what_the_app_copies_is_in_the_clipboard_and_what_is_there_can_be_pasted(tab: Tab, served: Serving) -> None:
    tab.press("G", "y")
    tab.see("copied by the browser")
    words = "Traffic doubled in the first week, from 900 to 1,700 cars a day"
    tab.until(lambda: tab.page.evaluate("navigator.clipboard.readText()") == words)
    tab.press("n")
    tab.see("Note on #7")
    tab.press("Control+v", "Control+s")
    until(lambda: served.claims()[6].note == words, SECONDS)


def test_two_tabs_see_each_others_marks(tab: Tab, served: Serving) -> None:
    other = Tab(tab.page.context.new_page())
    other.page.goto(tab.page.url)
    other.see("Checked")
    other.see("✓1 ✗1 ?0")
    other.press("g", "U")
    tab.see("✓0 ✗1 ?1")
    assert served.verdicts().startswith("u")
    assert len(served.apps()) == 2
    # It asks before it is closed while a form is open; then it takes its app along.
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    other.page.on("dialog", stay)
    other.press("n")
    other.see("Note on #1")
    other.page.close(run_before_unload=True)
    other.until(lambda: asked == ["beforeunload"])
    other.press("Escape")
    other.until(lambda: "Note on #1" not in other.text)
    other.page.close()
    until(lambda: len(served.apps()) == 1, SECONDS)


def test_a_page_of_another_server_is_refused_though_the_browser_is_let_in(tab: Tab, served: Serving) -> None:
    class Hostile(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is the base's
            pass

    server = HTTPServer(("127.0.0.1", 0), Hostile)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        page = tab.page.context.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        address = f"{tab.page.url.replace('http', 'ws')}socket?columns=80&rows=24"
        opened = page.evaluate(
            "address => new Promise(end => { const socket = new WebSocket(address);"
            " socket.onopen = () => end('opened'); socket.onerror = () => end('refused'); })",
            address,
        )
        assert opened == "refused"
        page.close()
    finally:
        server.shutdown()
        server.server_close()
    assert len(served.apps()) == 1


def test_leaving_is_told_and_the_page_opens_again(tab: Tab, served: Serving) -> None:
    tab.press("q")
    tab.until(lambda: "You have left factcheck" in tab.page.inner_text("#message"))
    assert served.apps() == []
    tab.page.click("#again")
    tab.until(lambda: "Checked" in tab.text)
    assert tab.complaints == []


def test_another_browser_needs_another_link_and_an_end_of_the_server_is_told(
    browser: Browser, tab: Tab, served: Serving
) -> None:
    page = browser.new_context(color_scheme="dark").new_page()
    page.goto(tab.page.url)
    assert "This browser is not let in yet" in page.inner_text("body")
    served.process.terminate()
    tab.until(lambda: "factcheck serve has ended" in tab.page.inner_text("#message"))

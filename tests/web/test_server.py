"""The server, with a small program in the place of the app."""

from __future__ import annotations

import asyncio
import hashlib
import os
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import ClientSession, CookieJar, WSCloseCode, WSMsgType, WSServerHandshakeError

from factcheck.web import server, tab
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from aiohttp import ClientResponse, ClientWebSocketResponse

    from factcheck.web.door import Door

APP = r"""
import os, sys, time
def say(content): os.write(1, b"D" + len(content).to_bytes(4, "big") + content)
os.write(1, b"stray\n__GANGLION__\n")
say(os.environ["COLUMNS"].encode() + b"x" + os.environ["ROWS"].encode() + b" %d" % os.getpid())
while head := sys.stdin.buffer.read(5):
    content = sys.stdin.buffer.read(int.from_bytes(head[1:], "big"))
    if content == b"q": sys.exit()
    if content == b"!": sys.exit("\x1b[31mthe desk is full")
    if content == b"hang": time.sleep(60)
    say(b"%d bytes" % len(content) if len(content) > 99 else head[:1] + content)
"""
"""Says its size and its number, then what it is told."""


@dataclass
class House:
    """A server that runs, and a browser."""

    links: list[str]
    door: Door
    browser: ClientSession

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.door.port}"

    async def get(self, path: str, **options: Any) -> ClientResponse:
        response = await self.browser.get(f"http://{self.host}{path}", allow_redirects=False, **options)
        await response.read()
        return response

    async def come_in(self) -> None:
        await self.get(self.links[-1].removeprefix(f"http://{self.host}"))

    async def open(
        self, query: str = "columns=90&rows=30", *, autoping: bool = True, **headers: str
    ) -> ClientWebSocketResponse:
        headers = {"Origin": f"http://{self.host}", **headers}
        return await self.browser.ws_connect(f"http://{self.host}/socket?{query}", headers=headers, autoping=autoping)

    async def refusal(self, **headers: str) -> str:
        """With what a socket is refused."""
        response = await self.get("/socket?columns=90&rows=30", headers={"Origin": f"http://{self.host}", **headers})
        return f"{response.status} {await response.text()}"


@asynccontextmanager
async def running() -> AsyncIterator[House]:
    links: list[str] = []
    async with (
        ClientSession(cookie_jar=CookieJar(unsafe=True)) as browser,
        server.serving([sys.executable, "-I", "-S", "-c", APP], 0, links.append) as door,
    ):
        yield House(links, door, browser)


async def number_of(page: ClientWebSocketResponse) -> int:
    """The process of a tab, told at the begin."""
    return int((await page.receive_bytes(timeout=10)).split()[1])


async def gone(pid: int, seconds: float = 5) -> None:
    """Wait until a process has ended and was waited for."""
    for _ in range(int(seconds / 0.02)):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        await asyncio.sleep(0.02)
    raise AssertionError(f"{pid} is still there")


async def test_the_link_is_exchanged_for_a_session_and_used_up() -> None:
    async with running() as house:
        link = house.links[0].removeprefix(f"http://{house.host}")
        entered = await house.get(link)
        cookie = entered.headers["Set-Cookie"]
        assert (entered.status, entered.headers["Location"]) == (303, "/")
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        assert cookie.startswith(f"factcheck-{house.door.port}=")
        assert "token" not in cookie
        page = await house.get("/")
        assert (page.status, "<noscript>" in await page.text()) == (200, True)
        # Again in this browser, which is known; and in another one.
        assert (await house.get(link)).headers["Location"] == "/"
        house.browser.cookie_jar.clear()
        refused = await house.get(link)
        assert (refused.status, "shows a fresh one" in await refused.text()) == (403, True)
        assert "Set-Cookie" not in refused.headers
        await house.come_in()
        assert (await house.get("/")).status == 200
        assert len(house.links) == 3


async def test_without_a_session_nothing_of_the_app_is_shown() -> None:
    async with running() as house:
        for path in ("/", "/?token=", "/?token=guess"):
            assert (await house.get(path)).status == 403
        house.browser.cookie_jar.update_cookies({house.door.cookie: "guess"})
        assert (await house.get("/")).status == 403
        assert await house.refusal() == "403 open the link that factcheck serve has printed\n"


async def test_a_link_that_is_clicked_in_another_page_works_too() -> None:
    async with running() as house:
        link = house.links[0].removeprefix(f"http://{house.host}")
        entered = await house.get(link, headers={"Sec-Fetch-Site": "cross-site"})
        assert (entered.status, 'content="0; url=/"' in await entered.text()) == (200, True)
        assert (await house.get("/")).status == 200


@pytest.mark.parametrize("name", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "[::1]:{port}"])
async def test_under_another_name_everything_is_refused(name: str) -> None:
    async with running() as house:
        await house.come_in()
        host = name.format(port=house.door.port)
        for path in ("/", "/static/page.js", "/nothing", "/socket?columns=90&rows=30", f"/?token={house.door._token}"):
            response = await house.get(path, headers={"Host": host, "Origin": f"http://{host}"})
            assert (response.status, (await response.text()).count("\n")) == (403, 1)
        assert len(house.links) == 2
        assert (await house.get("/", headers={"Host": f"localhost:{house.door.port}"})).status == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "", "http://127.0.0.1:1", "https://{host}"])
async def test_a_socket_from_another_page_is_refused(origin: str) -> None:
    async with running() as house:
        await house.come_in()
        assert await house.refusal(Origin=origin.format(host=house.host)) == (
            "403 only factcheck's own page may open this\n"
        )
        with pytest.raises(WSServerHandshakeError, match="403"):
            await house.open(Origin=origin.format(host=house.host))


async def test_every_answer_says_what_a_page_may_do() -> None:
    async with running() as house:
        await house.come_in()
        for path in ("/", "/?token=used", "/static/page.js", "/nothing", "/static/../server.py", "/socket"):
            headers = (await house.get(path)).headers
            policy = headers["Content-Security-Policy"]
            assert policy.startswith("default-src 'none'; script-src 'self';")
            assert "frame-ancestors 'none'" in policy
            assert f"connect-src 'self' ws://{house.host};" in policy
            assert headers["Cache-Control"] == "no-store"
            assert headers["Referrer-Policy"] == "no-referrer"
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert headers["X-Frame-Options"] == "DENY"


async def test_only_the_files_of_the_page_are_given() -> None:
    async with running() as house:
        for name in ("page.js", "page.css", "icon.svg", "xterm/xterm.mjs"):
            assert (await house.get(f"/static/{name}")).status == 200
        for name in ("page.html", "xterm/README.md", "xterm/", "", "%2e%2e/server.py", "/etc/passwd"):
            assert (await house.get(f"/static/{name}")).status == 404


async def test_keys_paste_and_size_reach_the_app_and_other_messages_do_nothing() -> None:
    async with running() as house:
        await house.come_in()
        page = await house.open()
        assert (await page.receive_bytes()).split()[0] == b"90x30"
        for text in ("", "[]", "null", '{"columns": "9", "rows": 9}', '{"columns": null}', '{"columns": 9', "x"):
            await page.send_str(text)
        await page.send_bytes(b"\x1b[A")
        assert await page.receive_bytes() == b"D\x1b[A"
        await page.send_str('{"columns": 100000, "rows": -5}')
        assert await page.receive_bytes() == b'M{"type": "resize", "width": 1000, "height": 1}'
        await page.send_bytes(b"x" * 1_000_000)
        assert await page.receive_bytes() == b"1000000 bytes"
        await page.close()


@pytest.mark.parametrize(
    "query", ["", "columns=90", "columns=x&rows=1", "columns=-1&rows=1", f"columns={'9' * 9}&rows=1"]
)
async def test_a_page_without_a_size_gets_no_app(query: str) -> None:
    async with running() as house:
        await house.come_in()
        with pytest.raises(WSServerHandshakeError, match="400"):
            await house.open(query)


async def test_when_the_app_ends_the_page_is_told_how() -> None:
    async with running() as house:
        await house.come_in()
        for key, failed, text in ((b"q", False, ""), (b"!", True, "[31mthe desk is full")):
            page = await house.open()
            await page.receive_bytes()
            await page.send_bytes(key)
            assert await page.receive_json() == {"type": "left", "failed": failed, "text": text}
            assert (await page.receive()).type is WSMsgType.CLOSE


async def test_one_tab_too_many_is_told_so_and_a_closed_one_makes_room() -> None:
    async with running() as house:
        await house.come_in()
        pages = [await house.open() for _ in range(server.TABS)]
        await asyncio.gather(*map(number_of, pages))
        refused = await house.open()
        told = await refused.receive_json()
        assert told["failed"]
        assert "8 tabs are open" in told["text"]
        await pages[0].close()
        again = await house.open()
        await number_of(again)
        for page in (*pages, again):
            await page.close()


async def test_a_page_that_goes_takes_its_app_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tab, "_SECONDS_TO_LEAVE", 0.3)
    async with running() as house:
        await house.come_in()
        closed, dropped, hanging = [await house.open() for _ in range(3)]
        numbers = [await number_of(page) for page in (closed, dropped, hanging)]
        await hanging.send_bytes(b"hang")
        await closed.close()
        await hanging.close()
        transport = dropped._response.connection and dropped._response.connection.transport
        assert transport is not None
        transport.abort()
        await asyncio.gather(*map(gone, numbers))


async def test_a_page_that_answers_no_more_is_taken_for_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "_SECONDS_OF_SILENCE", 0.2)
    async with running() as house:
        await house.come_in()
        page = await house.open(autoping=False)
        await gone(await number_of(page))


async def test_the_end_of_the_server_is_told_and_ends_all_apps() -> None:
    async with running() as house:
        await house.come_in()
        page = await house.open()
        number = await number_of(page)
        hearing = asyncio.create_task(page.receive())
    assert (await hearing).data == WSCloseCode.GOING_AWAY
    await gone(number)


def test_the_terminal_of_the_page_is_the_one_that_its_makers_published() -> None:
    folder = ROOT / "factcheck" / "web" / "static" / "xterm"
    rows = [
        line.split("|") for line in (folder / "README.md").read_text("utf-8").splitlines() if line.startswith("| `")
    ]
    told = {row[1].strip(" `"): row[3].strip(" `") for row in rows}
    there = {path.name for path in folder.iterdir()} - {"README.md", "LICENSE"}
    assert told == {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in there}

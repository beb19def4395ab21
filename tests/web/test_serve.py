"""``factcheck serve`` with the real app: what it prints, and that no app outlives its page or the server."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from aiohttp import ClientSession, CookieJar, WSMsgType

from tests.web.conftest import Serving, is_running, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from aiohttp import ClientWebSocketResponse

    from tests.cli.conftest import Done


async def come_in(browser: ClientSession, served: Serving) -> ClientWebSocketResponse:
    """Use the link, and open a tab."""
    link = served.next_link()
    here = link.partition("/?")[0]
    async with browser.get(link) as page:
        assert page.status == 200
    return await browser.ws_connect(f"{here}/socket?columns=100&rows=30", headers={"Origin": here})


async def read_until(page: ClientWebSocketResponse, wanted: str) -> tuple[str, list[dict[str, object]]]:
    """Read what the app paints until these words are among it; gives that, and what the page was told."""
    painted, told = "", []
    while wanted not in painted:
        message = await page.receive(timeout=30)
        if message.type is WSMsgType.TEXT:
            told.append(json.loads(message.data))
        else:
            painted += message.data.decode()
    return painted, told


async def test_a_tab_shows_the_article_and_ends_with_the_server(served: Serving) -> None:
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as browser:
        page = await come_in(browser, served)
        _, told = await read_until(page, "Checked")
        assert told[-1]["title"] == "Bridge that cost 45 million opens in Elmside"
        assert served.next_link().startswith("http://127.0.0.1:")
        apps = served.apps()
        assert len(apps) == 1
        served.process.send_signal(signal.SIGINT)
        while (message := await page.receive(timeout=10)).type is not WSMsgType.CLOSE:
            pass
        assert message.data == 1001
    assert served.process.wait(15) == 0
    assert not is_running(apps[0])


async def test_an_app_has_the_last_size_and_does_not_outlive_a_server_that_was_killed(served: Serving) -> None:
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as browser:
        page = await come_in(browser, served)
        # Before the app is there; it must not come before the size that the app began with.
        await page.send_str('{"columns": 70, "rows": 20}')
        painted, _ = await read_until(page, "Checked")
        row, _, _ = painted[: painted.index("Checked")].rpartition(";1H")[0].rpartition("\x1b[")[2].partition(";")
        assert row == "19"
        apps = served.apps()
        served.process.kill()
        until(lambda: not is_running(apps[0]), 15)


@pytest.mark.usefixtures("desk_path")
def test_what_cannot_be_served_is_said_before_a_link_is_printed(factcheck: Callable[..., Done]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        taken = factcheck("serve", "--port", port)
    said = f"factcheck: port {port} is taken: choose another with --port, 0 for one that is free\n"
    assert (taken.code, taken.out, taken.err) == (1, "", said)
    assert factcheck("serve", "--port", 70000).code == 2
    missing = factcheck("serve", "missing.txt")
    assert (missing.code, missing.out, missing.err.count("\n")) == (1, "", 1)


@pytest.mark.usefixtures("desk_path")
def test_without_the_extra_one_line_says_what_to_install(tmp_path: Path) -> None:
    code = "import sys; sys.modules['aiohttp'] = None; from factcheck.cli import main; sys.exit(main(['serve']))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path)
    said = "factcheck: the browser needs one more package: install factcheck-desk[web]\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, "", said)

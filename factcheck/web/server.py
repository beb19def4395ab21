"""The server: our page, its files, and a socket for each tab, on 127.0.0.1 only."""

from __future__ import annotations

import asyncio
import errno
import signal
from contextlib import asynccontextmanager, suppress
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from aiohttp import WSCloseCode, web

from factcheck.errors import FactcheckError
from factcheck.web import tab
from factcheck.web.door import Door

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

TABS: Final = 8
"""So many may be open at once: each is an app of 80 MB, of 200 MB once it has looked for claims."""
_HOST: Final = "127.0.0.1"
_SECONDS_OF_SILENCE: Final = 20
"""After which a page is asked whether it is still there."""
_LARGEST_PASTE: Final = 8_000_000
"""Bytes."""
_STATIC: Final = files("factcheck.web") / "static"
_TYPES: Final = {
    "page.css": "text/css",
    "page.js": "text/javascript",
    "icon.svg": "image/svg+xml",
    "xterm/xterm.css": "text/css",
    "xterm/xterm.mjs": "text/javascript",
    "xterm/addon-fit.mjs": "text/javascript",
    "xterm/addon-unicode-graphemes.mjs": "text/javascript",
}
"""The files that are served, and nothing else."""
_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Server": "factcheck",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; img-src 'self'; connect-src 'self' ws://{host}; "
    # The terminal writes the widths of its letters and its colours into style elements.
    "style-src 'self' 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

_DOOR: Final = web.AppKey("door", Door)
_COMMAND: Final = web.AppKey("command", tuple[str, ...])
_PAGES: Final = web.AppKey("pages", set[web.WebSocketResponse])


def _application(door: Door, command: Sequence[str]) -> web.Application:
    """What answers requests, with the command that starts the app of one tab."""
    app = web.Application(middlewares=[_guard])
    app[_DOOR] = door
    app[_COMMAND] = tuple(command)
    app[_PAGES] = set()
    app.router.add_get("/", _show_page, allow_head=False)
    app.router.add_get("/socket", _open_tab)
    app.router.add_get("/static/{name:.+}", _give_file)
    app.on_response_prepare.append(_add_headers)
    app.on_shutdown.append(_close_tabs)
    return app


@web.middleware
async def _guard(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Answer under our own name only: another one is a page elsewhere that has pointed its name here."""
    if request.host not in request.app[_DOOR].hosts:
        return _refuse("this server answers to 127.0.0.1 and localhost only")
    return await handler(request)


async def _add_headers(request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(_HEADERS)
    door = request.app[_DOOR]
    host = request.host if request.host in door.hosts else door.hosts[0]
    response.headers["Content-Security-Policy"] = _POLICY.format(host=host)


def _refuse(why: str) -> web.Response:
    return web.Response(status=403, text=f"{why}\n")


async def _show_page(request: web.Request) -> web.Response:
    """Show the app to whom the door knows; use the link of somebody new up."""
    door = request.app[_DOOR]
    if _is_known(request):
        return _go_home(request) if "token" in request.query else _page("page.html")
    session = door.enter(request.query.get("token", ""))
    if session is None:
        return _page("refused.html", status=403)
    response = _go_home(request)
    response.set_cookie(door.cookie, session, httponly=True, samesite="Strict", path="/")
    return response


def _is_known(request: web.Request) -> bool:
    door = request.app[_DOOR]
    return door.knows(request.cookies.get(door.cookie, ""))


def _go_home(request: web.Request) -> web.Response:
    """Go where no token is in the address."""
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        # The link was clicked in another page, a terminal in the browser say. A redirect would count as that page's,
        # and the browser would keep the cookie back; to a page of ours it gives it.
        return _page("entered.html")
    return web.Response(status=303, headers={"Location": "/"})


def _page(name: str, status: int = 200) -> web.Response:
    return web.Response(text=(_STATIC / name).read_text("utf-8"), content_type="text/html", status=status)


async def _give_file(request: web.Request) -> web.Response:
    name = request.match_info["name"]
    if name not in _TYPES:
        raise web.HTTPNotFound
    text = _STATIC.joinpath(*name.split("/")).read_text("utf-8")
    return web.Response(text=text, content_type=_TYPES[name])


async def _open_tab(request: web.Request) -> web.StreamResponse:
    """Run an app for a page of ours."""
    if not _is_known(request):
        return _refuse("open the link that factcheck serve has printed")
    if not request.app[_DOOR].is_own_page(request.host, request.headers.get("Origin", "")):
        return _refuse("only factcheck's own page may open this")
    size = tab.Size.told(request.query.get("columns"), request.query.get("rows"))
    if size is None:
        return web.Response(status=400, text="columns and rows are wanted\n")
    page = web.WebSocketResponse(timeout=2, heartbeat=_SECONDS_OF_SILENCE, max_msg_size=_LARGEST_PASTE, compress=False)
    await page.prepare(request)
    pages, command = request.app[_PAGES], request.app[_COMMAND]
    if sum(not other.closed for other in pages) >= TABS:
        what = f"{TABS} tabs are open, and more are not run at once: close one, then try again"
        await page.send_json({"type": "left", "failed": True, "text": what})
        await page.close()
        return page
    pages.add(page)
    try:
        await tab.run(command, size, page)
    finally:
        pages.discard(page)
    return page


async def _close_tabs(app: web.Application) -> None:
    """Close all pages' connections, which ends their apps."""
    pages = app[_PAGES]
    await asyncio.gather(*(page.close(code=WSCloseCode.GOING_AWAY) for page in set(pages)))


def serve(command: Sequence[str], *, port: int, announce: Callable[[str], None]) -> None:
    """Show an app in the browser until a signal ends it.

    Args:
        command: Starts the app of one tab.
        port: Where to listen on 127.0.0.1; 0 for a port that is free.
        announce: Told the link that lets one browser in; told a fresh one whenever it was used.

    Raises:
        FactcheckError: when the port cannot be had.
    """
    with suppress(KeyboardInterrupt):  # where signals have no handlers
        asyncio.run(_serve(command, port, announce))


async def _serve(command: Sequence[str], port: int, announce: Callable[[str], None]) -> None:
    ended = asyncio.Event()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        with suppress(AttributeError, NotImplementedError):  # Windows
            asyncio.get_running_loop().add_signal_handler(getattr(signal, name), ended.set)
    async with serving(command, port, announce):
        await ended.wait()


@asynccontextmanager
async def serving(command: Sequence[str], port: int, announce: Callable[[str], None]) -> AsyncIterator[Door]:
    """Serve for as long as the context lasts; see `serve`."""
    door = Door(port, announce)
    # No log of requests: the token is in one of them.
    runner = web.AppRunner(_application(door, command), access_log=None, shutdown_timeout=20)
    await runner.setup()
    try:
        await _listen(runner, port)
        door.port = runner.addresses[0][1]
        door.invite()
        yield door
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, port: int) -> None:
    try:
        await web.TCPSite(runner, _HOST, port).start()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise FactcheckError(
                f"port {port} is taken", "choose another with --port, 0 for one that is free"
            ) from None
        raise FactcheckError(f"port {port}: {error.strerror or error}", "choose another with --port") from None

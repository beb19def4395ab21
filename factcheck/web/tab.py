"""One tab: an app in a process of its own, between two pipes, for as long as its page is open."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from aiohttp import WSMsgType

from factcheck.errors import printable

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Sequence

    from aiohttp.web import WebSocketResponse

_SECONDS_TO_LEAVE: Final = 8
"""Longer than the app takes to end itself when it hangs."""
_PRELUDE: Final = b"__GANGLION__\n"
"""What Textual's web driver begins with; only then come frames: a type, four bytes of size, the content."""
_WIDEST: Final = 1000
"""Cells; no screen has more in either direction."""
_ERRORS_KEPT: Final = 8_000
"""Bytes at the end of what the app said went wrong."""


@dataclass(frozen=True, slots=True)
class Size:
    """Of the page, in cells."""

    columns: int
    rows: int

    @classmethod
    def told(cls, columns: object, rows: object) -> Size | None:
        """The size that a page tells; None when it is none."""
        match columns, rows:
            case int(), int():
                return cls(max(1, min(_WIDEST, columns)), max(1, min(_WIDEST, rows)))
            case str(), str() if columns.isdecimal() and rows.isdecimal() and len(columns + rows) < 10:
                return cls.told(int(columns), int(rows))
            case _:
                return None


async def run(command: Sequence[str], size: Size, page: WebSocketResponse) -> None:
    """Run an app until it ends or its page is closed.

    Args:
        command: Starts the app.
        size: Of the page at first.
        page: Sends keys as bytes and its size as text, gets what is painted as bytes and what is told as text.
    """
    process = await _start(command, size)
    errors = bytearray()
    listening = asyncio.create_task(_listen(process, errors))
    painting = asyncio.create_task(_paint(process, page, listening, errors))
    try:
        await _hand_on(page, process)
    finally:
        await _end(process)
        await asyncio.gather(painting, listening, return_exceptions=True)


async def _start(command: Sequence[str], size: Size) -> Process:
    environment = {
        **os.environ,
        "TEXTUAL_DRIVER": "factcheck.tui.tab:TabDriver",
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "TERM": "xterm-256color",
        "PYTHONIOENCODING": "utf-8",
        "COLUMNS": str(size.columns),
        "ROWS": str(size.rows),
    }
    return await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=environment,
        # The server's ctrl+c is not the apps': it ends them itself.
        start_new_session=sys.platform != "win32",
    )


async def _hand_on(page: WebSocketResponse, process: Process) -> None:
    """Give the app what comes from its page, until that is closed."""
    assert process.stdin is not None  # noqa: S101  # it was opened as a pipe
    async for message in page:
        if message.type is WSMsgType.BINARY:
            process.stdin.write(_packet(b"D", message.data))
        elif message.type is WSMsgType.TEXT and (size := _resized(message.data)):
            told = {"type": "resize", "width": size.columns, "height": size.rows}
            process.stdin.write(_packet(b"M", json.dumps(told).encode()))
        with suppress(ConnectionError):
            await process.stdin.drain()


def _packet(kind: bytes, content: bytes) -> bytes:
    return b"%s%s%s" % (kind, len(content).to_bytes(4, "big"), content)


def _resized(text: str) -> Size | None:
    try:
        told = json.loads(text)
    except ValueError:
        return None
    return Size.told(told.get("columns"), told.get("rows")) if isinstance(told, dict) else None


async def _paint(process: Process, page: WebSocketResponse, listening: asyncio.Task[None], errors: bytearray) -> None:
    """Give the page what the app paints; when the app ends, say how, and close the page's connection."""
    out = process.stdout
    assert out is not None  # noqa: S101  # it was opened as a pipe
    with suppress(asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        await out.readuntil(_PRELUDE)
        while True:
            kind = await out.readexactly(1)
            content = await out.readexactly(int.from_bytes(await out.readexactly(4), "big"))
            # What a page that is gone no longer takes is read all the same: an app that cannot write cannot end.
            with suppress(ConnectionError):
                if kind == b"D":
                    await page.send_bytes(content)
                elif kind == b"M" and json.loads(content).get("type") == "look":
                    await page.send_str(content.decode())
    if page.closed:
        return
    code = await process.wait()
    await listening
    lines = [printable(line) for line in errors.decode("utf-8", "replace").splitlines()]
    with suppress(ConnectionError):
        await page.send_json({"type": "left", "failed": code != 0, "text": "\n".join(lines).strip()})
        await page.close()


async def _listen(process: Process, errors: bytearray) -> None:
    """Keep the end of what the app says on stderr."""
    assert process.stderr is not None  # noqa: S101  # it was opened as a pipe
    while said := await process.stderr.read(_ERRORS_KEPT):
        errors += said
        del errors[:-_ERRORS_KEPT]


async def _end(process: Process) -> None:
    """Close the app's input, which ends it; an app that hangs is killed."""
    assert process.stdin is not None  # noqa: S101  # it was opened as a pipe
    process.stdin.close()
    try:
        with suppress(TimeoutError):
            await asyncio.wait_for(process.wait(), _SECONDS_TO_LEAVE)
    finally:
        if process.returncode is None:
            process.kill()
    await process.wait()

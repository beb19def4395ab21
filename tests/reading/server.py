"""A web server on this machine for the tests of fetching: it notes what it is asked for, and can be as bad as any."""

from __future__ import annotations

import socket
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator

    Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """What stands at which path, and who asked."""

    port: int = 0
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    """Path and headers of each request."""

    @property
    def url(self) -> str:
        """Of its root, without the slash."""
        return f"http://127.0.0.1:{self.port}"

    def page(self, path: str, body: bytes, kind: str = "text/html", **headers: str) -> str:
        """Put a page at a path, and give its whole address."""
        return self.put(path, lambda one: send(one, body, kind, 200, **headers))

    def put(self, path: str, answer: Answer) -> str:
        """Answer at a path, and give its whole address."""
        self.answers[path] = answer
        return self.url + path


def send(one: BaseHTTPRequestHandler, body: bytes, kind: str = "text/html", status: int = 200, **headers: str) -> None:
    """Answer as servers do."""
    one.send_response(status)
    if kind:
        one.send_header("Content-Type", kind)
    one.send_header("Content-Length", str(len(body)))
    for name, value in headers.items():
        one.send_header(name.replace("_", "-"), value)
    one.end_headers()
    one.wfile.write(body)


def _missing(one: BaseHTTPRequestHandler) -> None:
    send(one, b"no", status=404)


@contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site on 127.0.0.1 while the block runs."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers.items())))
            try:
                site.answers.get(self.path, _missing)(self)
            except (BrokenPipeError, ConnectionResetError, TimeoutError):
                self.close_connection = True

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, *_: Any) -> None:
            """A client that leaves is what is tested."""

    with Server(("127.0.0.1", 0), Handler) as server:
        if context is not None:
            server.socket = context.wrap_socket(server.socket, server_side=True)
        site.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()


def free_port() -> int:
    """A port at which nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])

"""Fetching the one address that the checker gave, and nothing else: no picture, no script, no cookie, no referrer.

Whatever the other side does ends in time and in memory: everything happens in a thread that is left behind when the
time is over, and what comes is counted while it comes, before and after it is unpacked.
"""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import time
import zlib
from contextlib import closing, suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from threading import Lock, Thread
from typing import TYPE_CHECKING, Final
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from factcheck import __version__
from factcheck.errors import ArticleError, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS: Final = 15.0
"""For all of it: names, redirects, the page."""
MAX_BYTES: Final = 20_000_000
"""Of a page, as it comes and unpacked."""
MAX_REDIRECTS: Final = 5

_CHUNK: Final = 65_536
_MAX_URL: Final = 4_000
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})

SUFFIXES: Final = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
"""Which reader takes what a server says that it sends."""
_UNSAID: Final = frozenset({"", "application/octet-stream", "binary/octet-stream"})

_HEADERS: Final = {
    "User-Agent": f"factcheck/{__version__}",
    "Accept": "text/html, application/xhtml+xml, text/markdown, text/plain, application/pdf;q=0.9, */*;q=0.1",
    "Accept-Encoding": "gzip, identity",
    "Connection": "close",
}

_IN_PATHS: Final = "/%:=&?~+!$,;'@()*[]"
"""Marks of an address that are sent as they are."""
_NAT64: Final = IPv6Network("64:ff9b::/96")
"""In whose addresses those of IPv4 are wrapped."""
_INSIDE: Final = tuple(map(IPv6Network, ("::ffff:0:0:0/96", "64:ff9b:1::/48", "fec0::/10")))
"""Networks of a house's own that Python calls global: translated addresses, local NAT64, the former site-local ones."""

_SAVE: Final = "open it in a browser, save it as HTML and give that file"
_STATUS: Final = {
    401: ("wants a login", _SAVE),
    402: ("wants to be paid", _SAVE),
    403: ("does not let factcheck in", _SAVE),
    404: ("has no such page", "check the address"),
    410: ("has no such page any more", "look for it in a web archive"),
    429: ("has had too many requests", f"wait a while, or {_SAVE}"),
    451: ("may not show the page here", _SAVE),
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave."""

    data: bytes
    media_type: str
    """As the server named it; empty where it did not."""
    suffix: str
    """Of the format that the server named; empty where it did not."""
    charset: str | None
    """As the server named it."""
    url: str
    """Where it came from in the end."""
    warnings: tuple[str, ...] = ()
    """The redirects, a sentence each."""


def fetch(url: str, *, no_private: bool = False) -> Fetched:
    """Get what stands at an address.

    Args:
        url: http or https.
        no_private: Refuse addresses that are not on the public internet.

    Raises:
        ArticleError: It cannot be had; the message says why.
    """
    errand = _Errand(url, no_private=no_private)
    thread = Thread(target=errand.run, name="fetching", daemon=True)
    thread.start()
    thread.join(SECONDS)
    if thread.is_alive():
        errand.give_up()
        raise ArticleError(f"{_shown(url)} takes longer than {SECONDS:.0f} s", f"try again, or {_SAVE}")
    if errand.fetched is None:
        raise errand.error or ArticleError(f"{_shown(url)} cannot be fetched", f"try again, or {_SAVE}")
    return errand.fetched


class _Errand:
    """One address on its way to its bytes, in a thread of its own."""

    def __init__(self, url: str, *, no_private: bool) -> None:
        self._url = url
        self._no_private = no_private
        self._deadline = time.monotonic() + SECONDS
        self._lock = Lock()
        self._socket: socket.socket | None = None
        self._given_up = False
        self.fetched: Fetched | None = None
        self.error: ArticleError | None = None

    def run(self) -> None:
        """Go, and leave what came of it."""
        try:
            self.fetched = self._follow()
        except ArticleError as error:
            self.error = error
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
            self.error = ArticleError(f"{_shown(self._url)} cannot be fetched: {_why(error)}", f"try again, or {_SAVE}")
        finally:
            self._hold(None)

    def give_up(self) -> None:
        """End what still goes on; a thread that waits for the other side wakes up."""
        with self._lock:
            self._given_up = True
            if self._socket is not None:
                with suppress(OSError):
                    self._socket.shutdown(socket.SHUT_RDWR)

    def _hold(self, connection: socket.socket | None) -> None:
        """Take a connection in the place of the former one."""
        with self._lock:
            if self._socket is not None:
                self._socket.close()
            self._socket = connection
            if self._given_up and connection is not None:
                connection.close()
                raise TimeoutError

    def _left(self) -> float:
        """Seconds."""
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def _follow(self) -> Fetched:
        url = self._url
        warnings: list[str] = []
        for _ in range(MAX_REDIRECTS + 1):
            parts = checked(url)
            connection = self._asked(parts)
            with closing(connection), connection.getresponse() as response:
                further = response.getheader("Location")
                if response.status not in _REDIRECTS or not further:
                    return self._received(response, parts, url, tuple(warnings))
            url = urljoin(url, _as_utf8(further).strip().replace(" ", "%20"))
            warnings.append(f"The address led on to {_shown(url)}")
        raise ArticleError(f"{_shown(self._url)} leads on and on, more than {MAX_REDIRECTS} times", "check the address")

    def _asked(self, parts: SplitResult) -> http.client.HTTPConnection:
        """A connection on which the page was asked for."""
        host = _host(parts)
        secure = parts.scheme == "https"
        default = 443 if secure else 80
        raw = self._connected(host, parts.port or default)
        connection = http.client.HTTPConnection(host, parts.port or default)
        connection.default_port = default
        connection.sock = self._secured(raw, host) if secure else raw
        asked = quote(parts.path or "/", safe=_IN_PATHS) + (
            f"?{quote(parts.query, safe=_IN_PATHS)}" if parts.query else ""
        )
        connection.request("GET", asked, headers=_HEADERS)
        return connection

    def _connected(self, host: str, port: int) -> socket.socket:
        """Connect to an address that the name has now, and to no other: it is not asked for again."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (socket.gaierror, UnicodeError):
            raise ArticleError(f"there is no host {_shown(host)}", "check the address and the network") from None
        failure: OSError = OSError("it has no address")
        for family, kind, protocol, _, address in found:
            if self._no_private and is_private(str(address[0])):
                raise ArticleError(
                    f"{_shown(host)} is inside a private network ({printable(str(address[0]))})",
                    "leave out --no-private to fetch it all the same",
                )
            connection = socket.socket(family, kind, protocol)
            self._hold(connection)
            connection.settimeout(self._left())
            try:
                connection.connect(address)
            except OSError as error:
                failure = error
            else:
                return connection
        raise ArticleError(f"nobody answers at {_shown(host)}: {_why(failure)}", "check the address and the network")

    def _secured(self, raw: socket.socket, host: str) -> socket.socket:
        context = ssl.create_default_context()
        secure = context.wrap_socket(raw, server_hostname=host, do_handshake_on_connect=False)
        with self._lock:
            self._socket = secure  # which has taken the connection over
        try:
            secure.do_handshake()
        except ssl.SSLCertVerificationError as error:
            what = f"{_shown(host)} does not prove who it is: {printable(error.verify_message)}"
            raise ArticleError(what, f"if you trust it, {_SAVE}") from None
        except ssl.SSLError as error:
            what = f"{_shown(host)} has no secure connection to offer: {printable(error.reason or 'unknown')}"
            raise ArticleError(what, "try the address with http://") from None
        return secure

    def _received(
        self, response: http.client.HTTPResponse, parts: SplitResult, url: str, warnings: tuple[str, ...]
    ) -> Fetched:
        host = _shown(_host(parts))
        if response.status != http.client.OK:
            what, todo = _STATUS.get(response.status, ("cannot give the page now", f"try again, or {_SAVE}"))
            raise ArticleError(f"{host} {what} (HTTP {response.status})", todo)
        media_type = (response.getheader("Content-Type") or "").partition(";")[0].strip().lower()
        if media_type not in SUFFIXES and media_type not in _UNSAID:
            kind = printable(media_type[:60])
            raise ArticleError(f"{_shown(url)} is no article but {kind}", "give the address of a page, or a file")
        declared = response.headers.get_content_charset()
        data = self._body(response, url)
        return Fetched(data, media_type, SUFFIXES.get(media_type, ""), declared, url, warnings)

    def _body(self, response: http.client.HTTPResponse, url: str) -> bytes:
        packed = (response.getheader("Content-Encoding") or "identity").strip().lower()
        if packed not in {"identity", "gzip", "x-gzip"}:
            raise ArticleError(
                f"{_shown(url)} comes packed as {printable(packed[:20])}, which was not asked for", _SAVE
            )
        body = bytearray()
        chunks = self._chunks(response)
        for part in _unpacked(chunks) if packed != "identity" else chunks:
            body += part
            if len(body) > MAX_BYTES:
                raise _too_large(url)
        return bytes(body)

    def _chunks(self, response: http.client.HTTPResponse) -> Iterator[bytes]:
        count = 0
        while chunk := response.read1(_CHUNK):
            self._left()
            count += len(chunk)
            if count > MAX_BYTES:
                raise _too_large(self._url)
            yield chunk
        if response.length:
            raise http.client.IncompleteRead(b"", response.length)


def checked(url: str) -> SplitResult:
    """Take an address apart.

    Raises:
        ArticleError: It is none that can be fetched.
    """
    shown = _shown(url)
    if len(url) > _MAX_URL or re.search(r"[\s\x00-\x1f\x7f\\]", url):
        raise ArticleError(f"{shown} is no web address", "check it: it has spaces or is too long")
    try:
        parts = urlsplit(url)
        has_name = parts.username is not None or parts.password is not None
        host = _host(parts)
        parts.port  # noqa: B018  # raises when it is none
    except (ValueError, UnicodeError):
        raise ArticleError(f"{shown} is no web address", "check it") from None
    if parts.scheme not in {"http", "https"}:
        raise ArticleError(f"{shown} cannot be fetched: only http and https can", _SAVE)
    if has_name:
        raise ArticleError(
            f"{parts.scheme}://…@{printable(host)} holds a name or a password", f"leave it out, or {_SAVE}"
        )
    if not host:
        raise ArticleError(f"{shown} names no host", "check the address")
    return parts


def is_private(address: str) -> bool:
    """Whether an address is not on the public internet, also when it is wrapped in one of IPv6."""
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        if any(ip in network for network in _INSIDE):
            return True
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64 or int(ip) < 1 << 32:
            inner = IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_private(str(inner))
    return not ip.is_global or ip.is_multicast


def _host(parts: SplitResult) -> str:
    host = parts.hostname or ""
    return host if host.isascii() else host.encode("idna").decode("ascii")


def _as_utf8(header: str) -> str:
    """A header's words, which come as bytes read one by one."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def _unpacked(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """What was packed with gzip, never more at once than a chunk."""
    unpacker = zlib.decompressobj(wbits=31)
    for chunk in chunks:
        rest = chunk
        while rest:
            if unpacker.eof:
                if not rest.startswith(b"\x1f\x8b"):
                    return
                unpacker = zlib.decompressobj(wbits=31)  # what was packed in pieces is one text
            yield unpacker.decompress(rest, _CHUNK)
            rest = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
    while not unpacker.eof and (last := unpacker.decompress(unpacker.unconsumed_tail, _CHUNK)):
        yield last
    if not unpacker.eof:
        raise http.client.IncompleteRead(b"")


def _too_large(url: str) -> ArticleError:
    return ArticleError(
        f"{_shown(url)} is larger than {MAX_BYTES // 1_000_000} MB", "give the address of a single story"
    )


def _shown(url: str) -> str:
    text = printable(url)
    return text if len(text) <= 200 else f"{text[:150]}…{text[-49:]}"


def _why(error: Exception) -> str:
    """A failure in a few words."""
    if isinstance(error, TimeoutError):
        return "it takes too long"
    if isinstance(error, http.client.IncompleteRead):
        return "it breaks off in the middle"
    if isinstance(error, http.client.RemoteDisconnected | ConnectionResetError):
        return "the other side hung up"
    if isinstance(error, http.client.HTTPException | zlib.error):
        return "the other side does not speak HTTP properly"
    return printable(getattr(error, "strerror", None) or str(error) or type(error).__name__)

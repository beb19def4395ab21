"""Fetching: one address and nothing else, and every way in which the other side can be wrong or hostile."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
import zlib
from typing import TYPE_CHECKING

import pytest

from factcheck import __version__
from factcheck.errors import ArticleError
from factcheck.reading import ReadOptions, fetching, read
from tests.reading.server import Site, free_port, send, serving
from tests.reading.test_webpage import FULL, SECOND, TITLE, article, page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from http.server import BaseHTTPRequestHandler
    from pathlib import Path

PAGE = page(FULL).encode()


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as one:
        yield one


def refusal(url: str, *, no_private: bool = False) -> ArticleError:
    """Why an address cannot be read: one line that a terminal can show, with something to do."""
    with pytest.raises(ArticleError) as caught:
        read(url, ReadOptions(no_private=no_private))
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 700
    assert caught.value.todo
    return caught.value


def test_a_page_is_read_from_its_address_and_its_bytes_are_kept(site: Site) -> None:
    url = site.page("/bridge", PAGE, "text/html; charset=utf-8")
    story = read(url)
    assert (story.title, story.source, story.warnings) == (TITLE, url, ())
    assert story.draft == article(FULL).draft
    assert story.original is not None
    assert (story.original.data, story.original.media_type, story.original.url) == (PAGE, "text/html", url)


def test_nothing_but_the_address_is_asked_for(site: Site) -> None:
    other = f"{site.url}/other"
    head = (
        f'<base href="{other}/"><link rel=stylesheet href={other}.css><link rel=preload as=image href={other}.png>'
        f"<link rel=icon href={other}.ico><link rel=canonical href={other}><script src={other}.js></script>"
        f'<meta http-equiv=refresh content="0; url={other}"><meta property=og:image content={other}.jpg>'
        f"<style>@import url({other}.css); body {{ background: url({other}.gif) }}</style>"
    )
    body = (
        f'<img src={other}.png srcset="{other}.2x.png 2x" loading=eager><iframe src={other}></iframe>'
        f"<video src={other}></video><object data={other}></object><embed src={other}>"
        f"<a href={other} ping={other}>x</a><form action={other}></form><amp-img src={other}></amp-img>"
        f"<svg><image href={other} /></svg>"
    )
    marked = page(f"{body}{FULL}{body}", head).replace("<!doctype html>", f'<!DOCTYPE html SYSTEM "{other}.dtd">')
    url = site.page("/bridge?a=1&b=%20é#part", marked.encode())
    site.answers["/bridge?a=1&b=%20%C3%A9"] = site.answers.pop("/bridge?a=1&b=%20é#part")
    assert SECOND in read(url).draft.text
    ((path, headers),) = site.asked
    assert path == "/bridge?a=1&b=%20%C3%A9"
    assert headers == {
        "Host": f"127.0.0.1:{site.port}",
        "User-Agent": f"factcheck/{__version__}",
        "Accept": headers["Accept"],
        "Accept-Encoding": "gzip, identity",
        "Connection": "close",
    }


def test_redirects_are_followed_and_told_and_no_cookie_goes_along(site: Site) -> None:
    end = site.page("/end", PAGE)
    site.put(
        "/middle",
        lambda one: send(one, b"", status=308, Location="end?é x".encode().decode("latin-1"), Set_Cookie="a=b"),
    )
    site.answers["/end?%C3%A9%20x"] = site.answers["/end"]
    start = site.put("/start", lambda one: send(one, b"", status=302, Location="/middle", Set_Cookie="a=b"))
    story = read(start)
    assert story.source == start
    assert story.warnings == (
        f"The address led on to {site.url}/middle",
        f"The address led on to {end}?é%20x",
    )
    assert story.original is not None
    assert story.original.url == f"{end}?é%20x"
    assert not any({"Cookie", "Referer"} & headers.keys() for _, headers in site.asked)


def test_redirects_for_ever_come_to_an_end(site: Site) -> None:
    start = site.put("/round", lambda one: send(one, b"", status=301, Location="/round"))
    assert "leads on and on, more than 5 times" in refusal(start).what
    assert len(site.asked) == 6


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/a",
        "javascript:alert(1)",
        "http://u:p@127.0.0.1/",
        "https://[::1",
    ],
)
def test_a_redirect_to_what_is_no_page_is_refused(site: Site, target: str) -> None:
    refusal(site.put("/start", lambda one: send(one, b"", status=302, Location=target)))
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("ftp://127.0.0.1/story", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("http://user:secret@127.0.0.1/", "holds a name or a password"),
        ("http://127.0.0.1\\@example.org/", "no web address"),
        ("http://127.0.0.1/a b", "no web address"),
        ("http://127.0.0.1:port/", "no web address"),
        ("http://[::1/", "no web address"),
        ("http:///story", "names no host"),
        ("http:/story", "no whole web address"),
        (f"http://127.0.0.1/{'a' * 5000}", "no web address"),
        (f"http://{'a' * 70}.example/", "no"),
        ("http://127.0.0.1/\x1b[31m", "no web address"),
    ],
)
def test_what_is_no_web_address_is_told(url: str, told: str) -> None:
    error = refusal(url)
    assert told in error.what
    assert "secret" not in str(error)


@pytest.mark.parametrize(
    ("kind", "body", "told"),
    [
        ("image/png", b"\x89PNG", "is no article but image/png"),
        ("application/json", b"{}", "is no article but application/json"),
        ("video/mp4", b"", "is no article but video/mp4"),
        ("", b"\x00\x01", "does not say what it is"),
        ("application/octet-stream", b"hello", "does not say what it is"),
    ],
)
def test_a_wrong_type_is_refused_with_what_it_was(site: Site, kind: str, body: bytes, told: str) -> None:
    assert told in refusal(site.page("/a", body, kind)).what


@pytest.mark.parametrize("kind", ["text/html", "application/xhtml+xml; charset=utf-8", "", "application/octet-stream"])
def test_a_page_is_known_by_its_type_and_else_by_its_bytes(site: Site, kind: str) -> None:
    assert read(site.page("/a.txt", PAGE, kind)).title == TITLE


def test_plain_text_and_markdown_go_to_their_readers(site: Site) -> None:
    text = f"# {TITLE}\n\n{SECOND}\n"
    assert read(site.page("/a.html", text.encode(), "text/plain")).draft.text == text
    assert read(site.page("/b", text.encode(), "text/markdown")).draft.text == f"{TITLE}\n\n{SECOND}"


def test_the_encoding_that_the_server_declares_is_believed_where_the_bytes_allow_it(site: Site) -> None:
    body = page(f"<h1>{TITLE}</h1><p>Мост открылся. {SECOND}</p>", "<meta charset=windows-1252>")
    url = site.page("/a", body.encode("koi8-r"), "text/html; charset=koi8-r")
    assert "Мост открылся." in read(url).draft.text
    assert "Мост открылся." in read(site.page("/b", body.encode(), "text/html; charset=koi8-r")).draft.text


@pytest.mark.parametrize("status", [401, 403, 404, 410, 429, 500, 503, 204, 304])
def test_a_refusing_server_is_told_with_its_number(site: Site, status: int) -> None:
    url = site.put("/a", lambda one: send(one, b"", status=status))
    assert f"(HTTP {status})" in refusal(url).what


def test_a_packed_page_is_unpacked(site: Site) -> None:
    assert read(site.page("/a", gzip.compress(PAGE, mtime=0), Content_Encoding="gzip")).title == TITLE
    pieces = gzip.compress(PAGE[:100], mtime=0) + gzip.compress(PAGE[100:])
    whole = read(site.page("/b", pieces, Content_Encoding="gzip"))
    assert whole.original is not None
    assert whole.original.data == PAGE


@pytest.mark.parametrize(
    ("packing", "body", "told"),
    [
        ("br", b"\x1b", "comes packed as br"),
        ("gzip", b"no gzip at all", "does not speak HTTP"),
        ("gzip", gzip.compress(PAGE, mtime=0)[:-20], "breaks off in the middle"),
    ],
)
def test_a_page_that_cannot_be_unpacked_is_told(site: Site, packing: str, body: bytes, told: str) -> None:
    assert told in refusal(site.page("/a", body, Content_Encoding=packing)).what


def test_a_bomb_is_refused_before_it_goes_off(site: Site) -> None:
    packer = zlib.compressobj(9, wbits=31)
    zeros = bytes(1_000_000)
    bomb = b"".join(packer.compress(zeros) for _ in range(300)) + packer.flush()
    assert "is larger than 20 MB" in refusal(site.page("/a", bomb, Content_Encoding="gzip")).what


def test_a_page_without_end_is_refused(site: Site) -> None:
    sent = []

    def for_ever(one: BaseHTTPRequestHandler) -> None:
        one.send_response(200)
        one.send_header("Content-Type", "text/html")
        one.send_header("Content-Length", str(10 << 30))
        one.end_headers()
        while True:
            one.wfile.write(b"<p>word" * 10_000)
            sent.append(70_000)

    assert "is larger than 20 MB" in refusal(site.put("/a", for_ever)).what
    assert sum(sent) < 60_000_000


def test_a_page_that_breaks_off_is_told(site: Site) -> None:
    def half(one: BaseHTTPRequestHandler) -> None:
        one.send_response(200)
        one.send_header("Content-Type", "text/html")
        one.send_header("Content-Length", str(2 * len(PAGE)))
        one.end_headers()
        one.wfile.write(PAGE)

    assert "breaks off in the middle" in refusal(site.put("/a", half)).what


def _silent(one: BaseHTTPRequestHandler) -> None:
    time.sleep(20)


def _dripping(one: BaseHTTPRequestHandler) -> None:
    one.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    for _ in range(400):
        one.wfile.write(b"<p>")
        time.sleep(0.05)


def _dripping_headers(one: BaseHTTPRequestHandler) -> None:
    one.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(400):
        one.wfile.write(b"X-%d: a\r\n" % number)
        time.sleep(0.05)


@pytest.mark.parametrize("answer", [_silent, _dripping, _dripping_headers])
def test_a_server_that_takes_its_time_is_left(site: Site, answer: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0.5)
    url = site.put("/a", answer)  # type: ignore[arg-type]  # one of the three above
    began = time.monotonic()
    assert "takes" in refusal(url).what
    assert time.monotonic() - began < 3
    left = [one for one in threading.enumerate() if one.name == "fetching"]
    for one in left:
        one.join(5)
    assert not any(one.is_alive() for one in left)


def test_what_is_no_web_server_is_told() -> None:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        one.listen()
        url = f"http://127.0.0.1:{one.getsockname()[1]}/"

        def babble() -> None:
            other, _ = one.accept()
            other.sendall(b"220 mail ready\r\n")
            other.close()

        thread = threading.Thread(target=babble)
        thread.start()
        assert "cannot be fetched" in refusal(url).what
        thread.join()
    assert "nobody answers" in refusal(f"http://127.0.0.1:{free_port()}/").what


def test_a_name_that_nobody_has_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert "there is no host nowhere.example" in refusal("http://nowhere.example/").what


def test_private_addresses_are_refused_when_that_is_wanted(site: Site) -> None:
    url = site.page("/a", PAGE)
    assert "is inside a private network (127.0.0.1)" in refusal(url, no_private=True).what
    assert "private network" in refusal(f"http://localhost:{site.port}/a", no_private=True).what
    assert site.asked == []


def test_the_address_that_is_connected_to_is_the_one_that_was_looked_at(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def rebinding(host: str, port: int, **_: object) -> list[object]:
        asked.append(host)
        address = "93.184.216.34" if len(asked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    connected = []

    def note(self: socket.socket, address: object) -> None:
        connected.append(address)
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    monkeypatch.setattr(socket.socket, "connect", note)
    refusal(f"http://rebind.example:{site.port}/a", no_private=True)
    assert connected == [("93.184.216.34", site.port)]
    assert asked == ["rebind.example"]


def test_a_redirect_into_the_house_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "is_private", lambda address: address != "127.0.0.1")
    url = site.put("/a", lambda one: send(one, b"", status=302, Location="http://10.0.0.1/admin"))
    assert "10.0.0.1 is inside a private network" in refusal(url, no_private=True).what


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.1.2.3", "224.0.0.1",
        "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1",
        "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::10.0.0.1", "2002:0a00:0001::1", "2001:db8::1",
        "::ffff:0:127.0.0.1", "64:ff9b:1::7f00:1", "fec0::1",
    ],
)  # fmt: skip
def test_what_is_private(address: str) -> None:
    assert fetching.is_private(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"]
)
def test_what_is_public(address: str) -> None:
    assert not fetching.is_private(address)


def test_proxies_of_the_environment_are_not_used(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{free_port()}")
    assert read(site.page("/a", PAGE)).title == TITLE


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for localhost that nobody has signed, and its key."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl makes the certificate")
    folder = tmp_path_factory.mktemp("tls")
    cert, key = folder / "cert.pem", folder / "key.pem"
    made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    names = ["-addext", "subjectAltName=DNS:localhost", "-keyout", str(key), "-out", str(cert)]
    subprocess.run([openssl, *made, *names], check=True, capture_output=True)
    return cert, key


def test_a_certificate_that_proves_nothing_is_told(
    certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    with serving(context) as site:
        site.page("/a", PAGE)
        error = refusal(f"https://localhost:{site.port}/a")
        assert "localhost does not prove who it is: self" in error.what
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
        story = read(f"https://localhost:{site.port}/a")
        assert story.title == TITLE
        assert "IP address mismatch" in refusal(f"https://127.0.0.1:{site.port}/a").what
    with serving() as site:
        assert "no secure connection" in refusal(f"https://localhost:{site.port}/").what

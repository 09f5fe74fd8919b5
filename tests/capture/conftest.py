"""A real web server on this machine, with the misbehaviour that pages and attackers show."""

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv4Network, ip_network
from typing import ClassVar

import pytest

THIS_MACHINE = (ip_network("127.0.0.1/32"),)
PAGE = "<!doctype html><title>A page</title><p>Two people were hurt in Ésen.</p>".encode()


class Misbehaving(BaseHTTPRequestHandler):
    """Answers each path in its own way."""

    protocol_version = "HTTP/1.1"
    seen: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.seen.append(self.path)
        name = self.path.strip("/").split("/")[0].replace("-", "_")
        try:
            getattr(self, f"page_{name}", self.page_missing)()
        except (BrokenPipeError, ConnectionResetError):
            pass  # the client gave up, as it should
        finally:
            self.close_connection = True

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def page_plain(self) -> None:
        self.answer(PAGE)

    def page_missing(self) -> None:
        self.answer(b"no such page", 404)

    def page_nothing(self) -> None:
        self.answer(b"")

    def page_picture(self) -> None:
        self.answer(b"\x89PNG\r\n\x1a\n" + bytes(100))

    def page_packed(self) -> None:
        self.answer(gzip.compress(PAGE), Content_Encoding="gzip")

    def page_broken_off(self) -> None:
        self.answer(gzip.compress(PAGE * 50)[:-40], Content_Encoding="gzip")

    def page_damaged(self) -> None:
        self.answer(b"\x1f\x8b\x08 this is no gzip", Content_Encoding="gzip")

    def page_brotli(self) -> None:
        self.answer(b"whatever", Content_Encoding="br")

    def page_bomb(self) -> None:
        self.answer(gzip.compress(b" " * 300_000_000, compresslevel=1), Content_Encoding="gzip")

    def page_told_large(self) -> None:
        self.answer(b"a", Content_Length="5000000000")

    def page_cut_short(self) -> None:
        self.answer(b"<p>half a", Content_Length="5000")

    def page_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"<p>and on it goes</p>" * 5000)

    def page_drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(200):
            self.wfile.write(b".")
            time.sleep(0.05)

    def page_dripping_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        for _ in range(200):
            self.wfile.write(b".")
            self.wfile.flush()
            time.sleep(0.05)

    def page_hop(self) -> None:
        left = int(self.path.rsplit("/", 1)[1])
        self.answer(b"", 302, Location=f"/hop/{left - 1}" if left > 1 else "/plain")

    def page_to(self) -> None:
        self.answer(b"", 301, Location=self.path.removeprefix("/to/"))


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of the server."""
    running = ThreadingHTTPServer(("127.0.0.1", 0), Misbehaving)
    running.daemon_threads = True
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()


@pytest.fixture
def allow() -> tuple[IPv4Network, ...]:
    return THIS_MACHINE  # type: ignore[return-value]

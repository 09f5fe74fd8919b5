"""Web pages → Capture. Every address, also of a redirect, is checked by `guard` before anything connects to it."""

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus

import httpcore2
import httpx2

from stemmata.capture.guard import Deadline, GuardedBackend, Network
from stemmata.capture.limits import PEEK, Limits, in_megabytes
from stemmata.errors import Gone, TooLarge, UnreadableInput
from stemmata.records import Capture

HEADERS = (
    (b"User-Agent", b"stemmata (reads single pages when its user asks for them)"),
    (b"Accept", b"text/html,application/xhtml+xml,text/plain,text/markdown,*/*;q=0.1"),
    (b"Accept-Encoding", b"gzip"),  # the one compression that is undone here, under a limit
)
REDIRECTS = (301, 302, 303, 307, 308)

Heard = Callable[[int, int | None], None]
"""Who wants to hear how far a fetch is: bytes that are here, and of how many where the server tells."""


def fetch(address: str, *, limits: Limits, allow: Sequence[Network] = (), heard: Heard | None = None) -> Capture:
    """Fetch a page, following redirects by hand.

    Args:
        address: with http:// or https://.
        limits: how much and how long to read at most.
        allow: private networks that may be reached nevertheless.
        heard: told how far it is, with each piece that comes.

    Raises:
        UnreadableInput: it is no web address, or the server does not give the page.
        RefusedAddress: it, or a redirect, leads to a private or otherwise unsafe address.
        TooLarge: the page passes a limit of bytes or time.
    """
    deadline = Deadline(limits.seconds)
    secured = httpx2.create_ssl_context(trust_env=False)
    try:
        with httpcore2.ConnectionPool(secured, network_backend=GuardedBackend(allow, deadline)) as pool:
            return _followed(pool, address, limits, heard)
    except httpcore2.TimeoutException as error:
        raise TooLarge(
            f"{address} was not there within {limits.seconds:g} seconds; try again, or save the page in a browser."
        ) from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
        raise UnreadableInput(f"{address} cannot be fetched ({error}); check the address and the network.") from error


def _followed(pool: httpcore2.ConnectionPool, address: str, limits: Limits, heard: Heard | None) -> Capture:
    """The page at the end of all redirects."""
    url = _parsed(address)
    hops: tuple[str, ...] = ()
    while True:
        answer = _get(pool, url, address, limits, heard)
        if isinstance(answer, Capture):
            return replace(answer, fetched=datetime.now(UTC), hops=hops)
        if len(hops) == limits.redirects:
            raise UnreadableInput(
                f"{address} redirects more than {limits.redirects} times; open it in a browser and save the page."
            )
        url = _parsed(answer, url)
        hops = (*hops, str(url))


def _parsed(address: str, base: httpx2.URL | None = None) -> httpx2.URL:
    try:
        url = base.join(address) if base else httpx2.URL(address)
    except httpx2.InvalidURL as error:
        raise UnreadableInput(f"{address[:200]!r} is no web address ({error}); check how it is written.") from error
    if url.scheme not in ("http", "https") or not url.host:
        raise UnreadableInput(f"{address[:200]} is not fetched: only http:// and https:// addresses are.")
    if url.userinfo:
        raise UnreadableInput(f"{url.host}: an address with a name or password in it is not fetched; leave them out.")
    return url.copy_with(fragment=None)


def _get(
    pool: httpcore2.ConnectionPool, url: httpx2.URL, address: str, limits: Limits, heard: Heard | None
) -> Capture | str:
    """Ask once: the page, or the address that the server redirects to."""
    target = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    headers = [(b"Host", url.netloc), *HEADERS]
    with pool.stream("GET", target, headers=headers) as answer:
        told = httpx2.Headers(answer.headers)
        if answer.status in REDIRECTS and "location" in told:
            return told["location"]
        if answer.status != HTTPStatus.OK:
            kind = Gone if answer.status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE) else UnreadableInput
            raise kind(
                f"{address} is not given out: the server answers {answer.status}{_phrase(answer.status)};"
                " check the address in a browser."
            )
        body = _body(_heard(answer.iter_stream(), told, heard), told, address, limits)
    if not body:
        raise UnreadableInput(f"{address} is empty; check the address in a browser.")
    return Capture(hashlib.sha256(body).hexdigest(), address, body, told.get("content-type"))


def _heard(chunks: Iterable[bytes], headers: httpx2.Headers, heard: Heard | None) -> Iterator[bytes]:
    told, here = headers.get("content-length", ""), 0
    for chunk in chunks:
        here += len(chunk)
        if heard:
            heard(here, int(told) if told.isdecimal() else None)
        yield chunk


def _phrase(status: int) -> str:
    try:
        return f" ({HTTPStatus(status).phrase})"
    except ValueError:
        return ""


def _body(chunks: Iterable[bytes], headers: httpx2.Headers, address: str, limits: Limits) -> bytes:
    """The whole body, unpacked, or TooLarge as soon as it is known to pass the limit."""
    told = headers.get("content-length", "")
    if told.isdecimal() and int(told) > limits.documents:
        raise _too_large(address, limits.documents)
    packing = headers.get("content-encoding", "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip", ""):
        raise UnreadableInput(
            f"{address} comes packed as {packing[:40]!r}, which was not asked for; save it in a browser."
        )
    body = bytearray()
    for part in _unpacked(chunks, address) if "gzip" in packing else chunks:
        body += part
        if len(body) > limits.of(bytes(body[:PEEK])):
            raise _too_large(address, limits.of(bytes(body[:PEEK])))
    return bytes(body)


def _too_large(address: str, limit: int) -> TooLarge:
    return TooLarge(f"{address} has more than {in_megabytes(limit)}; save the part that matters as a file.")


def _unpacked(chunks: Iterable[bytes], address: str) -> Iterator[bytes]:
    """Undo gzip in steps of at most 64 kB, so that a bomb is noticed before it goes off."""
    packed = zlib.decompressobj(wbits=31)
    try:
        for chunk in chunks:
            while chunk and not packed.eof:
                yield packed.decompress(chunk, 65536)
                chunk = packed.unconsumed_tail
        yield packed.flush()
    except zlib.error as error:
        raise UnreadableInput(f"{address} comes as damaged gzip ({error}); try again.") from error
    if not packed.eof:
        raise UnreadableInput(f"{address} breaks off in the middle of its gzip; try again.")

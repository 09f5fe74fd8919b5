"""Connections that reach public addresses only.

A name is resolved once, every address that it has is checked, and the connection goes to a checked address, so that a
name which changes between check and connection (DNS rebinding) gains nothing. Every read, write and handshake ends at
one deadline, so that a server which drips single bytes does not hold a run.
"""

import ipaddress
import socket
import ssl
import time
from collections.abc import Iterable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from typing import Any

import httpcore2

from stemmata.errors import RefusedAddress

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

DENIED = tuple(
    ipaddress.ip_network(network)
    for network in (
        "::/96",  # IPv4-compatible, deprecated (RFC 4291, 2.5.5.1): carries an IPv4 address
        "64:ff9b::/96",  # NAT64 (RFC 6052): carries an IPv4 address
        "64:ff9b:1::/48",  # local NAT64 (RFC 8215)
        "2001::/32",  # Teredo (RFC 4380): carries an IPv4 address
        "2002::/16",  # 6to4 (RFC 3056): carries an IPv4 address
        "fec0::/10",  # site-local, deprecated (RFC 3879)
    )
)
"""Networks that Python's `is_global` lets pass although they lead, or may lead, to private ones."""


def is_public(address: Address) -> bool:
    """Tell whether an address is on the public internet, seen through what maps IPv4 into IPv6."""
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        return is_public(address.ipv4_mapped)
    if address.is_multicast or not address.is_global:
        return False
    return not any(address.version == network.version and address in network for network in DENIED)


def checked_addresses(host: str, port: int, allow: Sequence[Network]) -> list[str]:
    """Resolve a host name once.

    Returns:
        its addresses, all of them safe to connect to.

    Raises:
        RefusedAddress: one of them is not; a name that is public and private at once is not trusted at all.
        OSError: the name is not known.
    """
    told = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    found = list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in told))
    for text in found:
        address = ipaddress.ip_address(text)
        mapped = getattr(address, "ipv4_mapped", None) or address
        if not is_public(address) and not any(mapped in network for network in allow):
            leads = "is" if host == text else f"leads to {text}, which is"
            raise RefusedAddress(
                f"{host} {leads} a private, local or reserved address, and those are never fetched;"
                " save the page as a file and name the file."
            )
    return found


class Deadline:
    """The moment at which a fetch is given up."""

    def __init__(self, seconds: float) -> None:
        self._ends = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds that are left.

        Raises:
            ReadTimeout: none.
        """
        left = self._ends - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("the time is up")
        return left


class GuardedStream(httpcore2.NetworkStream):
    """A connection of which every step ends at the deadline."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - the deadline is tighter
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore2.NetworkStream:
        inner = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return GuardedStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class GuardedBackend(httpcore2.NetworkBackend):
    """Opens connections to checked addresses, and to nothing else."""

    def __init__(self, allow: Sequence[Network], deadline: Deadline) -> None:
        self._allow = allow
        self._deadline = deadline
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        try:
            addresses = checked_addresses(host, port, self._allow)
        except (OSError, UnicodeError) as error:
            raise httpcore2.ConnectError(f"the name {host} is not known") from error
        for number, address in enumerate(addresses, start=1):
            try:
                left = self._deadline.left() / (len(addresses) - number + 1)
                stream = self._plain.connect_tcp(address, port, left, local_address, socket_options)
                return GuardedStream(stream, self._deadline)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                if number == len(addresses):
                    raise
        raise httpcore2.ConnectError(f"the name {host} has no address")

"""The verb `capture`: a file, an address or standard input → bytes that never change again.

A page may have 20 MB and a file of documents, one JSON object a line, 100 MB; an archive larger than that is cut
into parts first. Nothing past a limit is read.
"""

import os
from collections.abc import Callable, Sequence
from ipaddress import IPv4Network, IPv6Network
from typing import BinaryIO

from stemmata.capture.files import read_file, read_stream
from stemmata.capture.limits import Limits
from stemmata.records import Capture

__all__ = ["Limits", "capture"]


def capture(
    source: str | os.PathLike[str],
    *,
    stdin: BinaryIO | None = None,
    limits: Limits | None = None,
    allow: Sequence[IPv4Network | IPv6Network] = (),
    heard: Callable[[int, int | None], None] | None = None,
) -> Capture:
    """Take in what stands at a path, at an http(s) address, or on standard input (`-`).

    Args:
        source: the path, the address or `-`.
        stdin: the stream that `-` reads; None where there is none.
        limits: how much and how long to read at most.
        allow: private networks that may be fetched from nevertheless, such as a newsroom's own archive.
        heard: told how far a fetch is: bytes that are here, and of how many where the server tells.

    Raises:
        UnreadableInput: it is missing, no ordinary file, empty, or the server does not give it.
        TooLarge: it passes a limit of bytes or time.
        RefusedAddress: fetching it would reach a private or otherwise unsafe address.
    """
    limits = limits or Limits()
    name = os.fspath(source)
    if name == "-":
        return read_stream(stdin, limits)
    if "://" in name and not os.path.exists(name):  # noqa: PTH110 - a Path would fold the two slashes into one
        from stemmata.capture.web import fetch  # httpx2 costs 0.2 s to import, and files do without

        return fetch(name, limits=limits, allow=allow, heard=heard)
    return read_file(name, limits)

"""How much and how long to read at most."""

from dataclasses import dataclass

MEGABYTE = 1_000_000
PEEK = 4096
"""Bytes that tell whether an input holds documents, one a line, or is a page."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes and seconds past which an input is given up."""

    page: int = 20 * MEGABYTE
    """Bytes of a page, after decompression. The largest long reads and live blogs stay under 5 MB."""
    documents: int = 100 * MEGABYTE
    """Bytes of a file of documents, one JSON object a line; about 30,000 news texts."""
    seconds: float = 30.0
    """Of a fetch with all its redirects, from the first connection to the last byte."""
    redirects: int = 5
    """Browsers allow 20; news sites were never seen to need more than 3."""

    def of(self, head: bytes) -> int:
        """The limit, in bytes, for an input that begins like this."""
        return self.documents if looks_like_json(head) else self.page


def looks_like_json(head: bytes) -> bool:
    """Tell whether the first bytes open a JSON object."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


def in_megabytes(size: int) -> str:
    """A size as a person says it."""
    return f"{size / MEGABYTE:.0f} MB" if size >= MEGABYTE else f"{size:,} bytes"

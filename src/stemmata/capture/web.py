"""Web pages → Capture."""

from collections.abc import Sequence
from ipaddress import IPv4Network, IPv6Network

from stemmata.capture.limits import Limits
from stemmata.errors import UnreadableInput
from stemmata.records import Capture


def fetch(address: str, *, limits: Limits, allow: Sequence[IPv4Network | IPv6Network]) -> Capture:
    """Fetch a page."""
    raise UnreadableInput(f"{address} is not fetched; save the page as a file and name that.")

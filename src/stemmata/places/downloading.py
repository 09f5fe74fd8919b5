"""Fetches the GeoNames dump of a country, through the guarded capture that pages go through too."""

import tempfile
from collections.abc import Callable, Sequence
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Final

from stemmata.capture import Limits, capture
from stemmata.capture.limits import MEGABYTE
from stemmata.errors import UnreadableInput
from stemmata.places.adding import Intake, add_gazetteer, country_code
from stemmata.places.index import Heard
from stemmata.places.sources import load_sources

LIMITS: Final = Limits(page=200 * MEGABYTE, documents=200 * MEGABYTE, seconds=1800)
"""The largest dump, of the United States or China, has about 70 MB; half an hour is enough on a slow line."""


def dump_address(country: str) -> str:
    """Where the GeoNames dump of a country is to be had.

    Args:
        country: its code or English name.

    Raises:
        UnknownName: there is no such country.
    """
    return f"{load_sources()['geonames'].address}{country_code(country)}.zip"


def download_gazetteer(
    country: str,
    *,
    own: Path | None = None,
    heard: Heard | None = None,
    fetching: Callable[[int, int | None], None] | None = None,
    allow: Sequence[IPv4Network | IPv6Network] = (),
) -> Intake:
    """Fetch the GeoNames dump of a country and add it to the user's own gazetteers.

    Args:
        country: its code or English name.
        own, heard: as for `add_gazetteer`.
        fetching: told how many bytes are here, and of how many where the server tells.
        allow: private networks that may be fetched from nevertheless.

    Raises:
        UnknownName: there is no such country.
        UnreadableInput: the dump cannot be fetched or read; says how to do it by hand.
    """
    address = dump_address(country)
    try:
        fetched = capture(address, limits=LIMITS, allow=allow, heard=fetching)
    except UnreadableInput as error:
        raise UnreadableInput(
            f"{error} Or fetch {address} on another machine and give the file to `stemmata gazetteer add`."
        ) from error
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / address.rsplit("/", 1)[1]
        file.write_bytes(fetched.body)
        return add_gazetteer(file, own=own, heard=heard)

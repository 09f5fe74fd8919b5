"""Words as values of an event: what `decide edit` takes."""

import re
from datetime import date
from typing import Any

from stemmata.errors import UnknownName

NUMBER = re.compile(r"(?P<low>\d+)?(?P<to>\.\.)?(?P<high>\d+)?")
POINT = re.compile(r"(?P<name>.+)@(?P<lat>-?\d+(\.\d+)?),(?P<lon>-?\d+(\.\d+)?)")


def value_of(field: str, told: str) -> Any:
    """The value that a person wrote, as the case keeps it.

    Raises:
        UnknownName: there is no such field, or it cannot have that value; the message says how to write it.
    """
    match field:
        case "type":
            return _type(told)
        case "when":
            return _window(told)
        case "place":
            return _site(told)
        case "initiator" | "target":
            return told
        case _:
            return _count(field, told)


def _type(told: str) -> str:
    from stemmata.coding.codebook import load_codebook

    known = load_codebook().types
    if told not in known:
        raise UnknownName(f"There is no type {told!r}; the types are: {', '.join(known)}.")
    return told


def _window(told: str) -> dict[str, str | None]:
    first, dots, last = told.partition("..")
    try:
        days = [date.fromisoformat(one) if one else None for one in (first, last if dots else first)]
    except ValueError as error:
        raise UnknownName(f"{told!r} is no day; write 2019-01-18, or 2019-01-18..2019-01-21 for a window.") from error
    if days[0] and days[1] and days[0] > days[1]:
        raise UnknownName(f"{told!r} ends before it begins; write the earlier day first.")
    return {"start": first or None, "end": (last if dots else first) or None}


def _site(told: str) -> dict[str, Any]:
    found = POINT.fullmatch(told)
    name, lat, lon = (found["name"], float(found["lat"]), float(found["lon"])) if found else (told, None, None)
    if lat is not None and lon is not None and not (abs(lat) <= 90 and abs(lon) <= 180):
        raise UnknownName(
            f"{told!r} is no point on earth; write latitude and longitude in degrees, as in Hajin@34.69,40.83."
        )
    return {"name": name, "country": None, "lat": lat, "lon": lon, "level": "unknown", "radius_m": None}


def _count(measure: str, told: str) -> dict[str, int | None]:
    from stemmata.coding.codebook import load_codebook

    known = load_codebook().measures
    if measure not in known:
        fields = ["type", "when", "place", "initiator", "target", *known]
        raise UnknownName(f"There is no field {measure!r}; the fields are: {', '.join(fields)}.")
    found = NUMBER.fullmatch(told)
    if not found or not told.strip("."):
        raise UnknownName(f"{told!r} is no number; write 7, or bounds as 5..9, 5.. or ..9.")
    low = int(found["low"]) if found["low"] else None
    high = int(found["high"]) if found["high"] else None if found["to"] else low
    if low is not None and high is not None and low > high:
        raise UnknownName(f"{told!r} begins above its end; write the smaller number first.")
    return {"low": low, "high": high}

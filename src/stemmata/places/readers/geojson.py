"""GeoJSON: a FeatureCollection, or one feature a line, read feature by feature however long the file is."""

import json
import re
from collections.abc import Iterator
from typing import Final

from stemmata.places.index import Named
from stemmata.places.readers import columns
from stemmata.places.readers.lines import Reading, Refused, Row

STEP: Final = 1 << 16
LONGEST_FEATURE: Final = 1 << 25
"""Characters; the outlines of the largest countries take about 15 million."""
COLLECTION = re.compile(r'"features"\s*:\s*\[|^\s*\[')
BETWEEN = re.compile(r"[\s,\x1e]*")


def fits(head: str) -> bool:
    return head.lstrip("\ufeff").lstrip()[:1] in ("{", "[")


def places(reading: Reading) -> Iterator[Row]:
    """The places of the features, numbered from 1."""
    for number, feature in enumerate(_features(reading), start=1):
        try:
            yield number, _place(feature, reading, number)
        except Refused as why:
            reading.ledger.refuse(number, str(why))


def _features(reading: Reading) -> Iterator[object]:
    """Each feature, decoded from what was read so far; where that breaks off in it, as much again is read."""
    text, decoder, number = reading.text, json.JSONDecoder(), 0
    held = text.read(STEP)
    begins = COLLECTION.search(held)
    at = begins.end() if begins else 0
    while True:
        at = BETWEEN.match(held, at).end()  # type: ignore[union-attr]  # it matches nothing too
        if at == len(held):
            at, held = 0, text.read(STEP)
            if not held:
                if begins:
                    reading.ledger.refuse(number + 1, "the collection breaks off here")
                return
        elif held[at] in "]}":
            return
        else:
            try:
                feature, at = decoder.raw_decode(held, at)
            except (ValueError, RecursionError):
                more = text.read(max(STEP, len(held) - at)) if len(held) - at < LONGEST_FEATURE else ""
                if not more:
                    reading.ledger.refuse(number + 1, "no JSON from here on, or a feature of more than 32 MB")
                    return
                held, at = held[at:] + more, 0
            else:
                number += 1
                yield feature


def _place(feature: object, reading: Reading, number: int) -> Named:
    if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
        raise Refused("no GeoJSON feature with properties")
    told = {str(key).lower(): _cell(value) for key, value in feature["properties"].items()}
    told = {key: cell for key, cell in told.items() if cell}
    if feature.get("id") is not None:
        told.setdefault("id", str(feature["id"]))
    geometry = feature.get("geometry")
    point = geometry.get("coordinates") if isinstance(geometry, dict) and geometry.get("type") == "Point" else None
    if isinstance(point, list) and len(point) >= 2:
        told |= {"lat": str(point[1]), "lon": str(point[0])}
    elif not columns.tell_a_point(told):
        raise Refused("its geometry is no point, and no property tells one")
    return columns.named(told, reading.file.name, number, reading.country)


def _cell(value: object) -> str:
    """A property as a table would have it: a list as its members."""
    if isinstance(value, list):
        return "|".join(str(each) for each in value)
    return "" if value is None or isinstance(value, dict) else str(value).strip()

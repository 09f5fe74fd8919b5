"""KML 2.2 (OGC): a folder for each type, a placemark an event, with its days and its point or area."""

import json
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from tempfile import TemporaryFile
from typing import IO, Any, Final

from stemmata.case.entries import Entry
from stemmata.coding.codebook import load_codebook
from stemmata.exports import headline
from stemmata.exports.described import summary
from stemmata.exports.flat import flat
from stemmata.exports.formats.areas import geometry
from stemmata.exports.formats.csv import FLAT
from stemmata.exports.formats.format import About, Format
from stemmata.exports.formats.markup import text
from stemmata.exports.wording import kind

COLOURS: Final[Mapping[str, str]] = {
    "fighting": "1c2aa6", "strikes": "1f6fe0", "bombs": "0e4fb8", "civilians": "7a1f9e", "crowds": "9e7a14",
    "property": "5a5a5a", "law": "a0641e", "accords": "3f8f2e", "humanitarian": "b08a00",
}  # fmt: skip
"""Family of types → blue, green, red, as KML orders them."""
OTHER: Final = "606060"


def placemark(entry: Entry) -> str:
    """An event as a placemark; one without a place is in the list and not on the map."""
    told = "".join(f'<Data name="{name}"><value>{text(value)}</value></Data>' for name, value in flat(entry).items())
    return (
        f'<Placemark id="{entry.id}"><name>{text(headline.headline(entry))}</name>'
        f"<description>{text(_balloon(entry))}</description>{_span(entry)}<styleUrl>#{_family(entry.type)}</styleUrl>"
        f"<ExtendedData>{told}</ExtendedData>{_shape(geometry(entry))}</Placemark>\n"
    )


def _balloon(entry: Entry) -> str:
    """What shows at a click: HTML, so that words are escaped in it, and again as the text of an element."""
    lines = [summary(entry), headline.where(entry), *headline.figures(entry)]
    return "".join(f"<p>{text(line)}</p>" for line in lines)


def _span(entry: Entry) -> str:
    """The days as a span of time; an open side stays open."""
    edges = (("begin", entry.when.start), ("end", entry.when.end))
    told = "".join(f"<{side}>{day.isoformat()}</{side}>" for side, day in edges if day)
    return f"<TimeSpan>{told}</TimeSpan>" if told else ""


def _shape(shape: dict[str, Any] | None) -> str:
    if shape is None:
        return ""
    held = shape["coordinates"]
    if shape["type"] == "Point":
        return f"<Point><coordinates>{_position(held)}</coordinates></Point>"
    polygons = [held] if shape["type"] == "Polygon" else held
    return f"<MultiGeometry>{''.join(_polygon(rings[0]) for rings in polygons)}</MultiGeometry>"


def _polygon(ring: Sequence[Sequence[float]]) -> str:
    around = " ".join(map(_position, ring))
    return (
        f"<Polygon><outerBoundaryIs><LinearRing><coordinates>{around}</coordinates></LinearRing></outerBoundaryIs>"
        "</Polygon>"
    )


def _position(position: Sequence[float]) -> str:
    return f"{position[0]},{position[1]}"


def _family(of: str) -> str:
    known = load_codebook().types.get(of)
    return known.family if known else "other"


def _piece(entries: Sequence[Entry]) -> bytes:
    """The placemarks by type."""
    found: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        found[entry.type].append(placemark(entry))
    return json.dumps({name: "".join(marks) for name, marks in found.items()}).encode()


def _assemble(pieces: Iterable[bytes], file: IO[bytes], about: About) -> None:
    """Placemarks wait on the disk, a file for each type, until all of a folder are there."""
    with ExitStack() as stack:
        folders: dict[str, IO[bytes]] = {}
        for piece in filter(None, pieces):
            for name, marks in json.loads(piece).items():
                if name not in folders:
                    folders[name] = stack.enter_context(TemporaryFile())
                folders[name].write(marks.encode())
        file.write("".join(_head(about, {_family(name) for name in folders})).encode())
        for name in sorted(folders):
            file.write(f"<Folder><name>{text(kind(name))}</name>\n".encode())
            folders[name].seek(0)
            shutil.copyfileobj(folders[name], file)
            file.write(b"</Folder>\n")
        file.write(b"</Document></kml>\n")


def _head(about: About, families: Iterable[str]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
    yield f"<name>{text(about.title)}</name><description>{text('; '.join(about.credits))}</description>\n"
    for family in sorted(families):
        colour = COLOURS.get(family, OTHER)
        yield (
            f'<Style id="{family}"><IconStyle><color>ff{colour}</color></IconStyle>'
            f"<LineStyle><color>ff{colour}</color></LineStyle><PolyStyle><color>40{colour}</color></PolyStyle></Style>\n"
        )


FORMAT = Format(
    name="kml",
    ending=".kml",
    means="a map for Google Earth and its like (KML 2.2), with days and a folder for each type",
    carries=FLAT,
    piece=_piece,
    assemble=_assemble,
    notes=(
        "An area is drawn as the circle in which it may lie.",
        "Events without a place with a point are in the list and not on the map.",
    ),
)

"""GeoParquet 1.1: a row an event, typed columns, a point or an area as WKB, and a box column that readers filter by.

The optional part pyarrow is imported here and nowhere else.
"""

import json
import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import IO, Any, Final

from stemmata.case.entries import Entry
from stemmata.errors import MissingPart
from stemmata.exports.flat import columns, flat
from stemmata.exports.formats.areas import box, geometry
from stemmata.exports.formats.csv import FLAT
from stemmata.exports.formats.format import About, Format

ROWS: Final = 20_000
"""In a row group: some ten megabytes at once, and readers skip whole groups by their boxes."""
EDGES: Final = ("xmin", "ymin", "xmax", "ymax")


@cache
def _pyarrow() -> Any:
    """The library.

    Raises:
        MissingPart: it is not installed.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingPart("GeoParquet needs pyarrow; install it with: pip install 'stemmata[parquet]'") from error
    return pyarrow


@cache
def _schema() -> Any:
    pa = _pyarrow()
    kinds = {
        "text": pa.string(), "date": pa.date32(), "moment": pa.timestamp("s", tz="UTC"), "integer": pa.int64(),
        "number": pa.float64(), "boolean": pa.bool_(),
    }  # fmt: skip
    told = [pa.field(name, kinds[kind]) for name, (kind, _) in columns().items()]
    edges = pa.struct([pa.field(edge, pa.float64(), nullable=False) for edge in EDGES])
    return pa.schema([*told, pa.field("geometry", pa.binary()), pa.field("bbox", edges)])


def _bounds(shape: dict[str, Any] | None) -> tuple[float, float, float, float]:
    """The box of a geometry; all the way round where it crosses the 180th meridian, for readers that only compare."""
    west, south, east, north = box(shape) if shape else (0.0, 0.0, 0.0, 0.0)
    around = west > east
    return (-180.0 if around else west, south, 180.0 if around else east, north)


def wkb(shape: dict[str, Any]) -> bytes:
    """A point, polygon or multipolygon as well-known binary, little-endian."""
    kind, held = shape["type"], shape["coordinates"]
    if kind == "Point":
        return struct.pack("<BIdd", 1, 1, *held)
    if kind == "Polygon":
        rings = (struct.pack("<I", len(ring)) + b"".join(struct.pack("<dd", *one) for one in ring) for ring in held)
        return struct.pack("<BII", 1, 3, len(held)) + b"".join(rings)
    parts = (wkb({"type": "Polygon", "coordinates": part}) for part in held)
    return struct.pack("<BII", 1, 6, len(held)) + b"".join(parts)


def _piece(entries: Sequence[Entry]) -> bytes:
    """A batch, put together column by column: most of a hundred columns are empty."""
    pa, schema = _pyarrow(), _schema()
    told: defaultdict[str, list[Any]] = defaultdict(([None] * len(entries)).copy)
    for nth, entry in enumerate(entries):
        for name, value in flat(entry).items():
            told[name][nth] = value
    shapes = [geometry(entry) for entry in entries]
    told["geometry"] = [shape and wkb(shape) for shape in shapes]
    edges = [pa.array(edge, pa.float64()) for edge in zip(*map(_bounds, shapes), strict=True)]
    nowhere = pa.array([shape is None for shape in shapes], pa.bool_())
    bbox = pa.StructArray.from_arrays(edges, fields=list(schema.field("bbox").type), mask=nowhere)
    arrays = [
        pa.array(told[field.name], field.type) if field.name in told else pa.nulls(len(entries), field.type)
        for field in schema
        if field.name != "bbox"
    ]
    return bytes(pa.RecordBatch.from_arrays([*arrays, bbox], schema=schema).serialize())


def _assemble(pieces: Iterable[bytes], file: IO[bytes], about: About) -> None:
    pa = _pyarrow()
    told = {"title": about.title, "credits": list(about.credits)}
    schema = _schema().with_metadata({"geo": json.dumps(GEO), "stemmata": json.dumps(told, ensure_ascii=False)})
    with pa.parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        for batches in _groups(pa.ipc.read_record_batch(pa.py_buffer(one), schema) for one in pieces if one):
            writer.write_table(pa.Table.from_batches(batches, schema))


def _groups(batches: Iterable[Any]) -> Iterator[list[Any]]:
    """Batches put together to row groups."""
    group: list[Any] = []
    for batch in batches:
        group.append(batch)
        if sum(one.num_rows for one in group) >= ROWS:
            yield group
            group = []
    if group:
        yield group


GEO: Final = {
    "version": "1.1.0",
    "primary_column": "geometry",
    "columns": {
        "geometry": {
            "encoding": "WKB",
            "geometry_types": ["MultiPolygon", "Point", "Polygon"],
            "covering": {"bbox": {edge: ["bbox", edge] for edge in EDGES}},
        }
    },
}
"""What GeoParquet asks of the metadata; without `crs`, coordinates are WGS84 longitude and latitude."""
FORMAT = Format(
    name="geoparquet",
    ending=".parquet",
    means="a map layer for large analyses (GeoParquet 1.1): typed columns, points and areas",
    carries=FLAT,
    piece=_piece,
    assemble=_assemble,
    notes=(
        "Of an area (representative_point) the geometry is the circle in which it may lie; lat, lon its middle.",
        "geometry is empty where no place with a point is told.",
    ),
)

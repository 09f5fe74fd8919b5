"""Map formats, each read by programs that are not ours."""

import io
import json
import sys
from datetime import date

import duckdb
import geopandas
import pyogrio
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from exports.entries import MARUN, entries, entry, hard_entry, nowhere, told_by_many
from stemmata.errors import MissingPart
from stemmata.exports.formats import format_named, geoparquet
from stemmata.exports.formats.areas import box, circle
from stemmata.exports.formats.format import About
from stemmata.records import Count, Site, Window

ABOUT = About("Marun", None, credits=("GeoNames (CC BY 4.0)",))


def written(name, *pieces):
    """A file of some pieces of events, as bytes."""
    form, file = format_named(name), io.BytesIO()
    form.assemble([form.piece(piece) for piece in pieces], file, ABOUT)
    return file.getvalue()


def district(**told):
    """Somewhere in a district of Fiji that reaches over the 180th meridian."""
    return entry(5, place=Site("Cakaudrove", "FJ", -16.6, 179.9, "district", 40_000), **told)


# ------------------------------------------------------------------------------------------------------ areas


@pytest.mark.parametrize(
    ("lat", "lon", "kind", "edges"),
    [
        (35.0, 36.0, "Polygon", [35.725534, 34.77517, 36.274466, 35.22483]),
        (-16.6, 179.9, "MultiPolygon", [179.665391, -16.82483, -179.865391, -16.37517]),  # cut at the meridian
        (-16.6, -179.9, "MultiPolygon", [179.865391, -16.82483, -179.665391, -16.37517]),
        (89.9, 10.0, "Polygon", [-180.0, 89.67517, 180.0, 90.0]),  # around the pole
        (-90.0, 0.0, "Polygon", [-180.0, -90.0, 180.0, -89.77517]),
    ],
)
def test_an_area_is_cut_at_the_meridian_and_closed_at_the_poles(lat, lon, kind, edges):
    shape = circle(lat, lon, 25_000)
    assert shape["type"] == kind
    assert box(shape) == pytest.approx(edges, abs=2e-6)


@given(st.floats(-90, 90), st.floats(-180, 180), st.integers(1, 20_000_000))
def test_every_area_is_valid_wound_as_the_rfc_asks_and_on_the_map(lat, lon, radius):
    shape = shapely.from_geojson(json.dumps(circle(lat, lon, radius)))
    assert shape.is_valid or shape.area < 1e-6  # so small that rounding folds it
    parts = shape.geoms if shape.geom_type == "MultiPolygon" else [shape]
    assert all(part.exterior.is_ccw for part in parts) or shape.area < 1e-6
    west, south, east, north = shape.bounds
    assert -180 <= west <= east <= 180
    assert -90 <= south <= north <= 90


# ---------------------------------------------------------------------------------------------------- geojson


def test_geojson_is_read_by_gdal_with_points_areas_and_no_geometry(tmp_path):
    file = tmp_path / "map.geojson"
    file.write_bytes(written("geojson", [entry(), hard_entry()], [district(), nowhere()]))
    frame = pyogrio.read_dataframe(file)
    assert [shape and shape.geom_type for shape in frame.geometry] == ["Point", "MultiPolygon", "MultiPolygon", None]
    assert frame.crs.to_epsg() == 4326
    assert (frame.killed_low[0], frame.uncertainty_m[0]) == (7, 3000)
    assert str(frame.date_start[0])[:10] == "2021-03-03"
    assert list(frame["representative_point"]) == [False, True, True, False]


def test_geojson_keeps_the_rules_of_the_rfc():
    told = json.loads(written("geojson", [entry(), district()], [nowhere()]))
    assert "crs" not in told  # section 4
    point, area, none = told["features"]
    assert point["geometry"] == {"type": "Point", "coordinates": [36.7, 35.1]}  # longitude first
    assert [one["id"] for one in told["features"]] == ["E1", "E5", "E4"]
    assert area["bbox"][0] > 0 > area["bbox"][2]  # section 5.2: over the meridian west is greater than east
    assert none["geometry"] is None and "bbox" not in none
    assert all(not isinstance(value, list | dict) for value in point["properties"].values())


def test_a_town_is_a_point_and_a_country_without_a_point_is_none():
    town, country = (
        json.loads(format_named("geojson").piece([entry(place=place)]))
        for place in (MARUN, Site("Syria", "SY", None, None, "country", None))
    )
    assert town["geometry"]["type"] == "Point"
    assert country["geometry"] is None
    assert country["properties"]["where_prec"] == 6


# ------------------------------------------------------------------------------------------------- geoparquet


def test_geoparquet_is_read_by_geopandas(tmp_path):
    file = tmp_path / "map.parquet"
    file.write_bytes(written("geoparquet", [entry(), hard_entry()], [district(), nowhere()]))
    frame = geopandas.read_parquet(file)
    assert frame.crs.to_string() == "OGC:CRS84"
    assert [shape and shape.geom_type for shape in frame.geometry] == ["Point", "MultiPolygon", "MultiPolygon", None]
    assert (frame.id[0], frame.killed_low[0], str(frame.date_end[0])) == ("E1", 7, "2021-03-05")
    assert frame.killed_high.isna().all()  # “at least” has no end
    inside = geopandas.read_parquet(file, bbox=(36, -20, 37, 36))
    assert list(inside.id) == ["E1", "E2", "E5"]  # those over the meridian are offered to every reader


def test_geoparquet_is_read_by_duckdb(tmp_path):
    file = tmp_path / "map.parquet"
    file.write_bytes(written("geoparquet", [entry(figures={"killed": Count(0, 3)})], [district(), nowhere()]))
    asked = "SELECT id, date_start, killed_high, bbox.xmin FROM read_parquet(?) ORDER BY id"
    first, nothing, wide = duckdb.execute(asked, [str(file)]).fetchall()
    assert (first[0], str(first[1]), first[2], first[3]) == ("E1", "2021-03-03", 3, 36.7)
    assert nothing == ("E4", None, None, None)
    assert wide[3] == -180


def test_row_groups_are_put_together(tmp_path, monkeypatch):
    monkeypatch.setattr(geoparquet, "ROWS", 4)
    file = tmp_path / "map.parquet"
    file.write_bytes(written("geoparquet", *([entry(nth), nowhere(nth)] for nth in range(1, 6))))
    asked = "SELECT count(DISTINCT row_group_id), max(row_group_num_rows) FROM parquet_metadata(?)"
    assert duckdb.execute(asked, [str(file)]).fetchone() == (3, 4)


@given(entries())
def test_any_event_has_a_row(any_entry):
    frame = geopandas.read_parquet(io.BytesIO(written("geoparquet", [any_entry])))
    assert list(frame.id) == [any_entry.id]


def test_without_pyarrow_the_remedy_is_told(monkeypatch):
    geoparquet._pyarrow.cache_clear()
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingPart, match=r"stemmata\[parquet\]"):
        written("geoparquet", [entry()])


# -------------------------------------------------------------------------------------------------------- all


@pytest.mark.parametrize("name", ["geojson", "geoparquet"])
def test_an_event_that_ten_thousand_tell_has_a_place(name):
    assert written(name, [told_by_many(10_000)])


def test_open_windows_stay_open():
    told = json.loads(format_named("geojson").piece([entry(when=Window(None, date(2021, 3, 5)))]))
    assert "date_start" not in told["properties"]
    assert told["properties"]["date_end"] == "2021-03-05"

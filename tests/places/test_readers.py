"""Files as their makers write them: GeoNames, Who's On First, OCHA and Natural Earth, each with rows of our own."""

import json
from pathlib import Path

import pytest

from stemmata.places import Intake, Place, add_gazetteer, load_gazetteer


@pytest.fixture
def added(tmp_path: Path):
    """Adds a file of this name and text; gives what came of it and a look-up by name."""

    def add(name: str, text: str, **told: str) -> tuple[Intake, dict[str, Place]]:
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        intake = add_gazetteer(file, own=tmp_path / "own", **told)
        gazetteer = load_gazetteer(own=tmp_path / "own")
        return intake, {
            word: place
            for word in ("Zarqun", "Upper Zarqun", "Zarqun Camp", "زرقون", "Zarqunstan")
            for place in gazetteer.named(word)
        }

    return add


def test_geonames_divisions(added) -> None:
    intake, found = added("admin2Codes.txt", "SY.08.9001\tZarqun\tZarqun\t9001\nSY.8\tbroken\n")
    assert intake.about.title == "GeoNames" and intake.refused == 1
    place = found["Zarqun"]
    assert (place.level, place.country, place.region, place.entry, place.lat) == (
        "district",
        "SY",
        "08",
        "geonames:9001",
        None,
    )
    _, found = added("admin1CodesASCII.txt", "SY.08\tZarqunstan\tZarqunstan\t9000\n")
    assert (found["Zarqunstan"].level, found["Zarqunstan"].region) == ("region", "08")


def test_a_table_of_whos_on_first(added) -> None:
    row = ["11", "locality", "زرقون", "34.5", "40.9", "21", "31", "800", "geonames", "1", "Q1", "ara:زرقون|eng:Zarqun"]
    region = ["21", "region", "Zarqunstan", "35.0", "40.0", "21", "", "", "x", "", "", "eng:Zarqunstan"]
    country = ["31", "country", "Syria", "35.0", "40.0", "", "", "", "x", "", "", ""]
    text = "\n".join("\t".join(line) for line in (row, region, country)) + "\n"
    intake, found = added("wof_sy.tsv", text)
    assert intake.about.title == "Who's On First" and intake.refused == 1
    place = found["زرقون"]
    assert (place.name, place.country, place.level, place.region, place.population) == (
        "Zarqun", "SY", "populated_place", "21", 800
    )  # fmt: skip
    assert found["Zarqunstan"].region == "21"


def test_a_table_of_whos_on_first_whose_country_nobody_tells(added) -> None:
    row = "11\tlocality\tZarqun\t34.5\t40.9\t21\t31\t800\tx\t1\tQ1\teng:Zarqun\n"
    with pytest.raises(Exception, match="its country is not told"):
        added("places.tsv", row)
    _, found = added("places.tsv", row, country="Syria")
    assert found["Zarqun"].country == "SY"


def test_a_record_of_whos_on_first_as_geojson(added) -> None:
    told = {
        "wof:id": 11, "wof:name": "Zarqun", "wof:placetype": "locality", "wof:country": "SY",
        "geom:latitude": 34.5, "geom:longitude": 40.9, "name:ara_x_preferred": ["زرقون"], "wof:hierarchy": [{"a": 1}],
    }  # fmt: skip
    outline = {"type": "Polygon", "coordinates": [[[40.8, 34.4], [41.0, 34.4], [41.0, 34.6], [40.8, 34.4]]]}
    intake, found = added(
        "11.geojson", json.dumps({"id": 11, "type": "Feature", "properties": told, "geometry": outline})
    )
    assert intake.about.title == "Who's On First"
    assert (found["زرقون"].entry, found["Zarqun"].lat) == ("wof:11", 34.5)


OCHA = [
    (
        "Location,Admin Level,P-Code,Name,Parent P-Code,Valid from date\nSYR,2,SY9901,Zarqun,SY99,2021-11-17\n",
        ("district", "SY99", None),
    ),
    (
        "admin2Name_en,admin2Name_ar,admin2Pcode,admin1Name_en,admin1Pcode,admin0Name_en,admin0Pcode\n"
        "Zarqun,زرقون,SY9901,Zarqunstan,SY99,Syrian Arab Republic,SY\n",
        ("district", "SY99", None),
    ),
    (
        "ADM2_EN,ADM2_AR,ADM2_PCODE,ADM1_EN,ADM1_PCODE,ADM0_EN,ADM0_PCODE\n"
        "Zarqun,زرقون,SY9901,Zarqunstan,SY99,Syria,SY\n",
        ("district", "SY99", None),
    ),
    (
        "iso3,adm0_name,adm1_name,adm1_pcode,adm2_name,adm2_name1,adm2_pcode,center_lat,center_lon\n"
        "SYR,Syria,Zarqunstan,SY99,Zarqun,زرقون,SY9901,34.5,40.9\n",
        ("district", "SY99", 34.5),
    ),
    (
        "featureName_en,featureName_ar,pcode,admin1Name_en,admin1Pcode,admin0Pcode,Latitude,Longitude\n"
        "Zarqun,زرقون,SY9901,Zarqunstan,SY99,SY,34.5,40.9\n",
        ("populated_place", "SY99", 34.5),
    ),
    (
        "admin4Name_en,admin4Pcode,admin1Pcode,admin0Pcode,LATITUDE_Y,LONGITUDE_X\nZarqun,SY9901,SY99,SY,34.5,40.9\n",
        ("populated_place", "SY99", 34.5),
    ),
]


@pytest.mark.parametrize(("text", "expected"), OCHA)
def test_tables_of_ocha(added, text: str, expected: tuple[str, str, float | None]) -> None:
    """As its tables were named over the years: the deepest division of a row is its place."""
    intake, found = added("pcodes.csv", text)
    place = found["Zarqun"]
    assert (place.level, place.region, place.lat) == expected
    assert (place.country, place.pcode, place.entry) == ("SY", "SY9901", "ocha:SY9901")
    assert (intake.about.title, intake.about.pcodes) == ("OCHA", 1)
    assert "زرقون" not in text or found["زرقون"] == place


def test_populated_places_of_natural_earth(added) -> None:
    rows = [
        ["Zarqun", "", "Upper Zarqun", "Zarqunstan", "Syria", "SY", "34.5", "40.9", "21714", "9001.0"],
        ["Zarqun Camp", "", "", "Zarqunstan", "Syria", "-99", "34.6", "40.9", "0", "-1.0"],
        ["Nowhere", "", "", "", "No country", "-99", "34.6", "40.9", "0", "-1.0"],
    ]
    intake, found = added("places.tsv", "".join("\t".join(row) + "\n" for row in rows))
    assert intake.about.title == "Natural Earth" and intake.refused == 1
    assert (found["Upper Zarqun"].entry, found["Upper Zarqun"].population) == ("geonames:9001", 21714)
    assert found["Zarqun Camp"].country == "SY"
    feature = {
        "type": "Feature",
        "properties": {
            "FEATURECLA": "Admin-1 capital",
            "SCALERANK": 6,
            "NAME": "Zarqun",
            "ADM0_A3": "SYR",
            "ISO_A2": -99,
        },
        "geometry": {"type": "Point", "coordinates": [40.9, 34.5]},
    }
    _, found = added("places.geojson", json.dumps({"type": "FeatureCollection", "features": [feature]}))
    assert (found["Zarqun"].country, found["Zarqun"].kind) == ("SY", "Admin-1 capital")


def test_a_long_collection_on_one_line_is_read_feature_by_feature(added) -> None:
    """Longer than what is read at a step, with one feature longer than that and a break in the last."""
    outline = [[40 + n / 1e6, 34.5] for n in range(6000)]
    big = {
        "type": "Feature",
        "properties": {"name": "Outline", "country": "SY"},
        "geometry": {"type": "LineString", "coordinates": outline},
    }
    point = {
        "type": "Feature",
        "properties": {"name": "Zarqun", "country": "SY"},
        "geometry": {"type": "Point", "coordinates": [40.9, 34.5]},
    }
    text = json.dumps({"type": "FeatureCollection", "name": "villages", "features": [big, *[point] * 2000]})
    intake, _ = added("own.geojson", text)
    assert (intake.about.places, intake.refused) == (2000, 1)
    intake, _ = added("torn.geojson", text[: len(text) // 2])
    assert 500 < intake.about.places < 1500
    assert "breaks off here" in intake.refusals[-1].reason
    intake, _ = added("torn.geojson", text[: len(text) // 2 - 20])
    assert "no JSON from here on" in intake.refusals[-1].reason
